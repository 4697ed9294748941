"""What a row of a trace comes to: verdict, course and schedule, from the numbers in it alone.

A result of which only a bound, or a range, is known stands for every value that it can mean: what is said of it has
to hold of one value in each stretch between the numbers at which the answer may turn.
"""

from fractions import Fraction

GOOD = ("exceeded", "met")
RANK = ("exceeded", "met", "near", "missed")  # from the best to the worst


def clause(condition):
    """The word of a condition, and what stands with it."""
    ((kind, said),) = condition.items()
    return kind, said


class Asked:
    """A condition, with the number that it comes to and what is better."""

    def __init__(self, condition, required, direction, near=None):
        self.kind, said = clause(condition)
        self.direction = direction
        self.near = near
        self.then = None
        self.low = self.high = required
        if self.kind == "between":
            self.low, self.high = map(Fraction, said)
        elif self.kind == "about":
            middle, width = Fraction(said["value"]), Fraction(said["tolerance"])
            self.low, self.high = middle - width, middle + width
        elif self.kind == "yes":
            self.low = self.high = Fraction(1)
        elif self.kind in ("increase_by", "decrease_by") and "then" in said:
            level = said["then"]
            self.then = Asked(level, number_of(level), direction, near)

    def reach(self, bound):
        amount, of_bound = self.near
        return amount * abs(bound) / 100 if of_bound else amount

    def alone(self, value):
        if self.kind == "yes":
            return "met" if value >= 1 else "missed"
        if self.kind in ("at_least", "increase_by", "more_than"):
            said = "exceeded" if value > self.low else "met" if value == self.low else "missed"
            return "missed" if said == "met" and self.kind == "more_than" else said
        if self.kind in ("at_most", "decrease_by", "less_than"):
            said = "exceeded" if value < self.low else "met" if value == self.low else "missed"
            return "missed" if said == "met" and self.kind == "less_than" else said
        if self.low <= value <= self.high:
            return "met"
        better = self.direction == ("more" if value > self.high else "less")
        return "exceeded" if better and self.kind != "equal" else "missed"

    def verdict(self, value):
        said = self.alone(value)
        if said == "missed" and self.near and self.kind != "yes":
            bound = self.high if value > self.high else self.low
            if abs(value - bound) <= self.reach(bound):
                said = "near"
        if self.then:
            said = max(said, self.then.verdict(value), key=RANK.index)
        return said

    def turns(self):
        found = {self.low, self.high}
        for bound in (self.low, self.high):
            if self.near:
                found |= {bound - self.reach(bound), bound + self.reach(bound)}
        return found | (self.then.turns() if self.then else set())

    def goal(self):
        """The least and the greatest value that meet it (None: without end), and whether the ends do not."""
        low, high, strict = self.low, self.high, self.kind in ("more_than", "less_than")
        if self.kind in ("at_least", "increase_by", "more_than"):
            high = None
        elif self.kind in ("at_most", "decrease_by", "less_than"):
            low = None
        elif self.kind != "equal":
            high = None if self.direction == "more" else high
            low = None if self.direction == "less" else low
        if not self.then:
            return low, high, strict
        more_low, more_high, more_strict = self.then.goal()
        both_low = max((end for end in (low, more_low) if end is not None), default=None)
        both_high = min((end for end in (high, more_high) if end is not None), default=None)
        if both_low is not None and both_high is not None:
            touch = both_low == both_high and (strict or more_strict)
            if touch or both_low > both_high:  # nothing meets both
                return low, high, strict
        return both_low, both_high, strict


def number_of(condition):
    """The number of a condition that has one; 0 of the others."""
    kind, said = clause(condition)
    if kind in ("at_least", "more_than", "at_most", "less_than", "equal"):
        return Fraction(said)
    return Fraction(said["value"]) if isinstance(said, dict) and "value" in said else Fraction(0)


class Result:
    """What was reported: a number, all that is beyond one, or all of a range."""

    def __init__(self, compared):
        hedge = compared.get("qualifier")
        self.low = self.high = None
        self.open = hedge in ("over", "under")
        if "actual" in compared:
            number = Fraction(compared["actual"])
            self.low = None if hedge == "under" else number
            self.high = None if hedge == "over" else number
        else:
            self.low, self.high = Fraction(compared["lower"]), Fraction(compared["upper"])

    def holds(self, value):
        above = self.low is None or (value > self.low if self.open else value >= self.low)
        return above and (self.high is None or (value < self.high if self.open else value <= self.high))

    def values(self, turns):
        """One value for each stretch between the turns, and the turns themselves."""
        ends = sorted({*turns, *(end for end in (self.low, self.high) if end is not None)})
        between = [(a + b) / 2 for a, b in zip(ends, ends[1:])]
        return [value for value in (*ends, *between, ends[0] - 1, ends[-1] + 1) if self.holds(value)]

    def verdict(self, asked):
        said = {asked.verdict(value) for value in self.values(asked.turns())}
        if said == set(GOOD):
            return "met"  # or better
        return said.pop() if len(said) == 1 else None

    def course(self, asked, base):
        now = self.verdict(asked)
        if now is None:
            return None
        before = asked.verdict(base) in GOOD
        if now in GOOD:
            return "met_at_baseline" if before else "reached"
        if before:
            return "lost"
        low, high, _ = asked.goal()

        def distance(value):
            if low is not None and value < low:
                return low - value
            return value - high if high is not None and value > high else Fraction(0)

        turns = asked.turns() | {base}
        turns |= {end + side * distance(base) for end in (low, high) if end is not None for side in (1, -1)}
        said = set()
        for value in self.values(turns):
            far, was = distance(value), distance(base)
            said.add("closer" if far < was else "away" if far > was else "unchanged")
        return said.pop() if len(said) == 1 else None


def schedule(row, expected):
    """Ahead, on schedule or behind; None where the result does not say."""
    kind, _ = clause(row["condition"])
    more = kind in ("at_least", "more_than", "increase_by") or (
        kind not in ("at_most", "less_than", "decrease_by") and row["policies"]["direction"] == "more")
    path = Asked({"at_least" if more else "at_most": "0"}, expected, "more" if more else "less")
    said = {path.verdict(value) for value in Result(row["schedule"]["compared"]).values({expected})}
    if said == set(GOOD):
        return "on_schedule"
    return {"exceeded": "ahead", "met": "on_schedule", "missed": "behind"}[said.pop()] if len(said) == 1 else None
