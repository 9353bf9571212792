"""Showing a page by itself, walking it by keyboard, and everything the lints say about it."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from app.services.content import Content
from app.ui.widgets.page import Page
from app.ui.widgets.rows import ActionRow
from tests.support import lint

SIZES = [(percent, size) for percent in (100, 200) for size in ((800, 600), (1180, 860))]
"""Text size in percent and the window's size in pixels: what every page is laid out at."""


_NO_WORDS = re.compile(r".*[/\\]|No answer\? |Your clinic's number to call is ")
"""Paths, and the sentences of the content that a number is put into."""


def show(page: Page, width: int = 956, height: int = 860, argument: str = "") -> None:
    """Show *page* as a window of its own, as if it had just been gone to."""
    page.resize(width, height)
    page.show()
    page.activateWindow()
    page.arrive(argument)
    QTest.qWaitForWindowActive(page)
    settle()


def settle() -> None:
    """Let layouts and deferred deletions happen."""
    for _ in range(5):
        QApplication.processEvents()


def find(page: QWidget, name: str) -> QWidget:
    """Return the one visible widget called *name*."""
    settle()
    found = [w for w in page.findChildren(QWidget, name) if w.isVisibleTo(page)]
    assert len(found) == 1, f"{len(found)} visible widgets are called {name}"
    return found[0]


def tab_to(name: str) -> QWidget:
    """Press Tab until the widget called *name* has the focus, and return it."""
    passed = []
    for _ in range(80):
        focused = QApplication.focusWidget()
        if focused is not None and focused.objectName() == name:
            return focused
        passed.append(focused.objectName() if focused is not None else None)
        QTest.keyClick(focused or _window(), Qt.Key.Key_Tab)
    raise AssertionError(f"Tab never came to {name}; it passed {passed}")


def press(key: Qt.Key) -> None:
    """Press *key* where the focus is."""
    QTest.keyClick(QApplication.focusWidget() or _window(), key)


def type_words(words: str) -> None:
    """Type *words* where the focus is."""
    QTest.keyClicks(QApplication.focusWidget() or _window(), words)


def words(page: QWidget) -> str:
    """Return every word of *page* that is shown, without the places where a path may break."""
    shown = [one for one in page.findChildren(QLabel) if one.isVisibleTo(page)]
    rows = [one for one in page.findChildren(ActionRow) if one.isVisibleTo(page)]
    texts = [*(one.text() for one in shown), *(one.accessibleName() for one in rows)]
    return "\n".join(texts).replace("\u200b", "")


def faults(page: Page) -> list[str]:
    """Return everything the lints find on *page*, which is shown."""
    settle()
    return [*lint.unnamed(page), *lint.clipped(page), *lint.small_targets(page)]


def is_content(content: Content) -> Callable[[str], bool]:
    """Return a test for what need not come from a catalog: content, paths, versions."""
    known = set(_sentences(content))

    def may_stay(text: str) -> bool:
        return bool(_NO_WORDS.match(text)) or all(
            part.strip() in known for part in text.split("\n")
        )

    return may_stay


def no_folder(home: Path) -> Path:
    """Put a file where the data folder should be, below *home*; return the file."""
    blocked = home / "data"
    blocked.parent.mkdir(parents=True, exist_ok=True)
    blocked.write_text("not a folder", encoding="utf-8")
    return blocked


def _window() -> QWidget:
    window = QApplication.activeWindow()
    assert window is not None, "no window is active"
    return window


def _sentences(content: Content) -> Iterator[str]:
    about = content.about
    yield from about.values()
    yield from content.check_in.values()
    yield content.documents["told_high_pressure"]
    yield f"{about['not_a_device']} {about['supervised']}"
    lists = content.when_to_call
    for sentence in (*lists.emergency, *lists.same_day, *lists.days_after):
        yield sentence.text
    for country in content.crisis_lines.countries:
        yield country.name
        for line in country.lines:
            yield line.how
    yield content.crisis_lines.elsewhere.emergency
    yield content.crisis_lines.elsewhere.website
