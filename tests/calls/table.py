"""Writes the functions of tiendo.h as a table in C++: table.py tiendo.h calls.inc

For each function its name, its result, how it is called, which statuses its block names, and the
type and name of each parameter. So whatever walks over the table has every function, also one that
was added today.
"""

import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / "house"))
from api_test import functions_of, type_and_name  # noqa: E402

# What rule 2 of the header lets every function with a context return.
OF_ALL = {"TIENDO_E_BUSY", "TIENDO_E_NO_MEMORY", "TIENDO_E_INTERNAL"}


def statuses_of(name, functions):
    """The statuses that the @return of a function names, those of rule 2 and of others included."""
    returned = functions[name][2].partition("@return")[2].partition("@since")[0]
    found = set(re.findall(r"\bTIENDO_(?:OK|E_\w+)\b", returned))
    if re.search(r"status\s+(\*\s+)?of\s+(\*\s+)?rule\s+(\*\s+)?2", returned):
        found |= OF_ALL
    for other in re.findall(r"\bas (tiendo_\w+)\(\)", returned):
        found |= statuses_of(other, functions)
    return found


def line_of(name, functions):
    result, parameters, _ = functions[name]
    mask = " | ".join(f"bit({status})" for status in sorted(statuses_of(name, functions))) or "0"
    pairs = ", ".join('{"%s", "%s"}' % tuple(map(str.strip, type_and_name(p))) for p in parameters)
    call = f"[](const Word* words) {{ return call(&{name}, words); }}"
    return f'{{"{name}", "{result}", {call}, {mask}, {{{pairs}}}}},\n'


def main(header, table):
    functions = functions_of(pathlib.Path(header).read_text(encoding="utf-8"))
    lines = [line_of(name, functions) for name in functions]
    pathlib.Path(table).write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
