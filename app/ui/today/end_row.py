"""From when the waiting times count, and the field to say when the infusion really ended."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.wall_time import parse
from app.i18n import _
from app.services.waiting import Waits
from app.ui.dates import time_name
from app.ui.theme.theme import Theme
from app.ui.today.model import TodayModel
from app.ui.widgets.buttons import LinkButton, SecondaryButton
from app.ui.widgets.editors import line_edit
from app.ui.widgets.fields import Field
from app.ui.widgets.labels import Caption


class EndRow(QWidget):
    """Nobody has to say it: the planned end counts until the real one is known."""

    def __init__(self, theme: Theme, model: TodayModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = model
        self._build()
        self._bind()
        self._translate()

    def show_end(self, waits: Waits) -> None:
        """Show what *waits* counts from. What is being typed stays."""
        if waits.end is None:
            counted = _("The hours count from the end. When was that?")
        elif waits.is_planned:
            counted = _("Counted from {time}, when it was planned to end.")
        else:
            counted = _("Counted from {time}, when it ended.")
        time = time_name(waits.end) if waits.end is not None else ""
        self._counted.setText(counted.format(time=time))

    def _build(self) -> None:
        self._counted = Caption(self._theme)
        self._change = LinkButton(self._theme)
        self._change.setObjectName("today:ended:change")
        self._time = line_edit("today:ended")
        self._field = Field(self._theme, self._time)
        self._keep = SecondaryButton(self._theme, "check")
        self._keep.setObjectName("today:ended:keep")
        self._room = QWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.px(4))
        column.addWidget(self._counted)
        row = QHBoxLayout()
        row.addWidget(self._change)
        row.addStretch(1)
        column.addLayout(row)
        inside = QVBoxLayout(self._room)
        inside.setContentsMargins(0, self._theme.px(6), 0, 0)
        inside.setSpacing(self._theme.px(10))
        inside.addWidget(self._field)
        keep = QHBoxLayout()
        keep.addWidget(self._keep)
        keep.addStretch(1)
        inside.addLayout(keep)
        column.addWidget(self._room)
        self._room.hide()

    def _bind(self) -> None:
        self._change.clicked.connect(self._ask)
        self._time.textEdited.connect(self._forgive)
        self._time.returnPressed.connect(self._tell)
        self._keep.clicked.connect(self._tell)

    def _translate(self) -> None:
        self._change.setText(_("It ended at another time"))
        self._field.set_label(_("When did it end?"))
        self._keep.setText(_("Done"))

    @Slot()
    def _ask(self) -> None:
        self._change.hide()
        self._room.show()
        self._time.setFocus()

    @Slot()
    def _forgive(self) -> None:
        self._field.show_error("")

    @Slot()
    def _tell(self) -> None:
        """Keep the time; an empty field keeps nothing and closes."""
        typed = self._time.text().strip()
        wall_time = parse(typed)
        if typed and wall_time is None:
            self._field.show_error(_("Write it like 1:30 PM or 13:30."))
        elif wall_time is not None and not self._model.tell_end(wall_time):
            self._field.show_error(_("That is still to come. Put in a time that has been."))
        else:
            self._time.clear()
            self._room.hide()
            self._change.show()
            self._change.setFocus()
