"""Settings: what this program is, its version and its licenses, and the way in for clinics."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app import __version__
from app.assets import license_texts
from app.i18n import _
from app.ui.route import Route
from app.ui.settings.model import SettingsModel
from app.ui.settings.section import Section
from app.ui.settings.way import WayRow
from app.ui.theme.theme import Theme
from app.ui.widgets.buttons import SecondaryButton
from app.ui.widgets.card import CardRow
from app.ui.widgets.labels import Prose
from app.ui.widgets.paths import wrapping
from app.ui.widgets.rows import Row


class AboutSection(Section):
    """Nothing to set here; an installed program shows where the license texts are."""

    wanted = Signal(Route)

    def __init__(self, theme: Theme, model: SettingsModel, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._model = model
        self._build()
        self._bind()
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
        self._qt.set_texts(
            _("Window and sound"),
            _(
                "Qt and PySide6, under the GNU Lesser General Public License, version 3. FFmpeg,"
                " under version 2.1 of it. You may put builds of your own in their place."
            ),
        )
        self._rest.set_texts(
            _("Python and its libraries"), _("Under the PSF, MIT and BSD licenses.")
        )
        self._open.setText(_("Show"))
        self._open.setAccessibleName(_("Show the license texts"))
        self._show_texts()
        self._clinics.set_texts(
            _("For clinics"), _("Put your name, phones and rules into the program.")
        )

    def _build(self) -> None:
        self._what = Prose(self.theme)
        self.add(self._what)
        rows = [Row(self.theme) for _number in range(6)]
        self._version, self._wording, self._typeface, self._icons, self._qt, self._rest = rows
        self._open = SecondaryButton(self.theme, "folder-open")
        self._open.setObjectName("settings:licenses:show")
        self._texts = Row(self.theme, trailing=self._open)
        self.add_rule()
        self._clinics = WayRow(self.theme, "for_clinics")
        for row in rows:
            self.add_row(row)
        self._where = QWidget()
        column = QVBoxLayout(self._where)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.theme.px(10))
        column.addWidget(CardRow(self.theme))
        column.addWidget(self._texts)
        self.add(self._where)
        self._where.setVisible(license_texts() is not None)
        self.add_row(self._clinics)

    def _bind(self) -> None:
        self._open.clicked.connect(self._open_texts)
        self._clinics.wanted.connect(self.wanted)

    def _show_texts(self, words: str = "") -> None:
        folder = license_texts()
        place = "" if folder is None else wrapping(folder)
        self._texts.set_texts(_("License texts"), "\n".join(one for one in (place, words) if one))

    @Slot()
    def _open_texts(self) -> None:
        shown = self._model.show_licenses()
        no_program = _("This computer has no program to show it. Its place is the line above.")
        self._show_texts("" if shown else no_program)
