"""The work as objects, and what the plan says of itself."""

from __future__ import annotations

import dataclasses
import datetime
from decimal import Decimal
from typing import Any, Dict, Optional, Tuple, Union

from ._part import NO_NAME, Name, Part, date_key, value_key, list_key, number_key, part_key, period_key, plain_key
from ._period import Period
from ._target import Target


@dataclasses.dataclass(frozen=True)
class Milestone(Part):
    """A dated step of a project and its share of the work."""

    id: Optional[str] = plain_key()
    name: Name = part_key(Name, NO_NAME)
    due: Optional[datetime.date] = date_key()
    weight: Optional[Decimal] = number_key()


@dataclasses.dataclass(frozen=True)
class Capital(Part):
    """Money of a project in one pot."""

    pot: str = plain_key("")
    #: Id of the indicator that counts what has been paid.
    indicator: str = plain_key("")
    amount: Optional[Decimal] = number_key()
    #: The last day on which it may be paid.
    until: Optional[datetime.date] = date_key()
    note: Optional[str] = plain_key()
    source: Optional[str] = plain_key()


@dataclasses.dataclass(frozen=True)
class Project(Part):
    """A project: its targets are its quantities."""

    id: str = plain_key("")
    name: Name = part_key(Name, NO_NAME)
    investor: Optional[str] = plain_key()
    lead: Optional[str] = plain_key()
    with_: Tuple[str, ...] = list_key()
    period: Optional[Period] = period_key()
    start: Optional[datetime.date] = date_key()
    finish: Optional[datetime.date] = date_key()
    late_after_months: Optional[int] = plain_key()
    stages: Tuple[str, ...] = list_key()
    targets: Tuple[Target, ...] = list_key(Target.of_keys)
    milestones: Tuple[Milestone, ...] = list_key(Milestone.of_keys)
    capital: Tuple[Capital, ...] = list_key(Capital.of_keys)
    note: Optional[str] = plain_key()
    source: Optional[str] = plain_key()


@dataclasses.dataclass(frozen=True)
class Task(Part):
    """One task of a group."""

    id: Optional[str] = plain_key()
    name: Name = part_key(Name, NO_NAME)
    lead: Optional[str] = plain_key()
    with_: Tuple[str, ...] = list_key()
    due: Optional[datetime.date] = date_key()


@dataclasses.dataclass(frozen=True)
class TaskGroup(Part):
    """A group of tasks and solutions (nhóm nhiệm vụ, giải pháp)."""

    id: str = plain_key("")
    number: Optional[int] = plain_key()
    name: Name = part_key(Name, NO_NAME)
    tasks: Tuple[Task, ...] = list_key(Task.of_keys)
    lead: Optional[str] = plain_key()
    with_: Tuple[str, ...] = list_key()
    #: Ids of the indicators whose targets it serves.
    targets: Tuple[str, ...] = list_key()
    note: Optional[str] = plain_key()
    source: Optional[str] = plain_key()


@dataclasses.dataclass(frozen=True)
class ParentPlan(Part):
    """The plan that a plan is a part of."""

    id: str = plain_key("")
    name: Name = part_key(Name, NO_NAME)
    period: Optional[Period] = period_key()


@dataclasses.dataclass(frozen=True)
class Declared(Part):
    """How many of each the plan says it has."""

    #: A number, or numbers by assigner: (("thanh-hoa", 12), ("bim-son", 25)).
    indicators: Union[None, int, Tuple[Tuple[str, int], ...]] = value_key(
        lambda value: value if isinstance(value, int) else tuple(value.items())
    )
    task_groups: Optional[int] = plain_key()
    projects: Optional[int] = plain_key()

    def keys(self) -> Dict[str, Any]:
        """The object of the plan format, as PlanBuilder takes it."""
        keys = super().keys()
        if isinstance(self.indicators, tuple):
            keys["indicators"] = dict(self.indicators)
        return keys


@dataclasses.dataclass(frozen=True)
class PlanHead(Part):
    """What a plan says of itself."""

    id: str = plain_key("")
    #: Id of the unit whose plan it is.
    unit: Optional[str] = plain_key()
    period: Optional[Period] = period_key()
    name: Name = part_key(Name, NO_NAME)
    theme: Optional[str] = plain_key()
    viewpoint: Optional[str] = plain_key()
    basis: Tuple[str, ...] = list_key()
    parent: Optional[ParentPlan] = part_key(ParentPlan)
    declared: Optional[Declared] = part_key(Declared)
    note: Optional[str] = plain_key()
    source: Optional[str] = plain_key()
