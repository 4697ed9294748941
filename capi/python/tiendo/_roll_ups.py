"""Rankings, contributions and scores of a book, and the list of methods."""

from __future__ import annotations

import ctypes
import datetime
import json
from decimal import Decimal
from fractions import Fraction
from typing import Any, Dict, Mapping, Optional, Sequence, Union

from . import _table as t
from ._call import Handle, call_for_text, encoded, new_struct, text_of
from ._library import library
from ._period import Period, struct_of
from ._words import FORMATS, LANGUAGES, SHARES, number_of
from ._written import options_of

# The figures by which units can be ranked.
FIGURES: Mapping[Optional[str], int] = {"completion": 3, "growth": 8, "actual": 2}


class RollUp:
    """A ranking, contributions or scores: `data` is all of it as dictionaries, write() the text.

    Each asks the book, and so says what has been reported by then.
    """

    def __init__(self, function: Any, observations: Handle, question: t.RollUp, request: t.Request) -> None:
        self._function = function
        self._observations = observations
        self._question = question
        self._request = request

    def write(
        self,
        format: str = "text",
        lang: str = "vi",
        digits: Optional[int] = None,
        rounding: Optional[str] = None,
        exact: bool = False,
    ) -> str:
        """All of it as the tool prints it: "text", "csv", "json" or "markdown"."""
        options = options_of(format, lang, digits, rounding, exact)
        text = call_for_text(
            self._function,
            self._observations,
            ctypes.byref(self._question),
            ctypes.byref(self._request),
            ctypes.byref(options),
            reading=self._question.criteria is not None,
        )
        assert text is not None
        return text

    @property
    def data(self) -> Dict[str, Any]:
        """All of it with the names of the JSON of the tool, numbers as texts, fractions exact."""
        return dict(json.loads(self.write("json", exact=True)))


def question_of(unit: Optional[str], period: Optional[Period], indicator: Optional[str] = None) -> t.RollUp:
    """What all of them ask: of the units below which one, in which period."""
    question = new_struct(t.RollUp)
    question.unit, question.indicator = encoded(unit), encoded(indicator)
    if period is not None:
        days = struct_of(period)
        question.has_period, question.period_start, question.period_end = 1, days.start, days.end
    return question


def ranking(
    observations: Handle,
    question: t.RollUp,
    request: t.Request,
    figure: str,
    assigner: Optional[str],
    over: Optional[bytes],
) -> RollUp:
    """The units in the order of a figure."""
    question.figure = number_of("figure", FIGURES, figure)
    question.assigner, question.threshold = encoded(assigner), over
    return RollUp(library.tiendo_observations_rank, observations, question, request)


def contributions(
    observations: Handle, question: t.RollUp, request: t.Request, whole: Optional[str], shares: str
) -> RollUp:
    """The parts of a whole."""
    question.whole, question.shares = encoded(whole), number_of("shares", SHARES, shares)
    return RollUp(library.tiendo_observations_contributions, observations, question, request)


def scores(observations: Handle, question: t.RollUp, request: t.Request, criteria: str) -> RollUp:
    """The units by points."""
    question.criteria = encoded(criteria)
    return RollUp(library.tiendo_observations_score, observations, question, request)


def write_criteria(criteria: str) -> str:
    """Criteria, the text of a file (tiendo-criteria/1), in the canonical form.

    Raises Error where the text is at fault.
    """
    text = call_for_text(library.tiendo_criteria_write, encoded(criteria), reading=True)
    assert text is not None
    return text


def score_figures(criteria: str, figures: Mapping[str, Mapping[str, Any]]) -> Dict[str, Any]:
    """Units scored by criteria, the text of a file (tiendo-criteria/1), from figures of any source.

        >>> tiendo.score_figures(criteria, {"xa-1": {"paid": Decimal("87.5"), "goal": "met"}, "xa-2": {}})

    For each unit a figure under the id of each criterion: an int, a Decimal, a Fraction or a text, exactly; "exceeded",
    "met", "near" or "missed" where verdicts are scored; {"value": ..., "deductions": [...]} where there are deductions.
    None, and what is left out, has not been reported. The answer is as Book.score() has it in `data`: `units` by
    place, with points, total and class, and `quotas`.

    Raises Error where criteria or figures are at fault, TypeError for a float.
    """
    units = [{"unit": unit, "figures": _plain(given)} for unit, given in figures.items()]
    told = encoded(json.dumps({"format": "tiendo-figures/1", "units": units}))
    text = call_for_text(library.tiendo_criteria_score, encoded(criteria), told, reading=True)
    assert text is not None
    return dict(json.loads(text))


def methods() -> Dict[str, Any]:
    """The methods of judging by id and version, with formulas and sources (`methods`), and the
    thresholds that come with the library (`bands`, `scores`)."""
    options = options_of("json", "vi", None, None, False)
    return dict(json.loads(text_of(library.tiendo_methods_write, ctypes.byref(options))))


def _plain(value: Any) -> Any:
    """A part of a case as it stands in JSON; every number as the text of it."""
    if value is None or isinstance(value, (str, bool)):
        return value
    if isinstance(value, (int, Decimal, Fraction)):
        return format(value, "f") if isinstance(value, Decimal) else str(value)
    if isinstance(value, (datetime.date, Period)):
        return str(value)
    if isinstance(value, Mapping):
        return {str(key): _plain(part) for key, part in value.items()}
    if isinstance(value, Sequence):
        return [_plain(part) for part in value]
    raise TypeError(f"a number of a case is an int, a Decimal, a Fraction or a text, not {type(value).__name__}")


def assess(
    method: str,
    numbers: Mapping[str, Any],
    *,
    quantity: Optional[str] = None,
    better: Optional[str] = None,
    strict: bool = False,
    vintage: Optional[str] = None,
    thresholds: Union[str, Mapping[str, Any], None] = None,
    scores: Union[str, Mapping[str, Any], None] = None,
    policies: Optional[Mapping[str, Any]] = None,
) -> Dict[str, Any]:
    """What a method of methods() says of a case: state, what decided, value or reason, band, figures, inputs.

    `method` is "id", "id@version" or with a variant, "ratio_to_target@1/direct". `numbers` are given under the
    symbols of the list: an int, a Decimal, a Fraction or a text, exactly; of `v`, `T` and `b` also
    {"value": ..., "period": ...}. `thresholds` and `scores` are the "id@version" of a table that comes with the
    library, or a table. The guide to the methods has all keys.

    Raises Error where the case is at fault, TypeError for a float. Numbers that the method refuses are an answer.
    """
    case = {
        "format": "tiendo-case/1", "method": method, "numbers": _plain(numbers), "quantity": quantity,
        "better": better, "strict": strict, "vintage": vintage, "thresholds": _plain(thresholds),
        "scores": _plain(scores),
    }
    if policies is not None:
        case["policies"] = {
            key: value if key == "round_before_banding" else _plain(value) for key, value in policies.items()
        }
    said = {key: value for key, value in case.items() if value is not None}
    text = call_for_text(library.tiendo_method_assess, encoded(json.dumps(said)), reading=True)
    assert text is not None
    return dict(json.loads(text))
