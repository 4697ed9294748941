"""The figures of the Bỉm Sơn example, by hand: what the report must say whatever else it shows."""

import unittest
from fractions import Fraction

from tool import BIM_SON, DISTRICT, output, rows

HALF = rows(*BIM_SON, "--as-of", "2024-06-30", "--exact")
YEAR = rows(*BIM_SON, "--as-of", "2024-12-31", "--exact")


def of(table, indicator, assigner="bim-son"):
    (row,) = [row for row in table if row["indicator"] == indicator and row["assigner"] == assigner]
    return row


class HalfYearTest(unittest.TestCase):
    def test_gross_output_is_55_point_3_percent_of_plan(self):
        row = of(HALF, "gross-output")
        self.assertEqual((row["actual"], row["target"], row["completion_pct"]), ("10492.2", "18964.0", "55.3"))
        self.assertEqual(row["completion_exact"], "52461/94820")
        self.assertEqual(Fraction(row["completion_exact"]), Fraction("10492.2") / 18964)
        self.assertEqual((row["coverage"], row["state"], row["verdict"]), ("6/6", "value", ""))

    def test_with_two_digits_it_is_55_point_33(self):
        row = of(rows(*BIM_SON, "--as-of", "2024-06-30", "--digits", "2"), "gross-output")
        self.assertEqual(row["completion_pct"], "55.33")

    def test_its_growth_is_not_there_and_says_why(self):
        row = of(HALF, "gross-output")
        self.assertEqual((row["same_period"], row["index_pct"], row["growth_pct"]), ("", "", ""))
        self.assertIn("no_base", row["reason"])

    def test_development_investment_is_39_point_6_percent_of_plan(self):
        row = of(HALF, "development-investment")
        self.assertEqual((row["actual"], row["target"], row["completion_pct"]), ("2100", "5300", "39.6"))
        self.assertEqual(Fraction(row["completion_exact"]), Fraction(2100, 5300))


class YearTest(unittest.TestCase):
    def test_income_per_head_is_missed_by_a_hair(self):
        row = of(YEAR, "income-per-head")
        self.assertEqual((row["actual"], row["target"], row["completion_pct"]), ("74.40", "75.00", "99.2"))
        self.assertEqual((row["verdict"], row["state"]), ("missed", "value"))

    def test_income_per_head_grew_by_5_point_6_percent(self):
        row = of(YEAR, "income-per-head")
        self.assertEqual((row["same_period"], row["growth_pct"]), ("70.44", "5.6"))
        self.assertEqual(Fraction(row["growth_exact"]), Fraction("74.4") / Fraction("70.44") - 1)

    def test_half_a_year_of_gross_output_is_not_the_year(self):
        row = of(YEAR, "gross-output")
        self.assertEqual((row["coverage"], row["verdict"]), ("6/12", ""))
        self.assertIn("partial_coverage: reported to 2024-06-30", row["reason"])

    def test_what_was_not_reported_has_no_data(self):
        for indicator in ("poor-households", "food-safety-wards", "security-standard-areas"):
            row = of(YEAR, indicator)
            self.assertEqual((row["state"], row["verdict"], row["actual"]), ("no_data", "", ""), indicator)

    def test_the_land_is_93_point_860_hectares_for_18_projects_assigners_apart(self):
        targets = {row["assigner"]: (row["target"], row["coverage"])
                   for row in YEAR if row["indicator"] == "land-cleared"}
        self.assertEqual(targets["thanh-hoa"], ("53.026", "0/14"))
        self.assertEqual(targets["bim-son"], ("40.834", "0/4"))
        self.assertEqual(targets[""][0], "93.860")
        self.assertEqual(Fraction(targets[""][0]), Fraction("53.026") + Fraction("40.834"))
        table = output("report", *BIM_SON, "--as-of", "2024-12-31", "--lang", "en")
        self.assertIn("53.026 + 40.834 = 93.860; 14 + 4 = 18 projects", table)


class CheckTest(unittest.TestCase):
    def test_it_says_what_is_declared_and_not_described(self):
        findings = output("check", *BIM_SON)
        self.assertIn("indicators: 24 declared, 7 described", findings)
        self.assertIn("task groups: 9 declared, 8 described", findings)
        self.assertIn("projects: 18 declared, 0 described", findings)

    def test_the_growth_target_and_the_level_target_print_alike_and_are_not_equal(self):
        implied = 100 * (Fraction(18964) - 16873) / 16873
        self.assertLess(implied, Fraction("12.4"))
        (note,) = [line for line in output("check", *BIM_SON).splitlines() if "growth_against_level" in line]
        self.assertIn(f"exactly {implied}", note)
        self.assertIn("which prints 12.4 as the growth target does; the exact value is below 12.4", note)


class DistrictTest(unittest.TestCase):
    """The invented book: every wording of a target and every state, with figures done by hand."""

    EXPECTED = {  # (indicator, project, assigner, unit): actual, completion, verdict, state
        ("output", "", "huyen", "huyen"): ("1012.5", "101.3", "exceeded", "value"),
        ("output-growth", "", "huyen", "huyen"): ("12.5", "100.0", "met", "value"),  # 112.5 / 900
        ("schools", "", "huyen", "huyen"): ("7", "100.0", "met", "value"),           # 5 + 2
        ("poor", "", "huyen", "huyen"): ("3.60", "90.0", "missed", "value"),         # 4.5 - 1 = 3.5
        ("revenue", "", "huyen", "huyen"): ("112.0", "120.0", "missed", "value"),    # 110, but not 130
        ("water", "", "huyen", "huyen"): ("86.7", "", "met", "value"),               # 195 / 225
        ("insured", "", "huyen", "huyen"): ("85.00", "106.3", "exceeded", "value"),  # 85 / 100
        ("accidents", "", "huyen", "huyen"): ("10", "100.0", "missed", "value"),     # not less than 10
        ("fires", "", "huyen", "huyen"): ("5", "100.0", "met", "value"),             # at most 5
        ("trees", "", "huyen", "huyen"): ("100", "100.0", "met", "value"),
        ("trained", "", "huyen", "huyen"): ("68.6", "99.4", "met", "value"),         # 69 by 0.5
        ("land", "", "tinh", "huyen"): ("5.100", "102.0", "exceeded", "value"),      # 3.2 + 1.2 + 0.7
        ("land", "", "huyen", "huyen"): ("2.500", "100.0", "met", "value"),
        ("land", "", "", "huyen"): ("7.600", "101.3", "exceeded", "value"),          # of 7.5
        ("land", "road", "tinh", "huyen"): ("3.200", "106.7", "exceeded", "value"),  # paid, not measured
        ("land", "park", "tinh", "huyen"): ("1.900", "95.0", "missed", "value"),
        ("land", "market", "huyen", "huyen"): ("2.500", "100.0", "met", "value"),    # revision 1
        ("roads", "", "tinh", "huyen"): ("42.0", "105.0", "exceeded", "value"),
        ("roads", "", "huyen", "huyen"): ("42.0", "93.3", "", "value"),           # "over 42" against 45
        ("harvest", "", "huyen", "huyen"): ("215.5", "71.8", "", "undefined"),       # 2 of 3 communes
        ("harvest", "", "huyen", "xa-a"): ("120.0", "120.0", "exceeded", "value"),
        ("pupils", "", "huyen", "huyen"): ("600", "100.0", "met", "value"),          # 200 + 201 + 199
        ("forest", "", "huyen", "huyen"): ("26.0", "104.0", "exceeded", "undefined"),  # of 25 since July
        ("hotels", "", "huyen", "huyen"): ("", "", "", "not_applicable"),
        ("reserves", "", "huyen", "huyen"): ("", "", "", "withheld"),
        ("exports", "", "huyen", "huyen"): ("60.0", "120.0", "exceeded", "value"),   # 30, unchanged
        ("services", "", "", "huyen"): ("41.0", "", "", "value"),
    }

    def test_at_the_end_of_the_year(self):
        table = rows(*DISTRICT, "--as-of", "2024-12-31")
        found = {tuple(row[key] for key in ("indicator", "project", "assigner", "unit")):
                 tuple(row[key] for key in ("actual", "completion_pct", "verdict", "state")) for row in table}
        self.assertEqual(found, self.EXPECTED)
        self.assertEqual(len(table), len(self.EXPECTED))

    def test_on_an_old_day_with_what_was_known_then(self):
        table = rows(*DISTRICT, "--as-of", "2024-06-30", "--known-on", "2024-07-02")
        first = {row["indicator"]: row for row in reversed(table)}
        self.assertEqual(first["output"]["actual"], "480.5")       # the estimate of that day
        self.assertEqual(first["forest"]["target"], "30.0")        # not replaced yet
        self.assertEqual(first["exports"]["state"], "not_due")
        self.assertEqual(first["revenue"]["state"], "no_data")     # recorded three days later
        self.assertEqual({row["verdict"] for row in table}, {""})


if __name__ == "__main__":
    unittest.main()
