"""A script that is read: dark, one step in large words, and nothing moves by itself."""

from typing import Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.practices import Script
from app.i18n import _
from app.services.content import Content
from app.ui.calm.foot import Foot
from app.ui.route import Route
from app.ui.theme.night import NightTheme
from app.ui.theme.theme import Theme
from app.ui.widgets.accessible import announce
from app.ui.widgets.buttons import LinkButton, PrimaryButton, SecondaryButton
from app.ui.widgets.even import EvenLayout
from app.ui.widgets.labels import Balanced, Centered, Words
from app.ui.widgets.page import Page

ONE_LINE: Final = 760
"""The room that all keys need beside each other; see Page.room."""

LARGE: Final = 640
"""From this room on the words of a step are larger, and the title is shown; see Page.room."""

WIDEST: Final = 680
"""How wide the words of a step get, in pixels at 100 % text: short lines are taken in at once."""


class ScriptPage(Page):
    """*argument* is the id of the script; one that is not known leads to the list.

    The button that goes on has the keyboard, and the step is its description: a screen reader
    reads it whether or not it knows announcements.
    """

    def __init__(self, theme: Theme, content: Content, parent: QWidget | None = None) -> None:
        super().__init__(theme, column=2000, parent=parent)
        self._scripts = {script.id: script for script in content.scripts}
        self._script: Script | None = None
        self._read = 0
        self._night = NightTheme(theme, self, self)
        self.setAutoFillBackground(True)
        self._build()
        self._bind()
        self._translate()

    @property
    def steps(self) -> int:
        """How many steps the script has; none before one was opened."""
        return len(self._script.steps) if self._script is not None else 0

    def arrive(self, argument: str) -> None:
        """Begin the script."""
        self._script = self._scripts.get(argument)
        if self._script is None:
            self.route_wanted.emit(Route("scripts"))
            return
        self._read = 0
        self._show()
        self._forward.setFocus(Qt.FocusReason.OtherFocusReason)

    def come_back(self) -> None:
        """Go on at the step that was shown, with the keyboard where it leads on."""
        self._forward.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def go_on(self) -> None:
        """Show the next step, and after the last one that it is over."""
        self._turn(self._read + 1)

    @Slot()
    def go_back(self) -> None:
        """Show the step before."""
        self._turn(self._read - 1)

    def _build(self) -> None:
        night = self._night
        self._title = Words(night, "body", "text_muted")
        self._words = Balanced(night, "h2")
        self._where = Centered(night, "caption", "text_muted")
        self._help = SecondaryButton(night, "phone")
        self._help.setObjectName("script:help")
        self._back = SecondaryButton(night)
        self._back.setObjectName("script:back")
        self._next = PrimaryButton(night)
        self._next.setObjectName("script:next")
        self._again = SecondaryButton(night)
        self._again.setObjectName("script:again")
        self._done = PrimaryButton(night, "check")
        self._done.setObjectName("script:done")
        self._pair = (self._back, self._again, self._next, self._done)
        self._stop = LinkButton(night)
        self._stop.setObjectName("script:stop")
        for button in (self._help, self._back, self._stop):  # a click leaves the keyboard on Next
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._press = self._shortcut("Return", "Enter")
        self._left = self._shortcut("Left")
        self._right = self._shortcut("Right")
        self._erase = self._shortcut("Backspace")
        self._escape = self._shortcut("Esc")
        self._arrange()

    def _shortcut(self, *keys: str) -> QShortcut:
        """Return a shortcut of this page; a key that is held down counts once."""
        shortcut = QShortcut(self)
        shortcut.setKeys([QKeySequence(key) for key in keys])
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.setAutoRepeat(False)
        return shortcut

    def _arrange(self) -> None:
        px = self.theme.px
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(self._words, 1000)
        line.addStretch(1)
        middle = QVBoxLayout()
        middle.addStretch(2)
        middle.addLayout(line)
        middle.addStretch(3)
        self._keys = QWidget()
        keys = EvenLayout(self._keys, spacing=px(12))
        for button in self._pair:
            keys.addWidget(button)
        self._foot = Foot(self.theme, self._help, self._keys, self._stop, one_line=ONE_LINE)
        self.column.addWidget(self._title)
        self.column.addLayout(middle, 1)
        self.column.addWidget(self._where)
        self.column.addLayout(self._foot)
        self.fill()

    @Slot()
    def _fit(self) -> None:
        """Keys in the middle, Help now and Stop beside them; below where it is narrow."""
        is_large = self.room >= LARGE
        self._title.setVisible(is_large)
        self._words.set_role("h2" if is_large else "lead")
        self._words.setMaximumWidth(self.theme.px(WIDEST))
        widest = max(button.full_width() for button in self._pair)
        for button in self._pair:  # what comes at the end stands where the others stood
            button.setMinimumWidth(widest)
        self._foot.fit(self.room)

    def _bind(self) -> None:
        self.room_changed.connect(self._fit)
        self._night.changed.connect(self._fit)
        self._next.clicked.connect(self.go_on)
        self._back.clicked.connect(self.go_back)
        self._again.clicked.connect(self._begin_anew)
        self._done.clicked.connect(self._go_away)
        self._stop.clicked.connect(self._go_away)
        self._help.clicked.connect(self._open_help)
        self._press.activated.connect(self._press_focused)
        self._left.activated.connect(self._go_left)
        self._right.activated.connect(self._go_right)
        self._erase.activated.connect(self.go_back)
        self._escape.activated.connect(self._go_away)

    def _translate(self) -> None:
        self._help.setText(_("Help now"))
        self._back.setText(_("Back"))
        self._next.setText(_("Next"))
        self._again.setText(_("Once more"))
        self._done.setText(_("Done"))
        self._stop.setText(_("Stop"))
        self._fit()
        self._show()

    @property
    def _is_over(self) -> bool:
        return self._read >= self.steps

    @property
    def _forward(self) -> QAbstractButton:
        """The button that leads on: it has the keyboard unless somebody took it elsewhere."""
        return self._done if self._is_over else self._next

    def _turn(self, step: int) -> None:
        """Show *step*, and let it be heard."""
        if self._script is None or not 0 <= step <= self.steps:
            return
        self._read = step
        self._show()
        announce(self._words, self._words.text())

    def _show(self) -> None:
        script, is_over = self._script, self._is_over
        if script is None:
            return
        text = _("That was all of it.") if is_over else script.steps[self._read].text
        where = _("{number} of {count}").format(number=self._read + 1, count=self.steps)
        self.setAccessibleName(script.title)
        self._title.setText(script.title)
        self._words.setText(text)
        self._where.setText("" if is_over else where)
        for button in self._pair:
            button.setAccessibleDescription(text)
        self._show_buttons(is_over=is_over)

    def _show_buttons(self, *, is_over: bool) -> None:
        """Show what can be done, and keep the keyboard on something that is shown."""
        shown: tuple[QWidget, ...] = (self._back, self._next, self._stop)
        hidden: tuple[QWidget, ...] = (self._again, self._done)
        if is_over:
            shown, hidden = hidden, shown
        for widget in shown:
            widget.show()
        if self.focusWidget() in hidden:
            self._forward.setFocus(Qt.FocusReason.OtherFocusReason)
        self._back.setEnabled(self._read > 0)  # else Qt hands the keyboard on to Next
        for widget in hidden:
            widget.hide()

    @Slot()
    def _begin_anew(self) -> None:
        self._turn(0)

    @Slot()
    def _press_focused(self) -> None:
        """Press what has the keyboard: Enter does nothing to buttons outside of dialogs."""
        focused = self.focusWidget()
        if isinstance(focused, QAbstractButton):
            focused.click()

    @Slot()
    def _go_left(self) -> None:
        """Go the way the line is read: to the left is back, unless the language begins there."""
        is_rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        self._turn(self._read + (1 if is_rtl else -1))

    @Slot()
    def _go_right(self) -> None:
        is_rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        self._turn(self._read + (-1 if is_rtl else 1))

    @Slot()
    def _go_away(self) -> None:
        self.route_wanted.emit(Route("scripts"))

    @Slot()
    def _open_help(self) -> None:
        self.route_wanted.emit(Route("help"))
