"""Calls into the library: contexts, handles, texts, days, and exceptions made of statuses."""

from __future__ import annotations

import codecs
import contextlib
import ctypes
import datetime
import mmap
import threading
from typing import Any, Callable, Iterable, Iterator, Optional, Tuple, Type, TypeVar

from . import _table as t
from ._errors import Error, Finding
from ._library import library
from ._words import Severity

_S = TypeVar("_S", bound=ctypes.Structure)

_EPOCH = datetime.date(1970, 1, 1).toordinal()


class Handle:
    """Owns what the library made; ends it when the last reference is gone.

    A call that is under way refers to its handle, so closing an object from another thread is safe:
    the handle ends after the call.
    """

    def __init__(self, destroy: Callable[[ctypes.c_void_p], None]) -> None:
        self._destroy = destroy
        self._as_parameter_ = ctypes.c_void_p()
        #: Of a context, the format of numbers that it was told.
        self.declared: Optional[ctypes.Structure] = None

    def out(self) -> Any:
        """Where the library puts the new handle."""
        return ctypes.byref(self._as_parameter_)

    def __del__(self) -> None:
        self._destroy(self._as_parameter_)


_C = TypeVar("_C", bound="Closing")


class Closing:
    """What has a handle of its own: ends with close(), as a context manager, or with its last reference."""

    def __init__(self, handle: Handle) -> None:
        self._kept: Optional[Handle] = handle

    @property
    def _handle(self) -> Handle:
        if self._kept is None:
            raise ValueError(f"the {type(self).__name__} is closed")
        return self._kept

    def close(self) -> None:
        """Lets go of what it holds, which stays for what was made of it; calling it twice is no fault."""
        self._kept = None

    def __enter__(self: _C) -> _C:
        return self

    def __exit__(self, *_: Any) -> None:
        self.close()


class _Contexts(threading.local):
    """One context for each thread, made when it first calls."""

    def __init__(self) -> None:
        self.context = _new_context()


def _new_context() -> Handle:
    context = Handle(library.tiendo_context_destroy)
    status = library.tiendo_context_create(None, context.out())
    if status != t.OK:
        raise MemoryError(name_of_status(status))
    return context


def name_of_status(status: int) -> str:
    """The name of a status: "TIENDO_E_PARSE"."""
    return _text_at(library.tiendo_status_name(status))


def name_of_code(code: int) -> Optional[str]:
    """The name of a code; None for 0, which says that nothing is wrong."""
    return _text_at(library.tiendo_code_name(code)) if code else None


def _text_at(text: bytes) -> str:
    return text.decode()


_contexts = _Contexts()


@contextlib.contextmanager
def aside() -> Iterator[None]:
    """Calls inside have a context of their own, as that of this thread is in a call."""
    outer = _contexts.context
    _contexts.context = _new_context()
    try:
        yield
    finally:
        _contexts.context = outer


def new_struct(kind: Type[_S]) -> _S:
    """A structure of the C interface with its size filled in."""
    made = kind()
    made.struct_size = ctypes.sizeof(kind)
    return made


def call(function: Any, *arguments: Any) -> None:
    """Calls a function with this thread's context; raises Error, with findings if it was reading."""
    if function(_contexts.context, *arguments) != t.OK:
        raise _error(())


def this_context() -> Handle:
    """The context of this thread, for functions that leave its record alone."""
    return _contexts.context


def check_status(status: int) -> None:
    """Raises for the status of a function that leaves the record alone."""
    if status != t.OK:
        raise Error(name_of_status(status), status=name_of_status(status))


def call_reading(function: Any, *arguments: Any) -> Tuple[Finding, ...]:
    """Calls a function that reads or checks: its findings, which an Error carries too."""
    status = function(_contexts.context, *arguments)
    found = findings()
    if status != t.OK:
        raise _error(found)
    return found


def call_for_value(function: Any, *arguments: Any) -> bool:
    """Calls a function that reads a figure: whether there is one."""
    status: int = function(_contexts.context, *arguments)
    if status not in (t.OK, t.E_NO_VALUE):
        raise _error(())
    return status == t.OK


def code_of_last() -> Optional[str]:
    """The code of the last call of this thread; None if nothing was wrong with data."""
    return text_of(library.tiendo_context_last_error_text, t.MESSAGE_CODE) or None


#: A text is decoded so many bytes at a time at least, so that Ctrl-C does not wait for the end of a long one.
_PIECE = 1 << 22


def _room(capacity: int) -> Any:
    """A buffer of so many bytes; of many, those that are not used take no memory."""
    if capacity <= _PIECE:
        return ctypes.create_string_buffer(capacity)
    return (ctypes.c_char * capacity).from_buffer(mmap.mmap(-1, capacity))


def decoded(data: memoryview) -> str:
    """The text of some bytes. Ctrl-C ends it between its pieces."""
    if len(data) <= _PIECE:
        return str(data, "utf-8", "surrogateescape")
    # CPython appends in place to a text that nobody else has, which takes neither the time nor the memory of joining.
    # Not so when it is traced: then each piece copies what there is, so there are few. A first character that needs
    # more bytes than those before it copies them once.
    size, text, at = max(_PIECE, len(data) // 24), "", 0
    # One piece more, as each may leave the beginning of a character to the next. Not `while`, in which 3.11 appends as
    # if it were traced.
    for _ in range(len(data) // size + 2):
        piece, used = codecs.utf_8_decode(data[at : at + size], "surrogateescape")
        text += piece
        at += used
    return text + str(data[at:], "utf-8", "surrogateescape")  # of a character that has no end


def call_for_text(
    function: Any, *arguments: Any, reading: bool = False, capacity: int = 256
) -> Optional[str]:
    """Calls a function that writes a text; None if it writes a figure that is not there."""
    data = _call_for_bytes(function, *arguments, reading=reading, capacity=capacity)
    return None if data is None else decoded(data)


def call_for_bytes(function: Any, *arguments: Any, capacity: int) -> memoryview:
    """Calls a function that writes a text, which decoded() makes of the bytes."""
    data = _call_for_bytes(function, *arguments, reading=False, capacity=capacity)
    assert data is not None
    return data


def _call_for_bytes(
    function: Any, *arguments: Any, reading: bool, capacity: int
) -> Optional[memoryview]:
    """One that is reading has findings, which an Error carries too; a text without the rows that are refused
    is one. It is called again where the text is longer than `capacity`."""
    length = ctypes.c_int64()
    while True:
        buffer = _room(capacity)
        status = function(_contexts.context, *arguments, buffer, capacity, ctypes.byref(length))
        if status in (t.OK, t.E_ROWS):
            return memoryview(buffer).cast("B")[: length.value]
        if status == t.E_NO_VALUE:
            return None
        if status != t.E_SMALL_BUFFER:
            raise _error(findings() if reading else ())
        capacity = length.value + 1


def call_for_rows(function: Any, *arguments: Any) -> int:
    """Calls a function that says for each row whether it is refused: how many are."""
    refused = ctypes.c_int64()
    status = function(_contexts.context, *arguments, ctypes.byref(refused))
    if status not in (t.OK, t.E_ROWS):
        raise _error(())
    return refused.value


def call_for_texts(function: Any, *arguments: Any, capacity: int) -> bytes:
    """Calls a function that writes texts one behind the other, whose offsets are among the arguments."""
    length = ctypes.c_int64()
    while True:
        buffer = ctypes.create_string_buffer(capacity + 1)
        status = function(_contexts.context, *arguments, buffer, capacity + 1, ctypes.byref(length))
        if status == t.OK:
            return ctypes.string_at(buffer, length.value)
        if status != t.E_SMALL_BUFFER:
            raise _error(())
        capacity = length.value


def text_of(function: Any, *arguments: Any, capacity: int = 256) -> str:
    """As call_for_text(), where there always is a text."""
    text = call_for_text(function, *arguments, capacity=capacity)
    assert text is not None
    return text


def call_for_room(kind: Any, function: Any, *arguments: Any) -> Any:
    """Calls a function that fills an array of `kind` as long as is needed."""
    count = ctypes.c_int64()
    capacity = 12
    while True:
        array = (kind * capacity)()
        status = function(_contexts.context, *arguments, array, capacity, ctypes.byref(count))
        if status == t.OK:
            return array[: count.value]
        if status != t.E_SMALL_BUFFER:
            raise _error(())
        capacity = count.value


def count_of(function: Any, *arguments: Any) -> int:
    """Calls a function that counts."""
    count = ctypes.c_int64()
    call(function, *arguments, ctypes.byref(count))
    return count.value


def findings() -> Tuple[Finding, ...]:
    """What the last call of this thread has found."""
    count = ctypes.c_int64()
    library.tiendo_context_finding_count(_contexts.context, ctypes.byref(count))
    return tuple(_finding(index) for index in range(count.value))


def _finding(index: int) -> Finding:
    info = new_struct(t.FindingInfo)
    library.tiendo_context_finding(_contexts.context, index, ctypes.byref(info))

    def text(message: int) -> str:
        return text_of(library.tiendo_context_finding_text, index, message)

    return Finding(
        severity=Severity(info.severity),
        code=text(t.MESSAGE_CODE),
        number=info.code,
        sentence=text(t.MESSAGE_SENTENCE),
        file=text(t.MESSAGE_FILE),
        line=info.line,
        column=info.column,
        path=text(t.MESSAGE_PATH),
        text=text(t.MESSAGE_WHOLE),
    )


def _error(findings: Tuple[Finding, ...]) -> Error:
    """The record of this thread's context as an exception."""
    info = new_struct(t.ErrorInfo)
    status = library.tiendo_context_last_error(_contexts.context, ctypes.byref(info))
    if status != t.OK:  # a handler of signals, in the midst of a call
        return Error("a call of this thread is under way", status=name_of_status(status))

    def text(message: int) -> str:
        return text_of(library.tiendo_context_last_error_text, message)

    return Error(
        text(t.MESSAGE_WHOLE),
        status=name_of_status(info.status),
        code=text(t.MESSAGE_CODE),
        number=info.code,
        sentence=text(t.MESSAGE_SENTENCE),
        file=text(t.MESSAGE_FILE),
        line=info.line,
        column=info.column,
        path=text(t.MESSAGE_PATH),
        offset=info.byte_offset,
        row=info.row,
        findings=findings,
    )


def int_of(name: str, value: int, bits: int = 64) -> int:
    """A whole number that fits; ctypes would cut one that does not, silently."""
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError(f"{name} must be an int, not {value!r}")
    if not -(2 ** (bits - 1)) <= value < 2 ** (bits - 1):
        raise OverflowError(f"{name} is {value}, which does not fit {bits} bits")
    return value


def days_of(day: datetime.date) -> int:
    """A day as the library counts it. A moment is refused: it would lose its time silently."""
    if not isinstance(day, datetime.date) or isinstance(day, datetime.datetime):
        raise TypeError(f"a datetime.date is needed, not {day!r}")
    return day.toordinal() - _EPOCH


def array_of(days: Iterable[datetime.date]) -> Any:
    """An array of days as the library counts them."""
    numbers = [days_of(day) for day in days]
    return (ctypes.c_int32 * len(numbers))(*numbers)


def date_of(days: int) -> datetime.date:
    """The day that the library counts so."""
    return datetime.date.fromordinal(days + _EPOCH)


def encoded(text: Optional[str]) -> Optional[bytes]:
    """A text for a structure, where it ends at its first zero byte: one inside would cut it off."""
    if text is not None and not isinstance(text, str):
        raise TypeError(f"a str is needed, not {text!r}")
    if text is not None and "\0" in text:
        raise ValueError(f"a zero byte in {text!r}")
    return None if text is None else text.encode()
