"""The manual page says of commands and options what the tool says."""

import os
import re
import sys
import unittest

from tool import ROOT, output

sys.path.insert(0, str(ROOT / "docs"))

import write_man_page  # noqa: E402

PAGE = ROOT / "docs/tiendo.1"


class ManPageTest(unittest.TestCase):
    def test_the_page_is_the_one_of_this_tool(self):
        self.assertEqual(PAGE.read_text(encoding="utf-8"), write_man_page.page(os.environ["TIENDO_TOOL"]),
                         "renew it: python3 docs/write_man_page.py build/dev/tiendo > docs/tiendo.1")

    def test_every_option_and_every_exit_status_is_named(self):
        page = PAGE.read_text(encoding="utf-8").replace("\\-", "-")
        for command in re.findall(r"^  ([a-z]+)  ", output("--help"), re.MULTILINE):
            section = page.partition(f".SS {command}\n")[2].partition("\n.S")[0]
            options = re.findall(r"^  (?:-\w,)?(--[\w-]+)", output(command, "--help"), re.MULTILINE)
            self.assertIn("--version", options)
            for option in options:
                self.assertRegex(section, rf"\\fB(-\w,)?{option}\\fR", command)
        guide = (ROOT / "docs/guide/tool.md").read_text(encoding="utf-8").partition("## Exit status")[2]
        numbers = re.findall(r"(?:^|; )(\d) ", guide.strip())
        self.assertEqual(numbers, [number for number, _ in write_man_page.EXIT_STATUS])

    def test_a_text_that_goes_on_is_read_whole(self):
        said = write_man_page.read_help(
            "Sums.\nUsage: t\n\nOptions:\n  --a TEXT      One\n  --long TEXT:{a,b}\n                two  words\n")
        self.assertEqual(said.lists, {"Options": [("--a TEXT", "One"), ("--long TEXT:{a,b}", "two  words")]})
        self.assertEqual(write_man_page.escaped(".a-b\\c"), "\\&.a\\-b\\ec")


if __name__ == "__main__":
    unittest.main()
