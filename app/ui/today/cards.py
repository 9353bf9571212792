"""The cards of Today: what is open, and the ride home."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.checklist import Item, Line
from app.domain.infusion import Infusion
from app.i18n import _, ngettext
from app.services.item_words import item_why
from app.ui.dates import wall_time_name
from app.ui.theme.theme import Theme
from app.ui.widgets.buttons import LinkButton
from app.ui.widgets.card import Card, side_by_side
from app.ui.widgets.check import CheckBox
from app.ui.widgets.discard import discard
from app.ui.widgets.labels import Caption, Heading
from app.ui.widgets.one_press import OnePress
from app.ui.widgets.tab_order import come_behind


class OpenRow(QWidget):
    """One open item with its box."""

    ticked = Signal(Item)

    def __init__(self, theme: Theme, item: Item, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.item = item
        self._box = CheckBox(theme)
        self._box.setObjectName(f"today:tick:{item.id}")
        self._box.setAccessibleName(item.title)
        why = item_why(item)
        self._box.setAccessibleDescription(why)
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, theme.px(3), 0, theme.px(10))
        column.setSpacing(theme.px(2))
        column.addWidget(Heading(theme, 3, text=item.title))
        if why:
            column.addWidget(Caption(theme, text=why))
        row = side_by_side(theme, self._box, words, gap=0)
        row.setAlignment(self._box, Qt.AlignmentFlag.AlignTop)
        row.setStretch(1, 1)
        self.setLayout(row)
        self._box.clicked.connect(self._tell)

    def untick(self) -> None:
        """Show the box open: the press was not meant for it."""
        self._box.setChecked(False)

    def take_focus(self) -> None:
        """Put the keyboard on the box."""
        self._box.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def _tell(self) -> None:
        self.ticked.emit(self.item)


class NextCard(Card):
    """The first open items of the checklist; they can be ticked here."""

    ticked = Signal(Item)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._shown: tuple[Item, ...] = ()
        self._made: list[OpenRow] = []
        self._press = OnePress()
        self._heading = Heading(theme, 2)
        self._rows = QWidget()
        self._more = Caption(theme)
        self.add(self._heading)
        self.add(self._rows)
        self.add(self._more)
        self.body.setSpacing(theme.px(6))

    def show_lines(self, lines: Sequence[Line], count: int) -> None:
        """Show *lines* of *count* open ones."""
        more = count - len(lines)
        self._heading.setText(_("Next"))
        self._more.setText(
            ngettext("And {count} more in Prepare.", "And {count} more in Prepare.", more).format(
                count=more
            )
        )
        self._more.setVisible(more > 0)
        items = tuple(line.item for line in lines)
        if items != self._shown:
            self._shown = items
            self._replace_rows()

    def _replace_rows(self) -> None:
        focus = self.focusWidget()
        had_focus = focus is not None and focus.hasFocus()
        rows = QWidget()
        column = QVBoxLayout(rows)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._made = [OpenRow(self._theme, item) for item in self._shown]
        for row in self._made:
            row.ticked.connect(self._tick)
            column.addWidget(row)
        self.body.replaceWidget(self._rows, rows)
        discard((self._rows,))
        self._rows = rows
        come_behind(self, *self._made)
        if had_focus and self._made:
            self._made[0].take_focus()

    @Slot(Item)
    def _tick(self, item: Item) -> None:
        """Pass a tick on, unless it is the rest of a double click on the row before."""
        row = next(one for one in self._made if one.item.id == item.id)
        if self._press.is_stray(row):
            row.untick()
        else:
            self.ticked.emit(item)


class RideCard(Card):
    """Who takes the patient home: a fact, and on the day the way to what they may read."""

    opened = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._title = Heading(theme, 3)
        self._facts = Caption(theme)
        self._open = LinkButton(theme, text=_("Companion view"))
        self._open.set_dense(True)
        self._open.setObjectName("today:companion")
        self._open.clicked.connect(self.opened)
        self.body.setSpacing(theme.px(2))
        self.add(self._title)
        self.add(self._facts)
        self.body.addWidget(self._open, 0, Qt.AlignmentFlag.AlignLeft)

    @property
    def last_stop(self) -> QWidget:
        """What the keyboard comes to last here."""
        return self._open

    def show_ride(
        self, infusion: Infusion | None, *, is_today: bool = False, is_over: bool = False
    ) -> None:
        """Show the ride home of *infusion*; hidden while nobody is named.

        Only when it *is today* is there something to hand over, and once it *is over* nothing is
        asked for any more.
        """
        self._open.setVisible(is_today)
        ride = infusion.ride if infusion is not None else None
        self.setVisible(ride is not None and bool(ride.who))
        if ride is None:
            return
        self._title.setText(_("Ride home: {name}").format(name=ride.who))
        facts = [ride.phone] if ride.phone else []
        if ride.pick_up is not None:
            facts.append(_("pick-up {time}").format(time=wall_time_name(ride.pick_up)))
        if not is_over:
            facts.append(_("said yes") if ride.confirmed else _("not confirmed yet"))
        self._facts.setText(" · ".join(facts))
