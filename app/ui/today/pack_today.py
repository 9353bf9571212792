"""What Today tells of the clinic's pack."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from app.domain.today import Situation
from app.services.content import Content

if TYPE_CHECKING:
    from app.domain.clinic import Pack
    from app.services.clinic import Clinic
    from app.storage.clinic_files import PackFile


class PackToday:
    """Whose pack it is is known at once; what is new or wrong once it was asked to look further.

    *clinic* returns the service, which is loaded by that.
    """

    def __init__(self, content: Content, clinic: "Callable[[], Clinic]") -> None:
        self._content = content
        self._clinic = clinic
        self._looked_at: tuple[Pack | None] | None = None
        self._logo: tuple[Pack, bytes | None] | None = None
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
        pack = self._content.pack
        if pack is None:
            return None
        if self._logo is None or self._logo[0] is not pack:
            self._logo = (pack, self._clinic().logo())
        return self._logo[1]

    def after_care(self, situation: Situation) -> tuple[str, ...]:
        """Return what the clinic wants read after an infusion, in paragraphs, as long as it is."""
        pack = self._content.pack
        return pack.after_care if pack and situation is Situation.AFTERWARDS else ()

    def look_further(self) -> None:
        """Look at what takes time to find. News are put together once for each pack."""
        clinic = self._clinic()
        if self._looked_at is None or self._looked_at[0] is not clinic.pack:
            self._looked_at = (clinic.pack,)
            self.news = clinic.news()
        self.refused = clinic.refused
        self.meant_until = clinic.pack.expires if clinic.pack and clinic.is_expired else None

    def read_news(self) -> None:
        """Remember that the patient has read what changed."""
        self.news = ()
        self._clinic().saw_news()
