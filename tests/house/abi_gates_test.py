"""The gates of the ABI refuse what breaks compiled programs, and let pass what does not.

A small library is changed in every way in which libraries break, and in every way that is allowed.
No change that breaks may pass both gates; the tables say which of them sees it, so that it is known
when the tools become better or worse.
"""

import pathlib
import subprocess
import tempfile
import unittest
from unittest import mock

import abi

HEADER = """\
#ifndef TIENDO_H
#define TIENDO_H
#include <stdint.h>
#define TIENDO_API
#define TIENDO_VERSION_MINOR 1
typedef int32_t tiendo_status;
#define TIENDO_OK 0
#define TIENDO_E_PARSE 1
#define TIENDO_E_RANGE 2
typedef struct tiendo_plan tiendo_plan;
typedef struct tiendo_day {
  int32_t year;
  int32_t day;
} tiendo_day;
typedef struct tiendo_info {
  uint32_t struct_size;
  tiendo_status status;
  int64_t row;
  const char* name;
} tiendo_info;
typedef int32_t (*tiendo_watcher)(void* user, int32_t phase);
TIENDO_API tiendo_status tiendo_plan_read(const char* text, int32_t length, tiendo_plan** plan);
TIENDO_API tiendo_status tiendo_plan_day(const tiendo_plan* plan, tiendo_day* day);
TIENDO_API tiendo_status tiendo_plan_info(const tiendo_plan* plan, tiendo_info* info);
TIENDO_API tiendo_status tiendo_plan_watch(tiendo_plan* plan, tiendo_watcher watcher, void* user);
TIENDO_API void tiendo_plan_destroy(tiendo_plan* plan);
#endif
"""

# What changes, the text before and after, and the gates that see it.
BREAKS = [
    ("parameter widened", "int32_t length", "int64_t length", "types"),
    ("parameter added", "tiendo_day* day)", "tiendo_day* day, int32_t flags)", "types"),
    ("parameter's const dropped", "const char* text", "char* text", "types"),
    ("result's sign", "tiendo_status tiendo_plan_day", "uint32_t tiendo_plan_day", "types"),
    ("function removed", "TIENDO_API void tiendo_plan_destroy(tiendo_plan* plan);\n", "", "types"),
    ("callback's parameter", "user, int32_t phase", "user, int64_t phase", "types"),
    ("status widened", "typedef int32_t tiendo_status", "typedef int64_t tiendo_status", "both"),
    ("struct grew", "  int32_t day;\n", "  int32_t day;\n  int32_t hour;\n", "both"),
    (
        "struct reordered",
        "  int32_t year;\n  int32_t day;\n",
        "  int32_t day;\n  int32_t year;\n",
        "both",
    ),
    ("member renamed", "int32_t year", "int32_t years", "both"),
    ("member's sign", "int32_t year", "uint32_t year", "types"),
    ("sized struct grew inside", "  int64_t row;\n", "  int64_t at;\n  int64_t row;\n", "both"),
    ("sized struct's member removed", "  const char* name;\n", "", "both"),
    (
        "sized struct grew and changed",
        "  const char* name;\n",
        "  char* name;\n  int64_t column;\n",
        "types",
    ),
    (
        "constants renumbered",
        "PARSE 1\n#define TIENDO_E_RANGE 2",
        "PARSE 2\n#define TIENDO_E_RANGE 1",
        "layout",
    ),
    ("constant removed", "#define TIENDO_E_RANGE 2\n", "", "layout"),
]
ALLOWED = [
    ("nothing", "", ""),
    (
        "function added",
        "TIENDO_API void",
        "TIENDO_API void tiendo_new(int32_t a);\nTIENDO_API void",
    ),
    (
        "number added",
        "#define TIENDO_E_RANGE 2\n",
        "#define TIENDO_E_RANGE 2\n#define TIENDO_E_BUSY 3\n",
    ),
    ("next version", "#define TIENDO_VERSION_MINOR 1\n", "#define TIENDO_VERSION_MINOR 2\n"),
    (
        "handle added",
        "typedef struct tiendo_plan ",
        "typedef struct tiendo_log tiendo_log;\ntypedef struct tiendo_plan ",
    ),
    ("sized struct grew", "  const char* name;\n", "  const char* name;\n  int64_t column;\n"),
]


class Gates:
    """What a release has frozen, in a folder of its own."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.description = self.folder / "frozen.abi"
        self.layout = self.folder / "frozen.c"
        library = abi.reference(self.folder, HEADER)
        self.description.write_text(abi.described(library), encoding="utf-8")
        self.layout.write_text(abi.layout_of(self.folder, HEADER, "0.1.0"), encoding="utf-8")

    def seen_by(self, header):
        """Which gates refuse the header: types, layout, both or none."""
        library = abi.reference(self.folder, abi.without_new_members(header, HEADER))
        types = bool(list(abi.faults_of_types(self.description, library)))
        layout = bool(list(abi.faults_of_layout(self.layout, self.folder, header)))
        return {(0, 0): "none", (1, 0): "types", (0, 1): "layout", (1, 1): "both"}[types, layout]


class GatesTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory(prefix="tiendo-abi-")
        cls.addClassCleanup(folder.cleanup)
        cls.gates = Gates(folder.name)

    def changed(self, before, after):
        self.assertEqual(HEADER.count(before) if before else 1, 1, before)
        return HEADER.replace(before, after) if before else HEADER

    def test_each_break_is_refused(self):
        for what, before, after, gates in BREAKS:
            with self.subTest(what):
                self.assertEqual(self.gates.seen_by(self.changed(before, after)), gates)

    def test_what_is_allowed_passes(self):
        for what, before, after in ALLOWED:
            with self.subTest(what):
                self.assertEqual(self.gates.seen_by(self.changed(before, after)), "none")

    def test_what_is_behind_a_handle_is_not_described(self):
        lines = self.gates.description.read_text(encoding="utf-8").splitlines()
        handle = [line for line in lines if "class-decl name='tiendo_plan'" in line]
        self.assertEqual(len(handle), 1)
        self.assertIn("is-declaration-only='yes'", handle[0])

    def test_a_gap_at_the_end_of_a_sized_structure_is_found(self):
        header = self.changed("  const char* name;\n", "  const char* name;\n  int32_t column;\n")
        found = list(abi.faults_of_ends(self.gates.folder, header))
        self.assertEqual(found, ["tiendo_info: 4 bytes behind its last member"])
        self.assertEqual(list(abi.faults_of_ends(self.gates.folder, HEADER)), [])

    def test_names(self):
        frozen = "function tiendo_a 0.1\nconstant TIENDO_VERSION_MINOR 1 0.1\n"
        new = "constant TIENDO_VERSION_MINOR 2 0.1\n" + "function tiendo_a 0.1\n"
        self.assertEqual(list(abi.faults_of_names(frozen, new, "0.2")), [])
        self.assertEqual(
            list(abi.faults_of_names(frozen, new + "function tiendo_b 0.2\n", "0.2")), []
        )
        more = "function tiendo_a 0.1\nfunction tiendo_b 0.1\n"
        for bad in ("", "function tiendo_a 0.2\n", more):
            with self.subTest(bad=bad):
                self.assertNotEqual(list(abi.faults_of_names(frozen, bad, "0.2")), [])


    def test_first_sizes(self):
        source = "read(TIENDO_FIRST_SIZE(tiendo_info, status)"
        frozen = abi.first_sizes(self.gates.folder, HEADER, [source])
        self.assertEqual(frozen, "tiendo_info 8\n")
        more = frozen + "tiendo_new 8\n"
        self.assertEqual(list(abi.faults_of_lines("first sizes", frozen, more)), [])
        today = abi.first_sizes(self.gates.folder, HEADER, [source.replace("status", "row")])
        self.assertEqual(len(list(abi.faults_of_lines("first sizes", frozen, today))), 1)


class MissingTest(unittest.TestCase):
    """A tool or a frozen file that is not there is a failure, never a check that passes by."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="tiendo-abi-")
        self.addCleanup(folder.cleanup)
        self.gates = Gates(folder.name)

    def test_no_tool(self):
        real = subprocess.run
        for tool in ("gcc", "clang", "readelf", "abidiff"):

            def without(command, tool=tool, **options):
                name = "/no/tool" if command[0] == tool else command[0]
                return real([name, *command[1:]], **options)

            with self.subTest(tool), mock.patch("subprocess.run", without):
                self.assertRaises(FileNotFoundError, self.gates.seen_by, HEADER)

    def test_no_frozen_file(self):
        library = abi.reference(self.gates.folder, HEADER)
        self.gates.description.unlink()
        self.gates.layout.unlink()
        self.assertRaises(abi.Failed, list, abi.faults_of_types(self.gates.description, library))
        self.assertRaises(
            abi.Failed, list, abi.faults_of_layout(self.gates.layout, self.gates.folder, HEADER)
        )

    def test_no_debug_information(self):
        header = HEADER.replace("int32_t length", "int64_t length")
        library = abi.reference(self.gates.folder, header)
        self.assertNotEqual(list(abi.faults_of_types(self.gates.description, library)), [])
        abi.run("strip", "--strip-debug", library)
        self.assertRaises(abi.Failed, list, abi.faults_of_types(self.gates.description, library))


if __name__ == "__main__":
    unittest.main()
