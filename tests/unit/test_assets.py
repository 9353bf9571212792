import sys
from pathlib import Path

import pytest

from app.assets import license_texts, resource, resources_beside


def test_a_name_with_slashes_leads_into_the_resources_folder() -> None:
    """Names use forward slashes on every system."""
    path = resource("icons/leaf.svg")

    assert path.parts[-3:] == ("resources", "icons", "leaf.svg")


def test_the_checkout_has_its_resources_beside_the_package() -> None:
    """The folder exists where the checkout keeps it."""
    folder = resource("locale").parent

    assert folder == Path(__file__).parents[2] / "resources"


def test_a_wheel_has_its_resources_inside_the_package(tmp_path: Path) -> None:
    """An installed package, frozen or not, finds the files it carries."""
    package = tmp_path / "app"
    (package / "resources").mkdir(parents=True)
    (tmp_path / "resources").mkdir()

    folder = resources_beside(package)

    assert folder == package / "resources"


@pytest.mark.parametrize(
    "place",
    ["MacOS/licenses", "MacOS/SoftLanding-files/licenses", "Resources/licenses"],
    ids=["Linux", "Windows", "macOS"],
)
def test_an_installed_program_has_the_licenses_in_its_folder(
    place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Beside it on Linux, with all else on Windows, in an application on macOS."""
    monkeypatch.setattr(sys, "executable", str(tmp_path / "MacOS" / "program"))
    (tmp_path / place).mkdir(parents=True)
    nothing_yet = license_texts()
    (tmp_path / place / "README.txt").touch()

    assert nothing_yet is None
    assert license_texts() == tmp_path / place
