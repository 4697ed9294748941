"""Makes the wheel of tiendo: the backend that pip calls (PEP 517), and a command for CMake and people.

    python3 tiendo_build.py pack LIBRARY FOLDER    packs a library that is built; prints the wheel's name
    python3 tiendo_build.py check WHEEL            refuses a wheel that promises what it does not keep
    python3 tiendo_build.py about FOLDER           writes what Debian's package says of itself to pip

A wheel holds the package and one library beside it, so it works with every Python 3 of machines with
this processor and a glibc as new as the library needs. Which that is, is read from the library, never
guessed: pip believes the tag of a wheel and does not look. Needs Python alone, and readelf.
"""

from __future__ import annotations

import base64
import gzip
import hashlib
import io
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import tomllib
import zipfile
from typing import Any, Dict, Iterable, List, Mapping, NamedTuple, Optional, Tuple

ROOT = pathlib.Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "capi/python/tiendo"

#: Ours, and those of what is linked into the library.
LICENCES = (ROOT / "LICENSE", ROOT / "capi/packages/copyright")
#: Where CMake builds for packages (CMakePresets.json).
BUILT = ROOT / "build/package"
#: What stands at the top of the tree, but for build folders and files that begin with a dot.
SOURCES = (
    "CMakeLists.txt",
    "CMakePresets.json",
    "LICENSE",
    "README.md",
    "capi",
    "docs",
    "include",
    "pyproject.toml",
    "src",
    "tests",
)

#: What readelf says of a processor: what tags say.
_PROCESSORS = {
    "Advanced Micro Devices X86-64": "x86_64",
    "AArch64": "aarch64",
}
#: All parts of glibc, which the number in the tag stands for.
_GLIBC = re.compile(r"(libc|libm|libdl|librt|libpthread)\.so\.\d+|ld-linux[\w-]*\.so\.\d+")
#: A day that zip can say, and no other, so that the same sources give the same wheel.
_DAY = (1980, 1, 1, 0, 0, 0)


class Refused(Exception):
    """Something that must not be packed, or a wheel that is not what it says; in a sentence."""


class Platform(NamedTuple):
    """What a library needs of the machine it is loaded on."""

    processor: str
    #: The oldest glibc that has all it needs: (2, 35).
    glibc: Tuple[int, int]

    @property
    def tag(self) -> str:
        """In the words of wheels: "manylinux_2_35_x86_64"."""
        return f"manylinux_{self.glibc[0]}_{self.glibc[1]}_{self.processor}"

    @classmethod
    def of_tag(cls, tag: str) -> "Platform":
        """What a wheel with that tag promises."""
        match = re.fullmatch(r"manylinux_(\d+)_(\d+)_(\w+)", tag)
        if match is None:
            raise Refused(f"{tag} does not say which glibc is needed")
        return cls(match[3], (int(match[1]), int(match[2])))


def platform_of(library: pathlib.Path) -> Platform:
    """What the library needs; refuses one that needs any file that is not glibc's."""
    command = ["readelf", "--wide", "--file-header", "--dynamic", "--version-info", str(library)]
    said = _output_of(command)
    machine = re.search(r"^ *Machine: *(.*)$", said, re.MULTILINE)
    if machine is None or machine[1] not in _PROCESSORS:
        raise Refused(f"{library}: no tag is known for this processor")
    for needed in re.findall(r"\(NEEDED\).*\[(.*)\]", said):
        if not _GLIBC.fullmatch(needed):
            raise Refused(f"{library} needs {needed}, which other machines may not have")
    versions = set(re.findall(r"Name: (GLIBC_\S+)", said))
    numbers = [re.fullmatch(r"GLIBC_(\d+)\.(\d+)(?:\.\d+)?", version) for version in versions]
    found = [(int(number[1]), int(number[2])) for number in numbers if number is not None]
    if len(found) < len(versions) or not found:
        raise Refused(f"{library} needs of glibc {', '.join(sorted(versions)) or 'nothing'}: no tag says so")
    return Platform(_PROCESSORS[machine[1]], max(found))


def version() -> str:
    """The version of the project, from the one place that has it."""
    listed = re.search(r"^project\(tiendo VERSION ([\d.]+)", _text(ROOT / "CMakeLists.txt"), re.MULTILINE)
    assert listed is not None
    return listed[1]


def library_name() -> str:
    """The name by which the package looks for the library beside it."""
    listed = re.search(r"^ABI_VERSION = (\d+)$", _text(PACKAGE / "_table.py"), re.MULTILINE)
    assert listed is not None
    return f"tiendo/libtiendo_c.so.{listed[1]}"


def metadata(licences: Iterable[pathlib.Path] = LICENCES) -> str:
    """The file METADATA, beside which the licences lie: what is said of the package before it is there."""
    said: Mapping[str, Any] = tomllib.loads(_text(ROOT / "pyproject.toml"))["project"]
    lines = [
        "Metadata-Version: 2.1",
        f"Name: {said['name']}",
        f"Version: {version()}",
        f"Summary: {said['description']}",
        f"License: {said['license']['text']}",
        *(f"License-File: {path.name}" for path in licences),
        *(f"Classifier: {classifier}" for classifier in said["classifiers"]),
        f"Requires-Python: {said['requires-python']}",
        "Description-Content-Type: text/markdown",
    ]
    return "\n".join(lines) + "\n\n" + _text(ROOT / "README.md")


def pack(library: pathlib.Path, folder: pathlib.Path, tag: Optional[str] = None) -> pathlib.Path:
    """Makes the wheel of the package with that library; with no tag, the widest that is true."""
    needs = platform_of(library)
    _check_promise(tag or needs.tag, needs)
    tag = f"py3-none-{tag or needs.tag}"
    about = f"tiendo-{version()}.dist-info"
    files: Dict[str, bytes] = {}
    for path in [*sorted(PACKAGE.glob("*.py")), PACKAGE / "py.typed"]:
        files[f"tiendo/{path.name}"] = path.read_bytes()
    files[library_name()] = library.read_bytes()
    files[f"{about}/METADATA"] = metadata().encode()
    for path in LICENCES:
        files[f"{about}/{path.name}"] = path.read_bytes()
    files[f"{about}/WHEEL"] = (
        f"Wheel-Version: 1.0\nGenerator: tiendo_build\nRoot-Is-Purelib: false\nTag: {tag}\n".encode()
    )
    files[f"{about}/RECORD"] = _record(files, f"{about}/RECORD").encode()
    wheel = folder / f"tiendo-{version()}-{tag}.whl"
    folder.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(wheel, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, _DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = (0o100755 if name == library_name() else 0o100644) << 16
            archive.writestr(entry, content)
    return wheel


def write_about(folder: pathlib.Path) -> None:
    """Says to pip and importlib.metadata that a package of Debian is in this folder, which pip leaves alone:
    without a list of its files, which dpkg has."""
    about = folder / f"tiendo-{version()}.dist-info"
    about.mkdir(parents=True, exist_ok=True)
    (about / "METADATA").write_text(metadata(licences=()), encoding="utf-8")
    (about / "INSTALLER").write_text("debian\n", encoding="utf-8")


def check(wheel: pathlib.Path) -> None:
    """Refuses a wheel whose tag promises more machines than its library runs on, or that is damaged."""
    name = re.fullmatch(r"tiendo-([\d.]+)-(py3-none-(\w+))\.whl", wheel.name)
    if name is None:
        raise Refused(f"{wheel.name} is not the name of a wheel of tiendo")
    about = f"tiendo-{name[1]}.dist-info"
    with zipfile.ZipFile(wheel) as archive:
        files = {entry: archive.read(entry) for entry in archive.namelist()}
    parts = ("__init__.py", "py.typed")
    for needed in (*(f"tiendo/{part}" for part in parts), library_name(), *(f"{about}/{part}" for part in _ABOUT)):
        if needed not in files:
            raise Refused(f"{wheel.name}: {needed} is missing")
    if files[f"{about}/RECORD"].decode() != _record(files, f"{about}/RECORD"):
        raise Refused(f"{wheel.name}: RECORD does not list what is there")
    described = files[f"{about}/WHEEL"].decode()
    if "Root-Is-Purelib: false\n" not in described or f"Tag: {name[2]}\n" not in described:
        raise Refused(f"{wheel.name}: WHEEL says something else")
    with tempfile.TemporaryDirectory() as folder:
        library = pathlib.Path(folder) / "library"
        library.write_bytes(files[library_name()])
        _check_promise(name[3], platform_of(library))


def _check_promise(tag: str, needs: Platform) -> None:
    """Refuses a tag that promises machines on which the library does not run."""
    promised = Platform.of_tag(tag)
    if needs.processor != promised.processor or needs.glibc > promised.glibc:
        raise Refused(f"{tag} is not true: the library needs {needs.tag}")


_ABOUT = ("METADATA", "WHEEL", "RECORD", *(path.name for path in LICENCES))


def _record(files: Mapping[str, bytes], own: str) -> str:
    """The list of all files with their hashes; the list itself, `own`, has none."""
    lines = []
    for name in sorted({*files, own}):
        if name == own:
            lines.append(f"{name},,\n")
            continue
        digest = base64.urlsafe_b64encode(hashlib.sha256(files[name]).digest()).rstrip(b"=").decode()
        lines.append(f"{name},sha256={digest},{len(files[name])}\n")
    return "".join(lines)


def _text(path: pathlib.Path) -> str:
    return path.read_text(encoding="utf-8")


def _output_of(command: List[str]) -> str:
    environment = {**os.environ, "LC_ALL": "C"}
    return subprocess.run(command, env=environment, stdout=subprocess.PIPE, text=True, check=True).stdout


# ---- What pip calls ------------------------------------------------------------------------------


def prepare_metadata_for_build_wheel(
    metadata_directory: str, config_settings: Optional[Mapping[str, Any]] = None
) -> str:
    """Writes what is said of the package, before anything is built."""
    about = pathlib.Path(metadata_directory) / f"tiendo-{version()}.dist-info"
    about.mkdir()
    (about / "METADATA").write_text(metadata(), encoding="utf-8")
    for path in LICENCES:
        shutil.copy(path, about)
    return about.name


def build_wheel(
    wheel_directory: str,
    config_settings: Optional[Mapping[str, Any]] = None,
    metadata_directory: Optional[str] = None,
) -> str:
    """Builds the library by CMake, in build/package of the tree, and packs it."""
    for command in (["cmake", "--preset", "package"], ["cmake", "--build", "--preset", "wheel"]):
        subprocess.run(command, cwd=ROOT, check=True)
    (wheel,) = (BUILT / "wheel").glob("*.whl")
    shutil.copy(wheel, wheel_directory)
    return wheel.name


def build_sdist(sdist_directory: str, config_settings: Optional[Mapping[str, Any]] = None) -> str:
    """Packs the sources, from which build_wheel() works as it does here."""
    name = f"tiendo-{version()}"
    inner = io.BytesIO()
    with tarfile.open(fileobj=inner, mode="w", format=tarfile.PAX_FORMAT) as archive:
        for path in _sources():
            _add(archive, f"{name}/{path.relative_to(ROOT).as_posix()}", path.read_bytes())
        _add(archive, f"{name}/PKG-INFO", metadata().encode())
    packed = pathlib.Path(sdist_directory) / f"{name}.tar.gz"
    packed.write_bytes(gzip.compress(inner.getvalue(), mtime=0))
    return packed.name


def _sources() -> Iterable[pathlib.Path]:
    for top in SOURCES:
        inside = sorted((ROOT / top).rglob("*")) if (ROOT / top).is_dir() else [ROOT / top]
        yield from (path for path in inside if path.is_file() and "__pycache__" not in path.parts)


def _add(archive: tarfile.TarFile, name: str, content: bytes) -> None:
    entry = tarfile.TarInfo(name)
    entry.size, entry.mode = len(content), 0o644
    archive.addfile(entry, io.BytesIO(content))


def main(arguments: List[str]) -> int:
    """The command."""
    if len(arguments) == 3 and arguments[0] == "pack":
        folder = pathlib.Path(arguments[2])
        for old in folder.glob("*.whl"):
            old.unlink()
        wheel = pack(pathlib.Path(arguments[1]), folder)
        check(wheel)
        print(wheel)
        return 0
    if len(arguments) == 2 and arguments[0] == "check":
        check(pathlib.Path(arguments[1]))
        return 0
    if len(arguments) == 2 and arguments[0] == "about":
        write_about(pathlib.Path(arguments[1]))
        return 0
    print(__doc__, file=sys.stderr)
    return 2


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except Refused as refused:
        print(refused, file=sys.stderr)
        sys.exit(1)
