"""Reports: rows in order, a summary, columns, and the whole as text."""

from __future__ import annotations

import collections.abc
import ctypes
import dataclasses
import datetime
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Iterable, Iterator, List, Optional, Sequence, Tuple, Union, overload

from . import _table as t
from ._arrow import stream_capsule
from ._asked import Asked
from ._call import Handle, call, call_for_texts, count_of, int_of, new_struct, text_of
from ._column import DecimalColumn, fractions_of
from ._frames import frame_of
from ._library import library
from ._memory import Memory
from ._numbers import decimal_of_words
from ._row import Row
from ._watch import Watcher
from ._words import FIELDS, LANGUAGES, TALLIES, Verdict, digits_of, number_of, rounding_of
from ._written import Written, options_of

if TYPE_CHECKING:
    import pandas  # type: ignore[import]


@dataclasses.dataclass(frozen=True)
class Summary:
    """How many rows of one assigner came out how."""

    #: None: targets of several assigners, judged as a whole.
    assigner: Optional[str]
    rows: int
    exceeded: int
    #: Without the exceeded.
    met: int
    near: int
    missed: int
    no_data: int
    not_judged: int
    #: Of those with a verdict, how many a judge gave.
    by_hand: int
    #: Of those not judged as the period is open, how many would come out how if it ended so.
    provisional_exceeded: int = 0
    provisional_met: int = 0
    provisional_near: int = 0
    provisional_missed: int = 0


@dataclasses.dataclass(frozen=True)
class Tally:
    """How many targets of one assigner came out how in one group."""

    #: The field, or the id of the unit, task group or lead unit; None: of none.
    group: Optional[str]
    #: None: targets of several assigners, judged as a whole.
    assigner: Optional[str]
    rows: int
    met_or_better: int
    #: Of those that are met or better.
    exceeded: int
    near: int
    missed: int
    no_data: int
    not_judged: int
    #: Of those with a verdict, how many a judge gave.
    by_hand: int
    #: Whose period has begun, without what does not apply.
    due: int
    #: Of those that are due, how many of which anything has been reported.
    reported: int
    #: Of those not judged as the period is open: how they would come out if it ended so.
    provisional_exceeded: int = 0
    provisional_met: int = 0
    provisional_near: int = 0
    provisional_missed: int = 0


class Report(Written, Asked, collections.abc.Sequence):  # type: ignore[type-arg]
    """How far along everything in a plan is, on a day: a sequence of rows, in the plan's order.

    Ends with close(), as a context manager, or with its last reference; rows taken from it stay.
    """

    def __init__(
        self,
        handle: Handle,
        as_of: datetime.date,
        known_on: Optional[datetime.date],
        map: Optional[datetime.date],
    ) -> None:
        super().__init__(handle, library.tiendo_report_row_count, library.tiendo_report_write)
        #: The day of the report.
        self.as_of = as_of
        #: What was recorded after this day plays no part; None: all is known.
        self.known_on = known_on
        #: The day whose units it is for; None: each target and report is of the unit it names.
        self.map = map

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> List[Row]: ...
    def __getitem__(self, index: Union[int, slice]) -> Union[Row, List[Row]]:
        if isinstance(index, slice):
            return [self[i] for i in range(*index.indices(self._count))]
        position = index + self._count if index < 0 else index
        if not 0 <= position < self._count:
            raise IndexError(f"there is no row {index}, there are {self._count}")
        return Row(self._open(), position)

    def __iter__(self) -> Iterator[Row]:
        return (self[index] for index in range(self._count))

    @property
    def rules(self) -> str:
        """The rules with all that is in them as JSON (tiendo-rules/1): what Book.report() takes as `rules`."""
        return text_of(library.tiendo_report_rules, self._open())

    @property
    def summary(self) -> Tuple[Summary, ...]:
        """By assigner, the wholes last."""
        handle = self._open()
        count = count_of(library.tiendo_report_summary_count, handle)
        return tuple(_summary(handle, index) for index in range(count))

    def _request(self) -> t.Request:
        request = new_struct(t.Request)
        call(library.tiendo_report_request, self._open(), ctypes.byref(request))
        return request

    def write(
        self,
        format: str = "text",
        lang: str = "vi",
        digits: Optional[int] = None,
        rounding: Optional[str] = None,
        exact: bool = False,
        progress: Optional[Watcher] = None,
        by: Iterable[str] = (),
    ) -> str:
        """The whole report as the tool prints it: "text", "csv", "json" or "markdown".

        `by` is what to count targets by as well, as in tally(), in this order: ["field", "lead"]; not in "csv".
        `progress` is as for Book.report(); where the first guess at the length is too short, all is told twice.
        """
        options = options_of(format, lang, digits, rounding, exact)
        numbers = [number_of("by", TALLIES, one) for one in ([by] if isinstance(by, str) else by)]
        array = (ctypes.c_int32 * len(numbers))(*numbers)
        options.by = ctypes.addressof(array)
        options.by_count = len(numbers)
        return self._text(options, progress)

    def tally(self, by: str) -> Tuple[Tally, ...]:
        """Targets counted by "field", "unit", "task_group" or "lead": for each group one line for each assigner.

        A target of several groups counts in each; what is of no group comes last.
        """
        handle = self._open()
        number = number_of("by", TALLIES, by)
        count = ctypes.c_int64()
        call(library.tiendo_report_tally_count, handle, number, ctypes.byref(count))
        return tuple(_tally(handle, number, index) for index in range(count.value))

    def traces(self, digits: Optional[int] = None, rounding: Optional[str] = None) -> str:
        """How all rows came about as JSON (tiendo-trace/1), for programs."""
        return text_of(
            library.tiendo_report_trace, self._open(), -1, digits_of(digits), rounding_of(rounding)
        )

    def explain_counts(
        self, by: Optional[str] = None, index: Optional[int] = None, lang: str = "vi"
    ) -> str:
        """How the lines of the summary, or of tally(by), came about, for people: the rows that each counts and
        as what, then those that none counts and why. `index` is one line; None: all."""
        return text_of(
            library.tiendo_report_tally_explain,
            self._open(),
            _way_of(by),
            -1 if index is None else int_of("index", index, 64),
            number_of("lang", LANGUAGES, lang),
        )

    def trace_counts(self, by: Optional[str] = None, index: Optional[int] = None) -> str:
        """The same as JSON (tiendo-summary-trace/1), for programs."""
        return text_of(
            library.tiendo_report_tally_trace,
            self._open(),
            _way_of(by),
            -1 if index is None else int_of("index", index, 64),
        )

    def column(self, field: str, scale: int, rounding: Optional[str] = None) -> List[Optional[Decimal]]:
        """One figure of all rows with `scale` digits (0 to 38), in one call."""
        words, bits = self._column(library.tiendo_report_column, scale, rounding, number_of("field", FIELDS, field))
        return [
            decimal_of_words(words[16 * i : 16 * i + 16], scale) if bits[i >> 3] >> (i & 7) & 1 else None
            for i in range(self._count)
        ]

    def decimal_column(self, field: str, scale: int, rounding: Optional[str] = None) -> DecimalColumn:
        """The same as a column, whose buffers are those of Arrow: no object is made for a row."""
        number = number_of("field", FIELDS, field)
        words, bits = self._column(library.tiendo_report_column, scale, rounding, number)
        return DecimalColumn.from_buffers(words, bits, scale=scale)

    def percent_of_plan(self, scale: int, rounding: Optional[str] = None) -> DecimalColumn:
        """Of all rows the part of the way from a stated base to the level asked for that was made, in
        percent, with `scale` digits (0 to 38); without a stated base it is the completion.

        Unlike "targeted_change" it is there wherever there is a way, also where the base was enough."""
        words, bits = self._column(library.tiendo_report_percent_of_plan, scale, rounding)
        return DecimalColumn.from_buffers(words, bits, scale=scale)

    def verdicts(self, *, provisional: bool = False) -> List[Verdict]:
        """The verdict of each row; provisional, what the condition says so far where there is none since
        the period is open."""
        found, so_far = bytearray(self._count), bytearray(self._count)
        numbers = (ctypes.c_char * self._count).from_buffer(found), (ctypes.c_char * self._count).from_buffer(so_far)
        call(library.tiendo_report_verdicts, self._open(), self._count, *numbers)
        words = {verdict.value: verdict for verdict in Verdict}
        return [words[number] for number in (so_far if provisional else found)]

    def arrow(
        self,
        scale: int,
        percent_scale: int = 2,
        rounding: Optional[str] = None,
        fields: Optional[Sequence[str]] = None,
    ) -> ArrowReport:
        """The report as a table of Arrow: polars.DataFrame(report.arrow(1)), pyarrow.table(report.arrow(1)).

        A row for each of the report: "kind", "indicator", "unit", "project", "assigner", "period_start",
        "period_end" (excluded), "condition", "verdict", "verdict_reason", "provisional", "final", "state", "reason",
        "course", "schedule", "status", "reported" and "due" (how many "counted" ones), "reported_to",
        "expected_on", "percent_of_plan", and the figures (None: all) as decimals, with `scale` digits or, where
        they are in percent, `percent_scale`, by the names of their columns in CSV. What a row does not have is null.
        """
        numbers = None if fields is None else [number_of("fields", FIELDS, field) for field in fields]
        places = int_of("scale", scale, 32), int_of("percent_scale", percent_scale, 32)
        return ArrowReport(self._open(), *places, rounding_of(rounding), numbers)

    def to_pandas(
        self,
        scale: int,
        percent_scale: int = 2,
        rounding: Optional[str] = None,
        fields: Optional[Sequence[str]] = None,
        *,
        coefficients: bool = False,
    ) -> "pandas.DataFrame":
        """The report as a DataFrame of pandas, which is needed for this alone; the columns are those of arrow().

        Words are categories, days datetime64, counts Int32, "final" boolean and figures objects, Decimals or
        None. With `coefficients` figures are Int64, without their points: frame.attrs["scales"] has for each
        column how many digits stand after it; OverflowError where 64 bits do not do.
        """
        return frame_of(self.arrow(scale, percent_scale, rounding, fields), coefficients)

    def exact_column(self, field: str) -> List[Optional[Fraction]]:
        """One figure of all rows, exact; None where there is none."""
        offsets, bits = Memory(bytearray(8 * (self._count + 1))), Memory(bytearray((self._count + 7) // 8))
        data = call_for_texts(
            library.tiendo_report_exact_column,
            self._open(),
            number_of("field", FIELDS, field),
            0,
            self._count,
            bits.address,
            offsets.address,
            capacity=32 * self._count,
        )
        return fractions_of(data, offsets, bits)

    def _column(
        self, function: Any, scale: int, rounding: Optional[str], *field: int
    ) -> Tuple[bytes, bytes]:
        """The values and the bitmap of a column of figures."""
        values = ctypes.create_string_buffer(16 * self._count)
        validity = ctypes.create_string_buffer((self._count + 7) // 8)
        mode = rounding_of(rounding)
        call(function, self._open(), *field, int_of("scale", scale, 32), mode, self._count, values, validity)
        return values.raw, validity.raw


class ArrowReport:
    """A report for whatever takes a stream of Arrow; made by Report.arrow(), and stays when that is closed."""

    def __init__(
        self, handle: Handle, scale: int, percent_scale: int, rounding: int, fields: Optional[List[int]]
    ) -> None:
        self._handle = handle
        self._options = new_struct(t.ArrowOptions)
        self._options.rounding = rounding
        self._options.scale, self._options.percent_scale = scale, percent_scale
        if fields is not None:
            self._fields = (ctypes.c_int32 * max(len(fields), 1))(*fields)
            self._options.fields, self._options.field_count = ctypes.addressof(self._fields), len(fields)

    def __arrow_c_stream__(self, requested_schema: Any = None) -> Any:
        """A capsule with the stream; another schema than its own is not made."""
        function, options = library.tiendo_report_export_arrow, ctypes.byref(self._options)
        return stream_capsule(lambda address: call(function, self._handle, options, address))


def _summary(handle: Handle, index: int) -> Summary:
    info = new_struct(t.SummaryInfo)
    call(library.tiendo_report_summary, handle, index, ctypes.byref(info))
    function = library.tiendo_report_summary_text
    assigner = text_of(function, handle, index, t.TEXT_ASSIGNER, LANGUAGES["vi"])
    return Summary(
        assigner=assigner or None,
        rows=info.rows,
        exceeded=info.exceeded,
        met=info.met,
        near=info.nearly,
        missed=info.missed,
        no_data=info.no_data,
        not_judged=info.not_judged,
        by_hand=info.by_hand,
        provisional_exceeded=info.provisional_exceeded,
        provisional_met=info.provisional_met,
        provisional_near=info.provisional_nearly,
        provisional_missed=info.provisional_missed,
    )


def _way_of(by: Optional[str]) -> int:
    return 0 if by is None else number_of("by", TALLIES, by)


def _tally(handle: Handle, by: int, index: int) -> Tally:
    info = new_struct(t.TallyInfo)
    call(library.tiendo_report_tally, handle, by, index, ctypes.byref(info))
    function = library.tiendo_report_tally_text
    group = text_of(function, handle, by, index, t.TEXT_GROUP, LANGUAGES["vi"])
    assigner = text_of(function, handle, by, index, t.TEXT_ASSIGNER, LANGUAGES["vi"])
    return Tally(
        group=group or None,
        assigner=assigner or None,
        rows=info.rows,
        met_or_better=info.met_or_better,
        exceeded=info.exceeded,
        near=info.nearly,
        missed=info.missed,
        no_data=info.no_data,
        not_judged=info.not_judged,
        by_hand=info.by_hand,
        due=info.due,
        reported=info.reported,
        provisional_exceeded=info.provisional_exceeded,
        provisional_met=info.provisional_met,
        provisional_near=info.provisional_nearly,
        provisional_missed=info.provisional_missed,
    )
