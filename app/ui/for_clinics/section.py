"""What stands in one fold of the form."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.for_clinics.entry import TextField
from app.ui.for_clinics.model import ForClinicsModel
from app.ui.theme.theme import Theme
from app.ui.widgets.even import EvenLayout
from app.ui.widgets.labels import Caption


class Section(QWidget):
    """Fields below each other: they tell the model, and show what it says of them."""

    def __init__(
        self, theme: Theme, model: ForClinicsModel, name: str, title: str, *, spacing: int = 14
    ) -> None:
        """*name* is the fold's for tests, *title* what it says; *spacing* in pixels at 100 %."""
        super().__init__()
        self.theme = theme
        self.model = model
        self.name = name
        self.title = title
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(theme.px(spacing))
        self._fields: list[TextField] = []

    def say(self, text: str) -> None:
        """Add a quiet line."""
        self.column.addWidget(Caption(self.theme, text=text))

    def hold(self, field: TextField) -> None:
        """Let what is typed into *field* be taken, and what is wrong with it be told there."""
        field.typed.connect(self.model.say)
        self._fields.append(field)

    def labeled(self, field: TextField, label: str, caption: str = "") -> TextField:
        """Hold *field*, and return it with *label* above it and *caption* below it."""
        field.set_label(label)
        field.set_caption(caption)
        self.hold(field)
        return field

    def add(self, field: TextField, label: str, caption: str = "") -> None:
        """Hold *field* below the others."""
        self.column.addWidget(self.labeled(field, label, caption))

    def beside(self, *fields: TextField) -> QWidget:
        """Return *fields* beside each other, or below where there is no room."""
        line = QWidget()
        layout = EvenLayout(spacing=self.theme.px(16))
        layout.setContentsMargins(0, 0, 0, 0)
        for field in fields:
            layout.addWidget(field)
        line.setLayout(layout)
        return line

    def show_draft(self) -> None:
        """Show what is filled in."""
        for field in self._fields:
            field.show_text(self.model.draft.texts.get(field.key, ""))

    def show_errors(self) -> None:
        """Say at each field what is wrong with it."""
        for field in self._fields:
            field.show_error(self.model.wrong(field.key))
