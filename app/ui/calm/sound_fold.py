"""The sound of sessions, folded away behind a few words."""

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.calm_choices import LONGEST_FADE_IN, LONGEST_FADE_OUT
from app.i18n import _
from app.ui.calm.bells_field import EveryMinutes
from app.ui.calm.heard_rows import HeardRows
from app.ui.calm.output_field import OutputField
from app.ui.calm.sound_model import SoundModel
from app.ui.calm.words import sound_words
from app.ui.theme.theme import Theme
from app.ui.widgets.check import Switch
from app.ui.widgets.editors import number_edit
from app.ui.widgets.even import EvenLayout
from app.ui.widgets.fields import Field
from app.ui.widgets.fold import Fold
from app.ui.widgets.rows import Row


class SoundFold(Fold):
    """What is heard, where, its bells and fades. *name* begins the names of its controls."""

    music_wanted = Signal()

    def __init__(
        self, theme: Theme, model: SoundModel, name: str, parent: QWidget | None = None
    ) -> None:
        self._model = model
        inside = QWidget()
        self._build(theme, name, inside)
        super().__init__(theme, inside, parent)
        self.button.setObjectName(name)
        self._bind()
        self._translate()

    @Slot()
    def show_choice(self) -> None:
        """Show what is kept."""
        sound, bells = self._model.sound, self._model.bells
        self.set_summary(sound_words(sound, self._model.pieces))
        self._heard.show_choice()
        self._output.show_choice()
        self._parts.setChecked(bells.phase_ends)
        self._halfway.setChecked(bells.halfway)
        self._every.show_minutes(bells.every_minutes)
        for editor, seconds in (
            (self._come, sound.fade_in_seconds),
            (self._go, sound.fade_out_seconds),
        ):
            with QSignalBlocker(editor):
                editor.setValue(round(seconds))

    def _build(self, theme: Theme, name: str, inside: QWidget) -> None:
        self._heard = HeardRows(theme, self._model, name)
        self._output = OutputField(theme, self._model.outputs, f"{name}:output")
        self._parts, self._halfway = Switch(theme), Switch(theme)
        self._parts.setObjectName(f"{name}:bell_parts")
        self._halfway.setObjectName(f"{name}:bell_halfway")
        self._parts_row = Row(theme, trailing=self._parts)
        self._halfway_row = Row(theme, trailing=self._halfway)
        self._every = EveryMinutes(theme, f"{name}:bell_every")
        self._come = number_edit(f"{name}:fade_in", 0, round(LONGEST_FADE_IN))
        self._go = number_edit(f"{name}:fade_out", 0, round(LONGEST_FADE_OUT))
        self._come_field, self._go_field = Field(theme, self._come), Field(theme, self._go)
        fades = QWidget()
        row = EvenLayout(fades, spacing=theme.px(16))
        row.addWidget(self._come_field)
        row.addWidget(self._go_field)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, theme.px(4), 0, 0)
        column.setSpacing(theme.px(12))
        for widget in (
            *(self._heard, self._output),
            *(self._parts_row, self._halfway_row, self._every, fades),
        ):
            column.addWidget(widget)

    def _bind(self) -> None:
        self._model.changed.connect(self.show_choice)
        self._heard.music_wanted.connect(self.music_wanted)
        for switch in (self._parts, self._halfway):
            switch.clicked.connect(self._choose_bells)
        self._every.changed.connect(self._choose_bells)
        for editor in (self._come, self._go):
            editor.valueChanged.connect(self._choose_fades)

    def _translate(self) -> None:
        self.set_title(_("Sound"))
        self._heard.explain_volume(_("You hear it for a moment."))
        self._parts_row.set_texts(_("Bell between the parts"))
        self._halfway_row.set_texts(_("Bell halfway"), _("The end always has its bell."))
        self._come_field.set_label(_("Seconds to come"))
        self._go_field.set_label(_("Seconds to go, before the end"))
        self.show_choice()

    @Slot()
    def _choose_bells(self) -> None:
        self._model.choose_bells(
            phase_ends=self._parts.isChecked(),
            halfway=self._halfway.isChecked(),
            every_minutes=self._every.minutes,
        )

    @Slot()
    def _choose_fades(self) -> None:
        self._model.choose_fades(self._come.value(), self._go.value())
