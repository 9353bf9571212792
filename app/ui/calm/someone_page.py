"""The card that asks for someone: large words for whoever comes by, and a sound."""

from typing import Final

from PySide6.QtCore import QElapsedTimer, Qt, QTimer, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.i18n import _
from app.ui.calm.someone_model import SomeoneModel
from app.ui.route import BACK, Route
from app.ui.theme.eyes_closed_tokens import CALLING
from app.ui.theme.night import NightTheme
from app.ui.theme.theme import Theme
from app.ui.widgets.accessible import announce
from app.ui.widgets.buttons import PrimaryButton, SecondaryButton
from app.ui.widgets.even import EvenLayout
from app.ui.widgets.focus_ring import RINGS_ITSELF
from app.ui.widgets.labels import Centered
from app.ui.widgets.page import Page

AGAIN_MS: Final = 20_000
"""The sound is played again this often while nobody has come."""

MOST_TIMES: Final = 15
"""Five minutes of it; by then it disturbs more than it calls."""

DEAF_MS: Final = 400
"""So long nothing closes the card after it came: who taps twice still wants somebody."""

_SIZES: Final = ((760, "call", "h1"), (560, "timer", "h2"), (0, "h1", "lead"))
"""How large the words are, from which room on; see Page.room."""


class SomeonePage(Page):
    """Lies over the page it was called from; "I am all right now" leads back there."""

    def __init__(self, theme: Theme, model: SomeoneModel, parent: QWidget | None = None) -> None:
        super().__init__(theme, column=1100, parent=parent)
        self._model = model
        self._times = 0
        self._night = NightTheme(theme, self, self, dark=CALLING)
        self.setAutoFillBackground(True)
        self._build()
        self._bind()
        self._translate()

    def arrive(self, argument: str) -> None:
        """Ask for someone."""
        self._times = 0
        self._model.ask()
        self._show()
        self._again.start()
        self._came.start()
        self._please.setFocus(Qt.FocusReason.OtherFocusReason)  # where a second press does nothing
        announce(self, " ".join((_("Please help me"), self._model.who, self._model.since)))

    def come_back(self) -> None:
        """Go on asking: somebody has only looked at Help now."""
        self._again.start()

    def leave(self) -> None:
        """Ask no more."""
        self._again.stop()

    def step_aside(self) -> None:
        """Be quiet while somebody looks at Help now."""
        self._again.stop()

    def _build(self) -> None:
        self._where = Centered(self._night, "body", "text_muted")
        self._please = Centered(self._night, "call")
        self._please.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._please.setProperty(RINGS_ITSELF, True)
        self._who = Centered(self._night, "h2")
        self._since = Centered(self._night, "h2", "text_muted")
        self._foot = Centered(self._night, "caption", "text_muted")
        self._fine = PrimaryButton(self._night)
        self._fine.setObjectName("someone:fine")
        self._sound = SecondaryButton(self._night)
        self._sound.setObjectName("someone:sound")
        self._help = SecondaryButton(self._night)
        self._help.setObjectName("someone:help")
        row = QWidget()
        keys = EvenLayout(row, spacing=self.theme.px(12))
        for button in (self._fine, self._sound, self._help):
            keys.addWidget(button)
        middle = QVBoxLayout()
        middle.setSpacing(self.theme.px(16))
        middle.addStretch(2)
        for widget in (self._please, self._who, self._since):
            middle.addWidget(widget)
        middle.addStretch(3)
        self.column.addWidget(self._where)
        self.column.addLayout(middle, 1)
        self.column.addWidget(row, 0, Qt.AlignmentFlag.AlignHCenter)
        self.column.addWidget(self._foot)
        self.fill()
        self._again = QTimer(self, interval=AGAIN_MS)
        self._came = QElapsedTimer()
        self._escape = QShortcut(QKeySequence("Esc"), self)
        self._escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _bind(self) -> None:
        self._fine.clicked.connect(self._go_back)
        self._sound.clicked.connect(self._model.call)
        self._help.clicked.connect(self._open_help)
        self._again.timeout.connect(self._call_again)
        self._escape.activated.connect(self._go_back)
        self._model.changed.connect(self._show)
        self.room_changed.connect(self._fit)

    def _translate(self) -> None:
        self.setAccessibleName(_("I need someone"))
        self._please.setText(_("Please help me"))
        self._fine.setText(_("I am all right now"))
        self._sound.setText(_("Play the sound again"))
        self._help.setText(_("Help now"))
        self._show()

    @Slot()
    def _show(self) -> None:
        self._foot.setText(
            _("This card calls nobody. It shows these words. No sound can be heard here now.")
            if self._model.is_silent
            else _(
                "This card calls nobody. It shows these words and plays a sound on this computer."
            )
        )
        for label, text in (
            (self._where, self._model.where),
            (self._who, self._model.who),
            (self._since, self._model.since),
        ):
            label.setText(text)
            label.setVisible(bool(text))

    @Slot()
    def _fit(self) -> None:
        """Let the words be as large as the window allows."""
        large, small = next(roles for least, *roles in _SIZES if self.room >= least)
        self._please.set_role(large, strong=True)
        for words in (self._who, self._since):
            words.set_role(small)

    @Slot()
    def _call_again(self) -> None:
        self._times += 1
        self._model.call()
        if self._times >= MOST_TIMES:
            self._again.stop()

    @Slot()
    def _go_back(self) -> None:
        if self._came.elapsed() >= DEAF_MS:
            self.route_wanted.emit(BACK)

    @Slot()
    def _open_help(self) -> None:
        self.route_wanted.emit(Route("help"))
