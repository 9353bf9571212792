"""The few things asked at the first start."""

from collections.abc import Callable
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from app.domain.clock import Clock
from app.domain.country import SOMEWHERE_ELSE
from app.domain.preferences import Age, ClinicPhones, Profile, Purpose
from app.services.changes import Changes, Kind
from app.services.content import Content
from app.services.countries import numbers_in_short
from app.services.preferences import Preferences
from app.services.saving import Saving
from app.ui.profile_draft import ProfileDraft


class FirstRunModel(QObject):
    """Keeps what is told, as it is told, and remembers that the screen was seen.

    The country is the one preset: what was guessed is kept when the patient begins, not when
    they skip.
    """

    changed = Signal()

    def __init__(
        self,
        *,
        preferences: Preferences,
        content: Content,
        clock: Clock,
        saving: Saving,
        changes: Changes,
        logo: Callable[[], bytes | None],
        locale_name: str | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._content = content
        self._clock = clock
        self._saving = saving
        self._logo = logo
        self._draft = ProfileDraft(preferences, locale_name, self)
        changes.listen(self, self._hear)

    @property
    def profile(self) -> Profile:
        """What was told so far."""
        return self._draft.profile

    @property
    def country(self) -> str:
        """The code of the country told, else the one guessed."""
        return self._draft.country

    @property
    def countries(self) -> tuple[tuple[str, str], ...]:
        """The countries there are numbers for, code and name."""
        return tuple((one.code, one.name) for one in self._content.crisis_lines.countries)

    @property
    def by_pack(self) -> ClinicPhones:
        """The clinic's name and phones, as far as its pack says them: they need not be asked."""
        return self._content.clinic(ClinicPhones())

    @property
    def logo(self) -> bytes | None:
        """The logo of the clinic's pack."""
        return self._logo()

    @property
    def numbers(self) -> str:
        """The numbers of the country in a short sentence."""
        return numbers_in_short(self._content.crisis_lines, self.country)

    @property
    def sentences(self) -> dict[str, str]:
        """What the program is and is not, by id."""
        return self._content.about

    @property
    def folder(self) -> Path:
        """The folder with the patient's files."""
        return self._saving.folder_path

    @property
    def folder_sentence(self) -> str:
        """What cannot be done with the folder; empty when all is well."""
        return self._saving.folder_sentence

    def choose_country(self, code: str) -> None:
        """Keep the country."""
        self._draft.choose(replace(self.profile, country=code))

    def type_day_phone(self, phone: str) -> None:
        """Take the clinic's phone for the daytime as it is being typed."""
        self._type_clinic(replace(self.profile.clinic, day=phone))

    def type_out_of_hours(self, phone: str) -> None:
        """Take the clinic's phone out of hours as it is being typed."""
        self._type_clinic(replace(self.profile.clinic, out_of_hours=phone))

    def choose_purpose(self, purpose: Purpose | None) -> None:
        """Keep what the infusions are for, or that it is not said."""
        self._draft.choose(replace(self.profile, purpose=purpose))

    def choose_age(self, age: Age | None) -> None:
        """Keep whether the patient is of age, or that it is not said."""
        self._draft.choose(replace(self.profile, age=age))

    def begin(self) -> None:
        """Keep what is on the screen, the country as preset too, and do not ask again."""
        self.flush()
        self.refresh()
        known = self._content.crisis_lines.of(self.country) is not None
        self.choose_country(self.country if known else SOMEWHERE_ELSE)
        self._done()

    def skip(self) -> None:
        """Keep only what was told, and do not ask again."""
        self.flush()
        self._done()

    def refresh(self) -> None:
        """See what is there now; the page is about to show it."""
        self._draft.refresh()

    def flush(self) -> None:
        """Keep now what is still waiting."""
        self._draft.flush()

    def _done(self) -> None:
        """Do not ask again."""
        self._preferences.first_run_done(self._clock.now())

    def _type_clinic(self, clinic: ClinicPhones) -> None:
        self._draft.type(self.profile.with_clinic(clinic))

    def _hear(self, kind: Kind) -> None:
        if kind in (Kind.PROFILE, Kind.SAVING):
            self.refresh()
            self.changed.emit()
