"""The command `verify`: published figures against the numbers they are published with."""

import csv
import io
import json
import pathlib
import tempfile
import unittest

from tool import ROOT, output, tiendo

EXAMPLE = "docs/examples/published.csv"


class VerifyTest(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)

    def file(self, text):
        path = pathlib.Path(self.folder.name) / "figures.csv"
        path.write_text(text, encoding="utf-8")
        return str(path)

    def test_every_figure_has_its_verdict(self):
        rows = list(csv.DictReader(io.StringIO(output("verify", EXAMPLE, "--format", "csv"))))
        self.assertEqual([(row["id"], row["verdict"]) for row in rows], [
            ("VN-002", "reproduces"), ("VN-014", "possible"), ("VN-018", "impossible"),
            ("VN-019", "impossible"), ("VN-174", "reproduces"), ("VN-204", "possible"),
            ("VN-076", "impossible")])
        by_id = {row["id"]: row for row in rows}
        self.assertEqual(by_id["VN-014"]["roundings"], "down floor")
        self.assertEqual(by_id["VN-018"]["readings"], "points")
        self.assertEqual((by_id["VN-019"]["low_exact"], by_id["VN-019"]["high_exact"]), ("20", "20"))
        self.assertEqual((by_id["VN-076"]["exact"], by_id["VN-076"]["value"][:5]), ("", "13.93"))

    def test_json_says_the_same(self):
        document = json.loads(output("verify", EXAMPLE, "--format", "json"))
        self.assertEqual(document["format"], "tiendo-verification/1")
        self.assertEqual(document["summary"],
                         {"undecided": 0, "reproduces": 2, "possible": 2, "impossible": 3})
        rows = csv.DictReader(io.StringIO(output("verify", EXAMPLE, "--format", "csv")))
        for row, figure in zip(rows, document["figures"], strict=True):
            self.assertEqual((row["line"], row["id"], row["kind"], row["verdict"], row["value"]),
                             (str(figure["line"]), figure["id"], figure["kind"], figure["verdict"],
                              figure["value"]))
            self.assertEqual(row["low_exact"], figure["low"]["exact"] or "")
            self.assertEqual(row["readings"].split(), figure["readings"])

    def test_text_is_in_the_language_asked_for(self):
        self.assertIn("VN-019: 21.3 không thể có từ các số đầu vào\n", output("verify", EXAMPLE))
        english = output("verify", EXAMPLE, "--lang", "en")
        self.assertIn("VN-019: 21.3 is impossible with these inputs\n"
                      "  180 / 150 * 100 - 100 = 20.0000000 (20)\n", english)
        self.assertTrue(english.endswith(
            "\n7 figures: 2 reproduce, 2 possible, 3 impossible, 0 undecided\n"), english[-90:])

    def test_an_impossible_figure_is_an_error_only_where_that_is_asked(self):
        self.assertEqual(tiendo("verify", EXAMPLE).returncode, 0)
        strict = tiendo("verify", EXAMPLE, "--strict", "--format", "csv")
        self.assertEqual(strict.returncode, 1)
        self.assertEqual(strict.stdout, tiendo("verify", EXAMPLE, "--format", "csv").stdout)
        errors = strict.stderr.decode().splitlines()
        self.assertEqual(len(errors), 3)
        self.assertTrue(errors[1].startswith(f"{EXAMPLE}:5:53: error 583 stated_impossible: 21.3 "), errors)
        good = self.file("kind,inputs,stated\nshare,part=1;total=8,12.5\n")
        self.assertEqual(tiendo("verify", good, "--strict").returncode, 0)

    def test_a_faulty_row_is_named_and_the_others_are_checked(self):
        path = self.file("id,kind,inputs,stated\na,shares,part=1;total=8,12.5\nb,share,part=1;total=8,12.5\n")
        done = tiendo("verify", path, "--format", "csv")
        self.assertEqual(done.returncode, 1)
        self.assertTrue(done.stderr.decode().startswith(f"{path}:2:3: error 605 unknown_word: "), done.stderr)
        self.assertEqual([row["id"] for row in csv.DictReader(io.StringIO(done.stdout.decode()))], ["b"])

    def test_a_faulty_header_leaves_nothing_to_print(self):
        done = tiendo("verify", self.file("kind,stated\nshare,1\n"), "--format", "json")
        self.assertEqual((done.returncode, done.stdout), (1, b""))
        self.assertIn(b"error 609 missing_column", done.stderr)
        empty = output("verify", self.file("kind,inputs,stated\n"), "--format", "json")
        self.assertEqual(json.loads(empty)["figures"], [])

    def test_numbers_are_written_as_declared(self):
        path = self.file("kind;inputs;stated\ncompletion;\"actual=10.492,2;plan=hơn 18.964\";55,3\n")
        self.assertIn("10492.2 / over 18964 * 100", output("verify", path, "--numbers", "vi", "--lang", "en"))
        self.assertEqual(tiendo("verify", path).returncode, 1)

    def test_what_is_not_there_is_trouble(self):
        done = tiendo("verify", "no/such.csv")
        self.assertEqual((done.returncode, done.stdout), (3, b""))
        self.assertEqual(tiendo("verify").returncode, 2)
        self.assertEqual(tiendo("verify", EXAMPLE, "--format", "markdown").returncode, 2)
        with open("/dev/full", "wb") as full:
            self.assertEqual(tiendo("verify", EXAMPLE, stdout=full).returncode, 3)

    def test_every_published_case_can_be_verified(self):
        with open(ROOT / "tests/data/published/stated_cases.csv", encoding="utf-8") as file:
            cases = list(csv.DictReader(file))
        path = self.file("".join(f'{line}\n' for line in [
            "id,kind,inputs,stated",
            *(f'{c["id"]},{c["kind"]},{c["inputs"].replace("factor=", "factor=counted ")},{c["stated"]}' for c in cases)]))
        rows = list(csv.DictReader(io.StringIO(output("verify", path, "--format", "csv"))))
        self.assertEqual(len(rows), len(cases))
        for case, row in zip(cases, rows):
            self.assertEqual(row["verdict"] == "reproduces", case["reproduces"] == "true", case["id"])


if __name__ == "__main__":
    unittest.main()
