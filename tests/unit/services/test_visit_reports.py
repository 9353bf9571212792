"""Pages about infusions that were: which there are, and what is read for one."""

from app.domain.check_in import CheckIn, TimePoint
from app.domain.infusion import Infusion, Outcome
from app.domain.preferences import Profile
from app.services.documents.visit_report import Wish
from tests.support import papers, pdf, visits
from tests.support.day import Day


def keep(day: Day, infusion_id: str, number: int, outcome: Outcome | None) -> Infusion:
    """Keep an infusion that is named after its day."""
    on = visits.ON.fromisoformat(infusion_id[:10])
    one = visits.infusion(id=infusion_id, date=on, number=number, outcome=outcome)
    return day.program.infusions.keep(one)


def test_there_is_a_page_of_each_infusion_that_was_the_newest_first(day: Day) -> None:
    """By its date, which may not be the one that it was first planned for."""
    first = keep(day, "2026-11-02-aaa", 1, Outcome.STOPPED_EARLY)
    moved = day.program.infusions.keep(
        visits.infusion(id="2026-10-01-bbb", date=visits.ON, number=2)
    )
    keep(day, "2026-11-20-ccc", 3, Outcome.CANCELLED)
    keep(day, "2026-12-20-ddd", 4, None)

    assert day.program.visit_reports.infusions() == (moved, first)


def test_a_page_is_made_of_the_days_around_its_infusion(day: Day) -> None:
    """What belongs to another one, and a check-in far away, is not on it."""
    program = day.program
    kept = program.infusions.keep(visits.infusion())
    program.preferences.keep_profile(Profile(name=" Anna "))
    near: CheckIn = visits.check_in(TimePoint.DAY_3, visits.at(3), words="near by")
    far = visits.check_in(TimePoint.ANY_TIME, visits.at(200), words="far away")
    other = visits.check_in(TimePoint.DAY_7, visits.at(7), words="not ours", infusion="else")
    for one in (near, far, other):
        program.journal.keep(one)

    document = program.visit_reports.make(kept, Wish(words=True), papers.SPELLING)

    text = "\n".join(pdf.texts_of(document))
    assert program.visit_reports.name == "Anna"
    assert "near by" in text
    assert "far away" not in text
    assert "not ours" not in text
    assert "made 24 November 2026" in text
