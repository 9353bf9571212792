"""Whether everything is on the disk, and if not, why, in plain words."""

from enum import Enum
from pathlib import Path

from app.i18n import _
from app.services.changes import Changes, Kind
from app.services.problems import reading_failed, saving_advice, saving_failed
from app.storage.atomic import write_atomically
from app.storage.data_folder import DataFolder
from app.storage.errors import ErrorCode, StorageError
from app.storage.folder_probe import Access
from app.storage.jobs import SaveOutcome, SaveReport
from app.storage.problems import FileProblem


class SaveState(Enum):
    """How the newest words stand."""

    SAVED = "saved"
    WAITING = "waiting"
    UNCONFIRMED = "unconfirmed"
    FAILED = "failed"


class Saving:
    """Follows the writer, file by file, and says what it reports."""

    def __init__(self, folder: DataFolder, changes: Changes) -> None:
        self._folder = folder
        self._changes = changes
        self._failed: dict[Path, SaveReport] = {}
        self._unconfirmed: set[Path] = set()
        folder.on_save.append(self._hear)
        folder.noted.listeners.append(self._problems_changed)
        folder.on_replaced.append(self._begin_anew)

    @property
    def state(self) -> SaveState:
        """How the newest words stand, the worst file first."""
        if self._failed:
            return SaveState.FAILED
        if self._folder.pending or self._folder.unsaved_slots():
            return SaveState.WAITING  # written or not: the report is still on its way
        return SaveState.UNCONFIRMED if self._unconfirmed else SaveState.SAVED

    @property
    def sentence(self) -> str:
        """The state in words."""
        state = self.state
        if state is SaveState.FAILED:
            code = next(iter(self._failed.values())).error
            why = f"{saving_failed(code)} {saving_advice(code)}".rstrip()
            return _("Not saved yet. Your words are still here. {why}").format(why=why)
        return {
            SaveState.WAITING: _("Saving…"),
            SaveState.UNCONFIRMED: _("Saved, but the disk did not confirm it."),
            SaveState.SAVED: _("Saved"),
        }[state]

    @property
    def problems(self) -> tuple[FileProblem, ...]:
        """What is wrong with the folder and the files read so far."""
        return self._folder.noted.all()

    @property
    def folder_sentence(self) -> str:
        """What cannot be done with the folder, in words; empty when all is well."""
        if self._folder.access is Access.WRITABLE and self._folder.noted.trouble is not None:
            if self._folder.noted.trouble in (ErrorCode.MISSING, ErrorCode.NOT_A_FOLDER):
                return _("The folder with your files is not there.")
            return _("The folder with your files can only be read.")
        return {
            Access.WRITABLE: "",
            Access.READ_ONLY_LOCKED: _(
                "Soft Landing is already open with these files. Here they can only be read."
            ),
            Access.READ_ONLY_DISK: _("The folder with your files can only be read."),
            Access.MISSING: _("The folder with your files is not there."),
            Access.UNUSABLE: _("The folder with your files cannot be opened."),
        }[self._folder.access]

    @property
    def is_out_of_reach(self) -> bool:
        """Whether nothing that is in the folder can be read now."""
        folder = self._folder
        return folder.access in (Access.MISSING, Access.UNUSABLE) or folder.noted.trouble in (
            ErrorCode.MISSING,
            ErrorCode.NOT_A_FOLDER,
        )

    @property
    def folder_path(self) -> Path:
        """The folder with the patient's files."""
        return self._folder.paths.data

    def problem_sentence(self, problem: FileProblem) -> str:
        """Return what is wrong with a file, in words."""
        return reading_failed(problem.code, problem.line)

    @property
    def unsaved_text(self) -> str:
        """Everything that is not in its file yet, as it would stand there."""
        return "\n".join(
            file.text() for slot in self._folder.unsaved_slots() for file in slot.unsaved_files()
        )

    def save_elsewhere(self, path: Path) -> str:
        """Write what is unsaved into the file *path*, and return how that went, in words."""
        try:
            write_atomically(path, self.unsaved_text.encode())
        except StorageError as error:
            return _(
                "That did not work. {why} Choose another place. Your words are still here."
            ).format(why=saving_failed(error.code))
        return _("A copy of your words is in {file}.").format(file=path.name)

    def retry(self) -> None:
        """Try again now."""
        self._folder.retry()
        self._changes.announce(Kind.SAVING)

    def _begin_anew(self) -> None:
        """Forget what became of files that are replaced, or lie elsewhere now."""
        self._failed.clear()
        self._unconfirmed.clear()

    def _hear(self, report: SaveReport) -> None:
        if not report.path.is_relative_to(self._folder.paths.data):
            return  # of a place that the folder has left since
        self._failed.pop(report.path, None)
        self._unconfirmed.discard(report.path)
        if report.outcome is SaveOutcome.FAILED:
            self._failed[report.path] = report
        elif report.outcome is SaveOutcome.UNCONFIRMED:
            self._unconfirmed.add(report.path)
        self._changes.announce(Kind.SAVING)

    def _problems_changed(self) -> None:
        self._changes.announce(Kind.PROBLEMS)
