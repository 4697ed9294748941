"""Reports and their rows."""

from __future__ import annotations

import collections.abc
import ctypes
import dataclasses
import datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any, Iterator, List, NamedTuple, Optional, Tuple, Union, overload

from . import _table as t
from ._call import (
    Handle,
    call,
    call_for_text,
    count_of,
    date_of,
    name_of_code,
    new_struct,
    text_of,
)
from ._library import library
from ._words import (
    FIELDS,
    FORMATS,
    LANGUAGES,
    CoverageOf,
    RowKind,
    Schedule,
    State,
    Verdict,
    digits_of,
    number_of,
    rounding_of,
)


class Coverage(NamedTuple):
    """How much of what was due by the day has been reported: 6 of 12 months."""

    reported: int
    expected: int
    of: CoverageOf

    @property
    def complete(self) -> bool:
        return self.reported >= self.expected


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


class _Rounded:
    """A figure as printed: rounded once, as its indicator says."""

    def __init__(self, field: str, doc: str) -> None:
        self._field = field
        self.__doc__ = f"{doc} None when there is none: see reason()."

    def __get__(self, row: Optional["Row"], owner: Any = None) -> Optional[Decimal]:
        return self if row is None else row.rounded(self._field)  # type: ignore[return-value]


class _Exact:
    """A figure as an exact fraction."""

    def __init__(self, field: str) -> None:
        self._field = field
        self.__doc__ = f"The exact {field}, or None."

    def __get__(self, figures: Optional["Exact"], owner: Any = None) -> Optional[Fraction]:
        return self if figures is None else figures._row._exact(self._field)  # type: ignore


class Exact:
    """The figures of a row as fractions; None where there is none."""

    def __init__(self, row: "Row") -> None:
        self._row = row

    target = _Exact("target")
    actual = _Exact("actual")
    completion = _Exact("completion")
    excess = _Exact("excess")
    remaining = _Exact("remaining")
    same_period = _Exact("same_period")
    index = _Exact("index")
    growth = _Exact("growth")
    expected = _Exact("expected")
    deviation = _Exact("deviation")
    baseline = _Exact("baseline")


class Row:
    """One row of a report. Figures are Decimals as printed; `exact` has them as fractions."""

    def __init__(self, handle: Handle, position: int) -> None:
        self._handle = handle
        self._position = position
        self._info = new_struct(t.RowInfo)
        call(library.tiendo_report_row, handle, position, ctypes.byref(self._info))

    target = _Rounded("target", "The number asked for.")
    actual = _Rounded("actual", "The value to date.")
    completion = _Rounded("completion", "Percent: 100 actual / target.")
    excess = _Rounded("excess", "Percent: completion - 100.")
    remaining = _Rounded("remaining", "Target - actual.")
    same_period = _Rounded("same_period", "The value of the same period of the year before.")
    index = _Rounded("index", "Percent: 100 actual / same_period.")
    growth = _Rounded("growth", "Percent: 100 (actual - same_period) / |same_period|.")
    expected = _Rounded("expected", "To date, by the declared profile.")
    deviation = _Rounded("deviation", "Actual - expected.")
    baseline = _Rounded("baseline", "What a change is counted from.")

    @property
    def exact(self) -> Exact:
        """The figures as exact fractions: row.exact.completion."""
        return Exact(self)

    @property
    def kind(self) -> RowKind:
        return RowKind(self._info.kind)

    @property
    def indicator(self) -> str:
        """Id of the indicator."""
        return self._text(t.TEXT_INDICATOR)

    def indicator_name(self, lang: str = "vi") -> str:
        return self._text(t.TEXT_INDICATOR_NAME, lang)

    @property
    def field(self) -> Optional[str]:
        """The field of the indicator: "economy"."""
        return self._text(t.TEXT_INDICATOR_FIELD) or None

    @property
    def measure(self) -> str:
        """Id of the measure."""
        return self._text(t.TEXT_MEASURE)

    def measure_name(self, lang: str = "vi") -> str:
        return self._text(t.TEXT_MEASURE_NAME, lang)

    @property
    def unit(self) -> Optional[str]:
        """Id of the responsible unit."""
        return self._text(t.TEXT_UNIT) or None

    def unit_name(self, lang: str = "vi") -> str:
        return self._text(t.TEXT_UNIT_NAME, lang)

    @property
    def project(self) -> Optional[str]:
        """Id of the project; None for the unit as a whole."""
        return self._text(t.TEXT_PROJECT) or None

    def project_name(self, lang: str = "vi") -> str:
        return self._text(t.TEXT_PROJECT_NAME, lang)

    @property
    def assigner(self) -> Optional[str]:
        """Id of the unit that set the target; None for a whole and without a target."""
        return self._text(t.TEXT_ASSIGNER) or None

    def assigner_name(self, lang: str = "vi") -> str:
        return self._text(t.TEXT_ASSIGNER_NAME, lang)

    @property
    def period(self) -> str:
        """The period in its word: "2024", "2024-H1"."""
        return self._text(t.TEXT_PERIOD)

    @property
    def period_start(self) -> datetime.date:
        return date_of(self._info.period_start)

    @property
    def period_end(self) -> datetime.date:
        """The first day after the period."""
        return date_of(self._info.period_end)

    @property
    def condition(self) -> Optional[str]:
        """The wording of the target: "at_least"; None without a target."""
        return self._text(t.TEXT_CONDITION) or None

    @property
    def condition_value(self) -> Optional[Decimal]:
        """The number of the condition, with the digits it was given."""
        return _decimal(self._text(t.TEXT_CONDITION_VALUE))

    @property
    def condition_upper(self) -> Optional[Decimal]:
        """The upper end of a range."""
        return _decimal(self._text(t.TEXT_CONDITION_UPPER))

    @property
    def condition_tolerance(self) -> Optional[Decimal]:
        """The tolerance of "about"."""
        return _decimal(self._text(t.TEXT_CONDITION_TOLERANCE))

    @property
    def verdict(self) -> Verdict:
        return Verdict(self._info.verdict)

    @property
    def verdict_reason(self) -> Optional[str]:
        """Why there is no verdict; None if there is one."""
        return name_of_code(self._info.verdict_reason)

    @property
    def schedule(self) -> Schedule:
        return Schedule(self._info.schedule)

    @property
    def state(self) -> State:
        return State(self._info.state)

    @property
    def coverage(self) -> Coverage:
        """How much of what was due has been reported."""
        info = self._info
        return Coverage(info.coverage_reported, info.coverage_expected, CoverageOf(info.coverage_of))

    @property
    def reported_to(self) -> Optional[datetime.date]:
        """Last day that the reports cover."""
        return date_of(self._info.reported_to) if self._info.has_reported_to else None

    @property
    def declared_projects(self) -> Optional[int]:
        """How many projects the target is declared to be for."""
        return self._info.declared_projects if self._info.has_declared_projects else None

    def reason(self, field: Optional[str] = None) -> Optional[str]:
        """Why a figure is not there; without a field, why the state is not `value`; else None."""
        if field is None:
            return name_of_code(self._info.reason)
        code = ctypes.c_int32()
        number = number_of("field", FIELDS, field)
        call(
            library.tiendo_report_figure_reason,
            self._handle,
            self._position,
            number,
            ctypes.byref(code),
        )
        return name_of_code(code.value)

    def rounded(
        self, field: str, digits: Optional[int] = None, rounding: Optional[str] = None
    ) -> Optional[Decimal]:
        """A figure with these digits in this mode; None stands for the indicator's own."""
        text = call_for_text(
            library.tiendo_report_figure_text,
            self._handle,
            self._position,
            number_of("field", FIELDS, field),
            digits_of(digits),
            rounding_of(rounding),
            0,
        )
        return None if text is None else Decimal(text)

    def explain(
        self, lang: str = "vi", digits: Optional[int] = None, rounding: Optional[str] = None
    ) -> str:
        """How the row came about, for people."""
        return text_of(
            library.tiendo_report_explain,
            self._handle,
            self._position,
            number_of("lang", LANGUAGES, lang),
            digits_of(digits),
            rounding_of(rounding),
        )

    def __repr__(self) -> str:
        return f"<Row {self.indicator} {self.unit} {self.period} by {self.assigner}>"

    def _text(self, number: int, lang: str = "vi") -> str:
        language = number_of("lang", LANGUAGES, lang)
        function = library.tiendo_report_row_text
        return text_of(function, self._handle, self._position, number, language)

    def _exact(self, field: str) -> Optional[Fraction]:
        number = number_of("field", FIELDS, field)
        function = library.tiendo_report_figure_exact
        text = call_for_text(function, self._handle, self._position, number, 0)
        return None if text is None else _fraction(text)


class Report(collections.abc.Sequence):  # type: ignore[type-arg]
    """How far along everything in a plan is, on a day: a sequence of rows, in the plan's order.

    Ends with close(), as a context manager, or with its last reference; rows taken from it stay.
    """

    def __init__(
        self, handle: Handle, as_of: datetime.date, known_on: Optional[datetime.date]
    ) -> None:
        self._handle: Optional[Handle] = handle
        self._count = count_of(library.tiendo_report_row_count, handle)
        #: The day of the report.
        self.as_of = as_of
        #: What was recorded after this day plays no part; None: all is known.
        self.known_on = known_on

    def __len__(self) -> int:
        return self._count

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
    def summary(self) -> Tuple[Summary, ...]:
        """By assigner, the wholes last."""
        handle = self._open()
        count = count_of(library.tiendo_report_summary_count, handle)
        return tuple(_summary(handle, index) for index in range(count))

    def column(self, field: str, scale: int, rounding: Optional[str] = None) -> List[Optional[Decimal]]:
        """One figure of all rows with `scale` digits (0 to 38), in one call."""
        values = ctypes.create_string_buffer(16 * self._count)
        validity = ctypes.create_string_buffer((self._count + 7) // 8)
        number = number_of("field", FIELDS, field)
        mode = rounding_of(rounding)
        call(
            library.tiendo_report_column,
            self._open(),
            number,
            scale,
            mode,
            self._count,
            values,
            validity,
        )
        bits = int.from_bytes(validity.raw, "little")
        return [
            _of_words(values.raw[16 * i : 16 * i + 16], scale) if bits >> i & 1 else None
            for i in range(self._count)
        ]

    def write(
        self,
        format: str = "text",
        lang: str = "vi",
        digits: Optional[int] = None,
        rounding: Optional[str] = None,
        exact: bool = False,
    ) -> str:
        """The whole report as the tool prints it: "text", "csv", "json" or "markdown"."""
        options = new_struct(t.WriteOptions)
        options.format = number_of("format", FORMATS, format)
        options.language = number_of("lang", LANGUAGES, lang)
        options.rounding = rounding_of(rounding)
        options.has_digits = digits is not None
        options.digits = 0 if digits is None else digits_of(digits)
        options.exact = exact
        return text_of(library.tiendo_report_write, self._open(), ctypes.byref(options))

    def close(self) -> None:
        """Lets go of the report; calling it twice is no fault."""
        self._handle = None

    def __enter__(self) -> "Report":
        return self

    def __exit__(self, *_: Any) -> None:
        self.close()

    def _open(self) -> Handle:
        if self._handle is None:
            raise ValueError("the report is closed")
        return self._handle


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
    )


def _decimal(text: str) -> Optional[Decimal]:
    """From text, which is exact; arithmetic on Decimals would round to the precision in force."""
    return Decimal(text) if text else None


def _fraction(text: str) -> Fraction:
    """By way of Decimal, which reads any number of digits; int() refuses more than 4300."""
    above, _, below = text.partition("/")
    return Fraction(int(Decimal(above)), int(Decimal(below or "1")))


def _of_words(words: bytes, scale: int) -> Decimal:
    return Decimal(f"{int.from_bytes(words, 'little', signed=True)}E-{scale}")
