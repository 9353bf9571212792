"""What is searched for: words, three menus, and more filters folded away."""

from collections.abc import Mapping, Sequence
from math import ceil
from typing import Final, TypeVar

from msgspec.structs import replace
from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QFontMetricsF, QKeyEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from app.domain.effects import Severity
from app.domain.filters import Filter, Found, effect_key
from app.domain.infusion import Infusion
from app.i18n import _
from app.services.names import severity_name
from app.ui.journal.more_filters import MoreFilters
from app.ui.theme.theme import Theme
from app.ui.widgets.buttons import LinkButton
from app.ui.widgets.even import EvenLayout
from app.ui.widgets.fields import Field
from app.ui.widgets.fold import FoldButton

FIELD_SHARE: Final = 36
MENUS_SHARE: Final = 64
ICON_LETTERS: Final = 1
"""So many letters have room where Qt leaves room for an icon, which there is none of."""

SIGN: Final = 20
BEFORE_SIGN: Final = 12
BEFORE_WORDS: Final = 28

_V = TypeVar("_V")


class SearchBar(QWidget):
    """Tells every change as it is made; shows what it is told without telling it back."""

    said = Signal(str)
    wanted = Signal(object)
    offers_wanted = Signal()
    """What can be chosen from is about to be looked at."""
    left = Signal()
    """The keyboard wants to go on to what was found."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._filter = Filter()
        self._own: Sequence[str] = ()
        self._names: Mapping[str, str] = {}
        self._build()
        self._bind()

    @property
    def is_more_open(self) -> bool:
        """Whether the filters that are wanted less often are shown."""
        return not self.more.isHidden()

    def translate(self, names: Mapping[str, str]) -> None:
        """Set every text anew; *names* are those of the effects, by id."""
        self._names = names
        self.words.setPlaceholderText(_("Search all years, as you type"))
        self.words.setAccessibleName(_("Search all years"))
        self._more.setText(_("More filters"))
        self.by_infusion.setText(_("By infusion"))
        self.more.translate()
        kinds = {
            Found.CHECK_IN: _("Check-ins"),
            Found.REFLECTION: _("Reflections"),
            Found.QUESTIONNAIRE: _("Questionnaires"),
            Found.CALM_SESSION: _("Calm sessions"),
            Found.INFUSION: _("Infusions"),
        }
        _fill(self._kind, _("Any kind"), kinds)
        _fill(self._strength, _("Any strength"), {one: severity_name(one) for one in Severity})
        self._fields[0].set_name(_("Kind"))
        self._fields[1].set_name(_("Effect"))
        self._fields[2].set_name(_("Strength"))
        self._fill_effects()
        self.show_search(self.words.text(), self._filter)

    def offer(self, own_effects: Sequence[str], infusions: Sequence[Infusion]) -> None:
        """Offer the effects of the journal that are not built in, and *infusions*."""
        if own_effects != self._own:
            self._own = own_effects
            self._fill_effects()
        self.more.offer(infusions)
        self.show_search(self.words.text(), self._filter)

    def show_search(self, words: str, wanted: Filter) -> None:
        """Show what is searched for."""
        self._filter = wanted
        if self.words.text() != words:
            self.words.setText(words)
        _choose(self._kind, wanted.kind)
        _choose(self._effect, wanted.effect)
        _choose(self._strength, wanted.severity)
        self.more.show_filter(wanted)
        self._more.set_summary(self.more.summary)

    def describe(self, sentence: str) -> None:
        """Have the field say how much was found."""
        self.words.setAccessibleDescription(sentence)

    def fit(self, *, side_by_side: bool) -> None:
        """Put the menus beside the field or below it."""
        directions = QBoxLayout.Direction
        wanted = directions.LeftToRight if side_by_side else directions.TopToBottom
        if self._row.direction() is not wanted:
            self._row.setDirection(wanted)
        self.more.fit(side_by_side=side_by_side)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Down and Enter go on from the field to what was found; look at what is offered."""
        if watched is self._effect and event.type() is QEvent.Type.FocusIn:
            self.offers_wanted.emit()
        if watched is self.words and event.type() in {QEvent.Type.Resize, QEvent.Type.Show}:
            self._tint()
        keys = {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if (
            watched is self.words
            and event.type() is QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() in keys
        ):
            self.left.emit()
            return True
        return super().eventFilter(watched, event)

    def _build(self) -> None:
        theme = self._theme
        self.words = QLineEdit()
        self.words.setObjectName("journal:search")
        self._sign = QLabel(self.words)
        self._sign.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._kind, self._effect, self._strength = QComboBox(), QComboBox(), QComboBox()
        boxes = (self._kind, self._effect, self._strength)
        for box, name in zip(boxes, ("kind", "effect", "strength"), strict=True):
            box.setObjectName(f"journal:{name}")
        self._fields = [Field(theme, box) for box in boxes]
        menus = QWidget()
        even = EvenLayout(menus, spacing=theme.px(8))
        for field in self._fields:
            even.addWidget(field)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(theme.px(8))
        self._row.addWidget(self.words, FIELD_SHARE, Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(menus, MENUS_SHARE)
        self._more = FoldButton(theme)
        self._more.setObjectName("journal:more")
        self.by_infusion = LinkButton(theme)
        self.by_infusion.setObjectName("journal:by_infusion")
        self.more = MoreFilters(theme)
        self.more.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        column.addLayout(self._row)
        below = QHBoxLayout()
        below.addWidget(self._more, 1)
        below.addWidget(self.by_infusion)
        column.addLayout(below)
        column.addWidget(self.more)
        self._tint()

    def _bind(self) -> None:
        self.words.textChanged.connect(self.said)
        self.words.installEventFilter(self)
        self._effect.installEventFilter(self)
        self._kind.activated.connect(self._tell)
        self._effect.activated.connect(self._tell)
        self._strength.activated.connect(self._tell)
        self.more.wanted.connect(self._tell_more)
        self._more.clicked.connect(self._fold)
        self._theme.changed.connect(self._tint)

    def _fill_effects(self) -> None:
        own = {effect_key(effect): effect for effect in self._own}
        _fill(self._effect, _("Any effect"), {**self._names, **own})

    @Slot()
    def _tell(self) -> None:
        self._filter = replace(
            self._filter,
            kind=self._kind.currentData(),
            effect=self._effect.currentData(),
            severity=self._strength.currentData(),
        )
        self.wanted.emit(self._filter)

    @Slot(object)
    def _tell_more(self, wanted: Filter) -> None:
        self._filter = wanted
        self.wanted.emit(wanted)

    @Slot()
    def _fold(self) -> None:
        is_open = self.more.isHidden()
        self.more.setVisible(is_open)
        self._more.set_open(is_open)
        self.offers_wanted.emit()

    @Slot()
    def _tint(self) -> None:
        px = self._theme.px
        self._sign.setPixmap(self._theme.pixmap("search", SIGN, "text_muted"))
        side = px(BEFORE_WORDS)
        is_rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        self.words.setTextMargins(0 if is_rtl else side, 0, side if is_rtl else 0, 0)
        x = self.words.width() - px(BEFORE_SIGN) - px(SIGN) if is_rtl else px(BEFORE_SIGN)
        self._sign.setGeometry(x, 0, px(SIGN), self.words.height())


def _fill(box: QComboBox, any_of_them: str, choices: Mapping[_V, str]) -> None:
    """Offer *choices* after "any"; what was chosen stays chosen."""
    chosen = box.currentData()
    metrics = QFontMetricsF(box.font())
    letters = metrics.horizontalAdvance(any_of_them) / metrics.horizontalAdvance("X")
    box.setMinimumContentsLength(ceil(letters) - ICON_LETTERS)  # read whole, side by side too
    box.clear()
    box.addItem(any_of_them, None)
    for value, text in choices.items():
        box.addItem(text, value)
    _choose(box, chosen)


def _choose(box: QComboBox, value: object) -> None:
    """Show *value*, or that anything will do."""
    places = (place for place in range(1, box.count()) if box.itemData(place) == value)
    place = 0 if value is None else next(places, 0)
    if box.currentIndex() != place:
        box.setCurrentIndex(place)
