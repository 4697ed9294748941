"""Targets split over the units below: the calls behind the methods of a book."""

from __future__ import annotations

import ctypes
import datetime
import decimal
from typing import Any, Dict, Mapping, Optional, Sequence, Union

from . import _table as t
from ._call import Handle, call, call_reading, days_of, encoded, int_of, new_struct, text_of
from ._errors import Error
from ._library import library
from ._numbers import Numbers, decimal128_of, decimal_of, numbers_of
from ._period import Period, struct_of
from ._plan import Plan
from ._words import FORMATS, LEFTOVERS, number_of

Weights = Union[Mapping[str, Union[decimal.Decimal, int]], Sequence[str]]
Parts = Dict[str, decimal.Decimal]


class Rule:
    """Digits of the parts, and who gets what is left; as the library takes them."""

    def __init__(self, digits: Optional[int], remainder: str) -> None:
        self.numbers = (
            t.DIGITS_OWN if digits is None else int_of("digits", digits, 32),
            number_of("remainder", LEFTOVERS, remainder),
        )


def by_weights(plan: Plan, target: int, weights: Weights, rule: Rule) -> Parts:
    """By weights that are given, or alike."""
    units, count = _ids(weights), len(weights)
    by = _numbers(weights) if isinstance(weights, Mapping) else None
    parts = (t.Decimal128 * count)()
    position = int_of("target", target, 64)
    call(library.tiendo_plan_split_target, plan._handle, position, units, by, count, *rule.numbers, parts)
    return {unit: decimal_of(part) for unit, part in zip(weights, parts)}


def digits_of_parts(plan: Plan, target: int) -> int:
    """Digits that parts have unless others are asked for."""
    scale = ctypes.c_int32()
    call(library.tiendo_plan_split_scale, plan._handle, int_of("target", target, 64), ctypes.byref(scale))
    return scale.value


def weights_in_plan(
    plan: Plan, target: int, indicator: Optional[str], day: Optional[datetime.date], levels: int
) -> Parts:
    """What the units below have as targets for an indicator; 1 each where there is none."""
    room = _Room(plan)
    call(
        library.tiendo_plan_split_weights,
        plan._handle,
        int_of("target", target, 64),
        encoded(indicator),
        0 if day is None else days_of(day),
        int_of("levels", levels, 32),
        *room.arguments,
    )
    return room.parts()


def weights_of_table(plan: Plan, read: Any, table: Sequence[Any], numbers: Numbers) -> Parts:
    """Those of a table, a text or a file for `read`, of which a unit may stand in one row."""
    room = _Room(plan)
    try:
        with numbers_of(numbers) as form:
            call_reading(read, plan._handle, *table, form, *room.arguments)
        parts = room.parts()
    except Error as problem:
        if problem.status != "TIENDO_E_SMALL_BUFFER":
            raise
        parts = {}  # there are more rows than units
    if len(parts) < room.count:
        raise ValueError("a unit stands twice in the table of weights")
    return parts


def written(plan: Plan, target: int, parts: Mapping[str, Union[decimal.Decimal, int]], format: str) -> str:
    """Parts as targets of a plan."""
    position, form = int_of("target", target, 64), number_of("format", FORMATS, format)
    units, amounts = _ids(parts), _numbers(parts)
    return text_of(library.tiendo_plan_write_parts, plan._handle, position, units, amounts, len(parts), form)


class Figures:
    """Which figures are weights."""

    def __init__(self, indicator: str, period: Period, levels: int) -> None:
        self.info = new_struct(t.ReportedWeights)
        self.info.indicator = encoded(indicator)
        self.info.levels = int_of("levels", levels, 32)
        days = struct_of(period)
        self.info.period_start, self.info.period_end = days.start, days.end


def by_reports(
    plan: Plan,
    observations: Handle,
    target: int,
    figures: Figures,
    request: t.Request,
    rule: Rule,
) -> Parts:
    """By what each unit has, as a report by the request would say it."""
    room = _Room(plan)
    call(
        library.tiendo_observations_split_target,
        observations,
        int_of("target", target, 64),
        ctypes.byref(figures.info),
        ctypes.byref(request),
        *rule.numbers,
        *room.arguments,
    )
    return room.parts()


class _Room:
    """For as many units as the plan has, and a number beside each."""

    def __init__(self, plan: Plan) -> None:
        most = len(plan.units)
        self._plan, self._count = plan, ctypes.c_int64()
        self._units, self._numbers = (ctypes.c_int64 * most)(), (t.Decimal128 * most)()
        self.arguments = (self._units, self._numbers, most, ctypes.byref(self._count))

    @property
    def count(self) -> int:
        """How many were put there."""
        return self._count.value

    def parts(self) -> Parts:
        """What was put there, by the ids of the units."""
        found = range(self.count)
        return {self._plan.units[self._units[i]].id: decimal_of(self._numbers[i]) for i in found}


def _ids(units: Union[Mapping[str, object], Sequence[str]]) -> ctypes.Array[ctypes.c_char_p]:
    return (ctypes.c_char_p * len(units))(*(encoded(unit) for unit in units))


def _numbers(by_unit: Mapping[str, Union[decimal.Decimal, int]]) -> ctypes.Array[t.Decimal128]:
    return (t.Decimal128 * len(by_unit))(*(decimal128_of(number) for number in by_unit.values()))
