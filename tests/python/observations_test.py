"""What has been reported: read row by row, appended as columns of lists, buffers and dictionaries."""

import array
import ctypes
import datetime
import unittest
from decimal import Decimal

import tiendo

FOLDER = "docs/examples/bim-son-2024/"
YEAR = datetime.date(2024, 12, 31)
JUNE = datetime.date(2024, 7, 2)


def book():
    return tiendo.load(FOLDER + "plan.json", FOLDER + "observations.csv")


def empty():
    return tiendo.load(FOLDER + "plan.json")


def days(*texts):
    epoch = datetime.date(1970, 1, 1)
    return array.array("i", [(datetime.date.fromisoformat(text) - epoch).days for text in texts])


class ObservationsTest(unittest.TestCase):
    def test_every_row_is_read_with_all_it_says(self):
        rows = book().observations
        self.assertEqual(len(rows), 23)
        self.assertEqual(len(list(rows)), 23)
        half = next(row for row in rows if row.indicator == "gross-output" and str(row.period) == "2024-H1")
        self.assertEqual((half.unit, half.value, half.status), ("bim-son", Decimal("10492.2"), "estimate"))
        self.assertEqual((half.form, half.standing, half.qualifier), ("increment", None, None))
        self.assertEqual((half.recorded_on, half.revision), (JUNE, 0))
        self.assertIn("218376", half.source)
        self.assertIsNone(half.project)
        self.assertEqual(rows[-1], rows[22])
        self.assertEqual(rows[1:3], [rows[1], rows[2]])
        with self.assertRaises(IndexError):
            rows[23]

    def test_a_row_that_was_appended_is_read_as_it_was_given(self):
        filled = empty()
        filled.append("gross-output", "2024-Q1", "withheld", status="preliminary", revision=2, note="n")
        (row,) = filled.observations
        self.assertEqual((row.standing, row.value, row.status, row.revision, row.note), ("withheld", None, "preliminary", 2, "n"))
        self.assertEqual(row.period, tiendo.Period.parse("2024-Q1"))
        self.assertEqual(row.recorded_on, datetime.date(2024, 3, 31))

    def test_lists_make_the_same_rows_as_one_by_one(self):
        columns, single = empty(), empty()
        columns.observations.append_columns(
            ["gross-output", "income-per-head", "gross-output"],
            ["2024-H1", "2024", "2024-H2"],
            [Decimal("10492.2"), 74, None],
            standing=[None, None, "withheld"],
            status=["estimate", "official", "preliminary"],
            qualifier=["about", None, None],
            recorded_on=[JUNE, None, YEAR],
            revision=[0, 1, 0],
            source="page",
            note=[None, "n", None],
        )
        single.append("gross-output", "2024-H1", "10492.2", status="estimate", qualifier="about", recorded_on=JUNE, source="page")
        single.append("income-per-head", "2024", "74.0", revision=1, source="page", note="n")
        single.append("gross-output", "2024-H2", "withheld", status="preliminary", recorded_on=YEAR, source="page")
        self.assertEqual(list(columns.observations), list(single.observations))

    def test_buffers_and_dictionaries_are_taken_where_they_lie(self):
        filled = empty()
        filled.observations.append_columns(
            (array.array("i", [0, 1, 0]), ["gross-output", "income-per-head"]),
            (days("2024-01-01", "2024-01-01", "2024-02-01"), days("2024-02-01", "2025-01-01", "2024-03-01")),
            array.array("q", [12345, 74000, 5]),
            scale=3,
            unit=(array.array("i", [0, -1, -1]), ["bim-son"]),
            recorded_on=days("2024-02-05", "2025-01-05", "2024-03-05"),
        )
        first, second, third = filled.observations
        self.assertEqual((first.value, third.value), (Decimal("12.345"), Decimal("0.005")))
        self.assertEqual((second.indicator, second.value), ("income-per-head", Decimal(74)))
        self.assertEqual(first.recorded_on, datetime.date(2024, 2, 5))
        wide = empty()
        wide.observations.append_columns("gross-output", ["2024-01", "2024-02"], tiendo.DecimalColumn([Decimal("1.5"), None]),
                                         standing=[None, "n/a"])
        self.assertEqual([row.value for row in wide.observations], [Decimal("1.5"), None])

    def test_any_buffer_of_integers_will_do(self):
        filled = empty()
        filled.observations.append_columns("gross-output", ["2024-01", "2024-02"], (ctypes.c_int64 * 2)(15, 25),
                                           scale=1, revision=memoryview(array.array("i", [0, 3])).toreadonly())
        self.assertEqual([(row.value, row.revision) for row in filled.observations], [(Decimal("1.5"), 0), (Decimal("2.5"), 3)])

    def test_one_faulty_row_keeps_all_out_and_every_fault_is_named(self):
        filled = empty()
        with self.assertRaises(tiendo.Error) as caught:
            filled.observations.append_columns(["gross-output", "gros-output", "gross-output"], "2024-01", [1, 2, Decimal("0.0001")])
        self.assertEqual((caught.exception.code, caught.exception.row), ("unknown_indicator", 1))
        self.assertEqual([(found.code, found.path) for found in caught.exception.findings],
                         [("unknown_indicator", "/1"), ("value_scale", "/2")])
        self.assertEqual(len(filled.observations), 0)

    def test_what_is_no_column_is_refused(self):
        rows = empty().observations
        for arguments, wanted in (
            ((["gross-output"], "2024", [1, 2]), ValueError),
            (("gross-output", "2024", 1), ValueError),
            ((["gross-output"], "2024", [1.5]), TypeError),
            ((["gross-output"], (array.array("i", [0]), array.array("h", [1]))), TypeError),
            ((["gross-output"], "24"), tiendo.Error),
        ):
            with self.subTest(arguments=arguments), self.assertRaises(wanted):
                rows.append_columns(*arguments)
        with self.assertRaises(ValueError):
            rows.append_columns(["gross-output"], "2024", [1], status="final")
        self.assertEqual(len(rows), 0)

    def test_reports_made_before_do_not_change(self):
        filled = book()
        before = filled.report(YEAR).write("json")
        report = filled.report(YEAR)
        filled.observations.append_columns(["gross-output"], "2024", [18850], recorded_on=YEAR)
        self.assertEqual(report.write("json"), before)
        self.assertEqual(len(filled.observations), 24)
        self.assertNotEqual(filled.report(YEAR).write("json"), before)


if __name__ == "__main__":
    unittest.main()
