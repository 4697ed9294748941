"""What is found and what fails, told to a log; findings as a table of Arrow; what the library can do."""

from __future__ import annotations

import contextlib
import logging
from typing import TYPE_CHECKING, Any, Callable, Iterator, Optional, Union

from . import _table as t
from ._arrow import stream_capsule
from ._call import aside, call, check_status, this_context
from ._frames import frame_of
from ._library import library
from ._words import Severity

if TYPE_CHECKING:
    import pandas  # type: ignore[import]

#: Is told how bad something is, and all of it in one line.
Log = Callable[[Severity, str], Any]

_LEVELS = {Severity.NOTE: logging.INFO, Severity.WARNING: logging.WARNING, Severity.ERROR: logging.ERROR}


@contextlib.contextmanager
def logged(log: Union[Log, logging.Logger]) -> Iterator[None]:
    """What the calls of this thread inside find, and those that fail, are told to a function or a logger.

    Each finding of a reading or a check is told, also where the call goes well, and each failure that is
    not one of these. What the log raises comes out at the end of the block.
    """
    teller = _Teller(log)
    told = t.Log(teller.told)  # lives as long as the library may call it
    call(library.tiendo_context_set_log, told, None)
    try:
        yield
    finally:
        call(library.tiendo_context_set_log, t.Log(), None)  # type: ignore[call-overload]
    if teller.raised is not None:
        raise teller.raised


class _Teller:
    """What the library calls. An exception here would be lost: the first one is kept."""

    def __init__(self, log: Union[Log, logging.Logger]) -> None:
        self._log = log
        self.raised: Optional[BaseException] = None

    def told(self, _: Any, level: int, text: bytes, __: int) -> None:
        try:
            severity, sentence = Severity(level), text.decode("utf-8", "surrogateescape")
            with aside():
                if isinstance(self._log, logging.Logger):
                    self._log.log(_LEVELS.get(severity, logging.ERROR), "%s", sentence)
                else:
                    self._log(severity, sentence)
        except BaseException as problem:
            self.raised = self.raised or problem


class FindingTable:
    """The findings of the last reading or check of this thread, for whatever takes a stream of Arrow:
    polars.DataFrame(tiendo.last_findings()).

    "severity", "number", "code", "file", "line", "column", "path", "sentence"; what one does not have is null.
    """

    def __arrow_c_stream__(self, requested_schema: Any = None) -> Any:
        """A capsule with the stream; another schema than its own is not made."""
        export = library.tiendo_context_export_findings
        return stream_capsule(lambda address: check_status(export(this_context(), address)))

    def to_pandas(self) -> "pandas.DataFrame":
        """The same as a DataFrame of pandas, which is needed for this alone."""
        return frame_of(self, coefficients=False)


def last_findings() -> FindingTable:
    """The findings of the last reading or check of this thread as a table; they are read when it is taken."""
    return FindingTable()


def has_feature(name: str) -> bool:
    """Whether the library has a feature that other versions or builds may lack: "arrow-c-data",
    "arrow-c-stream", "decimal128-arithmetic", "decimal128-column", "log", "partial", "reopen", "threads",
    "watcher"."""
    return bool(library.tiendo_has_feature(name.encode()))
