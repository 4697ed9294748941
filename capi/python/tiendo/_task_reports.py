"""What has been reported of tasks, milestones and projects: appended one by one and read back."""

from __future__ import annotations

import collections.abc
import ctypes
import datetime
from decimal import Decimal
from typing import Callable, Iterator, List, NamedTuple, Optional, Union, overload

from . import _table as t
from ._call import Handle, call, count_of, date_of, days_of, encoded, int_of, new_struct, text_of
from ._library import library
from ._words import FINALITIES, TASK_STATES, TaskState, number_of


class TaskReport(NamedTuple):
    """One report of a task, a milestone or a project; None for what it does not have."""

    task_group: Optional[str]
    task: Optional[str]
    project: Optional[str]
    milestone: Optional[str]
    state: TaskState
    #: The part of 1 that is done: 1 of what is done, None where it is not said.
    share: Optional[Decimal]
    done_on: Optional[datetime.date]
    recorded_on: datetime.date
    #: "estimate", "preliminary" or "official".
    status: str
    revision: int
    source: Optional[str]
    note: Optional[str]


class TaskReports(collections.abc.Sequence):  # type: ignore[type-arg]
    """The reports of tasks, milestones and projects of a book, in the order in which they were appended.

    Made by Book.task_reports; it sees what is appended to the book later. Rows taken from it stay.
    """

    def __init__(self, handle: Callable[[], Handle]) -> None:
        self._handle = handle

    def __len__(self) -> int:
        return count_of(library.tiendo_tasks_count, self._handle())

    @overload
    def __getitem__(self, index: int) -> TaskReport: ...
    @overload
    def __getitem__(self, index: slice) -> List[TaskReport]: ...
    def __getitem__(self, index: Union[int, slice]) -> Union[TaskReport, List[TaskReport]]:
        count = len(self)
        if isinstance(index, slice):
            return [_report(self._handle(), i) for i in range(*index.indices(count))]
        position = index + count if index < 0 else index
        if not 0 <= position < count:
            raise IndexError(f"there is no report {index}, there are {count}")
        return _report(self._handle(), position)

    def __iter__(self) -> Iterator[TaskReport]:
        return (self[index] for index in range(len(self)))

    def append(
        self,
        state: Union[TaskState, str],
        recorded_on: datetime.date,
        *,
        task_group: Optional[str] = None,
        task: Optional[str] = None,
        project: Optional[str] = None,
        milestone: Optional[str] = None,
        share: Union[Decimal, int, str, None] = None,
        done_on: Optional[datetime.date] = None,
        status: str = "official",
        revision: int = 0,
        source: Optional[str] = None,
        note: Optional[str] = None,
    ) -> None:
        """Adds one report, of a task (`task_group` and `task`), of a milestone (`project` and
        `milestone`) or of a project as a whole; the words are those of the columns of a table.

        `state` is a TaskState or its word: "not_started", "in_progress", "done" or "cancelled".
        Work that was made before does not change.
        """
        if share is not None and (isinstance(share, bool) or not isinstance(share, (Decimal, int, str))):
            raise TypeError(f"share must be a Decimal, an int or a text, not {share!r}")
        row = new_struct(t.TaskReport)
        row.state = state if isinstance(state, TaskState) else number_of("state", TASK_STATES, state)
        row.finality = number_of("status", FINALITIES, status)
        row.recorded_on = days_of(recorded_on)
        row.revision = int_of("revision", revision, 32)
        row.task_group, row.task = encoded(task_group), encoded(task)
        row.project, row.milestone = encoded(project), encoded(milestone)
        row.share = None if share is None else encoded(f"{share:f}" if isinstance(share, Decimal) else str(share))
        row.source, row.note = encoded(source), encoded(note)
        if done_on is not None:
            row.has_done_on, row.done_on = 1, days_of(done_on)
        call(library.tiendo_tasks_append, self._handle(), ctypes.byref(row))

    def __repr__(self) -> str:
        return f"<{len(self)} task reports>"


def _report(handle: Handle, index: int) -> TaskReport:
    row = new_struct(t.TaskRow)
    call(library.tiendo_tasks_row, handle, index, ctypes.byref(row))

    def text(number: int) -> Optional[str]:
        return text_of(library.tiendo_tasks_row_text, handle, index, number) or None

    share = text(t.TASK_TEXT_SHARE)
    return TaskReport(
        task_group=text(t.TASK_TEXT_TASK_GROUP),
        task=text(t.TASK_TEXT_TASK),
        project=text(t.TASK_TEXT_PROJECT),
        milestone=text(t.TASK_TEXT_MILESTONE),
        state=TaskState(row.state),
        share=None if share is None else Decimal(share),
        done_on=date_of(row.done_on) if row.has_done_on else None,
        recorded_on=date_of(row.recorded_on),
        status=next(word for word, number in FINALITIES.items() if number == row.finality) or "",
        revision=row.revision,
        source=text(t.TASK_TEXT_SOURCE),
        note=text(t.TASK_TEXT_NOTE),
    )
