"""The earlier version that is shown: which one it is, the way to others, and bringing it back."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from app.i18n import _
from app.ui.theme.theme import Theme
from app.ui.widgets.accessible import announce
from app.ui.widgets.buttons import SecondaryButton
from app.ui.widgets.card import Card
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.labels import Caption, Heading


class VersionStepper(Card):
    """Which version is shown and what differs in it, with what can be done with it.

    ``stepped`` carries 1 for the version before, and -1 for the one after it. A key that can go
    no further gives the keyboard to the other one.
    """

    stepped = Signal(int)
    wanted_back = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "soft", parent, compact=True)
        self._title = Heading(theme, 2)
        self._summary = Caption(theme)
        self._place = Caption(theme)
        self._older = SecondaryButton(theme, text=_("Older"))
        self._older.setObjectName("versions:older")
        self._newer = SecondaryButton(theme, text=_("Newer"))
        self._newer.setObjectName("versions:newer")
        self._back = SecondaryButton(theme, "undo-2", text=_("Bring back"))
        self._back.setObjectName("versions:bring_back")
        all_keys = QWidget()
        keys = FlowLayout(all_keys, spacing=theme.px(12))
        for key in (self._older, self._newer, self._back):
            keys.addWidget(key)
        self.body.setSpacing(theme.px(6))
        for widget in (self._title, self._summary, self._place):
            self.add(widget)
        self.body.addSpacing(theme.px(6))
        self.add(all_keys)
        self._older.clicked.connect(self._go_back)
        self._newer.clicked.connect(self._go_on)
        self._back.clicked.connect(self.wanted_back)

    def show_version(self, title: str, summary: str, place: int, count: int) -> None:
        """Show *title* and *summary* of the version at *place* of *count*, 0 is the newest."""
        self._title.setText(title)
        self._summary.setText(summary)
        where = _("Version {place} of {count}").format(place=count - place, count=count)
        self._place.setText(where)
        for widget in (self._place, self._older, self._newer):
            widget.setVisible(count > 1)
        self._back.setAccessibleDescription(f"{title}. {summary}")
        for key in (self._older, self._newer):
            key.setAccessibleDescription(f"{where}. {title}. {summary}")
        self._older.setEnabled(place < count - 1)
        self._newer.setEnabled(place > 0)

    def take_keyboard(self) -> None:
        """Take the keyboard: to the way to other versions, or to bringing the only one back."""
        key = self._older if self._older.isEnabled() else self._newer
        key = key if key.isEnabled() else self._back
        key.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _go_back(self) -> None:
        self._step(1, self._older, self._newer)

    @Slot()
    def _go_on(self) -> None:
        self._step(-1, self._newer, self._older)

    def _step(self, by: int, pressed: SecondaryButton, other: SecondaryButton) -> None:
        self.stepped.emit(by)
        if not pressed.isEnabled():
            other.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, pressed.accessibleDescription())
