"""Reports of tasks, milestones and projects: appended one by one, refused, read back."""

import datetime
import io
import unittest
from decimal import Decimal

import tiendo

MAY = datetime.date(2024, 5, 1)


def new_book():
    builder = tiendo.PlanBuilder(id="p", unit="town", period="2024")
    builder.add_unit(id="town")
    builder.add_project(id="road", milestones=[{"id": "m1", "due": "2024-01-31", "weight": 1}])
    builder.add_task_group(id="g", tasks=[{"id": "t", "due": "2024-06-30"}])
    return tiendo.Book(builder.build())


class TaskReportsTest(unittest.TestCase):
    def setUp(self):
        self.book = new_book()
        self.reports = self.book.task_reports

    def test_what_is_appended_is_read_back(self):
        self.reports.append("in_progress", MAY, task_group="g", task="t", share=Decimal("0.50"),
                            status="estimate", revision=2, source="report 7", note="late")
        self.reports.append(tiendo.TaskState.DONE, MAY, project="road", milestone="m1",
                            done_on=datetime.date(2024, 4, 30))
        first, second = self.reports
        self.assertEqual(first, tiendo.TaskReport(
            "g", "t", None, None, tiendo.TaskState.IN_PROGRESS, Decimal("0.5"), None, MAY, "estimate", 2,
            "report 7", "late"))
        self.assertEqual(str(first.share), "0.50")
        self.assertEqual((second.project, second.milestone, second.share), ("road", "m1", 1))
        self.assertEqual((second.done_on, second.status), (datetime.date(2024, 4, 30), "official"))
        self.assertEqual((self.reports[-1], self.reports[:1]), (second, [first]))
        self.assertEqual((repr(self.reports), self.book.task_report_count), ("<2 task reports>", 2))
        with self.assertRaises(IndexError):
            self.reports[2]

    def test_work_counts_them_as_those_of_a_table(self):
        table = new_book()
        table.read_tasks(io.StringIO("task_group,task,state,recorded_on\ng,t,done,2024-05-01\n"))
        self.reports.append("done", MAY, task_group="g", task="t")
        self.assertEqual(self.reports[0], table.task_reports[0])
        year = datetime.date(2024, 12, 31)
        self.assertEqual(self.book.work(year).write(format="json"), table.work(year).write(format="json"))

    def test_what_is_refused_leaves_the_book_as_it_was(self):
        with self.assertRaises(tiendo.Error) as caught:
            self.reports.append("done", MAY, task_group="g", task="s")
        self.assertEqual(caught.exception.code, "unknown_task")
        for wrong in (
            lambda: self.reports.append("late", MAY, project="road"),
            lambda: self.reports.append("done", MAY, project="road", revision=2**31),
            lambda: self.reports.append("done", MAY, project="ro\0ad"),
        ):
            with self.assertRaises((ValueError, OverflowError)):
                wrong()
        for wrong in (
            lambda: self.reports.append("in_progress", MAY, project="road", share=0.5),
            lambda: self.reports.append("done", datetime.datetime(2024, 5, 1), project="road"),
        ):
            with self.assertRaises(TypeError):
                wrong()
        self.assertEqual(len(self.reports), 0)

    def test_a_closed_book_says_so(self):
        self.book.close()
        with self.assertRaisesRegex(ValueError, "closed"):
            len(self.reports)


if __name__ == "__main__":
    unittest.main()
