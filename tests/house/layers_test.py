"""Which layer may know what: includes between layers, foreign headers, and banned words.

The table of layers stands in docs/design; this is the form that runs. What a layer has no business
with is listed below with the reason that is printed when it turns up.
"""

import re
import unittest

from house import CXX_SUFFIXES, ROOT, code_of, expect_none, files_under, planted

# layer: the layers whose headers it may include, besides its own
BELOW = {
    "base": set(),
    "decimal": {"base"},
    "calendar": {"base"},
    "model": {"base", "decimal", "calendar"},
    "facts": {"base", "decimal", "calendar", "model"},
    "engine": {"base", "decimal", "calendar", "model", "facts"},
    "io": {"base", "decimal", "calendar", "model", "facts", "engine"},
    "cli": {"base", "decimal", "calendar", "model", "facts", "engine", "io"},
    "capi": {"base", "decimal", "calendar", "model", "facts", "engine", "io"},
}
LIBRARY = set(BELOW) - {"cli", "capi"}
EVERYWHERE = set(BELOW)

# Headers that are not of the C++ standard library: prefix, the layers whose sources may use it.
# None of them may stand in a public header: what users compile needs our headers alone.
FOREIGN = [
    ("boost/", {"decimal", "calendar"}),
    ("rapidjson/", {"io"}),
    ("utf8proc.h", {"decimal", "io"}),
    ("emmintrin.h", {"decimal", "io"}),  # the compiler's own: vectors of every x86-64
    ("immintrin.h", {"io"}),  # likewise: wider ones, for what is chosen when a program runs
    ("CLI/", {"cli"}),
    ("unistd.h", {"cli"}),
    ("sys/", {"cli"}),
]

INEXACT = "binary fractions are not exact"
# Private headers that a layer above may include: what is inlined for each number of a long table,
# templates for work in threads, and what one thread makes ready for another.
SHARED = {
    "base/count.hpp",
    "base/team.hpp",
    "decimal/ending_digits.hpp",
    "facts/ready_rows.hpp",
}
# The one file that may have them: what it makes of them is proved to be exact.
PROVED = "src/decimal/quotients.cpp"

# pattern, layers in which it is banned, reason
BANNED = [
    (r"\b(double|float)\b", EVERYWHERE, INEXACT),
    (
        r"\b(strto[dfl]|strtold|stod|stof|stold|atof)\b",
        EVERYWHERE,
        "reads binary fractions, by the locale",
    ),
    (
        r"\b(setlocale|imbue|localeconv)\b|\bstd::locale\b",
        EVERYWHERE,
        "output depends on no locale",
    ),
    (
        r"\b(is(alnum|alpha|digit|space|upper|lower|punct|xdigit)|to(upper|lower))\s*\(",
        EVERYWHERE,
        "asks the locale",
    ),
    (r"\b(s|sn|vs|vsn|f)?printf\s*\(", LIBRARY | {"capi"}, "formats by the locale"),
    (r"\blexical_cast\b", EVERYWHERE, "formats by the locale"),
    (r"\b[io]?stringstream\b", LIBRARY | {"capi"}, "numbers in a stream are grouped by the locale"),
    (
        r"\bstd::(cout|cerr|clog|cin)\b",
        LIBRARY | {"capi"},
        "a library does not talk to the terminal",
    ),
    (
        r"\bgetenv\b",
        LIBRARY | {"capi"},
        "the same call gives the same result whatever the environment",
    ),
    (r"\bthread_local\b", EVERYWHERE, "no state outside the objects of the caller"),
    (r"\bthrow\b(?!\s*;)", LIBRARY | {"capi"}, "data errors are values, bugs are asserts"),
    (
        r"\b(abort|exit|_Exit|quick_exit|atexit)\s*\(",
        LIBRARY | {"capi"},
        "a library does not end its host",
    ),
    (r"\b(rand|srand)\s*\(", EVERYWHERE, "the same call gives the same result"),
    (
        r"\b(gettimeofday|clock_gettime|localtime|gmtime|mktime)\b|\bstd::time\b",
        EVERYWHERE,
        "every date is an argument",
    ),
]

# header of the standard library, layers in which it is banned, reason
BANNED_HEADERS = [
    (
        "chrono",
        EVERYWHERE - {"cli"},
        "every date is an argument; the clock serves the progress bar alone",
    ),
    ("ctime", EVERYWHERE, "every date is an argument"),
    ("random", EVERYWHERE, "the same call gives the same result"),
    ("locale", EVERYWHERE, "output depends on no locale"),
    ("clocale", EVERYWHERE, "output depends on no locale"),
    ("cctype", EVERYWHERE, "asks the locale"),
    ("sstream", EVERYWHERE - {"cli"}, "numbers in a stream are grouped by the locale"),
    ("iomanip", EVERYWHERE, "numbers in a stream are grouped by the locale"),
    ("iostream", EVERYWHERE - {"cli"}, "a library does not talk to the terminal"),
    ("regex", EVERYWHERE, "asks the locale, and its stack grows with the input"),
    ("cfloat", EVERYWHERE, INEXACT),
    ("cmath", EVERYWHERE, INEXACT),
]

STANDARD = re.compile(r"[a-z_]+|stddef\.h|stdint\.h")
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^">]+)[">]', re.MULTILINE)


def layer_of(path):
    """(layer, whether the file is a public header) of a path relative to the tree."""
    parts = path.parts
    if parts[0] == "include":
        return parts[2], True
    if parts[0] == "capi":
        return "capi", parts[1] == "include"
    return parts[1], False


def target_of(root, path, name):
    """The file that a quoted include means, relative to the tree, or None."""
    for base in ("include", "src", "capi/include", "capi/src", path.parent):
        if (root / base / name).is_file():
            return (root / base / name).resolve().relative_to(root.resolve())
    return None


def fault_of_own(root, path, name):
    """What is wrong with including the file `name` of this project, or None."""
    target = target_of(root, path, name)
    if target is None:
        return "there is no such file"
    layer, public = layer_of(path)
    other, other_public = layer_of(target)
    if public and not other_public:
        return "a public header includes a private one"
    if other == layer:
        return None
    if other not in BELOW.get(layer, set()):
        return f"{layer} must not know {other}"
    if not other_public and name not in SHARED:
        return f"a private header of {other}"
    return None


def is_proved(path, reason):
    """Whether the file is the one in which what is banned for that reason is exact."""
    return reason == INEXACT and path.as_posix() == PROVED


def fault_of_foreign(path, name):
    """What is wrong with including <name>, or None."""
    layer, public = layer_of(path)
    for prefix, layers in FOREIGN:
        if name.startswith(prefix):
            if public:
                return "a public header must need our headers alone"
            return None if layer in layers else f"only {', '.join(sorted(layers))} may use {prefix}"
    if not STANDARD.fullmatch(name):
        return "an unknown library: name it in FOREIGN, with the layers that may use it"
    for header, layers, reason in BANNED_HEADERS:
        if name == header and layer in layers and not is_proved(path, reason):
            return reason
    return None


def cycles(graph):
    """The includes that close a ring, as texts."""
    done, found = set(), []

    def visit(path, trail):
        if path in trail:
            found.append(
                f"{path}: includes itself through {' '.join(map(str, trail[trail.index(path):]))}"
            )
        elif path not in done:
            for target in graph.get(path, ()):
                visit(target, trail + [path])
            done.add(path)

    for path in graph:
        visit(path, [])
    return found


def faults(root):
    found, graph = [], {}
    for path in files_under(
        root, "include", "src", "capi/include", "capi/src", suffixes=CXX_SUFFIXES
    ):
        text = (root / path).read_text(encoding="utf-8")
        code = code_of(text)
        layer = layer_of(path)[0]
        if layer not in BELOW:
            found.append(f"{path}: no such layer: {layer}")
            continue
        for match in INCLUDE.finditer(text):
            own = match[1] == '"'
            fault = fault_of_own(root, path, match[2]) if own else fault_of_foreign(path, match[2])
            line = text.count("\n", 0, match.start(1)) + 1
            if fault:
                found.append(f"{path}:{line}: #include {match[2]}: {fault}")
            elif own:
                graph.setdefault(path, []).append(target_of(root, path, match[2]))
        for pattern, layers, reason in BANNED:
            if is_proved(path, reason):
                continue
            for match in re.finditer(pattern, code) if layer in layers else ():
                line = code.count("\n", 0, match.start()) + 1
                found.append(f"{path}:{line}: {match[0].strip()}: {reason}")
    return found + cycles(graph)


class LayersTest(unittest.TestCase):
    def test_the_sources_keep_to_their_layers(self):
        expect_none(self, faults(ROOT))

    def test_there_is_something_to_look_at(self):
        self.assertGreater(len(files_under(ROOT, "include", "src", suffixes=CXX_SUFFIXES)), 5)


class PlantedFaultTest(unittest.TestCase):
    GOOD = {
        "include/tiendo/base/error.hpp": "#include <string>\n",
        "include/tiendo/decimal/ratio.hpp": '#include "tiendo/base/error.hpp"\n',
        "include/tiendo/calendar/date.hpp": '#include "tiendo/base/error.hpp"\n',
        "src/decimal/big.hpp": "#include <boost/multiprecision/cpp_int.hpp>\n",
        "src/decimal/ratio.cpp": '#include "tiendo/decimal/ratio.hpp"\n'
        '#include "decimal/big.hpp"\n',
        "src/cli/main.cpp": '#include <iostream>\n#include "tiendo/decimal/ratio.hpp"\n',
        "capi/src/rows.cpp": '#include "tiendo/decimal/ratio.hpp"\n'
        '// double\nconst char* k = "float";\n',
    }

    def found_in(self, changed):
        with planted({**self.GOOD, **changed}) as root:
            return faults(root)

    def test_a_good_tree_has_no_fault(self):
        self.assertEqual(self.found_in({}), [])

    def test_one_file_may_divide_in_binary_fractions_and_do_nothing_else_that_is_banned(self):
        proved = "src/decimal/quotients.cpp"
        self.assertEqual(self.found_in({proved: "#include <cfloat>\ndouble x;\n"}), [])
        for path, text in (
            (proved, "auto x = std::stod(a);"),
            ("src/decimal/quotient.hpp", "double x;"),
            ("src/facts/quotients.cpp", "double x;"),
            ("src/decimal/ratio.cpp", "#include <cfloat>"),
        ):
            with self.subTest(path=path, text=text):
                self.assertEqual(len(self.found_in({path: text + "\n"})), 1)

    def test_each_fault_is_found(self):
        cases = [
            (
                "include/tiendo/base/error.hpp",
                '#include "tiendo/decimal/ratio.hpp"',
                "base must not know decimal",
            ),
            (
                "include/tiendo/calendar/date.hpp",
                '#include "tiendo/decimal/ratio.hpp"',
                "calendar must not know decimal",
            ),
            (
                "include/tiendo/decimal/ratio.hpp",
                '#include "decimal/big.hpp"',
                "a public header includes a private one",
            ),
            (
                "include/tiendo/decimal/ratio.hpp",
                '#include "tiendo/decimal/ratio.hpp"',
                "includes itself",
            ),
            (
                "include/tiendo/decimal/ratio.hpp",
                "#include <boost/rational.hpp>",
                "must need our headers alone",
            ),
            ("src/cli/main.cpp", '#include "decimal/big.hpp"', "a private header of decimal"),
            ("capi/src/rows.cpp", '#include "decimal/big.hpp"', "a private header of decimal"),
            (
                "src/cli/main.cpp",
                "#include <boost/rational.hpp>",
                "only calendar, decimal may use boost/",
            ),
            ("src/decimal/ratio.cpp", "#include <gmp.h>", "an unknown library"),
            (
                "src/decimal/ratio.cpp",
                '#include "tiendo/decimal/gone.hpp"',
                "there is no such file",
            ),
            ("src/decimal/ratio.cpp", "#include <chrono>", "every date is an argument"),
            ("src/decimal/ratio.cpp", "#include <iostream>", "does not talk to the terminal"),
            ("src/decimal/ratio.cpp", "#include <sstream>", "grouped by the locale"),
            ("src/decimal/ratio.cpp", "double x;", "not exact"),
            ("include/tiendo/base/error.hpp", "inline float x;", "not exact"),
            ("capi/include/tiendo.h", "double x(void);", "not exact"),
            ("src/decimal/ratio.cpp", "auto x = std::strtod(a, b);", "by the locale"),
            ("src/decimal/ratio.cpp", "void f() { throw 1; }", "data errors are values"),
            ("src/shop/till.cpp", "", "no such layer: shop"),
        ]
        for path, text, reason in cases:
            with self.subTest(path=path, text=text):
                found = self.found_in({path: text + "\n"})
                self.assertTrue(any(path in fault and reason in fault for fault in found), found)


if __name__ == "__main__":
    unittest.main()
