"""The calm session under way, in the state folder: closing the program ends nothing."""

from app.domain.calm import RunningSession
from app.storage.data_folder import DataFolder
from app.storage.documents import put_whole, read
from app.storage.layouts import RUNNING
from app.storage.yaml_values import Document


class RunningRepository:
    """Reads and replaces the session under way. It holds no words, so a broken file is let go."""

    def __init__(self, folder: DataFolder) -> None:
        self._file = folder.state_file(folder.paths.running_session, RUNNING)

    def get(self) -> RunningSession | None:
        """Return the session under way, or nothing."""
        self._file.refresh()
        return read(self._file.document, RUNNING)[0] if self._file.document else None

    def put(self, session: RunningSession) -> None:
        """Keep *session* and have it written."""
        self._file.refresh()
        self._file.apply(RUNNING.kind, put_whole(session, RUNNING))
        self._file.submit()

    def clear(self) -> None:
        """Forget the session."""
        self._file.refresh()
        self._file.apply(RUNNING.kind, _nothing)
        self._file.submit()


def _nothing(_document: Document) -> Document:
    return {}
