"""Where the patient's files are, and moving them to another place."""

from collections.abc import Callable
from pathlib import Path

from msgspec import Struct

from app.i18n import _, ngettext
from app.services.changes import Changes
from app.services.copy_words import named
from app.services.refusals import Doing, not_done
from app.services.stillness import hold, let_go
from app.storage.data_folder import DataFolder
from app.storage.errors import StorageError
from app.storage.folder_probe import Access
from app.storage.move import Moved, move, remember
from app.storage.paths import Paths


class MoveDone(Struct, frozen=True, kw_only=True):
    """What was moved, with what is said of it."""

    moved: Moved
    sentences: tuple[str, ...]


class Place:
    """The place of the open data folder. Everything that fails raises NotDoneError.

    ``carry_over`` may run on any thread; ``hold`` and ``let_go`` belong to the main thread, around
    it. *paths_of* returns the folders that go with a data folder once it is remembered.
    """

    def __init__(
        self, folder: DataFolder, changes: Changes, paths_of: Callable[[Path], Paths]
    ) -> None:
        self._folder = folder
        self._changes = changes
        self._paths_of = paths_of

    @property
    def path(self) -> Path:
        """The folder with the patient's files."""
        return self._folder.paths.data

    @property
    def can_move(self) -> bool:
        """Whether it is ours to move: not when it was named on the command line."""
        return self._folder.paths.remembered or not self._folder.paths.chosen

    @property
    def is_gone(self) -> bool:
        """Whether the folder was chosen in Settings and is not there now."""
        return self._folder.paths.remembered and self._folder.access is Access.MISSING

    def hold(self) -> None:
        """Have nothing written until ``let_go``. While something is not saved yet it refuses."""
        hold(self._folder, Doing.MOVE)

    def carry_over(self, target: Path) -> MoveDone:
        """Copy the files to *target*, use that from now on, and clear the old folder of ours."""
        try:
            moved = move(self._folder.paths, self._paths_of(target))
        except StorageError as error:
            raise not_done(Doing.MOVE, error, self._folder.paths.data) from error
        return MoveDone(moved=moved, sentences=_sentences(moved))

    def let_go(self, done: MoveDone | None) -> None:
        """Write again, to the new folder if it was *done*, and tell everybody."""
        let_go(self._folder, self._changes, None if done is None else done.moved.paths)

    def use_the_usual_folder(self) -> None:
        """Forget, from the next start on, the folder that was chosen: for one that is gone."""
        try:
            remember(self._folder.paths.config, None)
        except StorageError as error:
            raise not_done(Doing.MOVE, error) from error


def _sentences(moved: Moved) -> tuple[str, ...]:
    text = ngettext(
        "{count} file is now in {folder}. It was read back and is right.",
        "{count} files are now in {folder}. They were read back and are right.",
        moved.files,
    )
    said = [text.format(count=moved.files, folder=moved.paths.data)]
    if moved.stayed:
        said += [_("In the old folder stayed:"), *named(moved.stayed)]
    return tuple(said)
