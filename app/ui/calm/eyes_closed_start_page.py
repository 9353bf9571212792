"""Before a session with closed eyes: what the key does, how to leave, and how long it takes."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from app.i18n import _
from app.ui.calm.eyes_closed_model import EyesClosedModel
from app.ui.calm.parts_fold import PartsFold
from app.ui.calm.sound_fold import SoundFold
from app.ui.calm.sound_model import SoundModel
from app.ui.dates import minutes_name
from app.ui.route import Route
from app.ui.theme.theme import Theme
from app.ui.widgets.buttons import LinkButton, SecondaryButton
from app.ui.widgets.card import Card
from app.ui.widgets.check import Switch
from app.ui.widgets.page import Page
from app.ui.widgets.rows import Row


class EyesClosedStartPage(Page):
    """Says that the key calls nobody, and lets it be tried, before anything is started."""

    def __init__(
        self,
        theme: Theme,
        model: EyesClosedModel,
        heard: SoundModel,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, column=680, parent=parent)
        self._model = model
        self._heard = heard
        self._build()
        self._bind()
        self._translate()

    def arrive(self, argument: str) -> None:
        """Show how it would be now."""
        self._heard.approach()
        self._show()

    def come_back(self) -> None:
        """Show how it would be now: the card was tried."""
        self._show()

    def _build(self) -> None:
        theme = self.theme
        self._try = SecondaryButton(theme)
        self._try.setObjectName("eyes_closed:try")
        self._key = Row(theme, "hand", trailing=self._try)
        self._dark = Row(theme, "eye-off")
        self._leave = Row(theme, "keyboard")
        self._others = Row(theme, "volume-2")
        key, lock = Card(theme), Card(theme)
        key.add(self._key)
        lock.add(self._dark)
        lock.add_rule()
        lock.add(self._leave)
        lock.add_rule()
        lock.add(self._others)
        self._length = PartsFold(theme, self._model.parts, "eyes_closed")
        self._breath = Switch(theme)
        self._breath.setObjectName("eyes_closed:breath")
        self._breath_row = Row(theme, "wind", trailing=self._breath)
        self._intention = Switch(theme)
        self._intention.setObjectName("eyes_closed:intention")
        self._write = LinkButton(theme)
        self._write.setObjectName("eyes_closed:write")
        self._intention_row = Row(theme, "leaf", trailing=self._intention)
        self._write_row = Row(theme, "leaf", trailing=self._write)
        extras = Card(theme)
        extras.add(self._breath_row)
        extras.add_rule()
        extras.add(self._intention_row)
        extras.add(self._write_row)
        self._sound = SoundFold(theme, self._heard, "eyes_closed:sound")
        for card in (key, lock, self._length, self._sound, extras):
            self.add(card)
        self._back = self.bar.add_link()
        self._back.setObjectName("eyes_closed:back")
        self._start = self.bar.set_primary("play")
        self._start.setObjectName("eyes_closed:start")

    def _bind(self) -> None:
        self._model.changed.connect(self._show)
        self._try.clicked.connect(self._ask)
        self._breath.clicked.connect(self._choose_words)
        self._intention.clicked.connect(self._choose_words)
        self._write.clicked.connect(self._write_intention)
        self._back.clicked.connect(self._go_back)
        self._sound.music_wanted.connect(self._open_music)
        self._start.clicked.connect(self._begin)

    def _translate(self) -> None:
        self.header(
            _("Eyes-closed session"),
            _("For the infusion itself, or to rest. You can leave at any time."),
        )
        self._key.set_texts(
            _("If you want someone, press the space bar"),
            _(
                "This key calls nobody. It shows a card and plays a sound on this computer."
                " Ask staff how to call them."
            ),
        )
        self._try.setText(_("Try it now"))
        self._dark.set_texts(
            _("The screen goes nearly black"),
            _("Nothing to look at, nothing to do. Eye mask and headphones are up to you."),
        )
        self._leave.set_texts(
            _("To leave, hold Esc for 2 seconds"),
            _(
                "Or press and hold a corner of the screen. Other keys do nothing, so a sleeve"
                " cannot stop it. Help now stays on F1."
            ),
        )
        self._others.set_texts(
            _("Other programs may still make a sound"),
            _("Turn on “Do not disturb” on this computer before you start."),
        )
        self._breath_row.set_texts(_("Breathing words"), self._model.breathing_note)
        self._write.setText(_("Write one"))
        self._back.setText(_("Back to Calm"))
        self._show()

    @Slot()
    def _show(self) -> None:
        self._length.show_parts()
        words = self._model.words
        self._intention_row.setVisible(bool(words))
        self._intention_row.set_texts(_("Show my intention"), words)
        self._write_row.setVisible(not words and self._model.infusion_id is not None)
        self._write_row.set_texts(
            _("My intention"), _("One line, if you like. It is kept with the plan.")
        )
        self._breath.setChecked(self._model.says_breath)
        self._intention.setChecked(self._model.shows_intention)
        total = sum(self._model.parts.minutes.values())
        self.bar.set_primary("play", _("Start {minutes}").format(minutes=minutes_name(total)))
        self._start.setEnabled(self._model.parts.can_start)

    @Slot()
    def _choose_words(self) -> None:
        self._model.says_breath = self._breath.isChecked()
        self._model.shows_intention = self._intention.isChecked()

    @Slot()
    def _ask(self) -> None:
        self.route_wanted.emit(Route("someone"))

    @Slot()
    def _write_intention(self) -> None:
        self.route_wanted.emit(Route("plan", self._model.infusion_id or ""))

    @Slot()
    def _go_back(self) -> None:
        self.route_wanted.emit(Route("calm"))

    @Slot()
    def _open_music(self) -> None:
        self.route_wanted.emit(Route("music"))

    @Slot()
    def _begin(self) -> None:
        self._model.start()
        self.route_wanted.emit(Route("eyes_closed"))
