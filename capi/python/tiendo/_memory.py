"""Buffers of Python as the library sees them: an address that stays."""

from __future__ import annotations

import ctypes
from typing import Any


class _Buffer(ctypes.Structure):
    """Py_buffer of Python's own interface."""

    _fields_ = [
        ("buf", ctypes.c_void_p),
        ("obj", ctypes.c_void_p),
        ("len", ctypes.c_ssize_t),
        ("itemsize", ctypes.c_ssize_t),
        ("readonly", ctypes.c_int),
        ("ndim", ctypes.c_int),
        ("format", ctypes.c_char_p),
        ("shape", ctypes.c_void_p),
        ("strides", ctypes.c_void_p),
        ("suboffsets", ctypes.c_void_p),
        ("internal", ctypes.c_void_p),
    ]


_get_buffer = ctypes.pythonapi.PyObject_GetBuffer
_get_buffer.argtypes = [ctypes.py_object, ctypes.POINTER(_Buffer), ctypes.c_int]
_release_buffer = ctypes.pythonapi.PyBuffer_Release
_release_buffer.argtypes = [ctypes.POINTER(_Buffer)]
_release_buffer.restype = None

#: Bytes in a row, whether or not they may be written.
_SIMPLE = 0


def _address_of(view: memoryview) -> int:
    buffer = _Buffer()
    _get_buffer(view, ctypes.byref(buffer), _SIMPLE)
    try:
        return buffer.buf or 0
    finally:
        _release_buffer(ctypes.byref(buffer))


class Memory:
    """A buffer where it is, with its address, which stays what it is while this lives."""

    def __init__(self, buffer: Any) -> None:
        self._owner = memoryview(buffer)
        self.address = _address_of(self._owner)
        self.view = self._owner.cast("B").toreadonly()


def is_set(bits: Memory, row: int) -> bool:
    """Whether a bitmap has a 1 for a row; the lowest bit of each byte is first."""
    return bool(bits.view[row >> 3] >> (row & 7) & 1)
