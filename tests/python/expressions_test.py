"""Expressions from Python: references, values, bounds."""

import unittest
from decimal import Decimal
from fractions import Fraction

import tiendo


class ExpressionsTest(unittest.TestCase):
    def fails(self, code, function, *arguments):
        with self.assertRaises(tiendo.Error) as caught:
            function(*arguments)
        self.assertEqual(caught.exception.code, code)
        return caught.exception

    def test_an_expression_says_what_stands_in_it(self):
        expression = tiendo.Expression("(actual/[gross-output.state])*100 -actual")
        self.assertEqual(expression.references, ("actual", "gross-output.state"))
        self.assertEqual(str(expression), "actual / [gross-output.state] * 100 - actual")
        self.assertEqual(str(tiendo.Expression(str(expression))), str(expression))
        self.assertEqual(repr(tiendo.Expression("1+a")), "Expression('1 + a')")
        texts = {"actual": "52.461", "gross-output.state": "đồng"}
        self.assertEqual(expression.format(texts), "52.461 / đồng * 100 - 52.461")

    def test_its_parts_are_listed_operands_first(self):
        parts = tiendo.Expression("(now + 1.50) * -[b.1] / now").parts
        self.assertEqual(
            [(part.operation, part.reference, part.left, part.right) for part in parts],
            [
                ("reference", "now", None, None),
                ("number", None, None, None),
                ("add", None, 0, 1),
                ("reference", "b.1", None, None),
                ("negate", None, None, 3),
                ("multiply", None, 2, 4),
                ("reference", "now", None, None),
                ("divide", None, 5, 6),
            ],
        )
        self.assertEqual([str(part.number) for part in parts if part.number is not None], ["1.50"])
        digits = "9" * 500 + "." + "1" * 30
        self.assertEqual(tiendo.Expression(digits).parts, (tiendo.ExpressionPart("number", Decimal(digits), None, None, None),))
        self.assertEqual(len(tiendo.Expression("a" + "+a" * 400).parts), 801)

    def test_a_value_is_exact(self):
        rate = tiendo.Expression("actual / plan * 100")
        self.assertEqual(rate.evaluate({"actual": 1, "plan": 3, "other": 5}), Fraction(100, 3))
        self.assertEqual(rate.evaluate({"actual": Decimal("0.1"), "plan": Fraction(1, 7)}), 70)
        self.assertEqual(tiendo.Expression("-(2 - 0.5) * 2").evaluate({}), -3)
        self.fails("division_by_zero", rate.evaluate, {"actual": 1, "plan": 0})
        with self.assertRaises(KeyError):
            rate.evaluate({"actual": 1})
        with self.assertRaises(TypeError):
            rate.evaluate({"actual": 0.5, "plan": 1})

    def test_what_printed_figures_leave_open_is_found(self):
        rate = tiendo.Expression("actual / plan * 100")
        printed = {name: tiendo.printed_interval(Decimal(value), "half_up") for name, value in (("actual", "8.9"), ("plan", "8.5"))}
        bounds = rate.bounds(printed)
        self.assertEqual(bounds.low, Fraction(885, 855) * 100)
        self.assertEqual((bounds.high, bounds.has_low, bounds.has_high), (Fraction(895, 845) * 100, False, False))
        self.assertIn(Fraction(890, 850) * 100, bounds)
        self.assertIsNotNone(bounds.intersection(tiendo.printed_interval(Decimal("104.7"), "half_up")))
        self.assertIsNone(bounds.intersection(tiendo.printed_interval(Decimal("103.4"), "half_up")))
        self.assertEqual(rate.bounds({"actual": 1, "plan": 4}), tiendo.Interval(Fraction(25), Fraction(25), True, True))
        self.fails("divisor_may_vanish", rate.bounds, {"actual": 1, "plan": tiendo.Interval(Decimal(-1), Decimal(1), True, True)})
        self.fails("bounds_not_exact", tiendo.Expression("a * a").bounds, {"a": printed["plan"]})

    def test_what_is_none_is_refused_with_its_place(self):
        self.assertEqual(self.fails("expression_syntax", tiendo.Expression, "1 + ").offset, 4)
        self.assertEqual(self.fails("id_syntax", tiendo.Expression, "[a b]").offset, 1)
        with self.assertRaises(TypeError):
            tiendo.Expression(5)


if __name__ == "__main__":
    unittest.main()
