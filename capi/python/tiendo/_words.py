"""The numbers of the C interface as enums, and the words that calls take."""

from __future__ import annotations

import enum
from typing import Mapping, Optional


class _Code(enum.IntEnum):
    """A code of the library. A number that a newer library has and we do not is a member, too."""

    @classmethod
    def _missing_(cls, value: object) -> Optional["_Code"]:
        if not isinstance(value, int):
            return None
        member = int.__new__(cls, value)
        member._name_ = f"UNKNOWN_{value}"
        member._value_ = value
        return member


class Severity(_Code):
    """How bad a finding is."""

    NOTE = 1
    WARNING = 2
    ERROR = 3


class RowKind(_Code):
    """What a row is about."""

    TARGET = 1
    WHOLE = 2
    INDICATOR = 3
    COMPONENT = 4


class Verdict(_Code):
    """What the condition of a target, or a judge, says of a result. NONE is false, all others are true."""

    NONE = 0
    EXCEEDED = 1
    MET = 2
    NEAR = 3
    MISSED = 4


class Course(_Code):
    """What has become of the way from the base to the condition. NONE is false, all others are true."""

    NONE = 0
    MET_AT_BASELINE = 1
    LOST = 2
    REACHED = 3
    CLOSER = 4
    UNCHANGED = 5
    AWAY = 6


class Schedule(_Code):
    """Progress against a declared profile. NONE is false, all others are true."""

    NONE = 0
    AHEAD = 1
    ON_SCHEDULE = 2
    BEHIND = 3


class State(_Code):
    """Where a row stands."""

    VALUE = 1
    NO_DATA = 2
    NOT_DUE = 3
    OVERDUE = 4
    NOT_APPLICABLE = 5
    WITHHELD = 6
    UNDEFINED = 7


class CoverageOf(_Code):
    """What coverage counts."""

    MONTHS = 1
    DAYS = 2
    UNITS = 3
    PROJECTS = 4
    COMPONENTS = 5
    POTS = 6


class WorkKind(_Code):
    """What a row of a work report is about."""

    PROJECT = 1
    QUANTITY = 2
    STAGE = 3
    POT = 4
    CAPITAL = 5
    MILESTONE = 6
    TOTAL = 7
    STAGE_TOTAL = 8
    POT_TOTAL = 9
    CAPITAL_TOTAL = 10
    PROJECTS = 11
    TASK_GROUP = 12
    TASK = 13
    LEAD = 14
    TASKS = 15


class TaskState(_Code):
    """How far a piece of work is. NONE is false, all others are true."""

    NONE = 0
    NOT_STARTED = 1
    IN_PROGRESS = 2
    DONE = 3
    CANCELLED = 4


class WorkStanding(_Code):
    """How work stands to its last day. NONE is false, all others are true."""

    NONE = 0
    OPEN = 1
    DONE_IN_TIME = 2
    DONE_LATE = 3
    DONE = 4
    OVERDUE = 5
    OVERDUE_BEYOND_LIMIT = 6
    CANCELLED = 7


class Tiling(_Code):
    """What keeps periods from tiling a whole. EXACT is false, all others are true."""

    EXACT = 0
    GAP = 1
    OVERLAP = 2
    OUTSIDE = 3


TASK_STATES: Mapping[Optional[str], int] = {"not_started": 1, "in_progress": 2, "done": 3, "cancelled": 4}

WORK_FIELDS: Mapping[Optional[str], int] = {
    "planned": 1,
    "reached": 2,
    "rate": 3,
    "remaining": 4,
    "elapsed": 5,
    "weight": 6,
    "done": 7,
    "due": 8,
    "deviation": 9,
    "on_time": 10,
}

WORK_TEXTS: Mapping[Optional[str], int] = {
    "project": 1,
    "project_name": 2,
    "indicator": 3,
    "indicator_name": 4,
    "measure": 5,
    "measure_name": 6,
    "unit": 7,
    "unit_name": 8,
    "assigner": 9,
    "assigner_name": 10,
    "task_group": 11,
    "task_group_name": 12,
    "lead": 13,
    "lead_name": 14,
    "part": 15,
    "part_name": 16,
    "period": 17,
    "condition": 18,
    "condition_value": 19,
    "condition_upper": 20,
    "condition_tolerance": 21,
    "wording": 22,
    "then": 23,
    "then_value": 24,
    "then_upper": 25,
    "then_tolerance": 26,
}

FIELDS: Mapping[Optional[str], int] = {
    "target": 1,
    "actual": 2,
    "completion": 3,
    "excess": 4,
    "remaining": 5,
    "same_period": 6,
    "index": 7,
    "growth": 8,
    "expected": 9,
    "deviation": 10,
    "baseline": 11,
    "required": 12,
    "base_revision": 13,
    "targeted_change": 14,
    "pace": 15,
    "run_rate_forecast": 16,
    "same_share_forecast": 17,
    "change": 18,
}
PHASES: Mapping[Optional[str], int] = {
    "reading_plan": 1,
    "reading_observations": 2,
    "adding_up": 3,
    "judging": 4,
    "checking": 5,
    "writing": 6,
}
TALLIES: Mapping[Optional[str], int] = {"field": 1, "unit": 2, "task_group": 3, "lead": 4}
BASES: Mapping[Optional[str], int] = {
    "latest": 0,
    "first_published": 1,
    "as_of_report": 2,
    "latest_always": 3,
}
CHANGES_IN: Mapping[Optional[str], int] = {"value": 1, "percent": 2, "points": 3}
ROUNDINGS: Mapping[Optional[str], int] = {
    "half_up": 1,
    "half_even": 2,
    "half_down": 3,
    "up": 4,
    "down": 5,
    "ceiling": 6,
    "floor": 7,
}
NUMBERS: Mapping[Optional[str], int] = {"plain": 0, "vi": 1}
LANGUAGES: Mapping[Optional[str], int] = {"vi": 1, "en": 2}
FORMATS: Mapping[Optional[str], int] = {"text": 1, "csv": 2, "json": 3, "markdown": 4}
PARTS: Mapping[Optional[str], int] = {
    "measures": 1,
    "units": 2,
    "indicators": 3,
    "targets": 4,
    "projects": 5,
    "task_groups": 6,
    "succession": 7,
    "head": 8,
}
FORMS: Mapping[Optional[str], int] = {None: 0, "increment": 1, "to_date": 2, "level": 3}
STANDINGS: Mapping[Optional[str], int] = {
    "n/a": 1,
    "withheld": 2,
    "unchanged": 3,
    "yes": 4,
    "no": 5,
    "range": 6,
    "words": 7,
}
#: Those that no value says: they have columns of their own.
OTHER_RESULTS = ("range", "words")
VERDICTS: Mapping[Optional[str], int] = {None: 0, "exceeded": 1, "met": 2, "near": 3, "missed": 4}
FINALITIES: Mapping[Optional[str], int] = {"official": 0, "preliminary": 1, "estimate": 2}
QUALIFIERS: Mapping[Optional[str], int] = {None: 0, "about": 1, "over": 2, "under": 3}
CALENDARS: Mapping[Optional[str], int] = {
    None: 0,
    "civil": 1,
    "administrative": 2,
    "public_investment": 3,
}
DUE_DATES: Mapping[Optional[str], int] = {None: 0, "statistics": 1}
SCALE_WORDS: Mapping[Optional[str], int] = {
    None: 0,
    "thousand": 1,
    "million": 2,
    "billion": 3,
    "thousand_billion": 4,
    "million_billion": 5,
}
LEFTOVERS: Mapping[Optional[str], int] = {"largest_remainder": 1, "first": 2, "last": 3}
SET_ASIDE: Mapping[Optional[str], int] = {
    None: 0,
    "recorded_later": 1,
    "not_over": 2,
    "outside_window": 3,
    "corrected": 4,
    "less_final": 5,
    "lower_revision": 6,
    "repeated": 7,
    "covered": 8,
    "earlier_level": 9,
    "earlier_stage": 10,
    "published_later": 11,
    "told_by_another": 12,
}
OPERATIONS: Mapping[str, int] = {
    "number": 1,
    "reference": 2,
    "negate": 3,
    "add": 4,
    "subtract": 5,
    "multiply": 6,
    "divide": 7,
}
EDITIONS: Mapping[Optional[str], int] = {"latest": 0, "first": 1}
SHARES: Mapping[Optional[str], int] = {"independent": 0, "largest_remainder": 1}


def number_of(kind: str, words: Mapping[Optional[str], int], word: Optional[str]) -> int:
    """The number of a word; ValueError names the words there are."""
    try:
        return words[word]
    except (KeyError, TypeError):
        known = ", ".join(repr(name) for name in words)
        raise ValueError(f"{kind} is {word!r}; it may be {known}") from None


def rounding_of(word: Optional[str]) -> int:
    """The number of a way to round, or of the indicator's own."""
    return 0 if word is None else number_of("rounding", ROUNDINGS, word)


def digits_of(digits: Optional[int]) -> int:
    """A number of digits, or that of the indicator's own. What is out of range the library says."""
    if digits is None:
        return -1
    if digits < 0:
        raise ValueError(f"digits is {digits}; it may not be below 0")
    return digits
