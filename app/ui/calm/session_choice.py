"""Which session it is to be: one of the lengths, or one of the patient's own."""

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from app.domain.practices import BreathingWords
from app.i18n import _
from app.ui.calm.own_words import on_button, own_name, preset_problem_words, preset_words
from app.ui.calm.start_model import Length, StartModel
from app.ui.calm.words import parts_sum
from app.ui.dates import minutes_name
from app.ui.theme.theme import Theme
from app.ui.widgets.buttons import LinkButton
from app.ui.widgets.check import Tile
from app.ui.widgets.choice import ChoiceGroup
from app.ui.widgets.fields import ErrorLine
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.labels import Heading
from app.ui.widgets.paths import breakable

WIDEST = 200
"""How wide a tile wants to be at most, in pixels at 100 % text; a longer name wraps."""


class SessionChoice(QWidget):
    """Tiles for the lengths, and below them for the sessions of the patient's own."""

    wanted = Signal(str)
    """A session of the patient's own is to be changed, by its id; a new one without."""

    def __init__(
        self,
        theme: Theme,
        model: StartModel,
        words: BreathingWords,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = model
        self._words = words
        self._own_tiles: dict[str, OwnTile] = {}
        self._build()
        self._lengths.chosen.connect(model.choose_length)
        self._own.chosen.connect(self._choose)
        self._keep.clicked.connect(self._want_new)
        self._change.clicked.connect(self._want_change)
        self._translate()

    def show_choice(self) -> None:
        """Show what was chosen, and what there is to choose from."""
        model = self._model
        self._show_lengths()
        self._show_own()
        preset, problem = model.preset, model.preset_problem
        self._lengths.choose(model.length if preset is None else None)
        self._own.choose(None if preset is None else preset.id)
        self._change.setVisible(preset is not None)
        self._problem.setVisible(problem is not None)
        if preset is not None and problem is not None:
            self._problem.setText(preset_problem_words(problem, preset, model.choices))

    def _build(self) -> None:
        theme = self._theme
        self._lengths = ChoiceGroup(theme, "even", must_choose=True)
        self._tiles = {length: Tile(theme) for length in Length}
        for length, tile in self._tiles.items():
            number = length.value if length.value > 0 else length.name.lower()
            tile.setObjectName(f"calm:length:{number}")
            self._lengths.add(tile, length)
        self._title = Heading(theme, 3)
        self._own = ChoiceGroup(theme, "even", must_choose=True)
        self._problem = ErrorLine(theme)
        self._keep, self._change = LinkButton(theme), LinkButton(theme)
        self._keep.setObjectName("calm:keep_session")
        self._change.setObjectName("calm:change_session")
        links = FlowLayout(spacing=theme.px(24), line_spacing=0)
        links.addWidget(self._keep)
        links.addWidget(self._change)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        self._mine = QWidget()
        mine = QVBoxLayout(self._mine)
        mine.setContentsMargins(0, theme.px(14), 0, 0)
        mine.setSpacing(theme.px(8))
        mine.addWidget(self._title)
        mine.addWidget(self._own)
        for widget in (self._lengths, self._mine, self._problem):
            column.addWidget(widget)
        column.addLayout(links)

    def _translate(self) -> None:
        self._lengths.setAccessibleName(_("How long"))
        self._title.setText(_("My sessions"))
        self._own.setAccessibleName(_("My sessions"))
        self._keep.setText(_("Keep a session of my own"))
        self._change.setText(_("Change this session"))
        self.show_choice()

    def _show_lengths(self) -> None:
        quiet = self._model.pattern is None
        for length in (Length.FIVE, Length.TEN, Length.TWENTY):
            kind = _("Quiet") if quiet else _("Breathing")
            self._tiles[length].set_texts(minutes_name(length.value), kind)
        parts = parts_sum(self._model.parts.minutes)
        self._tiles[Length.INFUSION_DAY].set_texts(_("Infusion day"), parts)
        self._tiles[Length.OWN].set_texts(_("My own"), _("You choose"))

    def _show_own(self) -> None:
        presets = {one.id: one for one in self._model.presets}
        if list(presets) != list(self._own_tiles):
            self._own_tiles = {
                one: self._own_tiles.get(one) or OwnTile(self._theme, one) for one in presets
            }
            tiles: dict[QAbstractButton, object] = {
                tile: one for one, tile in self._own_tiles.items()
            }
            self._own.arrange(tiles)
        for one, tile in self._own_tiles.items():
            summary = preset_words(presets[one], self._model.choices, self._words)
            tile.show_session(own_name(presets[one]), summary)
        self._mine.setVisible(bool(presets))

    @Slot(object)
    def _choose(self, preset_id: object) -> None:
        self._model.choose_preset(str(preset_id))

    @Slot()
    def _want_new(self) -> None:
        self.wanted.emit("")

    @Slot()
    def _want_change(self) -> None:
        if self._model.preset is not None:
            self.wanted.emit(self._model.preset.id)


class OwnTile(Tile):
    """A session of the patient's own: its name, and what it is in a few words."""

    def __init__(self, theme: Theme, preset_id: str, parent: QWidget | None = None) -> None:
        self._said = ("", "")
        super().__init__(theme, parent)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)  # wide, it is lower than it wants to be when narrow
        self.setSizePolicy(policy)
        self.setObjectName(f"calm:session:{preset_id}")

    def show_session(self, name: str, summary: str) -> None:
        """Show *name*, cut off where it is very long, and *summary*; both are heard whole."""
        if self._said != (name, summary):
            self._said = (name, summary)
            self.set_texts(on_button(name), breakable(on_button(summary)))
            self.setAccessibleName(f"{name}, {summary}")

    def sizeHint(self) -> QSize:
        """Return room for both lines, wrapped where they are long."""
        size = super().sizeHint()
        width = max(min(size.width(), self._theme.px(WIDEST)), self.minimumSizeHint().width())
        return QSize(width, self.heightForWidth(width))
