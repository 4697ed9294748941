"""What was asked for, as a report and a partial say it."""

from __future__ import annotations

from typing import Optional

from . import _table as t
from ._row import word_of
from ._words import BASES


class Asked:
    """Has a request."""

    @property
    def base(self) -> Optional[str]:
        """Which value of the year before was asked for, as for Book.report(); "latest" leaves it to the rules."""
        return word_of(BASES, self._request().base)

    @property
    def levels(self) -> Optional[int]:
        """Rows without a target also for units so many levels below that of the plan; None: for none."""
        request = self._request()
        return request.levels if request.has_levels else None

    def _request(self) -> t.Request:
        raise NotImplementedError
