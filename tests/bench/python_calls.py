"""What a call of the C library costs from Python through ctypes, and a million decimals as a column.

Prints the median of nine runs of each as a table of docs/performance.md. The library is the one that
TIENDO_LIBRARY names.
"""

import ctypes
import statistics
import timeit

from tiendo import _table as table
from tiendo._library import library

ROWS = 1_000_000
context = ctypes.c_void_p()
assert library.tiendo_context_create(None, ctypes.byref(context)) == table.OK


def nanoseconds(call, number):
    """The median time of one call."""
    return statistics.median(timeit.repeat(call, number=number, repeat=9)) / number * 1e9


def jobs():
    """(job, what is called once, how often)."""
    number = table.Decimal128(lo=1234567, scale=2)
    result = table.Decimal128()
    a, out = ctypes.byref(number), ctypes.byref(result)
    text = b"12345.67"
    values = (ctypes.c_int64 * (2 * ROWS))()
    for i in range(ROWS):
        values[2 * i] = i * 7919 % 99999999
    column = table.ColumnInfo(ctypes.sizeof(table.ColumnInfo), 2, ROWS)
    column.values16 = ctypes.addressof(values)
    rounded = (ctypes.c_int64 * (2 * ROWS))()
    validity = (ctypes.c_uint8 * (ROWS // 8 + 1))()
    count = ctypes.c_int64()
    whole, counted = ctypes.byref(column), ctypes.byref(count)
    results = ctypes.cast(rounded, ctypes.c_void_p), ctypes.cast(validity, ctypes.c_void_p)
    offsets = (ctypes.c_int64 * (ROWS + 1))()
    characters = ctypes.create_string_buffer(12 * ROWS)
    written = (0, offsets, characters, len(characters), counted)

    def good(status):
        assert status == table.OK

    yield "a Python function", lambda: None, 100000
    yield "version", library.tiendo_abi_version, 100000
    yield "add", lambda: library.tiendo_decimal_add(context, a, a, out), 100000
    yield "parse", lambda: library.tiendo_decimal_parse(context, text, 8, 0, out), 100000
    yield (
        "sum of a million",
        lambda: good(library.tiendo_column_sum(context, whole, out, counted)),
        5,
    )
    yield (
        "a million rounded",
        lambda: good(library.tiendo_column_round(context, whole, 1, 1, *results)),
        5,
    )
    yield (
        "a million written",
        lambda: good(library.tiendo_column_format(context, whole, *written)),
        5,
    )
    texts = table.TextsInfo(ctypes.sizeof(table.TextsInfo), 8, ROWS)
    texts.bytes, texts.byte_count = characters.raw, count.value
    texts.offsets = ctypes.addressof(offsets)
    lines = ctypes.byref(texts)
    yield (
        "a million read",
        lambda: good(library.tiendo_column_parse(context, lines, 0, 2, *results)),
        5,
    )


def main():
    print("| call from Python | once |")
    print("|---|---|")
    for name, call, number in jobs():
        print(f"| {name} | {nanoseconds(call, number):.0f} ns |")
    library.tiendo_context_destroy(context)


if __name__ == "__main__":
    main()
