"""Cards of a plan that are there at times: several at once, and how the last one was."""

from enum import Enum

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from app.domain.series import MOST, Spacing
from app.i18n import _
from app.ui.theme.theme import Theme
from app.ui.widgets.card import Card
from app.ui.widgets.check import ChoiceChip
from app.ui.widgets.choice import ChoiceGroup
from app.ui.widgets.editors import number_edit
from app.ui.widgets.fields import ErrorLine, Field, LongText
from app.ui.widgets.labels import Caption, Heading


class Apart(Enum):
    """How far apart infusions are planned, as clinics usually do."""

    TWICE_A_WEEK = "twice_a_week"
    ONCE_A_WEEK = "once_a_week"
    EVERY_TWO_WEEKS = "every_two_weeks"
    ONCE_A_MONTH = "once_a_month"

    @property
    def spacing(self) -> Spacing:
        """The days between."""
        return {
            Apart.TWICE_A_WEEK: Spacing(gaps=(3, 4)),
            Apart.ONCE_A_WEEK: Spacing(gaps=(7,)),
            Apart.EVERY_TWO_WEEKS: Spacing(gaps=(14,)),
            Apart.ONCE_A_MONTH: Spacing(gaps=(28,)),
        }[self]


class SeriesCard(Card):
    """How many infusions are planned at once, and how far apart; one at first."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._count = number_edit("plan:count", 1, MOST)
        self._count_field = Field(theme, self._count)
        self._apart_title = Heading(theme, 3)
        self._apart = ChoiceGroup(theme, "flow")
        self._chips = {apart: ChoiceChip(theme) for apart in Apart}
        for apart, chip in self._chips.items():
            chip.setObjectName(f"plan:apart:{apart.value}")
            self._apart.add(chip, apart)
        self._error = ErrorLine(theme)
        self._error.hide()
        self._last = Caption(theme)
        for widget in (self._count_field, self._apart_title, self._apart, self._error, self._last):
            self.add(widget)
        self._count.valueChanged.connect(self._show)
        self._apart.chosen.connect(self._show)
        self._translate()

    @property
    def count(self) -> int:
        """How many are wanted."""
        return self._count.value()

    @property
    def spacing(self) -> Spacing | None:
        """How far apart; nothing while that was not said."""
        apart = self._apart.chosen_value
        return apart.spacing if isinstance(apart, Apart) else None

    def clear(self) -> None:
        """Begin with one."""
        self._count.setValue(1)
        self._apart.choose(None)

    def show_last(self, sentence: str) -> None:
        """Say when the last of them is."""
        self._last.setText(sentence)
        self._last.setVisible(bool(sentence))

    def ask(self) -> None:
        """Say that it has to be chosen how far apart they are."""
        self._error.setText(_("Choose how far apart they are."))
        self._error.show()

    def _translate(self) -> None:
        self._count_field.set_label(_("How many infusions"))
        self._count_field.set_caption(_("Each gets a plan of its own, which you can change."))
        self._apart_title.setText(_("How far apart"))
        self._apart.setAccessibleName(_("How far apart"))
        self._chips[Apart.TWICE_A_WEEK].setText(_("Twice a week"))
        self._chips[Apart.ONCE_A_WEEK].setText(_("Once a week"))
        self._chips[Apart.EVERY_TWO_WEEKS].setText(_("Every two weeks"))
        self._chips[Apart.ONCE_A_MONTH].setText(_("Every four weeks"))
        self._show()

    @Slot()
    def _show(self) -> None:
        for widget in (self._apart_title, self._apart):
            widget.setVisible(self.count > 1)
        self._error.hide()
        self.changed.emit()


class LookBackCard(Card):
    """What helped and what was hard, for the next time."""

    typed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self.helped, self.hurt = LongText(theme, lines=2), LongText(theme, lines=2)
        self.helped.setObjectName("plan:helped")
        self.hurt.setObjectName("plan:hurt")
        title = Heading(theme, 2, text=_("How it was"))
        note = Caption(theme, text=_("You see it again before the next one."))
        self.add(title)
        self.add(note)
        for editor, label in (
            (self.helped, _("What helped")),
            (self.hurt, _("What was hard")),
        ):
            self.add(Field(theme, editor, label=label))
            editor.textChanged.connect(self.typed)
