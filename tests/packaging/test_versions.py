"""One version, written in one place."""

import re
import tomllib

import workshop
from app import __version__
from app.ui.theme.tokens import LIGHT
from linux import deb, share
from tests.support.source import ROOT

SCRIPTS = [
    path
    for path in (ROOT / "packaging").rglob("*")
    if path.is_file() and "locks" not in path.parts and "__pycache__" not in path.parts
]


def test_every_package_asks_the_program_for_its_version() -> None:
    """The wheel by its back end, all others by ``workshop.version``."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))

    assert workshop.version() == __version__
    assert project["tool"]["hatch"]["version"]["path"] == "app/__init__.py"
    assert "version" in project["project"]["dynamic"]
    assert "workshop.version()" in (ROOT / "packaging" / "soft-landing.spec").read_text()


def test_what_a_system_is_told_names_the_version() -> None:
    """AppStream, the manual page and the changelog are filled in when a package is built."""
    assert f'version="{__version__}"' in share.metainfo()
    assert f'"Soft Landing {__version__}"' in share.manual()
    assert deb.changelog().startswith(f"soft-landing ({__version__}) ")


def test_no_file_for_packages_holds_a_version_of_its_own() -> None:
    """It would be forgotten at the next release."""
    stated = re.compile(rf"\b{re.escape(__version__)}\b")

    told = [path.name for path in SCRIPTS if stated.search(path.read_text(errors="replace"))]

    assert not told


def test_the_icon_has_the_color_of_the_program() -> None:
    """A theme that changes its first color changes the icon too."""
    drawing = (ROOT / "resources" / "icons" / "soft-landing.svg").read_text(encoding="utf-8")

    assert f'fill="{LIGHT.primary}"' in drawing
