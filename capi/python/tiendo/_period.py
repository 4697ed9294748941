"""Periods: spans of days, with the words of the plan files."""

from __future__ import annotations

import ctypes
import dataclasses
import datetime
from fractions import Fraction
from typing import Any, Iterable, List, Optional, Tuple, Union

from . import _table as t
from ._call import call, call_for_room, date_of, days_of, int_of, text_of
from ._library import library
from ._words import Tiling


@dataclasses.dataclass(frozen=True, order=True)
class Period:
    """A half-open span of days, [start, end), never empty; ordered by start, then by end.

    >>> Period.parse("2024-H1").year_before().end
    datetime.date(2023, 7, 1)

    Days are of the years 1400 to 9999. As the end is outside, no period holds 9999-12-31. Periods
    of equal days are equal, whatever word they were made of.
    """

    #: The first day.
    start: datetime.date
    #: The first day after the period.
    end: datetime.date

    def __post_init__(self) -> None:
        str(self)  # the library says what is wrong

    @classmethod
    def parse(cls, text: str) -> "Period":
        """Reads 2024, 2024-H1, 2024-Q3, 2024-9M, 2024-06, 2021/2025 (both years included) or
        2024-01-15/2024-02-15 (the end excluded)."""
        if not isinstance(text, str):
            raise TypeError(f"a str is needed, not {text!r}")
        data = text.encode()
        found = t.PeriodDays()
        call(library.tiendo_period_parse, data, len(data), ctypes.byref(found))
        return period_of(found)

    def __str__(self) -> str:
        """The shortest word that parse() reads back: 2024-H1, not 2024-6M."""
        return text_of(library.tiendo_period_format, struct_of(self))

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.end - self.start).days

    @property
    def last_day(self) -> datetime.date:
        """The last day in it."""
        return self.end - datetime.timedelta(1)

    def __contains__(self, item: Union[datetime.date, "Period"]) -> bool:
        """Whether the day, or the whole of the other period, lies in this one."""
        if isinstance(item, Period):
            return self.start <= item.start and item.end <= self.end
        days_of(item)  # a moment is refused
        return self.start <= item < self.end

    def overlaps(self, other: "Period") -> bool:
        """Whether a day is in both."""
        return self.start < other.end and other.start < self.end

    def adjoins(self, other: "Period") -> bool:
        """Whether one ends where the other starts, in either order."""
        return self.end == other.start or other.end == self.start

    def intersection(self, other: "Period") -> Optional["Period"]:
        """The days that are in both, or None."""
        if not self.overlaps(other):
            return None
        return Period(max(self.start, other.start), min(self.end, other.end))

    def shifted(self, months: int) -> "Period":
        """The period so many months later. Its first and last day keep their day of the month, or
        take the last one; an end with a month stays one: February 2024 a year before is all of
        February 2023."""
        return self._moved(library.tiendo_period_shift, int_of("months", months))

    def year_before(self) -> "Period":
        """The same period one year before."""
        return self.shifted(-12)

    def previous(self) -> "Period":
        """The period of the same length that ends where this one starts."""
        return self._moved(library.tiendo_period_previous)

    def months(self) -> List["Period"]:
        """Its calendar months, in order; Error when it is not made of them."""
        return self._parts(1)

    def quarters(self) -> List["Period"]:
        """Its quarters, likewise."""
        return self._parts(3)

    def halves(self) -> List["Period"]:
        """Its halves of years, likewise."""
        return self._parts(6)

    def years(self) -> List["Period"]:
        """Its calendar years, likewise."""
        return self._parts(12)

    def tiling_fault(self, parts: Iterable["Period"]) -> Optional["TilingFault"]:
        """What first keeps the parts, in any order, from tiling this period; None when every day
        of it is in exactly one of them and no other day in any."""
        structs = structs_of(parts)
        tiling, days = ctypes.c_int32(), t.PeriodDays()
        arguments = (structs, len(structs), ctypes.byref(tiling), ctypes.byref(days))
        call(library.tiendo_period_tiling, struct_of(self), *arguments)
        return TilingFault(Tiling(tiling.value), period_of(days)) if tiling.value else None

    def elapsed_share(self, as_of: datetime.date) -> Fraction:
        """The share of its days that is over at the end of that day, which counts itself: 0 before
        the period, 1 from its last day on."""
        gone, days = ctypes.c_int64(), ctypes.c_int64()
        arguments = (struct_of(self), days_of(as_of), ctypes.byref(gone), ctypes.byref(days))
        call(library.tiendo_period_elapsed, *arguments)
        return Fraction(gone.value, days.value)

    def elapsed_months(self, as_of: datetime.date) -> Tuple[int, int]:
        """How many of its months are over as a whole at the end of that day, and how many it has.

        Months begin on the day of the month on which it does. Raises Error where it is not made of them.
        """
        gone, months = ctypes.c_int32(), ctypes.c_int32()
        arguments = (struct_of(self), days_of(as_of), ctypes.byref(gone), ctypes.byref(months))
        call(library.tiendo_period_elapsed_months, *arguments)
        return gone.value, months.value

    def _moved(self, function: Any, *arguments: int) -> "Period":
        found = t.PeriodDays()
        call(function, struct_of(self), *arguments, ctypes.byref(found))
        return period_of(found)

    def _parts(self, months: int) -> List["Period"]:
        function, struct = library.tiendo_period_split, struct_of(self)
        found = call_for_room(t.PeriodDays, function, struct, months)
        return [period_of(one) for one in found]


@dataclasses.dataclass(frozen=True)
class TilingFault:
    """The first days that keep periods from tiling a whole, all at fault in the same way."""

    tiling: Tiling
    days: Period


def plus_months(day: datetime.date, count: int) -> datetime.date:
    """The same day so many months later, or the last one of a month that has no such day.

    31 January and 1 month is 28 or 29 February; 28 February and 1 month is 28 March.
    """
    result = ctypes.c_int32()
    call(library.tiendo_date_add, days_of(day), int_of("count", count), 0, ctypes.byref(result))
    return date_of(result.value)


def struct_of(period: Period) -> t.PeriodDays:
    """A period as the library has it."""
    if not isinstance(period, Period):
        raise TypeError(f"a Period is needed, not {period!r}")
    return t.PeriodDays(days_of(period.start), days_of(period.end))


def structs_of(periods: Iterable[Period]) -> Any:
    """An array of periods as the library has them."""
    structs = [struct_of(period) for period in periods]
    return (t.PeriodDays * len(structs))(*structs)


def period_of(struct: t.PeriodDays) -> Period:
    """A period that the library made."""
    return Period(date_of(struct.start), date_of(struct.end))
