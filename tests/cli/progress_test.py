"""How far the tool is: shown on a terminal while work takes long, and nowhere else; threads."""

import os
import pathlib
import pty
import subprocess
import tempfile
import time
import unittest

from tool import BIM_SON, output, tiendo

UNITS = 2000
END = ("--as-of", "2024-12-31")

PLAN = """{"format": "tiendo-plan/1", "measures": [{"id": "km", "kind": "length"}],
  "units": [{"id": "town"}%s],
  "indicators": [{"id": "roads", "measure": "km", "kind": "flow"}],
  "plan": {"id": "p", "unit": "town", "period": "2024",
           "targets": [{"indicator": "roads", "unit": "town", "at_least": "5"}]}}""" % "".join(
    f', {{"id": "u{i}", "parent": "town"}}' for i in range(UNITS)
)
HEADER = "indicator,unit,period,value,note\n"


def a_terminal():
    """(its two ends, what the tool has to be asked for); where a machine has none, those of a pipe."""
    try:
        return *pty.openpty(), ()
    except OSError:
        return *os.pipe(), ("--progress",)


def on_a_terminal(*arguments, feed=None, terminal=a_terminal):
    """(exit status, standard output, what a terminal got on standard error)."""
    master, slave, asked = terminal()
    run = subprocess.Popen(
        [os.environ["TIENDO_TOOL"], *map(str, arguments), *asked],
        stdout=subprocess.PIPE,
        stderr=slave,
        stdin=subprocess.PIPE,
    )
    os.close(slave)
    if feed:
        feed()
    out, shown = run.communicate()[0], b""
    while True:
        try:
            part = os.read(master, 65536)
        except OSError:  # the other end is closed
            break
        if not part:
            break
        shown += part
    os.close(master)
    return run.returncode, out, shown


class ProgressTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.plan = self.folder / "plan.json"
        self.plan.write_text(PLAN, encoding="utf-8")

    def rows(self):
        return "".join(f"roads,u{i},2024-{month:02},{i % 90},\n" for month in range(1, 13) for i in range(UNITS))

    def test_a_long_job_shows_how_far_it_is_and_takes_it_away(self):
        for terminal in (a_terminal, lambda: (*os.pipe(), ("--progress",))):
            with self.subTest(terminal=terminal):
                self.watch_a_long_job(terminal)

    def watch_a_long_job(self, terminal):
        # A pipe that comes slowly: the reading takes as long as we like.
        pipe = self.folder / "slow.csv"
        pipe.unlink(missing_ok=True)
        os.mkfifo(pipe)
        text = (HEADER + self.rows()).encode()

        def feed():
            with open(pipe, "wb") as into:
                for begin in range(0, len(text), len(text) // 8):
                    into.write(text[begin : begin + len(text) // 8])
                    into.flush()
                    time.sleep(0.15)

        asked = ("report", self.plan, pipe, *END, "--format", "csv")
        status, out, shown = on_a_terminal(*asked, feed=feed, terminal=terminal)
        self.assertEqual(status, 0, shown)
        table = self.folder / "table.csv"
        table.write_bytes(text)
        self.assertEqual(out, output("report", self.plan, table, *END, "--format", "csv").encode())
        self.assertIn(b"reading observations ", shown)
        self.assertTrue(shown.endswith(b"\r\x1b[K"), shown)

    def test_a_short_job_shows_nothing(self):
        status, _, shown = on_a_terminal("report", *BIM_SON, *END)
        self.assertEqual((status, shown), (0, b""))

    def test_what_is_no_terminal_gets_nothing(self):
        table = self.folder / "table.csv"
        table.write_text(HEADER + self.rows(), encoding="utf-8")
        done = tiendo("report", self.plan, table, *END)
        self.assertEqual((done.returncode, done.stderr), (0, b""))

    def test_threads_change_nothing(self):
        table = self.folder / "table.csv"
        table.write_text(HEADER + self.rows(), encoding="utf-8")
        plain = output("report", self.plan, table, *END, "--levels", "1")
        for threads in ("1", "2", "5"):
            with self.subTest(threads=threads):
                self.assertEqual(output("report", self.plan, table, *END, "--levels", "1", "--threads", threads), plain)
        for threads in ("0", "257", "many"):
            self.assertEqual(tiendo("report", self.plan, table, *END, "--threads", threads).returncode, 2)


if __name__ == "__main__":
    unittest.main()
