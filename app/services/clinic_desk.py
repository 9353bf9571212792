"""What a clinic is filling in: the pack, those that it took the place of, and keeping them all."""

from pathlib import Path
from typing import Final

from msgspec import Struct

from app.i18n import _
from app.services.clinic_document import draft_of
from app.services.clinic_form import ClinicForm, Opened
from app.services.problems import reading_failed
from app.services.refusals import NotDoneError
from app.storage.errors import ErrorCode, StorageError
from app.storage.kept_packs import KeptPacks, PackToKeep, UnreadPack
from app.storage.pack_logos import logo_named

FOLDER: Final = "packs"


class Desk(Struct, frozen=True, kw_only=True):
    """The pack that is filled in, and ``before`` it others that were not saved, the last one last.

    ``is_unsaved`` tells whether something was filled in that is in no file of the clinic's.
    """

    opened: Opened
    before: tuple[Opened, ...] = ()
    is_unsaved: bool = True

    @property
    def unsaved(self) -> tuple[Opened, ...]:
        """Every pack that is in no file of the clinic's."""
        return (*self.before, *((self.opened,) if self.is_unsaved else ()))

    def with_saved(self, saved: Opened) -> "Desk":
        """Return the desk once *saved* is in a file, as it is or was on it."""
        return Desk(
            opened=self.opened,
            before=tuple(one for one in self.before if one is not saved),
            is_unsaved=self.is_unsaved and self.opened is not saved,
        )

    def turned_to(self, opened: Opened, *, is_unsaved: bool) -> "Desk":
        """Return the desk with *opened* filled in; what is not saved of others stays on it.

        Of a pack that is on the desk already it is what was filled in last that counts.
        """
        known = next((one for one in self.unsaved if one.key == opened.key), None)
        others = tuple(one for one in self.unsaved if one.key != opened.key)
        if known is not None:
            return Desk(opened=known, before=others)
        return Desk(opened=opened, before=others, is_unsaved=is_unsaved)

    def turned_back(self) -> "Desk":
        """Return the desk with the last of those before filled in, and this one as the first."""
        *others, last = self.before
        own = (self.opened,) if self.is_unsaved else ()
        return Desk(opened=last, before=(*own, *others))


class ClinicDesk:
    """Keeps what is not saved yet in a folder of the program's own, below *state*."""

    def __init__(self, form: ClinicForm, state: Path) -> None:
        self.form = form
        self._kept = KeptPacks(state / FOLDER, state)
        self.lost: tuple[str, ...] = ()
        """What is to be said of what was kept and cannot be read; nothing of it was removed."""

    def begin(self) -> Desk:
        """Return what was filled in last and not saved, or an empty pack."""
        kept, unread = self._kept.read()
        self.lost = tuple(sentence for one in unread for sentence in _said_of(one))
        packs = [Opened(draft=draft_of(one.document), logo=one.logo, key=one.key) for one in kept]
        if not packs:
            return Desk(opened=Opened(draft=self.form.empty()), is_unsaved=False)
        return Desk(opened=packs[-1], before=tuple(packs[:-1]))

    def keep(self, desk: Desk) -> None:
        """Keep what of *desk* is not saved. Raises NotDoneError.

        May be called on any thread, but on one at a time.
        """
        try:
            self._kept.keep({one.key: self._to_keep(one) for one in desk.unsaved})
        except StorageError as error:
            raise _not_kept(error.code) from error

    def _to_keep(self, opened: Opened) -> PackToKeep:
        names = logo_named(opened.draft.document)
        return PackToKeep(data=self.form.written(opened.draft), names=names, logo=opened.logo)


def _said_of(one: UnreadPack) -> tuple[str, str]:
    text = _("It is still there: {file} in {folder}.")
    where = text.format(file=one.path.name, folder=str(one.path.parent))
    return reading_failed(one.error.code, one.error.line), where


def _not_kept(code: ErrorCode) -> NotDoneError:
    texts = {
        ErrorCode.DISK_FULL: _("The disk is full. Make room."),
        ErrorCode.TOO_BIG: _("It is too long."),
        ErrorCode.NOT_REPRESENTABLE: _("It is too long."),
    }
    why = texts.get(code, _("The program cannot write its own files."))
    text = _("What you fill in is not kept yet. {why} Save the pack before you leave.")
    return NotDoneError(text.format(why=why), code)
