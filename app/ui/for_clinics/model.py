"""A pack while it is filled in: what is typed, what is wrong with it, and how it will look."""

from functools import partial
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from app.i18n import _
from app.services.clinic_draft import Draft, DraftItem
from app.services.clinic_form import ClinicForm, Opened, Saved, Shown
from app.services.refusals import NotDoneError
from app.ui.errand import Errand, State
from app.ui.undo import UndoStack


class ForClinicsModel(QObject):
    """What is wrong is told once somebody tried to save, or opened a pack: not while they begin."""

    changed = Signal()
    """Something was typed, and judged."""

    replaced = Signal()
    """Another pack is filled in."""

    def __init__(self, form: ClinicForm, undo: UndoStack, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.form = form
        self._undo = undo
        self.errand = Errand(self)
        self._opened = form.begin()
        self._tells = self._is_unkept = False
        self.preview: Shown | None = None
        """How patients see it, as it was when nothing was wrong; nothing before that."""
        self._judge()

    @property
    def draft(self) -> Draft:
        """What is filled in."""
        return self._opened.draft

    def wrong(self, key: str) -> str:
        """Return what is wrong with what is typed under *key*."""
        return self._judged.wrong.get(key, "") if self._tells else ""

    def wrong_item(self, place: int) -> str:
        """Return what is wrong with the item at *place*; empty ones are not in the pack."""
        if self.draft.items[place].is_empty:
            return ""
        before = [item for item in self.draft.items[:place] if not item.is_empty]
        return self.wrong(f"item.{len(before)}")

    @property
    def is_in_order(self) -> bool:
        """Whether the pack could go out."""
        return self._judged.pack is not None

    def say(self, key: str, text: str) -> None:
        """Take *text* under *key*."""
        self._take(self.draft.saying(key, text))

    def hide(self, item: str, *, hides: bool) -> None:
        """Leave a built-in item off the checklist, or put it back."""
        self._take(self.draft.hiding(item, hides=hides))

    def put_item(self, place: int, item: DraftItem) -> None:
        """Take what the item at *place* says now; one place after the last begins another."""
        self._take(self.draft.with_item(place, item))

    def open(self, path: Path) -> None:
        """Fill in the pack at *path*; what was filled in before has a way back."""
        try:
            opened = self.form.open(path)
        except NotDoneError as error:
            self.errand.fail(error)
            return
        before = self._opened
        self._put(opened)
        self._undo.push(_("Opened another pack."), partial(self._put, before))
        self.errand.say(
            State.DONE,
            _("Opened: {file}").format(file=path.name),
            (_("Saving leaves out lines that begin with #."), *self._judged.elsewhere),
        )

    def may_be_saved(self) -> bool:
        """Return whether nothing is wrong; from now on it is told what is."""
        self._tells = True
        self.changed.emit()
        if self.is_in_order:
            return True
        title = _("Not saved yet: something has to be put right first.")
        self.errand.say(State.FAILED, title, self._judged.elsewhere)
        return False

    def save(self, path: Path) -> None:
        """Write the pack to *path*."""
        opened = self._opened
        work = partial(self.form.save, opened, path)
        self.errand.run(_("Saving…"), work, done=partial(self._saved, opened))

    def keep(self) -> None:
        """Let nothing that was filled in be lost by closing."""
        if self._is_unkept:
            self._is_unkept = False
            self.form.keep(self._opened)

    def _saved(self, opened: Opened, saved: Saved) -> None:
        if opened is self._opened:  # and nothing was typed since then
            self._is_unkept = False
            self.form.forget()
        title = _("Saved: {file}").format(file=saved.path.name)
        said = [_("It is in {folder}.").format(folder=str(saved.path.parent))]
        if saved.other_logo:
            text = _("Another {name} was there. It is still there, and is shown with this pack.")
            said.append(text.format(name=saved.other_logo))
            said.append(_("To have the logo that the pack came with, save it in another folder."))
        self.errand.say(State.DONE, title, tuple(said))

    def _put(self, opened: Opened) -> None:
        self._tells = bool(opened.draft.document)
        self._opened = opened
        self._is_unkept = True
        self._judge()
        self.replaced.emit()

    def _take(self, draft: Draft) -> None:
        self._opened = replace(self._opened, draft=draft)
        self._is_unkept = True
        self._judge()
        self.changed.emit()

    def _judge(self) -> None:
        self._judged = self.form.judge(self._opened)
        if self._judged.pack is not None:
            self.preview = self.form.shown(self._judged.pack)
