"""pandas and NumPy take what the package hands over, and say what its own objects say.

Neither is needed for anything else. Run by the preset `outside`.
"""

import datetime
import pathlib
import sys
import unittest
from decimal import Decimal

import numpy
import pandas

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / "python"))

import tiendo

FOLDER = "docs/examples/bim-son-2024/"
YEAR = datetime.date(2024, 12, 31)


def listed(column):
    """The rows of a column as Python has them; None where there is none."""
    return [None if pandas.isna(value) else value for value in column]


def days(column):
    return [None if pandas.isna(day) else day.date() for day in column]


class FramesTest(unittest.TestCase):
    def setUp(self):
        self.book = tiendo.load(FOLDER + "plan.json", FOLDER + "observations.csv")

    def test_a_report_says_what_its_rows_say(self):
        report = self.book.report(YEAR)
        frame = report.to_pandas(1, rounding="half_up")
        report.close()
        rows = list(self.book.report(YEAR))
        self.assertEqual(len(frame), len(rows))
        self.assertEqual(listed(frame.indicator), [row.indicator for row in rows])
        self.assertEqual(listed(frame.verdict), [row.verdict.name.lower() if row.verdict else None for row in rows])
        self.assertEqual(listed(frame.reported), [row.coverage and row.coverage.reported for row in rows])
        self.assertEqual(listed(frame.final), [row.final for row in rows])
        self.assertEqual(days(frame.reported_to), [row.reported_to for row in rows])
        self.assertEqual(days(frame.period_start), [tiendo.Period.parse(row.period).start for row in rows])

    def test_figures_are_decimals_as_the_columns_have_them(self):
        report = self.book.report(YEAR)
        frame = report.to_pandas(1, 2, "half_up")
        for field, name, scale in (("actual", "actual", 1), ("completion", "completion_pct", 2)):
            wanted = report.column(field, scale, "half_up")
            self.assertEqual(list(frame[name]), wanted)
            self.assertEqual([str(value) for value in frame[name]], [str(value) for value in wanted])
            self.assertEqual(frame[name].dropna().sum(), sum(value for value in wanted if value is not None))
        self.assertTrue(all(isinstance(value, Decimal) for value in frame.actual.dropna()))

    def test_figures_without_their_points_are_whole_numbers(self):
        report = self.book.report(YEAR)
        frame = report.to_pandas(1, 2, "half_up", ["actual", "completion"], coefficients=True)
        self.assertEqual(frame.attrs["scales"], {"percent_of_plan": 2, "actual": 1, "completion_pct": 2})
        wanted = report.column("actual", 1, "half_up")
        self.assertEqual(listed(frame.actual), [None if value is None else int(value * 10) for value in wanted])
        self.assertEqual(frame.actual.dtype, "Int64")
        with self.assertRaises(OverflowError):
            report.to_pandas(30, coefficients=True)

    def test_the_types_do_not_depend_on_what_there_is(self):
        empty = tiendo.load(FOLDER + "plan.json")
        for some, none in (
            (self.book.observations.to_pandas(), empty.observations.to_pandas()),
            (self.book.report(YEAR).to_pandas(1), empty.report(YEAR).to_pandas(1)),
        ):
            kinds = [{name: kind.name.partition("[")[0] for name, kind in frame.dtypes.items()}
                     for frame in (some, none)]
            self.assertEqual(*kinds)
        self.assertEqual(set(kinds[0].values()), {"category", "datetime64", "boolean", "Int32", "object"})
        self.assertEqual(len(empty.observations.to_pandas()), 0)

    def test_observations_say_what_their_rows_say(self):
        rows = list(self.book.observations)
        frame = self.book.observations.to_pandas()
        for name in ("indicator", "unit", "project", "form", "standing", "value", "status", "revision", "source"):
            self.assertEqual(listed(frame[name]), [getattr(row, name) for row in rows], name)
        self.assertEqual(days(frame.recorded_on), [row.recorded_on for row in rows])
        self.assertEqual(days(frame.period_end), [row.period.end for row in rows])

    def test_findings_are_a_frame(self):
        with self.assertRaises(tiendo.Error) as caught:
            self.book.observations.append_columns(["none", "gross-output"], "2024-01", [1, Decimal("0.0001")])
        frame = tiendo.last_findings().to_pandas()
        found = caught.exception.findings
        self.assertEqual(listed(frame.severity), ["error", "error"])
        self.assertEqual(list(frame.code), [one.code for one in found])
        self.assertEqual(list(frame.path), ["/0", "/1"])
        self.assertEqual(list(frame.sentence), [one.sentence for one in found])
        self.assertEqual(listed(frame.line), [None, None])

    def test_a_day_that_pandas_does_not_have_is_refused(self):
        # From version 2 on it has them, as seconds.
        self.book.append("gross-output", "1500", 5)
        try:
            frame = self.book.observations.to_pandas()
        except pandas.errors.OutOfBoundsDatetime:
            return
        self.assertEqual(frame.period_start.iloc[-1].year, 1500)

    def test_numpy_sees_columns_where_they_lie(self):
        column = self.book.report(YEAR).decimal_column("actual", 1, "half_up")
        view = numpy.asarray(column.coefficients)
        self.assertTrue(numpy.shares_memory(view, numpy.asarray(column.values)))
        self.assertEqual(view.dtype, numpy.int64)
        there = numpy.unpackbits(numpy.asarray(column.validity), count=len(column), bitorder="little")
        self.assertEqual(int(view[there == 1].sum()), int(column.sum().total * 10))

    def test_numpy_gives_columns_where_they_lie(self):
        starts = numpy.array(["2024-01-01", "2024-02-01"], "datetime64[D]").astype("int32")
        ends = numpy.array(["2024-02-01", "2024-03-01"], "datetime64[D]").astype("int32")
        self.book.observations.append_columns(
            (numpy.zeros(2, "int32"), ["gross-output"]), (starts, ends), numpy.array([15, 25]), scale=1)
        self.assertEqual([row.value for row in self.book.observations[-2:]], [Decimal("1.5"), Decimal("2.5")])


if __name__ == "__main__":
    unittest.main()
