"""Backups and copies: make one, take one along, or choose one to put back."""

from typing import Final

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.i18n import _, ngettext
from app.services.copies import BackupLine
from app.ui.copies.model import CopiesModel
from app.ui.dates import day_with_year, time_name
from app.ui.dialogs.files import ask_for_file, ask_for_folder, ask_where_to_save
from app.ui.route import Route
from app.ui.theme.theme import Theme
from app.ui.widgets.buttons import LinkButton, SecondaryButton
from app.ui.widgets.card import Card
from app.ui.widgets.discard import clear
from app.ui.widgets.labels import Caption, Heading
from app.ui.widgets.outcome import Outcome
from app.ui.widgets.page import Page
from app.ui.widgets.rows import ActionRow, Row

FIRST: Final = 5
"""How many backups are shown before all of them are asked for."""


class CopiesPage(Page):
    """Choosing a backup only opens it; nothing is put back here."""

    def __init__(self, theme: Theme, model: CopiesModel, parent: QWidget | None = None) -> None:
        super().__init__(theme, column=700, parent=parent)
        self.model = model
        self._shows_all = False
        self._shown: tuple[BackupLine, ...] = ()
        self._rows: list[_BackupRow] = []
        self._build()
        self._bind()
        self._translate()

    def arrive(self, argument: str) -> None:
        """Show the backups as they are now; what was said of an earlier copy is forgotten."""
        self.area.verticalScrollBar().setValue(0)
        self._shows_all = False
        self.model.errand.begin_anew()
        self.model.look()

    def _build(self) -> None:
        self.add(Outcome(self.theme, self.model.errand, self))
        self._build_taking()
        self._build_backups()
        self._back = self.bar.add_link()
        self._back.setObjectName("copies:back")
        self._now = self.bar.set_primary("copy")
        self._now.setObjectName("copies:now")

    def _build_taking(self) -> None:
        card = Card(self.theme)
        self._take_title = Heading(self.theme, 2)
        self._save = SecondaryButton(self.theme)
        self._save.setObjectName("copies:save")
        self._plain = SecondaryButton(self.theme)
        self._plain.setObjectName("copies:plain")
        self._save_row = Row(self.theme, trailing=self._save)
        self._plain_row = Row(self.theme, trailing=self._plain)
        card.add(self._take_title)
        card.add(self._save_row)
        card.add_rule()
        card.add(self._plain_row)
        self.add(card)

    def _build_backups(self) -> None:
        card = Card(self.theme)
        self._list_title = Heading(self.theme, 2)
        self._list_note = Caption(self.theme)
        self._list = QWidget()
        self._column = QVBoxLayout(self._list)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(self.theme.px(4))
        self._all = LinkButton(self.theme)
        self._all.setObjectName("copies:all")
        self._other = LinkButton(self.theme)
        self._other.setObjectName("copies:other")
        for link in (self._all, self._other):
            link.set_dense(True)
        for widget in (self._list_title, self._list_note, self._list, self._all, self._other):
            card.add(widget)
        self.add(card)

    def _bind(self) -> None:
        self.model.changed.connect(self._show)
        self.model.errand.changed.connect(self._show_errand)
        self._back.clicked.connect(self._go_back)
        self._now.clicked.connect(self.model.back_up)
        self._save.clicked.connect(self._save_elsewhere)
        self._plain.clicked.connect(self._copy_plain)
        self._all.clicked.connect(self._show_all)
        self._other.clicked.connect(self._choose_file)

    def _translate(self) -> None:
        self.header(
            _("Backups and copies"),
            _("A backup is made by itself before the first change of each day."),
        )
        self._take_title.setText(_("Take a copy with you"))
        self._save.setText(_("Save a copy…"))
        self._save_row.set_texts(
            _("One file"), _("For a memory stick or another computer. It can be put back.")
        )
        self._plain.setText(_("Copy files…"))
        self._plain_row.set_texts(_("Plain files"), _("A folder that any text editor can open."))
        self._list_title.setText(_("Put a backup back"))
        self._other.setText(_("Choose a file from somewhere else…"))
        self._back.setText(_("Back to Settings"))
        self.bar.set_primary("copy", _("Back up now"))
        self._show()

    @Slot()
    def _show(self) -> None:
        backups = self.model.backups
        if backups is None:
            note = _("Looking…")
        elif not backups:
            note = _("There is no backup yet.")
        else:
            note = _("You see what is in it first. Nothing changes before you say so.")
        self._list_note.setText(note)
        wanted = tuple(backups or ())
        self._all.setVisible(not self._shows_all and len(wanted) > FIRST)
        self._all.setText(
            ngettext("Show all {count}", "Show all {count}", len(wanted)).format(count=len(wanted))
        )
        if not self._shows_all:
            wanted = wanted[:FIRST]
        if wanted != self._shown:
            self._shown = wanted
            self._build_rows()
        self._list.setVisible(bool(wanted))

    def _build_rows(self) -> None:
        clear(self._column)
        self._rows = [_BackupRow(self, backup, place) for place, backup in enumerate(self._shown)]
        for row in self._rows:
            self._column.addWidget(row)

    @Slot()
    def _show_errand(self) -> None:
        idle = not self.model.errand.is_busy
        for button in (self._now, self._save, self._plain):
            button.setEnabled(idle)

    @Slot()
    def _save_elsewhere(self) -> None:
        title, kinds = _("Save a copy"), _("Zip files (*.zip)")
        path = ask_where_to_save(self, title, self.model.suggested_name, kinds)
        if path is not None:
            self.model.copy_to(path)

    @Slot()
    def _copy_plain(self) -> None:
        folder = ask_for_folder(self, _("Where shall the copy go?"))
        if folder is not None:
            self.model.copy_into(folder)

    @Slot()
    def _choose_file(self) -> None:
        path = ask_for_file(self, _("Choose a backup"), _("Zip files (*.zip)"))
        if path is not None:
            self.route_wanted.emit(Route("restore", str(path)))

    @Slot()
    def _show_all(self) -> None:
        self._shows_all = True
        self._show()
        self._rows[FIRST].setFocus()

    @Slot()
    def _go_back(self) -> None:
        self.route_wanted.emit(Route("settings", "files"))


class _BackupRow(ActionRow):
    """One backup: when it was made, and how large it is."""

    def __init__(self, page: CopiesPage, backup: BackupLine, number: int) -> None:
        super().__init__(page.theme)
        self._page = page
        self._backup = backup
        self.setObjectName(f"copies:{number}")
        day, time = day_with_year(backup.made.date()), time_name(backup.made)
        self.set_texts(_("{day}, {time}").format(day=day, time=time), backup.size)
        self.clicked.connect(self._open)

    @Slot()
    def _open(self) -> None:
        self._page.route_wanted.emit(Route("restore", str(self._backup.path)))
