"""Rankings, contributions, scores and methods from Python: what the tool says."""

import datetime
import json
import pathlib
import unittest
from decimal import Decimal
from fractions import Fraction

import tiendo

ROOT = pathlib.Path(__file__).resolve().parents[2]
BOOK = ROOT / "tests/golden/books/roll-ups"
REPORTS = ROOT / "tests/golden/reports"
END = datetime.date(2024, 12, 31)


def golden(name):
    return (REPORTS / name).read_text(encoding="utf-8")


class RollUpsTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.book = tiendo.load(BOOK / "plan.json", BOOK / "observations.csv")
        cls.criteria = (BOOK / "criteria.json").read_text(encoding="utf-8")

    def test_a_ranking_is_that_of_the_tool(self):
        ranking = self.book.rank("paid", END, over=80)
        self.assertEqual(ranking.data, json.loads(golden("roll-ups-rank-paid.json")))
        self.assertEqual([unit["place"] for unit in ranking.data["units"]], ["1", "1", "3", None])
        growth = self.book.rank("paid", END, figure="growth", unit="huyen", period=tiendo.Period.parse("2024"))
        self.assertEqual(growth.write(lang="en"), golden("roll-ups-rank-growth.en.txt"))
        self.assertEqual(self.book.rank("paid", END, over=Decimal("60")).write(), golden("roll-ups-rank-paid.vi.txt"))

    def test_contributions_are_those_of_the_tool(self):
        self.assertEqual(self.book.contributions("sectors", END, whole="output").write(), golden("roll-ups-sectors.vi.txt"))
        parts = self.book.contributions("sectors", END, shares="largest_remainder")
        self.assertEqual(parts.write(lang="en", digits=0), golden("roll-ups-sectors-largest.en.txt"))
        self.assertEqual(parts.data["indicator"], "sectors")

    def test_scores_are_those_of_the_tool(self):
        scores = self.book.score(self.criteria, END)
        self.assertEqual(scores.write("json"), golden("roll-ups-score.json"))
        self.assertEqual(scores.write(), golden("roll-ups-score.vi.txt"))
        totals = {unit["unit"]: unit["total_exact"] for unit in scores.data["units"]}
        self.assertEqual(Fraction(totals["xa-1"]), 90)
        self.assertIsNone(totals["xa-4"])
        self.assertEqual(tiendo.write_criteria(self.criteria), self.criteria)

    def test_figures_from_elsewhere_score_as_those_of_a_book(self):
        def given(one):
            deductions = [each["value_exact"] for each in one.get("deductions", [])]
            return {"value": one["value_exact"] or one.get("verdict"), "deductions": deductions}

        def kept(unit):
            parts = [(one["id"], one["points_exact"], one["band"], one["weight"]) for one in unit["criteria"]]
            return [unit[key] for key in ("unit", "place", "total_exact", "class", "scored", "available")] + parts

        of_book = self.book.score(self.criteria, END).data
        figures = {unit["unit"]: {one["id"]: given(one) for one in unit["criteria"]} for unit in of_book["units"]}
        scores = tiendo.score_figures(self.criteria, figures)
        self.assertEqual([kept(unit) for unit in scores["units"]], [kept(unit) for unit in of_book["units"]])
        self.assertEqual(scores["quotas"], of_book["quotas"])
        self.assertEqual(scores["criteria"], of_book["criteria"])
        self.assertIsNone(scores["plan"])
        self.assertEqual(tiendo.score_figures(self.criteria, {})["units"], [])
        first = of_book["units"][0]["criteria"][0]["id"]
        exact = tiendo.score_figures(self.criteria, {"a": {first: Fraction(200, 3)}})
        self.assertEqual(exact["units"][0]["criteria"][0]["value_exact"], "200/3")
        with self.assertRaises(tiendo.Error) as caught:
            tiendo.score_figures(self.criteria, {"a": {"nothing": 1}})
        self.assertEqual(caught.exception.code, "unknown_key")
        with self.assertRaises(TypeError):
            tiendo.score_figures(self.criteria, {"a": {first: 0.5}})

    def test_what_is_reported_later_counts_when_it_is_asked(self):
        with tiendo.load(BOOK / "plan.json", BOOK / "observations.csv") as book:
            ranking = book.rank("paid", END)
            self.assertEqual(ranking.data["ranked"], "3")
            book.append("paid", "2024-H2", "9", unit="xa-4")
            self.assertEqual(ranking.data["ranked"], "4")

    def test_methods_are_listed_with_their_sources(self):
        methods = tiendo.methods()
        by_id = {method["id"]: method for method in methods["methods"]}
        self.assertEqual(by_id["weighted_mean"]["version"], "1")
        self.assertTrue(all(method["source"] for method in by_id.values()))
        self.assertTrue(any(table["needs_confirmation"] for table in methods["bands"]))

    def test_what_is_refused_has_its_code(self):
        for asked, code in ((lambda: self.book.rank("payd", END).data, "unknown_indicator"),
                            (lambda: self.book.rank("paid", END, unit="tin").data, "unknown_unit"),
                            (lambda: self.book.rank("paid", END, over="6,5").data, "number_syntax"),
                            (lambda: self.book.contributions("paid", END, whole="no").data, "unknown_indicator"),
                            (lambda: self.book.score("{}", END).data, "missing_key"),
                            (lambda: tiendo.write_criteria("["), "json_syntax")):
            with self.subTest(code=code), self.assertRaises(tiendo.Error) as caught:
                asked()
            self.assertEqual(caught.exception.code, code)
        with self.assertRaises(ValueError):
            self.book.rank("paid", END, figure="target")
        with self.assertRaises(ValueError):
            self.book.contributions("paid", END, shares="all")

    def test_all_findings_of_criteria_are_told(self):
        with self.assertRaises(tiendo.Error) as caught:
            self.book.score(self.criteria.replace('"paid"', '"payd"'), END).write()
        self.assertGreater(len(caught.exception.findings), 1)


if __name__ == "__main__":
    unittest.main()
