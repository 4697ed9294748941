"""The published schema of cases fits those that the methods are tried with, and refuses what the reader does."""

import copy
import json
import pathlib
import unittest

import jsonschema

ROOT = pathlib.Path(__file__).resolve().parents[2]
CASES = [each["case"] for each in json.loads((ROOT / "tests/data/method_cases.json").read_text(encoding="utf-8"))]
FAULTS = {
    "format": "tiendo-case/2", "method": "ratio to target", "numbers": [], "quantity": "sum", "better": "most",
    "strict": "yes", "vintage": 1, "thresholds": 1, "scores": {"id": "own"}, "policies": {"half": True}, "note": "x",
}


class CaseSchemaTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.schema = json.loads((ROOT / "docs/schema/case.schema.json").read_text(encoding="utf-8"))
        jsonschema.Draft202012Validator.check_schema(cls.schema)
        cls.validator = jsonschema.Draft202012Validator(cls.schema)

    def faults(self, case):
        return [f"{list(e.path)}: {e.message}" for e in self.validator.iter_errors(case)]

    def test_every_case_fits(self):
        self.assertGreater(len(CASES), 25)
        for case in CASES:
            with self.subTest(case=case):
                self.assertEqual(self.faults(case), [])

    def test_faulty_keys_are_refused(self):
        for key, value in FAULTS.items():
            with self.subTest(key=key):
                self.assertNotEqual(self.faults({**CASES[0], key: value}), [])
        for key in ("format", "method", "numbers"):
            without = copy.deepcopy(CASES[0])
            del without[key]
            with self.subTest(without=key):
                self.assertNotEqual(self.faults(without), [])

    def test_faulty_numbers_are_refused(self):
        for number in ("1,5", "1/", "", True, {"value": "1", "at": 1}, {"reason": "lost"}, ["x"], [{"day": "2026"}]):
            with self.subTest(number=number):
                self.assertNotEqual(self.faults({**CASES[0], "numbers": {"v": number}}), [])


if __name__ == "__main__":
    unittest.main()
