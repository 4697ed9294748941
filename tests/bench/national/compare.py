"""The library against the hand-written baseline on a national book.

    compare.py PROGRAMS MONTHS RUNS [AS_OF]

Everything is asked as of the end of month AS_OF, by default the last of the book. Generates the
book below the folder of the programs, where it is not there yet, has both answer it with one and
with two threads, in turn so that drift of the machine falls on all alike, checks every answer
against the agreed checksums, and prints medians in milliseconds (of memory the peak, in MiB): a
table of docs/performance.md. Ratios are medians of those of each turn, whose runs are seconds
apart: a machine that goes now at one speed and now at another changes few of them, and those to
both sides.
"""

import pathlib
import statistics
import subprocess
import sys

import checksums

FIGURES = ("load", "q1", "q2", "q3", "q4", "q5", "all", "q6_commune", "q6_country", "rss_mb")
PROGRAMS = {"baseline": "baseline_bench", "library": "book_bench"}
# A turn: each beside those that it is compared with.
TURN = (("baseline", 1), ("library", 1), ("library", 2), ("baseline", 2))
RATIOS = (
    ("library / baseline x1", ("library", 1), ("baseline", 1)),
    ("library / baseline x2", ("library", 2), ("baseline", 2)),
    ("library x1 / x2", ("library", 1), ("library", 2)),
    ("baseline x1 / x2", ("baseline", 1), ("baseline", 2)),
)
REPETITIONS = 5


def make_book(programs, months):
    """The folder of the book, which is the one of the definition."""
    folder = programs / "books" / str(months)
    if not (folder / "updates.csv").exists():
        folder.mkdir(parents=True, exist_ok=True)
        subprocess.run([programs / "national_generate", folder, str(months)], check=True)
    for table in checksums.TABLES:
        expected = checksums.expected_tables().get((months, table))
        if expected not in (None, checksums.of_table(folder / f"{table}.csv")):
            sys.exit(f"{folder / table}.csv is not the table of the definition")
    return folder


def measure(program, book, asked, out, threads):
    """{figure: seconds, or MiB} of one run; of repetitions the median. `asked`: (months, as of)."""
    out.mkdir(parents=True, exist_ok=True)
    command = [program, book, str(asked[1]), out, str(threads), str(REPETITIONS)]
    printed = subprocess.run(command, check=True, text=True, stdout=subprocess.PIPE).stdout
    samples = {}
    for line in printed.splitlines():
        figure, value = line.split("\t")
        samples.setdefault(figure, []).append(float(value))
    wrong = checksums.wrong_answers(out, *asked)
    if wrong:
        sys.exit(f"{program.name} with {threads} threads: wrong answers to {', '.join(wrong)}")
    return {figure: statistics.median(values) for figure, values in samples.items()}


def shown(figure, value):
    return f"{value:.0f}" if figure == "rss_mb" else f"{1000 * value:.3g}"


def lines_of(asked, turns):
    """The table, line by line. Each turn is {(peer, threads): {figure: value}}."""
    months, as_of = asked
    title = f"{months} month{'s' if months > 1 else ''}"
    if as_of != months:
        title = f"{as_of} of {title}"
    yield f"| {title} | {' | '.join(FIGURES)} |"
    yield "|---|" + "--:|" * len(FIGURES)
    for peer, threads in TURN:
        runs = [turn[peer, threads] for turn in turns]
        medians = (statistics.median(run[figure] for run in runs) for figure in FIGURES)
        cells = " | ".join(map(shown, FIGURES, medians))
        yield f"| {peer} x{threads} | {cells} |"
    for name, one, other in RATIOS:
        ratios = (
            statistics.median(turn[one][figure] / turn[other][figure] for turn in turns)
            for figure in FIGURES
        )
        yield f"| {name} | {' | '.join(f'{ratio:.2f}' for ratio in ratios)} |"


def main(programs, months, runs, as_of=None):
    programs = pathlib.Path(programs)
    asked = (int(months), int(as_of or months))
    book = make_book(programs, asked[0])
    turns = []
    for _ in range(int(runs)):
        turn = {}
        for peer, threads in TURN:
            out = programs / "answers" / f"{peer}-{threads}"
            turn[peer, threads] = measure(programs / PROGRAMS[peer], book, asked, out, threads)
        turns.append(turn)
    print(*lines_of(asked, turns), sep="\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
