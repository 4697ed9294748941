"""The units of a plan as they are on a day: who stands where, and what becomes of them."""

from __future__ import annotations

import ctypes
import datetime
from fractions import Fraction
from typing import Any, Dict, Optional, Tuple

from . import _table as t
from ._call import Handle, call, call_for_room, call_for_text, days_of, text_of
from ._library import library
from ._numbers import fraction_of
from ._words import LANGUAGES, PARTS, number_of


class UnitsOn:
    """The units of a plan on a day: plan.units_on(day). Units are named by their ids.

    >>> units = plan.units_on(datetime.date(2025, 7, 1))
    >>> units.children("province")
    ('ward-1', 'ward-2')
    >>> units.made_of("ward-1", datetime.date(2025, 6, 30))
    {'town': Fraction(1, 4), 'village': Fraction(1, 1)}
    """

    def __init__(self, handle: Handle, day: datetime.date) -> None:
        self._handle = handle
        self._day = day
        self._days = days_of(day)

    @property
    def day(self) -> datetime.date:
        """The day."""
        return self._day

    def exists(self, unit: str) -> bool:
        """Whether the unit exists on the day."""
        found = ctypes.c_int32()
        function = library.tiendo_plan_unit_exists
        call(function, self._handle, self._at(unit), self._days, ctypes.byref(found))
        return bool(found.value)

    def parent(self, unit: str) -> Optional[str]:
        """The unit above; None where there is none, and where one of the two does not exist."""
        found = ctypes.c_int64()
        function = library.tiendo_plan_unit_parent
        call(function, self._handle, self._at(unit), self._days, ctypes.byref(found))
        return self._id(found.value)

    def children(self, unit: str) -> Tuple[str, ...]:
        """The units directly below that exist on the day, in the order of the plan."""
        function = library.tiendo_plan_unit_children
        return self._ids(function, self._at(unit), self._days)

    def name(self, unit: str, lang: str = "vi") -> str:
        """The name that the unit has on the day."""
        language = number_of("lang", LANGUAGES, lang)
        function = library.tiendo_plan_unit_name
        return text_of(function, self._handle, self._at(unit), self._days, language)

    def code(self, unit: str) -> Optional[str]:
        """The official code that the unit has on the day."""
        function = library.tiendo_plan_unit_code
        return text_of(function, self._handle, self._at(unit), self._days) or None

    def find_code(self, code: str) -> Optional[str]:
        """The unit that has an official code on the day, or None."""
        data, found = code.encode("utf-8", "surrogatepass"), ctypes.c_int64()
        function = library.tiendo_plan_find_code
        call(function, self._handle, data, len(data), self._days, ctypes.byref(found))
        return self._id(found.value)

    def heirs(self, unit: str, day: datetime.date) -> Dict[str, Optional[Fraction]]:
        """What the unit is on another day, and the part of it that goes there; None where the plan does
        not say how much. On an earlier day, the units that it comes from."""
        at, days = self._at(unit), days_of(day)
        heirs = self._ids(library.tiendo_plan_unit_heirs, at, self._days, days)
        return {heir: self._share(at, self._days, self._at(heir), days) for heir in heirs}

    def made_of(self, unit: str, day: datetime.date) -> Dict[str, Optional[Fraction]]:
        """The units of an earlier day that the unit is made of, and the part of each that came to it;
        None where the plan does not say how much."""
        at, days = self._at(unit), days_of(day)
        units = self._ids(library.tiendo_plan_unit_predecessors, at, self._days, days)
        return {one: self._share(self._at(one), days, at, self._days) for one in units}

    def __repr__(self) -> str:
        return f"<Units on {self._day}>"

    def _share(self, unit: int, days: int, heir: int, heir_days: int) -> Optional[Fraction]:
        function = library.tiendo_plan_unit_share
        text = call_for_text(function, self._handle, unit, days, heir, heir_days)
        return None if text is None else fraction_of(text)

    def _ids(self, function: Any, *arguments: int) -> Tuple[str, ...]:
        found = call_for_room(ctypes.c_int64, function, self._handle, *arguments)
        return tuple(self._known_id(at) for at in found)

    def _id(self, at: int) -> Optional[str]:
        return None if at < 0 else self._known_id(at)

    def _known_id(self, at: int) -> str:
        return text_of(library.tiendo_plan_value, self._handle, t.PART_UNITS, at, b"id", 2)

    def _at(self, unit: str) -> int:
        data, index = unit.encode("utf-8", "surrogatepass"), ctypes.c_int64()
        function = library.tiendo_plan_find
        call(function, self._handle, PARTS["units"], data, len(data), ctypes.byref(index))
        if index.value < 0:
            raise KeyError(f"the plan has no unit {unit!r}")
        return index.value
