"""Numbers with words, parts that add up and printed figures from Python: types, values, refusals."""

import decimal
import random
import unicodedata
import unittest
from decimal import Decimal
from fractions import Fraction

import tiendo

BILLION = 10**9


class WordsTest(unittest.TestCase):
    def test_a_number_is_read_with_its_words(self):
        cases = [
            ("12,40", "12.40", None, None),
            ("1,5 tỷ", "1500000000", None, "billion"),
            ("Khoảng 1,2345 NGHÌN", "1234.5", "about", "thousand"),
            ("hơn 147,1\u00A0nghìn tỷ", "147100000000000", "over", "thousand_billion"),
            ("gần 2 triệu", "2000000", "under", "million"),
            ("dưới -1,2 triệu tỉ", "-1200000000000000", "under", "million_billion"),
        ]
        for text, value, qualifier, word in cases:
            for form in ("NFC", "NFD"):
                with self.subTest(text=text, form=form):
                    read = tiendo.parse_words(unicodedata.normalize(form, text))
                    self.assertEqual((str(read.value), read.qualifier, read.scale_word), (value, qualifier, word))
                    self.assertIsInstance(read.value, Decimal)
        self.assertEqual(str(tiendo.parse_words("1.5 tỷ", numbers="plain").value), "1500000000")

    def test_a_refusal_says_where(self):
        cases = [
            ("hơn 12.34", "number_syntax", 10),
            ("1,5 tỷ đồng", "unknown_number_word", 9),
            ("hơn hơn 5", "qualifier_misplaced", 5),
            ("5 tỷ nghìn", "scale_word_misplaced", 7),
            ("5  tỷ", "word_spacing", 2),
            ("5\0 tỷ", "number_syntax", 1),
        ]
        for text, code, offset in cases:
            with self.subTest(text=text), self.assertRaises(tiendo.Error) as caught:
                tiendo.parse_words(text)
            self.assertEqual((caught.exception.code, caught.exception.offset), (code, offset))

    def test_a_number_is_written_in_words_and_read_back(self):
        self.assertEqual(tiendo.format_words(147082 * BILLION, "thousand_billion", 1), "147,1 nghìn tỷ")
        self.assertEqual(tiendo.format_words(Decimal("-1250000"), "million", 1, "half_even"), "-1,2 triệu")
        self.assertEqual(tiendo.format_words(Decimal("1234.56"), None, 1, numbers="plain"), "1234.6")
        value = Decimal("-98765432109876543210.123")
        for word in ("thousand", "million", "billion", "thousand_billion", "million_billion"):
            text = tiendo.format_words(value, word, 18)
            self.assertEqual(tiendo.parse_words(text).value, value, text)

    def test_marks_may_be_declared(self):
        marks = tiendo.NumberFormat(".", "'")
        self.assertEqual(tiendo.format_words(Decimal("-1234500000000"), "billion", 1, numbers=marks), "-1'234.5 tỷ")
        read = tiendo.parse_words("hơn -1'234.5 tỷ", marks)
        self.assertEqual((str(read.value), read.qualifier, read.scale_word), ("-1234500000000", "over", "billion"))
        india = tiendo.NumberFormat(".", ",", 3, 2)
        self.assertEqual(tiendo.format_words(1234567, None, 0, numbers=india), "12,34,567")
        for call in (lambda bad: tiendo.parse_words("1", bad), lambda bad: tiendo.format_words(1, None, 0, numbers=bad)):
            with self.assertRaises(tiendo.Error) as caught:
                call(tiendo.NumberFormat(",", ","))
            self.assertEqual(caught.exception.code, "marks_conflict")
            self.assertRaises(ValueError, call, "fr")

    def test_what_is_no_word_is_named(self):
        with self.assertRaisesRegex(ValueError, "scale_word is 'dozen'; it may be None, 'thousand'"):
            tiendo.format_words(1, "dozen", 0)
        with self.assertRaises(TypeError):
            tiendo.parse_words(b"1")


class SplitTest(unittest.TestCase):
    def test_the_parts_are_the_amount(self):
        cases = [
            (100, [1, 1, 1], 1, "largest_remainder", "33.4 33.3 33.3"),
            (-100, [1, 1, 1], 1, "last", "-33.3 -33.3 -33.4"),
            (5, [0, Decimal("1.5"), Decimal("1.50"), Decimal("15E-1")], 0, "first", "0 3 1 1"),
            (Decimal("12.40"), [7], 1, "largest_remainder", "12.4"),
            (Decimal("1E+2"), [Decimal("1E+3"), 1000], 0, "largest_remainder", "50 50"),
        ]
        for amount, weights, scale, leftover, parts in cases:
            with self.subTest(amount=amount, weights=weights):
                split = tiendo.split(amount, weights, scale, leftover)
                self.assertEqual(" ".join(map(str, split)), parts)

    def test_the_sum_is_right_whatever_the_numbers(self):
        seed = 20241112
        draw = random.Random(seed)
        for _ in range(300):
            amount = Decimal(draw.randint(-(10**12), 10**12)).scaleb(-2)
            weights = [draw.randint(0, 10**9) for _ in range(draw.randint(1, 30))] + [1]
            leftover = draw.choice(["largest_remainder", "first", "last"])
            parts = tiendo.split(amount, weights, 2, leftover)
            self.assertEqual(sum(map(Fraction, parts)), Fraction(amount), f"seed {seed}")
            if leftover == "largest_remainder":
                for part, weight in zip(parts, weights):
                    share = Fraction(amount) * weight / sum(weights)
                    self.assertLess(abs(Fraction(part) - share), Fraction(1, 100), f"seed {seed}")

    def test_weights_may_be_fractions_and_texts(self):
        cases = [
            (100, [Fraction(1, 3), "1/3", "2/6"], 1, "largest_remainder", "33.4 33.3 33.3"),
            (10, [Fraction(1, 2), 0, "1/3", Fraction(1, 6)], 0, "first", "6 0 3 1"),
            (10, ["0.25", Decimal("0.75")], 1, "last", "2.5 7.5"),
            (1, [1, 10**5000 - 1], 2, "largest_remainder", "0.00 1.00"),
        ]
        for amount, weights, scale, leftover, parts in cases:
            with self.subTest(amount=amount):
                self.assertEqual(" ".join(map(str, tiendo.split(amount, iter(weights), scale, leftover))), parts)
        for wrong, code, row in (("1,5", "number_syntax", 1), ("1/0", "division_by_zero", 1), ("", "number_syntax", 1),
                                 ("1\0", "number_syntax", 1), ("1\ud800", "text_encoding", 1),
                                 ("9" * 10001, "number_too_long", 1), (Fraction(-1, 3), "weight_negative", -1)):
            with self.subTest(wrong=wrong), self.assertRaises(tiendo.Error) as caught:
                tiendo.split(1, [1, wrong], 0)
            self.assertEqual((caught.exception.code, caught.exception.row), (code, row))
        for wrong in ("12", 0.5, [0.5], [True], [None], [b"1"]):
            self.assertRaises(TypeError, tiendo.split, 1, wrong, 0)

    def test_a_split_by_fractions_is_one_by_their_numerators(self):
        seed = 20250101
        draw = random.Random(seed)
        for _ in range(200):
            amount = Decimal(draw.randint(-(10**12), 10**12)).scaleb(-2)
            below = draw.randint(1, 10**6)
            above = [draw.randint(0, 10**6) for _ in range(draw.randint(1, 20))] + [1]
            leftover = draw.choice(["largest_remainder", "first", "last"])
            by_fractions = tiendo.split(amount, [Fraction(weight, below) for weight in above], 2, leftover)
            self.assertEqual(by_fractions, tiendo.split(amount, above, 2, leftover), f"seed {seed}")

    def test_shares_are_rounded_to_their_total(self):
        third = Fraction(100, 3)
        self.assertEqual(list(map(str, tiendo.round_shares([third] * 3, 100, 1))), ["33.4", "33.3", "33.3"])
        shares = [Decimal("63.25"), Decimal("26.05"), Decimal("10.7")]
        self.assertEqual(list(map(str, tiendo.round_shares(shares, 100, 1))), ["63.3", "26.0", "10.7"])
        self.assertEqual(tiendo.round_shares([], 0, 1), [])

    def test_what_cannot_be_exact_is_refused(self):
        cases = [
            (lambda: tiendo.split(Decimal("12.345"), [1, 1], 2), "amount_scale"),
            (lambda: tiendo.split(1, [1, -1], 2), "weight_negative"),
            (lambda: tiendo.split(1, [], 2), "no_weight"),
            (lambda: tiendo.split(1, [1], -1), "number_out_of_range"),
            (lambda: tiendo.split(10**38, [1], 0), "number_out_of_range"),
            (lambda: tiendo.round_shares([Decimal("33.3")] * 3, 100, 1), "shares_not_total"),
        ]
        for call, code in cases:
            with self.subTest(code=code), self.assertRaises(tiendo.Error) as caught:
                call()
            self.assertEqual(caught.exception.code, code)
        self.assertRaises(OverflowError, tiendo.split, 1, [1], 2**32)
        with self.assertRaises(ValueError):
            tiendo.split(1, [1], 0, "middle")


class PrintedTest(unittest.TestCase):
    def test_a_figure_is_an_interval(self):
        interval = tiendo.printed_interval(Decimal("55.3"), "half_up")
        self.assertEqual(interval, tiendo.Interval(Decimal("55.25"), Decimal("55.35"), True, False))
        self.assertIn(Decimal("55.25"), interval)
        self.assertNotIn(Decimal("55.35"), interval)
        self.assertIn(100 * Fraction(52461, 94820), interval)
        self.assertNotIn(55, interval)
        closed = tiendo.printed_interval(Decimal("-55.3"))
        self.assertEqual(closed, tiendo.Interval(Decimal("-55.35"), Decimal("-55.25"), True, True))

    def test_two_figures_may_share_numbers(self):
        def interval(low, high, has_low=True, has_high=True):
            return tiendo.Interval(Decimal(low), Decimal(high), has_low, has_high)

        cases = [
            (interval("1", "3"), interval("2", "4"), interval("2", "3")),
            (interval("1", "2"), interval("2.0", "3"), interval("2", "2")),
            (interval("1", "2", has_high=False), interval("2", "3"), None),
            (interval("1", "2"), interval("2", "3", has_low=False), None),
            (interval("1", "2"), interval("3", "4"), None),
            (interval("1", "3", has_low=False), interval("1.0", "3", has_high=False), interval("1", "3", False, False)),
            (interval("1", "4"), interval("2", "3", False, False), interval("2", "3", False, False)),
        ]
        for a, b, both in cases:
            self.assertEqual((a.intersection(b), b.intersection(a)), (both, both), f"{a} {b}")
        figures = [tiendo.printed_interval(Decimal(tenths).scaleb(-1), "half_up") for tenths in range(-20, 21)]
        for i, j in zip(figures, figures[1:]):
            self.assertIsNone(i.intersection(j))
            self.assertEqual(i.intersection(i), i)

    def test_an_interval_holds_what_rounds_to_the_figure(self):
        ways = {
            "half_up": decimal.ROUND_HALF_UP,
            "half_even": decimal.ROUND_HALF_EVEN,
            "half_down": decimal.ROUND_HALF_DOWN,
            "up": decimal.ROUND_UP,
            "down": decimal.ROUND_DOWN,
            "ceiling": decimal.ROUND_CEILING,
            "floor": decimal.ROUND_FLOOR,
        }
        for name, way in ways.items():
            for tenths in range(-25, 26):
                figure = Decimal(tenths).scaleb(-1)
                interval = tiendo.printed_interval(figure, name)
                for thousandths in range(100 * tenths - 250, 100 * tenths + 251, 10):
                    value = Decimal(thousandths).scaleb(-3)
                    rounds = value.quantize(Decimal("0.1"), way) == figure
                    self.assertEqual(value in interval, rounds, f"{value} {figure} {name}")


class NumberTest(unittest.TestCase):
    def test_a_float_is_refused(self):
        for call in (
            lambda: tiendo.split(0.5, [1], 1),
            lambda: tiendo.split(1, [0.5], 1),
            lambda: tiendo.split(1, [1], 1.0),
            lambda: tiendo.split(True, [1], 1),
            lambda: tiendo.split("1", [1], 1),
            lambda: tiendo.round_shares([0.5, 0.5], 1, 1),
            lambda: tiendo.round_shares([1], 1.0, 1),
            lambda: tiendo.format_words(1.5, "billion", 1),
            lambda: tiendo.format_words(1, "billion", 1.0),
            lambda: tiendo.printed_interval(55.3),
            lambda: 55.3 in tiendo.printed_interval(Decimal("55.3")),
        ):
            with self.assertRaises(TypeError):
                call()

    def test_what_does_not_fit_is_refused(self):
        for number in (10**38, -(10**38), Decimal("1E+38"), Decimal("1E+999999"), Decimal("1E-39"), 10**5000):
            with self.subTest(number=str(number)[:9] if isinstance(number, Decimal) else number.bit_length()):
                with self.assertRaises(tiendo.Error) as caught:
                    tiendo.printed_interval(number)
                self.assertEqual(caught.exception.code, "number_out_of_range")
        for number in (Decimal("NaN"), Decimal("sNaN"), Decimal("-Infinity")):
            with self.assertRaises(ValueError):
                tiendo.printed_interval(number)

    def test_the_context_of_decimal_plays_no_part(self):
        with decimal.localcontext() as context:
            context.prec = 3
            context.traps[decimal.Inexact] = True
            value = Decimal("-12345678901234567890123456789012345.678")
            self.assertEqual(tiendo.split(value, [1], 3), [value])
            self.assertIn(value, tiendo.printed_interval(Decimal("-12345678901234567890123456789012345.678"), "up"))
            self.assertEqual(tiendo.split(Decimal("-0.0"), [1], 1)[0].as_tuple(), (0, (0,), -1))


if __name__ == "__main__":
    unittest.main()
