"""The page for a clinic's IT: to be read, printed, or saved."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from app.i18n import _
from app.services.documents.clinic_guide import clinic_guide
from app.services.documents.model import Document
from app.ui.documents.output import OutputModel
from app.ui.documents.output_page import OutputPage
from app.ui.route import Route
from app.ui.theme.theme import Theme


class ClinicGuidePage(OutputPage):
    """The same for everybody: it says where a pack goes, and how it is updated."""

    def __init__(self, theme: Theme, model: OutputModel, parent: QWidget | None = None) -> None:
        super().__init__(theme, model, "clinic_guide", parent)
        self.model = model
        self.add(self.web, gap=0)
        self.add(self.view, gap=8)
        self.back.clicked.connect(self._go_back)
        self.back.setText(_("Back"))

    def document(self) -> Document:
        """Return the page."""
        return clinic_guide()

    def arrive(self, argument: str) -> None:
        """Show it from the top."""
        self.area.verticalScrollBar().setValue(0)
        self.model.errand.begin_anew()
        self.show_document()

    @Slot()
    def _go_back(self) -> None:
        self.route_wanted.emit(Route("for_clinics"))
