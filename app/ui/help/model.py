"""Whom to call: the numbers of the country, of the clinic, and of the patient's own people."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from app.domain.country import SOMEWHERE_ELSE
from app.domain.help import CountryHelp, WhenToCall
from app.domain.preferences import Person
from app.domain.text import clean
from app.i18n import _
from app.services.calm import CalmSessions
from app.services.changes import Changes, Kind
from app.services.content import Content
from app.services.numbers_to_call import ToCall, looked_up, numbers_to_call
from app.services.own_numbers import unread_sentence
from app.services.preferences import Preferences
from app.services.saving import Saving
from app.ui.profile_draft import ProfileDraft
from app.ui.undo import UndoStack

if TYPE_CHECKING:
    from app.services.clinic_about import ClinicAbout


class HelpModel(QObject):
    """Joins what ships with what the patient told. Works when neither folder nor profile does."""

    changed = Signal()

    def __init__(
        self,
        *,
        content: Content,
        preferences: Preferences,
        saving: Saving,
        calm: CalmSessions,
        changes: Changes,
        undo: UndoStack,
        logo: Callable[[], bytes | None],
        locale_name: str | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._content = content
        self._saving = saving
        self._calm = calm
        self._undo = undo
        self._logo = logo
        self._draft = ProfileDraft(preferences, locale_name, self)
        changes.listen(self, self._hear)

    @property
    def country(self) -> str:
        """The code of the country whose numbers are shown; SOMEWHERE_ELSE where there are none."""
        return self._draft.country if self._help is not None else SOMEWHERE_ELSE

    @property
    def is_country_guessed(self) -> bool:
        """Whether the country was taken from the computer."""
        return self._draft.is_country_guessed

    @property
    def countries(self) -> tuple[tuple[str, str], ...]:
        """The countries there are numbers for, code and name."""
        return tuple((one.code, one.name) for one in self._content.crisis_lines.countries)

    @property
    def numbers(self) -> tuple[ToCall, ...]:
        """Every number, the emergency number first."""
        return numbers_to_call(self._content, self._draft.profile, self._draft.country)

    @property
    def unread(self) -> str:
        """What of the patient's own numbers cannot be shown, and why; most often empty."""
        return unread_sentence(self._saving, self._draft.profile)

    @property
    def session_runs(self) -> bool:
        """Whether a calm session is under way meanwhile."""
        return self._calm.running is not None

    @property
    def emergency(self) -> str:
        """The emergency number, or an empty text where it is not known."""
        return self._help.emergency if self._help is not None else ""

    @property
    def out_of_hours(self) -> str:
        """The clinic's phone out of hours, or an empty text."""
        return self._content.clinic(self._draft.profile.clinic).out_of_hours.strip()

    @property
    def has_clinic_phone(self) -> bool:
        """Whether there is a way to call the clinic."""
        clinic = self._content.clinic(self._draft.profile.clinic)
        return bool(clinic.day.strip() or clinic.out_of_hours.strip())

    @property
    def clinic(self) -> "ClinicAbout | None":
        """Who the clinic is, by its pack."""
        if self._content.pack is None:
            return None
        from app.services.clinic_about import about_clinic

        return about_clinic(self._content.pack, self._logo())

    @property
    def looked_up(self) -> date | None:
        """The month in which the numbers of the country were looked up."""
        return looked_up(self._content, self._draft.country)

    @property
    def when_to_call(self) -> WhenToCall:
        """The lists, the same for everyone."""
        return self._content.when_to_call

    @property
    def sentences(self) -> dict[str, str]:
        """The sentences of the content that stand around the numbers, by id."""
        return self._content.about

    @property
    def people(self) -> tuple[Person, ...]:
        """The people the patient can call."""
        return self._draft.profile.people

    def choose_country(self, code: str) -> None:
        """Show the numbers of *code* from now on."""
        self._draft.choose(replace(self._draft.profile, country=code))

    def type_person(self, before: Person, person: Person) -> None:
        """Take what is being typed about *person*, who was *before* until now.

        Somebody who is not on the list, or not there any more, comes to its end.
        """
        people = list(self.people)
        place = _place(before, self.people)
        people[place : place + 1] = [person]
        self._draft.type(replace(self._draft.profile, people=tuple(people)))

    def remove(self, person: Person) -> None:
        """Take *person* off the list, if they are there; undo puts them back."""
        place = _place(person, self.people)
        people = (*self.people[:place], *self.people[place + 1 :])
        if people == self.people:
            return
        self._draft.choose(replace(self._draft.profile, people=people))

        def put_back() -> None:
            now = self.people
            back = (*now[:place], person, *now[place:])
            self._draft.choose(replace(self._draft.profile, people=back))

        name = person.name.strip() or person.phone.strip()
        self._undo.push(_("{name} is off your list.").format(name=name), put_back)

    def refresh(self) -> None:
        """See what is there now; the page is about to show it."""
        self._draft.refresh()

    def finish(self) -> None:
        """Keep what is still waiting, and drop people of whom nothing was written."""
        people = tuple(one for one in self.people if one.name.strip() or one.phone.strip())
        if people != self.people:
            self._draft.type(replace(self._draft.profile, people=people))
        self._draft.flush()

    @property
    def _help(self) -> CountryHelp | None:
        return self._content.crisis_lines.of(self._draft.country)

    def _hear(self, kind: Kind) -> None:
        if kind in (Kind.PROFILE, Kind.PROBLEMS, Kind.CALM):
            self._draft.refresh()
            self.changed.emit()


def _place(person: Person, people: tuple[Person, ...]) -> int:
    """Return where *person* stands among *people*, past the end if they do not.

    By what a file keeps of them: it may have been read again since they were typed.
    """
    wanted = _kept_of(person)
    return next((at for at, one in enumerate(people) if _kept_of(one) == wanted), len(people))


def _kept_of(person: Person) -> tuple[str, str]:
    return clean(person.name), clean(person.phone)
