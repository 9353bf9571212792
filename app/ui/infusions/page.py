"""All infusions: the month, those to come, and those that were."""

from typing import Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.infusion import Infusion
from app.i18n import _
from app.services.names import infusion_name
from app.ui.dates import day_with_year, wall_time_name
from app.ui.infusions.model import InfusionsModel
from app.ui.infusions.month_view import MonthView, outcome_name
from app.ui.route import Route
from app.ui.theme.theme import Theme
from app.ui.widgets.buttons import LinkButton
from app.ui.widgets.card import Card
from app.ui.widgets.discard import clear
from app.ui.widgets.labels import Caption, Heading
from app.ui.widgets.page import Page
from app.ui.widgets.rows import ActionRow

MONTH_FROM: Final = 400
"""The width of the window, in pixels at 100 % text, from which on a month has room."""


class InfusionsPage(Page):
    """Each infusion leads to its plan."""

    def __init__(self, theme: Theme, model: InfusionsModel, parent: QWidget | None = None) -> None:
        super().__init__(theme, column=720, parent=parent)
        self._model = model
        self._build()
        self._bind()
        self._translate()

    def arrive(self, argument: str) -> None:
        """Show the month of the next infusion."""
        self.area.verticalScrollBar().setValue(0)
        self._model.look()

    def _build(self) -> None:
        self._month = MonthView(self.theme, self._model)
        self._coming, self._past = _List(self.theme), _List(self.theme)
        self._report = LinkButton(self.theme)
        self._report.setObjectName("infusions:visit_report")
        for widget in (self._month, self._coming, self._past, self._report):
            self.add(widget)
        self._back = self.bar.add_link()
        self._back.setObjectName("infusions:prepare")
        self._plan = self.bar.set_primary("calendar")
        self._plan.setObjectName("infusions:plan")

    def _bind(self) -> None:
        self._model.changed.connect(self._show)
        for card in (self._coming, self._past):
            card.wanted.connect(self._open)
        self._month.wanted.connect(self._open)
        self.room_changed.connect(self._fit)
        self._report.clicked.connect(self._open_report)
        self._back.clicked.connect(self._go_back)
        self._plan.clicked.connect(self._plan_one)

    def _translate(self) -> None:
        self.header(_("All infusions"))
        self._report.setText(_("One infusion, for my clinic"))
        self._back.setText(_("Back to Prepare"))
        self.bar.set_primary("calendar", _("Plan an infusion"))
        self._show()

    @Slot()
    def _show(self) -> None:
        self._month.show_month()
        self._coming.show_list(_("To come"), self._model.coming, _("Nothing is planned yet."))
        self._past.show_list(_("Before"), self._model.past, "")
        self._report.setVisible(any(one.took_place for one in self._model.past))

    @Slot()
    def _fit(self) -> None:
        """Leave the month out where seven days beside each other could not be hit."""
        self._month.setVisible(self.room >= MONTH_FROM)

    @Slot(Infusion)
    def _open(self, infusion: Infusion) -> None:
        self.route_wanted.emit(Route("plan", infusion.id))

    @Slot()
    def _open_report(self) -> None:
        self.route_wanted.emit(Route("visit_report"))

    @Slot()
    def _plan_one(self) -> None:
        self.route_wanted.emit(Route("plan"))

    @Slot()
    def _go_back(self) -> None:
        self.route_wanted.emit(Route("prepare"))


class _List(Card):
    """Infusions below a heading; hidden where there are none and nothing is said of that."""

    wanted = Signal(Infusion)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._title = Heading(theme, 2)
        self._empty = Caption(theme)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(theme.px(6))
        self._shown: tuple[Infusion, ...] = ()
        self.add(self._title)
        self.add(self._empty)
        self.body.addLayout(self._rows)

    def show_list(self, title: str, infusions: tuple[Infusion, ...], empty: str) -> None:
        """Show *infusions*, or *empty* where there are none."""
        self._title.setText(title)
        self._empty.setText(empty)
        self._empty.setVisible(not infusions)
        self.setVisible(bool(infusions or empty))
        if infusions == self._shown:
            return
        self._shown = infusions
        clear(self._rows)
        for infusion in infusions:
            row = _Row(self._theme, infusion)
            row.wanted.connect(self.wanted)
            self._rows.addWidget(row)


class _Row(ActionRow):
    """One infusion: when, which, and what became of it."""

    wanted = Signal(Infusion)

    def __init__(self, theme: Theme, infusion: Infusion) -> None:
        super().__init__(theme)
        self._infusion = infusion
        self.setObjectName(f"infusion:{infusion.id}")
        time = wall_time_name(infusion.arrive) if infusion.arrive else ""
        when = ", ".join(one for one in (day_with_year(infusion.date), time) if one)
        what = (infusion_name(infusion), infusion.place, outcome_name(infusion))
        self.set_texts(when, " · ".join(one for one in what if one))
        self.clicked.connect(self._tell)

    @Slot()
    def _tell(self) -> None:
        self.wanted.emit(self._infusion)
