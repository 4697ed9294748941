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

    def test_a_period_may_be_given_as_one(self):
        filled = empty()
        filled.append("gross-output", tiendo.Period.parse("2024-Q1"), "1.5")
        self.assertEqual(filled.observations[0].period, tiendo.Period.parse("2024-Q1"))
        with self.assertRaisesRegex(TypeError, "a str is needed, not 2024"):
            filled.append("gross-output", 2024, "1.5")

    def test_a_faulty_value_is_named_with_its_field(self):
        for arguments, sentence in ((("gross-output", "2024", "1,5"), 'value "1,5": '), (("gross-output", "2024-13", "1"), "period ")):
            with self.assertRaises(tiendo.Error) as caught:
                empty().append(*arguments)
            self.assertTrue(caught.exception.sentence.startswith(sentence), caught.exception.sentence)

    def test_a_log_is_written_as_the_table_that_is_read_again(self):
        first = book()
        for numbers in ("plain", "vi"):
            table = first.write_observations(numbers)
            with open(FOLDER + "plan.json", encoding="utf-8") as plan:
                again = tiendo.loads(plan.read(), table, numbers=numbers)
            self.assertEqual(list(again.observations), list(first.observations))
            self.assertEqual(again.write_observations(numbers), table)

    def test_ranges_words_and_verdicts_are_read_as_they_were_given(self):
        columns, single = empty(), empty()
        single.append("gross-output", "2024-H1", "10492.2", value_to=10500, qualifier="about")
        single.append("gross-output", "2024", words="Vượt xa", verdict="exceeded", judge="Chi cục Thống kê")
        single.append("gross-output", "2023", 5, verdict="near", judge="Phòng A")
        columns.observations.append_columns(
            "gross-output", ["2024-H1", "2024", "2023"], [Decimal("10492.2"), None, 5],
            value_to=[10500, None, None], words=[None, "Vượt xa", None], qualifier=["about", None, None],
            verdict=[None, "exceeded", "near"], judge=[None, "Chi cục Thống kê", "Phòng A"])
        self.assertEqual(list(columns.observations), list(single.observations))
        half, year, before = single.observations
        self.assertEqual((half.standing, half.value, half.value_to), ("range", Decimal("10492.2"), Decimal(10500)))
        self.assertEqual((half.words, half.verdict, half.judge), (None, None, None))
        self.assertEqual((year.standing, year.value, year.words), ("words", None, "Vượt xa"))
        self.assertEqual((year.verdict, year.judge), ("exceeded", "Chi cục Thống kê"))
        self.assertEqual((before.standing, before.value, before.verdict), (None, Decimal(5), "near"))

    def test_a_judge_is_heard_where_the_rule_is_silent(self):
        filled = empty()
        filled.append("gross-output", "2024", 18000, value_to=19000, verdict="near", judge="Chi cục Thống kê")
        report = filled.report(YEAR)
        row = next(row for row in report if row.indicator == "gross-output")
        self.assertEqual((row.actual, row.reason()), (None, "range_result"))
        self.assertEqual((row.range, row.words), ((Decimal(18000), Decimal(19000)), None))
        self.assertEqual((row.verdict, row.hand_verdict), (tiendo.Verdict.NEAR, tiendo.Verdict.NEAR))
        self.assertEqual((row.judged_by, row.judge, row.verdict_reason), ("Chi cục Thống kê", "Chi cục Thống kê", None))
        self.assertEqual(sum(line.by_hand for line in report.summary), 1)
        filled.append("gross-output", "2024", 19000, verdict="near", judge="Phòng A", revision=1)
        row = next(row for row in filled.report(YEAR) if row.indicator == "gross-output")
        self.assertEqual((row.verdict, row.judged_by, row.judge), (tiendo.Verdict.EXCEEDED, None, "Phòng A"))
        self.assertIsNone(row.range)
        self.assertIn("Phòng A", row.explain())

    def test_what_is_no_verdict_of_a_judge_is_refused(self):
        filled = empty()
        for given, code in (({"verdict": "met"}, "verdict_and_judge"), ({"judge": "x"}, "verdict_and_judge"),
                            ({"value_to": 1}, "range_reversed"), ({"words": "x"}, "result_conflict")):
            with self.subTest(given=given), self.assertRaises(tiendo.Error) as caught:
                filled.append("gross-output", "2024", 2, **given)
            self.assertEqual(caught.exception.code, code)
        with self.assertRaises(ValueError):
            filled.append("gross-output", "2024", 2, verdict="good", judge="x")
        with self.assertRaises(tiendo.Error) as caught:
            filled.append("gross-output", "2024", "range")
        self.assertEqual(caught.exception.code, "number_syntax")
        self.assertEqual(len(filled.observations), 0)

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

    def test_ids_may_be_positions_in_the_plan_and_words_numbers(self):
        filled = empty()
        position = filled.plan.indicators.index(filled.plan.indicators.find("income-per-head"))
        filled.observations.append_columns(
            (array.array("i", [position, position]), None), ["2024-H1", "2024-H2"],
            array.array("q", [740, 741]), scales=bytes([1, 1]),
            unit=(array.array("i", [-1, 0]), None), standing=array.array("b", [0, 0]), status=bytes([1, 0]),
        )
        first, second = filled.observations
        self.assertEqual((first.indicator, first.unit), ("income-per-head", "bim-son"))
        self.assertEqual(second.unit, filled.plan.units[0].id)
        self.assertEqual((str(first.value), first.status), ("74.0", "preliminary"))
        with self.assertRaises(tiendo.Error) as caught:
            filled.observations.append_columns((array.array("i", [999]), None), "2024-H1", [1])
        self.assertEqual((caught.exception.code, caught.exception.row), ("number_out_of_range", 0))
        with self.assertRaises(tiendo.Error):
            filled.observations.append_columns("income-per-head", ["2024-H1"], [1], source=(array.array("i", [0]), None))

    def test_buffers_that_may_not_be_written_are_read_where_they_are(self):
        from tiendo._memory import Memory
        kept = array.array("q", [15, 25, 35])
        for given in (memoryview(kept), memoryview(kept).toreadonly()):
            self.assertEqual(Memory(given).address, kept.buffer_info()[0])
        with self.assertRaises(BufferError):
            kept_while = Memory(kept)
            kept.append(1)
        del kept_while
        self.assertEqual(bytes(Memory(b"abc").view), b"abc")
        with self.assertRaises(BufferError):
            Memory(memoryview(kept)[::2])

    def test_one_faulty_row_keeps_all_out_and_every_fault_is_named(self):
        filled = empty()
        with self.assertRaises(tiendo.Error) as caught:
            filled.observations.append_columns(["gross-output", "gros-output", "gross-output"], "2024-01", [1, 2, Decimal("0.0001")])
        self.assertEqual((caught.exception.code, caught.exception.row), ("unknown_indicator", 1))
        self.assertEqual([(found.code, found.path) for found in caught.exception.findings],
                         [("unknown_indicator", "/1"), ("value_scale", "/2")])
        self.assertEqual(len(filled.observations), 0)

    def test_rows_say_why_they_are_refused(self):
        filled = empty()
        before = filled.report(YEAR)  # shares what there is
        rows = filled.observations
        ids = ["gross-output", "gros-output", "gross-output", "gross-output", "gross-output"]
        months = ["2024-01", "2024-01", "2024-02", "2024-02", "2024-03"]
        values = [1, 2, 3, 4, Decimal("0.0001")]
        reasons = rows.append_rows(ids, months, values, unit=5 * ["bim-son"])
        self.assertEqual(reasons, [None, "unknown_indicator", None, "observations_disagree", "value_scale"])
        self.assertEqual(len(rows), 0)
        self.assertTrue(filled.reopen(before))  # it is still of these
        kept = [row for row, reason in enumerate(reasons) if reason is None]
        again = ([column[row] for row in kept] for column in (ids, months, values))
        self.assertEqual(rows.append_rows(*again, source="page 1"), [None, None])
        self.assertEqual([(row.value, row.source) for row in rows], [(1, "page 1"), (3, "page 1")])
        for columns, wanted in (({"statuses": "official"}, TypeError), ({"status": "final"}, ValueError),
                                ({"form": array.array("b", [9])}, tiendo.Error)):
            with self.subTest(columns=columns), self.assertRaises(wanted):
                rows.append_rows(["gross-output"], "2024", [1], **columns)
        self.assertEqual(len(rows), 2)

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


class SelectTest(unittest.TestCase):
    def setUp(self):
        self.book = tiendo.loads(
            """{"format": "tiendo-plan/1", "measures": [{"id": "ha", "kind": "area"}],
                "units": [{"id": "town"}, {"id": "ward", "parent": "town"}],
                "indicators": [{"id": "forest", "kind": "flow", "measure": "ha"}],
                "plan": {"id": "p", "unit": "town", "period": "2024", "targets": []}}""",
            "indicator,unit,period,value,recorded_on\n"
            "forest,ward,2024-01,5,2024-02-01\nforest,ward,2024-01,6,2024-02-20\n"
            "forest,ward,2024-02,unchanged,2024-03-01\n")

    def test_it_says_which_reports_count_and_why_others_do_not(self):
        day = datetime.date(2024, 12, 31)
        found = self.book.observations.select("forest", "2024", day, unit="ward")
        self.assertEqual(found.used, (tiendo.Selected(1, None, None), tiendo.Selected(2, None, 1)))
        self.assertEqual(found.set_aside, (tiendo.Selected(0, "corrected", 1),))
        self.assertEqual((found.fault, found.covered, found.in_months), (None, 2, True))
        self.assertEqual(found.spans, (tiendo.Period.parse("2024-2M"),))
        first = self.book.observations.select("forest", tiendo.Period.parse("2024"), day, unit="ward", edition="first")
        self.assertEqual([one.reason for one in first.set_aside], ["published_later"])
        known = self.book.observations.select("forest", "2024", day, datetime.date(2024, 2, 1), unit="ward")
        self.assertEqual([one.row for one in known.used], [0])
        none = self.book.observations.select("forest", "2024", day)
        self.assertEqual((none.used, none.spans), ((), ()))

    def test_the_stretches_that_are_reported_are_apart(self):
        self.book.append("forest", "2024-05", 1, unit="ward")
        found = self.book.observations.select("forest", "2024", datetime.date(2024, 12, 31), unit="ward")
        self.assertEqual([str(span) for span in found.spans], ["2024-2M", "2024-05"])

    def test_any_number_of_rows_has_room(self):
        for day in range(1, 29):
            self.book.append("forest", "2024-03", day, unit="ward", recorded_on=datetime.date(2024, 4, day))
        found = self.book.observations.select("forest", "2024-03", datetime.date(2024, 12, 31), unit="ward")
        self.assertEqual((len(found.used), len(found.set_aside)), (1, 30))
        self.assertEqual(self.book.observations[found.used[0].row].value, 28)

    def test_what_the_plan_does_not_have_is_refused(self):
        ask, day = self.book.observations.select, datetime.date(2024, 12, 31)
        for keys, code in (({"unit": "city"}, "unknown_unit"), ({"project": "road"}, "unknown_project")):
            with self.assertRaises(tiendo.Error) as raised:
                ask("forest", "2024", day, **keys)
            self.assertEqual(raised.exception.code, code)
        with self.assertRaises(ValueError):
            ask("forest", "2024", day, edition="second")
        with self.assertRaises(TypeError):
            ask("forest", "2024", "2024-12-31")


if __name__ == "__main__":
    unittest.main()
