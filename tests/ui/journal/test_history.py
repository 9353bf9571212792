"""The days that are kept: newest first, a few at a time, and never out of date."""

from datetime import timedelta

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt

from app.domain.calm_phases import PhaseKind, PhaseRun
from app.domain.calm_session import CalmSession, Heard, SessionEnd, SessionNote
from app.domain.check_in import CheckIn, Ratings, TimePoint
from app.domain.effects import EffectNote, Severity
from app.domain.infusion import Outcome
from app.domain.questionnaire import Questionnaire, QuestionnaireName
from app.domain.reflection import Reflection
from app.services.content import Content
from app.ui.journal.summaries import check_in_summary, session_summary, session_title
from tests.support import lint
from tests.support.data_folders import calm_session
from tests.support.seat import Seat


def write(seat: Seat, days_ago: int, words: str) -> CheckIn:
    """Keep a check-in of some days ago."""
    draft = seat.desktop.program.journal.draft(TimePoint.ANY_TIME, None)
    check_in = replace(draft, at=draft.at - timedelta(days=days_ago), words=words)
    seat.desktop.program.journal.keep(check_in)
    return check_in


def rest(seat: Seat) -> CalmSession:
    """Keep a calm session of this morning."""
    session = calm_session(at=seat.clock.now() - timedelta(hours=1))
    seat.desktop.program.journal.keep(session)
    return session


def test_an_empty_journal_says_so_and_begins(seat: Seat) -> None:
    """One sentence, one button."""
    seat.go("journal")
    assert "Nothing is written yet." in seat.words

    seat.click("journal:new")

    assert seat.here == "check_in"


def test_days_come_newest_first_and_a_few_at_a_time(seat: Seat) -> None:
    """Ten years are not read to show two weeks; coming back starts with the newest again."""
    rows = [f"entry:{write(seat, ago, 'Here').id}" for ago in range(20)]
    seat.go("journal")
    tops = [seat.top(row) for row in rows[:14]]
    assert tops == sorted(tops)
    assert not seat.shows(rows[14])

    seat.click("journal:earlier")
    assert seat.shows(rows[19])
    assert not seat.shows("journal:earlier")
    seat.go("today")
    seat.go("journal")

    assert not seat.shows(rows[14])


def test_a_day_of_an_infusion_is_named_after_it(seat: Seat) -> None:
    """The heading says which one it was."""
    seat.answered(0, Outcome.WENT_AHEAD)
    write(seat, 0, "Here")

    seat.go("journal")

    assert "Infusion 1 of 6" in seat.words


def test_a_calm_session_can_be_removed_and_brought_back(seat: Seat) -> None:
    """The list follows at once, both ways."""
    session = rest(seat)
    write(seat, 0, "And words")
    seat.go("journal")

    seat.click(f"remove:{session.id}")
    assert "Calm, 5 minutes" not in seat.words
    seat.click("undo")

    assert "Calm, 5 minutes" in seat.words


def test_the_list_goes_on_after_a_refused_close(seat: Seat) -> None:
    """Closing asks pages to save; a window that stays open shows changes as before."""
    session = rest(seat)
    seat.go("journal")
    seat.desktop.window.navigation.leave()

    seat.click(f"remove:{session.id}")

    assert "Calm, 5 minutes" not in seat.words


def test_every_control_has_a_name_and_room(seat: Seat) -> None:
    """With a check-in and a session on one day."""
    rest(seat)
    write(seat, 0, "Many words " * 30)

    seat.go("journal")

    assert lint.unnamed(seat.desktop.window) == []
    assert lint.clipped(seat.desktop.window) == []
    assert lint.small_targets(seat.desktop.window) == []


def test_a_check_in_is_told_in_one_line(seat: Seat) -> None:
    """Effects with their strength, how many ratings, and how the words begin."""
    draft = seat.desktop.program.journal.draft(TimePoint.ANY_TIME, None)
    name = Content().effect_name
    full = replace(
        draft,
        effects=(
            EffectNote(effect="dizziness", severity=Severity.MILD),
            EffectNote(effect="Itchy nose"),
        ),
        ratings=Ratings(mood=5, pain=0),
        words="A long sentence\nwith many words " * 5,
    )

    said = check_in_summary(full, name)

    assert "mild" in said
    assert "Itchy nose" in said
    assert "2 of 5 ratings" in said
    assert said.endswith(" …”")
    none = check_in_summary(replace(draft, none_of_these=True), name)
    assert none == "None of the listed effects"
    assert check_in_summary(draft, name) == "Nothing said"


@pytest.mark.parametrize(
    ("end", "words"), [(SessionEnd.FINISHED, "finished"), (SessionEnd.ENDED_EARLY, "ended early")]
)
def test_a_session_is_told_in_one_line(end: SessionEnd, words: str) -> None:
    """How long it really was, how it ended, and what happened to the clock."""
    session = replace(
        calm_session(),
        end=end,
        paused_seconds=130,
        slept_seconds=2400,
        notes=(SessionNote.CLOCK_CHANGED, SessionNote.COMPUTER_RESTARTED),
        heard=(Heard.RAIN, Heard.TONES),
    )

    assert session_title(session) == "Calm, 5 minutes"
    said = session_summary(session)

    assert words in said
    assert "paused 2 minutes · the computer slept for 40 minutes" in said
    assert "the clock was changed · the computer was restarted" in said
    assert said.endswith(" · heard: rain, tones for the breath")


def test_a_session_in_parts_says_how_long_each_was() -> None:
    """As it ran; a part that never began is not told."""
    runs = (
        PhaseRun(kind=PhaseKind.SETTLE, planned_minutes=5, seconds=300),
        PhaseRun(kind=PhaseKind.INFUSION, planned_minutes=40, seconds=2390, skipped=True),
        PhaseRun(kind=PhaseKind.RECOVERY, planned_minutes=30, seconds=0),
    )

    said = session_summary(replace(calm_session(), phases=runs))

    assert "settling 5 minutes · infusion 39 minutes" in said
    assert "rest" not in said


def test_reflections_and_questionnaires_are_among_the_days(seat: Seat) -> None:
    """What they are, and what they say in a line."""
    now = seat.clock.now()
    journal = seat.desktop.program.journal
    plain = Reflection(id="refl2345", created=now, changed=now, at=now)
    journal.keep(plain.recalling("A wide river"))
    journal.keep(replace(plain, id="refl2346"))
    answers = Questionnaire(
        id="ques2345", created=now, changed=now, at=now, name=QuestionnaireName.PHQ_9
    )
    journal.keep(answers.answered("little_interest", 0))

    seat.go("journal")

    rows = [seat.find(f"entry:{one}").accessibleName() for one in ("refl2345", "ques2345")]
    assert rows[0].endswith("Reflection, “A wide river”")
    assert rows[1].endswith("PHQ-9, 1 of 9 answered")


def test_delete_removes_one_entry_and_the_keyboard_goes_to_its_neighbor(seat: Seat) -> None:
    """However long it is held; of the last one it goes to the one before."""
    first, second, third = (write(seat, ago, "Here").id for ago in (0, 1, 2))
    session = rest(seat)
    seat.go("journal")
    seat.find(f"entry:{second}").setFocus()

    seat.hold(Qt.Key.Key_Delete)
    assert not seat.shows(f"entry:{second}")
    assert seat.focus == f"entry:{third}"
    seat.press(Qt.Key.Key_Delete)
    stays = {f"remove:{session.id}", f"entry:{first}"}
    assert seat.focus in stays
    seat.find(f"remove:{session.id}").setFocus()
    seat.hold(Qt.Key.Key_Delete)

    assert seat.focus == f"entry:{first}"
