"""Methods of judging from Python: every method of the list, by the same cases as the schema."""

import json
import pathlib
import unittest
from decimal import Decimal
from fractions import Fraction

import tiendo

ROOT = pathlib.Path(__file__).resolve().parents[2]
CASES = json.loads((ROOT / "tests/data/method_cases.json").read_text(encoding="utf-8"))


def assessed(case):
    more = {key: value for key, value in case.items() if key not in ("format", "method", "numbers")}
    return tiendo.assess(case["method"], case["numbers"], **more)


class AssessTest(unittest.TestCase):
    def test_every_case_has_its_answer(self):
        for each in CASES:
            with self.subTest(case=each["case"]):
                answer = assessed(each["case"])
                figures = {figure["name"]: figure["value"] for figure in answer["figures"]}
                self.assertEqual((answer["value"], answer["state"], answer["band"]),
                                 (each["value"], each["state"], each["band"]))
                self.assertEqual({name: figures.get(name) for name in each["figures"]}, each["figures"])
                self.assertEqual(answer["vintage"], each["case"].get("vintage"))

    def test_every_method_of_the_list_has_a_case(self):
        listed = {method["id"] for method in tiendo.methods()["methods"]}
        judged = {each["case"]["method"].split("@")[0].split("/")[0] for each in CASES}
        self.assertEqual(judged, listed)

    def test_every_table_of_the_list_can_be_looked_up(self):
        listed = tiendo.methods()
        for table in listed["bands"]:
            band = next(band for band in table["bands"] if band["low"] is not None or band["high"] is not None)
            number = band["low"] if band["low"] is not None else band["high"]
            name = f"{table['id']}@{table['version']}"
            with self.subTest(table=name):
                answer = tiendo.assess("band_table", {"v": number}, thresholds=name)
                self.assertIn(answer["band"], [band["code"] for band in table["bands"]])
        for table in listed["scores"]:
            name = f"{table['id']}@{table['version']}"
            knot = table["knots"][1]
            with self.subTest(table=name):
                self.assertEqual(tiendo.assess("score_table", {"v": knot["value"]}, scores=name)["value"],
                                 knot["score"])

    def test_numbers_are_exact(self):
        third = tiendo.assess("linear_path", {"b": 0, "v": Decimal("1E+1"), "T": 90, "elapsed": Fraction(1, 3)})
        self.assertEqual(third["value"], "-20")
        self.assertEqual(tiendo.assess("evm", {"EV": 1, "AC": "3"})["value"], "1/3")
        with self.assertRaises(TypeError):
            tiendo.assess("evm", {"EV": 0.1})

    def test_policies_decide_and_are_named(self):
        zero = {"v": "5", "T": "0", "b": "-1"}
        with self.assertRaises(tiendo.Error) as caught:
            tiendo.assess("ratio_to_target/direct", zero)
        self.assertEqual(caught.exception.code, "unknown_key")
        del zero["b"]
        answer = tiendo.assess("ratio_to_target/direct", zero,
                               policies={"zero_as": Decimal("0.5"), "round_before_banding": 2})
        self.assertEqual((answer["value"], answer["policy_hits"]), ("10", ["zero_as"]))
        self.assertEqual(answer["policies"]["round_before_banding"], "2")

    def test_a_faulty_case_has_its_code(self):
        for method, numbers, code in (("on_track", {}, "unknown_method"), ("evm", {"v": 1}, "unknown_key"),
                                      ("minmax", {"v": 1}, "missing_key"), ("evm", {"EV": "1,5"}, "number_syntax")):
            with self.subTest(code=code), self.assertRaises(tiendo.Error) as caught:
                tiendo.assess(method, numbers)
            self.assertEqual(caught.exception.code, code)


if __name__ == "__main__":
    unittest.main()
