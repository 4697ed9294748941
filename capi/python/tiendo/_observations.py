"""What has been reported: the rows of a book, read one by one and appended as columns."""

from __future__ import annotations

import array
import collections.abc
import ctypes
import datetime
import sys
from decimal import Decimal
from typing import Any, Callable, Dict, Iterable, Iterator, List, Mapping, NamedTuple, Optional, Tuple, Union, overload

from . import _table as t
from ._call import Handle, call, call_reading, count_of, date_of, days_of, int_of, new_struct, text_of
from ._column import DecimalColumn
from ._library import library
from ._memory import Memory
from ._period import Period
from ._words import FINALITIES, FORMS, QUALIFIERS, STANDINGS, VERDICTS, number_of

_STANDING_CODES: Mapping[Optional[str], int] = {None: 0, **STANDINGS}

#: One word for all rows, a word (or None) for each, or (indexes, words): a dictionary as in Arrow.
Words = Union[None, str, Iterable[Optional[str]], Tuple[Any, Iterable[str]]]


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

    def append_columns(
        self,
        indicator: Words,
        period: Any,
        value: Any = None,
        *,
        scale: Optional[int] = None,
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

        Words are one for all rows, one for each, or (indexes, words) with a buffer of 32-bit indexes.
        `period` is one for all rows, one for each (a word or a Period), or (starts, ends): buffers of
        32-bit days from 1970-01-01, the ends excluded. Numbers are a DecimalColumn, a list of Decimals,
        ints and None, or, of `value` with a `scale`, a buffer of 64-bit integers without their points.
        `recorded_on` is one date, a date or None for each row, or a buffer of 32-bit days.
        """
        columns = _Columns(_count(indicator, period))
        columns.words("indicator", indicator)
        columns.periods(period)
        columns.values(value, scale)
        columns.numbers("numerator", numerator)
        columns.numbers("denominator", denominator)
        columns.numbers("value_to", value_to)
        for name, given in (("unit", unit), ("project", project), ("work_stage", work_stage),
                            ("source", source), ("note", note), ("words", words), ("judge", judge)):
            columns.words(name, given)
        for name, given, codes in (("form", form, FORMS), ("standing", standing, _STANDING_CODES),
                                   ("finality", status, FINALITIES), ("qualifier", qualifier, QUALIFIERS),
                                   ("verdict", verdict, VERDICTS)):
            columns.codes(name, given, codes)
        columns.recorded(recorded_on)
        columns.integers("revision", revision)
        self._change(lambda handle: call_reading(
            library.tiendo_observations_append_columns, handle, ctypes.byref(columns.info)))


def _count(indicator: Words, period: Any) -> int:
    """How many rows there are: as many as one of the needed columns has."""
    for given in (indicator, period):
        if isinstance(given, tuple) and len(given) == 2 and not isinstance(given[0], (str, Period)):
            return _rows_of(given[0])
        if not isinstance(given, (str, Period)) and given is not None:
            return len(given)  # type: ignore[arg-type]
    raise ValueError("indicator or period must have a word for each row")


def _rows_of(buffer: Any) -> int:
    return len(buffer) if not _is_buffer(buffer) else memoryview(buffer).nbytes // memoryview(buffer).itemsize


def _is_buffer(given: Any) -> bool:
    try:
        memoryview(given)
    except TypeError:
        return False
    return True


class _Columns:
    """The structure that the library takes, and the memory it refers to."""

    def __init__(self, count: int) -> None:
        self._count = count
        self._kept: List[Any] = []
        self.info = new_struct(t.ObservationColumns)
        self.info.count = count

    def _checked(self, name: str, rows: int) -> None:
        if rows != self._count:
            raise ValueError(f"{name} has {rows} rows, the others have {self._count}")

    def _memory(self, name: str, given: Any, kind: str) -> Optional[int]:
        """The address of the integers of a column: `kind` is "i" (32 bits) or "q" (64 bits)."""
        if not _is_buffer(given):
            given = array.array(kind, list(given))
        view = memoryview(given)
        own = {"little": "<", "big": ">"}[sys.byteorder]
        if view.format.lstrip("@=" + own) not in ("i", "l", "q") or view.itemsize != array.array(kind).itemsize:
            raise TypeError(f"{name} must hold integers of {8 * array.array(kind).itemsize} bits")
        self._checked(name, view.nbytes // view.itemsize)
        self._kept.append(Memory(view))
        return self._kept[-1].address  # type: ignore[no-any-return]

    def integers(self, name: str, given: Any) -> None:
        if given is not None:
            setattr(self.info, name, self._memory(name, given, "i"))

    def words(self, name: str, given: Words) -> None:
        if given is None:
            return
        if isinstance(given, tuple) and len(given) == 2 and not isinstance(given[0], (str, type(None))):
            indexes, known = given[0], list(given[1])
        else:
            rows = [given] * self._count if isinstance(given, str) else list(given)
            positions: Dict[Optional[str], int] = {None: -1}
            known = []
            for word in rows:
                if word not in positions:
                    positions[word] = len(known)
                    known.append(word)
            indexes = array.array("i", [positions[word] for word in rows])
        texts = [word.encode("utf-8", "surrogatepass") for word in known]
        ends = array.array("q", [0])
        for text in texts:
            ends.append(ends[-1] + len(text))
        info, words = new_struct(t.WordsInfo), new_struct(t.TextsInfo)
        data, offsets = Memory(b"".join(texts)), Memory(ends)
        words.offset_size, words.count = 8, len(texts)
        words.bytes, words.byte_count, words.offsets = data.address, len(data.view), offsets.address
        info.indexes = self._memory(name, indexes, "i")
        info.words = ctypes.pointer(words)
        self._kept += [data, offsets, words, info]
        setattr(self.info, name, ctypes.pointer(info))

    def periods(self, given: Any) -> None:
        if isinstance(given, tuple) and len(given) == 2 and not isinstance(given[0], (str, Period)):
            starts, ends = given
        else:
            rows = [given] * self._count if isinstance(given, (str, Period)) else list(given)
            read = {row: row if isinstance(row, Period) else Period.parse(row) for row in set(rows)}
            starts = array.array("i", [days_of(read[row].start) for row in rows])
            ends = array.array("i", [days_of(read[row].end) for row in rows])
        self.info.period_start = self._memory("period", starts, "i")
        self.info.period_end = self._memory("period", ends, "i")

    def values(self, given: Any, scale: Optional[int]) -> None:
        if scale is None or isinstance(given, DecimalColumn) or not _is_buffer(given):
            self.numbers("value", given, scale)
            return
        self.info.scale = int_of("scale", scale, 32)
        self.info.coefficients = self._memory("value", given, "q")

    def numbers(self, name: str, given: Any, scale: Optional[int] = None) -> None:
        if given is None:
            return
        column = given if isinstance(given, DecimalColumn) else DecimalColumn(given, scale)
        self._checked(name, len(column))
        info = new_struct(t.ColumnInfo)
        values = Memory(column.values)
        info.scale, info.count, info.values16 = column.scale, len(column), values.address
        if column.validity is not None:
            self._kept.append(Memory(column.validity))
            info.validity = self._kept[-1].address
        self._kept += [column, values, info]
        setattr(self.info, name, ctypes.pointer(info))

    def codes(self, name: str, given: Words, numbers: Mapping[Optional[str], int]) -> None:
        if given is None:
            return
        rows = [given] * self._count if isinstance(given, str) else list(given)
        self._checked(name, len(rows))
        known = {word: number_of(name, numbers, word) for word in set(rows)}  # type: ignore[arg-type]
        self._kept.append(Memory(bytes(known[word] for word in rows)))  # type: ignore[index]
        setattr(self.info, name, self._kept[-1].address)

    def recorded(self, given: Any) -> None:
        if given is None:
            return
        if not _is_buffer(given):
            rows = [given] * self._count if isinstance(given, datetime.date) else list(given)
            bits = bytearray((self._count + 7) // 8)
            for row, day in enumerate(rows[: self._count]):
                bits[row >> 3] |= (day is not None) << (row & 7)
            self._kept.append(Memory(bits))
            self.info.recorded_on_validity = self._kept[-1].address
            given = array.array("i", [0 if day is None else days_of(day) for day in rows])
        self.info.recorded_on = self._memory("recorded_on", given, "i")


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
