"""What goes on behind the window once it has painted: nothing of it holds up the start."""

from PySide6.QtCore import QObject, Slot

from app.shell.draft_timer import DraftTimer
from app.shell.program import Program
from app.shell.reload import Reload
from app.shell.single_instance import Doorbell
from app.shell.slices import Slices
from app.shell.window import Window
from app.storage.folder_probe import Access


class Background(QObject):
    """Keeps drafts, hears later starts, reads every file in slices, and sees what others change."""

    def __init__(self, program: Program, window: Window) -> None:
        super().__init__(window)
        self._program = program
        self._window = window
        self._bell: Doorbell | None = None
        self.drafts = DraftTimer(program.recovery, program.changes, self)
        self.loader = Slices(program.loading.step, self)
        self.reload = Reload(program.outside, self)
        window.closed.connect(self.loader.stop)
        window.closed.connect(self.reload.stop)
        self.reload.found.connect(self._load_again)

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
        if self._bell is not None:
            self._bell.close()
