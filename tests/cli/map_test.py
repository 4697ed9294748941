"""--map: the totals of a town on the old map and of its heirs on the new one are the same."""

import csv
import io
import unittest
from decimal import Decimal

from tool import BIM_SON_MAP, UNITS, output, rows, tiendo

HALF = ("--as-of", "2024-06-30", "--digits", "20")
OLD, NEW = "2025-06-30", "2025-07-01"


def figures(day, indicator, column):
    """By unit and assigner."""
    found = rows(*BIM_SON_MAP, *HALF, "--map", day)
    return {(row["unit"], row["assigner"]): Decimal(row[column]) for row in found
            if row["indicator"] == indicator and row[column]}


class MapTest(unittest.TestCase):
    def test_the_heirs_have_together_what_the_town_has(self):
        for indicator, column in (("gross-output", "actual"), ("gross-output", "target"),
                                  ("budget-revenue", "actual"), ("land-cleared", "target")):
            with self.subTest(indicator=indicator, column=column):
                old, new = figures(OLD, indicator, column), figures(NEW, indicator, column)
                self.assertEqual({unit for unit, _ in old}, {"bim-son"})
                self.assertEqual({unit for unit, _ in new}, {"quang-trung-ward", "bim-son-ward"})
                self.assertEqual(sum(old.values()), sum(new.values()))

    def test_wards_that_reported_count_and_the_town_is_divided_only_where_none_did(self):
        self.assertEqual(figures(NEW, "gross-output", "actual")["quang-trung-ward", "quang-trung-ward"],
                         Decimal("4400.2"))
        self.assertEqual(figures(NEW, "budget-revenue", "actual")["quang-trung-ward", ""], Decimal("70.1282"))
        self.assertEqual(figures(NEW, "gross-output", "target")["quang-trung-ward", "quang-trung-ward"],
                         Decimal("3792.8"))

    def test_what_does_not_add_up_is_said(self):
        found = rows(*BIM_SON_MAP, "--as-of", "2024-12-31", "--map", NEW)
        reasons = {row["reason"].split("; ")[0] for row in found if row["indicator"] == "income-per-head"}
        self.assertEqual(reasons, {"not_additive"})

    def test_the_check_names_what_does_not_come_through(self):
        self.assertNotIn("split_without_shares", output("check", *UNITS))
        self.assertEqual(output("check", *UNITS, "--map", NEW).count("warning 553 split_without_shares"), 2)

    def test_work_goes_with_units_that_became_another(self):
        options = (*UNITS, "--as-of", "2025-12-31", "--map", NEW, "--format", "csv")
        found = [(row["project"], row["unit"], row["reached"], row["planned"])
                 for row in csv.DictReader(io.StringIO(output("work", *options))) if row["kind"] == "quantity"]
        self.assertEqual(found, [("east-road", "e12", "4.7", "5.0"), ("south-road", "e3", "4.1", "4.0")])
        stays = output("check", *UNITS, "--map", NEW).count("warning 558 work_stays")
        self.assertEqual(stays, 3)  # lead and target of a road, lead of a task

    def test_a_day_that_is_none_is_wrong_usage(self):
        done = tiendo("report", *UNITS, "--as-of", "2025-12-31", "--map", "2025-02-30")
        self.assertEqual((done.returncode, done.stdout), (2, b""))
        self.assertIn(b"--map \"2025-02-30\"", done.stderr)


if __name__ == "__main__":
    unittest.main()
