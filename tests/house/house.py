"""What the house tests share: the tree, C++ without its comments, and small trees with a fault.

Each test is a function that lists the faults of a tree. It is asked twice: about this tree, which
must have none, and about small trees made by `planted`, whose fault it must find. So every check
has been seen to fail.
"""

import contextlib
import os
import pathlib
import re
import tempfile

ROOT = pathlib.Path(os.environ.get("TIENDO_SOURCE", pathlib.Path(__file__).parents[2])).resolve()

CXX_SUFFIXES = {".cpp", ".hpp", ".c", ".h", ".def"}

_TOKEN = re.compile(
    r'//[^\n]*|/\*.*?\*/|R"([^(\s]*)\(.*?\)\1"|"(?:\\.|[^"\\\n])*"'
    r"|(?<![0-9a-zA-Z])'(?:\\.|[^'\\\n])*'",  # not the mark in 1'000
    re.DOTALL,
)


def code_of(text):
    """The text with every comment and literal blanked, so that lines keep their numbers."""

    def blank(match):
        return re.sub(r"[^\n]", " ", match.group(0))

    return _TOKEN.sub(blank, text)


def files_under(root, *folders, suffixes=None):
    """Every file below the folders of the tree, in order, as paths relative to the tree."""
    found = []
    for folder in folders:
        for path in sorted((root / folder).rglob("*")):
            if "__pycache__" in path.parts or not path.is_file():
                continue
            if suffixes is None or path.suffix in suffixes:
                found.append(path.relative_to(root))
    return found


@contextlib.contextmanager
def planted(files):
    """A tree of these files, {path: text}, that is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="tiendo-house-") as name:
        root = pathlib.Path(name)
        for path, text in files.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(text, encoding="utf-8")
        yield root


def expect_none(test, faults):
    """Fails with the faults, one a line."""
    if faults:
        test.fail("\n" + "\n".join(faults))


def needed(name):
    """A variable that ctest sets; without it the test must fail, not pass by."""
    if name not in os.environ:
        raise AssertionError(f"{name} is not set: run this test through ctest")
    return os.environ[name]
