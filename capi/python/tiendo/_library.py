"""Finds the shared library, checks that it speaks our version of the ABI, and types its functions.

The library is the file named by the environment variable TIENDO_LIBRARY, else the one that lies
beside this package, else the one that the system's loader finds.
"""

from __future__ import annotations

import ctypes
import os
import pathlib

from . import _table

_SONAME = f"libtiendo_c.so.{_table.ABI_VERSION}"


def _path() -> str:
    """Where the library is, as the loader wants it."""
    named = os.environ.get("TIENDO_LIBRARY")
    if named:
        return named
    beside = pathlib.Path(__file__).resolve().with_name(_SONAME)
    return str(beside) if beside.exists() else _SONAME


def _typed(library: ctypes.CDLL) -> ctypes.CDLL:
    """The library with the types of every function; without them ctypes would guess."""
    for name, (result, parameters) in _table.FUNCTIONS.items():
        function = getattr(library, name)
        function.restype = result
        function.argtypes = parameters
    return library


def _load() -> ctypes.CDLL:
    path = _path()
    try:
        library = ctypes.CDLL(path)
    except OSError as problem:
        raise ImportError(f"cannot load {path}: {problem}; TIENDO_LIBRARY may name the file") from None
    if not hasattr(library, "tiendo_abi_version"):
        raise ImportError(f"{path} is not the C library of tiendo")
    version = library.tiendo_abi_version()
    if version != _table.ABI_VERSION:
        raise ImportError(f"{path} has version {version} of the ABI, {_table.ABI_VERSION} is needed")
    return _typed(library)


library = _load()
