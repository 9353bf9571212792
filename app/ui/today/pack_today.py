"""What Today tells of the clinic's pack."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from app.domain.today import Situation
from app.services.content import Content
from app.services.undo import Step

if TYPE_CHECKING:
    from app.services.clinic import Clinic
    from app.storage.clinic_files import PackFile


class PackToday:
    """Whose pack it is is known at once; what is new or wrong once it was asked to look further.

    *clinic* returns the service, which is loaded by that.
    """

    def __init__(self, content: Content, clinic: "Callable[[], Clinic]") -> None:
        self._content = content
        self._clinic = clinic
        self.news: tuple[str, ...] = ()
        """What changed since the patient was told last, a sentence each."""
        self.refused: tuple[PackFile, ...] = ()
        """The packs that cannot be used."""
        self.meant_until: date | None = None
        """The last day for which the pack was made, once that has gone by."""

    @property
    def name(self) -> str:
        """The clinic of the pack in use; empty if there is none."""
        return self._content.pack.name if self._content.pack is not None else ""

    @property
    def logo(self) -> bytes | None:
        """The logo of the pack in use, if it has one."""
        return self._clinic().logo() if self._content.pack is not None else None

    def after_care(self, situation: Situation) -> tuple[str, ...]:
        """Return what the clinic wants read after an infusion, in paragraphs, as long as it is."""
        pack = self._content.pack
        return pack.after_care if pack and situation is Situation.AFTERWARDS else ()

    def look_further(self) -> None:
        """Look at what takes time to find."""
        clinic = self._clinic()
        self.news = clinic.news()
        self.refused = clinic.refused
        self.meant_until = clinic.pack.expires if clinic.pack and clinic.is_expired else None

    def read_news(self) -> Step:
        """Remember that the patient has read what changed; return the way back."""
        return self._clinic().saw_news()
