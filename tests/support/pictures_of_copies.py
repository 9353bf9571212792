"""Pictures of the pages about copies: a backup put back, the files moved, everything deleted."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from app.domain.checklist import Stage
from app.ui.copies.farewell_page import FarewellPage, GonePage
from app.ui.copies.move_page import MovePage
from app.ui.copies.page import CopiesPage
from app.ui.copies.restore_page import RestorePage
from app.ui.route import Route
from app.ui.widgets.page import Page
from tests.support.pictures import Studio, studio


def copies_states(wanted: tuple[str, ...]) -> None:
    """Before, while something is chosen, and what is said afterwards."""
    with studio(wanted) as room:
        room.take("copies-empty", Route("copies"), _Then(room, _looked))
        room.fill()
        room.desktop.program.folder.writer.wait(10)
        copies = room.desktop.program.copies
        for _day in range(8):
            room.clock.jump(hours=1)
            copies.back_up()
        room.take("copies", Route("copies"), _Then(room, _looked))
        room.take("copies-done", Route("copies"), _Then(room, _looked, _back_up))
        oldest = Route("restore", str(copies.all()[-1].path))
        room.desktop.program.checklist.add("Warm socks", Stage.MORNING)
        room.desktop.program.folder.writer.wait(10)
        room.take("restore", oldest, _Then(room, _looked_inside))
        room.take("restore-broken", Route("restore", "/nowhere/at/all.zip"), _Then(room, _calm))
        room.take("restore-done", oldest, _Then(room, _looked_inside, _put_back))
        room.take("move", Route("move"))
        room.take("move-chosen", Route("move"), _Then(room, _calm, _choose))
        room.take("farewell", Route("farewell"), _Then(room, _listed))
        room.take("farewell-typed", Route("farewell"), _Then(room, _listed, _type), end=True)
        page = room.desktop.window.navigation.page
        if isinstance(page, FarewellPage):
            page.model.type("delete")
            page.model.delete()
            room.take("gone", Route("gone"), _Then(room, _calm))


class _Then:
    """Waits until the page that is shown is as it should be, does something, and waits again."""

    def __init__(
        self,
        room: Studio,
        is_so: Callable[[Page], bool],
        act: Callable[[Page], None] | None = None,
    ) -> None:
        self._room = room
        self._is_so = is_so
        self._act = act

    def __call__(self) -> None:
        page = self._room.desktop.window.navigation.page
        assert page is not None
        self._wait(page, self._is_so)
        if self._act is not None:
            look = self._room.desktop.program.preferences.settings.look
            self._act(page)
            self._wait(page, _calm)
            self._room.desktop.program.preferences.keep_look(look)  # a backup brings its own

    def _wait(self, page: Page, is_so: Callable[[Page], bool]) -> None:
        for _round in range(200):
            if is_so(page):
                return
            QTest.qWait(20)
        raise RuntimeError("it never came")


def _calm(page: Page) -> bool:
    assert isinstance(page, CopiesPage | RestorePage | MovePage | FarewellPage | GonePage)
    return not page.model.errand.is_busy


def _looked(page: Page) -> bool:
    assert isinstance(page, CopiesPage)
    return page.model.backups is not None


def _looked_inside(page: Page) -> bool:
    assert isinstance(page, RestorePage)
    return page.model.preview is not None


def _listed(page: Page) -> bool:
    assert isinstance(page, FarewellPage)
    return page.model.preview is not None


def _back_up(page: Page) -> None:
    assert isinstance(page, CopiesPage)
    page.model.back_up()


def _put_back(page: Page) -> None:
    assert isinstance(page, RestorePage)
    page.model.put_back()


def _choose(page: Page) -> None:
    assert isinstance(page, MovePage)
    page.model.choose(Path.home() / "A memory stick with a rather long name" / "Soft Landing")


def _type(page: Page) -> None:
    assert isinstance(page, FarewellPage)
    word = page.findChild(QLineEdit, "farewell:word")
    assert word is not None
    word.setText("delete")
