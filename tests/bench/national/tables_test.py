"""The generator writes the book of the workload's definition, and the baseline its answers."""

import os
import pathlib
import subprocess
import tempfile
import unittest

import checksums

PROGRAMS = pathlib.Path(os.environ["TIENDO_BINARY"]) / "tests/bench/national"


def run(program, *arguments):
    command = [PROGRAMS / program, *map(str, arguments)]
    return subprocess.run(command, check=True, text=True, capture_output=True).stdout


class TablesTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        scratch = tempfile.TemporaryDirectory(prefix="tiendo-national-")
        cls.addClassCleanup(scratch.cleanup)
        cls.folder = pathlib.Path(scratch.name)
        run("national_generate", cls.folder, 1)

    def test_a_book_of_one_month_is_the_one_of_the_definition(self):
        for table in checksums.TABLES:
            with self.subTest(table=table):
                self.assertEqual(
                    checksums.of_table(self.folder / f"{table}.csv"),
                    checksums.expected_tables()[1, table],
                )

    def test_the_baseline_gives_the_agreed_answers_and_says_how_long_each_took(self):
        for threads in (1, 2):
            lines = run("baseline_bench", self.folder, 1, self.folder, threads, 1).splitlines()
            figures = [line.split("\t")[0] for line in lines]
            self.assertEqual(
                figures,
                "load q1 q2 q3 q4 q5 all q6_commune q6_country rss_mb".split(),
            )
            self.assertEqual(checksums.wrong_answers(self.folder, 1, 1), [])

    def test_a_wrong_answer_is_seen(self):
        run("baseline_bench", self.folder, 1, self.folder, 1, 1)
        answer = self.folder / "q5.csv"
        rows = answer.read_text(encoding="ascii")
        answer.write_text(rows.replace("\n1,", "\n1,9", 1), encoding="ascii")
        self.assertEqual(checksums.wrong_answers(self.folder, 1, 1), ["q5"])


if __name__ == "__main__":
    unittest.main()
