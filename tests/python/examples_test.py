"""The example programs in C, C++ and Python print what the tool prints, byte for byte."""

import os
import pathlib
import subprocess
import sys
import unittest

EXAMPLES = pathlib.Path("docs/examples")
INPUT = [str(EXAMPLES / "bim-son-2024" / name) for name in ("plan.json", "observations.csv")]
BUILT = pathlib.Path(os.environ["TIENDO_BINARY"]) / "tests"
PROGRAMS = {
    "C": [str(BUILT / "example_c")],
    "C++": [str(BUILT / "example_cxx")],
    "Python": [sys.executable, str(EXAMPLES / "report.py")],
}


def output_of(command, status=0):
    run = subprocess.run(command, capture_output=True, check=False)
    assert run.returncode == status, (command, run.returncode, run.stderr)
    return run.stderr if status else run.stdout


class ExamplesTest(unittest.TestCase):
    def test_they_print_what_the_tool_prints(self):
        for day in ("2024-06-30", "2024-12-31"):
            wanted = output_of([os.environ["TIENDO_TOOL"], "report", *INPUT, "--as-of", day])
            self.assertIn("Bỉm Sơn".encode(), wanted)
            for language, program in PROGRAMS.items():
                with self.subTest(language=language, day=day):
                    self.assertEqual(output_of([*program, *INPUT, day]), wanted)

    def test_a_plan_that_is_built_gives_the_report_of_the_file(self):
        program = [sys.executable, str(EXAMPLES / "build_plan.py")]
        for day in ("2024-06-30", "2024-12-31"):
            wanted = output_of([os.environ["TIENDO_TOOL"], "report", *INPUT, "--as-of", day])
            self.assertEqual(output_of([*program, INPUT[1], day]), wanted)
        self.assertTrue(output_of([*program, "no/such.csv", "2024-06-30"], 1))
        self.assertIn(b"usage", output_of(program, 2))

    def test_they_say_what_is_wrong(self):
        for language, program in PROGRAMS.items():
            with self.subTest(language=language):
                self.assertTrue(output_of([*program, "no/such/plan.json", INPUT[1], "2024-06-30"], 1))
                self.assertTrue(output_of([*program, *INPUT, "2024-02-30"], 1))
                self.assertIn(b"usage", output_of(program, 2))

    def test_the_calendar_says_which_days_and_when(self):
        self.assertEqual(output_of([str(BUILT / "example_calendar")]).decode(), (
            "2024-H1 covers 2023-12-15 to 2024-06-14\n"
            "to compare with 2022-12-15 to 2023-06-14\n"
            "due on 2024-06-17, working days between: 0\n"
            "of 2024 are over: 83/183\n"))


if __name__ == "__main__":
    unittest.main()
