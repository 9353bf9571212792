"""Words that did not reach their file: kept while the program runs, offered back afterwards."""

from datetime import datetime
from functools import partial
from typing import Any

from app.i18n import _, ngettext
from app.services.changes import OF_FILES, Changes, Kind
from app.services.saving import SaveState, Saving
from app.services.undo import Step
from app.storage.drafts import Drafts, FoundDraft
from app.storage.errors import StorageError
from app.storage.layouts import Layout
from app.storage.yaml_values import Document


class Recovery:
    """Follows what is unsaved, and remembers what an earlier run left behind."""

    def __init__(self, drafts: Drafts, saving: Saving, changes: Changes) -> None:
        self._drafts = drafts
        self._saving = saving
        self._changes = changes
        self._taken: list[FoundDraft] = []
        self.found: tuple[FoundDraft, ...] = ()
        """What an earlier run left, and nobody has decided about yet."""

    def start(self) -> None:
        """Look for what an earlier run left; what is in its file by now is let go."""
        self._drafts.open()
        found = self._drafts.found()
        for draft in found:
            if self._drafts.is_in_its_file(draft):
                self._forget(draft)
        self._offer(tuple(one for one in found if not self._drafts.is_in_its_file(one)))

    def keep(self) -> bool:
        """Keep a draft of everything unsaved; return whether to come again soon."""
        self._drafts.keep()
        for draft in tuple(self._taken):
            if self._saving.state is SaveState.SAVED and self._drafts.is_in_its_file(draft):
                self._taken.remove(draft)
                self._forget(draft)
        busy = self._saving.state is not SaveState.SAVED
        return busy or bool(self._drafts.kept) or bool(self._taken)

    def hold(self, name: str, layout: Layout[Any], document: Document) -> None:
        """Keep *document* too, which is not to be in the file *name* yet."""
        self._drafts.hold(name, layout, document)
        self._changes.announce(Kind.SAVING)

    def release(self, name: str) -> None:
        """Hold nothing more for the file *name*."""
        self._drafts.release(name)

    def keep_now(self, seconds: float) -> bool:
        """Keep what is unsaved at once; return whether it is on a disk within *seconds*."""
        self._drafts.keep()
        return self._drafts.wait(seconds)

    def close(self, seconds: float) -> bool:
        """Keep what is unsaved, within *seconds*; return whether every word is on a disk."""
        return self._drafts.close(seconds)

    @property
    def names(self) -> str:
        """The files that the found drafts were meant for, one on a line."""
        return "\n".join(dict.fromkeys(draft.name for draft in self.found))

    @property
    def sentence(self) -> str:
        """What was found, in words."""
        return ngettext(
            "Something you wrote did not reach its file last time. It was kept beside it.",
            "Something you wrote did not reach {count} files last time. It was kept beside them.",
            len(self._names),
        ).format(count=len(self._names))

    @property
    def newest(self) -> datetime | None:
        """When the newest of the found drafts was written, by the computer's clock."""
        written = max((draft.written for draft in self.found), default=None)
        return None if written is None else datetime.fromtimestamp(written).astimezone()

    @property
    def text(self) -> str:
        """What was found, as it stands in the drafts."""
        return "\n".join(draft.data.decode() for draft in self.found)

    def take_back(self) -> None:
        """Put what was found into its files; an entry that is newer there stays as it is."""
        for draft in self.found:
            self._drafts.take_back(draft)
        self._taken.extend(self.found)
        self._offer(())
        for kind in OF_FILES.values():
            self._changes.announce(kind)

    def let_go(self) -> Step:
        """Remove what was found."""
        found = self.found
        for draft in found:
            self._forget(draft)
        self._offer(())
        return Step(_("Draft removed."), partial(self._bring_back, found))

    @property
    def _names(self) -> set[str]:
        return {draft.name for draft in self.found}

    def _bring_back(self, found: tuple[FoundDraft, ...]) -> None:
        for draft in found:
            self._drafts.put_back(draft)
        self._offer(found)

    def _offer(self, found: tuple[FoundDraft, ...]) -> None:
        if found != self.found:
            self.found = found
            self._changes.announce(Kind.PROBLEMS)

    def _forget(self, draft: FoundDraft) -> None:
        try:
            self._drafts.forget(draft)
        except StorageError:
            return  # it stays where it is, and is offered again next time
