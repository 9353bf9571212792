"""Whose program this is, where a clinic's pack came along with it: its name and its phones."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.domain.preferences import ClinicPhones
from app.i18n import _
from app.ui.theme.theme import Theme
from app.ui.widgets.card import Card
from app.ui.widgets.labels import Caption, Heading, Prose
from app.ui.widgets.logo import Logo
from app.ui.widgets.paths import breakable

LOGO_HIGH, LOGO_WIDE = 40, 200
"""How large the logo is at most, in pixels at 100 % text."""


class ClinicCard(Card):
    """Shows what need not be asked."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self.body.setSpacing(theme.px(4))
        self._logo = Logo(theme, height=LOGO_HIGH, width=LOGO_WIDE, parent=self)
        self._name = Heading(theme, 2)
        self._what = Caption(theme)
        self._day, self._out_of_hours = Prose(theme), Prose(theme)
        self.body.addWidget(self._logo, 0, Qt.AlignmentFlag.AlignLeft)
        for label in (self._name, self._what, self._day, self._out_of_hours):
            self.add(label)

    def show_clinic(self, phones: ClinicPhones, logo: bytes | None) -> None:
        """Show name and *phones* of the pack, those it has, and its *logo*; hidden without one."""
        self.setVisible(bool(phones.name))
        self._logo.show_logo(logo, phones.name)
        self._name.setText(breakable(phones.name))
        self._what.setText(_("Your clinic set some things for you. They are marked with its name."))
        for label, said, number in (
            (self._day, _("Daytime phone: {number}"), phones.day),
            (self._out_of_hours, _("Phone out of hours: {number}"), phones.out_of_hours),
        ):
            label.setText(said.format(number=number))
            label.setVisible(bool(number))
