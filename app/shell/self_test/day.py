"""The day itself: what is done at the window, step by step, and what must be in the files."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt

from app.shell.bootstrap import Desktop
from app.shell.self_test.fast_clock import FastClock
from app.shell.self_test.hand import Hand, OutOfReachError
from app.storage.paths import Paths

CANARY: Final = "The room felt bigger."
PLACE: Final = "Riverside Clinic"
MUSIC: Final = "Quiet piano"
RIDE: Final = ("Sam Rivera", "555-0136", "15:15")


class SmallDay:
    """Lives one small day in *home*: plan, prepare, calm, check-in; close and reopen.

    Every step acts on visible widgets and then looks into the files. The first thing that is
    not so raises OutOfReachError with its name.
    """

    def __init__(self, home: Path) -> None:
        self._paths = Paths(data=home / "data", state=home / "state", config=home / "config")
        self._clock = FastClock()
        self._desktop = self._open()
        self._hand = Hand(self._desktop.window)

    def steps(self) -> list[tuple[str, Callable[[], None]]]:
        """Return the steps in order, each with its name."""
        return [
            ("skip the first screen", self._skip_first_screen),
            ("plan an infusion", self._plan),
            ("tick the eye mask", self._tick_eye_mask),
            ("choose music", self._choose_music),
            ("arrange the ride home", self._arrange_ride),
            ("run a calm session", self._run_calm),
            ("write a check-in", self._check_in),
            ("close and reopen", self._reopen),
            ("find everything on screen", self._find_everything),
        ]

    def files(self) -> dict[str, str]:
        """Return the text of every file in the data folder, by its name."""
        data = self._paths.data
        return {
            path.relative_to(data).as_posix(): path.read_text(encoding="utf-8")
            for path in sorted(data.rglob("*"))
            if path.is_file()
        }

    def close(self) -> None:
        """Close the window and the folder."""
        self._shut()

    def _shut(self) -> bool:
        """Close the window, let Qt delete it, and return whether every word is on the disk."""
        saved = self._desktop.close()
        self._desktop.window.deleteLater()
        self._hand.settle()
        return saved

    def _open(self) -> Desktop:
        desktop = Desktop(self._paths, self._clock, "en")
        desktop.show()
        return desktop

    def _skip_first_screen(self) -> None:
        self._hand.click("first_run:skip")
        self._expect_in("settings.yaml", "first_run_at:")

    def _plan(self) -> None:
        self._hand.click("today:primary")
        self._hand.write("plan:arrive", "1:30 PM")
        self._hand.write("plan:place", PLACE)
        self._hand.click("plan:keep")
        self._expect_in("infusions/", f"place: {PLACE}", "arrive:", "13:30")

    def _tick_eye_mask(self) -> None:
        self._hand.click("nav:prepare")
        self._hand.click("tick:eye_mask")
        self._expect_in("infusions/", "item: eye_mask", "ticked_at:")

    def _choose_music(self) -> None:
        self._hand.click("details:music")
        self._hand.write("music:which", MUSIC)
        self._hand.click("tick:music")
        self._expect_in("infusions/", f"music: {MUSIC}", "item: music")

    def _arrange_ride(self) -> None:
        who, phone, pick_up = RIDE
        self._hand.click("details:ride_home")
        self._hand.write("ride:who", who)
        self._hand.write("ride:phone", phone)
        self._hand.write("ride:pick_up", pick_up)
        self._hand.click("ride:confirmed")
        self._hand.click("tick:ride_home")
        self._expect_in("infusions/", f"who: {who}", phone, pick_up, "confirmed: true")
        self._expect_in("infusions/", "item: ride_home")

    def _run_calm(self) -> None:
        self._hand.click("nav:calm")
        self._hand.click("calm:start")
        self._hand.find("calm:pause")
        self._clock.skip(timedelta(minutes=5, seconds=1))
        self._hand.wait_for("the end of the session", self._hand.sees("calm:done"))
        self._hand.click("calm:done")
        self._expect_in("journal/", "calm_sessions:", "end: finished", "minutes: 5")

    def _check_in(self) -> None:
        self._hand.click("nav:journal")
        self._hand.click("journal:new")
        self._hand.click("effect:dizziness")
        self._hand.click("severity:dizziness:mild")
        self._hand.click("rating:mood:6")
        self._hand.write("check_in:words", CANARY)
        self._hand.click("check_in:done")
        self._expect_in("journal/", "effect: dizziness", "severity: mild", "mood: 6", CANARY)

    def _reopen(self) -> None:
        self._hand.press(Qt.Key.Key_F1)
        if not self._shut():
            raise OutOfReachError("closing did not save everything")
        self._desktop = self._open()
        self._hand = Hand(self._desktop.window)

    def _find_everything(self) -> None:
        self._hand.expect_words(PLACE)
        self._hand.click("nav:prepare")
        self._hand.click("prepare:done")
        self._hand.expect_checked("tick:eye_mask", "tick:music", "tick:ride_home")
        self._hand.click("nav:journal")
        self._hand.expect_words(CANARY)

    def _expect_in(self, folder: str, *words: str) -> None:
        """Wait until a file whose name begins with *folder* holds all *words*."""

        def is_there() -> bool:
            texts = [text for name, text in self.files().items() if name.startswith(folder)]
            return any(all(word in text for word in words) for text in texts)

        self._hand.wait_for(f"{', '.join(words)} in {folder}", is_there)
