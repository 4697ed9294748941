"""What reports of every kind have in common: they print as the tool prints them, and end."""

from __future__ import annotations

import ctypes
from typing import Any, Optional, TypeVar

from . import _table as t
from ._call import Handle, call_for_bytes, count_of, decoded, new_struct
from ._watch import Watcher, watched
from ._words import FORMATS, LANGUAGES, digits_of, number_of, rounding_of

# Bytes that a row takes at most, at a guess: what is not used takes no memory.
_ROW_BYTES = 2048

_W = TypeVar("_W", bound="Written")


def options_of(
    format: str, lang: str, digits: Optional[int], rounding: Optional[str], exact: bool
) -> t.WriteOptions:
    """How a text is to be written, as the library takes it."""
    options = new_struct(t.WriteOptions)
    options.format = number_of("format", FORMATS, format)
    options.language = number_of("lang", LANGUAGES, lang)
    options.rounding = rounding_of(rounding)
    options.has_digits = digits is not None
    options.digits = 0 if digits is None else digits_of(digits)
    options.exact = exact
    return options


class Written:
    """Rows of a report. Ends with close(), as a context manager, or with its last reference."""

    def __init__(self, handle: Handle, row_count: Any, write: Any) -> None:
        self._handle: Optional[Handle] = handle
        self._count = count_of(row_count, handle)
        self._write = write

    def __len__(self) -> int:
        return self._count

    def write(
        self,
        format: str = "text",
        lang: str = "vi",
        digits: Optional[int] = None,
        rounding: Optional[str] = None,
        exact: bool = False,
        progress: Optional[Watcher] = None,
    ) -> str:
        """The whole report as the tool prints it: "text", "csv", "json" or "markdown".

        `progress` is as for Book.report(); where the first guess at the length is too short, all is told
        twice. A report of projects and tasks is written at once.
        """
        return self._text(options_of(format, lang, digits, rounding, exact), progress)

    def _text(self, options: t.WriteOptions, progress: Optional[Watcher]) -> str:
        guess = 4096 + _ROW_BYTES * self._count
        with watched(progress):
            data = call_for_bytes(self._write, self._open(), ctypes.byref(options), capacity=guess)
        return decoded(data)

    def close(self) -> None:
        """Lets go of the report; calling it twice is no fault."""
        self._handle = None

    def __enter__(self: _W) -> _W:
        return self

    def __exit__(self, *_: Any) -> None:
        self.close()

    def _open(self) -> Handle:
        if self._handle is None:
            raise ValueError("the report is closed")
        return self._handle
