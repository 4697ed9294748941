"""Partial results: what the reports of a part of the units amount to, sent as text and merged."""

from __future__ import annotations

import ctypes
import datetime
import json
from typing import Any, Iterable, Optional

from . import _table as t
from ._call import Closing, Handle, call, call_reading, encoded, new_struct, text_of
from ._library import library
from ._plan import Plan
from ._report import Report


def units_of(whole: Iterable[str], alone: Iterable[str]) -> Any:
    """The units of a part as the library takes them; the structure keeps their ids."""
    units = new_struct(t.PartUnits)
    names = [[encoded(unit) for unit in ids] for ids in (whole, alone)]
    units.whole, units.alone = ((ctypes.c_char_p * len(ids))(*ids) for ids in names)
    units.whole_count, units.alone_count = map(len, names)
    return units


class Partial(Closing):
    """What the reports of a part of the units amount to, for one request; made by Book.partial().

        >>> text = book.partial(["hanoi"], as_of=day).dumps()            # where the reports are
        >>> merged = tiendo.Partial.loads(plan, text)                    # where all come together
        >>> merged.merge(tiendo.Partial.loads(plan, other_text))
        >>> merged.report()                                              # units at and above the parts

    Used by one thread at a time. Ends with close(), as a context manager, or with its last reference.
    """

    def __init__(
        self,
        handle: Handle,
        as_of: datetime.date,
        known_on: Optional[datetime.date] = None,
        map: Optional[datetime.date] = None,
    ) -> None:
        super().__init__(handle)
        #: The day of the request, and what its reports have as known_on and map.
        self.as_of = as_of
        self.known_on = known_on
        self.map = map

    @classmethod
    def loads(cls, plan: Plan, text: str, name: Optional[str] = None) -> Partial:
        """Reads what dumps() wrote, for the same plan. Raises Error, with all findings; `name` is the file in them."""
        handle = Handle(library.tiendo_partial_destroy)
        data = text.encode("utf-8", "surrogateescape")
        call_reading(library.tiendo_partial_read, plan._handle, data, len(data), encoded(name), handle.out())
        asked = json.loads(text.split("\n", 2)[1])["request"]
        days = (asked.get(key) for key in ("as_of", "known_on", "map"))
        return cls(handle, *(day and datetime.date.fromisoformat(day) for day in days))

    def dumps(self) -> str:
        """The partial as text (tiendo-partial/1), the same whatever order its parts were merged in."""
        return text_of(library.tiendo_partial_write, self._handle)

    def merge(self, other: Partial) -> None:
        """Adds the units of another one, which stays as it is. Raises Error where they do not belong together."""
        call(library.tiendo_partial_merge, self._handle, other._handle)

    def report(self) -> Report:
        """The report of the units at and above the parts. Its rows are not explained: use the books of the parts."""
        made = Handle(library.tiendo_report_destroy)
        call(library.tiendo_partial_report, self._handle, made.out())
        return Report(made, self.as_of, self.known_on, self.map)
