"""Plans as objects: what stands in them, field for field, found, written, changed and built again."""

import dataclasses
import datetime
import importlib.util
import json
import pathlib
import typing
import unittest
from decimal import Decimal

import tiendo

FOLDER = pathlib.Path("docs/examples/bim-son-2024")
KINDS = ("measures", "units", "indicators", "targets", "projects", "task_groups", "succession")
#: The definitions of the JSON Schema and the classes that hold what they describe.
CLASSES = {
    "measure": tiendo.Measure,
    "unit": tiendo.Unit,
    "code": tiendo.UnitCode,
    "succession": tiendo.Succession,
    "indicator": tiendo.Indicator,
    "break": tiendo.SeriesBreak,
    "target": tiendo.Target,
    "project": tiendo.Project,
    "milestone": tiendo.Milestone,
    "capital": tiendo.Capital,
    "task_group": tiendo.TaskGroup,
    "task": tiendo.Task,
    "plan": tiendo.PlanHead,
}


def built_plan():
    spec = importlib.util.spec_from_file_location("build_plan", "docs/examples/build_plan.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.build_plan()


def rich_plan():
    builder = tiendo.PlanBuilder(id="p", unit="town", period="2024", name="Kế hoạch", basis=["a", "b"],
                                 declared={"indicators": {"town": 1}}, parent={"id": "pp", "period": "2021/2025"})
    builder.add_measure(id="ha", kind="area", factor="10000", name={"vi": "héc ta", "en": "hectare"})
    builder.add_unit(id="town", until="2025-07-01", codes=[{"code": "1", "from": "2020-01-01"}])
    builder.add_unit(id="ward", parent="town")
    builder.add_indicator(id="land", measure="ha", kind="flow", scale=3, field="land",
                          near={"value": "1.50", "in": "percent"})
    builder.add_target(indicator="land", between=["1", "2.50"], decision="NQ", with_=["ward"], note="n",
                       near={"value": "0.25", "in_": "value"})
    builder.add_target(indicator="land", unit="ward", period="2024-H1", baseline={"value": "3.0", "period": "2023"},
                       increase_by={"value": "2", "in": "percent", "then": {"at_least": "4"}})
    builder.add_project(id="road", stages=["paid"], milestones=[{"id": "m", "due": "2024-03-31"}], start="2024-01-02",
                        targets=[{"indicator": "land", "about": {"value": "1", "tolerance": "0.5"}}])
    builder.add_task_group(id="g", number=3, tasks=["one", {"name": {"en": "two"}, "lead": "ward"}], targets=["land"])
    return builder.build()


class WholePlanTest(unittest.TestCase):
    def test_the_plan_that_is_built_is_the_plan_of_the_file_in_every_field(self):
        read, built = tiendo.load(FOLDER / "plan.json").plan, built_plan()
        self.assertEqual(built.head, read.head)
        for kind in KINDS:
            self.assertEqual(list(getattr(built, kind)), list(getattr(read, kind)), kind)
        self.assertEqual(built.write(), read.write())
        self.assertEqual(len(read.targets), 9)
        self.assertEqual(read.targets[7].condition, tiendo.Condition("at_least", Decimal("53.026")))

    def test_objects_go_back_into_a_builder(self):
        for plan in (tiendo.load(FOLDER / "plan.json").plan, rich_plan()):
            builder = tiendo.PlanBuilder()
            builder.set_head(plan.head)
            adders = {"measures": builder.add_measure, "units": builder.add_unit, "targets": builder.add_target,
                      "indicators": builder.add_indicator, "projects": builder.add_project,
                      "task_groups": builder.add_task_group, "succession": builder.add_succession}
            for kind, add in adders.items():
                for part in getattr(plan, kind):
                    if kind != "targets" or part.project is None:
                        add(part)
            self.assertEqual(builder.build().write(), plan.write())

    def test_a_part_is_changed_and_the_plan_built_again(self):
        plan = tiendo.load(FOLDER / "plan.json").plan
        target = plan.targets[0]
        builder = tiendo.PlanBuilder(plan)
        more = tiendo.Condition("more_than", Decimal("12.4"))
        builder.replace("targets", 0, dataclasses.replace(target, condition=more, note=None))
        changed = builder.build()
        self.assertEqual(changed.targets[0], dataclasses.replace(target, condition=more, note=None))
        self.assertEqual(list(changed.targets[1:]), list(plan.targets[1:]))
        self.assertEqual(plan.targets[0], target)

    def test_a_plan_is_written_as_it_is_read(self):
        text = rich_plan().write()
        self.assertEqual(tiendo.loads(text).plan.write(), text)


class ValuesTest(unittest.TestCase):
    plan = rich_plan()

    def test_definitions(self):
        measure, unit, ward = self.plan.measures[0], self.plan.units[0], self.plan.units[-1]
        self.assertEqual((measure.factor, measure.name.en, measure.name.of("vi")), (10000, "hectare", "héc ta"))
        self.assertEqual(unit.until, datetime.date(2025, 7, 1))
        self.assertEqual(unit.codes, (tiendo.UnitCode("1", datetime.date(2020, 1, 1)),))
        self.assertEqual((unit.parent, ward.parent, ward.name.of("en")), (None, "town", ""))
        land = self.plan.indicators[0]
        self.assertEqual((land.kind, land.digits, land.time_rule, land.direction, land.rounding),
                         ("flow", 3, "sum", "more", "half_up"))
        self.assertEqual((land.near.in_, str(land.near.value)), ("percent", "1.50"))

    def test_targets(self):
        first, second, third = self.plan.targets
        self.assertEqual((first.unit, first.assigner, first.layer, str(first.period)), ("town", "town", "assigned", "2024"))
        self.assertEqual(first.condition, tiendo.Condition("between", Decimal(1), Decimal("2.50")))
        self.assertEqual(str(first.condition.upper), "2.50")
        self.assertEqual((first.decision.document, first.with_, first.note), ("NQ", ("ward",), "n"))
        self.assertEqual((first.near, second.near), (tiendo.Near(Decimal("0.25"), "value"), None))
        then = tiendo.Condition("at_least", Decimal(4))
        self.assertEqual(second.condition, tiendo.Condition("increase_by", Decimal(2), in_="percent", then=then))
        self.assertEqual(second.baseline, tiendo.Baseline(Decimal(3), tiendo.Period.parse("2023")))
        self.assertEqual((third.project, third.condition.tolerance), ("road", Decimal("0.5")))

    def test_the_head_and_the_work(self):
        head, (road,), (group,) = self.plan.head, self.plan.projects, self.plan.task_groups
        self.assertEqual((head.id, head.basis, head.declared.indicators), ("p", ("a", "b"), (("town", 1),)))
        self.assertEqual((str(head.parent.period), head.name.vi), ("2021/2025", "Kế hoạch"))
        self.assertEqual((road.stages, road.milestones[0].due, road.start),
                         (("paid",), datetime.date(2024, 3, 31), datetime.date(2024, 1, 2)))
        self.assertEqual(road.targets[0].assigner, "town")
        self.assertEqual((group.number, group.tasks[1].name.en, group.tasks[1].lead), (3, "two", "ward"))

    def test_parts_are_a_sequence(self):
        units = self.plan.units
        self.assertEqual([unit.id for unit in units], ["town", "ward"])
        self.assertEqual([unit.id for unit in units[::-1]], ["ward", "town"])
        self.assertEqual(len(self.plan.succession), 0)
        self.assertIn(units[0], units)
        for index in (2, -3):
            with self.assertRaises(IndexError):
                units[index]  # pylint: disable=pointless-statement
        with self.assertRaises(dataclasses.FrozenInstanceError):
            units[0].id = "x"

    def test_parts_are_found_by_id(self):
        self.assertEqual(self.plan.find("units", "ward"), self.plan.units[1])
        self.assertEqual(self.plan.task_groups.find("g").number, 3)
        self.assertIsNone(self.plan.find("projects", "rail"))
        with self.assertRaises(tiendo.Error):
            self.plan.find("targets", "land")
        with self.assertRaises(ValueError):
            self.plan.find("unit", "town")

    def test_values_are_read_by_the_keys_of_the_format(self):
        self.assertEqual(self.plan.value("task_groups", 0, "tasks/1/name/en"), "two")
        self.assertEqual(self.plan.value("head", 0, "theme"), "")
        self.assertEqual(json.loads(self.plan.value("units", 1)), {"id": "ward", "parent": "town"})
        with self.assertRaises(tiendo.Error) as caught:
            self.plan.value("units", 0, "prent")
        self.assertEqual(caught.exception.code, "unknown_key")

    def test_the_other_conditions_profiles_and_succession(self):
        Condition, Target = tiendo.Condition, tiendo.Target
        for keys, wanted in (
            ({"yes": True}, Condition("yes")),
            ({"components": {"a": {"equal": "1"}, "b": {"yes": True}}},
             Condition("components", components=(("a", Condition("equal", Decimal(1))), ("b", Condition("yes"))))),
            ({"decrease_by": {"value": "1", "in": "value"}}, Condition("decrease_by", Decimal(1), in_="value")),
        ):
            target = Target.of_keys({"indicator": "i", **keys})
            self.assertEqual(target.condition, wanted)
            self.assertEqual(Target.of_keys(json.loads(json.dumps(target.keys(), default=str))), target)
        for profile in ("linear", {"2024-Q1": "0.25", "2024-Q2": "0.75"}, {"2024-06-30": "5"}):
            target = Target.of_keys({"indicator": "i", "profile": profile})
            keys = target.keys()["profile"]
            again = keys if isinstance(keys, str) else {str(key): str(value) for key, value in keys.items()}
            self.assertEqual(again, profile)
        event = {"on": "2025-07-01", "from": ["a"], "to": [{"unit": "b", "share": "0.5"}], "parent": ""}
        found = tiendo.Succession.of_keys(event)
        self.assertEqual((found.from_, found.to, found.parent), (("a",), (tiendo.Heir("b", Decimal("0.5")),), ""))
        self.assertEqual(json.loads(json.dumps(found.keys(), default=str)), event)


class TablesTest(unittest.TestCase):
    """Lists of a plan in tables that are texts."""

    PLAN = (
        '{"format": "tiendo-plan/1", "measures": [], "units": {"table": "units.csv"},'
        ' "indicators": [], "plan": {"id": "p", "period": "2024"}}'
    )
    UNITS = "id,parent\ntown,\nward,town\n"

    def test_a_plan_is_read_and_written_with_them(self):
        for text in (self.UNITS, self.UNITS.encode()):
            plan = tiendo.loads(self.PLAN, tables={"units.csv": text}).plan
            self.assertEqual([unit.id for unit in plan.units], ["town", "ward"])
            self.assertEqual(plan.tables, (tiendo.PlanTable("/units", "units.csv", "units.csv", self.UNITS),))
        self.assertEqual(json.loads(plan.write(tables=True)), json.loads(self.PLAN))
        again = tiendo.loads(plan.write(tables=True), tables={table.name: table.text for table in plan.tables}).plan
        self.assertEqual(again.write(), plan.write())
        self.assertEqual(tiendo.loads(plan.write()).plan.tables, ())

    def test_faults_have_their_place_in_them(self):
        with self.assertRaises(tiendo.Error) as caught:
            tiendo.loads(self.PLAN, tables={"units.csv": "id,parent\ntown,city\n"})
        self.assertEqual((caught.exception.code, caught.exception.file), ("unknown_unit", "units.csv"))
        self.assertEqual(caught.exception.line, 2)
        with self.assertRaises(tiendo.Error) as caught:
            tiendo.loads(self.PLAN)
        self.assertEqual(caught.exception.code, "table_unreadable")

    def test_beside_a_path_they_are_files(self):
        with self.assertRaises(TypeError):
            tiendo.load("docs/examples/bim-son-2024/plan.json", tables={})


class CompletenessTest(unittest.TestCase):
    """Every key of the format has its attribute."""

    SCHEMA = json.loads(pathlib.Path("docs/schema/plan.schema.json").read_text(encoding="utf-8"))["$defs"]

    def test_the_classes_have_the_keys_of_the_schema(self):
        conditions = set(self.SCHEMA["conditions"]["properties"])
        for name, kind in CLASSES.items():
            keys = set(self.SCHEMA[name]["properties"])
            fields = {field.name.rstrip("_") for field in dataclasses.fields(kind)}
            if name == "target":
                keys, fields = keys - conditions, fields - {"condition"}
            if name == "plan":
                keys -= {"projects", "targets", "task_groups"}  # its lists, which are parts
            self.assertEqual(fields, keys, name)

    def test_types_can_be_read(self):
        for kind in (*CLASSES.values(), tiendo.Condition, tiendo.Profile, tiendo.Name):
            self.assertEqual(set(typing.get_type_hints(kind)), {field.name for field in dataclasses.fields(kind)})

    def test_kinds_are_those_of_the_plan(self):
        self.assertEqual(set(rich_plan().counts), set(KINDS))


class AskTest(unittest.TestCase):
    PLAN = """{"format": "tiendo-plan/1",
      "measures": [{"id": "m2", "kind": "area"}, {"id": "ha", "kind": "area", "factor": 10000}, {"id": "t", "kind": "mass"}],
      "units": [{"id": "town"}, {"id": "ward", "name": "Phường", "parent": "town"}],
      "indicators": [{"id": "c", "measure": "ha", "kind": "formula", "formula": "b - a"},
        {"id": "a", "measure": "ha", "kind": "flow"}, {"id": "b", "measure": "ha", "kind": "flow"}],
      "plan": {"id": "p", "unit": "town", "period": "2024",
        "targets": [{"indicator": "a", "at_least": "1"}, {"indicator": "b", "between": ["1", "2"]}],
        "task_groups": [{"id": "g", "targets": ["b"]}]}}"""

    def setUp(self):
        self.plan = tiendo.loads(self.PLAN).plan

    def test_a_column_is_one_value_of_all_parts(self):
        self.assertEqual(self.plan.units.column("id"), ["town", "ward"])
        self.assertEqual(self.plan.units.column("name/vi"), ["", "Phường"])
        self.assertEqual(self.plan.targets.column("condition"), ["at_least", "between"])
        self.assertEqual(self.plan.targets.column("at_least"), ["1", ""])
        self.assertEqual(self.plan.projects.column("id"), [])
        self.assertEqual(self.plan.units.column(""), [self.plan.value("units", at) for at in range(2)])
        with self.assertRaises(tiendo.Error) as raised:
            self.plan.units.column("parents")
        self.assertEqual(raised.exception.code, "unknown_key")

    def test_what_no_value_names_is_found(self):
        self.assertEqual(self.plan.formula_indicators("c"), ("b", "a"))
        self.assertEqual(self.plan.formula_indicators("a"), ())
        self.assertEqual([group.id for group in self.plan.task_groups_of(1)], ["g"])
        self.assertEqual(self.plan.task_groups_of(0), ())
        with self.assertRaises(KeyError):
            self.plan.formula_indicators("d")
        with self.assertRaises(tiendo.Error):
            self.plan.task_groups_of(2)

    def test_amounts_come_into_other_measures(self):
        self.assertEqual(self.plan.convert(Decimal("1.5"), "ha", "m2"), 15000)
        self.assertEqual(self.plan.convert(1, "m2", "ha") * 10000, 1)
        for other, code in (("t", "measure_kinds_differ"), ("km", "unknown_measure")):
            with self.assertRaises(tiendo.Error) as raised:
                self.plan.convert(1, "ha", other)
            self.assertEqual(raised.exception.code, code)
        with self.assertRaises(TypeError):
            self.plan.convert(1.5, "ha", "m2")

    def test_the_parts_of_a_builder_can_be_looked_at(self):
        builder = tiendo.PlanBuilder(self.plan)
        self.assertEqual(builder.part("units", 1), self.plan.units[1])
        self.assertEqual(builder.part("head").period, tiendo.Period.parse("2024"))
        target = builder.part("targets", 0)
        builder.replace("targets", 0, dataclasses.replace(target, note="seen"))
        self.assertEqual(builder.build().targets[0].note, "seen")
        for kind, index in (("units", 2), ("head", 1)):
            with self.assertRaises(tiendo.Error):
                builder.part(kind, index)
        with self.assertRaises(ValueError):
            builder.part("wards", 0)


if __name__ == "__main__":
    unittest.main()
