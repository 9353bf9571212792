"""Settings: what this program is, its version and its licenses, and the way in for clinics."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from app import __version__
from app.i18n import _
from app.ui.route import Route
from app.ui.settings.model import SettingsModel
from app.ui.settings.section import Section
from app.ui.theme.theme import Theme
from app.ui.widgets.labels import Prose
from app.ui.widgets.rows import ActionRow, Row


class AboutSection(Section):
    """Nothing to set here."""

    wanted = Signal(Route)

    def __init__(self, theme: Theme, model: SettingsModel, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._model = model
        self._build()
        self.translate()

    def translate(self) -> None:
        """Set every text."""
        sentences = self._model.sentences
        self.title.setText(_("About"))
        self._what.setText(f"{sentences['not_a_device']} {sentences['supervised']}")
        self._version.set_texts(
            _("Soft Landing {version}").format(version=__version__),
            _("Free software under the GNU General Public License, version 3 or later."),
        )
        self._wording.set_texts(
            _("Clinical wording"),
            _("Reviewed by a clinician.")
            if self._model.is_reviewed
            else _("Not yet reviewed by a clinician."),
        )
        self._typeface.set_texts(
            _("Typeface"), _("Atkinson Hyperlegible Next, under the SIL Open Font License 1.1.")
        )
        self._icons.set_texts(_("Icons"), _("Lucide, under the ISC License."))
        self._clinics.set_texts(
            _("For clinics"), _("Put your name, phones and rules into the program.")
        )

    def _build(self) -> None:
        self._what = Prose(self.theme)
        self.add(self._what)
        rows = [Row(self.theme) for _number in range(4)]
        self._version, self._wording, self._typeface, self._icons = rows
        self.add_rule()
        self._clinics = ActionRow(self.theme)
        self._clinics.setObjectName("settings:for_clinics")
        self._clinics.clicked.connect(self._open_for_clinics)
        for row in (*rows, self._clinics):
            self.add_row(row)

    @Slot()
    def _open_for_clinics(self) -> None:
        self.wanted.emit(Route("for_clinics"))
