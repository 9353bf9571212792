"""Foggy mode: one question a screen, with targets as large as a hand. Three taps are enough."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QAbstractButton, QWidget

from app.domain.check_in import Bothering
from app.domain.clock import Clock
from app.domain.country import guess_country
from app.domain.effects import Severity
from app.i18n import _
from app.services.content import Content
from app.services.preferences import Preferences
from app.ui.foggy.keys import Keys
from app.ui.foggy.model import FoggyModel
from app.ui.foggy.screens import Step
from app.ui.foggy.sheet import Sheet
from app.ui.foggy.words import Act, Value
from app.ui.profile_draft import computers_locale
from app.ui.route import Route
from app.ui.theme.theme import Theme
from app.ui.widgets.accessible import announce
from app.ui.widgets.call_card import CallCard
from app.ui.widgets.gate import Gate
from app.ui.widgets.page import Page


class FoggyPage(Page):
    """*argument* is the address of a check-in; see ``check_in_at``.

    The question has the keyboard at first, so that nothing is answered by a key pressed too often.
    """

    def __init__(
        self,
        theme: Theme,
        model: FoggyModel,
        *,
        content: Content,
        preferences: Preferences,
        clock: Clock,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, column=4000, parent=parent)
        self._model = model
        self._content = content
        self._preferences = preferences
        self._gate = Gate(clock)
        self._card: CallCard | None = None
        self._build()
        self._bind()
        self._translate()

    def arrive(self, argument: str) -> None:
        """Begin at the first question."""
        self._model.arrive(argument)

    def leave(self) -> None:
        """Offer a way back to what was said of a tile that was tapped off."""
        self._model.leave()

    def come_back(self) -> None:
        """Go on at the question that was shown."""
        self._gate.shut()
        self.take_keyboard()

    def take_keyboard(self) -> None:
        """Bring the keyboard to the question."""
        self._sheet.question.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        self._sheet = Sheet(self, self._model)
        self._keys = Keys(self)
        self._acts = {
            Act.SOMEONE: self._open_help,
            Act.NOBODY: self._model.need_nobody,
            Act.MORE: self._show_more,
            Act.GO_ON: self._model.go_on,
            Act.CALL: self._model.read_when_to_call,
            Act.TELL_MORE: self._model.tell_more,
            Act.DONE: self._finish,
        }

    def _bind(self) -> None:
        self._model.moved.connect(self._show)
        self._model.changed.connect(self._sheet.refresh)
        self._sheet.answered.connect(self._answer)
        self._sheet.top.back_wanted.connect(self._go_back)
        self._sheet.top.stop_wanted.connect(self._stop)
        self._sheet.leave_out.clicked.connect(self._leave_out)
        self._sheet.foot.help_wanted.connect(self._open_help)
        self._keys.number_pressed.connect(self._press_number)
        self._keys.moved.connect(self._step)
        self._keys.entered.connect(self._press_focused)
        self._keys.stopped.connect(self._stop)
        self._keys.erased.connect(self._go_back)

    def _translate(self) -> None:
        self.setAccessibleName(_("One question at a time"))
        self._show()

    @Slot()
    def _show(self) -> None:
        """Show another screen, and let its question be heard."""
        self._gate.shut()
        self._show_card(is_wanted=self._model.screen.step is Step.CALL)
        self._sheet.show_screen()
        if self.isVisible():
            announce(self._sheet.question, self._sheet.heard)

    def _show_card(self, *, is_wanted: bool) -> None:
        """Show whom to call when; the card is built when it is first wanted."""
        if self._card is None and is_wanted:
            self._card = CallCard(self.theme, self._content.when_to_call, is_titled=False)
            self._card.setObjectName("foggy:when_to_call")
            self._sheet.add_card(self._card)
        if self._card is not None:
            profile, lines = self._preferences.profile, self._content.crisis_lines
            country = lines.of(profile.country or guess_country(computers_locale()))
            emergency = country.emergency if country is not None else ""
            self._card.show_numbers(emergency, self._preferences.clinic)
            self._card.setVisible(is_wanted)

    @Slot(object)
    def _answer(self, value: Value) -> None:
        """Take an answer, unless it was meant for the screen before."""
        if not self._gate.is_open:
            self._sheet.refresh()
            return
        match value:
            case Bothering():
                self._model.say(value)
            case Severity():
                self._model.say_how_strong(value)
            case Act():
                self._acts[value]()
            case _:
                self._model.notice(value)

    def _show_more(self) -> None:
        self._model.show_from(self._model.screen.first + self._sheet.tiles)

    def _finish(self) -> None:
        self._model.finish()
        self._stop()

    @Slot()
    def _go_back(self) -> None:
        if self._gate.is_open:
            self._model.go_back()

    @Slot()
    def _leave_out(self) -> None:
        if self._gate.is_open:
            self._model.leave_out()

    @Slot(int)
    def _press_number(self, number: int) -> None:
        self._sheet.grid.press(number)

    @Slot(int, int)
    def _step(self, across: int, down: int) -> None:
        self._sheet.grid.step(across, down)

    @Slot()
    def _press_focused(self) -> None:
        """Press what has the keyboard: Enter does nothing to buttons outside of dialogs."""
        focused = self.focusWidget()
        if isinstance(focused, QAbstractButton):
            focused.click()

    @Slot()
    def _stop(self) -> None:
        """Lead to Today; what was answered is kept already."""
        self.route_wanted.emit(Route("today"))

    @Slot()
    def _open_help(self) -> None:
        self.route_wanted.emit(Route("help"))
