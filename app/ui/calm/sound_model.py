"""What is to be heard in a session: kept as it is chosen, and heard at once."""

from typing import Final

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from app.domain.bells import Bells
from app.domain.calm_choices import Ambience, CalmChoices, Sound
from app.services.calm_choices import OwnCalm
from app.services.changes import Changes, Kind
from app.ui.calm.output_model import OutputModel

STEP: Final = 0.05
"""How much louder or softer a step is, of 1."""


class SoundModel(QObject):
    """Holds nothing of its own: every change is kept in the patient's file."""

    changed = Signal()
    listened = Signal()
    """What was chosen is to be heard for a moment."""
    approached = Signal()
    """A session may begin soon."""

    def __init__(
        self,
        own: OwnCalm,
        outputs: OutputModel,
        changes: Changes,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.outputs = outputs
        self._own = own
        changes.listen(self, self._hear)

    @property
    def sound(self) -> Sound:
        """Ambience, tones, volume and fades."""
        return self._own.choices.sound

    @property
    def bells(self) -> Bells:
        """Where a session rings."""
        return self._own.choices.bells

    @property
    def percent(self) -> int:
        """The volume in percent."""
        return round(self.sound.volume * 100)

    def approach(self) -> None:
        """Have what makes sound ready: a session may begin soon."""
        self.approached.emit()

    def choose_ambience(self, ambience: Ambience) -> None:
        """Keep *ambience*, and let it be heard for a moment."""
        self._keep_sound(replace(self.sound, ambience=ambience))
        self.listened.emit()

    def step_volume(self, steps: int) -> None:
        """Make all of it louder by *steps*, or softer, and let it be heard."""
        volume = round((round(self.sound.volume / STEP) + steps) * STEP, 2)
        self._keep_sound(replace(self.sound, volume=min(max(volume, 0.0), 1.0)))
        self.listened.emit()

    def choose_tones(self, wanted: bool) -> None:
        """Keep whether the breath has tones."""
        self._keep_sound(replace(self.sound, tones=wanted))

    @property
    def pieces(self) -> int:
        """How many pieces of the patient's own music there are."""
        return len(self._own.choices.playlist)

    def choose_music(self, wanted: bool) -> None:
        """Keep whether the patient's own music is played."""
        self._keep_sound(replace(self.sound, music=wanted))

    def choose_fades(self, fade_in: int, fade_out: int) -> None:
        """Keep how many seconds the sound takes to come, and to go at the end."""
        faded = replace(
            self.sound, fade_in_seconds=float(fade_in), fade_out_seconds=float(fade_out)
        )
        self._keep_sound(faded)

    def choose_bells(self, bells: Bells) -> None:
        """Keep where a session rings."""
        before = self._own.choices
        self._keep(replace(before, bells=bells), before)

    def _keep_sound(self, sound: Sound) -> None:
        before = self._own.choices
        self._keep(replace(before, sound=sound), before)

    def _keep(self, choices: CalmChoices, before: CalmChoices) -> None:
        self._own.keep(choices, over=before)

    def _hear(self, kind: Kind) -> None:
        if kind is Kind.CALM_CHOICES:
            self.changed.emit()
