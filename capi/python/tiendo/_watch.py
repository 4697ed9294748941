"""Long calls: who is told how far they are, Ctrl-C, and how many threads they use."""

from __future__ import annotations

import contextlib
import signal
import threading
from typing import Any, Callable, Iterator, NamedTuple, Optional

from . import _table as t
from ._call import aside, call, findings, int_of
from ._errors import Error
from ._library import library
from ._words import PHASES

_NAMES = {number: name for name, number in PHASES.items() if name is not None}

#: The null pointer to a function, which ends the watching.
_NOBODY = t.Watcher()  # type: ignore[call-overload]


def _is_after_the_call(frame: Any) -> bool:
    """Whether the library is done, and Python makes objects of what it has found."""
    while frame is not None and frame.f_code is not findings.__code__:
        frame = frame.f_back
    return frame is not None


class Progress(NamedTuple):
    """How far long work is."""

    #: "reading_plan", "reading_observations" (both counted in bytes, of Arrow in rows), "adding_up", "judging",
    #: "checking" or "writing" (in rows and the like).
    phase: str
    #: Never less than before in the same part.
    done: int
    #: All there is to do; None when that is not known yet.
    total: Optional[int]


#: Is told how far the work is; returns False to end it.
Watcher = Callable[[Progress], Any]


class Watch:
    """What the library calls. An exception here would be lost: it is kept, and ends the call."""

    def __init__(self, watcher: Optional[Watcher]) -> None:
        self._watcher = watcher
        self.raised: Optional[BaseException] = None
        #: Whether Python waits for something in the midst of the call, and Ctrl-C is to end that.
        self.waits = False

    def told(self, _: Any, progress: Any) -> int:
        """As tiendo_context_set_watcher() wants it: 1 ends the call."""
        try:
            if self.raised is None and self._watcher is not None:
                now = progress.contents
                phase = _NAMES.get(now.phase, "")
                with aside():
                    if self._watcher(Progress(phase, now.done, now.total or None)) is False:
                        return 1
        except BaseException as problem:
            self.raised = problem
        return 0 if self.raised is None else 1


@contextlib.contextmanager
def _kept_interrupts(watch: Watch) -> Iterator[None]:
    """What Ctrl-C raises in the main thread is kept, as it would be lost where the library calls Python."""
    in_main = threading.current_thread() is threading.main_thread()
    before = signal.getsignal(signal.SIGINT) if in_main else None
    if not callable(before):
        yield
        return
    handle: Callable[[int, Any], Any] = before

    def keep(number: int, frame: Any) -> None:
        try:
            handle(number, frame)
        except BaseException as problem:
            if watch.waits or _is_after_the_call(frame):
                raise
            watch.raised = problem

    signal.signal(signal.SIGINT, keep)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


@contextlib.contextmanager
def watched(watcher: Optional[Watcher], threads: int = 1) -> Iterator[Watch]:
    """The calls inside are watched, use so many threads, and end when Ctrl-C is pressed."""
    watch = Watch(watcher)
    told = t.Watcher(watch.told)  # lives as long as the library may call it
    call(library.tiendo_context_set_threads, int_of("threads", threads, 32))
    try:
        with _kept_interrupts(watch):
            call(library.tiendo_context_set_watcher, told, None)
            try:
                yield watch
            except Error:
                if watch.raised is None:
                    raise
    finally:
        call(library.tiendo_context_set_watcher, _NOBODY, None)
        call(library.tiendo_context_set_threads, 1)
    if watch.raised is not None:
        raise watch.raised
