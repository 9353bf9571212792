"""A breathing pattern of the patient's own: its name, and how long each part of a breath takes."""

from enum import Enum
from typing import Final

from msgspec.structs import replace
from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtWidgets import QWidget

from app.domain.patterns import OwnPattern, PatternProblem
from app.domain.practices import BreathingWords
from app.i18n import _
from app.ui.calm.own_words import MOST_SIGNS, breath_sum, pattern_problem_words
from app.ui.calm.record_model import RecordModel
from app.ui.route import Route
from app.ui.theme.theme import Theme
from app.ui.widgets.card import Card
from app.ui.widgets.check import Switch
from app.ui.widgets.editors import SecondsEdit, line_edit, seconds_edit
from app.ui.widgets.even import EvenLayout
from app.ui.widgets.fields import Field, show_text
from app.ui.widgets.labels import Caption, Prose
from app.ui.widgets.page import Page
from app.ui.widgets.rows import Row

MOST_SECONDS: Final = 999
"""What can be typed; less can be kept, and the page says so."""

FIRST_HOLD_SECONDS: Final = 2.0
"""What the hold begins with, once it is turned on."""


class PatternPage(Page):
    """In, out, and holds that are off until they are turned on."""

    def __init__(
        self,
        theme: Theme,
        model: RecordModel[OwnPattern],
        words: BreathingWords,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, column=640, parent=parent)
        self._model = model
        self._words = words
        self._shows = False
        self._build()
        self._bind()
        self._translate()

    def arrive(self, argument: str) -> None:
        """Begin a new pattern, or change the one whose id *argument* is."""
        for field in self._fields.values():
            field.show_error("")
        self._hold.setChecked(False)
        self._model.arrive(argument)
        self._name.setFocus()
        self._name.selectAll()

    def leave(self) -> None:
        """Keep what was typed."""
        self._model.leave()

    def _build(self) -> None:
        theme = self.theme
        self._name = line_edit("pattern:name")
        self._name.setMaxLength(MOST_SIGNS)
        self._in, self._out, self._hold_for, self._rest_for = (
            seconds_edit(f"pattern:{name}", MOST_SECONDS) for name in ("in", "out", "hold", "rest")
        )
        self._rest_for.setSpecialValueText(_("None"))
        self._hold_for.setSpecialValueText(_("None"))
        about = {
            PatternProblem.NO_NAME: self._name,
            PatternProblem.IN_LENGTH: self._in,
            PatternProblem.OUT_LENGTH: self._out,
            PatternProblem.TOO_FAST: self._out,
            PatternProblem.HOLD_LENGTH: self._hold_for,
            PatternProblem.REST_LENGTH: self._rest_for,
        }
        self._fields = {editor: Field(theme, editor) for editor in dict.fromkeys(about.values())}
        self._about: dict[Enum | None, Field] = {
            problem: self._fields[editor] for problem, editor in about.items()
        }
        self._hold = Switch(theme)
        self._hold.setObjectName("pattern:holds")
        self._hold_row = Row(theme, trailing=self._hold)
        self._hold_fields = QWidget()
        self._sum = Prose(theme)
        breath = QWidget()
        for whole, pair in (
            (breath, (self._in, self._out)),
            (self._hold_fields, (self._hold_for, self._rest_for)),
        ):
            row = EvenLayout(whole, spacing=theme.px(16))
            for editor in pair:
                row.addWidget(self._fields[editor])
        card = Card(theme)
        card.add(self._fields[self._name])
        card.add(breath)
        card.add_rule()
        card.add(self._hold_row)
        card.add(self._hold_fields)
        self._rule = card.add_rule()
        card.add(self._sum)
        self._caution = Caption(theme)
        self.add(card)
        self.add(self._caution)
        self._away = self.bar.add_link()
        self._away.setObjectName("pattern:away")
        self._primary = self.bar.set_primary("check")
        self._primary.setObjectName("pattern:keep")

    def _bind(self) -> None:
        self._model.shown.connect(self._show)
        self._name.textEdited.connect(self._write)
        self._name.returnPressed.connect(self._keep)
        for editor in (self._in, self._out, self._hold_for, self._rest_for):
            editor.valueChanged.connect(self._write)
            editor.editingFinished.connect(self._show_problem)
        self._name.editingFinished.connect(self._show_problem)
        self._hold.clicked.connect(self._turn_hold)
        self._away.clicked.connect(self._go_away)
        self._primary.clicked.connect(self._keep)

    def _translate(self) -> None:
        for editor, label in (
            (self._name, _("Name")),
            (self._in, _("Seconds to breathe in")),
            (self._out, _("Seconds to breathe out")),
            (self._hold_for, _("Seconds to hold after breathing in")),
            (self._rest_for, _("Seconds to rest after breathing out")),
        ):
            self._fields[editor].set_label(label)
        self._hold_row.set_texts(_("Hold the breath"), self._words.sentence("holds"))
        self._caution.setText(self._words.sentence("caution"))
        self._show()

    @Slot()
    def _show(self) -> None:
        own = self._model.record
        self._shows = True
        show_text(self._name, own.name)
        for editor, seconds in (
            (self._in, own.in_seconds),
            (self._out, own.out_seconds),
            (self._hold_for, own.hold_seconds),
            (self._rest_for, own.rest_seconds),
        ):
            if editor.value() != round(seconds, 2):
                editor.setValue(seconds)
        if own.hold_seconds or own.rest_seconds:
            self._hold.setChecked(True)
        self._shows = False
        is_new = self._model.is_new
        self.header(
            _("A pattern of my own") if is_new else _("Change this pattern"),
            _("How long each part of a breath takes. Half seconds are fine."),
        )
        self._away.setText(_("Do not keep it") if is_new else _("Remove this pattern"))
        self.bar.set_primary("check", _("Keep this pattern") if is_new else _("Done"))
        self._show_sum()

    def _show_sum(self) -> None:
        """Say what it makes; a sentence of error goes as soon as it is put right."""
        self._hold_fields.setVisible(self._hold.isChecked())
        problem = self._model.problem
        is_breath = problem in (None, PatternProblem.NO_NAME)
        self._sum.setText(breath_sum(self._model.record) if is_breath else "")
        self._sum.setVisible(is_breath)
        self._rule.setVisible(is_breath)
        for field in self._fields.values():
            if field.error:
                is_wrong = self._about.get(problem) is field
                field.show_error(self._sentence if is_wrong else "")

    @property
    def _sentence(self) -> str:
        problem = self._model.problem
        return pattern_problem_words(problem) if isinstance(problem, PatternProblem) else ""

    @Slot()
    def _show_problem(self) -> None:
        if self._sentence:
            self._about[self._model.problem].show_error(self._sentence)

    @Slot()
    def _write(self) -> None:
        if self._shows:
            return
        own, holds = self._model.record, self._hold.isChecked()
        self._model.write(
            replace(
                own,
                name=self._name.text(),
                in_seconds=_typed(self._in, own.in_seconds),
                out_seconds=_typed(self._out, own.out_seconds),
                hold_seconds=_typed(self._hold_for, own.hold_seconds) if holds else 0.0,
                rest_seconds=_typed(self._rest_for, own.rest_seconds) if holds else 0.0,
            )
        )
        self._show_sum()

    @Slot()
    def _turn_hold(self) -> None:
        """Turn the holds on or off; what was in their fields is there again later."""
        if self._hold.isChecked() and not (self._hold_for.value() or self._rest_for.value()):
            with QSignalBlocker(self._hold_for):
                self._hold_for.setValue(FIRST_HOLD_SECONDS)
        self._write()

    @Slot()
    def _keep(self) -> None:
        if self._model.problem is not None:
            self._show_problem()
            self._to_problem()
            return
        if self._model.is_new:
            self._model.keep()
        self.route_wanted.emit(Route("calm"))

    def _to_problem(self) -> None:
        wrong = next((field for field in self._fields.values() if field.error), None)
        if wrong is not None:
            self.scroll_to(wrong)
            wrong.editor.setFocus()

    @Slot()
    def _go_away(self) -> None:
        if self._model.is_new:
            self._model.drop()
        else:
            self._model.remove()
        self.route_wanted.emit(Route("calm"))


def _typed(editor: SecondsEdit, shown: float) -> float:
    """Return what stands in *editor*, or what is *shown* there to two decimals."""
    return shown if round(shown, 2) == editor.value() else editor.value()
