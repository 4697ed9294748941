"""A trace as JSON is complete: from it alone Python's fractions give every figure of every row.

Nothing is taken from the trace unless it stands for something that was put in: reports, targets,
factors of breaks and of measures, shares. Every number, step and figure is computed from those and
has to come out as the trace, and the report, say.
"""

import functools
import json
import re
import unittest
from decimal import Decimal
from fractions import Fraction

import books
import exact
import outcomes
from tool import output, tiendo

# What a formula may say besides its letters.
WORDS = re.compile(r"[A-Za-z]\w*")
FUNCTIONS = {"min": min, "max": max, "abs": abs}
ROOT = "root(n; A / B) - 1"
METHOD = re.compile(r"^[a-z][a-z0-9_]*@[1-9][0-9]*$")


@functools.cache
def traces_of(book, options):
    return json.loads(output("explain", *book, *options, "--format", "json"))


def value(formula, letters):
    """What a formula comes to, with these numbers in the place of its letters."""
    code = re.sub(r"\|([^|]*)\|", r"abs(\1)", formula).replace(";", ",")
    code = re.sub(r"(?<![\w.])\d+(?![\w.])", lambda number: f"Fraction({number[0]})", code)
    names = {"Fraction": Fraction, "__builtins__": {}, **FUNCTIONS, **letters}
    return Fraction(eval(code, names))  # noqa: S307


class Recomputed:
    """One row of a trace, computed again. `test` says what differs."""

    def __init__(self, test, plan, row):
        self.test = test
        self.row = row
        self.figures = {figure["field"]: figure for figure in row["figures"]}
        measures = {measure["id"]: measure for measure in plan["measures"]}
        self.targets = plan["plan"]["targets"]
        self.indicators = {indicator["id"]: indicator for indicator in plan["indicators"]}
        self.factors = {name: Fraction(measure.get("factor", 1)) for name, measure in measures.items()}
        self.reports = {}
        for source in row.get("sources", []):
            for used in source.get("used", []):
                self.reports.setdefault((source["indicator"], used["observation"]), []).append((source, used))
        self.numbers = {}
        self.computed = {}

    def run(self):
        for number in self.row.get("numbers", []):
            self.numbers[number["number"]] = self.number(number)
        self.read_figures()
        self.steps()
        self.every_figure_is_there()
        return len(self.computed)

    def equal(self, got, said, what):
        self.test.assertEqual(got, Fraction(said), f"{what} of {self.row['indicator']}, {self.row['unit']}")

    def number(self, number):
        """A number from its terms: each is a report, another number, or was declared."""
        self.test.assertRegex(number["method"], METHOD)
        letters = {term["symbol"]: self.term(number, term) for term in number["terms"]}
        if number["formula"] == ROOT:
            return self.average(number, letters)
        self.test.assertEqual(set(WORDS.findall(number["formula"])) - set(FUNCTIONS), set(letters))
        came = value(number["formula"], letters)
        self.equal(came, number["value"], f"number {number['number']}")
        return came

    def average(self, number, letters):
        """A root less 1: itself where it is a fraction, else its digits with a 5 behind them; by its powers."""
        self.test.assertEqual(set(letters), {"n", "A", "B"})
        said = Fraction(number["value"])
        power = Fraction(letters["A"], letters["B"])
        years = int(letters["n"])
        if "cut" not in number:
            self.test.assertEqual((1 + said) ** years, power)
            return said
        half = Fraction(5, 10 ** (number["cut"] + 1))
        self.test.assertEqual(((said - half) * 10 ** number["cut"]).denominator, 1)
        self.test.assertTrue((1 + said - half) ** years < power < (1 + said + half) ** years)
        return said

    def term(self, number, term):
        known = Fraction(term["value"])
        source = term["from"]
        if source in ("report", "denominator"):
            reports = self.reports[number["indicator"], term["observation"]]
            for _, used in reports:
                upper = used.get("value", used.get("numerator"))
                self.equal(Fraction(upper if source == "report" else used.get("denominator", 1)), known,
                           f"observation {term['observation']}")
        elif source == "number":
            self.equal(self.numbers[term["number"]], known, f"number {term['number']}")
        elif source == "measure":
            self.equal(self.factors[self.indicators[number["indicator"]]["measure"]], known, "factor")
        elif source == "weight":
            self.test.assertGreaterEqual(known, 0)
        elif source == "years":
            self.test.assertTrue(known >= 1 and known.denominator == 1)
        elif source == "target":
            stated = self.targets[term["target"]]["baseline"]
            self.equal(Fraction(stated["value"]), known, "stated base")
        elif source == "share":
            self.test.assertTrue(0 < known <= 1)
        else:
            self.test.assertEqual(source, "bridge")
            self.test.assertIn(known, self.bridges(number["indicator"]))
        return known

    def bridges(self, indicator):
        """The products of factors of breaks that follow each other."""
        factors = [Fraction(one.get("factor", 0)) for one in self.indicators[indicator].get("breaks", [])]
        products = set()
        for first in range(len(factors)):
            product = Fraction(1)
            for factor in factors[first:]:
                product *= factor
                products.add(product)
        return products

    def read_figures(self):
        """The figures that come from reports, and from the plan."""
        for field, figure in self.figures.items():
            if "number" in figure:
                self.computed[field] = self.numbers[figure["number"]]
        if "exact" in self.figures["target"]:
            self.computed["target"] = self.target()
        if self.figures["baseline"].get("from") == "target":
            stated = self.row["targets"][0]["target"]["baseline"]
            self.computed["baseline"] = Fraction(stated if isinstance(stated, str) else stated["value"])

    def target(self):
        """The number of the condition; of several targets together, their sum by their shares."""
        total = Fraction(0)
        for part in self.row["targets"]:
            condition = part["target"]
            if self.row["kind"] == "component":
                condition = condition["components"][self.row["indicator"]]
            total += self.amount(condition) * Fraction(part.get("share", "1"))
        self.equal(total, self.amount(self.row["condition"]), "condition")
        return total

    @staticmethod
    def amount(condition):
        for kind in ("at_least", "more_than", "at_most", "less_than", "equal"):
            if kind in condition:
                return Fraction(condition[kind])
        for kind in ("about", "increase_by", "decrease_by"):
            if kind in condition:
                return Fraction(condition[kind]["value"])
        raise AssertionError(condition)

    def steps(self):
        for step in self.row.get("steps", []):
            self.test.assertRegex(step["method"], METHOD)
            if step["formula"] == "sum(E * w)":  # of targets that add to each other
                given = [self.input(each) for each in step["inputs"]]
                came = sum(part * weight for part, weight in zip(given[::2], given[1::2], strict=True))
            else:
                letters = {each["symbol"]: self.input(each) for each in step["inputs"]}
                self.test.assertEqual(set(WORDS.findall(step["formula"])) - set(FUNCTIONS), set(letters))
                came = value(step["formula"], letters)
            self.computed[step["field"]] = came
            self.equal(came, step["result"], step["field"])

    def input(self, given):
        if given["from"] == "number":
            known = self.numbers[given["number"]]
        elif given["from"] == "figure":
            known = self.computed[given["figure"]]
        elif given["from"] == "given":  # of the calendar, or of the profile of the target
            known = Fraction(given["value"])
        else:
            self.test.assertEqual(given["from"], "point")
            known = 1 / (100 * self.factors[self.row["measure"]])
        self.equal(known, given["value"], given["symbol"])
        return known

    def every_figure_is_there(self):
        for field, figure in self.figures.items():
            if "exact" not in figure:
                self.test.assertNotIn(field, self.computed)
                self.test.assertTrue(figure["reason"]["name"] and figure["reason"]["label"]["vi"])
                continue
            self.equal(self.computed[field], figure["exact"], field)
            self.test.assertEqual(Decimal(figure["printed"]),
                                  exact.rounded(self.computed[field], figure["digits"], figure["rounding"]))
            self.test.assertEqual(-Decimal(figure["printed"]).as_tuple().exponent, figure["digits"])


    def outcomes(self):
        """Verdict, course and schedule, from the figures computed here. Returns what was computed."""
        said = set()
        condition = self.row.get("condition")
        if condition is None or "components" in condition:
            return said
        near = self.row.get("near")
        if near:
            point = 1 / (100 * self.factors[self.row["measure"]]) if near["in"] == "points" else 1
            near = (Fraction(near["value"]) * point, near["in"] == "percent")
        required = self.computed.get("required", outcomes.number_of(condition))
        direction = self.row["policies"]["direction"]
        asked = outcomes.Asked(condition, required, direction, near)
        plain = outcomes.Asked(condition, required, direction)
        verdict, so_far, course = self.row["verdict"], self.row.get("provisional"), self.row.get("course", {})
        reason = verdict.get("reason", {}).get("name")
        if "required" in self.computed or outcomes.clause(condition)[0] in ("yes", "between"):
            if "verdict" in verdict and verdict["method"] == "condition@1" and self.is_whole():
                self.outcome("verdict", verdict["verdict"], self.result(verdict).verdict(asked), said)
            if so_far:
                self.outcome("provisional", so_far["verdict"], self.result(verdict).verdict(asked), said)
            if reason in ("bound_undecided", "range_undecided"):
                self.outcome("undecided", None, self.result(verdict).verdict(asked), said)
        if "course" in course:
            self.equal(self.computed["baseline"], course["baseline"], "base")
            said_course = self.result(course).course(plain, self.computed["baseline"])
            self.outcome("course", course["course"], said_course, said)
        if "schedule" in self.row.get("schedule", {}):
            self.equal(self.computed["expected"], self.row["schedule"]["expected"], "expected")
            self.outcome("schedule", self.row["schedule"]["schedule"],
                         outcomes.schedule(self.row, self.computed["expected"]), said)
        return said

    def is_whole(self):
        """Whether the verdict is on the result, and not that a part already says no."""
        return self.row["state"]["state"] == "value" or "actual" not in self.row["verdict"].get("compared", {})

    def result(self, judged):
        if "actual" in judged["compared"]:
            self.equal(self.computed["actual"], judged["compared"]["actual"], "what was judged")
        return outcomes.Result(judged["compared"])

    def outcome(self, what, stated, came, said):
        self.test.assertEqual(stated, came, f"{what} of {self.row['indicator']}, {self.row['unit']}")
        said.add((what, stated))


class TraceTest(unittest.TestCase):
    def test_what_was_judged_follows_from_the_numbers(self):
        said = set()
        for book, options in books.questions():
            with self.subTest(book=book, options=options):
                for row in traces_of(book, options)["rows"]:
                    recomputed = Recomputed(self, books.plan(book), row)
                    recomputed.run()
                    said |= recomputed.outcomes()
        for what, words in (("verdict", ("exceeded", "met", "near", "missed")),
                            ("provisional", ("exceeded", "met", "missed")), ("course", ("lost", "reached", "closer")),
                            ("schedule", ("ahead", "on_schedule", "behind")), ("undecided", (None,))):
            self.assertLessEqual({(what, word) for word in words}, said)

    def test_what_is_unchanged_names_the_report_that_it_repeats(self):
        repeated = 0
        for book, options in books.questions():
            for row in traces_of(book, options)["rows"]:
                for source in row.get("sources", []):
                    for used in source.get("used", []):
                        if used["says"] != "unchanged" or not {"value", "lower", "words"} & set(used):
                            self.assertNotIn("taken_from", used)
                            continue
                        first = used["taken_from"]
                        self.assertNotEqual(first["says"], "unchanged")
                        self.assertLessEqual(first["period"], used["period"])
                        for key in ("value", "lower", "upper", "words", "form"):
                            self.assertEqual(first.get(key), used.get(key))
                        repeated += 1
        self.assertGreater(repeated, 3)

    def test_every_figure_of_every_row_of_every_book_follows_from_its_trace(self):
        figures = rows = 0
        for book, options in books.questions():
            with self.subTest(book=book, options=options):
                traces = traces_of(book, options)
                plan = books.plan(book)
                for row in traces["rows"]:
                    rows += 1
                    figures += Recomputed(self, plan, row).run()
        self.assertGreater(rows, 1000)
        self.assertGreater(figures, 2000)

    def test_by_other_rules_all_of_it_follows_as_well(self):
        methods = set()
        for book, options in books.questions(few=True):
            for rules, unreported, compared_with in ((books.LEFT_OUT, "leave_out", "year_before"),
                                                     (books.PERIOD_BEFORE, "withhold", "period_before")):
                asked = (*options, "--rules", rules)
                report = json.loads(output("report", *book, *asked, "--format", "json", "--exact"))
                for trace, row in zip(traces_of(book, asked)["rows"], report["rows"], strict=True):
                    self.assertEqual((trace["policies"]["unreported"], trace["policies"]["compared_with"]),
                                     (unreported, compared_with))
                    recomputed = Recomputed(self, books.plan(book), trace)
                    recomputed.run()
                    recomputed.outcomes()
                    self.compare(trace, row)
                    methods |= {(compared_with, step["method"]) for step in trace.get("steps", ())
                                if step["field"] == "growth_pct"}
        self.assertEqual(methods, {("year_before", "same_period@1"), ("period_before", "period_before@1")})

    def test_the_figures_are_those_of_the_report(self):
        for book, options in books.questions():
            traces = traces_of(book, options)
            report = json.loads(output("report", *book, *options, "--format", "json", "--exact"))
            self.assertEqual(len(traces["rows"]), len(report["rows"]))
            for trace, row in zip(traces["rows"], report["rows"]):
                self.compare(trace, row)

    def compare(self, trace, row):
        for key in ("kind", "indicator", "unit", "period", "measure", "project", "assigner", "composite"):
            self.assertEqual(trace.get(key), row.get(key), row)
        for figure in trace["figures"]:
            field = figure["field"]
            if field != "target":  # a range prints as one there
                self.assertEqual(figure.get("printed"), row[field], row)
            stated = row[field.removesuffix("_pct") + "_exact"]
            of = 100 if field.endswith("_pct") else 1
            self.assertEqual(figure.get("exact"), stated and str(Fraction(stated) * of), row)
            self.assertEqual(figure.get("reason", {}).get("name"), row["reasons"].get(field), row)
        self.assertEqual(trace["verdict"].get("verdict"), row["verdict"], row)
        self.assertEqual(trace["verdict"].get("reason", {}).get("name"), row["reasons"].get("verdict"), row)
        self.assertEqual(trace["state"]["state"], row["state"], row)
        self.assertEqual(trace.get("provisional", {}).get("verdict"), row["provisional"], row)
        self.assertEqual(trace.get("near"), row.get("near"), row)
        if "components" not in trace.get("condition", {}):
            for what in ("course", "schedule"):
                self.assertEqual(trace[what].get(what), row[what], row)
                self.assertEqual(trace[what].get("reason", {}).get("name"), row["reasons"].get(what), row)
        coverage = trace["coverage"]
        said = f"{coverage['reported']}/{coverage['expected']}"
        self.assertEqual(None if said == "0/0" else said, row["coverage"], row)

    def test_whatever_was_read_is_used_or_set_aside_with_a_reason(self):
        reasons = set()
        for book, options in books.questions():
            traces = traces_of(book, options)
            for row in traces["rows"]:
                for source in row.get("sources", []):
                    for other in source.get("set_aside", []):
                        reasons.add(other["reason"])
                        self.assertTrue(other["why"]["vi"] and other["why"]["en"])
        # All of them but told_by_another, which tests/unit/engine/counted_once_test.cpp looks at.
        self.assertEqual(reasons, {"recorded_later", "not_over", "outside_window", "corrected", "less_final",
                                   "lower_revision", "repeated", "covered", "earlier_level", "earlier_stage",
                                   "published_later"})

    def test_without_an_indicator_it_explains_every_row(self):
        book = books.book("district")
        whole = json.loads(output("explain", *book, "--as-of", "2024-12-31", "--format", "json"))
        for indicator in dict.fromkeys(row["indicator"] for row in whole["rows"]):
            one = json.loads(output("explain", *book, "--as-of", "2024-12-31", "--format", "json",
                                    "--indicator", indicator))
            self.assertEqual(one["rows"], [row for row in whole["rows"] if row["indicator"] == indicator])
            self.assertEqual({**one, "rows": []}, {**whole, "rows": []})

    def test_digits_and_rounding_are_those_asked_for(self):
        book = books.book("district")
        options = ("--as-of", "2024-12-31", "--format", "json", "--digits", "7", "--rounding", "down")
        for row in json.loads(output("explain", *book, *options))["rows"]:
            for figure in row["figures"]:
                if "exact" in figure:
                    self.assertEqual((figure["digits"], figure["rounding"]), (7, "down"))
                    self.assertEqual(Decimal(figure["printed"]),
                                     exact.rounded(Fraction(figure["exact"]), 7, "down"))

    def test_other_forms_are_refused(self):
        done = tiendo("explain", *books.book("district"), "--as-of", "2024-12-31", "--format", "csv")
        self.assertEqual(done.returncode, 2)


if __name__ == "__main__":
    unittest.main()
