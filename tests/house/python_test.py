"""The Python package says of every name what it is, and mypy agrees with what it says, as strictly as it can.

The settings of mypy are those of pyproject.toml, so that calling it without arguments at the top
checks the same: the package, what makes the wheel, and the examples.
"""

import ast
import os
import pathlib
import subprocess
import sys
import unittest

from house import ROOT, expect_none, needed, planted

PACKAGE = "capi/python/tiendo"
# The structures of tiendo.h by its names; what they are stands there.
OF_THE_HEADER = "_table.py"


def public(node, inside=""):
    """(name, node) of every class and function that is no business of the module alone."""
    for child in node.body:
        if isinstance(child, (ast.FunctionDef, ast.ClassDef)) and not child.name.startswith("_"):
            yield inside + child.name, child
            if isinstance(child, ast.ClassDef):
                yield from public(child, f"{inside}{child.name}.")


def parameters(function):
    """The parameters of a function, but for the object that a method is called for."""
    given = function.args
    every = [*given.posonlyargs, *given.args, *given.kwonlyargs]
    every += [more for more in (given.vararg, given.kwarg) if more is not None]
    return [parameter for parameter in every if parameter.arg not in ("self", "cls")]


def unhinted(tree):
    """Functions, private ones too, with something of unknown type."""
    for node in ast.walk(tree):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            if node.returns is None or any(p.annotation is None for p in parameters(node)):
                yield node


def faults(root):
    found = []
    for path in sorted((root / PACKAGE).glob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        found += [f"{path.name}:{n.lineno}: {n.name} is not fully hinted" for n in unhinted(tree)]
        if not ast.get_docstring(tree):
            found.append(f"{path.name}: no docstring")
        if path.name != OF_THE_HEADER:
            found += [
                f"{path.name}:{node.lineno}: {name} has no docstring"
                for name, node in public(tree)
                if not ast.get_docstring(node)
            ]
    if not (root / PACKAGE / "py.typed").exists():
        found.append("py.typed is missing: nobody's mypy would read the hints")
    return found


def said_by_mypy(root):
    """(whether mypy is content, what it says) of a tree."""
    cache = pathlib.Path(needed("TIENDO_BINARY")) / "mypy"
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--cache-dir", cache],
        cwd=root,
        env={name: value for name, value in os.environ.items() if name != "MYPYPATH"},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode == 0, done.stdout + done.stderr


class PythonTest(unittest.TestCase):
    def test_every_name_has_a_docstring_and_hints(self):
        expect_none(self, faults(ROOT))

    def test_mypy_agrees(self):
        content, said = said_by_mypy(ROOT)
        self.assertTrue(content, said)
        self.assertIn("no issues found", said)


class PlantedFaultTest(unittest.TestCase):
    GOOD = {
        "pyproject.toml": (ROOT / "pyproject.toml").read_text(encoding="utf-8"),
        f"{PACKAGE}/py.typed": "",
        f"{PACKAGE}/__init__.py": '"""One."""\n\n\nclass A:\n    """Two."""\n\n'
        '    def b(self, c: int, *d: str) -> str:\n        """Three."""\n        return str(c)\n\n\n'
        "def _e(f: int) -> int:\n    return f\n",
        "docs/examples/a.py": "import tiendo\n\nprint(tiendo.A().b(1))\n",
    }

    def test_a_good_tree_has_no_fault(self):
        with planted(self.GOOD) as root:
            self.assertEqual(faults(root), [])
            self.assertTrue(said_by_mypy(root)[0])

    def test_each_fault_is_found(self):
        cases = [
            ('"""One."""', "", "__init__.py: no docstring"),
            ('"""Two."""', "", "A has no docstring"),
            ('        """Three."""\n', "", "A.b has no docstring"),
            ("c: int", "c", "b is not fully hinted"),
            ("*d: str", "*d", "b is not fully hinted"),
            (" -> str", "", "b is not fully hinted"),
            ("f: int", "f", "_e is not fully hinted"),
        ]
        path = f"{PACKAGE}/__init__.py"
        for good, bad, reason in cases:
            changed = {**self.GOOD, path: self.GOOD[path].replace(good, bad)}
            with self.subTest(reason=reason), planted(changed) as root:
                found = faults(root)
                self.assertTrue(any(reason in fault for fault in found), found)

    def test_what_mypy_must_find_it_finds(self):
        cases = [
            (f"{PACKAGE}/__init__.py", "return str(c)", "return c", "Incompatible return value"),
            ("docs/examples/a.py", "b(1)", 'b("1")', "incompatible type"),
        ]
        for path, good, bad, reason in cases:
            changed = {**self.GOOD, path: self.GOOD[path].replace(good, bad)}
            with self.subTest(path=path), planted(changed) as root:
                content, said = said_by_mypy(root)
                self.assertFalse(content)
                self.assertIn(reason, said)


if __name__ == "__main__":
    unittest.main()
