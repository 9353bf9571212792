"""The scripts there are: calm practices in words, to follow step by step."""

from typing import Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from app.domain.practices import Script
from app.i18n import _, language
from app.services.content import Content
from app.services.review import is_reviewed
from app.ui.route import Route
from app.ui.theme.theme import Theme
from app.ui.widgets.card import Card
from app.ui.widgets.labels import Caption
from app.ui.widgets.page import Page
from app.ui.widgets.rows import ActionRow

FILE: Final = "scripts.yaml"
"""The content file whose signature counts here."""


class ScriptsPage(Page):
    """Choosing a script opens it; coming back from there, the keyboard is where it was."""

    def __init__(self, theme: Theme, content: Content, parent: QWidget | None = None) -> None:
        super().__init__(theme, column=680, parent=parent)
        self._content = content
        self._build()
        self._bind()
        self._translate()

    def _build(self) -> None:
        card = Card(self.theme)
        self._rows: dict[str, ScriptRow] = {}
        for script in self._content.scripts:
            if self._rows:
                card.add_rule()
            self._rows[script.id] = ScriptRow(self.theme, script)
            card.add(self._rows[script.id])
        self.add(card)
        self._review = Caption(self.theme)
        self.add(self._review)
        self._back = self.bar.add_link()
        self._back.setObjectName("scripts:back")

    def _bind(self) -> None:
        for row in self._rows.values():
            row.opened.connect(self._open)
        self._back.clicked.connect(self._go_back)

    def _translate(self) -> None:
        self.header(
            _("Scripts to read"),
            _("One step at a time, at your own pace. You can stop at any time."),
        )
        self._review.setText(
            _("Reviewed by a clinician.")
            if is_reviewed(FILE, language())
            else _("Not yet reviewed by a clinician.")
        )
        self._back.setText(_("Back to Calm"))

    @Slot(str)
    def _open(self, script_id: str) -> None:
        self.route_wanted.emit(Route("script", script_id))

    @Slot()
    def _go_back(self) -> None:
        self.route_wanted.emit(Route("calm"))


class ScriptRow(ActionRow):
    """One script: what it is called, and what it is; pressing opens it."""

    opened = Signal(str)

    def __init__(self, theme: Theme, script: Script) -> None:
        super().__init__(theme)
        self._id = script.id
        self.setObjectName(f"scripts:{script.id}")
        self.set_texts(script.title, script.text)
        self.clicked.connect(self._tell)

    @Slot()
    def _tell(self) -> None:
        self.opened.emit(self._id)
