"""The cases of tests/golden/errors for Python; how they are written is in the README there."""

import pathlib
import re

ERRORS = pathlib.Path(__file__).resolve().parent / "errors"
PART = re.compile(rb"#! ([a-z]+)(?: \S+\.csv)?")
MARK = re.compile(rb"#! (?: *\^|\d+:) (error|warning|note) (\d+) ([a-z_]+)")


class Case:
    """The inputs of a case, (kind, bytes) in their order; the names of the codes that are marked, and
    the kinds in which they are."""

    def __init__(self, path):
        self.name = path.stem
        self.parts = []
        self.codes = []
        self.marked = set()
        for line in path.read_bytes().splitlines(keepends=True):
            self._read(line)

    def _read(self, line):
        kind, text = self.parts[-1] if self.parts else (None, b"")
        if part := PART.fullmatch(line.rstrip(b"\n")):
            self.parts.append((part[1].decode(), b""))
        elif mark := MARK.fullmatch(line.rstrip(b"\n")):
            self.codes.append(mark[3].decode())
            self.marked.add(kind)
        elif line.startswith(b"#! no line break"):
            self.parts[-1] = (kind, text[:-1])
        elif self.parts:
            self.parts[-1] = (kind, text + line)

    def text(self, kind):
        """The bytes of the first part of that kind, or None."""
        return next((text for part, text in self.parts if part == kind), None)


def case(name):
    """The case of that name."""
    return Case(ERRORS / f"{name}.case")


def cases():
    """All of them, in order of name."""
    return [Case(path) for path in sorted(ERRORS.glob("*.case"))]
