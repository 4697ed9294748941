"""The published schema of figures to be scored takes what the reader takes, and refuses what it refuses."""

import json
import pathlib
import unittest

import jsonschema

ROOT = pathlib.Path(__file__).resolve().parents[2]

FIGURES = {
    "format": "tiendo-figures/1",
    "units": [
        {"unit": "a", "figures": {"x": "1/30", "y": "met", "z": {"value": "-2.5", "deductions": ["1", None, 2]}}},
        {"unit": "b", "figures": {"x": 5, "y": None, "z": {}}},
        {"unit": "c", "figures": {}},
    ],
}


class FiguresSchemaTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.schema = json.loads((ROOT / "docs/schema/figures.schema.json").read_text(encoding="utf-8"))
        jsonschema.Draft202012Validator.check_schema(cls.schema)
        cls.validator = jsonschema.Draft202012Validator(cls.schema)

    def faults(self, figures):
        return [f"{list(e.path)}: {e.message}" for e in self.validator.iter_errors(figures)]

    def test_what_the_reader_takes_fits(self):
        self.assertEqual(self.faults(FIGURES), [])
        self.assertEqual(self.faults({**FIGURES, "units": []}), [])

    def test_what_it_refuses_does_not(self):
        for key, value in (("format", "tiendo-figures/2"), ("units", {}), ("note", "x")):
            self.assertNotEqual(self.faults({**FIGURES, key: value}), [], key)
        for key in FIGURES:
            self.assertNotEqual(self.faults({k: v for k, v in FIGURES.items() if k != key}), [], key)
        for unit in ({"unit": "", "figures": {}}, {"unit": "a"}, {"figures": {}}, {"unit": "a", "figures": [], "more": 1}):
            self.assertNotEqual(self.faults({**FIGURES, "units": [unit]}), [], unit)
        for figure in ("1,5", "1/", "1/0", "1/00", "reached", True, ["1"], {"value": {}}, {"deductions": ["met"]}, {"reason": "lost"}):
            units = [{"unit": "a", "figures": {"x": figure}}]
            self.assertNotEqual(self.faults({**FIGURES, "units": units}), [], figure)


if __name__ == "__main__":
    unittest.main()
