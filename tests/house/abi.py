"""The gates of the ABI: what the header says today against what a release has frozen.

Programs that are compiled know a function's name and types, the places of members and the numbers
of constants. Five checks hold them, and none sees what the others do:

- names: every function, structure and constant of the frozen list stands in capi/api.txt;
- types: `abidiff` compares the frozen description of all types with the header's;
- layout: a frozen C89 file states every place, size and number, and has to compile;
- first sizes: what the oldest program passes of a structure that has grown is not refused;
- codes: the numbers and names of findings and reasons stay.

`abidiff` reads the debug information of a library. The one that it reads here is made of the header
alone, with a definition of no content for each function, which takes a second where the core would
take minutes. That is the same: each definition in capi/src is compiled below the declaration of the
header, and C++ refuses one of other types for a C function (tests/house/abi_test.py asks that each
source includes it). What the library exports is compared with the list by tests/house/api_test.py.

A structure with a struct_size may grow at its end (rule 10 of tiendo.h), and types are compared
without the members that are new there.
"""

import re
import subprocess

from api_test import CONSTANT, functions_of, structs_of
from house import code_of

# Of the version of the library, which each release changes.
NOT_FROZEN = re.compile(r"TIENDO_VERSION_(MAJOR|MINOR|PATCH)")
FIRST = re.compile(r"TIENDO_FIRST_SIZE\((\w+),\s*(\w+)\)")
INTEGER = re.compile(r"\btypedef\s+u?int\d+_t\s+(tiendo_\w+)\s*;")
# Functions of one body would be merged, and one of them lose its types.
REFERENCE_FLAGS = ["-std=c11", "-O0", "-g", "-fno-ipa-icf", "-fPIC", "-shared"]
OPENED = r"\btypedef\s+struct\s+{}\s*\{{([^}}]*)\}}"


class Failed(Exception):
    """A tool that could not do its work; its text says which and why."""


def run(*command, text=None, folder=None):
    done = subprocess.run(
        [str(part) for part in command],
        input=text,
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        raise Failed(f"{' '.join(str(part) for part in command)}\n{done.stdout}{done.stderr}")
    return done.stdout


def is_sized(members):
    return members[0][0] == "struct_size"


def without_new_members(header, frozen):
    """The header, each sized structure with as many members as the frozen header has."""
    old = structs_of(frozen)
    for name, members in structs_of(header).items():
        if name not in old or not is_sized(members) or len(members) <= len(old[name]):
            continue
        body = re.search(OPENED.format(name), code_of(header))
        end = body.start(1)
        for _ in old[name]:
            end = code_of(header).index(";", end) + 1
        header = header[:end] + "\n" + header[body.end(1) :]
    return header


def reference(folder, header):
    """A library in the folder that has the functions and types of the header, and nothing else."""
    (folder / "tiendo.h").write_text(header, encoding="utf-8")
    lines = ['#include "tiendo.h"']
    for name, (result, parameters, _) in functions_of(header).items():
        body = "" if result == "void" else " return 0; "
        lines.append(f"{result} {name}({', '.join(parameters) or 'void'}) {{{body}}}")
    (folder / "reference.c").write_text("\n".join(lines) + "\n", encoding="utf-8")
    version = re.search(r"#define TIENDO_ABI_VERSION (\d+)", header)
    soname = f"-Wl,-soname,libtiendo_c.so.{version[1] if version else 0}"
    run("gcc", *REFERENCE_FLAGS, soname, "-o", "reference.so", "reference.c", folder=folder)
    return folder / "reference.so"


def described(library):
    """What abidw says about the types of a reference library."""
    return run(
        "abidw",
        "--headers-dir",
        library.parent,
        "--drop-private-types",
        "--short-locs",
        "--exported-interfaces-only",
        "--no-comp-dir-path",
        "--no-corpus-path",
        "--no-elf-needed",
        "--type-id-style",
        "hash",
        library,
    )


def faults_of_types(description, library):
    """Faults of a library against a frozen description of its types.

    The status of abidiff has to be exactly 0: it tells a changed type and an added function by the
    same bit. Without debug information it would compare names alone, and be content.
    """
    if " .debug_info " not in run("readelf", "--wide", "--sections", library):
        raise Failed(f"{library} has no debug information")
    if not description.is_file():
        raise Failed(f"{description} is missing")
    done = subprocess.run(
        ["abidiff", "--harmless", "--no-added-syms", description, library],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        yield f"types: abidiff ends with {done.returncode}\n{done.stdout}{done.stderr}"


def measured(folder, header):
    """{struct: (size, {member: (offset, size)})} and {integer type: size}, as the compiler says."""
    (folder / "tiendo.h").write_text(header, encoding="utf-8")
    structs, integers = structs_of(header), INTEGER.findall(code_of(header))
    lines = [f'printf("{name} %d\\n", (int)sizeof({name}));' for name in [*structs, *integers]]
    for name, members in structs.items():
        for member, _ in members:
            place = f"(int)offsetof({name}, {member}), (int)sizeof((({name}*)0)->{member})"
            lines.append(f'printf("{name} {member} %d %d\\n", {place});')
    program = "#include <stddef.h>\n#include <stdio.h>\n#include <tiendo.h>\n"
    program += "int main(void) {\n" + "\n".join(lines) + "\nreturn 0;\n}\n"
    run("gcc", "-x", "c", "-I.", "-o", "measure", "-", text=program, folder=folder)
    sizes, places = {}, {name: {} for name in structs}
    for line in run(folder / "measure").splitlines():
        name, *rest = line.split()
        if len(rest) == 1:
            sizes[name] = int(rest[0])
        else:
            places[name][rest[0]] = (int(rest[1]), int(rest[2]))
    return {name: (sizes[name], places[name]) for name in structs}, {
        name: sizes[name] for name in integers
    }


def faults_of_ends(folder, header):
    """Sized structures with a gap at their end: a member put there would not change the size."""
    for name, (size, places) in measured(folder, header)[0].items():
        offset, length = list(places.values())[-1]
        if "struct_size" in places and offset + length != size:
            yield f"{name}: {size - offset - length} bytes behind its last member"


def first_sizes(folder, header, sources):
    """Lines of the structures with a size and the bytes of their first version, as the sources say.

    A program may pass no less, so what the oldest one passes is refused if this becomes more.
    """
    members = dict(FIRST.findall("\n".join(sources)))
    structs = measured(folder, header)[0]
    lines = []
    for name in sorted(set(members) & set(structs)):
        offset, length = structs[name][1][members[name]]
        lines.append(f"{name} {offset + length}\n")
    return "".join(lines)


def faults_of_lines(what, frozen, today):
    """Lines of a frozen text that the text of today does not have."""
    for line in sorted(set(frozen.splitlines()) - set(today.splitlines())):
        yield f"{what}: {line}: no longer so"


LAYOUT = """\
/*
 * What programs compiled with tiendo {version} know: places, sizes and numbers (LP64). Long because
 * it lists them all.
 *
 * Written by `python3 tests/house/abi_test.py --renew`; it compiles as long as all of it holds. A
 * structure with a struct_size may be longer than here, another may not.
 */
/* clang-format off */
#include <stddef.h>

#include "tiendo.h"

#define HOLDS(name, condition) extern char name[(condition) ? 1 : -1]
#define MEMBER(type, member, offset, size)                                       \\
  HOLDS(type##_has_##member, offsetof(type, member) == (offset) &&               \\
                             sizeof(((type*)0)->member) == (size))
#define SIZE(type, size) HOLDS(type##_is_whole, sizeof(type) == (size))
#define AT_LEAST(type, size) HOLDS(type##_is_whole, sizeof(type) >= (size))
#define NUMBER(name, number) HOLDS(name##_is, (name) == (number))

"""


def layout_of(folder, header, version):
    """The frozen C89 file of a header."""
    structs, integers = measured(folder, header)
    lines = [f"SIZE({name}, {size});" for name, size in integers.items()]
    for name, (size, places) in structs.items():
        lines.append("")
        for member, (offset, length) in places.items():
            lines.append(f"MEMBER({name}, {member}, {offset}, {length});")
        lines.append(f"{'AT_LEAST' if 'struct_size' in places else 'SIZE'}({name}, {size});")
    lines.append("")
    for match in CONSTANT.finditer(header):
        if not NOT_FROZEN.fullmatch(match[1]):
            lines.append(f"NUMBER({match[1]}, {int(match[2], 0)});")
    return LAYOUT.format(version=version) + "\n".join(lines) + "\n"


def faults_of_layout(layout, folder, header):
    """Faults of a header against a frozen C89 file."""
    (folder / "tiendo.h").write_text(header, encoding="utf-8")
    if not layout.is_file():
        raise Failed(f"{layout} is missing")
    for compiler in ("gcc", "clang"):
        try:
            flags = ["-std=c89", "-pedantic-errors", "-Wall", "-Wextra", "-Werror", "-fsyntax-only"]
            run(compiler, *flags, f"-I{folder}", layout)
        except Failed as fault:
            yield f"layout: {fault}"


def entries_of(api):
    """The entries of a list, those of the library's version left out."""
    lines = [line for line in api.splitlines() if line and not line.startswith("#")]
    return {line for line in lines if not NOT_FROZEN.fullmatch(line.split()[1])}


def faults_of_names(frozen, api, version):
    """Faults of a list against the frozen one, when this version (two numbers) is being made."""
    for line in sorted(entries_of(frozen) - entries_of(api)):
        yield f"names: {line}: no longer in the list"
    for line in sorted(entries_of(api) - entries_of(frozen)):
        if line.split()[-1] != version:
            yield f"names: {line}: it is new in {version}"
