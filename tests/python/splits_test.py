"""Targets split over the units below: by weights of many kinds, into parts that add up."""

import datetime
import io
import pathlib
import tempfile
import unittest
from decimal import Decimal

import tiendo

YEAR = datetime.date(2024, 12, 31)


class SplitsTest(unittest.TestCase):
    def setUp(self):
        self.book = tiendo.load("tests/golden/books/layers/plan.json")

    def test_a_target_is_split_into_parts_that_add_up(self):
        (revenue,) = [
            at for at in self.book.targets_in_force(YEAR, "tinh") if at == 2
        ]
        parts = self.book.split_target(revenue, {"thue": 1, "do-thi": Decimal("2.5")}, digits=1)
        self.assertEqual(parts, {"thue": Decimal("8.6"), "do-thi": Decimal("21.4")})
        self.assertEqual(self.book.split_target(revenue, ["thue", "phuong"], remainder="last"),
                         {"thue": Decimal("15"), "phuong": Decimal("15")})
        with self.assertRaises(tiendo.Error) as caught:
            self.book.split_target(revenue, {"tinh": 1})
        self.assertEqual(caught.exception.code, "split_units")

    def test_a_target_is_split_by_what_the_units_have_reported(self):
        book = tiendo.load("tests/golden/books/checks/plan.json")
        (forest,) = [at for at in book.targets_in_force(YEAR, "huyen")
                     if (book.plan.targets[at].indicator, book.plan.targets[at].unit) == ("forest", "huyen")]
        table = "indicator,unit,period,value\n" + "".join(
            f"forest,{unit},2023,{value}\n" for unit, value in (("xa-a", 10), ("xa-b", 30)))
        book.read(io.StringIO(table))
        year = tiendo.Period.parse("2023")
        parts = {"xa-a": Decimal("25"), "xa-b": Decimal("75")}
        self.assertEqual(book.split_target_by_reports(forest, "forest", "2023"), parts)
        self.assertEqual(book.split_target_by_reports(forest, "forest", year, YEAR, levels=2), parts)
        self.assertEqual(book.split_target_by_reports(forest, "forest", year, digits=1)["xa-b"], Decimal("75.0"))
        for keys in ({"as_of": datetime.date(2023, 12, 30)}, {"known_on": datetime.date(2023, 12, 30)}):
            with self.assertRaises(tiendo.Error) as caught:
                book.split_target_by_reports(forest, "forest", year, **keys)
            self.assertEqual(caught.exception.code, "split_units")
        with self.assertRaises(tiendo.Error) as caught:
            book.split_target_by_reports(forest, "rice", year)
        self.assertEqual(caught.exception.code, "unknown_indicator")

    def test_weights_may_stand_in_a_table(self):
        weights = self.book.read_weights(io.StringIO("unit,weight\nthue,1\ndo-thi,2.5\n"))
        self.assertEqual(list(weights.items()), [("thue", 1), ("do-thi", Decimal("2.5"))])
        self.assertEqual(self.book.split_target(2, weights, digits=1)["thue"], Decimal("8.6"))
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder, "weights.csv")
            path.write_bytes(b'weight,unit\r\n"1.000,5",thue\r\n-1,do-thi\r\n')
            with self.assertRaises(tiendo.Error) as caught:
                self.book.read_weights(path, numbers="vi")
            self.assertEqual((caught.exception.code, caught.exception.line), ("weight_negative", 3))
            self.assertEqual(caught.exception.file, str(path))
            path.write_bytes(b'weight,unit\n"1.000,5",thue')
            self.assertEqual(self.book.read_weights(path, numbers="vi"), {"thue": Decimal("1000.5")})
            with self.assertRaises(tiendo.Error) as caught:
                self.book.read_weights(path / "none")
            self.assertEqual((caught.exception.status, caught.exception.code), ("TIENDO_E_FILE", "file_unreadable"))
            self.assertEqual(caught.exception.file, str(path / "none"))
        for rows in (2, 1 + len(self.book.plan.units)):
            with self.assertRaises(ValueError):
                self.book.read_weights(io.BytesIO(b"unit,weight\n" + rows * b"thue,1\n"))

    def test_a_target_is_split_by_what_the_plan_says_of_the_units(self):
        self.assertEqual(self.book.equal_weights(2)["thue"], 1)
        self.assertLessEqual(set(self.book.equal_weights(2)), set(self.book.equal_weights(2, levels=2)))
        builder = tiendo.PlanBuilder(id="p", unit="town", period="2024")
        builder.add_measure(id="ha", kind="area")
        for unit in ("town", "north", "south"):
            builder.add_unit(id=unit, parent=None if unit == "town" else "town")
        for indicator in ("forest", "area"):
            builder.add_indicator(id=indicator, kind="flow", measure="ha", scale=2)
        builder.add_target(indicator="forest", at_least=10)
        builder.add_target(indicator="area", unit="north", equal=1)
        builder.add_target(indicator="area", unit="south", equal=3)
        book = tiendo.Book(builder.build())
        weights = book.weights_by_targets(0, "area", YEAR)
        self.assertEqual(weights, {"north": 1, "south": 3})
        self.assertEqual(book.split_digits(0), 2)
        parts = book.split_target(0, weights)
        self.assertEqual(parts, {"north": Decimal("2.50"), "south": Decimal("7.50")})
        table = book.write_parts(0, parts, format="csv")
        self.assertIn("forest,south,town,assigned,2024,,at_least,7.50\n", table)
        for target in book.targets_of_parts(0, parts):
            builder.add_target(target)
        self.assertEqual(builder.build().targets[4].condition, tiendo.Condition("at_least", Decimal("7.50")))
        for refused in ({"north": 5, "south": 4}, {"north": 10, "west": 0}, {}):
            with self.assertRaises(tiendo.Error):
                book.write_parts(0, refused)
        with self.assertRaises(TypeError):
            book.write_parts(0, {"north": 2.5, "south": 7.5})


if __name__ == "__main__":
    unittest.main()
