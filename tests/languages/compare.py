"""The examples in Java, C# and JavaScript print what the one in C prints, and say what is wrong.

Not part of the daily tests, which would need a JDK, Mono and Node (`.ci/install languages`): the preset
`languages` runs it.
"""

import os
import pathlib
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(os.environ["TIENDO_SOURCE"])
EXAMPLES = ROOT / "docs/examples"
INPUT = [str(EXAMPLES / "bim-son-2024" / name) for name in ("plan.json", "observations.csv")]
LIBRARY = pathlib.Path(os.environ["TIENDO_LIBRARY"])
IN_C = pathlib.Path(os.environ["TIENDO_BINARY"]) / "tests/example_c"
ENVIRONMENT = {**os.environ, "LD_LIBRARY_PATH": str(LIBRARY.parent), "LC_ALL": "C.UTF-8"}


def run(*command):
    return subprocess.run([str(part) for part in command], capture_output=True, check=False, env=ENVIRONMENT)


class LanguagesTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory(prefix="tiendo-languages-")
        cls.addClassCleanup(folder.cleanup)
        cls.work = pathlib.Path(folder.name)

    def build(self, *command):
        done = run(*command)
        self.assertEqual(done.returncode, 0, done.stderr.decode())

    def expect_the_same(self, *program):
        for day in ("2024-06-30", "2024-12-31"):
            wanted = run(IN_C, *INPUT, day)
            self.assertIn("Bỉm Sơn".encode(), wanted.stdout)
            printed = run(*program, *INPUT, day)
            self.assertEqual((printed.returncode, printed.stderr), (0, b""))
            self.assertEqual(printed.stdout, wanted.stdout)
        for inputs in (["no/such/plan.json", INPUT[1], "2024-06-30"], [*INPUT, "2024-02-30"]):
            wanted, printed = run(IN_C, *inputs), run(*program, *inputs)
            self.assertEqual((printed.returncode, printed.stdout), (1, b""))
            self.assertEqual(printed.stderr, wanted.stderr)
        usage = run(*program)
        self.assertEqual(usage.returncode, 2)
        self.assertIn(b"usage", usage.stderr)

    def test_java(self):
        jna = "/usr/share/java/jna.jar"
        self.build("javac", "-Xlint:all", "-Werror", "-cp", jna, "-d", self.work, EXAMPLES / "Report.java")
        self.expect_the_same("java", "-cp", f"{jna}:{self.work}", "Report")

    def test_c_sharp(self):
        program = self.work / "Report.exe"
        self.build("mcs", "-warnaserror", f"-out:{program}", EXAMPLES / "Report.cs")
        self.expect_the_same("mono", program)

    def test_node(self):
        addon = self.work / "report_addon.node"
        self.build(
            "cc", "-shared", "-fPIC", "-Wall", "-Wextra", "-Werror", "-I/usr/include/node",
            f"-I{ROOT}/capi/include", EXAMPLES / "report_addon.c", "-o", addon, LIBRARY,
        )
        self.expect_the_same("node", EXAMPLES / "report.js", addon)


if __name__ == "__main__":
    unittest.main()
