"""What an entry says now beside what it said before, and the way back to that."""

from datetime import datetime

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.check_in import CheckIn
from app.domain.questionnaire import Questionnaire
from app.domain.versions import Written
from app.i18n import _, ngettext
from app.services.names import check_in_name, questionnaire_name
from app.ui.dates import day_and_year, time_name
from app.ui.entry_route import route_of
from app.ui.following import FollowingPage
from app.ui.route import Route
from app.ui.theme.theme import Theme
from app.ui.versions.answers import Wording
from app.ui.versions.fields import Kind, Pair, pairs
from app.ui.versions.marked import excerpt
from app.ui.versions.model import VersionsModel
from app.ui.versions.pair_row import COLUMN_GAP, PairRow
from app.ui.versions.stepping import VersionStepper
from app.ui.widgets.card import Card, CardRow
from app.ui.widgets.discard import clear
from app.ui.widgets.fold import Fold
from app.ui.widgets.labels import Heading, Prose


class VersionsPage(FollowingPage):
    """Two columns, and only what differs in them; what is the same is folded away."""

    def __init__(
        self,
        theme: Theme,
        model: VersionsModel,
        wording: Wording,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, model, column=860, parent=parent)
        self._model = model
        self._wording = wording
        self._rows: list[PairRow] = []
        self._rules: list[CardRow] = []
        self._build()
        self._bind()
        self._translate()

    def arrive(self, argument: str) -> None:
        """Show the entry at that address beside its newest earlier version."""
        self._fold.set_open(False)
        self._model.arrive(argument)
        self.area.verticalScrollBar().setValue(0)

    def take_keyboard(self) -> None:
        """Begin at the version that is shown, or at the way back where there is none."""
        if self._stepper.isHidden():
            self._done.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._stepper.take_keyboard()

    def _build(self) -> None:
        self._nothing = Card(self.theme)
        self._nothing_words = Prose(self.theme)
        self._nothing.add(self._nothing_words)
        self._stepper = VersionStepper(self.theme)
        self._card = Card(self.theme)
        self._now_title, self._before_title = Heading(self.theme, 2), Heading(self.theme, 2)
        self._titles = QWidget()
        titles = QHBoxLayout(self._titles)
        titles.setContentsMargins(0, 0, 0, 0)
        titles.setSpacing(self.theme.px(COLUMN_GAP))
        titles.addWidget(self._now_title, 1)
        titles.addWidget(self._before_title, 1)
        self._differing = QVBoxLayout()
        self._differing.setSpacing(self.theme.px(14))
        self._card.add(self._titles)
        self._card.body.addLayout(self._differing)
        inside = QWidget()
        self._same = QVBoxLayout(inside)
        self._same.setContentsMargins(0, 0, 0, 0)
        self._same.setSpacing(self.theme.px(14))
        self._fold = Fold(self.theme, inside)
        self._fold.button.setObjectName("versions:same")
        for widget in (self._nothing, self._stepper, self._card, self._fold):
            self.add(widget)
        self._done = self.bar.set_primary("check")
        self._done.setObjectName("versions:done")

    def _bind(self) -> None:
        self._model.changed.connect(self._show)
        self._stepper.stepped.connect(self._model.step)
        self._stepper.wanted_back.connect(self._bring_back)
        self._done.clicked.connect(self._leave)
        self.narrow_changed.connect(self._arrange)

    def _translate(self) -> None:
        self._nothing_words.setText(_("There is no earlier version of this."))
        self._now_title.setText(_("Now"))
        self._before_title.setText(_("Before"))
        self._done.setText(_("Done"))
        self._show()

    @Slot()
    def _show(self) -> None:
        now, before = self._model.entry, self._model.before
        shows = now is not None and before is not None
        for widget in (self._stepper, self._card):
            widget.setVisible(shows)
        self._nothing.setVisible(not shows)
        self.header(
            _("Earlier versions"),
            _("Words that differ are bold and underlined.") if shows else "",
            "" if now is None else f"{_name_of(now)} · {_moment(now.at)}",
        )
        found = pairs(now, before, self._wording) if now is not None and before is not None else []
        self._show_pairs(found)

    def _show_pairs(self, found: list[Pair]) -> None:
        differing = [pair for pair in found if pair.kind is not Kind.SAME]
        same = [pair for pair in found if pair.kind is Kind.SAME]
        clear(self._differing)
        clear(self._same)
        self._rows = [PairRow(self.theme, pair) for pair in differing]
        self._rules = [CardRow(self.theme) for _row in self._rows]
        for rule, row in zip(self._rules, self._rows, strict=True):
            self._differing.addWidget(rule)
            self._differing.addWidget(row)
        for pair in same:
            self._same.addWidget(Heading(self.theme, 3, text=pair.label))
            self._same.addWidget(Prose(self.theme, text=excerpt(pair.now, ()).text))
        self._fold.setVisible(bool(same))
        self._fold.set_title(_("The same in both ({count})").format(count=len(same)))
        self._fold.set_summary(", ".join(pair.label for pair in same))
        before = self._model.before
        if before is not None:
            title = _("Before: {moment}").format(moment=_moment(before.changed))
            place, count = self._model.place, len(self._model.versions)
            self._stepper.show_version(title, _summary(differing), place, count)
        self._arrange(self.narrow)

    @Slot(bool)
    def _arrange(self, narrow: bool) -> None:
        for widget in (self._titles, *self._rules[:1]):
            widget.setVisible(not narrow)
        for row in self._rows:
            row.set_narrow(narrow)

    @Slot()
    def _bring_back(self) -> None:
        self._model.bring_back()
        self.take_keyboard()

    @Slot()
    def _leave(self) -> None:
        entry = self._model.entry
        route = None if entry is None else route_of(entry)
        self.route_wanted.emit(route or Route("journal"))


def _name_of(entry: Written) -> str:
    match entry:
        case CheckIn():
            return check_in_name(entry.time_point)
        case Questionnaire():
            return questionnaire_name(entry.name)
    return _("Reflection")


def _moment(moment: datetime) -> str:
    return _("{day}, {time}").format(day=day_and_year(moment.date()), time=time_name(moment))


def _summary(differing: list[Pair]) -> str:
    """Return how many things differ, and which."""
    return ngettext(
        "{count} thing differs: {names}", "{count} things differ: {names}", len(differing)
    ).format(count=len(differing), names=", ".join(pair.label for pair in differing))
