"""Columns of a caller as structures of the library, which refer to his memory: nothing is copied
that lies in a buffer of the right kind (bytes, array, NumPy, Arrow).
"""

from __future__ import annotations

import array
import ctypes
import sys
from typing import Any, Dict, Iterable, List, Mapping, Optional, Tuple, Union

from . import _table as t
from ._call import days_of, new_struct
from ._memory import Memory
from ._period import Period
from ._words import number_of

#: One word for all rows, a word (or None) for each, or (indexes, words): a dictionary as in Arrow.
Words = Union[None, str, Iterable[Optional[str]], Tuple[Any, Optional[Iterable[str]]]]

#: The sizes of integers in buffers, and the letters that memoryview has for them.
_LETTERS = {"b": "bB", "i": "ilq", "q": "ilq"}


def count_of_rows(indicator: Words, period: Any) -> int:
    """How many rows there are: as many as one of the needed columns has."""
    for given in (indicator, period):
        if isinstance(given, tuple) and len(given) == 2 and not isinstance(given[0], (str, Period)):
            return _rows_of(given[0])
        if not isinstance(given, (str, Period)) and given is not None:
            return len(given)
    raise ValueError("indicator or period must have a word for each row")


def _rows_of(buffer: Any) -> int:
    return len(buffer) if not is_buffer(buffer) else memoryview(buffer).nbytes // memoryview(buffer).itemsize


def is_buffer(given: Any) -> bool:
    """Whether it has memory of its own that can be read where it is."""
    try:
        memoryview(given)
    except TypeError:
        return False
    return True


class Columns:
    """The structure that the library takes, and the memory it refers to."""

    def __init__(self, kind: Any, count: int) -> None:
        self._count = count
        self._kept: List[Any] = []
        self._dictionaries: Dict[int, Any] = {}
        self.info = new_struct(kind)
        self.info.count = count

    def checked(self, name: str, rows: int) -> None:
        """Refuses a column with more or fewer rows than the others."""
        if rows != self._count:
            raise ValueError(f"{name} has {rows} rows, the others have {self._count}")

    def memory(self, name: str, given: Any, kind: str) -> int:
        """The address of the integers of a column: `kind` is "b" (8 bits), "i" (32) or "q" (64)."""
        if not is_buffer(given):
            given = array.array(kind, list(given))
        view = memoryview(given)
        own = {"little": "<", "big": ">"}[sys.byteorder]
        size = array.array(kind).itemsize
        if view.format.lstrip("@=" + own) not in _LETTERS[kind] or view.itemsize != size:
            raise TypeError(f"{name} must hold integers of {8 * size} bits")
        self.checked(name, view.nbytes // size)
        self._kept.append(Memory(view))
        return self._kept[-1].address  # type: ignore[no-any-return]

    def bits(self, name: str, given: Any) -> None:
        """A bitmap: a buffer of Arrow, or something that is true or not for each row."""
        if given is None:
            return
        if not is_buffer(given):
            rows = list(given)
            self.checked(name, len(rows))
            bits = bytearray((self._count + 7) // 8)
            for row, there in enumerate(rows):
                bits[row >> 3] |= bool(there) << (row & 7)
            given = bits
        memory = Memory(given)
        if len(memory.view) < (self._count + 7) // 8:
            raise ValueError(f"{name} has {len(memory.view)} bytes, too few for {self._count} rows")
        self._kept.append(memory)
        setattr(self.info, name, memory.address)

    def integers(self, name: str, given: Any) -> None:
        """A column of integers of 32 bits."""
        if given is not None:
            setattr(self.info, name, self.memory(name, given, "i"))

    def small(self, name: str, given: Any) -> None:
        """A column of small numbers, one byte each."""
        if given is not None:
            setattr(self.info, name, self.memory(name, given, "b"))

    def words(self, name: str, given: Words) -> None:
        """A column of words, as indexes into a dictionary."""
        if given is None:
            return
        if isinstance(given, tuple) and len(given) == 2 and not isinstance(given[0], (str, type(None))):
            indexes, words = given[0], None if given[1] is None else self._dictionary(given[1])
        else:
            rows = self._rows(given)
            positions: Dict[Optional[str], int] = {None: -1}
            known: List[str] = []
            for word in rows:
                if word is not None and word not in positions:
                    positions[word] = len(known)
                    known.append(word)
            indexes, words = array.array("i", [positions[word] for word in rows]), self._dictionary(known)
        info = new_struct(t.WordsInfo)
        info.indexes = self.memory(name, indexes, "i")
        if words is not None:
            info.words = ctypes.pointer(words)
        self._kept.append(info)
        setattr(self.info, name, ctypes.pointer(info))

    def _rows(self, given: Any) -> List[Optional[str]]:
        """A word, or None, for each row."""
        return [given] * self._count if isinstance(given, str) else list(given)

    def _dictionary(self, known: Any) -> Any:
        """The texts of a dictionary; of one that several columns have, the same."""
        if id(known) not in self._dictionaries:
            texts = [word.encode("utf-8", "surrogatepass") for word in known]
            ends = array.array("q", [0])
            for text in texts:
                ends.append(ends[-1] + len(text))
            words = new_struct(t.TextsInfo)
            data, offsets = Memory(b"".join(texts)), Memory(ends)
            words.offset_size, words.count = 8, len(texts)
            words.bytes, words.byte_count, words.offsets = data.address, len(data.view), offsets.address
            self._kept += [known, data, offsets]
            self._dictionaries[id(known)] = words
        return self._dictionaries[id(known)]

    def periods(self, given: Any) -> None:
        """A column of periods, as first day and day after the last."""
        if isinstance(given, tuple) and len(given) == 2 and not isinstance(given[0], (str, Period)):
            starts, ends = given
        else:
            rows = [given] * self._count if isinstance(given, (str, Period)) else list(given)
            read = {row: row if isinstance(row, Period) else Period.parse(row) for row in set(rows)}
            starts = array.array("i", [days_of(read[row].start) for row in rows])
            ends = array.array("i", [days_of(read[row].end) for row in rows])
        self.info.period_start = self.memory("period", starts, "i")
        self.info.period_end = self.memory("period", ends, "i")

    def codes(self, name: str, given: Words, numbers: Mapping[Optional[str], int]) -> None:
        """A column of words that stand for numbers of the library."""
        if given is None:
            return
        if is_buffer(given):
            self.small(name, given)
            return
        rows = self._rows(given)
        self.checked(name, len(rows))
        known = {word: number_of(name, numbers, word) for word in set(rows)}
        self._kept.append(Memory(bytes(known[word] for word in rows)))
        setattr(self.info, name, self._kept[-1].address)
