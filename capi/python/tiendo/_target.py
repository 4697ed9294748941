"""Targets as objects, with their conditions."""

from __future__ import annotations

import dataclasses
import datetime
from decimal import Decimal
from typing import Any, Dict, Mapping, Optional, Tuple, Union

from ._part import Decision, Near, Part, value_key, list_key, number_key, part_key, period_key, plain_key
from ._period import Period


@dataclasses.dataclass(frozen=True)
class Condition:
    """What has to come true: Condition("at_least", Decimal("53.026"))."""

    #: The key of the plan format: "at_least", "between", "increase_by", "yes".
    kind: str
    #: The number; the lower end of "between".
    value: Optional[Decimal] = None
    #: The upper end of "between".
    upper: Optional[Decimal] = None
    #: Of "about".
    tolerance: Optional[Decimal] = None
    #: Of a change: "value", "percent" or "points".
    in_: Optional[str] = None
    #: Of a change: what must hold as well.
    then: Optional["Condition"] = None
    #: Of "components": the id of each and what it has to meet.
    components: Tuple[Tuple[str, "Condition"], ...] = ()

    @classmethod
    def of_keys(cls, keys: Mapping[str, Any]) -> Optional["Condition"]:
        """From an object of the plan format; None where it has no condition."""
        kind = next((kind for kind in CONDITIONS if kind in keys), None)
        return None if kind is None else _condition(kind, keys[kind])

    def keys(self) -> Dict[str, Any]:
        """The one key of the plan format that it is."""
        if self.kind == "between":
            return {self.kind: [self.value, self.upper]}
        if self.kind == "about":
            return {self.kind: {"value": self.value, "tolerance": self.tolerance}}
        if self.kind in ("increase_by", "decrease_by"):
            then = None if self.then is None else self.then.keys()
            return {self.kind: {"value": self.value, "in": self.in_, "then": then}}
        if self.kind == "components":
            return {self.kind: {name: condition.keys() for name, condition in self.components}}
        return {self.kind: True if self.kind == "yes" else self.value}


CONDITIONS = (
    "at_least",
    "more_than",
    "at_most",
    "less_than",
    "equal",
    "between",
    "about",
    "increase_by",
    "decrease_by",
    "yes",
    "components",
)


def _condition(kind: str, value: Any) -> Condition:
    if kind == "between":
        return Condition(kind, Decimal(value[0]), Decimal(value[1]))
    if kind == "about":
        return Condition(kind, Decimal(value["value"]), tolerance=Decimal(value["tolerance"]))
    if kind in ("increase_by", "decrease_by"):
        then = Condition.of_keys(value.get("then") or {})
        return Condition(kind, Decimal(value["value"]), in_=value["in"], then=then)
    if kind == "components":
        pairs = ((name, Condition.of_keys(keys)) for name, keys in value.items())
        return Condition(kind, components=tuple((name, c) for name, c in pairs if c is not None))
    return Condition(kind, None if kind == "yes" else Decimal(value))


@dataclasses.dataclass(frozen=True)
class Baseline(Part):
    """The value that a change is counted from, and the period it is of."""

    value: Optional[Decimal] = number_key()
    period: Optional[Period] = period_key()


@dataclasses.dataclass(frozen=True)
class Profile:
    """How a target is expected to be reached: evenly (no steps), by shares of periods that add up to
    1, or by values at days."""

    steps: Tuple[Tuple[Union[Period, datetime.date], Decimal], ...] = ()

    @classmethod
    def of_keys(cls, keys: Union[str, Mapping[str, str]]) -> "Profile":
        """From the plan format: "linear", or an object."""
        if isinstance(keys, str):
            return cls()
        return cls(tuple((_day_or_period(key), Decimal(value)) for key, value in keys.items()))

    def keys(self) -> Union[str, Dict[Any, Any]]:
        """As PlanBuilder takes it."""
        return dict(self.steps) if self.steps else "linear"


def _day_or_period(text: str) -> Union[Period, datetime.date]:
    is_day = len(text) == 10 and "/" not in text
    return datetime.date.fromisoformat(text) if is_day else Period.parse(text)


@dataclasses.dataclass(frozen=True)
class Target(Part):
    """What has been promised, by whom, for which indicator, unit and period."""

    indicator: str = plain_key("")
    unit: Optional[str] = plain_key()
    project: Optional[str] = plain_key()
    assigner: Optional[str] = plain_key()
    layer: Optional[str] = plain_key()
    period: Optional[Period] = period_key()
    baseline: Optional[Baseline] = part_key(Baseline)
    condition: Optional[Condition] = plain_key()
    near: Optional[Near] = part_key(Near)
    profile: Optional[Profile] = value_key(Profile.of_keys)
    projects: Optional[int] = plain_key()
    decision: Optional[Decision] = part_key(Decision)
    lead: Optional[str] = plain_key()
    with_: Tuple[str, ...] = list_key()
    task_group: Optional[str] = plain_key()
    note: Optional[str] = plain_key()
    source: Optional[str] = plain_key()

    @classmethod
    def of_keys(cls, keys: Mapping[str, Any]) -> "Target":
        """From an object of the plan format."""
        return dataclasses.replace(super().of_keys(keys), condition=Condition.of_keys(keys))

    def keys(self) -> Dict[str, Any]:
        """The object of the plan format, as PlanBuilder takes it."""
        keys = super().keys()
        condition, profile = keys.pop("condition", None), keys.pop("profile", None)
        if profile is not None:
            keys["profile"] = profile.keys()
        return keys if condition is None else {**keys, **condition.keys()}
