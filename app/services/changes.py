"""The change feed: who keeps a view of something hears that it changed."""

from collections.abc import Callable
from enum import Enum
from typing import Final

from app.storage.clinic_places import KIND as CLINIC_KIND
from app.storage.layouts import (
    CALM,
    CHECKLIST,
    CONSULTATION,
    HISTORY,
    INFUSION,
    JOURNAL,
    PROFILE,
    SETTINGS,
)


class Kind(Enum):
    """What can change."""

    INFUSIONS = "infusions"
    CHECKLIST = "checklist"
    CONSULTATION = "consultation"
    JOURNAL = "journal"
    PROFILE = "profile"
    SETTINGS = "settings"
    CALM = "calm"
    CALM_CHOICES = "calm_choices"
    CLINIC = "clinic"
    SAVING = "saving"
    PROBLEMS = "problems"


OF_FILES: Final = {
    INFUSION.kind: Kind.INFUSIONS,
    CHECKLIST.kind: Kind.CHECKLIST,
    CONSULTATION.kind: Kind.CONSULTATION,
    CALM.kind: Kind.CALM_CHOICES,
    JOURNAL.kind: Kind.JOURNAL,
    HISTORY.kind: Kind.JOURNAL,
    PROFILE.kind: Kind.PROFILE,
    SETTINGS.kind: Kind.SETTINGS,
    CLINIC_KIND: Kind.CLINIC,
}
"""What changes with a file of the data folder, by the kind of that file."""

Listener = Callable[[Kind], None]


class Changes:
    """Tells listeners what kind of thing changed; they ask for the values themselves.

    A sender that listens too ignores its own echo by passing itself as *sender*.
    """

    def __init__(self) -> None:
        self._listeners: list[tuple[object, Listener]] = []

    def listen(self, owner: object, listener: Listener) -> None:
        """Call *listener* with the kind of every change that *owner* did not make itself."""
        self._listeners.append((owner, listener))

    def forget(self, owner: object) -> None:
        """Stop telling *owner*."""
        self._listeners = [(other, one) for other, one in self._listeners if other is not owner]

    def forget_all(self) -> None:
        """Tell nobody any more: the program is closed, and late reports are for no one."""
        self._listeners.clear()

    def announce(self, kind: Kind, sender: object = None) -> None:
        """Tell everybody but *sender* that something of *kind* changed."""
        for owner, listener in tuple(self._listeners):
            if owner is not sender:
                listener(kind)
