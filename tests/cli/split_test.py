"""The command `split`: targets for the units below, which add up to a target."""

import csv
import io
import json
import pathlib
import re
import tempfile
import unittest
from decimal import Decimal

from tool import ROOT, output, tiendo

PLAN = {
    "format": "tiendo-plan/1",
    "measures": [{"id": "ha", "kind": "area", "name": "ha"}, {"id": "person", "kind": "people"},
                 {"id": "percent", "kind": "share", "factor": "0.01"}],
    "units": [{"id": "tinh"}, {"id": "xa", "parent": "tinh"},
              *({"id": unit, "kind": "thon", "parent": "xa"} for unit in ("thon-1", "thon-2", "thon-3"))],
    "indicators": [{"id": "land", "measure": "ha", "kind": "flow", "scale": 3},
                   {"id": "people", "measure": "person", "kind": "count"},
                   {"id": "poor", "measure": "percent", "kind": "level"}],
    "plan": {"id": "p", "unit": "xa", "period": "2024", "targets": [
        {"indicator": "land", "assigner": "tinh", "at_least": "53.026"},
        {"indicator": "land", "assigner": "xa", "at_least": "60"},
        {"indicator": "poor", "at_most": "2"},
        *({"indicator": "people", "unit": f"thon-{i}", "equal": f"{i}00"} for i in (1, 2, 3))]},
}


class SplitTest(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.plan = self.file("plan.json", json.dumps(PLAN))

    def file(self, name, text):
        path = pathlib.Path(self.folder.name) / name
        path.write_text(text, encoding="utf-8")
        return str(path)

    def parts(self, *options):
        text = output("split", self.plan, "--target", "0", *options)
        return [row["value"] for row in csv.DictReader(io.StringIO(text))]

    def refused(self, status, *options):
        done = tiendo("split", self.plan, *options)
        self.assertEqual((done.returncode, done.stdout), (status, b""), done.stderr)
        return done.stderr.decode()

    def test_equal_parts_add_up(self):
        self.assertEqual(self.parts("--weights", "equal"), ["17.676", "17.675", "17.675"])
        self.assertEqual(self.parts("--weights", "equal", "--remainder", "last"), ["17.675", "17.675", "17.676"])

    def test_a_table_says_the_weights_and_the_order(self):
        weights = self.file("weights.csv", "unit;weight\nthon-3;2,5\nthon-1;7,5\n")
        parts = self.parts("--weights", weights, "--numbers", "vi")
        self.assertEqual(parts, ["13.257", "39.769"])
        self.assertEqual(sum(map(Decimal, parts)), Decimal("53.026"))

    def test_the_targets_of_another_indicator_may_be_the_weights(self):
        self.assertEqual(self.parts("--weights", "targets:people"), ["8.838", "17.675", "26.513"])

    def test_what_the_units_have_reported_may_be_the_weights(self):
        table = self.file("people.csv", "indicator;unit;period;value\n"
                          + "".join(f"people;thon-{i};2023;{i}00\n" for i in (1, 2, 3)))
        reported = (table, "--weights", "reported:people", "--period", "2023")
        parts = self.parts(*reported)
        self.assertEqual(parts, ["8.838", "17.675", "26.513"])
        self.assertEqual(sum(map(Decimal, parts)), Decimal("53.026"))
        self.assertEqual(parts, self.parts(*reported, "--as-of", "2024-05-01", "--known-on", "2023-12-31"))
        early = self.refused(1, *reported, "--target", "0", "--known-on", "2023-12-30")
        self.assertIn("split_units: no unit below has \"people\" in 2023", early)
        missing = self.file("one.csv", "indicator,unit,period,value\npeople,thon-1,2023,100\n")
        fault = self.refused(1, missing, "--weights", "reported:people", "--period", "2023", "--target", "0")
        self.assertIn('"thon-2"', fault)

    def test_on_a_map_the_weights_are_those_of_its_units(self):
        plan = json.loads(json.dumps(PLAN))
        plan["units"].append({"id": "thon-4", "kind": "thon", "parent": "xa"})
        plan["succession"] = [{"on": "2024-07-01", "from": ["thon-1", "thon-2"], "to": [{"unit": "thon-4"}]}]
        self.plan = self.file("merged.json", json.dumps(plan))
        table = self.file("people.csv", "indicator,unit,period,value\n"
                          + "".join(f"people,thon-{i},2023,{i}00\n" for i in (1, 2, 3)))
        options = (table, "--weights", "reported:people", "--period", "2023")
        self.assertEqual(self.parts(*options, "--map", "2024-07-01"), ["26.513", "26.513"])
        self.assertEqual(self.parts(*options, "--map", "2024-06-30"), ["8.838", "17.675", "26.513"])

    def test_options_of_reported_weights_need_them(self):
        table = self.file("none.csv", "indicator,unit,period,value\n")
        self.refused(2, table, "--target", "0", "--weights", "equal")
        for option in (("--period", "2023"), ("--as-of", "2024-01-01"), ("--map", "2024-01-01")):
            self.refused(2, "--target", "0", "--weights", "targets:people", *option)
        self.refused(2, table, "--target", "0", "--weights", "reported:people")
        self.refused(2, table, "--target", "0", "--weights", "reported:people", "--period", "last year")
        self.refused(2, table, "--target", "0", "--weights", "reported:poeple", "--period", "2023")

    def test_the_output_goes_into_a_plan(self):
        text = output("split", self.plan, "--target", "0", "--weights", "equal", "--format", "json")
        parts = json.loads(text)
        self.assertEqual(parts[0], {"indicator": "land", "unit": "thon-1", "at_least": "17.676"})
        plan = json.loads(json.dumps(PLAN))
        plan["plan"]["targets"] += parts
        self.assertEqual(output("check", self.file("whole.json", json.dumps(plan))).count("child_targets_differ"), 1)

    def test_a_target_may_be_named_by_indicator_and_assigner(self):
        by_name = output("split", self.plan, "--target", "land", "--assigner", "tinh", "--weights", "equal")
        self.assertEqual(by_name, output("split", self.plan, "--target", "0", "--weights", "equal"))
        self.assertIn("2 targets", self.refused(2, "--target", "land", "--weights", "equal"))
        self.assertIn("no target 6", self.refused(2, "--target", "6", "--weights", "equal"))
        self.assertIn("land", self.refused(2, "--target", "lend", "--weights", "equal"))

    def test_what_cannot_be_split_is_refused_by_its_code(self):
        self.assertIn("target_not_divisible", self.refused(1, "--target", "2", "--weights", "equal"))
        self.assertIn("amount_scale", self.refused(1, "--target", "0", "--weights", "equal", "--digits", "2"))
        refused = self.refused(1, "--target", "0", "--weights", "equal", "--digits", "4")
        self.assertRegex(refused, rf"\A{re.escape(self.plan)}: error \d+ target_scale: .+\n\Z")
        self.assertIn("split_units", self.refused(1, "--target", "3", "--weights", "equal"))
        self.assertIn("split_units", self.refused(1, "--target", "0", "--weights", "targets:poor"))

    def test_faults_of_the_table_have_their_place(self):
        weights = self.file("weights.csv", "unit,weight\nthon-4,1\n")
        self.assertIn("weights.csv:2:1: error 302", self.refused(1, "--target", "0", "--weights", weights))
        self.refused(3, "--target", "0", "--weights", str(ROOT / "no-such-file.csv"))


if __name__ == "__main__":
    unittest.main()
