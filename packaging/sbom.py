"""What a build is made of, for machines: a CycloneDX list beside the packages.

syft finds the Python packages and libraries by what lies in the folder. What says nothing of
itself there, such as Python, Qt, FFmpeg and the fonts, is added from the licenses, which know
all that is shipped.
"""

import json
import platform
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

import environment
import freeze
from common import COMMAND, NAME, PYTHON_NEEDS, Failed, moment, run, version
from licenses import COMPONENTS, Component
from windows import notices
from windows.names import BUILD

NEEDS: Final[Sequence[str]] = PYTHON_NEEDS

QT: Final = "pyside6-essentials"
"""The package that brings Qt, in the same version."""


def build(out: Path) -> list[Path]:
    """Write the list of the frozen program, and of the one for Windows if it was built before."""
    parts = {"linux": (freeze.frozen(), COMPONENTS)}
    for_windows = BUILD / "bundle" / NAME
    if for_windows.is_dir():
        parts["windows"] = (for_windows, tuple(notices.components()))
    made = []
    for system, (folder, shipped) in parts.items():
        path = out / f"{COMMAND}-{version()}-{system}.cdx.json"
        listing = listed(scanned(folder), shipped)
        path.write_text(json.dumps(listing, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
        made.append(path)
    return made


def try_out(artifacts: list[Path], work: Path) -> list[str]:  # noqa: ARG001 -- nothing is run
    """Look whether everything that is shipped is named."""
    lines = []
    for path in artifacts:
        components = json.loads(path.read_text(encoding="utf-8"))["components"]
        named = {one["name"].lower() for one in components}
        shipped = notices.components() if "windows" in path.name else COMPONENTS
        missing = [one.name for one in shipped if one.name.lower() not in named]
        if missing:
            raise Failed(f"{path.name} does not name {', '.join(missing)}.")
        lines.append(f"{path.name}: {len(components)} components")
    return lines


def scanned(folder: Path) -> dict[str, Any]:
    """Return what syft finds in *folder*."""
    syft = environment.python().with_name("syft")
    found = run([syft, "scan", f"dir:{folder}", "--output", "cyclonedx-json", "--quiet"])
    listing: dict[str, Any] = json.loads(found)
    return listing


def listed(scan: dict[str, Any], shipped: Sequence[Component] = COMPONENTS) -> dict[str, Any]:
    """Return *scan* with what of *shipped* it lacks, without what is another each time."""
    found = [_plain(one) for one in scan["components"] if one["type"] != "file"]
    names = {one["name"].lower() for one in found}
    versions = {one["name"].lower(): one.get("version", "") for one in found}
    added = [_entry(one, versions) for one in shipped if one.name.lower() not in names]
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
        "components": sorted([*found, *added], key=_name),
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


def _entry(component: Component, versions: dict[str, str]) -> dict[str, Any]:
    known = {
        NAME: version(),
        "Python": platform.python_version(),
        "Qt, PySide6 and Shiboken": versions.get(QT, ""),
    }
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
