"""Prints how far along a plan is on a day, with a worker for each province (Dask).

    python3 provinces.py PLAN DATE PROVINCE=OBSERVATIONS...

Each worker reads the plan and the observations of its province, and sends what they amount to.
"""

import datetime
import sys

import dask
import tiendo


def summed_up(plan, province, observations, day):
    """What a province amounts to, as text; runs where its observations are."""
    with tiendo.load(plan, observations) as book:
        return book.partial([province], as_of=day).dumps()


def merged(plan, texts):
    """What several parts amount to together."""
    with tiendo.load(plan) as book:
        first, *others = (tiendo.Partial.loads(book.plan, text) for text in texts)
        for other in others:
            first.merge(other)
        return first.dumps()


def report_of(plan, tables, day):
    """The report of the country and its provinces, from (province, observations) of each."""
    parts = [dask.delayed(summed_up)(plan, province, table, day) for province, table in tables]
    while len(parts) > 1:
        parts = [dask.delayed(merged)(plan, parts[i : i + 8]) for i in range(0, len(parts), 8)]
    text = dask.compute(parts[0], scheduler="processes")[0]
    with tiendo.load(plan) as book:
        return tiendo.Partial.loads(book.plan, text).report()


def main(arguments):
    tables = [tuple(argument.split("=", 1)) for argument in arguments[2:]]
    if not tables or any(len(table) != 2 for table in tables):
        print("usage: provinces.py PLAN DATE PROVINCE=OBSERVATIONS...", file=sys.stderr)
        return 2
    try:
        report = report_of(arguments[0], tables, datetime.date.fromisoformat(arguments[1]))
    except (tiendo.Error, ValueError) as problem:
        print(problem, file=sys.stderr)
        return 1
    sys.stdout.reconfigure(encoding="utf-8")
    sys.stdout.write(report.write(format="text", lang="vi"))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
