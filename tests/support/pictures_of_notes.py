"""Pictures of the notes for the clinic: empty, each part open, and while something is written."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget

from app.ui.route import Route
from tests.support.pictures import Studio, settle, studio


def notes_states(wanted: tuple[str, ...]) -> None:
    """From nothing to a list of questions."""
    with studio(wanted) as room:
        room.take("notes-empty", Route("consultation"))
        room.fill()
        room.take("notes", Route("consultation"), _Fold(room))
        room.take("notes-medicines", Route("consultation", "medicine_list"), _Fold(room, "current"))
        room.take("notes-editor", Route("consultation"), _Edit(room))
        room.take("notes-conditions", Route("consultation"), _Fold(room, "conditions"))
        room.take("notes-questions", Route("consultation"), _Fold(room, "questions"))
        room.take("notes-ask", Route("consultation", "medicines_today"), _Fold(room), end=True)


class _Fold:
    """Closes every part but one."""

    def __init__(self, room: Studio, part: str = "") -> None:
        self._room = room
        self._part = part

    def __call__(self) -> None:
        page = self._page
        for part in ("current", "tried", "earlier_treatment", "conditions", "life_changes"):
            self._set(part, part == self._part)
        self._set("questions", self._part == "questions")
        page.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def _page(self) -> QWidget:
        page = self._room.desktop.window.navigation.page
        assert page is not None
        return page

    def _set(self, part: str, is_open: bool) -> None:
        button = self._page.findChild(QAbstractButton, f"part:{part}")
        assert button is not None
        fold = button.parentWidget()
        assert fold is not None
        fold.set_open(is_open)  # type: ignore[attr-defined]


class _Edit(_Fold):
    """Opens a medicine that was tried before."""

    def __init__(self, room: Studio) -> None:
        super().__init__(room, "tried")

    def __call__(self) -> None:
        super().__call__()
        settle()
        notes = self._room.desktop.program.consultation.get()
        row = self._page.findChild(QAbstractButton, f"entry:{notes.tried[0].id}")
        assert row is not None
        if row.isVisible():
            QTest.mouseClick(row, Qt.MouseButton.LeftButton)
