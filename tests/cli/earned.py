"""The earned value in a trace of work, computed again from the rows of the trace alone."""

import datetime
from decimal import Decimal
from fractions import Fraction

import exact
from trace_test import METHOD, WORDS, value


def day(text):
    return datetime.date.fromisoformat(text)


class Earned:
    """The earned value of a project, computed again: what is planned by the weights and days of its milestones, the
    time by its days, all else by the formulas."""

    def __init__(self, row):
        self.row = row
        self.test = row.test
        self.said = row.row["earned_value"]
        self.computed = {}
        self.ends = self.periods() if "times" in self.said else []
        self.planned = [Fraction(0)]

    def periods(self):
        """The last days of the periods, counted on calendar days."""
        first, last = self.first_and_last()
        days = [first + datetime.timedelta(n) for n in range((last - first).days + 1)]
        whole_months = first.day == 1 and (last + datetime.timedelta(1)).day == 1
        self.test.assertEqual(self.said["times"], "months" if whole_months else "days")
        return [each for each in days if not whole_months or (each + datetime.timedelta(1)).day == 1]

    def first_and_last(self):
        standing = self.row.row["standing"]
        return day(standing["start"]), day(standing["finish"])

    def run(self):
        steps = iter(self.said.get("steps", []))
        for figure in self.said["figures"]:
            self.test.assertTrue(figure["label"]["vi"] and figure["label"]["en"])
            if "exact" not in figure:
                self.test.assertTrue(figure["reason"]["name"] and figure["reason"]["label"]["vi"])
                continue
            step = next(steps)
            self.test.assertEqual(step["field"], figure["field"])
            if figure["field"] == "BAC":
                self.computed["BAC"] = self.value(step)
                self.plan()
            came = self.computed[figure["field"]] = self.value(step)
            for said in (step["result"], figure["exact"]):
                self.row.equal(came, said, figure["field"])
            self.test.assertEqual(Decimal(figure["printed"]),
                                  exact.rounded(came, figure["digits"], figure["rounding"]))
        self.test.assertEqual(list(steps), [])

    def value(self, step):
        self.test.assertRegex(step["method"], METHOD)
        letters = {term["symbol"]: self.term(term, step) for term in step["terms"]}
        self.test.assertEqual(set(WORDS.findall(step["formula"])), set(letters))
        return value(step["formula"], letters)

    def plan(self):
        """What is planned by the end of each period; told where it rises."""
        counted = [each for each in self.row.row["members"] if each.get("state") != "cancelled"]
        weights = {each["row"]: self.weight(each["row"]) for each in counted}
        rises = {each["period"]: each for each in self.said.get("planned", [])}
        for number, end in enumerate(self.ends, 1):
            due = sum(weights[each["row"]] for each in counted if day(each["finish"]) <= end)
            self.planned.append(self.computed["BAC"] * due / sum(weights.values()))
            self.test.assertEqual(number in rises, self.planned[-1] != self.planned[-2])
            if number in rises:
                self.test.assertEqual(day(rises[number]["to"]), end)
                self.row.equal(self.planned[-1], rises[number]["step"]["result"], "planned")
                self.test.assertEqual(self.value(rises[number]["step"]), self.planned[-1])

    def weight(self, row):
        figures = {each["field"]: each for each in self.row.rows[row]["figures"]}
        return Fraction(figures["weight_pct"]["exact"])

    def term(self, term, step):
        known, source = Fraction(term["value"]), term["from"]
        if source == "figure":
            own = self.row.computed if term["figure"] in self.row.computed else self.computed
            self.row.equal(own[term["figure"]], known, term["figure"])
        elif source == "row":
            other = {each["field"]: each for each in self.row.rows[term["row"]]["figures"]}
            self.row.equal(Fraction(other[term["figure"]]["exact"]), known, f"row {term['row']}")
            if step["field"] in ("BAC", "AC"):
                kinds = [each["kind"] for each in self.row.rows.values()
                         if each.get("project") == self.row.row["project"] and each["kind"] in ("pot", "capital")]
                self.test.assertEqual(self.row.rows[term["row"]]["kind"], kinds[-1])
                self.test.assertEqual(term["figure"], "planned" if step["field"] == "BAC" else "reached")
        elif source == "planned":
            self.test.assertEqual(known, self.planned[term["period"]])
            at = self.count(term["symbol"].rsplit("_", 1)[1])
            self.test.assertEqual(term["period"], at + ("_after_" in term["symbol"]))
        elif source == "periods":
            self.test.assertEqual(known, self.count(term["symbol"]))
        else:
            self.test.assertEqual(source, "days")
            self.test.assertEqual(known, {"d": self.row.as_of.day, "n": self.days_of_month()}[term["symbol"]])
        return known

    def count(self, letter):
        """So many periods: of the schedule (n, PD), over (m), over of the schedule (G), with what is planned earned
        (C)."""
        if letter == "C":
            return max(number for number, amount in enumerate(self.planned) if amount <= self.computed["EV"])
        if letter == "m":
            return self.over()
        return min(self.over(), len(self.ends)) if letter == "G" else len(self.ends)

    def over(self):
        """The periods that are over; they go on beyond the schedule."""
        first = self.first_and_last()[0]
        after = self.row.as_of + datetime.timedelta(1)
        if after <= first:
            return 0
        if self.said["times"] == "days":
            return (after - first).days
        return (after.year - first.year) * 12 + after.month - first.month

    def days_of_month(self):
        return ((self.row.as_of.replace(day=28) + datetime.timedelta(4)).replace(day=1) - datetime.timedelta(1)).day
