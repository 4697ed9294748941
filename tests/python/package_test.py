"""The package and the library it loads: versions, finding the library, memory, threads."""

import ast
import ctypes
import datetime
import gc
import os
import pathlib
import re
import subprocess
import sys
import threading
import unittest
from unittest import mock

import tiendo
from tiendo import _call, _table, _words

FOLDER = "docs/examples/bim-son-2024/"
PACKAGE = pathlib.Path(tiendo.__file__).parent
HEADER = pathlib.Path("capi/include/tiendo.h")
YEAR = datetime.date(2024, 12, 31)


def loaded_with(library):
    """What a new Python says when it imports the package with this TIENDO_LIBRARY."""
    environment = {**os.environ, "TIENDO_LIBRARY": library, "PYTHONPATH": str(PACKAGE.parent)}
    run = subprocess.run([sys.executable, "-c", "import tiendo"], env=environment, capture_output=True, text=True,
                         check=False)
    return run.stderr


def what_runs(node):
    """A tree but for what only type checkers read."""
    if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
        return
    yield node
    for child in ast.iter_child_nodes(node):
        yield from what_runs(child)


class PackageTest(unittest.TestCase):
    def test_the_version_is_that_of_the_tool(self):
        said = subprocess.run([os.environ["TIENDO_TOOL"], "--version"], capture_output=True, text=True, check=True)
        self.assertIn(tiendo.__version__, said.stdout)

    def test_all_that_is_promised_is_there_and_documented(self):
        for name in tiendo.__all__:
            self.assertTrue(getattr(tiendo, name).__doc__, name)
        self.assertTrue((PACKAGE / "py.typed").exists())

    def test_the_standard_library_is_enough(self):
        for path in sorted(PACKAGE.glob("*.py")):
            for node in what_runs(ast.parse(path.read_text(encoding="utf-8"))):
                names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
                if isinstance(node, ast.ImportFrom) and node.level == 0:
                    names = [node.module]
                for name in names:
                    self.assertIn(name.partition(".")[0], sys.stdlib_module_names, f"{path.name}: {name}")

    def test_pandas_is_missed_where_it_is_asked_for(self):
        self.assertNotIn("pandas", sys.modules)
        with mock.patch.dict(sys.modules, {"pandas": None}), self.assertRaisesRegex(ImportError, "pandas"):
            tiendo.last_findings().to_pandas()

    def test_a_library_that_is_not_ours_is_refused_with_a_sentence(self):
        self.assertIn("ImportError: cannot load no/such.so", loaded_with("no/such.so"))
        self.assertIn("is not the C library of tiendo", loaded_with("libc.so.6"))


class NumbersTest(unittest.TestCase):
    """The numbers and structures of the package are those of the header."""

    CONSTANTS = {name: int(value) for name, value in re.findall(
        r"^#define TIENDO_(\w+) (?:\(\(\w+\))?\(?(-?\d+)", HEADER.read_text(encoding="utf-8"), re.MULTILINE)}

    def expect(self, prefix, words):
        """The words are the constants of that prefix, without those that stand for `open`."""
        constants = {name[len(prefix):]: value for name, value in self.CONSTANTS.items() if name.startswith(prefix)}
        self.assertEqual({word.upper(): number for word, number in words.items()},
                         {word: number for word, number in constants.items() if word.upper() in
                          {known.upper() for known in words}})
        missing = set(constants) - {word.upper() for word in words}
        self.assertLessEqual(missing, {"OWN", "UNKNOWN", "DEFAULT", "VALUE", "EXACT", "VIETNAMESE", "NONE",
                                       "NOT_APPLICABLE"}, prefix)

    def test_enums(self):
        for prefix, enum in (("SEVERITY_", tiendo.Severity), ("ROW_", tiendo.RowKind), ("VERDICT_", tiendo.Verdict),
                             ("SCHEDULE_", tiendo.Schedule), ("STATE_", tiendo.State),
                             ("COVERAGE_", tiendo.CoverageOf)):
            self.expect(prefix, {member.name: member.value for member in enum})

    def test_words(self):
        self.expect("FIELD_", _words.FIELDS)
        self.expect("ROUND_", _words.ROUNDINGS)
        self.expect("LANGUAGE_", _words.LANGUAGES)
        self.expect("FORMAT_", _words.FORMATS)
        self.expect("PART_", _words.PARTS)
        self.expect("FINALITY_", _words.FINALITIES)
        self.expect("LEFTOVER_", _words.LEFTOVERS)
        self.expect("OPERATION_", _words.OPERATIONS)
        self.expect("SET_ASIDE_", {name or "none": number for name, number in _words.SET_ASIDE.items()})
        for prefix, words in (("FORM_", _words.FORMS), ("QUALIFIER_", _words.QUALIFIERS),
                              ("SCALE_WORD_", _words.SCALE_WORDS)):
            self.expect(prefix, {word: number for word, number in words.items() if word})
        self.assertEqual(_words.NUMBERS, {"plain": self.CONSTANTS["NUMBERS_PLAIN"],
                                          "vi": self.CONSTANTS["NUMBERS_VIETNAMESE"]})
        self.assertEqual(_words.STANDINGS, {"n/a": self.CONSTANTS["STANDING_NOT_APPLICABLE"],
                                            "withheld": self.CONSTANTS["STANDING_WITHHELD"],
                                            "unchanged": self.CONSTANTS["STANDING_UNCHANGED"],
                                            "yes": self.CONSTANTS["STANDING_YES"],
                                            "no": self.CONSTANTS["STANDING_NO"],
                                            "range": self.CONSTANTS["STANDING_RANGE"], "words": self.CONSTANTS["STANDING_WORDS"]})

    def test_the_other_numbers(self):
        ours = {name: value for name, value in vars(_table).items() if name.isupper() and isinstance(value, int)}
        self.assertIn("DIGITS_OWN", ours)
        self.assertEqual(ours, {name: self.CONSTANTS[name] for name in ours})

    def test_structures(self):
        text = re.sub(r"/\*.*?\*/", "", HEADER.read_text(encoding="utf-8"), flags=re.DOTALL)
        members = [re.findall(r"(\w+);", body) for _, body in
                   re.findall(r"typedef struct (\w+) \{(.*?)\}", text, re.DOTALL)]
        ours = [[name for name, _ in kind._fields_] for kind in vars(_table).values()
                if isinstance(kind, type) and issubclass(kind, ctypes.Structure)]
        self.assertEqual(sorted(ours), sorted(members))

    def test_a_number_that_is_not_known_yet_is_a_member(self):
        later = tiendo.Verdict(77)
        self.assertEqual((later, later.name), (77, "UNKNOWN_77"))


class TextsTest(unittest.TestCase):
    def test_a_long_text_is_that_of_its_bytes_wherever_it_is_cut(self):
        whole = ("Xi m\u0103ng, t\u1ea5n; \U0001f33e " * 9).encode() + b"\xff\xe1\xba"
        with mock.patch("tiendo._call._PIECE", 5):
            for end in range(len(whole) + 1):
                data = memoryview(whole)[:end]
                self.assertEqual(_call.decoded(data), str(data, "utf-8", "surrogateescape"))


class MallocInfo(ctypes.Structure):
    """What mallinfo2() of the C library says; uordblks are the bytes that are in use."""

    _fields_ = [(name, ctypes.c_size_t) for name in (
        "arena", "ordblks", "smblks", "hblks", "hblkhd", "usmblks", "fsmblks", "uordblks", "fordblks", "keepcost")]


def bytes_in_use():
    gc.collect()
    libc = ctypes.CDLL(None)
    libc.mallinfo2.restype = MallocInfo
    info = libc.mallinfo2()
    return info.uordblks + info.hblkhd


class MemoryTest(unittest.TestCase):
    def test_ten_thousand_calls_leave_nothing_behind(self):
        book = tiendo.load(FOLDER + "plan.json", FOLDER + "observations.csv")

        def work(times):
            for _ in range(times):
                row = book.report(YEAR)[2]
                for _ in range(10):
                    row.completion, row.exact.growth, row.indicator_name("en"), row.explain()
                with self.assertRaises(tiendo.Error):
                    tiendo.loads("{}")

        work(25)
        before = bytes_in_use()
        work(100)
        # One byte a call would be half of this, one report a round fifty times as much. (Under a
        # sanitizer, which has its own malloc, nothing is seen here: it looks for leaks in the C tests.)
        self.assertLess(bytes_in_use() - before, 20000)


    def test_a_hundred_thousand_calls_leave_nothing_behind(self):
        report = tiendo.load(FOLDER + "plan.json", FOLDER + "observations.csv").report(YEAR)

        def work(times):
            for _ in range(times):
                tiendo.parse_number("12.50"), tiendo.format_number(5), tiendo.Period.parse("2024"), report[0]

        work(100)
        before = bytes_in_use()
        work(25_000)
        self.assertLess(bytes_in_use() - before, 50_000)


class ClosingTest(unittest.TestCase):
    def test_what_has_a_handle_ends_with_its_block(self):
        book = tiendo.load(FOLDER + "plan.json", FOLDER + "observations.csv")
        made = [
            (tiendo.PlanBuilder(book.plan), lambda it: it.build()),
            (book.plan, lambda it: it.counts),
            (book.partial([book.plan.head.unit], as_of=YEAR), lambda it: it.dumps()),
            (book.report(YEAR), lambda it: it[0]),
            (book.work(YEAR), lambda it: it.write()),
            (tiendo.load(FOLDER + "plan.json"), lambda it: it.counts),
        ]
        for thing, use in made:
            with self.subTest(kind=type(thing)):
                with thing as same:
                    self.assertIs(same, thing)
                    use(thing)
                with self.assertRaisesRegex(ValueError, "closed"):
                    use(thing)
                thing.close()
        self.assertGreater(len(book.report(YEAR)), 0)  # the book keeps what it needs of its plan

    def test_rows_are_what_they_say(self):
        book = tiendo.load(FOLDER + "plan.json", FOLDER + "observations.csv")
        first, second = book.report(YEAR), book.report(YEAR)
        self.assertEqual(list(first), list(second))
        self.assertEqual(len({*first, *second}), len(first))
        self.assertNotEqual(first[0], first[1])
        self.assertNotEqual(first[0], "row")
        said = first[0].as_dict()
        self.assertEqual((said["indicator"], said["actual"], said["verdict"]),
                         (first[0].indicator, first[0].actual, first[0].verdict))
        self.assertTrue({"target", "growth", "period_start", "coverage", "state"} <= set(said))
        self.assertNotIn("exact", said)


class ThreadsTest(unittest.TestCase):
    def test_a_report_is_shared_by_threads(self):
        book = tiendo.load(FOLDER + "plan.json", FOLDER + "observations.csv")
        report = book.report(YEAR)
        wanted = report.write()
        faults = []

        def work():
            try:
                for _ in range(20):
                    if report.write() != wanted or book.report(YEAR).write() != wanted:
                        faults.append("a text differs")
            except Exception as problem:  # pylint: disable=broad-except
                faults.append(problem)

        threads = [threading.Thread(target=work) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(faults, [])

    def test_a_report_may_be_closed_while_another_thread_uses_it(self):
        for _ in range(50):
            report = tiendo.load(FOLDER + "plan.json", FOLDER + "observations.csv").report(YEAR)
            thread = threading.Thread(target=report[1].explain)
            thread.start()
            report.close()
            thread.join()


if __name__ == "__main__":
    unittest.main()
