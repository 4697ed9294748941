"""Targets split over the units below: the calls behind the methods of a book."""

from __future__ import annotations

import ctypes
import decimal
from typing import Dict, Mapping, Optional, Sequence, Union

from . import _table as t
from ._call import Handle, call, encoded, int_of, new_struct
from ._library import library
from ._numbers import decimal128_of, decimal_of
from ._period import Period, struct_of
from ._plan import Plan
from ._words import LEFTOVERS, number_of

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
    ids = [encoded(unit) for unit in weights]
    by = None
    if isinstance(weights, Mapping):
        by = (t.Decimal128 * len(ids))(*(decimal128_of(weight) for weight in weights.values()))
    parts = (t.Decimal128 * len(ids))()
    units = (ctypes.c_char_p * len(ids))(*ids)
    call(
        library.tiendo_plan_split_target,
        plan._handle,
        int_of("target", target, 64),
        units,
        by,
        len(ids),
        *rule.numbers,
        parts,
    )
    return {unit: decimal_of(part) for unit, part in zip(weights, parts)}


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
    most = len(plan.units)
    units, parts, count = (ctypes.c_int64 * most)(), (t.Decimal128 * most)(), ctypes.c_int64()
    call(
        library.tiendo_observations_split_target,
        observations,
        int_of("target", target, 64),
        ctypes.byref(figures.info),
        ctypes.byref(request),
        *rule.numbers,
        units,
        parts,
        most,
        ctypes.byref(count),
    )
    return {plan.units[units[i]].id: decimal_of(parts[i]) for i in range(count.value)}
