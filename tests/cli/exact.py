"""Rounding as it is defined: by the exact value, once."""

from decimal import Decimal
from fractions import Fraction


def rounded(exact, digits, mode):
    """The exact value in decimals with so many digits after the point."""
    scaled = Fraction(exact) * 10 ** digits
    below = scaled.numerator // scaled.denominator
    rest = scaled - below
    toward_zero = below if scaled >= 0 or rest == 0 else below + 1
    away = toward_zero if rest == 0 else toward_zero + (1 if scaled > 0 else -1)
    half = Fraction(1, 2)
    nearest = below if rest < half else below + 1
    whole = {"down": toward_zero, "up": away, "floor": below, "ceiling": below if rest == 0 else below + 1,
             "half_up": away if rest == half else nearest, "half_down": toward_zero if rest == half else nearest,
             "half_even": below + below % 2 if rest == half else nearest}[mode]
    return Decimal(whole).scaleb(-digits)
