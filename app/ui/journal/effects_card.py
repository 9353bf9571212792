"""Which effects were noticed: a chip each, an own word, and "None of these"."""

from collections.abc import Collection, Mapping

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.check_in import CheckIn
from app.domain.text import clean
from app.i18n import _
from app.ui.theme.theme import Theme
from app.ui.widgets.buttons import SecondaryButton
from app.ui.widgets.card import Card
from app.ui.widgets.check import Chip
from app.ui.widgets.editors import line_edit
from app.ui.widgets.fields import Field
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.labels import Caption, Heading
from app.ui.widgets.tab_order import keep_in_order


class EffectsCard(Card):
    """Tells what was tapped; what was not tapped stays unanswered."""

    noticed = Signal(str, bool)
    none_said = Signal(bool)

    def __init__(
        self, theme: Theme, names: Mapping[str, str], parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent=parent)
        self._names = names
        self._chips: dict[str, Chip] = {}
        self._shown_id = ""
        self._seen: set[str] = set()
        """What was noticed at any time while this check-in is shown."""
        self._build()
        self._bind()
        self._translate()

    def show_check_in(self, check_in: CheckIn, offered: Collection[str]) -> None:
        """Show what is noticed in *check_in* beside what is *offered*; own effects get chips too.

        Such a chip stays while the same check-in is shown, so that a slip costs no word.
        """
        is_other = check_in.id != self._shown_id
        self._shown_id = check_in.id
        if is_other:
            self._seen.clear()
        self._seen.update(note.effect for note in check_in.effects)
        own = [note.effect for note in check_in.effects if note.effect not in self._chips]
        for effect in own:
            self._add_chip(effect, effect)
        if own:
            keep_in_order(self, *self._chips.values(), self._else, self._none, self._own_row)
        for effect, chip in self._chips.items():
            chip.setChecked(check_in.effect(effect) is not None)
            chip.setVisible(effect in offered or effect in self._seen)
        if is_other:
            self._close_own()
        self._none.setChecked(check_in.none_of_these)

    def take_keyboard(self) -> None:
        """Bring the keyboard to what is always there."""
        self._else.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        self._heading = Heading(self._theme, 2)
        self._flow = FlowLayout(spacing=self._theme.px(8))
        self._else = Chip(self._theme)
        self._else.setObjectName("effect:else")
        self._none = Chip(self._theme)
        self._none.setObjectName("effect:none")
        for effect, name in self._names.items():
            self._add_chip(effect, name)
        self._own = line_edit("effect:own")
        self._own_field = Field(self._theme, self._own)
        self._add = SecondaryButton(self._theme, "plus")
        self._add.setObjectName("effect:add")
        self._own_row = QWidget()
        row = QHBoxLayout(self._own_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._theme.px(12))
        row.addWidget(self._own_field, 1)
        row.addWidget(self._add, 0)
        self._own_row.hide()
        self._promise = Caption(self._theme)
        self.add(self._heading)
        self.body.addLayout(self._flow)
        self.add(self._own_row)
        self.add(self._promise)

    def _bind(self) -> None:
        self._none.clicked.connect(self.none_said)
        self._else.clicked.connect(self._open_own)
        self._own.returnPressed.connect(self._add_own)
        self._add.clicked.connect(self._add_own)

    def _translate(self) -> None:
        self._heading.setText(_("Which did you notice?"))
        self._else.setText(_("Something else…"))
        self._none.setText(_("None of these"))
        self._own_field.set_label(_("What was it?"))
        self._add.setText(_("Add"))
        self._promise.setText(
            _("What you do not tap stays unanswered. It is never kept as “none”.")
        )

    def _add_chip(self, effect: str, name: str) -> None:
        chip = Chip(self._theme, text=name)
        chip.setObjectName(f"effect:{effect}")
        chip.clicked.connect(self._tell)
        self._chips[effect] = chip
        for last in (self._else, self._none):
            self._flow.removeWidget(last)
        for following in (chip, self._else, self._none):
            self._flow.addWidget(following)

    @Slot()
    def _tell(self) -> None:
        chip = self.sender()
        for effect, known in self._chips.items():
            if known is chip:
                self.noticed.emit(effect, known.isChecked())

    @Slot()
    def _open_own(self) -> None:
        self._own_row.setVisible(self._else.isChecked())
        if self._else.isChecked():
            self._own.setFocus()

    @Slot()
    def _add_own(self) -> None:
        name = clean(self._own.text()).strip()
        if name:
            self._close_own()
            self._else.setFocus()
            self.noticed.emit(self._effect_called(name), True)

    def _effect_called(self, name: str) -> str:
        """Return the listed effect of this *name*; the patient's own is its own name."""
        listed = (e for e, known in self._names.items() if known.casefold() == name.casefold())
        return next(listed, name)

    def _close_own(self) -> None:
        self._own.clear()
        self._else.setChecked(False)
        self._own_row.hide()

    def keep_own(self) -> None:
        """Take what is typed as an own effect, before the page is left."""
        if self._own_row.isVisibleTo(self):
            self._add_own()
