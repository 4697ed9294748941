"""Numbers: exact decimals of up to 38 digits, read, written, rounded and divided.

The precision of the decimal module's context plays no part. Numbers cross into the library as plain
text, which is exact, so that every refusal is the library's. Only what is written may be longer: up
to 10,000 digits, as roots and rounded fractions have them.
"""

from __future__ import annotations

import contextlib
import ctypes
import decimal
from fractions import Fraction
from typing import Any, Iterator, NamedTuple, Tuple, Union

from . import _table as t
from ._call import call, int_of, new_struct, text_of, this_context
from ._library import library
from ._words import NUMBERS, ROUNDINGS, number_of

Number = Union[decimal.Decimal, int]
Exactly = Union[Fraction, decimal.Decimal, int]

#: Most digits that the library takes above and below the line of a fraction.
_MOST_DIGITS = 10000


class NumberFormat(NamedTuple):
    """A way of writing numbers with marks of its own: NumberFormat(".", "'") is for 1'234.5.

    A mark is one printable character of ASCII but no digit, no + and no -, or beyond ASCII a letter,
    a punctuation mark, a symbol or a space; nothing that is not seen, and no digit of any script.
    """

    #: Stands before the decimals.
    point: str
    #: Stands between groups of digits; "" for none.
    group: str = ""
    #: Digits in the group next to the point, 1 to 9.
    group_size: int = 3
    #: Digits in each group before that; 0 for the same.
    further_group_size: int = 0


#: How numbers are written: "plain" (1234.5), "vi" (1.234,5), or a format.
Numbers = Union[str, NumberFormat]

def parse_number(text: str, numbers: Numbers = "plain") -> decimal.Decimal:
    """The number that a text holds, with the digits it was given: "1.234,50" in "vi" is 1234.50.

    Nothing is guessed: what `numbers` ("plain", "vi" or a NumberFormat) does not read raises Error,
    with `offset`.
    """
    if not isinstance(text, str):
        raise TypeError(f"a str is needed, not {text!r}")
    data = text.encode("utf-8", "surrogatepass")
    result = t.Decimal128()
    function, form = of_format("tiendo_decimal_parse", numbers)
    call(function, data, len(data), form, ctypes.byref(result))
    return decimal_of(result)


def format_number(value: Number, numbers: Numbers = "plain") -> str:
    """All digits of a number, as "plain" (1234.50), as "vi" (1.234,50) or in a NumberFormat."""
    text = plain_text(value, _MOST_DIGITS)
    digits = len(text.partition(".")[2])
    function, form = of_format("tiendo_fraction_round", numbers)
    return text_of(function, text.encode(), len(text), digits, ROUNDINGS["down"], form)


def round_number(value: Number, digits: int, rounding: str) -> decimal.Decimal:
    """A number with exactly so many digits after the point, dropped in one of the seven modes."""
    mode = number_of("rounding", ROUNDINGS, rounding)
    return _computed(
        library.tiendo_decimal_round, decimal128_of(value), int_of("digits", digits, 32), mode
    )


def round_to_multiple(value: Number, unit: Number, rounding: str) -> decimal.Decimal:
    """The multiple of a unit next to a number: 12.37 by Decimal("0.05") is 12.35."""
    mode = number_of("rounding", ROUNDINGS, rounding)
    return _computed(library.tiendo_decimal_round_to_multiple, decimal128_of(value), decimal128_of(unit), mode)


def divide_exact(a: Number, b: Number) -> decimal.Decimal:
    """a / b where that ends: 1 / 8 is 0.125, and 1 / 3 raises Error."""
    return _computed(library.tiendo_decimal_divide, decimal128_of(a), decimal128_of(b))


def divide_rounded(a: Number, b: Number, digits: int, rounding: str) -> decimal.Decimal:
    """a / b, rounded once from the exact quotient."""
    mode = number_of("rounding", ROUNDINGS, rounding)
    return _computed(
        library.tiendo_ratio_round,
        decimal128_of(a),
        decimal128_of(b),
        int_of("digits", digits, 32),
        mode,
    )


def of_format(name: str, numbers: Numbers) -> Tuple[Any, Any]:
    """The function of that name, or its sibling for declared marks, and the format it takes."""
    if not isinstance(numbers, NumberFormat):
        return getattr(library, name), number_of("numbers", NUMBERS, numbers)
    return getattr(library, name + "_with"), ctypes.byref(_info_of(numbers))


@contextlib.contextmanager
def numbers_of(numbers: Numbers) -> Iterator[int]:
    """The number that calls inside take for a way of writing numbers: this thread's context knows the marks."""
    if not isinstance(numbers, NumberFormat):
        yield number_of("numbers", NUMBERS, numbers)
        return
    context, info = this_context(), _info_of(numbers)
    outer = context.declared  # that of a call which a handler of signals came into
    try:
        call(library.tiendo_context_set_number_format, ctypes.byref(info))
        context.declared = info
        yield t.NUMBERS_DECLARED
    finally:
        context.declared = outer
        call(library.tiendo_context_set_number_format, None if outer is None else ctypes.byref(outer))


def _info_of(numbers: NumberFormat) -> t.FormatInfo:
    info = new_struct(t.FormatInfo)
    info.point, info.group = ord(numbers.point), ord(numbers.group or "\0")
    info.group_size, info.further_group_size = numbers.group_size, numbers.further_group_size
    return info


def plain_text(value: Number, most: int = 100) -> str:
    """A number as plain text. A float is refused: it is not the number that was written.

    One of more digits than `most`, which is more than the library takes, becomes a text of moderate
    length that it refuses too: Decimal("1E+999999999") is not written out.
    """
    if isinstance(value, bool) or not isinstance(value, (decimal.Decimal, int)):
        raise TypeError(f"a Decimal or an int is needed, not {value!r}")
    if isinstance(value, int):
        # By way of Decimal: str() refuses more than 4300 digits. A digit has more than three bits.
        return str(decimal.Decimal(value)) if value.bit_length() <= 4 * most else "9" * (most + 1)
    if not value.is_finite():
        raise ValueError(f"a finite number is needed, not {value!r}")
    text = str(value)
    if "E" not in text:
        return text
    if value and value.adjusted() > most:
        return "9" * (most + 1)
    if value.adjusted() < -most:
        return "0." + "9" * (most + 1)
    return format(value, "f")


def exact_text(value: Exactly) -> bytes:
    """A value as text, the parts of a fraction apart."""
    if isinstance(value, Fraction):
        return exact_text(value.numerator) + b"/" + exact_text(value.denominator)
    return plain_text(value, _MOST_DIGITS).encode()


def fraction_of(text: str) -> Fraction:
    """By way of Decimal, which reads any number of digits; int() refuses more than 4300."""
    above, _, below = text.partition("/")
    return Fraction(int(decimal.Decimal(above)), int(decimal.Decimal(below or "1")))


def decimal_of_words(words: bytes, scale: int) -> decimal.Decimal:
    """The number of 16 bytes of decimal128."""
    return decimal.Decimal(f"{int.from_bytes(words, 'little', signed=True)}E-{scale}")


def decimal128_of(value: Number) -> t.Decimal128:
    """A number as the library passes it; Error beyond 38 digits."""
    text = plain_text(value).encode()
    result = t.Decimal128()
    call(library.tiendo_decimal_parse, text, len(text), t.NUMBERS_PLAIN, ctypes.byref(result))
    return result


def _computed(function: Any, *arguments: Any) -> decimal.Decimal:
    result = t.Decimal128()
    passed = [ctypes.byref(a) if isinstance(a, t.Decimal128) else a for a in arguments]
    call(function, *passed, ctypes.byref(result))
    return decimal_of(result)


def decimal_of(number: t.Decimal128) -> decimal.Decimal:
    """From text: arithmetic on Decimals would round to the precision in force."""
    return decimal.Decimal(f"{(number.hi << 64) + number.lo}E-{number.scale}")
