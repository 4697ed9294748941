"""How far projects and tasks are: rows in order, and the whole as text."""

from __future__ import annotations

import collections.abc
import ctypes
import datetime
from decimal import Decimal
from fractions import Fraction
from typing import Iterator, List, NamedTuple, Optional, Union, overload

from . import _table as t
from ._call import (
    Handle,
    call,
    call_for_text,
    code_of_last,
    date_of,
    encoded,
    name_of_code,
    new_struct,
    text_of,
)
from ._earned import earned_column
from ._library import library
from ._numbers import fraction_of
from ._row import Coverage, Then, then_of, word_of
from ._words import (
    CHANGES_IN,
    FINALITIES,
    LANGUAGES,
    NUMBERS,
    QUALIFIERS,
    WORK_FIELDS,
    WORK_TEXTS,
    CoverageOf,
    Schedule,
    TaskState,
    Verdict,
    WorkKind,
    WorkStanding,
    digits_of,
    number_of,
    rounding_of,
)
from ._written import Written


class WorkCounts(NamedTuple):
    """How many milestones, projects, pots or tasks stand how."""

    parts: int
    #: Whose standing is known.
    reported: int
    #: In time, late, or it is not known which.
    done: int
    done_in_time: int
    done_late: int
    open: int
    #: Beyond the limit or not.
    overdue: int
    overdue_beyond_limit: int
    cancelled: int
    #: Whose last day has come.
    due: int
    due_done_in_time: int


class WorkRow:
    """One row: a project, a stage, a pot, a task and so on; what it does not have is None."""

    def __init__(self, handle: Handle, position: int) -> None:
        self._handle = handle
        self._position = position
        self._info = new_struct(t.WorkInfo)
        call(library.tiendo_work_row, handle, position, ctypes.byref(self._info))

    @property
    def kind(self) -> WorkKind:
        """What it is about."""
        return WorkKind(self._info.kind)

    @property
    def state(self) -> TaskState:
        """How far it is, as reported."""
        return TaskState(self._info.state)

    @property
    def standing(self) -> WorkStanding:
        """How it stands to its last day."""
        return WorkStanding(self._info.standing)

    @property
    def schedule(self) -> Schedule:
        """The work of a project against the last days of its milestones."""
        return Schedule(self._info.schedule)

    @property
    def verdict(self) -> Verdict:
        """The verdict on a quantity, as in a report."""
        return Verdict(self._info.verdict)

    @property
    def verdict_reason(self) -> Optional[str]:
        """Why there is no verdict; None if there is one."""
        return name_of_code(self._info.verdict_reason)

    @property
    def coverage(self) -> Coverage:
        """How much of what was due has been reported."""
        info = self._info
        return Coverage(info.coverage_reported, info.coverage_expected, CoverageOf(info.coverage_of))

    @property
    def counts(self) -> WorkCounts:
        """How many of its parts stand how."""
        return WorkCounts(*(getattr(self._info, name) for name in WorkCounts._fields))

    @property
    def start(self) -> Optional[datetime.date]:
        """The first day of the work."""
        return date_of(self._info.start) if self._info.has_start else None

    @property
    def finish(self) -> Optional[datetime.date]:
        """The last day on which it is done in time."""
        return date_of(self._info.finish) if self._info.has_finish else None

    @property
    def done_on(self) -> Optional[datetime.date]:
        """The day on which it was done."""
        return date_of(self._info.done_on) if self._info.has_done_on else None

    @property
    def reported_to(self) -> Optional[datetime.date]:
        """Last day that the reports cover."""
        return date_of(self._info.reported_to) if self._info.has_reported_to else None

    @property
    def days_late(self) -> Optional[int]:
        """Days after the last day; None where it is not late."""
        return self._info.days_late if self._info.is_late else None

    @property
    def months_late(self) -> Optional[int]:
        """Whole calendar months after the last day; None where it is not late."""
        return self._info.months_late if self._info.is_late else None

    @property
    def limit_months(self) -> Optional[int]:
        """Months after which a project is late beyond the limit."""
        return self._info.limit_months if self._info.has_limit_months else None

    def text(self, name: str, lang: str = "vi") -> Optional[str]:
        """An id or a name: "project", "project_name", "indicator", "measure", "unit", "assigner",
        "task_group", "lead", "part", each also with "_name"; "period"; "wording", the whole
        condition; "condition" and "then", each also with "_value", "_upper", "_tolerance"."""
        number = number_of("name", WORK_TEXTS, name)
        function = library.tiendo_work_row_text
        language = number_of("lang", LANGUAGES, lang)
        return text_of(function, self._handle, self._position, number, language) or None

    @property
    def project(self) -> Optional[str]:
        """Id of the project."""
        return self.text("project")

    @property
    def indicator(self) -> Optional[str]:
        """Id of the indicator."""
        return self.text("indicator")

    @property
    def unit(self) -> Optional[str]:
        """Id of the responsible unit."""
        return self.text("unit")

    @property
    def assigner(self) -> Optional[str]:
        """Id of the unit that assigned it."""
        return self.text("assigner")

    @property
    def task_group(self) -> Optional[str]:
        """Id of the group of tasks."""
        return self.text("task_group")

    @property
    def lead(self) -> Optional[str]:
        """Id of the unit that leads the task."""
        return self.text("lead")

    @property
    def part(self) -> Optional[str]:
        """Name of the stage or pot, id of the milestone or task."""
        return self.text("part")

    @property
    def condition(self) -> Optional[str]:
        """The wording of the target: "at_least"; None without one."""
        return self.text("condition")

    @property
    def condition_value(self) -> Optional[Decimal]:
        """The number of the condition, with the digits it was given."""
        return self._number("condition_value")

    @property
    def condition_upper(self) -> Optional[Decimal]:
        """The upper end of a range."""
        return self._number("condition_upper")

    @property
    def condition_tolerance(self) -> Optional[Decimal]:
        """The tolerance of "about"."""
        return self._number("condition_tolerance")

    @property
    def condition_in(self) -> Optional[str]:
        """What the number of a rise or a fall is in: "value", "percent" or "points"; else None."""
        return word_of(CHANGES_IN, self._info.condition_in) if self._info.condition_in else None

    @property
    def then(self) -> Optional[Then]:
        """What has to hold beside a change; None where nothing has."""
        return then_of(self._plain, t.WORK_TEXT_THEN)

    def wording(self, lang: str = "vi") -> Optional[str]:
        """The whole condition in signs, as Row.wording(); None without one."""
        return self.text("wording", lang)

    @property
    def status(self) -> Optional[str]:
        """The least final of the reports that count: "estimate", "preliminary" or "official"."""
        return word_of(FINALITIES, self._info.finality) if self._info.has_finality else None

    @property
    def qualifier(self) -> Optional[str]:
        """The hedge before the number, as printed: "about", "over" or "under"; None for none."""
        return word_of(QUALIFIERS, self._info.qualifier)

    def _plain(self, number: int) -> str:
        return text_of(library.tiendo_work_row_text, self._handle, self._position, number, LANGUAGES["en"])

    def _number(self, name: str) -> Optional[Decimal]:
        text = self._plain(WORK_TEXTS[name])
        return Decimal(text) if text else None

    def rounded(
        self, field: str, digits: Optional[int] = None, rounding: Optional[str] = None
    ) -> Optional[Decimal]:
        """A figure as printed: "planned", "reached", "rate", "remaining", "elapsed", "weight",
        "done", "due", "deviation" or "on_time". None when there is none: see reason()."""
        text = call_for_text(
            library.tiendo_work_figure_text,
            self._handle,
            self._position,
            number_of("field", WORK_FIELDS, field),
            digits_of(digits),
            rounding_of(rounding),
            NUMBERS["plain"],
        )
        return None if text is None else Decimal(text)

    def exact(self, field: str) -> Optional[Fraction]:
        """A figure as an exact fraction; percentages of 100."""
        number = number_of("field", WORK_FIELDS, field)
        text = call_for_text(
            library.tiendo_work_figure_exact, self._handle, self._position, number
        )
        return None if text is None else Fraction(text)

    def reason(self, field: Optional[str] = None) -> Optional[str]:
        """Why a figure is not there; without a field, why there is no standing, or no whole."""
        if field is None:
            return name_of_code(self._info.reason)
        code = ctypes.c_int32()
        number = number_of("field", WORK_FIELDS, field)
        function = library.tiendo_work_figure_reason
        call(function, self._handle, self._position, number, ctypes.byref(code))
        return name_of_code(code.value)

    def earned(self, name: str) -> Optional[Fraction]:
        """A number of the earned value of a project, exact: "CPI", "EAC"; earned_kinds() lists them all.

        None when there is none, as for every row that is not of a project with weights of milestones and
        capital: see earned_reason(). A name that is none raises Error.
        """
        function = library.tiendo_work_earned_exact
        text = call_for_text(function, self._handle, self._position, encoded(name))
        return None if text is None else fraction_of(text)

    def earned_reason(self, name: str) -> Optional[str]:
        """Why a number of earned value is not there; None if it is."""
        return code_of_last() if self.earned(name) is None else None

    def earned_measure(self, name: str) -> Optional[str]:
        """What such a number is in: the id of the measure of the capital, "percent", "index", "days" or "months"."""
        function = library.tiendo_work_earned_measure
        return text_of(function, self._handle, self._position, encoded(name)) or None

    def __repr__(self) -> str:
        names = (self.project, self.task_group, self.indicator, self.part, self.lead)
        return f"<WorkRow {self.kind.name} {' '.join(name for name in names if name)}>"


class Work(Written, collections.abc.Sequence):  # type: ignore[type-arg]
    """How far projects and tasks are, on a day: a sequence of rows, in the plan's order.

    Ends with close(), as a context manager, or with its last reference; rows taken from it stay.
    """

    def __init__(
        self,
        handle: Handle,
        as_of: datetime.date,
        known_on: Optional[datetime.date],
        observations: Handle,
        tasks: Optional[Handle],
    ) -> None:
        super().__init__(handle, library.tiendo_work_row_count, library.tiendo_work_write)
        self._logs = (observations, tasks)
        #: The day of the report.
        self.as_of = as_of
        #: What was recorded after this day plays no part; None: all is known.
        self.known_on = known_on

    @overload
    def __getitem__(self, index: int) -> WorkRow: ...

    @overload
    def __getitem__(self, index: slice) -> List[WorkRow]: ...

    def __getitem__(self, index: Union[int, slice]) -> Union[WorkRow, List[WorkRow]]:
        if isinstance(index, slice):
            return [self[i] for i in range(*index.indices(self._count))]
        return WorkRow(self._open(), range(self._count)[index])

    def __iter__(self) -> Iterator[WorkRow]:
        return (self[i] for i in range(self._count))

    def of_kind(self, kind: WorkKind) -> List[WorkRow]:
        """The rows of one kind, in order."""
        return [row for row in self if row.kind == kind]

    def earned(self, name: str) -> List[Optional[Fraction]]:
        """One number of earned value of all rows, exact; None where there is none."""
        return earned_column(self._open(), name, self._count)

    def explain(
        self,
        index: int,
        lang: str = "vi",
        digits: Optional[int] = None,
        rounding: Optional[str] = None,
    ) -> str:
        """How the row at a position came about, for people: reports used and set aside, the rows that it is made
        of, every formula with its numbers. Error once more has been reported since."""
        return text_of(
            library.tiendo_work_explain,
            self._open(),
            *self._logs,
            range(self._count)[index],
            number_of("lang", LANGUAGES, lang),
            digits_of(digits),
            rounding_of(rounding),
        )

    def traces(
        self,
        index: Optional[int] = None,
        digits: Optional[int] = None,
        rounding: Optional[str] = None,
    ) -> str:
        """The same of one row, or of all (None), as JSON (tiendo-work-trace/1), for programs."""
        return text_of(
            library.tiendo_work_trace,
            self._open(),
            *self._logs,
            -1 if index is None else range(self._count)[index],
            digits_of(digits),
            rounding_of(rounding),
        )
