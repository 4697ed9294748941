"""Arrow's C interfaces in ctypes, for tests: a producer of structs and a reader of what is handed over."""

import ctypes
import decimal
import datetime


class Schema(ctypes.Structure):
    pass


class Array(ctypes.Structure):
    pass


class Stream(ctypes.Structure):
    pass


RELEASE_SCHEMA = ctypes.CFUNCTYPE(None, ctypes.POINTER(Schema))
RELEASE_ARRAY = ctypes.CFUNCTYPE(None, ctypes.POINTER(Array))
RELEASE_STREAM = ctypes.CFUNCTYPE(None, ctypes.POINTER(Stream))
GET_SCHEMA = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(Stream), ctypes.POINTER(Schema))
GET_NEXT = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(Stream), ctypes.POINTER(Array))
LAST_ERROR = ctypes.CFUNCTYPE(ctypes.c_char_p, ctypes.POINTER(Stream))

Schema._fields_ = [
    ("format", ctypes.c_char_p),
    ("name", ctypes.c_char_p),
    ("metadata", ctypes.c_char_p),
    ("flags", ctypes.c_int64),
    ("n_children", ctypes.c_int64),
    ("children", ctypes.POINTER(ctypes.POINTER(Schema))),
    ("dictionary", ctypes.POINTER(Schema)),
    ("release", RELEASE_SCHEMA),
    ("private_data", ctypes.c_void_p),
]
Array._fields_ = [
    ("length", ctypes.c_int64),
    ("null_count", ctypes.c_int64),
    ("offset", ctypes.c_int64),
    ("n_buffers", ctypes.c_int64),
    ("n_children", ctypes.c_int64),
    ("buffers", ctypes.POINTER(ctypes.c_void_p)),
    ("children", ctypes.POINTER(ctypes.POINTER(Array))),
    ("dictionary", ctypes.POINTER(Array)),
    ("release", RELEASE_ARRAY),
    ("private_data", ctypes.c_void_p),
]
Stream._fields_ = [
    ("get_schema", GET_SCHEMA),
    ("get_next", GET_NEXT),
    ("get_last_error", LAST_ERROR),
    ("release", RELEASE_STREAM),
    ("private_data", ctypes.c_void_p),
]

_new = ctypes.pythonapi.PyCapsule_New
_new.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_void_p]
_new.restype = ctypes.py_object
_pointer = ctypes.pythonapi.PyCapsule_GetPointer
_pointer.argtypes = [ctypes.py_object, ctypes.c_char_p]
_pointer.restype = ctypes.c_void_p


class Table:
    """A struct of columns {name: (format, buffers)}, handed over as an array and as a stream."""

    def __init__(self, rows, columns):
        self.kept, self.released = [], []
        self.schema, self.array = Schema(), Array()
        self._release_schema = RELEASE_SCHEMA(self._on_schema)
        self._release_array = RELEASE_ARRAY(self._on_array)
        schemas, arrays = [], []
        for name, (form, buffers) in columns.items():
            schemas.append(self._schema(form, name))
            arrays.append(self._array(rows, buffers))
        self._fill(self.schema, b"+s", b"", schemas)
        self._rows(self.array, rows, [None], arrays)

    def _on_schema(self, schema):
        self.released.append("schema")
        schema[0].release = RELEASE_SCHEMA()

    def _on_array(self, array):
        self.released.append("array")
        array[0].release = RELEASE_ARRAY()

    def _schema(self, form, name):
        made = Schema()
        self._fill(made, form.encode(), name.encode(), [])
        return made

    def _array(self, rows, buffers):
        made = Array()
        self._rows(made, rows, buffers, [])
        return made

    def _fill(self, schema, form, name, children):
        pointers = (ctypes.POINTER(Schema) * len(children))(*map(ctypes.pointer, children))
        schema.format, schema.name, schema.n_children = form, name, len(children)
        schema.children, schema.release = pointers, self._release_schema
        self.kept += [pointers, *children]

    def _rows(self, array, rows, buffers, children):
        owners = [None if b is None else ctypes.create_string_buffer(b, max(len(b), 1)) for b in buffers]
        addresses = [None if owner is None else ctypes.addressof(owner) for owner in owners]
        memory = (ctypes.c_void_p * len(addresses))(*addresses)
        pointers = (ctypes.POINTER(Array) * len(children))(*map(ctypes.pointer, children))
        array.length, array.null_count = rows, -1 if buffers[0] else 0
        array.n_buffers, array.buffers = len(buffers), memory
        array.n_children, array.children = len(children), pointers
        array.release = self._release_array
        self.kept += [owners, memory, pointers, *children]

    def __arrow_c_array__(self, requested_schema=None):
        return (
            _new(ctypes.addressof(self.schema), b"arrow_schema", None),
            _new(ctypes.addressof(self.array), b"arrow_array", None),
        )


class StreamOf:
    """The rows of tables of one schema, one after the other."""

    def __init__(self, *tables):
        self.tables, self.left = tables, list(tables)
        self.stream = Stream()
        self._functions = GET_SCHEMA(self._schema), GET_NEXT(self._next), RELEASE_STREAM(self._on_release)
        self.stream.get_schema, self.stream.get_next, self.stream.release = self._functions

    def _schema(self, _, out):
        ctypes.memmove(out, ctypes.addressof(self.tables[0].schema), ctypes.sizeof(Schema))
        return 0

    def _next(self, _, out):
        if not self.left:
            ctypes.memset(out, 0, ctypes.sizeof(Array))
            return 0
        ctypes.memmove(out, ctypes.addressof(self.left.pop(0).array), ctypes.sizeof(Array))
        return 0

    def _on_release(self, stream):
        stream[0].release = RELEASE_STREAM()

    def __arrow_c_stream__(self, requested_schema=None):
        return _new(ctypes.addressof(self.stream), b"arrow_array_stream", None)


def stream_in(capsule):
    """The structure in a capsule of a stream."""
    return Stream.from_address(_pointer(capsule, b"arrow_array_stream"))


def _bytes(array, which, size):
    return ctypes.string_at(array.buffers[which], size) if size else b""


def _is_valid(array, at):
    bits = array.buffers[0] if array.n_buffers else None
    if not bits:
        return array.n_buffers > 0
    return bool(ctypes.string_at(bits + (at >> 3), 1)[0] >> (at & 7) & 1)


def _integer(array, which, at, size, signed=True):
    return int.from_bytes(ctypes.string_at(array.buffers[which] + at * size, size), "little", signed=signed)


def value_in(schema, array, row):
    """The value of a row of a column; None where it has none."""
    at, form = array.offset + row, schema.format.decode()
    if not _is_valid(array, at):
        return None
    if schema.dictionary:
        size = {"c": 1, "s": 2, "i": 4, "l": 8}[form]
        return value_in(schema.dictionary[0], array.dictionary[0], _integer(array, 1, at, size))
    if form == "b":
        return bool(ctypes.string_at(array.buffers[1] + (at >> 3), 1)[0] >> (at & 7) & 1)
    if form == "tdD":
        return datetime.date(1970, 1, 1) + datetime.timedelta(_integer(array, 1, at, 4))
    if form.startswith("d:"):
        scale = int(form.split(",")[1])
        number = decimal.Decimal(_integer(array, 1, at, 16))
        return number.scaleb(-scale, decimal.Context(prec=50))
    if form in ("c", "s", "i", "l"):
        return _integer(array, 1, at, {"c": 1, "s": 2, "i": 4, "l": 8}[form])
    size = {"u": 4, "U": 8}[form]
    first, last = (_integer(array, 1, at + i, size) for i in (0, 1))
    return ctypes.string_at(array.buffers[2] + first, last - first).decode() if last > first else ""


def rows_of(capsule):
    """All rows of a stream as dictionaries, and the formats of its columns; what it hands out is released."""
    stream = stream_in(capsule)
    schema, rows = Schema(), []
    assert stream.get_schema(stream, schema) == 0
    columns = [schema.children[i][0] for i in range(schema.n_children)]
    names = [column.name.decode() for column in columns]
    while True:
        array = Array()
        assert stream.get_next(stream, array) == 0
        if not array.release:
            break
        children = [array.children[i][0] for i in range(array.n_children)]
        for row in range(array.length):
            rows.append({name: value_in(column, child, row) for name, column, child in zip(names, columns, children)})
        array.release(array)
        assert not array.release
    formats = {name: column.format.decode() for name, column in zip(names, columns)}
    schema.release(schema)
    return rows, formats
