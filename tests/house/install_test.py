"""What is installed is enough: a C and a C++ program are built against it, by CMake and pkg-config.

The C program also with the archive of the C library, which has the names of the list and no others.

The tree is installed, moved to another place and used there, so nothing in it may remember where it
was made.
"""

import collections
import importlib.metadata
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest

from house import ROOT, expect_none, needed

CONSUMER = ROOT / "tests/consumer"
EXAMPLE = [
    str(ROOT / "docs/examples/bim-son-2024" / name) for name in ("plan.json", "observations.csv")
]

# Patterns of what must be there; LIB stands for the library directory.
WANTED = [
    "bin/tiendo",
    "share/doc/tiendo/LICENSE",
    "share/doc/tiendo/copyright",
    "share/man/man1/tiendo.1.gz",
    "include/tiendo.h",
    "include/tiendo/base/codes.def",
    "LIB/libtiendo.a",
    "LIB/libtiendo_c.a",
    "LIB/libtiendo_c.so",
    "LIB/libtiendo_c.so.0",
    "LIB/cmake/tiendo/tiendoConfig.cmake",
    "LIB/cmake/tiendo/tiendoConfigVersion.cmake",
    "LIB/pkgconfig/tiendo.pc",
    "LIB/pkgconfig/tiendo_c.pc",
    "lib/python3/dist-packages/tiendo/__init__.py",
]


class Failed(Exception):
    """A command that did not end well; its text says which and why."""


def run(command, **options):
    """Standard output of the command; Failed with all it said if it fails."""
    done = subprocess.run(
        [str(part) for part in command], capture_output=True, text=True, check=False, **options
    )
    if done.returncode != 0:
        raise Failed(f"{command}\n{done.stdout}{done.stderr}")
    return done.stdout


def files_of(prefix):
    """What lies there, below the folder."""
    paths = sorted(prefix.rglob("*"))
    return [path.relative_to(prefix).as_posix() for path in paths if not path.is_dir()]


def library_folder(prefix):
    """Where the libraries lie: lib, or lib/<architecture> as Debian has it."""
    return next(prefix.glob("lib/**/pkgconfig")).parent


def built(prefix, build, source):
    """The folder of a project's programs, built by find_package(tiendo)."""
    run(
        [
            "cmake",
            "-S",
            source,
            "-B",
            build,
            "-G",
            "Ninja",
            f"-DCMAKE_PREFIX_PATH={prefix}",
            "-DCMAKE_BUILD_TYPE=Debug",
        ]
    )
    run(["cmake", "--build", build])
    return build


def by_cmake(prefix, build):
    """The programs that print the report, built by find_package(tiendo)."""
    built(prefix, build, CONSUMER)
    return build / "consumer_cxx", build / "consumer_c", build / "consumer_static"


def by_pkg_config(prefix, build):
    """The same programs, built with what pkg-config says."""
    build.mkdir()
    environment = {**os.environ, "PKG_CONFIG_PATH": str(library_folder(prefix) / "pkgconfig")}
    programs = []
    for name, compiler, source, *package in (
        ("consumer_cxx", ["g++", "-std=c++20"], "consumer.cpp", "tiendo"),
        ("consumer_c", ["gcc", "-std=c11"], "consumer.c", "tiendo_c"),
        ("consumer_static", ["gcc", "-std=c11", "-static"], "consumer.c", "--static", "tiendo_c"),
    ):
        flags = run(["pkg-config", "--cflags", "--libs", *package], env=environment).split()
        programs.append(build / name)
        run([*compiler, CONSUMER / source, "-o", programs[-1], *flags])
    return programs


def output_of(prefix, program):
    environment = {**os.environ, "LD_LIBRARY_PATH": str(library_folder(prefix))}
    return run([program, *EXAMPLE], env=environment)


class InstallTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory(prefix="tiendo-install-")
        cls.addClassCleanup(cls.folder.cleanup)
        cls.work = pathlib.Path(cls.folder.name)
        first = cls.work / "first"
        run(["cmake", "--install", needed("TIENDO_BINARY"), "--prefix", first])
        cls.prefix = cls.work / "moved"
        first.rename(cls.prefix)

    def test_everything_is_there(self):
        lib = library_folder(self.prefix).relative_to(self.prefix).as_posix()
        names = [name.replace("LIB", lib) for name in WANTED]
        names += [path.relative_to(ROOT).as_posix() for path in (ROOT / "include").rglob("*.hpp")]
        self.assertEqual([name for name in names if not (self.prefix / name).exists()], [])

    def test_every_file_is_in_the_package_of_one_component(self):
        # As Debian's packages are made (capi/packages), which have files of their own besides.
        of_debian = ("share/doc/", "share/lintian/", "lib/python3/dist-packages/tiendo-")
        everything = collections.Counter(
            name for name in files_of(self.prefix) if not name.startswith(of_debian)
        )
        shared = collections.Counter()
        for component in ("runtime", "development", "python", "tool"):
            place = self.work / component
            run(
                ["cmake", "--install", needed("TIENDO_BINARY"), "--prefix", place]
                + ["--component", component]
            )
            shared.update(name for name in files_of(place) if not name.startswith(of_debian))
            self.assertTrue((place / "share/doc").is_dir(), component)
        self.assertEqual(shared, everything)
        found = list(importlib.metadata.distributions(path=[self.work / "python/lib/python3/dist-packages"]))
        self.assertEqual([one.name for one in found], ["tiendo"])
        self.assertEqual(found[0].read_text("INSTALLER"), "debian\n")
        self.assertNotIn("License-File", found[0].metadata)

    def test_the_headers_need_nothing_else(self):
        faults = []
        for path in sorted((self.prefix / "include").rglob("*")):
            for name in re.findall(
                r"#\s*include\s*<([^>]+)>", path.read_text() if path.is_file() else ""
            ):
                if not re.fullmatch(r"[a-z_]+|std(int|def)\.h", name):
                    faults.append(f"{path}: <{name}>")
        expect_none(self, faults)

    def test_no_file_remembers_where_it_was_made(self):
        faults = []
        for path in sorted(self.prefix.rglob("*")):
            if path.suffix in {".cmake", ".pc", ".hpp", ".h", ".py"}:
                text = path.read_text(encoding="utf-8")
                for place in (str(ROOT), str(self.work), needed("TIENDO_BINARY")):
                    faults += [f"{path}: names {place}"] if place in text else []
        expect_none(self, faults)

    def test_consumers_build_and_agree(self):
        by = {
            "cmake": by_cmake(self.prefix, self.work / "cmake"),
            "pkg-config": by_pkg_config(self.prefix, self.work / "pkg-config"),
        }
        for way, programs in by.items():
            for program in programs:
                with self.subTest(way=way, program=program.name):
                    self.assertIn("gross-output 55.3\n", output_of(self.prefix, program))
                    self.assertEqual(
                        output_of(self.prefix, program), output_of(self.prefix, by["cmake"][0])
                    )
                    needs = "libtiendo_c.so" in run(["readelf", "-d", program])
                    self.assertEqual(needs, program.name == "consumer_c")

    def test_the_archive_links_beside_a_boost_of_the_program(self):
        folder = built(self.prefix, self.work / "boost", CONSUMER / "boost")
        self.assertEqual(run([folder / "consumer_boost"]), "tiendo and Boost agree\n")

    def test_static_flags_say_so(self):
        environment = {
            **os.environ,
            "PKG_CONFIG_PATH": str(library_folder(self.prefix) / "pkgconfig"),
        }
        flags = run(["pkg-config", "--static", "--cflags", "tiendo_c"], env=environment)
        self.assertIn("-DTIENDO_STATIC", flags)
        self.assertNotIn(
            "-DTIENDO_STATIC", run(["pkg-config", "--cflags", "tiendo_c"], env=environment)
        )

    def test_the_archive_has_the_names_of_the_list(self):
        archive = library_folder(self.prefix) / "libtiendo_c.a"
        lines = run(["nm", "--extern-only", "--defined-only", archive]).splitlines()
        shown = [line.split()[1:] for line in lines if len(line.split()) == 3]
        api = (ROOT / "capi/api.txt").read_text(encoding="utf-8")
        names = re.findall(r"^function (\w+) ", api, re.MULTILINE)
        self.assertEqual(sorted(shown), [["T", name] for name in sorted(names)])

    def test_a_c_program_needs_no_cxx_package(self):
        # What find_package(tiendo COMPONENTS c) reads, without utf8proc in sight.
        source = self.work / "only_c"
        source.mkdir()
        (source / "CMakeLists.txt").write_text(
            "cmake_minimum_required(VERSION 3.25)\nproject(only_c LANGUAGES C)\n"
            "find_package(tiendo REQUIRED COMPONENTS c)\n"
            f"add_executable(only_c {CONSUMER}/consumer.c)\n"
            "target_link_libraries(only_c PRIVATE tiendo::tiendo_c)\n"
        )
        environment = {**os.environ, "PKG_CONFIG_LIBDIR": str(self.work)}
        run(
            [
                "cmake",
                "-S",
                source,
                "-B",
                source / "build",
                "-G",
                "Ninja",
                f"-DCMAKE_PREFIX_PATH={self.prefix}",
            ],
            env=environment,
        )
        run(["cmake", "--build", source / "build"])

    def test_the_python_package_works_where_it_is_installed(self):
        environment = {
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(self.prefix / "lib/python3/dist-packages"),
            "LD_LIBRARY_PATH": str(library_folder(self.prefix)),
        }
        script = (
            "import sys, datetime, tiendo\n"
            "report = tiendo.load(*sys.argv[1:]).report(as_of=datetime.date(2024, 6, 30))\n"
            "print(tiendo.__file__, len(report) > 7)\n"
        )
        text = run(["python3", "-B", "-c", script, *EXAMPLE], env=environment)
        self.assertIn(str(self.prefix), text)
        self.assertIn("True", text)

    def test_each_missing_file_is_noticed(self):
        lib = library_folder(self.prefix)
        cases = [
            (self.prefix / "include/tiendo/base/codes.def", by_cmake),
            (self.prefix / "include/tiendo.h", by_pkg_config),
            (lib / "libtiendo.a", by_cmake),
            (lib / "libtiendo_c.a", by_cmake),
            (lib / "libtiendo_c.a", by_pkg_config),
            (lib / "libtiendo_c.so", by_pkg_config),
            (lib / "pkgconfig/tiendo.pc", by_pkg_config),
            (lib / "cmake/tiendo/tiendoConfig.cmake", by_cmake),
        ]
        for number, (path, way) in enumerate(cases):
            with self.subTest(path=path.name):
                shutil.move(path, self.work / "aside")
                try:
                    self.assertRaises(Failed, way, self.prefix, self.work / f"fault{number}")
                finally:
                    shutil.move(self.work / "aside", path)


if __name__ == "__main__":
    unittest.main()
