"""Rows of a report: figures, words, places.

Long because a row has so many, a property each.
"""

from __future__ import annotations

import ctypes
import datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any, Callable, Dict, List, Mapping, NamedTuple, Optional, Tuple

from . import _table as t
from ._call import Handle, call, call_for_room, call_for_text, date_of, name_of_code, new_struct, text_of
from ._fractions import Growth
from ._library import library
from ._numbers import fraction_of
from ._part import Near
from ._words import (
    BASES,
    CHANGES_IN,
    FIELDS,
    FINALITIES,
    LANGUAGES,
    QUALIFIERS,
    Course,
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
        """Whether nothing is missing."""
        return self.reported >= self.expected


class Then(NamedTuple):
    """What has to hold beside a change: at least 60."""

    #: Its wording: "at_least", "between".
    condition: str
    value: Optional[Decimal]
    #: The upper end of a range.
    upper: Optional[Decimal]
    #: The tolerance of "about".
    tolerance: Optional[Decimal]


class Origin(NamedTuple):
    """Where a target of a row comes from."""

    #: The position in `plan.units` of the unit that it names.
    unit: int
    #: The part of one; None where the plan does not say how much it is.
    share: Optional[Fraction]


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
    required = _Exact("required")
    base_revision = _Exact("base_revision")
    targeted_change = _Exact("targeted_change")
    change = _Exact("change")
    pace = _Exact("pace")
    run_rate_forecast = _Exact("run_rate_forecast")
    same_share_forecast = _Exact("same_share_forecast")


class Row:
    """One row of a report. Figures are Decimals as printed; `exact` has them as fractions."""

    def __init__(self, handle: Handle, position: int) -> None:
        self._handle = handle
        self._position = position
        self._info = new_struct(t.RowInfo)
        call(library.tiendo_report_row, handle, position, ctypes.byref(self._info))

    target = _Rounded("target", "The number asked for.")
    actual = _Rounded("actual", "The value to date.")
    completion = _Rounded("completion", "Percent: 100 actual / target; of a change, the part that was made.")
    excess = _Rounded("excess", "Percent: completion - 100.")
    remaining = _Rounded("remaining", "Required - actual.")
    same_period = _Rounded("same_period", "The value of the same period before: of the year before, or as the rules say.")
    index = _Rounded("index", "Percent: 100 actual / same_period.")
    growth = _Rounded("growth", "Percent: 100 (actual - same_period) / |same_period|.")
    expected = _Rounded("expected", "To date, by the declared profile.")
    deviation = _Rounded("deviation", "Actual - expected.")
    baseline = _Rounded("baseline", "What a change is counted from.")
    required = _Rounded("required", "What actual must reach: the target, or baseline and the change.")
    base_revision = _Rounded("base_revision", "The latest known same_period less the first published one.")
    targeted_change = _Rounded(
        "targeted_change", "Percent: 100 (actual - baseline) / (required - baseline), where the base was short."
    )
    change = _Rounded("change", "Actual - same_period, in the measure; of percentages in points.")
    pace = _Rounded("pace", "What each month that is left has to bring: (required - actual) / months.")
    run_rate_forecast = _Rounded("run_rate_forecast", "Forecast: where a sum ends if it goes on month by month.")
    same_share_forecast = _Rounded("same_share_forecast", "Forecast: where a sum ends by its course of the year, or period, before.")

    @property
    def exact(self) -> Exact:
        """The figures as exact fractions: row.exact.completion."""
        return Exact(self)

    @property
    def kind(self) -> RowKind:
        """What the row is about."""
        return RowKind(self._info.kind)

    @property
    def indicator(self) -> str:
        """Id of the indicator."""
        return self._text(t.TEXT_INDICATOR)

    def indicator_name(self, lang: str = "vi") -> str:
        """Name of the indicator."""
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
        """Name of the measure."""
        return self._text(t.TEXT_MEASURE_NAME, lang)

    @property
    def unit(self) -> Optional[str]:
        """Id of the responsible unit."""
        return self._text(t.TEXT_UNIT) or None

    def unit_name(self, lang: str = "vi") -> str:
        """Name of the responsible unit."""
        return self._text(t.TEXT_UNIT_NAME, lang)

    @property
    def project(self) -> Optional[str]:
        """Id of the project; None for the unit as a whole."""
        return self._text(t.TEXT_PROJECT) or None

    def project_name(self, lang: str = "vi") -> str:
        """Name of the project; empty without one."""
        return self._text(t.TEXT_PROJECT_NAME, lang)

    @property
    def assigner(self) -> Optional[str]:
        """Id of the unit that set the target; None for a whole and without a target."""
        return self._text(t.TEXT_ASSIGNER) or None

    def assigner_name(self, lang: str = "vi") -> str:
        """Name of the unit that set the target; empty without one."""
        return self._text(t.TEXT_ASSIGNER_NAME, lang)

    @property
    def period(self) -> str:
        """The period in its word: "2024", "2024-H1"."""
        return self._text(t.TEXT_PERIOD)

    @property
    def period_start(self) -> datetime.date:
        """The first day of the period."""
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
    def condition_in(self) -> Optional[str]:
        """What the number of a rise or a fall is in: "value", "percent" or "points"; else None."""
        return word_of(CHANGES_IN, self._info.condition_in) if self._info.condition_in else None

    @property
    def then(self) -> Optional[Then]:
        """What has to hold beside a change; None where nothing has."""
        return then_of(self._text, t.TEXT_THEN)

    def wording(self, lang: str = "vi") -> Optional[str]:
        """The whole condition in signs, its numbers with the marks of the language: "+4,5 % và ≥ 60"."""
        return self._text(t.TEXT_WORDING, lang) or None

    @property
    def verdict(self) -> Verdict:
        """What the condition says of the period, or a hand where no rule does."""
        return Verdict(self._info.verdict)

    @property
    def verdict_reason(self) -> Optional[str]:
        """Why there is no verdict; None if there is one."""
        return name_of_code(self._info.verdict_reason)

    @property
    def near(self) -> Optional[Near]:
        """How far off is near the condition; None where nothing is."""
        value = _decimal(self._text(t.TEXT_NEAR))
        return None if value is None else Near(value, word_of(CHANGES_IN, self._info.near_in))

    @property
    def provisional(self) -> Verdict:
        """While the period is open: what the condition says of what is there by the day."""
        return Verdict(self._info.provisional)

    @property
    def final(self) -> bool:
        """Whether the period is over, so that only new reports can change the verdict."""
        return bool(self._info.is_final)

    @property
    def course(self) -> Course:
        """What has become of the way from the base to the condition."""
        return Course(self._info.course)

    @property
    def course_reason(self) -> Optional[str]:
        """Why there is no course; None if there is one."""
        return name_of_code(self._info.course_reason)

    @property
    def judged_by(self) -> Optional[str]:
        """Who gave the verdict by hand; None where the condition gives it, or there is none."""
        return self.judge if self._info.by_hand else None

    @property
    def hand_verdict(self) -> Verdict:
        """The verdict given by hand on the whole period. It counts where no rule gives one."""
        return Verdict(self._info.hand_verdict)

    @property
    def judge(self) -> Optional[str]:
        """Who gave the verdict by hand, whether or not it counts."""
        return self._text(t.TEXT_JUDGE) or None

    @property
    def range(self) -> Optional[Tuple[Decimal, Decimal]]:
        """The result where one report gives a range: there is no `actual` then."""
        lower, upper = _decimal(self._text(t.TEXT_RANGE_LOWER)), _decimal(self._text(t.TEXT_RANGE_UPPER))
        return None if lower is None or upper is None else (lower, upper)

    @property
    def words(self) -> Optional[str]:
        """The result where one report gives it in words: there is no `actual` then."""
        return self._text(t.TEXT_WORDS) or None

    @property
    def average(self) -> Optional[Growth]:
        """Of a growth over several years that was computed: what the actual is the average growth a year of."""
        if not self._info.average_years:
            return None
        first, last = self._text(t.TEXT_AVERAGE_FIRST), self._text(t.TEXT_AVERAGE_LAST)
        return Growth(fraction_of(first), fraction_of(last), self._info.average_years)

    @property
    def cut(self) -> Optional[int]:
        """Where that average is no fraction: how many of its digits after the point, as a plain number, the
        exact actual has, with a 5 behind them. Every figure is printed as the average would have it."""
        return self._info.cut if self._info.has_cut else None

    @property
    def targets(self) -> Tuple[int, ...]:
        """Positions in `plan.targets` of those that the row is of: one, the parts of a whole, or none."""
        return tuple(call_for_room(ctypes.c_int64, library.tiendo_report_row_targets, self._handle, self._position))

    @property
    def origins(self) -> Tuple[Origin, ...]:
        """Of each of `targets` the unit that it names and the part of it that came to the unit of the row:
        of what was not carried to another map that unit itself, and all."""
        units = call_for_room(ctypes.c_int64, library.tiendo_report_row_origins, self._handle, self._position)
        return tuple(Origin(unit, self._share(at)) for at, unit in enumerate(units))

    @property
    def is_part(self) -> bool:
        """Whether it is a target that adds to others; a whole follows them."""
        return bool(self._info.is_part)

    @property
    def not_carried(self) -> Optional[str]:
        """Why targets that were carried to another map make no condition; None if they do."""
        return name_of_code(self._info.not_carried)

    @property
    def schedule(self) -> Schedule:
        """How the actual stands to what was expected by the day."""
        return Schedule(self._info.schedule)

    @property
    def schedule_reason(self) -> Optional[str]:
        """Why there is no schedule; None if there is one."""
        return name_of_code(self._info.schedule_reason)

    @property
    def expected_on(self) -> Optional[datetime.date]:
        """The day by which `expected` is to be reached; None where nothing is expected."""
        return date_of(self._info.expected_on) if self._info.has_expected_on else None

    @property
    def state(self) -> State:
        """Where the row stands."""
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

    @property
    def status(self) -> Optional[str]:
        """The least final of the reports that count: "estimate", "preliminary" or "official"."""
        return word_of(FINALITIES, self._info.finality) if self._info.has_finality else None

    @property
    def qualifier(self) -> Optional[str]:
        """The hedge before the number, as printed: "about", "over" or "under"; None for none."""
        return word_of(QUALIFIERS, self._info.qualifier)

    @property
    def base(self) -> Optional[str]:
        """Which value of the year before is compared with: "latest", "first_published", "as_of_report"."""
        return word_of(BASES, self._info.base)

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

    def trace(self, digits: Optional[int] = None, rounding: Optional[str] = None) -> str:
        """How the row came about as JSON (tiendo-trace/1), for programs."""
        return text_of(
            library.tiendo_report_trace,
            self._handle,
            self._position,
            digits_of(digits),
            rounding_of(rounding),
        )

    def as_dict(self) -> Dict[str, Any]:
        """What the row says by the names of its attributes, figures as printed:
        pandas.DataFrame(row.as_dict() for row in report)."""
        return {name: getattr(self, name) for name in _attributes(type(self))}

    def __eq__(self, other: object) -> bool:
        """Whether both say the same; figures are compared as they are printed."""
        if not isinstance(other, Row):
            return NotImplemented
        return self.as_dict() == other.as_dict()

    def __hash__(self) -> int:
        return hash((self.indicator, self.unit, self.project, self.period, self.assigner))

    def __repr__(self) -> str:
        return f"<Row {self.indicator} {self.unit} {self.period} by {self.assigner}>"

    def _text(self, number: int, lang: str = "vi") -> str:
        language = number_of("lang", LANGUAGES, lang)
        function = library.tiendo_report_row_text
        return text_of(function, self._handle, self._position, number, language)

    def _share(self, target: int) -> Optional[Fraction]:
        function = library.tiendo_report_row_origin_share
        text = call_for_text(function, self._handle, self._position, target)
        return None if text is None else fraction_of(text)

    def _exact(self, field: str) -> Optional[Fraction]:
        number = number_of("field", FIELDS, field)
        function = library.tiendo_report_figure_exact
        text = call_for_text(function, self._handle, self._position, number, 0)
        return None if text is None else fraction_of(text)


def _attributes(kind: type) -> List[str]:
    """The names of what rows have, in the order in which they are declared, but for `exact`."""
    found = [name for name, thing in vars(kind).items() if isinstance(thing, (property, _Rounded))]
    return [name for name in found if not name.startswith("_") and name != "exact"]


def then_of(text: Callable[[int], str], first: int) -> Optional[Then]:
    """What has to hold beside a change, of the texts that begin with this one."""
    condition = text(first)
    return Then(condition, *(_decimal(text(first + i)) for i in (1, 2, 3))) if condition else None


def word_of(words: Mapping[Optional[str], int], number: int) -> Optional[str]:
    """The word of a number; one that a newer library has and we do not is shown as its number."""
    return next((word for word, known in words.items() if known == number), str(number))


def _decimal(text: str) -> Optional[Decimal]:
    """From text, which is exact; arithmetic on Decimals would round to the precision in force."""
    return Decimal(text) if text else None
