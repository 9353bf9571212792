"""Pictures of a session with closed eyes, of the card that asks for someone, and of scripts."""

from msgspec.structs import replace
from PySide6.QtWidgets import QDoubleSpinBox, QWidget

from app.domain.calm_choices import Track
from app.domain.calm_phases import single
from app.domain.patterns import PATTERNS
from app.ui.calm.script_page import ScriptPage
from app.ui.route import Route
from app.ui.sound.kinds import FileProblem, SoundProblem
from app.ui.sound.wire import Checked, Output, Outputs
from tests.support import full_day
from tests.support.picture_acts import Press, walk
from tests.support.pictures import Studio, studio

_NAMES = ("calm-", "eyes", "music", "pattern-", "preset-", "script", "session", "someone")


class Fill:
    """Writes a number into a field, and leaves it."""

    def __init__(self, room: Studio, name: str, number: float) -> None:
        self._room = room
        self._name = name
        self._number = number

    def __call__(self) -> None:
        """Write it, after what was written for the picture before is gone."""
        self._room.desktop.undo.dismiss()
        editor = self._room.desktop.window.findChild(QDoubleSpinBox, self._name)
        assert editor is not None
        editor.setValue(self._number)
        editor.editingFinished.emit()


class Read:
    """Reads the script that is shown on to a step, or to its end."""

    def __init__(self, room: Studio, step: int | None = None) -> None:
        self._room = room
        self._step = step

    def __call__(self) -> None:
        """Read on."""
        page = self._room.desktop.window.navigation.page
        assert isinstance(page, ScriptPage)
        for _step in range(1, page.steps + 1 if self._step is None else self._step):
            page.go_on()


class Show:
    """Scrolls to what is called so."""

    def __init__(self, room: Studio, name: str) -> None:
        self._room = room
        self._name = name

    def __call__(self) -> None:
        """Scroll to it, and leave what stands below in sight."""
        page = self._room.desktop.window.navigation.page
        widget = page.findChild(QWidget, self._name) if page is not None else None
        if page is not None and widget is not None:
            page.area.ensureWidgetVisible(widget, 0, 220)


def calm_states(wanted: tuple[str, ...]) -> None:
    """On the day of an infusion, at the clinic, and a script to read afterwards."""
    if wanted and not any(name.startswith(_NAMES) for name in wanted):
        return
    with studio(wanted) as room:
        room.fill()
        room.clock.jump(days=3)
        program = room.desktop.program
        program.infusions.keep(
            replace(room.coming, arrive="08:00", intention="Let it come, let it go")
        )
        room.take("eyes-closed-start", Route("eyes_closed_start"))
        room.take("eyes-closed-start-end", Route("eyes_closed_start"), end=True)
        room.desktop.window.navigation.go(Route("calm"))
        Press(room, "calm:breathing")()
        Press(room, f"calm:pattern:{full_day.PATTERN_ID}")()
        room.take("calm-breathing", Route("calm"), end=True)
        Press(room, "calm:breathing")()
        room.take("pattern-wrong", Route("pattern"), Fill(room, "pattern:in", 20.0))
        Press(room, "pattern:away")()
        _take_sessions(room)
        room.desktop.window.navigation.go(Route("calm"))
        Press(room, "calm:sound")()
        room.take("calm-sound", Route("calm"), end=True)
        _take_outputs(room)
        Press(room, "calm:sound")()
        Press(room, "calm:length:infusion_day")()
        Press(room, "calm:parts:length")()
        room.take("calm-infusion-day", Route("calm"))
        _take_music(room)
        model = room.desktop.places.calm._eyes_closed_model
        model.start()
        room.take("eyes-closed", Route("eyes_closed"))
        model.shows_intention = model.says_breath = True
        model.start()
        room.take("eyes-closed-words", Route("eyes_closed"))
        room.take("calm-running-parts", Route("calm_running"))
        room.take("session-sound", Route("session_sound"))
        room.desktop.places.calm.model.note_sound(SoundProblem.NO_DEVICE)
        room.take("calm-running-silent", Route("calm_running"))
        room.desktop.places.calm.model.note_sound(None)
        room.clock.advance(minutes=17)
        room.take("someone", Route("someone"))
        room.clock.advance(hours=3)
        room.take("calm-running-over", Route("calm_running"))
        room.take("script-senses", Route("script", "grounding"), Read(room, 4))
        room.take("script-longest", Route("script", "muscle_relaxation"), Read(room, 6))
        room.take("script-over", Route("script", "body_scan"), Read(room))
        room.take("script-focus", Route("script", "body_scan"), walk)


def _take_sessions(room: Studio) -> None:
    """Take many sessions of the patient's own, and one whose pattern is gone."""
    presets, patterns = room.desktop.program.presets, room.desktop.program.patterns
    names = ("Evening", "On the train", "W" * 70, "تنفس هادئ قبل النوم", "R&B", *"ABCDEF")
    for number, name in enumerate(names):
        fresh = presets.new(single(5 + number), PATTERNS[number % 3].id, holds=False)
        presets.keep(replace(fresh, name=name), fresh)
    choose = Press(room, f"calm:session:{full_day.PRESET_ID}")
    room.take("calm-sessions", Route("calm"), choose)
    gone = patterns.find(full_day.PATTERN_ID)
    assert gone is not None
    removed = patterns.remove(gone)
    room.take("calm-session-gone", Route("calm"), choose)
    room.take("preset-gone", Route("preset", full_day.PRESET_ID), end=True)
    assert removed is not None
    removed.undo()
    for one in presets.all():
        presets.remove(one)


def _take_outputs(room: Studio) -> None:
    """Take what is heard with two devices of one name, and with a chosen one pulled out."""
    own, player = room.desktop.program.own_calm, room.desktop.places.calm.player
    before = own.choices
    listed = (
        Output(id="pci", name="Built-in Audio Analog Stereo", is_usual=True),
        Output(id="usb-1", name="Jabra Evolve2 65 Flex Analog Stereo"),
        Output(id="usb-2", name="Jabra Evolve2 65 Flex Analog Stereo"),
        Output(
            id="hdmi", name="Radeon High Definition Audio Controller [Vega] Digital Stereo (HDMI 2)"
        ),
    )
    for name, output, there in (
        ("calm-outputs", "", listed),
        ("calm-outputs-long", "hdmi", listed),
        ("calm-outputs-gone", "hdmi", listed[:2]),
    ):
        player._take(Outputs(listed=there))
        own.keep(replace(own.choices, sound=replace(before.sound, output=output)))
        room.take(name, Route("calm"), Show(room, "calm:sound:output"))
    player._take(Outputs(listed=()))
    own.keep(before)


def _take_music(room: Studio) -> None:
    """Take the list of music as it is after a check."""
    own = room.desktop.program.own_calm
    room.take("music-empty", Route("music"))
    found = {
        "/music/01 Dawn.flac": Checked(file="", title="Dawn", seconds=412),
        "/music/02 The long river.mp3": Checked(file="", seconds=1_260),
        "/music/03 Sea.m4p": Checked(file="", problem=FileProblem.PROTECTED),
        "/usb/04 Home.ogg": Checked(file="", problem=FileProblem.MISSING),
    }
    own.keep(replace(own.choices, playlist=tuple(Track(path=path) for path in found)))
    room.desktop.window.navigation.go(Route("music"))
    for path, checked in found.items():
        room.desktop.places.calm.player.checked.emit(replace(checked, file=path))
    room.take("music", Route("music"))
