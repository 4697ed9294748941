"""Arrow's PyCapsule interface: what other libraries hand over and take, without any of them."""

from __future__ import annotations

import ctypes
from typing import Any, Callable, Dict

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


class _Stream(ctypes.Structure):
    """ArrowArrayStream; its functions are called by those who take it."""

    _fields_ = [
        ("get_schema", ctypes.c_void_p),
        ("get_next", ctypes.c_void_p),
        ("get_last_error", ctypes.c_void_p),
        ("release", ctypes.CFUNCTYPE(None, ctypes.c_void_p)),
        ("private_data", ctypes.c_void_p),
    ]


_NAME = b"arrow_array_stream"
#: Streams in capsules, which have no place of their own for them.
_streams: Dict[int, _Stream] = {}

_new_capsule = ctypes.pythonapi.PyCapsule_New
_new_capsule.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_void_p]
_new_capsule.restype = ctypes.py_object
# Of a capsule that ends, to which nobody may refer any more.
_address_in = ctypes.PYFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_char_p)(
    ("PyCapsule_GetPointer", ctypes.pythonapi)
)


def _release(capsule: int) -> None:
    """Releases a stream that nobody has taken over."""
    stream = _streams.pop(_address_in(capsule, _NAME))
    if stream.release:
        stream.release(ctypes.addressof(stream))


_end = ctypes.PYFUNCTYPE(None, ctypes.c_void_p)(_release)


def stream_capsule(fill: Callable[[int], None]) -> Any:
    """A capsule with the stream that is put at the address `fill` is given."""
    stream = _Stream()
    address = ctypes.addressof(stream)
    fill(address)
    _streams[address] = stream
    return _new_capsule(address, _NAME, _end)
