"""Notes for the clinic: what to tell and what to ask, part by part."""

from typing import Final

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.consultation import Text
from app.i18n import _, ngettext
from app.services.consultation import text_name
from app.ui.consultation.ask_card import AskCard
from app.ui.consultation.conditions import ConditionList
from app.ui.consultation.entry_list import EntryList
from app.ui.consultation.model import ConsultationModel, Listed
from app.ui.consultation.plain_words import PlainWords
from app.ui.route import Route
from app.ui.theme.theme import Theme
from app.ui.widgets.fold import Fold
from app.ui.widgets.page import Page

ASK: Final = "ask"
CONDITIONS: Final = "conditions"
OPENS: Final = {
    "medicine_list": (Listed.CURRENT.value,),
    "earlier_treatment": (Listed.TRIED.value, Text.EARLIER_TREATMENT.value),
    "life_changes": (Text.LIFE_CHANGES.value,),
    "conditions": (CONDITIONS,),
    "questions": (Listed.QUESTIONS.value,),
    "medicines_today": (ASK,),
}
"""What each item of the checklist opens here, by its id."""


class ConsultationPage(Page):
    """Every part is folded until it is wanted; the questions for the clinic are in sight below."""

    def __init__(
        self, theme: Theme, model: ConsultationModel, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, column=720, parent=parent)
        self._model = model
        self._build()
        self._bind()
        self._translate()

    def arrive(self, argument: str) -> None:
        """Show what is kept; *argument* may be an item of the checklist, whose parts are opened."""
        self._show()
        wanted = OPENS.get(argument, ())
        for name in wanted:
            if name in self._folds:
                self._folds[name].set_open(True)
        if wanted:
            self.scroll_to(self._ask if wanted == (ASK,) else self._folds[wanted[0]])
        else:
            self.area.verticalScrollBar().setValue(0)

    def leave(self) -> None:
        """Keep what was typed; undo takes it back."""
        for entries in self._lists.values():
            entries.leave()
        self._model.leave()

    def _build(self) -> None:
        theme, model = self.theme, self._model
        self._lists = {listed: EntryList(theme, model, listed) for listed in Listed}
        self._conditions = ConditionList(theme, model)
        other = text_name(Text.OTHER)
        self._words = {
            part: PlainWords(theme, model, part, other if part is Text.OTHER else "")
            for part in Text
        }
        self._folds = {
            Listed.CURRENT.value: self._fold(self._lists[Listed.CURRENT]),
            Listed.TRIED.value: self._fold(self._lists[Listed.TRIED]),
            Text.EARLIER_TREATMENT.value: self._fold(self._words[Text.EARLIER_TREATMENT]),
            CONDITIONS: self._fold(self._conditions, self._words[Text.OTHER]),
            Text.LIFE_CHANGES.value: self._fold(self._words[Text.LIFE_CHANGES]),
            Listed.QUESTIONS.value: self._fold(self._lists[Listed.QUESTIONS]),
        }
        for name, fold in self._folds.items():
            fold.button.setObjectName(f"part:{name}")
            self.add(fold)
        self._ask = AskCard(theme, model)
        self.add(self._ask)
        self._when_to_call = self.bar.add_link()
        self._print = self.bar.set_secondary("printer")
        self._print.setObjectName("consultation:print")
        self._primary = self.bar.set_primary("check")
        self._primary.setObjectName("consultation:keep")

    def _fold(self, *widgets: QWidget) -> Fold:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.theme.px(12))
        for widget in widgets:
            column.addWidget(widget)
        return Fold(self.theme, inside)

    def _bind(self) -> None:
        self._model.changed.connect(self._show)
        for fold in self._folds.values():
            fold.toggled.connect(self._show)
        self._when_to_call.clicked.connect(self._open_help)
        self._print.clicked.connect(self._open_sheet)
        self._primary.clicked.connect(self._go_back)

    def _translate(self) -> None:
        self.header(
            _("Notes for my clinic"),
            _("What to tell and what to ask. Fill in what you like. A few words are enough."),
        )
        for name, title in (
            (Listed.CURRENT.value, _("Medicines now")),
            (Listed.TRIED.value, _("Medicines tried before")),
            (Text.EARLIER_TREATMENT.value, text_name(Text.EARLIER_TREATMENT)),
            (CONDITIONS, _("Conditions to mention")),
            (Text.LIFE_CHANGES.value, text_name(Text.LIFE_CHANGES)),
            (Listed.QUESTIONS.value, _("My questions")),
        ):
            self._folds[name].set_title(title)
        self._when_to_call.setText(_("When to call"))
        self.bar.set_secondary("printer", _("Print or save"))
        self.bar.set_primary("check", _("Done"))

    @Slot()
    def _show(self) -> None:
        """Show what is kept: how much of it in every part, and all of it in those that are open."""
        for listed, entries in self._lists.items():
            fold = self._folds[listed.value]
            fold.set_summary(_count(len(self._model.entries(listed))))
            if fold.is_open:
                entries.show_entries()
        for part, words in self._words.items():
            fold = self._folds[CONDITIONS if part is Text.OTHER else part.value]
            if part is not Text.OTHER:
                fold.set_summary(_("written") if self._model.words(part).strip() else "")
            if fold.is_open:
                words.show_words()
        fold = self._folds[CONDITIONS]
        other = bool(self._model.words(Text.OTHER).strip())
        fold.set_summary(_count(len(self._model.notes.conditions) + other))
        if fold.is_open:
            self._conditions.show_mentions()
        self._ask.show_questions()

    @Slot()
    def _open_help(self) -> None:
        self.route_wanted.emit(Route("help", "when_to_call"))

    @Slot()
    def _open_sheet(self) -> None:
        self.route_wanted.emit(Route("paper", "consultation"))

    @Slot()
    def _go_back(self) -> None:
        self.route_wanted.emit(Route("prepare"))


def _count(count: int) -> str:
    return (
        ngettext("{count} written", "{count} written", count).format(count=count) if count else ""
    )
