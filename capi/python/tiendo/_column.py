"""Columns of decimals in the memory of Arrow, computed by the library in one call each."""

from __future__ import annotations

import array
import collections.abc
import ctypes
import itertools
import operator
from decimal import Decimal
from fractions import Fraction
from typing import Any, Iterable, Iterator, List, NamedTuple, Optional, Sequence, Tuple, Union, overload

from . import _table as t
from ._call import call, call_for_rows, call_for_texts, int_of, name_of_code, new_struct
from ._errors import Error
from ._library import library
from ._memory import Memory, is_set
from ._numbers import Number, NumberFormat, Numbers, decimal_of_words, of_format, plain_text
from ._words import ROUNDINGS, number_of

# Bytes that a row takes as text, at a guess; where it is too few, the library says how many.
_TEXT_BYTES = 24


class ColumnSum(NamedTuple):
    """The sum of a column: exact, over the rows that have a value."""

    total: Decimal
    #: How many rows that are.
    count: int  # type: ignore[assignment]


class DecimalColumn(collections.abc.Sequence):  # type: ignore[type-arg]
    """Decimals of one scale, None where there is no value; never changes.

    Two buffers hold it, those of Arrow's decimal128: `values`, 16 bytes a row, little-endian, and
    `validity`, a bit a row, the lowest first. Arithmetic is exact, up to 38 digits, and a row
    without a value gives a row without one. A row that cannot be computed raises Error, whose `row`
    says which.
    """

    def __init__(self, values: Iterable[Optional[Number]], scale: Optional[int] = None) -> None:
        """A column of Decimals, ints and None. `scale`: digits after the point, None for the most
        that any value has; a value with more is refused, not rounded."""
        texts = [None if value is None else plain_text(value) for value in values]
        if scale is None:
            scale = max((len(text.partition(".")[2]) for text in texts if text is not None), default=0)
        self._adopt(*_parsed(joined(texts), scale, "plain"))

    @classmethod
    def from_buffers(cls, values: Any, validity: Any = None, *, scale: int) -> "DecimalColumn":
        """The column that lies in two buffers (bytes, bytearray, array, NumPy, Arrow); `validity` may
        be None: every row has a value. Buffers are used where they are, and must not change any more."""
        return cls._of(Memory(values), None if validity is None else Memory(validity), scale)

    @classmethod
    def parse(
        cls, texts: Iterable[Optional[str]], scale: int, numbers: Numbers = "plain"
    ) -> "DecimalColumn":
        """Reads texts as parse_number() does, with zeros added up to `scale`."""
        return cls._of(*_parsed(joined(texts), scale, numbers))

    @classmethod
    def parse_rows(
        cls, texts: Iterable[Optional[str]], scale: int, numbers: Numbers = "plain"
    ) -> "DecimalColumn":
        """As parse(), but a text that is refused leaves None in its row alone, and reason() says why."""
        given = joined(texts)
        info = texts_info(given)
        values = Memory(bytearray(16 * info.count))
        bits, codes = Memory(bytearray((info.count + 7) // 8)), Memory(bytearray(4 * info.count))
        marks = NumberFormat(point=",", group=".") if numbers == "vi" else numbers
        format = None if marks == "plain" else of_format("tiendo_column_parse", marks)[1]
        function, where = library.tiendo_column_parse_rows, (values.address, bits.address, codes.address)
        call_for_rows(function, ctypes.byref(info), format, int_of("scale", scale, 32), *where)
        column = cls._of(values, bits, scale)
        column._reasons = codes
        return column

    @classmethod
    def parse_buffers(
        cls, data: Any, offsets: Any, validity: Any = None, *, scale: int, numbers: Numbers = "plain"
    ) -> "DecimalColumn":
        """Reads texts that lie in buffers as in Arrow's utf8 or large_utf8: the bytes, one offset more
        than there are rows (4 or 8 bytes each, as the buffer's own items say), and the bitmap."""
        size = memoryview(offsets).itemsize
        bits = None if validity is None else Memory(validity)
        return cls._of(*_parsed(_Texts(Memory(data), Memory(offsets), size, bits), scale, numbers))

    @property
    def scale(self) -> int:
        """Digits after the point of every row."""
        return self._scale

    @property
    def values(self) -> memoryview:
        """16 bytes a row; 0 where the library left no value."""
        return self._values.view

    @property
    def coefficients(self) -> memoryview:
        """The numbers without their points as integers of 64 bits where they lie, so that numpy.asarray() has
        them without a copy; 0 where the library left no value. OverflowError if one needs more bits."""
        words = self._values.view.cast("q")
        low, high = words[::2], words[1::2]
        if any(above != below >> 63 for below, above in zip(low, high)):
            raise OverflowError("the column has numbers of more than 64 bits")
        return low

    @property
    def validity(self) -> Optional[memoryview]:
        """A bit a row; None if every row has a value."""
        return None if self._validity is None else self._validity.view

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, index: int) -> Optional[Decimal]: ...
    @overload
    def __getitem__(self, index: slice) -> List[Optional[Decimal]]: ...
    def __getitem__(
        self, index: Union[int, slice]
    ) -> Union[Optional[Decimal], List[Optional[Decimal]]]:
        if isinstance(index, slice):
            return [self[i] for i in range(*index.indices(self._count))]
        row = self._row(index)
        if not self._has_value(row):
            return None
        return decimal_of_words(bytes(self.values[16 * row : 16 * row + 16]), self._scale)

    def __iter__(self) -> Iterator[Optional[Decimal]]:
        return iter(self.to_list())

    def __repr__(self) -> str:
        return f"<DecimalColumn of {self._count} rows, scale {self._scale}>"

    def to_list(self) -> List[Optional[Decimal]]:
        """The rows as Decimals, None where there is no value."""
        return [None if text is None else Decimal(text) for text in self.format()]

    def format(self, numbers: Numbers = "plain") -> List[Optional[str]]:
        """The rows as texts, as format_number() writes them; None where there is no value."""
        data, offsets = self.format_buffers(numbers)
        return [
            data[start:end].decode() if self._has_value(row) else None
            for row, (start, end) in enumerate(zip(offsets, offsets[1:]))
        ]

    def format_buffers(self, numbers: Numbers = "plain") -> Tuple[bytes, "array.array[int]"]:
        """The rows as texts in the buffers of Arrow's large_utf8: the bytes and count + 1 offsets. A
        row without a value has no bytes; the bitmap is the column's own."""
        function, form = of_format("tiendo_column_format", numbers)
        offsets = Memory(bytearray(8 * (self._count + 1)))
        length = ctypes.c_int64()
        capacity = _TEXT_BYTES * self._count + 1
        while True:
            buffer = Memory(bytearray(capacity))
            text = (offsets.address, buffer.address, capacity, ctypes.byref(length))
            try:
                call(function, self._passed(), form, *text)
                return bytes(buffer.view[: length.value]), array.array("q", bytes(offsets.view))
            except Error as problem:
                if problem.status != "TIENDO_E_SMALL_BUFFER":
                    raise
                capacity = length.value + 1

    def __add__(self, other: "DecimalColumn") -> "DecimalColumn":
        return self._with(library.tiendo_column_add, other, max)

    def __sub__(self, other: "DecimalColumn") -> "DecimalColumn":
        return self._with(library.tiendo_column_subtract, other, max)

    def __mul__(self, other: "DecimalColumn") -> "DecimalColumn":
        return self._with(library.tiendo_column_multiply, other, operator.add)

    def compare(self, other: "DecimalColumn") -> List[Optional[int]]:
        """-1, 0 or 1 for each row that both have: how the value here stands to the other."""
        orders, bits = Memory(bytearray(self._count)), self._bits()
        call(
            library.tiendo_column_compare,
            self._passed(),
            _column(other)._passed(),
            orders.address,
            bits.address,
        )
        signed = orders.view.cast("b")
        return [signed[i] if is_set(bits, i) else None for i in range(self._count)]

    def round(self, digits: int, rounding: str) -> "DecimalColumn":
        """All rows with exactly so many digits after the point."""
        mode = number_of("rounding", ROUNDINGS, rounding)
        digits = int_of("digits", digits, 32)
        return self._computed(digits, library.tiendo_column_round, self._passed(), digits, mode)

    def divide(
        self, other: "DecimalColumn", digits: int, rounding: str, factor: int = 1
    ) -> "DecimalColumn":
        """factor * self / other, rounded once from the exact quotient. A zero to divide by leaves
        None, and reason() says so."""
        mode = number_of("rounding", ROUNDINGS, rounding)
        digits, factor = int_of("digits", digits, 32), int_of("factor", factor)
        reasons = Memory(bytearray(4 * self._count))
        function, divisor = library.tiendo_column_divide, _column(other)._passed()
        result = self._computed(
            digits, function, self._passed(), divisor, factor, digits, mode, after=[reasons.address]
        )
        result._reasons = reasons
        return result

    def percent_of(self, other: "DecimalColumn", digits: int, rounding: str) -> "DecimalColumn":
        """100 * self / other, rounded once: how much of the plan is done."""
        return self.divide(other, digits, rounding, factor=100)

    def ratios(self, other: "DecimalColumn") -> List[Optional[Fraction]]:
        """self / other, exact; None where a value is missing or the divisor is zero."""
        offsets, bits = Memory(bytearray(8 * (self._count + 1))), self._bits()
        both = self._passed(), _column(other)._passed()
        function = library.tiendo_column_format_ratios
        where = bits.address, None, offsets.address
        data = call_for_texts(function, *both, *where, capacity=32 * self._count)
        return fractions_of(data, offsets, bits)

    def reason(self, index: int) -> Optional[str]:
        """Why divide() left no value in a row ("division_by_zero"), or parse_rows(); None where it did not."""
        row = self._row(index)
        return None if self._reasons is None else name_of_code(self._reasons.view.cast("i")[row])

    def sum(self) -> ColumnSum:
        """The exact sum of the rows that have a value, and how many those are."""
        total, count = t.Decimal128(), ctypes.c_int64()
        call(library.tiendo_column_sum, self._passed(), ctypes.byref(total), ctypes.byref(count))
        return ColumnSum(decimal_of_words(bytes(total)[:16], total.scale), count.value)

    @classmethod
    def _of(cls, values: Memory, validity: Optional[Memory], scale: int) -> "DecimalColumn":
        made = cls.__new__(cls)
        made._adopt(values, validity, scale)
        return made

    def _adopt(self, values: Memory, validity: Optional[Memory], scale: int) -> None:
        self._count, rest = divmod(len(values.view), 16)
        if rest != 0:
            raise ValueError(f"{len(values.view)} bytes are no number of rows of 16")
        if validity is not None and len(validity.view) < (self._count + 7) // 8:
            raise ValueError(f"{len(validity.view)} bytes are no bitmap of {self._count} rows")
        self._values, self._validity = values, validity
        self._scale = int_of("scale", scale, 32)
        self._reasons: Optional[Memory] = None

    def _row(self, index: int) -> int:
        row = index + self._count if index < 0 else index
        if not 0 <= row < self._count:
            raise IndexError(f"there is no row {index}, there are {self._count}")
        return row

    def _has_value(self, row: int) -> bool:
        return self._validity is None or is_set(self._validity, row)

    def _bits(self) -> Memory:
        return Memory(bytearray((self._count + 7) // 8))

    def _passed(self) -> Any:
        """The column as the library takes it."""
        info = new_struct(t.ColumnInfo)
        info.scale, info.count, info.values16 = self._scale, self._count, self._values.address
        info.validity = None if self._validity is None else self._validity.address
        return ctypes.byref(info)

    def _computed(
        self, scale: int, function: Any, *arguments: Any, after: Sequence[Any] = ()
    ) -> "DecimalColumn":
        """The column that a function writes into new buffers, as many rows as this one."""
        values, bits = Memory(bytearray(16 * self._count)), self._bits()
        call(function, *arguments, values.address, bits.address, *after)
        return DecimalColumn._of(values, bits, scale)

    def _with(self, function: Any, other: Any, scale_of: Any) -> "DecimalColumn":
        if not isinstance(other, DecimalColumn):
            return NotImplemented
        return self._computed(
            scale_of(self._scale, other._scale), function, self._passed(), other._passed()
        )


def fractions_of(data: bytes, offsets: Memory, bits: Memory) -> List[Optional[Fraction]]:
    """The fractions that stand one behind the other."""
    ends = offsets.view.cast("q")
    return [
        Fraction(data[start:end].decode()) if is_set(bits, row) else None
        for row, (start, end) in enumerate(zip(ends, ends[1:]))
    ]


class _Texts(NamedTuple):
    """The buffers of a column of texts."""

    data: Memory
    offsets: Memory
    offset_size: int
    validity: Optional[Memory]


def joined(texts: Iterable[Optional[str]]) -> _Texts:
    """Texts in the buffers of Arrow's large_utf8."""
    rows = [None if text is None else text.encode("utf-8", "surrogatepass") for text in texts]
    parts = [row or b"" for row in rows]
    ends = array.array("q", itertools.accumulate(map(len, parts), initial=0))
    bits = "".join("0" if row is None else "1" for row in reversed(rows))
    bitmap = int(bits or "0", 2).to_bytes((len(rows) + 7) // 8, "little")
    return _Texts(Memory(b"".join(parts)), Memory(ends), 8, Memory(bitmap))


def texts_info(texts: _Texts) -> t.TextsInfo:
    """The structure of the C interface; the buffers must stay while it is used."""
    count = len(texts.offsets.view) // texts.offset_size - 1
    if count < 0:
        raise ValueError("there must be one offset more than there are rows")
    if texts.validity is not None and len(texts.validity.view) < (count + 7) // 8:
        raise ValueError(f"{len(texts.validity.view)} bytes are no bitmap of {count} rows")
    info = new_struct(t.TextsInfo)
    info.offset_size, info.count = texts.offset_size, count
    info.bytes, info.byte_count = texts.data.address, len(texts.data.view)
    info.offsets = texts.offsets.address
    info.validity = None if texts.validity is None else texts.validity.address
    return info


def _parsed(texts: _Texts, scale: int, numbers: Numbers) -> Tuple[Memory, Memory, int]:
    """The values, the bitmap and the scale of a column of texts."""
    info = texts_info(texts)
    count = info.count
    values, bits = Memory(bytearray(16 * count)), Memory(bytearray((count + 7) // 8))
    function, form = of_format("tiendo_column_parse", numbers)
    digits = int_of("scale", scale, 32)
    call(function, ctypes.byref(info), form, digits, values.address, bits.address)
    return values, bits, scale


def _column(other: Any) -> DecimalColumn:
    if not isinstance(other, DecimalColumn):
        raise TypeError(f"a DecimalColumn is needed, not {other!r}")
    return other
