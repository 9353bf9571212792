"""What the pages of a pattern and of a session share: the name, what is wrong, the ways out."""

from collections.abc import Iterable
from enum import Enum
from typing import Generic, TypeVar

from msgspec.structs import replace
from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QWidget

from app.domain.calm_choices import Preset
from app.domain.patterns import OwnPattern
from app.i18n import _
from app.ui.calm.record_model import RecordModel
from app.ui.route import Route
from app.ui.theme.theme import Theme
from app.ui.widgets.editors import line_edit
from app.ui.widgets.fields import Field, show_text
from app.ui.widgets.page import Page

R = TypeVar("R", bound=OwnPattern | Preset)


class RecordPage(Page, Generic[R]):
    """Keeps what was typed when it is left. *name* begins the names of its controls.

    What is wrong is said beside its field once that is left, and as soon as it is to be kept; the
    sentence goes when it is put right.
    """

    def __init__(
        self, theme: Theme, model: RecordModel[R], name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, column=640, parent=parent)
        self.model = model
        self._is_showing = False
        self._name = line_edit(f"{name}:name")
        self.name_field = Field(theme, self._name, label=_("Name"))
        self._away = self.bar.add_link()
        self._away.setObjectName(f"{name}:away")
        self._primary = self.bar.set_primary("check")
        self._primary.setObjectName(f"{name}:keep")
        self._name.textEdited.connect(self.write)
        self._name.editingFinished.connect(self.show_problem)
        self._name.returnPressed.connect(self._keep)
        self._away.clicked.connect(self._go_away)
        self._primary.clicked.connect(self._keep)
        model.shown.connect(self._show)

    def arrive(self, argument: str) -> None:
        """Begin a new one, or change the one whose id *argument* is."""
        for field in self.error_fields():
            field.show_error("")
        self.model.arrive(argument)
        self._name.setFocus()
        self._name.selectAll()

    def leave(self) -> None:
        """Keep what was typed."""
        self.model.leave()

    def error_fields(self) -> Iterable[Field]:
        """Return every field that something can be wrong in."""
        raise NotImplementedError

    def field_of(self, problem: Enum) -> Field:
        """Return the field that *problem* is about."""
        raise NotImplementedError

    def sentence_of(self, problem: Enum) -> str:
        """Return what is wrong, in words."""
        raise NotImplementedError

    def show_record(self, record: R) -> None:
        """Show *record* in every field but the name."""
        raise NotImplementedError

    def written(self, record: R) -> R:
        """Return *record* as it stands in the fields; the name is there already."""
        raise NotImplementedError

    def show_sum(self) -> None:
        """Show what it makes, and which fields there are."""
        raise NotImplementedError

    def set_texts(self, header: tuple[str, str], away: str, primary: str) -> None:
        """Set title and lead, the link away, and the button."""
        self.header(*header)
        self._away.setText(away)
        self.bar.set_primary("check", primary)

    @Slot()
    def write(self) -> None:
        """Take what stands in the fields."""
        if not self._is_showing:
            self.model.write(self.written(replace(self.model.record, name=self._name.text())))
            self.show_sum()
            self._mend_sentences()

    @Slot()
    def show_problem(self) -> None:
        """Say what is wrong beside its field."""
        problem = self.model.problem
        if problem is not None:
            self.field_of(problem).show_error(self.sentence_of(problem))

    @Slot()
    def _show(self) -> None:
        self._is_showing = True
        show_text(self._name, self.model.record.name)
        self.show_record(self.model.record)
        self._is_showing = False
        self.show_sum()
        self._mend_sentences()

    def _mend_sentences(self) -> None:
        problem = self.model.problem
        wrong = None if problem is None else self.field_of(problem)
        for field in self.error_fields():
            if field.error:
                is_wrong = problem is not None and field is wrong
                field.show_error(self.sentence_of(problem) if problem and is_wrong else "")

    @Slot()
    def _keep(self) -> None:
        problem = self.model.problem
        if problem is not None:
            self.show_problem()
            self._go_to(self.field_of(problem))
            return
        if self.model.is_new:
            self.model.keep()
        self.route_wanted.emit(Route("calm"))

    def _go_to(self, field: Field) -> None:
        """Bring *field* in sight, and the keyboard to it or to the first that it holds."""
        self.scroll_to(field)
        inside = [field.editor, *field.editor.findChildren(QWidget)]
        takes_tab = Qt.FocusPolicy.TabFocus
        for widget in inside:
            if widget.focusPolicy() & takes_tab and widget.isVisible():
                widget.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    @Slot()
    def _go_away(self) -> None:
        if self.model.is_new:
            self.model.drop()
        else:
            self.model.remove()
        self.route_wanted.emit(Route("calm"))
