"""Observations from file objects, which are read block by block."""

import codecs
import datetime
import gzip
import io
import os
import pathlib
import signal
import tarfile
import threading
import unittest

import tiendo

YEAR = datetime.date(2024, 12, 31)
PLAN = """{"format": "tiendo-plan/1", "measures": [{"id": "km", "kind": "length"}],
  "units": [{"id": "town"}],
  "indicators": [{"id": "roads", "measure": "km", "kind": "flow"}],
  "plan": {"id": "p", "unit": "town", "period": "2024",
           "targets": [{"indicator": "roads", "at_least": "5"}]}}"""
ROWS = 5000
TABLE = ("indicator,period,value,recorded_on,note\n" + "".join(
    f"roads,2024-01,{i},{2025 + i // 300}-{1 + i // 25 % 12:02}-{1 + i % 25:02},đường {i}\n" for i in range(ROWS)
)).encode()


class Pieces:
    """Gives some bytes at a time by read()."""

    def __init__(self, data, most):
        self._file, self._most = io.BytesIO(data), most

    def read(self, size):
        return self._file.read(min(self._most, size))


class Fails(io.RawIOBase):
    """Gives the beginning of a table, then does something."""

    def __init__(self, what):
        self._data, self._what = TABLE[:100], what

    def readinto(self, buffer):
        if not self._data:
            return self._what()
        buffer[: len(self._data)] = self._data
        count, self._data = len(self._data), b""
        return count


def tar_of(data):
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w") as tar:
        member = tarfile.TarInfo("table")
        member.size = len(data)
        tar.addfile(member, io.BytesIO(data))
    file.seek(0)
    return tarfile.open(fileobj=file)


def raises(problem):
    def fail():
        raise problem

    return fail


class SourceTest(unittest.TestCase):
    def setUp(self):
        self.book = tiendo.loads(PLAN)

    def test_any_file_object_gives_the_same(self):
        wanted = tiendo.loads(PLAN, TABLE).write_observations()
        reader, writer = os.pipe()
        writing = threading.Thread(target=lambda: (os.write(writer, TABLE[:50]), io.FileIO(writer, "w").write(TABLE[50:])))
        writing.start()
        sources = {
            "bytes": io.BytesIO(TABLE),
            "text": io.StringIO(TABLE.decode()),
            "an archive": gzip.open(io.BytesIO(gzip.compress(TABLE))),
            "a pipe": open(reader, "rb", buffering=0),
            "a text over bytes": io.TextIOWrapper(io.BytesIO(TABLE), encoding="utf-8"),
            "small pieces": Pieces(TABLE, 97),
            "large pieces": Pieces(TABLE, 1 << 30),
            "a buffer over no file": io.BufferedReader(gzip.open(io.BytesIO(gzip.compress(TABLE)))),
            "a member of an archive": tar_of(TABLE).extractfile("table"),
            "another encoding": codecs.getreader("utf-16")(io.BytesIO(TABLE.decode().encode("utf-16"))),
        }
        for name, source in sources.items():
            with self.subTest(name):
                self.assertEqual(tiendo.load(io.StringIO(PLAN), source).write_observations(), wanted)
        writing.join()
        sources["a pipe"].close()

    def test_what_a_file_object_raises_comes_out_and_nothing_is_half_done(self):
        class Own(BaseException):
            pass

        for problem in (OSError(5, "gone"), Own("mine"), KeyboardInterrupt()):
            with self.assertRaises(type(problem)) as raised:
                self.book.read(Fails(raises(problem)))
            self.assertIs(raised.exception, problem)
            self.assertEqual(self.book.observation_count, 0)
        with self.assertRaises(BlockingIOError):
            self.book.read(Fails(lambda: None))
        for count in (1 << 70, 3.0, "x"):
            with self.subTest(count=count), self.assertRaises((OverflowError, TypeError)):
                self.book.read(Fails(lambda: count))
            self.assertEqual(self.book.observation_count, 0)
        with self.assertRaises(tiendo.Error) as raised:
            self.book.read(Fails(lambda: 1 << 40))
        self.assertEqual((raised.exception.code, raised.exception.status), ("file_unreadable", "TIENDO_E_FILE"))
        self.book.read(io.BytesIO(TABLE))
        self.assertEqual(self.book.observation_count, ROWS)

    def test_the_watcher_is_told_and_its_exception_comes_first(self):
        told = []
        self.book.read(io.BytesIO(TABLE), progress=told.append)
        self.assertEqual((told[-1].done, told[-1].total), (len(TABLE), len(TABLE)))
        with self.assertRaises(ZeroDivisionError):
            self.book.read(Pieces(TABLE, 999), progress=lambda now: 1 / 0)
        self.book.read(Pieces(TABLE, 999), progress=told.append)
        self.assertIsNone(told[-1].total)

    def test_it_may_use_the_library_but_not_the_book(self):
        seen = []

        def looks():
            seen.append(str(tiendo.Period.parse("2024-H1")))
            with self.assertRaises(tiendo.Error) as raised:
                self.book.observation_count
            seen.append(raised.exception.status)
            return 0

        with self.assertRaises(tiendo.Error):
            self.book.read(Fails(looks))  # cut off in the midst of a row
        self.assertEqual(seen[:2], ["2024-H1", "TIENDO_E_BUSY"])

    def test_after_a_report_it_is_read_once(self):
        report = self.book.report(YEAR)
        self.book.read(Pieces(TABLE, 1000))
        self.assertEqual((self.book.observation_count, len(report)), (ROWS, 1))

    def test_a_fault_names_the_file(self):
        with self.assertRaises(tiendo.Error) as raised:
            self.book.read(io.BytesIO(TABLE + b"roads,2024-13,1,,\n"))
        self.assertEqual((raised.exception.line, raised.exception.file), (ROWS + 2, ""))

    def test_a_path_with_a_zero_byte_is_no_path(self):
        path = pathlib.Path("tests\0plan.json")
        calls = (tiendo.load, self.book.read, self.book.read_tasks, self.book.read_weights, tiendo.verify_figures)
        for call in calls:
            with self.subTest(call=call.__name__), self.assertRaises(ValueError):
                call(path)

    def test_ctrl_c_ends_the_waiting_for_bytes(self):
        before = signal.signal(signal.SIGINT, signal.default_int_handler)
        reader, writer = os.pipe()
        main = threading.main_thread().ident
        timer = threading.Timer(0.2, lambda: signal.pthread_kill(main, signal.SIGINT))
        timer.start()
        try:
            with open(reader, "rb", buffering=0) as source, self.assertRaises(KeyboardInterrupt):
                self.book.read(source)
        finally:
            timer.join()
            signal.signal(signal.SIGINT, before)
            os.close(writer)
        self.assertEqual(self.book.observation_count, 0)


if __name__ == "__main__":
    unittest.main()
