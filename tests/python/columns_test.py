"""Columns of decimals in Python: from values, texts and buffers, and what is computed with them."""

import array
import gc
import random
import threading
import unittest
from decimal import Decimal
from fractions import Fraction

import tiendo
from tiendo import DecimalColumn

SOME = ["1.5", "-0.2", None, "7.0", "8.0"]
OTHERS = ["0.25", "0.20", "1.00", None, "0.00"]


def decimals(*texts):
    return [None if text is None else Decimal(text) for text in texts]


def column(texts):
    return DecimalColumn(decimals(*texts))


def shown(values):
    return [None if value is None else str(value) for value in values]


class ColumnsTest(unittest.TestCase):
    def expect_error(self, code, row, call, *arguments, **keywords):
        with self.assertRaises(tiendo.Error) as caught:
            call(*arguments, **keywords)
        self.assertEqual((caught.exception.code, caught.exception.row), (code, row))
        return caught.exception

    def test_a_column_is_a_sequence_of_decimals_and_none(self):
        some = column(SOME)
        self.assertEqual((len(some), some.scale), (5, 1))
        self.assertEqual(shown(some), SOME)
        self.assertEqual(shown(some.to_list()), SOME)
        self.assertEqual((str(some[0]), some[2], str(some[-1])), ("1.5", None, "8.0"))
        self.assertEqual(shown(some[1:4:2]), ["-0.2", "7.0"])
        self.assertIsInstance(some[0], Decimal)
        self.assertIn(Decimal("7"), some)
        self.assertEqual(repr(some), "<DecimalColumn of 5 rows, scale 1>")
        for index in (5, -6):
            with self.assertRaises(IndexError):
                some[index]  # pylint: disable=pointless-statement
            with self.assertRaises(IndexError):
                some.reason(index)

    def test_the_scale_is_the_largest_or_the_one_asked_for(self):
        self.assertEqual(shown(DecimalColumn([1, Decimal("2.50"), None])), ["1.00", "2.50", None])
        self.assertEqual(shown(DecimalColumn(decimals("1.5"), scale=3)), ["1.500"])
        self.assertEqual(DecimalColumn([]).scale, 0)
        self.expect_error("number_out_of_range", 1, DecimalColumn, decimals("1", "1.25"), scale=1)
        self.expect_error("number_out_of_range", 0, DecimalColumn, decimals("9" * 38), scale=1)
        self.expect_error("number_out_of_range", -1, DecimalColumn, [], scale=39)
        with self.assertRaises(TypeError):
            DecimalColumn([1.5])

    def test_coefficients_are_seen_where_they_lie(self):
        some = column(SOME)
        self.assertEqual(some.coefficients.tolist(), [15, -2, 0, 70, 80])
        self.assertEqual((some.coefficients.format, some.coefficients.strides), ("q", (16,)))
        self.assertEqual(DecimalColumn([-(2**63), 2**63 - 1]).coefficients.tolist(), [-(2**63), 2**63 - 1])
        for number in (2**63, -(2**63) - 1):
            with self.assertRaises(OverflowError):
                DecimalColumn([number]).coefficients  # pylint: disable=pointless-statement

    def test_columns_are_computed_row_by_row(self):
        a, b = column(SOME), column(OTHERS)
        self.assertEqual(shown(a + b), ["1.75", "0.00", None, None, "8.00"])
        self.assertEqual(shown(a - b), ["1.25", "-0.40", None, None, "8.00"])
        self.assertEqual(shown(a * b), ["0.375", "-0.040", None, None, "0.000"])
        self.assertEqual(a.compare(b), [1, -1, None, None, 1])
        self.assertEqual(shown(b.round(1, "half_up")), ["0.3", "0.2", "1.0", None, "0.0"])
        self.assertEqual(shown(a.divide(b, 0, "up")), ["6", "-1", None, None, None])
        self.assertEqual(a.sum(), (Decimal("16.3"), 4))
        self.assertEqual(column([None, None]).sum(), (Decimal(0), 0))
        self.assertEqual(shown(a), SOME)

    def test_a_percentage_that_is_not_there_has_a_reason(self):
        percent = column(["10492.2", "6253.0", "1", None]).percent_of(DecimalColumn([18964, 2080, 0, 0]), 2, "half_up")
        self.assertEqual(shown(percent), ["55.33", "300.63", None, None])
        self.assertEqual([percent.reason(i) for i in range(4)], [None, None, "division_by_zero", None])
        self.assertIsNone((percent + percent).reason(2))

    def test_a_row_that_cannot_be_computed_is_named(self):
        large = column(["1", None, "9" * 38])
        self.expect_error("number_out_of_range", 2, large.__add__, large)
        self.expect_error("number_out_of_range", 2, large.__mul__, large)
        self.expect_error("number_out_of_range", 2, large.round, 1, "up")
        self.expect_error("number_out_of_range", -1, column(["0." + "1" * 38]).__mul__, column(["0.1"]))
        self.assertEqual(self.expect_error("", -1, large.__add__, column(["1"])).status, "TIENDO_E_INVALID_ARG")

    def test_what_is_no_column_is_refused(self):
        some = column(SOME)
        for other in (1, Decimal(1), [1, 2, 3, 4, 5], None):
            for call in (some.compare, lambda value: some.percent_of(value, 1, "up"), lambda value: some + value,
                         lambda value: value - some, lambda value: some * value):
                with self.assertRaises(TypeError):
                    call(other)
        self.assertRaises(ValueError, some.round, 1, "sideways")
        self.assertRaises(OverflowError, some.divide, some, 1, "up", factor=2**63)
        self.assertRaises(OverflowError, some.round, 2**32, "up")

    def test_texts_are_read_and_written_as_declared(self):
        texts = ["1.234,5", None, "-0,25"]
        numbers = DecimalColumn.parse(texts, 2, "vi")
        self.assertEqual(shown(numbers), ["1234.50", None, "-0.25"])
        self.assertEqual(numbers.format("vi"), ["1.234,50", None, "-0,25"])
        self.assertEqual(numbers.format(), ["1234.50", None, "-0.25"])
        problem = self.expect_error("number_syntax", 2, DecimalColumn.parse, ["1", None, "1,5"], 2)
        self.assertEqual(problem.offset, 1)
        self.expect_error("text_encoding", 0, DecimalColumn.parse, ["1\ud800"], 2)

    def test_texts_in_buffers_are_arrows(self):
        numbers = column(SOME)
        data, offsets = numbers.format_buffers()
        self.assertEqual((data, list(offsets)), (b"1.5-0.27.08.0", [0, 3, 7, 7, 10, 13]))
        for code in "qi":
            ends = array.array(code, offsets)
            self.assertEqual(shown(DecimalColumn.parse_buffers(data, ends, numbers.validity, scale=1)), SOME)
        self.assertEqual(shown(DecimalColumn.parse_buffers(b"12", array.array("i", [0, 1, 2]), scale=0)), ["1", "2"])
        for ends in ([0, 2, 1], [0, 1, 3], [-1, 0, 0]):
            self.expect_error("", -1, DecimalColumn.parse_buffers, b"12", array.array("q", ends), scale=0)
        self.expect_error("", -1, DecimalColumn.parse_buffers, b"12", array.array("h", [0, 1, 2]), scale=0)
        with self.assertRaises(ValueError):
            DecimalColumn.parse_buffers(b"", array.array("q"), scale=0)
        with self.assertRaises(ValueError):
            DecimalColumn.parse_buffers(b"12", array.array("q", [0, 1, 2]), b"", scale=0)

    def test_a_text_longer_than_expected_is_written_all_the_same(self):
        texts = ["-" + "9" * 38] * 3
        self.assertEqual(column(texts).format("plain"), texts)

    def test_buffers_of_every_kind_hold_a_column(self):
        numbers = column(SOME)
        values, validity = bytes(numbers.values), bytes(numbers.validity)
        odd = bytearray(b"x" + values)
        for buffer in (values, bytearray(values), array.array("q", values), memoryview(values), memoryview(odd)[1:],
                       memoryview(array.array("Q", values)).toreadonly()):
            for bits in (validity, bytearray(validity), array.array("B", validity + b"\xff")):
                with self.subTest(buffer=type(buffer), bits=type(bits)):
                    taken = DecimalColumn.from_buffers(buffer, bits, scale=1)
                    self.assertEqual(shown(taken), SOME)
                    self.assertEqual(shown(taken + taken), ["3.0", "-0.4", None, "14.0", "16.0"])
        self.assertEqual(shown(DecimalColumn.from_buffers(values, scale=1)), ["1.5", "-0.2", "0.0", "7.0", "8.0"])
        self.assertIsNone(DecimalColumn.from_buffers(values, scale=1).validity)
        for buffer, bits in ((values[1:], None), (values, b"")):
            with self.assertRaises(ValueError):
                DecimalColumn.from_buffers(buffer, bits, scale=1)
        with self.assertRaises(TypeError):
            DecimalColumn.from_buffers([1, 2], scale=0)
        self.expect_error("number_out_of_range", 0, DecimalColumn.from_buffers(b"\x7f" * 16, scale=0).sum)

    def test_a_buffer_outlives_its_maker(self):
        taken = DecimalColumn.from_buffers(bytearray(16 * 1000), scale=0)
        gc.collect()
        self.assertEqual(taken.sum(), (Decimal(0), 1000))
        with self.assertRaises(TypeError):
            taken.values[0] = 1

    def test_bitmaps_end_anywhere(self):
        for rows in (0, 1, 7, 8, 9, 15, 16, 17, 64):
            values = [None if i % 3 == 1 else Decimal(i) for i in range(rows)]
            numbers = DecimalColumn(values)
            self.assertEqual(numbers.to_list(), values)
            self.assertEqual(len(numbers.validity), (rows + 7) // 8)
            self.assertEqual((numbers + numbers).to_list(), [None if v is None else 2 * v for v in values])
            self.assertEqual(numbers.sum().count, sum(v is not None for v in values))

    def test_bits_behind_the_last_row_mean_nothing(self):
        for rows in (0, 1, 7, 8, 9, 63, 64, 65):
            values = [None if i % 3 == 1 else Decimal(i) for i in range(rows)]
            numbers = DecimalColumn(values)
            bits = bytearray(numbers.validity) + b"\xff"
            if rows % 8 != 0:
                bits[rows // 8] |= 0xFF << rows % 8 & 0xFF
            taken = DecimalColumn.from_buffers(numbers.values, bits, scale=0)
            with self.subTest(rows=rows):
                self.assertEqual(taken.to_list(), values)
                self.assertEqual(taken.sum(), numbers.sum())
                self.assertEqual(taken.format("plain"), numbers.format("plain"))
                for result in (taken + taken, taken * taken, taken.round(0, "down")):
                    self.assertEqual(result.validity, numbers.validity)

    def test_it_agrees_with_fractions_at_random(self):
        seed = 20240630
        generator = random.Random(seed)

        def some(scale):
            return [None if generator.random() < 0.1 else
                    Decimal(f"{generator.randrange(-10**generator.randrange(1, 19), 10**18)}E-{scale}")
                    for _ in range(500)]

        for _ in range(10):
            left, right = some(generator.randrange(6)), some(generator.randrange(6))
            a, b = DecimalColumn(left), DecimalColumn(right)
            results = [(a + b, lambda x, y: x + y), (a - b, lambda x, y: x - y), (a * b, lambda x, y: x * y)]
            for result, operation in results:
                for x, y, z in zip(left, right, result):
                    wanted = None if x is None or y is None else operation(Fraction(x), Fraction(y))
                    self.assertEqual(None if z is None else Fraction(z), wanted, f"seed {seed}: {x}, {y}")
            for x, y, z in zip(left, right, a.percent_of(b, 3, "half_up")):
                if x is not None and y:
                    error = abs(Fraction(z) - 100 * Fraction(x) / Fraction(y))
                    self.assertLessEqual(error, Fraction(1, 2000), f"seed {seed}: {x} / {y}")
            total = sum((Fraction(x) for x in left if x is not None), Fraction(0))
            self.assertEqual(Fraction(a.sum().total), total)

    def test_columns_are_shared_by_threads(self):
        numbers = DecimalColumn(range(10000))
        wanted = (numbers * numbers).sum()
        found = []
        threads = [threading.Thread(target=lambda: found.append((numbers * numbers).sum())) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(found, [wanted] * 4)


if __name__ == "__main__":
    unittest.main()
