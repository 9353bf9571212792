"""Check my data: whether every file can be read, and what to do about those that cannot."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.i18n import _, ngettext
from app.services.data_check import Finding
from app.ui.check_data.finding_card import FindingCard
from app.ui.check_data.model import CheckDataModel
from app.ui.route import Route
from app.ui.theme.theme import Theme
from app.ui.widgets.card import Card
from app.ui.widgets.discard import clear
from app.ui.widgets.page import Page
from app.ui.widgets.rows import Row


class CheckDataPage(Page):
    """Looks each time it is gone to. Nothing is changed unless "Repair" is pressed."""

    def __init__(self, theme: Theme, model: CheckDataModel, parent: QWidget | None = None) -> None:
        super().__init__(theme, column=700, parent=parent)
        self.model = model
        self._shown: tuple[Finding, ...] = ()
        self._cards: list[FindingCard] = []
        self._build()
        self._bind()
        self._translate()

    def arrive(self, argument: str) -> None:
        """Look at the files as they are now."""
        self.area.verticalScrollBar().setValue(0)
        self.model.look()

    def _build(self) -> None:
        card = Card(self.theme)
        self._state = Row(self.theme, "search")
        card.add(self._state)
        self.add(card)
        self._list = QWidget()
        self._column = QVBoxLayout(self._list)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(self.theme.px(14))
        self.add(self._list)
        self._back = self.bar.add_link()
        self._back.setObjectName("check_data:back")
        self._again = self.bar.set_primary("search")
        self._again.setObjectName("check_data:again")

    def _bind(self) -> None:
        self.model.changed.connect(self._show)
        self._back.clicked.connect(self._go_back)
        self._again.clicked.connect(self.model.look)

    def _translate(self) -> None:
        self.header(
            _("Check my data"),
            _("Every file is read. Nothing is changed unless you ask for it."),
        )
        self._back.setText(_("Back to Settings"))
        self.bar.set_primary("search", _("Check again"))
        self._show()

    @Slot()
    def _show(self) -> None:
        self._show_state()
        findings = self.model.findings
        if findings != self._shown:
            self._shown = findings
            self._build_cards()
        for card in self._cards:
            card.show_state()
        self._list.setVisible(bool(findings))

    def _show_state(self) -> None:
        health = self.model.health
        if health is None:
            self._state.set_icon("search")
            self._state.set_texts(_("Looking…"))
            return
        files = ngettext("{count} file of yours.", "{count} files of yours.", health.files)
        caption = files.format(count=health.files)
        left = {one.problem.path for one in health.findings} - self.model.repaired.keys()
        if not left:
            self._state.set_icon("circle-check")
            self._state.set_texts(_("Everything can be read"), caption)
        else:
            self._state.set_icon("info")
            title = ngettext(
                "One file needs a look", "{count} files need a look", len(left)
            ).format(count=len(left))
            safe = _("The others are fine.") if health.files > len(left) else ""
            self._state.set_texts(title, f"{caption} {safe}".rstrip())

    def _build_cards(self) -> None:
        clear(self._column)
        self._cards = [
            FindingCard(self.theme, self.model, finding, place)
            for place, finding in enumerate(self._shown)
        ]
        for card in self._cards:
            self._column.addWidget(card)

    @Slot()
    def _go_back(self) -> None:
        self.route_wanted.emit(Route("settings", "files"))
