"""What the patient tells about themselves, while they are telling it."""

from PySide6.QtCore import QLocale, QObject, Slot

from app.domain.country import guess_country
from app.domain.preferences import Profile
from app.services.preferences import Preferences
from app.ui.pause import TypingPause


class ProfileDraft(QObject):
    """The profile with what is being typed: kept when the writer pauses, choices at once.

    Until the patient names a country, the one of *locale_name* is taken: by default the
    computer's own, ``en_US``.
    """

    def __init__(
        self,
        preferences: Preferences,
        locale_name: str | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._guess = guess_country(QLocale.system().name() if locale_name is None else locale_name)
        self._typed: Profile | None = None
        self._over: Profile | None = None
        self._pause = TypingPause(self)
        self._pause.due.connect(self._keep)

    @property
    def profile(self) -> Profile:
        """The profile with every letter typed so far."""
        return self._preferences.profile if self._typed is None else self._typed

    @property
    def country(self) -> str:
        """The code of the country: the one told, else the one guessed, else empty."""
        return self.profile.country or self._guess

    @property
    def is_country_guessed(self) -> bool:
        """Whether the patient has not named a country."""
        return not self.profile.country

    def type(self, profile: Profile) -> None:
        """Take *profile* as it is being typed; it reaches the disk after a pause."""
        if self._typed is None:
            self._over = self._preferences.profile
        self._typed = profile
        self._pause.touch()

    def choose(self, profile: Profile) -> None:
        """Take *profile*, in which something was chosen, and keep it at once."""
        self.type(profile)
        self.flush()

    def flush(self) -> None:
        """Keep now what is still waiting."""
        self._pause.flush()

    @Slot()
    def _keep(self) -> None:
        typed, self._typed = self._typed, None
        if typed is not None:
            self._preferences.keep_profile(typed, self._over)
