"""A pack while it is filled in: what is typed, what is wrong with it, and how it will look."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from app.domain.rules import RuleId
from app.i18n import _
from app.services.clinic_desk import ClinicDesk, Desk
from app.services.clinic_draft import Draft, DraftRow
from app.services.clinic_form import Opened, Saved
from app.services.clinic_logo import chosen_logo, no_picture
from app.services.clinic_shown import Shown, shown
from app.services.refusals import NotDoneError
from app.services.undo import Step
from app.ui.errand import Errand, State
from app.ui.in_turn import InTurn
from app.ui.pause import TypingPause
from app.ui.undo import UndoStack
from app.ui.widgets.logo_picture import picture_of

PATIENCE: Final = 10.0
"""How long the end of the program waits for what is filled in to be kept, in seconds."""


class ForClinicsModel(QObject):
    """What is wrong is told once somebody tried to save, or opened a pack: not while they begin."""

    changed = Signal()
    """Something was typed, and judged."""

    replaced = Signal()
    """Another pack is filled in."""

    def __init__(self, desk: ClinicDesk, undo: UndoStack, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.form = desk.form
        self._keeper = desk
        self._undo = undo
        self.errand = Errand(self)
        self._pause = TypingPause(self)
        self._pause.due.connect(self._keep)
        self._turn = InTurn(self)
        self._turn.ended.connect(self._hear)
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self.settle)
        self._tells = False
        self._told = ""
        self._refusal = ""
        self.preview: Shown | None = None
        """How patients see it, as it was when nothing was wrong; nothing before that."""
        self._desk = desk.begin()
        self._lost = desk.lost
        self._judge()

    @property
    def draft(self) -> Draft:
        """What is filled in."""
        return self._desk.opened.draft

    @property
    def before(self) -> Draft | None:
        """What another pack took the place of last, and is not saved."""
        return self._desk.before[-1].draft if self._desk.before else None

    def wrong(self, key: str) -> str:
        """Return what is wrong with what is typed under *key*."""
        return self._judged.wrong.get(key, "") if self._tells else ""

    def wrong_in(self, kind: type[DraftRow], place: int) -> Callable[[str], str]:
        """Return what tells what is wrong with a part of the row of *kind* at *place*.

        Empty rows are not in the pack.
        """
        rows = self.draft.rows_of(kind)
        number = sum(not row.is_empty for row in rows[:place])
        is_empty = rows[place].is_empty
        return lambda part: "" if is_empty else self.wrong(f"{kind.kind}.{number}.{part}")

    @property
    def is_in_order(self) -> bool:
        """Whether the pack could go out."""
        return self._judged.pack is not None

    def arrive(self) -> None:
        """Say nothing any more of an earlier file, and once what could not be read."""
        self.errand.begin_anew()
        self._told = ""
        self._refuse("")
        lost, self._lost = self._lost, ()
        if lost:
            self.errand.say(State.FAILED, _("What you filled in last time cannot be read."), lost)

    def say(self, key: str, text: str) -> None:
        """Take *text* under *key*."""
        self._take(self.draft.saying(key, text))

    def hide(self, item: str, *, hides: bool) -> None:
        """Leave a built-in item off the checklist, or put it back."""
        self._take(self.draft.hiding(item, hides=hides))

    def ask_monthly(self, *, is_monthly: bool) -> None:
        """Ask for the monthly check-in too, or do not."""
        self._take(self.draft.asking_monthly(is_monthly=is_monthly))

    def waits(self, rule: RuleId) -> bool:
        """Whether *rule* holds until the next morning too."""
        return self.draft.next_day.get(rule.value, self.form.waits(rule))

    def wait(self, rule: RuleId, *, next_day: bool) -> None:
        """Let *rule* hold until the next morning too, or not."""
        self._take(self.draft.waiting(rule, next_day=next_day))

    @Slot(int, object)
    def put_row(self, place: int, row: DraftRow) -> None:
        """Take what the row at *place* of its kind says now; after the last begins another."""
        self._take(self.draft.with_row(place, row))

    @property
    def logo(self) -> bytes | None:
        """The logo, a PNG or SVG, if there is one."""
        logo = self._desk.opened.logo
        return None if logo is None else logo[1]

    @property
    def names_logo(self) -> bool:
        """Whether the pack has a logo, or names one that is not there."""
        return self.draft.document.get("logo") is not None

    @property
    def wrong_logo(self) -> str:
        """What is wrong with the logo, or with the picture that was chosen last."""
        return self._refusal or self.wrong("logo")

    def choose_logo(self, path: Path) -> None:
        """Take the picture at *path* as the logo; one that is refused changes nothing."""
        try:
            logo = chosen_logo(path)
        except NotDoneError as error:
            self._refuse(error.sentence)
            return
        if picture_of(logo[1]) is None:
            self._refuse(no_picture())
            return
        self._take_logo(self._desk.opened.with_logo(logo), _("Chose a logo."))

    def leave_out_logo(self) -> None:
        """Go on without a logo."""
        self._take_logo(self._desk.opened.with_logo(None), _("Left out the logo."))

    def open(self, path: Path) -> None:
        """Fill in the pack at *path*; what was filled in before has a way back."""
        if self.errand.is_busy:
            return
        try:
            opened = self.form.open(path)
        except NotDoneError as error:
            self.errand.fail(error)
            return
        now = self._desk
        self._put(now.turned_to(opened, is_unsaved=False))
        self._undo.push(_("Opened another pack."), partial(self._return, now))
        self.errand.say(
            State.DONE,
            _("Opened: {file}").format(file=path.name),
            (_("Saving leaves out lines that begin with #."), *self._judged.elsewhere),
        )

    def go_back(self) -> None:
        """Fill in again what another pack took the place of last."""
        now = self._desk
        if now.before and not self.errand.is_busy:
            self.errand.forget()
            self._put(now.turned_back())
            self._undo.push(_("Went back to the pack before."), partial(self._return, now))

    def may_be_saved(self) -> bool:
        """Return whether nothing is wrong; from now on it is told what is."""
        self._tells = True
        self._refuse("")
        if self.is_in_order:
            return True
        title = _("Not saved yet: something has to be put right first.")
        self.errand.say(State.FAILED, title, self._judged.elsewhere)
        return False

    def save(self, path: Path) -> None:
        """Write the pack to *path*."""
        opened = self.form.named(self._desk.opened)
        self._desk = replace(self._desk, opened=opened)
        work = partial(self.form.save, opened, path)
        self.errand.run(_("Saving…"), work, done=partial(self._saved, opened))

    def keep(self) -> None:
        """Have what is filled in kept now, on another thread."""
        self._pause.flush()

    @Slot()
    def settle(self) -> None:
        """Do the same, and wait for it: the program ends now."""
        self._pause.flush()
        self._turn.wait(PATIENCE)

    @Slot()
    def _keep(self) -> None:
        self._turn.hand(partial(self._keeper.keep, self._desk))

    @Slot(object)
    def _hear(self, error: Exception | None) -> None:
        """Say that nothing is kept, and try again until it is."""
        is_said = bool(self._told) and self.errand.title == self._told
        if error is None:
            if is_said:
                self.errand.forget()
            self._told = ""
            return
        is_free = not self._told or self.errand.state in (State.NOTHING, State.DONE)
        if not is_said and is_free and not self.errand.is_busy:
            self.errand.fail(error)
            self._told = self.errand.title
        self._pause.touch()

    def _saved(self, opened: Opened, saved: Saved) -> None:
        now = self._desk.with_saved(opened)  # unless something was typed since then
        if opened.key == now.opened.key:
            now = replace(now, opened=now.opened.knowing(saved.known))
        self._desk = now
        self._pause.touch()
        self.changed.emit()
        title = _("Saved: {file}").format(file=saved.path.name)
        said = [_("It is in {folder}.").format(folder=str(saved.path.parent))]
        if saved.other_logo:
            text = _("Another {name} was there. It is still there, and is shown with this pack.")
            said.append(text.format(name=saved.other_logo))
            said.append(_("To have the logo of this pack, save it in another folder."))
        self.errand.say(State.DONE, title, tuple(said))

    def _return(self, desk: Desk) -> Step:
        now = self._desk
        self._put(now.turned_to(desk.opened, is_unsaved=desk.is_unsaved))
        return Step(_("Brought back the pack before."), partial(self._return, now))

    def _refuse(self, sentence: str) -> None:
        self._refusal = sentence
        self.changed.emit()

    def _take_logo(self, opened: Opened, text: str) -> None:
        before = self._desk.opened
        self._refusal = ""
        self._undo.push(text, partial(self._return_logo, before))
        self._hold(opened)

    def _return_logo(self, before: Opened) -> None:
        self._refusal = ""
        self._hold(self._desk.opened.with_logo_of(before))

    def _put(self, desk: Desk) -> None:
        self._refusal = ""
        self._tells = bool(desk.opened.draft.document)
        self._desk = desk
        self.preview = None
        self._pause.touch()
        self._judge()
        self.replaced.emit()

    def _take(self, draft: Draft) -> None:
        self._hold(replace(self._desk.opened, draft=draft))

    def _hold(self, opened: Opened) -> None:
        self._desk = replace(self._desk, opened=opened, is_unsaved=True)
        self._pause.touch()
        self._judge()
        self.changed.emit()

    def _judge(self) -> None:
        self._judged = self.form.judge(self._desk.opened)
        if self._judged.pack is not None:
            self.preview = shown(self._judged.pack, self._desk.opened.logo)
