"""Units on a day: where they stand, their names and codes, what becomes of them."""

import datetime
import unittest
from fractions import Fraction

import tiendo

OLD, NEW = datetime.date(2025, 6, 30), datetime.date(2025, 7, 1)


def new_plan():
    builder = tiendo.PlanBuilder(id="p", unit="province", period="2024")
    builder.add_unit(id="province", name={"vi": "Tỉnh", "en": "Province"})
    builder.add_unit(id="town", parent="province", codes=[{"code": "0102"}])
    builder.add_unit(id="village", parent="province")
    builder.add_unit(id="east", parent="province", codes=[{"code": "0102", "from": "2025-07-01"}])
    builder.add_unit(id="west", parent="province")
    builder.add_succession(
        on=NEW, from_=["town"], to=[{"unit": "east", "share": "0.25"}, {"unit": "west", "share": "0.75"}]
    )
    builder.add_succession(on=NEW, from_=["village"], to=[{"unit": "east"}, {"unit": "west"}])
    return builder.build()


class UnitsOnTest(unittest.TestCase):
    def setUp(self):
        self.plan = new_plan()
        self.old, self.new = self.plan.units_on(OLD), self.plan.units_on(NEW)

    def test_a_unit_stands_where_it_is_on_the_day(self):
        self.assertEqual((self.old.exists("town"), self.new.exists("town")), (True, False))
        self.assertEqual((self.old.parent("town"), self.new.parent("town")), ("province", None))
        self.assertEqual(self.old.children("province"), ("town", "village"))
        self.assertEqual(self.new.children("province"), ("east", "west"))
        self.assertEqual((self.new.day, repr(self.new)), (NEW, "<Units on 2025-07-01>"))

    def test_a_name_and_a_code_are_of_a_day(self):
        self.assertEqual((self.old.name("province"), self.old.name("province", "en")), ("Tỉnh", "Province"))
        self.assertEqual((self.old.code("town"), self.new.code("town")), ("0102", None))
        self.assertEqual((self.old.find_code("0102"), self.new.find_code("0102")), ("town", "east"))
        self.assertIsNone(self.new.find_code("9"))

    def test_what_becomes_of_a_unit_has_shares(self):
        self.assertEqual(self.old.heirs("town", NEW), {"east": Fraction(1, 4), "west": Fraction(3, 4)})
        self.assertEqual(self.old.heirs("village", NEW), {"east": None, "west": None})
        self.assertEqual(self.old.heirs("town", OLD), {"town": 1})
        self.assertEqual(self.new.made_of("west", OLD), {"town": Fraction(3, 4), "village": None})

    def test_what_is_none_is_refused(self):
        with self.assertRaisesRegex(KeyError, "no unit 'hamlet'"):
            self.new.exists("hamlet")
        with self.assertRaises(TypeError):
            self.plan.units_on(datetime.datetime(2025, 7, 1))
        with self.assertRaises(ValueError):
            self.new.name("province", "fr")

    def test_it_stays_when_the_plan_is_closed(self):
        self.plan.close()
        self.assertTrue(self.new.exists("east"))


if __name__ == "__main__":
    unittest.main()
