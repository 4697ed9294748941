"""Parts of a plan between Python's objects and the text of the plan format."""

from __future__ import annotations

import datetime
import decimal
import json
from typing import Any, Dict, List, Mapping, Optional, Sequence, Union

from ._numbers import plain_text
from ._period import Period

#: What the value of a key may be; an object of the format is a mapping, and None says that the key
#: is absent.
Value = Union[
    None,
    str,
    bool,
    int,
    decimal.Decimal,
    datetime.date,
    Period,
    Mapping[Any, Any],
    Sequence[Any],
]

#: Most digits of a bare number in JSON; longer ones go as strings.
_MOST_BARE_DIGITS = 300
#: Most digits that the library reads.
_MOST_DIGITS = 1000

#: Attributes that are words of Python without the underscore, and their keys.
_ATTRIBUTES = {"in_": "in", "from_": "from", "with_": "with"}

#: The keys of objects whose keys are ids.
_OF_IDS = ("components", "indicators")


def text_of_part(part: Mapping[str, Value]) -> bytes:
    """A part as an object of the format tiendo-plan/1; TypeError for what would not be exact."""
    if not isinstance(part, Mapping):
        raise TypeError(f"a part is a mapping of keys to values, not {part!r}")
    return json.dumps(_object(part), ensure_ascii=False).encode("utf-8", "surrogatepass")


def text_of_cell(value: Value) -> Optional[str]:
    """A value as a row of a column; None where the row does not have the key."""
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (Mapping, Sequence)):
        raise TypeError(f"a column has one value in each row, not {value!r}")
    return str(_json(value))


def key_of_column(key: str) -> bytes:
    """The key of a column, which ends at its first zero byte: one inside would cut it off."""
    if not isinstance(key, str):
        raise TypeError(f"the key of a column is a str, not {key!r}")
    if "\0" in key:
        raise ValueError(f"a zero byte in {key!r}")
    return key.encode("utf-8", "surrogatepass")


def _object(part: Mapping[Any, Any], of_ids: bool = False) -> Dict[str, Any]:
    """`of_ids`: the keys are ids, which are no words of the format."""
    pairs = ((_key(key, of_ids), value) for key, value in part.items() if value is not None)
    return {key: _json(value, not of_ids and key in _OF_IDS) for key, value in pairs}


def _key(key: Any, is_id: bool) -> str:
    """A key of the format, also as the attribute of a part; the steps of a profile have periods or
    days for keys."""
    if isinstance(key, str) and not is_id:
        return _ATTRIBUTES.get(key, key)
    if isinstance(key, (str, Period)):
        return str(key)
    if isinstance(key, datetime.date) and not isinstance(key, datetime.datetime):
        return key.isoformat()
    raise TypeError(f"a key is a str, a Period or a datetime.date, not {key!r}")


def _json(value: Any, of_ids: bool = False) -> Any:
    """A value as the json module writes it, digit for digit."""
    if isinstance(value, (str, bool)):
        return value
    if isinstance(value, int):
        text = plain_text(value, _MOST_DIGITS)
        return value if len(text) <= _MOST_BARE_DIGITS else text
    if isinstance(value, decimal.Decimal):
        return plain_text(value, _MOST_DIGITS)
    if isinstance(value, datetime.date) and not isinstance(value, datetime.datetime):
        return value.isoformat()
    if isinstance(value, Period):
        return str(value)
    if isinstance(value, Mapping):
        return _object(value, of_ids)
    if isinstance(value, Sequence) and not isinstance(value, (bytes, bytearray, memoryview)):
        return _list(value)
    if isinstance(value, float):
        raise TypeError(
            f"{value!r} is a float, which is not the number that was written: figures are exact; "
            f"give a Decimal, an int or a str"
        )
    raise TypeError(f"a str, an int, a Decimal, a date, a Period, a list or a dict is needed, not {value!r}")


def _list(values: Sequence[Any]) -> List[Any]:
    return [_json(value) for value in values]
