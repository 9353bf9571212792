"""Changes that others make to the files while the program is open: shown, as if made here."""

from collections.abc import Callable
from functools import partial

from app.services.changes import OF_FILES, Changes, Kind
from app.storage.check import layout_of
from app.storage.data_folder import DataFolder
from app.storage.errors import ErrorCode
from app.storage.folder_probe import Access
from app.storage.jobs import SaveOutcome, SaveReport
from app.storage.problems import relative
from app.storage.watching import Snapshot, Watch, look


class Outside:
    """Looks at the disk when asked, and announces what others changed there."""

    def __init__(self, folder: DataFolder, changes: Changes) -> None:
        self._folder = folder
        self._watch = Watch(folder)
        self._changes = changes
        self._is_gone = folder.access is Access.MISSING
        folder.on_save.append(self._hear)

    def look(self) -> Callable[[], Snapshot]:
        """Return the looking, which may take long, and is to be done off the main thread."""
        return partial(look, self._folder.paths.data, self._watch.files())

    def take(self, snapshot: Snapshot) -> bool:
        """Announce what *snapshot* shows; return whether anything was changed by others.

        One of a place that the folder has left meanwhile shows nothing.
        """
        if snapshot.root != self._folder.paths.data:
            return False
        self._follow(is_there=snapshot.is_there)
        kinds = self._watch.changed(snapshot)
        for name in sorted(kinds):
            if name in OF_FILES:
                self._changes.announce(OF_FILES[name])
        return bool(kinds)

    def _hear(self, report: SaveReport) -> None:
        """Announce what others wrote and a save found, now that it is put together with ours."""
        if report.outcome is SaveOutcome.CHANGED_OUTSIDE:
            layout = layout_of(relative(report.path, self._folder.paths.data))
            if layout is not None:
                self._changes.announce(OF_FILES[layout.kind])

    def _follow(self, *, is_there: bool) -> None:
        """Say that the folder is gone as soon as it is, and go on as soon as it is back."""
        folder = self._folder
        if folder.is_held:
            return
        was_gone, self._is_gone = self._is_gone, not is_there
        if self._is_gone and folder.access is Access.WRITABLE:
            folder.noted.note_trouble(ErrorCode.MISSING)
        elif was_gone and is_there:
            folder.retry()
            self._changes.announce(Kind.SAVING)
