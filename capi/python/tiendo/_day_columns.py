"""Days and periods as columns: many texts read or written in one call."""

from __future__ import annotations

import array
import ctypes
import datetime
from typing import Any, Iterable, List, NamedTuple, Optional, Tuple

from ._call import call, call_for_rows, call_for_texts, date_of, days_of, int_of, name_of_code
from ._column import joined, texts_info
from ._library import library
from ._memory import Memory, is_set
from ._period import Period


class ParsedDays(NamedTuple):
    """Days that were read from texts."""

    #: None where there was no text, or where it was refused.
    days: List[Optional[datetime.date]]
    #: Why a text was refused: "date_not_real"; None for all others.
    reasons: List[Optional[str]]


class ParsedPeriods(NamedTuple):
    """Periods that were read from texts."""

    #: None where there was no text, or where it was refused.
    periods: List[Optional[Period]]
    #: Why a text was refused: "period_syntax"; None for all others.
    reasons: List[Optional[str]]


def parse_days(texts: Iterable[Optional[str]]) -> ParsedDays:
    """Reads days written as 2024-06-30; one that is refused leaves the others."""
    given = joined(texts)  # whose buffers stay while they are read
    info = texts_info(given)
    days, bits, codes = _ints(info.count), _bits(info.count), _ints(info.count)
    where = days.address, bits.address, codes.address
    call_for_rows(library.tiendo_column_parse_days, ctypes.byref(info), *where)
    numbers = days.view.cast("i")
    read = [date_of(number) if is_set(bits, row) else None for row, number in enumerate(numbers)]
    return ParsedDays(read, _names(codes))


def parse_periods(texts: Iterable[Optional[str]]) -> ParsedPeriods:
    """Reads periods written as 2024, 2024-H1, 2024-06 and so on; one that is refused leaves the others."""
    given = joined(texts)  # whose buffers stay while they are read
    info = texts_info(given)
    starts, ends, bits, codes = _ints(info.count), _ints(info.count), _bits(info.count), _ints(info.count)
    where = starts.address, ends.address, bits.address, codes.address
    call_for_rows(library.tiendo_column_parse_periods, ctypes.byref(info), *where)
    both = enumerate(zip(starts.view.cast("i"), ends.view.cast("i")))
    read = [Period(date_of(a), date_of(b)) if is_set(bits, row) else None for row, (a, b) in both]
    return ParsedPeriods(read, _names(codes))


def format_days(days: Iterable[Optional[datetime.date]]) -> List[Optional[str]]:
    """Writes days as 2024-06-30."""
    rows = list(days)
    numbers, bits = _numbers(rows)
    return _written(library.tiendo_column_format_days, (numbers,), bits, [day is not None for day in rows])


def format_periods(periods: Iterable[Optional[Period]]) -> List[Optional[str]]:
    """Writes periods as documents name them, 2024-H1."""
    rows = list(periods)
    starts, bits = _numbers([None if period is None else period.start for period in rows])
    ends, _ = _numbers([None if period is None else period.end for period in rows])
    there = [period is not None for period in rows]
    return _written(library.tiendo_column_format_periods, (starts, ends), bits, there)


def add_to_days(
    days: Iterable[Optional[datetime.date]], months: int = 0, more_days: int = 0
) -> List[Optional[datetime.date]]:
    """Adds months, then days; a day that the new month does not have becomes its last one."""
    rows = list(days)
    numbers, bits = _numbers(rows)
    results = _ints(len(rows))
    function, given = library.tiendo_column_add_to_days, (numbers.address, bits.address, len(rows))
    call(function, *given, int_of("months", months), int_of("more_days", more_days), results.address)
    reached = results.view.cast("i")
    return [None if day is None else date_of(number) for day, number in zip(rows, reached)]


def _ints(count: int) -> Memory:
    return Memory(bytearray(4 * count))


def _bits(count: int) -> Memory:
    return Memory(bytearray((count + 7) // 8))


def _names(codes: Memory) -> List[Optional[str]]:
    return [name_of_code(code) for code in codes.view.cast("i")]


def _numbers(rows: List[Optional[datetime.date]]) -> Tuple[Memory, Memory]:
    """Days as the library counts them, and which there are."""
    bits = bytearray((len(rows) + 7) // 8)
    for row, day in enumerate(rows):
        bits[row >> 3] |= (day is not None) << (row & 7)
    return Memory(array.array("i", [0 if day is None else days_of(day) for day in rows])), Memory(bits)


def _written(
    function: Any, columns: Tuple[Memory, ...], bits: Memory, there: List[bool]
) -> List[Optional[str]]:
    """The texts of the rows that there are."""
    count = len(there)
    offsets = Memory(bytearray(8 * (count + 1)))
    given = (*(column.address for column in columns), bits.address, count, offsets.address)
    data = call_for_texts(function, *given, capacity=24 * count)
    ends = offsets.view.cast("q")
    return [
        data[start:end].decode() if is_there else None
        for is_there, start, end in zip(there, ends, ends[1:])
    ]
