"""Rules as data: published once, named in every report, and enough to compute it again."""

import json
import pathlib
import tempfile
import unittest

import books
from tool import ROOT, output, tiendo

PUBLISHED = ROOT / "tests/golden/rules"
DISTRICT, WORKS, BASES = books.book("district"), books.book("works"), books.book("bases")
END = ("--as-of", "2024-12-31")
OWN = {"format": "tiendo-rules/1", "id": "own", "version": 3, "based_on": "tiendo@1",
       "base_rule": "first_published", "rounding": "down", "late_after_months": 1}
LEFT_OUT, PERIOD_BEFORE = books.LEFT_OUT, books.PERIOD_BEFORE


class RulesTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def file(self, rules):
        path = self.folder / "rules.json"
        path.write_text(json.dumps(rules), encoding="utf-8")
        return path

    # What was published never changes: a new set is a new version, with a file of its own.
    def test_the_built_in_rules_are_as_they_were_published(self):
        names = output("rules").split()
        self.assertEqual([f"{name.replace('@', '-')}.json" for name in names],
                         [path.name for path in sorted(PUBLISHED.iterdir())])
        for name in names:
            published = (PUBLISHED / f"{name.replace('@', '-')}.json").read_text(encoding="utf-8")
            self.assertEqual(output("rules", name), published)
            self.assertEqual(output("rules", PUBLISHED / f"{name.replace('@', '-')}.json"), published)

    def test_every_method_of_a_trace_is_one_of_its_rules(self):
        seen = set()
        for book, options in books.questions():
            trace = json.loads(output("explain", *book, *options, "--format", "json"))
            methods = set(trace["rules"]["methods"])
            for row in trace["rows"]:
                used = [number["method"] for number in row.get("numbers", [])]
                used += [step["method"] for step in row.get("steps", [])]
                used += [row[what]["method"] for what in ("verdict", "provisional", "course", "schedule")
                         if "method" in row.get(what, {})]
                self.assertLessEqual(set(used), methods, "a method is listed in src/engine/rules.cpp")
                seen |= set(used)
        self.assertGreater(len(seen), 12)
        trace = json.loads(output("explain", *WORKS, "--tasks", "tests/golden/books/works/tasks.csv", *END, "--work",
                                  "--format", "json"))
        for row in trace["rows"]:
            used = {step["method"] for step in row.get("steps", []) + row.get("numbers", [])}
            used |= {step["method"] for step in row.get("earned_value", {}).get("steps", [])}
            used |= {row["standing"]["method"]} if "method" in row.get("standing", {}) else set()
            self.assertLessEqual(used, set(trace["rules"]["methods"]))
            seen |= used
        # Each is named somewhere, but for those of growth and shares that no book of ours takes.
        self.assertLessEqual({"counted@1", "earned_schedule@1", "elapsed_days@1", "evm@1", "last_day@1",
                              "milestone_weights@1", "planned@1", "reported_share@1"}, seen)

    def again(self, text):
        """The options with which the report of this text is made, from what it names."""
        report = json.loads(text)
        options = ["--as-of", report["as_of"], "--base", report["base_rule"].replace("_", "-"),
                   "--rules", self.file(report["rules"])]
        for name in ("known_on", "map", "levels"):
            if report.get(name) is not None:
                options += [f"--{name.replace('_', '-')}", report[name]]
        for name, value in report["printing"].items():
            options += [f"--{name}", str(value)]
        return options

    def test_a_report_is_computed_again_from_what_it_names(self):
        own = self.folder / "own.json"
        own.write_text(json.dumps(OWN), encoding="utf-8")
        for book, options in books.questions():
            for more in ((), ("--rules", own), ("--rules", LEFT_OUT), ("--rules", PERIOD_BEFORE), ("--digits", "4", "--rounding", "ceiling")):
                form = ("--format", "json", "--exact")
                text = output("report", *book, *options, *more, *form)
                self.assertEqual(output("report", *book, *self.again(text), *form), text, (book, options, more))

    def test_a_work_report_is_computed_again_from_what_it_names(self):
        tasks = ("--tasks", "tests/golden/books/works/tasks.csv")
        for more in ((), ("--known-on", "2024-07-01"), ("--rules", self.file(OWN))):
            form = ("--format", "json", "--exact")
            text = output("work", *WORKS, *tasks, *END, *more, *form)
            report = json.loads(text)
            report["base_rule"] = "latest"
            again = self.again(json.dumps(report))
            again[again.index("--base"):again.index("--base") + 2] = []
            self.assertEqual(output("work", *WORKS, *tasks, *again, *form), text)

    def test_every_parameter_is_used(self):
        path = self.file(OWN)
        plain = json.loads(output("report", *BASES, *END, "--format", "json"))
        ruled = json.loads(output("report", *BASES, *END, "--format", "json", "--rules", path))
        self.assertEqual((plain["base_rule"], ruled["base_rule"]), ("latest", "first_published"))
        self.assertEqual(ruled["rules"] | {"methods": None},
                         OWN | {"unreported": "withhold", "compared_with": "year_before", "methods": None})
        self.assertEqual(ruled["printing"], {"rounding": "down"})
        bases = [[row["same_period"] for row in report["rows"]] for report in (plain, ruled)]
        self.assertNotEqual(*bases)
        limits = [{row["limit_months"] for row in json.loads(output("work", *WORKS, *END, "--format", "json", *more))
                   ["rows"] if row["kind"] == "project"} for more in ((), ("--rules", path))]
        self.assertIn("1", limits[1])
        self.assertNotEqual(*limits)
        for book, path, field in ((books.book("roll-ups"), LEFT_OUT, "state"),
                                  (books.book("periods"), PERIOD_BEFORE, "same_period")):
            by_rule = [[row[field] for row in json.loads(output("report", *book, "--as-of", "2025-12-31", "--format",
                                                                 "json", *more))["rows"]]
                       for more in ((), ("--rules", path))]
            self.assertNotEqual(*by_rule)

    def test_what_is_asked_for_goes_before_the_rules(self):
        path = self.file(OWN)
        ruled = json.loads(output("report", *BASES, *END, "--format", "json", "--rules", path,
                                  "--base", "latest", "--rounding", "half_up"))
        plain = json.loads(output("report", *BASES, *END, "--format", "json"))
        self.assertEqual([{**row, "base_rule": None} for row in ruled["rows"]],
                         [{**row, "base_rule": None} for row in plain["rows"]])

    def test_the_rules_are_named_in_every_text(self):
        path = self.file(OWN)
        for command in (["report", *DISTRICT], ["report", *DISTRICT, "--format", "markdown"], ["work", *WORKS],
                        ["explain", *DISTRICT, "--indicator", "output"]):
            self.assertIn("tiendo@1", output(*command, *END))
            self.assertIn("own@3 (tiendo@1)", output(*command, *END, "--rules", path))

    def refused(self, status, part, *arguments):
        done = tiendo(*arguments)
        self.assertEqual((done.returncode, done.stdout), (status, b""), arguments)
        self.assertIn(part, done.stderr.decode("utf-8"))

    def test_unknown_and_faulty_rules_are_refused(self):
        for command in (["report", *DISTRICT, *END, "--rules"], ["work", *DISTRICT, *END, "--rules"],
                        ["explain", *DISTRICT, *END, "--rules"], ["rules"]):
            self.refused(1, "error 595 unknown_rules", *command, "tiendo@2")
            self.refused(3, "no-such-file", *command, "no-such-file")
            path = self.file(OWN | {"based_on": "tiendo@9"})
            self.refused(1, f"{path}:1:", *command, path)
            self.refused(1, "error 595 unknown_rules", *command, path)
            self.refused(1, "error 598 rules_version", *command, self.file(OWN | {"version": 0}))
            self.refused(1, "error 596 unknown_method", *command, self.file(OWN | {"methods": ["ytd@2"]}))
            self.refused(1, "error 597 rules_conflict", *command,
                         self.file({**OWN, "id": "tiendo", "version": 1}))


if __name__ == "__main__":
    unittest.main()
