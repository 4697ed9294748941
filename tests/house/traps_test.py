"""Each trap of judging progress, and each kind of published figure, has its test.

tests/data/traps.csv lists the traps T1 to T20 that officials and programs have fallen into, each with the test that looks
at it; tests/data/kinds.csv the kinds of figures that Vietnamese bodies publish. A test that is renamed is named anew there.
"""

import csv
import re
import unittest

from house import ROOT, expect_none, planted

TRAPS = "tests/data/traps.csv"
KINDS = "tests/data/kinds.csv"
NUMBERED = [f"T{number}" for number in range(1, 21)]
PUBLISHED = """
absolute_change aggregate_completion average_annual_growth balance base_consistency contribution_sum count_indicators
density disbursement_rate gpmb_plan_completion growth_from_delta growth_of_ratio growth_same_period index_same_period
multiple over_plan over_plan_multi_assigner percentage_point_over_plan plan_completion plan_completion_multi_assigner
plan_completion_of_rate plan_task_ratio ratio_per_unit remaining_of_plan revision share share_change_pp share_nested
total_of_deltas total_of_parts total_of_share_changes total_of_shares weighted_mean
""".split()


def faults(root):
    for table, key, wanted in ((TRAPS, "trap", NUMBERED), (KINDS, "kind", PUBLISHED)):
        with open(root / table, encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        named = {row[key] for row in rows}
        for missing in sorted(set(wanted) - named):
            yield f"{table}: no test is named for {missing}"
        for other in sorted(named - set(wanted)):
            yield f"{table}: {other} is not one of them"
        for row in rows:
            yield from fault_of(root, table, row[key], row)


def fault_of(root, table, name, row):
    """What is wrong with a row: its test has to be there, and be about the case where one is named."""
    path = root / row["file"]
    if not row["file"].startswith("tests/") or not path.is_file():
        yield f"{table}: {name}: there is no {row['file']!r}"
        return
    text = path.read_text(encoding="utf-8")
    if not row["test"] or not is_there(row["test"], text):
        yield f"{table}: {name}: {row['test']!r} is not in {row['file']}"


def is_there(test, text):
    """A test of GoogleTest is named as Suite.Name; of other files the text itself has to stand there."""
    suite, dot, name = test.partition(".")
    if dot and re.fullmatch(r"\w+", suite) and re.fullmatch(r"\w+", name):
        return re.search(rf"^TEST(_F)?\({suite}, {name}\)", text, re.MULTILINE) is not None
    return test in text


class TrapsTest(unittest.TestCase):
    def test_every_trap_and_every_kind_has_its_test(self):
        expect_none(self, list(faults(ROOT)))


A_TEST = "tests/unit/a_test.cpp"


class PlantedFaultTest(unittest.TestCase):
    GOOD = {TRAPS: "trap,says,file,test\n" + "".join(f"{one},a,{A_TEST},A.B\n" for one in NUMBERED),
            KINDS: "kind,figure,file,test\n" + "".join(f"{one},a,{A_TEST},a case\n" for one in PUBLISHED),
            A_TEST: "// a case\nTEST(A, B) {}\n"}

    def found_in(self, changed):
        with planted({**self.GOOD, **changed}) as root:
            return list(faults(root))

    def test_a_good_tree_has_no_fault(self):
        self.assertEqual(self.found_in({}), [])

    def test_each_fault_is_found(self):
        for table, old, new, reason in (
                (TRAPS, f"T7,a,{A_TEST},A.B\n", "", "no test is named for T7"),
                (TRAPS, "T20,", "T21,", "T21 is not one of them"),
                (TRAPS, f"T1,a,{A_TEST},A.B", f"T1,a,{A_TEST},A.C", "T1: 'A.C' is not in"),
                (TRAPS, f"T1,a,{A_TEST},A.B", f"T1,a,{A_TEST},", "T1: '' is not in"),
                (TRAPS, f"T1,a,{A_TEST}", "T1,a,tests/b.cpp", "T1: there is no"),
                (TRAPS, f"T1,a,{A_TEST}", "T1,a,", "T1: there is no ''"),
                (KINDS, f"share,a,{A_TEST},a case", f"share,a,{A_TEST},b case", "share: 'b case' is not in"),
                (A_TEST, "TEST(A, B) {}", "// TEST(A, B) {}", "'A.B' is not in"),
        ):
            with self.subTest(reason=reason):
                self.assertIn(old, self.GOOD[table])
                found = self.found_in({table: self.GOOD[table].replace(old, new)})
                self.assertTrue(any(reason in fault for fault in found), found)


if __name__ == "__main__":
    unittest.main()
