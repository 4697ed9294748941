"""A trace of work as JSON is complete: from it and the plan come every figure and count of every row.

Nothing is taken from the trace unless it stands for something that was put in: reports, the plan, days, measures.
What another row brings is held against that row's own trace.
"""

import datetime
import functools
import json
import re
import unittest
from decimal import Decimal
from fractions import Fraction

import books
import exact
from earned import Earned
from tool import BIM_SON, UNITS, WORKS, output, tiendo
from trace_test import METHOD, WORDS, Recomputed, value

UNITS_WORK = (*UNITS, "--tasks", "tests/golden/books/units-2025/tasks.csv")
FIGURES = {"planned": "planned", "reached": "reached", "rate_pct": "rate", "remaining": "remaining",
           "elapsed_pct": "elapsed", "weight_pct": "weight", "done_pct": "done", "due_pct": "due",
           "deviation_points": "deviation", "on_time_pct": "on_time"}
DONE = ("done", "done_in_time", "done_late")


def questions():
    """(book, options): all books, those with projects and tasks on more days."""
    asked = [(book, ("--as-of", f"{books.plan(book)['plan']['period'][:4]}-12-31")) for book in books.BOOKS]
    asked += [(WORKS, ("--as-of", day)) for day in ("2024-07-01", "2024-12-31", "2025-02-01")]
    asked += [(WORKS, ("--as-of", "2024-06-30", "--known-on", "2024-07-01")), (BIM_SON, ("--as-of", "2024-06-30"))]
    asked += [(UNITS_WORK, ("--as-of", "2025-12-31", "--map", day)) for day in ("2025-06-30", "2025-07-01")]
    return asked


def has_work(book):
    head = books.plan(book)["plan"]
    return bool(head.get("projects") or head.get("task_groups"))


@functools.cache
def traces_of(book, options):
    return json.loads(output("explain", *book, *options, "--work", "--format", "json"))


def day(text):
    return datetime.date.fromisoformat(text)


def months_between(first, later):
    """Whole calendar months: to the same day of the month, or to the last where there is none."""
    months = (later.year - first.year) * 12 + later.month - first.month
    year, month = divmod(first.month - 1 + months, 12)
    year += first.year
    last = (datetime.date(year + (month == 11), (month + 1) % 12 + 1, 1) - datetime.timedelta(1)).day
    return months - (datetime.date(year, month + 1, min(first.day, last)) > later)


class Row:
    """One row of a trace of work, computed again. `test` says what differs."""

    def __init__(self, test, book, document, row):
        self.test = test
        self.row = row
        self.plan = books.plan(book)
        self.rows = {each["row"]: each for each in document["rows"]}
        self.as_of = day(document["as_of"])
        numbers = Recomputed(test, self.plan, {**row, "figures": []})
        for number in row.get("numbers", []):
            numbers.numbers[number["number"]] = numbers.number(number)
        self.numbers = numbers.numbers
        self.factors = numbers.factors
        self.indicators = numbers.indicators
        self.computed = {}

    def equal(self, got, said, what):
        self.test.assertEqual(got, Fraction(said), f"{what} of row {self.row['row']}")

    def run(self):
        for step in self.row.get("steps", []):
            self.test.assertRegex(step["method"], METHOD)
            letters = {term["symbol"]: self.term(term) for term in step["terms"]}
            self.test.assertEqual(set(WORDS.findall(step["formula"])), set(letters))
            came = value(step["formula"], letters)
            self.equal(came, step["result"], step["field"])
            self.computed[step["field"]] = came
        self.every_figure_is_there()
        self.sums_are_of_all_members()
        self.earned_value()
        self.counts()
        self.lateness()
        return len(self.row.get("figures", []))

    def term(self, term):
        known = Fraction(term["value"])
        source = term["from"]
        if source == "number":
            self.equal(self.numbers[term["number"]], known, "number")
        elif source == "figure":
            self.equal(self.computed[term["figure"]], known, term["figure"])
        elif source == "row":
            other = {each["field"]: each for each in self.rows[term["row"]]["figures"]}
            self.equal(Fraction(other[term["figure"]]["exact"]), known, f"row {term['row']}")
        elif source == "report":
            used = self.row["reports"]["used"]
            self.test.assertEqual(used["report"], term["report"])
            self.equal(Fraction(used["share"]), known, "share")
        elif source == "count":
            self.test.assertEqual(self.row["counts"][term["count"]], known)
        elif source == "days":
            first, last = day(self.row["standing"]["start"]), day(self.row["standing"]["finish"])
            gone = min(max((self.as_of - first).days + 1, 0), (last - first).days + 1)
            self.test.assertIn(known, (gone, (last - first).days + 1))
        elif source == "measure":
            self.test.assertGreater(known, 0)
        elif source == "plan":
            self.test.assertEqual(known, self.stated(term))
        elif source == "point":
            self.equal(1 / (100 * self.factors[self.row["measure"]]), known, "point")
        else:
            self.test.assertEqual(source, "share")
            self.test.assertTrue(0 < known <= 1)
        return known

    def stated(self, term):
        """A number that the plan itself gives."""
        row = self.row
        if "target" in term:
            stated = next(each["target"] for each in row["targets"] if each["position"] == term["target"])
            return Recomputed.amount(stated)
        project = next(each for each in self.plan["plan"]["projects"] if each["id"] == row["project"])
        if row["kind"] == "pot":
            return Fraction(next(each["amount"] for each in project["capital"] if each["pot"] == row["part"]))
        return Fraction(next(each["weight"] for each in project["milestones"] if each["id"] == row["part"]))

    def every_figure_is_there(self):
        for figure in self.row.get("figures", []):
            name = figure["field"]
            if "exact" not in figure:
                self.test.assertNotIn(name, self.computed)
                self.test.assertTrue(figure["reason"]["name"] and figure["reason"]["label"]["vi"])
                continue
            self.equal(self.computed[name], figure["exact"], name)
            self.test.assertEqual(Decimal(figure["printed"]),
                                  exact.rounded(self.computed[name], figure["digits"], figure["rounding"]))

    def earned_value(self):
        if "earned_value" in self.row:
            Earned(self).run()

    def sums_are_of_all_members(self):
        """Each member that has reported is in the sum, once, and coverage counts those that are complete."""
        if self.row["kind"] not in ("capital", "pot_total", "capital_total", "total", "stage_total"):
            return
        members = self.row.get("members", [])
        coverage = self.row["coverage"]
        self.test.assertEqual(coverage["reported"], sum(each["coverage"] == "complete" for each in members))
        self.test.assertGreaterEqual(coverage["expected"], max(len(members), coverage.get("declared", 0)))
        for step in self.row.get("steps", []):
            if step["field"] == "reached":
                self.test.assertEqual([term["row"] for term in step["terms"] if term["from"] == "row"],
                                      [each["row"] for each in members if "reached" in each])

    def counts(self):
        if "counts" not in self.row:
            return
        parts = self.row.get("members", [])
        came = dict.fromkeys(self.row["counts"], 0)
        for part in parts:
            standing = part.get("standing", "")
            came["parts"] += 1
            came["reported"] += standing != ""
            came["done"] += standing in DONE
            for name in ("done_in_time", "done_late", "open", "overdue_beyond_limit", "cancelled"):
                came[name] += standing == name
            came["overdue"] += standing in ("overdue", "overdue_beyond_limit")
            due = "finish" in part and day(part["finish"]) <= self.as_of and standing != "cancelled"
            came["due"] += due
            came["due_done_in_time"] += due and standing == "done_in_time"
        self.test.assertEqual(came, self.row["counts"])

    def lateness(self):
        """The standing, from the state and the days."""
        said = self.row.get("standing", {})
        if "standing" not in said:
            self.test.assertNotIn("days_late", said)
            return
        finish = day(said["finish"]) if "finish" in said else None
        until = None
        if said["state"] == "cancelled":
            came = "cancelled"
        elif said["state"] == "done":
            by = day(said["done_by"]) if "done_by" in said else None
            came = "done"
            if finish and by and by <= finish:
                came = "done_in_time"
            elif finish and by and "done_on" in said:
                came, until = "done_late", day(said["done_on"])
        else:
            came = "open"
            if finish and self.as_of > finish:
                limit = said.get("limit_months")
                beyond = limit is not None and months_between(finish, self.as_of - datetime.timedelta(1)) >= limit
                came, until = "overdue_beyond_limit" if beyond else "overdue", self.as_of
        self.test.assertEqual(came, said["standing"], self.row)
        days = ((until - finish).days, months_between(finish, until)) if until else (None, None)
        self.test.assertEqual(days, (said.get("days_late"), said.get("months_late")), self.row)


class WorkTraceTest(unittest.TestCase):
    def test_every_figure_and_count_follows_from_its_trace(self):
        figures, kinds = 0, set()
        for book, options in questions():
            document = traces_of(book, options) if has_work(book) else {"rows": []}
            for row in document["rows"]:
                with self.subTest(book=book, options=options, row=row["row"]):
                    kinds.add(row["kind"])
                    figures += Row(self, book, document, row).run()
        self.assertGreater(figures, 500)
        self.assertEqual(len(kinds), 15)

    def test_the_figures_are_those_of_the_work_report(self):
        for book, options in questions():
            if not has_work(book):
                continue
            traces = traces_of(book, options)["rows"]
            report = json.loads(output("work", *book, *options, "--format", "json", "--exact"))
            self.assertEqual([row["row"] for row in traces], list(range(1, len(report["rows"]) + 1)))
            for trace, row in zip(traces, report["rows"]):
                self.compare(trace, row)
            values = {value["project"]: value for value in report["earned_value"]}
            traced = {trace["project"]: trace["earned_value"] for trace in traces if "earned_value" in trace}
            self.assertEqual(list(traced), list(values))
            for project, value in values.items():
                self.compare_earned(traced[project], value)

    def compare_earned(self, trace, value):
        self.assertEqual(trace.get("times", ""), value["times"] or "")
        for figure in trace["figures"]:
            said = value[figure["field"]]
            self.assertEqual(figure.get("exact"), said and str(Fraction(said)), figure)
            self.assertEqual(figure.get("reason", {}).get("name"), value["reasons"].get(figure["field"]), figure)
        self.assertEqual({step["field"] for step in trace.get("steps", [])}, set(value["formulas"]))

    def compare(self, trace, row):
        for key in ("kind", "project", "indicator", "unit", "assigner", "task_group", "lead", "part", "period",
                    "measure", "reported_to", "status", "qualifier"):
            self.assertEqual(trace.get(key), row[key], row)
        figures = {figure["field"]: figure for figure in trace.get("figures", [])}
        for column, name in FIGURES.items():
            figure = figures.get(column, {})
            self.assertEqual(figure.get("printed"), row[column], row)
            stated = row[f"{name}_exact"]
            of = 1 if name in ("planned", "reached", "remaining") else 100
            self.assertEqual(figure.get("exact"), stated and str(Fraction(stated) * of), row)
            self.assertEqual(figure.get("reason", {}).get("name"), row["reasons"].get(column), row)
        for name, count in trace.get("counts", {}).items():
            self.assertEqual(str(count), row[name], row)
        standing = trace.get("standing", {})
        for key in ("standing", "state", "start", "finish", "done_on"):
            self.assertEqual(standing.get(key), row[key], row)
        for key in ("days_late", "months_late", "limit_months"):
            self.assertEqual(standing.get(key), row[key] and int(row[key]), row)
        self.assertEqual(standing.get("reason", {}).get("name"), row["reason"], row)
        self.assertEqual(trace.get("schedule", {}).get("schedule"), row["schedule"], row)
        self.assertEqual(trace.get("verdict", {}).get("verdict"), row["verdict"], row)

    def test_earned_value_follows_from_its_formulas(self):
        names = set()
        for book, options in questions():
            report = json.loads(output("work", *book, *options, "--format", "json", "--exact"))
            for value in report["earned_value"]:
                project = next(row for row in report["rows"]
                               if row["kind"] == "project" and row["project"] == value["project"])
                with self.subTest(book=book, options=options, project=value["project"]):
                    self.check_earned_value(value, project)
                    names |= set(value["formulas"])
        self.assertGreater(len(names), 30, names)

    def check_earned_value(self, value, project):
        planned = [0, *map(Fraction, value["planned"])]
        known = {}
        for name, formula in value["formulas"].items():
            stated = Fraction(value[name])
            at = known.get("AT", 0)
            if name in ("PV", "EV"):
                known[name] = known["BAC"] * Fraction(project["due_pct" if name == "PV" else "done_pct"]) / 100
            elif name == "PD":
                known[name] = Fraction(len(planned) - 1)
                known["planned_PD"] = planned[-1]
            elif name == "ES":
                earned = max(i for i, amount in enumerate(planned) if amount <= known["EV"])
                known[name] = Fraction(earned)
                if earned + 1 < len(planned):
                    known[name] += (known["EV"] - planned[earned]) / (planned[earned + 1] - planned[earned])
            elif name == "PV_at":
                over = min(int(at), len(planned) - 1)
                after = planned[min(over + 1, len(planned) - 1)]
                known[name] = planned[over] + (after - planned[over]) * (at - over)
            elif name in ("BAC", "AC", "AT"):
                known[name] = stated  # of the rows of capital, and the days
            else:
                # Only names, numbers and operators: names become what has been computed.
                self.assertRegex(formula, r"^[A-Za-z_0-9 +*/()-]+$")
                text = re.sub(r"\b\d+\b", r"Fraction(\g<0>)", formula)
                known[name] = eval(text, {"Fraction": Fraction}, known)
            self.assertEqual(known[name], stated, (name, formula))
        self.assertFalse(set(value["formulas"]) & set(value["reasons"]))

    def test_reports_of_work_are_used_or_set_aside_with_a_reason(self):
        reasons, used = set(), 0
        for book, options in questions():
            if not has_work(book):
                continue
            for row in traces_of(book, options)["rows"]:
                reports = row.get("reports", {})
                used += "used" in reports
                for other in reports.get("set_aside", []):
                    reasons.add(other["reason"])
                    self.assertTrue(other["why"]["vi"] and other["why"]["en"])
        self.assertGreater(used, 20)
        self.assertLessEqual({"recorded_later", "not_over", "corrected"}, reasons)

    def test_a_sum_names_what_it_leaves_out(self):
        rows = traces_of(WORKS, ("--as-of", "2024-12-31"))["rows"]
        why = {other["reason"] for row in rows for other in row.get("left_out", [])}
        self.assertIn("other_assigner", why)

    def test_rows_are_chosen_by_what_they_are_of(self):
        def kinds(*options):
            text = output("explain", *WORKS, "--as-of", "2024-12-31", "--work", "--format", "json", *options)
            return [row["kind"] for row in json.loads(text)["rows"]]
        self.assertEqual(kinds("--kind", "milestone"), ["milestone"] * 3)
        self.assertEqual(kinds("--project", "school"), ["project", "pot"])
        self.assertEqual(kinds("--part", "design"), ["milestone"])
        self.assertEqual(kinds("--task-group", "land-group", "--kind", "task_group"), ["task_group"])
        self.assertEqual(kinds("--lead", "ban-qlda", "--kind", "lead"), ["lead"])

    def test_what_is_of_no_use_is_refused(self):
        for options in (("--kind", "pot"), ("--tasks", WORKS[3]), ("--work", "--summary"), ("--work", "--kind", "none"),
                        ("--summary", "--indicator", "land"), ("--by", "field")):
            done = tiendo("explain", *WORKS[:2], "--as-of", "2024-12-31", *options)
            self.assertEqual((done.returncode, done.stdout), (2, b""), options)

    def test_people_read_the_same(self):
        text = output("explain", *WORKS, "--as-of", "2024-12-31", "--work", "--lang", "en")
        rows = json.loads(output("explain", *WORKS, "--as-of", "2024-12-31", "--work", "--format", "json"))["rows"]
        parts = text.split("\n\n")
        self.assertEqual(len(parts), len(rows))
        for part, row in zip(parts, rows):
            self.assertTrue(part.startswith(f"row {row['row']}: {row['label']['en']}"), part)
            self.assertEqual(len(re.findall(r"^  .*; printed ", part, re.MULTILINE)),
                             sum("printed" in figure for figure in row.get("figures", []) +
                                 row.get("earned_value", {}).get("figures", [])), part)


if __name__ == "__main__":
    unittest.main()
