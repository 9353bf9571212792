"""The filters that are wanted less often: an infusion, days, whether there are words."""

from collections.abc import Sequence
from datetime import date

from msgspec.structs import replace
from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QBoxLayout, QComboBox, QLineEdit, QVBoxLayout, QWidget

from app.domain.filters import Filter
from app.domain.infusion import Infusion
from app.i18n import _
from app.services.names import infusion_name
from app.ui.dates import day_from, day_in_digits, day_with_year
from app.ui.theme.theme import Theme
from app.ui.widgets.check import CheckBox
from app.ui.widgets.editors import line_edit
from app.ui.widgets.fields import Field


class MoreFilters(QWidget):
    """A day that cannot be read is no filter; a sentence below it says how to write one."""

    wanted = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filter = Filter()
        self._infusions: list[Infusion] = []
        self._infusion = QComboBox()
        self._infusion.setObjectName("journal:infusion")
        self._from, self._to = line_edit("journal:from"), line_edit("journal:to")
        self._fields = [Field(theme, one) for one in (self._infusion, self._from, self._to)]
        self._words = CheckBox(theme)
        self._words.setObjectName("journal:has_words")
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(theme.px(12))
        for field in self._fields:
            self._row.addWidget(field, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addLayout(self._row)
        column.addWidget(self._words)
        self._infusion.activated.connect(self._tell)
        self._from.textEdited.connect(self._tell)
        self._to.textEdited.connect(self._tell)
        self._words.clicked.connect(self._tell)

    @property
    def summary(self) -> str:
        """What is set, in a few words."""
        wanted = self._filter
        parts = []
        if wanted.infusion is not None:
            parts.append(self._infusion.currentText())
        if wanted.first_day is not None:
            parts.append(_("from {day}").format(day=day_with_year(wanted.first_day)))
        if wanted.last_day is not None:
            parts.append(_("until {day}").format(day=day_with_year(wanted.last_day)))
        if wanted.has_words:
            parts.append(_("with words"))
        return " · ".join(parts) or _("infusion, dates, words")

    def translate(self) -> None:
        """Set every text anew."""
        for field, text in zip(self._fields, (_("Infusion"), _("From"), _("Until")), strict=True):
            field.set_label(text)
        self._words.setText(_("Only where I wrote something"))
        self._fill()

    def offer(self, infusions: Sequence[Infusion]) -> None:
        """Offer *infusions*, the newest first."""
        if list(infusions) != self._infusions:
            self._infusions = list(infusions)
            self._fill()

    def clear(self) -> None:
        """Forget what is typed for a day: what cannot be read stands in no filter."""
        self._from.clear()
        self._to.clear()

    def show_filter(self, wanted: Filter) -> None:
        """Show what is asked for; a day that is being typed is left as it is typed."""
        self._filter = wanted
        self._show_infusion()
        self._words.setChecked(wanted.has_words)
        for editor, day in ((self._from, wanted.first_day), (self._to, wanted.last_day)):
            if _day_in(editor) != day and not editor.hasFocus():
                editor.setText(day_in_digits(day) if day is not None else "")
        self._say_what_is_wrong()

    def fit(self, *, side_by_side: bool) -> None:
        """Put the fields beside or below each other."""
        directions = QBoxLayout.Direction
        wanted = directions.LeftToRight if side_by_side else directions.TopToBottom
        if self._row.direction() is not wanted:
            self._row.setDirection(wanted)

    def _fill(self) -> None:
        self._infusion.clear()
        self._infusion.addItem(_("Any infusion"), None)
        for one in self._infusions:
            name = _("{infusion}, {day}").format(
                infusion=infusion_name(one), day=day_with_year(one.date)
            )
            self._infusion.addItem(name, one.id)
        self._show_infusion()

    def _show_infusion(self) -> None:
        """Show which one is asked for, also if it is gone: the filter is on all the same."""
        wanted, box = self._filter.infusion, self._infusion
        if wanted is not None and box.findData(wanted) < 0:
            box.addItem(_("An infusion that is not here any more"), wanted)
        box.setCurrentIndex(max(box.findData(wanted), 0))

    def _say_what_is_wrong(self) -> None:
        example = day_in_digits(date(2026, 11, 30))
        sentence = _("This is not a day yet. Write it like {example}.").format(example=example)
        for field, editor in zip(self._fields[1:], (self._from, self._to), strict=True):
            is_unclear = bool(editor.text().strip()) and _day_in(editor) is None
            field.show_error(sentence if is_unclear else "")
        first, last = self._filter.first_day, self._filter.last_day
        if first is not None and last is not None and first > last:
            self._fields[2].show_error(_("This is before the first day, so nothing is between."))

    @Slot()
    def _tell(self) -> None:
        self._filter = replace(
            self._filter,
            infusion=self._infusion.currentData(),
            first_day=_day_in(self._from),
            last_day=_day_in(self._to),
            has_words=self._words.isChecked(),
        )
        self._say_what_is_wrong()
        self.wanted.emit(self._filter)


def _day_in(editor: QLineEdit) -> date | None:
    return day_from(editor.text())
