"""Partial results from Python, and the example that makes a report with a worker for each part."""

import datetime
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

import tiendo

ROOT = pathlib.Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "docs/examples/provinces.py"
DAY = datetime.date(2024, 6, 30)
PROVINCES = [f"p{i}" for i in range(1, 11)]


def plan_text():
    units = [{"id": "land"}]
    targets = []
    for province in PROVINCES:
        units.append({"id": province, "kind": "province", "parent": "land"})
        units += [{"id": f"{province}-{i}", "kind": "ward", "parent": province} for i in (1, 2)]
    for unit in units:
        for indicator in ("output", "share"):
            targets.append({"indicator": indicator, "unit": unit["id"], "at_least": "40"})
    return json.dumps({
        "format": "tiendo-plan/1",
        "measures": [{"id": "t", "kind": "mass", "name": "t"}, {"id": "pct", "kind": "share", "name": "%", "factor": "0.01"}],
        "units": units,
        "indicators": [
            {"id": "output", "kind": "flow", "measure": "t"},
            {"id": "share", "kind": "share", "measure": "pct"},
        ],
        "plan": {"id": "plan", "unit": "land", "period": "2024", "targets": targets},
    })


def table_of(province):
    lines = ["indicator,unit,period,value"]
    number = PROVINCES.index(province) + 1
    for year in (2023, 2024):
        for month in range(1, 7):
            lines.append(f"output,{province}-1,{year}-{month:02},{number}.25")
            lines.append(f"output,{province}-2,{year}-{month:02},{year - 2020}")
    lines.append(f"share,{province},2024-Q1,{30 + number}")
    return "\n".join(lines) + "\n"


def key_of(row):
    return (row.indicator, row.unit)


def said(row):
    return (key_of(row), row.exact.actual, row.exact.growth, row.coverage, row.verdict, row.state)


class PartsTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.books = {province: tiendo.loads(plan_text(), table_of(province)) for province in PROVINCES}
        tables = "".join(table_of(p).split("\n", 1)[1] for p in PROVINCES)
        cls.whole = tiendo.loads(plan_text(), "indicator,unit,period,value\n" + tables)

    def merged(self, order):
        plan = tiendo.loads(plan_text()).plan
        parts = [self.books[p].partial([p], as_of=DAY).dumps() for p in order]
        first, *others = (tiendo.Partial.loads(plan, text) for text in parts)
        for other in others:
            first.merge(other)
        return first

    def test_parts_make_the_report_of_all(self):
        merged = self.merged(PROVINCES)
        self.assertEqual(merged.dumps(), self.merged(PROVINCES[::-1]).dumps())
        report = merged.report()
        self.assertEqual(report.as_of, DAY)
        rows = list(report)
        for province, book in self.books.items():
            sent = tiendo.Partial.loads(book.plan, merged.dumps())
            rows += book.report_below(sent, [province])
        whole = self.whole.report(as_of=DAY)
        self.assertEqual(len(rows), len(whole))
        self.assertEqual(sorted(map(repr, map(said, rows))), sorted(map(repr, map(said, whole))))
        land = next(row for row in report if key_of(row) == ("output", "land"))
        self.assertEqual(str(land.exact.actual), "585")

    def test_days_come_with_the_text(self):
        known = datetime.date(2024, 7, 15)
        book = self.books["p1"]
        partial = book.partial(["p1"], DAY, known, alone=["land"], map=DAY)
        read = tiendo.Partial.loads(book.plan, partial.dumps())
        self.assertEqual((read.as_of, read.known_on, read.map), (DAY, known, DAY))
        self.assertEqual(read.report().known_on, known)

    def test_a_partial_says_what_it_is_of(self):
        book = self.books["p2"]
        partial = book.partial(["p2"], DAY, alone=["land"], base="first_published", levels=1)
        self.assertEqual((partial.whole, partial.alone), (("p2",), ("land",)))
        self.assertEqual(partial.units, ("land", "p2", "p2-1", "p2-2"))
        self.assertEqual((partial.is_whole, partial.carried), (False, ("output", "share")))
        self.assertEqual((partial.sums, partial.observations), (0, len(book.observations)))
        latest = book.partial(["p2"], DAY)
        self.assertEqual((latest.carried, latest.observations, latest.base), (("share",), 1, "latest"))
        self.assertGreater(latest.sums, 0)
        self.assertEqual((partial.base, partial.levels), ("first_published", 1))
        self.assertEqual(partial.rules, partial.report().rules)
        first, *others = latest.part_sums
        self.assertEqual((first.indicator, first.unit, first.question), ("output", "p2", 0))
        self.assertEqual((str(first.numerator), first.denominator), ("37.50", None))
        self.assertEqual((first.months, first.last, first.reported), (tuple(range(6)), 5, 2))
        self.assertEqual((first.of_units, first.finality), (True, "official"))
        self.assertEqual([one.question for one in others], list(range(1, latest.sums)))
        self.assertEqual((partial.part_sums, latest.kinds), ((), ("p1", "p1-1")))
        read = tiendo.Partial.loads(book.plan, partial.dumps())
        self.assertEqual((read.units, read.sums, read.base), (partial.units, partial.sums, "first_published"))
        merged = self.merged(PROVINCES)
        self.assertFalse(merged.is_whole)
        self.assertEqual(len(merged.units), 30)
        plan = merged.plan
        land = tiendo.Book(plan).partial([], DAY, alone=["land"])
        self.assertEqual((land.sums, land.observations, land.levels), (0, 0, None))
        merged.merge(land)
        self.assertTrue(merged.is_whole)

    def test_reports_that_are_held_as_they_are_can_be_read(self):
        book = self.books["p2"]
        with book.partial(["p2"], DAY) as partial:
            held = partial.reports()
            every = book.partial(["p2"], DAY, map=DAY).reports()
        (share,) = held
        self.assertEqual((share.indicator, share.unit, str(share.period), share.value), ("share", "p2", "2024-Q1", 32))
        held.append_columns("share", ["2024-Q2"], [33], unit="p2")
        self.assertEqual([row.value for row in held], [32, 33])
        self.assertEqual((len(self.books["p2"].observations), len(every)), (25, 25))
        self.assertEqual(set(every), set(book.observations))
        with self.assertRaises(ValueError):
            partial.reports()

    def test_what_is_wrong_is_said(self):
        book = self.books["p1"]
        partial = book.partial(["p1"], DAY)

        def code(function, *arguments, **words):
            with self.assertRaises(tiendo.Error) as caught:
                function(*arguments, **words)
            return caught.exception.code

        self.assertEqual(code(book.partial, ["p2"], DAY), "unit_outside_part")
        self.assertEqual(code(book.partial, ["nowhere"], DAY), "unknown_unit")
        self.assertEqual(code(book.partial, ["p1", "p1-1"], DAY), "parts_overlap")
        self.assertEqual(code(partial.merge, book.partial(["p1"], DAY)), "parts_overlap")
        self.assertEqual(code(partial.merge, book.partial(["p1"], DAY, DAY)), "other_request")
        self.assertEqual(code(partial.merge, self.books["p2"].partial(["p2"], DAY)), "other_plan")
        self.assertEqual(code(book.report_below, book.partial(["land"], DAY), ["p1"]), "part_not_merged")
        text = partial.dumps()
        with self.assertRaises(tiendo.Error) as caught:
            tiendo.Partial.loads(book.plan, text[:-2], "p1.txt")
        self.assertEqual(caught.exception.code, "partial_damaged")
        self.assertEqual(caught.exception.findings[0].file, "p1.txt")
        with self.assertRaises(tiendo.Error) as caught:
            partial.report()[0].explain()
        self.assertEqual(caught.exception.status, "TIENDO_E_UNSUPPORTED")

    def test_the_example_uses_a_process_for_each_province(self):
        with tempfile.TemporaryDirectory() as folder:
            plan = pathlib.Path(folder, "plan.json")
            plan.write_text(plan_text(), encoding="utf-8")
            tables = []
            for province in PROVINCES:
                path = pathlib.Path(folder, f"{province}.csv")
                path.write_text(table_of(province), encoding="utf-8")
                tables.append(f"{province}={path}")

            def run(*arguments):
                command = [sys.executable, str(EXAMPLE), str(plan), *arguments]
                return subprocess.run(command, capture_output=True, check=False, env=os.environ)

            made = run("2024-06-30", *tables)
            self.assertEqual(made.returncode, 0, made.stderr)
            self.assertEqual(made.stdout.decode(), self.merged(PROVINCES).report().write(lang="vi"))
            self.assertEqual(run("2024-06-30", "p1").returncode, 2)
            self.assertEqual(run("2024-06-31", *tables).returncode, 1)


if __name__ == "__main__":
    unittest.main()
