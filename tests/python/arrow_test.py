"""Tables of Arrow: observations that come in, reports that go out."""

import array
import datetime
import io
import pathlib
import unittest
from decimal import Decimal

import arrow_structs
import tiendo

FOLDER = "docs/examples/bim-son-2024/"
EPOCH = datetime.date(1970, 1, 1)
YEAR = datetime.date(2024, 12, 31)


def empty():
    return tiendo.load(FOLDER + "plan.json")


def texts(*words):
    """The buffers of utf8."""
    ends, data, bits = array.array("i", [0]), b"", 0
    for at, word in enumerate(words):
        data += b"" if word is None else word.encode()
        ends.append(len(data))
        bits |= (word is not None) << at
    return "u", (bytes([bits]), ends.tobytes(), data)


def decimals(scale, *numbers):
    """The buffers of decimal128."""
    bits = sum((number is not None) << at for at, number in enumerate(numbers))
    data = b"".join((number or 0).to_bytes(16, "little", signed=True) for number in numbers)
    return f"d:38,{scale}", (bytes([bits]), data)


def days(*given):
    """The buffers of date32, without a bitmap."""
    return "tdD", (None, array.array("i", [(day - EPOCH).days for day in given]).tobytes())


def table(first, second):
    """Two rows of gross output, in millions."""
    return arrow_structs.Table(2, {
        "period": texts(first, second),
        "value": decimals(1, 15, None),
        "standing": texts(None, "withheld"),
        "indicator": texts("gross-output", "gross-output"),
        "recorded_on": days(YEAR, YEAR),
        "revision": ("i", (None, array.array("i", [3, 0]).tobytes())),
    })


class ObservationsTest(unittest.TestCase):
    def check(self, book, *periods):
        self.assertEqual([str(row.period) for row in book.observations], list(periods))
        first, second = list(book.observations)[-2:]
        self.assertEqual((first.value, first.standing, first.revision), (Decimal("1.5"), None, 3))
        self.assertEqual((second.value, second.standing, second.recorded_on), (None, "withheld", YEAR))

    def test_an_array_is_read_and_stays_its_producers(self):
        book, given = empty(), table("2024-01", "2024-02")
        book.observations.append_arrow(given)
        self.check(book, "2024-01", "2024-02")
        self.assertEqual(given.released, [])
        self.assertTrue(given.array.release and given.schema.release)

    def test_a_stream_is_read_to_its_end(self):
        book, tables = empty(), (table("2024-01", "2024-02"), table("2024-03", "2024-04"))
        given = arrow_structs.StreamOf(*tables)
        book.observations.append_arrow(given)
        self.check(book, "2024-01", "2024-02", "2024-03", "2024-04")
        self.assertEqual([sorted(one.released) for one in tables], [["array", "schema"], ["array"]])
        self.assertTrue(given.stream.release)

    def test_a_book_with_a_report_takes_a_stream_too(self):
        book = empty()
        report = book.report(YEAR)
        book.observations.append_arrow(arrow_structs.StreamOf(table("2024-01", "2024-02")))
        self.check(book, "2024-01", "2024-02")
        self.assertEqual(len(book.report(YEAR)), len(report))

    def test_what_is_wrong_has_its_place(self):
        book = empty()
        with self.assertRaises(tiendo.Error) as caught:
            book.observations.append_arrow(arrow_structs.Table(1, {"valeu": decimals(0, 1)}))
        self.assertEqual((caught.exception.code, caught.exception.path), ("unknown_column", "/valeu"))
        bad = arrow_structs.StreamOf(table("2024-01", "2024-02"), table("2024-03", "2024-13"))
        with self.assertRaises(tiendo.Error) as caught:
            book.observations.append_arrow(bad)
        self.assertEqual((caught.exception.row, caught.exception.path), (3, "/period"))
        self.assertEqual(len(book.observations), 0)
        for thing in (None, [1], "text"):
            with self.assertRaisesRegex(TypeError, "__arrow_c_stream__"):
                book.observations.append_arrow(thing)

        class Wrong:
            def __arrow_c_stream__(self, requested_schema=None):
                return table("2024-01", "2024-02").__arrow_c_array__()[0]

        with self.assertRaises(ValueError):
            book.observations.append_arrow(Wrong())


class HandedOverTest(unittest.TestCase):
    def test_observations_come_out_as_they_came_in(self):
        book = tiendo.load(FOLDER + "plan.json", FOLDER + "observations.csv")
        other = empty()
        other.observations.append_arrow(book.observations)
        self.assertGreater(len(other.observations), 10)
        self.assertEqual(list(other.observations), list(book.observations))
        rows, formats = arrow_structs.rows_of(book.observations.__arrow_c_stream__())
        self.assertEqual([row["value"] for row in rows], [row.value for row in book.observations])
        self.assertEqual([row["period_start"] for row in rows], [row.period.start for row in book.observations])
        self.assertEqual(formats["recorded_on"], "tdD")

    def test_what_was_handed_over_stays(self):
        book = tiendo.load(FOLDER + "plan.json", FOLDER + "observations.csv")
        count, stream = len(book.observations), book.observations.__arrow_c_stream__()
        del book
        self.assertEqual(len(arrow_structs.rows_of(stream)[0]), count)

    def test_findings_are_a_table(self):
        book = empty()
        with self.assertRaises(tiendo.Error) as caught:
            book.read(io.StringIO("indicator,period,value\nnone,2024,1\ngross-output,2024-13,1\n"))
        rows, _ = arrow_structs.rows_of(tiendo.last_findings().__arrow_c_stream__())
        found = caught.exception.findings
        self.assertEqual(len(found), 2)
        self.assertEqual([(row["code"], row["number"], row["line"], row["sentence"]) for row in rows],
                         [(one.code, one.number, one.line, one.sentence) for one in found])
        self.assertEqual([row["severity"] for row in rows], ["error", "error"])
        tiendo.loads((pathlib.Path(FOLDER) / "plan.json").read_text(encoding="utf-8"))
        rows, _ = arrow_structs.rows_of(tiendo.last_findings().__arrow_c_stream__())
        self.assertEqual({(row["severity"], row["file"]) for row in rows}, {("warning", None)})


class ReportTest(unittest.TestCase):
    def setUp(self):
        self.report = tiendo.load(FOLDER + "plan.json", FOLDER + "observations.csv").report(YEAR)

    def test_a_report_is_handed_over_with_what_its_rows_say(self):
        rows, formats = arrow_structs.rows_of(self.report.arrow(1, rounding="half_up").__arrow_c_stream__())
        self.assertEqual(len(rows), len(self.report))
        self.assertEqual(len(formats), 23 + 18)
        self.assertEqual((formats["actual"], formats["growth_pct"], formats["due"]), ("d:38,1", "d:38,2", "i"))
        for given, row in zip(rows, self.report):
            ids = given["indicator"], given["unit"], given["project"], given["assigner"]
            self.assertEqual(ids, (row.indicator, row.unit, row.project, row.assigner))
            self.assertEqual(str(tiendo.Period(given["period_start"], given["period_end"])), row.period)
            self.assertEqual(given["verdict"], row.verdict.name.lower() if row.verdict else None)
            self.assertEqual((given["reported_to"], given["status"]), (row.reported_to, row.status))
        for field, name in (("actual", "actual"), ("completion", "completion_pct"), ("growth", "growth_pct")):
            scale = 1 if field == "actual" else 2
            self.assertEqual([row[name] for row in rows], self.report.column(field, scale, "half_up"))
        self.assertEqual([row["percent_of_plan"] for row in rows], self.report.percent_of_plan(2, "half_up").to_list())

    def test_figures_may_be_chosen(self):
        given = self.report.arrow(0, 1, fields=["target", "index"])
        self.report.close()
        _, formats = arrow_structs.rows_of(given.__arrow_c_stream__())
        self.assertEqual(list(formats)[-2:], ["target", "index_pct"])
        _, formats = arrow_structs.rows_of(given.__arrow_c_stream__())  # again, as often as one likes
        self.assertEqual(list(formats.values())[-2:], ["d:38,0", "d:38,1"])

    def test_a_capsule_that_nobody_took_is_released(self):
        from tiendo import _arrow
        before = len(_arrow._streams)
        capsule = self.report.arrow(1).__arrow_c_stream__()
        taken = self.report.arrow(1).__arrow_c_stream__()
        stream = arrow_structs.stream_in(taken)
        stream.release(stream)
        self.assertFalse(stream.release)
        self.assertEqual(len(_arrow._streams), before + 2)
        del capsule, taken
        self.assertEqual(len(_arrow._streams), before)

    def test_what_cannot_be_is_said(self):
        for arguments, kind in (((39,), tiendo.Error), ((1, -1), tiendo.Error), ((1, 1, None, ["index", "index"]), tiendo.Error)):
            with self.subTest(arguments=arguments), self.assertRaises(kind):
                self.report.arrow(*arguments).__arrow_c_stream__()
        with self.assertRaises(ValueError):
            self.report.arrow(1, fields=["indexes"])
        with self.assertRaises(tiendo.Error) as caught:
            self.report.arrow(38).__arrow_c_stream__()
        self.assertEqual((caught.exception.status, caught.exception.path[:1]), ("TIENDO_E_RANGE", "/"))


if __name__ == "__main__":
    unittest.main()
