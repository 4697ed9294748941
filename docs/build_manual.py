"""Builds the manual with Doxygen and fails on every warning: build_manual.py DOXYFILE

Doxygen wants a comment at each member. Our headers say what is not plain from the declaration, so
three kinds of members may stand without one: a variable or an enumerator of a documented type, a
comparison member by member, and a declaration that follows another without a blank line, for which
the comment above both is meant.
"""

import pathlib
import re
import subprocess
import sys

UNDOCUMENTED = re.compile(r"^(.+?):(\d+): \w+: Member .* \((\w+)\) of .* is not documented\.$")
# A line after which a declaration is the first of its group.
OPENS = re.compile(r"^\s*$|[{:]\s*$")


def is_forgiven(warning, lines_of):
    """Whether the warning is about a member that needs no comment of its own."""
    match = UNDOCUMENTED.match(warning)
    if not match:
        return False
    if match[3] in {"variable", "enumvalue"} or re.search(
        r" operator(==|<=>)\(.*\)=default ", warning
    ):
        return True
    above = lines_of(match[1])[int(match[2]) - 2]
    return not OPENS.search(above)


def faults_of(warnings, lines_of):
    """The warnings that are not forgiven; lines_of(path) gives the lines of a header."""
    return [warning for warning in warnings if warning and not is_forgiven(warning, lines_of)]


def main(doxyfile):
    done = subprocess.run(["doxygen", doxyfile], capture_output=True, text=True, check=False)
    found = faults_of(
        done.stderr.splitlines(), lambda path: pathlib.Path(path).read_text("utf-8").splitlines()
    )
    print(*found, sep="\n", end="\n" if found else "")
    return 1 if found or done.returncode != 0 else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
