"""All widgets together, as pages use them: named, unclipped, and freed when they go."""

import gc
import weakref
from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.domain.preferences import Look, ThemeName
from app.ui.theme.theme import Theme
from app.ui.widgets.breath import BreathCircle
from tests.support import gallery, lint

SIZES = [(800, 600), (1180, 860)]
SCENES = {
    name: scene
    for name, scene in gallery.SCENES.items()
    if name not in {"check-in-low", "session-out", "session-reduced"}
}


def shown(qtbot: QtBot, widget: QWidget, size: tuple[int, int]) -> QWidget:
    """Show *widget* at *size* and let its layouts come to rest."""
    qtbot.addWidget(widget)
    widget.resize(*size)
    widget.show()
    for circle in widget.findChildren(BreathCircle):
        circle.rest()
    for _ in range(4):
        QApplication.processEvents()
    return widget


@pytest.mark.parametrize("scene", SCENES.values(), ids=SCENES.keys())
@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_nothing_is_clipped_nameless_or_too_small(
    theme: Theme,
    qtbot: QtBot,
    scene: Callable[[Theme], QWidget],
    percent: int,
    size: tuple[int, int],
) -> None:
    """At every text size, in every window."""
    theme.apply(Look(theme=ThemeName.LIGHT, text_percent=percent))
    window = shown(qtbot, scene(theme), size)

    found = lint.clipped(window) + lint.unnamed(window)

    assert not found


@pytest.mark.parametrize("scene", SCENES.values(), ids=SCENES.keys())
def test_larger_text_on_a_built_page_clips_nothing(
    theme: Theme, qtbot: QtBot, scene: Callable[[Theme], QWidget]
) -> None:
    """Text size and theme change while the page is on screen, and back."""
    window = shown(qtbot, scene(theme), (1180, 860))
    found = []
    for percent, name in ((200, ThemeName.DARK), (125, ThemeName.CONTRAST), (100, ThemeName.LIGHT)):
        theme.apply(Look(theme=name, text_percent=percent))
        for _ in range(4):
            QApplication.processEvents()
        found += lint.clipped(window)

    assert not found


@pytest.mark.parametrize("scene", SCENES.values(), ids=SCENES.keys())
def test_everything_is_mirrored_without_clipping(
    theme: Theme, qtbot: QtBot, scene: Callable[[Theme], QWidget]
) -> None:
    """From right to left the same fits."""
    window = scene(theme)
    window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    shown(qtbot, window, (1024, 700))

    assert not lint.clipped(window)
    assert not window.grab().isNull()


@pytest.mark.parametrize("scene", SCENES.values(), ids=SCENES.keys())
def test_everything_is_freed_when_it_goes(
    theme: Theme, qtbot: QtBot, scene: Callable[[Theme], QWidget]
) -> None:
    """No widget of a page that is deleted stays in memory."""
    window = scene(theme)
    window.show()
    window.hide()
    kept = [weakref.ref(widget) for widget in [window, *window.findChildren(QWidget)]]

    window.deleteLater()
    del window
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()

    alive = [type(ref()).__name__ for ref in kept if ref() is not None]
    assert not alive
