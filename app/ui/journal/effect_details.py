"""When an effect began, how long it lasted, whether it is still there, and what helped."""

from msgspec.structs import replace
from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.effects import Began, EffectNote, Lasted
from app.i18n import _
from app.services.names import began_name, lasted_name
from app.ui.journal.ask_row import AskRow
from app.ui.theme.theme import Theme
from app.ui.widgets.fields import Field, LongText
from app.ui.widgets.written import show_words, words_in


class EffectDetails(QWidget):
    """Four questions about one effect, all unanswered until they are answered.

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
        self._build()
        self._bind()
        self.show_note(note)

    def show_note(self, note: EffectNote) -> None:
        """Show what was said."""
        self._note = note
        self._began.choose(note.began)
        self._lasted.choose(note.lasted)
        self._still_there.choose(note.still_there)
        show_words(self._helped, note.helped)

    def _build(self) -> None:
        effect = self._note.effect
        self._began = self._ask(_("When did it begin?"))
        self._began.offer(f"began:{effect}", {one.value: (one, began_name(one)) for one in Began})
        self._lasted = self._ask(_("How long did it last?"))
        self._lasted.offer(
            f"lasted:{effect}", {one.value: (one, lasted_name(one)) for one in Lasted}
        )
        self._still_there = self._ask(_("Is it still there?"))
        self._still_there.offer(
            f"still:{effect}", {"yes": (True, _("Yes")), "no": (False, _("No"))}
        )
        self._helped = LongText(self._theme, lines=1)
        self._helped.setObjectName(f"helped:{effect}")
        field = Field(self._theme, self._helped, label=_("What helped?"))
        field.set_name(self._about(_("What helped?")))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, self._theme.px(4))
        column.setSpacing(self._theme.px(12))
        for widget in (self._began, self._lasted, self._still_there, field):
            column.addWidget(widget)

    def _bind(self) -> None:
        self._began.chosen.connect(self._say_when)
        self._lasted.chosen.connect(self._say_how_long)
        self._still_there.chosen.connect(self._say_if_there)
        self._helped.textChanged.connect(self._write)

    def _ask(self, question: str) -> AskRow:
        return AskRow(self._theme, question, about=self._about(question))

    def _about(self, question: str) -> str:
        """Return the question as somebody needs it who hears it without seeing where it stands."""
        return _("{effect}: {question}").format(effect=self._name, question=question)

    @Slot(object)
    def _say_when(self, began: Began | None) -> None:
        self._say(replace(self._note, began=began))

    @Slot(object)
    def _say_how_long(self, lasted: Lasted | None) -> None:
        self._say(replace(self._note, lasted=lasted))

    @Slot(object)
    def _say_if_there(self, still_there: bool | None) -> None:
        self._say(replace(self._note, still_there=still_there))

    def _say(self, note: EffectNote) -> None:
        self._note = note
        self.noted.emit(note)

    @Slot()
    def _write(self) -> None:
        helped = words_in(self._helped)
        if helped != self._note.helped:
            self._note = replace(self._note, helped=helped)
            self.written.emit(self._note)
