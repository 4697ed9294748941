"""Whole outputs of the tool, byte for byte: tests/golden/reports.

TIENDO_UPDATE_GOLDEN=1 writes them anew; read what has changed before you accept it:

    TIENDO_UPDATE_GOLDEN=1 TIENDO_TOOL=build/dev/tiendo python3 tests/golden/reports_test.py
"""

import csv
import datetime
import json
import os
import pathlib
import re
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/cli"))

from tool import (  # noqa: E402
    BASES, BIM_SON, BIM_SON_MAP, CALENDARS, CHECKS, COMMUNE, DISTRICT, FACTS, FIVE_YEARS, FORMULAS, LAYERS, LEFT_OUT,
    PATHS, PERIOD_BEFORE, PERIODS, RESULTS, REVISIONS, ROLL_UPS, SERIES, THANH_HOA, UNITS, VERDICTS, WORKS, output)

FOLDER = ROOT / "tests/golden/reports"
END = "2024-12-31"


def report(book, as_of, *options):
    return ["report", *book, "--as-of", as_of, *options]


def work(book, as_of, *options):
    return ["work", *book, "--as-of", as_of, *options]


def roll_up(command, indicator, *options):
    return [command, *ROLL_UPS, "--indicator", indicator, "--as-of", END, *options]


def explain(book, indicator, as_of, *options):
    return ["explain", *book, "--indicator", indicator, "--as-of", as_of, *options]


OUTPUTS = {"bim-son-check.txt": ["check", *BIM_SON], "district-check.txt": ["check", *DISTRICT],
           "checks-check.txt": ["check", *CHECKS]}
for day in ("2024-06-30", END):
    for name, options in {"vi.txt": [], "en.txt": ["--lang", "en"], "csv": ["--format", "csv"],
                          "exact.csv": ["--format", "csv", "--exact"], "json": ["--format", "json"],
                          "vi.md": ["--format", "markdown"],
                          "en.md": ["--format", "markdown", "--lang", "en"]}.items():
        OUTPUTS[f"bim-son-{day}.{name}"] = report(BIM_SON, day, *options)
OUTPUTS |= {
    "bim-son-end-exact.en.txt": report(BIM_SON, END, "--lang", "en", "--exact"),
    "bim-son-explain-gross-output.vi.txt": explain(BIM_SON, "gross-output", "2024-06-30"),
    "bim-son-explain-income.en.txt": explain(BIM_SON, "income-per-head", END, "--lang", "en"),
    "bim-son-explain-land.en.txt": explain(BIM_SON, "land-cleared", END, "--lang", "en"),
    "bim-son-explain-growth.vi.txt": explain(BIM_SON, "gross-output-growth", END),
    "district-end.vi.txt": report(DISTRICT, END),
    "district-end.en.txt": report(DISTRICT, END, "--lang", "en"),
    "district-end.exact.csv": report(DISTRICT, END, "--format", "csv", "--exact"),
    "district-end.json": report(DISTRICT, END, "--format", "json", "--exact"),
    "district-end.md": report(DISTRICT, END, "--format", "markdown", "--lang", "en"),
    "district-half-known-on-2024-07-02.en.txt":
        report(DISTRICT, "2024-06-30", "--known-on", "2024-07-02", "--lang", "en"),
}
# The same four days as known on two: before and after the half-year of a real town was published, two published
# growths of a real province, the first figures of a constructed commune and what became of them.
QUARTERS = ("2024-03-31", "2024-06-30", "2024-09-30", END)
EDITIONS = {"bim-son": (BIM_SON, "2024-07-01", END), "thanh-hoa": (THANH_HOA, "2024-07-02", END),
            "revisions": (REVISIONS, "2025-01-10", "2025-12-31")}
for name, (book, *editions) in EDITIONS.items():
    for day in QUARTERS:
        for known in editions:
            known_on = f"{name}-{day}-known-on-{known}"
            OUTPUTS[f"{known_on}.vi.txt"] = report(book, day, "--known-on", known)
            OUTPUTS[f"{known_on}.csv"] = report(book, day, "--known-on", known, "--format", "csv")
for day in ("2024-06-30", END):
    OUTPUTS[f"series-{day}.csv"] = report(SERIES, day, "--format", "csv", "--exact")
for base in ("latest", "first-published", "as-of-report"):
    OUTPUTS[f"bases-{base}.vi.txt"] = report(BASES, END, "--base", base)
    OUTPUTS[f"bases-{base}-check.txt"] = ["check", *BASES, "--base", base]
OUTPUTS["bases-latest.json"] = report(BASES, END, "--format", "json", "--exact")
for one in ("gross-output", "gross-output-growth", "by-the-estimate"):
    OUTPUTS[f"bases-explain-{one}.en.txt"] = explain(BASES, one, END, "--lang", "en")
BY = [word for by in ("field", "unit", "task_group", "lead") for word in ("--by", by)]
OUTPUTS |= {
    "bim-son-by.vi.txt": report(BIM_SON, END, *BY), "bim-son-by.en.md": report(BIM_SON, END, *BY, "--format", "markdown",
                                                                               "--lang", "en"),
    "bim-son-half-by.vi.txt": report(BIM_SON, "2024-06-30", *BY),
    "bim-son-by.json": report(BIM_SON, END, *BY, "--format", "json"),
    "results-by.en.txt": report(RESULTS, END, *BY, "--lang", "en"),
}
OUTPUTS |= {
    "roll-ups-end.vi.txt": report(ROLL_UPS, END, *BY),
    "roll-ups-end.json": report(ROLL_UPS, END, *BY, "--format", "json"),
    "roll-ups-rank-paid.vi.txt": roll_up("rank", "paid", "--over", "60"),
    "roll-ups-rank-paid.en.md": roll_up("rank", "paid", "--over", "60", "--format", "markdown", "--lang", "en"),
    "roll-ups-rank-paid.csv": roll_up("rank", "paid", "--format", "csv", "--exact"),
    "roll-ups-rank-paid.json": roll_up("rank", "paid", "--over", "80", "--format", "json", "--exact"),
    "roll-ups-rank-growth.en.txt": roll_up("rank", "paid", "--figure", "growth", "--lang", "en"),
    "roll-ups-rank-poor.en.txt": roll_up("rank", "poor", "--figure", "actual", "--lang", "en"),
    "roll-ups-sectors.vi.txt": roll_up("contributions", "sectors", "--whole", "output"),
    "roll-ups-sectors-largest.en.txt":
        roll_up("contributions", "sectors", "--shares", "largest_remainder", "--lang", "en", "--digits", "0"),
    "roll-ups-sectors.csv": roll_up("contributions", "sectors", "--format", "csv", "--exact"),
    "roll-ups-sectors.json": roll_up("contributions", "sectors", "--format", "json", "--exact"),
    "roll-ups-poor.en.md": roll_up("contributions", "poor", "--format", "markdown", "--lang", "en"),
    "roll-ups-paid.en.txt": roll_up("contributions", "paid", "--lang", "en"),
}
AGENCIES = "docs/examples/agencies-2026"
for name, options in {"vi.txt": [], "en.md": ["--lang", "en", "--format", "markdown"],
                      "csv": ["--format", "csv", "--exact"], "json": ["--format", "json"]}.items():
    OUTPUTS[f"roll-ups-score.{name}"] = [
        "score", *ROLL_UPS, "--criteria", "tests/golden/books/roll-ups/criteria.json", "--as-of", END, *options]
OUTPUTS["agencies-score.vi.txt"] = [
    "score", f"{AGENCIES}/plan.json", f"{AGENCIES}/observations.csv", "--criteria", f"{AGENCIES}/criteria.json",
    "--as-of", "2026-03-31", "--period", "2026-Q1"]
OUTPUTS |= {
    "roll-ups-levels.vi.txt": report(ROLL_UPS, END, "--levels", "1"),
    "roll-ups-levels.csv": report(ROLL_UPS, END, "--levels", "1", "--format", "csv"),
    "roll-ups-levels.json": report(ROLL_UPS, "2024-06-30", "--levels", "2", "--format", "json", "--exact"),
    "units-map-new-levels.en.txt": report(UNITS, "2025-12-31", "--map", "2025-07-01", "--levels", "2", "--lang", "en"),
    "roll-ups-levels-explain-output.en.txt":
        explain(ROLL_UPS, "output", END, "--levels", "1", "--unit", "xa-1", "--lang", "en"),
}
OUTPUTS["facts-end.csv"] = report(FACTS, END, "--format", "csv")
OUTPUTS["facts-end-known-on-2024-12-31.csv"] = report(FACTS, END, "--format", "csv", "--known-on", END)
for one in ("overlap", "covered", "running", "corrected", "final", "revised", "repeated", "disputed", "unchanged",
            "from-nothing", "none", "hidden", "over", "about", "staged", "latest", "late"):
    OUTPUTS[f"facts-explain-{one}.en.txt"] = explain(FACTS, one, END, "--lang", "en")
OUTPUTS |= {
    "formulas-half.csv": report(FORMULAS, "2024-06-30", "--format", "csv", "--exact"),
    "formulas-end.csv": report(FORMULAS, END, "--format", "csv", "--exact"),
    "formulas-check.txt": ["check", *FORMULAS],
}
for one in ("income", "density", "output-per-head-growth", "rice-price", "flood"):
    OUTPUTS[f"formulas-explain-{one}.en.txt"] = explain(FORMULAS, one, END, "--lang", "en")
OUTPUTS["formulas-explain-density.vi.txt"] = explain(FORMULAS, "density", END)
OUTPUTS["series-end.vi.txt"] = report(SERIES, END)
OUTPUTS["series-check.txt"] = ["check", *SERIES]
for one in ("output", "output-growth", "poor", "land", "fees", "trade"):
    OUTPUTS[f"series-explain-{one}.en.txt"] = explain(SERIES, one, END, "--lang", "en")
for day, name in (("2024-01-31", "january"), (END, "december")):
    OUTPUTS[f"layers-targets-{name}.csv"] = ["targets", LAYERS[0], "--on", day, "--format", "csv"]
    OUTPUTS[f"layers-report-{name}.en.txt"] = report(LAYERS, day, "--lang", "en")
OUTPUTS |= {
    "layers-targets-december.vi.txt": ["targets", LAYERS[0], "--on", END],
    "layers-targets-december.en.md":
        ["targets", LAYERS[0], "--on", END, "--assigner", "hdnd", "--format", "markdown", "--lang", "en"],
    "layers-targets-january.json":
        ["targets", LAYERS[0], "--on", "2024-01-31", "--assigner", "tinh", "--format", "json"],
    "layers-explain-exports.en.txt": explain(LAYERS, "exports", END, "--lang", "en"),
}
for one in ("output", "output-growth", "poor", "revenue", "water", "insured", "land", "harvest", "exports"):
    OUTPUTS[f"district-explain-{one}.en.txt"] = explain(DISTRICT, one, END, "--lang", "en")
OUTPUTS |= {
    "bim-son-work.vi.txt": work(BIM_SON, END),
    "works-check.txt": ["check", *WORKS],
    "works-half.vi.txt": work(WORKS, "2024-07-01"),
    "works-half-known-on-2024-07-01.en.txt": work(WORKS, "2024-06-30", "--known-on", "2024-07-01", "--lang", "en"),
    "works-end.en.txt": work(WORKS, END, "--lang", "en"),
    "works-january.csv": work(WORKS, "2025-02-01", "--format", "csv", "--exact"),
    "works-january.json": work(WORKS, "2025-02-01", "--format", "json", "--exact"),
    "works-january.vi.md": work(WORKS, "2025-02-01", "--format", "markdown"),
    "works-january-exact.en.txt": work(WORKS, "2025-02-01", "--lang", "en", "--exact", "--digits", "0"),
}
OUTPUTS |= {
    "works-explain-road.en.txt":
        ["explain", *WORKS, "--work", "--project", "road", "--as-of", END, "--lang", "en"],
    "works-explain-totals.vi.txt": ["explain", *WORKS, "--work", "--kind", "total", "--as-of", END],
    "works-explain-group.vi.txt":
        ["explain", *WORKS, "--work", "--task-group", "land-group", "--as-of", "2024-07-20"],
    "works-explain-capital.json":
        ["explain", *WORKS, "--work", "--kind", "capital", "--as-of", "2025-02-01", "--format", "json"],
    "works-explain-school.json":
        ["explain", *WORKS, "--work", "--project", "school", "--as-of", END, "--format", "json"],
    "commune-explain-summary.vi.txt": ["explain", *COMMUNE, "--summary", "--as-of", END],
    "bim-son-explain-fields.en.txt":
        ["explain", *BIM_SON, "--summary", "--by", "field", "--as-of", "2024-06-30", "--lang", "en"],
    "district-explain-summary.json": ["explain", *DISTRICT, "--summary", "--as-of", END, "--format", "json"],
}
OUTPUTS |= {
    "calendars-half.vi.txt": report(CALENDARS, "2024-06-30"),
    "calendars-end.csv": report(CALENDARS, "2025-02-28", "--format", "csv"),
    "calendars-check.txt": ["check", *CALENDARS],
    "commune-check.txt": ["check", *COMMUNE],
    "commune-end.vi.txt": report(COMMUNE, END),
    "commune-end.en.txt": report(COMMUNE, END, "--lang", "en"),
    "commune-end.csv": report(COMMUNE, END, "--format", "csv"),
    "commune-end.json": report(COMMUNE, END, "--format", "json"),
    "commune-half.en.md": report(COMMUNE, "2024-06-30", "--format", "markdown", "--lang", "en"),
    "commune-explain-clean.vi.txt": explain(COMMUNE, "clean-village", END),
    "commune-explain-road.en.txt": explain(COMMUNE, "road-opened", END, "--lang", "en"),
}
OUTPUTS |= {
    "results-check.txt": ["check", *RESULTS],
    "results-end.vi.txt": report(RESULTS, END),
    "results-end.en.txt": report(RESULTS, END, "--lang", "en"),
    "results-end.csv": report(RESULTS, END, "--format", "csv"),
    "results-end.json": report(RESULTS, END, "--format", "json", "--exact"),
    "results-end.vi.md": report(RESULTS, END, "--format", "markdown"),
    "results-end-known-on-2024-12-31.csv": report(RESULTS, END, "--known-on", END, "--format", "csv"),
    "results-half.en.txt": report(RESULTS, "2024-09-30", "--lang", "en"),
    "results-explain-trade-balance.vi.txt": explain(RESULTS, "trade-balance", END),
}
for one in ("cpi", "growth", "unemployment", "exports", "crime", "income", "harvest"):
    OUTPUTS[f"results-explain-{one}.en.txt"] = explain(RESULTS, one, END, "--lang", "en")
OUTPUTS |= {
    "verdicts-check.txt": ["check", *VERDICTS],
    "verdicts-end.vi.txt": report(VERDICTS, END),
    "verdicts-end.csv": report(VERDICTS, END, "--format", "csv"),
    "verdicts-end.json": report(VERDICTS, END, "--format", "json", "--exact"),
    "verdicts-half.en.txt": report(VERDICTS, "2024-06-30", "--lang", "en"),
    "verdicts-half.json": report(VERDICTS, "2024-06-30", "--format", "json"),
}
for one in ("output", "exports", "income", "poor", "insured", "labour", "deaths", "literacy"):
    OUTPUTS[f"verdicts-explain-{one}.en.txt"] = explain(VERDICTS, one, END, "--lang", "en")
for one in ("births", "urban"):
    OUTPUTS[f"verdicts-explain-{one}.vi.txt"] = explain(VERDICTS, one, END)
OUTPUTS |= {
    "five-years-check.txt": ["check", *FIVE_YEARS],
    "five-years-2023.vi.txt": report(FIVE_YEARS, "2023-12-31"),
    "five-years-end.csv": report(FIVE_YEARS, "2025-12-31", "--format", "csv"),
    "five-years-end.json": report(FIVE_YEARS, "2025-12-31", "--format", "json", "--exact"),
    "five-years-end.vi.txt": report(FIVE_YEARS, "2025-12-31"),
    "five-years-explain-grdp-growth.en.txt":
        explain(FIVE_YEARS, "grdp-growth", "2025-12-31", "--lang", "en"),
    "five-years-explain-exports-growth.vi.txt": explain(FIVE_YEARS, "exports-growth", "2025-12-31"),
    "five-years-explain-productivity-growth.en.txt":
        explain(FIVE_YEARS, "productivity-growth", "2025-12-31", "--lang", "en"),
    "paths-check.txt": ["check", *PATHS],
    "paths-half.vi.txt": report(PATHS, "2024-06-30"),
    "paths-half.en.md": report(PATHS, "2024-06-30", "--format", "markdown", "--lang", "en"),
    "paths-half.exact.csv": report(PATHS, "2024-06-30", "--format", "csv", "--exact"),
    "paths-half.json": report(PATHS, "2024-06-30", "--format", "json", "--exact"),
    "paths-august.en.txt": report(PATHS, "2024-09-15", "--lang", "en"),
    "paths-february.csv": report(PATHS, "2024-02-15", "--format", "csv"),
    "paths-end.csv": report(PATHS, END, "--format", "csv"),
    "paths-explain-land.vi.txt": explain(PATHS, "land", "2024-06-30"),
}
for one in ("output", "revenue", "spending", "disbursed", "firms", "poor", "insured", "planted", "schools"):
    OUTPUTS[f"paths-explain-{one}.en.txt"] = explain(PATHS, one, "2024-06-30", "--lang", "en")
BY_OTHERS = ("--rules", LEFT_OUT)
ON_PERIODS = ("--rules", PERIOD_BEFORE)
OUTPUTS |= {
    "roll-ups-left-out.vi.txt": report(ROLL_UPS, END, *BY_OTHERS),
    "roll-ups-left-out.json": report(ROLL_UPS, END, "--format", "json", "--exact", *BY_OTHERS),
    "roll-ups-left-out-levels.en.txt": report(ROLL_UPS, END, "--levels", "1", "--lang", "en", *BY_OTHERS),
    "roll-ups-left-out-rank-paid.en.txt": roll_up("rank", "paid", "--lang", "en", *BY_OTHERS),
    "roll-ups-left-out-explain-paid.en.txt": explain(ROLL_UPS, "paid", END, "--lang", "en", *BY_OTHERS),
    "commune-left-out.en.txt": report(COMMUNE, END, "--lang", "en", *BY_OTHERS),
    "periods-check.txt": ["check", *PERIODS],
    "periods-end.vi.txt": report(PERIODS, "2025-12-31"),
    "periods-before.vi.txt": report(PERIODS, "2025-12-31", *ON_PERIODS),
    "periods-before-half.en.txt": report(PERIODS, "2025-07-31", "--lang", "en", *ON_PERIODS),
    "periods-before.json": report(PERIODS, "2025-12-31", "--format", "json", "--exact", *ON_PERIODS),
    "periods-before-explain-revenue.vi.txt": explain(PERIODS, "revenue", "2025-09-30", *ON_PERIODS),
    "periods-before-explain-roads.en.txt": explain(PERIODS, "roads", "2025-12-31", "--lang", "en", *ON_PERIODS),
}
UNITS_WORK = (*UNITS, "--tasks", "tests/golden/books/units-2025/tasks.csv")
OLD_MAP, NEW_MAP = ("--map", "2025-06-30"), ("--map", "2025-07-01")
for name, day in {"old": OLD_MAP, "new": NEW_MAP}.items():
    OUTPUTS[f"bim-son-map-{name}.csv"] = report(BIM_SON_MAP, "2024-06-30", *day, "--format", "csv")
    OUTPUTS[f"units-map-{name}.en.txt"] = report(UNITS, "2025-12-31", *day, "--lang", "en")
    OUTPUTS[f"units-map-{name}.json"] = report(UNITS, "2025-12-31", *day, "--format", "json", "--exact")
    OUTPUTS[f"units-map-{name}-check.txt"] = ["check", *UNITS, *day]
OUTPUTS |= {
    "bim-son-map-new.vi.txt": report(BIM_SON_MAP, "2024-06-30", *NEW_MAP),
    "bim-son-map-explain-gross-output.vi.txt": explain(BIM_SON_MAP, "gross-output", "2024-06-30", *NEW_MAP),
    "bim-son-map-explain-revenue.en.txt":
        explain(BIM_SON_MAP, "budget-revenue", "2024-06-30", *NEW_MAP, "--lang", "en"),
    "units-end.en.txt": report(UNITS, "2025-12-31", "--lang", "en"),
    "units-map-explain-insured.en.txt": explain(UNITS, "insured", "2025-12-31", *NEW_MAP, "--lang", "en"),
    "units-map-new-work.en.txt":
        work(UNITS_WORK, "2025-12-31", *NEW_MAP, "--lang", "en"),
    "units-map-new-work.json":
        work(UNITS_WORK, "2025-12-31", *NEW_MAP, "--format", "json"),
    "units-map-explain-both.en.txt": explain(UNITS, "both", "2025-12-31", *NEW_MAP, "--lang", "en"),
    "units-map-explain-output.en.txt": explain(UNITS, "output", "2025-12-31", *NEW_MAP, "--lang", "en"),
}


def recorded_on(row):
    """The day on which an observation was recorded: by default the last day of its period."""
    if row["recorded_on"]:
        return row["recorded_on"]
    period = row["period"]
    if "/" in period:
        return str(datetime.date.fromisoformat(period.split("/")[1]) - datetime.timedelta(1))
    year, _, part = period.partition("-")
    words = {"": 12, "H1": 6, "H2": 12, "9M": 9, "Q1": 3, "Q2": 6, "Q3": 9, "Q4": 12}
    month = words[part] if part in words else int(re.fullmatch(r"\d\d", part)[0])
    first = datetime.date(int(year) + month // 12, month % 12 + 1, 1)
    return str(first - datetime.timedelta(1))


class ReportsTest(unittest.TestCase):
    maxDiff = None

    def test_every_output_is_as_it_was(self):
        for name, arguments in OUTPUTS.items():
            with self.subTest(name=name):
                printed = output(*arguments)
                if os.environ.get("TIENDO_UPDATE_GOLDEN") == "1":
                    (FOLDER / name).write_text(printed, encoding="utf-8", newline="")
                self.assertEqual(printed, (FOLDER / name).read_bytes().decode("utf-8"))

    def test_the_order_of_the_rows_plays_no_part(self):
        for plan, observations in (BIM_SON, DISTRICT, SERIES, BASES, FACTS, PATHS, RESULTS, REVISIONS, THANH_HOA,
                                   VERDICTS):
            with self.subTest(plan=plan), tempfile.TemporaryDirectory() as folder:
                header, *rows = (ROOT / observations).read_text(encoding="utf-8").splitlines(keepends=True)
                turned = pathlib.Path(folder) / "turned.csv"
                turned.write_text(header + "".join(reversed(rows)), encoding="utf-8")
                for day in ("2024-06-30", END):
                    options = ("--format", "json", "--exact")
                    self.assertEqual(output(*report((plan, turned), day, *options)),
                                     output(*report((plan, observations), day, *options)))

    def test_what_was_known_comes_out_as_it_did_then(self):
        for plan, observations in (BIM_SON, DISTRICT, SERIES, BASES, FACTS, PATHS, RESULTS, REVISIONS, THANH_HOA,
                                   VERDICTS):
            for day in ("2024-07-02", END, "2025-01-10"):
                with self.subTest(plan=plan, day=day), tempfile.TemporaryDirectory() as folder:
                    then = pathlib.Path(folder) / "then.csv"
                    with open(ROOT / observations, encoding="utf-8", newline="") as file:
                        header, *rows = csv.reader(file)
                    known = [row for row in rows if recorded_on(dict(zip(header, row))) <= day]
                    with open(then, "w", encoding="utf-8", newline="") as file:
                        csv.writer(file).writerows([header, *known])
                    options = ("--known-on", day, "--format", "json", "--exact")
                    self.assertEqual(output(*report((plan, then), END, *options)),
                                     output(*report((plan, observations), END, *options)))

    def test_a_later_edition_says_something_else(self):
        for name, (book, first, later) in EDITIONS.items():
            for day in QUARTERS if name == "revisions" else QUARTERS[1:]:
                with self.subTest(book=name, day=day):
                    self.assertNotEqual(*(output(*report(book, day, "--known-on", known, "--format", "csv"))
                                          for known in (first, later)))

    def test_no_difference_of_percentages_is_called_percent(self):
        names = ("Còn lại", "Remaining", "Chênh lệch", "Deviation", "Tăng giảm", "Change", "Cùng kỳ điều chỉnh",
                 "Base revision")
        printed = re.compile(rf"^ *(?:{'|'.join(names)}) [^;]*; (?:in ra|printed) \S+ (.*?) \(", re.MULTILINE)
        found = []
        for book in (VERDICTS, DISTRICT, RESULTS, SERIES):
            with open(ROOT / book[0], encoding="utf-8") as file:
                indicators = [one["id"] for one in json.load(file)["indicators"]]
            for language in ("vi", "en"):
                for one in indicators:
                    found += printed.findall(output(*explain(book, one, END, "--lang", language)))
        self.assertGreater(len(found), 60)
        self.assertLess({"điểm %", "pp", "điểm ‰", "‰ points"}, set(found))
        self.assertNotIn("%", found)
        self.assertNotIn("‰", found)

    def test_no_output_is_left_behind(self):
        self.assertEqual({path.name for path in FOLDER.iterdir()}, set(OUTPUTS))


if __name__ == "__main__":
    unittest.main()
