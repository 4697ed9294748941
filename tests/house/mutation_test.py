"""The faults that the mutation check plants can be planted: each text stands where it is looked for.

What the check itself finds takes long and has a preset of its own; see tests/mutation/plant.py.
"""

import sys
import tomllib
import unittest

from house import ROOT, expect_none, planted

sys.path.insert(0, str(ROOT / "tests/mutation"))

import plant  # noqa: E402

LIST = "tests/mutation/faults.toml"
FEWEST = 50
ENGINE = "src/engine"


def faults(root, fewest=FEWEST):
    try:
        listed = plant.read_faults(root / LIST)
    except (tomllib.TOMLDecodeError, TypeError) as error:
        yield f"{LIST}: {error}"
        return
    if len(listed) < fewest:
        yield f"{LIST}: {len(listed)} faults, at least {fewest} are wanted"
    seen = set()
    for fault in listed:
        yield from fault_of(root, fault)
        if (fault.file, fault.text) in seen:
            yield f"{LIST}: {fault.file}: {fault.text!r} is listed twice"
        seen.add((fault.file, fault.text))


def fault_of(root, fault):
    """What is wrong with one of the list."""
    path = root / fault.file
    if not fault.file.startswith(ENGINE) or not path.is_file():
        yield f"{LIST}: {fault.file} is no source of the engine"
        return
    times = path.read_text(encoding="utf-8").count(fault.text)
    if times != 1:
        yield (f"{LIST}: {fault.text!r} occurs {times} times in {fault.file}; name the text as it is now, or, where "
               "the rule is gone, take the fault out")
    if fault.becomes == fault.text or not fault.says:
        yield f"{LIST}: {fault.text!r} has to become something else, and a sentence to say what is wrong then"


class MutationTest(unittest.TestCase):
    def test_every_fault_can_be_planted(self):
        expect_none(self, list(faults(ROOT)))

    def test_every_fault_is_planted_where_a_test_is_named(self):
        tests = plant.tests_of(ROOT)
        for fault in plant.read_faults():
            with self.subTest(file=fault.file):
                groups = plant.order(ROOT, fault.file, tests)
                self.assertTrue(set(groups[0]) & set(plant.named_by(ROOT, fault.file)))
                self.assertEqual(sorted(name for group in groups for name in group), sorted(tests))

    def test_all_of_every_test_runs_and_what_takes_long_runs_last(self):
        for name, slow in plant.LAST.items():
            found = plant.steps([[name], ["golden/cases"]])
            self.assertEqual(found, [[(name, f"-{slow}")], [("golden/cases", "*")], [(name, slow)]])


class PlantedFaultTest(unittest.TestCase):
    ONE = "[[fault]]\nfile = 'src/engine/a.cpp'\ntext = 'a < b'\nbecomes = 'a > b'\nsays = 'more is less'\n"
    GOOD = {LIST: ONE, "src/engine/a.cpp": "bool f(int a, int b) { return a < b; }\n"}

    def found_in(self, changed, fewest=1):
        with planted({**self.GOOD, **changed}) as root:
            return list(faults(root, fewest))

    def test_a_good_tree_has_no_fault(self):
        self.assertEqual(self.found_in({}), [])

    def test_each_fault_is_found(self):
        for changed, fewest, reason in (
                ({}, 2, "at least 2"),
                ({LIST: self.ONE + self.ONE}, 1, "listed twice"),
                ({LIST: self.ONE + self.ONE.replace("a > b", "a <= b")}, 1, "listed twice"),
                ({LIST: self.ONE.replace("a > b", "a < b")}, 1, "something else"),
                ({LIST: self.ONE.replace("more is less", "")}, 1, "something else"),
                ({LIST: self.ONE.replace("engine", "io")}, 1, "no source of the engine"),
                ({LIST: self.ONE.replace("says", "tells")}, 1, "tells"),
                ({LIST: self.ONE + "text"}, 1, LIST),
                ({"src/engine/a.cpp": "bool f(int a, int b) { return a <= b; }\n"}, 1, "occurs 0 times"),
                ({"src/engine/a.cpp": "bool f(int a, int b) { return a < b && a < b; }\n"}, 1, "occurs 2 times"),
        ):
            with self.subTest(reason=reason):
                found = self.found_in(changed, fewest)
                self.assertTrue(any(reason in fault for fault in found), found)


if __name__ == "__main__":
    unittest.main()
