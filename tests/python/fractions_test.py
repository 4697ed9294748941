"""Fractions, roots and compound growth from Python: exact types in and out, every refusal."""

import decimal
import random
import unittest
from decimal import Decimal
from fractions import Fraction

import tiendo
from tiendo import Growth

ROUNDINGS = ("half_up", "half_even", "half_down", "up", "down", "ceiling", "floor")
SEED = 20240630


class FractionsTest(unittest.TestCase):
    def error_of(self, function, *arguments):
        with self.assertRaises(tiendo.Error) as caught:
            function(*arguments)
        return caught.exception.code

    def test_a_fraction_is_rounded_once(self):
        for value, digits, rounding, wanted in (
            (Fraction(52461, 94820), 4, "half_up", "0.5533"),
            (Fraction(-5, 2), 0, "half_even", "-2"),
            (Fraction(-5, 2), 0, "half_up", "-3"),
            (Decimal("12.345"), 2, "half_down", "12.34"),
            (Decimal("0E+5"), 1, "up", "0.0"),
            (7, 2, "down", "7.00"),
        ):
            with self.subTest(value=value, rounding=rounding):
                result = tiendo.round_fraction(value, digits, rounding)
                self.assertIsInstance(result, Decimal)
                self.assertEqual(str(result), wanted)

    def test_more_digits_than_the_context_and_than_int_reads(self):
        with decimal.localcontext() as context:
            context.prec = 2
            context.traps[decimal.Inexact] = True
            third = tiendo.round_fraction(Fraction(1, 3), 9999, "up")
        self.assertEqual(format(third, "f"), "0." + "3" * 9998 + "4")
        for power in (999, 1000, 4400, 9999):
            long = Fraction(-(10**power) - 1, 10**power + 3)
            self.assertEqual(tiendo.exact_root(long, 1), long)
            self.assertEqual(tiendo.exact_root(long.numerator, 1), long.numerator)
        self.assertEqual(tiendo.exact_decimal(third), third)
        for value in (10**10000, -(10**10000), 10**20000, Fraction(1, 10**10000), Fraction(10**10001, 3)):
            self.assertEqual(self.error_of(tiendo.round_fraction, value, 0, "up"), "number_too_long")

    def test_a_fraction_that_ends_is_a_decimal(self):
        for value, text in ((Fraction(1, 8), "0.125"), (Fraction(-7, 5), "-1.4"), (Decimal("12.40"), "12.4"), (10**50, str(10**50))):
            self.assertEqual(str(tiendo.exact_decimal(value)), text)
        self.assertEqual(self.error_of(tiendo.exact_decimal, Fraction(1, 3)), "number_not_finite")
        self.assertRaises(TypeError, tiendo.exact_decimal, 0.125)

    def test_a_root_is_rounded_from_the_exact_one(self):
        self.assertEqual(str(tiendo.root(2, 2, 20, "half_up")), "1.41421356237309504880")
        self.assertEqual(str(tiendo.root(Decimal("6.25"), 2, 0, "half_even")), "2")
        self.assertEqual(str(tiendo.root(Decimal("-15.625"), 3, 0, "floor")), "-3")
        self.assertEqual(self.error_of(tiendo.root, -4, 2, 0, "up"), "root_of_negative")

    def test_roots_at_random_satisfy_their_inequality(self):
        draw = random.Random(SEED)
        for _ in range(100):
            value = Fraction(draw.randrange(1, 10**20), draw.randrange(1, 10**20))
            degree, digits = draw.randrange(1, 20), draw.randrange(30)
            down = Fraction(tiendo.root(value, degree, digits, "floor"))
            above = down + Fraction(1, 10**digits)
            with self.subTest(seed=SEED, value=value, degree=degree, digits=digits):
                self.assertTrue(down**degree <= value < above**degree)

    def test_an_exact_root_is_a_fraction_or_none(self):
        self.assertEqual(tiendo.exact_root(Fraction(4, 9), 2), Fraction(2, 3))
        self.assertEqual(tiendo.exact_root(-8, 3), Fraction(-2))
        self.assertIsNone(tiendo.exact_root(2, 2))
        self.assertEqual(self.error_of(tiendo.exact_root, 4, 0), "degree_out_of_range")

    def test_bounds_are_fractions(self):
        self.assertEqual(tiendo.fraction_bounds(Decimal("3.14159"), 112), (Fraction(333, 106), Fraction(22, 7)))
        self.assertEqual(tiendo.fraction_bounds(Fraction(2, 3), 3), (Fraction(2, 3), Fraction(2, 3)))
        for denominator in range(1, 60):
            lower, upper = tiendo.fraction_bounds(Fraction(52461, 94820), denominator)
            self.assertIn(Fraction(52461, 94820).limit_denominator(denominator), (lower, upper))
        self.assertEqual(self.error_of(tiendo.fraction_bounds, 1, 0), "number_out_of_range")
        for denominator in (2**63, -(2**70)):
            self.assertRaises(OverflowError, tiendo.fraction_bounds, Fraction(1, 3), denominator)

    def test_what_is_not_exact_is_refused(self):
        for wrong in (0.5, "1/2", None, True, 1j):
            with self.subTest(value=wrong):
                for function in (lambda v: tiendo.round_fraction(v, 1, "up"), lambda v: tiendo.root(v, 2, 1, "up"),
                                 lambda v: tiendo.exact_root(v, 2), lambda v: tiendo.fraction_bounds(v, 2),
                                 lambda v: Growth(v, 2, 1).average(1, "up"), lambda v: Growth(1, v, 1).average(1, "up"),
                                 Growth(1, 2, 1).compare, lambda v: Growth(1, 2, 1).compare_growth(Growth(1, 2, 1), v),
                                 lambda v: Growth(1, 2, 1).compare_extrapolated(1, v)):
                    self.assertRaises(TypeError, function, wrong)
        for wrong in (Decimal("NaN"), Decimal("-Infinity"), Decimal("sNaN")):
            self.assertRaises(ValueError, tiendo.round_fraction, wrong, 1, "up")
        for wrong in (Decimal("1E+999999"), Decimal("-1E-999999"), Decimal("1E+10000"), Decimal("1E-10000")):
            self.assertEqual(self.error_of(tiendo.round_fraction, wrong, 1, "up"), "number_too_long")
        for text in ("1E+999", "1E+1000", "-1E+9999"):
            self.assertEqual(str(tiendo.round_fraction(Decimal(text), 0, "up")), format(Decimal(text), "f"))
        self.assertEqual(str(tiendo.round_fraction(Decimal("1E-9999"), 0, "up")), "1")

    def test_counts_are_integers_and_never_cut_off(self):
        for wrong in (1.0, "1", None, True):
            self.assertRaises(TypeError, tiendo.round_fraction, 1, wrong, "up")
            self.assertRaises(TypeError, tiendo.root, 1, wrong, 1, "up")
            self.assertRaises(TypeError, Growth(1, 2, wrong).compare, 1)
        for count in (2**32 + 2, -(2**32) + 2, 2**31):
            self.assertRaises(OverflowError, tiendo.round_fraction, 1, count, "up")
            self.assertRaises(OverflowError, tiendo.root, 4, count, 1, "up")
            self.assertRaises(OverflowError, Growth(1, 2, count).compare, 1)
        self.assertEqual(self.error_of(tiendo.round_fraction, 1, 2**31 - 1, "up"), "number_too_long")
        self.assertEqual(self.error_of(tiendo.root, 4, 2**31 - 1, 1, "up"), "degree_out_of_range")
        self.assertEqual(self.error_of(Growth(1, 2, 2**31 - 1).compare, 1), "periods_out_of_range")
        self.assertRaises(ValueError, tiendo.round_fraction, 1, 1, "sideways")


class GrowthTest(unittest.TestCase):
    def test_the_average_rate_is_in_percent(self):
        self.assertEqual(str(Growth(Decimal("88.6"), Decimal("170.1"), 5).average(1, "half_up")), "13.9")
        self.assertEqual(str(Growth(100, 81, 2).average(1, "up")), "-10.0")
        self.assertEqual(str(Growth(100, 120, 42, rate_periods=12).average(4, "half_up")), "5.3473")
        for rounding in ROUNDINGS:
            self.assertEqual(Growth(100, 121, 2).average(0, rounding), 10)

    def test_a_rate_is_compared_exactly(self):
        growth = Growth(100, Decimal("101.0025"), 2)
        self.assertEqual(growth.compare(Decimal("0.5")), 0)
        self.assertEqual(growth.compare(Decimal("0.5") + Decimal("1E-25")), -1)
        self.assertEqual(growth.compare(Fraction(1, 3)), 1)
        self.assertEqual(Growth(5, 0, 3).compare(-100), 0)

    def test_two_rates_are_compared_by_a_factor(self):
        observed, required = Growth(100, Decimal("109.8679244081099"), 5), Growth(1, Fraction(51, 50) ** 15, 15)
        self.assertEqual(observed.compare_growth(required, Decimal("0.95")), 0)
        self.assertEqual(observed.compare_growth(required), -1)
        self.assertEqual(observed.compare_growth(required, Fraction(94, 100)), 1)

    def test_an_extrapolated_value_is_compared(self):
        growth = Growth(100, 100 * Fraction(101, 100) ** 8, 8)
        self.assertEqual(growth.compare_extrapolated(7, 100 * Fraction(101, 100) ** 15), 0)
        self.assertEqual(growth.compare_extrapolated(0, growth.last), 0)
        self.assertEqual(growth.compare_extrapolated(7, 117), -1)

    def test_growth_that_is_none_is_refused(self):
        for growth, code in (
            (Growth(0, 1, 1), "growth_without_base"),
            (Growth(1, -1, 1), "growth_without_base"),
            (Growth(1, 2, 0), "periods_out_of_range"),
            (Growth(1, 2, 1, 0), "periods_out_of_range"),
        ):
            with self.subTest(growth=growth), self.assertRaises(tiendo.Error) as caught:
                growth.average(1, "half_up")
            self.assertEqual((caught.exception.status, caught.exception.code), ("TIENDO_E_RANGE", code))


if __name__ == "__main__":
    unittest.main()
