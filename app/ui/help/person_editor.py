"""Adding or changing somebody the patient can call."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLineEdit, QWidget

from app.domain.preferences import Person
from app.i18n import _
from app.ui.theme.theme import Theme
from app.ui.widgets.buttons import LinkButton, SecondaryButton
from app.ui.widgets.card import Card
from app.ui.widgets.fields import Field
from app.ui.widgets.labels import Heading


class PersonEditor(Card):
    """A name and a phone number, kept as they are typed."""

    typed = Signal(Person, Person)
    """Who it was until now, and who it is."""
    removed = Signal(Person)
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._person = Person()
        self._build()
        self._bind()
        self._translate()

    @property
    def stops(self) -> list[QWidget]:
        """Where Tab stops, in order."""
        return [self._name, self._phone, self._done, self._remove]

    def open(self, person: Person) -> None:
        """Begin with *person*; nothing is known yet of a new one."""
        self._person = person
        self._name.setText(person.name)
        self._phone.setText(person.phone)
        self._remove.setVisible(person != Person())
        self.show()
        self._name.setFocus(Qt.FocusReason.TabFocusReason)
        self._name.end(False)  # a name that came with Tab is marked, and one letter would erase it

    def set_stacked(self, stacked: bool) -> None:
        """Put the phone below the name, or beside it."""
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.TopToBottom if stacked else direction.LeftToRight)

    def _build(self) -> None:
        self._title = Heading(self._theme, 2)
        self._name = QLineEdit()
        self._name.setObjectName("help:person:name")
        self._phone = QLineEdit()
        self._phone.setObjectName("help:person:phone")
        self._name_field = Field(self._theme, self._name)
        self._phone_field = Field(self._theme, self._phone)
        self._done = SecondaryButton(self._theme, "check")
        self._done.setObjectName("help:person:done")
        self._remove = LinkButton(self._theme)
        self._remove.setObjectName("help:person:remove")
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(self._theme.px(12))
        self._row.addWidget(self._name_field, 1)
        self._row.addWidget(self._phone_field, 1)
        actions = QHBoxLayout()
        actions.setSpacing(self._theme.px(16))
        actions.addWidget(self._done)
        actions.addWidget(self._remove)
        actions.addStretch(1)
        self.add(self._title)
        self.body.addLayout(self._row)
        self.body.addLayout(actions)

    def _bind(self) -> None:
        for editor in (self._name, self._phone):
            editor.textEdited.connect(self._tell)
            editor.returnPressed.connect(self._close)
        self._done.clicked.connect(self._close)
        self._remove.clicked.connect(self._take_off)

    def _translate(self) -> None:
        self._title.setText(_("Someone I can call"))
        self._name_field.set_label(_("Name"))
        self._phone_field.set_label(_("Phone"))
        self._done.setText(_("Done"))
        self._remove.setText(_("Take off the list"))

    @Slot()
    def _tell(self) -> None:
        before = self._person
        self._person = Person(name=self._name.text(), phone=self._phone.text())
        self.typed.emit(before, self._person)

    @Slot()
    def _close(self) -> None:
        self.closed.emit()

    @Slot()
    def _take_off(self) -> None:
        self.removed.emit(self._person)
