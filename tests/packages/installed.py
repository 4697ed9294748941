"""Runs the tests of the Python package against one that is installed, never the one of the sources.

    python3 tests/packages/installed.py PYTHON FOLDER [TEST...]

PYTHON is the interpreter that has it, FOLDER where it must lie; without names all tests run but
those of the example programs, which a build makes. TIENDO_TOOL names the tool that is compared with.
"""

import concurrent.futures
import os
import pathlib
import signal
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
FOLDER = ROOT / "tests/python"
# What would lead to another package or library than the one that is installed.
MISLEADING = ("PYTHONPATH", "TIENDO_LIBRARY", "LD_LIBRARY_PATH", "LD_PRELOAD")
SAY_WHERE = """
import pathlib, tiendo
print(pathlib.Path(tiendo.__file__).resolve())
print(next(line.split()[-1] for line in open("/proc/self/maps") if "libtiendo_c" in line))
"""


def run(python, *arguments):
    environment = {name: value for name, value in os.environ.items() if name not in MISLEADING}
    return subprocess.run(
        [python, "-B", *arguments], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )


def where(python):
    """Where the package lies that this Python imports, and the library that it loads."""
    said = run(python, "-c", SAY_WHERE)
    if said.returncode != 0:
        raise SystemExit(said.stderr)
    return said.stdout.split()


def main(arguments):
    if len(arguments) < 2:
        print(__doc__, file=sys.stderr)
        return 2
    python, folder, *names = arguments
    # What runs in the background of a shell is deaf to Ctrl-C, and so would be the test of it.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    package, library = where(python)
    print(f"{package}, {library}")
    if not pathlib.Path(package).is_relative_to(pathlib.Path(folder).resolve()):
        print(f"the package is not in {folder}", file=sys.stderr)
        return 1
    tests = [FOLDER / f"{name}_test.py" for name in names] or [
        path for path in sorted(FOLDER.glob("*_test.py")) if path.name != "examples_test.py"
    ]
    failed = 0
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as at_once:
        for test, done in zip(tests, at_once.map(lambda test: run(python, str(test)), tests)):
            failed += done.returncode != 0
            print(f"{test.name}: {'ok' if done.returncode == 0 else done.stderr}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
