"""Arrow's PyCapsule interface: what other libraries hand over, without any of them."""

from __future__ import annotations

import ctypes
from typing import Any

_pointer = ctypes.pythonapi.PyCapsule_GetPointer
_pointer.argtypes = [ctypes.py_object, ctypes.c_char_p]
_pointer.restype = ctypes.c_void_p


def pointer_of(capsule: Any, name: bytes) -> int:
    """The structure in a capsule of this name; ValueError for anything else."""
    return _pointer(capsule, name)  # type: ignore[no-any-return]


def is_stream(data: Any) -> bool:
    """Whether it hands over a stream; otherwise an array. TypeError for what hands over neither."""
    if hasattr(data, "__arrow_c_stream__"):
        return True
    if hasattr(data, "__arrow_c_array__"):
        return False
    raise TypeError(f"something with __arrow_c_stream__ or __arrow_c_array__ is needed, not {data!r}")
