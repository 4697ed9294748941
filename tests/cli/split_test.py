"""The command `split`: targets for the units below, which add up to a target."""

import csv
import io
import json
import pathlib
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
        self.assertIn("target_scale", self.refused(1, "--target", "0", "--weights", "equal", "--digits", "4"))
        self.assertIn("split_units", self.refused(1, "--target", "3", "--weights", "equal"))
        self.assertIn("split_units", self.refused(1, "--target", "0", "--weights", "targets:poor"))

    def test_faults_of_the_table_have_their_place(self):
        weights = self.file("weights.csv", "unit,weight\nthon-4,1\n")
        self.assertIn("weights.csv:2:1: error 302", self.refused(1, "--target", "0", "--weights", weights))
        self.refused(3, "--target", "0", "--weights", str(ROOT / "no-such-file.csv"))


if __name__ == "__main__":
    unittest.main()
