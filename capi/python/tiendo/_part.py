"""The parts of a plan as objects: what Plan gives and PlanBuilder takes.

The attributes are the keys of the plan format; one that is a word of Python has an underscore behind
it (`from_`). What a part does not say is None or (), and what a plan fills in is there. Objects are
compared by value; dataclasses.replace() makes a changed one.
"""

from __future__ import annotations

import dataclasses
import datetime
from decimal import Decimal
from typing import Any, Callable, Dict, Mapping, Optional, Tuple, Type, TypeVar, Union

from ._period import Period

_P = TypeVar("_P", bound="Part")


def key_of(name: str) -> str:
    """The key of an attribute."""
    return name[:-1] if name.endswith("_") else name


def value_key(read: Callable[[Any], Any], default: Any = None) -> Any:
    """An attribute that is read so from the value of its key."""
    return dataclasses.field(default=default, metadata={"read": read})


def _as_it_is(value: Any) -> Any:
    return value


def plain_key(default: Any = None) -> Any:
    """A text or a whole number."""
    return value_key(_as_it_is, default)


def number_key() -> Any:
    """A decimal, with the digits that it was given."""
    return value_key(Decimal)


def date_key() -> Any:
    """A day."""
    return value_key(datetime.date.fromisoformat)


def period_key() -> Any:
    """A period."""
    return value_key(Period.parse)


def part_key(kind: Type["Part"], default: Any = None) -> Any:
    """An object with keys of its own."""
    return value_key(kind.of_keys, default)


def list_key(read: Callable[[Any], Any] = _as_it_is) -> Any:
    """A list whose items are read so."""
    return value_key(lambda values: tuple(read(value) for value in values), ())


class Part:
    """A part of a plan, or something in it."""

    @classmethod
    def of_keys(cls: Type[_P], keys: Mapping[str, Any]) -> _P:
        """From an object of the plan format, with its texts as they are."""
        found: Dict[str, Any] = {}
        for field in dataclasses.fields(cls):
            if key_of(field.name) in keys:
                found[field.name] = field.metadata["read"](keys[key_of(field.name)])
        return cls(**found)

    def keys(self) -> Dict[str, Any]:
        """The object of the plan format, as PlanBuilder takes it."""
        pairs = ((field.name, getattr(self, field.name)) for field in dataclasses.fields(self))
        return {key_of(name): _plain(value) for name, value in pairs if not _is_absent(value)}


def _is_absent(value: Any) -> bool:
    return value is None or value == () or value == Name()


def _plain(value: Any) -> Any:
    if isinstance(value, Part):
        return value.keys()
    return [_plain(item) for item in value] if isinstance(value, tuple) else value


@dataclasses.dataclass(frozen=True)
class Name(Part):
    """A name in one or both languages."""

    vi: Optional[str] = plain_key()
    en: Optional[str] = plain_key()

    def of(self, lang: str) -> str:
        """The name in "vi" or "en", else in the other language, else ""."""
        wanted, other = (self.en, self.vi) if lang == "en" else (self.vi, self.en)
        return wanted or other or ""


NO_NAME = Name()


@dataclasses.dataclass(frozen=True)
class Near(Part):
    """By how much a condition may be missed and the result still be near it."""

    value: Optional[Decimal] = number_key()
    #: "value", "percent" of the bound that is missed, or "points".
    in_: Optional[str] = plain_key()


@dataclasses.dataclass(frozen=True)
class Decision(Part):
    """The document by which something was set."""

    document: Optional[str] = plain_key()
    number: Optional[str] = plain_key()
    date: Optional[datetime.date] = date_key()
