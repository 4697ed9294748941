"""Numbers by themselves: with their words, as parts that add up, as printed figures.

Numbers go in as decimal.Decimal, int or, where said, fractions.Fraction and text, and come out as Decimals,
all exact and of at most 38 digits. A float is refused: it is not the number that was written.
"""

from __future__ import annotations

import ctypes
import dataclasses
from decimal import Decimal
from fractions import Fraction
from typing import Any, Iterable, List, Mapping, Optional, Sequence, Union

from . import _table as t
from ._call import call, int_of, text_of
from ._library import library
from ._numbers import Exactly, Number, Numbers, decimal128_of, decimal_of, exact_text, of_format
from ._words import LEFTOVERS, QUALIFIERS, ROUNDINGS, SCALE_WORDS, number_of


@dataclasses.dataclass(frozen=True)
class WordedNumber:
    """A number as it was printed."""

    #: Exact, with the scale word worked in: "1,5 tỷ" is 1500000000.
    value: Decimal
    #: "about", "over", "under", or None.
    qualifier: Optional[str]
    #: "thousand", "million", "billion", "thousand_billion", "million_billion", or None.
    scale_word: Optional[str]


@dataclasses.dataclass(frozen=True)
class Interval:
    """All numbers between two ends; `number in interval` asks exactly.

    The ends are Decimals of a figure as it was printed, Fractions of what an Expression can be.
    """

    low: Exactly
    high: Exactly
    #: Whether the lower end itself belongs to it.
    has_low: bool
    #: Whether the upper end itself belongs to it.
    has_high: bool

    def __contains__(self, number: Exactly) -> bool:
        value = _fraction(number)
        low, high = Fraction(self.low), Fraction(self.high)
        return (low < value or (self.has_low and low == value)) and (
            value < high or (self.has_high and value == high)
        )

    def intersection(self, other: "Interval") -> Optional["Interval"]:
        """The numbers that both have, or None: two figures that were printed of one number share some."""
        low, without_low = max((self.low, not self.has_low), (other.low, not other.has_low))
        high, has_high = min((self.high, self.has_high), (other.high, other.has_high))
        if low > high or (low == high and (without_low or not has_high)):
            return None
        return Interval(low, high, not without_low, has_high)


def parse_words(text: str, numbers: Numbers = "vi") -> WordedNumber:
    """Reads a number as Vietnamese documents print it: "khoảng 1.234,5 tỷ", "hơn 147,1 nghìn tỷ".

    Qualifiers are khoảng (about), trên, hơn (over), gần, dưới (under); scale words nghìn or ngàn, triệu,
    tỷ or tỉ, nghìn tỷ and triệu tỷ. Whatever else is in the text is refused: Error.offset says where, in
    bytes of its UTF-8.
    """
    if not isinstance(text, str):
        raise TypeError(f"a str is needed, not {text!r}")
    data = text.encode("utf-8", "surrogatepass")
    function, form = of_format("tiendo_decimal_parse_words", numbers)
    value, qualifier, word = t.Decimal128(), ctypes.c_int32(), ctypes.c_int32()
    call(
        function,
        data,
        len(data),
        form,
        ctypes.byref(value),
        ctypes.byref(qualifier),
        ctypes.byref(word),
    )
    return WordedNumber(
        decimal_of(value),
        _word_of(QUALIFIERS, qualifier.value),
        _word_of(SCALE_WORDS, word.value),
    )


def format_words(
    value: Number,
    scale_word: Optional[str],
    digits: int,
    rounding: str = "half_up",
    numbers: Numbers = "vi",
) -> str:
    """Writes a number in the unit of a scale word, rounded once: "147,1 nghìn tỷ"."""
    function, form = of_format("tiendo_decimal_format_words", numbers)
    return text_of(
        function,
        ctypes.byref(decimal128_of(value)),
        number_of("scale_word", SCALE_WORDS, scale_word),
        int_of("digits", digits, 32),
        number_of("rounding", ROUNDINGS, rounding),
        form,
    )


def split(
    amount: Number,
    weights: Iterable[Union[Exactly, str]],
    scale: int,
    leftover: str = "largest_remainder",
) -> List[Decimal]:
    """Splits an amount by weights into parts of `scale` digits that add up to it, exactly.

    What is left when every part is rounded down goes, a unit each, to those that lost most, the earlier
    of equals first ("largest_remainder"), or all of it to the "first" or "last" part with a weight. A
    weight of zero always gets zero. A weight may also be exact text, "1/3" or "0.25"; Error.row says
    which one is no number.
    """
    if isinstance(weights, str):
        raise TypeError(f"a list of weights is needed, not {weights!r}")
    by = [_weight(weight) for weight in weights]
    parts = _structs([t.Decimal128()] * len(by))
    call(
        library.tiendo_decimal_split_by_fractions,
        ctypes.byref(decimal128_of(amount)),
        (ctypes.c_char_p * len(by))(*by),
        (ctypes.c_int64 * len(by))(*map(len, by)),
        len(by),
        int_of("scale", scale, 32),
        number_of("leftover", LEFTOVERS, leftover),
        parts,
    )
    return [decimal_of(part) for part in parts]


def round_shares(shares: Iterable[Exactly], total: Number, scale: int) -> List[Decimal]:
    """Rounds exact shares to `scale` digits so that they add up to their total (largest remainder).

    Shares that do not add up to the total exactly are refused. Not for shares that are published one by
    one: those are rounded plainly, and may differ from the total by a unit.
    """
    exact = [_fraction(share) for share in shares]
    above = _structs([decimal128_of(share.numerator) for share in exact])
    below = _structs([decimal128_of(share.denominator) for share in exact])
    results = _structs([t.Decimal128()] * len(exact))
    call(
        library.tiendo_shares_round,
        above,
        below,
        len(exact),
        ctypes.byref(decimal128_of(total)),
        int_of("scale", scale, 32),
        results,
    )
    return [decimal_of(result) for result in results]


def printed_interval(figure: Number, rounding: Optional[str] = None) -> Interval:
    """The numbers that print as a figure, with the digits it has, in a way of rounding.

    Without one, to the nearest, both ties included.
    """
    mode = t.ROUND_UNKNOWN if rounding is None else number_of("rounding", ROUNDINGS, rounding)
    low, high = t.Decimal128(), t.Decimal128()
    has_low, has_high = ctypes.c_int32(), ctypes.c_int32()
    call(
        library.tiendo_printed_interval,
        ctypes.byref(decimal128_of(figure)),
        mode,
        ctypes.byref(low),
        ctypes.byref(high),
        ctypes.byref(has_low),
        ctypes.byref(has_high),
    )
    return Interval(
        decimal_of(low), decimal_of(high), bool(has_low.value), bool(has_high.value)
    )


def _structs(values: Sequence[t.Decimal128]) -> Any:
    return (t.Decimal128 * len(values))(*values)


def _weight(weight: Union[Exactly, str]) -> bytes:
    """A weight as text, which is refused by the library if it is no number."""
    return weight.encode("utf-8", "surrogatepass") if isinstance(weight, str) else exact_text(weight)


def _fraction(number: Exactly) -> Fraction:
    if isinstance(number, bool) or not isinstance(number, (Fraction, Decimal, int)):
        raise TypeError(f"a Fraction, a Decimal or an int is needed, not {number!r}")
    return Fraction(number)


def _word_of(words: Mapping[Optional[str], int], number: int) -> Optional[str]:
    """The word of a number; one that a newer library has and we do not is shown as its number."""
    return next((word for word, known in words.items() if known == number), str(number))
