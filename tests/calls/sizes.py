"""Writes the structures with a struct_size as a table in C++: sizes.py tiendo.h sizes.inc SOURCE...

For each its name, its size, and that of its first version, which the sources of the C library know. A
structure whose first version they do not know ends the build: nothing would look at its size.
"""

import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / "house"))
from api_test import structs_of  # noqa: E402

FIRST = re.compile(r"TIENDO_FIRST_SIZE\((\w+),\s*(\w+)\)")
# Filled by the library alone, for watchers.
GIVEN_OUT = {"tiendo_progress"}


def main(header, table, *sources):
    first = {}
    for source in sources:
        for name, member in FIRST.findall(pathlib.Path(source).read_text(encoding="utf-8")):
            if first.setdefault(name, member) != member:
                sys.exit(f"{name}: two first versions, {first[name]} and {member}")
    lines = []
    for name, members in structs_of(pathlib.Path(header).read_text(encoding="utf-8")).items():
        if members[0][0] != "struct_size" or name in GIVEN_OUT:
            continue
        if name not in first:
            sys.exit(f"{name}: no TIENDO_FIRST_SIZE in the sources of the C library")
        end = f"offsetof({name}, {first[name]}) + sizeof({name}::{first[name]})"
        lines.append(f'{{"{name}", sizeof({name}), {end}}},\n')
    pathlib.Path(table).write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
