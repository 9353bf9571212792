"""What is heard of a session: ambience, tones for the breath, bells, and the end."""

from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer, Slot

from app.domain.breathing import Cue as Tone
from app.domain.breathing import Phase
from app.domain.calm_choices import Ambience
from app.domain.calm_session import CalmSession, Heard, SessionEnd
from app.services.calm_choices import OwnCalm
from app.services.changes import Changes, Kind
from app.ui.calm.model import CalmModel
from app.ui.sound.kinds import PAUSE_FADE_MS, Cue
from app.ui.sound.player import Player

LATE: Final = 0.4
"""Seconds after which a tone for the breath is left out: it would lead astray."""

ENDED_EARLY_MS: Final = 1_500
"""How long the sound takes to go when a session is ended by hand."""

OVER_MS: Final = 600_000
"""How long the player waits for another session before it ends."""

HEARD_AFTER: Final = 2.0
"""Seconds after which what plays has really been heard."""

LISTEN_MS: Final = 6_000
LISTEN_FADE_MS: Final = 700
"""How long a sound is played to be judged, and how soon it is there."""

_SOUNDS: Final = {
    Phase.IN: Cue.BREATHE_IN,
    Phase.TOP_UP: Cue.BREATHE_IN,
    Phase.OUT: Cue.BREATHE_OUT,
}


class SessionSound(QObject):
    """Lets the session be heard as the patient likes it, and follows every change of it.

    The sound goes by itself before the end, so that the bell stands alone.
    """

    def __init__(
        self,
        calm: CalmModel,
        player: Player,
        own: OwnCalm,
        changes: Changes,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._calm = calm
        self._own = own
        self.player = player
        self._session = ""
        self._is_paused = False
        self._is_going = False
        self._heard: Ambience | None = None
        self._heard_since = 0.0
        self._plays_music = False
        self._track_since: float | None = None
        self._tone: Tone | None = None
        self._next = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._next.timeout.connect(self._play_tone)
        self._over = QTimer(self, singleShot=True, interval=OVER_MS)
        self._over.timeout.connect(self._close)
        self._listening = QTimer(self, singleShot=True, interval=LISTEN_MS)
        self._listening.timeout.connect(self._stop_listening)
        self.player.problem_changed.connect(calm.note_sound)
        self.player.track_started.connect(self._begin_track)
        self.player.track_failed.connect(self._drop_track)
        self.player.track_failed.connect(calm.note_track)
        calm.changed.connect(self.follow)
        calm.rang.connect(self._ring)
        calm.ended.connect(self._end)
        changes.listen(self, self._hear)

    @Slot()
    def follow(self) -> None:
        """Begin, wait, go on, and let it go before the end, as the session stands now."""
        running = self._calm.running
        if running is None:
            self._rest()
            return
        if running.id != self._session:
            self._begin(running.id)
        if running.paused is not self._is_paused:
            self._is_paused = running.paused
            self._wait_or_go_on()
        self._let_go_in_time()
        self._plan_tone()
        self._note_what_plays()

    @Slot()
    def get_ready(self) -> None:
        """Have the player ready: a session may be about to begin."""
        self._aim()
        self.player.open()
        self._over.start()

    @Slot()
    def call(self) -> None:
        """Call somebody nearby."""
        self._aim()
        self.player.call()
        self._over.start()

    @Slot()
    def listen(self) -> None:
        """Let the sound of the patient's choice be heard for a moment, while no session runs."""
        if self._session:
            return
        self._aim()
        sound = self._own.choices.sound
        self.player.set_volume(sound.volume)
        self.player.play_ambience(sound.ambience, LISTEN_FADE_MS)
        self._listening.start()

    @Slot()
    def listen_there(self) -> None:
        """Let the device of the patient's choice be heard for a moment, by a bell if not else."""
        self.listen()
        if not self._session and self._own.choices.sound.ambience is Ambience.SILENCE:
            self.player.play(Cue.BELL)

    @Slot()
    def _stop_listening(self) -> None:
        if not self._session:
            self.player.stop_ambience()
            self._over.start()

    @Slot()
    def stop(self) -> None:
        """Be silent: the program is being closed."""
        self._rest()
        self._listening.stop()
        self._over.stop()
        self.player.close()

    def _begin(self, session: str) -> None:
        self._session, self._is_paused, self._is_going = session, False, False
        self._heard, self._plays_music, self._track_since = None, False, None
        self._take_sound()

    def _take_sound(self) -> None:
        """Play what the patient likes to hear, as loud as they like it, and where."""
        self._aim()
        sound = self._own.choices.sound
        self.player.set_volume(sound.volume)
        if self._heard is not sound.ambience and not self._is_going:
            self._heard, self._heard_since = sound.ambience, self._calm.seconds_run
            self.player.play_ambience(sound.ambience, round(sound.fade_in_seconds * 1_000))
            if self._is_paused:
                self.player.pause()
        self._take_music()

    def _aim(self) -> None:
        """Have it come out where the patient wants it."""
        self.player.choose_output(self._own.choices.sound.output)

    def _take_music(self) -> None:
        """Play the patient's own music, if there is some and it is wanted."""
        choices = self._own.choices
        wanted = choices.sound.music and bool(choices.playlist) and not self._is_going
        if wanted and not self._plays_music:
            files = [track.path for track in choices.playlist]
            self.player.play_music(files, round(choices.sound.fade_in_seconds * 1_000))
        elif not wanted and self._plays_music and not self._is_going:
            self.player.stop_music()
        self._plays_music = wanted

    def _wait_or_go_on(self) -> None:
        if self._is_paused:
            self._drop_tone()
            self.player.pause()
            if self._is_going:  # what is on its way out does not wait
                self.player.fade_out(PAUSE_FADE_MS)
        else:
            self.player.resume()

    def _let_go_in_time(self) -> None:
        """Let the sound go so that it is gone at the end; bring it back if there is more time."""
        left = self._calm.seconds_left
        fade = self._own.choices.sound.fade_out_seconds
        if left <= fade and not self._is_going and not self._is_paused:
            self._is_going = True
            self.player.fade_out(round(left * 1_000))
        elif left > fade and self._is_going:
            self._is_going = False
            self._heard, self._plays_music = None, False
            self._take_sound()

    def _plan_tone(self) -> None:
        """Have the next tone for the breath ready, unless it is."""
        if self._next.isActive() or self._is_paused or not self._own.choices.sound.tones:
            return
        tone = self._calm.next_tone(LATE if self._tone is None else 0.0)
        if tone is not None and tone != self._tone:
            self._tone = tone
            self._next.start(max(round((tone.at - self._calm.seconds_run) * 1_000), 0))

    @Slot()
    def _play_tone(self) -> None:
        tone = self._tone
        if tone is not None and abs(self._calm.seconds_run - tone.at) <= LATE:
            self.player.play(_SOUNDS[tone.phase])
            self._note(Heard.TONES)
        self._plan_tone()

    def _note_what_plays(self) -> None:
        """Take note of ambience and music for the journal, once each has had time to be heard."""
        ambience, run = self._heard, self._calm.seconds_run
        if ambience not in (None, Ambience.SILENCE) and run >= self._heard_since + HEARD_AFTER:
            self._note(Heard(ambience.value))
        since = self._track_since
        if self._plays_music and since is not None and run >= since + HEARD_AFTER:
            self._note(Heard.MUSIC)

    @Slot()
    def _begin_track(self) -> None:
        self._track_since = self._calm.seconds_run

    @Slot()
    def _drop_track(self) -> None:
        self._track_since = None

    def _note(self, heard: Heard) -> None:
        """Have the journal keep that *heard* was really heard, if it is known that it can be."""
        can_be = self.player.is_well and not self._is_paused
        if can_be and self._own.choices.sound.volume:
            self._calm.hear(heard)

    def _drop_tone(self) -> None:
        self._next.stop()
        self._tone = None

    @Slot()
    def _ring(self) -> None:
        self.player.play(Cue.BELL)

    @Slot(CalmSession)
    def _end(self, session: CalmSession) -> None:
        if session.end is SessionEnd.FINISHED:
            self.player.fade_out(PAUSE_FADE_MS)
            self.player.play(Cue.BELL)
        else:
            self.player.fade_out(ENDED_EARLY_MS)
        self._over.start()

    @Slot()
    def _close(self) -> None:
        if not self._session:
            self.player.close()

    def _rest(self) -> None:
        self._session = ""
        self._drop_tone()

    def _hear(self, kind: Kind) -> None:
        if kind is not Kind.CALM_CHOICES:
            return
        if self._session:
            self._take_sound()
        elif self._listening.isActive():
            self.listen()
