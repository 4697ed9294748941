"""Rows of reports: which targets they are of and whence, their whole condition, what an average is of."""

import datetime
import io
import json
import pathlib
import unittest
from decimal import Decimal
from fractions import Fraction

import tiendo

FOLDER = pathlib.Path("docs/examples/bim-son-2024")
PLAN = FOLDER / "plan.json"
TABLE = FOLDER / "observations.csv"
YEAR = datetime.date(2024, 12, 31)


class RowTest(unittest.TestCase):
    def test_a_row_says_which_targets_it_is_of(self):
        book = tiendo.load(PLAN, TABLE)
        rows = [row for row in book.report(YEAR) if row.indicator == "land-cleared"]
        parts = [row for row in rows if row.is_part]
        (whole,) = [row for row in rows if row.kind is tiendo.RowKind.WHOLE]
        self.assertGreater(len(parts), 1)
        self.assertEqual(whole.targets, sum((row.targets for row in parts), ()))
        for row in rows:
            self.assertIsNone(row.not_carried)
            for target in (book.plan.targets[at] for at in row.targets):
                self.assertEqual(target.indicator, "land-cleared")
                self.assertIn(row.assigner, (target.assigner, None))

    def test_a_row_says_where_its_targets_come_from(self):
        plan = {
            "format": "tiendo-plan/1",
            "measures": [{"id": "ha", "kind": "area"}],
            "units": [{"id": "land"}, {"id": "east"}, {"id": "west"}],
            "indicators": [{"id": "cleared", "measure": "ha", "kind": "flow"}],
            "succession": [{"on": "2025-07-01", "from": ["land"], "to": [
                {"unit": "east", "share": "0.25"}, {"unit": "west", "share": "0.75"}]}],
            "plan": {"id": "p", "unit": "land", "period": "2024", "targets": [
                {"indicator": "cleared", "at_least": "8"}]},
        }
        book = tiendo.loads(json.dumps(plan), "indicator,period,value\ncleared,2024,6\n")
        (row,) = book.report(YEAR)
        self.assertEqual(row.origins, (tiendo.Origin(0, Fraction(1)),))
        carried = {row.unit: row.origins for row in book.report(YEAR, map=datetime.date(2025, 7, 1))}
        self.assertEqual(carried["east"], (tiendo.Origin(0, Fraction(1, 4)),))
        self.assertEqual(carried["west"], (tiendo.Origin(0, Fraction(3, 4)),))
        plan["succession"][0]["to"] = [{"unit": "east"}, {"unit": "west"}]
        unknown = tiendo.loads(json.dumps(plan)).report(YEAR, map=datetime.date(2025, 7, 1))
        self.assertEqual({origin for row in unknown for origin in row.origins}, {tiendo.Origin(0, None)})

    def test_an_average_growth_says_of_what(self):
        plan = {
            "format": "tiendo-plan/1",
            "measures": [{"id": "percent", "kind": "share", "factor": "0.01"}, {"id": "dong", "kind": "money"}],
            "units": [{"id": "town"}],
            "indicators": [{"id": "output", "measure": "dong", "kind": "flow"},
                           {"id": "growth", "measure": "percent", "kind": "growth", "base": "output"}],
            "plan": {"id": "p", "unit": "town", "period": "2021/2022",
                     "targets": [{"indicator": "growth", "at_least": "9.5"}]},
        }
        for last, cut in (("120", True), ("121", False)):
            book = tiendo.loads(json.dumps(plan), f"indicator,period,value\noutput,2020,100\noutput,2022,{last}\n")
            row = {row.indicator: row for row in book.report(datetime.date(2022, 12, 31))}["growth"]
            self.assertEqual(row.average, tiendo.Growth(Fraction(100), Fraction(int(last)), 2))
            self.assertEqual(row.cut is not None, cut)
            self.assertEqual(row.rounded("actual", 4), row.average.average(4, "half_up"))
        (row,) = [row for row in book.report(datetime.date(2022, 12, 31)) if row.indicator == "output"]
        self.assertEqual((row.average, row.cut), (None, None))

    def test_a_row_says_its_whole_condition_and_why_it_has_no_schedule(self):
        plan = {
            "format": "tiendo-plan/1",
            "measures": [{"id": "percent", "kind": "share", "factor": "0.01"},
                         {"id": "ha", "kind": "area", "factor": "1"}],
            "units": [{"id": "town"}],
            "indicators": [{"id": "jobs", "measure": "percent", "kind": "level"},
                           {"id": "built", "measure": "ha", "kind": "flow"}],
            "plan": {"id": "p", "unit": "town", "period": "2024",
                     "targets": [{"indicator": "jobs", "increase_by": {
                         "value": "4.5", "in": "points", "then": {"at_least": "60.50"}}}],
                     "projects": [{"id": "road", "targets": [
                         {"indicator": "built", "at_least": "1.5", "profile": "linear"}]}]},
        }
        table = "indicator,project,period,value,status,qualifier\nbuilt,road,2024-H1,1,preliminary,about\n"
        book = tiendo.load(io.StringIO(json.dumps(plan)), io.StringIO(table))
        day = datetime.date(2024, 6, 30)
        built, jobs = sorted(book.report(day), key=lambda row: row.indicator)
        self.assertEqual((jobs.condition, jobs.condition_in), ("increase_by", "points"))
        self.assertEqual((jobs.wording(), jobs.wording("en")), ("+4,5 điểm % và ≥ 60,50", "+4.5 pp and ≥ 60.50"))
        self.assertEqual(jobs.then, tiendo.Then("at_least", Decimal("60.50"), None, None))
        self.assertEqual((jobs.expected_on, jobs.schedule_reason), (None, "no_profile"))
        self.assertEqual((built.condition_in, built.then), (None, None))
        self.assertEqual((built.expected_on, built.schedule_reason), (day, None))
        project, quantity = list(book.work(day))[:2]
        self.assertEqual((project.condition, project.text("wording"), project.status), (None, None, None))
        self.assertEqual((quantity.condition, quantity.condition_value), ("at_least", Decimal("1.5")))
        self.assertEqual((quantity.condition_upper, quantity.condition_tolerance), (None, None))
        self.assertEqual((quantity.condition_in, quantity.then), (None, None))
        self.assertEqual((quantity.wording(), quantity.wording("en")), ("≥ 1,5", "≥ 1.5"))
        self.assertEqual((quantity.status, quantity.qualifier), ("preliminary", "about"))


if __name__ == "__main__":
    unittest.main()
