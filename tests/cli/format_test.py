"""`tiendo format`: one text for one plan, which says all that the plan says."""

import json
import pathlib
import tempfile
import unittest

from tool import BIM_SON, DISTRICT, ROOT, output, tiendo

END = ("--as-of", "2024-12-31")


class FormatTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def file(self, text, name="plan.json"):
        path = self.folder / name
        path.write_bytes(text.encode("utf-8"))
        return path

    def refused(self, status, part, *arguments):
        done = tiendo("format", *arguments)
        self.assertEqual((done.returncode, done.stdout), (status, b""), arguments)
        self.assertIn(part, done.stderr.decode("utf-8"))

    def test_what_it_prints_is_canonical_and_reports_the_same(self):
        for plan, observations in (BIM_SON, DISTRICT):
            text = output("format", plan)
            again = self.file(text)
            self.assertEqual(output("format", again), text)
            self.assertEqual(output("format", again, "--check"), "")
            for arguments in (["--format", "csv", "--exact"], ["--format", "json"]):
                self.assertEqual(output("report", again, observations, *END, *arguments),
                                 output("report", plan, observations, *END, *arguments))

    def test_observations_have_a_canonical_form_too(self):
        for plan, observations in (BIM_SON, DISTRICT):
            table = output("format", plan, "--observations", observations)
            self.assertTrue(table.startswith("indicator,unit,"), table[:80])
            again = self.file(table, "again.csv")
            self.assertEqual(output("format", plan, "--observations", again, "--check"), "")
            self.assertEqual(output("format", plan, "--observations", again), table)
            arguments = (*END, "--format", "csv", "--exact")
            self.assertEqual(output("report", plan, again, *arguments), output("report", plan, observations, *arguments))

    def test_several_tables_are_written_as_one_and_one_is_checked(self):
        plan, observations = DISTRICT
        header, *lines = (ROOT / observations).read_text(encoding="utf-8").splitlines()
        one, two = (self.file("\n".join([header, *part, ""]), name)
                    for name, part in (("one.csv", lines[:9]), ("two.csv", lines[9:])))
        self.assertEqual(output("format", plan, "--observations", one, "--observations", two),
                         output("format", plan, "--observations", observations))
        self.refused(2, "one table", plan, "--observations", one, "--observations", two, "--check")
        self.refused(1, f"{one} is not in the canonical form from line 1 on", plan, "--observations", one, "--check")
        self.refused(3, "none.csv", plan, "--observations", self.folder / "none.csv")

    def test_every_name_note_and_number_of_the_file_is_kept(self):
        def texts(node):
            if isinstance(node, dict):
                return [text for value in node.values() for text in texts(value)]
            if isinstance(node, list):
                return [text for value in node for text in texts(value)]
            return [node]
        left_out = {"more", "1", 1, "assigned", "bim-son", 0, 2, 3}  # what is the same unsaid
        for plan in (BIM_SON[0], DISTRICT[0]):
            before = texts(json.loads((ROOT / plan).read_text(encoding="utf-8")))
            after = texts(json.loads(output("format", plan)))
            self.assertLessEqual(set(before) - left_out, set(after))

    def test_the_layout_and_the_order_of_keys_and_the_way_of_writing_numbers_mean_nothing(self):
        plan = json.loads((ROOT / DISTRICT[0]).read_text(encoding="utf-8"))
        text = output("format", DISTRICT[0])
        for changed in (json.dumps(plan), json.dumps(plan, indent=8, sort_keys=True),
                        "\ufeff" + text, text.replace("\n", "\r\n"),
                        text.replace('"at_least": "1000"', '"at_least": 1000')):
            self.assertEqual(output("format", self.file(changed)), text)
            self.refused(1, "is not in the canonical form from line ", self.folder / "plan.json",
                         "--check")

    def test_check_says_where_the_file_differs(self):
        text = output("format", DISTRICT[0])
        lines = text.splitlines(keepends=True)
        longer = self.file("".join(lines[:9] + ["\n"] + lines[9:]))
        self.refused(1, "plan.json is not in the canonical form from line 10 on", longer, "--check")
        self.refused(1, f"from line {len(lines)} on", self.file(text.rstrip("\n")), "--check")
        self.refused(1, f"from line {len(lines) + 1} on", self.file(text + "\n"), "--check")

    def test_findings_usage_and_files_have_their_exit_status(self):
        faulty = self.file('{"format": 1}')
        for flags in ([], ["--check"]):
            self.refused(1, f"{faulty}:", faulty, *flags)
            self.refused(3, "No such file", "missing.json", *flags)
        self.refused(2, "PLAN")
        self.refused(2, "observations.csv", *BIM_SON)
        with open("/dev/full", "wb") as full:
            self.assertEqual(tiendo("format", BIM_SON[0], stdout=full).returncode, 3)


if __name__ == "__main__":
    unittest.main()
