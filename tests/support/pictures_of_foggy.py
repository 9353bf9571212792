"""Pictures of foggy mode: every question, and what "Tell more" leads to."""

from collections.abc import Callable

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from app.domain.check_in import TimePoint
from app.domain.infusion import Outcome
from app.ui.route import Route
from tests.support.pictures import Studio, settle, studio


def foggy_states(wanted: tuple[str, ...]) -> None:
    """The three questions, the effects, how strong, and whom to call."""
    with studio(wanted) as room:
        room.fill()
        room.clock.jump(days=3, hours=6)
        room.desktop.program.infusions.answer(room.coming, Outcome.WENT_AHEAD)
        route = Route("foggy", f"new:{TimePoint.STRAIGHT_AFTER.value}:{room.coming.id}")
        room.take("foggy-1", route)
        room.take("foggy-2", route, _Tap(room, "no"))
        room.take("foggy-3", route, _Tap(room, "no", "no"))
        room.take("foggy-3-yes", route, _Tap(room, "no", "yes"))
        room.take("foggy-back", route, _Tap(room, "no", "cannot_say", "back"))
        effects = ("no", "yes", "tell_more", "effect:nausea", "effect:dizziness")
        room.take("foggy-effects", route, _Tap(room, *effects))
        room.take("foggy-effects-keys", route, _Tap(room, *effects, then=_walk))
        room.take("foggy-strength", route, _Tap(room, *effects, "go_on"))
        room.take("foggy-call", route, _Tap(room, *effects, "go_on", "severe"))
        severe = (*effects, "go_on", "severe", "go_on", "leave_out")
        room.take("foggy-3-severe", route, _Tap(room, *severe))


class _Tap:
    """Taps what is called so, one after the other, unhurriedly."""

    def __init__(self, room: Studio, *names: str, then: Callable[[], None] | None = None) -> None:
        self._room = room
        self._names = names
        self._then = then

    def __call__(self) -> None:
        """Tap, and then act once more."""
        for name in self._names:
            self._room.clock.advance(seconds=1)
            window = self._room.desktop.window
            shown = window.findChildren(QAbstractButton, f"foggy:{name}")
            next(button for button in shown if button.isVisible()).click()
            settle()
        if self._then is not None:
            self._then()


def _walk() -> None:
    """Let the focus ring be seen."""
    from PySide6.QtCore import Qt

    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Down):
        focused = QApplication.focusWidget()
        if focused is not None:
            QTest.keyClick(focused, key)
