"""Looking at what is stored while a page is seen, and at nothing while it is not."""

from typing import ClassVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from app.services.changes import Changes, Kind
from app.ui.theme.theme import Theme
from app.ui.widgets.page import Page


class Following(QObject):
    """What a page shows of what is stored. ``changed`` tells that it was looked at anew."""

    changed = Signal()

    FOLLOWED: ClassVar[frozenset[Kind]]
    """At a change of these it looks again, while it is followed."""

    def __init__(self, changes: Changes, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._is_followed = False
        changes.listen(self, self._hear)

    @property
    def is_followed(self) -> bool:
        """Whether changes are followed."""
        return self._is_followed

    def follow(self) -> None:
        """Look at what is stored, and follow its changes."""
        self._is_followed = True
        self._look()

    def stop(self) -> None:
        """Follow changes no more until ``follow``."""
        self._is_followed = False

    def _look(self) -> None:
        raise NotImplementedError  # Qt's metaclass and abstract methods do not go together

    def _hear(self, kind: Kind) -> None:
        if self._is_followed and kind in self.FOLLOWED:
            self._look()


class FollowingPage(Page):
    """A page that follows while it is seen; a window that is only minimized goes on following.

    A subclass follows in ``arrive``, in its own way. After Help now it goes on.
    """

    def __init__(
        self,
        theme: Theme,
        *followed: Following,
        column: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, column=column, parent=parent)
        self._followed = followed

    def come_back(self) -> None:
        """Go on following what is stored."""
        for one in self._followed:
            one.follow()

    def hideEvent(self, event: QHideEvent) -> None:
        """Follow nothing more."""
        super().hideEvent(event)
        if not event.spontaneous():
            for one in self._followed:
                one.stop()
