"""What the patient told about themselves, and how the program should look."""

from datetime import datetime

from msgspec.structs import replace

from app.domain.preferences import ClinicPhones, Look, Profile, Reminding, Settings
from app.domain.rebase import rebased
from app.services.changes import Changes, Kind
from app.services.content import Content
from app.storage.document_repository import DocumentRepository


class Preferences:
    """Joins the profile and the settings, and announces their changes."""

    def __init__(
        self,
        profile: DocumentRepository[Profile],
        settings: DocumentRepository[Settings],
        content: Content,
        changes: Changes,
    ) -> None:
        self._profile = profile
        self._content = content
        self._settings = settings
        self._changes = changes

    @property
    def profile(self) -> Profile:
        """What the patient told about themselves."""
        return self._profile.get()

    @property
    def clinic(self) -> ClinicPhones:
        """How to reach the clinic: as its pack says, else as the patient wrote."""
        return self._content.clinic(self.profile.clinic)

    @property
    def settings(self) -> Settings:
        """How the program behaves."""
        return self._settings.get()

    def keep_profile(self, profile: Profile, *, over: Profile | None = None) -> None:
        """Keep *profile*; one that says nothing new is not written again.

        *over* is what it was made from. What somebody else changed since then stays; where both
        changed the same, ours stands, and the file with theirs is kept beside it.
        """
        stored, loses = self.profile, False
        if over is not None:
            profile, loses = rebased(over, profile, stored)
        if profile != stored:
            self._profile.put(profile, keep_theirs=loses)
            self._changes.announce(Kind.PROFILE)

    def keep_look(self, look: Look) -> None:
        """Keep *look*."""
        self._keep_settings(replace(self.settings, look=look))

    def keep_reminders(self, reminders: Reminding) -> None:
        """Keep whether the program reminds, and where."""
        self._keep_settings(replace(self.settings, reminders=reminders))

    def keep_language(self, language: str) -> None:
        """Keep *language*, a code like ``en``; empty follows the computer."""
        self._keep_settings(replace(self.settings, language=language))

    def use_clinic_pack(self, wanted: bool) -> None:
        """Keep whether packs that others installed are used."""
        self._keep_settings(replace(self.settings, without_clinic_pack=not wanted))

    def first_run_done(self, at: datetime) -> None:
        """Remember that the first screen was seen or skipped."""
        self._keep_settings(replace(self.settings, first_run_at=at))

    def _keep_settings(self, settings: Settings) -> None:
        if settings != self.settings:
            self._settings.put(settings)
            self._changes.announce(Kind.SETTINGS)
