"""What has been reported: the rows of a book, read one by one and appended as columns."""

from __future__ import annotations

import array
import collections.abc
import ctypes
import datetime
from decimal import Decimal
from typing import (
    TYPE_CHECKING,
    Any,
    Callable,
    Iterator,
    List,
    Mapping,
    NamedTuple,
    Optional,
    Union,
    overload,
)

from . import _table as t
from ._arrow import is_stream, pointer_of, stream_capsule
from ._call import (
    Handle,
    call,
    call_reading,
    count_of,
    date_of,
    days_of,
    encoded,
    int_of,
    name_of_code,
    new_struct,
    text_of,
)
from ._column import DecimalColumn
from ._columns import Columns, Words, count_of_rows, is_buffer
from ._errors import Error
from ._frames import frame_of
from ._library import library
from ._memory import Memory
from ._period import Period, struct_of
from ._selections import Selection, select
from ._watch import Watcher, watched
from ._words import EDITIONS, FINALITIES, FORMS, QUALIFIERS, STANDINGS, VERDICTS, number_of

if TYPE_CHECKING:
    import pandas  # type: ignore[import]

_STANDING_CODES: Mapping[Optional[str], int] = {None: 0, **STANDINGS}
#: The columns of texts but the one that each row needs.
_TEXTS = ("unit", "project", "work_stage", "source", "note", "words", "judge")


class Observation(NamedTuple):
    """One reported fact, with defaults filled in; None for what it does not have."""

    indicator: str
    unit: str
    project: Optional[str]
    work_stage: Optional[str]
    period: Period
    #: "increment", "to_date" or "level".
    form: str
    #: "n/a", "withheld", "unchanged", "yes", "no", "range" or "words"; None where there is a number.
    standing: Optional[str]
    value: Optional[Decimal]
    numerator: Optional[Decimal]
    denominator: Optional[Decimal]
    #: "estimate", "preliminary" or "official".
    status: str
    #: "about", "over" or "under"; None for an exact number.
    qualifier: Optional[str]
    recorded_on: datetime.date
    revision: int
    source: Optional[str]
    note: Optional[str]
    #: Of a range the upper end; `value` is the lower one.
    value_to: Optional[Decimal]
    #: The result in words.
    words: Optional[str]
    #: "exceeded", "met", "near" or "missed", given by hand; and who gave it.
    verdict: Optional[str]
    judge: Optional[str]


class Observations(collections.abc.Sequence):  # type: ignore[type-arg]
    """The observations of a book, in the order in which they were appended.

    Made by Book.observations; it sees what is appended to the book later. Rows taken from it stay.
    Partial.reports() makes one that is of no book.
    """

    def __init__(self, handle: Callable[[], Handle], change: Callable[[Callable[[Handle], Any]], Any]) -> None:
        self._handle = handle
        self._change = change

    def __len__(self) -> int:
        return count_of(library.tiendo_observations_count, self._handle())

    @overload
    def __getitem__(self, index: int) -> Observation: ...
    @overload
    def __getitem__(self, index: slice) -> List[Observation]: ...
    def __getitem__(self, index: Union[int, slice]) -> Union[Observation, List[Observation]]:
        count = len(self)
        if isinstance(index, slice):
            return [_row(self._handle(), i) for i in range(*index.indices(count))]
        position = index + count if index < 0 else index
        if not 0 <= position < count:
            raise IndexError(f"there is no observation {index}, there are {count}")
        return _row(self._handle(), position)

    def __iter__(self) -> Iterator[Observation]:
        return (self[index] for index in range(len(self)))

    def select(
        self,
        indicator: str,
        window: Union[Period, str],
        as_of: datetime.date,
        known_on: Optional[datetime.date] = None,
        *,
        unit: Optional[str] = None,
        project: Optional[str] = None,
        work_stage: Optional[str] = None,
        edition: str = "latest",
        goes_on: bool = False,
    ) -> Selection:
        """Which reports of an indicator, of a unit (None: that of the plan) or a project there, count in a
        window on a day, as known on a day (None: all that is reported), and which do not and why.

        `edition` is "latest" or "first": which of the reports of one period counts. With `work_stage` only
        its reports count. With `goes_on` running totals go on beyond the period of the plan, as payments
        do. Raises Error for what the plan does not have.
        """
        question = new_struct(t.Question)
        days = struct_of(window if isinstance(window, Period) else Period.parse(window))
        question.period_start, question.period_end = days.start, days.end
        question.indicator, question.unit = encoded(indicator), encoded(unit)
        question.project, question.work_stage = encoded(project), encoded(work_stage)
        question.as_of = days_of(as_of)
        if known_on is not None:
            question.has_known_on, question.known_on = 1, days_of(known_on)
        question.first_edition = number_of("edition", EDITIONS, edition)
        question.goes_on = bool(goes_on)
        return select(self._handle(), question)

    def append_columns(
        self,
        indicator: Words,
        period: Any,
        value: Any = None,
        *,
        scale: Optional[int] = None,
        scales: Any = None,
        numerator: Any = None,
        denominator: Any = None,
        unit: Words = None,
        project: Words = None,
        work_stage: Words = None,
        form: Words = None,
        standing: Words = None,
        status: Words = None,
        qualifier: Words = None,
        recorded_on: Any = None,
        revision: Any = None,
        source: Words = None,
        note: Words = None,
        value_to: Any = None,
        words: Words = None,
        verdict: Words = None,
        judge: Words = None,
    ) -> None:
        """Adds many observations at once, or none when one is refused; the Error has all findings,
        each with the path "/N" of its row.

        Words are one for all rows, one for each, or (indexes, words) with a buffer of 32-bit indexes; of
        ids (indexes, None) are positions in the plan. Words of a list of the format, such as `form`, may
        also be the numbers of tiendo.h, in a buffer of bytes. `period` is one for all rows, one for each (a word or a Period), or (starts, ends): buffers of
        32-bit days from 1970-01-01, the ends excluded. Numbers are a DecimalColumn, a list of Decimals,
        ints and None, or, of `value` with a `scale`, a buffer of 64-bit integers without their points; or with `scales` such a buffer and
        one of bytes, the digits after each point, so that 12.40 stays 12.40. Buffers are read where they
        are.
        `recorded_on` is one date, a date or None for each row, or a buffer of 32-bit days.
        """
        columns = _Columns.of(
            indicator, period, value, scale=scale, scales=scales, numerator=numerator, denominator=denominator,
            unit=unit, project=project, work_stage=work_stage, form=form, standing=standing, status=status,
            qualifier=qualifier, recorded_on=recorded_on, revision=revision, source=source, note=note,
            value_to=value_to, words=words, verdict=verdict, judge=judge)
        self._change(lambda handle: call_reading(
            library.tiendo_observations_append_columns, handle, ctypes.byref(columns.info)))

    def append_rows(self, indicator: Words, period: Any, value: Any = None, **columns: Any) -> List[Optional[str]]:
        """As append_columns(), with the same columns, but says of each row why it is refused ("unknown_unit"),
        None where it is not, instead of raising Error for the first.

        Where one is refused none is added: whoever wants the others leaves those out and calls again. Of rows
        that disagree with each other the later one is refused. last_findings() has the sentences.
        """
        given = _Columns.of(indicator, period, value, **columns)
        codes, refused = Memory(bytearray(4 * given.info.count)), ctypes.c_int64()

        def append(handle: Handle) -> None:
            function = library.tiendo_observations_append_rows
            call_reading(function, handle, ctypes.byref(given.info), codes.address, ctypes.byref(refused))

        try:
            self._change(append)
        except Error as problem:
            if problem.status != "TIENDO_E_ROWS":
                raise
        return [name_of_code(code) for code in codes.view.cast("i")]

    def __arrow_c_stream__(self, requested_schema: Any = None) -> Any:
        """The observations as a table of Arrow, as append_arrow() takes it: polars.DataFrame(book.observations).

        Texts are dictionaries, days date32, numbers decimals with the largest scale that one of their column has;
        what a row does not have is null. Another schema than its own is not made.
        """
        export = library.tiendo_observations_export_arrow
        return stream_capsule(lambda address: call(export, self._handle(), address))

    def to_pandas(self, *, coefficients: bool = False) -> "pandas.DataFrame":
        """The observations as a DataFrame of pandas, which is needed for this alone: the columns of the table of
        Arrow, as Report.to_pandas() has them; `coefficients` likewise."""
        return frame_of(self, coefficients)

    def append_arrow(self, data: Any, *, progress: Optional[Watcher] = None) -> None:
        """Adds the rows of a table of Arrow (a DataFrame of Polars or pandas, a Table of pyarrow, whatever has
        __arrow_c_stream__ or __arrow_c_array__), or none when one is refused.

        Its columns are named as those of a table of observations and may stand in any order: "indicator" and
        "period" (or "period_start" and "period_end", days, the end excluded) are needed; numbers are decimals of
        128 bits or whole ones, days date32, all others texts, also as dictionaries. What stands in the place of
        a number ("n/a", "yes") has the column "standing". Floats are refused: they are not the numbers
        that were written. The Error has the path "/value" of the column or "/N" of the row, and the findings of
        the first array, or of 65,536 rows of it, that has any. `progress` is as for Book.report().
        """
        if is_stream(data):
            stream = data.__arrow_c_stream__()
            address = pointer_of(stream, b"arrow_array_stream")
            self._append(library.tiendo_observations_append_arrow_stream, progress, address)
        else:
            schema, array = data.__arrow_c_array__()
            both = pointer_of(schema, b"arrow_schema"), pointer_of(array, b"arrow_array")
            self._append(library.tiendo_observations_append_arrow, progress, *both)

    def _append(self, function: Any, progress: Optional[Watcher], *given: int) -> None:
        def append(handle: Handle) -> None:
            with watched(progress):
                call_reading(function, handle, *given)

        self._change(append)


class _Columns(Columns):
    """The columns of observations."""

    @classmethod
    def of(
        cls,
        indicator: Words,
        period: Any,
        value: Any = None,
        *,
        scale: Optional[int] = None,
        scales: Any = None,
        numerator: Any = None,
        denominator: Any = None,
        value_to: Any = None,
        form: Words = None,
        standing: Words = None,
        status: Words = None,
        qualifier: Words = None,
        verdict: Words = None,
        recorded_on: Any = None,
        revision: Any = None,
        **words: Words,
    ) -> "_Columns":
        """What append_columns() is given, which says what each may be."""
        columns = cls(t.ObservationColumns, count_of_rows(indicator, period))
        columns.words("indicator", indicator)
        columns.periods(period)
        columns.values(value, scale, scales)
        columns.numbers("numerator", numerator)
        columns.numbers("denominator", denominator)
        columns.numbers("value_to", value_to)
        for name, texts in words.items():
            if name not in _TEXTS:
                raise TypeError(f"there is no column {name!r}")
            columns.words(name, texts)
        for name, given, codes in (("form", form, FORMS), ("standing", standing, _STANDING_CODES),
                                   ("finality", status, FINALITIES), ("qualifier", qualifier, QUALIFIERS),
                                   ("verdict", verdict, VERDICTS)):
            columns.codes(name, given, codes)
        columns.recorded(recorded_on)
        columns.integers("revision", revision)
        return columns

    def values(self, given: Any, scale: Optional[int], scales: Any) -> None:
        if scales is not None:
            self.info.coefficients = self.memory("value", given, "q")
            self.small("scales", scales)
            return
        if scale is None or isinstance(given, DecimalColumn) or not is_buffer(given):
            self.numbers("value", given, scale)
            return
        self.info.scale = int_of("scale", scale, 32)
        self.info.coefficients = self.memory("value", given, "q")

    def numbers(self, name: str, given: Any, scale: Optional[int] = None) -> None:
        if given is None:
            return
        column = given if isinstance(given, DecimalColumn) else DecimalColumn(given, scale)
        self.checked(name, len(column))
        info = new_struct(t.ColumnInfo)
        values = Memory(column.values)
        info.scale, info.count, info.values16 = column.scale, len(column), values.address
        if column.validity is not None:
            self._kept.append(Memory(column.validity))
            info.validity = self._kept[-1].address
        self._kept += [column, values, info]
        setattr(self.info, name, ctypes.pointer(info))

    def recorded(self, given: Any) -> None:
        if given is None:
            return
        if not is_buffer(given):
            rows = [given] * self._count if isinstance(given, datetime.date) else list(given)
            bits = bytearray((self._count + 7) // 8)
            for row, day in enumerate(rows[: self._count]):
                bits[row >> 3] |= (day is not None) << (row & 7)
            self._kept.append(Memory(bits))
            self.info.recorded_on_validity = self._kept[-1].address
            given = array.array("i", [0 if day is None else days_of(day) for day in rows])
        self.info.recorded_on = self.memory("recorded_on", given, "i")


def _row(handle: Handle, index: int) -> Observation:
    info = new_struct(t.ObservationRow)
    call(library.tiendo_observations_row, handle, index, ctypes.byref(info))

    def text(which: int) -> Optional[str]:
        return text_of(library.tiendo_observations_row_text, handle, index, which) or None

    def number(which: int) -> Optional[Decimal]:
        found = text(which)
        return None if found is None else Decimal(found)

    return Observation(
        indicator=text(t.OBSERVATION_INDICATOR) or "",
        unit=text(t.OBSERVATION_UNIT) or "",
        project=text(t.OBSERVATION_PROJECT),
        work_stage=text(t.OBSERVATION_WORK_STAGE),
        period=Period(date_of(info.period_start), date_of(info.period_end)),
        form=_word(FORMS, info.form) or "",
        standing=_word(_STANDING_CODES, info.standing),
        value=number(t.OBSERVATION_VALUE),
        numerator=number(t.OBSERVATION_NUMERATOR),
        denominator=number(t.OBSERVATION_DENOMINATOR),
        status=_word(FINALITIES, info.finality) or "",
        qualifier=_word(QUALIFIERS, info.qualifier),
        recorded_on=date_of(info.recorded_on),
        revision=info.revision,
        source=text(t.OBSERVATION_SOURCE),
        note=text(t.OBSERVATION_NOTE),
        value_to=number(t.OBSERVATION_VALUE_TO),
        words=text(t.OBSERVATION_WORDS),
        verdict=_word(VERDICTS, info.verdict),
        judge=text(t.OBSERVATION_JUDGE),
    )


def _word(words: Mapping[Optional[str], int], number: int) -> Optional[str]:
    return next((word for word, known in words.items() if known == number), str(number))
