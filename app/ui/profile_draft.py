"""What the patient tells about themselves, while they are telling it."""

import os

from PySide6.QtCore import QLocale, QObject, Slot

from app.domain.country import guess_country
from app.domain.preferences import Profile
from app.services.preferences import Preferences
from app.ui.pause import TypingPause


def computers_locale() -> str:
    """Return the name of the computer's locale, with no more in it than the computer told.

    Qt adds the likeliest country to a language that stands alone, and ``en`` would call 911.
    """
    variables = ("LC_ALL", "LC_MESSAGES", "LANG")
    told = next((os.environ[name] for name in variables if os.environ.get(name)), "")
    told, name = told.split(".")[0].split("@")[0], QLocale.system().name()
    return told if name.startswith(f"{told}_") else name


class ProfileDraft(QObject):
    """The profile with what is being typed: kept when the writer pauses, choices at once.

    Until the patient names a country, the one of *locale_name* is taken: by default the
    computer's own, ``en_US``.

    A change is made from what the page shows: what was there when it was refreshed last. What
    somebody else wrote since then is no part of it, and stays.
    """

    def __init__(
        self,
        preferences: Preferences,
        locale_name: str | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._guess = guess_country(computers_locale() if locale_name is None else locale_name)
        self._shown: Profile | None = None
        self._typed: Profile | None = None
        self._over: Profile | None = None
        self._pause = TypingPause(self)
        self._pause.due.connect(self._keep)

    @property
    def profile(self) -> Profile:
        """The profile as the page shows it, with every letter typed so far."""
        if self._shown is None:
            self._shown = self._preferences.profile
        return self._shown if self._typed is None else self._typed

    @property
    def country(self) -> str:
        """The code of the country: the one told, else the one guessed, else empty."""
        return self.profile.country or self._guess

    @property
    def is_country_guessed(self) -> bool:
        """Whether the patient has not named a country."""
        return not self.profile.country

    def refresh(self) -> None:
        """See what is there now; the page is about to show it."""
        self._shown = self._preferences.profile

    def type(self, profile: Profile) -> None:
        """Take *profile* as it is being typed; it reaches the disk after a pause."""
        if self._typed is None:
            self._over = self.profile
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
            self._preferences.keep_profile(typed, over=self._over)
            self.refresh()
