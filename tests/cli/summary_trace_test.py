"""A count can be made again from its trace: the rows that it names, each as what it came out."""

import json
import unittest

import books
from tool import BIM_SON, output, tiendo

GROUPS = ("field", "unit", "task_group", "lead")
WAYS = ("exceeded", "met", "near", "missed", "no_data", "not_judged")
SO_FAR = ("exceeded", "met", "near", "missed")


class SummaryTraceTest(unittest.TestCase):
    def trace(self, book, *options):
        return json.loads(output("explain", *book, *options, "--summary", "--format", "json"))

    def count(self, rows):
        """What the rows of a trace come to."""
        came = {"rows": len(rows), **{way: sum(row["as"] == way for row in rows) for way in WAYS}}
        came["met_or_better"] = came["exceeded"] + came["met"]
        came["by_hand"] = sum("judge" in row for row in rows)
        for way in SO_FAR:
            came[f"provisional_{way}"] = sum(row.get("provisional") == way for row in rows)
        due = [row for row in rows if row["state"] not in ("not_due", "not_applicable")]
        came["due"] = len(due)
        came["reported"] = sum(row["state"] != "no_data" for row in due)
        return came

    def test_every_count_follows_from_the_rows(self):
        counted = 0
        by = [word for group in GROUPS for word in ("--by", group)]
        for book, options in books.questions():
            report = json.loads(output("report", *book, *options, *by, "--format", "json"))
            for more, said in (((), report["summary"]), (by, report["tallies"])):
                trace = self.trace(book, *options, *more)
                self.assertEqual(len(trace["rows"]), len(said))
                for row, stated in zip(trace["rows"], said):
                    self.assertEqual(self.count(row["counted"]), row["counts"])
                    self.assertEqual({**row["counts"], **stated}, {**stated, **row["counts"]})
                    self.assertEqual(row.get("assigner"), stated["assigner"])
                    self.assertEqual(row.get("group"), stated.get("group"))
                    counted += len(row["counted"])
                self.rows_are_those_of(report, trace)
        self.assertGreater(counted, 500)

    def rows_are_those_of(self, report, trace):
        """Each is the row of the report at its position, as it came out there; none is forgotten."""
        seen = set()
        for row in [one for each in trace["rows"] for one in each["counted"]] + trace.get("not_counted", []):
            stated = report["rows"][row["row"] - 1]
            seen.add(row["row"])
            for key in ("kind", "indicator", "unit", "project", "assigner", "period"):
                self.assertEqual(row.get(key), stated[key])
            if "as" in row:
                self.assertEqual(row["as"] if row["as"] in SO_FAR else None, stated["verdict"])
                self.assertEqual(row.get("provisional"), stated["provisional"])
                self.assertEqual(row.get("reason", {}).get("name"), stated["reasons"].get("verdict"))
        self.assertEqual(seen, set(range(1, len(report["rows"]) + 1)))

    def test_each_way_of_not_counting_is_told(self):
        why = set()
        for book, options in books.questions(few=True):
            for row in self.trace(book, *options).get("not_counted", []):
                why.add(row["reason"])
                self.assertTrue(row["why"]["vi"] and row["why"]["en"])
        self.assertEqual(why, {"no_target", "component", "of_project"})

    def test_people_read_the_same(self):
        text = output("explain", *BIM_SON, "--as-of", "2024-12-31", "--summary", "--assigner", "thanh-hoa",
                      "--lang", "en")
        (row,) = self.trace(BIM_SON, "--as-of", "2024-12-31", "--assigner", "thanh-hoa")["rows"]
        counts = row["counts"]
        self.assertIn(f"Met or better: {counts['exceeded']} + {counts['met']} = {counts['met_or_better']}\n", text)
        self.assertIn(f"Reported: {counts['reported']}/{counts['due']}\n", text)
        for one in row["counted"]:
            self.assertIn(f"  row {one['row']}: ", text)

    def test_one_group_can_be_asked_for(self):
        rows = self.trace(BIM_SON, "--as-of", "2024-12-31", "--by", "field", "--group", "economy")["rows"]
        self.assertEqual({row["group"] for row in rows}, {"economy"})
        done = tiendo("explain", *BIM_SON, "--as-of", "2024-12-31", "--summary", "--by", "field", "--group", "none")
        self.assertEqual(done.returncode, 2)


if __name__ == "__main__":
    unittest.main()
