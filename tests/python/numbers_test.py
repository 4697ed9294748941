"""The numbers of the package: read, rounded and divided exactly, with 38 digits and no more; written with any."""

import decimal
import itertools
import random
import unittest
from decimal import Decimal
from fractions import Fraction

import tiendo

MODES = ("half_up", "half_even", "half_down", "up", "down", "ceiling", "floor")
THEIRS = {"half_up": decimal.ROUND_HALF_UP, "half_even": decimal.ROUND_HALF_EVEN, "half_down": decimal.ROUND_HALF_DOWN,
          "up": decimal.ROUND_UP, "down": decimal.ROUND_DOWN, "ceiling": decimal.ROUND_CEILING,
          "floor": decimal.ROUND_FLOOR}
LARGEST = Decimal("9" * 38)


class NumbersTest(unittest.TestCase):
    def expect_error(self, code, call, *arguments):
        with self.assertRaises(tiendo.Error) as caught:
            call(*arguments)
        self.assertEqual(caught.exception.code, code)
        return caught.exception

    def test_a_text_is_read_as_it_is_declared(self):
        for text, numbers, number in (("-12.50", "plain", "-12.50"), ("1.234,50", "vi", "1234.50"), ("1.234", "vi", "1234"),
                                      ("1.234", "plain", "1.234"), ("9" * 38, "plain", "9" * 38), ("-0.00", "plain", "0.00")):
            self.assertEqual(str(tiendo.parse_number(text, numbers)), number)
        self.assertEqual(self.expect_error("number_syntax", tiendo.parse_number, "53,026").offset, 2)
        self.assertEqual(self.expect_error("number_syntax", tiendo.parse_number, "12.34", "vi").offset, 5)
        self.assertEqual(self.expect_error("number_syntax", tiendo.parse_number, "0.500", "vi").offset, 1)
        self.expect_error("number_syntax", tiendo.parse_number, "1\0")
        self.expect_error("text_encoding", tiendo.parse_number, "1\ud800")
        self.expect_error("number_out_of_range", tiendo.parse_number, "1" + "0" * 38)
        with self.assertRaises(ValueError):
            tiendo.parse_number("1", "fr")

    def test_a_number_is_written_with_all_its_digits(self):
        self.assertEqual(tiendo.format_number(Decimal("-1234567.50"), "vi"), "-1.234.567,50")
        self.assertEqual(tiendo.format_number(Decimal("1E+3")), "1000")
        self.assertEqual(tiendo.format_number(Decimal("1E-10")), "0.0000000001")
        self.assertEqual(tiendo.format_number(Decimal("0E+9999999")), "0")
        self.assertEqual(tiendo.format_number(-7), "-7")
        self.assertEqual(tiendo.format_number(LARGEST, "plain"), "9" * 38)
        self.assertEqual(tiendo.format_number(Decimal("-0.0"), "vi"), "0,0")

    def test_a_number_of_many_digits_is_written_too(self):
        self.assertEqual(tiendo.format_number(10**38, "vi"), f"{10**38:,}".replace(",", "."))
        self.assertEqual(tiendo.format_number(Decimal("1E-39"), "vi"), "0," + "0" * 38 + "1")
        root = tiendo.root(2 * 10**12, 2, 60, "down")
        self.assertEqual(tiendo.format_number(root, "vi"), f"{root:,f}".translate(str.maketrans(",.", ".,")))
        self.assertEqual(tiendo.format_number(root, tiendo.NumberFormat(",", "\u202f")), f"{root:,f}".replace(",", "\u202f").replace(".", ","))
        self.assertEqual(tiendo.format_number(-(10**9999)), "-1" + "0" * 9999)
        self.assertEqual(tiendo.format_number(Decimal("1E-9999")), "0." + "0" * 9998 + "1")
        for value in (10**10000, -(10**30000), Decimal("1E+10000"), Decimal("1E-10000"), Decimal("1E+999999999"),
                      Decimal("1E-999999999"), Decimal("0E-999999999")):
            self.expect_error("number_too_long", tiendo.format_number, value)

    def test_marks_may_be_declared(self):
        value = Decimal("-1234567.50")
        for marks, text in ((tiendo.NumberFormat("."), "-1234567.50"), (tiendo.NumberFormat(",", "\u202f"), "-1\u202f234\u202f567,50"),
                            (tiendo.NumberFormat(".", ",", 3, 2), "-12,34,567.50"),
                            (tiendo.NumberFormat("\u066b", "'", group_size=4), "-123'4567\u066b50")):
            self.assertEqual(tiendo.format_number(value, marks), text)
            self.assertEqual(str(tiendo.parse_number(text, marks)), str(value))
            self.assertEqual(tiendo.DecimalColumn([value, None]).format(marks), [text, None])
            self.assertEqual(str(tiendo.DecimalColumn.parse([text], 2, marks)[0]), str(value))
        for marks in (tiendo.NumberFormat(",", ","), tiendo.NumberFormat("1"), tiendo.NumberFormat(".", ",", 10),
                      tiendo.NumberFormat("\u200b"), tiendo.NumberFormat(".", "\u0660")):
            self.expect_error("marks_conflict", tiendo.parse_number, "1", marks)
            self.expect_error("marks_conflict", tiendo.DecimalColumn([1]).format, marks)
        with self.assertRaises(TypeError):
            tiendo.parse_number("1", tiendo.NumberFormat("::"))

    def test_what_is_no_number_of_38_digits_is_refused(self):
        functions = [
            tiendo.format_number, lambda value: tiendo.round_number(value, 0, "down"),
            lambda value: tiendo.round_to_multiple(value, 1, "down"), lambda value: tiendo.divide_exact(value, 1),
            lambda value: tiendo.divide_rounded(1, value, 0, "down"), lambda value: tiendo.DecimalColumn([value]),
        ]
        for function in functions:
            for value in (0.5, True, "1", b"1", Fraction(1, 2)):
                with self.subTest(value=value), self.assertRaises(TypeError):
                    function(value)
            for value in (Decimal("NaN"), Decimal("sNaN"), Decimal("-Infinity")):
                self.assertRaises(ValueError, function, value)
            if function is tiendo.format_number:
                continue
            for value in (10**38, -(10**38), 10**9999, Decimal("9" * 38 + ".1"), Decimal("1E-39"), Decimal("1E+38"),
                          Decimal("1E+999999999"), Decimal("1E-999999999"), Decimal("0E-999999999")):
                self.expect_error("number_out_of_range", function, value)

    def test_digits_are_dropped_in_all_seven_modes(self):
        for mode, units in itertools.product(MODES, range(-45, 46)):
            value = Decimal(units).scaleb(-1)
            self.assertEqual(str(tiendo.round_number(value, 0, mode)),
                             str(value.quantize(Decimal(1), THEIRS[mode]) + 0), (mode, value))
        self.assertEqual(str(tiendo.round_number(7, 2, "down")), "7.00")
        self.expect_error("number_out_of_range", tiendo.round_number, 1, 39, "up")
        self.expect_error("number_out_of_range", tiendo.round_number, 1, -1, "up")
        with self.assertRaises(ValueError):
            tiendo.round_number(1, 0, "sideways")
        with self.assertRaises(ValueError):
            tiendo.round_number(1, 0, None)

    def test_a_multiple_is_one_of_the_unit(self):
        self.assertEqual(str(tiendo.round_to_multiple(Decimal("12.37"), Decimal("0.05"), "half_up")), "12.35")
        self.assertEqual(str(tiendo.round_to_multiple(1234, 500, "ceiling")), "1500")
        self.expect_error("number_out_of_range", tiendo.round_to_multiple, 1, 0, "up")

    def test_a_quotient_is_exact_or_rounded_once(self):
        self.assertEqual(str(tiendo.divide_exact(1, 8)), "0.125")
        self.assertEqual(str(tiendo.divide_exact(Decimal("1.50"), Decimal("0.5"))), "3")
        self.expect_error("number_not_finite", tiendo.divide_exact, 1, 3)
        self.expect_error("division_by_zero", tiendo.divide_exact, 1, 0)
        self.expect_error("division_by_zero", tiendo.divide_rounded, 1, Decimal("0.0"), 2, "up")
        self.assertEqual(str(tiendo.divide_rounded(Decimal("10492.2"), 18964, 4, "half_up")), "0.5533")

    def test_the_precision_in_force_plays_no_part(self):
        with decimal.localcontext() as context:
            context.prec = 2
            context.traps[decimal.Inexact] = True
            self.assertEqual(str(tiendo.parse_number("9" * 38)), "9" * 38)
            self.assertEqual(str(tiendo.round_number(Decimal("12345.678"), 2, "up")), "12345.68")
            self.assertEqual(tiendo.DecimalColumn([Decimal("12345.678"), 1]).sum().total, Decimal("12346.678"))

    def test_it_agrees_with_fractions_at_random(self):
        seed = 20241231
        generator = random.Random(seed)
        for _ in range(2000):
            scale, digits = generator.randrange(12), generator.randrange(6)
            a = Decimal(f"{generator.randrange(-10**18, 10**18)}E-{scale}")
            b = Decimal(f"{generator.randrange(1, 10**6)}E-{generator.randrange(4)}")
            mode = generator.choice(MODES)
            if scale > digits:
                self.assertEqual(tiendo.round_number(a, digits, mode),
                                 a.quantize(Decimal(1).scaleb(-digits), THEIRS[mode]), f"seed {seed}: {a} {digits} {mode}")
            result = Fraction(tiendo.divide_rounded(a, b, digits, mode))
            self.assertLess(abs(result - Fraction(a) / Fraction(b)), Fraction(1, 10**digits), f"seed {seed}: {a} / {b}")


if __name__ == "__main__":
    unittest.main()
