"""The tool as scripts see it: exit statuses, messages, options, formats."""

import csv
import io
import json
import pathlib
import random
import re
import sys
import tempfile
import unittest

from tool import BIM_SON, CHECKS, DISTRICT, ROOT, output, rows, tiendo

sys.path.insert(0, str(ROOT / "tests" / "golden"))

from cases import case  # noqa: E402

END = ("--as-of", "2024-12-31")


class Temporary(unittest.TestCase):
    """Tests that write files."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def file(self, name, content):
        path = self.folder / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return path


class StatusTest(Temporary):
    def refused(self, status, part, *arguments):
        """The command ends with this status, prints nothing and says this much."""
        done = tiendo(*arguments)
        self.assertEqual((done.returncode, done.stdout), (status, b""), arguments)
        self.assertIn(part, done.stderr.decode("utf-8"))
        return done.stderr.decode("utf-8")

    def test_0_when_all_is_well(self):
        for arguments in (["report", *BIM_SON, *END], ["check", *BIM_SON], ["check", BIM_SON[0]],
                          ["explain", *BIM_SON, *END, "--indicator", "gross-output"]):
            self.assertNotEqual(output(*arguments), "")

    def test_0_for_help_and_version_of_every_command(self):
        for command in ([], ["report"], ["check"], ["explain"], ["work"], ["format"]):
            self.assertIn("--help", output(*command, "--help"))
            self.assertRegex(output(*command, "--version"), r"^tiendo \d+\.\d+\.\d+\n$")

    def case(self, name):
        """The file of a case of tests/golden/errors that has one part."""
        return self.file(name, case(name).parts[0][1])

    def test_1_for_faulty_input_with_place_code_and_sentence(self):
        plan = "tests/golden/errors/base.plan.json"
        table, json_text = self.case("observations_number_comma"), self.case("truncated_json")
        for faulty, start in (
                ([plan, table], f"{table}:3:21: error 100 number_syntax: "),
                ([json_text, BIM_SON[1]], f"{json_text}:20:15: error 601 json_syntax: ")):
            for command in (["report", *END], ["check"], ["explain", *END, "--indicator", "output"]):
                text = self.refused(1, start, command[0], *faulty, *command[1:])
                self.assertEqual(text.count("\n"), 1, text)
                self.assertTrue(text.startswith(start), text)

    def test_1_names_the_faults_of_every_file_of_observations(self):
        plan = "tests/golden/errors/base.plan.json"
        files = [str(self.case(f"observations_{name}")) for name in ("no_value", "unknown_unit")]
        text = self.refused(1, "error", "report", plan, *files, *END)
        self.assertEqual([line.split(":")[0] for line in text.splitlines()], files)

    def test_1_names_the_faults_of_reports_of_work(self):
        plan = "tests/golden/errors/base.plan.json"
        reports = str(self.case("observations_no_value"))
        tasks = [str(self.case(f"tasks_{name}")) for name in ("disagree", "unknown_task")]
        options = [word for file in tasks for word in ("--tasks", file)]
        text = self.refused(1, "error", "check", plan, *options)
        self.assertEqual([line.split(":")[0] for line in text.splitlines()], tasks)
        text = self.refused(1, reports, "work", plan, reports, *options, *END)
        self.assertEqual(text.count("\n"), 1, text)

    def test_2_for_wrong_usage(self):
        for arguments, part in (
                ([], "subcommand"),
                (["rapport"], "subcommand"),
                (["report"], "PLAN"),
                (["report", *BIM_SON], "--as-of"),
                (["report", *BIM_SON, *END, "--colour"], "--colour"),
                (["report", *BIM_SON, "--as-of", "2024-02-30"], "2024-02-30"),
                (["report", *BIM_SON, "--as-of", "30/06/2024"], "not a date of the form"),
                (["report", *BIM_SON, *END, "--known-on", "yesterday"], "--known-on"),
                (["report", *BIM_SON, *END, "--format", "xlsx"], "xlsx"),
                (["report", *BIM_SON, *END, "--lang", "fr"], "fr"),
                (["report", *BIM_SON, *END, "--digits", "101"], "101"),
                (["report", *BIM_SON, *END, "--digits", "-1"], "--digits"),
                (["report", *BIM_SON, *END, "--rounding", "nearest"], "nearest"),
                (["report", *BIM_SON, *END, "--numbers", "us"], "us"),
                (["work", *BIM_SON], "--as-of"),
                (["work", BIM_SON[0], *END], "OBSERVATIONS"),
                (["explain", *BIM_SON, *END, "--format", "csv"], "--format"),
                (["explain", *BIM_SON, *END, "--indicator", "gros-output"],
                 'no indicator "gros-output"; the nearest known one is "gross-output"'),
                (["explain", *BIM_SON, *END, "--indicator", "cement", "--unit", "bimson"],
                 'no unit "bimson"; the nearest known one is "bim-son"'),
                (["explain", *BIM_SON, *END, "--indicator", "cement", "--project", "x"], 'no project "x"'),
                (["explain", *BIM_SON, *END, "--indicator", "cement", "--assigner", "thanh-hoa"],
                 "the report has no such row")):
            self.refused(2, part, *arguments)

    def test_3_for_files_that_cannot_be_read(self):
        for arguments in (["report", "missing.json", BIM_SON[1], *END],
                          ["report", BIM_SON[0], "missing.csv", *END],
                          ["check", "missing.json"], ["check", "tests"]):
            text = self.refused(3, ": ", *arguments)
            self.assertRegex(text, "No such file or directory|Is a directory")

    def test_3_when_the_output_cannot_be_written(self):
        for arguments in (["report", *BIM_SON, *END], ["check", *BIM_SON], ["--help"], ["--version"],
                          ["explain", *BIM_SON, *END, "--indicator", "gross-output"]):
            with open("/dev/full", "wb") as full:
                self.assertEqual(tiendo(*arguments, stdout=full).returncode, 3, arguments)

    def test_check_prints_lesser_findings_and_says_when_there_are_none(self):
        lines = output("check", *BIM_SON).splitlines()
        self.assertTrue(all(" warning " in line or " note " in line for line in lines), lines)
        self.assertEqual(output("check", "tests/golden/errors/base.plan.json"), "no findings\n")

    def test_check_names_a_report_by_its_file_and_its_number_there(self):
        plan, table = CHECKS
        header, *lines = (ROOT / table).read_text(encoding="utf-8").splitlines()
        found = [line for line in output("check", plan, table).splitlines() if line.startswith(f"{table}: observation ")]
        self.assertIn(f"{table}: observation 17: warning 530 ", "\n".join(found))
        one, two, three = (str(self.file(f"{name}.csv", "\n".join([header, *part, ""])))
                           for name, part in (("one", lines[:16]), ("none", []), ("two", lines[16:])))
        split = output("check", plan, one, two, three)
        self.assertRegex(split, rf"(?m)^{re.escape(three)}: observation 1: warning 530 .*\({re.escape(one)}: observation 16\)$")
        self.assertEqual(len([line for line in split.splitlines() if ": observation " in line]), len(found))

    def test_junk_of_ten_megabytes_is_refused_at_once(self):
        for name, content in {"brackets": b"[" * 10_000_000, "zeros": b"\0" * 10_000_000,
                              "digits": b"1" * 10_000_000, "quote": b'"' + b"x" * 10_000_000,
                              "bytes": random.Random(1).randbytes(10_000_000),
                              "commas": b"a,b\n" + b"," * 10_000_000}.items():
            junk = self.file(name, content)
            for arguments in (["report", junk, BIM_SON[1], *END], ["report", BIM_SON[0], junk, *END]):
                done = tiendo(*arguments)
                self.assertEqual((done.returncode, done.stdout), (1, b""), name)
                self.assertLess(len(done.stderr), 100_000, name)

    def test_no_prefix_of_the_plan_is_a_plan(self):
        text = (ROOT / "tests/golden/errors/base.plan.json").read_bytes().rstrip()
        for length in range(0, len(text), 61):
            done = tiendo("check", self.file("plan.json", text[:length]))
            self.assertEqual((done.returncode, done.stdout), (1, b""), length)
            self.assertEqual(done.stderr.count(b"\n"), 1, length)


class OptionsTest(Temporary):
    def test_digits_and_rounding_hold_for_all_figures(self):
        def income(*options):
            (row,) = [row for row in rows(*BIM_SON, *END, *options) if row["indicator"] == "income-per-head"]
            return row["actual"], row["growth_pct"]
        self.assertEqual(income(), ("74.40", "5.6"))  # exactly 3300/587 = 5.6218...
        self.assertEqual(income("--digits", "0"), ("74", "6"))
        self.assertEqual(income("--digits", "4"), ("74.4000", "5.6218"))
        self.assertEqual(income("--rounding", "ceiling"), ("74.40", "5.7"))
        self.assertEqual(income("--rounding", "down", "--digits", "0"), ("74", "5"))

    def test_targets_are_counted_by_what_is_asked_and_not_in_csv(self):
        text = output("report", *BIM_SON, *END, "--by", "field", "--by", "lead", "--lang", "en")
        self.assertLess(text.index("Summary by assigner"), text.index("By field"))
        self.assertLess(text.index("By field"), text.index("By lead unit"))
        for wrong in (["--by", "field", "--format", "csv"], ["--by", "assigner"]):
            done = tiendo("report", *BIM_SON, *END, *wrong)
            self.assertEqual((done.returncode, done.stdout), (2, b""), wrong)

    def test_exact_adds_columns_and_changes_none(self):
        plain = rows(*DISTRICT, *END)
        exact = rows(*DISTRICT, *END, "--exact")
        self.assertEqual([{key: row[key] for key in plain[0]} for row in exact], plain)
        self.assertIn("completion_exact", exact[0])

    def test_json_has_the_fields_of_the_csv(self):
        for book in (BIM_SON, DISTRICT):
            table = rows(*book, *END, "--exact")
            report = json.loads(output("report", *book, *END, "--format", "json", "--exact"))
            self.assertEqual(report["format"], "tiendo-report/1")
            self.assertEqual(len(report["rows"]), len(table))
            for from_json, from_csv in zip(report["rows"], table):
                for name, value in from_csv.items():
                    self.assertEqual(from_json[name], value or None, name)

    def test_the_columns_are_those_that_were_promised(self):
        header = output("report", *BIM_SON, *END, "--format", "csv").splitlines()[0]
        self.assertEqual(header, "indicator,unit,project,assigner,condition,target,actual,coverage,completion_pct,"
                                 "excess_pct,remaining,same_period,index_pct,growth_pct,expected,deviation,verdict,"
                                 "schedule,state,reason")

    def test_vietnamese_numbers_in_a_file_of_a_spreadsheet_give_the_same_report(self):
        with open(ROOT / DISTRICT[1], encoding="utf-8", newline="") as file:
            table = list(csv.reader(file))
        numbers = {table[0].index(name) for name in ("value", "numerator", "denominator")}
        for row in table[1:]:
            for at in numbers:
                row[at] = row[at].replace(".", ",")
        text = io.StringIO()
        csv.writer(text, delimiter=";", lineterminator="\r\n").writerows(table)
        saved = self.file("vi.csv", b"\xef\xbb\xbf" + text.getvalue().encode("utf-8"))
        arguments = (*END, "--format", "csv", "--exact")
        self.assertEqual(output("report", DISTRICT[0], saved, "--numbers", "vi", *arguments),
                         output("report", *DISTRICT, *arguments))

    def test_the_order_of_rows_and_files_means_nothing(self):
        header, *lines = (ROOT / DISTRICT[1]).read_text(encoding="utf-8").splitlines()
        arguments = (*END, "--format", "csv", "--exact")
        expected = output("report", *DISTRICT, *arguments)
        order = random.Random(7)
        for _ in range(5):
            order.shuffle(lines)
            half = len(lines) // 2
            files = [self.file(f"{part}.csv", "\n".join([header, *some]) + "\n")
                     for part, some in enumerate((lines[:half], lines[half:]))]
            self.assertEqual(output("report", DISTRICT[0], *files, *arguments), expected)

    def test_the_locale_of_the_process_means_nothing(self):
        for arguments in (["report", *BIM_SON, *END, "--exact"], ["report", *DISTRICT, *END, "--format", "json"],
                          ["explain", *BIM_SON, *END, "--indicator", "income-per-head"]):
            expected = output(*arguments, environment={"LC_ALL": "C"})
            for name in ("C.UTF-8", "vi_VN.UTF-8", "de_DE.UTF-8", "no_SUCH"):
                self.assertEqual(output(*arguments, environment={"LC_ALL": name, "LANG": name}), expected, name)

    def test_later_knowledge_does_not_change_an_old_report(self):
        old = output("report", *DISTRICT, *END, "--known-on", "2024-10-31", "--format", "csv")
        text = (ROOT / DISTRICT[1]).read_text(encoding="utf-8")
        longer = self.file("longer.csv", text + "output,,,,2024-H1,,9999,,,official,,2024-11-01,,,\n")
        new = output("report", DISTRICT[0], longer, *END, "--known-on", "2024-10-31", "--format", "csv")
        self.assertEqual(new, old)
        self.assertNotEqual(output("report", DISTRICT[0], longer, *END, "--format", "csv"),
                            output("report", *DISTRICT, *END, "--format", "csv"))

    def test_numbers_of_the_plan_may_be_strings_or_numbers(self):
        plan = json.loads((ROOT / DISTRICT[0]).read_text(encoding="utf-8"))
        text = json.dumps(plan, ensure_ascii=False)
        bare = self.file("plan.json", text.replace('"at_least": "1000"', '"at_least": 1000.0'))
        self.assertNotEqual(bare.read_text(encoding="utf-8"), text)
        arguments = (DISTRICT[1], *END, "--format", "csv", "--exact")
        self.assertEqual(output("report", bare, *arguments), output("report", DISTRICT[0], *arguments))


if __name__ == "__main__":
    unittest.main()
