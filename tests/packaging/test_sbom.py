"""The list of what a build is made of: complete, and the same each time."""

import json
import re
import shutil
from pathlib import Path
from typing import Any, Final

import pytest

import sbom
from app import __version__
from licenses import COMPONENTS
from windows import fetching, notices
from workshop import Failed

SCAN: Final[dict[str, Any]] = {
    "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
    "bomFormat": "CycloneDX",
    "specVersion": "1.6",
    "serialNumber": "urn:uuid:another-each-time",
    "metadata": {"timestamp": "now", "tools": {"components": []}, "component": {"name": "/tmp/x"}},
    "components": [
        {"type": "file", "name": "/tmp/x/a"},
        {
            "type": "library",
            "name": "wakepy",
            "version": "1.0",
            "purl": "pkg:pypi/wakepy@1.0",
            "bom-ref": "x",
            "licenses": [{"license": {"name": "MIT License\n\nPermission is"}}],
        },
        {"type": "library", "name": "pyside6-essentials", "version": "6.11.3"},
        *(
            {"type": "library", "name": "Qt6", "version": "6.11.3.0", "purl": "pkg:nuget/Qt6@6"},
            {"type": "library", "name": "Qt6", "version": "6.11.3.0", "purl": "pkg:nuget/Qt6@6"},
            {"type": "library", "name": "FFmpeg", "version": "61.1", "purl": "pkg:nuget/FFmpeg@61"},
        ),
    ],
}


LIBXCB: Final = {"type": "library", "name": "libxcb-cursor0", "version": "0.1.4-1"}


def test_everything_that_is_shipped_is_named() -> None:
    """What a scan does not see too, with the version where it is known."""
    listing = sbom.listed(SCAN, COMPONENTS, {"Python": "3.11.2"}, [LIBXCB])

    versions = {one["name"]: one.get("version") for one in listing["components"]}
    assert {one.name.lower() for one in COMPONENTS} <= {name.lower() for name in versions}
    assert versions["Soft Landing"] == __version__
    assert versions["Qt, PySide6 and Shiboken"] == "6.11.3"
    assert versions["Python"] == "3.11.2"
    assert versions["libxcb-cursor0"] == "0.1.4-1"


def test_everything_is_named_once_on_windows_too() -> None:
    """There, every file with a head of its own would stand in the list as a package."""
    shipped = notices.components()
    known = {"Python": fetching.python_release(), "FFmpeg": "7.1.5"}

    components = sbom.listed(SCAN, shipped, known)["components"]

    names = [one["name"] for one in components]
    versions = {one["name"]: one.get("version") for one in components}
    assert len(names) == len(set(names))
    assert "Qt6" not in names
    assert versions["FFmpeg"] == "7.1.5"
    assert versions["Python"] == fetching.python_release()
    assert "nuget" not in json.dumps(components)


def test_a_list_that_names_something_twice_is_not_passed(tmp_path: Path) -> None:
    """Nor one that leaves out what is shipped."""
    path = tmp_path / "soft-landing-linux.cdx.json"
    listing = sbom.listed(SCAN, COMPONENTS, {}, [LIBXCB])
    path.write_text(json.dumps(listing), encoding="utf-8")
    lines = sbom.try_out([path], tmp_path)

    path.write_text(json.dumps(sbom.listed(SCAN, COMPONENTS, {}, [LIBXCB] * 2)), encoding="utf-8")
    with pytest.raises(Failed, match="more than once: libxcb-cursor0"):
        sbom.try_out([path], tmp_path)
    path.write_text(json.dumps(sbom.listed(SCAN, COMPONENTS[1:], {})), encoding="utf-8")
    with pytest.raises(Failed, match="does not name Soft Landing"):
        sbom.try_out([path], tmp_path)

    assert lines == [f"{path.name}: {len(listing['components'])} components"]


@pytest.mark.skipif(not shutil.which("dpkg-query"), reason="asks Debian's package manager")
def test_libraries_of_the_system_are_named_by_their_packages() -> None:
    """With the version that is packed, whichever of its files it is."""
    (found,) = sbom._packages_of([Path("/usr/bin/dpkg-query"), Path("/usr/bin/dpkg")])

    assert found[0] == "dpkg"
    assert re.match(r"\d+\.", found[1])


def test_nothing_of_this_computer_is_told() -> None:
    """No paths, no moments, no numbers drawn at random."""
    text = json.dumps(sbom.listed(SCAN, COMPONENTS, {}))

    assert "/tmp" not in text
    assert "another-each-time" not in text
    assert '"now"' not in text
    assert '"MIT License"' in text
