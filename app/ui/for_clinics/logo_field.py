"""The clinic's logo: what it is now, another one from a file, or none."""

from typing import Final, cast

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QBoxLayout, QWidget

from app.i18n import _
from app.ui.dialogs.files import ask_for_file
from app.ui.for_clinics.model import ForClinicsModel
from app.ui.theme.theme import Theme
from app.ui.widgets.buttons import LinkButton
from app.ui.widgets.fields import Field
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.logo import Logo

LOGO_HIGH: Final = 56
LOGO_WIDE: Final = 240


class LogoField(Field):
    """Its editor is the link that asks for a file; a refused one is told below it."""

    def __init__(self, theme: Theme, model: ForClinicsModel) -> None:
        self._choose = LinkButton(theme, text=_("Choose a picture…"))
        super().__init__(theme, self._choose)
        self._model = model
        self._choose.setObjectName("for_clinics:logo")
        self._without = LinkButton(theme, text=_("Without a logo"))
        self._without.setObjectName("for_clinics:logo:none")
        self._logo = Logo(theme, height=LOGO_HIGH, width=LOGO_WIDE, parent=self)
        buttons = QWidget()
        row = FlowLayout(buttons, spacing=theme.px(24), line_spacing=0)
        column = cast(QBoxLayout, self.layout())
        column.insertWidget(1, self._logo, 0, Qt.AlignmentFlag.AlignLeft)
        column.insertWidget(2, buttons)
        for link in (self._choose, self._without):
            link.set_dense(True)
            row.addWidget(link)
        self.set_label(_("Logo"))
        self.set_name(_("Logo: choose a picture…"))
        self.set_caption(_("A PNG or a plain SVG, of at most 1 MB."))
        self._choose.clicked.connect(self._ask)
        self._without.clicked.connect(self._leave_out)

    def show_state(self) -> None:
        """Show the logo as it is now, and what is wrong with it."""
        name = self._model.draft.text("name")
        said = _("Logo of {clinic}").format(clinic=name) if name else _("Logo")
        self._logo.show_logo(self._model.logo, said)
        self._without.setVisible(self._model.names_logo)
        self.show_error(self._model.wrong_logo)

    def show_error(self, sentence: str) -> None:
        """Say below the link what is wrong; it has no frame to be marked."""
        self._field_error.setText(sentence)
        self._field_error.setVisible(bool(sentence))
        self._describe()

    @Slot()
    def _ask(self) -> None:
        path = ask_for_file(self, _("Choose a logo"), _("Pictures (*.png *.svg)"))
        if path is not None:
            self._model.choose_logo(path)

    @Slot()
    def _leave_out(self) -> None:
        self._choose.setFocus()
        self._model.leave_out_logo()
