"""Partial results: what the reports of a part of the units amount to, sent as text and merged."""

from __future__ import annotations

import ctypes
import datetime
from decimal import Decimal
from typing import Any, Iterable, NamedTuple, Optional, Tuple

from . import _table as t
from ._asked import Asked
from ._call import Closing, Handle, call, call_for_room, call_reading, date_of, encoded, new_struct, text_of
from ._library import library
from ._observations import Observations
from ._plan import Plan
from ._report import Report
from ._row import word_of
from ._words import FINALITIES


class PartSum(NamedTuple):
    """What everything reported at and below a unit amounts to, for one question of a request.

    Months count from the first of the question, which is 0.
    """

    indicator: str
    unit: str
    #: 0 for the time of the plan; others for what that is compared with.
    question: int
    #: The sum; of a ratio its numerator.
    numerator: Decimal
    #: Of a ratio; else None.
    denominator: Optional[Decimal]
    #: The months that are reported; of several units those that all have reported alike, or none.
    months: Tuple[int, ...]
    #: The last month that any has reported.
    last: int
    #: How many months are reported; of units below, how many of them are complete.
    reported: int
    #: Whether it is made of units below, and not of the unit's own reports.
    of_units: bool
    #: How final the reports are: the least of "official", "preliminary", "estimate".
    finality: str


def units_of(whole: Iterable[str], alone: Iterable[str]) -> Any:
    """The units of a part as the library takes them; the structure keeps their ids."""
    units = new_struct(t.PartUnits)
    names = [[encoded(unit) for unit in ids] for ids in (whole, alone)]
    units.whole, units.alone = ((ctypes.c_char_p * len(ids))(*ids) for ids in names)
    units.whole_count, units.alone_count = map(len, names)
    return units


class Partial(Closing, Asked):
    """What the reports of a part of the units amount to, for one request; made by Book.partial().

        >>> text = book.partial(["hanoi"], as_of=day).dumps()            # where the reports are
        >>> merged = tiendo.Partial.loads(plan, text)                    # where all come together
        >>> merged.merge(tiendo.Partial.loads(plan, other_text))
        >>> merged.report()                                              # units at and above the parts

    Used by one thread at a time. Ends with close(), as a context manager, or with its last reference.
    """

    def __init__(self, handle: Handle, plan: Plan) -> None:
        super().__init__(handle)
        #: The whole plan, of which this is a part.
        self.plan = plan
        request = self._request()
        #: The day of the request, and what its reports have as known_on and map.
        self.as_of: datetime.date = date_of(request.as_of)
        self.known_on: Optional[datetime.date] = date_of(request.known_on) if request.has_known_on else None
        self.map: Optional[datetime.date] = date_of(request.map) if request.has_map else None

    @classmethod
    def loads(cls, plan: Plan, text: str, name: Optional[str] = None) -> Partial:
        """Reads what dumps() wrote, for the same plan. Raises Error, with all findings; `name` is the file in them."""
        handle = Handle(library.tiendo_partial_destroy)
        data = text.encode("utf-8", "surrogateescape")
        call_reading(library.tiendo_partial_read, plan._handle, data, len(data), encoded(name), handle.out())
        return cls(handle, plan)

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

    @property
    def whole(self) -> Tuple[str, ...]:
        """The units that have all below them with them, in the order of the plan."""
        return self._ids(t.PARTIAL_WHOLE, "units")

    @property
    def alone(self) -> Tuple[str, ...]:
        """The units that are by themselves, in the order of the plan."""
        return self._ids(t.PARTIAL_ALONE, "units")

    @property
    def units(self) -> Tuple[str, ...]:
        """Every unit of the part, in the order of the plan, those below `whole` too."""
        return self._ids(t.PARTIAL_UNITS, "units")

    @property
    def carried(self) -> Tuple[str, ...]:
        """The indicators whose reports are held as they are, and whose rows are all in report().

        They follow from the plan and the request alone.
        """
        return self._ids(t.PARTIAL_CARRIED, "indicators")

    @property
    def is_whole(self) -> bool:
        """Whether every unit of the plan is of it."""
        return bool(self._content().is_whole)

    @property
    def sums(self) -> int:
        """How many sums it holds: what was reported, as far as sums suffice."""
        return int(self._content().sums)

    @property
    def part_sums(self) -> Tuple[PartSum, ...]:
        """Each of the sums, in the order of indicators and units of the plan, and of questions."""
        return tuple(map(self._sum, range(self.sums)))

    @property
    def kinds(self) -> Tuple[str, ...]:
        """Of each kind of units that is part of the units above, the first unit in the plan."""
        return self._ids(t.PARTIAL_KINDS, "units")

    @property
    def observations(self) -> int:
        """How many reports it holds as they are."""
        return int(self._content().observations)

    def reports(self) -> Observations:
        """The reports that it holds as they are, in an order of their own: those of `carried`, and others of
        which sums do not tell enough. A copy: it stays when the partial ends, and what is appended to it is
        in no partial and no book.
        """
        log = Handle(library.tiendo_observations_destroy)
        call(library.tiendo_partial_observations, self._handle, log.out())
        return Observations(lambda: log, lambda append: append(log))

    @property
    def rules(self) -> str:
        """The rules with all that is in them as JSON (tiendo-rules/1): what Book.partial() takes as `rules`."""
        return text_of(library.tiendo_partial_rules, self._handle)

    def _ids(self, which: int, kind: str) -> Tuple[str, ...]:
        positions = call_for_room(ctypes.c_int64, library.tiendo_partial_positions, self._handle, which)
        return tuple(self.plan.value(kind, position, "id") for position in positions)

    def _sum(self, index: int) -> PartSum:
        info = new_struct(t.PartSum)
        call(library.tiendo_partial_sum, self._handle, index, ctypes.byref(info))
        denominator = Decimal(f"{info.denominator}E-{info.denominator_scale}")
        return PartSum(
            self.plan.value("indicators", info.indicator, "id"),
            self.plan.value("units", info.unit, "id"),
            info.question,
            Decimal(f"{info.numerator}E-{info.scale}"),
            denominator if info.has_denominator else None,
            tuple(month for month in range(64) if info.months >> month & 1),
            info.last,
            info.reported,
            bool(info.of_units),
            word_of(FINALITIES, info.finality) or "",
        )

    def _content(self) -> t.PartialInfo:
        info = new_struct(t.PartialInfo)
        call(library.tiendo_partial_content, self._handle, ctypes.byref(info))
        return info

    def _request(self) -> t.Request:
        request = new_struct(t.Request)
        call(library.tiendo_partial_request, self._handle, ctypes.byref(request))
        return request
