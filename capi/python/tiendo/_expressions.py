"""Expressions: what a formula says, its exact value, and what it can be."""

from __future__ import annotations

import ctypes
from decimal import Decimal
from fractions import Fraction
from typing import Any, Mapping, NamedTuple, Optional, Tuple, Union

from . import _table as t
from ._amounts import Interval
from ._call import Handle, call, count_of, new_struct, text_of
from ._library import library
from ._numbers import Exactly, exact_text, fraction_of
from ._words import OPERATIONS

_OPERATIONS = {number: name for name, number in OPERATIONS.items()}


class ExpressionPart(NamedTuple):
    """A number, a reference or an operation in an expression. What it does not have is None."""

    #: "number", "reference", "negate", "add", "subtract", "multiply" or "divide".
    operation: str
    #: Of a number: itself, with the digits it was written with.
    number: Optional[Decimal]
    #: Of a reference: the id that it refers to.
    reference: Optional[str]
    #: Of an operation: the places of its operands in `parts`, which are lower than its own; "negate" has
    #: only the right one.
    left: Optional[int]
    right: Optional[int]


class Expression:
    """An expression as in the formulas of a plan: Expression("actual / plan * 100 - 100").

        >>> growth = tiendo.Expression("(now - before) / before * 100")
        >>> growth.evaluate({"now": 52461, "before": 48820})
        Fraction(18205, 2441)

    Numbers, references, `+ - * /`, a minus before an operand, and parentheses. A reference is a plain
    word, or any id in brackets: [gross-output.state]. What is none raises Error, with `offset`. Never
    changes; safe in many threads.
    """

    def __init__(self, text: str) -> None:
        if not isinstance(text, str):
            raise TypeError(f"a str is needed, not {text!r}")
        self._handle = Handle(library.tiendo_expression_destroy)
        data = text.encode("utf-8", "surrogatepass")
        call(library.tiendo_expression_parse, data, len(data), self._handle.out())
        function = library.tiendo_expression_reference
        count = count_of(library.tiendo_expression_reference_count, self._handle)
        #: Every id that it refers to, once, in the order in which they first stand in the text.
        self.references: Tuple[str, ...] = tuple(text_of(function, self._handle, i) for i in range(count))

    @property
    def parts(self) -> Tuple[ExpressionPart, ...]:
        """What it is made of, the operands of each part before itself; the last is the whole.

            >>> [part.operation for part in tiendo.Expression("-a * 2").parts]
            ['reference', 'negate', 'number', 'multiply']
        """
        function, count = library.tiendo_expression_parts, ctypes.c_int64()
        most = len(str(self)) + 1  # each part has a character of its own
        operations = (ctypes.c_int32 * most)()
        references, lefts, rights = ((ctypes.c_int64 * most)() for _ in range(3))
        call(function, self._handle, operations, references, lefts, rights, most, ctypes.byref(count))
        return tuple(
            ExpressionPart(
                _OPERATIONS.get(operations[at], "unknown"),
                self._number(at) if operations[at] == t.OPERATION_NUMBER else None,
                None if references[at] < 0 else self.references[references[at]],
                None if lefts[at] < 0 else lefts[at],
                None if rights[at] < 0 else rights[at],
            )
            for at in range(count.value)
        )

    def _number(self, at: int) -> Decimal:
        return Decimal(text_of(library.tiendo_expression_number, self._handle, at))

    def __str__(self) -> str:
        """The canonical text: one space around each of `+ - * /`, no parentheses that are not needed."""
        return text_of(library.tiendo_expression_format, self._handle, None, None, 0)

    def __repr__(self) -> str:
        return f"Expression({str(self)!r})"

    def format(self, texts: Mapping[str, str]) -> str:
        """The same text with others in the place of the references: "52461 / 94820 * 100 - 100"."""
        data = [texts[name].encode("utf-8", "surrogatepass") for name in self.references]
        return text_of(library.tiendo_expression_format, self._handle, *_arrays(data))

    def evaluate(self, values: Mapping[str, Exactly]) -> Fraction:
        """The exact value for those of the references; others may be among them.

        Raises Error for a divisor that is zero, KeyError for a reference without a value.
        """
        data = [exact_text(values[name]) for name in self.references]
        return fraction_of(text_of(library.tiendo_expression_evaluate, self._handle, *_arrays(data)))

    def bounds(self, intervals: Mapping[str, Union[Interval, Exactly]]) -> Interval:
        """What it can be when the references are only known to lie in intervals, as printed_interval() gives.

        Exact, never merely safe; the ends are Fractions. Raises Error for a divisor that may be zero, and
        where exact bounds are not known: a reference that is multiplied by itself.
        """
        array = (t.IntervalInfo * len(self.references))(*(_interval(intervals[name]) for name in self.references))
        low, has_low = self._bound(array, t.SIDE_LOW)
        high, has_high = self._bound(array, t.SIDE_HIGH)
        return Interval(low, high, has_low, has_high)

    def _bound(self, intervals: Any, side: int) -> Tuple[Fraction, bool]:
        included = ctypes.c_int32()
        function = library.tiendo_expression_bound
        text = text_of(function, self._handle, intervals, len(intervals), side, ctypes.byref(included))
        return fraction_of(text), bool(included.value)


def _arrays(texts: list[bytes]) -> Tuple[Any, Any, int]:
    count = len(texts)
    return (ctypes.c_char_p * count)(*texts), (ctypes.c_int64 * count)(*map(len, texts)), count


def _interval(given: Union[Interval, Exactly]) -> t.IntervalInfo:
    info = new_struct(t.IntervalInfo)
    known = given if isinstance(given, Interval) else Interval(given, given, True, True)
    info.low, info.high = exact_text(known.low), exact_text(known.high)
    info.has_low, info.has_high = known.has_low, known.has_high
    return info
