"""Infusions: one file each, named after the first planned date and three characters."""

import re
from typing import Final

from msgspec.structs import replace

from app.domain.infusion import Infusion
from app.storage.data_folder import DataFolder
from app.storage.documents import put_whole, remove_whole
from app.storage.layouts import INFUSION
from app.storage.slot import NUMBERED, Slot

FOLDER: Final = "infusions"
ID: Final = r"[0-9]{4}-[0-9]{2}-[0-9]{2}-[A-Za-z0-9]{2,16}"
FILE_NAME: Final = re.compile(rf"({ID})(?:{NUMBERED})?\.yaml")


class InfusionRepository:
    """Reads and replaces infusions. Which there are, the names of their files tell."""

    def __init__(self, folder: DataFolder) -> None:
        self._folder = folder

    def ids(self) -> list[str]:
        """Return the ids of all infusions, the latest first planned date first."""
        found = {
            match[1] for name in self._folder.names(FOLDER) if (match := FILE_NAME.fullmatch(name))
        }
        for slot in self._folder.unsaved_slots():
            if slot.layout is INFUSION:
                (found.discard if slot.is_empty else found.add)(slot.path.stem)
        return sorted(found, reverse=True)

    def get(self, infusion_id: str) -> Infusion | None:
        """Return the infusion with this id; nothing if there is none, or it cannot be read."""
        infusion = self._slot(infusion_id).value()
        return None if infusion is None else replace(infusion, id=infusion_id)

    def newest(self, count: int) -> list[Infusion]:
        """Return the *count* infusions planned last, newest first, and read no others."""
        found: list[Infusion] = []
        for infusion_id in self.ids():
            if len(found) == count:
                break
            infusion = self.get(infusion_id)
            if infusion is not None:
                found.append(infusion)
        return found

    def all(self) -> list[Infusion]:
        """Return all infusions that can be read, newest first."""
        return self.newest(-1)

    def put(self, infusion: Infusion, *, keep_theirs: bool = False) -> None:
        """Add *infusion*, or replace the one with the same id, and have it written.

        With *keep_theirs* the file as it is stays beside it.
        """
        change = put_whole(infusion, INFUSION)
        self._slot(infusion.id).edit(infusion.id, change, keep_theirs=keep_theirs)

    def delete(self, infusion_id: str) -> None:
        """Remove the infusion with this id, if there is one."""
        infusion = self.get(infusion_id)
        if infusion is not None:
            self._slot(infusion_id).edit(infusion_id, remove_whole(infusion))

    def _slot(self, infusion_id: str) -> Slot[Infusion]:
        return self._folder.slot(file_name(infusion_id), INFUSION)


def file_name(infusion_id: str) -> str:
    """Return the name of the file of the infusion with this id."""
    return f"{FOLDER}/{infusion_id}.yaml"
