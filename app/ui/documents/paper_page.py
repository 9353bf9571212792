"""One document of the coming infusion: to be read, printed, or saved."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from app.i18n import _
from app.services.documents.model import Document
from app.services.papers import PaperKind
from app.ui.documents.model import PapersModel
from app.ui.documents.output_page import OutputPage
from app.ui.route import Route
from app.ui.theme.theme import Theme
from app.ui.widgets.buttons import LinkButton


class PaperPage(OutputPage):
    """Shows the document as it is now, in words that follow the look of the program."""

    def __init__(self, theme: Theme, model: PapersModel, parent: QWidget | None = None) -> None:
        super().__init__(theme, model, "paper", parent)
        self.model = model
        self.kind = PaperKind.CHECKLIST
        self._build()
        self._bind()
        self._translate()

    def document(self) -> Document:
        """Return the document of this kind."""
        return self.model.document(self.kind)

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
        self.add(self.web, gap=0)
        self._companion = LinkButton(self.theme)
        self._companion.set_dense(True)
        self._companion.setObjectName("paper:companion")
        self.add(self._companion, gap=0)
        self.add(self.view, gap=8)

    def _bind(self) -> None:
        self._companion.clicked.connect(self._open_companion_view)
        self.back.clicked.connect(self._go_back)

    def _translate(self) -> None:
        self.back.setText(_("All pages"))
        self._companion.setText(_("Show it alone on this screen"))

    @Slot()
    def _open_companion_view(self) -> None:
        self.route_wanted.emit(Route("companion", "paper"))

    @Slot()
    def _go_back(self) -> None:
        self.route_wanted.emit(Route("papers"))
