"""The published schema of the plan format says yes to our plans and no to planted faults.

Needs python3-jsonschema (Debian 12: 4.10), and the program that prints plans drawn at random.
"""

import copy
import json
import pathlib
import subprocess
import sys
import tempfile
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


    # Where one says yes and the other no, somebody's editor lies. What needs the whole plan is left
    # out: there the schema says yes and the reader no.
    def test_the_schema_and_the_reader_say_the_same(self):
        yes = no = 0
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "plan.json"
            for place, values in VARIANTS.items():
                for value in values:
                    plan = with_value(PLAN, place, value)
                    path.write_text(json.dumps(plan), encoding="utf-8")
                    read = subprocess.run([needed("TIENDO_TOOL"), "format", str(path)],
                                          capture_output=True, encoding="utf-8", check=False)
                    with self.subTest(place=place, value=value):
                        self.assertIn(read.returncode, (0, 1))
                        faults = self.faults(plan)
                        self.assertEqual(faults == [], read.returncode == 0, (faults, read.stderr))
                    if read.returncode == 0:
                        yes += 1
                        self.assertEqual(self.faults(json.loads(read.stdout)), [])
                    else:
                        no += 1
        self.assertGreater(yes, 60)
        self.assertGreater(no, 60)


# A plan with something of everything in it, and values for places in it.
PLAN = {
    "format": "tiendo-plan/1",
    "measures": [{"id": "ty", "kind": "money", "factor": "1000000000"},
                 {"id": "percent", "kind": "share", "factor": "0.01"}],
    "units": [{"id": "t", "kind": "town", "codes": [{"code": "1"}]},
              {"id": "a", "parent": "t"}, {"id": "b", "parent": "t"}],
    "indicators": [{"id": "f", "measure": "ty", "kind": "flow", "scale": 3},
                   {"id": "g", "measure": "percent", "kind": "growth", "base": "f"},
                   {"id": "s", "measure": "percent", "kind": "share"},
                   {"id": "u", "measure": "percent", "kind": "share"},
                   {"id": "c", "kind": "composite", "components": ["s", "u"], "total": "100"}],
    "succession": [],
    "plan": {
        "id": "p", "unit": "t", "period": "2024",
        "targets": [{"indicator": "f", "unit": "t", "at_least": "1"}],
        "projects": [{"id": "r", "stages": ["x", "y"]}],
        "task_groups": [{"id": "n", "tasks": ["t"], "targets": ["f"]}],
    },
}

ABSENT = object()
TARGET = {"indicator": "f", "at_least": "1"}
DAY = {"on": "2024-07-01"}

VARIANTS = {
    "measures/0/factor": ["+0.5", 2.5, "1,5", ABSENT],
    "measures/0/name": ["", {}, {"vi": ""}, {"vi": "", "en": ""}, {"fr": "x"}, 5, None, ["x"]],
    "measures/0/kind": [ABSENT, "", "two words"],
    "measures/1/factor": [ABSENT],
    "units/1/parent": ["", "t", None, "t "],
    "units/1/kind": [ABSENT, ""],
    "units/0/codes": [[], [{"code": ""}], [{"code": 1}], [{}], ["1"]],
    "indicators/0/scale": [0, 3.0, 100, 100.0, 101, 2.5, -1, "3", None],
    "indicators/0/percent_digits": [0, 100, 101, 1.0, 1.5],
    "indicators/0/digits": [0, 100, 101],
    "indicators/0/measure": [ABSENT, ""],
    "indicators/0/base": ["", "f"],
    "indicators/0/of": ["flow", "level", ABSENT],
    "indicators/0/near": [{"value": "1", "in": "value"}, {"value": 2.5, "in": "percent"}, {"value": "1"},
                          {"in": "value"}, {}, "1", {"value": "1", "in": "per cent"},
                          {"value": "1", "in": "value", "of": "bound"}, None],
    "indicators/0/achievement": ["direct", "inverse", "mirrored", "", "invers", None],
    "indicators/2/compare": ["percent", "points", "value", ""],
    "indicators/2/near": [{"value": "0.5", "in": "points"}],
    "indicators/1/of": ["level"],
    "indicators/0/components": [[], ["s"], [""]],
    "indicators/0/total": ["1", ABSENT],
    "indicators/0/field": ["", "economy", 5],
    "indicators/0/breaks": [[], [{"on": "2024-02-01", "kind": "scope", "factor": 1.25}]],
    "indicators/0/unit_rule": ["sum", "ratio", "none"],
    "indicators/1/base": [ABSENT, ""],
    "indicators/4/measure": ["", "percent"],
    "indicators/4/components": [ABSENT, [], ["s"], ["s", "s"], [""], ["s", "u"]],
    "indicators/4/total": [ABSENT, "100", 100],
    "plan/unit": ["", "t", ABSENT],
    "plan/basis": [[], [""], "x"],
    "plan/parent": [{"id": "q"}, {"id": ""}, {"id": "a b"}, {}, {"id": "q", "name": {}}],
    "plan/declared": [{}, {"indicators": {}}, {"indicators": {"t": 3}}, {"indicators": {"": 3}},
                      {"indicators": 24.0}, {"indicators": "24"}, {"projects": 1000000000},
                      {"projects": 999999999}],
    "plan/targets/0": [
        {**TARGET, "unit": ""}, {**TARGET, "unit": "a"}, {**TARGET, "unit": None},
        {**TARGET, "unit": ""}, {**TARGET, "assigner": ""}, {**TARGET, "project": ""},
        {**TARGET, "lead": ""}, {**TARGET, "task_group": ""}, {**TARGET, "indicator": ""},
        {**TARGET, "with": []}, {**TARGET, "with": ["a", "b"]}, {**TARGET, "with": [""]},
        {**TARGET, "decision": {}}, {**TARGET, "decision": ""}, {**TARGET, "decision": {"number": ""}},
        {**TARGET, "projects": 3.0}, {**TARGET, "projects": -1}, {**TARGET, "projects": "3"},
        {**TARGET, "baseline": {}}, {**TARGET, "baseline": "3"},
        {**TARGET, "near": {"value": "3", "in": "percent"}}, {**TARGET, "near": "3"},
        {"indicator": "f", "about": {"value": "-1", "tolerance": "-0"}},
        {"indicator": "f", "increase_by": {"value": 2, "in": "value"}},
        {"indicator": "f"}, {"indicator": "f", "at_least": ""},
        {"indicator": "c", "components": {"s": {"at_least": "1"}, "u": {"at_most": "4"}}},
        {"indicator": "c", "components": {}},
    ],
    "plan/projects/0/stages": [[], ["x"], ["x", "x"], [""], ["a b"]],
    "plan/projects/0/late_after_months": [0, 24.0, 1200, 1201, -1, "24"],
    "plan/projects/0/lead": ["", "a"],
    "plan/projects/0/investor": ["", "a"],
    "plan/projects/0/milestones": [[], [{}], [{"id": ""}], [{"id": "m", "weight": "1"}],
                                   [{"id": "m", "weight": "1"}, {"id": "n", "weight": "0"}]],
    "plan/projects/0/capital": [[{"pot": "", "indicator": "f", "amount": "3"}],
                                [{"pot": "y", "indicator": "", "amount": "3"}]],
    "plan/task_groups/0/number": [ABSENT, 0, 5.0, -1, "5"],
    "plan/task_groups/0/lead": ["", "a"],
    "plan/task_groups/0/targets": [[], [""], ["f", "f"]],
    "plan/task_groups/0/tasks": [[], [""], [{}], [{"id": ""}], [{"id": "a b"}],
                                 [{"id": "x", "lead": "", "with": [""]}], [{"id": "x", "name": {}}]],
    "succession": [
        [], None, [{**DAY, "from": ["a"]}], [{**DAY, "from": ["a"], "to": []}],
        [{**DAY, "from": [], "to": [{"unit": "b"}]}], [{**DAY, "to": [{"unit": "b"}]}], [DAY],
        [{**DAY, "from": [""], "to": [{"unit": "b"}]}], [{**DAY, "from": ["a"], "to": [{"unit": ""}]}],
        [{**DAY, "from": ["a"], "to": [{"unit": "b", "share": "1"}]}],
        [{**DAY, "from": ["a"], "unit": ""}], [{**DAY, "from": ["a"], "unit": "b", "name": "x"}],
        [{**DAY, "unit": "a", "name": "x", "from": []}], [{**DAY, "from": ["a"], "name": "", "code": ""}],
        [{**DAY, "from": ["a"], "name": "x"}], [{**DAY, "from": ["a"], "parent": ""}],
        [{**DAY, "unit": "a"}], [{**DAY, "unit": "a", "code": ""}], [{**DAY, "unit": "a", "name": ""}],
        [{**DAY, "unit": "a", "name": {}}], [{**DAY, "unit": "a", "name": {"vi": ""}}],
        [{**DAY, "unit": "a", "name": {"en": "x"}}], [{**DAY, "unit": "a", "code": "2"}],
        [{**DAY, "unit": "a", "parent": ""}], [{**DAY, "unit": "", "parent": "t"}],
    ],
}


def with_value(plan, place, value):
    """A copy of the plan with the value at that place, or without what stands there."""
    changed = copy.deepcopy(plan)
    *steps, last = (int(step) if step.isdigit() else step for step in place.split("/"))
    inside = changed
    for step in steps:
        inside = inside[step]
    if value is ABSENT:
        inside.pop(last, None)
    else:
        inside[last] = value
    return changed


if __name__ == "__main__":
    unittest.main()
