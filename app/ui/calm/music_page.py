"""My music: which pieces a session plays, and whether each of them can be played."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.calm_choices import Track
from app.i18n import _
from app.ui.calm.music_model import MusicModel
from app.ui.calm.words import music_sum, track_words
from app.ui.dialogs.files import ask_for_files, ask_for_folder
from app.ui.route import Route
from app.ui.theme.theme import Theme
from app.ui.widgets.buttons import IconButton, LinkButton, SecondaryButton
from app.ui.widgets.card import Card
from app.ui.widgets.discard import clear
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.labels import Caption, Prose
from app.ui.widgets.page import Page
from app.ui.widgets.paths import breakable
from app.ui.widgets.rows import Row


class MusicPage(Page):
    """Files stay where they are; only where they lie is kept."""

    def __init__(self, theme: Theme, model: MusicModel, parent: QWidget | None = None) -> None:
        super().__init__(theme, column=720, parent=parent)
        self._model = model
        self._shown: tuple[Track, ...] = ()
        self._rows: dict[Track, _TrackRow] = {}
        self._build()
        self._bind()
        self._translate()

    def arrive(self, argument: str) -> None:
        """Show the list, and try what was not tried yet."""
        self._model.check()
        self._show()

    def _build(self) -> None:
        self._add = SecondaryButton(self.theme, "plus")
        self._add.setObjectName("music:add")
        self._add_folder = SecondaryButton(self.theme, "folder-open")
        self._add_folder.setObjectName("music:add_folder")
        self._again = LinkButton(self.theme)
        self._again.setObjectName("music:again")
        keys = QWidget()
        flow = FlowLayout(spacing=self.theme.px(12), line_spacing=self.theme.px(8))
        keys.setLayout(flow)
        for button in (self._add, self._add_folder, self._again):
            flow.addWidget(button)
        self._note = Prose(self.theme)
        self._sum = Caption(self.theme)
        self._card = Card(self.theme)
        self._quiet = Caption(self.theme)
        for widget in (keys, self._note, self._sum, self._card, self._quiet):
            self.add(widget)
        self._back = self.bar.add_link()
        self._back.setObjectName("music:back")

    def _bind(self) -> None:
        self._model.changed.connect(self._show)
        self._add.clicked.connect(self._ask_for_files)
        self._add_folder.clicked.connect(self._ask_for_folder)
        self._again.clicked.connect(self._model.check_again)
        self._back.clicked.connect(self._go_back)

    def _translate(self) -> None:
        self.header(
            _("My music"),
            _("Your own files, in this order. They stay where they are on this computer."),
        )
        self._add.setText(_("Add files"))
        self._add_folder.setText(_("Add a folder"))
        self._again.setText(_("Check again"))
        self._quiet.setText(
            _(
                "Music without sudden loud parts carries best."
                " Adverts cannot be told from music here."
            )
        )
        self._back.setText(_("Back to Calm"))
        self._show()

    @Slot()
    def _show(self) -> None:
        model, tracks = self._model, self._model.tracks
        if tracks != self._shown:
            self._shown = tracks
            self._make_rows()
        for place, (track, row) in enumerate(self._rows.items()):
            row.show_track(self._words_of(track), place, len(tracks))
            row.mark(is_wrong=model.problem_of(track) is not None)
        self._card.setVisible(bool(tracks))
        self._again.setVisible(bool(tracks))
        self._again.setEnabled(not model.is_busy)
        self._sum.setText(
            music_sum(len(tracks), model.seconds, model.session_minutes, is_busy=model.is_busy)
        )
        self._note.setText(model.note)
        self._note.setVisible(bool(model.note))

    def _words_of(self, track: Track) -> tuple[str, str]:
        """Return the name of *track*, and what is to say of it."""
        model = self._model
        said = track_words(
            model.problem_of(track), model.seconds_of(track), is_waiting=model.is_waiting(track)
        )
        return model.name_of(track), said

    def _make_rows(self) -> None:
        """Make a row for each piece; the keyboard stays on what it was on."""
        focus = self.focusWidget()
        held = focus.objectName() if focus is not None else ""
        clear(self._card.body)
        self._rows = {}
        for number, track in enumerate(self._shown):
            if number:
                self._card.add_rule()
            row = _TrackRow(self.theme, self._model, track)
            self._rows[track] = row
            self._card.add(row)
        again = self.findChild(QWidget, held) if held.startswith("track:") else None
        if again is not None:
            again.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _ask_for_files(self) -> None:
        files = ask_for_files(self, _("Add music"))
        if files:
            self._model.add_files(files)

    @Slot()
    def _ask_for_folder(self) -> None:
        folder = ask_for_folder(self, _("Add a folder with music"))
        if folder is not None:
            self._model.add_folder(folder)

    @Slot()
    def _go_back(self) -> None:
        self.route_wanted.emit(Route("calm"))


class _TrackRow(QWidget):
    """One piece: its name, how long it is or what is wrong, and what can be done with it."""

    def __init__(self, theme: Theme, model: MusicModel, track: Track) -> None:
        super().__init__()
        self._model = model
        self._track = track
        self._up, self._down, self._off = (
            IconButton(theme, icon) for icon in ("chevron-up", "chevron-down", "trash-2")
        )
        keys = QWidget()
        row = QHBoxLayout(keys)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for button in (self._up, self._down, self._off):
            row.addWidget(button)
        self._row = Row(theme, icon_color="warn", trailing=keys)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._row)
        self._up.clicked.connect(self._move_up)
        self._down.clicked.connect(self._move_down)
        self._off.clicked.connect(self._remove)

    def show_track(self, words: tuple[str, str], place: int, count: int) -> None:
        """Show the *words* of the piece at *place* of so many."""
        name, said = words
        self._row.set_texts(breakable(name), said)
        for button, text, key in (
            (self._up, _("Earlier: {title}"), "up"),
            (self._down, _("Later: {title}"), "down"),
            (self._off, _("Remove {title}"), "remove"),
        ):
            button.setAccessibleName(text.format(title=name))
            button.setObjectName(f"track:{place}:{key}")
        self._up.setEnabled(place > 0)
        self._down.setEnabled(place < count - 1)

    def mark(self, *, is_wrong: bool) -> None:
        """Show by a sign whether it cannot be played."""
        self._row.set_icon("circle-alert" if is_wrong else "")

    @Slot()
    def _move_up(self) -> None:
        self._model.move(self._track, -1)

    @Slot()
    def _move_down(self) -> None:
        self._model.move(self._track, 1)

    @Slot()
    def _remove(self) -> None:
        self._model.remove(self._track)
