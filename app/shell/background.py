"""What goes on behind the window once it has painted: nothing of it holds up the start."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from app.domain.preferences import Reminding
from app.services.changes import Kind
from app.shell.draft_timer import DraftTimer
from app.shell.program import Program
from app.shell.reload import Reload
from app.shell.single_instance import Doorbell
from app.shell.slices import Slices
from app.shell.window import Window
from app.storage.folder_probe import Access
from app.ui.theme.theme import Theme

if TYPE_CHECKING:
    from app.shell.attention import Attention


class Background(QObject):
    """Keeps drafts, hears later starts, reads every file in slices, and sees what others change.

    ``attention`` is there from when reminders or the icon in the tray are first wanted.
    """

    def __init__(self, program: Program, window: Window, theme: Theme) -> None:
        super().__init__(window)
        self._program = program
        self._window = window
        self._theme = theme
        self.attention: Attention | None = None
        self._bell: Doorbell | None = None
        self.drafts = DraftTimer(program.recovery, program.changes, self)
        self.loader = Slices(program.loading.step, self)
        self.reload = Reload(program.outside, self)
        window.closed.connect(self.loader.stop)
        window.closed.connect(self.reload.stop)
        window.closed.connect(self._calm_down)
        self.reload.found.connect(self._load_again)
        program.changes.listen(self, self._hear)

    def start(self) -> None:
        """Begin with all of it."""
        self.drafts.start()
        if self._program.folder.access is not Access.READ_ONLY_LOCKED:
            self._bell = Doorbell(self._program.folder.paths, self)
            self._bell.rung.connect(self._window.come_forward)
        self._program.search  # noqa: B018 -- it has to be there to be handed the words
        self._program.loading.start()
        self.loader.start()
        self.reload.start()
        self._follow_settings()

    def _hear(self, kind: Kind) -> None:
        if kind is Kind.SETTINGS:
            self._follow_settings()

    def _follow_settings(self) -> None:
        """Remind, and show an icon in the tray, if that is wanted; else load nothing of it."""
        wanted = self._program.preferences.settings.reminders
        if self.attention is None and wanted != Reminding():
            from app.shell.attention import Attention

            self.attention = Attention(self._program, self._window, self._theme, self)
        if self.attention is not None:
            self.attention.follow(wanted)

    @Slot()
    def _calm_down(self) -> None:
        self._program.changes.forget(self)
        if self.attention is not None:
            self.attention.stop()

    @Slot()
    def _load_again(self) -> None:
        """Hand the search what others wrote, and find what they damaged."""
        self._program.loading.start()
        self.loader.start()

    def stop(self) -> None:
        """End all of it."""
        self.drafts.stop()
        self.loader.stop()
        self.reload.stop()
        self._calm_down()
        if self._bell is not None:
            self._bell.close()
