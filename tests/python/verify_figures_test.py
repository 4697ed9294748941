"""Published figures from Python: verdicts, findings, and the plans that a rate leaves open."""

import gzip
import io
import pathlib
import unittest
from decimal import Decimal

import arrow_structs
import tiendo

PUBLISHED = pathlib.Path("docs/examples/published.csv")


class VerifyFiguresTest(unittest.TestCase):
    def test_each_figure_has_a_verdict(self):
        document = tiendo.verify_figures(
            "id;kind;inputs;stated\n"
            "a;completion;\"actual=281,35;plan=290\";97,01\n"
            "b;excess;\"actual=23,56;plan=hơn 19\";4,56\n",
            numbers="vi",
        )
        first, second = document["figures"]
        self.assertEqual((first["id"], first["verdict"], first["exact"]), ("a", "possible", "5627/58"))
        self.assertEqual(first["roundings"], ["down", "floor"])
        self.assertEqual((second["verdict"], second["readings"]), ("impossible", ["points"]))
        self.assertEqual(document["summary"], {"undecided": 0, "reproduces": 0, "possible": 1, "impossible": 1})

    def test_marks_of_numbers_are_declared(self):
        table = "kind,inputs,stated\nexcess,actual=1_820;plan=1_500,21:3\n"
        document = tiendo.verify_figures(table, numbers=tiendo.NumberFormat(":", "_"))
        self.assertEqual(document["figures"][0]["verdict"], "reproduces")

    def test_a_faulty_row_is_an_error_with_all_findings(self):
        with self.assertRaises(tiendo.Error) as caught:
            tiendo.verify_figures("kind,inputs,stated\nshares,a=1,1\nshare,part=1,1\n", name="f.csv")
        self.assertEqual([finding.code for finding in caught.exception.findings], ["unknown_word", "stated_inputs"])
        with self.assertRaises(ValueError):
            tiendo.verify_figures("", numbers="fr")

    def test_faulty_rows_may_be_left_out(self):
        table = "id,kind,inputs,stated\na,shares,a=1,1\nb,excess,actual=182;plan=150,21.3\nc,share,part=1;total=0,1\n"
        document = tiendo.verify_figures(table, name="f.csv", leave_out_faulty=True)
        self.assertEqual([figure["id"] for figure in document["figures"]], ["b"])
        found, _ = arrow_structs.rows_of(tiendo.last_findings().__arrow_c_stream__())
        self.assertEqual([(finding["line"], finding["file"]) for finding in found], [(2, "f.csv"), (4, "f.csv")])
        with self.assertRaises(tiendo.Error) as caught:
            tiendo.verify_figures("kind,inputs,stated\nshares,a=1,1\n", leave_out_faulty=True)
        self.assertEqual(caught.exception.code, "unknown_word")

    def test_a_table_is_read_from_its_file(self):
        document = tiendo.verify_figures(PUBLISHED)
        self.assertEqual(document["summary"], {"undecided": 0, "reproduces": 2, "possible": 2, "impossible": 3})
        self.assertEqual(document, tiendo.verify_figures(PUBLISHED.read_text(encoding="utf-8"), name=str(PUBLISHED)))
        with self.assertRaises(tiendo.Error) as caught:
            tiendo.verify_figures(PUBLISHED / "none.csv", leave_out_faulty=True)
        self.assertEqual(caught.exception.code, "file_unreadable")

    def test_a_table_is_read_from_any_file_object(self):
        content = PUBLISHED.read_bytes()
        wanted = tiendo.verify_figures(PUBLISHED)
        sources = {
            "a file": PUBLISHED.open("rb"),
            "text": io.StringIO(content.decode()),
            "an archive": gzip.open(io.BytesIO(gzip.compress(content))),
        }
        for what, source in sources.items():
            with self.subTest(what), source:
                self.assertEqual(tiendo.verify_figures(source), wanted)
        faulty = b"id,kind,inputs,stated\na,shares,a=1,1\nb,excess,actual=1.820;plan=1.500,\"21,3\"\n"
        document = tiendo.verify_figures(io.BytesIO(faulty), "vi", "f.csv", leave_out_faulty=True)
        self.assertEqual([figure["id"] for figure in document["figures"]], ["b"])
        with self.assertRaises(tiendo.Error) as caught:
            tiendo.verify_figures(io.BytesIO(faulty), "vi", "f.csv")
        self.assertEqual([(finding.line, finding.file) for finding in caught.exception.findings], [(2, "f.csv")])

    def test_what_a_file_object_raises_comes_out(self):
        class Fails:
            def read(self, size):
                raise ZeroDivisionError(size)

        with self.assertRaises(ZeroDivisionError):
            tiendo.verify_figures(Fails(), leave_out_faulty=True)
        with self.assertRaises(BlockingIOError):
            tiendo.verify_figures(type("Empty", (), {"read": lambda self, size: None})())
        with self.assertRaises(TypeError):
            tiendo.verify_figures(5)

    def test_a_rate_leaves_few_plans(self):
        self.assertEqual(tiendo.fitting_plans(182, Decimal("21.3"), excess=True), (1, [Decimal(150)]))
        self.assertEqual(tiendo.fitting_plans(180, Decimal("21.3"), excess=True), (0, []))
        self.assertEqual(tiendo.fitting_plans(1919, 64, step=1000), (1, [Decimal(3000)]))
        self.assertEqual(tiendo.fitting_plans(1919, 64, most=1), (47, [Decimal(2976)]))
        self.assertIsNone(tiendo.fitting_plans(1, Decimal("0.0"), most=0).count)
        wide = tiendo.fitting_plans(Decimal("8.9"), 50, rounded=True, rounding="half_up")
        self.assertEqual(wide.plans, [Decimal(18)])
        with self.assertRaises(tiendo.Error):
            tiendo.fitting_plans(-1, 50)


if __name__ == "__main__":
    unittest.main()
