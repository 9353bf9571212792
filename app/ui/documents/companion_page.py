"""The companion view: the card alone in the window, to be handed over with the computer."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from app.i18n import _
from app.services.documents.model import Document
from app.services.papers import PaperKind
from app.ui.documents.model import PapersModel
from app.ui.documents.reading_page import ReadingPage
from app.ui.route import Route
from app.ui.theme.theme import Theme


class CompanionPage(ReadingPage):
    """What the companion card holds: no journal, no scores, no intention, and no way to them.

    *argument* of ``arrive`` is the page to go back to.
    """

    def __init__(self, theme: Theme, model: PapersModel, parent: QWidget | None = None) -> None:
        super().__init__(theme, model, parent)
        self._model = model
        self._came_from = "today"
        self._build()
        self._bind()
        self._translate()

    def document(self) -> Document:
        """Return the companion card."""
        return self._model.document(PaperKind.COMPANION)

    def arrive(self, argument: str) -> None:
        """Show the card from its top."""
        self._came_from = argument or "today"
        self.area.verticalScrollBar().setValue(0)
        self.show_document()

    def _build(self) -> None:
        self.add(self.view)
        self._when_to_call = self.bar.add_link()
        self._when_to_call.setObjectName("companion:when_to_call")
        self._back = self.bar.set_primary("arrow-left")
        self._back.setObjectName("companion:back")

    def _bind(self) -> None:
        self._when_to_call.clicked.connect(self._go_to_lists)
        self._back.clicked.connect(self._go_back)

    def _translate(self) -> None:
        self._when_to_call.setText(_("When to call"))
        self.bar.set_primary("arrow-left", _("Back to my pages"))

    @Slot()
    def _go_to_lists(self) -> None:
        lists = self.view.heading(_("When to call"))
        if lists is not None:
            self.scroll_to(lists)

    @Slot()
    def _go_back(self) -> None:
        to_paper = self._came_from == "paper"
        self.route_wanted.emit(
            Route("paper", PaperKind.COMPANION.value) if to_paper else Route(self._came_from)
        )
