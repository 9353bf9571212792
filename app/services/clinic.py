"""The clinic of the patient: its pack, whether it is in order, and what it changed."""

from datetime import date
from functools import partial
from pathlib import Path
from typing import Final

from app.domain.clinic import Pack, merged
from app.domain.clock import Clock
from app.i18n import _
from app.services.changes import Changes, Kind
from app.services.clinic_news import news_of
from app.services.content import Content
from app.services.preferences import Preferences
from app.services.undo import Step
from app.storage.clinic_files import PackFile, parsed
from app.storage.clinic_places import FILE_NAME, PackPlace
from app.storage.clinic_repository import ClinicRepository, Files, files_of

MOST_NAMED: Final = 40
"""So many signs of a name are said at most when something was done."""

_TOLD: Final = (Kind.CLINIC, Kind.PROFILE, Kind.CHECKLIST, Kind.INFUSIONS)
"""What may say something else once a pack is in use, or not any more."""


class Clinic:
    """Puts the packs that are there in use, as one, and lets the patient open and remove one."""

    def __init__(
        self,
        *,
        repository: ClinicRepository,
        content: Content,
        preferences: Preferences,
        clock: Clock,
        changes: Changes,
    ) -> None:
        self._repository = repository
        self._content = content
        self._preferences = preferences
        self._clock = clock
        self._changes = changes
        self.packs: tuple[PackFile, ...] = ()
        """Every pack that is there and not left aside, the weakest first, with what is wrong."""
        self.left_aside: tuple[PackFile, ...] = ()
        """Packs that others installed and the patient removed from use."""
        self._logo: tuple[bytes | None] | None = None
        self._news: tuple[Pack | None, Pack | None, tuple[str, ...]] | None = None

    @property
    def pack(self) -> Pack | None:
        """What is in use: all packs as one."""
        return self._content.pack

    @property
    def refused(self) -> tuple[PackFile, ...]:
        """The packs that cannot be used."""
        return tuple(one for one in self.packs if one.error is not None)

    @property
    def is_expired(self) -> bool:
        """Whether the clinic wanted a newer pack to be in use by today."""
        return self.pack is not None and self.pack.is_expired(self._today())

    def take_up(self) -> None:
        """Look at what is there, and put it in use.

        Before the first screen was seen nothing of it is news: it came with the program.
        """
        found = self._repository.found()
        uses = not self._preferences.settings.without_clinic_pack
        self.packs = tuple(one for one in found if uses or _is_own(one))
        self.left_aside = tuple(one for one in found if not (uses or _is_own(one)))
        self._content.adapt(merged([one.pack for one in self.packs if one.pack is not None]))
        self._logo = None
        if self.pack is not None and self._preferences.settings.first_run_at is None:
            self._repository.saw(self.pack)

    def begin_anew(self) -> None:
        """Look again: the data folder was replaced, or is another one."""
        self._repository.begin_anew()
        self.take_up()

    def logo(self) -> bytes | None:
        """Return the clinic's logo as it came, checked: a PNG or a plain SVG; nothing if none.

        It is read once for what is in use.
        """
        if self._logo is None:
            self._logo = (self._repository.logo(self.packs),)
        return self._logo[0]

    def open(self, path: Path) -> Step:
        """Put the pack at *path* in use, and keep it with the patient's files.

        Raises StorageError, and changes nothing, if it cannot be used.
        """
        files = files_of(path)
        name = _short(parsed(files[FILE_NAME]).name)
        text = _("Now using the settings from {clinic}.").format(clinic=name)
        return self._change(text, files, uses=True)

    def remove(self) -> Step:
        """Take the clinic's pack out of use. One that others installed stays where it is."""
        name = _short(self.pack.name) if self.pack is not None else _("your clinic")
        text = _("No longer using the settings from {clinic}.").format(clinic=name)
        is_installed = any(not _is_own(one) for one in self.packs)
        uses = not self._preferences.settings.without_clinic_pack and not is_installed
        return self._change(text, {}, uses=uses, is_known=True)

    def use_again(self) -> Step:
        """Put the packs that others installed in use again."""
        return self._change(_("The clinic's pack is in use again."), None, uses=True)

    def news(self) -> tuple[str, ...]:
        """Return what changed since the patient was told last, a sentence each; often nothing.

        A pack that cannot be used any more changed nothing: it is told of as what it is.
        """
        if self.pack is None and self.refused:
            return ()
        seen = self._repository.seen()
        if self._news is None or (seen, self.pack) != self._news[:2]:
            self._news = seen, self.pack, () if seen == self.pack else news_of(seen, self.pack)
        return self._news[2]

    def saw_news(self) -> Step:
        """Remember that the patient was told; whoever pressed too soon can have it told again."""
        seen = self._repository.seen()
        self._remember(self.pack)
        return Step(_("What your clinic changed is put away."), partial(self._remember, seen))

    def _remember(self, seen: Pack | None) -> None:
        self._repository.saw(seen)
        self._changes.announce(Kind.CLINIC)

    def _change(
        self, text: str, files: Files | None, *, uses: bool, is_known: bool = False
    ) -> Step:
        """Use *files* and, or not, what is installed; *is_known*: what that changes is no news."""
        before, used = self._repository.own(), not self._preferences.settings.without_clinic_pack
        seen = self._repository.seen()
        self._put(files, uses)
        if is_known:
            self._repository.saw(self.pack)
        back = None if files is None else before
        return Step(text, partial(self._take_back, back, used, seen))

    def _take_back(self, files: Files | None, uses: bool, seen: Pack | None) -> None:
        """Use what was used before, and know of it what was known."""
        self._repository.saw(seen)
        self._put(files, uses)

    def _put(self, files: Files | None, uses: bool) -> None:
        if files is not None:
            self._repository.put(files)
        self._preferences.use_clinic_pack(uses)
        self.take_up()
        for kind in _TOLD:
            self._changes.announce(kind)

    def _today(self) -> date:
        return self._clock.now().date()


def _short(name: str) -> str:
    """Return *name* as far as there is room beside the way back, in any window."""
    return name if len(name) <= MOST_NAMED else f"{name[: MOST_NAMED - 1].rstrip()}…"


def _is_own(file: PackFile) -> bool:
    """Tell whether the patient put it in use by opening it; others were installed or named."""
    return file.place is PackPlace.FOLDER
