"""The published schema of the plan format says yes to our plans and no to planted faults.

Needs python3-jsonschema (Debian 12: 4.10), and the program that prints plans drawn at random.
"""

import copy
import json
import pathlib
import subprocess
import sys
import unittest

import jsonschema

from house import needed

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "golden"))

from cases import cases  # noqa: E402

ERRORS = ROOT / "tests" / "golden" / "errors"

# The codes of faults that a schema can see. The others need the whole plan: ids that refer to
# nothing, dates that do not exist, ends in the wrong order, keys that stand twice.
SEEN_BY_SCHEMA = {"id_syntax", "number_syntax", "date_syntax", "period_syntax", "base_missing",
                  "condition_missing", "condition_conflict", "unknown_key", "missing_key",
                  "wrong_type", "unknown_word"}


def load(path):
    return json.loads(path.read_text(encoding="utf-8"))


class SchemaTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.schema = load(ROOT / "docs" / "schema" / "plan.schema.json")
        cls.validator = jsonschema.Draft202012Validator(cls.schema)
        cls.base = load(ERRORS / "base.plan.json")

    def faults(self, plan):
        return [f"{list(e.path)}: {e.message}" for e in self.validator.iter_errors(plan)]

    def test_the_schema_is_itself_well_formed(self):
        jsonschema.Draft202012Validator.check_schema(self.schema)

    def test_every_plan_of_the_repository_fits(self):
        plans = [path for folder in ("docs/examples", "tests/golden")
                 for path in sorted((ROOT / folder).glob("**/plan.json"))]
        self.assertIn(ROOT / "docs/examples/bim-son-2024/plan.json", plans)
        for path in [*plans, ERRORS / "base.plan.json"]:
            with self.subTest(path=path):
                self.assertEqual(self.faults(load(path)), [])

    def test_the_faulty_plans_are_refused_where_a_schema_can_see_the_fault(self):
        seen = set()
        for case in cases():
            plan = case.text("plan")
            in_table = case.marked != {"plan"}
            if plan is None or in_table or not SEEN_BY_SCHEMA.issuperset(case.codes):
                continue
            seen.update(case.codes)
            with self.subTest(case=case.name):
                self.assertNotEqual(self.faults(json.loads(plan)), [])
        self.assertEqual(seen, SEEN_BY_SCHEMA)

    def test_whatever_the_library_writes_fits(self):
        run = subprocess.run([needed("TIENDO_PLANS")], capture_output=True, text=True, check=True,
                             encoding="utf-8")
        drawn = json.loads(run.stdout)
        self.assertGreater(len(drawn["plans"]), 30)
        for plan in drawn["plans"]:
            self.assertEqual(self.faults(plan), [], json.dumps(plan)[:2000])
        self.assertEqual(set(drawn["parts"]), {"measure", "unit", "succession", "indicator", "target",
                                               "project", "task_group"})
        for kind, parts in drawn["parts"].items():
            validator = jsonschema.Draft202012Validator(
                {"$ref": f"#/$defs/{kind}", "$defs": self.schema["$defs"]})
            for part in parts:
                with self.subTest(kind=kind):
                    faults = [f"{list(e.path)}: {e.message}" for e in validator.iter_errors(part)]
                    self.assertEqual(faults, [])

    def test_every_golden_plan_whose_fault_no_schema_sees_fits(self):
        unseen = {"duplicate_id", "unit_cycle", "range_reversed", "unknown_unit", "unknown_indicator",
                  "percentage_summed", "target_scale", "table_unreadable", "base_cycle"}
        fitting = set()
        for case in cases():
            plan = case.text("plan")
            if plan is None or not unseen.issuperset(case.codes):
                continue
            fitting.update(case.codes)
            with self.subTest(case=case.name):
                self.assertEqual(self.faults(json.loads(plan)), [])
        self.assertEqual(fitting, unseen)

    def test_parts_of_large_books_and_of_many_years_fit(self):
        plan = copy.deepcopy(self.base)
        for name in ("measures", "units", "indicators"):
            inside = copy.deepcopy(self.base)
            inside[name] = {"table": f"tables/{name}.csv"}
            self.assertEqual(self.faults(inside), [])
            for path in ("", "/units.csv", "../units.csv", "a/../units.csv", "a//b", "a/", "C:a", "a\\b"):
                inside[name] = {"table": path}
                self.assertNotEqual(self.faults(inside), [], path)
        plan["units"] = {"table": "units.csv"}
        plan["succession"] = [{"on": "2025-07-01", "from": ["ward"],
                               "to": [{"unit": "a", "share": "0.4"},
                                      {"unit": "b", "share": "0.6"}]}]
        plan["indicators"][0].update(kind="formula", formula="poor + 1")
        plan["indicators"][2].update(unit_rule="mean", weight="output")
        self.assertEqual(self.faults(plan), [])
        for name in ("targets", "projects", "task_groups"):
            plan["plan"][name] = {"table": f"{name}.csv"}
        self.assertEqual(self.faults(plan), [])

    def test_every_wording_of_a_target_fits(self):
        for wording in ({"at_least": "1"}, {"more_than": "1"}, {"at_most": "1"},
                        {"less_than": "-1.50"}, {"equal": 0}, {"between": ["6.0", "6.5"]},
                        {"yes": True},
                        {"about": {"value": "69", "tolerance": "0.5"}},
                        {"increase_by": {"value": "2", "in": "value"}},
                        {"decrease_by": {"value": "1", "in": "points", "then": {"at_most": "4"}}}):
            for profile in ("linear", {"2024-Q1": "0.2", "2024-Q2": "0.8"}, {"2024-06-30": "9000"}):
                with self.subTest(wording=wording, profile=profile):
                    plan = copy.deepcopy(self.base)
                    plan["plan"]["targets"] = [{"indicator": "poor", "profile": profile, **wording}]
                    self.assertEqual(self.faults(plan), [])

    def test_planted_faults_in_a_target_are_refused(self):
        for fault in ({"at_least": "1", "at_most": "2"},              # two conditions
                      {},                                             # none
                      {"at_least": "1", "atleast": "1"},              # an unknown key
                      {"at_least": "53,026"}, {"at_least": "1e3"},    # not plain decimals
                      {"at_least": ".5"}, {"at_least": "5."}, {"at_least": ""},
                      {"between": ["1"]}, {"between": ["1", "2", "3"]},
                      {"about": {"value": "69"}}, {"yes": False},
                      {"increase_by": {"value": "2", "in": "per cent"}},
                      {"increase_by": {"value": "2", "in": "value", "then": {}}},
                      {"at_least": "1", "unit": "bỉm-sơn"},           # not an id
                      {"at_least": "1", "unit": "u" * 129},
                      {"at_least": "1", "layer": "added"},
                      {"at_least": "1", "period": "2024-13"},
                      {"at_least": "1", "period": "2024-Q5"},
                      {"at_least": "1", "profile": {"2024-Q1": "0.2", "2024-06-30": "0.8"}},
                      {"at_least": "1", "projects": -1}):
            with self.subTest(fault=fault):
                plan = copy.deepcopy(self.base)
                plan["plan"]["targets"] = [{"indicator": "poor", **fault}]
                self.assertNotEqual(self.faults(plan), [])


if __name__ == "__main__":
    unittest.main()
