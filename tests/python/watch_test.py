"""Long calls: who is told how far they are and may end them, Ctrl-C, and any number of threads."""

import ctypes
import datetime
import decimal
import io
import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import threading
import time
import unittest
import unittest.mock

import tiendo
from tiendo import _table
from tiendo._library import library

YEAR = datetime.date(2024, 12, 31)
UNITS = 1500

PLAN = """{"format": "tiendo-plan/1", "measures": [{"id": "km", "kind": "length"}],
  "units": [{"id": "town"}%s],
  "indicators": [{"id": "roads", "measure": "km", "kind": "flow"}],
  "plan": {"id": "p", "unit": "town", "period": "2024",
           "targets": [{"indicator": "roads", "unit": "town", "at_least": "5"}]}}""" % "".join(
    f', {{"id": "u{i}", "parent": "town"}}' for i in range(UNITS)
)
TABLE = "indicator,unit,period,value\n" + "".join(
    f"roads,u{i},2024-{month:02},{i % 90}\n" for month in range(1, 13) for i in range(UNITS)
)

# Reads for many seconds, says when it begins and how long after the signal it ended.
# Nothing is let go in the loop: what Ctrl-C raises while Python lets an object go, it only prints.
READS_LONG = """
import os, signal, sys, tiendo
signal.signal(signal.SIGINT, signal.default_int_handler)  # which a shell may have taken away
plan, table = sys.argv[1:]
book, books = tiendo.load(plan), []
sys.stdout.write("ready\\n"); sys.stdout.flush()
try:
    while True:
        book = tiendo.load(plan)
        books.append(book)
        book.read(table, threads=int(os.environ["THREADS"]))
except KeyboardInterrupt:
    print("interrupted", book.observation_count in (0, %d))
""" % (12 * UNITS)


def loaded():
    return tiendo.loads(PLAN, TABLE)


class WatchTest(unittest.TestCase):
    def test_each_long_call_tells_how_far_it_is(self):
        told = []
        book = tiendo.loads(PLAN, TABLE, progress=told.append, threads=2)
        book.report(YEAR, progress=told.append, threads=3)
        phases = list(dict.fromkeys(progress.phase for progress in told))
        self.assertEqual(phases, ["reading_plan", "reading_observations", "adding_up", "judging"])
        for progress in told:
            self.assertLessEqual(progress.done, progress.total or progress.done)
        read = [progress for progress in told if progress.phase == "reading_observations"]
        self.assertEqual(read[-1].done, len(TABLE))

    def test_checks_work_writing_and_arrow_tell_too(self):
        book, other = loaded(), tiendo.loads(PLAN)
        report = book.report(YEAR)
        calls = {
            "checking": lambda progress: book.check(progress=progress),
            "judging": lambda progress: book.work(YEAR, progress=progress),
            "writing": lambda progress: report.write("json", progress=progress),
            "reading_observations": lambda progress: other.observations.append_arrow(
                book.observations, progress=progress),
        }
        for phase, made in calls.items():
            with self.subTest(phase=phase):
                with self.assertRaises(tiendo.Error) as raised:
                    made(lambda now: False)
                self.assertEqual((raised.exception.code, other.observation_count), ("cancelled", 0))
                told = []
                made(told.append)
                self.assertEqual({now.phase for now in told}, {phase})
        self.assertEqual(list(other.observations[:5]), list(book.observations[:5]))

    def test_it_is_asked_often_enough_for_ctrl_c(self):
        """Between two questions, and so between Ctrl-C and the end, passes less than 0.2 s of work."""
        asked = []
        tell = lambda _: asked.append(time.thread_time())
        book, other = loaded(), tiendo.loads(PLAN)
        for long in (
            lambda: tiendo.loads(PLAN, TABLE, progress=tell),
            lambda: other.observations.append_arrow(book.observations, progress=tell),
            lambda: book.report(YEAR, progress=tell),
            lambda: book.check(progress=tell),
            lambda: book.report(YEAR).write("csv", progress=tell),
        ):
            long()
            asked.append(None)
        gaps = [after - before for before, after in zip(asked, asked[1:]) if before and after]
        self.assertGreater(len(gaps), 10)
        self.assertLess(max(gaps), 0.2)

    def test_other_threads_go_on_meanwhile(self):
        """No function keeps the lock of the interpreter while it runs."""
        keeps_lock = ctypes.PyDLL(None).abs._flags_ & ~ctypes.CDLL(None).abs._flags_
        self.assertNotEqual(keeps_lock, 0)
        for name in _table.FUNCTIONS:
            with self.subTest(name=name):
                self.assertEqual(getattr(library, name)._flags_ & keeps_lock, 0)

    def test_a_no_ends_the_call_and_nothing_is_half_done(self):
        book = tiendo.loads(PLAN)
        with self.assertRaises(tiendo.Error) as raised:
            book.read(io.StringIO(TABLE), progress=lambda progress: progress.done < 100)
        self.assertEqual((raised.exception.status, raised.exception.code), ("TIENDO_E_CANCELLED", "cancelled"))
        self.assertEqual(book.observation_count, 0)
        book.read(io.StringIO(TABLE))
        with self.assertRaises(tiendo.Error) as raised:
            book.report(YEAR, progress=lambda _: False)
        self.assertEqual(raised.exception.code, "cancelled")
        with self.assertRaises(tiendo.Error) as raised:
            tiendo.loads(PLAN, progress=lambda _: False)
        self.assertEqual(raised.exception.code, "cancelled")
        self.assertEqual(book.report(YEAR)[0].actual, loaded().report(YEAR)[0].actual)

    def test_what_is_raised_comes_out(self):
        book = tiendo.loads(PLAN)

        def fails(_):
            raise LookupError("enough")

        with self.assertRaisesRegex(LookupError, "enough"):
            book.read(io.StringIO(TABLE), progress=fails)
        self.assertEqual(book.observation_count, 0)

        book.read(io.StringIO(TABLE))  # nobody watches any more
        self.assertEqual(book.observation_count, 12 * UNITS)

    def test_a_watcher_may_use_the_library_but_not_what_the_call_uses(self):
        book = tiendo.loads(PLAN)
        seen = []

        def looks(progress):
            seen.append(tiendo.format_number(decimal.Decimal("1234.5"), numbers="vi"))
            with self.assertRaises(tiendo.Error) as raised:
                book.observation_count
            seen.append(raised.exception.status)

        book.read(io.StringIO(TABLE), progress=looks)
        self.assertEqual(set(seen), {"1.234,5", "TIENDO_E_BUSY"})
        self.assertEqual(book.observation_count, 12 * UNITS)

    def test_threads_change_nothing(self):
        plain = loaded().report(YEAR).write("csv")
        for threads in (1, 2, 7):
            book = tiendo.loads(PLAN, TABLE, threads=threads)
            self.assertEqual(book.report(YEAR, threads=threads).write("csv"), plain)
        for threads, problem in ((0, tiendo.Error), (257, tiendo.Error), (2**40, OverflowError), ("2", TypeError)):
            with self.assertRaises(problem):
                book.report(YEAR, threads=threads)

    def test_other_threads_may_be_watched_too(self):
        told = []
        worker = threading.Thread(target=lambda: tiendo.loads(PLAN, TABLE, progress=told.append))
        worker.start()
        worker.join()
        self.assertTrue(told)

    def test_signals_are_handled_as_before(self):
        before = signal.getsignal(signal.SIGINT)
        seen = []
        signal.signal(signal.SIGINT, lambda *_: seen.append("signal"))
        try:
            handler = signal.getsignal(signal.SIGINT)

            def sends(progress):
                if not seen:
                    os.kill(os.getpid(), signal.SIGINT)

            book = tiendo.loads(PLAN, TABLE, progress=sends)
            self.assertEqual((seen, book.observation_count), (["signal"], 12 * UNITS))
            self.assertIs(signal.getsignal(signal.SIGINT), handler)
            signal.signal(signal.SIGINT, signal.default_int_handler)
            seen.clear()
            with self.assertRaises(KeyboardInterrupt):
                tiendo.loads(PLAN, TABLE, progress=sends)
        finally:
            signal.signal(signal.SIGINT, before)

    def test_ctrl_c_does_not_wait_for_what_python_makes_of_a_call(self):
        """While findings are made into objects the library has no more to say, and nobody is asked."""
        book = tiendo.loads(PLAN)
        rows = "indicator,unit,period,value\n" + "roads,u0,2024-13,1\n" * 2
        seen, made = [], tiendo._call._finding

        def sends(index):
            os.kill(os.getpid(), signal.SIGINT)
            seen.append(index)
            return made(index)

        before = signal.signal(signal.SIGINT, signal.default_int_handler)
        try:
            with unittest.mock.patch("tiendo._call._finding", sends), self.assertRaises(KeyboardInterrupt):
                book.read(io.StringIO(rows))
            self.assertEqual(seen, [])
            self.assertIs(signal.getsignal(signal.SIGINT), signal.default_int_handler)
        finally:
            signal.signal(signal.SIGINT, before)
        book.read(io.StringIO(TABLE))  # nothing is left of it
        self.assertEqual(book.observation_count, 12 * UNITS)

    def test_ctrl_c_ends_a_long_call(self):
        with tempfile.TemporaryDirectory() as folder:
            plan, table = pathlib.Path(folder, "plan.json"), pathlib.Path(folder, "table.csv")
            plan.write_text(PLAN, encoding="utf-8")
            table.write_text(TABLE, encoding="utf-8")
            for threads in ("1", "2"):
                with self.subTest(threads=threads):
                    run = subprocess.Popen(
                        [sys.executable, "-c", READS_LONG, plan, table],
                        env={**os.environ, "THREADS": threads},
                        stdout=subprocess.PIPE,
                        stderr=subprocess.PIPE,
                        text=True,
                    )
                    self.assertEqual(run.stdout.readline(), "ready\n")
                    time.sleep(0.3)
                    run.send_signal(signal.SIGINT)
                    out, err = run.communicate(timeout=60)
                    self.assertEqual((out, err), ("interrupted True\n", ""))


if __name__ == "__main__":
    unittest.main()
