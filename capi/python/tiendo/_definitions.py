"""What things are, as objects: measures, units and what becomes of them, indicators."""

from __future__ import annotations

import dataclasses
import datetime
from decimal import Decimal
from typing import Optional, Tuple

from ._part import NO_NAME, Decision, Name, Near, Part, date_key, list_key, number_key, part_key, plain_key


@dataclasses.dataclass(frozen=True)
class Measure(Part):
    """What a number counts: tỷ đồng, ha, %."""

    id: str = plain_key("")
    kind: str = plain_key("")
    name: Name = part_key(Name, NO_NAME)
    #: What one of this measure is in the unit of its kind.
    factor: Optional[Decimal] = number_key()
    note: Optional[str] = plain_key()
    source: Optional[str] = plain_key()


@dataclasses.dataclass(frozen=True)
class UnitCode(Part):
    """An official code and the days for which it was the unit's; `until` is the first day after."""

    code: str = plain_key("")
    from_: Optional[datetime.date] = date_key()
    until: Optional[datetime.date] = date_key()


@dataclasses.dataclass(frozen=True)
class Unit(Part):
    """A responsible unit: province, town, department, ward."""

    id: str = plain_key("")
    kind: Optional[str] = plain_key()
    #: Id of the unit above.
    parent: Optional[str] = plain_key()
    name: Name = part_key(Name, NO_NAME)
    from_: Optional[datetime.date] = date_key()
    #: The first day on which it no longer exists.
    until: Optional[datetime.date] = date_key()
    codes: Tuple[UnitCode, ...] = list_key(UnitCode.of_keys)
    note: Optional[str] = plain_key()
    source: Optional[str] = plain_key()


@dataclasses.dataclass(frozen=True)
class Heir(Part):
    """A unit that others become, and its share of each of them."""

    unit: str = plain_key("")
    share: Optional[Decimal] = number_key()


@dataclasses.dataclass(frozen=True)
class Succession(Part):
    """One event in the life of units: `from_` become `to`, or `unit` changes."""

    #: The first day on which things are so.
    on: Optional[datetime.date] = date_key()
    decision: Optional[Decision] = part_key(Decision)
    from_: Tuple[str, ...] = list_key()
    to: Tuple[Heir, ...] = list_key(Heir.of_keys)
    unit: Optional[str] = plain_key()
    #: Id of the new parent; "" for none above, None for no change.
    parent: Optional[str] = plain_key()
    name: Name = part_key(Name, NO_NAME)
    code: Optional[str] = plain_key()
    note: Optional[str] = plain_key()
    source: Optional[str] = plain_key()


@dataclasses.dataclass(frozen=True)
class SeriesBreak(Part):
    """A day from which the numbers are not comparable with those before."""

    on: Optional[datetime.date] = date_key()
    kind: str = plain_key("scope")
    #: What bridges it; None: nothing does.
    factor: Optional[Decimal] = number_key()
    note: Optional[str] = plain_key()
    source: Optional[str] = plain_key()


@dataclasses.dataclass(frozen=True)
class Indicator(Part):
    """What is counted, in which measure, how it adds up, and what is better."""

    id: str = plain_key("")
    code: Optional[str] = plain_key()
    name: Name = part_key(Name, NO_NAME)
    field: Optional[str] = plain_key()
    #: Id of the measure.
    measure: Optional[str] = plain_key()
    kind: str = plain_key("flow")
    of: Optional[str] = plain_key()
    base: Optional[str] = plain_key()
    formula: Optional[str] = plain_key()
    components: Tuple[str, ...] = list_key()
    total: Optional[Decimal] = number_key()
    direction: Optional[str] = plain_key()
    scale: Optional[int] = plain_key()
    digits: Optional[int] = plain_key()
    percent_digits: Optional[int] = plain_key()
    rounding: Optional[str] = plain_key()
    time_rule: Optional[str] = plain_key()
    unit_rule: Optional[str] = plain_key()
    weight: Optional[str] = plain_key()
    breaks: Tuple[SeriesBreak, ...] = list_key(SeriesBreak.of_keys)
    base_rule: Optional[str] = plain_key()
    achievement: Optional[str] = plain_key()
    compare: Optional[str] = plain_key()
    near: Optional[Near] = part_key(Near)
    note: Optional[str] = plain_key()
    source: Optional[str] = plain_key()
