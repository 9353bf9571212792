"""Keeping how the patient likes their calm sessions."""

from datetime import UTC, datetime

import pytest
from msgspec.structs import replace

from app.domain.calm_choices import Ambience, CalmChoices, Preset, Sound, Track
from app.domain.calm_phases import single
from app.services.changes import Kind
from tests.support.day import Day

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
PRESET = Preset(id="pres2345", created=NOON, changed=NOON, name="Evening", phases=single(15))


def test_choices_are_in_their_file_and_come_back(day: Day) -> None:
    """Announced once; the same again is no news."""
    heard: list[Kind] = []
    day.program.changes.listen(object(), heard.append)
    choices = CalmChoices(
        presets=(PRESET,),
        sound=Sound(ambience=Ambience.OCEAN, volume=0.25),
        playlist=(Track(path="/music/a.flac", title="A"),),
        hide_clock=False,
    )

    day.program.own_calm.keep(choices)
    day.program.own_calm.keep(choices)

    assert heard.count(Kind.CALM_CHOICES) == 1
    assert day.reopen().own_calm.choices == choices
    text = (day.data / "calm.yaml").read_text(encoding="utf-8")
    assert "ambience: ocean\n  tones: true\n  music: true\n  volume: 0.25\n" in text


def test_what_somebody_else_changed_stays(day: Day) -> None:
    """A preset written elsewhere is still there after the volume was changed here."""
    own = day.program.own_calm
    shown = own.choices
    own.keep(shown.with_preset(PRESET))

    own.keep(replace(shown, sound=replace(shown.sound, volume=0.1)), over=shown)

    assert own.choices.presets == (PRESET,)
    assert own.choices.sound.volume == 0.1


def test_the_disk_is_asked_only_when_something_changed(
    day: Day, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A session looks several times a second; what others write is there once it is announced."""
    own = day.program.own_calm
    own.keep(CalmChoices(hide_clock=False))
    day.settle()
    asked: list[CalmChoices] = []
    get = own._repository.get

    def ask() -> CalmChoices:
        asked.append(get())
        return asked[-1]

    monkeypatch.setattr(own._repository, "get", ask)
    for _number in range(5):
        assert not own.choices.hide_clock
    assert len(asked) == 1
    file = day.data / "calm.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("hide_clock: false", "hide_clock: true"), encoding="utf-8")
    day.program.changes.announce(Kind.CALM_CHOICES)

    assert own.choices.hide_clock


def test_a_preset_that_cannot_be_read_costs_only_itself(day: Day) -> None:
    """It stays in the file, and is listed with its line."""
    day.program.own_calm.keep(CalmChoices(presets=(PRESET,)))
    day.settle()
    file = day.data / "calm.yaml"
    broken = "  - id: bad23456\n    name: Too long\n    cycles: 0\n"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("presets:\n", "presets:\n" + broken), encoding="utf-8")

    program = day.reopen()
    program.own_calm.keep(replace(program.own_calm.choices, hide_clock=False))
    day.settle()

    assert [one.name for one in program.own_calm.choices.presets] == ["Evening"]
    assert "name: Too long" in file.read_text(encoding="utf-8")
