"""What the library hands over by Arrow, as a DataFrame of pandas, which is imported when it is asked for."""

from __future__ import annotations

import ctypes
import importlib
from typing import TYPE_CHECKING, Any, Dict, List

from ._arrow import pointer_of
from ._numbers import decimal_of_words

if TYPE_CHECKING:
    import pandas  # type: ignore[import]


class _Schema(ctypes.Structure):
    """ArrowSchema."""


class _Array(ctypes.Structure):
    """ArrowArray."""


class _Stream(ctypes.Structure):
    """ArrowArrayStream."""


_RELEASE = ctypes.CFUNCTYPE(None, ctypes.c_void_p)
_Schema._fields_ = [
    ("format", ctypes.c_char_p),
    ("name", ctypes.c_char_p),
    ("metadata", ctypes.c_void_p),
    ("flags", ctypes.c_int64),
    ("n_children", ctypes.c_int64),
    ("children", ctypes.POINTER(ctypes.POINTER(_Schema))),
    ("dictionary", ctypes.POINTER(_Schema)),
    ("release", _RELEASE),
    ("private_data", ctypes.c_void_p),
]
_Array._fields_ = [
    ("length", ctypes.c_int64),
    ("null_count", ctypes.c_int64),
    ("offset", ctypes.c_int64),
    ("n_buffers", ctypes.c_int64),
    ("n_children", ctypes.c_int64),
    ("buffers", ctypes.POINTER(ctypes.c_void_p)),
    ("children", ctypes.POINTER(ctypes.POINTER(_Array))),
    ("dictionary", ctypes.POINTER(_Array)),
    ("release", _RELEASE),
    ("private_data", ctypes.c_void_p),
]
_GET = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)
_Stream._fields_ = [
    ("get_schema", _GET),
    ("get_next", _GET),
    ("get_last_error", ctypes.c_void_p),
    ("release", _RELEASE),
    ("private_data", ctypes.c_void_p),
]


def frame_of(table: Any, coefficients: bool) -> "pandas.DataFrame":
    """The one array of a stream of the library as a DataFrame, in memory of its own."""
    frames = importlib.import_module("pandas")
    capsule = table.__arrow_c_stream__()  # which releases the stream when it ends
    address = pointer_of(capsule, b"arrow_array_stream")
    stream, schema, array = _Stream.from_address(address), _Schema(), _Array()
    try:
        for get, out in ((stream.get_schema, schema), (stream.get_next, array)):
            if get(address, ctypes.addressof(out)) != 0:
                raise MemoryError("a table could not be taken over")
        columns: Dict[str, Any] = {}
        scales: Dict[str, int] = {}
        for child, buffers in zip(schema.children[: schema.n_children], array.children[: schema.n_children]):
            column = _Column(child[0], buffers[0], frames)
            columns[column.name] = column.numbers(scales) if coefficients else column.values()
        frame = frames.DataFrame(columns, index=frames.RangeIndex(array.length))
        if coefficients:
            frame.attrs["scales"] = scales
        return frame
    finally:
        for structure in (array, schema):
            if structure.release:
                structure.release(ctypes.addressof(structure))


class _Column:
    """A column as the library makes them: without an offset, of the types that are named here."""

    def __init__(self, schema: Any, array: Any, frames: Any) -> None:
        self.name, self._form = schema.name.decode(), schema.format.decode()
        self._schema, self._array, self._frames = schema, array, frames
        self._numpy = importlib.import_module("numpy")
        self._rows = array.length
        bits = array.buffers[0]
        self._absent = self._numpy.zeros(self._rows, bool) if not bits else ~self._bits(0)

    def numbers(self, scales: Dict[str, int]) -> Any:
        """As values(), but decimals without their points, whose digits after it are put into `scales`."""
        if not self._form.startswith("d:"):
            return self.values()
        scales[self.name] = self._scale
        low, high = self._buffer(1, "<i8", 2 * self._rows).reshape(-1, 2).T
        if (high != low >> 63).any():
            raise OverflowError(f"{self.name} has numbers of more than 64 bits")
        return self._frames.arrays.IntegerArray(low.copy(), self._absent)

    def values(self) -> Any:
        """The rows as pandas has them, in memory of their own."""
        if self._schema.dictionary:
            words = _Column(self._schema.dictionary[0], self._array.dictionary[0], self._frames).values()
            indexes = self._numpy.where(self._absent, -1, self._buffer(1, "<i4", self._rows))
            return self._frames.Categorical.from_codes(indexes, words)
        if self._form == "tdD":
            days = self._buffer(1, "<i4", self._rows).astype("int64").view("datetime64[D]")
            return self._numpy.where(self._absent, self._numpy.datetime64("NaT"), days).astype("datetime64[s]")
        if self._form == "b":
            return self._frames.arrays.BooleanArray(self._bits(1), self._absent)
        if self._form in ("i", "l"):
            numbers = self._buffer(1, {"i": "<i4", "l": "<i8"}[self._form], self._rows)
            return self._frames.arrays.IntegerArray(numbers.copy(), self._absent)
        found = self._decimals() if self._form.startswith("d:") else self._texts()
        column = self._numpy.empty(self._rows, object)
        column[:] = [None if absent else value for absent, value in zip(self._absent, found)]
        return column

    @property
    def _scale(self) -> int:
        return int(self._form.split(",")[1])

    def _decimals(self) -> List[Any]:
        data = ctypes.string_at(self._array.buffers[1], 16 * self._rows)
        return [decimal_of_words(data[at : at + 16], self._scale) for at in range(0, len(data), 16)]

    def _texts(self) -> List[str]:
        ends = self._buffer(1, "<i4", self._rows + 1)
        data = ctypes.string_at(self._array.buffers[2], int(ends[-1]))
        return [data[start:end].decode() for start, end in zip(ends, ends[1:])]

    def _bits(self, which: int) -> Any:
        packed = self._buffer(which, "u1", (self._rows + 7) // 8)
        return self._numpy.unpackbits(packed, count=self._rows, bitorder="little").astype(bool)

    def _buffer(self, which: int, kind: str, count: int) -> Any:
        """What is at an address, which is used before the array is released."""
        size = self._numpy.dtype(kind).itemsize * count
        return self._numpy.frombuffer(ctypes.string_at(self._array.buffers[which], size) if size else b"", kind)
