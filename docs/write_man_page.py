"""Writes the manual page of the tool from what the tool says of itself: write_man_page.py TOOL > docs/tiendo.1

The texts of commands and options are those of `--help`, of the tool and of every command; what the page
says besides stands here. tests/cli/man_page_test.py compares it with the tool.
"""

import re
import subprocess
import sys
from typing import NamedTuple

DESCRIPTION = """\
.B tiendo
reads a plan (JSON) and what has been reported on it (CSV), and says how far along everything is on a given day.
Figures are exact and rounded once, when they are printed; a figure that is not there is never zero, and its
reason is named.
Nothing depends on the clock or on the locale."""

EXIT_STATUS = (
    ("0", "done"),
    ("1", "the input has errors, is not canonical where that is asked, or has impossible figures under\n"
          ".B verify \\-\\-strict"),
    ("2", "the command line is wrong"),
    ("3", "a file cannot be read or the output cannot be written"),
)

EXAMPLE = "tiendo report plan.json observations.csv \\-\\-as\\-of 2024\\-06\\-30 \\-\\-lang en"


class Entry(NamedTuple):
    """A line of a list: a command, an argument or an option, and what is said of it."""

    name: str
    text: str


class Help(NamedTuple):
    """What `--help` says."""

    summary: str
    usage: str
    #: The entries below each heading.
    lists: dict[str, list[Entry]]


def read_help(text: str) -> Help:
    """What a command says of itself, in its parts."""
    summary, usage, *rest = text.splitlines()
    lists: dict[str, list[Entry]] = {}
    entries: list[Entry] = []
    for line in rest:
        if not line.strip():
            continue
        if not line.startswith(" "):
            entries = lists.setdefault(line.rstrip(":"), [])
            continue
        started = re.fullmatch(r"  (\S.*?)(?:\s{2,}(.*))?", line)
        if started:
            entries.append(Entry(started[1], started[2] or ""))
        else:
            entries[-1] = Entry(entries[-1].name, f"{entries[-1].text} {line.strip()}".strip())
    return Help(summary, usage.removeprefix("Usage: "), lists)


def help_of(tool: str, *command: str) -> Help:
    said = subprocess.run([tool, *command, "--help"], capture_output=True, text=True, check=True)
    return read_help(said.stdout)


def escaped(text: str) -> str:
    """A text as groff prints it, on a line that is not a request."""
    text = text.replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq").replace("^", "\\(ha").replace("~", "\\(ti")
    return "\\&" + text if text.startswith(".") else text


def item(entry: Entry) -> list[str]:
    """An entry of a list: `-h,--help` and the like in bold, what follows as it is."""
    names, _, values = entry.name.partition(" ")
    said = f"\\fB{escaped(names)}\\fR {escaped(values)}".rstrip()
    return [".TP", said, escaped(entry.text)]


def section(command: str, said: Help) -> list[str]:
    lines = [f".SS {command}", escaped(said.summary) + ".", ".PP", f".I {escaped(said.usage)}"]
    for heading in ("Positionals", "Options"):
        for entry in said.lists.get(heading, []):
            lines += item(entry)
    return lines


def page(tool: str) -> str:
    """The whole page."""
    whole = help_of(tool)
    version = subprocess.run([tool, "--version"], capture_output=True, text=True, check=True).stdout.split()[-1]
    commands = whole.lists["Subcommands"]
    summary = whole.summary[0].lower() + whole.summary[1:].rstrip(".")
    lines = [
        '.\\" Written by docs/write_man_page.py.',
        f'.TH TIENDO 1 "" "tiendo {version}" "User Commands"',
        ".SH NAME",
        f"tiendo \\- {escaped(summary)}",
        ".SH SYNOPSIS",
        ".B tiendo",
        ".I COMMAND",
        "[\\fIOPTIONS\\fR] [\\fIFILE\\fR...]",
        ".SH DESCRIPTION",
        DESCRIPTION,
        ".SH OPTIONS",
    ]
    for entry in whole.lists["Options"]:
        lines += item(entry)
    lines.append(".SH COMMANDS")
    for command in commands:
        lines += section(command.name, help_of(tool, command.name))
    lines.append(".SH EXIT STATUS")
    for number, meaning in EXIT_STATUS:
        lines += [".TP", f".B {number}", meaning]
    lines += [".SH EXAMPLES", ".EX", EXAMPLE, ".EE"]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.stdout.write(page(sys.argv[1]))
