"""The way back to what was said of effects that were taken off a check-in."""

from collections.abc import Iterable
from operator import methodcaller

from app.domain.check_in import CheckIn
from app.domain.effects import EffectNote
from app.i18n import _
from app.services.journal import Journal
from app.services.undo import Step


def taken_off(journal: Journal, check_in: CheckIn, gone: Iterable[EffectNote]) -> Step | None:
    """Return the step that says in *check_in* again what the notes that are *gone* said.

    Nothing where all of them were only noticed: one more tap says that again.
    """
    notes = tuple(gone)
    if all(note == EffectNote(effect=note.effect) for note in notes):
        return None
    text = _("What you said about it was taken off.")
    return journal.way_back(text, check_in, methodcaller("with_notes", notes))
