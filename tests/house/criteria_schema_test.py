"""The published schema of criteria fits every file of them, and says what the reader says of faults."""

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

FILES = ("docs/examples/agencies-2026/criteria.json", "tests/golden/books/roll-ups/criteria.json")

# A file with something of everything in it, and values for places in it. What needs the whole of it is left out.
CRITERIA = {
    "format": "tiendo-criteria/1", "id": "c", "version": "1", "source": "s", "name": {"vi": "a"}, "digits": 1,
    "bands": [{"id": "b", "version": "1", "bands": [{"code": "all", "at_least": "0", "score": "1"}]}],
    "scores": [{"id": "l", "version": "1", "knots": [{"value": "0", "score": "0"}, {"value": "1", "score": "5"}],
                "ends": "capped"}],
    "criteria": [
        {"id": "x", "indicator": "i", "figure": "actual", "table": "b@1", "points": "1",
         "deductions": [{"indicator": "i", "each": "1"}]},
        {"id": "y", "indicator": "i", "verdicts": {"exceeded": "1", "met": "1", "near": 0, "missed": "0"}, "points": 2}],
    "classes": "b@1",
    "quotas": [{"class": "all", "of": ["all"], "percent": "20"}],
}
ABSENT = object()
VARIANTS = {
    "format": ["tiendo-criteria/2", ABSENT], "id": ["", "a b", ABSENT, 1], "version": ["2026", 1, ABSENT],
    "source": ["", ABSENT, None], "needs_confirmation": [True, False, "yes", None], "digits": [0, 100, 101, -1, "2"],
    "name": ["", {}, {"fr": "x"}, 1], "note": ["", 1], "floor": ["-5", 0, "1,5", None], "cap": ["100", ""],
    "least_available": ["0", "1", "0.5", "half"], "more": [1],
    "bands/0/id": ["", ABSENT], "bands/0/bands": [[], ABSENT, {}], "bands/0/knots": [[]],
    "bands/0/bands/0": [{"code": "all", "score": 1}, {"code": "all", "equal": "1", "score": "1"}, {"score": "1"},
                        {"code": "all", "equal": "1", "at_most": "1", "score": "1"},
                        {"code": "all", "at_least": "1", "more_than": "1", "score": "1"},
                        {"code": "all", "at_least": "1", "at_most": "1", "score": "1"},
                        {"code": "all", "score": "1", "to": "2"}, {"code": "", "score": "1"}, "all"],
    "scores/0/ends": ["extended", "refused", "open", ABSENT, ""],
    "scores/0/knots": [[], [{"value": "0", "score": "0"}], ABSENT, [{"value": "0"}, {"value": "1", "score": "2"}],
                       [{"value": 0, "score": 1}, {"value": 1, "score": 2, "at": 3}]],
    "criteria": [[], {}, ABSENT],
    "criteria/0/id": ["", ABSENT], "criteria/0/indicator": ["", ABSENT, "k"], "criteria/0/assigner": ["", "t"],
    "criteria/0/figure": ["completion_pct", "completion", "", ABSENT], "criteria/0/table": ["", ABSENT, "l@1"],
    "criteria/0/verdicts": [{"exceeded": "1", "met": "1", "near": "0", "missed": "0"}],
    "criteria/0/points": [ABSENT, 5, "ten"], "criteria/0/weight": ["1"], "criteria/0/in": ["percent", "points", "%"],
    "criteria/0/missing": ["zero", "excluded", "refused", "never"], "criteria/0/role": ["scored", "main"],
    "criteria/0/floor": ["-1", "one"], "criteria/0/cap": ["2", None], "criteria/0/source": ["x"],
    "criteria/0/deductions": [[], [{"indicator": "i"}], [{"each": "1"}], [{"indicator": "i", "each": "1", "in": "percent"}],
                              [{"indicator": "i", "each": "1", "missing": "excluded"}],
                              [{"indicator": "i", "each": "1", "figure": "change", "missing": "zero"}]],
    "criteria/1/verdicts": [{"met": "1"}, {}, ABSENT,
                            {"exceeded": "1", "met": "1", "near": "0", "missed": "0", "none": "0"}],
    "quotas": [[], [{"class": "all", "of": [], "percent": "1"}], [{"class": "all", "percent": "1"}],
               [{"class": "all", "of": ["all"]}], [{"class": "all", "of": ["all"], "percent": 0}]],
}


def with_value(plan, place, value):
    changed = copy.deepcopy(plan)
    *path, last = [int(step) if step.isdigit() else step for step in place.split("/")]
    part = changed
    for step in path:
        part = part[step]
    if value is ABSENT:
        del part[last]
    else:
        part[last] = value
    return changed


class CriteriaSchemaTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.schema = json.loads((ROOT / "docs/schema/criteria.schema.json").read_text(encoding="utf-8"))
        cls.validator = jsonschema.Draft202012Validator(cls.schema)

    def faults(self, criteria):
        return [f"{list(e.path)}: {e.message}" for e in self.validator.iter_errors(criteria)]

    def test_the_schema_is_itself_well_formed(self):
        jsonschema.Draft202012Validator.check_schema(self.schema)

    def test_every_file_fits(self):
        for path in FILES:
            self.assertEqual(self.faults(json.loads((ROOT / path).read_text(encoding="utf-8"))), [])

    def test_the_faulty_files_are_refused_where_a_schema_can_see_the_fault(self):
        seen_by_schema = {"unknown_key", "missing_key", "unknown_word", "criteria_conflict"}
        seen = 0
        for case in cases():
            text = case.text("criteria")
            if text is None or not seen_by_schema.issuperset(case.codes) or case.name == "criteria_class_unknown":
                continue
            seen += 1
            with self.subTest(case=case.name):
                self.assertNotEqual(self.faults(json.loads(text)), [])
        self.assertGreater(seen, 3)

    def test_the_schema_and_the_reader_say_the_same(self):
        yes = no = 0
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "criteria.json"
            for place, values in VARIANTS.items():
                for value in values:
                    criteria = with_value(CRITERIA, place, value)
                    path.write_text(json.dumps(criteria), encoding="utf-8")
                    read = subprocess.run([needed("TIENDO_TOOL"), "criteria", str(path)], capture_output=True,
                                          encoding="utf-8", check=False)
                    with self.subTest(place=place, value=value):
                        self.assertIn(read.returncode, (0, 1))
                        faults = self.faults(criteria)
                        self.assertEqual(faults == [], read.returncode == 0, (faults, read.stderr))
                    if read.returncode == 0:
                        yes += 1
                        self.assertEqual(self.faults(json.loads(read.stdout)), [])
                    else:
                        no += 1
        self.assertGreater(yes, 30)
        self.assertGreater(no, 40)


if __name__ == "__main__":
    unittest.main()
