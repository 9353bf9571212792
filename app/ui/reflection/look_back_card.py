"""Does this still hold? Asked from the day after on, answered or not."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from app.domain.reflection import Holds, Reflection
from app.i18n import _
from app.ui.dates import day_name
from app.ui.theme.theme import Theme
from app.ui.widgets.card import Card
from app.ui.widgets.check import ChoiceChip
from app.ui.widgets.choice import ChoiceGroup
from app.ui.widgets.fields import Field, LongText
from app.ui.widgets.labels import Caption, Heading
from app.ui.widgets.written import show_words, words_in


class LookBackCard(Card):
    """Yes, partly, no, and room for words. Every answer is as good as another."""

    holds_said = Signal(object)
    typed = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "soft", parent)
        self.setObjectName("reflection:look_back")
        self._shows = False
        question = _("Does this still hold?")
        self._when = Caption(theme)
        self._holds = ChoiceGroup(theme, "flow", name=question)
        names = {Holds.YES: _("Yes"), Holds.PARTLY: _("Partly"), Holds.NO: _("No")}
        for holds, name in names.items():
            chip = ChoiceChip(theme, text=name)
            chip.setObjectName(f"reflection:holds:{holds.value}")
            self._holds.add(chip, holds)
        self._words = LongText(theme, lines=2, most=8)
        self._words.setObjectName("reflection:look_back:words")
        self.add(Heading(theme, 2, text=question))
        self.add(self._when)
        self.add(self._holds)
        self.add(Field(theme, self._words, label=_("A few words, if you like")))
        self._holds.chosen.connect(self.holds_said)
        self._words.textChanged.connect(self._tell)

    def show_reflection(self, reflection: Reflection) -> None:
        """Show what was said of *reflection* since, and when it was written."""
        self._shows = True
        said = reflection.look_back
        written = day_name(reflection.day)
        self._when.setText(
            _("You wrote this on {day}. It may have changed.").format(day=written)
            if said is None
            else _("You wrote this on {day}, and looked back on {later}.").format(
                day=written, later=day_name(said.at.date())
            )
        )
        self._holds.choose(None if said is None else said.holds)
        show_words(self._words, "" if said is None else said.words)
        self._shows = False

    @Slot()
    def _tell(self) -> None:
        if not self._shows:
            self.typed.emit(words_in(self._words))
