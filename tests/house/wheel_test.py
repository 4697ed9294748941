"""The wheel has all it needs, promises no machine it does not run on, and works where pip puts it.

It is made from the library that this build has linked for it. tests/packages/wheel does the same on a
bare machine, from nothing.
"""

import contextlib
import pathlib
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import unittest
import zipfile

from house import ROOT, needed

sys.path.insert(0, str(ROOT / "capi/python"))
import tiendo_build  # noqa: E402  # pylint: disable=wrong-import-position

# Tests of the package that are quick and call most of the library.
TESTS = ("arrow", "book", "columns", "numbers")


def output_of(*command):
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False)
    assert done.returncode == 0, (command, done.stdout, done.stderr)
    return done.stdout


class WheelTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.library = pathlib.Path(needed("TIENDO_WHEEL_LIBRARY"))
        folder = tempfile.TemporaryDirectory(prefix="tiendo-wheel-")
        cls.addClassCleanup(folder.cleanup)
        cls.work = pathlib.Path(folder.name)
        cls.wheel = tiendo_build.pack(cls.library, cls.work / "made")
        tiendo_build.check(cls.wheel)
        cls.needs = tiendo_build.platform_of(cls.library)

    @contextlib.contextmanager
    def refused(self, reason):
        with self.assertRaisesRegex(tiendo_build.Refused, reason):
            yield

    def changed(self, name, change):
        """The wheel with one file changed (or taken out, by None), and a list of files that agrees."""
        with zipfile.ZipFile(self.wheel) as archive:
            files = {entry: archive.read(entry) for entry in archive.namelist()}
        (entry,) = [entry for entry in files if entry.endswith(name)]
        files[entry] = change(files[entry])
        files = {entry: content for entry, content in files.items() if content is not None}
        record = next(entry for entry in files if entry.endswith("RECORD"))
        if entry != record:
            del files[record]
            files[record] = tiendo_build._record(files, record).encode()
        folder = self.work / "changed"
        folder.mkdir(exist_ok=True)
        with zipfile.ZipFile(folder / self.wheel.name, "w") as archive:
            for entry, content in files.items():
                archive.writestr(entry, content)
        return folder / self.wheel.name

    def test_its_name_is_true(self):
        self.assertEqual(self.wheel.name, f"tiendo-{tiendo_build.version()}-py3-none-{self.needs.tag}.whl")
        # readelf is asked in another way than the packer asks.
        said = output_of("objdump", "-T", self.library)
        versions = {tuple(map(int, found)) for found in re.findall(r"GLIBC_(\d+)\.(\d+)", said)}
        self.assertEqual(max(versions), self.needs.glibc)

    def test_a_lower_tag_is_refused(self):
        major, minor = self.needs.glibc
        lower = f"manylinux_{major}_{minor - 1}_{self.needs.processor}"
        with self.refused(f"the library needs {self.needs.tag}"):
            tiendo_build.pack(self.library, self.work / "lower", lower)
        self.assertFalse((self.work / "lower").exists())
        renamed = self.work / self.wheel.name.replace(self.needs.tag, lower)
        shutil.copy(self.wheel, renamed)
        with self.refused("WHEEL says something else"):
            tiendo_build.check(renamed)
        # One whose WHEEL and list agree with the lower tag.
        told = self.changed("WHEEL", lambda text: text.replace(self.needs.tag.encode(), lower.encode()))
        with self.refused(f"the library needs {self.needs.tag}"):
            tiendo_build.check(told.rename(told.with_name(renamed.name)))

    def test_a_tag_that_says_nothing_of_glibc_is_refused(self):
        for tag in ("linux_x86_64", "any", "musllinux_1_2_x86_64"):
            with self.subTest(tag=tag), self.refused("which glibc"):
                tiendo_build.pack(self.library, self.work, tag)
        with self.refused("needs manylinux"):
            tiendo_build.pack(self.library, self.work, f"manylinux_9_99_{self.needs.processor}x")

    def test_a_library_that_needs_others_is_refused(self):
        with self.refused(r"needs lib\w+\S*\.so"):
            tiendo_build.pack(pathlib.Path(needed("TIENDO_LIBRARY")), self.work)

    def test_each_fault_is_found(self):
        cases = [
            ("py.typed", lambda _: None, "py.typed is missing"),
            ("LICENSE", lambda _: None, "LICENSE is missing"),
            ("libtiendo_c.so.0", lambda _: None, "libtiendo_c.so.0 is missing"),
            ("RECORD", lambda text: text.replace(b"sha256=", b"sha256=x", 1), "RECORD does not list"),
            ("WHEEL", lambda text: text.replace(b"Purelib: false", b"Purelib: true"), "WHEEL says"),
            ("WHEEL", lambda text: text.replace(b"py3-none", b"py2-none"), "WHEEL says"),
        ]
        for name, change, reason in cases:
            with self.subTest(name=name, reason=reason), self.refused(reason):
                tiendo_build.check(self.changed(name, change))
        tiendo_build.check(self.changed("py.typed", lambda content: content))

    def test_the_same_sources_give_the_same_wheel(self):
        again = tiendo_build.pack(self.library, self.work / "again")
        self.assertEqual(again.read_bytes(), self.wheel.read_bytes())

    def test_the_library_shows_nothing_but_its_functions(self):
        names = [line.split()[-1] for line in output_of("nm", "-D", "--defined-only", self.library).splitlines()]
        self.assertEqual([name for name in names if not re.match(r"tiendo_|TIENDO_\d", name)], [])
        listed = re.findall(r"^function (\w+)", (ROOT / "capi/api.txt").read_text(encoding="utf-8"), re.MULTILINE)
        self.assertEqual({name.partition("@")[0] for name in names if name.startswith("tiendo_")}, set(listed))

    def test_it_works_where_pip_puts_it(self):
        home = self.work / "env"
        output_of(sys.executable, "-m", "venv", "--without-pip", home)
        pip = [sys.executable, "-m", "pip", "--python", home / "bin/python", "--disable-pip-version-check"]
        output_of(*pip, "install", "--no-index", self.wheel)
        self.assertIn(f"Version: {tiendo_build.version()}\n", output_of(*pip, "show", "tiendo"))
        installed = [sys.executable, ROOT / "tests/packages/installed.py", home / "bin/python", home]
        said = output_of(*installed, *TESTS)
        self.assertRegex(said, r"(?s)^(\S+)/__init__\.py, \1/libtiendo_c\.so\.0\n")
        self.assertEqual(said.count(": ok"), len(TESTS))
        output_of(*pip, "uninstall", "--yes", "tiendo")
        self.assertEqual(list(home.rglob("*tiendo*")), [])


class HooksTest(unittest.TestCase):
    """What pip calls, without the build, which takes minutes."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="tiendo-hooks-")
        self.addCleanup(folder.cleanup)
        self.work = pathlib.Path(folder.name)

    def test_what_is_said_before_is_what_the_wheel_says(self):
        about = self.work / tiendo_build.prepare_metadata_for_build_wheel(str(self.work))
        text = (about / "METADATA").read_text(encoding="utf-8")
        self.assertEqual(text, tiendo_build.metadata())
        self.assertIn("Requires-Python: >=3.11\n", text)
        self.assertEqual(sorted(path.name for path in about.iterdir()), ["LICENSE", "METADATA", "copyright"])

    def test_the_source_archive_is_enough_to_build(self):
        with tarfile.open(self.work / tiendo_build.build_sdist(str(self.work))) as archive:
            archive.extractall(self.work)
        tree = self.work / f"tiendo-{tiendo_build.version()}"
        there = {path.name for path in tree.iterdir()} - {"PKG-INFO"}
        self.assertEqual(there, set(tiendo_build.SOURCES))
        output_of("cmake", "-S", tree, "--preset", "package")


if __name__ == "__main__":
    unittest.main()
