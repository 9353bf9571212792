"""Getting ready for the talk with the clinic: what to tell, what to ask, and the list of both."""

from functools import partial
from typing import Any, Final, NamedTuple

from msgspec.structs import replace

from app.domain.clock import Clock
from app.domain.consultation import (
    Ask,
    AskContent,
    Condition,
    Consultation,
    Entry,
    Medicine,
    Question,
    Text,
    ask_list,
)
from app.domain.ids import NewToken, record_id
from app.domain.rebase import rebased
from app.i18n import _
from app.services.changes import Changes, Kind
from app.services.content import Content
from app.services.recovery import Recovery
from app.services.undo import Step
from app.storage.codec import encode
from app.storage.document_repository import DocumentRepository
from app.storage.layouts import CONSULTATION

FILE: Final = f"{CONSULTATION.kind}.yaml"


class Mention(NamedTuple):
    """A condition of the built-in list, and what the patient ticked of it, if they did."""

    id: str
    title: str
    ticked: Condition | None


class ConsultationNotes:
    """The patient's notes for the clinic. Every change comes back as a step that can be undone."""

    def __init__(
        self,
        *,
        repository: DocumentRepository[Consultation],
        content: Content,
        clock: Clock,
        token: NewToken,
        changes: Changes,
        recovery: Recovery,
    ) -> None:
        self._repository = repository
        self._content = content
        self._clock = clock
        self._token = token
        self._changes = changes
        self._recovery = recovery
        self._typed = Consultation()

    def get(self) -> Consultation:
        """Return everything that was written."""
        return self._repository.get()

    def ask_list(self) -> tuple[Ask, ...]:
        """Return the questions for the clinic that come of it."""
        return ask_list(self.get(), self._content.ask_list)

    def mentions(self) -> tuple[Mention, ...]:
        """Return the conditions of the built-in list, then ticked ones that it does not know."""
        ticked = {one.id: one for one in self.get().conditions}
        known = self._content.conditions
        listed = [Mention(one, title, ticked.get(one)) for one, title in known.items()]
        others = [Mention(one.id, one.title, one) for one in ticked.values() if one.id not in known]
        return (*listed, *others)

    def medicine(self, name: str, *, is_current: bool) -> Medicine:
        """Return a new medicine called *name*; nothing is stored yet."""
        now = self._clock.now()
        new = record_id(self._token)
        return Medicine(id=new, created=now, changed=now, name=name, is_current=is_current)

    def question(self, text: str) -> Question:
        """Return a new question that says *text*; nothing is stored yet."""
        now = self._clock.now()
        return Question(id=record_id(self._token), created=now, changed=now, text=text)

    def hold(self, entry: Entry) -> None:
        """Let a new *entry* that is still being typed outlive a crash."""
        self._hold(self._typed.having(entry.changed_at(self._clock.now())))

    def release(self, entry: Entry) -> None:
        """Hold a new *entry* no more: it is on its list, or not wanted."""
        if self._typed.find(entry) is not None:
            self._hold(self._typed.without(entry))

    def add(self, entry: Entry) -> Step:
        """Add a new *entry* to the end of its list."""
        self.release(entry)
        self._put(entry, None)
        return Step(_("Added: {title}").format(title=entry.label), partial(self._take_back, entry))

    def keep(self, entry: Entry, sender: object = None, *, over: Entry | None = None) -> None:
        """Store *entry* as it is being typed; one that was taken out meanwhile comes back.

        *over* is what it was made from. What somebody else changed since then stays; where both
        changed the same, ours stands, and the file with theirs is kept beside it.
        """
        stored: Any = self.get().find(entry)
        loses = False
        if over is not None and stored is not None:
            entry, loses = rebased(over, entry, stored)
        self._put(entry, None, sender, keep_theirs=loses)

    def changed(self, before: Entry) -> Step | None:
        """Return the way back to *before*; nothing if its entry says the same still."""
        now = self.get().find(before)
        if now is None or replace(now, changed=before.changed) == before:
            return None
        text = _("Changed: {title}").format(title=now.label)
        return Step(text, partial(self._change_back, before, now))

    def remove(self, entry: Entry) -> Step:
        """Take *entry* off its list; undo puts it back where it stood."""
        stored = self.get().find(entry) or entry
        place = self.get().place(entry)
        self._take_out(entry)
        text = _("Removed: {title}").format(title=stored.label)
        return Step(text, partial(self._put, stored, place))

    def move(self, entry: Entry, by: int) -> Step | None:
        """Move *entry* by a few places among those it is seen with; nothing at either end."""
        notes = self.get()
        seen = _seen_with(entry, notes)
        place = next(at for at, one in enumerate(seen) if one.id == entry.id)
        target = min(max(place + by, 0), len(seen) - 1)
        if target == place:
            return None
        before = notes.place(entry)
        self._put_at(entry, notes.place(seen[target]))
        text = _("Moved: {title}, now {place} of {count}").format(
            title=entry.label, place=target + 1, count=len(seen)
        )
        return Step(text, partial(self._put_at, entry, before))

    def mark_taken(self, medicine: Medicine, *, is_current: bool) -> Step:
        """Have *medicine* among those taken now, or among those tried before."""
        self._answer(medicine, is_current=is_current)
        text = _("Among those taken now: {title}") if is_current else _("Tried before: {title}")
        back = partial(self._answer, medicine, is_current=medicine.is_current)
        return Step(text.format(title=medicine.label), back)

    def mark_asked(self, question: Question, *, is_asked: bool) -> Step:
        """Note whether *question* was asked."""
        self._answer(question, is_asked=is_asked)
        text = _("Asked: {title}") if is_asked else _("Still to ask: {title}")
        back = partial(self._answer, question, is_asked=question.is_asked)
        return Step(text.format(title=question.label), back)

    def tick(self, mention: Mention) -> Step:
        """Have a condition among those to mention, or take it from there."""
        if mention.ticked is not None:
            return self.remove(mention.ticked)
        now = self._clock.now()
        return self.add(Condition(id=mention.id, created=now, changed=now, title=mention.title))

    def say(
        self, part: Text, words: str, sender: object = None, *, over: str | None = None
    ) -> None:
        """Store *words* as *part*, as they are being typed.

        *over* is what stood there before. If somebody else changed that since, the file with
        theirs is kept beside it.
        """
        loses = over is not None and self.get().text(part) not in (over, words)
        self._store(self.get().saying(part, words), sender, keep_theirs=loses)

    def said(self, part: Text, before: str) -> Step | None:
        """Return the way back to what *part* said *before*; nothing if it says that still."""
        if self.get().text(part) == before:
            return None
        text = _("Changed: {title}").format(title=text_name(part))
        return Step(text, partial(self._say_back, part, before, self.get().text(part)))

    def _hold(self, typed: Consultation) -> None:
        self._typed = typed
        if typed == Consultation():
            self._recovery.release(FILE)
        else:
            self._recovery.hold(FILE, CONSULTATION, encode(typed))

    def _put(
        self,
        entry: Entry,
        place: int | None,
        sender: object = None,
        *,
        keep_theirs: bool = False,
    ) -> None:
        notes = self.get().having(entry.changed_at(self._clock.now()), place)
        self._store(notes, sender, keep_theirs=keep_theirs)

    def _put_at(self, entry: Entry, place: int) -> None:
        """Put *entry* at *place* as it stands now, if it still does."""
        stored = self.get().find(entry)
        if stored is not None:
            self._store(self.get().having(stored, place))

    def _answer(self, entry: Entry, **answer: bool) -> None:
        """Give *entry*, as it stands now, another *answer*; what else was typed there stays."""
        self._put(replace(self.get().find(entry) or entry, **answer), None)

    def _take_back(self, added: Entry) -> Step | None:
        """Take out what was *added*; there is a way back if it says more by now."""
        now: Any = self.get().find(added)
        if now is not None and not now.says_the_same(added):
            return self.remove(added)
        self._take_out(added)
        return None

    def _change_back(self, before: Entry, after: Entry) -> Step | None:
        """Have *before* again; there is a way back if it says another thing than *after* by now."""
        now: Any = self.get().find(after)
        self._put(before, None)
        return None if now is None or now.says_the_same(after) else self.changed(now)

    def _say_back(self, part: Text, before: str, after: str) -> Step | None:
        """Have *part* say *before* again; there is a way back if it says no more *after* by now."""
        now = self.get().text(part)
        self.say(part, before)
        return None if now == after else self.said(part, now)

    def _take_out(self, entry: Entry) -> None:
        self._store(self.get().without(entry))

    def _store(
        self, notes: Consultation, sender: object = None, *, keep_theirs: bool = False
    ) -> None:
        if notes != self.get():
            self._repository.put(notes, keep_theirs=keep_theirs)
            self._changes.announce(Kind.CONSULTATION, sender)


def text_name(part: Text) -> str:
    """Return what *part* is called on screen."""
    return {
        Text.EARLIER_TREATMENT: _("Earlier treatment"),
        Text.LIFE_CHANGES: _("What has changed in my life"),
        Text.OTHER: _("Something else to mention"),
    }[part]


def known_of(medicine: Medicine) -> str:
    """Return what is known of *medicine* besides its name, on one line; it may be nothing."""
    parts = [_("since {when}").format(when=medicine.since)] if medicine.since else []
    if not medicine.is_current:
        if medicine.until:
            parts.append(_("until {when}").format(when=medicine.until))
        parts.append(medicine.why_stopped)
    return " · ".join(" ".join(part.split()) for part in parts if part.strip())


def asked_by_name(content: AskContent) -> str:
    """Return the sentence that names all groups of medicines to ask about."""
    groups = ", ".join(group.text for group in content.groups)
    return content.sentence("all_by_name").format(groups=groups)


def _seen_with(entry: Entry, notes: Consultation) -> tuple[Entry, ...]:
    """Return the entries that stand in one list on screen with *entry*, itself included."""
    if isinstance(entry, Medicine):
        return notes.current if entry.is_current else notes.tried
    return notes.entries(type(entry))
