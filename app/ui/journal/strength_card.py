"""How strong each noticed effect was, whether it bothered, and more for those who like."""

from collections.abc import Callable

from msgspec.structs import replace
from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.check_in import CheckIn
from app.domain.effects import OFTEN_WELCOME, Bother, EffectNote, Severity
from app.i18n import _
from app.services.names import bother_name, severity_name
from app.ui.journal.ask_row import AskRow
from app.ui.journal.effect_details import EffectDetails
from app.ui.journal.summaries import details_summary
from app.ui.theme.theme import Theme
from app.ui.widgets.answers import RadioRow
from app.ui.widgets.card import Card, CardRow
from app.ui.widgets.check import SeverityButton
from app.ui.widgets.discard import discard
from app.ui.widgets.fold import FoldButton
from app.ui.widgets.labels import Heading
from app.ui.widgets.tab_order import follow, keep_in_order


class StrengthRow(QWidget):
    """One effect: mild, moderate or severe; for some, whether it bothered; more is folded away.

    ``noted`` carries what is said of the effect after a tap, ``written`` while it is typed.
    """

    noted = Signal(EffectNote)
    written = Signal(EffectNote)

    def __init__(
        self, theme: Theme, note: EffectNote, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._note = note
        self._name = name
        self._bother: AskRow | None = None
        self._details: EffectDetails | None = None
        self._build()
        self._bind()
        self._translate()

    def show_note(self, note: EffectNote, *, is_first: bool) -> None:
        """Show what was said, below a line that parts it from the row before."""
        self._note = note
        self._rule.setVisible(not is_first)
        self._row.group.choose(note.severity)
        if self._bother is not None:
            self._bother.choose(note.bothered)
        if self._details is not None:
            self._details.show_note(note)
        self._summarize()

    def _build(self) -> None:
        effect = self._note.effect
        self._row = RadioRow(self._theme, title=self._name)
        for tone, severity in enumerate(Severity, start=1):
            button = SeverityButton(self._theme, tone, text=severity_name(severity))
            button.setObjectName(f"severity:{effect}:{severity.value}")
            self._row.add(button, severity)
        self._rule = CardRow(self._theme)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(self._theme.px(12))
        self._column.addWidget(self._rule)
        self._column.addWidget(self._row)
        if effect in OFTEN_WELCOME:
            self._bother = AskRow(self._theme, _("Did it bother you?"))
            self._bother.offer(
                f"bother:{effect}", {one.value: (one, bother_name(one)) for one in Bother}
            )
            self._column.addWidget(self._bother)
        self._more = FoldButton(self._theme)
        self._more.setObjectName(f"more:{effect}")
        self._column.addWidget(self._more)

    def _bind(self) -> None:
        self._row.chosen.connect(self._say_how_strong)
        self._more.clicked.connect(self._turn)
        if self._bother is not None:
            self._bother.chosen.connect(self._say_if_it_bothered)

    def _translate(self) -> None:
        self._more.setText(_("More"))
        self._more.setAccessibleName(_("More about {effect}").format(effect=self._name))

    def _summarize(self) -> None:
        hint = _("when it began, how long, what helped")
        said = details_summary(self._note)
        self._more.set_summary("" if self._more.is_open else said or hint)

    @Slot()
    def _turn(self) -> None:
        """Open what is folded away, or fold it away; it is built when it is first wanted."""
        if self._details is None:
            self._details = EffectDetails(self._theme, self._note, self._name)
            self._details.noted.connect(self.noted)
            self._details.written.connect(self._pass_on)
            self._column.addWidget(self._details)
            follow(self._more, self._details)
        self._more.set_open(not self._more.is_open)
        self._details.setVisible(self._more.is_open)
        self._summarize()

    @Slot(EffectNote)
    def _pass_on(self, note: EffectNote) -> None:
        self._note = note
        self.written.emit(note)

    @Slot(object)
    def _say_how_strong(self, severity: Severity | None) -> None:
        self.noted.emit(replace(self._note, severity=severity))

    @Slot(object)
    def _say_if_it_bothered(self, bothered: Bother | None) -> None:
        self.noted.emit(replace(self._note, bothered=bothered))


class StrengthCard(Card):
    """A row for each effect that was noticed; hidden while there is none."""

    noted = Signal(EffectNote)
    written = Signal(EffectNote)

    def __init__(
        self, theme: Theme, name_of: Callable[[str], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent=parent)
        self._name_of = name_of
        self._shown_id = ""
        self._rows: dict[str, StrengthRow] = {}
        self._heading = Heading(theme, 2, text=_("How strong was it?"))
        self.add(self._heading)

    def show_check_in(self, check_in: CheckIn) -> None:
        """Show a row for each effect of *check_in*, in the order they were tapped."""
        wanted = {note.effect for note in check_in.effects}
        if check_in.id != self._shown_id:  # what was unfolded there is not unfolded here
            discard(self._rows.values())
            self._rows.clear()
            self._shown_id = check_in.id
        for effect in self._rows.keys() - wanted:
            discard((self._rows.pop(effect),))
        known = set(self._rows)
        for place, note in enumerate(check_in.effects):
            self._row(note).show_note(note, is_first=not place)
        if wanted - known:
            keep_in_order(self, *(self._rows[note.effect] for note in check_in.effects))
        self.setVisible(bool(wanted))

    def _row(self, note: EffectNote) -> StrengthRow:
        if note.effect not in self._rows:
            row = StrengthRow(self._theme, note, self._name_of(note.effect))
            row.noted.connect(self.noted)
            row.written.connect(self.written)
            self.add(row)
            self._rows[note.effect] = row
        return self._rows[note.effect]
