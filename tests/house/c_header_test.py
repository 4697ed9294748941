"""tiendo.h pleases every C and C++ that its users may have, in two compilers, without a warning.

In each of them a program is compiled, linked with the library and run.
"""

import concurrent.futures
import itertools
import os
import pathlib
import subprocess
import tempfile
import unittest

from house import ROOT, expect_none, needed, planted

HEADER = "capi/include/tiendo.h"
COMPILERS = {"c": ["gcc", "clang"], "c++": ["g++", "clang++"]}
STANDARDS = {
    "c": ["c89", "c99", "c11", "c17", "gnu89", "gnu11"],
    "c++": ["c++98", "c++03", "c++11", "c++14", "c++17", "c++20"],
}
# Every name that the program below could clash with comes from the header itself.
PROGRAM = '#include "tiendo.h"\n#include "tiendo.h"\nint main(void) { return 0; }\n'
# What is run: ends with 0 if the library is that of the header, and a day is read and written.
WORKING = """
#include <string.h>
#include "tiendo.h"
int main(void) {
  tiendo_context_options options;
  tiendo_context* context = NULL;
  int32_t day = 0;
  int64_t length = 0;
  char text[20];
  memset(&options, 0, sizeof options);
  options.struct_size = sizeof options;
  if (tiendo_abi_version() != TIENDO_ABI_VERSION) return 1;
  if (tiendo_context_create(&options, &context) != TIENDO_OK) return 2;
  if (tiendo_date_parse(context, "2024-02-29", TIENDO_NTS, &day) != TIENDO_OK) return 3;
  if (tiendo_date_format(context, day, text, sizeof text, &length) != TIENDO_OK) return 4;
  tiendo_context_destroy(context);
  return strcmp(text, "2024-02-29") != 0;
}
"""
# A function that will go, and a call of it.
DEPRECATED = """
#include "tiendo.h"
TIENDO_API TIENDO_DEPRECATED("1.2", "call tiendo_new()") int32_t tiendo_old(void) TIENDO_NOEXCEPT;
"""
CALL = "int main(void) { return (int)tiendo_old(); }\n"


def fault_of(root, language, compiler, standard, program=PROGRAM, outcome=("-fsyntax-only",)):
    """What the compiler says about the program; by itself one that includes the header twice."""
    flags = ["-pedantic-errors", "-Wall", "-Wextra", "-Werror"]
    if language == "c":
        flags.append("-Wstrict-prototypes")
    if standard in ("c++98", "c++03"):
        flags.append("-Wno-long-long")  # int64_t itself is a long long there, on 32-bit systems
    command = [
        compiler,
        f"-std={standard}",
        *flags,
        f"-I{root / 'capi/include'}",
        "-x",
        language,
        "-",
        *outcome,
    ]
    run = subprocess.run(command, input=program, capture_output=True, text=True, check=False)
    return "" if run.returncode == 0 else f"{compiler} -std={standard}:\n{run.stderr}"


def fault_of_run(root, language, compiler, standard, folder, library):
    """What goes wrong when the working program is built and run."""
    name = folder / f"{compiler}-{standard}"
    # What stands behind the program on the command line is no source of its language.
    outcome = ["-x", "none", library, "-o", name]
    fault = fault_of(root, language, compiler, standard, WORKING, outcome)
    if fault:
        return fault
    environment = {**os.environ, "LD_LIBRARY_PATH": str(library.parent)}
    status = subprocess.run([name], env=environment, check=False).returncode
    return f"{compiler} -std={standard}: the program ends with {status}" if status else ""


def cells_of(root):
    return [
        (root, language, *cell)
        for language in COMPILERS
        for cell in itertools.product(COMPILERS[language], STANDARDS[language])
    ]


def faults(root, judge=fault_of):
    with concurrent.futures.ThreadPoolExecutor(max_workers=2) as pool:
        return [fault for fault in pool.map(lambda cell: judge(*cell), cells_of(root)) if fault]


class CHeaderTest(unittest.TestCase):
    def test_the_header_compiles_everywhere(self):
        self.assertTrue((ROOT / HEADER).is_file())
        expect_none(self, faults(ROOT))

    def test_a_program_runs_in_every_language(self):
        library = pathlib.Path(needed("TIENDO_LIBRARY"))
        self.assertEqual(len(cells_of(ROOT)), 24)
        with tempfile.TemporaryDirectory(prefix="tiendo-header-") as name:
            folder = pathlib.Path(name)
            expect_none(self, faults(ROOT, lambda *cell: fault_of_run(*cell, folder, library)))

    def test_a_deprecated_function_warns_where_it_is_called(self):
        silent = faults(ROOT, lambda *cell: fault_of(*cell, DEPRECATED + PROGRAM))
        expect_none(self, silent)
        for cell in cells_of(ROOT):
            with self.subTest(cell=cell[2:]):
                said = fault_of(*cell, DEPRECATED + CALL)
                self.assertIn("deprecated since tiendo 1.2: call tiendo_new()", said)


class PlantedFaultTest(unittest.TestCase):
    GOOD = "#ifndef A_H\n#define A_H\n#include <stdint.h>\n/* a */\nint32_t a(void);\n#endif\n"

    def test_a_good_header_passes(self):
        with planted({HEADER: self.GOOD}) as root:
            self.assertEqual(faults(root), [])

    def test_each_fault_is_found_where_it_is_one(self):
        cases = [
            ("/* a */", "// a", "-std=c89"),
            ("int32_t a(void);", "int32_t a();", "clang -std=c11"),
            ("int32_t a(void);", "int32_t a(int class);", "-std=c++20"),
            ("int32_t a(void);", "bool a(void);", "-std=c11"),
            ("int32_t a(void);", "enum a { b, };", "-std=c++98"),
            ("#include <stdint.h>", "", "gcc -std=c17"),
        ]
        for good, bad, where in cases:
            with self.subTest(bad=bad), planted({HEADER: self.GOOD.replace(good, bad)}) as root:
                found = faults(root)
                self.assertTrue(any(where in fault for fault in found), found)


if __name__ == "__main__":
    unittest.main()
