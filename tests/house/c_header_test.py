"""tiendo.h pleases every C and C++ that its users may have, in two compilers, without a warning."""

import concurrent.futures
import itertools
import subprocess
import unittest

from house import ROOT, expect_none, planted

HEADER = "capi/include/tiendo.h"
COMPILERS = {"c": ["gcc", "clang"], "c++": ["g++", "clang++"]}
STANDARDS = {
    "c": ["c89", "c99", "c11", "c17", "gnu89", "gnu11"],
    "c++": ["c++98", "c++11", "c++14", "c++17", "c++20"],
}
# Every name that the program below could clash with comes from the header itself.
PROGRAM = '#include "tiendo.h"\n#include "tiendo.h"\nint main(void) { return 0; }\n'


def fault_of(root, language, compiler, standard):
    """What the compiler says about a program that includes the header twice."""
    flags = ["-pedantic-errors", "-Wall", "-Wextra", "-Werror", "-fsyntax-only"]
    if language == "c":
        flags.append("-Wstrict-prototypes")
    if standard == "c++98":
        flags.append("-Wno-long-long")  # int64_t itself is a long long there, on 32-bit systems
    command = [
        compiler,
        f"-std={standard}",
        *flags,
        f"-I{root / 'capi/include'}",
        "-x",
        language,
        "-",
    ]
    run = subprocess.run(command, input=PROGRAM, capture_output=True, text=True, check=False)
    return "" if run.returncode == 0 else f"{compiler} -std={standard}:\n{run.stderr}"


def faults(root):
    cells = [
        (root, language, *cell)
        for language in COMPILERS
        for cell in itertools.product(COMPILERS[language], STANDARDS[language])
    ]
    with concurrent.futures.ThreadPoolExecutor(max_workers=2) as pool:
        return [fault for fault in pool.map(lambda cell: fault_of(*cell), cells) if fault]


class CHeaderTest(unittest.TestCase):
    def test_the_header_compiles_everywhere(self):
        self.assertTrue((ROOT / HEADER).is_file())
        expect_none(self, faults(ROOT))


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
