"""One infusion on paper, for the clinic: which one, and what is to stand on the page."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QWidget

from app.domain.infusion import Infusion
from app.i18n import _
from app.services.documents.model import Document
from app.services.names import infusion_name
from app.ui.dates import day_with_year
from app.ui.documents.output_page import OutputPage
from app.ui.documents.visit_report_model import VisitReportModel
from app.ui.route import Route
from app.ui.theme.theme import Theme
from app.ui.widgets.card import Card
from app.ui.widgets.check import CheckBox
from app.ui.widgets.fields import Field
from app.ui.widgets.labels import Caption, Prose


class VisitReportPage(OutputPage):
    """Shows the page as it would be printed now, and what can be left out of it."""

    def __init__(
        self, theme: Theme, model: VisitReportModel, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, model, "visit_report", parent)
        self.model = model
        self._listed: tuple[Infusion, ...] = ()
        self._build()
        self._bind()
        self._translate()

    def document(self) -> Document:
        """Return the page of the infusion that is chosen."""
        return self.model.document()

    def arrive(self, argument: str) -> None:
        """Show the page of the infusion that *argument* names, or else of the newest."""
        self.area.verticalScrollBar().setValue(0)
        self.model.errand.begin_anew()
        self.model.begin(argument)
        self.show_document()

    def show_document(self) -> None:
        """Show the page as it is now; where there is no infusion yet, that is said."""
        infusion = self.model.infusion
        is_there = infusion is not None
        for widget in (self.web, self._card, self.view, self.pdf, self.print):
            widget.setVisible(is_there)
        self._empty.setVisible(not is_there)
        if infusion is None:
            self.header(_("One infusion, for my clinic"))
            return
        self._show_choices(infusion)
        super().show_document()

    def _build(self) -> None:
        self._card = Card(self.theme)
        self._box = QComboBox()
        self._box.setObjectName("visit_report:infusion")
        self._which = Field(self.theme, self._box)
        self._name = CheckBox(self.theme)
        self._name.setObjectName("visit_report:name")
        self._words = CheckBox(self.theme)
        self._words.setObjectName("visit_report:words")
        self._what_words = Caption(self.theme)
        for widget in (self._which, self._name, self._words, self._what_words):
            self._card.add(widget)
        self._empty = Prose(self.theme)
        self.add(self._empty)
        self.add(self._card)
        self.add(self.web, gap=8)
        self.add(self.view, gap=8)

    def _bind(self) -> None:
        self._box.activated.connect(self._choose)
        self._name.clicked.connect(self._wish)
        self._words.clicked.connect(self._wish)
        self.back.clicked.connect(self._go_back)

    def _translate(self) -> None:
        self.back.setText(_("All pages"))
        self._which.set_label(_("Infusion"))
        self._name.setText(_("With my name"))
        self._words.setText(_("With my own words"))
        self._what_words.setText(
            _(
                "Notes, intention, reflections, and what you wrote in check-ins. The names of "
                "your own effects are on the page either way."
            )
        )
        self._words.setAccessibleDescription(self._what_words.text())
        self._empty.setText(
            _(
                "There is nothing to show yet. When an infusion went ahead, say so on Today."
                " Then you find its page here."
            )
        )

    def _show_choices(self, infusion: Infusion) -> None:
        infusions = self.model.infusions
        if infusions != self._listed:
            self._listed = infusions
            self._box.clear()
            for one in infusions:
                self._box.addItem(f"{infusion_name(one)} · {day_with_year(one.date)}", one.id)
        self._box.setCurrentIndex(self._box.findData(infusion.id))
        self._name.setVisible(bool(self.model.name))
        self._name.setChecked(self.model.wish.name)
        self._words.setChecked(self.model.wish.words)

    @Slot(int)
    def _choose(self, place: int) -> None:
        self.model.choose(self._box.itemData(place))

    @Slot()
    def _wish(self) -> None:
        self.model.wish_for(
            self.model.wish._replace(name=self._name.isChecked(), words=self._words.isChecked())
        )

    @Slot()
    def _go_back(self) -> None:
        self.route_wanted.emit(Route("papers"))
