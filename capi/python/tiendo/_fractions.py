"""Fractions: rounding to any number of digits, bounds, roots and compound growth, all exact.

Values are Fraction, Decimal or int; a float is refused, since it is not the number that was meant.
They cross into the library as text, so that every limit is the library's: at most 1,000 digits
above and below the line, 10,000 in results.
"""

from __future__ import annotations

import ctypes
import dataclasses
from decimal import Decimal
from fractions import Fraction
from typing import Any, Optional, Tuple, Union

from . import _table as t
from ._call import call, call_for_text, new_struct, text_of
from ._library import library
from ._row import _fraction
from ._words import NUMBERS, ROUNDINGS, number_of

Exactly = Union[Fraction, Decimal, int]

_MOST_DIGITS = 1000
_PLAIN = NUMBERS["plain"]


def round_fraction(value: Exactly, digits: int, rounding: str) -> Decimal:
    """The value with exactly so many digits after the point, rounded once in one of seven modes."""
    return _printed(library.tiendo_fraction_round, *_passed(value), digits, rounding)


def root(value: Exactly, degree: int, digits: int, rounding: str) -> Decimal:
    """A root (degree 2 is the square root), correctly rounded from the endless exact one.

    Odd roots of negative numbers are negative; even ones raise Error.
    """
    function = library.tiendo_fraction_root
    return _printed(function, *_passed(value), _count("degree", degree), digits, rounding)


def exact_root(value: Exactly, degree: int) -> Optional[Fraction]:
    """A root as a fraction when it is one, 2/3 for 4/9; None when it is none."""
    function = library.tiendo_fraction_exact_root
    text = call_for_text(function, *_passed(value), _count("degree", degree))
    return None if text is None else _fraction(text)


def fraction_bounds(value: Exactly, denominator: int) -> Tuple[Fraction, Fraction]:
    """The nearest fractions below and above with denominators up to the one given, to show people.

    Decimal("3.14159") and 112 give 333/106 and 22/7. A value whose own denominator is short enough
    is both.
    """
    passed = (*_passed(value), _count("denominator", denominator, bits=64))
    lower = text_of(library.tiendo_fraction_lower, *passed)
    return _fraction(lower), _fraction(text_of(library.tiendo_fraction_upper, *passed))


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
        growth, count = _growth(self), _count("further", further)
        function = library.tiendo_growth_compare_extrapolated
        return _order(function, ctypes.byref(growth), count, *_passed(threshold))


def _growth(growth: Growth) -> t.Growth:
    made = new_struct(t.Growth)
    made.periods = _count("periods", growth.periods)
    # 0 would stand for 1 in the structure; here it is out of range.
    made.rate_periods = _count("rate_periods", growth.rate_periods) or -1
    made.first, made.last = _text(growth.first), _text(growth.last)
    return made


def _printed(function: Any, *arguments: Any) -> Decimal:
    """Calls a function whose last arguments are digits and a way to round."""
    *before, digits, rounding = arguments
    mode = number_of("rounding", ROUNDINGS, rounding)
    return Decimal(text_of(function, *before, _count("digits", digits), mode, _PLAIN))


def _order(function: Any, *arguments: Any) -> int:
    order = ctypes.c_int32()
    call(function, *arguments, ctypes.byref(order))
    return order.value


def _count(name: str, number: int, bits: int = 32) -> int:
    """An integer of the C interface: ctypes would cut off what does not fit it.

    Every limit of 32-bit numbers is narrower, so the largest is refused as what was passed would be.
    """
    if isinstance(number, bool) or not isinstance(number, int):
        raise TypeError(f"{name} is {number!r}; an int is needed")
    most = 2 ** (bits - 1) - 1
    if bits == 64 and number > most:
        raise ValueError(f"{name} is {number}; it may be at most {most}")
    return max(-most, min(number, most))


def _passed(value: Exactly) -> Tuple[bytes, int]:
    """A value as the two arguments that a text is."""
    text = _text(value)
    return text, len(text)


def _text(value: Exactly) -> bytes:
    """A value as text, by way of Decimal for integers: str() refuses more than 4300 digits."""
    if isinstance(value, Fraction):
        return _text(value.numerator) + b"/" + _text(value.denominator)
    if isinstance(value, Decimal):
        return _text_of_decimal(value)
    if isinstance(value, bool) or not isinstance(value, int):
        raise TypeError(f"a Fraction, a Decimal or an int is needed, not {value!r}")
    return str(Decimal(value)).encode()


def _text_of_decimal(value: Decimal) -> bytes:
    """A number in plain digits. One that the library refuses is not written out: 1E+999999999."""
    if not value.is_finite():
        raise ValueError(f"a finite number is needed, not {value!r}")
    if not value:
        return b"0"
    exponent = int(value.as_tuple().exponent)
    if value.adjusted() >= _MOST_DIGITS or exponent < -_MOST_DIGITS:
        return b"9" * (_MOST_DIGITS + 1)
    return format(value, "f").encode()
