"""Every page that shows a clinic: in made-up languages, from right to left, large and small."""

import re
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.domain.preferences import Look, ThemeName
from app.ui.route import Route
from app.ui.today.page import TodayPage
from tests.support import lint, logos, packs, pseudo
from tests.support.pages import settle
from tests.support.pictures_of_clinic import SAID
from tests.ui.test_every_page import Opened, _faults, _known, catalogs, open_desktop, opened

__all__ = ["catalogs", "opened"]

ROUTES = {
    "today": Route("today"),
    "prepare": Route("prepare"),
    "help": Route("help"),
    "settings": Route("settings", "clinic"),
    "first-run": Route("first_run"),
}


def open_packs(desktop: Opened, folder: Path, qtbot: QtBot) -> None:
    """Open an old pack with news and a logo, and try to open one that is wrong."""
    folder.mkdir(parents=True)
    (folder / "clinic-logo.svg").write_bytes(logos.svg(160, 40))
    program, navigation = desktop.desktop.program, desktop.desktop.window.navigation
    said = {**SAID, "date": "2020-01-01", "expires": "2021-01-01", "logo": "clinic-logo.svg"}
    program.clinic.open(packs.write(folder, **said))
    navigation.go(Route("today"))
    page = navigation.page
    assert isinstance(page, TodayPage)
    qtbot.waitUntil(lambda: page._model._looks_further)
    navigation.go(Route("settings", "clinic"))
    navigation.page._pack.open(packs.write(folder / "bad", version="two"))  # type: ignore[union-attr]


@pytest.mark.parametrize("percent", [100, 200])
def test_no_page_of_a_clinic_clips_a_word(
    opened: Opened, tmp_path: Path, qtbot: QtBot, percent: int
) -> None:
    """Each in three sizes; every control can be hit and has a name."""
    open_packs(opened, tmp_path / "out", qtbot)
    look = Look(theme=ThemeName.LIGHT, text_percent=percent)
    opened.desktop.program.preferences.keep_look(look)

    found = [
        f"{name}, {fault}"
        for name, route in ROUTES.items()
        for fault in _faults(opened.desktop, route)
    ]

    assert not found, "\n".join(found)


def test_every_word_of_ours_about_a_clinic_goes_through_the_catalog(
    catalogs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    """What stays as it is was written by the clinic."""
    monkeypatch.setenv("SOFT_LANDING_LOCALE", str(catalogs))
    known = _known(tmp_path / "data")
    by_clinic = re.compile("|".join(map(re.escape, _texts(SAID))) + r"|Riverside Clinic|Dr\. Lee")
    found: list[str] = []

    def may_stay(text: str) -> bool:
        plain = text.replace("\u200b", "")
        left = by_clinic.sub("", known.sub("", plain)), known.sub("", by_clinic.sub("", plain))
        return str(tmp_path) in plain or any(not re.search(r"[^\W\d_]{2}", one) for one in left)

    with open_desktop(tmp_path, pseudo.PSEUDO) as (desktop, routes):
        open_packs(Opened(desktop, routes), tmp_path / "out", qtbot)
        for name, route in ROUTES.items():
            desktop.window.navigation.go(route)
            settle()
            found += [f"{name}: {one}" for one in lint.untranslated(desktop.window, may_stay)]

    assert not found, "\n".join(sorted(set(found)))


def _texts(value: object) -> list[str]:
    """Return every sentence in *value*."""
    if isinstance(value, dict):
        return [text for one in value.values() for text in _texts(one)]
    if isinstance(value, list):
        return [text for one in value for text in _texts(one)]
    return [value] if isinstance(value, str) and " " in value else []
