"""What is heard in a session, a row each: ambience, music, volume, tones for the breath."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.calm_choices import Ambience
from app.i18n import _
from app.ui.calm.sound_model import SoundModel
from app.ui.calm.words import ambience_name, music_sum
from app.ui.theme.theme import Theme
from app.ui.widgets.buttons import LinkButton
from app.ui.widgets.check import ChoiceChip, Switch
from app.ui.widgets.choice import ChoiceGroup
from app.ui.widgets.rows import Row
from app.ui.widgets.stepper import Stepper


class HeardRows(QWidget):
    """All of it is kept and heard at once. *name* begins the names of its controls."""

    music_wanted = Signal()

    def __init__(
        self, theme: Theme, model: SoundModel, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._build(theme, name)
        self._bind()
        self._translate()

    def explain_volume(self, words: str) -> None:
        """Say *words* below the volume."""
        self._volume_row.set_texts(_("Volume"), words)

    @Slot()
    def show_choice(self) -> None:
        """Show what is kept."""
        sound, percent, pieces = self._model.sound, self._model.percent, self._model.pieces
        self._ambience.choose(sound.ambience)
        text = _("{percent} %").format(percent=percent)
        self._volume.show_value(text, can_shrink=percent > 0, can_grow=percent < 100)
        self._tones.setChecked(sound.tones)
        self._music_row.setVisible(bool(pieces))
        self._music_row.set_texts(_("Play my music"), music_sum(pieces))
        self._music.setChecked(sound.music)
        self._choose_music.setText(_("Change my music") if pieces else _("Add my own music"))

    def _build(self, theme: Theme, name: str) -> None:
        self._ambience = ChoiceGroup(theme, must_choose=True)
        for ambience in Ambience:
            chip = self._ambience.add(ChoiceChip(theme), ambience)
            chip.setObjectName(f"{name}:{ambience.value}")
        self._music, self._tones = Switch(theme), Switch(theme)
        self._music.setObjectName(f"{name}:music")
        self._tones.setObjectName(f"{name}:tones")
        self._choose_music = LinkButton(theme)
        self._choose_music.setObjectName(f"{name}:choose_music")
        self._volume = Stepper(theme, f"{name}:volume")
        self._music_row = Row(theme, trailing=self._music)
        self._volume_row = Row(theme, trailing=self._volume)
        self._tones_row = Row(theme, trailing=self._tones)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        for widget in (self._ambience, self._music_row, self._choose_music):
            column.addWidget(widget)
        column.addWidget(self._volume_row)
        column.addWidget(self._tones_row)

    def _bind(self) -> None:
        self._model.changed.connect(self.show_choice)
        self._ambience.chosen.connect(self._model.choose_ambience)
        self._volume.stepped.connect(self._model.step_volume)
        self._tones.clicked.connect(self._model.choose_tones)
        self._music.clicked.connect(self._model.choose_music)
        self._choose_music.clicked.connect(self.music_wanted)

    def _translate(self) -> None:
        self._ambience.setAccessibleName(_("What is heard"))
        for chip, ambience in zip(self._ambience.buttons, Ambience, strict=True):
            chip.setText(ambience_name(ambience))
        self._volume_row.set_texts(_("Volume"))
        self._volume.set_names(_("Softer"), _("Louder"))
        self._tones_row.set_texts(
            _("Tones for the breath"),
            _("One that rises to breathe in, one that falls to breathe out."),
        )
        self.show_choice()
