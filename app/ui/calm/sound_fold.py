"""The sound of sessions, folded away behind a few words."""

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.calm_choices import LONGEST_FADE_IN, LONGEST_FADE_OUT
from app.i18n import _
from app.ui.calm.bell_rows import BellRows
from app.ui.calm.heard_rows import HeardRows
from app.ui.calm.output_field import OutputField
from app.ui.calm.sound_model import SoundModel
from app.ui.calm.words import sound_words
from app.ui.theme.theme import Theme
from app.ui.widgets.editors import number_edit
from app.ui.widgets.even import EvenLayout
from app.ui.widgets.fields import Field
from app.ui.widgets.fold import Fold


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
        sound = self._model.sound
        self.set_summary(sound_words(sound, self._model.pieces))
        self._heard.show_choice()
        self._output.show_choice()
        self._bells.show_bells(self._model.bells)
        for editor, seconds in (
            (self._come, sound.fade_in_seconds),
            (self._go, sound.fade_out_seconds),
        ):
            with QSignalBlocker(editor):
                editor.setValue(round(seconds))

    def _build(self, theme: Theme, name: str, inside: QWidget) -> None:
        self._heard = HeardRows(theme, self._model, name)
        self._output = OutputField(theme, self._model.outputs, f"{name}:output")
        self._bells = BellRows(theme, name)
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
        for widget in (self._heard, self._output, self._bells, fades):
            column.addWidget(widget)

    def _bind(self) -> None:
        self._model.changed.connect(self.show_choice)
        self._heard.music_wanted.connect(self.music_wanted)
        self._bells.changed.connect(self._choose_bells)
        for editor in (self._come, self._go):
            editor.valueChanged.connect(self._choose_fades)

    def _translate(self) -> None:
        self.set_title(_("Sound"))
        self._heard.explain_volume(_("You hear it for a moment."))
        self._come_field.set_label(_("Seconds to come"))
        self._go_field.set_label(_("Seconds to go, before the end"))
        self.show_choice()

    @Slot()
    def _choose_bells(self) -> None:
        self._model.choose_bells(self._bells.written())

    @Slot()
    def _choose_fades(self) -> None:
        self._model.choose_fades(self._come.value(), self._go.value())
