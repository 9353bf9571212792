"""Every question in every window: targets for half-shut eyes, nothing cut off, all in one place."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QScrollArea

from app import i18n
from app.domain.preferences import Look, ThemeName
from app.ui.foggy.measures import measures
from app.ui.foggy.target import LEAST, Answer, EffectTile
from tests.support import lint, pseudo
from tests.support.foggy import Drowsy

EFFECTS: Final = ("no", "yes", "tell_more", "effect:nausea")
SCREENS: Final = (
    (),
    ("no",),
    ("no", "no"),
    ("no", "yes"),
    EFFECTS,
    (*EFFECTS, "more"),
    (*EFFECTS, "go_on"),
    (*EFFECTS, "go_on", "severe"),
    (*EFFECTS, "go_on", "severe", "go_on"),
)
SIZES: Final = ((800, 600), (1024, 700), (1180, 860))


@pytest.fixture(scope="module")
def catalogs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make the two languages nobody speaks."""
    return pseudo.write_catalogs(tmp_path_factory.mktemp("locale"))


@pytest.fixture(params=["en", pseudo.PSEUDO, pseudo.PSEUDO_RIGHT_TO_LEFT])
def abroad(
    request: pytest.FixtureRequest,
    catalogs: Path,
    drowsy: Drowsy,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Drowsy]:
    """Return somebody before the window in one of three languages."""
    monkeypatch.setenv("SOFT_LANDING_LOCALE", str(catalogs))
    drowsy.language = request.param
    drowsy.reopen()
    yield drowsy
    QApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    i18n.install(i18n.SOURCE_LANGUAGE)


def look(drowsy: Drowsy, percent: int, size: tuple[int, int]) -> None:
    """Show the window so large, with text so large."""
    drowsy.desktop.program.preferences.keep_look(Look(theme=ThemeName.LIGHT, text_percent=percent))
    drowsy.desktop.window.resize(*size)
    drowsy.settle()


def visit(drowsy: Drowsy, names: tuple[str, ...]) -> None:
    """Begin anew, and tap so far."""
    drowsy.go("foggy", f"new:straight_after:{drowsy.infusion.id}")
    drowsy.tap(*names)
    drowsy.write_out()  # what the foot says may change its height


def places(drowsy: Drowsy) -> dict[str, QRect]:
    """Return where each target is, by its name."""
    return {one.objectName(): drowsy.place(one) for one in drowsy.targets}


@pytest.mark.parametrize("percent", [100, 200])
def test_no_word_is_cut_off_and_every_target_is_large(abroad: Drowsy, percent: int) -> None:
    """On each screen in three sizes: at least 96 px, and high enough for all the words."""
    found: list[str] = []
    for names in SCREENS:
        visit(abroad, names)
        for size in SIZES:
            look(abroad, percent, size)
            window = abroad.desktop.window
            faults = [*lint.clipped(window), *lint.small_targets(window), *lint.unnamed(window)]
            for one in abroad.targets:
                assert isinstance(one, Answer | EffectTile)
                if one.height() < max(LEAST, one.heightForWidth(one.width())):
                    faults.append(f"{one.objectName()} is {one.height()} px high")
            found += [f"{names} {size}: {fault}" for fault in faults]

    assert not found, "\n".join(found)


@pytest.mark.parametrize("theme", ThemeName)
def test_every_target_stands_out_in_every_look(drowsy: Drowsy, theme: ThemeName) -> None:
    """Its edge from the page, its words from its own ground; the look may change meanwhile."""
    for names in SCREENS:
        visit(drowsy, names)
        drowsy.desktop.program.preferences.keep_look(Look(theme=theme))
        drowsy.settle()
        picture = drowsy.desktop.window.grab().toImage()

        for name, place in places(drowsy).items():
            middle = place.center().y()
            edge = picture.pixel(place.left() + 1, middle)
            assert edge != picture.pixel(place.left() - 4, middle), name
            across = range(place.left() + 50, place.right() - 50)
            inside = {picture.pixel(x, middle - down) for x in across for down in (0, 12)}
            assert len(inside) > 1, name


@pytest.mark.parametrize(("percent", "size"), [(100, (1180, 860)), (100, (800, 600))])
def test_everything_is_in_sight(drowsy: Drowsy, percent: int, size: tuple[int, int]) -> None:
    """Nobody has to scroll for an answer; but the card of when to call is longer than that."""
    look(drowsy, percent, size)
    for names in SCREENS:
        visit(drowsy, names)
        (area,) = (one for one in drowsy.page.findChildren(QScrollArea) if one.isVisible())
        bar = area.verticalScrollBar()

        assert bar.maximum() == 0 or drowsy.shows("foggy:when_to_call"), names
        for name, place in places(drowsy).items():
            assert drowsy.desktop.window.rect().contains(place), name


@pytest.mark.parametrize("size", SIZES)
def test_the_question_stays_where_it_is(drowsy: Drowsy, size: tuple[int, int]) -> None:
    """From one screen to the next the eyes need not look for it."""
    look(drowsy, 100, size)
    tops = set()
    for names in SCREENS:
        visit(drowsy, names)
        if not drowsy.shows("foggy:when_to_call"):
            tops.add(drowsy.top("foggy:question"))

    assert len(tops) == 1


@pytest.mark.parametrize(
    ("percent", "size"), [*((100, size) for size in SIZES), (200, (1180, 860))]
)
def test_the_last_answer_stands_where_no_answer_stood(
    drowsy: Drowsy, percent: int, size: tuple[int, int]
) -> None:
    """A second tap on any answer to the question before meets nothing."""
    look(drowsy, percent, size)
    visit(drowsy, ("no",))
    before = places(drowsy)
    drowsy.tap("no")
    last = places(drowsy)["foggy:done"]
    drowsy.tap("back", "yes")

    assert len(before) == 3
    assert not any(place.intersects(last) for place in before.values())
    assert places(drowsy)["foggy:done"] == last
    assert not places(drowsy)["foggy:tell_more"].intersects(before["foggy:yes"])


def test_in_a_large_window_the_targets_are_as_drawn(drowsy: Drowsy) -> None:
    """640 by 112 pixels, in the middle."""
    drowsy.tap("no")

    for place in places(drowsy).values():
        assert (place.width(), place.height()) == (640, 112)
        assert abs(place.center().x() - drowsy.desktop.window.width() / 2) <= 1


def test_help_now_stays_in_sight_while_a_low_window_scrolls(drowsy: Drowsy) -> None:
    """At the foot, whatever is above it."""
    look(drowsy, 200, (800, 600))
    visit(drowsy, EFFECTS)

    (area,) = (one for one in drowsy.page.findChildren(QScrollArea) if one.isVisible())
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    drowsy.settle()

    help_now = drowsy.place(drowsy.find("foggy:help"))
    assert drowsy.desktop.window.rect().contains(help_now)
    assert drowsy.desktop.window.childAt(help_now.center()) is not None
    assert help_now.top() >= area.mapTo(drowsy.desktop.window, QPoint(0, area.height())).y()


def test_the_closer_it_gets_the_more_room_there_is() -> None:
    """As drawn, then closer step by step; targets never get lower than they may."""
    steps = [
        measures(room, taken=100, least=LEAST, scale=1.0) for room in (400, 560, 600, 680, 800)
    ]

    assert [one.high for one in steps] == [96, 96, 96, 104, 112]
    assert [one.gap for one in steps] == [8, 8, 10, 14, 18]
    assert steps[0].last_end == 400 - steps[0].edge
    tall = measures(1100, taken=100, least=LEAST, scale=1.0)
    assert tall.above > steps[-1].above
