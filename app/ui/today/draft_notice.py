"""Words from last time that did not reach their file: offered back, never thrown away."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QApplication, QWidget

from app.i18n import _
from app.services.recovery import Recovery
from app.ui.dates import day_name, time_name
from app.ui.theme.theme import Theme
from app.ui.undo import UndoStack
from app.ui.widgets.notice import Notice


class DraftNotice(Notice):
    """Hidden while there is nothing to offer; "Not now" hides it until the next start."""

    def __init__(
        self, theme: Theme, recovery: Recovery, undo: UndoStack, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, "notebook-pen", parent)
        self.setObjectName("today:drafts")
        self._recovery = recovery
        self._undo = undo
        self._is_dismissed = False
        self._is_copied = False
        self.set_button(_("Put it back"))
        self.button.setObjectName("today:drafts:take_back")
        self._copy = self.add_link(_("Copy the text"))
        self._copy.setObjectName("today:drafts:copy")
        self._let_go = self.add_link(_("Let it go"))
        self._let_go.setObjectName("today:drafts:let_go")
        self.dismissed.connect(self._dismiss)
        self.button.clicked.connect(self._take_back)
        self._copy.clicked.connect(self._copy_text)
        self._let_go.clicked.connect(self._let_go_of_it)

    def show_state(self) -> None:
        """Show what is offered now.

        Only once it is in its place: what is shown without a parent is a window of its own.
        """
        recovery = self._recovery
        self.setVisible(bool(recovery.found) and not self._is_dismissed)
        newest = recovery.newest
        if newest is None:
            return
        moment = _("{day}, {time}").format(day=day_name(newest.date()), time=time_name(newest))
        self.set_texts(
            _("Your words from last time are here"),
            recovery.sentence,
            file=recovery.names,
            safe=_("Safe: what is in your files stays. Newer words there are kept."),
            foot=_("Copied.") if self._is_copied else _("Written {moment}.").format(moment=moment),
        )

    @Slot()
    def _dismiss(self) -> None:
        self._is_dismissed = True

    @Slot()
    def _take_back(self) -> None:
        self._recovery.take_back()
        self.show_state()

    @Slot()
    def _copy_text(self) -> None:
        QApplication.clipboard().setText(self._recovery.text)
        self._is_copied = True
        self.show_state()

    @Slot()
    def _let_go_of_it(self) -> None:
        self._undo.push(*self._recovery.let_go())
        self.show_state()
