"""One document: to be read, printed, or saved."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from app.i18n import _
from app.services.papers import PaperKind
from app.ui.dialogs.files import ask_where_to_save
from app.ui.dialogs.printer import ask_for_printer
from app.ui.documents.model import HTML, PDF, PapersModel
from app.ui.documents.paper import usual_size
from app.ui.documents.reading_page import ReadingPage
from app.ui.route import Route
from app.ui.theme.theme import Theme
from app.ui.widgets.buttons import LinkButton
from app.ui.widgets.outcome import Outcome


class PaperPage(ReadingPage):
    """Shows the document as it is now, in words that follow the look of the program."""

    def __init__(self, theme: Theme, model: PapersModel, parent: QWidget | None = None) -> None:
        super().__init__(theme, model, PaperKind.CHECKLIST, parent)
        self._build()
        self._bind()
        self._translate()

    def arrive(self, argument: str) -> None:
        """Show the document that *argument* names; without a plan there is none to show."""
        self.area.verticalScrollBar().setValue(0)
        self.model.errand.begin_anew()
        self.kind = next(
            (kind for kind in self.model.kinds if kind.value == argument), PaperKind.CHECKLIST
        )
        self.show_document()
        self._companion.setVisible(self.kind is PaperKind.COMPANION)

    def _build(self) -> None:
        self.add(Outcome(self.theme, self.model.errand, self))
        # Not beside the title: at large text that would part the title into single words.
        self._web = LinkButton(self.theme)
        self._web.set_dense(True)
        self._web.setObjectName("paper:web")
        self.add(self._web, gap=0)
        self._companion = LinkButton(self.theme)
        self._companion.set_dense(True)
        self._companion.setObjectName("paper:companion")
        self.add(self._companion, gap=0)
        self.add(self.view, gap=8)
        self._back = self.bar.add_link()
        self._back.setObjectName("paper:back")
        self._pdf = self.bar.set_secondary("file-down")
        self._pdf.setObjectName("paper:pdf")
        self._print = self.bar.set_primary("printer")
        self._print.setObjectName("paper:print")

    def _bind(self) -> None:
        self.model.errand.changed.connect(self._show_errand)
        self._web.clicked.connect(self._save_web_page)
        self._companion.clicked.connect(self._open_companion_view)
        self._pdf.clicked.connect(self._save_pdf)
        self._print.clicked.connect(self._print_it)
        self._back.clicked.connect(self._go_back)

    def _translate(self) -> None:
        self._back.setText(_("All pages"))
        self._web.setText(_("Save as web page…"))
        self._companion.setText(_("Show it alone on this screen"))
        self.bar.set_secondary("file-down", _("Save as PDF…"))
        self.bar.set_primary("printer", _("Print…"))

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
            self.model.save_pdf(self.kind, path)

    @Slot()
    def _save_web_page(self) -> None:
        path = ask_where_to_save(
            self, _("Save as web page"), f"{self._name}{HTML}", _("Web pages (*.html)")
        )
        if path is not None:
            self.model.save_html(self.kind, path)

    @Slot()
    def _print_it(self) -> None:
        document = self.model.document(self.kind)
        printer = ask_for_printer(self, _("Print"), document.neutral_title, usual_size())
        if printer is not None:
            self.model.print_on(printer, self.kind)

    @Slot()
    def _open_companion_view(self) -> None:
        self.route_wanted.emit(Route("companion", "paper"))

    @Slot()
    def _go_back(self) -> None:
        self.route_wanted.emit(Route("papers"))

    @property
    def _name(self) -> str:
        return self.model.document(self.kind).name
