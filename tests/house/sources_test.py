"""Every source is built and tested, nothing lies about, nothing is left half-done."""

import re
import unittest

from house import CXX_SUFFIXES, ROOT, expect_none, files_under, planted

# Everything that may stand at the top, besides files and folders whose name begins with a dot.
TOP = {
    "CMakeLists.txt",
    "CMakePresets.json",
    "LICENSE",
    "README.md",
    "capi",
    "docs",
    "include",
    "pyproject.toml",
    "src",
    "tests",
}
# What building and Python leave behind; .gitignore names them too.
LEFT_BY_BUILDING = {"build", "compile_commands.json"}
FOLDERS = ("include", "src", "capi", "tests", "docs", ".ci")

MOST_LINES = 400
EXCUSE = re.compile(r"Long[\s*/#]+because")

# pattern, reason; looked for in every text of the tree but this one
LEFT_OVER = [
    (r"\b(TODO|FIXME|XXX|HACK)\b", "finish it, or leave it out"),
    (r"(?<![\w.~$}/])/(home|root|tmp|mnt|Users|wor[k])/", "a path of somebody's machine"),
    (
        r"\bGTEST_SKIP\b|\bDISABLED_|\bunittest\.skip|\bskipTest\b|\bSkipTest\b",
        "a test that does not run",
    ),
    (r"[ \t]+$", "space at the end of a line"),
    (r"^(<<<<<<<|>>>>>>>) ", "a merge that was not finished"),
]
TEXTS = CXX_SUFFIXES | {".py", ".txt", ".md", ".in", ".json", ".csv", ".case", ".expect", ""}
# Data whose faults may be what a test is about.
DATA = ("tests/data", "tests/fuzz/corpus", "tests/golden")


def unlisted(root):
    """Sources that no CMakeLists.txt names."""
    main = (root / "CMakeLists.txt").read_text(encoding="utf-8")
    tests = (root / "tests/CMakeLists.txt").read_text(encoding="utf-8")
    named = set(re.findall(r"[\w./-]+", main))
    for path in files_under(
        root, "include", "src", "capi/include", "capi/src", suffixes=CXX_SUFFIXES
    ):
        # A private header is built with the sources that include it, and a public one is installed.
        private = path.parts[0] == "src" or path.parts[1] == "src"
        if private and path.suffix in {".hpp", ".h", ".def"}:
            continue
        if path.as_posix() not in named:
            yield f"{path}: CMakeLists.txt does not name it"
    for path in files_under(root, "tests"):
        inside = path.relative_to("tests")
        if re.search(r"_test\.(cpp|c|py)$", path.name):
            named = call_of(inside, tests)
        elif path.suffix in {".cpp", ".c"}:  # a source that a test, a benchmark ... is built with
            named = inside.as_posix() in tests or path.name in words_beside(root / path)
        else:
            named = True
        if not named:
            yield f"{path}: tests/CMakeLists.txt does not name it"


def words_beside(path):
    """The words of the CMakeLists.txt in the folder of a file, or none."""
    beside = path.with_name("CMakeLists.txt")
    return re.findall(r"[\w.-]+", beside.read_text(encoding="utf-8")) if beside.is_file() else []


def call_of(path, tests):
    """Whether a line of tests/CMakeLists.txt registers tests/<path>."""
    name = re.sub(r"_test$", "", path.with_suffix("").as_posix())
    patterns = [rf"^tiendo_(gtest|c_test)\({name}[\s)]", rf"^tiendo_python_test\({name}_test\)"]
    if path.parts[0] == "unit":
        patterns.append(
            rf"^tiendo_unit_test\({path.parts[1]} {'/'.join(path.parts[2:])[: -len('_test.cpp')]}\)"
        )
    if path.parts[0] == "house":
        patterns.append(rf"^tiendo_house_test\({name[len('house/'):]}\)")
    return any(re.search(pattern, tests, re.MULTILINE) for pattern in patterns)


def strangers(root):
    """What stands at the top and has no place there."""
    for path in sorted(root.iterdir()):
        name = path.name
        if name not in TOP | LEFT_BY_BUILDING and not name.startswith("."):
            yield f"{name}: the top level is fixed: {', '.join(sorted(TOP))}"


def left_overs(root):
    """Lines that say that something is not finished, or where it was made."""
    tops = [
        path.relative_to(root)
        for path in sorted(root.iterdir())
        if path.is_file() and path.name != ".git"  # a file in a second work tree
    ]
    for path in tops + files_under(root, *FOLDERS):
        data = path.as_posix().startswith(DATA) or path.name == "LICENSE"
        if path.suffix not in TEXTS or data or path.name == "sources_test.py":
            continue
        text = (root / path).read_text(encoding="utf-8")
        for pattern, reason in LEFT_OVER:
            for match in re.finditer(pattern, text, re.MULTILINE):
                line = text.count("\n", 0, match.start()) + 1
                yield f"{path}:{line}: {match[0].strip()}: {reason}"


def long_files(root):
    """Sources too long to be read in one go that do not say why."""
    for path in files_under(
        root, "include", "src", "capi", "tests", suffixes=CXX_SUFFIXES | {".py"}
    ):
        lines = (root / path).read_text(encoding="utf-8").splitlines()
        if len(lines) > MOST_LINES and not EXCUSE.search("\n".join(lines[:30])):
            yield f"{path}: {len(lines)} lines; split it, or say at its top: Long because ..."


def untested(root):
    """Test sources without a test, and sources that do not say who tests them."""
    for path in files_under(root, "tests", suffixes={".cpp"}):
        if path.name.endswith("_test.cpp") and not re.search(
            r"^(TYPED_)?TEST(_[FP])?\(", (root / path).read_text(encoding="utf-8"), re.MULTILINE
        ):
            yield f"{path}: no test in it"
    for path in files_under(root, "src", "capi/src", suffixes={".cpp"}):
        first = (root / path).read_text(encoding="utf-8").partition("\n\n")[0]
        named = re.findall(r"tests/[\w./-]+\w", first)
        if not first.startswith("// Tested by ") or not named:
            yield f"{path}: does not open with `// Tested by tests/...`"
        for name in named:
            if not (root / name).exists():
                yield f"{path}: {name} is not there"


def faults(root):
    return [
        fault
        for check in (unlisted, strangers, left_overs, long_files, untested)
        for fault in check(root)
    ]


class SourcesTest(unittest.TestCase):
    def test_the_tree_is_in_order(self):
        expect_none(self, faults(ROOT))


class PlantedFaultTest(unittest.TestCase):
    GOOD = {
        "CMakeLists.txt": "add_library(a\n  src/base/id.cpp\n  include/tiendo/base/id.hpp)\n",
        "tests/CMakeLists.txt": "tiendo_unit_test(base id)\ntiendo_house_test(layers)\n"
        "tiendo_c_test(capi/rows)\ntiendo_python_test(python/rows_test)\n"
        "tiendo_gtest(oracle/ratio)\n",
        "src/base/id.cpp": "// Tested by tests/unit/base/id_test.cpp.\n\nint a;\n",
        "src/base/bits.hpp": "#pragma once\n",
        "include/tiendo/base/id.hpp": "#pragma once\n",
        "tests/unit/base/id_test.cpp": "TEST(IdTest, IsAnId) {}\n",
        "tests/oracle/ratio_test.cpp": "TEST(RatioTest, IsARatio) {}\n",
        "tests/capi/rows_test.c": "int main(void) {}\n",
        "tests/house/layers_test.py": "1\n",
        "tests/python/rows_test.py": "1\n",
        "tests/bench/CMakeLists.txt": "add_executable(quick quick.cpp)\n",
        "tests/bench/quick.cpp": "int main() {}\n",
        ".ci/install": "#!/bin/sh\n",
        "README.md": "See /usr/include and `build/dev`, https://example.org/home/a.\n",
    }

    def found_in(self, changed):
        with planted({**self.GOOD, **changed}) as root:
            return faults(root)

    def test_a_good_tree_has_no_fault(self):
        self.assertEqual(self.found_in({}), [])

    def test_each_fault_is_found(self):
        long = "int a;\n" * (MOST_LINES + 1)
        cases = [
            (
                "src/base/name.cpp",
                "// Tested by tests/unit/base/id_test.cpp.\n\n",
                "does not name it",
            ),
            ("include/tiendo/base/name.hpp", "", "does not name it"),
            ("tests/unit/base/name_test.cpp", "TEST(A, B) {}\n", "does not name it"),
            ("tests/house/new_test.py", "", "does not name it"),
            ("tests/capi/new_test.c", "", "does not name it"),
            ("tests/oracle/new.cpp", "", "does not name it"),
            ("tests/bench/new.cpp", "", "does not name it"),
            ("tests/unit/base/id_test.cpp", "", "no test in it"),
            ("src/base/id.cpp", "int a;\n", "does not open with"),
            (
                "src/base/id.cpp",
                "// Tested by tests/unit/base/gone_test.cpp.\n\n",
                "gone_test.cpp is not there",
            ),
            ("src/base/bits.hpp", "// TODO: more\n", "finish it"),
            ("notes.txt", "a\n", "the top level is fixed"),
            ("README.md", "Run /home/me/tiendo.\n", "somebody's machine"),
            (".ci/install", "cd /root/tiendo\n", "somebody's machine"),
            ("tests/unit/base/id_test.cpp", "TEST(A, B) { GTEST_SKIP(); }\n", "does not run"),
            ("src/base/bits.hpp", "int a; \n", "space at the end"),
            ("src/base/bits.hpp", long, "split it"),
        ]
        for path, text, reason in cases:
            with self.subTest(path=path, reason=reason):
                found = self.found_in({path: text})
                self.assertTrue(any(path in fault and reason in fault for fault in found), found)

    def test_a_long_file_may_say_why(self):
        text = "// A table. Long\n// because it is one.\n" + "int a;\n" * MOST_LINES
        self.assertEqual(self.found_in({"src/base/bits.hpp": text}), [])


if __name__ == "__main__":
    unittest.main()
