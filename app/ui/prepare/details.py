"""The extra fields of an item: the ride home, and the music."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.infusion import Ride
from app.domain.wall_time import parse
from app.i18n import _
from app.ui.dates import wall_time_name
from app.ui.theme.theme import Theme
from app.ui.widgets.check import CheckBox
from app.ui.widgets.editors import line_edit
from app.ui.widgets.even import EvenLayout
from app.ui.widgets.fields import Field


class RideFields(QWidget):
    """Who takes the patient home, their phone, the time, and whether they said yes."""

    typed = Signal(Ride)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._build()
        self._bind()
        self._translate()

    def show_ride(self, ride: Ride) -> None:
        """Show *ride* in every field that is not being typed in."""
        pick_up = wall_time_name(ride.pick_up) if ride.pick_up else self._unclear
        for editor, text in (
            (self._who, ride.who),
            (self._phone, ride.phone),
            (self._pick_up, pick_up),
        ):
            if not editor.hasFocus():
                editor.setText(text)
        self._confirmed.setChecked(ride.confirmed)
        self._name_the_box()

    def take_unclear_time(self) -> str:
        """Return the pick-up time that was typed and cannot be read, and empty its field."""
        unclear = self._unclear
        if unclear:
            self._pick_up.clear()
            self._pick_up_field.show_error("")
        return unclear

    @property
    def _unclear(self) -> str:
        """What stands in the field of the pick-up time, if it is no time of day."""
        text = self._pick_up.text().strip()
        return text if parse(text) is None else ""

    def _build(self) -> None:
        self._who = line_edit("ride:who")
        self._phone = line_edit("ride:phone")
        self._pick_up = line_edit("ride:pick_up")
        self._confirmed = CheckBox(self._theme)
        self._confirmed.setObjectName("ride:confirmed")
        self._who_field = Field(self._theme, self._who)
        self._phone_field = Field(self._theme, self._phone)
        self._pick_up_field = Field(self._theme, self._pick_up)
        row = EvenLayout(spacing=self._theme.px(12))
        for field in (self._who_field, self._phone_field, self._pick_up_field):
            row.addWidget(field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.px(12))
        column.addLayout(row)
        column.addWidget(self._confirmed)

    def _bind(self) -> None:
        for editor in (self._who, self._phone, self._pick_up):
            editor.textEdited.connect(self._tell)
        self._pick_up.textEdited.connect(self._forgive)
        self._pick_up.editingFinished.connect(self._check_time)
        self._confirmed.clicked.connect(self._tell)

    def _translate(self) -> None:
        self._who_field.set_label(_("Who"))
        self._phone_field.set_label(_("Phone"))
        self._pick_up_field.set_label(_("Pick-up time"))
        self._name_the_box()

    def _name_the_box(self) -> None:
        who = self._who.text().partition(" ")[0]
        self._confirmed.setText(
            _("{name} said yes").format(name=who) if who else _("They said yes")
        )

    @Slot()
    def _tell(self) -> None:
        self._name_the_box()
        self.typed.emit(
            Ride(
                who=self._who.text(),
                phone=self._phone.text(),
                pick_up=parse(self._pick_up.text()),
                confirmed=self._confirmed.isChecked(),
            )
        )

    @Slot()
    def _forgive(self) -> None:
        self._pick_up_field.show_error("")

    @Slot()
    def _check_time(self) -> None:
        if self._unclear:
            self._pick_up_field.show_error(_("Write it like 3:15 PM or 15:15."))


class MusicFields(QWidget):
    """Which music."""

    typed = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._build()
        self._bind()
        self._translate()

    def show_music(self, music: str) -> None:
        """Show *music* unless it is being typed."""
        if not self._music.hasFocus():
            self._music.setText(music)

    def _build(self) -> None:
        self._music = line_edit("music:which")
        self._field = Field(self._theme, self._music)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._field)

    def _bind(self) -> None:
        self._music.textEdited.connect(self.typed)

    def _translate(self) -> None:
        self._field.set_label(_("Which music"))
        self._field.set_caption(_("A playlist, an album, a few names."))
