"""Prints how far along a plan is on a day, with a worker for each province (Dask).

    python3 provinces.py PLAN DATE PROVINCE=OBSERVATIONS...

Each worker reads the plan and the observations of its province, and sends what they amount to.
"""

import datetime
import sys
from typing import Iterable, List, Tuple

import dask
import tiendo


def summed_up(plan: str, province: str, observations: str, day: datetime.date) -> str:
    """What a province amounts to, as text; runs where its observations are."""
    with tiendo.load(plan, observations) as book:
        return book.partial([province], as_of=day).dumps()


def merged(plan: str, texts: Iterable[str]) -> str:
    """What several parts amount to together."""
    with tiendo.load(plan) as book:
        first, *others = (tiendo.Partial.loads(book.plan, text) for text in texts)
        for other in others:
            first.merge(other)
        return first.dumps()


def report_of(plan: str, tables: List[Tuple[str, str]], day: datetime.date) -> tiendo.Report:
    """The report of the country and its provinces, from (province, observations) of each."""
    parts = [dask.delayed(summed_up)(plan, province, table, day) for province, table in tables]
    while len(parts) > 1:
        parts = [dask.delayed(merged)(plan, parts[i : i + 8]) for i in range(0, len(parts), 8)]
    text = dask.compute(parts[0], scheduler="processes")[0]
    with tiendo.load(plan) as book:
        return tiendo.Partial.loads(book.plan, text).report()


def main(arguments: List[str]) -> int:
    pairs = [argument.partition("=") for argument in arguments[2:]]
    if not pairs or not all(equals for _, equals, _ in pairs):
        print("usage: provinces.py PLAN DATE PROVINCE=OBSERVATIONS...", file=sys.stderr)
        return 2
    try:
        tables = [(province, table) for province, _, table in pairs]
        report = report_of(arguments[0], tables, datetime.date.fromisoformat(arguments[1]))
    except (tiendo.Error, ValueError) as problem:
        print(problem, file=sys.stderr)
        return 1
    sys.stdout.buffer.write(report.write(format="text", lang="vi").encode())
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
