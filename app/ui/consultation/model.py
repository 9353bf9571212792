"""The notes for the clinic while they are worked on."""

from enum import Enum

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal, Slot

from app.domain.consultation import Ask, Consultation, Entry, Medicine, Question, Text
from app.services.changes import Changes, Kind
from app.services.consultation import ConsultationNotes, Mention, asked_by_name
from app.services.content import Content
from app.services.undo import Step
from app.ui.pause import TypingPause
from app.ui.undo import UndoStack


class Listed(Enum):
    """The lists that entries are added to."""

    CURRENT = "current"
    TRIED = "tried"
    QUESTIONS = "questions"


class ConsultationModel(QObject):
    """Holds the notes, and what is typed into them until the writer pauses.

    What is typed into an entry, or as plain words, is stored as it is typed; a new entry when the
    patient says so, or leaves with something typed. Each is one change, which can be undone.
    """

    changed = Signal()

    def __init__(
        self,
        *,
        notes: ConsultationNotes,
        content: Content,
        changes: Changes,
        undo: UndoStack,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._notes = notes
        self._content = content
        self._undo = undo
        self._new: dict[Listed, Entry] = {}
        self._before: dict[str, Entry] = {}
        self._edits: dict[str, Entry] = {}
        self._over: dict[str, Entry] = {}
        self._said: dict[Text, str] = {}
        self._words_over: dict[Text, str] = {}
        # What the page was handed last. A change is made from that, not from what the disk holds.
        self._shown: dict[str, Entry] = {}
        self._words_shown: dict[Text, str] = {}
        self._words: dict[Text, str] = {}
        self._pause = TypingPause(self)
        self._pause.due.connect(self._save)
        undo.asked.connect(self._pause.flush)
        changes.listen(self, self._hear)

    @property
    def notes(self) -> Consultation:
        """Everything that is kept."""
        return self._notes.get()

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """The conditions, and which of them are ticked."""
        return self._notes.mentions()

    @property
    def asks(self) -> tuple[Ask, ...]:
        """The questions for the clinic that come of it."""
        return self._notes.ask_list()

    @property
    def asked_by_name(self) -> str:
        """The sentence that names all groups of medicines to ask about."""
        return asked_by_name(self._content.ask_list)

    @property
    def do_not_stop(self) -> str:
        """The one thing that is said of medicines."""
        return self._content.ask_list.sentence("do_not_stop")

    def entries(self, listed: Listed) -> tuple[Entry, ...]:
        """Return the entries of a list, in order, as they were typed last."""
        notes = self.notes
        medicines = notes.current if listed is Listed.CURRENT else notes.tried
        entries = notes.questions if listed is Listed.QUESTIONS else medicines
        self._shown.update((one.id, one) for one in entries)
        return tuple(self._edits.get(one.id, one) for one in entries)

    def words(self, part: Text) -> str:
        """Return the plain words of *part*, as they were typed last."""
        self._words_shown[part] = self.notes.text(part)
        return self._words.get(part, self._words_shown[part])

    def type_new(self, listed: Listed, text: str) -> None:
        """Take the words for a new entry as they are being typed."""
        entry = self._new.get(listed)
        if not text.strip():
            self._drop_new(listed)
            return
        self._new[listed] = self._fresh(listed, text) if entry is None else _named(entry, text)
        self._pause.touch()

    def add(self, listed: Listed, text: str) -> None:
        """Add a new entry; one of which nothing was typed is none."""
        text = text.strip()
        entry = self._new.pop(listed, None)
        if text:
            entry = self._fresh(listed, text) if entry is None else _named(entry, text)
            self._undo.push(*self._notes.add(entry))

    def type_entry(self, entry: Entry) -> None:
        """Take *entry* as it is being typed; without a name it keeps the one it had."""
        stored = self.notes.find(entry)
        if stored is not None:
            self._over.setdefault(entry.id, self._shown.get(entry.id, stored))
            before = self._before.setdefault(entry.id, stored)
            entry = entry if entry.label else _named(entry, _name(before))
        self._edits[entry.id] = entry
        self._pause.touch()

    def finish(self, entry_id: str) -> None:
        """Offer the way back to how an entry was before it was typed in."""
        self.flush()
        before = self._before.pop(entry_id, None)
        if before is not None:
            self._push(self._notes.changed(before))

    def type_words(self, part: Text, words: str) -> None:
        """Take plain words as they are being typed."""
        self._said.setdefault(part, self.notes.text(part))
        self._words_over.setdefault(part, self._words_shown.get(part, self.notes.text(part)))
        self._words[part] = words
        self._pause.touch()

    def finish_words(self, part: Text) -> None:
        """Offer the way back to what *part* said before."""
        self.flush()
        before = self._said.pop(part, None)
        if before is not None:
            self._push(self._notes.said(part, before))

    def remove(self, entry: Entry) -> None:
        """Take *entry* off its list, as it was typed last."""
        self.finish(entry.id)
        self._undo.push(*self._notes.remove(entry))

    def move(self, entry: Entry, by: int) -> None:
        """Move *entry* by a few places of its list."""
        self.finish(entry.id)
        self._push(self._notes.move(entry, by))

    def mark_taken(self, medicine: Medicine, *, is_current: bool) -> None:
        """Have *medicine* among those taken now, or among those tried before."""
        self.finish(medicine.id)
        stored = self.notes.find(medicine)
        if isinstance(stored, Medicine):
            self._undo.push(*self._notes.mark_taken(stored, is_current=is_current))

    def mark_asked(self, question: Question, *, is_asked: bool) -> None:
        """Note whether *question* was asked."""
        self.finish(question.id)
        stored = self.notes.find(question)
        if isinstance(stored, Question):
            self._undo.push(*self._notes.mark_asked(stored, is_asked=is_asked))

    def tick(self, mention: Mention) -> None:
        """Have a condition among those to mention, or take it from there."""
        self.finish(mention.id)
        now = next(one for one in self.mentions if one.id == mention.id)
        self._undo.push(*self._notes.tick(now))

    def flush(self) -> None:
        """Save now what is still waiting."""
        self._pause.flush()

    def leave(self) -> None:
        """Lose nothing: store what is half written, each as a change that can be undone."""
        self.flush()
        for listed, entry in tuple(self._new.items()):
            self.add(listed, _name(entry))
        for entry_id in tuple(self._before):
            self.finish(entry_id)
        for part in tuple(self._said):
            self.finish_words(part)

    def _fresh(self, listed: Listed, text: str) -> Entry:
        if listed is Listed.QUESTIONS:
            return self._notes.question(text)
        return self._notes.medicine(text, is_current=listed is Listed.CURRENT)

    def _drop_new(self, listed: Listed) -> None:
        entry = self._new.pop(listed, None)
        if entry is not None:
            self._notes.release(entry)

    def _push(self, step: Step | None) -> None:
        if step is not None:
            self._undo.push(*step)

    @Slot()
    def _save(self) -> None:
        for entry in self._new.values():
            self._notes.hold(entry)
        edits, self._edits = self._edits, {}
        over, self._over = self._over, {}
        for entry in edits.values():
            self._notes.keep(entry, self, over=over.get(entry.id))
        words, self._words = self._words, {}
        words_over, self._words_over = self._words_over, {}
        for part, text in words.items():
            self._notes.say(part, text, self, over=words_over[part])
        if edits or words:
            self.changed.emit()

    def _hear(self, kind: Kind) -> None:
        if kind is Kind.CONSULTATION:
            self.changed.emit()


def _named(entry: Entry, text: str) -> Entry:
    """Return a new *entry* in other words."""
    if isinstance(entry, Question):
        return replace(entry, text=text)
    return replace(entry, name=text) if isinstance(entry, Medicine) else entry


def _name(entry: Entry) -> str:
    return entry.text if isinstance(entry, Question) else entry.label
