"""The command `methods`: the catalogue of methods and thresholds."""

import csv
import io
import json
import unittest

from tool import output, tiendo


class MethodsTest(unittest.TestCase):
    def test_the_catalogue_is_text_in_two_languages(self):
        self.assertIn("Công thức", output("methods"))
        english = output("methods", "--lang", "en")
        self.assertIn("percent_of_targeted_change@1", english)
        self.assertIn("100 (v - b) / (T - b)", english)

    def test_json_and_csv_have_the_same_methods_whatever_the_language(self):
        document = json.loads(output("methods", "--format", "json"))
        self.assertEqual(document, json.loads(output("methods", "--format", "json", "--lang", "en")))
        self.assertEqual(document["format"], "tiendo-methods/1")
        table = list(csv.DictReader(io.StringIO(output("methods", "--format", "csv"))))
        self.assertEqual([row["method"] for row in table],
                         [method["id"] for method in document["methods"]])
        for method in document["methods"]:
            for key in ("version", "needs", "formula", "unit", "source", "vi", "en"):
                self.assertTrue(method[key], (method["id"], key))

    def test_what_was_not_compared_with_its_source_says_so(self):
        document = json.loads(output("methods", "--format", "json"))
        self.assertEqual(
            [table["id"] for table in document["bands"] if table["needs_confirmation"]],
            ["esif_performance", "eurostat_ratio"])

    def test_it_takes_no_file(self):
        self.assertEqual(tiendo("methods", "plan.json").returncode, 2)


if __name__ == "__main__":
    unittest.main()
