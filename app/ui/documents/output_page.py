"""A document to be read, printed, or saved."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from app.i18n import _
from app.ui.dialogs.files import ask_where_to_save
from app.ui.dialogs.printer import ask_for_printer
from app.ui.documents.output import HTML, PDF, OutputModel
from app.ui.documents.paper import usual_size
from app.ui.documents.reading_page import ReadingPage
from app.ui.theme.theme import Theme
from app.ui.widgets.buttons import LinkButton
from app.ui.widgets.outcome import Outcome


class OutputPage(ReadingPage):
    """Has the buttons, and says what came of them; their names begin with *prefix*.

    Who derives from it says which document, and adds ``view`` to the column in its place.
    """

    def __init__(
        self, theme: Theme, model: OutputModel, prefix: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, model, parent)
        self._output = model
        self._build_output(prefix)
        self._output.errand.changed.connect(self._show_errand)
        self.web.clicked.connect(self._save_web_page)
        self.pdf.clicked.connect(self._save_pdf)
        self.print.clicked.connect(self._print_it)
        self._translate_output()

    def _build_output(self, prefix: str) -> None:
        self.add(Outcome(self.theme, self._output.errand, self))
        # Not beside the title: at large text that would part the title into single words.
        self.web = LinkButton(self.theme)
        self.web.set_dense(True)
        self.web.setObjectName(f"{prefix}:web")
        self.back = self.bar.add_link()
        self.back.setObjectName(f"{prefix}:back")
        self.pdf = self.bar.set_secondary("file-down")
        self.pdf.setObjectName(f"{prefix}:pdf")
        self.print = self.bar.set_primary("printer")
        self.print.setObjectName(f"{prefix}:print")

    def _translate_output(self) -> None:
        self.web.setText(_("Save as web page…"))
        self.bar.set_secondary("file-down", _("Save as PDF…"))
        self.bar.set_primary("printer", _("Print…"))

    @Slot()
    def _show_errand(self) -> None:
        for button in (self.web, self.pdf, self.print):
            button.setEnabled(not self._output.errand.is_busy)

    @Slot()
    def _save_pdf(self) -> None:
        document = self.document()
        title, kinds = _("Save as PDF"), _("PDF files (*.pdf)")
        path = ask_where_to_save(self, title, f"{document.name}{PDF}", kinds)
        if path is not None:
            self._output.save_pdf(document, path)

    @Slot()
    def _save_web_page(self) -> None:
        document = self.document()
        title, kinds = _("Save as web page"), _("Web pages (*.html)")
        path = ask_where_to_save(self, title, f"{document.name}{HTML}", kinds)
        if path is not None:
            self._output.save_html(document, path)

    @Slot()
    def _print_it(self) -> None:
        document = self.document()
        printer = ask_for_printer(self, _("Print"), document.neutral_title, usual_size())
        if printer is not None:
            self._output.print_on(printer, document)
