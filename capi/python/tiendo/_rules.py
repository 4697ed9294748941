"""Sets of rules: by what a report is computed where neither the plan nor the request says it."""

from __future__ import annotations

from typing import List, Tuple

from ._call import encoded, text_of
from ._library import library


def built_in_rules() -> Tuple[str, ...]:
    """The full names of the rules that are built in, in the order of their publication: "tiendo@1"."""
    names: List[str] = []
    while name := text_of(library.tiendo_rules_name, len(names)):
        names.append(name)
    return tuple(names)


def write_rules(rules: str) -> str:
    """Rules with all that is in them as JSON (tiendo-rules/1); from a full name, or the text of a file.

    Raises Error where there are no such rules, or the text is at fault.
    """
    return text_of(library.tiendo_rules_write, encoded(rules))
