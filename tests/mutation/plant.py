"""Plants each fault of faults.toml in a tree of its own, and says which of them no test has seen.

A fault that survives shows what no test asks for. It fails the check, unless the list says why it cannot be seen;
so does a fault with such a reason that a test has seen all the same.

    python3 tests/mutation/plant.py                     all of them (cmake --workflow --preset mutation)
    python3 tests/mutation/plant.py verdict rows        those in whose file, text or sentence a word occurs
    python3 tests/mutation/plant.py --list              what there is, and what would run

The tree is build/mutation/tree, built without optimisation and brought up to date each time. For each fault the
tests that its file names at its top run first, then the other tests of the engine, then golden files, and last of all
what takes minutes; the first that fails ends it. The oracles draw fewer books (TIENDO_CASES, 150), from TIENDO_SEED.
"""

import argparse
import dataclasses
import os
import pathlib
import re
import shutil
import subprocess
import sys
import time
import tomllib

ROOT = pathlib.Path(__file__).resolve().parents[2]
FAULTS = ROOT / "tests/mutation/faults.toml"
PARTS = ("CMakeLists.txt", "CMakePresets.json", "LICENSE", "README.md", "include", "src", "capi", "docs", "tests")
# Those that look at books of every kind: after the tests that the file names, before the rest.
BROAD = ("oracle/engine_oracle", "oracle/work_oracle", "oracle/checks_oracle", "oracle/map_oracle",
         "oracle/work_map_oracle")
# What takes a minute or more: these tests of these programs wait until all others have passed.
LAST = {"oracle/engine_oracle": "*EverySmallBook*", "oracle/profile_oracle": "*"}
SLOW_SECONDS = 600  # a fault may make a test run for ever
# What a fault may leave behind is no error.
CALM = "".join(f'#pragma GCC diagnostic ignored "-Wunused-{what}"\n'
               for what in ("variable", "but-set-variable", "parameter", "function"))


@dataclasses.dataclass
class Fault:
    """A text that occurs once in a file, what is put in its place, and what is wrong then."""

    file: str
    text: str
    becomes: str
    says: str
    survives: str = ""  # why no test can see it


def read_faults(path=FAULTS):
    with open(path, "rb") as file:
        return [Fault(**one) for one in tomllib.load(file)["fault"]]


class Tree:
    """A copy of the sources that is built and tested on its own."""

    def __init__(self, folder):
        self.source = folder / "tree"
        self.binary = self.source / "build/dev"  # as in a tree of one's own, so that ccache knows it

    def update(self):
        """Brings the copy up to date; a file that is the same keeps its time."""
        wanted = set()
        for part in PARTS:
            files = [ROOT / part] if (ROOT / part).is_file() else (ROOT / part).rglob("*")
            for path in files:
                if not path.is_file() or "__pycache__" in path.parts:
                    continue
                name = path.relative_to(ROOT)
                wanted.add(name)
                copy = self.source / name
                if not copy.exists() or copy.read_bytes() != path.read_bytes():
                    copy.parent.mkdir(parents=True, exist_ok=True)
                    shutil.copyfile(path, copy)
        for path in list(self.source.rglob("*")):
            inside = path.relative_to(self.source)
            if path.is_file() and inside.parts[0] != "build" and inside not in wanted:
                path.unlink()

    def configure(self):
        options = ["-DCMAKE_CXX_FLAGS_DEBUG=-O0 -D_GLIBCXX_ASSERTIONS", "-DCMAKE_UNITY_BUILD=OFF"]
        if shutil.which("mold"):
            options += [f"-DCMAKE_{kind}_LINKER_FLAGS=-fuse-ld=mold" for kind in ("EXE", "SHARED")]
        if shutil.which("ccache"):
            options += [f"-DCMAKE_{language}_COMPILER_LAUNCHER=ccache" for language in ("C", "CXX")]
        run(["cmake", "--preset", "dev", *options], cwd=self.source, check=True)

    def build(self, *targets):
        """The output of the compiler where the targets cannot be built; else nothing."""
        done = run(["ninja", "-C", self.binary, *targets])
        return "" if done.returncode == 0 else done.stdout

    def test(self, name, which="*"):
        """Whether a test passes, or those of it that are asked for. Its program has been built."""
        environment = {"TIENDO_CASES": "150", **os.environ, "TIENDO_SOURCE": str(self.source),
                       "TIENDO_TOOL": str(self.binary / "tiendo"), "PYTHONDONTWRITEBYTECODE": "1"}
        if name.endswith(".py"):
            command = [sys.executable, str(self.source / "tests" / name)]
        else:
            command = [str(self.binary / "tests" / target_of(name)), "--gtest_fail_fast", "--gtest_brief=1",
                       which_of(name, which)]
        try:
            return run(command, cwd=self.source, env=environment, timeout=SLOW_SECONDS).returncode == 0
        except subprocess.TimeoutExpired:
            return False


def sources_without(root, faults):
    """Sources of the engine of which nothing has been tried."""
    sources = {path.relative_to(root).as_posix() for path in (root / "src/engine").rglob("*.cpp")}
    return sorted(sources - {fault.file for fault in faults})


def run(command, **options):
    return subprocess.run(list(map(str, command)), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                          errors="replace", **{"check": False, **options})


def target_of(test):
    """What has to be built for a test: of unit tests the program of their layer."""
    if test.endswith(".py"):
        return "tiendo_cli"
    return (test.rpartition("/")[0] if test.startswith("unit/") else test).replace("/", "_") + "_test"


def which_of(test, which):
    """What says to a program which of its tests are to run."""
    return test.rpartition("/")[2] if test.startswith("unit/") else f"--gtest_filter={which}"


def tests_of(root):
    """All tests that may see a fault of the engine: those of the engine, then the oracles, then golden files."""
    listed = (root / "tests/CMakeLists.txt").read_text(encoding="utf-8")
    units = [f"unit/engine/{noun}" for noun in re.findall(r"^tiendo_unit_test\(engine (\w+)\)", listed, re.M)]
    engine = re.findall(r"^tiendo_gtest\((oracle/\w+_oracle|golden/cases)\b", listed, re.M)
    of_books = [name for name in engine if "golden" in name or uses_engine(root, name)]
    return [*units, *of_books, "golden/reports_test.py",
            *(f"cli/{noun}_test.py" for noun in ("explain", "map", "rules", "score", "summary_trace", "trace", "verify",
                                                "work_trace"))]


def uses_engine(root, test):
    return "engine/" in text_with_headers(root / f"tests/{test}_test.cpp")


def text_with_headers(path):
    """A test and the headers beside it that it includes."""
    text = path.read_text(encoding="utf-8")
    for name in re.findall(r'^#include "([\w./]+)"', text, re.M):
        beside = path.parent / name
        if beside.is_file():
            text += beside.read_text(encoding="utf-8")
    return text


def named_by(root, file):
    """The tests that a source names at its top, in that order."""
    first = (root / file).read_text(encoding="utf-8").partition("\n\n")[0]
    first = first.partition("\n//\n")[0]
    folder = "unit/engine"
    names = []
    for path in re.findall(r"[\w/]*\w+_test\.(?:cpp|py)", first):
        name = path.removeprefix("tests/").removesuffix("_test.cpp")
        folder = name.rpartition("/")[0] or folder
        names.append(name if "/" in name else f"{folder}/{name}")
    return names


def order(root, file, tests):
    """The tests for a fault in a file, in groups that are built together: the likely ones first."""
    first = [name for name in named_by(root, file) if name in tests]
    quick = [name for name in first if name.startswith("unit")]
    broad = [name for name in [*first, *BROAD] if name in tests and name not in quick]
    rest = [name for name in tests if name not in quick and name not in broad]
    units = [name for name in rest if name.startswith("unit")]
    last = [name for name in rest if name not in units]
    return [group for group in (quick, units if not quick else [], list(dict.fromkeys(broad)),
                                units if quick else [], last) if group]


def steps(groups):
    """The groups with what runs of each test; what takes long is a group of its own at the end."""
    first = [[(name, f"-{LAST[name]}" if name in LAST else "*") for name in group] for group in groups]
    return [*first, [(name, LAST[name]) for group in groups for name in group if name in LAST]]


class Planter:
    def __init__(self, tree):
        self.tree = tree
        self.tests = tests_of(tree.source)

    def prepare(self):
        """Builds everything without a fault; every test has to pass."""
        output = self.tree.build(*sorted({target_of(name) for name in self.tests}))
        if output:
            sys.exit(f"the tree does not build:\n{output[-4000:]}")
        failing = [name for name in self.tests if not self.tree.test(name)]
        if failing:
            sys.exit(f"without any fault these fail: {', '.join(failing)}")

    def killer_of(self, fault, quick):
        """The first test that fails with the fault; nothing where none does, of the likeliest where it is quick."""
        path = self.tree.source / fault.file
        good = path.read_text(encoding="utf-8")
        if good.count(fault.text) != 1:
            return f"fault: its text occurs {good.count(fault.text)} times"
        path.write_text(CALM + good.replace(fault.text, fault.becomes), encoding="utf-8")
        try:
            for step in steps(order(self.tree.source, fault.file, self.tests))[:1 if quick else None]:
                output = self.tree.build(*sorted({target_of(name) for name, _ in step}))
                if output:
                    return "fault: it does not compile\n" + output[-2000:]
                for name, which in step:
                    if not self.tree.test(name, which):
                        return name
            return ""
        finally:
            path.write_text(good, encoding="utf-8")


def verdict_on(fault, killer):
    """What is said of a fault, and whether that fails the check."""
    if killer.startswith("fault:"):
        return killer, True
    if not killer:
        return (f"survives, as it must: {fault.survives}", False) if fault.survives else ("SURVIVES", True)
    return (f"{killer} sees it, though it is listed as one that none can see", True) if fault.survives else (killer, False)


def main():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("words", nargs="*", help="only faults in whose file, text or sentence one of these occurs")
    parser.add_argument("--list", action="store_true", help="print the faults and the tests named first; plant none")
    parser.add_argument("--folder", type=pathlib.Path, default=ROOT / "build/mutation", help="where the tree is")
    parser.add_argument("--quick", action="store_true", help="run the unit tests that a file names alone")
    parser.add_argument("--trust", action="store_true", help="do not test the tree without a fault first")
    asked = parser.parse_args()
    listed = read_faults()
    faults = [fault for fault in listed
              if not asked.words or any(word in f"{fault.file} {fault.text} {fault.says}" for word in asked.words)]
    if asked.list:
        for fault in faults:
            print(f"{fault.file}: {fault.says} ({', '.join(named_by(ROOT, fault.file))})")
        return 0
    tree = Tree(asked.folder)
    tree.update()
    tree.configure()
    planter = Planter(tree)
    if not asked.trust:
        planter.prepare()
    failures = 0
    for source in sources_without(ROOT, listed) if not asked.words else ():
        failures += 1
        print(f"{source}: no fault is listed for it")
    for number, fault in enumerate(faults, 1):
        start = time.monotonic()
        said, fails = verdict_on(fault, planter.killer_of(fault, asked.quick))
        failures += fails
        print(f"{number}/{len(faults)} {time.monotonic() - start:.0f} s {fault.file}: {fault.says}: {said}", flush=True)
    print(f"{len(faults)} faults, {failures} not as listed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
