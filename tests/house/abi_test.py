"""Programs that were compiled with an earlier tiendo run with this one: the gates of the ABI.

capi/abi holds what the last release froze, for each version of the ABI: its header, its list of
names, the description of its types, the file of its layout, the first sizes of its structures, the
codes of findings, and a program. Between releases nothing there changes. A release renews all but
the program, with

    python3 tests/house/abi_test.py --renew

which refuses a header that breaks what is frozen, unless the version says so: while the ABI is 0 a
new minor version may break it, after that a new major version begins files of its own.

The gates are in abi.py; abi_gates_test.py shows that they refuse what breaks programs.
"""

import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

import abi
from api_test import HEADER, LIST, functions_of
from codes_test import codes_of
from house import ROOT, expect_none, needed

EXAMPLE = [
    str(ROOT / "docs/examples/bim-son-2024" / name) for name in ("plan.json", "observations.csv")
]


def version_of(header):
    """(major, minor, patch) that a header says."""
    return tuple(
        int(re.search(rf"#define TIENDO_VERSION_{part} +(\d+)", header)[1])
        for part in ("MAJOR", "MINOR", "PATCH")
    )


class Frozen:
    """The files of one version of the ABI."""

    def __init__(self, major, folder=ROOT / "capi/abi"):
        self.header = folder / f"tiendo-{major}.h"
        self.types = folder / f"tiendo-{major}.abi"
        self.names = folder / f"api-{major}.txt"
        self.layout = folder / f"layout-{major}.c"
        self.firsts = folder / f"first-sizes-{major}.txt"
        self.codes = folder / f"codes-{major}.txt"
        self.program = folder / f"program-{major}.c"


def sources():
    """The texts of the sources of the C library."""
    found = sorted((ROOT / "capi/src").glob("*.cpp"))
    return [path.read_text(encoding="utf-8") for path in found]


def codes():
    """A line for each code of a finding or reason: its number and its name."""
    return "".join(f"{number} {name}\n" for _, number, name, _ in codes_of(ROOT))


def faults(frozen, header, api, folder):
    """What breaks programs compiled with the frozen header, and what will at the next change."""
    before = frozen.header.read_text(encoding="utf-8")
    version = ".".join(str(number) for number in version_of(header)[:2])
    library = abi.reference(folder, abi.without_new_members(header, before))
    yield from abi.faults_of_types(frozen.types, library)
    yield from abi.faults_of_layout(frozen.layout, folder, header)
    yield from abi.faults_of_names(frozen.names.read_text(encoding="utf-8"), api, version)
    yield from abi.faults_of_ends(folder, header)
    firsts = abi.first_sizes(folder, header, sources())
    for what, path, today in (
        ("first sizes", frozen.firsts, firsts),
        ("codes", frozen.codes, codes()),
    ):
        yield from abi.faults_of_lines(what, path.read_text(encoding="utf-8"), today)


def written(header, api, folder):
    """The texts to be frozen: types, names, layout, first sizes, codes."""
    version = ".".join(str(number) for number in version_of(header))
    return {
        "header": header,
        "types": abi.described(abi.reference(folder, header)),
        "names": api,
        "layout": abi.layout_of(folder, header, version),
        "firsts": abi.first_sizes(folder, header, sources()),
        "codes": codes(),
    }


def may_break(before, now):
    """Whether a release of version `now` may break what version `before` froze."""
    return now[0] == 0 and now[:2] > before[:2]


def renew(frozen, header, api):
    """Freezes the header and the list. Returns what forbids it."""
    with tempfile.TemporaryDirectory(prefix="tiendo-abi-") as name:
        folder = pathlib.Path(name)
        if frozen.header.is_file():
            before = version_of(frozen.header.read_text(encoding="utf-8"))
            found = list(faults(frozen, header, api, folder))
            if found and not may_break(before, version_of(header)):
                return found
        for what, text in written(header, api, folder).items():
            getattr(frozen, what).write_text(text, encoding="utf-8")
    return []


def includes_the_header(path, seen):
    """Whether a source of capi/src includes tiendo.h, itself or through a header beside it."""
    for name in re.findall(r'^#include "([^"]+)"', path.read_text(encoding="utf-8"), re.MULTILINE):
        beside = path.parent / name
        if name == "tiendo.h":
            return True
        if beside.is_file() and beside not in seen:
            seen.add(beside)
            if includes_the_header(beside, seen):
                return True
    return False


class AbiTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory(prefix="tiendo-abi-")
        cls.addClassCleanup(folder.cleanup)
        cls.folder = pathlib.Path(folder.name)
        cls.header = (ROOT / HEADER).read_text(encoding="utf-8")
        cls.api = (ROOT / LIST).read_text(encoding="utf-8")
        cls.frozen = Frozen(version_of(cls.header)[0])

    def test_nothing_that_is_frozen_has_changed(self):
        expect_none(self, list(faults(self.frozen, self.header, self.api, self.folder)))

    def test_each_function_is_defined_below_its_declaration(self):
        # So the types of the header are those of the library, or it does not compile.
        paths = sorted((ROOT / "capi/src").glob("*.cpp"))
        self.assertGreater(len(paths), 20)
        expect_none(
            self,
            [f"{path}: no tiendo.h" for path in paths if not includes_the_header(path, set())],
        )

    def test_what_is_frozen_is_what_its_header_says(self):
        # Twice the same to the byte, so a difference of a renewed file is one of the interface.
        header = self.frozen.header.read_text(encoding="utf-8")
        again = written(header, self.frozen.names.read_text(encoding="utf-8"), self.folder)
        for what, text in again.items():
            with self.subTest(what):
                self.assertEqual(getattr(self.frozen, what).read_text(encoding="utf-8"), text)

    def test_a_program_of_the_frozen_header_runs_with_this_library(self):
        library = pathlib.Path(needed("TIENDO_LIBRARY"))
        folder = self.folder / "program"
        folder.mkdir()
        (folder / "tiendo.h").write_text(self.frozen.header.read_text(encoding="utf-8"))
        flags = ["-std=c89", "-pedantic-errors", "-Wall", "-Werror", f"-I{folder}"]
        abi.run("gcc", *flags, "-o", folder / "program", self.frozen.program, library)
        environment = {**os.environ, "LD_LIBRARY_PATH": str(library.parent)}
        done = subprocess.run(
            [folder / "program", *EXAMPLE],
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        self.assertEqual((done.returncode, done.stdout), (0, "gross-output 55.3\n"), done.stderr)


class RenewTest(unittest.TestCase):
    """Freezes small headers, one after the other."""

    HEADER = """\
#ifndef TIENDO_H
#define TIENDO_H
#include <stdint.h>
#define TIENDO_API
#define TIENDO_VERSION_MAJOR 0
#define TIENDO_VERSION_MINOR 1
#define TIENDO_VERSION_PATCH 0
TIENDO_API int32_t tiendo_a(int32_t b);
#endif
"""
    API = "function tiendo_a 0.1\n"

    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="tiendo-abi-")
        self.addCleanup(folder.cleanup)
        self.frozen = Frozen(0, pathlib.Path(folder.name))
        self.assertEqual(renew(self.frozen, self.HEADER, self.API), [])

    def test_a_break_needs_another_version(self):
        broken = self.HEADER.replace("int32_t b", "int64_t b")
        self.assertNotEqual(renew(self.frozen, broken, self.API), [])
        self.assertEqual(self.frozen.header.read_text(), self.HEADER)
        broken = broken.replace("MINOR 1", "MINOR 2")
        self.assertEqual(renew(self.frozen, broken, self.API), [])
        self.assertEqual(self.frozen.header.read_text(), broken)

    def test_what_is_added_is_frozen_then(self):
        more = self.HEADER.replace("#endif", "TIENDO_API void tiendo_c(void);\n#endif")
        more = more.replace("MINOR 1", "MINOR 2")
        self.assertNotEqual(list(self.faults(more, self.API + "function tiendo_c 0.1\n")), [])
        self.assertEqual(renew(self.frozen, more, self.API + "function tiendo_c 0.2\n"), [])
        self.assertNotEqual(list(self.faults(self.HEADER, self.API)), [])

    def faults(self, header, api):
        return faults(self.frozen, header, api, self.frozen.header.parent)

    def test_after_0_no_version_may_break(self):
        self.assertTrue(may_break((0, 1, 0), (0, 2, 0)))
        self.assertFalse(may_break((0, 1, 0), (0, 1, 9)))
        self.assertFalse(may_break((1, 0, 0), (1, 1, 0)))


if __name__ == "__main__":
    if sys.argv[1:] == ["--renew"]:
        text = (ROOT / HEADER).read_text(encoding="utf-8")
        forbidden = renew(
            Frozen(version_of(text)[0]), text, (ROOT / LIST).read_text(encoding="utf-8")
        )
        sys.exit("\n".join(forbidden) if forbidden else 0)
    unittest.main()
