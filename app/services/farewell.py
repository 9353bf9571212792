"""Deleting everything: what will go, said beforehand, and what is left, said afterwards."""

from msgspec import Struct

from app.i18n import _, ngettext
from app.services.copy_words import named, printable, shortened, size_words
from app.services.refusals import Doing, not_done
from app.services.stillness import HOLD_WITHIN_SECONDS
from app.storage.data_folder import DataFolder
from app.storage.delete import Deleted, Everything, Part, delete_everything, everything
from app.storage.drafts import Drafts
from app.storage.errors import ErrorCode, StorageError
from app.storage.folder_probe import Access


class FarewellPreview(Struct, frozen=True, kw_only=True):
    """What will go and what stays because it is not ours, and that in lines."""

    everything: Everything
    goes: tuple[str, ...]
    stays: tuple[str, ...]


class FarewellDone(Struct, frozen=True, kw_only=True):
    """What is gone and what is left, and that in sentences."""

    deleted: Deleted
    sentences: tuple[str, ...]


class Farewell:
    """Everything of the patient's that is ours to delete.

    Afterwards nothing is written any more: the program is to be closed. ``stop`` belongs to the
    main thread.
    """

    def __init__(self, folder: DataFolder, drafts: Drafts) -> None:
        self._folder = folder
        self._drafts = drafts

    def look(self) -> FarewellPreview:
        """Return what would go."""
        found = everything(self._folder.paths)
        goes = tuple(
            _("{what}: {files}, {size}").format(
                what=part_name(group.part),
                files=_files(len(group.paths)),
                size=size_words(group.bytes),
            )
            for group in found.groups
        )
        stays = shortened(printable(str(path)) for path in found.stays)
        return FarewellPreview(everything=found, goes=goes, stays=tuple(stays))

    def stop(self) -> None:
        """Write nothing any more, not even what is not saved yet. Waits for the disk.

        Raises NotDoneError where another program has the files open.
        """
        if self._folder.access is Access.READ_ONLY_LOCKED:
            raise not_done(Doing.DELETE, StorageError(ErrorCode.LOCKED))
        if not self._folder.stop(HOLD_WITHIN_SECONDS):
            raise not_done(Doing.DELETE, StorageError(ErrorCode.NOT_SAVED_YET))
        self._drafts.stop(HOLD_WITHIN_SECONDS)

    def clear(self) -> FarewellDone:
        """Delete everything, after ``stop``; on any thread."""
        deleted = delete_everything(self._folder.paths)
        said = [_("{files} deleted.").format(files=_files(deleted.gone))]
        if deleted.left:
            said += [_("These could not be deleted:"), *named(deleted.left)]
        else:
            said.append(_("Nothing of yours is left in the folders of Soft Landing."))
        return FarewellDone(deleted=deleted, sentences=tuple(said))


def part_name(part: Part) -> str:
    """Return what *part* is called."""
    return {
        Part.FILES: _("Your journal and your plans"),
        Part.BACKUPS: _("Backups"),
        Part.DRAFTS: _("Drafts"),
        Part.SESSION: _("The calm session under way"),
        Part.LOGS: _("Error logs"),
        Part.OTHER: _("Other things the program kept"),
        Part.CONFIG: _("Where your files are"),
    }[part]


def _files(count: int) -> str:
    return ngettext("{count} file", "{count} files", count).format(count=count)
