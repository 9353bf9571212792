"""One piece of music in the list: what it is called, what is to say of it, and its keys."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.calm_choices import Track
from app.i18n import _
from app.ui.calm.music_model import MusicModel
from app.ui.calm.words import track_words
from app.ui.theme.theme import Theme
from app.ui.widgets.buttons import IconButton
from app.ui.widgets.card import CardRow
from app.ui.widgets.paths import breakable
from app.ui.widgets.rows import GAP, Row

_FOCUS = Qt.FocusReason.OtherFocusReason


class TrackRow(QWidget):
    """Its name, how long it is or what is wrong, and what can be done with it."""

    def __init__(self, theme: Theme, model: MusicModel, track: Track) -> None:
        super().__init__()
        self._model = model
        self._track = track
        self._shown: tuple[object, ...] = ()
        self._up, self._down, self._off = (
            IconButton(theme, icon) for icon in ("chevron-up", "chevron-down", "trash-2")
        )
        self.keys = (self._up, self._down, self._off)
        """Its buttons, in the order in which Tab comes to them."""
        keys = QWidget()
        row = QHBoxLayout(keys)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for button in self.keys:
            row.addWidget(button)
        self._rule = CardRow(theme)
        self._row = Row(theme, icon_color="warn", trailing=keys)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(theme.px(GAP))
        whole.addWidget(self._rule)
        whole.addWidget(self._row)
        self._up.clicked.connect(self._move_up)
        self._down.clicked.connect(self._move_down)
        self._off.clicked.connect(self._remove)

    def show_track(self, track: Track, place: int, count: int) -> None:
        """Show *track* at *place* of so many; what is shown already is not set again."""
        self._track, model, is_last = track, self._model, place == count - 1
        name, problem = model.name_of(track), model.problem_of(track)
        said = track_words(problem, model.seconds_of(track), is_waiting=model.is_waiting(track))
        wanted = (name, said, problem, place, is_last)
        if wanted == self._shown:
            return
        self._shown = wanted
        self._row.set_texts(breakable(name), said)
        self._row.set_icon("" if problem is None else "circle-alert")
        self._rule.setVisible(place > 0)
        for button, text, key in (
            (self._up, _("Earlier: {title}"), "up"),
            (self._down, _("Later: {title}"), "down"),
            (self._off, _("Remove {title}"), "remove"),
        ):
            button.setAccessibleName(text.format(title=name))
            button.setObjectName(f"track:{place}:{key}")
        self._allow(up=place > 0, down=not is_last)

    def take_keyboard(self, key: int) -> None:
        """Bring the keyboard to the key with this number, or to the last where it is dead."""
        button = self.keys[key]
        (button if button.isEnabled() else self._off).setFocus(_FOCUS)

    def _allow(self, *, up: bool, down: bool) -> None:
        """Say whether it can move; a key that dies hands the keyboard to the one beside it."""
        focus = QApplication.focusWidget()
        if (focus is self._up and not up) or (focus is self._down and not down):
            self._up.setEnabled(up)
            beside = self._down if focus is self._up else self._up
            beside.setEnabled(up or down)
            (beside if up or down else self._off).setFocus(_FOCUS)
        self._up.setEnabled(up)
        self._down.setEnabled(down)

    @Slot()
    def _move_up(self) -> None:
        self._model.move(self._track, -1)

    @Slot()
    def _move_down(self) -> None:
        self._model.move(self._track, 1)

    @Slot()
    def _remove(self) -> None:
        self._model.remove(self._track)
