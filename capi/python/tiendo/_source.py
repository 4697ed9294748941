"""File objects that the library reads block by block."""

from __future__ import annotations

import ctypes
import io
import os
from typing import Any, Optional, Tuple

from . import _table as t
from ._call import aside, int_of
from ._watch import Watch


class Source:
    """What the library calls for the bytes of a file object, of bytes or of text.

    An exception here would be lost: it is kept where those of the watcher are, and ends the call.
    """

    def __init__(self, file: Any, watch: Watch) -> None:
        self._file = file
        self._watch = watch
        self._left = memoryview(b"")
        # What forwards to another file object may have its readinto(), which knows nothing of what read() does.
        self._fills = isinstance(file, (io.RawIOBase, io.BufferedIOBase))

    @property
    def arguments(self) -> Tuple[Any, None, int, Optional[bytes]]:
        """As tiendo_observations_read_from() takes it: the function, which lives as long as these, the size and
        the name."""
        return t.Read(self._put), None, _size_of(self._file), name_of_file(self._file)

    def _put(self, _: Any, buffer: int, capacity: int) -> int:
        if self._watch.raised is not None:
            return -1
        try:
            with aside():
                self._watch.waits = True
                try:
                    return self._read(buffer, capacity)
                finally:
                    self._watch.waits = False
        except BaseException as problem:
            self._watch.waits, self._watch.raised = False, self._watch.raised or problem
            return -1

    def _read(self, buffer: int, capacity: int) -> int:
        if self._fills:
            room = (ctypes.c_char * capacity).from_address(buffer)
            count: Optional[int] = self._file.readinto(memoryview(room).cast("B"))
            if count is None:
                raise BlockingIOError("the file object has no bytes yet")
            return int_of("the result of readinto()", count)
        if not self._left:
            data = self._file.read(capacity)
            if data is None:
                raise BlockingIOError("the file object has no bytes yet")
            self._left = memoryview(data.encode() if isinstance(data, str) else data).cast("B")
        now, self._left = self._left[:capacity], self._left[capacity:]
        ctypes.memmove(buffer, bytes(now), len(now))
        return len(now)


def path_of(source: Any) -> bytes:
    """A path as the library takes it. ValueError, as open() has it, where it holds a zero byte."""
    path = os.fsencode(source)
    if b"\0" in path:
        raise ValueError("a path has no zero byte")
    return path


def name_of_file(file: Any) -> Optional[bytes]:
    """The name of a file object, if it has one that is a path."""
    name = getattr(file, "name", None)
    return os.fsencode(name) if isinstance(name, (str, bytes)) else None


def _size_of(file: Any) -> int:
    """About how many bytes there are; 0 where that is not known."""
    if isinstance(file, io.BytesIO):
        return file.getbuffer().nbytes
    if not isinstance(file, (io.BufferedReader, io.FileIO)):
        return 0
    try:
        return os.fstat(file.fileno()).st_size
    except (AttributeError, OSError, ValueError):  # it is over something that is no file
        return 0
