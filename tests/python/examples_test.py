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

    def test_they_say_what_is_wrong(self):
        for language, program in PROGRAMS.items():
            with self.subTest(language=language):
                self.assertTrue(output_of([*program, "no/such/plan.json", INPUT[1], "2024-06-30"], 1))
                self.assertTrue(output_of([*program, *INPUT, "2024-02-30"], 1))
                self.assertIn(b"usage", output_of(program, 2))


if __name__ == "__main__":
    unittest.main()
