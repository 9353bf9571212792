"""Values that have a file to themselves: profile, settings, own checklist, and more."""

from typing import Generic, TypeVar

from msgspec import Struct

from app.storage.data_folder import DataFolder
from app.storage.documents import put_whole
from app.storage.layouts import Layout

T = TypeVar("T", bound=Struct)


class DocumentRepository(Generic[T]):
    """Reads and replaces the value of one file of the data folder."""

    def __init__(self, folder: DataFolder, layout: Layout[T]) -> None:
        self._folder = folder
        self._layout = layout
        self._name = f"{layout.kind}.yaml"

    def get(self) -> T:
        """Return what was put last, or stands in the file; defaults for what cannot be read."""
        value = self._folder.slot(self._name, self._layout).value()
        return self._layout.value_type() if value is None else value

    def put(self, value: T, *, keep_theirs: bool = False) -> None:
        """Keep *value* and have it written; how that went is reported to the folder.

        With *keep_theirs* the file as it is stays beside it.
        """
        slot = self._folder.slot(self._name, self._layout)
        change = put_whole(value, self._layout)
        slot.edit(self._layout.kind, change, keep_theirs=keep_theirs)
