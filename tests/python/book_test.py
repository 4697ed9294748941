"""Books: what they are read from, what is refused and where, appending, closing."""

import datetime
import io
import pathlib
import tempfile
import unittest
from decimal import Decimal

import tiendo

FOLDER = pathlib.Path("docs/examples/bim-son-2024")
PLAN = FOLDER / "plan.json"
TABLE = FOLDER / "observations.csv"
YEAR = datetime.date(2024, 12, 31)


def actual_of(book, indicator):
    return next(row for row in book.report(YEAR) if row.indicator == indicator).actual


class TargetsTest(unittest.TestCase):
    def setUp(self):
        self.book = tiendo.load("tests/golden/books/layers/plan.json")

    def test_the_list_in_force_is_that_of_the_day(self):
        january, december = datetime.date(2024, 1, 31), datetime.date(2024, 12, 31)
        self.assertEqual(len(self.book.targets_in_force(january, "hdnd")), 24)
        self.assertEqual(len(self.book.targets_in_force(december, "hdnd")), 25)
        self.assertEqual(self.book.targets_in_force(december, "tinh"), tuple(range(12)))
        self.assertEqual(len(self.book.targets_in_force(december)), 37)
        self.assertEqual(self.book.targets_in_force(december, "thi-xa"), ())

    def test_the_list_is_written_in_each_form(self):
        day = datetime.date(2024, 1, 31)
        self.assertIn("Targets in force on 2024-01-31: 12.", self.book.list_targets(day, "tinh", lang="en"))
        lines = self.book.list_targets(day, format="csv").splitlines()
        self.assertEqual((len(lines), lines[0][:13]), (37, "assigner,unit"))

    def test_an_assigner_that_is_not_there_is_an_error(self):
        for ask in (self.book.targets_in_force, self.book.list_targets):
            with self.assertRaises(tiendo.Error) as caught:
                ask(YEAR, "nobody")
            self.assertEqual(caught.exception.code, "unknown_unit")


class ReadingTest(unittest.TestCase):
    def test_paths_and_file_objects_and_texts_are_alike(self):
        wanted = tiendo.load(PLAN, TABLE).report(YEAR).write()
        with open(PLAN, "rb") as plan, open(TABLE, encoding="utf-8") as table:
            self.assertEqual(tiendo.load(plan, table).report(YEAR).write(), wanted)
        texts = PLAN.read_text(encoding="utf-8"), TABLE.read_bytes()
        self.assertEqual(tiendo.loads(*texts).report(YEAR).write(), wanted)
        self.assertEqual(tiendo.load(str(PLAN), io.BytesIO(texts[1])).report(YEAR).write(), wanted)

    def test_there_may_be_several_tables_or_none(self):
        self.assertEqual(tiendo.load(PLAN).observation_count, 0)
        more = io.StringIO("indicator,period,value\ncement,2024-10,1\n")
        self.assertEqual(tiendo.load(PLAN, [TABLE, more]).observation_count, 24)

    def test_the_format_of_numbers_is_declared(self):
        table = 'indicator,period,value\ngross-output,2024-10,"1.234,5"\n'
        book = tiendo.load(PLAN, io.StringIO(table), numbers="vi")
        self.assertEqual(actual_of(book, "gross-output"), Decimal("1234.5"))
        with self.assertRaises(ValueError):
            tiendo.load(PLAN, numbers="us")

    def test_marks_of_numbers_are_declared(self):
        marks = tiendo.NumberFormat(":", "_")
        table = "indicator,period,value\ngross-output,2024-10,1_234:5\n"
        book = tiendo.load(PLAN, io.StringIO(table), numbers=marks)
        self.assertEqual(actual_of(book, "gross-output"), Decimal("1234.5"))
        self.assertIn("1_234:5", book.write_observations(numbers=marks))
        self.assertIn("1234.5", book.write_observations())
        with self.assertRaises(tiendo.Error) as caught:
            book.read(io.StringIO(table), numbers=tiendo.NumberFormat(".", "."))
        self.assertEqual(caught.exception.code, "marks_conflict")
        self.assertEqual(book.observation_count, 1)

    def test_a_watcher_has_marks_of_its_own(self):
        outer, inner = tiendo.NumberFormat(":", "_"), tiendo.NumberFormat("#", "_")
        read = []

        def watch(_):
            other = tiendo.load(PLAN, io.StringIO("indicator,period,value\ngross-output,2024-10,2#5\n"), numbers=inner)
            read.append(actual_of(other, "gross-output"))

        table = io.StringIO("indicator,period,value\ngross-output,2024-10,1_234:5\n")
        book = tiendo.load(PLAN, table, numbers=outer, progress=watch)
        self.assertEqual(actual_of(book, "gross-output"), Decimal("1234.5"))
        self.assertEqual(set(read), {Decimal("2.5")})

    def test_counts_and_warnings_of_a_plan(self):
        book = tiendo.load(PLAN)
        self.assertEqual(book.counts, {"measures": 12, "units": 7, "indicators": 21, "targets": 9, "projects": 0,
                                       "task_groups": 8, "succession": 0})
        first = book.findings[0]
        self.assertEqual((first.code, first.number, first.file), ("declared_count", 318, str(PLAN)))
        self.assertIs(first.severity, tiendo.Severity.WARNING)
        self.assertGreater(first.line, 1)
        self.assertEqual(str(first), f"{PLAN}:{first.line}:{first.column}: warning 318 declared_count: {first.sentence}")

    def test_a_check_finds_the_growth_target_against_the_level_target(self):
        found = tiendo.load(PLAN, TABLE).check()
        self.assertEqual([finding.code for finding in found if finding.line], ["growth_against_level"])
        self.assertIn("209100/16873", found[0].sentence)
        self.assertEqual(tiendo.load(PLAN, TABLE).check(known_on=datetime.date(2023, 1, 1)), ())

    def test_a_check_may_be_on_the_units_of_another_day(self):
        folder = pathlib.Path("tests/golden/books/units-2025")
        book = tiendo.load(folder / "plan.json", folder / "observations.csv")
        not_shared = [one.code for one in book.check(map=datetime.date(2025, 7, 1))].count("split_without_shares")
        self.assertEqual((not_shared, "split_without_shares" in [one.code for one in book.check()]), (2, False))

    def test_a_check_compares_by_the_base_rule(self):
        bases = pathlib.Path("tests/golden/books/bases")
        book = tiendo.load(bases / "plan.json", bases / "observations.csv")
        self.assertEqual(book.check(base="latest"), book.check())
        with self.assertRaises(ValueError):
            book.check(base="newest")

    def test_a_finding_about_a_report_names_its_observation(self):
        found = [one for one in tiendo.load(PLAN, TABLE).check() if one.code == "final_too_early"]
        self.assertEqual((found[0].severity, found[0].path), (tiendo.Severity.NOTE, "observation 20"))
        self.assertEqual((found[0].file, found[0].line), ("", 0))


class MapTest(unittest.TestCase):
    def test_a_report_may_be_on_the_units_of_another_day(self):
        folder = pathlib.Path("tests/golden/books/bim-son-2025-map")
        book = tiendo.load(folder / "plan.json", folder / "observations.csv")
        half, today = datetime.date(2024, 6, 30), datetime.date(2025, 7, 1)

        def outputs(report):
            return {row.unit: (row.condition_value, row.actual) for row in report if row.indicator == "gross-output"}

        self.assertEqual(outputs(book.report(half)), {"bim-son": (Decimal(18964), Decimal("10492.2"))})
        report = book.report(half, map=today)
        self.assertEqual((report.map, book.report(half).map), (today, None))
        self.assertEqual(outputs(report), {"quang-trung-ward": (Decimal("3792.8"), Decimal("4400.2")),
                                           "bim-son-ward": (Decimal("15171.2"), Decimal("6092"))})


class RefusalTest(unittest.TestCase):
    def error_of(self, plan, table=None, **options):
        with self.assertRaises(tiendo.Error) as caught:
            tiendo.load(plan, table, **options)
        return caught.exception

    def test_a_faulty_plan_has_code_file_line_and_column(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "kế hoạch.json"
            text = PLAN.read_text(encoding="utf-8").replace('"unit": "bim-son",', '"unit": "bim-soon",')
            path.write_text(text, encoding="utf-8")
            error = self.error_of(path)
        self.assertEqual((error.status, error.code, error.number), ("TIENDO_E_PARSE", "unknown_unit", 302))
        self.assertEqual(error.file, str(path))
        line = text[: text.index("bim-soon")].count("\n") + 1
        self.assertEqual(error.line, line)
        self.assertGreater(error.column, 0)
        self.assertEqual(str(error), str(error.findings[0]))
        self.assertIs(error.findings[0].severity, tiendo.Severity.ERROR)

    def test_a_faulty_table_names_every_fault(self):
        table = io.StringIO('indicator,period,value\ncement,2024-01,"53,026"\ncement,2024-13,1\n')
        table.name = "a.csv"
        error = self.error_of(PLAN, table)
        self.assertEqual((error.code, error.file, error.line), ("number_syntax", "a.csv", 2))
        self.assertEqual([finding.code for finding in error.findings], ["number_syntax", "period_syntax"])

    def test_each_kind_of_fault_has_its_status(self):
        self.assertEqual(self.error_of("no/such/plan.json").status, "TIENDO_E_FILE")
        self.assertEqual(self.error_of(PLAN, "no/such.csv").file, "no/such.csv")
        self.assertEqual(self.error_of(io.BytesIO(b'{"format": "\xff"}')).status, "TIENDO_E_ENCODING")
        self.assertEqual(self.error_of(io.BytesIO(b"{}")).code, "missing_key")

    def test_an_object_of_the_wrong_type_is_refused_by_python(self):
        for wrong in (7, None, object()):
            with self.assertRaises(TypeError):
                tiendo.load(wrong)
        book = tiendo.load(PLAN)
        for wrong in (datetime.datetime(2024, 6, 30), "2024-06-30", 19904, None):
            with self.assertRaises(TypeError):
                book.report(wrong)

    def test_a_day_before_1400_is_out_of_range(self):
        with self.assertRaises(tiendo.Error) as caught:
            tiendo.load(PLAN).report(datetime.date(1, 1, 1))
        self.assertEqual((caught.exception.status, caught.exception.code), ("TIENDO_E_RANGE", "date_out_of_range"))
        self.assertEqual(caught.exception.findings, ())


class AppendingTest(unittest.TestCase):
    def test_observations_are_appended_one_by_one(self):
        book = tiendo.load(PLAN)
        book.append("gross-output", "2024-01", "1.5")
        book.append("gross-output", "2024-02", Decimal("1E+1"), source="a report", note="a note")
        book.append("gross-output", "2024-03", 3, unit="bim-son", form="increment", status="estimate",
                    qualifier="about", recorded_on=datetime.date(2024, 4, 2), revision=1)
        self.assertEqual(book.observation_count, 3)
        self.assertEqual(actual_of(book, "gross-output"), Decimal("14.5"))

    def test_a_report_that_was_made_does_not_change(self):
        book = tiendo.load(PLAN)
        book.append("cement", "2024-01", 1)
        before = book.report(YEAR)
        text = before.write()
        book.append("cement", "2024-02", 2)
        self.assertEqual(before.write(), text)
        self.assertEqual(actual_of(book, "cement"), 3)
        book.append("cement", "2024-03", 4)
        self.assertEqual(actual_of(book, "cement"), 7)

    def test_a_report_that_is_taken_back_is_brought_up_to_date(self):
        book, copied = tiendo.load(PLAN, TABLE), tiendo.load(PLAN, TABLE)
        report = book.report(YEAR)
        before = report.write("csv", exact=True)
        self.assertTrue(book.reopen(report))
        with self.assertRaisesRegex(ValueError, "closed"):
            report[0]
        handle = book._observations
        for one in (book, copied):
            one.append("gross-output", "2024", "30000.5", recorded_on=YEAR, revision=7)
        self.assertIs(book._observations, handle)
        after = book.report(YEAR).write("csv", exact=True)
        self.assertNotEqual(after, before)
        self.assertEqual(after, copied.report(YEAR).write("csv", exact=True))

    def test_a_report_that_is_in_use_is_not_taken_back(self):
        book = tiendo.load(PLAN, TABLE)
        report = book.report(YEAR)
        row = report[0]
        self.assertFalse(book.reopen(report))
        self.assertEqual(row.indicator, report[0].indicator)
        del row
        other = book.report(YEAR)
        self.assertFalse(book.reopen(report))
        self.assertEqual(len(report), len(other))
        other.close()
        with self.assertRaises(tiendo.Error) as caught:
            tiendo.load(PLAN).reopen(report)
        self.assertEqual(caught.exception.status, "TIENDO_E_INVALID_ARG")
        self.assertTrue(book.reopen(report))
        with self.assertRaisesRegex(ValueError, "closed"):
            book.reopen(report)

    def test_columns_of_a_report_are_those_of_its_rows(self):
        report = tiendo.load(PLAN, TABLE).report(datetime.date(2024, 9, 30))
        self.assertEqual(report.verdicts(), [row.verdict for row in report])
        self.assertEqual(report.verdicts(provisional=True), [row.provisional for row in report])
        self.assertGreater(len(set(report.verdicts(provisional=True))), 1)
        column = report.decimal_column("completion", 2, "half_up")
        self.assertEqual(column.to_list(), report.column("completion", 2, "half_up"))
        self.assertEqual(column.scale, 2)
        percent = report.percent_of_plan(2, "half_up")
        self.assertEqual(len(percent), len(report))
        for at, row in enumerate(report):
            if row.baseline is None:
                self.assertEqual(percent[at], column[at])
        self.assertIn(None, [row.baseline for row in report])

    def test_a_report_may_leave_out_what_has_not_been_reported(self):
        rules = ('{"format": "tiendo-rules/1", "id": "own", "version": 1, "based_on": "tiendo@1", '
                 '"unreported": "leave_out"}')
        self.assertIn('"unreported": "leave_out"', tiendo.write_rules(rules))
        book = tiendo.load(PLAN)
        book.append("cement", "2024-01", 1)
        states = [next(row for row in book.report(YEAR, rules=by) if row.indicator == "cement").state
                  for by in (None, rules)]
        self.assertEqual(states, [tiendo.State.UNDEFINED, tiendo.State.VALUE])

    def test_what_is_no_number_has_a_word(self):
        for word, state in (("n/a", tiendo.State.NOT_APPLICABLE), ("withheld", tiendo.State.WITHHELD)):
            book = tiendo.load(PLAN)
            book.append("income-per-head", "2024", word)
            row = next(row for row in book.report(YEAR) if row.indicator == "income-per-head")
            self.assertIs(row.state, state)

    def test_a_fact_is_reported_by_yes_and_no(self):
        plan = pathlib.Path("tests/golden/books/commune/plan.json")
        for word, actual, verdict in (("yes", 1, tiendo.Verdict.MET), ("no", 0, tiendo.Verdict.MISSED)):
            book = tiendo.load(plan)
            book.append("market-built", "2024", word)
            row = next(row for row in book.report(YEAR) if row.indicator == "market-built")
            self.assertEqual((row.condition, row.condition_value, row.target), ("yes", None, None))
            self.assertEqual((row.actual, row.verdict, row.reason("target")), (actual, verdict, "fact_target"))
        with self.assertRaises(tiendo.Error) as caught:
            tiendo.load(PLAN).append("cement", "2024", "yes")
        self.assertEqual(caught.exception.code, "result_conflict")

    def test_what_is_refused_leaves_the_book_as_it_was(self):
        book = tiendo.load(PLAN)
        book.append("cement", "2024-01", 1)
        book.report(YEAR)
        cases = [
            (tiendo.Error, ("steel", "2024", 1), {}),
            (tiendo.Error, ("cement", "2024-13", 1), {}),
            (tiendo.Error, ("cement", "2024", "1,5"), {}),
            (tiendo.Error, ("cement", "2024"), {}),
            (ValueError, ("cement", "2024", Decimal("NaN")), {}),
            (tiendo.Error, ("cement", "2024", Decimal("1E+999999999")), {}),
            (tiendo.Error, ("cement", "2024", 10**1000), {}),
            (TypeError, ("cement", "2024", 1.5), {}),
            (TypeError, ("cement", "2024", True), {}),
            (ValueError, ("cement", "2024", 1), {"form": "total"}),
            (ValueError, ("cement", "2024", 1), {"status": "final"}),
            (ValueError, ("cement", "2024", 1), {"note": "a\0b"}),
        ]
        for kind, arguments, options in cases:
            with self.subTest(arguments=arguments, options=options), self.assertRaises(kind):
                book.append(*arguments, **options)
        self.assertEqual(book.observation_count, 1)

    def test_a_ratio_is_given_by_its_parts(self):
        plan = """{"format": "tiendo-plan/1",
            "measures": [{"id": "percent", "kind": "share", "name": "%", "factor": "0.01"}],
            "units": [{"id": "town", "kind": "town", "name": "Town"}],
            "indicators": [{"id": "water", "name": "Water", "measure": "percent", "kind": "ratio", "of": "level"}],
            "plan": {"id": "p", "unit": "town", "period": "2024", "name": "P", "targets": []}}"""
        book = tiendo.loads(plan)
        book.append("water", "2024", numerator=45, denominator=Decimal("60"))
        self.assertEqual(actual_of(book, "water"), 75)


class ClosingTest(unittest.TestCase):
    def test_a_closed_book_says_so_and_its_reports_stay(self):
        with tiendo.load(PLAN, TABLE) as book:
            report = book.report(YEAR)
        for call in (lambda: book.report(YEAR), book.check, lambda: book.counts, lambda: book.observation_count,
                     lambda: book.append("cement", "2024", 1)):
            with self.assertRaisesRegex(ValueError, "the book is closed"):
                call()
        book.close()
        self.assertIn("gross-output", report[1].explain())

    def test_a_closed_report_says_so_and_its_rows_stay(self):
        with tiendo.load(PLAN, TABLE).report(YEAR) as report:
            row = report[1]
        for call in (lambda: report[0], report.write, lambda: report.summary, lambda: report.column("actual", 1)):
            with self.assertRaisesRegex(ValueError, "the report is closed"):
                call()
        report.close()
        self.assertEqual(row.indicator, "gross-output")


if __name__ == "__main__":
    unittest.main()
