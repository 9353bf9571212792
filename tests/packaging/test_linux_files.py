"""What a Linux desktop is told of the program."""

import re
from argparse import ArgumentParser, _SubParsersAction
from configparser import ConfigParser
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from app.shell import main
from linux import share
from tests.support.source import ROOT

APP_ID = "org.softlanding.SoftLanding"


def test_the_menu_entry_starts_the_program_under_its_icon() -> None:
    """A taskbar finds the icon of a window by these names."""
    entry = ConfigParser(interpolation=None)
    entry.optionxform = str  # type: ignore[assignment, method-assign]
    entry.read(share.HERE / f"{APP_ID}.desktop", encoding="utf-8")
    fields = dict(entry["Desktop Entry"])

    assert fields["Exec"] == "soft-landing"
    assert fields["Icon"] == APP_ID
    assert fields["Terminal"] == "false"
    assert f'setDesktopFileName("{APP_ID}")' in (ROOT / "app/shell/bootstrap.py").read_text()


def test_the_description_belongs_to_the_menu_entry_and_names_no_place_there_is_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Without a place on the web it has no address of a page or a picture."""
    for name in (share.SITE, share.PICTURES):
        monkeypatch.delenv(name, raising=False)

    described = ET.fromstring(share.metainfo())  # noqa: S314 -- written by ourselves

    assert described.findtext("id") == APP_ID
    assert described.findtext("launchable") == f"{APP_ID}.desktop"
    assert described.findtext("project_license") == "GPL-3.0-or-later"
    assert described.find("url") is None
    assert "://" not in share.metainfo()


def test_with_a_place_on_the_web_the_real_pictures_are_shown(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Each is one of those that the README shows."""
    monkeypatch.setenv(share.SITE, "https://soft.example")
    monkeypatch.setenv(share.PICTURES, "https://soft.example/pictures")

    described = ET.fromstring(share.metainfo())  # noqa: S314 -- written by ourselves
    pictures = [Path(image.text or "").name for image in described.iter("image")]

    assert described.findtext("url") == "https://soft.example"
    assert sorted(pictures) == sorted(p.name for p in (ROOT / "docs" / "pictures").glob("*.png"))
    assert all((caption.text or "").strip() for caption in described.iter("caption"))


def test_the_manual_page_has_every_command_and_option() -> None:
    """Whoever adds one writes it down there too."""
    manual = share.manual().replace("\\-", "-")

    missing = [word for word in _words(main._parser()) if not re.search(rf"{word}\b", manual)]

    assert not missing


def _words(parser: ArgumentParser) -> set[str]:
    """Return the options and sub-commands of *parser*, and theirs."""
    found: set[str] = set()
    for action in parser._actions:
        found.update(action.option_strings)
        if isinstance(action, _SubParsersAction):
            for name, below in action.choices.items():
                found |= {name} | _words(below)
    return found


def test_whatever_lintian_is_told_to_overlook_has_its_reason() -> None:
    """A sentence of its own stands right above each tag; that it is needed shows the trial."""
    lines = (share.HERE / "lintian-overrides").read_text(encoding="utf-8").splitlines()
    reasons: dict[str, str] = {}
    said = ""
    for line in lines:
        if line.startswith("# "):
            said += line[1:]
        else:
            assert re.fullmatch(r"soft-landing: [a-z-]+", line), line
            assert line not in reasons
            reasons[line], said = said, ""

    assert all(len(reason.split()) > 5 and reason.endswith(".") for reason in reasons.values())
    assert len(set(reasons.values())) == len(reasons) > 0
    assert not said


def test_what_is_packed_holds_no_time_of_its_own() -> None:
    """Gzip would write down when it ran."""
    assert share.packed("words") == share.packed("words")
    assert share.packed("words")[4:8] == bytes(4)
