"""What a session needs beyond its pages: a computer that stays awake, and an end that is heard."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication

from app.domain.calm_events import Happening
from app.domain.calm_session import CalmSession, SessionEnd
from app.i18n import _
from app.services.calm_choices import OwnCalm
from app.services.changes import Changes
from app.shell.awake import Awake
from app.shell.session_sound import SessionSound
from app.shell.window import Window
from app.ui.calm.model import CalmModel
from app.ui.calm.words import event_words
from app.ui.route import Route
from app.ui.sound.player import Player

_SHOWN_BY_ITS_PAGE = ("calm_running", "eyes_closed")


class SessionCare(QObject):
    """Follows the session wherever the patient is in the program."""

    def __init__(
        self,
        window: Window,
        calm: CalmModel,
        *,
        player: Player,
        own: OwnCalm,
        changes: Changes,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._calm = calm
        self._awake = Awake(self)
        self._sound = SessionSound(calm, player, own, changes, self)
        calm.changed.connect(self._follow)
        calm.noted.connect(self.tell)
        calm.ended.connect(self._tell_end)
        self._follow()
        self._sound.follow()

    @Slot()
    def call(self) -> None:
        """Call somebody nearby by a sound."""
        self._sound.call()
        if self._sound.player.is_silent:
            QApplication.beep()

    @Slot()
    def get_ready(self) -> None:
        """Have what makes sound ready: a session may be about to begin."""
        self._sound.get_ready()

    @Slot()
    def listen(self) -> None:
        """Let the sound that was chosen be heard for a moment."""
        self._sound.listen()

    @Slot()
    def listen_there(self) -> None:
        """Let the device that was chosen be heard for a moment."""
        self._sound.listen_there()

    @Slot()
    def stop(self) -> None:
        """Care no more: the program is being closed, and the session runs on by its deadline."""
        self._calm.stop()
        self._sound.stop()
        self._awake.release()

    @Slot(Happening)
    def tell(self, happened: Happening) -> None:
        """Say what happened to the computer meanwhile."""
        self._window.tell(event_words(happened))

    @Slot()
    def _follow(self) -> None:
        running = self._calm.running
        self._awake.follow(wanted=running is not None and not running.paused)

    @Slot(CalmSession)
    def _tell_end(self, session: CalmSession) -> None:
        """At its deadline a session is heard, and seen from whatever page is shown."""
        if session.end is not SessionEnd.FINISHED:
            return
        if self._sound.player.is_silent:
            QApplication.beep()
        sentence = _("The calm session is over. It is in your journal.")
        here = self._window.navigation.here
        if here is None or here.name not in _SHOWN_BY_ITS_PAGE:
            self._window.tell(sentence)
        self._window.call_back(sentence, Route("calm_running"))
