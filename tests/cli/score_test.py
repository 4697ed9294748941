"""Scores by criteria: every total computed again from the JSON alone, and files of criteria."""

import csv
import io
import json
import pathlib
import tempfile
import unittest
from fractions import Fraction

from exact import rounded
from tool import ROLL_UPS, ROOT, output, tiendo

END = ("--as-of", "2024-12-31")
COMMUNES = "tests/golden/books/roll-ups/criteria.json"
AGENCIES = "docs/examples/agencies-2026"
QUESTIONS = (
    (*ROLL_UPS, "--criteria", COMMUNES, *END),
    (*ROLL_UPS, "--criteria", COMMUNES, "--as-of", "2024-06-30"),
    (f"{AGENCIES}/plan.json", f"{AGENCIES}/observations.csv", "--criteria", f"{AGENCIES}/criteria.json",
     "--as-of", "2026-03-31", "--period", "2026-Q1"),
)


def number(text):
    return None if text is None else Fraction(text)


def holds(band, value):
    return (("equal" not in band or value == Fraction(band["equal"]))
            and ("at_least" not in band or value >= Fraction(band["at_least"]))
            and ("more_than" not in band or value > Fraction(band["more_than"]))
            and ("at_most" not in band or value <= Fraction(band["at_most"]))
            and ("less_than" not in band or value < Fraction(band["less_than"])))


def on_lines(table, value):
    knots = [(Fraction(knot["value"]), Fraction(knot["score"])) for knot in table["knots"]]
    if table["ends"] == "capped":
        value = min(max(value, knots[0][0]), knots[-1][0])
    for (x, y), (to_x, to_y) in zip(knots, knots[1:]):
        if value <= to_x or (to_x, to_y) == knots[-1]:
            return y + (value - x) / (to_x - x) * (to_y - y)


class Counted:
    """A unit's points, from what the JSON says of it and of the criteria."""

    def __init__(self, scores, unit):
        self.criteria, self.unit = scores["criteria"], unit
        self.tables = {f'{table["id"]}@{table["version"]}': table
                       for kind in ("bands", "scores") for table in self.criteria.get(kind, [])}

    def gained(self, criterion, score):
        if "verdicts" in criterion:
            given = number(criterion["verdicts"].get(score["verdict"] or "none"))
        elif score["value_exact"] is None:
            return None
        else:
            value, table = Fraction(score["value_exact"]), self.tables[criterion["table"]]
            if "knots" in table:
                given = on_lines(table, value)
            else:
                hit = [band for band in table["bands"] if holds(band, value)]
                assert [band["code"] for band in hit] == [score["band"]]
                given = Fraction(hit[0]["score"])
        if given is not None and criterion.get("in") == "percent":
            given = given * Fraction(criterion["points"]) / 100
        return given

    def points(self, criterion, score):
        points = self.gained(criterion, score)
        if points is None:
            return None
        for deduction, seen in zip(criterion.get("deductions", []), score.get("deductions", [])):
            if seen["value_exact"] is None:
                if deduction.get("missing") == "zero":
                    continue
                return None
            each = Fraction(deduction["each"])
            if deduction.get("in") == "percent":
                each = each * Fraction(criterion["points"]) / 100
            points -= each * Fraction(seen["value_exact"])
        floor = criterion.get("floor", "0" if "points" in criterion else None)
        cap = criterion.get("cap", criterion.get("points"))
        if floor is not None:
            points = max(points, Fraction(floor))
        return points if cap is None else min(points, Fraction(cap))

    def total(self):
        parts, worth, whole, top = Fraction(0), Fraction(0), Fraction(0), Fraction(0)
        there = Fraction(0)
        for criterion, score in zip(self.criteria["criteria"], self.unit["criteria"]):
            points = self.points(criterion, score)
            assert points == number(score["points_exact"]), (criterion["id"], points, score)
            if points is None and criterion.get("missing", "refused") == "refused":
                return None
            role = criterion.get("role", "scored")
            if role != "scored":
                top += (points or 0) * (1 if role == "bonus" else -1)
                continue
            most = Fraction(criterion["points"])
            whole += most
            there += 0 if points is None else most
            if points is None and criterion.get("missing") == "excluded":
                continue
            worth += most
            parts += points or 0
        if there < whole * Fraction(self.criteria.get("least_available", "0")):
            return None
        total = parts / worth * whole + top
        return min(total, Fraction(self.criteria["cap"])) if "cap" in self.criteria else total


class ScoreTest(unittest.TestCase):
    def test_every_total_can_be_computed_again_from_the_json(self):
        totals = 0
        for question in QUESTIONS:
            scores = json.loads(output("score", *question, "--format", "json"))
            places = [unit["place"] for unit in scores["units"]]
            exact = [number(unit["total_exact"]) for unit in scores["units"]]
            for unit in scores["units"]:
                with self.subTest(question=question, unit=unit["unit"]):
                    counted = Counted(scores, unit)
                    total = counted.total()
                    self.assertEqual(total, number(unit["total_exact"]))
                    self.assertEqual(total is None, unit["place"] is None)
                    if total is None:
                        continue
                    totals += 1
                    self.assertEqual(unit["place"], 1 + sum(other is not None and other > total for other in exact))
                    classes = counted.tables[scores["criteria"]["classes"]]["bands"]
                    self.assertEqual([band["code"] for band in classes if holds(band, total)], [unit["class"]])
            self.assertEqual(places, sorted(places, key=lambda place: place or 10 ** 9))
            self.check_quotas(scores)
        self.assertGreater(totals, 6)

    def check_quotas(self, scores):
        for quota, count in zip(scores["criteria"]["quotas"], scores["quotas"], strict=True):
            classes = [unit["class"] for unit in scores["units"]]
            others = sum(classes.count(code) for code in quota["of"])
            self.assertEqual((count["in_class"], count["in_others"]), (classes.count(quota["class"]), others))
            self.assertEqual(count["most"], int(others * Fraction(quota["percent"]) / 100))
            self.assertEqual(count["kept"], count["in_class"] <= count["most"])

    def test_csv_says_the_same(self):
        for question in QUESTIONS:
            scores = json.loads(output("score", *question, "--format", "json"))
            table = list(csv.DictReader(io.StringIO(
                output("score", *question, "--format", "csv", "--exact", "--digits", "3"))))
            units = {unit["unit"]: unit for unit in scores["units"]}
            for row in table:
                unit = units[row["unit"]]
                if not row["criterion"]:
                    self.assertEqual(row["points_exact"] or None, unit["total_exact"])
                    self.assertEqual(row["class"] or None, unit["class"])
                    continue
                score = next(one for one in unit["criteria"] if one["id"] == row["criterion"])
                self.assertEqual(row["points_exact"] or None, score["points_exact"])
                if row["points"]:
                    self.assertEqual(row["points"], str(rounded(Fraction(row["points_exact"]), 3, "half_up")))
            self.assertEqual(len(table), len(units) * (1 + len(scores["criteria"]["criteria"])))

    def test_the_form_of_a_file_is_canonical_and_in_every_output(self):
        for path in (COMMUNES, f"{AGENCIES}/criteria.json"):
            text = (ROOT / path).read_text(encoding="utf-8")
            self.assertEqual(output("criteria", path), text)
            self.assertEqual(output("criteria", path, "--check"), "")
        scores = json.loads(output("score", *QUESTIONS[0], "--format", "json"))
        self.assertEqual(scores["criteria"], json.loads((ROOT / COMMUNES).read_text(encoding="utf-8")))

    def test_a_file_that_is_not_in_that_form_is_told(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "criteria.json"
            path.write_text((ROOT / COMMUNES).read_text(encoding="utf-8").replace('"60"', "60"), encoding="utf-8")
            done = tiendo("criteria", path, "--check")
            self.assertEqual(done.returncode, 1)
            self.assertIn(b"not in the canonical form", done.stderr)
            self.assertEqual(output("criteria", path), (ROOT / COMMUNES).read_text(encoding="utf-8"))

    def test_criteria_of_another_plan_are_refused_at_their_place(self):
        done = tiendo("score", *ROLL_UPS, "--criteria", f"{AGENCIES}/criteria.json", *END)
        self.assertEqual(done.returncode, 1)
        self.assertEqual(done.stdout, b"")
        self.assertIn(b"criteria.json:", done.stderr)
        self.assertIn(b"error 303 unknown_indicator", done.stderr)

    def test_usage(self):
        self.assertEqual(tiendo("score", *ROLL_UPS, *END).returncode, 2)
        self.assertEqual(tiendo("criteria").returncode, 2)
        self.assertEqual(tiendo("score", *ROLL_UPS, "--criteria", "gone.json", *END).returncode, 3)


if __name__ == "__main__":
    unittest.main()
