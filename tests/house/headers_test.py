"""Each public C++ header compiles alone, with our include directory and nothing else in sight."""

import concurrent.futures
import subprocess
import unittest

from house import ROOT, expect_none, files_under, needed, planted

FLAGS = [
    "-std=c++20",
    "-fsyntax-only",
    "-Wall",
    "-Wextra",
    "-Wpedantic",
    "-Wconversion",
    "-Wsign-conversion",
    "-Wshadow",
    "-Werror",
]


def fault_of(root, header):
    """What the compiler says about a program that includes the header, twice, and nothing else."""
    name = header.relative_to("include")
    program = f'#include "{name}"\n' * 2
    command = [needed("CXX"), *FLAGS, f"-I{root / 'include'}", "-x", "c++", "-"]
    run = subprocess.run(command, input=program, capture_output=True, text=True, check=False)
    return "" if run.returncode == 0 else f"{header}:\n{run.stderr}"


def faults(root):
    headers = files_under(root, "include", suffixes={".hpp"})
    with concurrent.futures.ThreadPoolExecutor(max_workers=2) as pool:
        return [
            fault for fault in pool.map(lambda header: fault_of(root, header), headers) if fault
        ]


class HeadersTest(unittest.TestCase):
    def test_each_header_compiles_alone(self):
        self.assertGreater(len(files_under(ROOT, "include", suffixes={".hpp"})), 5)
        expect_none(self, faults(ROOT))


class PlantedFaultTest(unittest.TestCase):
    def test_each_fault_is_found(self):
        cases = {
            "a missing include": "#pragma once\nstd::string name();\n",
            "no guard": "struct Twice {};\n",
            "a warning": "#pragma once\ninline int f(int a) { int b; return a; }\n",
        }
        for name, text in cases.items():
            with self.subTest(name), planted({"include/tiendo/base/name.hpp": text}) as root:
                found = faults(root)
                self.assertEqual(len(found), 1, found)
                self.assertIn("include/tiendo/base/name.hpp", found[0])

    def test_a_good_header_passes(self):
        text = "#pragma once\n#include <string>\nstd::string name();\n"
        with planted({"include/tiendo/base/name.hpp": text}) as root:
            self.assertEqual(faults(root), [])


if __name__ == "__main__":
    unittest.main()
