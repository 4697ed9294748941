"""Fractions: rounding to any number of digits, bounds, roots and compound growth, all exact.

Values are Fraction, Decimal or int; a float is refused, since it is not the number that was meant.
They cross into the library as text, so that every limit is the library's: at most 10,000 digits
above and below the line.
"""

from __future__ import annotations

import ctypes
import dataclasses
from decimal import Decimal
from fractions import Fraction
from typing import Any, Optional, Tuple

from . import _table as t
from ._call import call, call_for_text, int_of, new_struct, text_of
from ._library import library
from ._numbers import Exactly, exact_text, fraction_of
from ._words import NUMBERS, ROUNDINGS, number_of

_PLAIN = NUMBERS["plain"]


def round_fraction(value: Exactly, digits: int, rounding: str) -> Decimal:
    """The value with exactly so many digits after the point, rounded once in one of seven modes."""
    return _printed(library.tiendo_fraction_round, *_passed(value), digits, rounding)


def exact_decimal(value: Exactly) -> Decimal:
    """The value with all its digits, where they end: 1/8 is 0.125, and 1/3 raises Error."""
    return Decimal(text_of(library.tiendo_fraction_decimal, *_passed(value), _PLAIN))


def root(value: Exactly, degree: int, digits: int, rounding: str) -> Decimal:
    """A root (degree 2 is the square root), correctly rounded from the endless exact one.

    Odd roots of negative numbers are negative; even ones raise Error.
    """
    function = library.tiendo_fraction_root
    return _printed(function, *_passed(value), int_of("degree", degree, 32), digits, rounding)


def exact_root(value: Exactly, degree: int) -> Optional[Fraction]:
    """A root as a fraction when it is one, 2/3 for 4/9; None when it is none."""
    function = library.tiendo_fraction_exact_root
    text = call_for_text(function, *_passed(value), int_of("degree", degree, 32))
    return None if text is None else fraction_of(text)


def fraction_bounds(value: Exactly, denominator: int) -> Tuple[Fraction, Fraction]:
    """The nearest fractions below and above with denominators up to the one given, to show people.

    Decimal("3.14159") and 112 give 333/106 and 22/7. A value whose own denominator is short enough
    is both.
    """
    passed = (*_passed(value), int_of("denominator", denominator))
    lower = text_of(library.tiendo_fraction_lower, *passed)
    return fraction_of(lower), fraction_of(text_of(library.tiendo_fraction_upper, *passed))


@dataclasses.dataclass(frozen=True)
class Growth:
    """Compound growth: from one value to another over a number of periods.

    Rates are in percent: Growth(100, 121, 2) grows by 10 per period. Whether a rate is reached is
    decided exactly, ties included. Raises Error unless first > 0 and last >= 0.
    """

    first: Exactly
    last: Exactly
    #: From the first value to the last: 5 for 2020 to 2025.
    periods: int
    #: Periods that the rate is for: 12 gives the yearly rate of growth counted in months.
    rate_periods: int = 1

    def average(self, digits: int, rounding: str) -> Decimal:
        """The average rate in percent, correctly rounded from the endless exact one."""
        growth = _growth(self)
        return _printed(library.tiendo_growth_average, ctypes.byref(growth), digits, rounding)

    def compare(self, percent: Exactly) -> int:
        """How the average rate stands to a rate in percent: -1, 0 or 1."""
        growth = _growth(self)
        return _order(library.tiendo_growth_compare, ctypes.byref(growth), *_passed(percent))

    def compare_growth(self, other: "Growth", factor: Exactly = 1) -> int:
        """How the average rate stands to `factor` times that of another growth: -1, 0 or 1."""
        mine, theirs = _growth(self), _growth(other)
        function = library.tiendo_growth_compare_growth
        return _order(function, ctypes.byref(mine), *_passed(factor), ctypes.byref(theirs))

    def compare_extrapolated(self, further: int, threshold: Exactly) -> int:
        """How the value that is reached `further` periods after the last stands to a threshold."""
        growth, count = _growth(self), int_of("further", further, 32)
        function = library.tiendo_growth_compare_extrapolated
        return _order(function, ctypes.byref(growth), count, *_passed(threshold))


def _growth(growth: Growth) -> t.Growth:
    made = new_struct(t.Growth)
    made.periods = int_of("periods", growth.periods, 32)
    # 0 would stand for 1 in the structure; here it is out of range.
    made.rate_periods = int_of("rate_periods", growth.rate_periods, 32) or -1
    made.first, made.last = exact_text(growth.first), exact_text(growth.last)
    return made


def _printed(function: Any, *arguments: Any) -> Decimal:
    """Calls a function whose last arguments are digits and a way to round."""
    *before, digits, rounding = arguments
    mode = number_of("rounding", ROUNDINGS, rounding)
    return Decimal(text_of(function, *before, int_of("digits", digits, 32), mode, _PLAIN))


def _order(function: Any, *arguments: Any) -> int:
    order = ctypes.c_int32()
    call(function, *arguments, ctypes.byref(order))
    return order.value


def _passed(value: Exactly) -> Tuple[bytes, int]:
    """A value as the two arguments that a text is."""
    text = exact_text(value)
    return text, len(text)
