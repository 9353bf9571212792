"""What is wrong with a file or the folder, told on Today: what, where, and what is safe."""

from typing import Final

from PySide6.QtCore import QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from app.i18n import _, ngettext
from app.services.saving import Saving
from app.storage.clinic_places import FILE_NAME as PACK
from app.storage.errors import ErrorCode
from app.storage.problems import FileProblem
from app.ui.theme.theme import Theme
from app.ui.widgets.notice import Notice

FOLDER = "."
_TOLD_ELSEWHERE: Final = frozenset({FOLDER, PACK})
"""The folder has words of its own, and a clinic's pack has a notice of its own."""

_BESIDE_OURS: Final = frozenset(
    {ErrorCode.CONFLICT_COPY, ErrorCode.UNKNOWN_FILE, ErrorCode.MISNAMED}
)


class FileNotice(Notice):
    """Hidden while all is well; "Not now" hides it until something else is wrong."""

    def __init__(self, theme: Theme, saving: Saving, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self.setObjectName("today:file_notice")
        self._saving = saving
        self._with_copies = True
        self._dismissed: tuple[str, tuple[FileProblem, ...]] = ("", ())
        self.button.setObjectName("today:file_notice:act")
        self.dismissed.connect(self._dismiss)
        self.button.clicked.connect(self._act)

    def show_state(self, *, copies: bool = True) -> None:
        """Show what is wrong now; without *copies* of ours, which somebody else tells of.

        Only once it is in its place: what is shown without a parent is a window of its own.
        """
        self._with_copies = copies
        state = self._state()
        self.setVisible(any(state) and state != self._dismissed)
        sentence, problems = state
        if sentence:
            self._show_folder(sentence)
        elif problems:
            self._show_problem(problems)

    def _state(self) -> tuple[str, tuple[FileProblem, ...]]:
        files = tuple(
            one
            for one in self._saving.problems
            if one.path not in _TOLD_ELSEWHERE
            and (self._with_copies or one.code is not ErrorCode.CONFLICT_COPY)
        )
        return self._saving.folder_sentence, files

    def _show_folder(self, sentence: str) -> None:
        self.set_texts(
            _("Your words cannot be saved there now"),
            sentence,
            file=str(self._saving.folder_path),
            safe=_("You can go on. What you write is kept on this computer until it can be saved."),
        )
        self.set_button(_("Try again"))

    def _show_problem(self, problems: tuple[FileProblem, ...]) -> None:
        ours = tuple(problem for problem in problems if problem.code not in _BESIDE_OURS)
        if not ours:
            self._show_strangers(problems)
            return
        first = ours[0]
        count = len({problem.path for problem in ours})
        self.set_texts(
            ngettext(
                "One file could not be read completely",
                "{count} files could not be read completely",
                count,
            ).format(count=count),
            _("{what} Nothing was changed or deleted.").format(
                what=self._saving.problem_sentence(first)
            ),
            file=first.path,
            safe=_safe_words(first),
            foot=_("You can put it right in a plain text editor, or leave it as it is.")
            if first.code is not ErrorCode.NEWER_SCHEMA
            else _("The newer version of Soft Landing reads and changes all of it."),
        )
        self.set_button(_("Show the folder"), "folder-open")

    def _show_strangers(self, problems: tuple[FileProblem, ...]) -> None:
        """Tell of files that are none of ours, or copies of ours."""
        first, count = problems[0], len(problems)
        self.set_texts(
            ngettext(
                "One more file lies among yours",
                "{count} more files lie among yours",
                count,
            ).format(count=count),
            _("{what} Nothing was changed or deleted.").format(
                what=self._saving.problem_sentence(first)
            ),
            file=first.path,
            safe=_("Safe: all of your files. What you write is kept as always."),
            foot=_("You can have a look at it, and take it out of the folder."),
        )
        self.set_button(_("Show the folder"), "folder-open")

    @Slot()
    def _dismiss(self) -> None:
        self._dismissed = self._state()
        self.hide()

    @Slot()
    def _act(self) -> None:
        sentence, problems = self._state()
        if sentence:
            self._saving.retry()
            self.show_state()
        elif problems:
            file = self._saving.folder_path / problems[0].path
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(file.parent)))


def _safe_words(problem: FileProblem) -> str:
    """Return what is safe, and where goes what is written now."""
    if problem.code is ErrorCode.NEWER_SCHEMA:
        return _("Safe: all of it. What you change of it here can be copied, but not saved.")
    if problem.in_part:
        return _("Safe: everything else. What you write is kept as always.")
    return _("Safe: everything else. What you write now goes into a file beside it.")
