"""Two versions of the same file, in words: what each says, and what can be done."""

from datetime import datetime
from functools import partial
from typing import Any, Final, get_args

from msgspec import Struct

from app.domain.calm_choices import CalmChoices
from app.domain.checklist import OwnList
from app.domain.consultation import Consultation, Entry, Text
from app.domain.infusion import Infusion
from app.domain.journal import Day
from app.domain.preferences import Profile
from app.i18n import _, ngettext
from app.services.answer_words import quoted
from app.services.changes import OF_FILES, Changes
from app.services.undo import Step
from app.storage.conflicts import Conflict, Conflicts, is_our_own
from app.storage.data_folder import DataFolder
from app.storage.documents import changed_at, read
from app.storage.errors import ErrorCode
from app.storage.layouts import Layout
from app.storage.problems import FileProblem
from app.storage.yaml_values import Document, Value

EXCERPT: Final = 60


class Side(Struct, frozen=True):
    """One of the two versions: when it was changed last, and what it says in a few lines."""

    changed: datetime | None
    lines: tuple[str, ...]


class TwoVersions:
    """The copies that lie beside the patient's files, one after the other."""

    def __init__(self, folder: DataFolder, changes: Changes) -> None:
        self._folder = folder
        self._conflicts = Conflicts(folder)
        self._changes = changes

    def first(self) -> Conflict | None:
        """Return the first copy that says something its file does not say.

        Copies of our own merging that say nothing new are taken away: they stay in the originals.
        """
        first = None
        for problem in self._folder.noted.all():
            if problem.code is ErrorCode.CONFLICT_COPY:
                conflict = self._conflicts.read(problem.path)
                if conflict is not None and not self._is_done(conflict):
                    first = first or conflict
        return first

    def sides(self, conflict: Conflict) -> tuple[Side, Side]:
        """Return what the file says, and what the copy says."""
        ours, theirs = conflict.ours, conflict.theirs
        return _side(ours, conflict.layout), _side(theirs, conflict.layout)

    def keep_both(self, conflict: Conflict) -> Step:
        """Put together what both say."""
        settled = self._conflicts.keep_both(conflict)
        return self._settled(conflict, settled, _("Both versions are in one file now."))

    def keep_ours(self, conflict: Conflict) -> Step:
        """Go on with the file as it is."""
        settled = self._conflicts.keep_ours(conflict)
        return self._settled(conflict, settled, _("The version of this computer stays."))

    def keep_theirs(self, conflict: Conflict) -> Step:
        """Go on with what the copy says."""
        settled = self._conflicts.keep_theirs(conflict)
        return self._settled(conflict, settled, _("The other version is used now."))

    def _settled(self, conflict: Conflict, settled: Document, text: str) -> Step:
        self._hide(conflict.name)
        self._tell(conflict)
        return Step(text, partial(self._put_back, conflict, settled))

    def _put_back(self, conflict: Conflict, settled: Document) -> None:
        self._conflicts.put_back(conflict, settled, partial(self._is_back, conflict))
        self._tell(conflict)

    def _is_back(self, conflict: Conflict, _report: object) -> None:
        copy = FileProblem(path=conflict.name, code=ErrorCode.CONFLICT_COPY)
        self._folder.noted.note_all({conflict.name: (copy,)})
        self._tell(conflict)

    def _is_done(self, conflict: Conflict) -> bool:
        if not (conflict.is_settled and is_our_own(conflict.name)):
            return False
        self._conflicts.keep_ours(conflict)
        self._hide(conflict.name)
        return True

    def _hide(self, name: str) -> None:
        self._folder.noted.note_all({name: ()})

    def _tell(self, conflict: Conflict) -> None:
        self._changes.announce(OF_FILES[conflict.layout.kind])


def _side(document: Document, layout: Layout[Any]) -> Side:
    value = read(document, layout)[0]
    moment = max(_moments(document), default=float("-inf"))
    changed = None if moment == float("-inf") else datetime.fromtimestamp(moment).astimezone()
    return Side(changed, tuple(_lines(value)))


def _moments(value: Value) -> list[float]:
    """Return every moment at which something in *value* was changed."""
    if isinstance(value, list):
        return [moment for one in value for moment in _moments(one)]
    if isinstance(value, dict):
        return [changed_at(value), *(m for one in value.values() for m in _moments(one))]
    return []


def _lines(value: Struct | None) -> list[str]:
    if isinstance(value, Day):
        return _day(value)
    if isinstance(value, Infusion):
        said = (value.place, value.intention, value.notes)
        return [quoted(one, EXCERPT) for one in said if one]
    if isinstance(value, OwnList):
        count = len(value.items)
        return [
            ngettext("{count} item of your own", "{count} items of your own", count).format(
                count=count
            ),
            *(quoted(item.title, EXCERPT) for item in value.items[:2]),
        ]
    if isinstance(value, Consultation):
        listed = [one.label for type_ in get_args(Entry) for one in value.entries(type_)]
        words = [*map(value.text, Text), ", ".join(listed)]
        return [quoted(one, EXCERPT) for one in words if one]
    if isinstance(value, CalmChoices):
        names = [preset.name for preset in value.presets]
        return [quoted(one, EXCERPT) for one in (*names, *(own.name for own in value.patterns))]
    if isinstance(value, Profile):
        return [one for one in (value.name, value.clinic.name, value.clinic.day) if one]
    return []


def _day(day: Day) -> list[str]:
    count = len(day.check_ins)
    lines = [ngettext("{count} check-in", "{count} check-ins", count).format(count=count)]
    if day.reflections:
        count = len(day.reflections)
        lines.append(
            ngettext("{count} reflection", "{count} reflections", count).format(count=count)
        )
    if day.questionnaires:
        count = len(day.questionnaires)
        text = ngettext("{count} questionnaire", "{count} questionnaires", count)
        lines.append(text.format(count=count))
    if day.calm_sessions:
        sessions = len(day.calm_sessions)
        lines.append(
            ngettext("{count} calm session", "{count} calm sessions", sessions).format(
                count=sessions
            )
        )
    words = [text for one in day.check_ins for text in one.texts]
    words += [text for one in day.reflections for text in one.texts]
    begun = [quoted(one, EXCERPT) for one in words[:2]]
    return [*lines, *(begun or [_("No words")])]
