"""A reflection in the list of days."""

from PySide6.QtCore import Signal, Slot

from app.domain.reflection import Reflection
from app.i18n import _
from app.ui.dates import time_name
from app.ui.journal.summaries import said
from app.ui.theme.theme import Theme
from app.ui.widgets.rows import ActionRow


class ReflectionRow(ActionRow):
    """How it begins; pressing opens it."""

    opened = Signal(str)

    def __init__(self, theme: Theme, reflection: Reflection) -> None:
        super().__init__(theme)
        self._argument = f"open:{reflection.day.isoformat()}:{reflection.id}"
        self.setObjectName(f"entry:{reflection.id}")
        title, words = said(reflection)
        moment = time_name(reflection.at)
        self.set_texts(title, _("{time} · {words}").format(time=moment, words=words))
        self.clicked.connect(self._tell)

    @Slot()
    def _tell(self) -> None:
        self.opened.emit(self._argument)
