"""Which reports of a cell count, and which do not and why."""

from __future__ import annotations

import ctypes
from typing import NamedTuple, Optional, Tuple

from . import _table as t
from ._call import Handle, call, call_for_room, name_of_code, new_struct
from ._errors import Error
from ._library import library
from ._period import Period, period_of
from ._words import SET_ASIDE

_REASONS = {number: name for name, number in SET_ASIDE.items()}


class Selected(NamedTuple):
    """A report of a cell."""

    #: Its position: book.observations[row] is what it says.
    row: int
    #: Why it does not count: "corrected", "covered", "recorded_later" and so on; None if it counts.
    reason: Optional[str]
    #: The position of the one that counts in its place, or of the one whose result an "unchanged" took.
    other: Optional[int]


class Selection(NamedTuple):
    """The reports of a cell that count, and those that do not, each in the order of time."""

    used: Tuple[Selected, ...]
    set_aside: Tuple[Selected, ...]
    #: Why they make no figure: "observations_disagree", "periods_overlap" or "unchanged_from_nothing".
    fault: Optional[str]
    #: How much of the window is reported, in whole months or else in days.
    covered: int
    in_months: bool
    #: The stretches of time that are reported, in order, of which none touches the next; of what the latest
    #: number counts of, one from the beginning of the window. Asked after all else: see that nobody appends meanwhile.
    spans: Tuple[Period, ...]


def select(observations: Handle, question: t.Question) -> Selection:
    """Asks as often as is needed to have room for all rows."""
    found, count, capacity = new_struct(t.Selection), ctypes.c_int64(), 12
    while True:
        rows, others = (ctypes.c_int64 * capacity)(), (ctypes.c_int64 * capacity)()
        reasons = (ctypes.c_int32 * capacity)()
        asked = (ctypes.byref(question), ctypes.byref(found), rows, reasons, others, capacity)
        try:
            call(library.tiendo_observations_select, observations, *asked, ctypes.byref(count))
            break
        except Error as problem:
            if problem.status != "TIENDO_E_SMALL_BUFFER":
                raise
            capacity = count.value
    every = tuple(
        Selected(rows[i], _REASONS.get(reasons[i], "unknown"), None if others[i] < 0 else others[i])
        for i in range(count.value)
    )
    fault = name_of_code(found.code)
    asked_again = (observations, ctypes.byref(question))
    spans = call_for_room(t.PeriodDays, library.tiendo_observations_select_spans, *asked_again)
    return Selection(
        every[: found.used],
        every[found.used :],
        fault,
        found.covered,
        bool(found.in_months),
        tuple(map(period_of, spans)),
    )
