"""Targets as columns: a country's at once, without an object for each."""

from __future__ import annotations

import array
from typing import Any, Mapping, Optional

from . import _table as t
from ._call import int_of
from ._columns import Columns, Words, is_buffer
from ._numbers import plain_text

_BOUNDS: Mapping[Optional[str], int] = {
    "at_least": t.CONDITION_AT_LEAST,
    "more_than": t.CONDITION_MORE_THAN,
    "at_most": t.CONDITION_AT_MOST,
    "less_than": t.CONDITION_LESS_THAN,
    "equal": t.CONDITION_EQUAL,
}


class TargetColumns(Columns):
    """The columns of targets as the library takes them."""

    def __init__(self, count: int, indicator: Words, condition: Words, scale: Optional[int]) -> None:
        super().__init__(t.TargetColumns, count)
        self.info.scale = 0 if scale is None else int_of("scale", scale, 32)
        self._scale = scale
        self.words("indicator", indicator)
        self.codes("condition", condition, _BOUNDS)

    def values(self, given: Any, scales: Any) -> None:
        """What is asked for: integers without their points in a buffer, or a number in each row."""
        self._numbers("coefficients", "scales", given, scales)

    def baselines(self, given: Any, scales: Any, validity: Any) -> None:
        """The same of baselines, which not every row need have."""
        if given is None:
            return
        if not is_buffer(given):
            given = list(given)
            self.bits("baseline_validity", [number is not None for number in given])
        else:
            self.bits("baseline_validity", validity)
        self._numbers("baseline", "baseline_scales", given, scales)

    def _numbers(self, name: str, scale_name: str, given: Any, scales: Any) -> None:
        if is_buffer(given):
            if scales is None and self._scale is None:
                raise TypeError(f"{name} is a buffer, which needs a scale, or scales")
            setattr(self.info, name, self.memory(name, given, "q"))
            self.small(scale_name, scales)
            return
        texts = ["0" if number is None else plain_text(number) for number in given]
        digits = [int_of(name, int(text.replace(".", ""))) for text in texts]
        setattr(self.info, name, self.memory(name, array.array("q", digits), "q"))
        own = array.array("B", [len(text.partition(".")[2]) for text in texts])
        self.small(scale_name, own)
