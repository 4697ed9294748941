"""The C API is the same in four places: the list, the header, the library and the Python package.

capi/api.txt is the list: `function NAME SINCE`, `constant NAME VALUE SINCE`, `struct NAME SINCE`,
sorted. The header declares exactly that, each function with every parameter, its result and @since
documented, with its statuses and who ends what it makes; rule 7 names each kind of handle. The
library exports exactly its functions; the Python table gives each its types, and is what
capi/python/write_table.py makes of the header. Long because each check has a planted fault.

Whether a block names every status that its function returns, tests/capi/arguments_test.cpp and the
fuzzer of calls find out by calling it. Long because it compares four texts, each of its own form.
"""

import ctypes
import functools
import importlib.util
import re
import subprocess
import sys
import unittest

from house import ROOT, code_of, expect_none, needed, planted

LIST = "capi/api.txt"
HEADER = "capi/include/tiendo.h"
TABLE = "capi/python/tiendo/_table.py"
WRITER = "capi/python/write_table.py"
WORDS = "capi/python/tiendo/_words.py"

REOPEN = "tiendo_observations_reopen"  # takes a handle and gives NULL back

FUNCTION = re.compile(
    r"\bTIENDO_API\s+(?:TIENDO_DEPRECATED\([^)]*\)\s*)?"
    r"([\w\s*]+?)\b(tiendo_\w+)\s*\(([^;{}]*?)\)\s*(?:TIENDO_NOEXCEPT\s*)?;"
)
CONSTANT = re.compile(
    r"^#define (TIENDO_\w+) +(?:\(\(\w+\))?\(?(-?(?:0x)?[0-9A-Fa-f]+)U?\)*\s*(?:/\*.*)?$",
    re.MULTILINE,
)
STRUCT = re.compile(r"\btypedef\s+struct\s+(tiendo_\w+)\b")
ENTRY = re.compile(r"(function|struct) (\w+) (\d+\.\d+)|(constant) (\w+) (-?\d+) (\d+\.\d+)")

C_TYPES = {
    "void": None,
    "int32_t": ctypes.c_int32,
    "uint32_t": ctypes.c_uint32,
    "int64_t": ctypes.c_int64,
    "uint64_t": ctypes.c_uint64,
}

# What has an object and no word in the Python package.
WITHOUT_WORD = {"TIENDO_NUMBERS_DECLARED"}

# The enums and dictionaries of the Python package, and the constants that they repeat.
PREFIXES = {
    "Severity": "TIENDO_SEVERITY_",
    "RowKind": "TIENDO_ROW_",
    "Verdict": "TIENDO_VERDICT_",
    "Schedule": "TIENDO_SCHEDULE_",
    "State": "TIENDO_STATE_",
    "CoverageOf": "TIENDO_COVERAGE_",
    "WorkKind": "TIENDO_WORK_KIND_",
    "TaskState": "TIENDO_WORK_STATE_",
    "WorkStanding": "TIENDO_WORK_STANDING_",
    "WORK_FIELDS": "TIENDO_WORK_FIELD_",
    "WORK_TEXTS": "TIENDO_WORK_TEXT_",
    "FIELDS": "TIENDO_FIELD_",
    "ROUNDINGS": "TIENDO_ROUND_",
    "NUMBERS": "TIENDO_NUMBERS_",
    "LANGUAGES": "TIENDO_LANGUAGE_",
    "FORMATS": "TIENDO_FORMAT_",
    "PARTS": "TIENDO_PART_",
    "FORMS": "TIENDO_FORM_",
    "STANDINGS": "TIENDO_STANDING_",
    "VERDICTS": "TIENDO_VERDICT_",
    "FINALITIES": "TIENDO_FINALITY_",
    "QUALIFIERS": "TIENDO_QUALIFIER_",
    "Tiling": "TIENDO_TILING_",
    "CALENDARS": "TIENDO_CALENDAR_",
    "DUE_DATES": "TIENDO_DUE_",
    "SCALE_WORDS": "TIENDO_SCALE_WORD_",
    "LEFTOVERS": "TIENDO_LEFTOVER_",
    "SHARES": "TIENDO_SHARES_",
    "TALLIES": "TIENDO_TALLY_",
    "PHASES": "TIENDO_PHASE_",
}


def squeezed(text):
    return re.sub(r"\s+", " ", text).strip()


def functions_of(header):
    """{name: (result, [parameter, ...], comment before it)} of the header's text."""
    code, found = code_of(header), {}
    for match in FUNCTION.finditer(code):
        parameters = [squeezed(part) for part in match[3].split(",")]
        before = header[: match.start()].rstrip()
        comment = before[before.rfind("/**") :] if before.endswith("*/") else ""
        found[match[2]] = (
            squeezed(match[1]),
            [] if parameters == ["void"] else parameters,
            comment,
        )
    return found


def entries_of(header):
    """The lines that api.txt must have for this header, without the version that added them."""
    functions = {f"function {name}" for name in functions_of(header)}
    constants = {f"constant {match[1]} {int(match[2], 0)}" for match in CONSTANT.finditer(header)}
    structs = {f"struct {match[1]}" for match in STRUCT.finditer(code_of(header))}
    return functions | constants | structs


def faults_of_list(root):
    """Faults of api.txt itself and of the header against it."""
    lines = (root / LIST).read_text(encoding="utf-8").splitlines()
    lines = [line for line in lines if line and not line.startswith("#")]
    header = (root / HEADER).read_text(encoding="utf-8")
    if lines != sorted(set(lines)):
        yield f"{LIST}: not sorted, or a line stands twice"
    for line in lines:
        if not ENTRY.fullmatch(line):
            yield f"{LIST}: not an entry: {line}"
    listed = {line.rpartition(" ")[0] for line in lines}
    for entry in sorted(listed ^ entries_of(header)):
        yield f"{entry}: " + (
            f"{HEADER} does not have it" if entry in listed else f"{LIST} does not list it"
        )
    since = {line.split()[1]: line.split()[-1] for line in lines if line.startswith("function ")}
    for name, (result, parameters, comment) in functions_of(header).items():
        yield from faults_of_comment(name, result, parameters, comment, since.get(name))
        yield from faults_of_result(name, result, parameters, comment)
    yield from faults_of_threads(header)
    yield from faults_of_deprecated(header)


def faults_of_deprecated(header):
    """Functions that warn and do not say so in their comment, or the other way round."""
    marked = re.findall(
        r"\*/\s*TIENDO_API\s+TIENDO_DEPRECATED\([^)]*\)\s*[\w\s*]+?\b(tiendo_\w+)\s*\(", header
    )
    for name, (_, _, comment) in functions_of(header).items():
        if (name in marked) != bool(re.search(r"@deprecated since \d+\.\d+: ", comment)):
            yield f"{name}: TIENDO_DEPRECATED and \"@deprecated since 1.2: \" stand together"


def faults_of_comment(name, result, parameters, comment, since):
    """What a function's documentation does not say."""
    for parameter in parameters:
        word = type_and_name(parameter)[1]
        if not re.search(rf"@param(\[\w+(,\w+)?\])? +{word}\b", comment):
            yield f"{name}: @param {word} is missing"
    if result != "void" and "@return" not in comment:
        yield f"{name}: @return is missing"
    if f"@since {since}\n" not in comment:
        yield f"{name}: @since {since} is missing"


def faults_of_result(name, result, parameters, comment):
    """What a function's documentation does not say of its statuses and of the handle it makes."""
    kinds = [tuple(map(str.strip, type_and_name(parameter))) for parameter in parameters]
    returned = comment.partition("@return")[2].partition("@since")[0]
    if result == "tiendo_status" and not re.search(r"\bas tiendo_\w+\(\)", returned):
        wanted = ["TIENDO_OK"]
        wanted += ["TIENDO_E_INVALID_ARG"] if kinds else []
        wanted += ["TIENDO_E_SMALL_BUFFER"] if "char*" in dict(kinds) else []
        wanted += ["rule 2"] if kinds[0][0].endswith("tiendo_context*") else []
        said = squeezed(returned.replace("\n *", " "))
        for status in wanted:
            if not re.search(rf"\b{status}\b", said):
                yield f"{name}: @return does not name {status}"
    for kind, word in kinds:
        if not re.fullmatch(r"tiendo_\w+\*\*", kind) or name == REOPEN:
            continue
        said = squeezed(comment.partition(f"@param {word} ")[2].partition("\n * @")[0].replace("\n *", " "))
        if f"to be ended by {kind[:-2]}_destroy(); NULL on failure" not in said:
            yield f"{name}: @param {word} does not say who ends it"


def faults_of_threads(header):
    """The kinds of handles of which rule 7 does not say how threads share them."""
    rule = header.partition("* 7. ")[2].partition("* 8. ")[0]
    for kind in re.findall(r"^typedef struct tiendo_(\w+) tiendo_\1;", header, re.MULTILINE):
        if not re.search(rf"\b{kind.rpartition('_')[2]}", rule, re.IGNORECASE):
            yield f"tiendo_{kind}: rule 7 does not say how threads share it"


def faults_of_exports(root, listing, node):
    """Faults of what `nm -D --defined-only` lists against api.txt."""
    text = (root / LIST).read_text(encoding="utf-8")
    wanted = {f"T {name}@@{node}" for name in re.findall(r"^function (\w+) ", text, re.MULTILINE)}
    # Some linkers list the version node itself, and an older nm shows it with its own version.
    shown = {line.split(maxsplit=1)[1] for line in listing.splitlines()}
    shown -= {f"A {node}", f"A {node}@@{node}"}
    for symbol in sorted(wanted - shown):
        yield f"the library does not export {symbol}"
    for symbol in sorted(shown - wanted):
        yield f"the library exports {symbol}"


def module_of(root, path):
    """A module of the Python package, by itself: importing the package would load the library."""
    name = "tiendo_under_test"
    spec = importlib.util.spec_from_file_location(name, root / path)
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


@functools.cache
def ctype_of(c_type, header):
    """The name of what ctypes calls this C type; "pointer" for any pointer."""
    bare = squeezed(c_type.replace("const", " "))
    if bare.endswith("*") or re.search(rf"\(\s*(TIENDO_CALL\s*)?\*\s*{bare}\s*\)", header):
        return "pointer"
    alias = re.search(rf"\btypedef\s+(\w+)\s+{bare}\s*;", header)
    return ctype_of(alias[1], header) if alias else getattr(C_TYPES[bare], "__name__", "None")


def name_of_ctype(kind):
    pointer = kind in (ctypes.c_void_p, ctypes.c_char_p) or issubclass(
        kind or int, (ctypes._Pointer, ctypes._CFuncPtr, ctypes.Array)
    )
    return "pointer" if pointer else getattr(kind, "__name__", "None")


def type_and_name(declaration):
    """("const char *", "text") of "const char* text"; an array is a pointer."""
    match = re.fullmatch(r"(.*?)(\w+)(\[\w*\])?", squeezed(declaration))
    return match[1] + ("*" if match[3] else ""), match[2]


def structs_of(header):
    """{name: ((member, ctype), ...)} of the structures that the header lays open."""
    found = {}
    for match in re.finditer(r"\btypedef\s+struct\s+(\w+)\s*\{([^}]*)\}", code_of(header)):
        members = [type_and_name(part) for part in match[2].split(";") if part.strip()]
        found[match[1]] = tuple((name, ctype_of(c_type, header)) for c_type, name in members)
    return found


def faults_of_table(root):
    """The functions, structures and numbers of the Python table against the header."""
    header = (root / HEADER).read_text(encoding="utf-8")
    functions, module = functions_of(header), module_of(root, TABLE)
    for name in sorted(set(functions) ^ set(module.FUNCTIONS)):
        yield f"{name}: " + (f"{TABLE} lacks it" if name in functions else f"{HEADER} lacks it")
    for name in sorted(set(functions) & set(module.FUNCTIONS)):
        result, parameters, _ = functions[name]
        wanted = [
            ctype_of(c_type, header)
            for c_type in (result, *(type_and_name(part)[0] for part in parameters))
        ]
        given = [
            name_of_ctype(kind) for kind in (module.FUNCTIONS[name][0], *module.FUNCTIONS[name][1])
        ]
        if wanted != given:
            yield f"{name}: {TABLE} says {given}, {HEADER} {wanted}"

    mine = {
        tuple((member, name_of_ctype(kind)) for member, kind in thing._fields_): name
        for name, thing in vars(module).items()
        if isinstance(thing, type)
        and issubclass(thing, ctypes.Structure)
        and thing is not ctypes.Structure
    }
    theirs = {members: name for name, members in structs_of(header).items()}
    for members in sorted(set(mine) ^ set(theirs)):
        name = mine.get(members) or theirs[members]
        yield f"{name}: a structure that {TABLE} and {HEADER} do not share"

    numbers = {match[1]: int(match[2], 0) for match in CONSTANT.finditer(header)}
    for name, number in vars(module).items():
        if isinstance(number, int) and numbers.get(f"TIENDO_{name}") != number:
            yield f"{name}: {TABLE} says {number}, {HEADER} {numbers.get(f'TIENDO_{name}')}"


def faults_of_writer(root):
    """The Python table against what is written from the header."""
    made = module_of(root, WRITER).table_of((root / HEADER).read_text(encoding="utf-8"))
    if (root / TABLE).read_text(encoding="utf-8") != made:
        yield f"{TABLE}: not what {WRITER} makes of {HEADER}: run it"


def faults_of_words(root):
    """The words of the Python package against the constants of the header."""
    header = (root / HEADER).read_text(encoding="utf-8")
    module = module_of(root, WORDS)
    for name, prefix in PREFIXES.items():
        thing = getattr(module, name)
        words = (
            thing if isinstance(thing, dict) else {member.name: member.value for member in thing}
        )
        numbers = {
            match[1][len(prefix) :]: int(match[2], 0)
            for match in CONSTANT.finditer(header)
            if match[1].startswith(prefix) and match[1] not in WITHOUT_WORD
        }
        if set(words.values()) | {0} != set(numbers.values()) | {0}:
            mine, theirs = sorted(words.values()), sorted(numbers.values())
            yield f"{name}: {WORDS} has the numbers {mine}, {HEADER} {theirs}"
        for word, number in words.items():
            if numbers.get(str(word).upper(), number) != number:
                yield f"{name}: {word} is {number} in {WORDS}, another in {HEADER}"


def faults_of_version(root):
    """The version stands in CMakeLists.txt and in the header."""
    version = re.search(r"project\(tiendo VERSION ([\d.]+)", (root / "CMakeLists.txt").read_text())[
        1
    ]
    header = (root / HEADER).read_text(encoding="utf-8")
    said = ".".join(
        re.search(rf"#define TIENDO_VERSION_{part} +(\d+)", header)[1]
        for part in ("MAJOR", "MINOR", "PATCH")
    )
    if said != version:
        yield f"{HEADER} says {said}, CMakeLists.txt {version}"
    if f"#define TIENDO_ABI_VERSION {version.partition('.')[0]} " not in header:
        yield f"{HEADER}: TIENDO_ABI_VERSION is not the number in the name of the library"


def faults(root):
    return [
        *faults_of_list(root),
        *faults_of_table(root),
        *faults_of_writer(root),
        *faults_of_words(root),
        *faults_of_version(root),
    ]


class ApiTest(unittest.TestCase):
    def test_list_header_and_table_agree(self):
        self.assertGreater(len(functions_of((ROOT / HEADER).read_text(encoding="utf-8"))), 20)
        expect_none(self, faults(ROOT))

    def test_the_library_exports_the_list(self):
        command = ["nm", "-D", "--defined-only", "--with-symbol-versions", needed("TIENDO_LIBRARY")]
        listing = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        self.assertIn(" T tiendo_", listing)
        listing = re.sub(r"^[0-9a-f]+ ", "0 ", listing, flags=re.MULTILINE)
        expect_none(self, list(faults_of_exports(ROOT, listing, "TIENDO_0")))


class PlantedFaultTest(unittest.TestCase):
    """Each fault is planted in a copy of the real files."""

    EXPORTS = "0 A TIENDO_0\n0 T tiendo_plan_name@@TIENDO_0\n"

    @classmethod
    def setUpClass(cls):
        names = (LIST, HEADER, TABLE, WRITER, WORDS, "CMakeLists.txt")
        cls.good = {name: (ROOT / name).read_text(encoding="utf-8") for name in names}

    def test_each_fault_is_found(self):
        cases = [
            (
                LIST,
                "constant TIENDO_E_PARSE 4",
                "constant TIENDO_E_PARSE 5",
                "constant TIENDO_E_PARSE 4: ",
            ),
            (LIST, "function tiendo_plan_read 0.1\n", "", f"function tiendo_plan_read: {LIST}"),
            (LIST, "struct tiendo_plan 0.1\n", "", f"struct tiendo_plan: {LIST}"),
            (LIST, "constant TIENDO_NTS -1 0.1\n", "", f"constant TIENDO_NTS -1: {LIST}"),
            (LIST, "struct tiendo_plan 0.1", "a struct", f"{LIST}: not an entry"),
            (
                LIST,
                "constant TIENDO_OK",
                "constant TIENDO_A 1 0.1\nconstant TIENDO_OK",
                f"{LIST}: not sorted",
            ),
            (
                HEADER,
                "tiendo_plan_read(tiendo_context*",
                "tiendo_plan_load(tiendo_context*",
                f"function tiendo_plan_read: {HEADER}",
            ),
            (HEADER, "@param order", "@param sign", "tiendo_decimal_compare: @param order"),
            (HEADER, "@return major *", "It is major *", "tiendo_version_number: @return"),
            (HEADER, "TIENDO_OK, TIENDO_E_INV", "TIENDO_E_INV", "tiendo_context_create: @return does"),
            (
                HEADER,
                "TIENDO_E_INVALID_ARG, TIENDO_E_SMALL_BUFFER or a status of rule 2",
                "TIENDO_E_INVALID_ARG or a status of rule 2",
                "tiendo_context_last_error_text: @return does not name TIENDO_E_SMALL_BUFFER",
            ),
            (
                HEADER,
                "TIENDO_OK, TIENDO_E_INVALID_ARG or a status of rule 2",
                "TIENDO_OK or TIENDO_E_INVALID_ARG",
                "tiendo_context_last_error: @return does not name rule 2",
            ),
            (
                HEADER,
                "to be ended by tiendo_plan_destroy()",
                "to be freed",
                "tiendo_plan_read: @param plan does not say who ends it",
            ),
            (HEADER, "and partials are used", "are used", "tiendo_partial: rule 7"),
            (HEADER, "@since 0.1", "@since 0.2", "tiendo_version_number: @since 0.1"),
            (HEADER, "int32_t* order", "int32_t order", "tiendo_decimal_compare: capi/python"),
            (HEADER, "VERSION_PATCH 0", "VERSION_PATCH 1", f"{HEADER} says 0.1.1"),
            (
                HEADER,
                "TIENDO_API int32_t tiendo_abi_version",
                'TIENDO_API TIENDO_DEPRECATED("0.1", "gone") int32_t tiendo_abi_version',
                "tiendo_abi_version: TIENDO_DEPRECATED and",
            ),
            (
                HEADER,
                " * The version of the ABI of",
                " * @deprecated since 0.1: gone\n * The version of the ABI of",
                "tiendo_abi_version: TIENDO_DEPRECATED and",
            ),
            (HEADER, "ABI_VERSION 0", "ABI_VERSION 1", f"{HEADER}: TIENDO_ABI_VERSION"),
            (
                TABLE,
                '"tiendo_status_name": (c_char_p, [c_int32])',
                '"tiendo_status_name": (c_char_p, [])',
                "tiendo_status_name: capi/python",
            ),
            (
                TABLE,
                '"tiendo_version_number": (c_int32',
                '"tiendo_version_number": (c_int64',
                "tiendo_version_number: capi/python",
            ),
            (TABLE, '"tiendo_status_name"', '"tiendo_status"', f"tiendo_status: {HEADER} lacks it"),
            (TABLE, "NTS = -1", "NTS = -2", "NTS: "),
            (TABLE, '("lo", c_uint64)', '("lo", c_int64)', "Decimal128: a structure"),
            (TABLE, '("as_of", c_int32)', '("as_of", c_int64)', "Question: a structure"),
            (TABLE, "E_PARSE = 4\n", "", f"{TABLE}: not what {WRITER} makes"),
            (HEADER, "#define TIENDO_E_PARSE 4 ", "#define TIENDO_E_PARSE 5 ", f"{TABLE}: not what"),
            (WORDS, "EXCEEDED = 1", "EXCEEDED = 5", "Verdict: "),
            (WORDS, '"half_up": 1', '"half_up": 2', "ROUNDINGS: "),
        ]
        with planted(self.good) as root:
            self.assertEqual(faults(root), [])
        for path, good, bad, reason in cases:
            self.assertIn(good, self.good[path])
            changed = {**self.good, path: self.good[path].replace(good, bad, 1)}
            with self.subTest(bad=bad), planted(changed) as root:
                found = faults(root)
                self.assertTrue(any(fault.startswith(reason) for fault in found), found)

    def test_each_wrong_export_is_found(self):
        cases = [
            (self.EXPORTS + "0 W _ZNSt6vectorIiE@@TIENDO_0\n", "the library exports W"),
            (self.EXPORTS + "0 T tiendo_new@@TIENDO_0\n", "the library exports T tiendo_new"),
            (self.EXPORTS.replace("@@TIENDO_0", ""), "the library does not export T"),
            ("0 A TIENDO_0\n", "the library does not export T"),
        ]
        with planted({LIST: "function tiendo_plan_name 0.1\n"}) as root:
            for good in (self.EXPORTS, self.EXPORTS.replace("0 A TIENDO_0\n", "")):
                self.assertEqual(list(faults_of_exports(root, good, "TIENDO_0")), [])
            for listing, reason in cases:
                with self.subTest(reason=reason):
                    found = list(faults_of_exports(root, listing, "TIENDO_0"))
                    self.assertTrue(any(fault.startswith(reason) for fault in found), found)


if __name__ == "__main__":
    unittest.main()
