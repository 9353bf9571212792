"""The sentences above the page: what is not saved, what is new, and what a reminder is about."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout

from app.i18n import _
from app.shell.navigation import Place
from app.ui.theme.theme import Theme

if TYPE_CHECKING:
    from app.ui.widgets.news_strip import NewsStrip

SAVE: Final = "save"
NEWS: Final = "news"
REMINDER: Final = "reminder"


class Strips(QObject):
    """Shows each sentence in a strip of its own, which is built when it is first needed.

    A reminder stands next to the page, the others at the top of *column*. In a place that is
    dark all of them wait; a reminder also where somebody looks for help or has the whole window.
    """

    acted = Signal(str)
    """What one of the links below a sentence offers, by its name."""

    def __init__(self, theme: Theme, column: QVBoxLayout, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._column = column
        self._place: Place | None = None
        self._said: dict[str, str] = {}
        self._strips: dict[str, NewsStrip] = {}

    def say(self, name: str, sentence: str) -> None:
        """Show *sentence* in the strip *name* from now on; an empty one is nothing to say."""
        self._said[name] = sentence
        self._show(name)

    def follow(self, place: Place) -> None:
        """Show what may be shown in *place*."""
        self._place = place
        for name in self._said:
            self._show(name)

    def find(self, name: str) -> "NewsStrip | None":
        """Return the strip *name*, if it was needed so far."""
        return self._strips.get(name)

    def _show(self, name: str) -> None:
        place = self._place
        waits = place is not None and (
            place.is_dark or (name == REMINDER and (place.is_alone or place.under == "help"))
        )
        sentence = "" if waits else self._said[name]
        if sentence and name not in self._strips:
            self._make(name)
        if name in self._strips:
            self._strips[name].show_sentence(sentence)
        if name == REMINDER and name in self._strips and place is not None:
            self._strips[name].offer("reminder:open", is_offered=place.name != "today")

    def _make(self, name: str) -> None:
        from app.ui.widgets.news_strip import NewsStrip

        strip = NewsStrip(self._theme, self._links(name))
        strip.link_clicked.connect(self.acted)
        self._column.insertWidget(self._column.count() - 1 if name == REMINDER else 0, strip)
        self._strips[name] = strip

    def _links(self, name: str) -> list[tuple[str, str]]:
        if name == NEWS:
            return [("news:dismiss", _("All right"))]
        if name == REMINDER:
            return [("reminder:open", _("Go to Today")), ("reminder:dismiss", _("All right"))]
        return [
            ("save:retry", _("Try again")),
            ("save:copy", _("Copy my text")),
            ("save:elsewhere", _("Save elsewhere")),
        ]
