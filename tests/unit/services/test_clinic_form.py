"""A pack that is filled in: what is typed, what is made of it, and what is wrong."""

from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from app.domain.check_in import TimePoint
from app.domain.checklist import Stage
from app.domain.clinic import LogoName
from app.domain.follow_up import Rung
from app.domain.rules import RuleId
from app.services.clinic_document import document_of, draft_of, key_of
from app.services.clinic_draft import Draft, DraftItem, DraftLine, DraftReword
from app.services.clinic_form import ClinicForm, Opened
from app.services.clinic_logo import chosen_logo
from app.services.clinic_shown import shown
from app.services.content import Content
from app.services.refusals import NotDoneError
from app.storage.clinic_files import read
from app.storage.yaml_door import load
from tests.support import packs
from tests.support.clock import FixedClock
from tests.support.source import ROOT
from tests.unit.storage.test_pictures import png

SAMPLES = sorted((ROOT / "packaging" / "clinic" / "samples").iterdir())
TODAY = date(2026, 11, 29)


@pytest.fixture
def form() -> ClinicForm:
    """Return a form in the days of the other tests."""
    return ClinicForm(Content(), FixedClock())


def filled(form: ClinicForm, **texts: str) -> Draft:
    """Return a draft with what is needed, and *texts*; two underscores stand for a point."""
    draft = form.empty()
    for key, text in {"name": "Riverside", "author": "Dr. Lee", **texts}.items():
        draft = draft.saying(key.replace("__", "."), text)
    return draft


@pytest.mark.parametrize("folder", SAMPLES, ids=lambda folder: folder.name)
def test_a_pack_that_is_opened_and_saved_says_the_same(
    form: ClinicForm, tmp_path: Path, folder: Path
) -> None:
    """What the form does not show is kept too, and the logo goes along."""
    opened = form.open(folder / "clinic.yaml")

    form.save(opened, tmp_path / "clinic.yaml")

    before, after = read(folder / "clinic.yaml"), read(tmp_path / "clinic.yaml")
    assert form.judge(opened).wrong == {}
    for name in before.__struct_fields__:
        if name not in {"date", "rules"}:
            assert getattr(after, name) == getattr(before, name)
    assert {one.id: one for one in after.rules} == {one.id: one for one in before.rules}
    assert (tmp_path / "clinic-logo.svg").read_bytes() == (folder / "clinic-logo.svg").read_bytes()


def test_an_empty_form_asks_for_what_is_needed(form: ClinicForm) -> None:
    """Its version and its end are proposed; a year is usual."""
    judged = form.judge(Opened(draft=form.empty()))

    assert set(judged.wrong) == {"name", "author"}
    assert judged.wrong["name"].startswith("Nothing is said here.")
    assert judged.pack is None


def test_what_is_filled_in_becomes_a_pack(form: ClinicForm) -> None:
    """Numbers are numbers, with a point or a comma; two paragraphs are two."""
    draft = filled(
        form,
        phones__day=" 555-0142 ",
        food__number="3",
        drink__number="1,5",
        length__number="240",
        ride_home__words="An adult fetches you.",
        after_care="Rest.\n \nCall us.\n",
    )
    draft = draft.hiding("costs", hides=True).hiding("cpap", hides=True).hiding("cpap", hides=False)
    draft = draft.with_row(0, DraftItem(title="Bring 2 cards", stage=Stage.MORNING))
    draft = draft.with_row(1, DraftItem())
    draft = draft.with_row(2, DraftItem(title="Bring 2 cards", why="One for us."))
    draft = draft.with_row(3, DraftItem(title="2 keys"))

    judged = form.judge(Opened(draft=draft))

    assert judged.wrong == {}
    pack = judged.pack
    assert pack is not None
    assert pack.phones.day == "555-0142"
    assert [(one.id, one.hours, one.minutes, one.words) for one in pack.rules] == [
        (RuleId.FOOD, 3, None, ""),
        (RuleId.DRINK, 1.5, None, ""),
        (RuleId.LENGTH, None, 240, ""),
        (RuleId.RIDE_HOME, None, None, "An adult fetches you."),
    ]
    assert pack.checklist.hide == ("costs",)
    assert [one.id for one in pack.checklist.add] == [
        "bring_2_cards",
        "bring_2_cards_2",
        "item_2_keys",
    ]
    assert pack.after_care == ("Rest.", "Call us.")


def test_what_is_wrong_is_told_where_it_is_typed(form: ClinicForm) -> None:
    """By the key of the field; items by their number among those that count."""
    draft = filled(
        form,
        version="two",
        phones__day="https://x",
        food__number="many",
        drink__words="Water.",
        medicines__words="www.example.org",
        after_care="[x](y)",
    )
    draft = draft.with_row(0, DraftItem()).with_row(1, DraftItem(why="No title."))

    judged = form.judge(Opened(draft=draft))

    assert set(judged.wrong) == {
        "version",
        "phones.day",
        "food.number",
        "drink.number",
        "medicines.words",
        "after_care",
        "item.0.title",
    }
    assert judged.elsewhere == ()
    assert judged.pack is None


@pytest.mark.parametrize("key", ["version", "food.number", "length.number"])
def test_a_number_too_long_for_any_pack_stays_as_it_was_typed(form: ClinicForm, key: str) -> None:
    """It is told beside its field, and comes back digit by digit from what is kept."""
    typed = "1234567890" * 3
    draft = filled(form).saying(key, typed)

    judged = form.judge(Opened(draft=draft))
    kept = draft_of(load(form.written(draft)))

    assert set(judged.wrong) == {key}
    assert "number" in judged.wrong[key]
    assert kept.text(key) == typed


def test_a_built_in_item_is_worded_anew(form: ClinicForm) -> None:
    """What is left empty stays as it is, and a row with nothing in it is left out."""
    draft = filled(form).with_row(0, DraftReword(id="eye_mask"))
    draft = draft.with_row(1, DraftReword(id="headphones", title=" My own "))
    draft = draft.with_row(2, DraftReword(id="phone_quiet", why="No screens, please."))

    judged = form.judge(Opened(draft=draft))

    pack = judged.pack
    assert pack is not None
    assert [(one.id, one.title, one.why) for one in pack.checklist.reword] == [
        ("headphones", "My own", ""),
        ("phone_quiet", "", "No screens, please."),
    ]
    items = shown(pack).items
    assert "At the clinic: Phone on do-not-disturb\nNo screens, please." in items
    assert form.why_of("eye_mask")
    assert form.why_of("nobody_knows_it") == ""


def test_what_is_wrong_with_an_item_in_other_words_is_told_in_its_row(form: ClinicForm) -> None:
    """Which item it is, what to do, or why."""
    draft = filled(form)
    rows = (
        DraftReword(title="Bring it"),
        DraftReword(id="no_such_item", title="x" * 121),
        DraftReword(id="eye_mask", why="www.example.org"),
        DraftReword(id="eye_mask", why="Twice."),
        DraftReword(id="food_and_drink", title="Eat"),
        DraftReword(id="headphones", title="Mine", rest={"colour": "red"}),
    )
    for place, row in enumerate(rows):
        draft = draft.with_row(place, row)

    judged = form.judge(Opened(draft=draft))

    assert set(judged.wrong) == {
        *("reword.0.id", "reword.1.id", "reword.1.title", "reword.2.why", "reword.3.id"),
        *("reword.4.id", "reword.5.title"),
    }
    assert judged.elsewhere == ()


@pytest.mark.parametrize("folder", SAMPLES, ids=lambda folder: folder.name)
def test_what_a_sample_sets_stands_in_the_form(form: ClinicForm, folder: Path) -> None:
    """It is filled in, and not only kept as the file says it."""
    opened = form.open(folder / "clinic.yaml")
    before = read(folder / "clinic.yaml")

    pack = form.judge(Opened(draft=replace(opened.draft, document={}))).pack

    assert pack is not None
    for name in ("checklist", "check_ins", "questionnaires", "languages", "crisis_lines"):
        assert getattr(pack, name) == getattr(before, name)
    assert {one.id: one for one in pack.rules} == {one.id: one for one in before.rules}


def test_days_are_asked_for_as_the_clinic_says(form: ClinicForm) -> None:
    """What is left empty of a check-in stays the program's, its hours too."""
    draft = filled(
        form,
        two_hours__last_day="1",
        day_3__last_day="3",
        day_7__first_day="6",
        day_7__last_day="9",
        gad_7__every_days="28",
    ).asking_monthly(is_monthly=False)

    pack = form.judge(Opened(draft=draft)).pack

    assert pack is not None
    assert pack.check_ins == (
        Rung(point=TimePoint.TWO_HOURS, first_day=0, last_day=1, hours=1.5),
        Rung(point=TimePoint.DAY_3, first_day=3, last_day=3),
        Rung(point=TimePoint.DAY_7, first_day=6, last_day=9),
    )
    assert pack.monthly_check_in is False
    assert [(one.name.value, one.every_days) for one in pack.questionnaires] == [("gad_7", 28)]
    assert shown(pack).days == (
        "About 2 hours later: day 0 to 1",
        "Day 3: day 3",
        "Day 7: day 6 to 9",
        "No check-in once a month",
        "GAD-7: every 28 days",
    )


def test_days_of_a_file_stay_as_they_are(form: ClinicForm) -> None:
    """Hours that it leaves out are shown as none; the monthly check-in comes back if ticked."""
    raw = packs.document(
        check_ins=[
            {"point": "two_hours", "first_day": 0, "last_day": 0},
            {"point": "day_3", "first_day": 3, "last_day": 3, "hours": 2, "note": "a"},
        ],
        monthly_check_in=False,
    )
    draft = draft_of(raw)

    made = document_of(draft, TODAY)

    assert draft.text("two_hours.hours") == "0"
    assert made["check_ins"] == raw["check_ins"]
    assert made["monthly_check_in"] is False
    again = document_of(draft.asking_monthly(is_monthly=True), TODAY)
    assert again["monthly_check_in"] is True


def test_what_is_wrong_with_days_is_told_where_they_are_typed(form: ClinicForm) -> None:
    """Also where the other day of the two is the program's."""
    draft = filled(form, day_3__first_day="9", next_morning__last_day="soon", phq_9__every_days="3")

    judged = form.judge(Opened(draft=draft))

    assert set(judged.wrong) == {"day_3.last_day", "next_morning.last_day", "phq_9.every_days"}
    assert judged.wrong["day_3.last_day"] == "The last day should not lie before the first."
    assert judged.elsewhere == ()


def test_days_that_have_no_place_in_the_form_are_told_and_kept(form: ClinicForm) -> None:
    """Somebody wrote them by hand."""
    check_ins = [
        {"point": "day_3", "first_day": 3, "last_day": 3, "hours": "two"},
        {"point": "day_7", "first_day": 7, "last_day": 7, "note": "a"},
        {"point": "monthly", "first_day": 1, "last_day": 2},
        "day_7",
    ]
    questionnaires = [{"name": "pcl_5", "every_days": 30}]
    raw = packs.document(check_ins=check_ins, questionnaires=questionnaires)
    draft = draft_of(raw)

    judged = form.judge(Opened(draft=draft))

    made = document_of(draft, TODAY)
    assert (made["check_ins"], made["questionnaires"]) == (check_ins, questionnaires)
    assert set(judged.wrong) == {"day_7.first_day"}
    for place in ("check_ins[0].hours", "check_ins[2].point", "check_ins[3]", "questionnaires[0]"):
        assert any(place in one for one in judged.elsewhere)


def test_a_rule_holds_until_the_next_morning_where_the_clinic_says_so(form: ClinicForm) -> None:
    """With its words; where nobody says anything it is as in the program."""
    assert form.waits(RuleId.DRIVING)
    assert not form.waits(RuleId.DECISIONS)
    draft = filled(form, decisions__number="24", decisions__words="Wait.", driving__number="24")
    draft = draft.waiting(RuleId.DECISIONS, next_day=True)
    draft = draft.waiting(RuleId.DRIVING, next_day=False)

    pack = form.judge(Opened(draft=draft)).pack

    assert pack is not None
    assert {one.id: one.next_day for one in pack.rules} == {
        RuleId.DECISIONS: True,
        RuleId.DRIVING: None,
    }


def test_languages_and_numbers_are_listed(form: ClinicForm) -> None:
    """A language on each line; of a number, who answers and when."""
    draft = filled(form, languages="English\n\n Español \n")
    draft = draft.with_row(0, DraftLine())
    draft = draft.with_row(1, DraftLine(name="Night nurse", number="555-0142", hours="All night"))
    draft = draft.with_row(2, DraftLine(name="Ward", number="111", rest={}))

    pack = form.judge(Opened(draft=draft)).pack

    assert pack is not None
    assert pack.languages == ("English", "Español")
    seen = shown(pack)
    assert seen.clinic == ("Spoken there: English, Español",)
    assert seen.lines == ("Night nurse: 555-0142\nAll night", "Ward: 111")


def test_what_is_wrong_with_a_number_is_told_in_its_row(form: ClinicForm) -> None:
    """And what is wrong with a language at the languages."""
    draft = filled(form, languages="English\nwww.example.org")
    rows = (
        DraftLine(name="Ward"),
        DraftLine(number="111"),
        DraftLine(name="Nurse", number="555-0142", hours="www.example.org"),
        DraftLine(name="Again", number="555-0142"),
        DraftLine(name="Other", number="112", rest={"colour": "red"}),
    )
    for place, row in enumerate(rows):
        draft = draft.with_row(place, row)

    judged = form.judge(Opened(draft=draft))

    assert set(judged.wrong) == {
        *("languages", "line.0.number", "line.1.name", "line.2.hours", "line.3.number"),
        "line.4.name",
    }
    assert judged.elsewhere == ()


def test_what_has_no_place_in_the_form_is_told_and_kept(form: ClinicForm) -> None:
    """Somebody wrote it by hand, and whatever it is, it stays until they type there."""
    raw = packs.document(
        colour="red",
        rules=[
            {"id": "foods", "hours": 3},
            "food",
            {"id": "driving", "hours": 24, "words": "Wait.", "next_day": True, "note": "a"},
            {"id": "recovery", "minutes": 45},
        ],
        checklist={"add": [{"id": "a", "title": 3, "stage": "soon", "b": 1}, 4], "hide": [1, {}]},
        phones={"day": 5.5, "fax": "1"},
        after_care={"a": 1},
    )

    draft = draft_of(raw)
    made = document_of(draft, TODAY)
    judged = form.judge(Opened(draft=draft))

    assert made["colour"] == "red"
    assert made["rules"] == [
        {"id": "recovery", "minutes": 45},
        {"id": "driving", "hours": 24, "words": "Wait.", "next_day": True, "note": "a"},
        {"id": "foods", "hours": 3},
        "food",
    ]
    for key in ("phones", "checklist", "after_care"):
        assert made[key] == raw[key]
    assert len(judged.elsewhere) >= 5
    assert any("colour" in one for one in judged.elsewhere)


def test_words_that_go_take_what_goes_with_them_along(form: ClinicForm) -> None:
    """The next day stands in the clinic's words, or nowhere."""
    draft = draft_of(
        packs.document(rules=[{"id": "driving", "hours": 24, "words": "W.", "next_day": True}])
    )

    made = document_of(draft.saying("driving.words", ""), TODAY)

    assert made["rules"] == [{"id": "driving", "hours": 24}]


def test_a_fault_of_a_rule_nobody_knows_has_no_field() -> None:
    """And neither has one in a list that is none."""
    assert key_of("rules[0].id", {"rules": [{"id": "foods"}]}, Draft()) == ""
    assert key_of("rules[0]", {"rules": ["food"]}, Draft()) == ""
    assert key_of("colours[2]", {}, Draft()) == ""


def test_the_general_rules_stand_behind(form: ClinicForm) -> None:
    """With their number; items that are always listed cannot be left out."""
    assert form.general(RuleId.FOOD) == "Nothing solid and no milk for 6 hours before you arrive."
    assert form.general(RuleId.RIDE_HOME) == "An adult takes you home."
    assert "food_and_drink" not in form.items
    assert form.items["eye_mask"] == "Eye mask packed"


def test_a_pack_is_shown_as_patients_see_it(form: ClinicForm) -> None:
    """The clinic's rules with its name; the general ones are not the clinic's to show."""
    draft = filled(form, food__number="3", phones__out_of_hours="555-0199")
    draft = draft.with_row(0, DraftItem(title="A form"))
    pack = form.judge(Opened(draft=draft)).pack
    assert pack is not None

    seen = shown(pack)

    assert seen.name == "Riverside"
    assert seen.clinic == ("Phone out of hours: 555-0199",)
    assert len(seen.rules) == 1
    assert seen.rules[0].endswith("From Riverside.")
    assert "Week before: A form" in seen.items


def test_a_pack_with_a_harmful_logo_opens_without_it(form: ClinicForm, tmp_path: Path) -> None:
    """And one that is in order comes along."""
    path = packs.write(tmp_path, logo="clinic-logo.png")
    (tmp_path / "clinic-logo.png").write_bytes(b"MZ")
    assert form.open(path).logo is None

    (tmp_path / "clinic-logo.png").write_bytes(png(8, 8))
    opened = form.open(path)

    assert opened.logo is not None
    assert opened.logo[1] == png(8, 8)


def test_what_cannot_be_opened_or_written_is_told(form: ClinicForm, tmp_path: Path) -> None:
    """In a sentence; a pack with faults opens all the same."""
    with pytest.raises(NotDoneError, match=r"This pack cannot be opened\. The file is gone\."):
        form.open(tmp_path / "none.yaml")
    with pytest.raises(NotDoneError, match=r"No file was written\."):
        form.save(Opened(draft=filled(form)), tmp_path / "none" / "clinic.yaml")

    broken = packs.write(tmp_path, version="two")

    assert form.open(broken).draft.text("version") == "two"


def test_a_name_without_its_ending_gets_it_and_replaces_nothing(
    form: ClinicForm, tmp_path: Path
) -> None:
    """Nobody was asked about the file that the whole name means."""
    saved = form.save(Opened(draft=filled(form)), tmp_path / "mine")

    assert saved.path == tmp_path / "mine.yaml"
    assert read(saved.path).name == "Riverside"
    with pytest.raises(NotDoneError, match=r"Something is there already\."):
        form.save(Opened(draft=filled(form)), tmp_path / "mine")
    form.save(Opened(draft=filled(form, name="Hill")), saved.path)
    assert read(saved.path).name == "Hill"


@pytest.mark.parametrize("there", [b"<svg newer/>", b"x" * 2_000_000])
def test_another_logo_is_left_as_it_is(form: ClinicForm, tmp_path: Path, there: bytes) -> None:
    """It may be newer; who saves is told. The same one is nothing to tell of."""
    opened = form.open(SAMPLES[0] / "clinic.yaml")
    logo = tmp_path / "clinic-logo.svg"
    assert form.save(opened, tmp_path / "clinic.yaml").other_logo == ""
    assert form.save(opened, tmp_path / "clinic.yaml").other_logo == ""
    logo.write_bytes(there)

    saved = form.save(opened, tmp_path / "clinic.yaml")

    assert saved.other_logo == "clinic-logo.svg"
    assert logo.read_bytes() == there


def test_what_is_saved_can_be_read_by_hand(form: ClinicForm, tmp_path: Path) -> None:
    """The first line says what it is; signs that nobody sees are made visible, not written."""
    path = tmp_path / "clinic.yaml"

    form.save(Opened(draft=filled(form, address="A\x00\r\nB \ud800")), path)

    assert path.read_text("utf-8").startswith("# Soft Landing: what your clinic sets.")
    assert load(path.read_bytes())["address"] == "A\ufffd\nB \ufffd"
    assert list(load(path.read_bytes()))[:4] == ["schema", "name", "author", "version"]


def with_logo(form: ClinicForm, folder: Path) -> Opened:
    """Return a pack that was opened from *folder*, with another logo than it came with."""
    packs.write(folder, logo="clinic-logo.svg")
    (folder / "clinic-logo.svg").write_bytes((SAMPLES[0] / "clinic-logo.svg").read_bytes())
    newer = SAMPLES[1] / "clinic-logo.svg"
    return form.open(folder / "clinic.yaml").with_logo(chosen_logo(newer))


def test_a_new_logo_takes_the_place_of_the_one_it_was_opened_with(
    form: ClinicForm, tmp_path: Path
) -> None:
    """Its bytes are known; so are those of one that was saved, and of no other."""
    opened = with_logo(form, tmp_path)
    place = tmp_path / "clinic-logo.svg"

    saved = form.save(opened, tmp_path / "clinic.yaml")

    assert saved.other_logo == ""
    assert place.read_bytes() == (SAMPLES[1] / "clinic-logo.svg").read_bytes()
    again = opened.knowing(saved.known).with_logo(chosen_logo(SAMPLES[2] / "clinic-logo.svg"))
    assert form.save(again, tmp_path / "clinic.yaml").other_logo == ""
    assert place.read_bytes() == (SAMPLES[2] / "clinic-logo.svg").read_bytes()


def test_a_logo_that_was_changed_since_then_stays(form: ClinicForm, tmp_path: Path) -> None:
    """And so does one in another folder, though it is the same."""
    opened = with_logo(form, tmp_path)
    other = tmp_path / "other"
    other.mkdir()
    place, elsewhere = tmp_path / "clinic-logo.svg", other / "clinic-logo.svg"
    elsewhere.write_bytes(place.read_bytes())
    place.write_bytes(b"<svg newer/>")

    said = [form.save(opened, path / "clinic.yaml").other_logo for path in (tmp_path, other)]

    assert said == ["clinic-logo.svg", "clinic-logo.svg"]
    assert place.read_bytes() == b"<svg newer/>"
    assert elsewhere.read_bytes() == (SAMPLES[0] / "clinic-logo.svg").read_bytes()


def test_a_pack_goes_on_without_its_logo(form: ClinicForm, tmp_path: Path) -> None:
    """It names none any more, and the file that it had stays where it is."""
    opened = with_logo(form, tmp_path).with_logo(None)

    form.save(opened, tmp_path / "clinic.yaml")

    assert read(tmp_path / "clinic.yaml").logo is None
    assert (tmp_path / "clinic-logo.svg").exists()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"<svg" + b" " * 2_000_000, "This picture has more than 1 MB. Choose a smaller one."),
        (b"MZ", "This file cannot be used. Choose a PNG of at most 4096 pixels to a side, or"),
        (png(5000, 8), "This file cannot be used."),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>", "This file cannot be used."),
        (None, "This picture cannot be read. The file is gone."),
    ],
    ids=["big", "no picture", "wide", "script", "gone"],
)
def test_a_picture_that_can_do_harm_is_refused(
    tmp_path: Path, data: bytes | None, said: str
) -> None:
    """A sentence says which can be used."""
    path = tmp_path / "logo"
    if data is not None:
        path.write_bytes(data)

    with pytest.raises(NotDoneError) as refused:
        chosen_logo(path)

    assert refused.value.sentence.startswith(said)


def test_a_png_is_a_logo_whatever_its_name_is(tmp_path: Path) -> None:
    """What is in the file counts."""
    (tmp_path / "brand.svg").write_bytes(png(8, 8))

    assert chosen_logo(tmp_path / "brand.svg") == (LogoName.PNG, png(8, 8))
