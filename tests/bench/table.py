"""Prints what a benchmark measured as the table of docs/performance.md: table.py decimal.json

A benchmark is named JOB/PEER/SHAPE and walks over as many values as it says itself
(items_per_second). The figure is the median of the repetitions, in nanoseconds a value; the ratio is
that of the first peer of a row, ours, to each other one, from the same run.
"""

import json
import sys

OURS = ("tiendo", "buffer", "vietnamese")


def figures_of(report):
    """{(job, shape): {peer: nanoseconds}} in the order of the run's names."""
    rows = {}
    for entry in sorted(report["benchmarks"], key=lambda entry: entry["family_index"]):
        if entry.get("aggregate_name") != "median":
            continue
        job, peer, shape = entry["run_name"].split("/")
        rows.setdefault((job, shape.removeprefix("k")), {})[peer] = 1e9 / entry["items_per_second"]
    return rows


def lines_of(rows):
    """The table, line by line."""
    yield "| job | values | tiendo | others (how many times as long as ours) |"
    yield "|---|---|---|---|"
    for (job, shape), figures in rows.items():
        for peer in (peer for peer in OURS if peer in figures):
            ours = figures[peer]
            others = ", ".join(
                f"{name} {other:.2f} ns ({other / ours:.2f})"
                for name, other in figures.items()
                if name not in OURS
            )
            name = job if peer == "tiendo" else f"{job}, {peer}"
            yield f"| {name} | {shape} | {ours:.2f} ns | {others} |"


def main(path):
    with open(path, encoding="utf-8") as file:
        report = json.load(file)
    print(*lines_of(figures_of(report)), sep="\n")


if __name__ == "__main__":
    main(sys.argv[1])
