"""Choosing where a session is heard."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter, QWidget

from app.i18n import _
from app.ui.calm.output_model import OutputModel
from app.ui.theme.theme import Theme
from app.ui.widgets.fields import Field


class OutputField(Field):
    """A list of the devices, there only while there is something to choose.

    To be shown by ``show_choice`` once it has its place on a page. *name* is that of its list.
    """

    def __init__(
        self, theme: Theme, model: OutputModel, name: str, parent: QWidget | None = None
    ) -> None:
        self._model = model
        self._box = _NamesBox()
        self._box.setObjectName(name)
        super().__init__(theme, self._box, parent)
        self._box.activated.connect(self._choose)
        model.changed.connect(self.show_choice)
        self.set_label(_("Where it is heard"))

    @Slot()
    def show_choice(self) -> None:
        """Show the devices there are, and what is kept."""
        box, choices = self._box, self._model.choices
        if choices != [(box.itemData(place), box.itemText(place)) for place in range(box.count())]:
            box.clear()
            for output, name in choices:
                box.addItem(name, output)
        box.setCurrentIndex(box.findData(self._model.chosen))
        self.set_caption(self._model.note)
        self.setVisible(self._model.is_offered)

    @Slot(int)
    def _choose(self, place: int) -> None:
        self._model.choose(self._box.itemData(place))


class _NamesBox(QComboBox):
    """A list that leaves out the middle of what is too long: names differ at either end."""

    def __init__(self) -> None:
        super().__init__()
        self.view().setTextElideMode(Qt.TextElideMode.ElideMiddle)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it as any other, with a name that fits."""
        painter = QStylePainter(self)
        look = QStyleOptionComboBox()
        self.initStyleOption(look)
        part = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, look, part, self)
        middle = Qt.TextElideMode.ElideMiddle
        look.currentText = self.fontMetrics().elidedText(self.currentText(), middle, room.width())
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, look)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, look)
        painter.end()
