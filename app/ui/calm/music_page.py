"""My music: which pieces a session plays, and whether each of them can be played."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from app.i18n import _
from app.ui.calm.music_model import MusicModel
from app.ui.calm.track_list import TrackList
from app.ui.calm.words import music_sum
from app.ui.dialogs.files import ask_for_files, ask_for_folder
from app.ui.route import Route
from app.ui.theme.theme import Theme
from app.ui.widgets.buttons import LinkButton, SecondaryButton
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.labels import Caption, Prose
from app.ui.widgets.page import Page


class MusicPage(Page):
    """Files stay where they are; only where they lie is kept."""

    def __init__(self, theme: Theme, model: MusicModel, parent: QWidget | None = None) -> None:
        super().__init__(theme, column=720, parent=parent)
        self._model = model
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
        self._list = TrackList(self.theme, self._model, before=self._again, home=self._add)
        self._quiet = Caption(self.theme)
        for widget in (keys, self._note, self._sum, self._list, self._quiet):
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
        self._list.show_tracks()
        self._list.setVisible(bool(tracks))
        self._again.setVisible(bool(tracks))
        self._again.setEnabled(not model.is_busy)
        self._sum.setText(
            music_sum(len(tracks), model.seconds, model.session_minutes, is_busy=model.is_busy)
        )
        self._note.setText(model.note)
        self._note.setVisible(bool(model.note))

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
