"""The licenses of everything a build holds: as a folder beside the program, and for Debian.

COMPONENTS names what is shipped; the texts are taken from what was installed, or from
packaging/licenses where a package brings none.
"""

import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Final, NamedTuple

from workshop import ROOT, Failed

TEXTS: Final = ROOT / "packaging" / "licenses"
LIBRARY: Final = "usr/lib/soft-landing/_internal"

_NUMBERS: Final = f"{sys.version_info.major}.{sys.version_info.minor}"
PYTHON_TEXTS: Final = (
    Path(sysconfig.get_path("stdlib")) / "LICENSE.txt",
    Path(sys.base_prefix) / "LICENSE.txt",
    Path(f"/usr/share/doc/python{_NUMBERS}/copyright"),
    Path(f"/usr/share/doc/python{_NUMBERS}-minimal/copyright"),
)
"""Where the license of the Python that runs this may be."""

BOOTLOADER: Final = "GPL-2+ with bootloader exception"
EXCEPTION: Final = """\
In addition to the permissions in the GNU General Public License, the authors give you unlimited
permission to link or embed compiled bootloader and related files into combinations with other
programs, and to distribute those combinations without any restriction coming from the use of those
files."""


class Component(NamedTuple):
    """Something that is shipped: its names, its license, who holds the rights, and its files."""

    name: str
    license: str
    holders: str
    files: str
    texts: tuple[str, ...]
    """Where the text is: ``dist:NAME`` of an installed package, ``python:``, or a file of ours."""


OF_OTHERS_IN_QT: Final = tuple(
    f"packaging/licenses/{name}.txt"
    for name in (
        *("qt-third-party", "Apache-2.0", "FTL", "HarfBuzz", "IJG", "Imlib2", "libpng"),
        "Unicode-3.0",
    )
)
"""What is in Qt's libraries and not Qt's: a list with short licenses in it, and long ones."""

COMPONENTS: Final = (
    Component(
        "Soft Landing",
        "GPL-3+",
        "2026 The authors of Soft Landing",
        "*",
        ("LICENSE",),
    ),
    Component(
        "Sounds of Soft Landing",
        "CC0-1.0",
        "2026 The authors of Soft Landing",
        f"{LIBRARY}/app/resources/sounds/*",
        ("resources/sounds/LICENSE.txt",),
    ),
    Component(
        "Atkinson Hyperlegible Next",
        "OFL-1.1",
        "2020-2024 The Atkinson Hyperlegible Next Project Authors",
        f"{LIBRARY}/app/resources/fonts/*",
        ("resources/fonts/OFL.txt",),
    ),
    Component(
        "Lucide icons",
        "ISC",
        "2026 Lucide Icons and Contributors, 2013-present Cole Bemis",
        f"{LIBRARY}/app/resources/icons/*",
        ("resources/icons/LICENSE.txt",),
    ),
    Component(
        "Qt, PySide6 and Shiboken",
        "LGPL-3",
        "The Qt Company Ltd. and other contributors",
        f"{LIBRARY}/PySide6/* {LIBRARY}/shiboken6/*",
        ("packaging/licenses/LGPL-3.0.txt", "LICENSE", *OF_OTHERS_IN_QT),
    ),
    Component(
        "FFmpeg",
        "LGPL-2.1+",
        "2000-2026 The FFmpeg developers",
        f"{LIBRARY}/PySide6/Qt/lib/libav* {LIBRARY}/PySide6/Qt/lib/libsw*",
        ("packaging/licenses/LGPL-2.1.txt",),
    ),
    Component(
        "ICU",
        "Unicode-DFS-2016",
        "1991-2023 Unicode, Inc. and others",
        f"{LIBRARY}/PySide6/Qt/lib/libicu*",
        ("packaging/licenses/ICU.txt",),
    ),
    Component(
        "Python",
        "PSF-2",
        "2001-2026 Python Software Foundation",
        f"{LIBRARY}/libpython* {LIBRARY}/base_library.zip {LIBRARY}/lib-dynload/*",
        ("python:",),
    ),
    Component(
        "PyInstaller bootloader",
        BOOTLOADER,
        "2005-2026 PyInstaller Development Team, 1999-2002 McMillan Enterprises, Inc.",
        "usr/lib/soft-landing/soft-landing",
        ("dist:pyinstaller",),
    ),
    *(
        Component(name, license_, holders, f"{LIBRARY}/{files}", (f"dist:{name}",))
        for name, license_, holders, files in (
            ("PyYAML", "Expat", "2006-2021 Kirill Simonov, Ingy döt Net", "yaml/*"),
            ("msgspec", "BSD-3-clause", "2021 Jim Crist-Harif", "msgspec/*"),
            ("platformdirs", "Expat", "2010-2026 The platformdirs developers", "platformdirs*"),
            ("tzlocal", "Expat", "2011-2017 Lennart Regebro", "tzlocal*"),
            ("wakepy", "Expat", "2021-2024 Niko Föhr", "wakepy*"),
            ("jeepney", "Expat", "2017 Thomas Kluyver", "jeepney*"),
        )
    ),
)

ON_DEBIAN: Final = {
    "GPL-3+": "GPL-3",
    "LGPL-3": "LGPL-3",
    "LGPL-2.1+": "LGPL-2.1",
    BOOTLOADER: "GPL-2",
}
"""Licenses whose texts Debian has in /usr/share/common-licenses."""


def collect(target: Path, environment: Path, system: Mapping[str, Path]) -> None:
    """Write the texts of what was frozen from *environment* into the folder *target*.

    *system* holds the libraries of the distribution that the build carries. Raises Failed if a text
    is not found.
    """
    texts = _debian_copyrights(system)
    lines = [
        f"{package}: a library of Debian, see library-{package}.txt." for package in sorted(texts)
    ]
    write(target, COMPONENTS, lambda source: texts_of(source, environment), lines)
    for package, copyright_ in texts.items():
        shutil.copyfile(copyright_, target / f"library-{package}.txt")


def write(
    target: Path,
    shipped: Iterable[Component],
    found: Callable[[str], Iterable[Path]],
    more: Iterable[str],
    newline: str = "\n",
) -> None:
    """Write the texts of *shipped* into the folder *target*, one folder for each, and a list.

    *found* returns the files of a text; the list ends with *more*, its lines with *newline*.
    """
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    lines = ["What this program is made of, and under which license each part is.", ""]
    for one in shipped:
        folder = target / one.name.replace(" ", "-").replace(",", "")
        for source in one.texts:
            folder.mkdir(exist_ok=True)
            for path in found(source):
                shutil.copyfile(path, folder / path.name)
        lines.append(f"{one.name}: {one.license}. Copyright {one.holders}.")
    lines += [*more, "", (TEXTS / "LGPL-notice.txt").read_text(encoding="utf-8").strip(), ""]
    text = "\n".join(lines)
    (target / "README.txt").write_text(text, encoding="utf-8", newline=newline)


def texts_of(source: str, packages: Path, python: Iterable[Path] = PYTHON_TEXTS) -> list[Path]:
    """Return the files that hold the text *source* means; raises Failed if there are none.

    *packages* is the folder that what is shipped was installed into; *python* says where Python's
    may be.
    """
    kind, _, name = source.rpartition(":")
    if kind == "dist":
        found = [
            path
            for folder in sorted(packages.rglob("*.dist-info"))
            if folder.name.lower().split("-", maxsplit=1)[0] == name.lower()
            for path in (*sorted(folder.glob("licenses/*")), *sorted(folder.glob("LICENSE*")))
            if path.is_file()
        ]
    else:
        places = python if kind == "python" else (ROOT / source,)
        found = [path for path in places if path.is_file()][:1]
    if not found:
        raise Failed(f"The license text {source} was not found.")
    return found


def debian_copyright(environment: Path) -> str:
    """Return the contents of ``/usr/share/doc/soft-landing/copyright``.

    In the stanzas of Debian's machine-readable form, for people: without its head, which would
    name an address.
    """
    stanzas = ["What Soft Landing is made of: each part, who holds the rights, and its license.\n"]
    texts: dict[str, str] = {}
    for one in COMPONENTS:
        kind = one.license.replace(" ", "-")
        if one.license == "Expat" or one.license.startswith(("BSD", "ISC")):
            kind = f"{one.license}-{one.name.split(' ', maxsplit=1)[0].lower()}"
        stanzas.append(f"Files: {one.files}\nCopyright: {one.holders}\nLicense: {kind}\n")
        if one.license in ON_DEBIAN:
            name = ON_DEBIAN[one.license]
            texts[kind] = (
                f"On Debian systems, the full text of this license can be found in\n"
                f"/usr/share/common-licenses/{name}."
            )
            if one.license == BOOTLOADER:
                texts[kind] += f"\n\n{EXCEPTION}"
        else:
            path = texts_of(one.texts[0], environment)[0]
            texts[kind] = path.read_text(encoding="utf-8", errors="replace")
    stanzas += [f"License: {kind}\n{_indented(text)}\n" for kind, text in texts.items()]
    return "\n".join(stanzas)


def _indented(text: str) -> str:
    """Return *text* as the continuation of a field: a space before each line, dots for empty."""
    lines = (line.rstrip().replace("\f", "") for line in text.strip().splitlines())
    return "\n".join(f" {line}" if line else " ." for line in lines)


def _debian_copyrights(system: Mapping[str, Path]) -> dict[str, Path]:
    """Return the Debian packages that the libraries *system* come from, with their licenses."""
    found = {}
    for source in system.values():
        package = debian_package(source)
        text = Path(f"/usr/share/doc/{package}/copyright")
        if not text.is_file():
            raise Failed(f"{source} is carried along, but its license is not in {text}.")
        found[package] = text.resolve()
    return found


def debian_package(library: Path) -> str:
    """Return the name of the Debian package that *library* is of; raises Failed if none is."""
    asked = ["dpkg-query", "--search", str(library), str(library).removeprefix("/usr")]
    told = subprocess.run(asked, capture_output=True, text=True, check=False).stdout
    package = told.partition(":")[0].split(",")[0].strip()
    if not package:
        raise Failed(f"{library} is carried along, but whose it is cannot be told.")
    return package
