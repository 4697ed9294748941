"""The figures of Bỉm Sơn's plan as Python sees them: types, values, reasons, columns, texts."""

import datetime
import decimal
import io
import json
import unittest
from decimal import Decimal
from fractions import Fraction

import tiendo

FOLDER = "docs/examples/bim-son-2024/"
HALF = datetime.date(2024, 6, 30)
YEAR = datetime.date(2024, 12, 31)


def book():
    return tiendo.load(FOLDER + "plan.json", FOLDER + "observations.csv")


def row_of(report, indicator, assigner="bim-son"):
    return next(row for row in report if row.indicator == indicator and row.assigner == assigner)


class FiguresTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.half = book().report(as_of=HALF)
        cls.year = book().report(as_of=YEAR)

    def test_a_figure_is_a_decimal_as_printed(self):
        output = row_of(self.half, "gross-output")
        self.assertEqual(str(output.actual), "10492.2")
        self.assertEqual(str(output.target), "18964.0")
        self.assertEqual(str(output.completion), "55.3")
        self.assertEqual(str(row_of(self.half, "development-investment").completion), "39.6")
        income = row_of(self.year, "income-per-head")
        self.assertEqual((str(income.completion), str(income.growth)), ("99.2", "5.6"))
        self.assertIsInstance(output.actual, Decimal)

    def test_an_exact_figure_is_a_fraction(self):
        exact = row_of(self.half, "gross-output").exact
        self.assertEqual(exact.completion, 100 * Fraction(52461, 94820))
        self.assertEqual(exact.actual, Fraction("10492.2"))
        self.assertIsInstance(exact.actual, Fraction)
        self.assertEqual(row_of(self.year, "income-per-head").exact.growth, 100 * (Fraction("74.4") / Fraction("70.44") - 1))

    def test_a_row_says_what_it_is_so_far_and_since_its_base(self):
        builder = tiendo.PlanBuilder(id="p", unit="town", period="2024")
        builder.add_unit(id="town")
        builder.add_measure(id="percent", kind="share", factor="0.01")
        builder.add_indicator(id="poor", kind="level", measure="percent", near={"value": "0.05", "in": "points"})
        builder.add_target(indicator="poor", at_most="0.2", baseline="0.3")
        log = tiendo.Book(builder.build())
        log.read(io.StringIO("indicator,period,value\npoor,2023,0.35\npoor,2024-06,0.25\n"))
        half = log.report(as_of=HALF)
        row = half[0]
        self.assertEqual((row.verdict, row.provisional, row.final), (tiendo.Verdict.NONE, tiendo.Verdict.NEAR, False))
        self.assertEqual((row.course, row.course_reason), (tiendo.Course.CLOSER, None))
        self.assertEqual(row.near, tiendo.Near(Decimal("0.05"), "points"))
        self.assertEqual((row.exact.targeted_change, row.exact.change), (50, None))
        self.assertEqual((half.summary[0].provisional_near, half.summary[0].provisional_missed), (1, 0))
        end = log.report(as_of=YEAR)[0]
        self.assertEqual((end.final, end.course, end.course_reason), (True, tiendo.Course.NONE, "partial_coverage"))

    def test_an_average_growth_over_several_years_is_a_figure_like_others(self):
        builder = tiendo.PlanBuilder(id="p", unit="town", period="2021/2022")
        builder.add_unit(id="town")
        builder.add_measure(id="percent", kind="share", factor="0.01")
        builder.add_measure(id="dong", kind="money")
        builder.add_indicator(id="output", kind="flow", measure="dong")
        builder.add_indicator(id="growth", kind="growth", base="output", measure="percent", digits=2)
        builder.add_target(indicator="growth", at_least="9.5445115010332226")
        log = tiendo.Book(builder.build())
        log.read(io.StringIO("indicator,period,value\noutput,2020,100\noutput,2022,120\n"))
        row = log.report(as_of=datetime.date(2022, 12, 31))[1]
        self.assertEqual((row.indicator, row.actual, row.verdict),
                         ("growth", Decimal("9.54"), tiendo.Verdict.EXCEEDED))
        self.assertEqual(str(row.rounded("actual", 30)), "9.544511501033222691393956560160")
        self.assertLess(abs((1 + row.exact.actual / 100) ** 2 - Fraction(6, 5)), Fraction(1, 10 ** 20))

    def test_every_figure_has_both_forms(self):
        row = row_of(self.year, "income-per-head")
        there = {"target", "actual", "completion", "excess", "remaining", "same_period", "index", "growth", "required",
                 "base_revision", "change"}
        for field in ("target", "actual", "completion", "excess", "remaining", "same_period", "index", "growth",
                      "expected", "deviation", "baseline", "required", "base_revision", "targeted_change", "change",
                      "pace", "run_rate_forecast", "same_share_forecast"):
            with self.subTest(field=field):
                rounded, exact = getattr(row, field), getattr(row.exact, field)
                self.assertEqual((rounded is not None, exact is not None), (field in there,) * 2)
                self.assertEqual(rounded, row.rounded(field))
                self.assertEqual(row.reason(field) is None, field in there)
                if exact is not None:
                    self.assertLess(abs(Fraction(rounded) - exact), Fraction(1, 10))

    def test_the_base_of_comparisons_is_chosen(self):
        revised = book()
        revised.append("gross-output", "2023", "17028", recorded_on=datetime.date(2024, 12, 18), note="synthetic")
        revised.append("gross-output", "2024", "18850.216", recorded_on=YEAR, note="synthetic")
        for base, growth in (("latest", "10.7"), ("first_published", "11.7"), ("as_of_report", "10.7")):
            row = row_of(revised.report(YEAR, base=base), "gross-output")
            self.assertEqual((row.base, str(row.growth), str(row.base_revision)), (base, growth, "155.0"))
            self.assertEqual(row.exact.base_revision, Fraction(155))
        with self.assertRaises(ValueError):
            revised.report(YEAR, base="newest")
        rules = json.dumps({"format": "tiendo-rules/1", "id": "own", "version": 1, "based_on": "tiendo@1",
                            "base_rule": "first_published"})
        for base, used, growth in (("latest", "first_published", "11.7"), ("latest_always", "latest", "10.7")):
            report = revised.report(YEAR, base=base, rules=rules)
            row = row_of(report, "gross-output")
            self.assertEqual((report.base, row.base, str(row.growth)), (base, used, growth))

    def test_a_figure_that_is_not_there_is_none_with_a_reason(self):
        output = row_of(self.half, "gross-output")
        self.assertIsNone(output.growth)
        self.assertIsNone(output.exact.growth)
        self.assertEqual(output.reason("growth"), "no_base")
        self.assertIsNone(output.reason("actual"))
        self.assertEqual(row_of(self.half, "poor-households").reason(), "no_data")

    def test_digits_and_rounding_may_be_asked_for(self):
        output = row_of(self.half, "gross-output")
        self.assertEqual(str(output.rounded("completion", digits=2)), "55.33")
        self.assertEqual(str(output.rounded("completion", digits=0, rounding="up")), "56")
        with self.assertRaises(ValueError):
            output.rounded("completion", rounding="sideways")
        with self.assertRaises(ValueError):
            output.rounded("complete")
        with self.assertRaises(ValueError):
            output.rounded("completion", digits=-1)
        with self.assertRaises(tiendo.Error) as caught:
            output.rounded("completion", digits=101)
        self.assertEqual(caught.exception.code, "digits_out_of_range")

    def test_the_precision_in_force_plays_no_part(self):
        with decimal.localcontext() as context:
            context.prec = 2
            context.traps[decimal.Inexact] = True
            self.assertEqual(str(row_of(self.half, "gross-output").actual), "10492.2")
            self.assertIn("10492.200", [str(value) for value in self.half.column("actual", 3)])
            self.assertEqual(str(row_of(self.half, "gross-output").condition_value), "18964")

    def test_a_column_is_one_figure_of_all_rows(self):
        column = self.half.column("completion", 2, rounding="down")
        self.assertEqual(len(column), len(self.half))
        expected = [row.rounded("completion", digits=2, rounding="down") for row in self.half]
        self.assertEqual(column, expected)
        self.assertIn(None, column)
        self.assertEqual(str(column[1]), "55.32")

    def test_land_clearance_is_kept_apart_by_assigner_and_judged_as_a_whole(self):
        land = [row for row in self.year if row.indicator == "land-cleared"]
        self.assertEqual([str(row.target) for row in land], ["53.026", "40.834", "93.860"])
        self.assertEqual([row.assigner for row in land], ["thanh-hoa", "bim-son", None])
        self.assertEqual([row.declared_projects for row in land], [14, 4, 18])
        self.assertEqual([row.kind for row in land],
                         [tiendo.RowKind.TARGET, tiendo.RowKind.TARGET, tiendo.RowKind.WHOLE])

    def test_a_row_says_where_it_stands(self):
        income = row_of(self.year, "income-per-head")
        self.assertIs(income.verdict, tiendo.Verdict.MISSED)
        self.assertIsNone(income.verdict_reason)
        self.assertIs(income.state, tiendo.State.VALUE)
        self.assertIs(income.schedule, tiendo.Schedule.NONE)
        self.assertEqual(income.status, "estimate")
        self.assertEqual(income.reported_to, YEAR)
        self.assertEqual((income.period, income.period_start, income.period_end),
                         ("2024", datetime.date(2024, 1, 1), datetime.date(2025, 1, 1)))
        self.assertEqual((income.condition, income.condition_value), ("at_least", Decimal("75")))
        self.assertIsNone(income.condition_upper)
        self.assertEqual((income.unit, income.measure, income.field, income.project),
                         ("bim-son", "trieu-dong-nguoi", "economy", None))
        self.assertEqual(income.indicator_name(), "Thu nhập bình quân đầu người")
        self.assertEqual(income.indicator_name("en"), "Income per head")
        self.assertEqual(income.unit_name("en"), "Bỉm Sơn town")
        self.assertEqual(income.assigner_name(), "thị xã Bỉm Sơn")
        revenue = next(row for row in self.year if row.indicator == "budget-revenue")
        self.assertEqual(revenue.qualifier, "over")
        self.assertEqual(revenue.verdict_reason, "no_target")

    def test_coverage_says_how_much_was_reported(self):
        coverage = row_of(self.year, "gross-output").coverage
        self.assertEqual(coverage, (6, 12, tiendo.CoverageOf.MONTHS))
        self.assertFalse(coverage.complete)
        self.assertFalse(row_of(self.year, "gross-output").verdict)

    def test_the_summary_adds_up(self):
        for line in self.year.summary:
            parts = (line.exceeded, line.met, line.near, line.missed, line.no_data, line.not_judged)
            self.assertEqual(sum(parts), line.rows)
        self.assertEqual([line.assigner for line in self.year.summary], ["thanh-hoa", "bim-son", None])
        self.assertEqual(self.year.summary[1].missed, 1)

    def test_targets_are_counted_by_what_they_have_in_common(self):
        for by in ("field", "unit"):
            lines = self.year.tally(by)
            for total in self.year.summary:
                mine = [line for line in lines if line.assigner == total.assigner]
                self.assertEqual(sum(line.rows for line in mine), total.rows)
                self.assertEqual(sum(line.met_or_better for line in mine), total.met + total.exceeded)
                self.assertEqual(sum(line.missed for line in mine), total.missed)
        for by in ("field", "unit"):
            for line in ("provisional_exceeded", "provisional_met", "provisional_near", "provisional_missed"):
                counted = [sum(getattr(each, line) for each in lines)
                           for lines in (self.half.tally(by), self.half.summary)]
                self.assertEqual(*counted, line)
        self.assertEqual(self.half.tally("unit")[0].provisional_missed, self.half.summary[0].provisional_missed)
        self.assertGreater(sum(line.provisional_missed for line in self.half.tally("unit")), 0)
        first = self.year.tally("field")[0]
        self.assertEqual(first.group, "economy")
        self.assertLessEqual(first.reported, first.due)
        self.assertEqual({line.group for line in self.year.tally("unit")}, {"bim-son"})
        self.assertTrue(self.year.tally("task_group"))
        self.assertTrue(self.year.tally("lead"))
        with self.assertRaises(ValueError):
            self.year.tally("assigner")

    def test_units_below_have_rows(self):
        folder = "tests/golden/books/roll-ups/"
        book = tiendo.load(folder + "plan.json", folder + "observations.csv")
        bare = {(row.indicator, row.unit) for row in book.report(YEAR)}
        rows = book.report(YEAR, levels=1)
        self.assertLess(bare, {(row.indicator, row.unit) for row in rows})
        below = [row for row in rows if (row.indicator, row.unit) not in bare]
        self.assertEqual({(row.target, row.reason("target")) for row in below}, {(None, "no_target")})
        self.assertEqual([row.unit for row in book.report(YEAR, levels=0)], [row.unit for row in book.report(YEAR)])
        with self.assertRaises(tiendo.Error):
            book.report(YEAR, levels=65)

    def test_counts_are_explained(self):
        self.assertIn("Đạt và vượt", self.year.explain_counts())
        self.assertIn("Summary field: economy", self.year.explain_counts("field", 0, lang="en"))
        whole = json.loads(self.year.trace_counts())["rows"]
        self.assertEqual([line["counts"]["rows"] for line in whole], [line.rows for line in self.year.summary])
        self.assertEqual(len(json.loads(self.year.trace_counts("unit", 0))["rows"]), 1)
        with self.assertRaises(ValueError):
            self.year.trace_counts("assigner")

    def test_a_report_is_a_sequence(self):
        self.assertEqual(self.half[-1].indicator, self.half[len(self.half) - 1].indicator)
        self.assertEqual([row.indicator for row in self.half[1:3]], ["gross-output", "income-per-head"])
        for index in (len(self.half), -len(self.half) - 1):
            with self.assertRaises(IndexError):
                self.half[index]
        self.assertEqual(len(list(self.half)), len(self.half))

    def test_a_report_is_written_and_a_row_explained(self):
        self.assertIn("Giá trị sản xuất", self.half.write())

    def test_a_report_says_what_it_was_asked_for(self):
        rules = json.dumps({"format": "tiendo-rules/1", "id": "own", "version": 1, "based_on": "tiendo@1"})
        ours = book()
        first = ours.report(YEAR, base="first_published", map=YEAR, levels=1, rules=rules)
        again = ours.report(first.as_of, first.known_on, map=first.map, base=first.base, levels=first.levels,
                            rules=first.rules)
        self.assertEqual((first.base, first.levels), ("first_published", 1))
        self.assertEqual(json.loads(first.rules)["id"], "own")
        self.assertEqual((again.base, again.levels, again.rules), (first.base, first.levels, first.rules))
        self.assertEqual(again.write("json", exact=True), first.write("json", exact=True))
        plain = ours.report(YEAR)
        self.assertEqual((plain.base, plain.levels), ("latest", None))
        self.assertEqual(plain.rules, tiendo.write_rules("tiendo@1"))

    def test_a_report_is_written_with_counts_by_groups(self):
        written = json.loads(self.half.write("json", by=["lead", "field"]))["tallies"]
        counted = [("lead", row.group, row.assigner, row.rows) for row in self.half.tally("lead")]
        counted += [("field", row.group, row.assigner, row.rows) for row in self.half.tally("field")]
        self.assertEqual([(row["by"], row["group"], row["assigner"], row["rows"]) for row in written], counted)
        self.assertNotIn("tallies", json.loads(self.half.write("json")))
        self.assertEqual(self.half.write("markdown", by="unit"), self.half.write("markdown", by=("unit",)))
        with self.assertRaises(ValueError):
            self.half.write(by=["colour"])
        with self.assertRaises(tiendo.Error):
            self.half.write("csv", by=["unit"])
        self.assertTrue(self.half.write("csv", exact=True).startswith("indicator,unit,project,assigner,"))
        self.assertIn("55.327", self.half.write(format="csv", digits=3))
        self.assertIn("Gross output", self.half.write(lang="en"))
        self.assertIn("52461/94820", row_of(self.half, "gross-output").explain("en"))
        with self.assertRaises(ValueError):
            self.half.write("pdf")

    def test_a_row_and_a_report_are_traced(self):
        row = row_of(self.half, "gross-output")
        trace = json.loads(row.trace(digits=3, rounding="down"))
        self.assertEqual(trace["format"], "tiendo-trace/1")
        (completion,) = [each for each in trace["rows"][0]["figures"] if each["field"] == "completion_pct"]
        self.assertEqual((completion["exact"], completion["printed"]), ("262305/4741", "55.326"))
        whole = json.loads(self.half.traces(digits=3, rounding="down"))
        self.assertEqual(len(whole["rows"]), len(self.half))
        self.assertIn(trace["rows"][0], whole["rows"])
        with self.assertRaises(ValueError):
            row.trace(rounding="nearest")

    def test_what_was_recorded_later_is_not_known(self):
        early = book().report(HALF, known_on=datetime.date(2024, 7, 1))
        self.assertIsNone(row_of(early, "gross-output").actual)
        self.assertEqual((early.as_of, early.known_on), (HALF, datetime.date(2024, 7, 1)))


class LargeNumberTest(unittest.TestCase):
    def test_numbers_of_any_size_are_exact(self):
        large = "123456789" * 100
        with book() as opened:
            opened.append("sown-area", "2023-01", large + ".5")
            row = next(row for row in opened.report(datetime.date(2023, 12, 31)) if row.indicator == "sown-area")
            self.assertIsNone(row.actual)  # the row is of the plan's year
            opened.append("sown-area", "2024-01", Decimal(large + ".5"))
            row = next(row for row in opened.report(HALF) if row.indicator == "sown-area")
        self.assertEqual(str(row.actual), large + ".5")
        self.assertEqual(row.exact.actual, Fraction(int(large) * 2 + 1, 2))
        with self.assertRaises(tiendo.Error) as caught:
            opened_column = book()
            opened_column.append("sown-area", "2024-01", large)
            opened_column.report(HALF).column("actual", 1)
        self.assertEqual((caught.exception.status, caught.exception.code), ("TIENDO_E_RANGE", "number_out_of_range"))


if __name__ == "__main__":
    unittest.main()
