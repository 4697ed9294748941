"""Every sum that an explanation shows is right: a stranger's Fraction gives the same."""

import json
import re
import unittest
from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Context, Decimal
from fractions import Fraction

from tool import BASES, BIM_SON, COMMUNE, DISTRICT, FIVE_YEARS, FORMULAS, PATHS, SERIES, VERDICTS, output

MODES = {"half_up": ROUND_HALF_UP, "half_even": ROUND_HALF_EVEN}
NUMBER = re.compile(r"(?<![\w.])\d+(?:\.\d+)?")
READ = re.compile(r"^  (?P<label>\w[\w %,]*) (?P<letter>[ABbLFW]) = (?:(?P<sum>.+) (?P<sign>[=≈]) )?(?P<value>-?[\d./]+) ")
# A number of a profile.
GIVEN = re.compile(r"^  \w[\w ]* (?P<letter>[SsdnMmNk]) = (?P<value>-?[\d./]+)$")
PART = re.compile(r"^  Expected, for the target of \S+: (?P<formula>[^=]+) = (?P<numbers>[^=]+) = (?P<exact>-?[\d./]+)$")
WHOLE = re.compile(r"^  Expected E = (?P<numbers>[^=A-Za-z]+) = (?P<exact>-?[\d./]+); printed ")
STEP = re.compile(r"^  (?P<label>[\w%][\w %]*?)(?: (?P<letter>[RCE]))? = (?P<formula>[^=]*[ATBbRCEpLFSsdnMmNkW][^=]*) = "
                  r"(?P<numbers>[^=]+) = (?P<exact>-?[\d./]+)(?: % = (?P<of_one>-?[\d./]+))?"
                  r"; printed (?P<printed>-?[\d.]+) .*\(rounded (?P<mode>\w+); digits after the point: (?P<digits>\d+)\)$")
TARGET = re.compile(r"^Target \(T\): (?:[≥>≤<=] |[+-])?(\d+(?:\.\d+)?)")
POINT = re.compile(r"^  One percentage point p = (\S+) ")


def root(degree, of):
    """The root of a fraction to fifty digits."""
    low, high = 0, (int(of) + 2) * 10 ** 50
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if Fraction(middle, 10 ** 50) ** int(degree) <= of else (low, middle)
    return Fraction(low, 10 ** 50)


def value(expression):
    """The exact value of a sum as it is shown; |x| is the absolute value."""
    code = re.sub(r"\|([^|]*)\|", r"abs(\1)", expression).replace(";", ",")
    code = NUMBER.sub(lambda number: f"Fraction('{number[0]}')", code)
    return Fraction(eval(code, {"Fraction": Fraction, "abs": abs, "min": min, "max": max, "root": root,
                                "__builtins__": {}}))  # noqa: S307


def rounded(exact, digits, mode):
    """The exact value in decimals; long division far beyond the last digit decides a tie exactly."""
    scaled = exact * 10 ** digits
    whole = Context(prec=200, rounding=MODES[mode])
    below = scaled.numerator // scaled.denominator
    rest = scaled - below
    # Half is exactly half here; anything else is shortened to a digit that keeps its side of it.
    tie = Decimal("0.5") if rest == Fraction(1, 2) else Decimal("0.4") if rest < Fraction(1, 2) else Decimal("0.6")
    if rest == 0:
        tie = Decimal(0)
    return (Decimal(below) + tie).quantize(Decimal(1), context=whole).scaleb(-digits)


class ExplainTest(unittest.TestCase):
    def check(self, text):
        """Computes every line of one explanation again. Returns how many figures were shown."""
        letters, shown = {}, 0
        for line in text.splitlines():
            if found := TARGET.match(line):
                letters["T"] = Fraction(found[1])
            if found := POINT.match(line):
                letters["p"] = Fraction(found[1])
            if found := READ.match(line):
                letters[found["letter"]] = value(found["value"])
                if found["sign"] == "≈":  # a root
                    self.assertLess(abs(value(found["sum"]) - value(found["value"])), Fraction(1, 10 ** 21), line)
                elif found["sum"]:
                    self.assertEqual(value(found["sum"]), value(found["value"]), line)
                shown += 1
            if found := GIVEN.match(line):
                letters[found["letter"]] = value(found["value"])
            if found := PART.match(line) or WHOLE.match(line):
                self.assertEqual(value(found["numbers"]), value(found["exact"]), line)
            if found := WHOLE.match(line):
                letters["E"] = value(found["exact"])
                shown += 1
            if not (found := STEP.match(line)):
                continue
            exact = value(found["exact"])
            self.assertEqual(value(found["numbers"]), exact, line)
            symbolic = re.sub(r"[ATBbRCEpLFSsdnMmNkW]", lambda letter: f"({letters[letter[0]]})", found["formula"])
            self.assertEqual(value(symbolic), exact, line)
            if found["of_one"]:
                self.assertEqual(value(found["of_one"]), exact / 100, line)
            self.assertEqual(Decimal(found["printed"]), rounded(exact, int(found["digits"]), found["mode"]), line)
            self.assertEqual(-Decimal(found["printed"]).as_tuple().exponent, int(found["digits"]), line)
            if found["letter"]:
                letters[found["letter"]] = exact
            shown += 1
        return shown

    def test_every_figure_can_be_computed_again(self):
        for book in (BASES, BIM_SON, COMMUNE, DISTRICT, FIVE_YEARS, FORMULAS, PATHS, SERIES, VERDICTS):
            for day in ("2024-06-30", "2024-12-31"):
                report = json.loads(output("report", *book, "--as-of", day, "--format", "json", "--exact"))
                for indicator in dict.fromkeys(row["indicator"] for row in report["rows"]):
                    text = output("explain", *book, "--indicator", indicator, "--as-of", day, "--lang", "en")
                    rows = [row for row in report["rows"] if row["indicator"] == indicator]
                    parts = text.split("\n\n")
                    self.assertEqual(len(parts), len(rows), indicator)
                    for part, row in zip(parts, rows):
                        self.assertEqual(self.check(part), self.figures(row), part)
                        if row["actual_exact"]:
                            (found,) = re.findall(r"^  Actual A = (?:.* [=≈] )?(-?[\d./]+) ", part, re.MULTILINE)
                            self.assertEqual(value(found), Fraction(row["actual_exact"]))

    @staticmethod
    def figures(row):
        """How many figures of a row an explanation shows: what is required only of a change."""
        names = ["actual", "same_period", "completion", "excess", "remaining", "index", "growth", "change", "baseline",
                 "targeted_change", "expected", "deviation", "pace", "run_rate_forecast",
                 # With the whole of the year before.
                 "same_share_forecast", "same_share_forecast"]
        if row["condition"] in ("increase_by", "decrease_by"):
            names.append("required")
        # A base that was revised stands there with both its values.
        revised = 3 if row["base_revision_exact"] not in (None, "0") else 0
        return sum(row[f"{name}_exact"] is not None for name in names) + revised

    def test_the_plan_completion_of_the_half_year_is_shown_whole(self):
        text = output("explain", *BIM_SON, "--indicator", "gross-output", "--as-of", "2024-06-30", "--lang", "en")
        for part in ("used: observation 6, 2024-H1 in the period = 10492.2 (estimate, recorded on 2024-07-02, ",
                     "set aside: observation 1, 2023 in the period = 16873 ",
                     "outside the period",
                     "% of plan C = 100 * A / T = 100 * 10492.2 / 18964 = 262305/4741 % = 52461/94820; "
                     "printed 55.3 % (rounded half_up; digits after the point: 1)",
                     "Same period, Index %, Growth %, Forecast by the same share: none: the same period's value is not in the log",
                     "rules tiendo@1"):
            self.assertIn(part, text)

    def test_it_says_which_reports_were_set_aside_and_why(self):
        def explain(indicator, *options):
            return output("explain", *DISTRICT, "--indicator", indicator, "--as-of", "2024-12-31", "--lang", "en",
                          *options)
        for text, why in (
                (explain("output"), "corrected by a later report, in favour of observation 3"),
                (explain("output", "--known-on", "2024-07-15"), "recorded after the day as known on"),
                (explain("revenue"), "included in a longer report or a running total, in favour of observation 11"),
                (explain("land", "--project", "road"), "of an earlier stage of the work"),
                (explain("land", "--project", "market"), "a later revision was recorded on that day")):
            self.assertIn(why, text)

    def test_it_can_be_narrowed_to_one_row(self):
        whole = output("explain", *DISTRICT, "--indicator", "roads", "--as-of", "2024-12-31")
        one = output("explain", *DISTRICT, "--indicator", "roads", "--as-of", "2024-12-31", "--assigner", "tinh")
        self.assertEqual(whole.count("\n\n"), 1)
        self.assertTrue(whole.startswith(one))


if __name__ == "__main__":
    unittest.main()
