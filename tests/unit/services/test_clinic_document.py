"""A pack as a file, and as it is filled in: nothing of it is taken for something else."""

from datetime import date

import pytest
from msgspec.structs import replace

from app.domain.checklist import Stage
from app.services.clinic_document import document_of, draft_of
from app.services.clinic_draft import Draft, DraftItem, DraftReword
from app.services.clinic_form import ClinicForm, Opened
from app.services.content import Content
from app.storage.yaml_values import Document
from tests.support import packs
from tests.support.clock import FixedClock

TODAY = date(2026, 11, 30)


@pytest.fixture
def form() -> ClinicForm:
    """Return a form in the days of the other tests."""
    return ClinicForm(Content(), FixedClock())


@pytest.mark.parametrize(
    ("rule", "key"),
    [
        ({"id": "length", "hours": 2}, "length.number"),
        ({"id": "drink", "minutes": 120}, "drink.number"),
        ({"id": "food", "minutes": 480, "hours": 8}, "food.number"),
        ({"id": "ride_home", "words": "By car.", "hours": 2}, "ride_home.words"),
    ],
    ids=lambda one: one if isinstance(one, str) else "",
)
def test_a_number_never_changes_its_unit(form: ClinicForm, rule: Document, key: str) -> None:
    """Two hours are no two minutes: what is in the wrong unit stays there, and is told."""
    draft = draft_of(packs.document(rules=[rule]))

    judged = form.judge(Opened(draft=draft))

    assert document_of(draft, TODAY)["rules"] == [rule]
    assert draft.text("length.number") == draft.text("drink.number") == ""
    assert judged.wrong[key].startswith("This rule")
    assert judged.pack is None


def test_a_number_that_is_typed_takes_the_place_of_the_wrong_unit(form: ClinicForm) -> None:
    """Otherwise nobody could put it right in the form; words that are typed leave it there."""
    rules = [{"id": "length", "hours": 2}, {"id": "food", "hours": 6, "words": "None."}]
    draft = draft_of(packs.document(rules=rules)).saying("food.number", "")
    typed = draft.saying("length.number", "120")

    worded = document_of(draft.saying("length.words", "Long."), TODAY)["rules"]

    food = {"id": "food", "words": "None."}
    assert worded == [food, {"id": "length", "words": "Long.", "hours": 2}]
    assert document_of(typed, TODAY)["rules"] == [food, {"id": "length", "minutes": 120}]
    assert set(form.judge(Opened(draft=typed)).wrong) == {"food.number"}
    assert document_of(typed.saying("length.number", ""), TODAY)["rules"] == [food]


def test_words_that_are_typed_take_the_place_of_what_their_rule_cannot_have(
    form: ClinicForm,
) -> None:
    """It was told beside them, and the form has no other place for it."""
    rules = [{"id": "ride_home", "words": "By car.", "hours": 2, "next_day": True, "note": "a"}]
    draft = draft_of(packs.document(rules=rules))

    typed = draft.saying("ride_home.words", "By bus.")

    assert set(form.judge(Opened(draft=draft)).wrong) == {"ride_home.words"}
    assert document_of(typed, TODAY)["rules"] == [
        {"id": "ride_home", "words": "By bus.", "note": "a"}
    ]


@pytest.mark.parametrize(
    ("said", "key", "words", "typed"),
    [
        ({"after_care": "Rest well."}, "after_care", "Rest well.", ["Rest."]),
        (
            {"after_care": [{"text": "Rest"}, "Sleep."]},
            "after_care",
            "text: Rest\n\nSleep.",
            ["Rest."],
        ),
        ({"languages": "English, Spanish"}, "languages", "English, Spanish", ["Rest."]),
        ({"address": ["1 Road", "Town"]}, "address", "1 Road, Town", "Rest."),
        ({"hours": True}, "hours", "true", "Rest."),
        ({"version": 1234567.5}, "version", "1234567.5", "Rest."),
    ],
)
def test_words_in_the_wrong_place_are_seen_and_can_be_put_right(
    form: ClinicForm, said: Document, key: str, words: str, typed: str | list[str]
) -> None:
    """They stand in the field with what is wrong with them, and stay until somebody types."""
    draft = draft_of(packs.document(**said))

    judged = form.judge(Opened(draft=draft))

    assert draft.text(key) == words
    assert document_of(draft, TODAY)[key] == said[key]
    assert judged.wrong[key]
    assert document_of(draft.saying(key, "Rest."), TODAY)[key] == typed


def test_a_number_where_text_belongs_is_typed_anew(form: ClinicForm) -> None:
    """A form knows no quotes; the same signs, typed, are text."""
    draft = draft_of(packs.document(phones={"day": 5551234}))
    typed = draft.saying("phones.day", "555123").saying("phones.day", "5551234")

    judged = form.judge(Opened(draft=draft))

    assert judged.wrong["phones.day"].startswith("Type it anew. It should be a phone number")
    assert form.judge(Opened(draft=typed)).wrong == {}


def test_phones_that_are_no_group_stay_until_one_is_typed(form: ClinicForm) -> None:
    """The words stand in the first field, so that nobody replaces them unseen."""
    draft = draft_of(packs.document(phones="555-1234"))

    typed = draft.saying("phones.out_of_hours", "911")

    assert form.judge(Opened(draft=draft)).elsewhere == (
        "phones: It should be a group of lines further in, of: day, out_of_hours.",
    )
    assert document_of(draft, TODAY)["phones"] == "555-1234"
    assert document_of(typed, TODAY)["phones"] == {"day": "555-1234", "out_of_hours": "911"}


def test_the_second_of_two_is_kept_and_told_without_a_line(form: ClinicForm) -> None:
    """The form has one place for a rule, and lines would be those of no file."""
    rules = [{"id": "ride_home", "words": "First."}, {"id": "ride_home", "words": "Second."}]
    check_ins = [
        {"point": "day_3", "first_day": 2, "last_day": 3},
        {"point": "day_3", "first_day": 4, "last_day": 5},
    ]
    draft = draft_of(packs.document(rules=rules, check_ins=check_ins))

    judged = form.judge(Opened(draft=draft.saying("ride_home.words", "Mine.")))

    assert document_of(draft, TODAY)["rules"] == rules
    assert document_of(draft, TODAY)["check_ins"] == check_ins
    again = "The same stands further up in this list already."
    assert judged.elsewhere == (f"rules[1].id: {again}", f"check_ins[1].point: {again}")


def test_what_is_typed_goes_before_what_has_no_place(form: ClinicForm) -> None:
    """A list that is none keeps its words beside what the form adds."""
    draft = draft_of(
        packs.document(rules={"food": "No food."}, checklist=["Bring your card"], crisis_lines=None)
    )
    draft = draft.saying("food.number", "6").with_row(0, DraftItem(title="Bring it"))

    made = document_of(draft, TODAY)

    assert made["rules"] == [{"id": "food", "hours": 6}, {"food": "No food."}]
    assert made["checklist"] == {
        "add": [{"id": "bring_it", "title": "Bring it", "stage": "week_before"}, "Bring your card"]
    }
    assert made["crisis_lines"] is None
    elsewhere = " ".join(form.judge(Opened(draft=draft)).elsewhere)
    for field in ("rules[1]", "checklist.add[1]", "crisis_lines"):
        assert f"{field}: It should be" in elsewhere or f"{field}.id: id is needed" in elsewhere


def test_a_row_of_a_file_keeps_what_is_not_typed_over(form: ClinicForm) -> None:
    """An unknown stage stays unknown, and is not another one in silence."""
    item = {"id": "x", "title": ["Bring"], "stage": "tomorrow", "why": "W."}
    draft = draft_of(packs.document(checklist={"add": [item], "reword": [{"id": ["eye_mask"]}]}))
    row = draft.rows_of(DraftItem)[0]
    typed = row.saying(title="Bring", why="Why.", stage=None)

    judged = form.judge(Opened(draft=draft))

    assert (row.title, row.stage, row.saying(title="Bring")) == ("Bring", None, row)
    assert {"item.0.title", "item.0.stage", "reword.0.id"} <= set(judged.wrong)
    made = document_of(draft.with_row(0, typed), TODAY)
    assert made["checklist"] == {
        "add": [{**item, "why": "Why."}],
        "reword": [{"id": ["eye_mask"]}],
    }
    put_right = typed.saying(title="Bring it", stage=Stage.AFTER)
    pack = form.judge(
        Opened(draft=draft.with_row(0, put_right).with_row(0, DraftReword(id="eye_mask")))
    ).pack
    assert pack is not None
    assert pack.checklist.add[0].stage is Stage.AFTER


def test_a_row_without_a_stage_gets_none(form: ClinicForm) -> None:
    """Nothing is filled in for the clinic."""
    draft = draft_of(packs.document(checklist={"add": [{"id": "x", "title": "T"}]}))
    row = draft.rows_of(DraftItem)[0].saying(title="Two")

    made = document_of(draft.with_row(0, row), TODAY)

    assert made["checklist"] == {"add": [{"id": "x", "title": "Two"}]}


def test_a_list_that_is_too_long_is_told_at_once(form: ClinicForm) -> None:
    """Pasting a book does no harm to the window: no more of it is looked at than has to be."""
    draft = form.empty().saying("name", "A").saying("author", "B")
    draft = draft.saying("languages", "p\n" * 120_000).saying("hours", "x " * 1_000_000)

    judged = form.judge(Opened(draft=draft))

    assert judged.wrong["languages"].startswith("It should be a list of at most 20 items")
    assert judged.wrong["hours"].startswith("It should be text of at most 600 characters")
    assert judged.elsewhere == ()


def test_what_no_file_can_hold_is_told(form: ClinicForm) -> None:
    """A keystroke never fails, whatever the pack says."""
    draft = replace(form.empty(), document={"colour": "\ud800"})

    judged = form.judge(Opened(draft=draft))

    assert judged.elsewhere == ("It is too long.",)
    assert judged.pack is None


def ids_of(draft: Draft) -> list[str]:
    """Return the ids of the items that the clinic adds."""
    return [row.id for row in draft.rows_of(DraftItem)]


def test_an_item_keeps_its_id_once_it_was_saved(form: ClinicForm) -> None:
    """What a patient ticked goes by the id, and must not move to another item."""
    draft = form.empty().with_row(0, DraftItem(title="Bring your card"))
    saved = form.named(Opened(draft=draft)).draft

    mended = saved.with_row(0, DraftItem(title="Bring your insurance card"))
    mended = mended.with_row(1, DraftItem(title="Bring your card"))

    assert ids_of(form.named(Opened(draft=mended)).draft) == [
        "bring_your_card",
        "bring_your_card_2",
    ]
    assert document_of(mended, TODAY)["checklist"] == {
        "add": [
            {"id": "bring_your_card", "title": "Bring your insurance card", "stage": "week_before"},
            {"id": "bring_your_card_2", "title": "Bring your card", "stage": "week_before"},
        ]
    }


def test_the_id_of_an_item_that_was_taken_out_is_not_given_again(form: ClinicForm) -> None:
    """Not to one typed in its place, and not to one with the same words; built-in ones neither."""
    raw = [{"id": "card", "title": "Card", "stage": "morning"}]
    draft = draft_of(packs.document(checklist={"add": raw}))
    emptied = draft.with_row(0, draft.rows_of(DraftItem)[0].saying(title=""))
    saved = form.named(Opened(draft=emptied)).draft

    typed = saved.with_row(0, DraftItem(id="card", title="Card"))
    typed = typed.with_row(1, DraftItem(title="Eye mask"))

    assert ids_of(saved) == [""]
    assert ids_of(form.named(Opened(draft=typed)).draft) == ["card_2", "eye_mask_2"]


def test_ids_of_titles_in_other_scripts_do_not_hang_on_each_other(form: ClinicForm) -> None:
    """Each is made of its own title."""
    first, second = DraftItem(title="أحضر بطاقتك"), DraftItem(title="لا تقد السيارة")
    both = form.named(Opened(draft=form.empty().with_row(0, first).with_row(1, second))).draft

    alone = form.named(Opened(draft=form.empty().with_row(0, second))).draft

    assert ids_of(both)[1:] == ids_of(alone)
    assert len(set(ids_of(both))) == 2
    assert all(name.startswith("item_") and len(name) == 13 for name in ids_of(both))


def test_an_item_without_an_id_gets_one_when_it_is_typed_over(form: ClinicForm) -> None:
    """Until then the check asks for it, as it does for the file."""
    raw: list[Document] = [{"id": 3, "title": "Card", "stage": "morning"}]
    draft = draft_of(packs.document(checklist={"add": raw}))
    row = draft.rows_of(DraftItem)[0]

    typed = draft.with_row(0, row.saying(title="Your card"))

    assert set(form.judge(Opened(draft=draft)).wrong) == {"item.0.title"}
    assert form.judge(Opened(draft=typed)).wrong == {}
    assert ids_of(form.named(Opened(draft=typed)).draft) == ["your_card"]


def test_of_very_many_faults_it_is_told_how_many_more_there_are(form: ClinicForm) -> None:
    """As the check does: nobody reads them all."""
    draft = draft_of(packs.document(checklist={"reword": [{"id": 1} for _each in range(60)]}))

    judged = form.judge(Opened(draft=draft))

    assert len(judged.wrong) > 40
    assert judged.elsewhere[-1].endswith("more things are wrong.")
