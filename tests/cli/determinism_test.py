"""One log, one report, to the last byte: whatever the order of its rows, in however many files, in one
thread or several, from the tool, C or Python, in any locale."""

import csv
import datetime
import io
import json
import os
import pathlib
import random
import sys
import tempfile
import threading
import unittest

import books
from tool import ROOT, output

sys.path.insert(0, str(ROOT / "capi/python"))

import tiendo  # noqa: E402

SEEDS = range(4)
REPORTS = (("--format", "text"), ("--format", "csv", "--exact"), ("--format", "json", "--exact"))


def rows_of(path):
    with open(ROOT / path, encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    return header, rows


def written(folder, name, header, rows):
    path = pathlib.Path(folder) / name
    with open(path, "w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([header, *rows])
    return path


class Renumbered:
    """The observations of a trace by their number in the first log."""

    KEYS = ("observation", "in_favour_of")

    def __init__(self, numbers):
        self.numbers = numbers

    def of(self, node, key=None):
        if isinstance(node, dict):
            return {name: self.of(inner, name) for name, inner in node.items()}
        if isinstance(node, list):
            return [self.of(inner) for inner in node]
        return self.numbers[node - 1] + 1 if key in self.KEYS else node


class DeterminismTest(unittest.TestCase):
    def test_the_order_of_rows_and_of_files_plays_no_part(self):
        for book, options in books.questions(few=True):
            plan, observations = book
            header, rows = rows_of(observations)
            reports = [output("report", plan, observations, *options, *form) for form in REPORTS]
            trace = json.loads(output("explain", plan, observations, *options, "--format", "json"))
            for seed in SEEDS:
                order = list(range(len(rows)))
                random.Random(seed).shuffle(order)
                files = max(1, min(seed, len(rows)))
                with self.subTest(book=plan, seed=seed), tempfile.TemporaryDirectory() as folder:
                    ends = [len(order) * part // files for part in range(files + 1)]
                    split = [written(folder, f"{part}.csv", header,
                                     [rows[at] for at in order[ends[part]:ends[part + 1]]])
                             for part in range(files)]
                    for form, report in zip(REPORTS, reports):
                        self.assertEqual(output("report", plan, *split, *options, *form), report)
                    shuffled = json.loads(output("explain", plan, *split, *options, "--format", "json"))
                    self.same_trace(Renumbered(order).of(shuffled), trace)

    # Of two rows that say the very same, either may stand for both.
    def same_trace(self, got, wanted):
        self.assertEqual({**got, "rows": []}, {**wanted, "rows": []})
        for one, other in zip(got["rows"], wanted["rows"], strict=True):
            if one != other:
                self.assertEqual(self.without_names_of_equals(one), self.without_names_of_equals(other))

    @classmethod
    def without_names_of_equals(cls, node):
        """The same, with reports named by what they say."""
        if isinstance(node, list):
            return sorted((cls.without_names_of_equals(inner) for inner in node), key=json.dumps)
        if isinstance(node, dict):
            return {key: cls.without_names_of_equals(inner) for key, inner in node.items()
                    if key not in Renumbered.KEYS}
        return node

    def test_threads_that_share_a_log_say_the_same(self):
        for book, options in books.questions(few=True):
            day = datetime.date.fromisoformat(options[1])
            changed = datetime.date.fromisoformat(options[3]) if "--map" in options else None
            log = tiendo.load(*(str(ROOT / path) for path in book))
            said = [None] * 4

            def ask(at):
                report = log.report(day, map=changed)
                said[at] = (report.write("json", exact=True), report.traces())

            threads = [threading.Thread(target=ask, args=(at,)) for at in range(1, 4)]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
            ask(0)
            self.assertEqual(said, said[:1] * 4)

    def test_python_and_c_say_what_the_tool_says(self):
        for book, options in books.questions():
            day = datetime.date.fromisoformat(options[1])
            more = dict(zip(options[2::2], options[3::2]))
            known_on = more.get("--known-on") and datetime.date.fromisoformat(more["--known-on"])
            changed = more.get("--map") and datetime.date.fromisoformat(more["--map"])
            base = more.get("--base", "latest").replace("-", "_")
            log = tiendo.load(*(str(ROOT / path) for path in book))
            levels = int(more["--levels"]) if "--levels" in more else None
            report = log.report(day, known_on, map=changed, base=base, levels=levels)
            with self.subTest(book=book, options=options):
                self.assertEqual(report.write("csv", exact=True),
                                 output("report", *book, *options, "--format", "csv", "--exact"))
                tool = json.loads(output("explain", *book, *options, "--format", "json"))
                here = json.loads(report.traces())
                for document in (tool, here):
                    for row in document["rows"]:
                        del row["policies"]["base_rule_from"]  # --base is said; a zero in C is not
                self.assertEqual(here, tool)

    def test_a_locale_with_decimal_commas_changes_nothing(self):
        locales = {"LC_ALL": "vi_VN.UTF-8", "LANG": "de_DE.UTF-8", "LC_NUMERIC": "fr_FR.UTF-8", "TZ": "Asia/Saigon"}
        for book, options in books.questions(few=True):
            for command in (["report", *book, *options, "--format", "json", "--exact"],
                            ["explain", *book, *options, "--format", "json"], ["explain", *book, *options]):
                self.assertEqual(output(*command, environment=locales), output(*command))


if __name__ == "__main__":
    unittest.main()
