"""The C tests in four locales: with another point, other groups, other digits and another case of i.

The locales are made here, by localedef from the sources of the Debian package `locales`, since few
machines have them. Tests whose length is time are left out: what they write depends on no more.
"""

import os
import pathlib
import subprocess
import tempfile
import unittest

PROGRAMS = pathlib.Path(os.environ["TIENDO_BINARY"]) / "tests"
SOURCES = pathlib.Path(__file__).parent
NAMES = ("de_DE", "fr_FR", "tr_TR", "ar_EG")
LONG = {"abuse", "threads", "watch"}


def nouns():
    """The C tests, each a program that begins with check.h, and the one that calls all functions."""
    found = {path.name[: -len("_test.c")] for path in SOURCES.glob("*_test.c")}
    texts = {noun: (SOURCES / f"{noun}_test.c").read_text(encoding="utf-8") for noun in found}
    return sorted(noun for noun in found - LONG if "begin();" in texts[noun]) + ["locale"]


class LocalesTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory(prefix="tiendo-locales-")
        for name in NAMES:
            target = pathlib.Path(cls.folder.name) / f"{name}.UTF-8"
            command = ["localedef", "--no-archive", "-i", name, "-f", "UTF-8", str(target)]
            done = subprocess.run(command, capture_output=True, text=True)
            if not (target / "LC_NUMERIC").exists():  # warnings alone do no harm
                raise AssertionError(f"{name} cannot be made: {done.stderr}")

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def run_in(self, noun, name):
        program = PROGRAMS / f"capi_{noun}_test"
        environment = {**os.environ, "LOCPATH": self.folder.name, "TIENDO_LOCALE": f"{name}.UTF-8"}
        environment.pop("LD_PRELOAD", None)  # is for Python
        environment["ASAN_OPTIONS"] = "detect_leaks=0"  # glibc keeps what LOCPATH says
        return subprocess.run([program], env=environment, capture_output=True, text=True)

    def test_each_test_passes_in_each_locale(self):
        self.assertGreater(len(nouns()), 40)
        for name in NAMES:
            for noun in nouns():
                with self.subTest(noun=noun, locale=name):
                    done = self.run_in(noun, name)
                    self.assertEqual(done.returncode, 0, done.stdout + done.stderr)

    def test_a_locale_that_is_not_there_fails(self):
        self.assertNotEqual(self.run_in("decimal", "xx_XX").returncode, 0)


if __name__ == "__main__":
    unittest.main()
