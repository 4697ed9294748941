"""What the national workload must be: checksums of its tables and of the answers on them.

They stand in tests/data/national, and the README there says where they come from.
"""

import csv
import hashlib
import os
import pathlib

SOURCE = pathlib.Path(os.environ.get("TIENDO_SOURCE", pathlib.Path(__file__).parents[3]))
DATA = SOURCE / "tests/data/national"
TABLES = ("units", "indicators", "targets", "observations", "updates")
KEY_COLUMNS = {"q1": 2, "q2": 2, "q3": 2, "q4": 2, "q5": 1, "q6": 1}


def rows_of(name):
    with open(DATA / name, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def expected_tables():
    """{(months, table): checksum}"""
    return {(int(row["months"]), row["table"]): row["sha256"] for row in rows_of("tables.csv")}


def expected_answers():
    """{(months, as of, question): (rows, checksum)}"""
    return {
        (int(row["months"]), int(row["asof"]), row["question"]): (int(row["rows"]), row["sha256"])
        for row in rows_of("answers.csv")
    }


def of_table(path):
    """The checksum of a table, as it is."""
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def of_answer(folder, question):
    """(rows, checksum) of an answer, sorted by its key."""
    lines = (folder / f"{question}.csv").read_text(encoding="ascii").splitlines()
    keys = KEY_COLUMNS[question]
    lines.sort(key=lambda line: [int(key) for key in line.split(",")[:keys]])
    text = "".join(line + "\n" for line in lines)
    return len(lines), hashlib.sha256(text.encode("ascii")).hexdigest()


def wrong_answers(folder, months, as_of):
    """The questions whose answers in the folder are not the expected ones."""
    expected = expected_answers()
    return [
        question
        for question in KEY_COLUMNS
        if of_answer(folder, question) != expected[months, as_of, question]
    ]
