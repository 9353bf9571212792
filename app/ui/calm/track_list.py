"""The rows of My music: however many there are, the window answers while they come and go."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import QApplication, QWidget

from app.domain.calm_choices import Track
from app.ui.calm.music_model import MusicModel
from app.ui.calm.track_row import TrackRow
from app.ui.theme.theme import Theme
from app.ui.widgets.at_once import at_once
from app.ui.widgets.card import Card
from app.ui.widgets.discard import discard
from app.ui.widgets.sight import keep_in_sight

MOST_AT_ONCE: Final = 15
"""So many rows are made before the window has a turn: each takes a millisecond or two."""


class TrackList(Card):
    """A row for each piece, in order; a row stays while its piece is on the list.

    Tab comes from *before* into the first row. The keyboard stays on the piece it was on; where
    that is gone it goes to the next one, or to *home* after the last.
    """

    def __init__(self, theme: Theme, model: MusicModel, *, before: QWidget, home: QWidget) -> None:
        super().__init__(theme)
        self._model = model
        self._before, self._home = before, home
        self._tracks: dict[str, Track] = {}
        self._rows: dict[str, TrackRow] = {}
        self._idle = QTimer(self, interval=0)
        self._idle.timeout.connect(self._go_on)

    def show_tracks(self) -> None:
        """Show the pieces as they are now; where many are new, the last of them a little later."""
        was, self._tracks = list(self._tracks), {one.path: one for one in self._model.tracks}
        held = self._held()
        with at_once(self.body):
            gone = [self._rows.pop(path) for path in [*self._rows] if path not in self._tracks]
            for row in gone:
                self.body.removeWidget(row)
            self._make_some(0 if self._idle.isActive() else MOST_AT_ONCE)
            for place, (path, track) in enumerate(self._tracks.items()):
                if path in self._rows:
                    self._rows[path].show_track(track, place, len(self._tracks))
            if held is not None and held[0] not in self._tracks:
                self._hand_on(was.index(held[0]), held[1])
            discard(gone)
        if held is not None and was != list(self._tracks):
            QTimer.singleShot(0, self._keep_in_sight)

    @Slot()
    def _go_on(self) -> None:
        with at_once(self.body):
            self._make_some(MOST_AT_ONCE)

    def _make_some(self, most: int) -> None:
        """Make the first rows that are missing, and bring all there are in order."""
        old, places = list(self._rows), enumerate(self._tracks.items())
        missing = [(place, track) for place, (path, track) in places if path not in self._rows]
        for place, track in missing[:most]:
            row = self._rows[track.path] = TrackRow(self._theme, self._model, track)
            row.show_track(track, place, len(self._tracks))
        self._rows = {path: self._rows[path] for path in self._tracks if path in self._rows}
        self._arrange(old, list(self._rows))
        if len(missing) > most:
            self._idle.start()
        else:
            self._idle.stop()

    def _arrange(self, old: Sequence[str], new: Sequence[str]) -> None:
        """Bring what stands elsewhere now to its place: for the eye, for Tab and for readers."""
        first = _alike(old, new)
        end = len(new) - _alike(old[first:][::-1], new[first:][::-1])
        rows = list(self._rows.values())
        moved, after = rows[first:end], rows[end : end + 1]
        for row in moved:
            self.body.removeWidget(row)
        for place, row in enumerate(moved, first):
            self.body.insertWidget(place, row)
            row.show()
        if moved and not after:
            moved[-1].raise_()
        for follower, row in pairwise(reversed((*moved, *after))):
            row.stackUnder(follower)
        keys = [
            key for row in (*rows[max(first - 1, 0) : first], *moved, *after) for key in row.keys
        ]
        for before, key in pairwise(keys if first else (self._before, *keys)):
            self.setTabOrder(before, key)

    def _held(self) -> tuple[str, int] | None:
        """Return which piece the keyboard is on, and on which of its keys."""
        focus = QApplication.focusWidget()
        if focus is not None and self.isAncestorOf(focus):
            for path, row in self._rows.items():
                if focus in row.keys:
                    return path, row.keys.index(focus)
        return None

    def _hand_on(self, place: int, key: int) -> None:
        """Bring the keyboard from a piece that is gone to the one at its place."""
        rows = list(self._rows.values())
        if rows:
            rows[min(place, len(rows) - 1)].take_keyboard(key)
        else:
            self._home.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _keep_in_sight(self) -> None:
        focus = QApplication.focusWidget()
        if focus is not None and self.isAncestorOf(focus):
            keep_in_sight(focus, self._theme.px(48))


def _alike(some: Sequence[str], others: Sequence[str]) -> int:
    """Return how many at the beginning are the same."""
    pairs = enumerate(zip(some, others, strict=False))
    shortest = min(len(some), len(others))
    return next((place for place, (one, other) in pairs if one != other), shortest)
