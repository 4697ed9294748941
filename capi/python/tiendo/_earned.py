"""Earned value: which numbers of it there are, and one of them for all rows of work."""

from __future__ import annotations

import itertools
from fractions import Fraction
from typing import List, NamedTuple, Optional, Tuple

from . import _table as t
from ._call import Handle, call_for_texts, encoded, text_of
from ._library import library
from ._memory import Memory
from ._numbers import fraction_of


class EarnedKind(NamedTuple):
    """A number of the earned value of a project, and how it is made of others."""

    name: str  #: "EAC_planned"
    measure: str  #: what it is in: "measure", "percent", "index" or "time"
    formula: str  #: over the names of others: "AC + BAC - EV"; "" for none
    words: str  #: what the formula does not say; "" where it says all


def earned_kinds() -> Tuple[EarnedKind, ...]:
    """The numbers of earned value, each after those that it is made of."""

    def kind(index: int) -> EarnedKind:
        texts = (t.EARNED_NAME, t.EARNED_IN, t.EARNED_FORMULA, t.EARNED_WORDS)
        return EarnedKind(*(text_of(library.tiendo_earned_kind_text, index, text) for text in texts))

    return tuple(itertools.takewhile(lambda one: one.name, map(kind, itertools.count())))


def earned_column(work: Handle, name: str, rows: int) -> List[Optional[Fraction]]:
    """One number of earned value of all rows."""
    offsets, reasons = Memory(bytearray(8 * (rows + 1))), Memory(bytearray(4 * rows))
    data = call_for_texts(
        library.tiendo_work_earned_column,
        work,
        encoded(name),
        rows,
        reasons.address,
        offsets.address,
        capacity=16 * rows,
    )
    ends = offsets.view.cast("q")
    return [fraction_of(data[i:j].decode()) if i < j else None for i, j in zip(ends, ends[1:])]
