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

NEEDS: Final[Sequence[str]] = PYTHON_NEEDS

QT: Final = "pyside6-essentials"
"""The package that brings Qt, in the same version."""


def build(out: Path) -> list[Path]:
    """Write the list of the frozen program."""
    folder = freeze.frozen()
    path = out / f"{COMMAND}-{version()}.cdx.json"
    path.write_text(json.dumps(listed(scanned(folder)), indent=1, ensure_ascii=False) + "\n")
    return [path]


def try_out(artifacts: list[Path], work: Path) -> list[str]:  # noqa: ARG001 -- nothing is run
    """Look whether everything that is shipped is named."""
    components = json.loads(artifacts[0].read_text(encoding="utf-8"))["components"]
    named = {one["name"].lower() for one in components}
    missing = [one.name for one in COMPONENTS if one.name.lower() not in named]
    if missing:
        raise Failed(f"{artifacts[0].name} does not name {', '.join(missing)}.")
    return [f"{len(components)} components, each with its license"]


def scanned(folder: Path) -> dict[str, Any]:
    """Return what syft finds in *folder*."""
    syft = environment.python().with_name("syft")
    found = run([syft, "scan", f"dir:{folder}", "--output", "cyclonedx-json", "--quiet"])
    listing: dict[str, Any] = json.loads(found)
    return listing


def listed(scan: dict[str, Any]) -> dict[str, Any]:
    """Return *scan* with what it lacks, and without what is another each time it is made."""
    found = [_plain(one) for one in scan["components"] if one["type"] != "file"]
    names = {one["name"].lower() for one in found}
    versions = {one["name"].lower(): one.get("version", "") for one in found}
    added = [_entry(one, versions) for one in COMPONENTS if one.name.lower() not in names]
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
