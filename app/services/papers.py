"""Documents of the coming infusion, put together from what is stored, and saved where wanted."""

from enum import Enum

from app.domain.checklist import lines
from app.domain.clock import Clock
from app.domain.count_back import count_back
from app.domain.country import guess_country
from app.domain.infusion import Infusion
from app.domain.wall_time import zone_here
from app.services.calendar_file import ENDING, calendar_file
from app.services.checklist import Checklist
from app.services.consultation import ConsultationNotes
from app.services.content import Content
from app.services.documents.checklist import checklist
from app.services.documents.companion import companion
from app.services.documents.consultation import consultation
from app.services.documents.model import Document
from app.services.documents.paper_check_in import paper_check_in
from app.services.documents.plan import plan
from app.services.documents.pocket import pocket
from app.services.documents.visit import Background, Spelling, visit_of
from app.services.infusions import Infusions
from app.services.preferences import Preferences


class PaperKind(Enum):
    """The documents there are, in the order of the screen."""

    PLAN = "plan"
    CHECKLIST = "checklist"
    COMPANION = "companion"
    POCKET = "pocket"
    CHECK_IN = "check_in"
    CONSULTATION = "consultation"


class Papers:
    """Makes documents of the coming infusion; all but the plan can be had without one."""

    def __init__(
        self,
        *,
        infusions: Infusions,
        checklist: Checklist,
        notes: ConsultationNotes,
        preferences: Preferences,
        content: Content,
        clock: Clock,
    ) -> None:
        self._infusions = infusions
        self._checklist = checklist
        self._notes = notes
        self._preferences = preferences
        self._content = content
        self._clock = clock

    @property
    def infusion(self) -> Infusion | None:
        """The infusion that the documents are about, or nothing."""
        return self._infusions.coming()

    def kinds(self) -> tuple[PaperKind, ...]:
        """Return which documents can be had now."""
        is_planned = self.infusion is not None
        return tuple(kind for kind in PaperKind if is_planned or kind is not PaperKind.PLAN)

    def make(self, kind: PaperKind, spelling: Spelling, locale_name: str = "") -> Document:
        """Return the document *kind*; without an infusion the list stands for the plan.

        *locale_name* tells the country as long as the patient has not.
        """
        infusion, rules = self.infusion, self._content.rules
        about = self._background(spelling, locale_name)
        visit = visit_of(infusion) if infusion is not None else None
        counted = (
            count_back(infusion, rules, zone_here(self._clock)) if infusion is not None else None
        )
        match kind:
            case PaperKind.COMPANION:
                return companion(visit, counted, rules, about)
            case PaperKind.POCKET:
                return pocket(visit, counted, rules, about)
            case PaperKind.CHECK_IN:
                return paper_check_in(visit, about)
            case PaperKind.CONSULTATION:
                return consultation(visit, self._notes.get(), self._notes.ask_list(), about)
            case PaperKind.PLAN if infusion is not None and visit is not None:
                rows = self._checklist.lines(infusion)
                return plan(visit, counted, rules, rows, about, notes=infusion.notes)
            case _:
                rows = lines(
                    self._checklist.items(), infusion.ticks if infusion is not None else ()
                )
                music = infusion.music if infusion is not None else ""
                return checklist(visit, rows, about, music=music)

    def planned(self) -> list[Infusion]:
        """Return the infusions that are still to come, the next one first."""
        today = self._clock.now().date()
        recent = self._infusions.recent()
        ahead = [one for one in recent if one.outcome is None and one.date >= today]
        return sorted(ahead, key=lambda one: (one.date, one.id))

    def calendar(self) -> bytes:
        """Return every planned infusion as a calendar file."""
        now = self._clock.now()
        return calendar_file(
            self.planned(), self._content.rules, now=now, here=zone_here(self._clock)
        )

    def calendar_name(self) -> str:
        """Return a neutral name for the calendar file."""
        return f"appointments-{self._clock.now().date().isoformat()}{ENDING}"

    def _background(self, spelling: Spelling, locale_name: str) -> Background:
        profile = self._preferences.profile
        country = profile.country or guess_country(locale_name)
        return Background(
            content=self._content,
            spelling=spelling,
            made=self._clock.now().date(),
            name=profile.name,
            clinic=self._preferences.clinic,
            help=self._content.crisis_lines.of(country),
        )
