"""Putting the window together: the composition root for everything that is seen."""

import gc
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLocale, Qt, Slot
from PySide6.QtWidgets import QApplication

from app import NAME
from app.assets import resource
from app.domain.calm_events import OF_THE_COMPUTER
from app.domain.clock import Clock
from app.i18n import _, install, is_right_to_left
from app.services.changes import Kind
from app.services.system_clock import SystemClock
from app.shell.crash import CrashLog
from app.shell.endings import Endings
from app.shell.places import Places
from app.shell.privacy import leave_no_core_dump
from app.shell.program import Program
from app.shell.window import Window
from app.storage.folder_probe import Access
from app.storage.paths import Paths, default_paths
from app.ui.dates import set_language, time_name
from app.ui.route import Route
from app.ui.tasks import Deliver
from app.ui.theme.theme import STYLE, Theme
from app.ui.undo import UndoStack

if TYPE_CHECKING:
    from app.shell.background import Background

EXIT_AFTER_PAINT: Final = "SOFT_LANDING_EXIT_AFTER_PAINT"
"""An environment variable: set to 1, the program says when it first painted, and ends."""


class Desktop:
    """The program with its window: opened on *paths*, closed with the window.

    *clinic* is a clinic's pack that was named at the start.
    """

    def __init__(
        self, paths: Paths, clock: Clock, language: str = "", *, clinic: Path | None = None
    ) -> None:
        self._deliver = Deliver()
        self.program = Program(paths, clock, self._deliver, clinic=clinic)
        self._speak(language or self.program.preferences.settings.language)
        self.theme = Theme()
        self.theme.apply(self.program.preferences.settings.look)
        self.undo = UndoStack()
        self.places = Places(self.program, self.theme, self.undo)
        self.window = Window(
            theme=self.theme,
            places=self.places.all(),
            undo=self.undo,
            saving=self.program.saving,
            recovery=self.program.recovery,
            changes=self.program.changes,
        )
        self.window.painted_first.connect(self._after_paint)
        self.background: Background | None = None
        self.places.calm.window = self.window
        self.program.changes.listen(self, self._hear)

    def show(self) -> None:
        """Go to the first page and show the window."""
        if self.program.calm.running is not None:
            self._tell_what_happened_meanwhile()
        self.window.navigation.go(self._first_route())
        self.window.show()

    def close(self) -> bool:
        """Close the window and the folder; return whether every word is on the disk."""
        self.window.close()
        if self.background is not None:
            self.background.stop()
        self.places.calm.stop()
        saved = self.program.close()
        self.program.changes.forget_all()
        return saved

    def tell_of_a_fault(self) -> None:
        """Say that something unexpected happened, and what is safe."""
        self.window.tell(
            _("Something went wrong in the program. What was saved is safe. You can go on.")
        )

    def _first_route(self) -> Route:
        if self.program.calm.running is not None:
            return Route("calm_running")
        if self.program.preferences.settings.first_run_at is None:
            return Route("first_run")
        return Route("today")

    def _tell_what_happened_meanwhile(self) -> None:
        """Say what became of a session that ran on while the program was closed."""
        care = self.places.calm.care()
        happened, finished = self.program.calm.look()
        for one in happened:
            if one.event in OF_THE_COMPUTER:
                care.tell(one)
        if finished is not None:
            self.window.tell(
                _("Your calm session ended at {time}, while the program was closed.").format(
                    time=time_name(finished.ended)
                )
            )

    def _speak(self, wanted: str) -> None:
        """Use *wanted*, or the computer's language, for words, dates and direction."""
        language = install(wanted or QLocale.system().name(), resource("locale"))
        set_language(language)
        right_to_left = Qt.LayoutDirection.RightToLeft
        QApplication.setLayoutDirection(
            right_to_left if is_right_to_left() else Qt.LayoutDirection.LeftToRight
        )

    def _hear(self, kind: Kind) -> None:
        if kind is Kind.CALM:
            self.places.calm.care()  # from the first session on somebody looks after it
        if kind is Kind.SETTINGS:
            self.theme.apply(self.program.preferences.settings.look)

    @Slot()
    def end(self) -> None:
        """End now, as the system wants it: every word is saved, or kept as a draft.

        The window is not asked: it would stay while something is not saved, and with nobody
        writing any more.
        """
        self.window.navigation.leave()
        self.program.close()
        QApplication.exit(0)

    @Slot()
    def _after_paint(self) -> None:
        if os.environ.get(EXIT_AFTER_PAINT) == "1":
            print("painted", flush=True)
            QApplication.quit()
        elif self.window.isVisible():
            self._work_behind_it()

    def _work_behind_it(self) -> None:
        """Begin with what nobody has to wait for."""
        from app.shell.background import Background

        self.background = Background(self.program, self.window, self.theme)
        self.background.start()


def application() -> QApplication:
    """Return the one QApplication, made at the first call."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    made = QApplication([*sys.argv[:1], *STYLE])
    made.setApplicationName("soft-landing")
    made.setApplicationDisplayName(NAME)
    made.setDesktopFileName("org.softlanding.SoftLanding")
    return made


def run(data_dir: Path | None, language: str, clinic: Path | None = None) -> int:
    """Show the window and stay until it is closed; return the exit code."""
    leave_no_core_dump()
    qt = application()
    clock = SystemClock()
    desktop = Desktop(default_paths(data_dir), clock, language, clinic=clinic)
    if _is_open_elsewhere(desktop.program):
        desktop.close()
        return 0
    crash_log = CrashLog(desktop.program.folder.paths.state, clock)
    crash_log.install()
    crash_log.tell(desktop.tell_of_a_fault)
    desktop.window.fit_screen()
    desktop.show()
    endings = Endings()
    endings.asked.connect(desktop.end)
    gc.freeze()  # what the start has built stays: no later collection need look at it
    gc.enable()
    code = qt.exec()
    desktop.close()
    endings.stop()
    return code


def _is_open_elsewhere(program: Program) -> bool:
    """Tell whether another window has these files and came forward when it was asked."""
    if program.folder.access is not Access.READ_ONLY_LOCKED:
        return False
    from app.shell.single_instance import ring

    return ring(program.folder.paths)
