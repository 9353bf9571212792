"""How to breathe in a session, folded away behind its name."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.patterns import QUIET
from app.domain.practices import BreathingWords
from app.i18n import _
from app.ui.calm.start_model import StartModel
from app.ui.theme.theme import Theme
from app.ui.widgets.check import ChoiceChip, Switch
from app.ui.widgets.choice import ChoiceGroup
from app.ui.widgets.fold import Fold
from app.ui.widgets.labels import Caption, Prose
from app.ui.widgets.rows import Row


class BreathingFold(Fold):
    """One of the patterns, or none; the switch for the holds where the pattern has some."""

    def __init__(
        self,
        theme: Theme,
        model: StartModel,
        words: BreathingWords,
        parent: QWidget | None = None,
    ) -> None:
        self._model = model
        self._words = words
        inside = QWidget()
        self._build(theme, inside)
        super().__init__(theme, inside, parent)
        self.button.setObjectName("calm:breathing")
        self._patterns.chosen.connect(self._choose)
        self._switch.clicked.connect(self._hold)
        self._translate()

    def show_choice(self) -> None:
        """Show what was chosen, and when it is for."""
        model, pattern = self._model, self._model.pattern
        words = None if pattern is None else self._words.of(pattern.id)
        self._patterns.choose(model.pattern_id)
        self._about.setText(_("No words, no tones. Breathe as you like."))
        if words is not None:
            self._about.setText(words.text)
        has_holds = pattern is not None and pattern.has_holds
        self._holds.setVisible(has_holds)
        self._switch.setChecked(model.holds)
        summary = _("Quiet, breathe as you like") if words is None else words.title
        if model.is_quiet and words is not None:
            summary = _("Quiet during an infusion")
        self.set_summary(summary)

    def _build(self, theme: Theme, inside: QWidget) -> None:
        self._patterns = ChoiceGroup(theme, must_choose=True)
        for pattern in self._model.patterns:
            chip = self._patterns.add(ChoiceChip(theme), pattern.id)
            chip.setObjectName(f"calm:pattern:{pattern.id}")
        self._patterns.add(ChoiceChip(theme), QUIET).setObjectName("calm:pattern:quiet")
        self._about = Prose(theme)
        self._switch = Switch(theme)
        self._switch.setObjectName("calm:holds")
        self._holds = Row(theme, trailing=self._switch)
        self._before = Caption(theme)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, theme.px(4), 0, 0)
        column.setSpacing(theme.px(12))
        for widget in (self._patterns, self._about, self._holds, self._before):
            column.addWidget(widget)

    def _translate(self) -> None:
        self.set_title(_("Breathing"))
        self._patterns.setAccessibleName(_("How to breathe"))
        titles = [one.title for one in self._words.patterns]
        for chip, title in zip(self._patterns.buttons, [*titles, _("Quiet")], strict=True):
            chip.setText(title)
        self._holds.set_texts(_("Hold the breath"), self._words.sentence("holds"))
        self._before.setText(self._words.sentence("before_only"))
        self.show_choice()

    @Slot(object)
    def _choose(self, pattern_id: object) -> None:
        self._model.choose_pattern(str(pattern_id))

    @Slot()
    def _hold(self) -> None:
        self._model.choose_holds(self._switch.isChecked())
