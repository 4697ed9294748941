"""All golden books, and what they are asked: the days and options of the tests that go over all of them."""

import functools
import json
import pathlib
import re

from tool import BIM_SON, LEFT_OUT, PERIOD_BEFORE, ROOT, book  # noqa: F401

FOLDER = ROOT / "tests/golden/books"
BOOKS = (BIM_SON, *(book(path.name) for path in sorted(FOLDER.iterdir())))


def plan(files):
    """The plan of a book."""
    return json.loads((ROOT / files[0]).read_text(encoding="utf-8"))


@functools.cache
def questions(few=False):
    """(book, options): each book in the middle and at the end of its period, as known then and now, by
    each base, and on other maps where its units change; `few`: at the end, and by one map."""
    asked = []
    for files in BOOKS:
        period = plan(files)["plan"]["period"]
        year = period[5:] if re.fullmatch(r"\d{4}/\d{4}", period) else period[:4]
        end = ("--as-of", f"{year}-12-31")
        more = [("--as-of", f"{year}-06-30"), (*end, "--known-on", f"{year}-12-31"),
                (*end, "--base", "first-published"), (*end, "--base", "as-of-report"), (*end, "--levels", "2")]
        if plan(files).get("succession"):
            changed = plan(files)["succession"][-1]["on"]
            asked.append((files, (*end, "--map", changed)))
            more += [("--as-of", f"{year}-06-30", "--map", changed), (*end, "--map", f"{year}-01-01")]
        for options in (end, *(() if few else more)):
            asked.append((files, options))
    return asked
