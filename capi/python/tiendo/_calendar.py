"""Reporting calendars: which days a report for a named period really covers."""

from __future__ import annotations

import ctypes
import dataclasses
import datetime
from typing import Iterable, List, NamedTuple, Optional

from . import _table as t
from ._call import array_of, call, days_of, int_of, new_struct
from ._library import library
from ._period import Period, period_of, struct_of
from ._words import CALENDARS


@dataclasses.dataclass(frozen=True)
class ReportingRule:
    """How the windows of a calendar lie, from a day on.

    The rule of a named period is the one in force on the period's last day.
    """

    #: The first day on which the rule is in force.
    in_force_from: datetime.date
    #: The day of a month on which windows start, 1 to 28.
    first_day: int = 1
    #: Whether that day lies in the month before the first one that the period names.
    month_before: bool = False
    #: How many months longer the window of whole calendar years is, 0 to 12.
    year_extra_months: int = 0

    def _struct(self) -> t.ReportingRuleInfo:
        rule = new_struct(t.ReportingRuleInfo)
        rule.in_force_from = days_of(self.in_force_from)
        rule.first_day = int_of("first_day", self.first_day, 32)
        rule.month_before = bool(self.month_before)
        rule.year_extra_months = int_of("year_extra_months", self.year_extra_months, 32)
        return rule


class ComparedWindows(NamedTuple):
    """The windows of a period and of the same period of the year before."""

    window: Period
    year_before: Period


class Calendar:
    """A reporting calendar: one of those known here, or rules of one's own, in order.

    >>> str(Calendar.administrative().window(Period.parse("2024-H1")))
    '2023-12-15/2024-06-15'

    A period for which no rule is in force raises Error: nothing is guessed.
    """

    def __init__(self, rules: Iterable[ReportingRule], name: str = "own") -> None:
        self._fill(tuple(rules), name, None)

    @classmethod
    def civil(cls) -> "Calendar":
        """The first to the last day of what is named."""
        return cls._known("civil")

    @classmethod
    def administrative(cls) -> "Calendar":
        """The 15th of the month before to the 14th (Decree 09/2019/ND-CP, from 2019-03-12)."""
        return cls._known("administrative")

    @classmethod
    def public_investment(cls) -> "Calendar":
        """Civil, but a year runs on to 31 January of the next one (laws of 2019 and 2024, from
        2020-01-01)."""
        return cls._known("public_investment")

    @classmethod
    def _known(cls, name: str) -> "Calendar":
        made = cls.__new__(cls)
        made._fill((), name, name)
        return made

    def _fill(self, rules: tuple[ReportingRule, ...], name: str, kind: Optional[str]) -> None:
        #: What it is called.
        self.name = name
        self._rules = (t.ReportingRuleInfo * len(rules))(*(rule._struct() for rule in rules))
        self._struct = new_struct(t.CalendarInfo)
        self._struct.kind = CALENDARS[kind]
        if rules:
            self._struct.rules = self._rules
            self._struct.rule_count = len(rules)
        self.months_of([])  # the library says what is wrong with the rules

    def window(self, named: Period) -> Period:
        """The days that a report for a period of whole months covers."""
        found = t.PeriodDays()
        call(library.tiendo_calendar_window, self._struct, struct_of(named), ctypes.byref(found))
        return period_of(found)

    def with_year_before(self, named: Period) -> ComparedWindows:
        """The windows of the period and of the same period one year before. Error when the rules
        changed between them: their days would not correspond."""
        now, before = t.PeriodDays(), t.PeriodDays()
        arguments = (self._struct, struct_of(named), ctypes.byref(now), ctypes.byref(before))
        call(library.tiendo_calendar_comparison, *arguments)
        return ComparedWindows(period_of(now), period_of(before))

    def month_of(self, day: datetime.date) -> Period:
        """The month under which the day is reported: January 2024 for 15 December 2023 in the
        administrative calendar."""
        return self.months_of([day])[0]

    def months_of(self, days: Iterable[datetime.date]) -> List[Period]:
        """The month of each day, in one call."""
        array = array_of(days)
        months = (t.PeriodDays * len(array))()
        call(library.tiendo_calendar_months, self._struct, array, len(array), months)
        return [period_of(month) for month in months]

    def __repr__(self) -> str:
        return f"<Calendar {self.name}>"
