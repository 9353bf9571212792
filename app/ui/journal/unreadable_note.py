"""Files of the journal that cannot be read, by name: the rest is found all the same."""

from typing import Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.i18n import _, ngettext
from app.services.saving import Saving
from app.storage.errors import ErrorCode
from app.ui.theme.theme import Theme
from app.ui.widgets.buttons import LinkButton
from app.ui.widgets.labels import Caption
from app.ui.widgets.paths import breakable

_BESIDE_OURS: Final = frozenset(
    {ErrorCode.CONFLICT_COPY, ErrorCode.UNKNOWN_FILE, ErrorCode.MISNAMED, ErrorCode.DUPLICATE_ID}
)
_OF_THE_JOURNAL: Final = ("journal/", "infusions/")


class UnreadableNote(QWidget):
    """Hidden while all can be read."""

    check_wanted = Signal()

    def __init__(self, theme: Theme, saving: Saving, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._saving = saving
        self._words = Caption(theme)
        self._check = LinkButton(theme)
        self._check.set_dense(True)
        self._check.setObjectName("journal:check_data")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._words)
        column.addWidget(self._check)
        self._check.clicked.connect(self._tell)

    def show_state(self) -> None:
        """Name what cannot be read now."""
        files = sorted(
            {
                one.path
                for one in self._saving.problems
                if one.path.startswith(_OF_THE_JOURNAL) and one.code not in _BESIDE_OURS
            }
        )
        self.setVisible(bool(files))
        if not files:
            return
        others = len(files) - 1
        more = ngettext("and {count} more", "and {count} more", others).format(count=others)
        name = f"{breakable(files[-1])} {more}" if others else breakable(files[-1])
        self._words.setText(
            _("Could not be read completely: {file}. Nothing of it was changed.").format(file=name)
        )
        self._check.setText(_("Check my data"))

    @Slot()
    def _tell(self) -> None:
        self.check_wanted.emit()
