"""What of the built-in list was changed, folded at the end, with the ways back."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.checklist import Item
from app.i18n import _, ngettext
from app.services.names import stage_name
from app.ui.theme.theme import Theme
from app.ui.widgets.buttons import LinkButton, SecondaryButton
from app.ui.widgets.discard import discard
from app.ui.widgets.fold import Fold
from app.ui.widgets.rows import Row


class ChangesFold(QWidget):
    """Hidden while the list is as the program brought it."""

    brought_back = Signal(Item)
    restored = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: tuple[Item, ...] = ()
        self._rows: list[_HiddenRow] = []
        self._build()
        self.hide()

    def show_changes(self, hidden: tuple[Item, ...], *, is_original: bool) -> None:
        """Show the *hidden* items, and the way back to the first list if this *is_original* not."""
        self._fold.set_title(_("Your changes to the list"))
        off = ngettext("{count} taken off", "{count} taken off", len(hidden))
        self._fold.set_summary(off.format(count=len(hidden)) if hidden else "")
        self._restore.setText(_("Have the list as it was at first"))
        if hidden != self._shown:
            self._shown = hidden
            self._build_rows()
        self.setVisible(not is_original)

    def _build(self) -> None:
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(self._theme.px(8))
        self._restore = LinkButton(self._theme)
        self._restore.setObjectName("prepare:restore")
        self._restore.clicked.connect(self.restored)
        self._column.addWidget(self._restore)
        self._fold = Fold(self._theme, inside)
        self._fold.button.setObjectName("prepare:changes")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._fold)

    def _build_rows(self) -> None:
        discard(self._rows)
        self._rows = [_HiddenRow(self._theme, item) for item in self._shown]
        for place, row in enumerate(self._rows):
            row.brought_back.connect(self.brought_back)
            self._column.insertWidget(place, row)


class _HiddenRow(QWidget):
    """One item that was taken off, and its way back."""

    brought_back = Signal(Item)

    def __init__(self, theme: Theme, item: Item) -> None:
        super().__init__()
        self._item = item
        button = SecondaryButton(theme, text=_("Put it back"))
        button.setObjectName(f"bring_back:{item.id}")
        button.setAccessibleName(_("Put back: {title}").format(title=item.title))
        button.clicked.connect(self._tell)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(
            Row(theme, title=item.title, caption=stage_name(item.stage), trailing=button)
        )

    @Slot()
    def _tell(self) -> None:
        self.brought_back.emit(self._item)
