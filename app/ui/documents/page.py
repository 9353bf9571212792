"""Print or save: the documents there are, and the calendar file."""

from typing import Final

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from app.i18n import _
from app.services.names import infusion_name
from app.services.papers import PaperKind
from app.ui.dates import day_name
from app.ui.dialogs.files import ask_where_to_save
from app.ui.documents.model import PapersModel
from app.ui.route import Route
from app.ui.theme.theme import Theme
from app.ui.widgets.buttons import SecondaryButton
from app.ui.widgets.card import Card, CardRow
from app.ui.widgets.labels import Heading
from app.ui.widgets.outcome import Outcome
from app.ui.widgets.page import Page
from app.ui.widgets.rows import ActionRow, Row

_ICONS: Final = {
    PaperKind.PLAN: "clock",
    PaperKind.CHECKLIST: "list-checks",
    PaperKind.COMPANION: "users",
    PaperKind.POCKET: "file-down",
    PaperKind.CHECK_IN: "notebook-pen",
    PaperKind.CONSULTATION: "pencil",
}


class PapersPage(Page):
    """Choosing a document shows it; nothing is printed here."""

    def __init__(self, theme: Theme, model: PapersModel, parent: QWidget | None = None) -> None:
        super().__init__(theme, column=700, parent=parent)
        self.model = model
        self._build()
        self._bind()
        self._translate()

    def arrive(self, argument: str) -> None:
        """Show what can be had now; what was said of an earlier file is forgotten."""
        self.area.verticalScrollBar().setValue(0)
        self.model.errand.begin_anew()
        self._show()

    def _build(self) -> None:
        self.add(Outcome(self.theme, self.model.errand, self))
        card = Card(self.theme)
        self._rules: dict[PaperKind, CardRow] = {}
        self._rows: dict[PaperKind, _PaperRow] = {}
        for kind in PaperKind:
            self._rows[kind] = _PaperRow(self, kind)
            card.add(self._rows[kind])
            if kind is not list(PaperKind)[-1]:
                self._rules[kind] = card.add_rule()
        self.add(card)
        self._build_report()
        self._build_calendar()
        self._back = self.bar.add_link()
        self._back.setObjectName("papers:back")

    def _build_report(self) -> None:
        card = Card(self.theme)
        self._report_title = Heading(self.theme, 2)
        self._report = ActionRow(self.theme, icon="notebook-pen")
        self._report.setObjectName("papers:visit_report")
        card.add(self._report_title)
        card.add(self._report)
        self.add(card)

    def _build_calendar(self) -> None:
        self._calendar_card = Card(self.theme)
        self._calendar_title = Heading(self.theme, 2)
        self._calendar = SecondaryButton(self.theme)
        self._calendar.setObjectName("papers:calendar")
        self._calendar_row = Row(self.theme, trailing=self._calendar)
        self._calendar_card.add(self._calendar_title)
        self._calendar_card.add(self._calendar_row)
        self.add(self._calendar_card)

    def _bind(self) -> None:
        self.model.changed.connect(self._show)
        self.model.errand.changed.connect(self._show_errand)
        self._calendar.clicked.connect(self._save_calendar)
        self._report.clicked.connect(self._open_report)
        self._back.clicked.connect(self._go_back)

    def _translate(self) -> None:
        for row in self._rows.values():
            row.translate()
        self._report_title.setText(_("After an infusion"))
        self._report.set_texts(
            _("One infusion, for my clinic"),
            _("What you noticed, hour by hour and day by day, to hand in."),
        )
        self._calendar_title.setText(_("For your calendar"))
        self._calendar.setText(_("Save file…"))
        self._calendar_row.set_texts(
            _("A file that calendars can open"),
            _(
                "Every planned date, with a reminder the evening before and one when it is time to"
                " leave. It is called “Appointment” and says nothing else."
            ),
        )
        self._back.setText(_("Back to Prepare"))
        self._show()

    @Slot()
    def _show(self) -> None:
        infusion = self.model.infusion
        if infusion is None:
            lead = _("Nothing is planned yet, so these pages have no date.")
        else:
            lead = f"{infusion_name(infusion)} · {day_name(infusion.date)}"
        self.header(_("Print or save"), lead)
        kinds = self.model.kinds
        for kind, row in self._rows.items():
            row.setVisible(kind in kinds)
        for kind, rule in self._rules.items():
            rule.setVisible(kind in kinds)
        self._calendar_card.setVisible(infusion is not None)

    @Slot()
    def _show_errand(self) -> None:
        self._calendar.setEnabled(not self.model.errand.is_busy)

    @Slot()
    def _save_calendar(self) -> None:
        title, kinds = _("Save calendar file"), _("Calendar files (*.ics)")
        path = ask_where_to_save(self, title, self.model.calendar_name, kinds)
        if path is not None:
            self.model.save_calendar(path)

    @Slot()
    def _open_report(self) -> None:
        self.route_wanted.emit(Route("visit_report"))

    @Slot()
    def _go_back(self) -> None:
        self.route_wanted.emit(Route("prepare"))


class _PaperRow(ActionRow):
    """One document: what it is called, and whom it is for."""

    def __init__(self, page: PapersPage, kind: PaperKind) -> None:
        super().__init__(page.theme, icon=_ICONS[kind])
        self._page = page
        self._kind = kind
        self.setObjectName(f"papers:{kind.value}")
        self.clicked.connect(self._open)

    def translate(self) -> None:
        """Say it in the language in use."""
        title, caption = {
            PaperKind.PLAN: (_("My plan"), _("The times of the day, and what holds afterwards.")),
            PaperKind.CHECKLIST: (
                _("My checklist"),
                _("Everything on your list, to tick by hand."),
            ),
            PaperKind.COMPANION: (
                _("Companion card"),
                _("For the person who takes you home. No journal, no scores, no intention."),
            ),
            PaperKind.POCKET: (
                _("Pocket page"),
                _("A quarter of a sheet, for a day with only a phone."),
            ),
            PaperKind.CHECK_IN: (
                _("Check-in on paper"),
                _("The questions of the journal, to fill in with a pen."),
            ),
            PaperKind.CONSULTATION: (
                _("Notes for my clinic"),
                _("Your medicines, what to mention, and what to ask."),
            ),
        }[self._kind]
        self.set_texts(title, caption)

    @Slot()
    def _open(self) -> None:
        self._page.route_wanted.emit(Route("paper", self._kind.value))
