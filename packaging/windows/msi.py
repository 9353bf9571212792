"""The .msi for clinics, made by wixl: per machine, and quiet when asked to be."""

import os
import struct
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final, TypeAlias
from uuid import UUID, uuid5
from xml.etree import ElementTree as ET

from windows.names import (
    BUILD,
    HERE,
    LOGOS,
    PACK,
    PROGRAM,
    PUBLISHER,
    UPGRADE_CODE,
    numbers_in_order,
    package_code,
    product_code,
)
from workshop import NAME, Failed, moment, run

Row: TypeAlias = tuple[str, ...]

SCRIPT: Final = HERE / "product.wxs"
OWNER: Final = "Entry"
"""The component that the rows of the tables below belong to."""

PACK_GOES: Final = "PACKDIR"
"""A property that names the folder of the program while it is removed for good, and is empty while
a newer version takes its place: then the rows that remove the clinic's files mean nothing."""

TABLES: Final = {
    "MoveFile": "FileKey s72|Component_ s72|SourceName S255|DestName S255|SourceFolder S72"
    "|DestFolder s72|Options i2",
    "RemoveFile": "FileKey s72|Component_ s72|FileName L255|DirProperty s72|InstallMode i2",
    "CreateFolder": "Directory_ s72|Component_ s72",
    "CustomAction": "Action s72|Type i2|Source S72|Target S255",
    "InstallExecuteSequence": "Action s72|Condition S255|Sequence I2",
}
"""The tables that rows are added to, with the names and types of their columns."""

STEPS: Final[tuple[Row, ...]] = (
    ("ResolveSource", "NOT Installed", "950"),  # the file may be gone when it is removed
    ("SetPackDir", 'REMOVE="ALL" AND NOT UPGRADINGPRODUCTCODE', "1450"),
    ("RemoveFolders", "", "3600"),
    ("CreateFolders", "", "3700"),
    ("MoveFiles", "", "3800"),
)
"""What happens in addition, under which condition, and when."""

LET_THROUGH: Final = (
    "UPDATE Property SET Value='WIX_DOWNGRADE_DETECTED;WIX_UPGRADE_DETECTED;CLINICDIR' "
    "WHERE Property='SecureCustomProperties'"
)
"""What has the command line's CLINICDIR reach the part of the installation that may write."""

_SUMMARY: Final = bytes.fromhex("e0859ff2f94f6810ab9108002b27b3d9")
_BEFORE_SUMMARY: Final = 28
_DATES: Final = {12, 13}
_FILETIME: Final = 64
_FROM_1601_TO_1970: Final = 11_644_473_600
_TICKS: Final = 10_000_000
"""How a date in a .msi is written: in ten-millionths of a second since 1601."""

_SET_A_PROPERTY: Final = "51"
_COPY: Final = "0"
_AT_REMOVAL: Final = "2"


def make(bundle: Path, icon: Path, out: Path, version: str) -> Path:
    """Write the .msi of *version* for the folder *bundle* into *out*, and return it.

    Raises Failed if Windows Installer could not order the version.
    """
    work = BUILD / "msi"
    work.mkdir(parents=True, exist_ok=True)
    made = out / f"SoftLanding-{version}-x64.msi"
    files = work / "files.wxs"
    files.write_text(file_list(bundle), encoding="utf-8")
    said = {
        "ICON": os.path.relpath(icon, bundle.parent),
        "NAME": NAME,
        "NUMBERS": numbers_in_order(version),
        "PRODUCT_CODE": product_code(version),
        "PROGRAM": PROGRAM,
        "PUBLISHER": PUBLISHER,
        "UPGRADE_CODE": str(UPGRADE_CODE).upper(),
        "VERSION": version,
    }
    defined = [word for name, value in said.items() for word in ("-D", f"{name}={value}")]
    made.unlink(missing_ok=True)
    # It finds no file by an absolute path.
    options = ["--arch", "x64", *defined, "--output", str(made)]
    run(["wixl", *options, SCRIPT, files], cwd=bundle.parent)
    _complete(made, work)
    described = _described(made, version, str(UUID(int=0)))
    made.write_bytes(_described(made, version, package_code(described)))
    return made


def _described(package: Path, version: str, code: str) -> bytes:
    """Give *package* the package code *code*, and return it, dated: wixl makes both by chance."""
    said = [f"{NAME} {version}", PUBLISHER, "x64;1033", f"{{{code}}}"]
    run(["msibuild", package, "-s", *said])
    return dated(package.read_bytes(), moment())


def file_list(bundle: Path) -> str:
    """Return the files of *bundle* as wixl reads them, with ids that follow from their names."""
    document = ET.Element("Wix", xmlns="http://schemas.microsoft.com/wix/2006/wi")
    fragment = ET.SubElement(document, "Fragment")
    group = ET.Element("ComponentGroup", Id="Files")

    def add(folder: Path, place: ET.Element) -> None:
        for path in sorted(folder.iterdir()):
            name = path.relative_to(bundle).as_posix()
            known = uuid5(UPGRADE_CODE, name).hex
            if path.is_dir():
                add(path, ET.SubElement(place, "Directory", Id=f"d{known}", Name=path.name))
            else:
                one = ET.SubElement(place, "Component", Id=f"c{known}", Guid="*", Win64="yes")
                source = f"{bundle.name}/{name}"
                ET.SubElement(one, "File", Id=f"f{known}", Source=source, KeyPath="yes")
                ET.SubElement(group, "ComponentRef", Id=f"c{known}")

    add(bundle, ET.SubElement(fragment, "DirectoryRef", Id="INSTALLDIR"))
    fragment.append(group)
    ET.indent(document)
    return ET.tostring(document, encoding="unicode")


def _complete(package: Path, work: Path) -> None:
    """Add to *package* what wixl has no words for: rows of tables, and no code.

    The clinic's files are copied from beside the package, or from CLINICDIR; where there are none,
    nothing happens. Folders are removed with what was in them.
    """
    parents = {row[0]: row[1] for row in rows(package, "Directory")}
    known = {row[0] for row in rows(package, "InstallExecuteSequence")}
    added: dict[str, list[Row]] = {
        "MoveFile": copied(),
        "RemoveFile": [*removed(), *emptied(parents)],
        "CreateFolder": [("INSTALLDIR", OWNER)],
        "CustomAction": [("SetPackDir", _SET_A_PROPERTY, PACK_GOES, "[INSTALLDIR]")],
        "InstallExecuteSequence": [step for step in STEPS if step[0] not in known],
    }
    for table, new in added.items():
        text = work / f"{table}.idt"
        text.write_bytes(_as_text(table, [*rows(package, table), *new]))  # it takes their place
        run(["msibuild", package, "-i", text])
    run(["msibuild", package, "-q", LET_THROUGH])


def copied() -> list[Row]:
    """Return the rows that copy the clinic's files, those in CLINICDIR last."""
    return [
        (f"{place}.{number}", OWNER, name, "", place, "INSTALLDIR", _COPY)
        for place in ("SourceDir", "CLINICDIR")
        for number, name in enumerate((PACK, *LOGOS))
    ]


def removed() -> list[Row]:
    """Return the rows that remove the clinic's files."""
    short = {PACK: "CLINIC.YAM"} | {name: f"CLINIC-L{Path(name).suffix.upper()}" for name in LOGOS}
    return [
        (f"clinic.{number}", OWNER, f"{short[name]}|{name}", PACK_GOES, _AT_REMOVAL)
        for number, name in enumerate((PACK, *LOGOS))
    ]


def emptied(parents: Mapping[str, str]) -> list[Row]:
    """Return the rows that remove the program's folders, the deepest first.

    *parents* holds each folder's own, by their ids.
    """

    def way(folder: str) -> list[str]:
        found = [folder]
        while found[-1] != "INSTALLDIR" and parents.get(found[-1]):
            found.append(parents[found[-1]])
        return found

    ways = {folder: way(folder) for folder in parents}
    ours = sorted(one for one in parents if ways[one][-1] == "INSTALLDIR")
    deepest_first = sorted(ours, key=lambda one: -len(ways[one]))
    return [(f"folder.{one}", OWNER, "", one, _AT_REMOVAL) for one in deepest_first]


def rows(package: Path, table: str) -> list[Row]:
    """Return the rows of *table* in *package*; none if it has no such table."""
    if table not in run(["msiinfo", "tables", package]).split():
        return []
    lines = run(["msiinfo", "export", package, table]).splitlines()
    return [tuple(line.rstrip("\r").split("\t")) for line in lines[3:] if line.strip()]


def _as_text(table: str, new: Iterable[Row]) -> bytes:
    """Return rows of *table* in the form that msibuild reads."""
    columns = [column.split() for column in TABLES[table].split("|")]
    keys = 2 if table == "CreateFolder" else 1
    head = [[name for name, _ in columns], [kind for _, kind in columns]]
    head.append([table, *(name for name, _ in columns[:keys])])
    return "".join("\t".join(row) + "\r\n" for row in (*head, *new)).encode()


def dated(package: bytes, seconds: int) -> bytes:
    """Return *package* as if it had been made *seconds* after 1970: wixl writes the time it is.

    The two dates are properties of the summary, whose place is found by the id of its kind; how it
    is built up is told in Microsoft's "Property Set Storage".
    """
    data = bytearray(package)
    head = data.find(_SUMMARY)
    if head < 0:
        raise Failed("The .msi has no summary.")
    (offset,) = struct.unpack_from("<I", data, head + len(_SUMMARY))
    section = head - _BEFORE_SUMMARY + offset
    (count,) = struct.unpack_from("<I", data, section + 4)
    for number in range(count):
        kind, place = struct.unpack_from("<II", data, section + 8 + 8 * number)
        if kind in _DATES:
            if struct.unpack_from("<I", data, section + place) != (_FILETIME,):
                raise Failed("A date of the .msi is not where it should be.")
            moment_of_windows = (seconds + _FROM_1601_TO_1970) * _TICKS
            struct.pack_into("<Q", data, section + place + 4, moment_of_windows)
    return bytes(data)
