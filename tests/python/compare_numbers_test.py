"""The numbers of the C library against Python's decimal and fractions, on cases drawn at random.

TIENDO_CASES says how many cases (1,000), TIENDO_SEED where drawing begins; a failure prints both the
case and the seed. Every case is put to every check of CHECKS: a check gives, for what is asked of the
library, the answer and what Python makes of it. A new function of the library is a new check.

Python's contexts are wide enough for every result and trap what would be inexact, but for the one
that quantizes. Fractions are rounded here, by the definition of each mode.
"""

import ctypes
import dataclasses
import decimal
import math
import os
import random
import unittest
from decimal import Decimal
from fractions import Fraction

import tiendo
from tiendo import _table
from tiendo._call import call, text_of
from tiendo._library import library
from tiendo._numbers import of_format

CASES = int(os.environ.get("TIENDO_CASES", "1000"))
SEED = int(os.environ.get("TIENDO_SEED", "20240630"))

MOST_DIGITS = 38
PLAIN, VIETNAMESE = 0, 1

EXACT = decimal.Context(prec=400, traps=[decimal.Inexact, decimal.InvalidOperation, decimal.Overflow])
QUANTIZING = decimal.Context(prec=400, traps=[decimal.InvalidOperation, decimal.Overflow])

# number of the mode in tiendo.h: its name in Python
MODES = {
    1: decimal.ROUND_HALF_UP,
    2: decimal.ROUND_HALF_EVEN,
    3: decimal.ROUND_HALF_DOWN,
    4: decimal.ROUND_UP,
    5: decimal.ROUND_DOWN,
    6: decimal.ROUND_CEILING,
    7: decimal.ROUND_FLOOR,
}


# ---- What Python says ---------------------------------------------------------------------------


def parts(value):
    """(coefficient, scale) of a Decimal; -0.0 has the coefficient 0, as ours has."""
    sign, digits, exponent = value.as_tuple()
    return int("".join(map(str, digits))) * (-1 if sign else 1), -exponent


def number(coefficient, scale):
    """The Decimal of these parts, exactly."""
    return EXACT.scaleb(Decimal(coefficient), -scale)


def within_limits(coefficient, scale):
    """What the library must answer: the parts of the number, or that they do not fit."""
    fits = abs(coefficient) < 10**MOST_DIGITS and scale <= MOST_DIGITS
    return (coefficient, scale) if fits else "number_out_of_range"


def nearest(value, below, tie):
    """The integer next to a value between `below` and the integer after it."""
    middle = Fraction(2 * below + 1, 2)
    return tie if value == middle else below if value < middle else below + 1


def rounded(value, mode):
    """A Fraction as an integer."""
    below = math.floor(value)
    if below == value:
        return below
    above = below + 1
    away, towards = (above, below) if value > 0 else (below, above)
    even = below if below % 2 == 0 else above
    return {
        decimal.ROUND_HALF_UP: nearest(value, below, away),
        decimal.ROUND_HALF_EVEN: nearest(value, below, even),
        decimal.ROUND_HALF_DOWN: nearest(value, below, towards),
        decimal.ROUND_UP: away,
        decimal.ROUND_DOWN: towards,
        decimal.ROUND_CEILING: above,
        decimal.ROUND_FLOOR: below,
    }[mode]


def in_vietnamese(value):
    """1234.5 as 1.234,5."""
    return f"{value:,f}".translate(str.maketrans(",.", ".,"))


# ---- What the library says ----------------------------------------------------------------------


def passed(value):
    """A Decimal as the library takes it."""
    coefficient, scale = parts(value)
    return ctypes.byref(_table.Decimal128(coefficient & (2**64 - 1), coefficient >> 64, scale, 0))


def answer(function, *arguments):
    """The parts of the decimal that a function gives, or the name of its error."""
    result = _table.Decimal128()
    try:
        call(function, *arguments, ctypes.byref(result))
    except tiendo.Error as error:
        return error.code
    return result.hi * 2**64 + result.lo, result.scale


def text_answer(function, *arguments):
    """The text that a function gives, or the name of its error."""
    try:
        return text_of(function, *arguments)
    except tiendo.Error as error:
        return error.code


# ---- The checks ---------------------------------------------------------------------------------


@dataclasses.dataclass(frozen=True)
class Case:
    """Two numbers and a scale to round to; with what goes before a number that is written."""

    a: Decimal
    b: Decimal
    scale: int
    sign: str
    zeros: str

    def written(self, text):
        """The text of `a` with a sign and zeros that change nothing."""
        return ("-" if text.startswith("-") else self.sign) + self.zeros + text.removeprefix("-")


CHECKS = []


def check(function):
    CHECKS.append(function)
    return function


@check
def parse(case):
    text = case.written(f"{case.a:f}").encode()
    yield answer(library.tiendo_decimal_parse, text, len(text), PLAIN), parts(case.a)


@check
def parse_vietnamese(case):
    expected = parts(case.a)
    grouped = in_vietnamese(case.a).encode()
    plain = case.written(f"{case.a:f}".replace(".", ",")).encode()
    for text in (grouped, plain):
        yield answer(library.tiendo_decimal_parse, text, _table.NTS, VIETNAMESE), expected


@check
def print_in_both_formats(case):
    positive_zero = case.a if case.a else abs(case.a)
    yield text_answer(library.tiendo_decimal_format, passed(case.a), PLAIN), f"{positive_zero:f}"
    yield text_answer(library.tiendo_decimal_format, passed(case.a), VIETNAMESE), in_vietnamese(positive_zero)


@check
def compare(case):
    order = ctypes.c_int32()
    for a, b in ((case.a, case.b), (case.b, case.a), (case.a, case.a)):
        call(library.tiendo_decimal_compare, passed(a), passed(b), ctypes.byref(order))
        yield order.value, int(EXACT.compare(a, b))


@check
def add_subtract_and_multiply(case):
    for function, expected in (
        (library.tiendo_decimal_add, EXACT.add(case.a, case.b)),
        (library.tiendo_decimal_subtract, EXACT.subtract(case.a, case.b)),
        (library.tiendo_decimal_multiply, EXACT.multiply(case.a, case.b)),
    ):
        yield answer(function, passed(case.a), passed(case.b)), within_limits(*parts(expected))


@check
def round_in_every_mode(case):
    for mode, name in MODES.items():
        expected = case.a.quantize(number(1, case.scale), rounding=name, context=QUANTIZING)
        yield answer(library.tiendo_decimal_round, passed(case.a), case.scale, mode), within_limits(*parts(expected))


@check
def round_a_quotient_in_every_mode(case):
    for mode, name in MODES.items():
        found = answer(library.tiendo_ratio_round, passed(case.a), passed(case.b), case.scale, mode)
        if case.b:
            scaled = Fraction(case.a) / Fraction(case.b) * 10**case.scale
            yield found, within_limits(rounded(scaled, name), case.scale)
        else:
            yield found, "division_by_zero"


@check
def print_a_quotient(case):
    expected = str(Fraction(case.a) / Fraction(case.b)) if case.b else "division_by_zero"
    yield text_answer(library.tiendo_ratio_format, passed(case.a), passed(case.b)), expected


def split(units, weights):
    """An integer split by Fractions: rounded down, and a unit each to those that lost most."""
    shares = [abs(units) * weight / sum(weights) for weight in weights]
    parts_of_it = [math.floor(share) for share in shares]
    by_loss = sorted(range(len(shares)), key=lambda i: (parts_of_it[i] - shares[i], i))
    for i in by_loss[: abs(units) - sum(parts_of_it)]:
        parts_of_it[i] += 1
    return [part if units >= 0 else -part for part in parts_of_it]


@check
def split_by_fractions(case):
    weights = [Fraction(abs(case.b)) / 3, Fraction(2, 7), Fraction(0), Fraction(1, 3)]
    units = Fraction(case.a) * 10**case.scale
    try:
        found = [parts(part) for part in tiendo.split(case.a, weights, case.scale)]
    except tiendo.Error as error:
        found = error.code
    expected = "amount_scale"
    if units.denominator == 1:
        limited = [within_limits(part, case.scale) for part in split(units.numerator, weights)]
        expected = "number_out_of_range" if "number_out_of_range" in limited else limited
    yield found, expected


@check
def round_with_declared_marks(case):
    marks = tiendo.NumberFormat("\u066b", "\u2019")
    quotient = Fraction(case.a) / (Fraction(case.b) or 1)
    for mode, name in MODES.items():
        expected = f"{number(rounded(quotient * 10**case.scale, name), case.scale):,f}"
        text = f"{quotient.numerator}/{quotient.denominator}".encode()
        function, form = of_format("tiendo_fraction_round", marks)
        found = text_answer(function, text, len(text), case.scale, mode, form)
        yield found, expected.translate(str.maketrans({",": marks.group, ".": marks.point}))


@check
def pass_long_fractions(case):
    long = (Fraction(case.a) / (Fraction(case.b) or 1)) ** 40
    yield tiendo.exact_root(long, 1), long


# ---- The cases ----------------------------------------------------------------------------------


class Draw:
    """Draws cases that crowd where the library changes its way of working, and on ties."""

    EDGES = [2**n for n in (31, 32, 52, 53, 62, 63, 64, 126)] + [10**n for n in (9, 15, 17, 18, 19, 20, 36, 37, 38)]

    def __init__(self, seed):
        self.random = random.Random(seed)

    def size(self):
        kind = self.random.randrange(6)
        if kind == 0:
            return self.random.choice(self.EDGES) + self.random.randint(-2, 2)
        if kind == 1:  # trailing zeros, or a tie at some scale
            return self.random.randrange(200) * 5 * 10 ** self.random.randrange(30)
        if kind == 2:
            return self.random.randrange(1500)
        return self.random.randrange(10 ** self.random.randint(1, 38 if kind == 3 else 18))

    def number(self):
        size = min(self.size(), 10**MOST_DIGITS - 1)
        scale = self.random.choice((0, 0, 1, 2, 3, self.random.randint(0, MOST_DIGITS)))
        return number(self.random.choice((-1, 1)) * size, scale)

    def second(self, first):
        """Another number, or one that stands in some relation to the first."""
        coefficient, scale = parts(first)
        kind = self.random.randrange(16)
        if kind in (0, 1):
            return number(self.random.choice((-1, 0, 1)) * coefficient, scale)
        if kind in (2, 3) and abs(coefficient) < 10 ** (MOST_DIGITS - 3) and scale < MOST_DIGITS - 3:
            return number(coefficient * 1000 + self.random.randint(-1, 1), scale + 3)
        if kind in (4, 5):
            return number(2 ** self.random.randrange(40) * 5 ** self.random.randrange(10), 0)
        return self.number()

    def tie(self):
        """A number half-way between two of the scale that is given too."""
        scale = self.random.randrange(MOST_DIGITS)
        kept = self.random.randrange(10 ** self.random.randint(0, MOST_DIGITS - 1))
        return number(self.random.choice((-1, 1)) * (kept * 10 + 5), scale + 1), scale

    def numbers_and_scale(self):
        kind = self.random.randrange(6)
        if kind == 0:
            a, scale = self.tie()
            return a, self.second(a), scale
        a = self.number()
        own = parts(a)[1]
        scale = self.random.choice((0, 1, 2, max(own - 1, 0), self.random.randint(0, MOST_DIGITS)))
        if kind == 1 and abs(scale - own) < MOST_DIGITS:  # the quotient is half of the coefficient
            return a, number(2 * 10 ** max(scale - own, 0), max(own - scale, 0)), scale
        return a, self.second(a), scale

    def case(self):
        a, b, scale = self.numbers_and_scale()
        return Case(a, b, scale, self.random.choice(("", "+")), "0" * self.random.randrange(3))


class CompareNumbersTest(unittest.TestCase):
    def test_every_answer_is_what_python_says(self):
        draw = Draw(SEED)
        for _ in range(CASES):
            case = draw.case()
            for each in CHECKS:
                for place, (found, expected) in enumerate(each(case)):
                    if found != expected:
                        self.fail(f"{each.__name__} {place}: {case}, TIENDO_SEED={SEED}\n{found}\n{expected}")

    def test_the_draws_reach_errors_and_ties(self):
        draw = Draw(SEED)
        cases = [draw.case() for _ in range(1000)]
        self.assertTrue(any(not case.b for case in cases))
        self.assertTrue(any(case.a == case.b for case in cases))
        self.assertTrue(any(isinstance(found, str) for case in cases for found, _ in add_subtract_and_multiply(case)))
        for divisor in (lambda case: 1, lambda case: Fraction(case.b)):
            halves = [Fraction(case.a) / divisor(case) * 10**case.scale * 2 for case in cases if case.b]
            ties = [half for half in halves if half.denominator == 1 and half.numerator % 2 == 1]
            self.assertGreater(len(ties), 40)


if __name__ == "__main__":
    unittest.main()
