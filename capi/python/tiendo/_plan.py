"""Plans: put together part by part, or taken from a book, and what stands in them.

Long because a plan is filled and asked in many ways, each a method with what it takes.
"""

from __future__ import annotations

import collections.abc
import ctypes
import dataclasses
import datetime
import json
from fractions import Fraction
from typing import (
    Any,
    Dict,
    Generic,
    Iterator,
    List,
    Mapping,
    Optional,
    Sequence,
    Tuple,
    Type,
    TypeVar,
    Union,
    overload,
)

from . import _table as t
from ._call import (
    Closing,
    Handle,
    call,
    call_for_room,
    call_for_texts,
    call_reading,
    count_of,
    encoded,
    int_of,
    text_of,
)
from ._column import joined, texts_info
from ._columns import Words, count_of_rows
from ._definitions import Indicator, Measure, Succession, Unit
from ._errors import Error, Finding, by_paths
from ._library import library
from ._numbers import Exactly, exact_text, fraction_of
from ._part import Part
from ._parts import Value, key_of_column, text_of_cell, text_of_part
from ._target import Target
from ._target_columns import TargetColumns
from ._units_on import UnitsOn
from ._words import PARTS, number_of
from ._work import PlanHead, Project, TaskGroup

_P = TypeVar("_P", bound=Part)

#: What PlanBuilder takes: the keys of a part, or a part of a plan.
Given = Union[Part, Mapping[str, Value], None]

#: The class of each kind of part that there are many of.
KINDS: Mapping[str, Type[Part]] = {
    "measures": Measure,
    "units": Unit,
    "indicators": Indicator,
    "targets": Target,
    "projects": Project,
    "task_groups": TaskGroup,
    "succession": Succession,
}


class Parts(collections.abc.Sequence, Generic[_P]):  # type: ignore[type-arg]
    """The parts of one kind, in the order of the plan: a sequence that is read as it is used."""

    def __init__(self, handle: Handle, kind: str) -> None:
        self._handle = handle
        self._kind = kind
        self._count = count_of(library.tiendo_plan_count, handle, PARTS[kind])

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, index: int) -> _P: ...
    @overload
    def __getitem__(self, index: slice) -> List[_P]: ...
    def __getitem__(self, index: Union[int, slice]) -> Union[_P, List[_P]]:
        if isinstance(index, slice):
            return [self[i] for i in range(*index.indices(self._count))]
        position = index + self._count if index < 0 else index
        if not 0 <= position < self._count:
            raise IndexError(f"there is no part {index}, there are {self._count}")
        keys = json.loads(_value(self._handle, self._kind, position, ""))
        return KINDS[self._kind].of_keys(keys)  # type: ignore[return-value]

    def __iter__(self) -> Iterator[_P]:
        return (self[index] for index in range(self._count))

    def find(self, id: str) -> Optional[_P]:
        """The part with that id, or None; targets and succession have none, and raise Error."""
        data, index = id.encode("utf-8", "surrogatepass"), ctypes.c_int64()
        function = library.tiendo_plan_find
        call(function, self._handle, PARTS[self._kind], data, len(data), ctypes.byref(index))
        return None if index.value < 0 else self[index.value]

    def column(self, path: str) -> List[str]:
        """One value of each part by the keys of the plan format, as Plan.value() has it of one:
        plan.targets.column("indicator"). "" where a part does not have it."""
        offsets, data = (ctypes.c_int64 * (self._count + 1))(), path.encode("utf-8", "surrogatepass")
        arguments = (self._handle, PARTS[self._kind], data, len(data), offsets)
        text = call_for_texts(library.tiendo_plan_column, *arguments, capacity=64 * self._count)
        return [text[offsets[i] : offsets[i + 1]].decode() for i in range(self._count)]

    def __repr__(self) -> str:
        return f"<{self._count} {self._kind}>"


@dataclasses.dataclass(frozen=True)
class PlanTable:
    """A table that a plan was read with."""

    list: str  #: the list that it holds: "/units", "/plan/targets"
    name: str  #: as the plan names it: "units.csv"
    file: str  #: as findings name it: "books/units.csv"
    text: str  #: its rows (CSV)


class Plan(Closing):
    """What has been promised; made by PlanBuilder.build(), and book.plan of a book that was read.

    Never changes. A tiendo.Book(plan) takes what is reported for it, and keeps what it needs. Ends with
    close(), as a context manager, or with its last reference.
    """

    def __init__(self, handle: Handle, findings: Tuple[Finding, ...]) -> None:
        super().__init__(handle)
        self._findings = findings

    @property
    def findings(self) -> Tuple[Finding, ...]:
        """What was found and not refused when it was made: warnings and notes."""
        return self._findings

    @property
    def counts(self) -> Dict[str, int]:
        """How much the plan describes: {"measures": 3, "units": 2, ...}."""
        return {name: count_of(library.tiendo_plan_count, self._handle, PARTS[name]) for name in KINDS}

    @property
    def head(self) -> PlanHead:
        """What the plan says of itself."""
        return PlanHead.of_keys(json.loads(_value(self._handle, "head", 0, "")))

    @property
    def measures(self) -> Parts[Measure]:
        """What numbers count."""
        return Parts(self._handle, "measures")

    @property
    def units(self) -> Parts[Unit]:
        """Who assigns targets and who has to meet them."""
        return Parts(self._handle, "units")

    @property
    def indicators(self) -> Parts[Indicator]:
        """What is counted."""
        return Parts(self._handle, "indicators")

    @property
    def targets(self) -> Parts[Target]:
        """What has been promised: the targets of the plan, then those of its projects."""
        return Parts(self._handle, "targets")

    @property
    def projects(self) -> Parts[Project]:
        """The projects."""
        return Parts(self._handle, "projects")

    @property
    def task_groups(self) -> Parts[TaskGroup]:
        """The groups of tasks and solutions."""
        return Parts(self._handle, "task_groups")

    @property
    def succession(self) -> Parts[Succession]:
        """What becomes of units, an event each."""
        return Parts(self._handle, "succession")

    def find(self, kind: str, id: str) -> Optional[Part]:
        """The part with that id, or None: find("units", "ward"); typed as plan.units.find("ward")."""
        number_of("kind", PARTS, kind)
        return Parts[Part](self._handle, kind).find(id)

    def value(self, kind: str, index: int, path: str = "") -> str:
        """One value by the keys of the plan format: value("units", 3, "name/vi"); "" if it is absent.

        `kind` may also be "head", with index 0. Lists, objects and the whole part, path "", are JSON.
        A key that the format does not have raises Error.
        """
        number_of("kind", PARTS, kind)
        return _value(self._handle, kind, int_of("index", index), path)

    def task_groups_of(self, target: int) -> Tuple[TaskGroup, ...]:
        """The task groups that serve a target, by its position: said by the target or by the groups."""
        return tuple(self.task_groups[at] for at in self._linked(t.LINK_TASK_GROUPS, target))

    def formula_indicators(self, id: str) -> Tuple[str, ...]:
        """The ids of the indicators in the formula of an indicator, in their order there; () without one.

        Raises KeyError where the plan has no such indicator.
        """
        data, index = id.encode("utf-8", "surrogatepass"), ctypes.c_int64()
        call(library.tiendo_plan_find, self._handle, PARTS["indicators"], data, len(data), ctypes.byref(index))
        if index.value < 0:
            raise KeyError(id)
        return tuple(self.indicators[at].id for at in self._linked(t.LINK_FORMULA, index.value))

    def _linked(self, link: int, index: int) -> Sequence[int]:
        position = int_of("index", index)
        found: Sequence[int] = call_for_room(ctypes.c_int64, library.tiendo_plan_links, self._handle, link, position)
        return found

    def convert(self, value: Exactly, from_: str, to: str) -> Fraction:
        """An amount in another measure of the plan, exactly: plan.convert(Decimal("1.5"), "ha", "m2").

        Raises Error for measures that the plan does not have and for two of different kinds.
        """
        text = exact_text(value)
        arguments = (self._handle, text, len(text), encoded(from_), encoded(to))
        return fraction_of(text_of(library.tiendo_plan_convert, *arguments))

    def units_on(self, day: datetime.date) -> UnitsOn:
        """The units as they are on a day: above and below, names, codes, heirs."""
        return UnitsOn(self._handle, day)

    @property
    def tables(self) -> Tuple[PlanTable, ...]:
        """The tables that it was read with, in the order of their lists; none of a plan that was built."""
        count = count_of(library.tiendo_plan_table_count, self._handle)
        texts = (t.TABLE_LIST, t.TABLE_NAME, t.TABLE_FILE, t.TABLE_TEXT)
        function = library.tiendo_plan_table_text
        return tuple(PlanTable(*(text_of(function, self._handle, i, which) for which in texts)) for i in range(count))

    def write(self, *, tables: bool = False) -> str:
        """The plan as a file of the format tiendo-plan/1, in its canonical form.

        With `tables`, lists that were read from tables stand in it as their names: the tables
        themselves are in .tables.
        """
        function = library.tiendo_plan_write_tables if tables else library.tiendo_plan_write
        return text_of(function, self._handle)


class PlanBuilder(Closing):
    """Puts a plan together without a file: parts in any order, then build().

    >>> import tiendo
    >>> builder = tiendo.PlanBuilder(id="town-2024", unit="town", period="2024")
    >>> builder.add_unit(id="town")
    >>> builder.add_measure(id="ha", kind="area", factor=10000)
    >>> builder.add_indicator(id="land", kind="flow", measure="ha")
    >>> builder.add_target(indicator="land", at_least="53.026")
    >>> plan = builder.build()

    A part has the keys of the plan format, as keyword arguments or as one mapping, or is a part of a
    plan, such as plan.units[3] or one that dataclasses.replace() made of it. A key that is a
    word of Python has an underscore behind it (`from_`, `with_`). Numbers are Decimals, ints or
    texts, never floats: those are not the numbers that were written, and raise TypeError. Days are
    datetime.date or text, periods Period or text, and None is as if the key were not there.

    A part that is at fault raises Error at once, and is not added; what it says of other parts is
    looked at by build(). For one thread at a time.
    """

    def __init__(self, plan: Optional[Plan] = None, /, **head: Value) -> None:
        """Begins with the parts of a plan, if one is given, and sets the head, if there are keys."""
        super().__init__(Handle(library.tiendo_plan_builder_destroy))
        begin = None if plan is None else plan._handle
        call(library.tiendo_plan_builder_create, begin, self._handle.out())
        if head:
            self.set_head(**head)

    def set_head(self, part: Given = None, /, **keys: Value) -> None:
        """What the plan says of itself, in the place of what it said before.

        `id`, `unit` (whose plan it is), `period`, `name`, `theme`, `viewpoint`, `basis`, `parent`,
        `declared`, `note`, `source`.
        """
        self._add("head", part, keys)

    def add_measure(self, part: Given = None, /, **keys: Value) -> None:
        """`id`, `kind`, `name`, `factor`, `note`, `source`."""
        self._add("measures", part, keys)

    def add_unit(self, part: Given = None, /, **keys: Value) -> None:
        """`id`, `kind`, `name`, `parent`, `from_`, `until`, `codes`, `note`, `source`."""
        self._add("units", part, keys)

    def add_succession(self, part: Given = None, /, **keys: Value) -> None:
        """What becomes of units: `on`, `decision`, `from_`, `to`, or `unit` with its new `parent`,
        `name` or `code`; `note`, `source`."""
        self._add("succession", part, keys)

    def add_indicator(self, part: Given = None, /, **keys: Value) -> None:
        """`id`, `code`, `name`, `field`, `measure`, `kind`, `of`, `base`, `formula`, `components`,
        `total`, `direction`, `scale`, `digits`, `percent_digits`, `rounding`, `time_rule`,
        `unit_rule`, `weight`, `breaks`, `base_rule`, `achievement`, `compare`, `near`, `note`,
        `source`."""
        self._add("indicators", part, keys)

    def add_target(self, part: Given = None, /, **keys: Value) -> None:
        """`indicator`, `unit`, `project`, `assigner`, `layer`, `decision`, `lead`, `with_`,
        `task_group`, `period`, `baseline`, `near`, `profile`, `projects`, `note`, `source`, and one
        condition: `at_least`, `more_than`, `at_most`, `less_than`, `equal`, `between`, `about`,
        `increase_by`, `decrease_by`, `yes` or `components`."""
        self._add("targets", part, keys)

    def add_project(self, part: Given = None, /, **keys: Value) -> None:
        """`id`, `name`, `investor`, `lead`, `with_`, `period`, `start`, `finish`,
        `late_after_months`, `stages`, `targets`, `milestones`, `capital`, `note`, `source`."""
        self._add("projects", part, keys)

    def add_task_group(self, part: Given = None, /, **keys: Value) -> None:
        """`id`, `number`, `name`, `tasks`, `lead`, `with_`, `targets`, `note`, `source`."""
        self._add("task_groups", part, keys)

    def add_columns(self, kind: str, columns: Mapping[str, Sequence[Value]]) -> None:
        """Adds a part from each row of a table: add_columns("units", {"id": [...], "parent": [...]}).

        The keys are those of a part, inside of another with "/" between them: "name/vi", "codes/0/code",
        "increase_by/value", or with points, as in tables beside a plan: "name.vi"; targets may name
        their condition in a column "condition" and its number in a column "value". A row whose value is None or "" does not have the key. All rows are added
        or none: then Error has the path of every fault, "/7/parent" for the row from 0 and the key.
        `kind` as for replace().
        """
        number = number_of("kind", PARTS, kind)
        texts = [joined([text_of_cell(value) for value in column]) for column in columns.values()]
        infos = (t.TextsInfo * len(texts))(*(texts_info(text) for text in texts))
        keys = (ctypes.c_char_p * len(texts))(*(key_of_column(key) for key in columns))
        function = library.tiendo_plan_builder_add_columns
        call_reading(function, self._handle, number, keys, infos, len(texts))

    def add_target_columns(
        self,
        indicator: Words,
        condition: Words,
        value: Any,
        *,
        scale: Optional[int] = None,
        scales: Any = None,
        unit: Words = None,
        assigner: Words = None,
        period: Any = None,
        baseline: Any = None,
        baseline_scales: Any = None,
        baseline_validity: Any = None,
    ) -> None:
        """Adds many targets at once, or none when a row is refused, whose number the Error has.

        Words are one for all rows, one for each, or (indexes, words) with a buffer of 32-bit indexes;
        columns that have the same list of words share it. `condition` is "at_least", "more_than",
        "at_most", "less_than" or "equal", or a buffer of their numbers in tiendo.h. `value` and `baseline` are a
        Decimal or an int (of `baseline` also None) in each row, or buffers of 64-bit integers without
        their points, of which `scale` of all, or `scales` and `baseline_scales` of each, are the digits after
        the point; `baseline_validity` then says which rows have one. `period` is one for all rows, one
        for each, or (starts, ends) as of Observations.append_columns(). Buffers are read where they are.
        """
        count = count_of_rows(indicator, value)
        columns = TargetColumns(count, indicator, condition, scale)
        columns.words("unit", unit)
        columns.words("assigner", assigner)
        if period is not None:
            columns.periods(period)
        columns.values(value, scales)
        columns.baselines(baseline, baseline_scales, baseline_validity)
        call(library.tiendo_plan_builder_add_targets, self._handle, ctypes.byref(columns.info))

    def replace(self, kind: str, index: int, part: Given = None, /, **keys: Value) -> None:
        """Puts a part in the place of one that was added: replace("units", 3, id="ward").

        `kind` is "measures", "units", "indicators", "targets", "projects", "task_groups" or
        "succession"; the path of a finding, "/units/3/parent", says which one.
        """
        text = text_of_part(_keys_of(part, keys))
        position = int_of("index", index)
        number = number_of("kind", PARTS, kind)
        function = library.tiendo_plan_builder_replace
        _read_part(function, self._handle, number, position, text, len(text))

    def remove(self, kind: str, index: int) -> None:
        """Removes a part; those behind it move up. `kind` as for replace()."""
        number = number_of("kind", PARTS, kind)
        call(library.tiendo_plan_builder_remove, self._handle, number, int_of("index", index))

    def count(self, kind: str) -> int:
        """How many parts there are, without the targets inside of projects. `kind` as for replace()."""
        number = number_of("kind", PARTS, kind)
        return count_of(library.tiendo_plan_builder_count, self._handle, number)

    def part(self, kind: str, index: int = 0) -> Part:
        """A part as it was given, without what a plan fills in: part("units", 3), part("head").

        `kind` is "head" or as for replace(), which takes the part back, changed by dataclasses.replace().
        """
        number, position = number_of("kind", PARTS, kind), int_of("index", index)
        text = text_of(library.tiendo_plan_builder_part, self._handle, number, position)
        return KINDS.get(kind, PlanHead).of_keys(json.loads(text))

    def build(self) -> Plan:
        """The plan of all parts. Raises Error with every finding, each with its path.

        The builder stays as it is: it may be mended and built again.
        """
        plan = Handle(library.tiendo_plan_destroy)
        found = call_reading(library.tiendo_plan_builder_build, self._handle, plan.out())
        return Plan(plan, found)

    def _add(self, kind: str, part: Given, keys: Mapping[str, Value]) -> None:
        text = text_of_part(_keys_of(part, keys))
        _read_part(library.tiendo_plan_builder_add, self._handle, PARTS[kind], text, len(text))


def _read_part(function: Any, *arguments: Any) -> None:
    """Reads a part from a text that nobody wrote: its findings are at paths, not at columns."""
    try:
        call_reading(function, *arguments)
    except Error as problem:
        raise by_paths(problem) from None


def _value(handle: Handle, kind: str, index: int, path: str) -> str:
    data = path.encode("utf-8", "surrogatepass")
    return text_of(library.tiendo_plan_value, handle, PARTS[kind], index, data, len(data))


def _keys_of(part: Given, keys: Mapping[str, Value]) -> Mapping[str, Value]:
    """The keys of a part: of the mapping, or the keyword arguments without an underscore at the end."""
    if part is None:
        return {name[:-1] if name.endswith("_") else name: value for name, value in keys.items()}
    if keys:
        raise TypeError("a part is one mapping or keyword arguments, not both")
    return part.keys() if isinstance(part, Part) else part
