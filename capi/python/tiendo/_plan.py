"""Plans: put together part by part, or taken from a book."""

from __future__ import annotations

from typing import Dict, Mapping, Optional, Tuple

from ._call import Handle, call, call_reading, count_of, int_of
from ._errors import Finding
from ._library import library
from ._parts import Value, text_of_part
from ._words import PARTS, number_of


class Plan:
    """What has been promised; made by PlanBuilder.build(), and book.plan of a book that was read.

    Never changes. A tiendo.Book(plan) takes what is reported for it.
    """

    def __init__(self, handle: Handle, findings: Tuple[Finding, ...]) -> None:
        self._handle = handle
        self._findings = findings

    @property
    def findings(self) -> Tuple[Finding, ...]:
        """What was found and not refused when it was made: warnings and notes."""
        return self._findings

    @property
    def counts(self) -> Dict[str, int]:
        """How much the plan describes: {"measures": 3, "units": 2, ...}."""
        names = [name for name in PARTS if name != "head"]
        return {name: count_of(library.tiendo_plan_count, self._handle, PARTS[name]) for name in names}


class PlanBuilder:
    """Puts a plan together without a file: parts in any order, then build().

    >>> import tiendo
    >>> builder = tiendo.PlanBuilder(id="town-2024", unit="town", period="2024")
    >>> builder.add_unit(id="town")
    >>> builder.add_measure(id="ha", kind="area", factor=10000)
    >>> builder.add_indicator(id="land", kind="flow", measure="ha")
    >>> builder.add_target(indicator="land", at_least="53.026")
    >>> plan = builder.build()

    A part has the keys of the plan format, as keyword arguments or as one mapping. A key that is a
    word of Python has an underscore behind it (`from_`, `with_`). Numbers are Decimals, ints or
    texts, never floats: those are not the numbers that were written, and raise TypeError. Days are
    datetime.date or text, periods Period or text, and None is as if the key were not there.

    A part that is at fault raises Error at once, and is not added; what it says of other parts is
    looked at by build(). For one thread at a time.
    """

    def __init__(self, plan: Optional[Plan] = None, /, **head: Value) -> None:
        """Begins with the parts of a plan, if one is given, and sets the head, if there are keys."""
        self._handle = Handle(library.tiendo_plan_builder_destroy)
        begin = None if plan is None else plan._handle
        call(library.tiendo_plan_builder_create, begin, self._handle.out())
        if head:
            self.set_head(**head)

    def set_head(self, part: Optional[Mapping[str, Value]] = None, /, **keys: Value) -> None:
        """What the plan says of itself, in the place of what it said before.

        `id`, `unit` (whose plan it is), `period`, `name`, `theme`, `viewpoint`, `basis`, `parent`,
        `declared`, `note`, `source`.
        """
        self._add("head", part, keys)

    def add_measure(self, part: Optional[Mapping[str, Value]] = None, /, **keys: Value) -> None:
        """`id`, `kind`, `name`, `factor`, `note`, `source`."""
        self._add("measures", part, keys)

    def add_unit(self, part: Optional[Mapping[str, Value]] = None, /, **keys: Value) -> None:
        """`id`, `kind`, `name`, `parent`, `from_`, `until`, `codes`, `note`, `source`."""
        self._add("units", part, keys)

    def add_succession(self, part: Optional[Mapping[str, Value]] = None, /, **keys: Value) -> None:
        """What becomes of units: `on`, `decision`, `from_`, `to`, or `unit` with its new `parent`,
        `name` or `code`; `note`, `source`."""
        self._add("succession", part, keys)

    def add_indicator(self, part: Optional[Mapping[str, Value]] = None, /, **keys: Value) -> None:
        """`id`, `code`, `name`, `field`, `measure`, `kind`, `of`, `base`, `formula`, `components`,
        `total`, `direction`, `scale`, `digits`, `percent_digits`, `rounding`, `time_rule`,
        `unit_rule`, `weight`, `breaks`, `base_rule`, `note`, `source`."""
        self._add("indicators", part, keys)

    def add_target(self, part: Optional[Mapping[str, Value]] = None, /, **keys: Value) -> None:
        """`indicator`, `unit`, `project`, `assigner`, `layer`, `decision`, `lead`, `with_`,
        `task_group`, `period`, `baseline`, `profile`, `projects`, `note`, `source`, and one
        condition: `at_least`, `more_than`, `at_most`, `less_than`, `equal`, `between`, `about`,
        `increase_by`, `decrease_by`, `yes` or `components`."""
        self._add("targets", part, keys)

    def add_project(self, part: Optional[Mapping[str, Value]] = None, /, **keys: Value) -> None:
        """`id`, `name`, `investor`, `lead`, `with_`, `period`, `start`, `finish`,
        `late_after_months`, `stages`, `targets`, `milestones`, `capital`, `note`, `source`."""
        self._add("projects", part, keys)

    def add_task_group(self, part: Optional[Mapping[str, Value]] = None, /, **keys: Value) -> None:
        """`id`, `number`, `name`, `tasks`, `lead`, `with_`, `targets`, `note`, `source`."""
        self._add("task_groups", part, keys)

    def replace(
        self, kind: str, index: int, part: Optional[Mapping[str, Value]] = None, /, **keys: Value
    ) -> None:
        """Puts a part in the place of one that was added: replace("units", 3, id="ward").

        `kind` is "measures", "units", "indicators", "targets", "projects", "task_groups" or
        "succession"; the path of a finding, "/units/3/parent", says which one.
        """
        text = text_of_part(_keys_of(part, keys))
        position = int_of("index", index)
        number = number_of("kind", PARTS, kind)
        function = library.tiendo_plan_builder_replace
        call_reading(function, self._handle, number, position, text, len(text))

    def remove(self, kind: str, index: int) -> None:
        """Removes a part; those behind it move up. `kind` as for replace()."""
        number = number_of("kind", PARTS, kind)
        call(library.tiendo_plan_builder_remove, self._handle, number, int_of("index", index))

    def count(self, kind: str) -> int:
        """How many parts there are, without the targets inside of projects. `kind` as for replace()."""
        number = number_of("kind", PARTS, kind)
        return count_of(library.tiendo_plan_builder_count, self._handle, number)

    def build(self) -> Plan:
        """The plan of all parts. Raises Error with every finding, each with its path.

        The builder stays as it is: it may be mended and built again.
        """
        plan = Handle(library.tiendo_plan_destroy)
        found = call_reading(library.tiendo_plan_builder_build, self._handle, plan.out())
        return Plan(plan, found)

    def _add(self, kind: str, part: Optional[Mapping[str, Value]], keys: Mapping[str, Value]) -> None:
        text = text_of_part(_keys_of(part, keys))
        call_reading(library.tiendo_plan_builder_add, self._handle, PARTS[kind], text, len(text))


def _keys_of(part: Optional[Mapping[str, Value]], keys: Mapping[str, Value]) -> Mapping[str, Value]:
    """The keys of a part: of the mapping, or the keyword arguments without an underscore at the end."""
    if part is None:
        return {name[:-1] if name.endswith("_") else name: value for name, value in keys.items()}
    if keys:
        raise TypeError("a part is one mapping or keyword arguments, not both")
    return part
