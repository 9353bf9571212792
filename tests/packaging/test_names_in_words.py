"""What clinics are told to type names the files that are built."""

import inspect
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from app.services import clinic_kit_words
from app.services.documents import clinic_guide
from linux import deb
from tests.support.source import ROOT
from windows import msi, nsis
from windows.names import PROGRAM

WORDS = [
    ROOT / "docs" / "for-clinics.md",
    Path(clinic_guide.__file__),
    Path(clinic_kit_words.__file__),
]
BUILT: dict[str, Callable[..., object]] = {
    "SoftLanding-…-setup.exe": nsis.make,
    "SoftLanding-…-x64.msi": msi.make,
    "soft-landing_…_amd64.deb": deb.build,
}


@pytest.mark.parametrize("page", WORDS, ids=lambda page: page.name)
def test_every_file_that_a_page_names_is_called_as_it_is_built(page: Path) -> None:
    """The version is left out, and nothing else."""
    found = set(re.findall(r"[\w…-]*\w\.(?:exe|msi|deb)\b", page.read_text(encoding="utf-8")))

    assert found & set(BUILT)
    assert found <= {*BUILT, PROGRAM, "soft-landing-clinic-…_all.deb"}


@pytest.mark.parametrize("name", BUILT)
def test_the_names_are_those_of_the_build(name: str) -> None:
    """Whoever calls a package by another name changes the pages too."""
    source = inspect.getsource(BUILT[name]).replace("{COMMAND}", "soft-landing")

    assert re.sub(r"\{version(\(\))?\}", "…", source).count(f'"{name}"') == 1
