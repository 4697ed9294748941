#!/usr/bin/env python3
"""Writes tiendo/_table.py, the C interface as ctypes sees it, from tiendo.h.

    capi/python/write_table.py    # after each change of the header

A test compares the file with what this makes of the header. What the header cannot say is said
here: the Python names of structures that have the name of something else in the package, and which
arrays are passed as addresses.
"""

from __future__ import annotations

import pathlib
import re

HEADER = pathlib.Path(__file__).parents[1] / "include" / "tiendo.h"
TABLE = pathlib.Path(__file__).parent / "tiendo" / "_table.py"
WIDTH = 100

HEAD = '''"""The C interface as ctypes sees it: structures, numbers, and the types of every function.

Written from tiendo.h by write_table.py; a test compares the two. Nothing here loads the library.
Long because it is the one list of all of them.
"""

from __future__ import annotations

import ctypes
from ctypes import POINTER, c_char_p, c_int32, c_int64, c_uint32, c_uint64, c_void_p
from typing import Any

'''

# Structures whose plain name belongs to a class of the package, or says too little.
NAMES = {
    "calendar": "CalendarInfo",
    "decimal": "Decimal128",
    "decimal_column": "ColumnInfo",
    "due_dates": "DueDatesInfo",
    "due_rule": "DueRuleInfo",
    "finding": "FindingInfo",
    "interval": "IntervalInfo",
    "number_format": "FormatInfo",
    "period": "PeriodDays",
    "reporting_rule": "ReportingRuleInfo",
    "row": "RowInfo",
    "summary": "SummaryInfo",
    "tally": "TallyInfo",
    "text_column": "TextsInfo",
    "word_column": "WordsInfo",
    "working_days": "WorkingDaysInfo",
}
# Parameters that are arrays as long as a column: they are passed as addresses, and so is the text
# in the same call. Any other pointer to a number is where one number goes, or an array of ctypes.
ADDRESSES = {"codes", "days", "ends", "offsets", "reasons", "results", "starts"}

NUMBERS = {
    "int32_t": "c_int32",
    "uint32_t": "c_uint32",
    "int64_t": "c_int64",
    "uint64_t": "c_uint64",
}
CONSTANT = re.compile(
    r"^#define TIENDO_(\w+) +(?:\(\(\w+\))?\(?(-?(?:0x)?[0-9A-Fa-f]+)U?\)*\s*(?:/\*.*)?$", re.MULTILINE
)
PART = re.compile(
    r"typedef struct (?P<struct>tiendo_\w+) \{(?P<members>[^}]*)\}"
    r"|typedef (?P<alias>\w+) (?P<new>tiendo_\w+);"
    r"|typedef (?P<answer>\w+) \(\*(?P<callback>tiendo_\w+)\)\((?P<told>[^)]*)\);"
    r"|TIENDO_API (?P<result>[\w *]+?)(?P<function>tiendo_\w+)\((?P<parameters>[^)]*)\) TIENDO_NOEXCEPT;"
)


def name_of(c_name: str) -> str:
    """The Python name of a structure or a callback."""
    plain = c_name.removeprefix("tiendo_")
    return NAMES.get(plain, "".join(word.capitalize() for word in plain.split("_")))


class Types:
    """What the names of the header stand for, as far as it has been read."""

    def __init__(self) -> None:
        self.aliases = dict(NUMBERS, void="None")
        self.structs: dict[str, str] = {}

    def of(self, c_type: str, *, as_address: bool = False) -> str:
        """The ctypes of a C type."""
        bare = re.sub(r"\b(?:const|struct)\b", "", c_type).replace(" ", "")
        name, stars = bare.rstrip("*"), len(bare) - len(bare.rstrip("*"))
        if stars == 0:
            return self.aliases[name]
        if stars == 2:
            return "POINTER(c_char_p)" if name == "char" else "POINTER(c_void_p)"
        if name == "char" and not as_address:
            return "c_char_p"
        if name in self.structs:
            return f"POINTER({self.structs[name]})"
        number = self.aliases.get(name, "None")
        return "c_void_p" if as_address or number == "None" else f"POINTER({number})"


def split(declaration: str) -> tuple[str, str]:
    """("const char*", "text") of "const char* text"."""
    name = re.findall(r"\w+", declaration)[-1]
    return declaration.removesuffix(name), name


def parameters_of(text: str, types: Types) -> list[str]:
    """The ctypes of a list of parameters."""
    declared = [split(part.strip()) for part in text.split(",")] if text.strip() != "void" else []
    has_addresses = any(name in ADDRESSES for _, name in declared)
    return [
        types.of(
            c_type, as_address=name in ADDRESSES or (has_addresses and c_type.strip() == "char*")
        )
        for c_type, name in declared
    ]


def written(prefix: str, opening: str, items: list[str], closing: str) -> str:
    """A list on one line if it fits, else an item a line."""
    line = f"{prefix}{opening}{', '.join(items)}{closing}"
    if len(line) <= WIDTH:
        return line
    indent = " " * (len(prefix) - len(prefix.lstrip()))
    lines = "".join(f"{indent}    {item},\n" for item in items)
    return f"{prefix}{opening}\n{lines}{indent}{closing}"


def written_function(name: str, result: str, parameters: list[str]) -> str:
    """The entry of a function."""
    line = f'    "{name}": ({result}, [{", ".join(parameters)}]),'
    if len(line) <= WIDTH:
        return line
    listed = written("        ", "[", parameters, "],")
    return f'    "{name}": (\n        {result},\n{listed}\n    ),'


def table_of(header: str) -> str:
    """The text of the table that follows from the text of the header."""
    constants = "".join(f"{m[1]} = {int(m[2], 0)}\n" for m in CONSTANT.finditer(header))
    code = re.sub(r"\s+", " ", re.sub(r"/\*.*?\*/|^\s*#.*?$", " ", header, flags=re.S | re.M))
    types = Types()
    kinds: list[str] = []
    functions: list[str] = []
    for part in PART.finditer(code):
        if part["alias"]:
            types.aliases[part["new"]] = types.aliases[part["alias"]]
        elif part["callback"]:
            told = [types.of(part["answer"]), *parameters_of(part["told"], types)]
            name = types.aliases[part["callback"]] = name_of(part["callback"])
            kinds.append(f"{name} = ctypes.CFUNCTYPE({', '.join(told)})\n")
        elif part["struct"]:
            members = []
            for declaration in filter(None, map(str.strip, part["members"].split(";"))):
                c_type, member = split(declaration)
                is_number = c_type.count("*") == 1 and "char" not in c_type
                members.append(f'("{member}", {types.of(c_type, as_address=is_number)})')
            name = types.structs[part["struct"]] = name_of(part["struct"])
            fields = written("    ", "_fields_ = [", members, "]")
            kinds.append(f"class {name}(ctypes.Structure):\n{fields}\n")
        else:
            parameters = parameters_of(part["parameters"], types)
            functions.append(
                written_function(part["function"], types.of(part["result"]), parameters)
            )
    return (
        f"{HEAD}{constants}\n\n"
        + "\n\n".join(kinds)
        + "\n\n# name: (type of the result, types of the parameters); handles are void*, text is char*.\n"
        + "FUNCTIONS: dict[str, tuple[Any, list[Any]]] = {\n"
        + "\n".join(functions)
        + "\n}\n"
    )


if __name__ == "__main__":
    TABLE.write_text(table_of(HEADER.read_text(encoding="utf-8")), encoding="utf-8")
