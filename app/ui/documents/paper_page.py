"""One document: to be read, printed, or saved."""

from typing import Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractSlider, QWidget

from app.i18n import _
from app.services.papers import PaperKind
from app.ui.dialogs.files import ask_where_to_save
from app.ui.dialogs.printer import ask_for_printer
from app.ui.documents.model import HTML, PDF, PapersModel
from app.ui.documents.paper import usual_size
from app.ui.documents.view import DocumentView
from app.ui.route import Route
from app.ui.theme.theme import Theme
from app.ui.widgets.buttons import LinkButton
from app.ui.widgets.outcome import Outcome
from app.ui.widgets.page import Page

_KEYS: Final = {
    Qt.Key.Key_PageDown.value: QAbstractSlider.SliderAction.SliderPageStepAdd,
    Qt.Key.Key_PageUp.value: QAbstractSlider.SliderAction.SliderPageStepSub,
    Qt.Key.Key_Home.value: QAbstractSlider.SliderAction.SliderToMinimum,
    Qt.Key.Key_End.value: QAbstractSlider.SliderAction.SliderToMaximum,
}
"""A page without fields is read with these, wherever the focus is."""


class PaperPage(Page):
    """Shows the document as it is now, in words that follow the look of the program."""

    def __init__(self, theme: Theme, model: PapersModel, parent: QWidget | None = None) -> None:
        super().__init__(theme, column=820, parent=parent)
        self.model = model
        self._kind = PaperKind.CHECKLIST
        self._build()
        self._bind()
        self._translate()

    def arrive(self, argument: str) -> None:
        """Show the document that *argument* names; without a plan there is none to show."""
        self.area.verticalScrollBar().setValue(0)
        self.model.errand.begin_anew()
        self._kind = next(
            (kind for kind in self.model.kinds if kind.value == argument), PaperKind.CHECKLIST
        )
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll, whatever has the keyboard."""
        action = _KEYS.get(event.key())
        if action is None:
            super().keyPressEvent(event)
            return
        self.area.verticalScrollBar().triggerAction(action)

    def _build(self) -> None:
        self.add(Outcome(self.theme, self.model.errand, self))
        # Not beside the title: at large text that would part the title into single words.
        self._web = LinkButton(self.theme)
        self._web.set_dense(True)
        self._web.setObjectName("paper:web")
        self.add(self._web, gap=0)
        self._view = DocumentView(self.theme)
        self.add(self._view, gap=8)
        self._back = self.bar.add_link()
        self._back.setObjectName("paper:back")
        self._pdf = self.bar.set_secondary("file-down")
        self._pdf.setObjectName("paper:pdf")
        self._print = self.bar.set_primary("printer")
        self._print.setObjectName("paper:print")

    def _bind(self) -> None:
        self.model.changed.connect(self._show_if_seen)
        self.model.errand.changed.connect(self._show_errand)
        self.narrow_changed.connect(self._view.set_narrow)
        self._web.clicked.connect(self._save_web_page)
        self._pdf.clicked.connect(self._save_pdf)
        self._print.clicked.connect(self._print_it)
        self._back.clicked.connect(self._go_back)

    def _translate(self) -> None:
        self._back.setText(_("All pages"))
        self._web.setText(_("Save as web page…"))
        self.bar.set_secondary("file-down", _("Save as PDF…"))
        self.bar.set_primary("printer", _("Print…"))

    @Slot()
    def _show_if_seen(self) -> None:
        if self.isVisible():
            self._show()

    def _show(self) -> None:
        document = self.model.document(self._kind)
        self.header(document.title, document.lead, document.corner)
        self._view.set_narrow(self.narrow)
        self._view.show_document(document)

    @Slot()
    def _show_errand(self) -> None:
        for button in (self._web, self._pdf, self._print):
            button.setEnabled(not self.model.errand.is_busy)

    @Slot()
    def _save_pdf(self) -> None:
        path = ask_where_to_save(
            self, _("Save as PDF"), f"{self._name}{PDF}", _("PDF files (*.pdf)")
        )
        if path is not None:
            self.model.save_pdf(self._kind, path)

    @Slot()
    def _save_web_page(self) -> None:
        path = ask_where_to_save(
            self, _("Save as web page"), f"{self._name}{HTML}", _("Web pages (*.html)")
        )
        if path is not None:
            self.model.save_html(self._kind, path)

    @Slot()
    def _print_it(self) -> None:
        document = self.model.document(self._kind)
        printer = ask_for_printer(self, _("Print"), document.neutral_title, usual_size())
        if printer is not None:
            self.model.print_on(printer, self._kind)

    @Slot()
    def _go_back(self) -> None:
        self.route_wanted.emit(Route("papers"))

    @property
    def _name(self) -> str:
        return self.model.document(self._kind).name
