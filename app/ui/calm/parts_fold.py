"""How long each part of a session is to be, folded away behind a few words."""

from typing import Final

from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtWidgets import QWidget

from app.domain.calm_phases import PhaseKind
from app.i18n import _
from app.ui.calm.parts import Parts
from app.ui.calm.words import parts_words
from app.ui.theme.theme import Theme
from app.ui.widgets.editors import number_edit
from app.ui.widgets.even import EvenLayout
from app.ui.widgets.fields import Field
from app.ui.widgets.fold import Fold

LONGEST: Final = {PhaseKind.SETTLE: 60, PhaseKind.INFUSION: 300, PhaseKind.RECOVERY: 240}
"""Minutes; together they are no longer than a session may be."""


class PartsFold(Fold):
    """A field for each part; *name* begins the names of its controls."""

    def __init__(
        self, theme: Theme, parts: Parts, name: str, parent: QWidget | None = None
    ) -> None:
        inside = QWidget()
        self._parts = parts
        self._editors = {
            kind: number_edit(f"{name}:{kind.value}", 0, most) for kind, most in LONGEST.items()
        }
        self._fields = {kind: Field(theme, editor) for kind, editor in self._editors.items()}
        row = EvenLayout(inside, spacing=theme.px(16))
        for field in self._fields.values():
            row.addWidget(field)
        super().__init__(theme, inside, parent)
        self.button.setObjectName(f"{name}:length")
        parts.changed.connect(self.show_parts)
        for editor in self._editors.values():
            editor.valueChanged.connect(self._choose)
        self._translate()

    @Slot()
    def show_parts(self) -> None:
        """Show how long they are now."""
        minutes = self._parts.minutes
        self.set_summary(parts_words(minutes))
        for kind, editor in self._editors.items():
            with QSignalBlocker(editor):
                editor.setValue(minutes[kind])

    def _translate(self) -> None:
        self.set_title(_("Length"))
        for kind, label in (
            (PhaseKind.SETTLE, _("Minutes to settle")),
            (PhaseKind.INFUSION, _("Minutes for the infusion")),
            (PhaseKind.RECOVERY, _("Minutes to rest")),
        ):
            self._fields[kind].set_label(label)
        self.show_parts()

    @Slot()
    def _choose(self) -> None:
        before = self._parts.minutes
        changed = {kind: one.value() for kind, one in self._editors.items()}
        for kind, minutes in changed.items():
            if minutes != before[kind]:
                self._parts.choose(kind, minutes)
