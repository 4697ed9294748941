"""Projects and tasks from Python."""

import datetime
import io
import json
import pathlib
import unittest
from decimal import Decimal
from fractions import Fraction

import tiendo
from tiendo import TaskState, WorkKind, WorkStanding

FOLDER = pathlib.Path("tests/golden/books/works")
END = datetime.date(2024, 12, 31)


def works(tasks=True):
    book = tiendo.load(FOLDER / "plan.json", FOLDER / "observations.csv")
    if tasks:
        book.read_tasks(FOLDER / "tasks.csv")
    return book


class WorkTest(unittest.TestCase):
    def test_the_whole_is_written_as_the_tool_prints_it(self):
        wanted = pathlib.Path("tests/golden/reports/works-end.en.txt").read_text(encoding="utf-8")
        self.assertEqual(works().work(END).write(lang="en"), wanted)
        january = datetime.date(2025, 2, 1)
        wanted = pathlib.Path("tests/golden/reports/works-january.csv").read_text(encoding="utf-8")
        self.assertEqual(works().work(january).write(format="csv", exact=True), wanted)

    def test_work_is_of_the_units_of_a_map(self):
        folder = pathlib.Path("tests/golden/books/units-2025")
        book = tiendo.load(folder / "plan.json", folder / "observations.csv")
        end, new = datetime.date(2025, 12, 31), datetime.date(2025, 7, 1)
        roads = book.work(end, map=new).of_kind(WorkKind.QUANTITY)
        self.assertEqual([(road.unit, road.rounded("reached")) for road in roads],
                         [("e12", Decimal("4.7")), ("e3", Decimal("4.1"))])
        self.assertEqual([road.unit for road in book.work(end).of_kind(WorkKind.QUANTITY)], ["e1", "e2", "e3"])

    def test_a_project_says_how_late_it_is(self):
        market = works().work(END).of_kind(WorkKind.PROJECT)[2]
        self.assertEqual((market.project, market.text("project_name", "en")), ("market", "Market"))
        self.assertIs(market.standing, WorkStanding.OVERDUE_BEYOND_LIMIT)
        self.assertEqual((market.days_late, market.months_late, market.limit_months), (915, 30, 24))
        self.assertEqual(market.finish, datetime.date(2022, 6, 30))
        self.assertIsNone(market.done_on)
        self.assertEqual(market.rounded("done"), Decimal("20.0"))
        self.assertEqual(repr(market), "<WorkRow PROJECT market ban-qlda>")
        school = works().work(END).of_kind(WorkKind.PROJECT)[3]
        self.assertIs(school.standing, WorkStanding.DONE_IN_TIME)
        self.assertIs(school.state, TaskState.DONE)
        self.assertEqual(school.done_on, datetime.date(2024, 9, 15))
        self.assertIsNone(school.days_late)

    def test_figures_are_decimals_and_fractions_or_have_a_reason(self):
        stages = {row.part: row for row in works().work(END).of_kind(WorkKind.STAGE) if row.project == "road"}
        measured = stages["measured"]
        self.assertEqual((measured.indicator, measured.assigner, measured.unit), ("land", "tinh", "huyen"))
        self.assertEqual(measured.rounded("rate"), Decimal("102.50"))
        self.assertEqual(measured.rounded("rate", digits=0, rounding="up"), Decimal("103"))
        self.assertEqual(measured.exact("remaining"), Fraction(-1, 4))
        self.assertIsNone(measured.rounded("elapsed"))
        self.assertIsNone(measured.exact("elapsed"))
        self.assertEqual(measured.reason("elapsed"), "no_such_figure")
        self.assertIsNone(measured.reason("rate"))
        self.assertEqual(measured.coverage[:2], (6, 12))
        self.assertEqual(measured.text("period"), "2024")
        with self.assertRaises(ValueError):
            measured.rounded("actual")

    def test_tasks_are_counted_by_group_and_lead(self):
        work = works().work(END)
        group = work.of_kind(WorkKind.TASK_GROUP)[0]
        self.assertEqual(group.task_group, "land-group")
        self.assertEqual(group.counts, (4, 4, 2, 1, 1, 0, 1, 0, 1, 3, 1))
        self.assertEqual(group.counts.overdue, 1)
        self.assertEqual(group.exact("on_time"), Fraction(100, 3))
        leads = {row.lead: row.exact("done") for row in work.of_kind(WorkKind.LEAD)}
        self.assertEqual(leads, {"ban-qlda": Fraction(100, 3), "phong-tnmt": 100})

    def test_it_is_a_sequence_that_may_be_closed(self):
        with works().work(END) as work:
            self.assertEqual(len(work), len(list(work)))
            self.assertIs(work[-1].kind, WorkKind.TASKS)
            self.assertEqual([row.kind for row in work[:2]], [WorkKind.PROJECT, WorkKind.QUANTITY])
            last = work[-1]
        self.assertEqual(last.counts.parts, 6)
        with self.assertRaises(ValueError):
            work[0]

    def test_a_row_is_explained(self):
        book = works()
        work = book.work(END)
        first = next(index for index, row in enumerate(work) if row.kind is WorkKind.MILESTONE)
        self.assertIn("Báo cáo công việc:", work.explain(first))
        self.assertIn("Reports of the work:", work.explain(first, lang="en"))
        rows = json.loads(work.traces())["rows"]
        self.assertEqual([row["kind"].upper() for row in rows], [row.kind.name for row in work])
        (row,) = json.loads(work.traces(first, digits=3))["rows"]
        self.assertEqual((row["row"], row["figures"][0]["digits"]), (first + 1, 3))
        road = {step["field"]: step["formula"] for step in rows[0]["earned_value"]["steps"]}
        self.assertEqual((road["CPI"], road["SVt"]), ("EV / AC", "ES - AT"))
        with self.assertRaises(IndexError):
            work.explain(len(work))
        book.append("land", "2024-H2", "1", project="road", work_stage="paid")
        with self.assertRaises(tiendo.Error):
            work.explain(first)

    def test_earned_value_is_that_of_the_tool_number_by_number(self):
        work = works().work(END)
        names = [kind.name for kind in tiendo.earned_kinds()]
        self.assertEqual(len(names), len(set(names)))
        told = {one["project"]: one for one in json.loads(work.write("json"))["earned_value"]}
        self.assertIn("road", told)
        rows = {row.project: row for row in work.of_kind(WorkKind.PROJECT)}
        for project, wanted in told.items():
            row = rows[project]
            for name in names:
                text = wanted.get(name)
                self.assertEqual(row.earned(name), None if text is None else Fraction(text), f"{project} {name}")
                if name in wanted:
                    self.assertEqual(row.earned_reason(name), wanted["reasons"].get(name), f"{project} {name}")
            self.assertEqual(row.earned_measure("ES"), wanted["times"])
        road = rows["road"]
        self.assertEqual(road.earned("CV"), road.earned("EV") - road.earned("AC"))
        self.assertEqual((road.earned_measure("SPI"), road.earned_measure("percent_planned")), ("index", "percent"))
        self.assertEqual(work.earned("EV"), [row.earned("EV") for row in work])
        other = work.of_kind(WorkKind.TASK)[0]
        self.assertEqual((other.earned("EV"), other.earned_reason("EV"), other.earned_measure("EV")), (None, "no_such_figure", None))
        planned = {kind.name: kind for kind in tiendo.earned_kinds()}["EAC_planned"]
        self.assertEqual(planned, ("EAC_planned", "measure", "AC + BAC - EV", ""))
        with self.assertRaises(tiendo.Error):
            road.earned("eac")

    def test_what_was_known_on_a_day(self):
        early = works().work(END, known_on=datetime.date(2024, 7, 10))
        self.assertEqual(early.known_on, datetime.date(2024, 7, 10))
        states = {row.part: row.state for row in early.of_kind(WorkKind.TASK)}
        self.assertIs(states["prices"], TaskState.NONE)
        self.assertIs(states["survey"], TaskState.DONE)

    def test_without_tasks_nothing_is_said_of_them_and_a_book_goes_on(self):
        book = works(tasks=False)
        work = book.work(END)
        self.assertEqual(work[-1].reason(), "no_data")
        self.assertEqual(book.task_report_count, 0)
        book.read_tasks(io.StringIO("project,state,recorded_on\nbridge,in_progress,2024-07-01\n"))
        book.read_tasks(io.StringIO("project;state;share;recorded_on\nbridge;in_progress;0,5;2024-08-01\n"), numbers="vi")
        marks = tiendo.NumberFormat(":")
        book.read_tasks(io.StringIO("project,state,share,recorded_on\nbridge,in_progress,0:6,2024-08-02\n"), numbers=marks)
        self.assertEqual(book.task_report_count, 3)
        book.append("land", "2024-H2", "1", project="road", work_stage="paid")
        bridge = book.work(END).of_kind(WorkKind.PROJECT)[4]
        self.assertEqual(bridge.exact("done"), 60)

    def test_faults_have_their_place(self):
        table = io.StringIO("project,state,recorded_on\nbridge,done,2024-07-01\nbrige,done,2024-07-01\n")
        with self.assertRaises(tiendo.Error) as refused:
            works().read_tasks(table)
        self.assertEqual((refused.exception.code, refused.exception.line), ("unknown_project", 3))


if __name__ == "__main__":
    unittest.main()
