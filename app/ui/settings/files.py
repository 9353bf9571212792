"""Settings: where the files are, and how they are doing."""

from typing import Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.i18n import _
from app.ui.route import Route
from app.ui.settings.model import SettingsModel, Trouble
from app.ui.settings.section import Section
from app.ui.settings.way import WayRow
from app.ui.theme.theme import Theme
from app.ui.widgets.buttons import SecondaryButton
from app.ui.widgets.card import CardRow
from app.ui.widgets.discard import clear
from app.ui.widgets.labels import Caption
from app.ui.widgets.paths import wrapping
from app.ui.widgets.rows import Row

WAYS: Final = ("check_data", "copies", "move", "farewell")
"""The pages that can be gone to from here, in this order."""


class FilesSection(Section):
    """The folder, whether everything is saved, and which files cannot be read."""

    wanted = Signal(Route)

    def __init__(self, theme: Theme, model: SettingsModel, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._model = model
        self._shown: tuple[Trouble, ...] = ()
        self._could_not_show = False
        self._build()
        self._bind()
        self.translate()

    def show_values(self) -> None:
        """Show how the folder and its files are doing now."""
        said = (wrapping(self._model.folder), self._model.folder_sentence, self._show_failed())
        self._folder_row.set_texts(_("Folder"), "\n".join(one for one in said if one))
        self._save_row.set_texts(_("Saving"), self._model.save_sentence)
        self._retry.setVisible(self._model.has_failed)
        self._show_troubles(self._model.troubles)

    def translate(self) -> None:
        """Set every text."""
        self.title.setText(_("Your files"))
        self._open.setText(_("Show"))
        self._open.setAccessibleName(_("Show the folder"))
        self._retry.setText(_("Try again"))
        texts = {
            "check_data": (_("Check my data"), _("Reads every file and says what is wrong.")),
            "copies": (_("Backups and copies"), _("Make one, or put one back.")),
            "move": (_("Move your files"), _("To another folder or disk.")),
            "farewell": (_("Delete everything"), _("Removes all that is yours from here.")),
        }
        for row in self._ways:
            row.set_texts(*texts[row.page])
        self._note.setText(self._model.sentences["files_open"])
        self.show_values()

    def _build(self) -> None:
        self._open = SecondaryButton(self.theme, "folder-open")
        self._open.setObjectName("settings:folder:show")
        self._retry = SecondaryButton(self.theme)
        self._retry.setObjectName("settings:save:retry")
        self._folder_row = Row(self.theme, trailing=self._open)
        self._save_row = Row(self.theme, trailing=self._retry)
        self._ways = [WayRow(self.theme, page) for page in WAYS]
        self._note = Caption(self.theme)
        self._troubles = QWidget()
        self._trouble_column = QVBoxLayout(self._troubles)
        self._trouble_column.setContentsMargins(0, 0, 0, 0)
        self._trouble_column.setSpacing(self.theme.px(10))
        self.add_row(self._folder_row)
        self.add_rule()
        self.add(self._troubles)  # a line follows each of them
        self._troubles.hide()
        self.add(self._save_row)
        for row in self._ways:
            self.add_row(row)
        self.add_row(self._note)

    def _bind(self) -> None:
        self._open.clicked.connect(self._open_folder)
        for row in self._ways:
            row.wanted.connect(self.wanted)
        self._retry.clicked.connect(self._model.retry)

    def _show_failed(self) -> str:
        if not self._could_not_show:
            return ""
        return _("This computer has no program to show it. Its place is the line above.")

    def _show_troubles(self, troubles: tuple[Trouble, ...]) -> None:
        self._troubles.setVisible(bool(troubles))
        if troubles == self._shown:
            return
        self._shown = troubles
        clear(self._trouble_column)
        for trouble in troubles:
            file = self._model.folder.name if trouble.file == "." else trouble.file
            row = Row(self.theme, "file-exclamation-point", icon_color="accent")
            row.set_texts(file, trouble.why)
            self._trouble_column.addWidget(row)
            self._trouble_column.addWidget(CardRow(self.theme))

    @Slot()
    def _open_folder(self) -> None:
        self._could_not_show = not self._model.show_folder()
        self.show_values()
