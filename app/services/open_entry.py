"""One entry of the journal while it is written, and the version that it was made from."""

from typing import Any, Generic

from app.domain.versions import W
from app.services.journal import Journal
from app.services.undo import Step


class OpenEntry(Generic[W]):
    """``entry`` is what the screen shows; nothing of it is stored before ``keep``.

    Whoever opens it passes itself as *owner*, and does not hear of its own changes.
    """

    def __init__(self, journal: Journal, owner: object, entry: W, *, is_stored: bool) -> None:
        self._journal = journal
        self._owner = owner
        self.entry = entry
        self._over: W | None = entry if is_stored else None
        """The stored version that ``entry`` was made from."""

    @property
    def is_stored(self) -> bool:
        """Whether anything of it was kept."""
        return self._over is not None

    @property
    def versions(self) -> int:
        """How many earlier versions it has that say something else than now."""
        return len(self._journal.versions_of(self.entry)) if self.is_stored else 0

    def keep(self, entry: W) -> bool:
        """Store *entry*; return whether what is kept says more, because others changed it too."""
        self.entry = self._over = self._journal.keep(entry, sender=self._owner, over=self._over)
        return not self.entry.says_the_same(_any(entry))

    def look_again(self) -> bool:
        """Take over what others made of it, in an editor or on another computer.

        Returns whether it says something else now. One that is gone stays as it is shown.
        """
        stored = self._journal.find(self.entry.id, self.entry.day) if self.is_stored else None
        if type(stored) is not type(self.entry) or _any(stored).says_the_same(self.entry):
            return False
        self.entry = self._over = _any(stored)
        return True

    def delete(self) -> Step | None:
        """Remove it, if it is stored; return the way back."""
        return self._journal.delete(self.entry) if self.is_stored else None


def _any(entry: Any) -> Any:
    return entry
