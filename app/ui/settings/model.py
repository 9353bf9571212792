"""What can be set: the patient's own details, the look, and how the files are doing."""

from pathlib import Path
from typing import Final, NamedTuple

from msgspec.structs import replace
from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from app.assets import license_texts
from app.domain.preferences import Age, ClinicPhones, Look, Profile, Purpose, Reminding, ThemeName
from app.i18n import language
from app.services.changes import Changes, Kind
from app.services.content import Content
from app.services.countries import numbers_in_short
from app.services.preferences import Preferences
from app.services.review import unreviewed
from app.services.saving import SaveState, Saving
from app.storage.clinic_places import FILE_NAME as PACK
from app.ui.profile_draft import ProfileDraft

SMALLEST, LARGEST, STEP = 100, 200, 10
"""The text sizes to choose from, in percent."""

_SHOWN: Final = frozenset({Kind.PROFILE, Kind.SETTINGS, Kind.SAVING, Kind.PROBLEMS})


class Trouble(NamedTuple):
    """A file that cannot be read as it is, and why, in words."""

    file: str
    why: str


class SettingsModel(QObject):
    """Keeps every change at once, words when the writer pauses; there is no Save."""

    changed = Signal()

    def __init__(
        self,
        *,
        preferences: Preferences,
        content: Content,
        saving: Saving,
        changes: Changes,
        locale_name: str | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._content = content
        self._saving = saving
        self._draft = ProfileDraft(preferences, locale_name, self)
        changes.listen(self, self._hear)

    @property
    def profile(self) -> Profile:
        """The profile with every letter typed so far."""
        return self._draft.profile

    @property
    def country(self) -> str:
        """The code of the country in use, told or guessed."""
        return self._draft.country

    @property
    def countries(self) -> tuple[tuple[str, str], ...]:
        """The countries there are numbers for, code and name."""
        return tuple((one.code, one.name) for one in self._content.crisis_lines.countries)

    @property
    def numbers(self) -> str:
        """The numbers of the country in a short sentence."""
        return numbers_in_short(self._content.crisis_lines, self.country)

    @property
    def sentences(self) -> dict[str, str]:
        """The sentences of the content about the program, by id."""
        return self._content.about

    @property
    def look(self) -> Look:
        """Theme, text size and motion."""
        return self._preferences.settings.look

    @property
    def reminders(self) -> Reminding:
        """Whether the program reminds, and where."""
        return self._preferences.settings.reminders

    @property
    def language(self) -> str:
        """The language wanted, or the one in use as long as none was chosen."""
        return self._preferences.settings.language or language()

    @property
    def is_language_new(self) -> bool:
        """Whether the language wanted shows only after the next start."""
        return self.language != language()

    @property
    def folder(self) -> Path:
        """The folder with the patient's files."""
        return self._saving.folder_path

    @property
    def folder_sentence(self) -> str:
        """What cannot be done with the folder; empty when all is well."""
        return self._saving.folder_sentence

    @property
    def save_sentence(self) -> str:
        """Whether everything is on the disk, and if not, why."""
        return self._saving.sentence

    @property
    def has_failed(self) -> bool:
        """Whether something waits that the disk did not take."""
        return self._saving.state is SaveState.FAILED

    @property
    def troubles(self) -> tuple[Trouble, ...]:
        """What is wrong with the files read so far; a clinic's pack is told of at the clinic."""
        return tuple(
            Trouble(problem.path, self._saving.problem_sentence(problem))
            for problem in self._saving.problems
            if problem.path != PACK
        )

    @property
    def is_reviewed(self) -> bool:
        """Whether a clinician has signed all of the wording."""
        return not unreviewed(language())

    def type_name(self, name: str) -> None:
        """Take the patient's name as it is being typed."""
        self._draft.type(replace(self.profile, name=name))

    def type_clinic_name(self, name: str) -> None:
        """Take the clinic's name as it is being typed."""
        self._type_clinic(replace(self.profile.clinic, name=name))

    def type_day_phone(self, phone: str) -> None:
        """Take the clinic's phone for the daytime as it is being typed."""
        self._type_clinic(replace(self.profile.clinic, day=phone))

    def type_out_of_hours(self, phone: str) -> None:
        """Take the clinic's phone out of hours as it is being typed."""
        self._type_clinic(replace(self.profile.clinic, out_of_hours=phone))

    def choose_country(self, code: str) -> None:
        """Keep the country."""
        self._draft.choose(replace(self.profile, country=code))

    def choose_purpose(self, purpose: Purpose | None) -> None:
        """Keep what the infusions are for, or that it is not said."""
        self._draft.choose(replace(self.profile, purpose=purpose))

    def choose_age(self, age: Age | None) -> None:
        """Keep whether the patient is of age, or that it is not said."""
        self._draft.choose(replace(self.profile, age=age))

    def choose_theme(self, theme: ThemeName) -> None:
        """Keep the theme."""
        self._preferences.keep_look(replace(self.look, theme=theme))

    def grow_text(self, steps: int) -> None:
        """Make text larger by *steps*, or smaller, within SMALLEST and LARGEST."""
        # A size written by hand need not be one of ours: the next step leads back to them.
        size = round(self.look.text_percent / STEP) * STEP + steps * STEP
        size = min(max(size, SMALLEST), LARGEST)
        self._preferences.keep_look(replace(self.look, text_percent=size))

    def choose_less_motion(self, less: bool) -> None:
        """Keep whether things move less."""
        self._preferences.keep_look(replace(self.look, less_motion=less))

    def choose_reminders(self, wanted: bool) -> None:
        """Keep whether the program reminds while it is open."""
        self._preferences.keep_reminders(replace(self.reminders, while_open=wanted))

    def choose_tray_icon(self, wanted: bool) -> None:
        """Keep whether an icon is in the system tray."""
        self._preferences.keep_reminders(replace(self.reminders, tray_icon=wanted))

    def choose_language(self, code: str) -> None:
        """Keep the language; it shows after the next start."""
        self._preferences.keep_language(code)

    def show_folder(self) -> bool:
        """Open the folder in the computer's file manager; return whether there is one."""
        return QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.folder)))

    def show_licenses(self) -> bool:
        """Open the folder with the texts of the licenses; return whether that was possible."""
        folder = license_texts()
        return folder is not None and QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    def retry(self) -> None:
        """Try to save again now."""
        self._saving.retry()

    def refresh(self) -> None:
        """See what is there now; the page is about to show it."""
        self._draft.refresh()

    def flush(self) -> None:
        """Keep now what is still waiting."""
        self._draft.flush()

    def _type_clinic(self, clinic: ClinicPhones) -> None:
        self._draft.type(self.profile.with_clinic(clinic))

    def _hear(self, kind: Kind) -> None:
        if kind in _SHOWN:
            self._draft.refresh()
            self.changed.emit()
