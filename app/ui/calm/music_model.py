"""The patient's own music: which files, in which order, and whether they can be played."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Final

from msgspec.structs import replace
from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.domain.calm_choices import CalmChoices, Track
from app.i18n import _, ngettext
from app.services.calm_choices import OwnCalm, track_name
from app.services.changes import Changes, Kind
from app.services.undo import Step
from app.ui.calm.parts import Parts
from app.ui.sound.folder import Listing, list_music
from app.ui.sound.kinds import FileProblem
from app.ui.sound.player import Player
from app.ui.sound.wire import Checked
from app.ui.tasks import run_in_background
from app.ui.undo import UndoStack

MOST_TRACKS: Final = 500
"""More than a day of music."""

TOGETHER_MS: Final = 250
"""So long what was found in a file may wait to be shown together with what comes after it."""


class MusicModel(QObject):
    """Every change is kept at once and can be taken back; what is new is checked by itself."""

    changed = Signal()
    """Something is to be shown anew; what is found in checks is told of many files together."""

    def __init__(
        self,
        own: OwnCalm,
        player: Player,
        *,
        parts: Parts,
        changes: Changes,
        undo: UndoStack,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._own = own
        self._player = player
        self._undo = undo
        self._parts = parts
        self._checked: dict[str, Checked] = {}
        self._waiting: set[str] = set()
        self.note = ""
        """What came of the last thing that was done, where it is worth saying."""
        self._soon = QTimer(self, interval=TOGETHER_MS, singleShot=True)
        self._soon.timeout.connect(self.changed)
        player.checked.connect(self._take)
        player.check_over.connect(self._end_check)
        parts.changed.connect(self.changed)
        changes.listen(self, self._hear)

    @property
    def tracks(self) -> tuple[Track, ...]:
        """The pieces, in the order in which they are played."""
        return self._own.choices.playlist

    def name_of(self, track: Track) -> str:
        """Return what *track* is called."""
        found = self._checked.get(track.path)
        title = found.title if found is not None else ""
        return title or track_name(track.path, (track,))

    def seconds_of(self, track: Track) -> float | None:
        """Return how long *track* plays; nothing while that is not known."""
        found = self._checked.get(track.path)
        return None if found is None or found.problem is not None else found.seconds

    def problem_of(self, track: Track) -> FileProblem | None:
        """Return why *track* cannot be played, as far as it was checked."""
        found = self._checked.get(track.path)
        return None if found is None else found.problem

    def is_waiting(self, track: Track) -> bool:
        """Whether *track* is still to be checked."""
        return track.path in self._waiting

    @property
    def seconds(self) -> float:
        """How long all of it plays, as far as it is known."""
        return sum(self.seconds_of(track) or 0.0 for track in self.tracks)

    @property
    def session_minutes(self) -> int:
        """How long a session on the day of an infusion is to be."""
        return sum(part.minutes for part in self._parts.plan)

    @property
    def is_busy(self) -> bool:
        """Whether files are being checked."""
        return bool(self._waiting)

    def check(self) -> None:
        """Try every file that was not tried yet, without a sound."""
        known = self._checked.keys() | self._waiting
        self._ask([track.path for track in self.tracks if track.path not in known])

    def check_again(self) -> None:
        """Try every file once more: a drive may be back."""
        self._checked.clear()
        self._waiting.clear()
        self.check()

    def add_files(self, files: Sequence[Path]) -> None:
        """Add *files* to the end, each once."""
        known = {track.path for track in self.tracks}
        new = [path for path in dict.fromkeys(map(str, files)) if path not in known]
        kept = [path for path in new if _can_be_written(path)]
        room = max(MOST_TRACKS - len(known), 0)
        self.note = _about_adding(files=len(files), new=len(new), kept=len(kept), room=room)
        added = tuple(Track(path=path) for path in kept[:room])
        if added:
            text = ngettext("{count} piece added.", "{count} pieces added.", len(added))
            self._change((*self.tracks, *added), text.format(count=len(added)))
        self.check()
        self.changed.emit()

    def add_folder(self, folder: Path) -> None:
        """Add the music in *folder*; looking there may take long, so it is done aside."""
        run_in_background(
            partial(list_music, folder, MOST_TRACKS),
            done=self._take_folder,
            failed=lambda _error: self._take_folder(Listing((), problem=FileProblem.UNREADABLE)),
            owner=self,
        )

    def move(self, track: Track, by: int) -> None:
        """Have *track* play earlier or later."""
        tracks = list(self.tracks)
        if track not in tracks:
            return  # somebody else took it off, and the page has not heard of it yet
        place = tracks.index(track)
        target = min(max(place + by, 0), len(tracks) - 1)
        if target != place:
            tracks.insert(target, tracks.pop(place))
            text = _("Moved: {title}, now {place} of {count}")
            name = self.name_of(track)
            said = text.format(title=name, place=target + 1, count=len(tracks))
            self._change(tuple(tracks), said)

    def remove(self, track: Track) -> None:
        """Take *track* off the list; the file stays where it is."""
        rest = tuple(one for one in self.tracks if one != track)
        self._change(rest, _("Removed: {title}").format(title=self.name_of(track)))

    def _take_folder(self, listing: Listing) -> None:
        self.add_files(listing.files)
        if listing.problem is not None:
            self.note = _("That folder cannot be read. Nothing was added.")
        elif not listing.files:
            self.note = _("There is no music in that folder.")
        elif listing.is_cut_short:
            self.note = _("There is more in that folder than can be listed. The first are here.")
        self.changed.emit()

    def _change(self, tracks: tuple[Track, ...], text: str) -> None:
        before = self._own.choices
        after = replace(before, playlist=tracks)
        self._own.keep(after, over=before)
        self._undo.push(text, partial(self._put_back, before, after))

    def _put_back(self, before: CalmChoices, after: CalmChoices) -> Step | None:
        """Have the list *before* again; there is a way back if it is not the one *after* by now."""
        now = self._own.choices
        self._own.keep(replace(now, playlist=before.playlist), over=now)
        self.check()
        if now.playlist == after.playlist:
            return None
        text = _("The list is as it was before.")
        return Step(text, partial(self._put_back, now, replace(now, playlist=before.playlist)))

    def _ask(self, paths: list[str]) -> None:
        if paths:
            self._waiting.update(paths)
            self._player.check(paths)
            if self._player.is_silent and not self._player.is_open:
                self._end_check()
        self.changed.emit()

    @Slot(Checked)
    def _take(self, found: Checked) -> None:
        self._checked[found.file] = found
        self._waiting.discard(found.file)
        if not self._waiting:
            self._soon.stop()
            self.changed.emit()
        elif not self._soon.isActive():
            self._soon.start()

    @Slot()
    def _end_check(self) -> None:
        self._waiting.clear()
        self.changed.emit()

    def _hear(self, kind: Kind) -> None:
        if kind is Kind.CALM_CHOICES:
            self.changed.emit()


def _can_be_written(path: str) -> bool:
    """Whether the name can stand in a text file; some very old ones cannot."""
    try:
        path.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _about_adding(*, files: int, new: int, kept: int, room: int) -> str:
    """Return what is worth saying of files that were chosen; most often nothing."""
    if kept > room:
        return _("The list is full. The rest was left out.")
    if kept < new:
        return _("Some files have names that cannot be written down, and were left out.")
    return _("That is on the list already.") if files and not new else ""
