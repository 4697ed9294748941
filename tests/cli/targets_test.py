"""The command `targets`: which targets are in force on a day, and how bodies count them."""

import csv
import io
import json
import unittest

from tool import LAYERS, output, rows, tiendo

PLAN, OBSERVATIONS = LAYERS


def listed(day, *options):
    text = output("targets", PLAN, "--on", day, "--format", "csv", *options)
    return list(csv.DictReader(io.StringIO(text)))


def of(table, assigner):
    return [row for row in table if row["assigner"] == assigner]


class TargetsTest(unittest.TestCase):
    def test_the_council_has_24_targets_in_january_and_25_in_december(self):
        self.assertEqual(len(of(listed("2024-01-31"), "hdnd")), 24)
        self.assertEqual(len(of(listed("2024-12-31"), "hdnd")), 25)

    def test_the_province_has_12_all_the_year(self):
        for day in ("2024-01-31", "2024-12-31"):
            self.assertEqual(len(of(listed(day), "tinh")), 12)

    def test_one_assigners_list_is_the_part_of_the_list_that_is_its_own(self):
        for assigner in ("tinh", "hdnd", "thi-xa"):
            self.assertEqual(listed("2024-12-31", "--assigner", assigner), of(listed("2024-12-31"), assigner))

    def test_a_revised_target_has_the_new_number_from_its_day_on(self):
        for day, number, layer in (("2024-07-09", "40", "assigned"), ("2024-07-10", "35", "revised")):
            (row,) = [row for row in of(listed(day), "hdnd") if row["indicator"] == "exports"]
            self.assertEqual((row["target"], row["layer"]), (number, layer))

    def test_before_the_first_decision_only_what_is_not_dated_is_in_force(self):
        self.assertEqual({row["assigner"] for row in listed("2023-12-19")}, {"tinh"})

    def test_who_works_on_a_target_and_in_which_group_is_listed(self):
        document = json.loads(output("targets", PLAN, "--on", "2024-12-31", "--format", "json"))
        self.assertEqual((document["format"], document["on"]), ("tiendo-targets/1", "2024-12-31"))
        (row,) = [row for row in document["targets"] if row["indicator"] == "revenue" and row["lead"]]
        self.assertEqual((row["lead"], row["with"]), ("tai-chinh", ["thue", "phuong"]))
        self.assertEqual((row["task_groups"], row["number"], row["date"]), (["nhom-2"], "52/NQ-HĐND", "2023-12-20"))
        (row,) = [row for row in document["targets"] if row["indicator"] == "output" and row["assigner"] == "tinh"]
        self.assertEqual((row["lead"], row["with"], row["task_groups"]), (None, [], ["nhom-1"]))

    def test_the_list_and_the_report_are_of_the_same_targets(self):
        for day in ("2024-01-31", "2024-07-10", "2024-12-31"):
            report = rows(PLAN, OBSERVATIONS, "--as-of", day)
            key = lambda row: (row["indicator"], row["assigner"], row["condition"])
            self.assertEqual(sorted(key(row) for row in report if row["assigner"]),
                             sorted(key(row) for row in listed(day)))

    def test_met_or_better_are_11_of_12_and_21_of_25(self):
        report = rows(PLAN, OBSERVATIONS, "--as-of", "2024-12-31")
        for assigner, good, all_of_them in (("tinh", 11, 12), ("hdnd", 21, 25)):
            verdicts = [row["verdict"] for row in report if row["assigner"] == assigner]
            self.assertEqual((sum(v in ("met", "exceeded") for v in verdicts), len(verdicts)), (good, all_of_them))

    def test_a_unit_that_is_not_there_is_told_the_nearest(self):
        done = tiendo("targets", PLAN, "--on", "2024-12-31", "--assigner", "hdnb")
        self.assertEqual((done.returncode, done.stdout), (2, b""))
        self.assertIn(b'the nearest known one is "hdnd"', done.stderr)

    def test_the_day_is_needed_and_is_a_day(self):
        self.assertEqual(tiendo("targets", PLAN).returncode, 2)
        self.assertEqual(tiendo("targets", PLAN, "--on", "2024-02-30").returncode, 2)


if __name__ == "__main__":
    unittest.main()
