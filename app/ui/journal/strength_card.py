"""How strong each noticed effect was, and whether it bothered."""

from collections.abc import Callable

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.check_in import CheckIn
from app.domain.effects import OFTEN_WELCOME, Bother, EffectNote, Severity
from app.i18n import _
from app.services.names import bother_name, severity_name
from app.ui.theme.theme import Theme
from app.ui.widgets.answers import RadioRow
from app.ui.widgets.card import Card, CardRow
from app.ui.widgets.check import ChoiceChip, SeverityButton
from app.ui.widgets.choice import ChoiceGroup
from app.ui.widgets.discard import discard
from app.ui.widgets.labels import Caption, Heading


class StrengthRow(QWidget):
    """One effect: mild, moderate or severe; for some, whether it bothered."""

    severity_said = Signal(str, object)
    bother_said = Signal(str, object)

    def __init__(self, theme: Theme, effect: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._effect = effect
        self._row = RadioRow(theme, title=name)
        for tone, severity in enumerate(Severity, start=1):
            button = SeverityButton(theme, tone, text=severity_name(severity))
            button.setObjectName(f"severity:{effect}:{severity.value}")
            self._row.add(button, severity)
        self._bother: ChoiceGroup | None = None
        self._rule = CardRow(theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        column.addWidget(self._rule)
        column.addWidget(self._row)
        if effect in OFTEN_WELCOME:
            column.addLayout(self._make_bother(theme))
        self._row.chosen.connect(self._tell_severity)

    def show_note(self, note: EffectNote, *, is_first: bool) -> None:
        """Show what was said, below a line that parts it from the row before."""
        self._rule.setVisible(not is_first)
        self._row.group.choose(note.severity)
        if self._bother is not None:
            self._bother.choose(note.bothered)

    def _make_bother(self, theme: Theme) -> QHBoxLayout:
        question = _("Did it bother you?")
        self._bother = ChoiceGroup(theme, "flow", name=question)
        for bother in Bother:
            chip = ChoiceChip(theme, text=bother_name(bother))
            chip.setObjectName(f"bother:{self._effect}:{bother.value}")
            self._bother.add(chip, bother)
        self._bother.chosen.connect(self._tell_bother)
        row = QHBoxLayout()
        row.setSpacing(theme.px(12))
        row.addWidget(Caption(theme, text=question), 26)
        row.addWidget(self._bother, 74)
        return row

    @Slot(object)
    def _tell_severity(self, severity: object) -> None:
        self.severity_said.emit(self._effect, severity)

    @Slot(object)
    def _tell_bother(self, bother: object) -> None:
        self.bother_said.emit(self._effect, bother)


class StrengthCard(Card):
    """A row for each effect that was noticed; hidden while there is none."""

    severity_said = Signal(str, object)
    bother_said = Signal(str, object)

    def __init__(
        self, theme: Theme, name_of: Callable[[str], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent=parent)
        self._name_of = name_of
        self._rows: dict[str, StrengthRow] = {}
        self._heading = Heading(theme, 2, text=_("How strong was it?"))
        self.add(self._heading)

    def show_check_in(self, check_in: CheckIn) -> None:
        """Show a row for each effect of *check_in*, in the order they were tapped."""
        wanted = {note.effect for note in check_in.effects}
        for effect in self._rows.keys() - wanted:
            discard((self._rows.pop(effect),))
        for place, note in enumerate(check_in.effects):
            self._row(note.effect).show_note(note, is_first=not place)
        self.setVisible(bool(wanted))

    def _row(self, effect: str) -> StrengthRow:
        if effect not in self._rows:
            row = StrengthRow(self._theme, effect, self._name_of(effect))
            row.severity_said.connect(self.severity_said)
            row.bother_said.connect(self.bother_said)
            self.add(row)
            self._rows[effect] = row
        return self._rows[effect]
