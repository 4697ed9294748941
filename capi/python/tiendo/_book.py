"""Books: a plan and what has been reported for it.

Long because a book is filled, checked and asked in many ways, each a method with what it takes.
"""

from __future__ import annotations

import ctypes
import datetime
import decimal
import json
import sys
from typing import Any, Callable, Dict, Iterable, List, Mapping, Optional, Tuple, Union

from . import _table as t
from ._call import (
    Handle,
    call,
    call_for_bytes,
    call_for_room,
    call_reading,
    count_of,
    days_of,
    decoded,
    encoded,
    int_of,
    new_struct,
    text_of,
)
from ._errors import Error, Finding
from ._library import library
from ._numbers import Numbers, numbers_of, plain_text
from ._observations import Observations
from ._partial import Partial, units_of
from ._period import Period
from ._plan import Plan
from ._report import Report
from ._roll_ups import RollUp, contributions, question_of, ranking, scores
from ._source import Source, name_of_file, path_of
from ._splits import (
    Figures,
    Rule,
    Weights,
    by_reports,
    by_weights,
    digits_of_parts,
    weights_in_plan,
    weights_of_table,
    written,
)
from ._target import Target
from ._task_reports import TaskReports
from ._watch import Watcher, watched
from ._words import BASES, FINALITIES, FORMATS, FORMS, LANGUAGES, OTHER_RESULTS, QUALIFIERS, STANDINGS, VERDICTS, number_of
from ._work_report import Work

Number = Union[decimal.Decimal, int, str]


class Book:
    """A plan and what has been reported for it; made by tiendo.load() and tiendo.loads(), and for a
    plan that was built by tiendo.Book(plan).

    Ends with close(), as a context manager, or with its last reference; reports made of it stay.
    """

    def __init__(self, plan: Plan) -> None:
        self._plan: Optional[Plan] = plan
        self._findings = plan.findings
        self._observations: Optional[Handle] = Handle(library.tiendo_observations_destroy)
        call(library.tiendo_observations_create, plan._handle, self._observations.out())
        self._tasks: Optional[Handle] = Handle(library.tiendo_tasks_destroy)
        call(library.tiendo_tasks_create, plan._handle, self._tasks.out())

    @property
    def plan(self) -> Plan:
        """The plan; it stays when the book is closed."""
        if self._plan is None:
            raise ValueError("the book is closed")
        return self._plan

    @property
    def findings(self) -> Tuple[Finding, ...]:
        """What reading found and did not refuse: warnings and notes."""
        return self._findings

    @property
    def counts(self) -> Dict[str, int]:
        """How much the plan describes: {"measures": 3, "units": 2, ...}."""
        return self.plan.counts

    @property
    def observation_count(self) -> int:
        """How many observations there are."""
        return count_of(library.tiendo_observations_count, _open(self._observations))

    def append(
        self,
        indicator: str,
        period: Union[Period, str],
        value: Optional[Number] = None,
        *,
        numerator: Optional[Number] = None,
        denominator: Optional[Number] = None,
        unit: Optional[str] = None,
        project: Optional[str] = None,
        work_stage: Optional[str] = None,
        form: Optional[str] = None,
        status: str = "official",
        qualifier: Optional[str] = None,
        recorded_on: Optional[datetime.date] = None,
        revision: int = 0,
        source: Optional[str] = None,
        note: Optional[str] = None,
        value_to: Optional[Number] = None,
        words: Optional[str] = None,
        verdict: Optional[str] = None,
        judge: Optional[str] = None,
    ) -> None:
        """Adds one observation; the words are those of the columns of a table.

        `value` may also be "n/a", "withheld", "unchanged", "yes" or "no". Reports made before do not change.
        """
        row = new_struct(t.Observation)
        row.form = number_of("form", FORMS, form)
        row.finality = number_of("status", FINALITIES, status)
        row.qualifier = number_of("qualifier", QUALIFIERS, qualifier)
        is_word = isinstance(value, str) and value not in OTHER_RESULTS
        row.standing = STANDINGS.get(str(value), 0) if is_word else 0
        row.value = None if row.standing else _number(value)
        row.numerator, row.denominator = _number(numerator), _number(denominator)
        row.indicator, row.period = encoded(indicator), encoded(str(period) if isinstance(period, Period) else period)
        row.unit, row.project, row.work_stage = encoded(unit), encoded(project), encoded(work_stage)
        row.source, row.note = encoded(source), encoded(note)
        row.value_to, row.words, row.judge = _number(value_to), encoded(words), encoded(judge)
        row.verdict = number_of("verdict", VERDICTS, verdict)
        row.revision = revision
        if recorded_on is not None:
            row.has_recorded_on, row.recorded_on = 1, days_of(recorded_on)
        self._change(lambda log: call(library.tiendo_observations_append, log, ctypes.byref(row)))

    def write_observations(
        self, numbers: Numbers = "plain", *, progress: Optional[Watcher] = None
    ) -> str:
        """What has been reported as a table (CSV) in its canonical form, which load() reads back;
        `numbers` is how numbers are written: "plain", "vi" or a NumberFormat. `progress` is as for report();
        where the first guess at the length is too short, all is told twice."""
        log, guess = _open(self._observations), 4096 + 256 * self.observation_count
        with watched(progress), numbers_of(numbers) as form:
            data = call_for_bytes(library.tiendo_observations_write, log, form, capacity=guess)
        return decoded(data)

    @property
    def observations(self) -> Observations:
        """What has been reported, as a sequence; append_columns() adds many rows at once."""
        return Observations(lambda: _open(self._observations), self._change)

    def _change(self, append: Callable[[Handle], Any]) -> None:
        """Appends, to a copy when a report shares what there is."""
        try:
            append(_open(self._observations))
        except Error as problem:
            if problem.status != "TIENDO_E_FROZEN":
                raise
            copy = Handle(library.tiendo_observations_destroy)
            call(library.tiendo_observations_copy, _open(self._observations), copy.out())
            append(copy)
            self._observations = copy

    def report(
        self,
        as_of: datetime.date,
        known_on: Optional[datetime.date] = None,
        *,
        base: str = "latest",
        map: Optional[datetime.date] = None,
        rules: Optional[str] = None,
        levels: Optional[int] = None,
        progress: Optional[Watcher] = None,
        threads: int = 1,
    ) -> Report:
        """How far along everything is on a day, as known on a day (None: all that is reported).

        `base` says which value of the year before is compared with, where the indicator does not:
        "latest", "first_published" or "as_of_report". With `map`, targets and reports are carried to
        the units of that day; otherwise each is of the unit that it names. `rules` is the name of
        built-in ones ("tiendo@1", which is the default) or the text of a file of rules; where they
        say which base is compared with, "latest" leaves it to them and "latest_always" does not. With `levels`
        units to so many levels below that of the plan (0: its own) have a row without a target where they have none
        with one but take part in the figure of the unit above.

        `progress` is told how far it is (a Progress), now and then; when it returns False, Error is raised,
        with the code "cancelled". `threads` says how many may be used; the report is the same.
        """
        request = _request(as_of, known_on, base, map, rules, levels)
        made = Handle(library.tiendo_report_destroy)
        observations = _open(self._observations)
        with watched(progress, threads):
            call(library.tiendo_report_create, observations, ctypes.byref(request), made.out())
        return Report(made, as_of, known_on, map)

    def reopen(self, report: Report) -> bool:
        """Takes a report back, which is closed by that. Then the book takes more observations without a
        copy, and its next report for the same days and rules is made of what this one knew and of what is
        new: of late observations that only change sums in microseconds each.

            report = book.report(day)
            ...
            book.reopen(report)
            book.observations.append_columns(...)
            report = book.report(day)

        False, and nothing changes, where rows of the report or other reports of these observations are
        kept: append() and its like copy what there is, as ever. Raises Error for a report of another book.
        """
        handle, report._handle = report._open(), None
        try:
            # One reference here and one of the call: no row has any, and no call in another thread.
            if sys.getrefcount(handle) <= 2:
                call(library.tiendo_observations_reopen, _open(self._observations), handle.out())
                return True
        except Error as problem:
            report._handle = handle
            if problem.status != "TIENDO_E_FROZEN":
                raise
        report._handle = handle
        return False

    def partial(
        self,
        whole: Iterable[str],
        as_of: datetime.date,
        known_on: Optional[datetime.date] = None,
        *,
        alone: Iterable[str] = (),
        base: str = "latest",
        map: Optional[datetime.date] = None,
        rules: Optional[str] = None,
        levels: Optional[int] = None,
    ) -> Partial:
        """What the reports of a part of the units amount to, to be merged with other parts into a report.

        The book has the whole plan and the reports of the part: of the units `whole` with all below them,
        and of the units `alone` by themselves. All else is as for report(), and the same for each part.
        Raises Error for a unit that is unknown or stands twice, and for reports of any other unit.
        """
        request = _request(as_of, known_on, base, map, rules, levels)
        units = units_of(whole, alone)
        made = Handle(library.tiendo_partial_destroy)
        function, observations = library.tiendo_partial_create, _open(self._observations)
        call(function, observations, ctypes.byref(request), ctypes.byref(units), made.out())
        return Partial(made, self.plan)

    def report_below(self, merged: Partial, whole: Iterable[str], *, alone: Iterable[str] = ()) -> Report:
        """The rows of this part that merged.report() does not have: those of units below `whole`.

        `merged` is what all parts were merged into, as it says which units are waited for. Rows are not
        explained. Raises Error as partial() does, and for units that are not those of a part of it.
        """
        units = units_of(whole, alone)
        made = Handle(library.tiendo_report_destroy)
        function, observations = library.tiendo_partial_report_below, _open(self._observations)
        call(function, merged._handle, observations, ctypes.byref(units), made.out())
        return Report(made, merged.as_of, merged.known_on, merged.map)

    def targets_in_force(self, day: datetime.date, assigner: Optional[str] = None) -> Tuple[int, ...]:
        """The positions of the targets in force at the end of a day, from 0; of one assigner or of all.

        Raises Error when the plan has no such unit.
        """
        function = library.tiendo_plan_targets_in_force
        return tuple(
            call_for_room(ctypes.c_int64, function, self.plan._handle, days_of(day), encoded(assigner))
        )

    def list_targets(
        self,
        day: datetime.date,
        assigner: Optional[str] = None,
        *,
        format: str = "text",
        lang: str = "vi",
    ) -> str:
        """The targets in force as a list to read: "text", "csv", "json" or "markdown"; "vi" or "en"."""
        return text_of(
            library.tiendo_plan_write_targets,
            self.plan._handle,
            days_of(day),
            encoded(assigner),
            number_of("format", FORMATS, format),
            number_of("lang", LANGUAGES, lang),
        )

    def split_target(
        self,
        target: int,
        weights: Weights,
        *,
        digits: Optional[int] = None,
        remainder: str = "largest_remainder",
    ) -> Dict[str, decimal.Decimal]:
        """Parts of a target for units below its unit, which add up to it exactly.

        `target` is a position as targets_in_force() gives it; `weights` are by the ids of units, or
        a list of ids that all weigh the same. A unit below another one of them has a part of that
        one's part. `digits` is None for those that the indicator records. Raises Error.
        """
        return by_weights(self.plan, target, weights, Rule(digits, remainder))

    def split_target_by_reports(
        self,
        target: int,
        indicator: str,
        period: Union[Period, str],
        as_of: Optional[datetime.date] = None,
        known_on: Optional[datetime.date] = None,
        *,
        base: str = "latest",
        map: Optional[datetime.date] = None,
        levels: int = 1,
        digits: Optional[int] = None,
        remainder: str = "largest_remainder",
    ) -> Dict[str, decimal.Decimal]:
        """Parts of a target for the units below its unit, by what each has of an indicator in a period.

        The weights are the exact figures that a report as of a day (None: the last of the period)
        would have; `known_on`, `base` and `map` are as for report(). Units of a kind of which none
        has anything take no part, nor do those for which it was reported as not applicable. Raises
        Error where one has nothing though others have.
        """
        days = period if isinstance(period, Period) else Period.parse(period)
        figures = Figures(indicator, days, levels)
        request = _request(days.last_day if as_of is None else as_of, known_on, base, map)
        observations, rule = _open(self._observations), Rule(digits, remainder)
        return by_reports(self.plan, observations, target, figures, request, rule)

    def equal_weights(self, target: int, levels: int = 1) -> Dict[str, decimal.Decimal]:
        """Weights for split_target(): 1 for each unit of so many levels below that of the target."""
        return weights_in_plan(self.plan, target, None, None, levels)

    def weights_by_targets(
        self, target: int, indicator: str, day: datetime.date, levels: int = 1
    ) -> Dict[str, decimal.Decimal]:
        """Weights for split_target(): what each unit below has as a target for an indicator.

        The targets are those in force on the day: for population, area, the plan of the year before.
        Of a kind of units of which none has one, none takes part. Raises Error where a unit has none
        though others of its kind do, or several.
        """
        if not isinstance(indicator, str):
            raise TypeError(f"the id of an indicator is needed, not {indicator!r}")
        return weights_in_plan(self.plan, target, indicator, day, levels)

    def read_weights(self, source: Any, *, numbers: Numbers = "plain") -> Dict[str, decimal.Decimal]:
        """Weights for split_target() from a table (CSV) with the columns unit and weight.

        `source` is a path or a file object, `numbers` as for load(). Raises Error, with all findings, and
        ValueError where a unit stands twice.
        """
        table: Tuple[Any, ...]
        if hasattr(source, "read"):
            text = _bytes(source.read())
            read, table = library.tiendo_plan_read_weights, (text, len(text), name_of_file(source))
        else:
            read, table = library.tiendo_plan_read_weights_file, (path_of(source),)
        return weights_of_table(self.plan, read, table, numbers)

    def split_digits(self, target: int) -> int:
        """The digits after the point that split_target() gives the parts unless told otherwise."""
        return digits_of_parts(self.plan, target)

    def write_parts(
        self, target: int, parts: Mapping[str, Union[decimal.Decimal, int]], *, format: str = "json"
    ) -> str:
        """Parts of a target as targets to be put into a plan: the list of its file ("json") or a table ("csv").

        `parts` are by the ids of units, from a split or as people have agreed on them. Raises Error
        where they do not add up to the target.
        """
        return written(self.plan, target, parts, format)

    def targets_of_parts(
        self, target: int, parts: Mapping[str, Union[decimal.Decimal, int]]
    ) -> Tuple[Target, ...]:
        """The same as parts of a plan, for PlanBuilder.add_target()."""
        return tuple(map(Target.of_keys, json.loads(self.write_parts(target, parts))))

    def work(
        self,
        as_of: datetime.date,
        known_on: Optional[datetime.date] = None,
        *,
        map: Optional[datetime.date] = None,
        rules: Optional[str] = None,
        progress: Optional[Watcher] = None,
    ) -> Work:
        """How far projects and tasks are on a day, as known on a day (None: all that is reported).

        With `map` they are of what their units have become on that day, where each has become one
        other as a whole. `rules` and `progress` are as for report().
        """
        request = _request(as_of, known_on, "latest", map, rules)
        made = Handle(library.tiendo_work_destroy)
        observations = _open(self._observations)
        with watched(progress):
            call(
                library.tiendo_work_create,
                observations,
                self._tasks,
                ctypes.byref(request),
                made.out(),
            )
        return Work(made, as_of, known_on, observations, self._tasks)

    def rank(
        self,
        indicator: str,
        as_of: datetime.date,
        known_on: Optional[datetime.date] = None,
        *,
        unit: Optional[str] = None,
        period: Optional[Period] = None,
        figure: str = "completion",
        assigner: Optional[str] = None,
        over: Optional[Number] = None,
        base: str = "latest",
        map: Optional[datetime.date] = None,
        rules: Optional[str] = None,
    ) -> RollUp:
        """The units below one (None: that of the plan) in the order of a figure, against the mean of all.

        `figure` is "completion", "growth" or "actual", `assigner` whose targets count; `over` counts the
        figures above a number. `base`, `map` and `rules` are as for report().
        """
        request = _request(as_of, known_on, base, map, rules)
        question = question_of(unit, period, indicator)
        return ranking(_open(self._observations), question, request, figure, assigner, _number(over))

    def contributions(
        self,
        indicator: str,
        as_of: datetime.date,
        known_on: Optional[datetime.date] = None,
        *,
        unit: Optional[str] = None,
        period: Optional[Period] = None,
        whole: Optional[str] = None,
        shares: str = "independent",
        base: str = "latest",
        map: Optional[datetime.date] = None,
        rules: Optional[str] = None,
    ) -> RollUp:
        """What the units below one, or the components of a composite, are of a whole and of its growth.

        `whole` is the indicator that the components make; `shares` are rounded each by itself
        ("independent") or to 100 ("largest_remainder"). The others are as for rank().
        """
        request = _request(as_of, known_on, base, map, rules)
        question = question_of(unit, period, indicator)
        return contributions(_open(self._observations), question, request, whole, shares)

    def score(
        self,
        criteria: str,
        as_of: datetime.date,
        known_on: Optional[datetime.date] = None,
        *,
        unit: Optional[str] = None,
        period: Optional[Period] = None,
        base: str = "latest",
        map: Optional[datetime.date] = None,
        rules: Optional[str] = None,
    ) -> RollUp:
        """The units below one scored by criteria, the text of a file (tiendo-criteria/1).

        The others are as for rank(). What is wrong with the criteria is raised when the scores are read.
        """
        request = _request(as_of, known_on, base, map, rules)
        return scores(_open(self._observations), question_of(unit, period), request, criteria)

    @property
    def task_report_count(self) -> int:
        """How many reports of tasks, milestones and projects there are."""
        return count_of(library.tiendo_tasks_count, _open(self._tasks))

    @property
    def task_reports(self) -> TaskReports:
        """The reports of tasks, milestones and projects: a sequence that takes more (append())."""
        return TaskReports(lambda: _open(self._tasks))

    def read_tasks(self, source: Any, *, numbers: Numbers = "plain") -> None:
        """Reads a table of reports of tasks, milestones and projects (CSV), from a path or a file
        object; all of it or, raising Error, nothing. `numbers` is as for load()."""
        tasks = _open(self._tasks)
        arguments: Tuple[Any, ...]
        if hasattr(source, "read"):
            text, name = _bytes(source.read()), name_of_file(source)
            function, arguments = library.tiendo_tasks_read, (text, len(text), name)
        else:
            function, arguments = library.tiendo_tasks_read_file, (path_of(source),)
        with numbers_of(numbers) as form:
            self._findings += call_reading(function, tasks, *arguments, form)

    def check(
        self,
        known_on: Optional[datetime.date] = None,
        *,
        base: str = "latest",
        map: Optional[datetime.date] = None,
        progress: Optional[Watcher] = None,
    ) -> Tuple[Finding, ...]:
        """What is worth knowing about the plan in the light of its observations.

        `base` is for comparisons of indicators that do not say so themselves. With `map`, targets
        that do not come through to the units of that day are found as well. `progress` is as for report().
        """
        options = new_struct(t.CheckOptions)
        options.base = number_of("base", BASES, base)
        if known_on is not None:
            options.has_known_on, options.known_on = 1, days_of(known_on)
        if map is not None:
            options.has_map, options.map = 1, days_of(map)
        observations = _open(self._observations)
        found: Tuple[Finding, ...] = ()
        with watched(progress):
            found = call_reading(
                library.tiendo_observations_check_with, observations, ctypes.byref(options)
            )
        return found

    def close(self) -> None:
        """Lets go of the plan and the observations; calling it twice is no fault."""
        self._plan = self._observations = self._tasks = None

    def __enter__(self) -> "Book":
        return self

    def __exit__(self, *_: Any) -> None:
        self.close()

    def read(
        self,
        source: Any,
        *,
        numbers: Numbers = "plain",
        progress: Optional[Watcher] = None,
        threads: int = 1,
    ) -> None:
        """Reads a table of observations (CSV) from a path or a file object, as load() does.

        A file object, of bytes or of text, is read block by block, by its readinto() or read(); what it
        raises comes out. Its read() is given a size. It may not use the book meanwhile. What is found and not
        refused is added to `findings`. Raises Error, and then nothing of the table is there. `numbers` is as for load(),
        `progress` and `threads` are as for report().
        """
        found: Tuple[Finding, ...] = ()

        def read(log: Handle) -> None:
            nonlocal found
            with watched(progress, threads) as watch, numbers_of(numbers) as form:
                if isinstance(source, _Text):
                    text = _bytes(source.read())
                    found = call_reading(library.tiendo_observations_read, log, text, len(text), None, form)
                elif hasattr(source, "read"):
                    arguments = Source(source, watch).arguments
                    found = call_reading(library.tiendo_observations_read_from, log, *arguments, form)
                else:
                    path = path_of(source)
                    found = call_reading(library.tiendo_observations_read_file, log, path, form)

        self._change(read)
        self._findings += found


class _Text:
    """A text in the place of a file."""

    def __init__(self, text: Union[str, bytes], name: Optional[str]) -> None:
        self._text = text
        self.name = name

    def read(self) -> Union[str, bytes]:
        return self._text


def load(
    plan: Any,
    observations: Any = None,
    *,
    numbers: Numbers = "plain",
    tables: Optional[Mapping[str, Union[str, bytes]]] = None,
    progress: Optional[Watcher] = None,
    threads: int = 1,
) -> Book:
    """Reads a plan (JSON) and tables of observations (CSV).

    `plan` is a path or a file object; `observations` is one, a list of them, or None. `numbers` says
    how numbers are written in the tables of observations: "plain" (1234.5), "vi" (1.234,5) or with the
    marks of a NumberFormat. Lists of the plan in tables are read beside the path; beside a file object they are texts, by the name that the plan
    has for each: tables={"units.csv": ...}. Raises Error. `progress` and `threads` are as for
    Book.report().
    """
    with numbers_of(numbers):  # known to be one before anything is read
        pass
    book = Book(_read_plan(plan, tables, progress, threads))
    for source in _list_of(observations):
        book.read(source, numbers=numbers, progress=progress, threads=threads)
    return book


def loads(
    plan: Union[str, bytes],
    observations: Union[str, bytes, None] = None,
    *,
    numbers: Numbers = "plain",
    tables: Optional[Mapping[str, Union[str, bytes]]] = None,
    progress: Optional[Watcher] = None,
    threads: int = 1,
) -> Book:
    """As load(), from texts."""
    table = None if observations is None else _Text(observations, None)
    return load(_Text(plan, None), table, numbers=numbers, tables=tables, progress=progress, threads=threads)


def _request(
    as_of: datetime.date,
    known_on: Optional[datetime.date],
    base: str,
    map: Optional[datetime.date],
    rules: Optional[str] = None,
    levels: Optional[int] = None,
) -> t.Request:
    request = new_struct(t.Request)
    request.base = number_of("base", BASES, base)
    request.as_of = days_of(as_of)
    if known_on is not None:
        request.has_known_on, request.known_on = 1, days_of(known_on)
    if map is not None:
        request.has_map, request.map = 1, days_of(map)
    request.rules = encoded(rules)
    if levels is not None:
        request.has_levels, request.levels = 1, int_of("levels", levels, 32)
    return request


def _read_plan(
    source: Any,
    tables: Optional[Mapping[str, Union[str, bytes]]],
    progress: Optional[Watcher],
    threads: int,
) -> Plan:
    plan = Handle(library.tiendo_plan_destroy)
    arguments: Tuple[Any, ...]
    if hasattr(source, "read"):
        text, name = _bytes(source.read()), name_of_file(source)
        names, texts = list(map(encoded, tables or ())), list(map(_bytes, (tables or {}).values()))
        count = len(texts)
        columns = (ctypes.c_char_p * count)(*names), (ctypes.c_char_p * count)(*texts)
        lengths = (ctypes.c_int64 * count)(*map(len, texts))
        function, arguments = library.tiendo_plan_read_tables, (text, len(text), name, *columns, lengths, count)
    elif tables is not None:
        raise TypeError("the tables of a plan that is read from a path stand beside it")
    else:
        function, arguments = library.tiendo_plan_read_file, (path_of(source),)
    found: Tuple[Finding, ...] = ()
    with watched(progress, threads):
        found = call_reading(function, *arguments, plan.out())
    return Plan(plan, found)


def _open(handle: Optional[Handle]) -> Handle:
    if handle is None:
        raise ValueError("the book is closed")
    return handle


def _list_of(sources: Any) -> List[Any]:
    if sources is None:
        return []
    return list(sources) if isinstance(sources, (list, tuple)) else [sources]


def _bytes(text: Union[str, bytes]) -> bytes:
    return text.encode() if isinstance(text, str) else bytes(text)


def _number(number: Optional[Number]) -> Optional[bytes]:
    """A number as plain text. A float is refused: it is not the number that was written."""
    return encoded(number) if number is None or isinstance(number, str) else plain_text(number, 1000).encode()
