"""Plans of which lists stand in tables beside the file, as the tool reads them."""

import csv
import io
import json
import pathlib
import tempfile
import unittest

from tool import BIM_SON, DISTRICT, ROOT, output, tiendo

END = ("--as-of", "2024-12-31")
CONDITIONS = ("at_least", "more_than", "at_most", "less_than", "equal", "between", "about", "increase_by",
              "decrease_by", "yes")


def condition_cells(key, amount, prefix=""):
    """The cells of a condition, as the guide says."""
    cells = {prefix + "condition": key}
    if key == "between":
        cells[prefix + "value"], cells[prefix + "upper"] = amount
    elif isinstance(amount, dict):
        for name, value in amount.items():
            if name == "then":
                ((second, of),) = value.items()
                cells.update(condition_cells(second, of, "then."))
            else:
                cells[prefix + name] = value
    elif key != "yes":
        cells[prefix + "value"] = amount
    return cells


def cells_of(part):
    """The row of a part."""
    cells = {}
    for key, value in part.items():
        if key in CONDITIONS:
            cells.update(condition_cells(key, value))
        elif isinstance(value, list):
            cells[key] = "; ".join(value)
        elif isinstance(value, dict):
            for name, inner in value.items():
                cells[key if (key, name) == ("baseline", "value") else f"{key}.{name}"] = inner
        else:
            cells["name.vi" if key == "name" else key] = value
    return cells


def table_of(parts, **form):
    rows = [cells_of(part) for part in parts]
    columns = sorted({name for row in rows for name in row})
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, **form)
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


class PlanTablesTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def book(self, source, lists, **form):
        """The plan with these lists in tables of the folder."""
        plan = json.loads((ROOT / source).read_text(encoding="utf-8"))
        for name in lists:
            holder = plan if name in plan else plan["plan"]
            (self.folder / f"{name}.csv").write_text(table_of(holder[name], **form), encoding="utf-8")
            holder[name] = {"table": f"{name}.csv"}
        path = self.folder / "plan.json"
        path.write_text(json.dumps(plan, ensure_ascii=False), encoding="utf-8")
        return path

    def test_a_book_in_tables_reports_the_same(self):
        for form in ({}, {"delimiter": ";", "lineterminator": "\n"}):
            for (plan, observations), lists in (
                    (BIM_SON, ("measures", "units", "indicators", "targets", "task_groups")),
                    (DISTRICT, ("measures", "units", "indicators", "targets"))):
                book = self.book(plan, lists, **form)
                for options in (["--format", "csv", "--exact"], ["--format", "json"]):
                    self.assertEqual(output("report", book, observations, *END, *options),
                                     output("report", plan, observations, *END, *options))

    def test_check_names_the_row_of_the_table(self):
        book = self.book(BIM_SON[0], ["targets"])
        (line,) = [line for line in output("check", book, BIM_SON[1]).splitlines() if " 515 " in line]
        (place,) = [line for line in output("check", *BIM_SON).splitlines() if " 515 " in line]
        self.assertTrue(line.startswith(f"{self.folder}/targets.csv:2:"), line)
        self.assertEqual(line.split(": ", 1)[1], place.split(": ", 1)[1])

    def test_format_leaves_tables_where_they_are(self):
        book = self.book(DISTRICT[0], ["units", "targets"])
        text = output("format", book)
        self.assertIn('\n  "units": {"table": "units.csv"},\n', text)
        self.assertIn('\n    "targets": {"table": "targets.csv"},\n', text)
        book.write_text(text, encoding="utf-8")
        self.assertEqual(output("format", book, "--check"), "")
        whole = output("format", DISTRICT[0])
        self.assertEqual([line for line in text.splitlines() if '"table"' not in line],
                         [line for line in text.splitlines() if line in whole])

    def test_what_cannot_be_read_is_a_fault_of_the_plan(self):
        book = self.book(DISTRICT[0], ["units"])
        (self.folder / "units.csv").unlink()
        done = tiendo("check", book)
        self.assertEqual((done.returncode, done.stdout), (1, b""))
        self.assertRegex(done.stderr.decode(), r"plan\.json:1:\d+: error 615 table_unreadable: "
                                               r".*units\.csv: No such file or directory\n$")

    def test_a_table_elsewhere_is_never_read(self):
        book = self.book(DISTRICT[0], ["units"])
        text = book.read_text(encoding="utf-8")
        for name in (f"{self.folder}/units.csv", "../units.csv", f"../{self.folder.name}/units.csv"):
            book.write_text(text.replace("units.csv", name), encoding="utf-8")
            done = tiendo("check", book)
            self.assertEqual((done.returncode, done.stdout), (1, b""))
            self.assertIn("error 614 table_path: ", done.stderr.decode())


if __name__ == "__main__":
    unittest.main()
