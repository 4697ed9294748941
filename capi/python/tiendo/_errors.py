"""What goes wrong, and what is found in an input."""

from __future__ import annotations

import dataclasses
from typing import Union

from ._words import Severity


@dataclasses.dataclass(frozen=True)
class Finding:
    """One finding of reading or checking. Absent parts of the place are "" or 0."""

    severity: Severity
    #: Stable name of what is wrong: "date_not_real".
    code: str
    #: Stable number of the same.
    number: int
    #: What is wrong, in English.
    sentence: str
    file: str
    #: From 1.
    line: int
    #: From 1, in bytes.
    column: int
    #: Part of the plan, "/plan/targets/3/unit", or row of the log, "/7".
    path: str
    #: All of it in one line, as the tool prints it.
    text: str

    def __str__(self) -> str:
        return self.text


class Error(Exception):
    """A call that failed. The attributes are those of the first error that was found.

    `status` is the name of the C status; `code`, `number` and the place are "" or 0 where the data is
    not at fault; `offset` counts bytes into a text that was passed in, and `row` is the row of the
    column at fault, -1 when there is none.
    `findings` are all findings of the reading that failed, () for any other call.
    """

    def __init__(
        self,
        message: str,
        *,
        status: str,
        code: str = "",
        number: int = 0,
        sentence: str = "",
        file: str = "",
        line: int = 0,
        column: int = 0,
        path: str = "",
        offset: int = -1,
        row: int = -1,
        findings: tuple[Finding, ...] = (),
    ) -> None:
        super().__init__(message)
        self.status = status
        self.code = code
        self.number = number
        self.sentence = sentence
        self.file = file
        self.line = line
        self.column = column
        self.path = path
        self.offset = offset
        self.row = row
        self.findings = findings


def by_paths(problem: Error) -> Error:
    """The same without lines and columns of a text: its findings are at the paths in it."""
    message = _by_path(str(problem), problem)
    findings = tuple(
        dataclasses.replace(one, text=_by_path(one.text, one), line=0, column=0)
        for one in problem.findings
    )
    return Error(
        message,
        status=problem.status,
        code=problem.code,
        number=problem.number,
        sentence=problem.sentence,
        path=problem.path,
        offset=problem.offset,
        row=problem.row,
        findings=findings,
    )


def _by_path(text: str, place: Union[Finding, Error]) -> str:
    prefix = f"{place.line}:{place.column}: "
    if not text.startswith(prefix):
        return text
    return (f"{place.path}: " if place.path else "") + text[len(prefix) :]
