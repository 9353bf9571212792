"""What a screen reader is told where Qt would tell less: page tabs, headings, groups, folds."""

from typing import Any, Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import (
    QAbstractButton,
    QAccessibleWidget,
    QCheckBox,
    QLabel,
    QRadioButton,
    QScrollArea,
    QWidget,
)

ROLE: Final = "_accessible_role"
FOLD: Final = "_accessible_fold"

_KEPT: Final = "_role_interface"


class RoleInterface(QAccessibleWidget):
    """A widget in the role it was given with ``give_role``."""

    def __init__(self, widget: QWidget, role: QAccessible.Role) -> None:
        super().__init__(widget, role)

    def text(self, kind: QAccessible.Text) -> str:
        """Return the name: what was set, else the words on it."""
        known = super().text(kind)
        if known or kind is not QAccessible.Text.Name:
            return known
        widget = self.object()
        if isinstance(widget, QAbstractButton | QLabel):
            return widget.text().replace("&", "")
        return ""

    def state(self) -> QAccessible.State:
        """Return Qt's states, and what is ticked, which tab is chosen or which fold is open."""
        state = super().state()
        widget = self.object()
        if isinstance(widget, QCheckBox | QRadioButton):
            state.checkable = True
            state.checked = widget.isChecked()
        elif isinstance(widget, QAbstractButton) and widget.isCheckable():
            state.selectable = True
            state.selected = widget.isChecked()
        is_open = widget.property(FOLD)
        if is_open is not None:
            state.expandable = True
            state.expanded = bool(is_open)
            state.collapsed = not is_open
        return state

    def actionNames(self) -> list[str]:
        """Return what can be done: buttons can be pressed, boxes and radio buttons toggled."""
        names = list(super().actionNames())
        widget = self.object()
        if isinstance(widget, QCheckBox | QRadioButton):
            return ["Toggle", *names]
        return ["Press", *names] if isinstance(widget, QAbstractButton) else names

    def doAction(self, name: str) -> None:
        """Do what ``actionNames`` offers. To toggle is to click: it is answered as a click is."""
        widget = self.object()
        if name in {"Press", "Toggle"} and isinstance(widget, QAbstractButton):
            widget.click()
        else:
            super().doAction(name)


def give_role(widget: QWidget, role: QAccessible.Role) -> None:
    """Let screen readers meet *widget* in *role*."""
    _Factory.install()
    widget.setProperty(ROLE, role.value)


def announce(widget: QWidget, words: str) -> None:
    """Have a screen reader say *words* of *widget*, wherever the keyboard is."""
    if QAccessible.isActive():
        from PySide6.QtGui import QAccessibleAnnouncementEvent

        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))


def tell_fold(widget: QWidget, *, is_open: bool) -> None:
    """Let screen readers hear whether what *widget* folds away is open."""
    widget.setProperty(FOLD, is_open)


class _Factory:
    """Answers Qt's questions about roles, from the first role that was given."""

    is_installed = False

    @classmethod
    def install(cls) -> None:
        if not cls.is_installed:
            QAccessible.installFactory(_make)
            cls.is_installed = True


def _make(_kind: str, thing: QObject | None) -> Any:
    if not isinstance(thing, QWidget):
        return None
    role = thing.property(ROLE)
    if role is None:
        role = _by_kind(thing)
    if role is None:
        return None
    interface = RoleInterface(thing, QAccessible.Role(role))
    # Qt owns the interface but not its Python half, which goes when the widget goes.
    setattr(thing, _KEPT, interface)
    return interface


def _by_kind(widget: QWidget) -> QAccessible.Role | None:
    """Return the role of what Qt's own interface serves badly, or nothing.

    It toggles boxes and radio buttons without a click. And it reads past the end of a scroll
    area's children, and crashes, when the scroll bar goes while a screen reader is looking.
    """
    if isinstance(widget, QCheckBox):
        return QAccessible.Role.CheckBox
    if isinstance(widget, QRadioButton):
        return QAccessible.Role.RadioButton
    if isinstance(widget, QScrollArea):
        return QAccessible.Role.Client
    return None


def name_of(widget: QWidget) -> str:
    """Return the name a screen reader says for *widget*."""
    interface: QAccessibleInterface | None = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface is not None else ""
