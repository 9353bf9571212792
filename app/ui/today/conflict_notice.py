"""Two versions of the same file, side by side, and what can be done with them."""

from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from app.i18n import _
from app.services.conflicts import Side, TwoVersions
from app.storage.conflicts import Conflict
from app.ui.dates import day_name, time_name
from app.ui.theme.theme import Theme
from app.ui.undo import UndoStack
from app.ui.widgets.card import Card
from app.ui.widgets.labels import Caption, Heading, Prose
from app.ui.widgets.notice import Notice


class SideCard(Card):
    """What one of the two versions says."""

    def __init__(self, theme: Theme, title: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent, compact=True)
        self._moment = Caption(theme)
        self._lines = Prose(theme)
        self.add(Heading(theme, 3, text=title))
        self.add(self._moment)
        self.add(self._lines)
        self.body.setSpacing(theme.px(4))
        self.body.addStretch(1)

    def show_side(self, side: Side) -> None:
        """Show *side*."""
        moment = side.changed
        self._moment.setVisible(moment is not None)
        if moment is not None:
            self._moment.setText(
                _("{day}, {time}").format(day=day_name(moment.date()), time=time_name(moment))
            )
        self._lines.setText("\n".join(side.lines) or _("No words"))


class ConflictNotice(Notice):
    """Shows the first of the copies that say something else; the next follows when it is settled.

    "Not now" leaves everything as it is until the next start.
    """

    def __init__(
        self, theme: Theme, versions: TwoVersions, undo: UndoStack, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, "copy", parent)
        self.setObjectName("today:conflict")
        self._versions = versions
        self._undo = undo
        self._conflict: Conflict | None = None
        self._dismissed = ""
        self._build_sides()
        self.set_button(_("Keep both"))
        self.button.setObjectName("today:conflict:both")
        self._ours = self.add_link(_("Use this computer’s"))
        self._ours.setObjectName("today:conflict:ours")
        self._theirs = self.add_link(_("Use the other one"))
        self._theirs.setObjectName("today:conflict:theirs")
        self.dismissed.connect(self._dismiss)
        self.button.clicked.connect(self._keep_both)
        self._ours.clicked.connect(self._keep_ours)
        self._theirs.clicked.connect(self._keep_theirs)

    def show_conflict(self, conflict: Conflict | None) -> None:
        """Show *conflict*; hidden when there is none, or it was put off."""
        self._conflict = conflict
        self.setVisible(conflict is not None and conflict.name != self._dismissed)
        if conflict is None:
            return
        title, text = _words(conflict)
        self.set_texts(title, text, file=conflict.name)
        for card, side in zip(self._cards, self._versions.sides(conflict), strict=True):
            card.show_side(side)

    def set_narrow(self, narrow: bool) -> None:
        """Let the second version stand below the first one."""
        ours, theirs = self._cards
        self._grid.addWidget(ours, 0, 0)
        self._grid.addWidget(theirs, *((1, 0) if narrow else (0, 1)))

    def _build_sides(self) -> None:
        self._cards = (
            SideCard(self._theme, _("This computer")),
            SideCard(self._theme, _("The other one")),
        )
        sides = QWidget()
        self._grid = QGridLayout(sides)
        self._grid.setContentsMargins(0, self._theme.px(6), 0, self._theme.px(6))
        self._grid.setSpacing(self._theme.px(12))
        self.set_narrow(False)
        self.add_content(sides)

    @Slot()
    def _dismiss(self) -> None:
        self._dismissed = self._conflict.name if self._conflict is not None else ""

    @Slot()
    def _keep_both(self) -> None:
        if self._conflict is not None:
            self._undo.push(*self._versions.keep_both(self._conflict))

    @Slot()
    def _keep_ours(self) -> None:
        if self._conflict is not None:
            self._undo.push(*self._versions.keep_ours(self._conflict))

    @Slot()
    def _keep_theirs(self) -> None:
        if self._conflict is not None:
            self._undo.push(*self._versions.keep_theirs(self._conflict))


def _words(conflict: Conflict) -> tuple[str, str]:
    """Return the title and the sentence below it."""
    if conflict.layout.kind == "journal":
        day = date.fromisoformat(conflict.original.rpartition("/")[2].removesuffix(".yaml"))
        return (
            _("Two versions of the same day"),
            _(
                "{day} was changed here and in another place at the same time. Both are kept."
                " Nothing is lost."
            ).format(day=day_name(day)),
        )
    return (
        _("Two versions of the same file"),
        _("It was changed here and in another place. Both are kept. Nothing is lost."),
    )
