"""Real data folders for tests, with the writer's reports brought to the test's own thread."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from queue import Empty, SimpleQueue

from app.domain.calm_session import CalmSession, SessionEnd
from app.domain.check_in import CheckIn, Ratings, TimePoint
from app.domain.checklist import Tick
from app.domain.effects import EffectNote, Severity
from app.domain.infusion import Infusion, Ride
from app.storage.data_folder import DataFolder
from app.storage.infusion_repository import InfusionRepository
from app.storage.jobs import SaveOutcome, SaveReport
from app.storage.journal_repository import JournalRepository
from app.storage.paths import Paths
from app.storage.problems import BeforeChange

PARIS = timezone(timedelta(hours=1))
MORNING = datetime(2026, 11, 30, 9, 30, tzinfo=PARIS)
TODAY = MORNING.date()


class Inbox:
    """Keeps what a thread wants done on the main thread until the test does it."""

    def __init__(self) -> None:
        self._waiting: SimpleQueue[Callable[[], None]] = SimpleQueue()

    def __call__(self, function: Callable[[], None]) -> None:
        """Take *function*."""
        self._waiting.put(function)

    def run_one(self) -> None:
        """Do what was taken first."""
        self._waiting.get_nowait()()

    def run(self) -> bool:
        """Do everything that was taken; return whether there was anything."""
        ran = False
        while True:
            try:
                function = self._waiting.get_nowait()
            except Empty:
                return ran
            function()
            ran = True


class OpenFolder:
    """An open data folder with its repositories, and every report that came."""

    def __init__(self, paths: Paths, back_up: BeforeChange | None = None) -> None:
        self.paths = paths
        self.inbox = Inbox()
        self.reports: list[SaveReport] = []
        self.folder = DataFolder(paths, self.inbox, back_up)
        self.folder.on_save.append(self.reports.append)
        self.folder.open()
        self.journal = JournalRepository(self.folder)
        self.infusions = InfusionRepository(self.folder)

    def settle(self) -> list[SaveOutcome]:
        """Wait until nothing is pending, bring the reports, and return how saves went so far."""
        while True:
            self.folder.writer.wait(20)
            if not self.inbox.run() and not self.folder.pending:
                return [report.outcome for report in self.reports]

    def close(self) -> bool:
        """Close the folder; return whether everything is on the disk."""
        saved = self.folder.close(20)
        self.inbox.run()
        return saved

    def file(self, name: str) -> Path:
        """Return the path of the file *name* of the data folder."""
        return self.paths.data / name


def paths_in(folder: Path) -> Paths:
    """Return a chosen data folder and its state folder inside *folder*."""
    return Paths(
        data=folder / "data", state=folder / "state", config=folder / "config", chosen=True
    )


def check_in(
    words: str = "", *, entry_id: str = "abcd2345", at: datetime = MORNING, minutes: int = 0
) -> CheckIn:
    """Return a check-in made at *at* and changed *minutes* later."""
    return CheckIn(
        id=entry_id,
        created=at,
        changed=at + timedelta(minutes=minutes),
        at=at,
        time_point=TimePoint.STRAIGHT_AFTER,
        infusion="2026-11-30-a7k",
        effects=(EffectNote(effect="dizzy", severity=Severity.MILD),),
        ratings=Ratings(mood=5),
        words=words,
    )


def calm_session(session_id: str = "calm2345", at: datetime = MORNING) -> CalmSession:
    """Return a calm session of five minutes that began at *at*."""
    return CalmSession(
        id=session_id,
        created=at,
        changed=at,
        started=at,
        ended=at + timedelta(minutes=5),
        planned_minutes=5,
        minutes=5,
        pattern="coherent",
        end=SessionEnd.FINISHED,
    )


def infusion(
    infusion_id: str = "2026-11-30-a7k", day: date = TODAY, notes: str = "", minutes: int = 0
) -> Infusion:
    """Return an infusion on *day*, changed *minutes* after it was planned."""
    planned = datetime(2026, 11, 1, 12, 0, tzinfo=UTC)
    return Infusion(
        id=infusion_id,
        created=planned,
        changed=planned + timedelta(minutes=minutes),
        date=day,
        arrive="13:30",
        zone="Europe/Paris",
        ride=Ride(who="Ann", phone="020 7946 0000", pick_up="16:00"),
        ticks=(Tick(item="eye_mask", title="Eye mask", ticked_at=planned),),
        notes=notes,
    )
