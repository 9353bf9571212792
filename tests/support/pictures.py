"""Pictures of every page and state in every look, to be looked at by a person.

./dev pictures [NAME…] writes them, or those whose names begin so, into build/pictures; the
README's are written into docs/pictures too. Names end in look, text size and window width.
"""

import os
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["SOFT_LANDING_SILENT"] = "1"

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from app.domain.calm_phases import single
from app.domain.check_in import TimePoint
from app.domain.infusion import Outcome
from app.domain.preferences import Look, ThemeName
from app.shell.bootstrap import Desktop, application
from app.storage.paths import Paths
from app.ui.route import Route
from tests.support import full_day
from tests.support.clock import FixedClock
from tests.support.picture_acts import Press, Tick, Wait, wait_for, walk
from tests.support.source import ROOT

FOLDER = ROOT / "build" / "pictures"
README_FOLDER = ROOT / "docs" / "pictures"
README = {
    "today-days-before": "today",
    "prepare": "prepare",
    "check-in": "check-in",
    "foggy-2": "foggy",
    "weeks-journal": "journal",
    "calm-running": "calm",
    "help": "help",
}
"""Which pictures, light at 100 % and 1180 pixels wide, the README shows, and by which name."""

ELSEWHERE = {
    *("first-run", "today", "copies", "move", "farewell", "eyes-closed-start", "music", "someone"),
    *("foggy", "by-infusion", "infusion-story"),
}
"""Pages of which other scenes take better pictures."""

THEMES = (ThemeName.LIGHT, ThemeName.DARK, ThemeName.CONTRAST)
PERCENTS = (100, 200)
SIZES = ((1180, 860), (800, 600))
CUT_OFF = "  - id: own23457\n    cre"
BROKEN = "schema: 1\ncheck_ins:\n\t- id: one\n"


class Studio:
    """One window on a folder of its own, and the camera before it."""

    def __init__(self, home: Path, wanted: tuple[str, ...]) -> None:
        self.clock = FixedClock()
        self._home = home
        self._wanted = wanted
        self.desktop = self._open()
        self.routes: dict[str, Route] = {}

    def fill(self) -> None:
        """Live a few real-looking days."""
        self.coming, check_in = full_day.fill(self.desktop.program, self._pass)
        self.routes = full_day.routes(self.coming, check_in)

    def reopen(self) -> None:
        """Close the window and start again."""
        self.close()
        self.desktop = self._open()

    def close(self) -> None:
        """Close the window and forget it."""
        self.desktop.close()
        settle()  # the last reports, while there is a window to hear them
        self.desktop.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def take(
        self, name: str, route: Route, act: Callable[[], None] | None = None, *, end: bool = False
    ) -> None:
        """Go to *route* and take its picture in every look; *act* first, *end* scrolls down."""
        if self._wanted and not name.startswith(self._wanted):
            return
        window = self.desktop.window
        for theme, percent in product(THEMES, PERCENTS):
            look = Look(theme=theme, text_percent=percent)
            if not self.desktop.program.folder.is_held:
                self.desktop.program.preferences.keep_look(look)
            self.desktop.theme.apply(look)
            for width, height in SIZES:
                window.resize(width, height)
                window.navigation.go(route)
                if window.isFullScreen():  # the picture is to show other screens too
                    window.showNormal()
                    window.resize(width, height)
                settle()
                if act is not None:
                    act()
                if end and window.navigation.page is not None:
                    bar = window.navigation.page.area.verticalScrollBar()
                    settle()
                    bar.setValue(bar.maximum())
                settle()
                picture = window.grab().toImage()
                picture.save(str(FOLDER / f"{name}-{theme.value}-{percent}-{width}.png"))
                if (theme, percent, width) == (ThemeName.LIGHT, 100, 1180) and name in README:
                    _save_small(picture, README_FOLDER / f"{README[name]}.png")

    def _open(self) -> Desktop:
        paths = Paths(
            data=self._home / "Soft Landing",
            state=self._home / "state",
            config=self._home / "config",
        )
        desktop = Desktop(paths, self.clock, "en")
        desktop.show()
        desktop.window.activateWindow()
        return desktop

    def _pass(self, time: timedelta) -> None:
        self.clock.advance(seconds=time.total_seconds())


def _save_small(picture: QImage, path: Path) -> None:
    """Save *picture* in its own 256 commonest colors, packed hard: it goes into the repository."""
    plain = picture.convertToFormat(QImage.Format.Format_RGB32)
    pixels = memoryview(plain.constBits()).cast("B").cast("I")
    colors = [color for color, _count in Counter(pixels).most_common(256)]
    nearest = Qt.ImageConversionFlag.ThresholdDither
    plain.convertToFormat(QImage.Format.Format_Indexed8, colors, nearest).save(str(path), quality=0)


def settle() -> None:
    """Let layouts, queued reports and deletions happen."""
    for _round in range(6):
        QApplication.processEvents()


@contextmanager
def studio(wanted: tuple[str, ...]) -> Iterator[Studio]:
    """Open a studio on an empty folder, and clear it away at the end."""
    with TemporaryDirectory(prefix="anna-") as home:
        opened = Studio(Path(home), wanted)
        try:
            yield opened
        finally:
            opened.close()


def empty_states(wanted: tuple[str, ...]) -> None:
    """Everything as it is before anything was written."""
    with studio(wanted) as room:
        room.take("first-run", Route("first_run"))
        room.take("first-run-end", Route("first_run"), end=True)
        for page in ("today", "prepare", "journal", "help"):
            room.take(f"{page}-empty", Route(page))


def full_states(wanted: tuple[str, ...]) -> None:
    """Every page in the days around an infusion."""
    with studio(wanted) as room:
        room.fill()
        for name, route in room.routes.items():
            if name not in ELSEWHERE:
                room.take(name, route, Wait(room) if name == "check-data" else None)
        for name in ("prepare", "check-in", "settings", "help"):
            room.take(f"{name}-end", room.routes[name], end=True)
        room.take("today-days-before", Route("today"))
        room.take("prepare-focus", Route("prepare"), walk)
        room.take("prepare-undo", Route("prepare"), Tick(room))
        room.desktop.undo.dismiss()
        room.desktop.program.calm.start(single(10))
        room.clock.advance(minutes=3, seconds=4)
        room.take("calm-running", Route("calm_running"))
        room.desktop.program.calm.end()


def later_states(wanted: tuple[str, ...]) -> None:
    """The day itself, the evening of it, and a file that somebody broke."""
    with studio(wanted) as room:
        room.fill()
        room.clock.jump(days=3)
        room.take("today-day-of", Route("today"))
        room.take("today-day-of-ate", Route("today"), Press(room, "today:ate"))
        room.clock.jump(hours=6)
        room.take("today-asked", Route("today"))
        room.desktop.program.infusions.answer(room.coming, Outcome.WENT_AHEAD)
        room.take("today-recovering", Route("today"))
        room.take("today-recovering-end", Route("today"), end=True)
        room.take("today-ended", Route("today"), Press(room, "today:ended:change"), end=True)
        room.clock.jump(hours=25)
        room.take("today-waited", Route("today"))
        room.clock.jump(days=-4, hours=-7)
        room.desktop.program.folder.writer.wait(10)
        yesterday = max(room._home.glob("Soft Landing/journal/*/*.yaml"))
        yesterday.write_text(BROKEN, encoding="utf-8")
        room.reopen()
        room.take("today-file-notice", Route("today"))
        room.take("settings-files", Route("settings", "files"))
        own_list = room._home / "Soft Landing" / "checklist.yaml"
        own_list.write_text(own_list.read_text("utf-8") + CUT_OFF, encoding="utf-8")
        room.take("check-data-findings", Route("check_data"), Wait(room))
        room.take("check-data-repaired", Route("check_data"), Wait(room, repairs=True))


def troubled_states(wanted: tuple[str, ...]) -> None:
    """A copy of another computer, a disk that refuses, and what is offered the next time."""
    with studio(wanted) as room:
        room.fill()
        room.desktop.program.folder.writer.wait(10)
        settle()
        day = max(room._home.glob("Soft Landing/journal/*/*.yaml"))
        copy = day.with_name(f"{day.stem}.sync-conflict-20261123-200000-ABCDEFG.yaml")
        words = day.read_text(encoding="utf-8")
        other = words.replace("The room felt", "Rather tired. The room felt")
        copy.write_text(other, encoding="utf-8")
        room.reopen()
        wait_for(lambda: bool(room.desktop.program.saving.problems))
        room.take("today-conflict-notice", Route("today"))
        copy.unlink()
        journal = room._home / "Soft Landing" / "journal"
        journal.rename(journal.with_name("away"))
        journal.write_text("in the way")
        journal_of = room.desktop.program.journal
        journal_of.keep(journal_of.draft(TimePoint.ANY_TIME, None).saying("The music carried me."))
        room.desktop.program.folder.writer.wait(10)
        room.take("today-save-refused", Route("today"))
        room.desktop.program.recovery.keep_now(10)
        room.close()
        journal.unlink()
        journal.with_name("away").rename(journal)
        room.desktop = room._open()
        wait_for(lambda: bool(room.desktop.program.recovery.found))
        room.take("today-drafts", Route("today"))


def main(wanted: tuple[str, ...]) -> int:
    """Take the pictures, and say where they are."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    README_FOLDER.mkdir(parents=True, exist_ok=True)
    application()
    from tests.support.pictures_of_calm import calm_states
    from tests.support.pictures_of_check_ins import check_in_states
    from tests.support.pictures_of_clinic import clinic_states, long_clinic_states
    from tests.support.pictures_of_clinics import for_clinics_states
    from tests.support.pictures_of_copies import copies_states
    from tests.support.pictures_of_foggy import foggy_states
    from tests.support.pictures_of_help import help_states
    from tests.support.pictures_of_history import history_states
    from tests.support.pictures_of_notes import notes_states
    from tests.support.pictures_of_papers import papers_states, visit_report_states
    from tests.support.pictures_of_questionnaires import questionnaire_states
    from tests.support.pictures_of_reflections import reflection_states
    from tests.support.pictures_of_reminders import reminder_states
    from tests.support.pictures_of_versions import version_states
    from tests.support.pictures_of_weeks import week_states

    own = (empty_states, full_states, later_states, troubled_states)
    others = (
        *(calm_states, check_in_states, copies_states, foggy_states, for_clinics_states),
        *(help_states, history_states, clinic_states, long_clinic_states),
        *(notes_states, papers_states, questionnaire_states),
        *(reflection_states, reminder_states, version_states, visit_report_states, week_states),
    )
    for scene in (*own, *others):
        scene(wanted)
    count = len(list(FOLDER.glob("*.png")))
    print(f"{count} pictures in {FOLDER.relative_to(ROOT)}, the README's in docs/pictures")
    return 0


if __name__ == "__main__":
    sys.exit(main(tuple(sys.argv[1:])))
