"""One field of a reflection: its title, room to write, and a quiet question below."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from app.i18n import _
from app.ui.reflection.prompt_line import PromptLine
from app.ui.theme.theme import Theme
from app.ui.widgets.card import Card
from app.ui.widgets.fields import LongText
from app.ui.widgets.labels import Caption, Heading
from app.ui.widgets.paths import breakable
from app.ui.widgets.written import show_words, words_in

FEWEST_LINES, MOST_LINES = 3, 14
"""How high a field is when it is empty, and how high it gets before it scrolls."""


class WritingCard(Card):
    """Tells what is typed. *name* begins the names of its controls."""

    typed = Signal(str)

    def __init__(
        self, theme: Theme, name: str, prompts: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent=parent)
        self._shows = False
        self._title = Heading(theme, 2)
        self._aside = Caption(theme)
        self._words = LongText(theme, lines=FEWEST_LINES, most=MOST_LINES)
        self._words.setObjectName(f"reflection:{name}")
        self._prompt = PromptLine(theme, f"reflection:{name}:prompt", prompts)
        for widget in (self._title, self._aside, self._words, self._prompt):
            self.add(widget)
        self.body.setSpacing(theme.px(8))
        self._aside.hide()
        self._words.textChanged.connect(self._tell)
        self._prompt.moved_on.connect(self._describe)

    def set_title(self, text: str) -> None:
        """Set the title, which is also the field's name."""
        self._title.setText(text)
        self._words.setAccessibleName(text)
        name = _("Another question: {title}").format(title=text)
        self._prompt.set_link(_("Another question"), name)
        self._describe()

    def set_aside(self, text: str) -> None:
        """Say something quiet above the field; an empty text says nothing."""
        self._aside.setText(breakable(text))
        self._aside.setVisible(bool(text))
        self._describe()

    def begin(self) -> None:
        """Offer the first question again."""
        self._prompt.begin()
        self._describe()

    def show_words(self, words: str) -> None:
        """Show *words*, and tell nobody."""
        self._shows = True
        show_words(self._words, words)
        self._shows = False

    @Slot()
    def _describe(self) -> None:
        said = (self._aside.text(), self._prompt.text)
        self._words.setAccessibleDescription(" ".join(text for text in said if text))

    @Slot()
    def _tell(self) -> None:
        if not self._shows:
            self.typed.emit(words_in(self._words))
