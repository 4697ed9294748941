"""Columns whose rows are read one by one, and exact quotients and figures of all rows."""

import datetime
import unittest
from decimal import Decimal
from fractions import Fraction

import tiendo

FOLDER = "docs/examples/bim-son-2024/"
DAY = datetime.date


class RowColumnsTest(unittest.TestCase):
    def test_numbers(self):
        texts = ["1.5", None, "1,5", "x", "2"]
        column = tiendo.DecimalColumn.parse_rows(texts, 1)
        self.assertEqual(column.to_list(), [Decimal("1.5"), None, None, None, Decimal("2.0")])
        reasons = [column.reason(row) for row in range(5)]
        self.assertEqual(reasons, [None, None, "number_syntax", "number_syntax", None])
        self.assertEqual(tiendo.DecimalColumn.parse_rows(texts, 1, "vi").to_list()[2:], [Decimal("1.5"), None, 2])
        marks = tiendo.NumberFormat(point=",")
        self.assertEqual(tiendo.DecimalColumn.parse_rows(["1,5", "1.5"], 1, marks).to_list(), [Decimal("1.5"), None])
        self.assertEqual(len(tiendo.DecimalColumn.parse_rows([], 1)), 0)
        with self.assertRaises(tiendo.Error):
            tiendo.DecimalColumn.parse_rows(texts, 39)

    def test_days(self):
        days, reasons = tiendo.parse_days(["2024-01-31", None, "2024-02-30", ""])
        self.assertEqual(days, [DAY(2024, 1, 31), None, None, None])
        self.assertEqual(reasons[:3], [None, None, "date_not_real"])
        self.assertIsNotNone(reasons[3])
        self.assertEqual(tiendo.add_to_days(days, 1), [DAY(2024, 2, 29), None, None, None])
        self.assertEqual(tiendo.format_days(days), ["2024-01-31", None, None, None])
        with self.assertRaises(tiendo.Error) as caught:
            tiendo.add_to_days([None, DAY(9999, 12, 31)], 0, 1)
        self.assertEqual(caught.exception.row, 1)
        self.assertEqual(tiendo.parse_days([]), ([], []))

    def test_periods(self):
        periods, reasons = tiendo.parse_periods(["2024", "2024-H1", "spring", None])
        self.assertEqual(periods[:2], [tiendo.Period.parse("2024"), tiendo.Period.parse("2024-H1")])
        self.assertEqual([reason is None for reason in reasons], [True, True, False, True])
        self.assertEqual(tiendo.format_periods(periods), ["2024", "2024-H1", None, None])

    def test_quotients(self):
        a, b = tiendo.DecimalColumn([1, Decimal("0.7"), None, 5]), tiendo.DecimalColumn([3, Decimal("1.4"), 2, 0])
        self.assertEqual(a.ratios(b), [Fraction(1, 3), Fraction(1, 2), None, None])
        long = tiendo.DecimalColumn([10**37 + 1])
        self.assertEqual(long.ratios(tiendo.DecimalColumn([3])), [Fraction(10**37 + 1, 3)])

    def test_exact_figures(self):
        report = tiendo.load(FOLDER + "plan.json", FOLDER + "observations.csv").report(DAY(2024, 12, 31))
        for field in ("actual", "completion", "growth"):
            self.assertEqual(report.exact_column(field), [getattr(row.exact, field) for row in report])
        self.assertGreater(sum(value is not None for value in report.exact_column("growth")), 2)


if __name__ == "__main__":
    unittest.main()
