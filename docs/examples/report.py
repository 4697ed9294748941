"""Prints how far along a plan is on a day, from Python, as `tiendo report` does.

    python3 report.py PLAN OBSERVATIONS DATE
"""

import datetime
import sys
from typing import List

import tiendo


def main(arguments: List[str]) -> int:
    if len(arguments) != 3:
        print("usage: report.py PLAN OBSERVATIONS DATE", file=sys.stderr)
        return 2
    plan, observations, day = arguments
    try:
        ## [read and print]
        report = tiendo.load(plan, observations).report(as_of=datetime.date.fromisoformat(day))
    except (tiendo.Error, ValueError) as problem:
        print(problem, file=sys.stderr)
        return 1
    sys.stdout.buffer.write(report.write(format="text", lang="vi").encode())
    ## [read and print]
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
