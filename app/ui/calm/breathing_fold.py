"""How to breathe in a session, folded away behind its name."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.patterns import QUIET
from app.domain.practices import BreathingWords
from app.i18n import _
from app.ui.calm.own_words import about_pattern, on_button, pattern_title
from app.ui.calm.pattern_chips import PatternChips
from app.ui.calm.start_model import StartModel
from app.ui.theme.theme import Theme
from app.ui.widgets.buttons import LinkButton
from app.ui.widgets.check import Switch
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.fold import Fold
from app.ui.widgets.labels import Caption, Prose
from app.ui.widgets.rows import Row


class BreathingFold(Fold):
    """One of the patterns, or none; the switch for the holds where the pattern has some."""

    pattern_wanted = Signal(str)
    """A pattern of the patient's own is to be changed, by its id; a new one without."""

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
        self._make.clicked.connect(self._want_new)
        self._change.clicked.connect(self._want_change)
        self._translate()

    def show_choice(self) -> None:
        """Show what was chosen, and when it is for."""
        model, pattern, own = self._model, self._model.pattern, self._model.own_pattern
        self._patterns.show_patterns(model.own_patterns)
        chosen = QUIET if pattern is None and own is None else model.pattern_id
        self._patterns.choose(chosen)
        self._about.setText(about_pattern(chosen, self._words, model.own_patterns))
        summary = _("Quiet, breathe as you like")
        if chosen != QUIET:
            summary = pattern_title(chosen, self._words, model.own_patterns)
        self._holds.setVisible(pattern is not None and pattern.has_holds)
        self._switch.setChecked(model.holds)
        self._change.setVisible(own is not None)
        if model.is_quiet and pattern is not None:
            summary = _("Quiet during an infusion")
        self.set_summary(on_button(summary))
        self.button.setAccessibleDescription(summary)

    def _build(self, theme: Theme, inside: QWidget) -> None:
        self._patterns = PatternChips(theme, "calm:pattern", self._words)
        self._about = Prose(theme)
        self._switch = Switch(theme)
        self._switch.setObjectName("calm:holds")
        self._holds = Row(theme, trailing=self._switch)
        self._before = Caption(theme)
        self._make, self._change = LinkButton(theme), LinkButton(theme)
        self._make.setObjectName("calm:make_pattern")
        self._change.setObjectName("calm:change_pattern")
        links = FlowLayout(spacing=theme.px(24), line_spacing=0)
        links.addWidget(self._make)
        links.addWidget(self._change)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, theme.px(4), 0, 0)
        column.setSpacing(theme.px(12))
        for widget in (self._patterns, self._about, self._holds, self._before):
            column.addWidget(widget)
        column.addLayout(links)

    def _translate(self) -> None:
        self.set_title(_("Breathing"))
        self._make.setText(_("Make a pattern of my own"))
        self._change.setText(_("Change this pattern"))
        self._holds.set_texts(_("Hold the breath"), self._words.sentence("holds"))
        self._before.setText(self._words.sentence("before_only"))
        self.show_choice()

    @Slot(object)
    def _choose(self, pattern_id: object) -> None:
        self._model.choose_pattern(str(pattern_id))

    @Slot()
    def _hold(self) -> None:
        self._model.choose_holds(self._switch.isChecked())

    @Slot()
    def _want_new(self) -> None:
        self.pattern_wanted.emit("")

    @Slot()
    def _want_change(self) -> None:
        self.pattern_wanted.emit(self._model.pattern_id)
