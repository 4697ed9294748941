"""Plans built without a file: alike to those that are read, refused with every finding, mended."""

import array
import datetime
import importlib.util
import io
import json
import pathlib
import threading
import unittest
from decimal import Decimal
from fractions import Fraction

import tiendo

FOLDER = pathlib.Path("docs/examples/bim-son-2024")
EXAMPLE = pathlib.Path("docs/examples/build_plan.py")
YEAR = datetime.date(2024, 12, 31)
ADDERS = {
    "measures": tiendo.PlanBuilder.add_measure,
    "units": tiendo.PlanBuilder.add_unit,
    "succession": tiendo.PlanBuilder.add_succession,
    "indicators": tiendo.PlanBuilder.add_indicator,
    "targets": tiendo.PlanBuilder.add_target,
    "projects": tiendo.PlanBuilder.add_project,
    "task_groups": tiendo.PlanBuilder.add_task_group,
}


def example():
    """The example program as a module."""
    spec = importlib.util.spec_from_file_location("build_plan", EXAMPLE)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def small_builder(**head):
    builder = tiendo.PlanBuilder(id="p", unit="town", period="2024", **head)
    builder.add_unit(id="town")
    builder.add_unit(id="ward", parent="town")
    builder.add_measure(id="ha", kind="area", factor=10000)
    builder.add_indicator(id="land", kind="flow", measure="ha", scale=3)
    builder.add_target(indicator="land", at_least="53.026")
    return builder


def report_of(plan, table="indicator,period,value\nland,2024-H1,26.5\n"):
    book = tiendo.Book(plan)
    book.read(io.StringIO(table))
    return book.report(YEAR)


class WholePlanTest(unittest.TestCase):
    def test_the_plan_of_bim_son_is_built_without_a_file(self):
        book = tiendo.load(FOLDER / "plan.json", FOLDER / "observations.csv")
        built = tiendo.Book(example().build_plan())
        built.read(FOLDER / "observations.csv")
        self.assertEqual(built.counts, book.counts)
        for day in (datetime.date(2024, 6, 30), YEAR):
            for form in ("text", "csv", "json", "markdown"):
                options = {"format": form, "exact": form in ("csv", "json")}
                self.assertEqual(built.report(day).write(**options), book.report(day).write(**options))
        self.assertEqual([f.code for f in built.findings], [f.code for f in book.findings])
        self.assertEqual([f.sentence for f in built.check()], [f.sentence for f in book.check()])

    def test_the_parts_of_a_file_can_be_added_one_by_one(self):
        whole = json.loads((FOLDER / "plan.json").read_text(encoding="utf-8"), parse_int=Decimal)
        # A whole number such as `digits` is no decimal, and is refused as one.
        with self.assertRaises(tiendo.Error) as caught:
            tiendo.PlanBuilder().add_indicator(whole["indicators"][0])
        self.assertEqual(caught.exception.code, "wrong_type")
        whole = json.loads((FOLDER / "plan.json").read_text(encoding="utf-8"))
        builder = tiendo.PlanBuilder()
        for kind, add in ADDERS.items():
            for part in [*whole.get(kind, []), *whole["plan"].pop(kind, [])]:
                add(builder, part)
        builder.set_head(whole["plan"])
        wanted = tiendo.load(FOLDER / "plan.json").report(YEAR).write()
        self.assertEqual(tiendo.Book(builder.build()).report(YEAR).write(), wanted)

    def test_a_builder_may_begin_with_a_plan(self):
        plan = tiendo.load(FOLDER / "plan.json").plan
        wanted = report_of(plan, "indicator,period,value\ncement,2024,1\n").write()
        builder = tiendo.PlanBuilder(plan)
        self.assertEqual(builder.count("targets"), 9)
        self.assertEqual(report_of(builder.build(), "indicator,period,value\ncement,2024,1\n").write(), wanted)
        builder.remove("targets", 0)
        self.assertEqual(builder.build().counts["targets"], 8)
        self.assertEqual(plan.counts["targets"], 9)


class ValuesTest(unittest.TestCase):
    def test_numbers_days_and_periods_are_written_exactly(self):
        builder = small_builder(declared={"indicators": 1}, note=None)
        builder.add_unit(id="old", from_=datetime.date(2020, 1, 1), until="2024-07-01",
                         codes=[{"code": "1", "from": datetime.date(2020, 1, 1)}])
        builder.add_target(indicator="land", unit="ward", period=tiendo.Period.parse("2024-H1"), with_=("town",),
                           at_least=Decimal("1E+1"), name=None)
        builder.add_target(indicator="land", unit="ward", increase_by={"value": Decimal("0.50"), "in": "value"},
                           baseline=7)
        plan = builder.build()
        self.assertEqual(plan.findings, ())
        rows = report_of(plan)
        self.assertEqual([row.condition_value for row in rows], [Decimal("53.026"), Decimal(10), Decimal("0.50")])
        self.assertEqual(str(rows[2].condition_value), "0.50")
        self.assertEqual(rows[1].period, "2024-H1")

    def test_long_numbers_keep_their_digits(self):
        for number in (10**299 + 1, 10**700 + 1, Decimal(10) ** 700, "1" * 900, -(10**700)):
            builder = small_builder()
            builder.replace("indicators", 0, id="land", kind="flow", measure="ha")
            builder.replace("targets", 0, indicator="land", at_least=number)
            (row,) = report_of(builder.build())
            self.assertEqual(row.exact.target, Fraction(Decimal(number)))

    def test_a_float_is_refused_as_it_is_not_what_was_written(self):
        builder = small_builder()
        for keys in ({"at_least": 0.1}, {"between": ["1", 1.5]}, {"about": {"value": 1, "tolerance": 0.5}}):
            with self.assertRaisesRegex(TypeError, "exact"):
                builder.add_target(indicator="land", **keys)
        for value in (b"1", Fraction(1, 3), datetime.datetime(2024, 1, 1), object(), {1, 2}, {1: "2"}, 1j):
            with self.assertRaises(TypeError):
                builder.add_target(indicator="land", at_least=value)
        with self.assertRaises(ValueError):
            builder.add_target(indicator="land", at_least=Decimal("NaN"))
        self.assertEqual(builder.count("targets"), 1)

    def test_a_part_is_a_mapping_or_keywords(self):
        builder = small_builder()
        builder.add_unit({"id": "hamlet", "parent": "ward", "from": "2024-01-01"})
        with self.assertRaises(TypeError):
            builder.add_unit({"id": "x"}, parent="ward")
        with self.assertRaises(TypeError):
            builder.add_unit("hamlet")
        self.assertEqual(builder.count("units"), 3)

    def test_text_that_is_no_utf8_is_refused(self):
        for text in ("\ud800", "a\0b"):
            with self.assertRaises(tiendo.Error) as caught:
                tiendo.PlanBuilder().add_unit(id="a", name=text)
            self.assertEqual(caught.exception.code, "text_encoding")


class ColumnsTest(unittest.TestCase):
    def test_rows_of_columns_are_parts(self):
        builder = small_builder()
        builder.add_columns("units", {
            "id": ["hamlet", "mountain"], "parent": ["ward", None], "name/vi": ["thôn", ""],
            "name.en": ["Hamlet", None], "until": [datetime.date(2025, 7, 1), None],
            "codes/0/code": ["0012", "2024"]})
        builder.add_columns("indicators", {"id": ["rice"], "kind": ["flow"], "measure": ["ha"], "scale": [2]})
        builder.add_columns("targets", {
            "indicator": ["land", "rice", "rice"], "unit": ["ward"] * 3, "condition": ["at_least", "at_most", None],
            "value": [Decimal("1.50"), 7, None], "less_than": [None, "", "9"],
            "period": [tiendo.Period.parse("2024-H1"), None, "2024-Q1"]})
        plan = builder.build()
        hamlet, mountain = plan.units[2:]
        self.assertEqual((hamlet.parent, hamlet.name.vi, hamlet.until), ("ward", "thôn", datetime.date(2025, 7, 1)))
        self.assertEqual(hamlet.name.en, "Hamlet")
        self.assertEqual((mountain.parent, mountain.codes[0].code), (None, "2024"))
        self.assertEqual(plan.indicators[1].scale, 2)
        self.assertEqual([target.condition for target in plan.targets[1:3]], [
            tiendo.Condition("at_least", Decimal("1.50")), tiendo.Condition("at_most", Decimal(7))])
        self.assertEqual(str(plan.targets[1].period), "2024-H1")
        self.assertEqual(plan.targets[3].condition, tiendo.Condition("less_than", Decimal(9)))

    def test_columns_and_objects_give_the_same_plan(self):
        plan = tiendo.load(FOLDER / "plan.json").plan
        builder = tiendo.PlanBuilder(plan)
        for kind, part in (("measures", plan.measures), ("units", plan.units)):
            for _ in part:
                builder.remove(kind, 0)
        builder.add_columns("measures", {
            "id": [m.id for m in plan.measures], "kind": [m.kind for m in plan.measures],
            "factor": [m.factor for m in plan.measures], "name/vi": [m.name.vi for m in plan.measures],
            "name/en": [m.name.en for m in plan.measures], "note": [m.note for m in plan.measures]})
        builder.add_columns("units", {
            "id": [u.id for u in plan.units], "kind": [u.kind for u in plan.units],
            "parent": [u.parent for u in plan.units], "until": [u.until for u in plan.units],
            "name/vi": [u.name.vi for u in plan.units], "name/en": [u.name.en for u in plan.units],
            "note": [u.note for u in plan.units]})
        self.assertEqual(builder.build().write(), plan.write())

    def test_one_fault_refuses_all_rows(self):
        builder = small_builder()
        with self.assertRaises(tiendo.Error) as caught:
            builder.add_columns("units", {"id": ["a", "b", "c"], "until": ["2024-01-01", "x", "2024-13-01"]})
        self.assertEqual([f.path for f in caught.exception.findings], ["/1/until", "/2/until"])
        self.assertEqual((caught.exception.row, caught.exception.code), (1, "date_syntax"))
        with self.assertRaises(tiendo.Error) as caught:
            builder.add_columns("units", {"id": ["a"], "prent": ["town"]})
        self.assertEqual((caught.exception.code, caught.exception.path), ("unknown_key", "/prent"))
        with self.assertRaises(tiendo.Error):
            builder.add_columns("units", {"id": ["a", "b"], "parent": ["town"]})
        with self.assertRaisesRegex(TypeError, "exact"):
            builder.add_columns("targets", {"indicator": ["land"], "at_most": [0.5]})
        for columns in ({"id": [["a"]]}, {1: ["a"]}, {"id": [b"a"]}):
            with self.assertRaises(TypeError):
                builder.add_columns("units", columns)
        with self.assertRaises(ValueError):
            builder.add_columns("unit", {"id": ["a"]})
        with self.assertRaises(ValueError):
            builder.add_columns("units", {"i\0d": ["a"]})
        self.assertEqual((builder.count("units"), builder.count("targets")), (2, 1))
        builder.add_columns("units", {})
        builder.add_columns("units", {"id": []})
        self.assertEqual(builder.count("units"), 2)


class TargetColumnsTest(unittest.TestCase):
    """Targets as columns of words and numbers."""

    def setUp(self):
        self.plan = tiendo.load(FOLDER / "plan.json").plan
        self.first = len(self.plan.targets)

    def added(self, *arguments, **keys):
        builder = tiendo.PlanBuilder(self.plan)
        builder.add_target_columns(*arguments, **keys)
        return list(builder.build().targets)[self.first :]

    def test_columns_and_objects_give_the_same_targets(self):
        builder = tiendo.PlanBuilder(self.plan)
        builder.add_target(indicator="gross-output", unit="bim-son", assigner="bim-son", period="2024-H1",
                           at_least=Decimal("18000.50"), baseline="17000.5")
        builder.add_target(indicator="income-per-head", period="2024-H1", less_than=-7)
        wanted = list(builder.build().targets)[self.first :]
        lists = self.added(["gross-output", "income-per-head"], ["at_least", "less_than"], [Decimal("18000.50"), -7],
                           unit=["bim-son", None], assigner=["bim-son", None], period="2024-H1",
                           baseline=[Decimal("17000.5"), None])
        self.assertEqual(lists, wanted)
        half = tiendo.Period.parse("2024-H1")
        epoch = datetime.date(1970, 1, 1)
        starts = array.array("i", [(half.start - epoch).days] * 2)
        ends = array.array("i", [(half.end - epoch).days] * 2)
        words = ["bim-son", "gross-output", "income-per-head"]
        buffers = self.added((array.array("i", [1, 2]), words), array.array("b", [1, 4]), array.array("q", [1800050, -7]),
                             scales=bytes([2, 0]), unit=(array.array("i", [0, -1]), words),
                             assigner=(array.array("i", [0, -1]), words), period=(starts, ends),
                             baseline=array.array("q", [170005, 0]), baseline_scales=bytes([1, 1]),
                             baseline_validity=bytes([1]))
        self.assertEqual(buffers, wanted)
        (one,) = self.added(["gross-output"], "equal", array.array("q", [125]), scale=1, period="2024-Q1")
        self.assertEqual((one.condition.kind, one.condition.value), ("equal", Decimal("12.5")))

    def test_what_is_wrong_is_said_with_its_row(self):
        builder = tiendo.PlanBuilder(self.plan)
        with self.assertRaises(tiendo.Error) as caught:
            builder.add_target_columns((array.array("i", [0, 1]), ["gross-output"]), "at_least", [1, 2])
        self.assertEqual((caught.exception.code, caught.exception.row), ("number_out_of_range", 1))
        for arguments, keys, kind in (
            ((["gross-output"], "between", [1]), {}, ValueError),
            ((["gross-output"], "at_least", [1, 2]), {}, ValueError),
            ((["gross-output"], "at_least", array.array("q", [1])), {}, TypeError),
            ((["gross-output"], "at_least", array.array("i", [1])), {"scale": 0}, TypeError),
            ((["gross-output"], "at_least", [1.5]), {}, TypeError),
            ((["gross-output"], "at_least", [10**19]), {}, OverflowError),
            ((["gross-output"], "at_least", [1]), {"baseline": array.array("q", [1]), "scale": 0,
                                                   "baseline_validity": b""}, ValueError),
        ):
            with self.subTest(arguments=arguments), self.assertRaises(kind):
                builder.add_target_columns(*arguments, **keys)
        self.assertEqual(builder.count("targets"), self.first)


class FaultsTest(unittest.TestCase):
    def test_a_part_at_fault_is_refused_at_once_with_all_its_findings(self):
        builder = small_builder()
        with self.assertRaises(tiendo.Error) as caught:
            builder.add_unit(idd="x", until="2024-13-01")
        self.assertEqual([f.code for f in caught.exception.findings], ["unknown_key", "date_not_real"])
        self.assertIn('"id"', caught.exception.findings[0].sentence)
        self.assertEqual([(f.path, f.line) for f in caught.exception.findings], [("/idd", 0), ("/until", 0)])
        self.assertEqual(str(caught.exception), str(caught.exception.findings[0]))
        self.assertRegex(str(caught.exception), r"\A/idd: error \d+ unknown_key: ")
        self.assertEqual(builder.count("units"), 2)

    def test_the_fault_of_a_key_inside_of_another_is_at_its_path(self):
        builder = small_builder()
        for change, path in (({"value": 1, "on": "value"}, "/increase_by/on"), ({"value": "x", "in": "value"}, "/increase_by/value")):
            with self.assertRaises(tiendo.Error) as caught:
                builder.add_target(indicator="land", increase_by=change)
            self.assertIn(path, [found.path for found in caught.exception.findings])

    def test_keys_inside_of_a_part_may_be_named_as_its_attributes(self):
        builder = small_builder()
        builder.add_target(indicator="land", unit="ward", increase_by={"value": 2, "in_": "value"})
        builder.add_task_group(id="g", tasks=[{"id": "t", "with_": ["town"]}])
        plan = builder.build()
        self.assertEqual(plan.targets[-1].condition.in_, "value")
        self.assertEqual(plan.task_groups[-1].tasks[0].with_, ("town",))

    def test_a_plan_at_fault_is_refused_with_paths_and_can_be_mended(self):
        builder = small_builder()
        builder.add_unit(id="hamlet", parent="wrad")
        builder.add_target(indicator="rice", at_least=1)
        with self.assertRaises(tiendo.Error) as caught:
            builder.build()
        found = caught.exception.findings
        self.assertEqual([(f.code, f.path) for f in found],
                         [("unknown_unit", "/units/2/parent"), ("unknown_indicator", "/plan/targets/1/indicator")])
        self.assertTrue(all(f.severity is tiendo.Severity.ERROR and f.line == 0 for f in found))
        self.assertEqual(caught.exception.path, "/units/2/parent")
        self.assertIn("the nearest known one is", found[0].sentence)
        builder.replace("units", 2, {"id": "hamlet", "parent": "ward"})
        builder.remove("targets", 1)
        plan = builder.build()
        self.assertEqual((plan.findings, plan.counts["units"], plan.counts["targets"]), ((), 3, 1))

    def test_warnings_stay_with_the_plan_and_the_book(self):
        plan = small_builder(declared={"projects": 3}).build()
        self.assertEqual([(f.code, f.path) for f in plan.findings], [("declared_count", "/plan/declared/projects")])
        self.assertEqual(tiendo.Book(plan).findings, plan.findings)

    def test_arguments_are_checked(self):
        builder = small_builder()
        for kind in ("unit", None, 2):
            with self.assertRaises(ValueError):
                builder.remove(kind, 0)
        with self.assertRaises(tiendo.Error):
            builder.remove("head", 0)
        with self.assertRaises(tiendo.Error):
            builder.remove("units", 2)
        with self.assertRaises(TypeError):
            builder.remove("units", "0")


class BookTest(unittest.TestCase):
    def test_a_book_of_a_plan_reads_tables_before_and_after_a_report(self):
        book = tiendo.Book(small_builder().build())
        book.append("land", "2024-01", "1.5")
        first = book.report(YEAR)
        book.read(io.StringIO('indicator,period,value\nland,2024-02,"2,5"\n'), numbers="vi")
        self.assertEqual((first[0].actual, book.report(YEAR)[0].actual), (Decimal("1.500"), Decimal("4.000")))
        with self.assertRaises(tiendo.Error):
            book.read(io.StringIO("indicator,period,value\nland,2024-03,1\nland,2024-13,1\n"))
        self.assertEqual(book.observation_count, 2)

    def test_a_plan_outlives_its_builder_and_its_book(self):
        book = tiendo.Book(small_builder().build())
        plan = book.plan
        book.close()
        self.assertEqual(plan.counts["units"], 2)
        with self.assertRaises(ValueError):
            book.plan  # pylint: disable=pointless-statement

    def test_a_plan_is_shared_by_threads(self):
        plan, faults = small_builder().build(), []
        wanted = report_of(plan).write()

        def work():
            if any(report_of(plan).write() != wanted for _ in range(20)):
                faults.append("a report differs")

        threads = [threading.Thread(target=work) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(faults, [])


if __name__ == "__main__":
    unittest.main()
