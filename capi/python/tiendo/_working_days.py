"""Working days, and due dates that move to one."""

from __future__ import annotations

import ctypes
import dataclasses
import datetime
from typing import Any, Iterable, List, Optional

from . import _table as t
from ._call import array_of, call, count_of, date_of, days_of, int_of, new_struct
from ._library import library
from ._period import Period, struct_of
from ._words import DUE_DATES


class WorkingDays:
    """Which days are worked: by weekday (1 for Monday to 7 for Sunday), but for holidays and for
    days that make up for others.

    A day that no list names is judged by its weekday alone, so the lists must reach as far as the
    question does.
    """

    def __init__(
        self,
        weekdays_off: Iterable[int] = (6, 7),
        holidays: Iterable[datetime.date] = (),
        make_up_days: Iterable[datetime.date] = (),
    ) -> None:
        self._holidays, self._make_up_days = array_of(holidays), array_of(make_up_days)
        self._struct = new_struct(t.WorkingDaysInfo)
        self._struct.has_weekdays_off = 1
        self._struct.weekdays_off = _bits_of(weekdays_off)
        self._struct.holidays = ctypes.addressof(self._holidays)
        self._struct.holiday_count = len(self._holidays)
        self._struct.make_up_days = ctypes.addressof(self._make_up_days)
        self._struct.make_up_day_count = len(self._make_up_days)
        self.are_working_days([])  # the library says what is wrong with the lists

    def is_working_day(self, day: datetime.date) -> bool:
        """Whether the day is worked."""
        return self.are_working_days([day])[0]

    def are_working_days(self, days: Iterable[datetime.date]) -> List[bool]:
        """Whether each day is worked, in one call."""
        array = array_of(days)
        worked = ctypes.create_string_buffer(len(array))
        call(library.tiendo_working_days_test, self._struct, array, len(array), worked)
        return [byte != 0 for byte in worked.raw]

    def on_or_after(self, day: datetime.date) -> datetime.date:
        """The day itself if it is worked, else the next one that is."""
        return self._day(library.tiendo_working_days_next, days_of(day))

    def plus(self, day: datetime.date, count: int) -> datetime.date:
        """The count-th working day after the day, or before it below zero; the day itself, worked
        or not, for 0."""
        return self._day(library.tiendo_working_days_add, days_of(day), int_of("count", count))

    def count(self, period: Period) -> int:
        """How many days of the period are worked."""
        struct = struct_of(period)
        function = library.tiendo_working_days_count
        return count_of(function, self._struct, struct.start, struct.end)

    def between(self, first: datetime.date, second: datetime.date) -> int:
        """How many working days lie after the one day and before the other. Between the cut-off of
        an administrative report and the day when it is due there must be at least one."""
        start, end = days_of(first) + 1, days_of(second)
        if start >= end:
            return 0
        return count_of(library.tiendo_working_days_count, self._struct, start, end)

    def _day(self, function: Any, *arguments: int) -> datetime.date:
        found = ctypes.c_int32()
        call(function, self._struct, *arguments, ctypes.byref(found))
        return date_of(found.value)


@dataclasses.dataclass(frozen=True)
class DueRule:
    """On which day reports are due, from a day on.

    The rule of a named period is the one in force on the period's last day.
    """

    #: The first day on which the rule is in force.
    in_force_from: datetime.date
    #: 0: in the last month of the period; 1: in the next one; to 12.
    months_after: int = 1
    #: The day of that month, 1 to 31, or its last day when it has no such day.
    day: int = 1

    def _struct(self) -> t.DueRuleInfo:
        rule = new_struct(t.DueRuleInfo)
        rule.in_force_from = days_of(self.in_force_from)
        rule.months_after = int_of("months_after", self.months_after, 32)
        rule.day = int_of("day", self.day, 32)
        return rule


class DueDates:
    """When reports are due: by rules of one's own, in order, or those known here.

    >>> DueDates.statistics().due(Period.parse("2024-Q3"))  # the 6th is a Sunday
    datetime.date(2024, 10, 7)

    Rules that make no sense raise Error when they are asked.
    """

    def __init__(self, rules: Iterable[DueRule], name: str = "own") -> None:
        self._fill(tuple(rules), name, None)

    @classmethod
    def statistics(cls) -> "DueDates":
        """Socio-economic reports of the central statistical office: the 29th of the last month,
        the last day in February; from August 2024 on the 6th of the month after."""
        made = cls.__new__(cls)
        made._fill((), "statistics", "statistics")
        return made

    def _fill(self, rules: tuple[DueRule, ...], name: str, kind: Optional[str]) -> None:
        #: What they are called.
        self.name = name
        self._rules = (t.DueRuleInfo * len(rules))(*(rule._struct() for rule in rules))
        self._struct = new_struct(t.DueDatesInfo)
        self._struct.kind = DUE_DATES[kind]
        if rules:
            self._struct.rules = self._rules
            self._struct.rule_count = len(rules)

    def due(self, named: Period, working: Optional[WorkingDays] = None) -> datetime.date:
        """When the report for a period of whole months is due: on the day of the rule, or on the
        next working day. Without `working` only Saturdays and Sundays are off."""
        found = ctypes.c_int32()
        days_off = None if working is None else working._struct
        arguments = (self._struct, struct_of(named), days_off, ctypes.byref(found))
        call(library.tiendo_due_date, *arguments)
        return date_of(found.value)

    def __repr__(self) -> str:
        return f"<DueDates {self.name}>"


def _bits_of(weekdays: Iterable[int]) -> int:
    """The weekdays as the library has them."""
    bits = 0
    for weekday in weekdays:
        if not 1 <= int_of("weekday", weekday) <= 7:
            raise ValueError(f"a weekday is a number from 1, Monday, to 7, Sunday, not {weekday}")
        bits |= 1 << (weekday - 1)
    return bits
