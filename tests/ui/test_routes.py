"""Which page an entry is opened on."""

from datetime import UTC, datetime

from app.domain.filters import Found
from app.domain.questionnaire import Questionnaire, QuestionnaireName
from app.domain.reflection import Reflection
from app.ui.entry_route import route_of, route_to
from app.ui.route import Route
from tests.support.data_folders import calm_session, check_in

NOW = datetime(2026, 11, 30, 9, tzinfo=UTC)


def test_every_entry_but_a_calm_session_has_a_page() -> None:
    """With the day whose file it is in, and its id."""
    reflection = Reflection(id="refl", created=NOW, changed=NOW, at=NOW)
    asked = Questionnaire(id="ques", created=NOW, changed=NOW, at=NOW, name=QuestionnaireName.PHQ_9)

    assert route_of(check_in()) == Route("check_in", "open:2026-11-30:abcd2345")
    assert route_of(reflection) == Route("reflection", "open:2026-11-30:refl")
    assert route_of(asked) == Route("questionnaire_answers", "open:2026-11-30:ques")
    assert route_of(calm_session()) is None
    assert route_to(Found.CALM_SESSION, NOW.date(), "calm") is None
    assert route_to(Found.INFUSION, NOW.date(), "one") == Route("infusion_story", "one")
