"""The composition root below the window: folder, repositories and services, each built once."""

import os
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final

from app.domain.clock import Clock
from app.domain.ids import ALPHABET, NewToken
from app.services.calm import CalmSessions
from app.services.calm_choices import OwnCalm
from app.services.changes import Changes
from app.services.checklist import Checklist
from app.services.conflicts import TwoVersions
from app.services.content import Content
from app.services.infusions import Infusions
from app.services.journal import Journal
from app.services.outside import Outside
from app.services.preferences import Preferences
from app.services.recovery import Recovery
from app.services.saving import Saving
from app.storage.backups import Backups
from app.storage.clinic_places import is_any
from app.storage.data_folder import DataFolder
from app.storage.document_repository import DocumentRepository
from app.storage.drafts import Drafts
from app.storage.infusion_repository import InfusionRepository
from app.storage.journal_repository import JournalRepository
from app.storage.layouts import CALM, CHECKLIST, PROFILE, SETTINGS
from app.storage.paths import Paths, remembered_paths
from app.storage.running_repository import RunningRepository
from app.storage.writer import Deliver

if TYPE_CHECKING:
    from app.services.calm_records import OwnPatterns, OwnPresets
    from app.services.clinic import Clinic
    from app.services.consultation import ConsultationNotes
    from app.services.copies import Copies
    from app.services.farewell import Farewell
    from app.services.papers import Papers
    from app.services.place import Place
    from app.services.questionnaires import OpenQuestionnaire, Questionnaires
    from app.services.reflections import Reflections
    from app.services.search import Search
    from app.services.visit_reports import VisitReports
    from app.storage.loading import Loading

CLOSE_WITHIN_SECONDS: Final = 5.0
"""How long closing waits for a slow disk."""


DRAFTS_WITHIN_SECONDS: Final = 2.0
"""And how long for the drafts of what that disk did not take."""


def random_token(length: int) -> str:
    """Return *length* characters of ALPHABET, from the system's randomness."""
    return "".join(ALPHABET[byte % len(ALPHABET)] for byte in os.urandom(length))


class Program:
    """Everything the pages are handed. Opening it never fails: see DataFolder.

    *clinic* is a clinic's pack that was named at the start.
    """

    def __init__(
        self,
        paths: Paths,
        clock: Clock,
        deliver: Deliver,
        token: NewToken = random_token,
        *,
        clinic: Path | None = None,
    ) -> None:
        self.clock = clock
        self._given_pack = clinic
        self._token = token
        self.changes = Changes()
        self.backups = Backups(clock)
        self.folder = DataFolder(paths, deliver, self.backups.before_change)
        if os.path.lexists(paths.moved_from):
            from app.storage.move import finish_move

            finish_move(paths)
        self.folder.open()
        self.folder.on_replaced.append(self._look_for_packs)  # before anybody looks at pages again
        self.saving = Saving(self.folder, self.changes)
        self._drafts = Drafts(self.folder, deliver)
        self.recovery = Recovery(self._drafts, self.saving, self.changes)
        self.outside = Outside(self.folder, self.changes)
        self.versions = TwoVersions(self.folder, self.changes)
        self.content = Content()
        self.preferences = Preferences(
            DocumentRepository(self.folder, PROFILE),
            DocumentRepository(self.folder, SETTINGS),
            self.content,
            self.changes,
        )
        self._look_for_packs()
        self.infusions = Infusions(
            InfusionRepository(self.folder), clock, token, self.changes, self.recovery
        )
        self.checklist = Checklist(
            content=self.content,
            own_list=DocumentRepository(self.folder, CHECKLIST),
            infusions=self.infusions,
            clock=clock,
            token=token,
            changes=self.changes,
            recovery=self.recovery,
        )
        self.journal = Journal(JournalRepository(self.folder), clock, token, self.changes)
        self.own_calm = OwnCalm(DocumentRepository(self.folder, CALM), self.changes)
        self.calm = CalmSessions(
            repository=RunningRepository(self.folder),
            own=self.own_calm,
            journal=self.journal,
            clock=clock,
            token=token,
            changes=self.changes,
        )

    @cached_property
    def clinic(self) -> "Clinic":
        """The clinic's pack; loaded where there is one, or when it is first asked for."""
        from app.services.clinic import Clinic
        from app.storage.clinic_repository import ClinicRepository

        return Clinic(
            repository=ClinicRepository(self.folder, self._given_pack),
            content=self.content,
            preferences=self.preferences,
            clock=self.clock,
            changes=self.changes,
        )

    def find_clinic(self) -> "Clinic":
        """Return the clinic's pack; it is loaded by that."""
        return self.clinic

    def clinic_logo(self) -> bytes | None:
        """Return the logo of the clinic's pack; without a pack nothing is loaded for that."""
        return self.clinic.logo() if self.content.pack is not None else None

    @cached_property
    def loading(self) -> "Loading":
        """Reading the whole folder, for whoever drives it once the window is up."""
        from app.storage.loading import Loading

        return Loading(self.folder)

    @cached_property
    def search(self) -> "Search":
        """Search over all years, as far as ``loading`` has come since this was first asked for."""
        from app.services.search import Search

        return Search(self.loading)

    @cached_property
    def consultation(self) -> "ConsultationNotes":
        """Notes for the clinic; loaded when they are first wanted."""
        from app.services.consultation import ConsultationNotes
        from app.storage.layouts import CONSULTATION

        return ConsultationNotes(
            repository=DocumentRepository(self.folder, CONSULTATION),
            content=self.content,
            clock=self.clock,
            token=self._token,
            changes=self.changes,
            recovery=self.recovery,
        )

    @cached_property
    def questionnaires(self) -> "Questionnaires":
        """PHQ-9 and GAD-7; loaded when they are first wanted."""
        from app.services.questionnaires import Questionnaires

        return Questionnaires(self.journal, self.preferences, self.content, self.clock, self._token)

    def open_questionnaires(self) -> "tuple[OpenQuestionnaire, ...]":
        """Return the questionnaires that the patient is told of now."""
        return self.questionnaires.due()

    @cached_property
    def reflections(self) -> "Reflections":
        """Reflections; loaded when they are first wanted."""
        from app.services.reflections import Reflections

        return Reflections(self.journal, self.infusions, self.clock, self._token)

    @cached_property
    def patterns(self) -> "OwnPatterns":
        """Breathing patterns of the patient's own; loaded when they are first wanted."""
        from app.services.calm_records import OwnPatterns

        return OwnPatterns(self.own_calm, self.clock, self._token, self.recovery)

    @cached_property
    def presets(self) -> "OwnPresets":
        """Calm sessions of the patient's own; loaded when they are first wanted."""
        from app.services.calm_records import OwnPresets

        return OwnPresets(self.own_calm, self.clock, self._token, self.recovery)

    @cached_property
    def copies(self) -> "Copies":
        """Backups and plain copies; loaded when they are first wanted."""
        from app.services.copies import Copies

        return Copies(self.folder, self.backups, self.clock, self.changes)

    @cached_property
    def papers(self) -> "Papers":
        """Documents to print or to save; loaded when they are first wanted."""
        from app.services.papers import Papers

        return Papers(
            infusions=self.infusions,
            checklist=self.checklist,
            notes=self.consultation,
            preferences=self.preferences,
            content=self.content,
            clock=self.clock,
        )

    @cached_property
    def visit_reports(self) -> "VisitReports":
        """Pages about infusions that were; loaded when they are first wanted."""
        from app.services.visit_reports import VisitReports

        return VisitReports(
            infusions=self.infusions,
            journal=self.journal,
            preferences=self.preferences,
            content=self.content,
            clock=self.clock,
        )

    @cached_property
    def place(self) -> "Place":
        """Where the files are, and moving them; loaded when it is first wanted."""
        from app.services.place import Place

        return Place(self.folder, self.changes, remembered_paths)

    @cached_property
    def farewell(self) -> "Farewell":
        """Deleting everything; loaded when it is first wanted."""
        from app.services.farewell import Farewell

        return Farewell(self.folder, self._drafts)

    def _look_for_packs(self) -> None:
        """Put in use what the clinic sets; where there is no pack nothing is loaded for it."""
        if "clinic" in self.__dict__:
            self.clinic.begin_anew()
        elif is_any(self.folder.paths, self._given_pack):
            self.clinic.take_up()

    def close(self) -> bool:
        """Write what is pending and give the folder back; return whether every word is safe.

        What did not reach its file is kept as a draft.
        """
        self.folder.writer.close(CLOSE_WITHIN_SECONDS)
        kept = self.recovery.close(DRAFTS_WITHIN_SECONDS)
        return self.folder.close(0) or kept
