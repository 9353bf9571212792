"""What a clinic is filling in: the pack, the one that it took the place of, and keeping both."""

from pathlib import Path

from msgspec import Struct

from app.i18n import _
from app.services.clinic_document import draft_of
from app.services.clinic_form import ClinicForm, Opened
from app.services.clinic_kept import KeptPack
from app.services.problems import reading_failed
from app.services.refusals import NotDoneError
from app.storage.errors import ErrorCode, StorageError


class Desk(Struct, frozen=True, kw_only=True):
    """The pack that is filled in, and ``before`` it another one that was not saved, if any.

    ``is_unsaved`` tells whether something was filled in that is in no file of the clinic's.
    """

    opened: Opened
    before: Opened | None = None
    is_unsaved: bool = True


class ClinicDesk:
    """Keeps what is not saved yet at *kept*, a file of the program's own, and one beside it."""

    def __init__(self, form: ClinicForm, kept: Path) -> None:
        self.form = form
        self._now = KeptPack(kept)
        self._before = KeptPack(kept.with_stem(f"{kept.stem}-before"))
        self.lost: tuple[str, ...] = ()
        """What is to be said of what was kept and cannot be read; nothing of it was removed."""

    def begin(self) -> Desk:
        """Return what was filled in last and not saved, or an empty pack."""
        self.lost = ()
        opened, before = self._read(self._now), self._read(self._before)
        if opened is None:
            empty = Opened(draft=self.form.empty())
            return Desk(opened=empty, before=before, is_unsaved=False)
        return Desk(opened=opened, before=before)

    def keep(self, desk: Desk) -> None:
        """Keep what of *desk* is not saved. Raises NotDoneError.

        May be called on any thread, but on one at a time.
        """
        try:
            self._keep(self._before, desk.before)
            self._keep(self._now, desk.opened if desk.is_unsaved else None)
        except StorageError as error:
            raise _not_kept(error.code) from error

    def _keep(self, place: KeptPack, opened: Opened | None) -> None:
        if opened is None:
            place.keep(None)
        else:
            place.keep(self.form.written(opened.draft), opened.logo)

    def _read(self, place: KeptPack) -> Opened | None:
        try:
            kept = place.read()
        except StorageError as error:
            self.lost = (*self.lost, reading_failed(error.code, error.line), *_set_aside(place))
            return None
        return None if kept is None else Opened(draft=draft_of(kept[0]), logo=kept[1])


def _set_aside(place: KeptPack) -> tuple[str, ...]:
    """Let what cannot be read stay under a name of its own, and return what is said of it."""
    try:
        path = place.set_aside()
    except StorageError:
        return (_("It is still there, and nothing is written over it."),)
    text = _("It is still there: {file} in {folder}.")
    return (text.format(file=path.name, folder=str(path.parent)),)


def _not_kept(code: ErrorCode) -> NotDoneError:
    texts = {
        ErrorCode.DISK_FULL: _("The disk is full. Make room."),
        ErrorCode.TOO_BIG: _("It is too long."),
    }
    why = texts.get(code, _("The program cannot write its own files."))
    text = _("What you fill in is not kept yet. {why} Save the pack before you leave.")
    return NotDoneError(text.format(why=why), code)
