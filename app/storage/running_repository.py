"""The calm session under way, in the state folder: closing the program ends nothing."""

from app.domain.calm import RunningSession
from app.storage.data_folder import DataFolder
from app.storage.documents import put_whole, read
from app.storage.layouts import RUNNING
from app.storage.yaml_file import YamlFile
from app.storage.yaml_values import Document


class RunningRepository:
    """Reads and replaces the session under way. It holds no words, so a broken file is let go."""

    def __init__(self, folder: DataFolder) -> None:
        self._folder = folder
        self._file = folder.state_file(folder.paths.running_session, RUNNING)
        folder.on_replaced.append(self._go_on)

    def get(self) -> RunningSession | None:
        """Return the session under way, or nothing."""
        file = self._refreshed()
        return read(file.document, RUNNING)[0] if file.document else None

    def put(self, session: RunningSession) -> None:
        """Keep *session* and have it written."""
        file = self._refreshed()
        file.apply(RUNNING.kind, put_whole(session, RUNNING))
        file.submit()

    def clear(self) -> None:
        """Forget the session."""
        file = self._refreshed()
        file.apply(RUNNING.kind, _nothing)
        file.submit()

    def _go_on(self) -> None:
        """Move with the data folder, and write what had to wait while that was held."""
        waiting = self._file.forget()
        self._file = self._folder.state_file(self._folder.paths.running_session, RUNNING)
        if waiting:
            file = self._refreshed()
            for key, change in waiting.items():
                file.apply(key, change)
            file.submit()

    def _refreshed(self) -> YamlFile:
        """Return the file as it is on the disk now."""
        self._file.refresh()
        return self._file


def _nothing(_document: Document) -> Document:
    return {}
