"""The table of codes is in order, and every code of it is tested and explained.

With --table, prints the table that docs/guide/errors.md must show.
"""

import re
import sys
import unittest

from house import ROOT, expect_none, files_under, planted

CODES = "include/tiendo/base/codes.def"
GUIDE = "docs/guide/errors.md"
BANDS = {
    "base": 0,
    "decimal": 100,
    "calendar": 200,
    "model": 300,
    "facts": 400,
    "engine": 500,
    "io": 600,
}

ENTRY = re.compile(
    r'^(?:// (\w+)[^\n]*|TIENDO_CODE\((\d+), (\w+),\s*((?:"[^"\n]*"\s*)+)\))$', re.MULTILINE
)

# The code at the end of a mark in a golden case.
MARK = re.compile(r"^#! .*\b(?:error|warning|note) \d+ (\w+)$", re.MULTILINE)


def codes_of(root):
    """(layer, number, name, sentence) of every code, in the order of the table."""
    layer = None
    text = (root / CODES).read_text(encoding="utf-8")
    # Below the check of the macro, a comment of one line opens a band.
    for match in ENTRY.finditer(text[text.index("#endif") :]):
        if match[1]:
            layer = match[1]
        else:
            yield layer, int(match[2]), match[3], "".join(re.findall(r'"([^"\n]*)"', match[4]))


def row_of(number, name, sentence):
    """The line of the guide for a code."""
    return f"| {number} | `{name}` | {sentence} |"


def numbering(codes):
    last = -1
    for layer, number, name, _ in codes:
        if layer not in BANDS or not BANDS[layer] <= number < BANDS[layer] + 100:
            yield f"{name}: {number} is not in the band of {layer}"
        if number <= last:
            yield f"{name}: {number} does not ascend"
        last = number
    names = [name for _, _, name, _ in codes]
    for name in sorted({name for name in names if names.count(name) > 1}):
        yield f"{name}: used twice"


def untested(root, codes):
    """Codes that no test names, as Errc::name in C++ or in a mark of a golden case."""
    named = set()
    for path in files_under(root, "tests", suffixes={".cpp"}):
        named |= set(re.findall(r"\bErrc::(\w+)", (root / path).read_text(encoding="utf-8")))
    for path in files_under(root, "tests/golden", suffixes={".case"}):
        named |= set(MARK.findall((root / path).read_bytes().decode("latin-1")))
    for _, _, name, _ in codes:
        if name not in named:
            yield f"{name}: no test names it"


def unexplained(root, codes):
    guide = (root / GUIDE).read_text(encoding="utf-8") if (root / GUIDE).is_file() else ""
    shown = [line for line in guide.splitlines() if re.match(r"\| \d+ \|", line)]
    wanted = [row_of(number, name, sentence) for _, number, name, sentence in codes]
    for row in wanted:
        if row not in shown:
            yield f"{GUIDE}: no row {row}"
    for row in shown:
        if row not in wanted:
            yield f"{GUIDE}: no such code: {row}"


def faults(root):
    codes = list(codes_of(root))
    return [*numbering(codes), *untested(root, codes), *unexplained(root, codes)]


class CodesTest(unittest.TestCase):
    def test_the_table_is_in_order(self):
        self.assertGreater(len(list(codes_of(ROOT))), 50)
        expect_none(self, faults(ROOT))


class PlantedFaultTest(unittest.TestCase):
    GOOD = {
        CODES: '#ifndef TIENDO_CODE\n#endif\n\n// base\nTIENDO_CODE(0, none, "nothing")\n'
        'TIENDO_CODE(2, bad_id,\n            "an id " "is bad")\n\n// decimal: numbers\n'
        'TIENDO_CODE(100, number_syntax, "no number")\n',
        GUIDE: "| 0 | `none` | nothing |\n| 2 | `bad_id` | an id is bad |\n"
        "| 100 | `number_syntax` | no number |\n",
        "tests/unit/base/id_test.cpp": "Errc::none, Errc::bad_id",
        "tests/golden/number.case": "#! observations\na,1\n#! 2: error 100 number_syntax\n",
    }

    def test_a_good_tree_has_no_fault(self):
        with planted(self.GOOD) as root:
            self.assertEqual(len(list(codes_of(root))), 3)
            self.assertEqual(faults(root), [])

    def test_each_fault_is_found(self):
        cases = [
            (CODES, "(100,", "(1,", "number_syntax: 1 is not in the band of decimal"),
            (CODES, "(2,", "(0,", "bad_id: 0 does not ascend"),
            (CODES, "bad_id", "none", "none: used twice"),
            (CODES, '"no number"', '"not a number"', f"{GUIDE}: no row"),
            (GUIDE, "| 2 |", "| 3 |", f"{GUIDE}: no such code"),
            ("tests/unit/base/id_test.cpp", "Errc::bad_id", "bad_id", "bad_id: no test names it"),
            (
                "tests/golden/number.case",
                "number_syntax",
                "number",
                "number_syntax: no test names it",
            ),
        ]
        for path, good, bad, reason in cases:
            changed = {**self.GOOD, path: self.GOOD[path].replace(good, bad)}
            with self.subTest(reason=reason), planted(changed) as root:
                found = faults(root)
                self.assertTrue(any(fault.startswith(reason) for fault in found), found)


if __name__ == "__main__":
    if "--table" in sys.argv:
        print("| number | name | meaning |\n|---|---|---|")
        for entry in codes_of(ROOT):
            print(row_of(*entry[1:]))
    else:
        unittest.main()
