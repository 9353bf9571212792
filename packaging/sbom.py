"""What a build is made of, for machines: a CycloneDX list beside the packages.

syft finds the Python packages by what lies in the folder. What says nothing of itself there, such
as Python, Qt, FFmpeg and the fonts, is added from the licenses, which know all that is shipped;
what an AppImage carries of the system, from the package manager. What syft reads from the heads of
files for Windows is left out: to it each file is a package, of a registry that it is not in.
"""

import json
import platform
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final, NamedTuple
from urllib.parse import quote

import environment
import freeze
from licenses import COMPONENTS, Component, debian_package
from linux import appimage
from windows import fetching, notices
from windows.names import BUILD, FILES
from windows.version_info import product_version
from workshop import COMMAND, NAME, PYTHON_NEEDS, Failed, moment, run, version

NEEDS: Final[Sequence[str]] = (*PYTHON_NEEDS, "gcc", *appimage.LINKED_FROM)

PYTHON: Final = "Python"
FFMPEG: Final = "FFmpeg"
QT: Final = "Qt, PySide6 and Shiboken"
QT_PACKAGE: Final = "pyside6-essentials"
"""The package that brings Qt, in the same version."""

FROM_HEADS: Final = "pkg:nuget/"
"""How syft begins the addresses of what it has read from the heads of files for Windows."""


class Made(NamedTuple):
    """What is to be listed: a folder, what is shipped in it, and what cannot be seen there."""

    folder: Path
    shipped: Sequence[Component]
    versions: Mapping[str, str]
    libraries: Iterable[Path] = ()
    """Libraries of this system that go along."""


def build(out: Path) -> list[Path]:
    """Write the list of the frozen program, and of the one for Windows if it was built before."""
    parts = {"linux": _for_linux()}
    if (BUILD / "bundle" / NAME).is_dir():
        parts["windows"] = _for_windows(BUILD / "bundle" / NAME)
    made = []
    for system, one in parts.items():
        path = out / f"{COMMAND}-{version()}-{system}.cdx.json"
        libraries = [_library(*known) for known in _packages_of(one.libraries)]
        listing = listed(scanned(one.folder), one.shipped, one.versions, libraries)
        path.write_text(json.dumps(listing, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
        made.append(path)
    return made


def _for_linux() -> Made:
    folder = freeze.frozen()
    libraries = [*freeze.system_libraries().values(), *appimage.linked()]
    return Made(folder, COMPONENTS, {PYTHON: platform.python_version()}, libraries)


def _for_windows(bundle: Path) -> Made:
    files = bundle / FILES
    (codec,) = (files / "lib" / "PySide6").glob("avcodec-*.dll")
    versions = {
        PYTHON: fetching.python_release(),
        FFMPEG: product_version(codec),
        notices.RUNTIME: product_version(files / "python" / "msvcp140.dll"),
    }
    return Made(bundle, notices.components(), versions)


def try_out(artifacts: list[Path], work: Path) -> list[str]:  # noqa: ARG001 -- nothing is run
    """Look whether everything that is shipped is named, and once."""
    lines = []
    for path in artifacts:
        components = json.loads(path.read_text(encoding="utf-8"))["components"]
        named = [one["name"].lower() for one in components]
        shipped = notices.components() if "windows" in path.name else COMPONENTS
        missing = [one.name for one in shipped if one.name.lower() not in named]
        if missing:
            raise Failed(f"{path.name} does not name {', '.join(missing)}.")
        twice = sorted({name for name in named if named.count(name) > 1})
        if twice:
            raise Failed(f"{path.name} names more than once: {', '.join(twice)}.")
        lines.append(f"{path.name}: {len(components)} components")
    return lines


def _packages_of(libraries: Iterable[Path]) -> list[tuple[str, str]]:
    """Return the Debian packages that *libraries* come from, with their versions."""
    names = sorted({debian_package(library) for library in libraries})
    if not names:
        return []
    told = run(["dpkg-query", "--show", "--showformat", "${Package} ${Version}\n", *names])
    return [(name, number) for name, number in (line.split() for line in told.splitlines())]


def _library(name: str, number: str) -> dict[str, Any]:
    system = platform.freedesktop_os_release()["ID"]  # Ubuntu counts its packages differently
    purl = f"pkg:deb/{system}/{name}@{quote(number, safe='')}"
    return {"type": "library", "name": name, "version": number, "purl": purl}


def scanned(folder: Path) -> dict[str, Any]:
    """Return what syft finds in *folder*."""
    syft = environment.python().with_name("syft")
    found = run([syft, "scan", f"dir:{folder}", "--output", "cyclonedx-json", "--quiet"])
    listing: dict[str, Any] = json.loads(found)
    return listing


def listed(
    scan: dict[str, Any],
    shipped: Sequence[Component],
    known: Mapping[str, str],
    libraries: Iterable[dict[str, Any]] = (),
) -> dict[str, Any]:
    """Return *scan* with what of *shipped* and *libraries* it lacks, each once.

    *known* holds versions that the scan cannot tell. What is another each time is left out.
    """
    found = [
        _plain(one)
        for one in scan["components"]
        if one["type"] != "file" and not one.get("purl", "").startswith(FROM_HEADS)
    ]
    versions = {one["name"].lower(): one.get("version", "") for one in found}
    known = {NAME: version(), QT: versions.get(QT_PACKAGE, ""), **known}
    added = [_entry(one, known) for one in shipped if one.name.lower() not in versions]
    when = datetime.fromtimestamp(moment(), UTC).isoformat().replace("+00:00", "Z")
    return {
        "$schema": scan["$schema"],
        "bomFormat": scan["bomFormat"],
        "specVersion": scan["specVersion"],
        "version": 1,
        "metadata": {
            "timestamp": when,
            "tools": scan["metadata"]["tools"],
            "component": {"type": "application", "name": NAME, "version": version()},
        },
        "components": sorted([*found, *added, *libraries], key=_name),
    }


def _plain(component: dict[str, Any]) -> dict[str, Any]:
    """Return *component* without the places where it lay, and the license by its first line."""
    kept: dict[str, Any] = {
        key: component[key] for key in ("type", "name", "version", "purl") if key in component
    }
    kept["licenses"] = [_license(one) for one in component.get("licenses", [])]
    return kept


def _license(given: dict[str, Any]) -> dict[str, Any]:
    name = given.get("license", {}).get("name")
    return given if name is None else {"license": {"name": name.strip().splitlines()[0]}}


def _entry(component: Component, known: Mapping[str, str]) -> dict[str, Any]:
    found = known.get(component.name, "")
    return {
        "type": "application" if component.name == NAME else "library",
        "name": component.name,
        **({"version": found} if found else {}),
        "licenses": [{"license": {"name": component.license}}],
        "copyright": component.holders,
    }


def _name(component: dict[str, Any]) -> str:
    return str(component["name"]).lower()
