"""The table for people is aligned on a terminal, whatever script its names are in."""

import json
import unicodedata

from cli_test import END, Temporary
from tool import BIM_SON, DISTRICT, ROOT, output

import unittest


def width(text):
    """Columns on a terminal: two for wide characters, none for combining marks and joiners."""
    return sum(0 if unicodedata.combining(c) or unicodedata.category(c) in ("Mn", "Me", "Cf") else
               2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def columns(line):
    """The line as a list with an entry for each column of the terminal."""
    cells = []
    for c in line:
        if width(c) == 0 and cells:
            cells[-1] += c
        else:
            cells += [c] + [""] * (width(c) - 1)
    return cells


def tables(text):
    """The tables of a text: header, rule and rows of each."""
    lines = text.splitlines()
    for at, line in enumerate(lines):
        if line.startswith("---"):
            end = next((i for i in range(at, len(lines)) if not lines[i]), len(lines))
            yield lines[at - 1], line, lines[at + 1:end]


class TableTest(Temporary):
    def aligned(self, text):
        """Between two columns every line has two spaces, where the rule has them."""
        count = 0
        for header, rule, body in tables(text):
            gaps = [at for at, c in enumerate(rule) if c == " "]
            self.assertGreater(len(gaps), 4)
            for line in [header, *body]:
                count += 1
                cells = columns(line)
                self.assertEqual([cells[at] for at in gaps if at < len(cells)],
                                 [" "] * sum(at < len(cells) for at in gaps), line)
                self.assertLessEqual(len(cells), len(rule))
                self.assertFalse(line.endswith(" "), line)
        self.assertGreater(count, 10)

    def test_the_examples_in_both_languages(self):
        for book in (BIM_SON, DISTRICT):
            for language in ("vi", "en"):
                self.aligned(output("report", *book, *END, "--lang", language, "--exact"))

    def test_wide_characters_and_combining_marks(self):
        plan = json.loads((ROOT / DISTRICT[0]).read_text(encoding="utf-8"))
        names = ["計画の進み具合", unicodedata.normalize("NFD", "Tỷ lệ hộ nghèo đã giảm"), "ｆｕｌｌ", "한국어",
                 "ກຳແພງ", "a\u200db", "e\u0301\u0323"]
        for at, indicator in enumerate(plan["indicators"]):
            indicator["name"] = names[at % len(names)]
        for at, unit in enumerate(plan["units"]):
            unit["name"] = names[(at + 3) % len(names)]
        for at, measure in enumerate(plan["measures"]):
            measure["name"] = names[(at + 5) % len(names)]
        path = self.file("plan.json", json.dumps(plan, ensure_ascii=False))
        self.aligned(output("report", path, DISTRICT[1], *END, "--exact"))

    def test_no_name_breaks_the_table_or_reaches_the_terminal(self):
        plan = json.loads((ROOT / DISTRICT[0]).read_text(encoding="utf-8"))
        plan["indicators"][0]["name"] = "two\nlines\tand \x1b[31mred"
        path = self.file("plan.json", json.dumps(plan))
        text = output("report", path, DISTRICT[1], *END)
        self.assertNotIn("\x1b", text)
        self.aligned(text)
        markdown = output("report", path, DISTRICT[1], *END, "--format", "markdown")
        self.assertIn("two<br>lines", markdown)
        self.assertNotIn("\x1b", markdown)

    def test_markdown_rows_have_the_cells_of_their_header(self):
        text = output("report", *DISTRICT, *END, "--format", "markdown", "--exact")
        counts = None
        for line in text.splitlines():
            if not line.startswith("|"):
                counts = None
                continue
            counts = counts or line.count("|")
            self.assertEqual(line.count("|"), counts, line)


if __name__ == "__main__":
    unittest.main()
