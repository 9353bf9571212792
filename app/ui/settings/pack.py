"""Settings: the clinic's pack, what it is and where, and a way to open and remove one."""

from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.clinic import Pack
from app.i18n import _
from app.ui.dates import day_with_year
from app.ui.dialogs.files import ask_for_file
from app.ui.settings.pack_model import PackModel
from app.ui.theme.theme import Theme
from app.ui.widgets.accessible import announce
from app.ui.widgets.buttons import LinkButton, SecondaryButton
from app.ui.widgets.discard import clear
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.labels import Caption, Heading
from app.ui.widgets.logo import Logo
from app.ui.widgets.paths import breakable, wrapping
from app.ui.widgets.rows import Row

LOGO_HIGH, LOGO_WIDE = 40, 200
"""How large the logo is at most, in pixels at 100 % text."""


class PackPart(QWidget):
    """The rows about the pack, the last of the clinic's section."""

    def __init__(self, theme: Theme, model: PackModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = model
        self._shown: tuple[tuple[Path, str], ...] = ()
        self._build()
        self._bind()
        self.translate()

    def show_values(self) -> None:
        """Show what is in use now."""
        model, pack = self._model, self._model.pack
        self._logo.show_logo(model.logo, pack.name if pack is not None else "")
        if pack is None:
            self._title.setText(_("A pack from your clinic"))
            self._about.setText(
                _("Not in use. General information is shown.")
                if model.can_use_again
                else _("Some clinics hand out a file with their name, phones and rules.")
            )
        else:
            self._title.setText(_("Set by {clinic}").format(clinic=breakable(pack.name)))
            self._about.setText(_about(pack, is_old=model.is_old))
        files = "\n".join(map(wrapping, model.files))
        self._files.setText(files)
        self._files.setVisible(bool(files))
        for button, is_offered in (
            (self._remove, model.can_remove),
            (self._again, model.can_use_again),
        ):
            if button.hasFocus() and not is_offered:
                self._open.setFocus(Qt.FocusReason.OtherFocusReason)
            button.setVisible(is_offered)
        self._show_refused()

    def translate(self) -> None:
        """Set every text."""
        self._open.setText(_("Open a pack…"))
        self._remove.setText(_("Remove"))
        self._remove.setAccessibleName(_("Remove the clinic's pack"))
        self._again.setText(_("Use it again"))
        self._again.setAccessibleName(_("Use the clinic's pack again"))
        self.show_values()

    def _build(self) -> None:
        theme = self._theme
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        self._logo = Logo(theme, height=LOGO_HIGH, width=LOGO_WIDE, parent=self)
        self._title = Heading(theme, 3)
        self._about, self._files = Caption(theme), Caption(theme)
        self._open = SecondaryButton(theme, "folder-open")
        self._open.setObjectName("settings:pack:open")
        self._remove, self._again = LinkButton(theme), LinkButton(theme)
        self._remove.setObjectName("settings:pack:remove")
        self._again.setObjectName("settings:pack:use_again")
        actions = FlowLayout(spacing=theme.px(20), line_spacing=theme.px(4))
        for button in (self._open, self._remove, self._again):
            actions.addWidget(button)
        self._refused = QWidget()
        self._refused_column = QVBoxLayout(self._refused)
        self._refused_column.setContentsMargins(0, theme.px(8), 0, 0)
        self._refused_column.setSpacing(theme.px(10))
        column.addWidget(self._logo, 0, Qt.AlignmentFlag.AlignLeft)
        for label in (self._title, self._about, self._files):
            column.addWidget(label)
        column.addSpacing(theme.px(6))
        column.addLayout(actions)
        column.addWidget(self._refused)

    def _bind(self) -> None:
        self._open.clicked.connect(self._choose)
        self._remove.clicked.connect(self._model.remove)
        self._again.clicked.connect(self._model.use_again)

    def _show_refused(self) -> None:
        instead = self._instead()
        refused = tuple((one.file, f"{one.why} {instead}") for one in self._model.refused)
        self._refused.setVisible(bool(refused))
        if refused == self._shown:
            return
        self._shown = refused
        clear(self._refused_column)
        for file, why in refused:
            row = Row(self._theme, "file-exclamation-point", icon_color="accent")
            row.set_texts(wrapping(file), breakable(why))
            self._refused_column.addWidget(row)

    def _instead(self) -> str:
        pack = self._model.pack
        if pack is None:
            return _("General information is shown.")
        return _("What {clinic} set before stays in use.").format(clinic=pack.name)

    @Slot()
    def _choose(self) -> None:
        path = ask_for_file(self, _("Open a clinic's pack"), _("Clinic pack (*.yaml *.yml)"))
        if path is not None and not self._model.open(path):
            last = self._model.refused[-1]
            announce(self._refused, f"{last.file.name}. {last.why} {self._instead()}")


def _about(pack: Pack, *, is_old: bool) -> str:
    """Return version, date, author, and until when it is meant, on two lines."""
    made = _("Version {number}, {day}, by {author}").format(
        number=pack.version, day=day_with_year(pack.date), author=breakable(pack.author)
    )
    until = _("Meant until {day}.").format(day=day_with_year(pack.expires))
    if is_old:
        until = _("{until} Ask your clinic for a newer version.").format(until=until)
    return f"{made}\n{until}"
