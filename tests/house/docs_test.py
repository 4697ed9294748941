"""What the documents show is true: commands run and print what is shown, links lead somewhere.

A ```console block shows commands, each after "$ ", and what they print. They are run at the top of
the tree and must print just that; a line "..." stands for any lines. The commands of a ```sh block
are for the reader to run: of those that install or build by a preset the names are checked, and
.ci/run does what they say.
"""

import json
import os
import pathlib
import re
import subprocess
import unittest

from house import ROOT, expect_none, files_under, needed, planted

BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")
SHELL = re.compile(r"^```sh\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def pages(root):
    return [pathlib.Path("README.md"), *files_under(root, "docs", suffixes={".md"})]


def commands_of(text):
    """(command, what is shown below it) of every command in the console blocks of a page."""
    for block in BLOCK.findall(text):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE):
            if part:
                command, _, shown = part.partition("\n")
                while command.endswith("\\"):
                    more, _, shown = shown.partition("\n")
                    command = command[:-1] + more.strip()
                yield command, shown


def agrees(shown, printed):
    """Whether the text is what was shown; a line "..." of it stands for any lines."""
    pattern = "".join(
        r"(?:.*\n)*?" if line == "..." else re.escape(line) + r"\n" for line in shown.splitlines()
    )
    return re.fullmatch(pattern, printed) is not None


def fault_of_run(root, command, shown):
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT / "capi/python"),
        "PATH": f"{pathlib.Path(needed('TIENDO_TOOL')).parent}:{os.environ['PATH']}",
    }
    done = subprocess.run(
        ["sh", "-c", command],
        cwd=root,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    if agrees(shown, done.stdout + done.stderr):
        return None
    return f"prints\n{done.stdout}{done.stderr}"


def fault_of_names(root, line):
    """The preset or the group of packages that a line of a ```sh block names in vain, or None."""
    presets = json.loads((root / "CMakePresets.json").read_text(encoding="utf-8"))
    workflows = {preset["name"] for preset in presets["workflowPresets"]}
    script = (root / ".ci/install").read_text(encoding="utf-8")
    for workflow in re.findall(r"--workflow --preset (\S+)", line):
        if workflow not in workflows:
            return f"there is no workflow {workflow}"
    for group in re.findall(r"\.ci/install (\w+)", line):
        if f"  {group}) " not in script:
            return f".ci/install knows no group {group}"
    return None


def lines_for_readers(text):
    """The lines of the ```sh blocks of a page."""
    return [line for block in SHELL.findall(text) for line in block.splitlines()]


def faults(root):
    found = []
    for page in pages(root):
        text = (root / page).read_text(encoding="utf-8")
        checked = [
            (command, fault_of_run(root, command, shown)) for command, shown in commands_of(text)
        ]
        checked += [(line, fault_of_names(root, line)) for line in lines_for_readers(text)]
        found += [f"{page}: {command}: {fault}" for command, fault in checked if fault]
        for link in LINK.findall(text):
            if not re.match(r"[a-z]+:", link) and not (root / page.parent / link).exists():
                found.append(f"{page}: the link {link} leads nowhere")
    return found


class DocsTest(unittest.TestCase):
    def test_the_documents_are_true(self):
        expect_none(self, faults(ROOT))

    def test_the_readme_gives_the_two_commands(self):
        lines = lines_for_readers((ROOT / "README.md").read_text(encoding="utf-8"))
        self.assertIn(".ci/install && cmake --workflow --preset report", lines)
        self.assertIn(".ci/install test && cmake --workflow --preset dev", lines)


class PlantedFaultTest(unittest.TestCase):
    GOOD = {
        "CMakePresets.json": '{"workflowPresets": [{"name": "dev"}]}',
        ".ci/install": 'case "$1" in\n  test) wanted=x ;;\nesac\n',
        "README.md": "See [the guide](docs/guide/start.md#a) and [x](https://example.org/y).\n\n"
        "```sh\n.ci/install test && cmake --workflow --preset dev\n```\n",
        "docs/guide/start.md": "```console\n"
        "$ python3 -c 'print(1); print(2); \\\n    print(3)'\n1\n...\n3\n"
        "$ tiendo --version | cut -c1-6\ntiendo\n```\n",
    }

    def test_a_good_tree_has_no_fault(self):
        with planted(self.GOOD) as root:
            self.assertEqual(len(list(commands_of(self.GOOD["docs/guide/start.md"]))), 2)
            self.assertEqual(faults(root), [])

    def test_each_fault_is_found(self):
        cases = [
            ("README.md", "start.md", "gone.md", "leads nowhere"),
            ("README.md", "preset dev", "preset gone", "no workflow gone"),
            ("README.md", "install test", "install gone", "no group gone"),
            ("docs/guide/start.md", "...\n3", "...\n4", "prints"),
            ("docs/guide/start.md", "1\n...", "0\n...", "prints"),
            ("docs/guide/start.md", "tiendo --version", "tiendo --gone", "prints"),
        ]
        for path, good, bad, reason in cases:
            changed = {**self.GOOD, path: self.GOOD[path].replace(good, bad)}
            with self.subTest(bad=bad), planted(changed) as root:
                found = faults(root)
                self.assertTrue(any(path in fault and reason in fault for fault in found), found)


if __name__ == "__main__":
    unittest.main()
