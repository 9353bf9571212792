"""The list of what a build is made of: complete, and the same each time."""

import json
from typing import Any, Final

import sbom
from app import __version__
from licenses import COMPONENTS

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
    ],
}


def test_everything_that_is_shipped_is_named() -> None:
    """What a scan does not see too, with the version where it is known."""
    listing = sbom.listed(SCAN)

    versions = {one["name"]: one.get("version") for one in listing["components"]}
    assert {one.name.lower() for one in COMPONENTS} <= {name.lower() for name in versions}
    assert versions["Soft Landing"] == __version__
    assert versions["Qt, PySide6 and Shiboken"] == "6.11.3"
    assert versions["Python"]


def test_nothing_of_this_computer_is_told() -> None:
    """No paths, no moments, no numbers drawn at random."""
    text = json.dumps(sbom.listed(SCAN))

    assert "/tmp" not in text
    assert "another-each-time" not in text
    assert '"now"' not in text
    assert '"MIT License"' in text
