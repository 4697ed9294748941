"""Buffers of Python as the library sees them: an address that stays."""

from __future__ import annotations

import ctypes
from typing import Any


class Memory:
    """A buffer with its address, which stays what it is while this lives."""

    def __init__(self, buffer: Any) -> None:
        view = memoryview(buffer)
        if view.readonly:
            data = buffer if isinstance(buffer, bytes) else view.tobytes()
            self._owner: Any = ctypes.c_char_p(data)
            self.address = ctypes.cast(self._owner, ctypes.c_void_p).value
            self.view = memoryview(data)
        else:
            self._owner = (ctypes.c_char * view.nbytes).from_buffer(view)
            self.address = ctypes.addressof(self._owner)
            self.view = memoryview(buffer).cast("B").toreadonly()


def is_set(bits: Memory, row: int) -> bool:
    """Whether a bitmap has a 1 for a row; the lowest bit of each byte is first."""
    return bool(bits.view[row >> 3] >> (row & 7) & 1)
