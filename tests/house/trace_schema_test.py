"""The published schemas of traces fit every trace of every golden book, and name no key in vain."""

import copy
import json
import pathlib
import sys
import unittest

import jsonschema

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/cli"))

import books  # noqa: E402
import work_trace_test  # noqa: E402
from tool import output  # noqa: E402


def keys_of(schema):
    """Every key that a schema names, by the definition it is in: ("row", "figures")."""
    found = set()

    def walk(node, place):
        if isinstance(node, dict):
            for key in node.get("properties", {}) if isinstance(node.get("properties"), dict) else ():
                found.add((place, key))
            for key, inner in node.items():
                walk(inner, place)
        elif isinstance(node, list):
            for inner in node:
                walk(inner, place)

    walk({key: value for key, value in schema.items() if key != "$defs"}, "")
    for name, definition in schema["$defs"].items():
        walk(definition, name)
    return found


def load(name):
    return json.loads((ROOT / f"docs/schema/{name}.schema.json").read_text(encoding="utf-8"))


class Fits:
    """One schema and all that is written by it. `elsewhere`: definitions that another schema has as well, where all
    of their keys are seen."""

    name = None
    elsewhere = {}

    @classmethod
    def setUpClass(cls):
        cls.schema = load(cls.name)
        cls.validator = jsonschema.Draft202012Validator(cls.schema)
        cls.traces = [json.loads(output("explain", *question, "--format", "json")) for question in cls.questions()]

    def faults(self, trace):
        return [f"{list(e.path)}: {e.message}"[:2000] for e in self.validator.iter_errors(trace)]

    def expect_faults(self, base, planted):
        self.assertEqual(self.faults(base), [])
        for path, value in planted:
            faulty = copy.deepcopy(base)
            inside = faulty
            for step in path[:-1]:
                inside = inside[step]
            inside[path[-1]] = value
            with self.subTest(path=path):
                self.assertNotEqual(self.faults(faulty), [])

    def test_the_schema_is_itself_well_formed(self):
        jsonschema.Draft202012Validator.check_schema(self.schema)

    def test_every_trace_fits(self):
        for trace in self.traces:
            self.assertEqual(self.faults(trace), [])

    # A key that no book of ours shows is one that nobody has seen.
    def test_every_key_is_seen(self):
        seen = set()

        def walk(node, schema, place):
            if "$ref" in schema:
                place = schema["$ref"].rsplit("/", 1)[1]
                schema = self.schema["$defs"][place]
            for one in schema.get("oneOf", ()):
                if self.validator.evolve(schema={**one, "$defs": self.schema["$defs"]}).is_valid(node):
                    walk(node, one, place)
            if isinstance(node, list):
                for inner in node:
                    walk(inner, schema.get("items", {}), place)
            if not isinstance(node, dict):
                return
            for key, inner in node.items():
                if key in schema.get("properties", {}):
                    seen.add((place, key))
                    walk(inner, schema["properties"][key], place)

        for trace in self.traces:
            walk(trace, self.schema, "")
        shared = {name for name, schema in self.schema["$defs"].items() if name in self.elsewhere
                  and schema == self.elsewhere[name]}
        self.assertEqual({(place, key) for place, key in keys_of(self.schema) - seen if place not in shared}, set())


class TraceSchemaTest(Fits, unittest.TestCase):
    name = "trace"

    @staticmethod
    def questions():
        return [(*book, *options) for book, options in books.questions()]

    def test_the_rules_in_it_and_the_published_ones_fit_their_schema(self):
        schema = load("rules")
        jsonschema.Draft202012Validator.check_schema(schema)
        validator = jsonschema.Draft202012Validator(schema)
        published = [json.loads(path.read_text(encoding="utf-8"))
                     for path in (ROOT / "tests/golden/rules").iterdir()]
        for rules in [*published, *(trace["rules"] for trace in self.traces)]:
            self.assertEqual([error.message for error in validator.iter_errors(rules)], [])
        own = {"format": "tiendo-rules/1", "id": "own", "version": 1, "based_on": "tiendo@1"}
        self.assertTrue(validator.is_valid(own | {"rounding": "half_even", "late_after_months": 24}))
        for more in ({"version": 0}, {"id": "my own"}, {"based_on": "tiendo"}, {"rounding": "nearest"},
                     {"late_after_months": 1201}, {"methods": []}, {"more": 1}, {"id": "tiendo"}):
            self.assertFalse(validator.is_valid(own | more), more)
        del own["based_on"]
        self.assertFalse(validator.is_valid(own))

    def test_planted_faults_do_not_fit(self):
        first = self.traces[0]
        row = next(row for row in first["rows"] if row.get("numbers") and row.get("steps"))
        self.expect_faults({**first, "rows": [row]}, (
            (("format",), "tiendo-trace/2"), (("rules",), "tiendo@1"), (("more",), 1),
            (("rows", 0, "kind"), "row"), (("rows", 0, "figures", 0, "exact"), "0.5"),
            (("rows", 0, "numbers", 0, "method"), "ytd"), (("rows", 0, "numbers", 0, "terms"), []),
            (("rows", 0, "steps", 0, "method"), ""), (("rows", 0, "verdict", "more"), "x"),
            (("rows", 0, "sources", 0, "role"), "other"), (("rows", 0, "period"), None)))


class WorkTraceSchemaTest(Fits, unittest.TestCase):
    name = "work-trace"
    elsewhere = load("trace")["$defs"]

    @staticmethod
    def questions():
        return [(*book, *options, "--work") for book, options in work_trace_test.questions()
                if work_trace_test.has_work(book)]

    def test_planted_faults_do_not_fit(self):
        document = next(trace for trace in self.traces if trace["plan"] == "works-2024")
        row = next(row for row in document["rows"] if row["kind"] == "capital")
        self.expect_faults({**document, "rows": [row]}, (
            (("format",), "tiendo-trace/1"), (("rows", 0, "kind"), "target"), (("rows", 0, "row"), 0),
            (("rows", 0, "members", 0, "coverage"), "half"), (("rows", 0, "steps", 0, "terms", 0, "from"), "nowhere"),
            (("rows", 0, "counts", "parts"), -1), (("rows", 0, "figures", 0, "more"), 1)))
        row = next(row for row in document["rows"] if "earned_value" in row)
        earned = ("rows", 0, "earned_value")
        self.expect_faults({**document, "rows": [row]}, (
            ((*earned, "times"), "years"), ((*earned, "figures", 0, "in"), "points"), ((*earned, "steps"), []),
            ((*earned, "steps", 0, "method"), "evm"), ((*earned, "planned", 0, "period"), 0)))


class SummaryTraceSchemaTest(Fits, unittest.TestCase):
    name = "summary-trace"
    elsewhere = load("trace")["$defs"]

    @staticmethod
    def questions():
        by = [word for group in ("field", "unit", "task_group", "lead") for word in ("--by", group)]
        return [(*book, *options, "--summary", *more) for book, options in books.questions() for more in ((), by)]

    def test_planted_faults_do_not_fit(self):
        first = self.traces[0]
        self.expect_faults({**first, "rows": first["rows"][:1]}, (
            (("format",), "tiendo-trace/1"), (("rows", 0, "by"), "assigner"), (("rows", 0, "counted", 0, "as"), "good"),
            (("rows", 0, "counts", "due"), None), (("not_counted", 0, "reason"), "other")))


if __name__ == "__main__":
    unittest.main()
