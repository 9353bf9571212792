"""Every page of the real window in a made-up language, from right to left, large and small."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app import NAME
from app.assets import resource
from app.domain.calm_phases import single
from app.domain.preferences import Look, ThemeName
from app.shell.bootstrap import Desktop
from app.storage.paths import Paths
from app.storage.yaml_door import load
from app.ui.route import Route
from app.ui.widgets.fold import FoldButton
from tests.support import full_day, lint, pseudo
from tests.support.clock import FixedClock
from tests.support.pages import settle

SIZES = ((800, 600), (1024, 700), (1180, 860))


class Opened(NamedTuple):
    """The open window, and the way to every page."""

    desktop: Desktop
    routes: dict[str, Route]


@pytest.fixture(scope="module")
def catalogs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make the two languages nobody speaks."""
    folder = tmp_path_factory.mktemp("locale")
    pseudo.write_catalogs(folder)
    return folder


@contextmanager
def open_desktop(folder: Path, language: str) -> Iterator[Opened]:
    """Open the window on a full day in *folder*, and put the look back at the end."""
    clock = FixedClock()
    paths = Paths(data=folder / "data", state=folder / "state", config=folder / "config")
    desktop = Desktop(paths, clock, language)

    def pass_time(time: timedelta) -> None:
        clock.advance(seconds=time.total_seconds())

    coming, check_in = full_day.fill(desktop.program, pass_time)
    desktop.show()
    yield Opened(desktop, full_day.routes(coming, check_in))
    desktop.close()
    desktop.window.deleteLater()
    desktop.theme.apply(Look(theme=ThemeName.LIGHT))
    QApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.fixture(params=["en", pseudo.PSEUDO, pseudo.PSEUDO_RIGHT_TO_LEFT])
def opened(
    request: pytest.FixtureRequest,
    catalogs: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> Iterator[Opened]:
    """Open the window in one of three languages."""
    monkeypatch.setenv("SOFT_LANDING_LOCALE", str(catalogs))
    with open_desktop(tmp_path, request.param) as (desktop, routes):
        yield Opened(desktop, routes)


WRITTEN = ("Riverside Clinic", "Sam Rivera", "Anna", "Quiet piano", "Feed the cat", "She waits.")
"""What the patient of full_day wrote, besides an effect and a few sentences."""

NAMES = ("PHQ-9", "GAD-7")
"""What is called the same in every language."""

LANGUAGES = ("English", "xx", "xr")
"""Languages are called by their own names."""

_PLACEHOLDER = re.compile(r"\\\{\w+\\\}")


def _known(folder: Path) -> re.Pattern[str]:
    """Return a pattern for what needs no catalog: content, the patient's words, the folder."""
    shipped = {
        value
        for path in resource("content").rglob("*.yaml")
        for value in _texts(load(path.read_bytes()))
    }
    parts = [
        *shipped,
        *WRITTEN,
        *full_day.NOTES,
        *full_day.OWN_NAMES,
        *NAMES,
        *LANGUAGES,
        *full_day.WORDS.splitlines(),
        "Cold hands",
        NAME,
    ]
    patterns = [_PLACEHOLDER.sub(".+?", re.escape(one)) for one in parts + list(folder.parts)]
    patterns = [re.sub(r"\.\+\?$", ".+", one) for one in patterns]  # all that ends a sentence
    return re.compile("|".join(sorted(patterns, key=len, reverse=True)))


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)


def _faults(desktop: Desktop, route: Route) -> list[str]:
    """Return what is wrong with a page in any of the sizes."""
    found = []
    desktop.window.navigation.go(route)
    for width, height in SIZES:
        desktop.window.resize(width, height)
        settle()
        for check in (lint.clipped, lint.small_targets, lint.unnamed):
            found += [f"{width} × {height}: {fault}" for fault in check(desktop.window)]
    return found


def _unfold(desktop: Desktop, route: Route) -> None:
    """Go to a check-in, and open everything that folds away on it."""
    desktop.window.navigation.go(route)
    settle()
    for fold in desktop.window.findChildren(FoldButton):
        if fold.isVisible() and not fold.is_open:
            fold.click()
    settle()


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.timeout(150)  # it grows with every page, and takes a third of that on two cores
def test_no_page_clips_a_word_or_has_a_control_without_a_name(opened: Opened, percent: int) -> None:
    """Each page in three sizes; every control can be hit."""
    desktop, found = opened.desktop, []
    desktop.program.preferences.keep_look(Look(theme=ThemeName.LIGHT, text_percent=percent))

    for name, route in opened.routes.items():
        found += [f"{name}, {fault}" for fault in _faults(desktop, route)]
    desktop.program.calm.start(single(10))
    running = _faults(desktop, Route("calm_running"))
    running += _faults(desktop, Route("session_sound"))
    found += [f"calm running, {fault}" for fault in running]
    dark = desktop.places.calm._eyes_closed_model
    dark.shows_intention = dark.says_breath = True
    dark.start()
    found += [f"eyes closed, {fault}" for fault in _faults(desktop, Route("eyes_closed"))]
    desktop.program.calm.end()

    assert not found, "\n".join(found)


def test_a_check_in_is_in_order_with_everything_unfolded(opened: Opened) -> None:
    """What is folded away has room and names too, at 100 and 200 % text in three sizes."""
    desktop, found = opened.desktop, []
    _unfold(desktop, opened.routes["check-in"])

    for percent in (100, 200):
        desktop.program.preferences.keep_look(Look(theme=ThemeName.LIGHT, text_percent=percent))
        found += [f"{percent} %, {one}" for one in _faults(desktop, opened.routes["check-in"])]

    assert not found, "\n".join(found)


def test_every_word_of_ours_goes_through_the_catalog(
    catalogs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    """What stays as it is was written by the patient or signed off as clinical content."""
    monkeypatch.setenv("SOFT_LANDING_LOCALE", str(catalogs))
    known = _known(tmp_path / "data")
    found: list[str] = []

    def may_stay(text: str) -> bool:
        return not re.search(r"[^\W\d_]{2}", known.sub("", text.replace("\u200b", "")))

    with open_desktop(tmp_path, pseudo.PSEUDO) as (desktop, routes):
        for name, route in routes.items():
            desktop.window.navigation.go(route)
            settle()
            faults = lint.untranslated(desktop.window, may_stay)
            found += [f"{name}: {fault}" for fault in faults]
        _unfold(desktop, routes["check-in"])
        found += lint.untranslated(desktop.window, may_stay)

    assert not found, "\n".join(sorted(set(found)))
