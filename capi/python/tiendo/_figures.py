"""Published figures: whether they follow from the numbers they are published with."""

from __future__ import annotations

import ctypes
import json
import os
from decimal import Decimal
from typing import IO, Any, Dict, List, NamedTuple, Optional, Union

from . import _table as t
from ._call import call, call_for_text, call_reading, decoded, encoded, int_of, new_struct
from ._errors import Error
from ._library import library
from ._numbers import Number, Numbers, decimal128_of, decimal_of, numbers_of
from ._source import Source, path_of
from ._watch import watched
from ._words import FORMATS, LANGUAGES, ROUNDINGS, number_of


class FittingPlans(NamedTuple):
    """The plans that a printed rate leaves open."""

    #: How many there are; None where there is no end to them.
    count: Optional[int]  # type: ignore[assignment]
    #: The smallest, in order, as many as were asked for.
    plans: List[Decimal]


def verify_figures(
    table: Union[str, "os.PathLike[str]", IO[str], IO[bytes]],
    numbers: Numbers = "plain",
    name: str = "",
    *,
    leave_out_faulty: bool = False,
) -> Dict[str, Any]:
    """Checks a table of published figures (CSV): the document that `tiendo verify --format json` writes.

    `table` is the text of the table, the path of its file as a pathlib.Path, or a file object of bytes or of
    text, as Book.read() takes it, whose exceptions come out; of these a block is in memory at a time. `name`
    is what findings call a text or a file object, which has one of its own where that is empty. Numbers are "plain", "vi" or in a NumberFormat. The
    `figures` have a `verdict` each: "reproduces", "possible", "impossible" or "undecided"; decimals and
    fractions are texts. A faulty row raises Error, with all findings. With `leave_out_faulty` the rows that
    are good are there, and last_findings() says what is wrong with the others; where none is good, Error.
    """
    options = new_struct(t.VerifyOptions)
    options.format, options.language = FORMATS["json"], LANGUAGES["en"]
    options.leave_out_faulty = leave_out_faulty
    with numbers_of(numbers) as options.numbers:
        if isinstance(table, os.PathLike):
            text = call_for_text(
                library.tiendo_figures_verify_file, path_of(table), ctypes.byref(options), reading=True
            )
        elif hasattr(table, "read"):
            text = _from_source(table, encoded(name) or None, options)
        else:
            content = encoded(table) or b""
            arguments = (content, len(content), encoded(name) or None, ctypes.byref(options))
            text = call_for_text(library.tiendo_figures_verify_with, *arguments, reading=True)
    assert text is not None
    document: Dict[str, Any] = json.loads(text)
    return document


def _from_source(file: Any, name: Optional[bytes], options: t.VerifyOptions) -> str:
    """What comes of a file object, which gives its bytes once."""
    taken: List[bytes] = []
    with watched(None) as watch:
        give, user, _, known_as = Source(file, watch).arguments
        take = t.Take(lambda _, text, length: taken.append(text))  # lives as long as the call
        function = library.tiendo_figures_verify_from
        try:
            call_reading(function, give, take, user, name or known_as, ctypes.byref(options))
        except Error as problem:
            if problem.status != "TIENDO_E_ROWS":  # then the text is there
                raise
    return decoded(memoryview(taken[0]))


def fitting_plans(
    actual: Number,
    rate: Number,
    *,
    excess: bool = False,
    rounded: bool = False,
    rounding: Optional[str] = None,
    step: Number = 1,
    most: int = 100,
) -> FittingPlans:
    """The plans that are multiples of `step` and of which `actual` is `rate` percent, as printed.

    With `excess` the rate is how much it is over 100 %; with `rounded` the actual was rounded to its digits,
    and not counted. Without a way of rounding, to the nearest, both ties included.
    """
    most = int_of("most", most, 32)
    mode = t.ROUND_UNKNOWN if rounding is None else number_of("rounding", ROUNDINGS, rounding)
    plans = (t.Decimal128 * most)()
    listed, has_count = ctypes.c_int64(), ctypes.c_int32()
    count = t.Decimal128()
    call(
        library.tiendo_fitting_plans,
        ctypes.byref(decimal128_of(actual)),
        int(rounded),
        ctypes.byref(decimal128_of(rate)),
        int(excess),
        mode,
        ctypes.byref(decimal128_of(step)),
        plans,
        most,
        ctypes.byref(listed),
        ctypes.byref(count),
        ctypes.byref(has_count),
    )
    return FittingPlans(
        int(decimal_of(count)) if has_count.value else None,
        [decimal_of(plan) for plan in plans[: listed.value]],
    )
