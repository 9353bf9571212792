"""A page that is read: one document as it is now, scrolled by the keys for that."""

from typing import Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractSlider, QWidget

from app.services.documents.model import Document
from app.ui.documents.output import OutputModel
from app.ui.documents.view import DocumentView
from app.ui.theme.theme import Theme
from app.ui.widgets.page import Page

_KEYS: Final = {
    Qt.Key.Key_PageDown.value: QAbstractSlider.SliderAction.SliderPageStepAdd,
    Qt.Key.Key_PageUp.value: QAbstractSlider.SliderAction.SliderPageStepSub,
    Qt.Key.Key_Home.value: QAbstractSlider.SliderAction.SliderToMinimum,
    Qt.Key.Key_End.value: QAbstractSlider.SliderAction.SliderToMaximum,
}
"""A page without fields is read with these, wherever the focus is."""


class ReadingPage(Page):
    """Shows a document in words that follow the look of the program.

    It is made anew when what it is made from changes. Who derives from it says which document,
    and adds ``view``.
    """

    def __init__(self, theme: Theme, model: OutputModel, parent: QWidget | None = None) -> None:
        super().__init__(theme, column=820, parent=parent)
        self.view = DocumentView(theme)
        self.narrow_changed.connect(self.view.set_narrow)
        model.changed.connect(self._show_if_seen)

    def document(self) -> Document:
        """Return the document as it is now."""
        raise NotImplementedError

    def show_document(self) -> None:
        """Show the document as it is now."""
        document = self.document()
        self.header(document.title, document.lead, document.corner)
        self.view.set_narrow(self.narrow)
        self.view.show_document(document)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll, whatever has the keyboard."""
        action = _KEYS.get(event.key())
        if action is None:
            super().keyPressEvent(event)
            return
        self.area.verticalScrollBar().triggerAction(action)

    @Slot()
    def _show_if_seen(self) -> None:
        if self.isVisible():
            self.show_document()
