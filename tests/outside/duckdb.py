"""DuckDB takes what is handed over by Arrow's C stream, adds up the same sums, and hands it back.

An engine that shares nothing with us but the interface. It is not in Debian: its library is taken from
npm, once, and must be the one that is known here. Run by the preset `outside`.
"""

import ctypes
import datetime
import hashlib
import os
import pathlib
import subprocess
import sys
import tarfile
import unittest
from decimal import Decimal

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / "python"))

import tiendo
from tiendo._arrow import pointer_of

PACKAGE = "@duckdb/node-bindings-linux-x64@1.5.6-r.1"
DIGEST = "1b9f82478539bb9a1d1df44bd103121a12ae52142c07158dc52b97d2ec1d69ff"
FOLDER = "docs/examples/bim-son-2024/"
YEAR = datetime.date(2024, 12, 31)


def library():
    """The path of libduckdb.so, fetched if it is not there yet."""
    folder = pathlib.Path(os.environ["TIENDO_BINARY"]) / "outside"
    folder.mkdir(exist_ok=True)
    packed = folder / "duckdb.tgz"
    if not packed.exists():
        said = subprocess.run(["npm", "pack", "--silent", PACKAGE], cwd=folder, capture_output=True,
                              text=True, check=True, timeout=600)
        (folder / said.stdout.split()[-1]).rename(packed)
    digest = hashlib.sha256(packed.read_bytes()).hexdigest()
    if digest != DIGEST:
        raise AssertionError(f"{PACKAGE} has the digest {digest}, not the one known here")
    path = folder / "package" / "libduckdb.so"
    if not path.exists():
        with tarfile.open(packed) as archive:
            archive.extract("package/libduckdb.so", folder)
    return path


class Result(ctypes.Structure):
    """duckdb_result, whose members are DuckDB's own."""

    _fields_ = [("columns", ctypes.c_uint64), ("rows", ctypes.c_uint64), ("changed", ctypes.c_uint64),
                ("deprecated", ctypes.c_void_p), ("message", ctypes.c_char_p), ("data", ctypes.c_void_p)]


class ArrowSchema(ctypes.Structure):
    """Room for a schema, which DuckDB fills."""

    _fields_ = [("room", ctypes.c_byte * 72)]


class ArrowArray(ctypes.Structure):
    """Room for an array, which DuckDB fills."""

    _fields_ = [("room", ctypes.c_byte * 80)]


class Engine:
    """A database in memory."""

    def __init__(self, duckdb):
        self._duckdb = duckdb
        duckdb.duckdb_query_arrow_error.restype = ctypes.c_char_p
        duckdb.duckdb_result_error.restype = ctypes.c_char_p
        duckdb.duckdb_value_varchar.restype = ctypes.c_void_p
        duckdb.duckdb_value_varchar.argtypes = [ctypes.POINTER(Result), ctypes.c_uint64, ctypes.c_uint64]
        duckdb.duckdb_free.argtypes = [ctypes.c_void_p]
        duckdb.duckdb_row_count.restype = ctypes.c_uint64
        duckdb.duckdb_column_count.restype = ctypes.c_uint64
        self._database, self._connection = ctypes.c_void_p(), ctypes.c_void_p()
        assert duckdb.duckdb_open(None, ctypes.byref(self._database)) == 0
        assert duckdb.duckdb_connect(self._database, ctypes.byref(self._connection)) == 0

    def close(self):
        self._duckdb.duckdb_disconnect(ctypes.byref(self._connection))
        self._duckdb.duckdb_close(ctypes.byref(self._database))

    def take(self, name, table):
        """Makes a table of whatever hands over a stream."""
        capsule = table.__arrow_c_stream__()
        address = ctypes.c_void_p(pointer_of(capsule, b"arrow_array_stream"))
        assert self._duckdb.duckdb_arrow_scan(self._connection, f"{name}_stream".encode(), address) == 0
        self.rows(f"CREATE TABLE {name} AS SELECT * FROM {name}_stream")
        self.rows(f"DROP VIEW {name}_stream")

    def rows(self, query):
        """The rows of a query, all as texts."""
        result = Result()
        status = self._duckdb.duckdb_query(self._connection, query.encode(), ctypes.byref(result))
        try:
            if status != 0:
                raise AssertionError(self._duckdb.duckdb_result_error(ctypes.byref(result)).decode())
            columns = range(self._duckdb.duckdb_column_count(ctypes.byref(result)))
            count = self._duckdb.duckdb_row_count(ctypes.byref(result))
            return [tuple(self._text(result, column, row) for column in columns) for row in range(count)]
        finally:
            self._duckdb.duckdb_destroy_result(ctypes.byref(result))

    def _text(self, result, column, row):
        value = self._duckdb.duckdb_value_varchar(ctypes.byref(result), column, row)
        if not value:
            return None
        text = ctypes.string_at(value).decode()
        self._duckdb.duckdb_free(value)
        return text

    def give(self, query, append):
        """Hands the arrays of a query over, one after the other."""
        arrow = ctypes.c_void_p()
        assert self._duckdb.duckdb_query_arrow(self._connection, query.encode(), ctypes.byref(arrow)) == 0, (
            self._duckdb.duckdb_query_arrow_error(arrow))
        schema = ArrowSchema()
        place = ctypes.c_void_p(ctypes.addressof(schema))
        assert self._duckdb.duckdb_query_arrow_schema(arrow, ctypes.byref(place)) == 0
        while True:
            array = ArrowArray()
            place = ctypes.c_void_p(ctypes.addressof(array))
            assert self._duckdb.duckdb_query_arrow_array(arrow, ctypes.byref(place)) == 0
            if not release_of(array):
                break
            append(schema, array)
            release(array)
        release(schema)
        self._duckdb.duckdb_destroy_arrow(ctypes.byref(arrow))


def release_of(structure):
    """The callback that stands before the last member."""
    offset = ctypes.sizeof(structure) - 16
    return ctypes.c_void_p.from_buffer(structure, offset).value


def release(structure):
    ctypes.CFUNCTYPE(None, ctypes.c_void_p)(release_of(structure))(ctypes.addressof(structure))


class Handed:
    """What tiendo takes: a schema and an array in capsules."""

    def __init__(self, schema, array):
        self._both = schema, array

    def __arrow_c_array__(self, requested_schema=None):
        new = ctypes.pythonapi.PyCapsule_New
        names = b"arrow_schema", b"arrow_array"
        return tuple(new(ctypes.addressof(one), name, None) for one, name in zip(self._both, names))


class DuckdbTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.duckdb = ctypes.CDLL(str(library()))

    def setUp(self):
        self.engine = Engine(self.duckdb)
        self.book = tiendo.load(FOLDER + "plan.json", FOLDER + "observations.csv")

    def tearDown(self):
        self.engine.close()

    def test_a_report_is_added_up_as_we_do(self):
        report = self.book.report(YEAR)
        self.engine.take("report", report.arrow(3, rounding="half_up"))
        actual = [value for value in report.column("actual", 3, "half_up") if value is not None]
        self.assertGreater(len(actual), 5)
        self.assertEqual(
            self.engine.rows("SELECT count(*), count(actual), sum(actual), max(completion_pct) FROM report"),
            [(str(len(report)), str(len(actual)), str(sum(actual)),
              str(max(v for v in report.column("completion", 2, "half_up") if v is not None)))],
        )
        counted = {}
        for row in report:
            verdict = row.verdict.name.lower() if row.verdict else None
            counted[verdict] = counted.get(verdict, 0) + 1
        self.assertEqual(
            dict(self.engine.rows("SELECT verdict, count(*) FROM report GROUP BY verdict")),
            {verdict: str(count) for verdict, count in counted.items()},
        )
        self.assertEqual(
            self.engine.rows("SELECT indicator, unit, period_start, final, reported_to FROM report"),
            [(row.indicator, row.unit, str(start), str(row.final).lower(),
              None if row.reported_to is None else str(row.reported_to))
             for row in report for start in [tiendo.Period.parse(row.period).start]],
        )

    def test_observations_come_back_as_they_went(self):
        self.engine.take("log", self.book.observations)
        values = [row.value for row in self.book.observations if row.value is not None]
        ((total,),) = self.engine.rows("SELECT sum(value) FROM log")
        self.assertEqual(Decimal(total), sum(values))
        other = tiendo.load(FOLDER + "plan.json")
        self.engine.give("SELECT * FROM log", lambda *both: other.observations.append_arrow(Handed(*both)))
        self.assertEqual(list(other.observations), list(self.book.observations))
        self.assertEqual(other.report(YEAR).write("csv"), self.book.report(YEAR).write("csv"))

    def test_findings_are_a_table(self):
        wrong = "indicator,period,value\n" + "".join(f"none,2024-{i:02},1\n" for i in range(1, 15))
        with self.assertRaises(tiendo.Error) as caught:
            tiendo.loads(pathlib.Path(FOLDER, "plan.json").read_text(encoding="utf-8"), wrong)
        self.engine.take("findings", tiendo.last_findings())
        self.assertEqual(
            self.engine.rows("SELECT severity, code, line, sentence FROM findings"),
            [("error", one.code, str(one.line), one.sentence) for one in caught.exception.findings],
        )

    def test_what_it_has_taken_stays_when_we_close(self):
        report = self.book.report(YEAR)
        given = report.arrow(3)
        rows = len(report)
        report.close()
        self.book = None
        self.engine.take("report", given)
        del given
        self.assertEqual(self.engine.rows("SELECT count(indicator) FROM report"), [(str(rows),)])


if __name__ == "__main__":
    unittest.main()
