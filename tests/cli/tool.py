"""Runs the tool for the tests. Its path is in TIENDO_TOOL, as ctest sets it."""

import csv
import io
import os
import pathlib
import subprocess

ROOT = pathlib.Path(__file__).resolve().parents[2]
EXAMPLE = "docs/examples/bim-son-2024"
BIM_SON = (f"{EXAMPLE}/plan.json", f"{EXAMPLE}/observations.csv")


def book(name):
    """The plan and the observations of a book of tests/golden/books."""
    return (f"tests/golden/books/{name}/plan.json", f"tests/golden/books/{name}/observations.csv")


COMMUNE = book("commune")
DISTRICT = book("district")
RESULTS = book("results")
VERDICTS = book("verdicts")
SERIES = book("series")
BASES = book("bases")
FACTS = book("facts")
FORMULAS = book("formulas")
LAYERS = book("layers")
CALENDARS = book("calendars")
FIVE_YEARS = book("five-years")
PATHS = book("paths")
CHECKS = book("checks")
WORKS = (*book("works"), "--tasks", "tests/golden/books/works/tasks.csv")
BIM_SON_MAP = book("bim-son-2025-map")
UNITS = book("units-2025")
ROLL_UPS = book("roll-ups")
PERIODS = book("periods")
LEFT_OUT = "tests/golden/books/roll-ups/left-out.json"
PERIOD_BEFORE = "tests/golden/books/periods/period-before.json"
REVISIONS = book("revisions")
THANH_HOA = book("thanh-hoa-2024")


def tiendo(*arguments, environment=None, stdout=subprocess.PIPE, timeout=60):
    """Runs the tool at the top of the tree: its exit status, output and messages as bytes."""
    return subprocess.run([os.environ["TIENDO_TOOL"], *map(str, arguments)], cwd=ROOT, stdout=stdout,
                          stderr=subprocess.PIPE, stdin=subprocess.DEVNULL, timeout=timeout, check=False,
                          env={**os.environ, **(environment or {})})


def output(*arguments, **options):
    """What the tool prints when all is well."""
    done = tiendo(*arguments, **options)
    if done.returncode != 0 or done.stderr:
        raise AssertionError(f"{arguments}: {done.returncode} {done.stderr.decode()}")
    return done.stdout.decode("utf-8")


def rows(*arguments):
    """The rows of a report as CSV."""
    return list(csv.DictReader(io.StringIO(output("report", *arguments, "--format", "csv"))))
