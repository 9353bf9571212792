"""The pages around a calm session, and the models they share."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.shell.navigation import Place
from app.shell.program import Program
from app.ui.theme.theme import Theme
from app.ui.undo import UndoStack
from app.ui.widgets.page import Page

if TYPE_CHECKING:
    from app.shell.session_care import SessionCare
    from app.shell.window import Window
    from app.ui.calm.eyes_closed_model import EyesClosedModel
    from app.ui.calm.model import CalmModel
    from app.ui.calm.parts import Parts
    from app.ui.calm.sound_model import SoundModel
    from app.ui.calm.start_model import StartModel
    from app.ui.sound.player import Player


class CalmPlaces(QObject):
    """Builds each page on its first visit, and who looks after a session with the first of them.

    Their modules are loaded then too.
    """

    window: "Window"
    """Where they are shown: it is made of the places, and set before any of them is visited."""

    def __init__(
        self, program: Program, theme: Theme, undo: UndoStack, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._program = program
        self._theme = theme
        self._undo = undo
        self._care: SessionCare | None = None

    def care(self) -> "SessionCare":
        """Return who looks after a session."""
        if self._care is None:
            from app.shell.session_care import SessionCare

            self._care = SessionCare(
                self.window,
                self.model,
                player=self.player,
                own=self._program.own_calm,
                changes=self._program.changes,
                parent=self,
            )
        return self._care

    def stop(self) -> None:
        """Look after no session any more: the program is being closed."""
        if self._care is not None:
            self._care.stop()

    def all(self) -> list[Place]:
        """Return the places."""
        return [
            Place(name="calm", build=self._calm, under="calm"),
            Place(name="calm_running", build=self._running, under="calm", is_alone=True),
            Place(name="pattern", build=self._pattern, under="calm"),
            Place(name="preset", build=self._preset, under="calm"),
            Place(name="session_sound", build=self._session_sound, under="calm", is_alone=True),
            Place(name="scripts", build=self._scripts, under="calm"),
            Place(name="script", build=self._script, under="calm", is_alone=True),
            Place(name="music", build=self._music, under="calm"),
            Place(name="eyes_closed_start", build=self._eyes_closed_start, under="calm"),
            Place(
                name="eyes_closed",
                build=self._eyes_closed,
                under="calm",
                is_alone=True,
                is_dark=True,
            ),
            Place(
                name="someone",
                build=self._someone,
                under="calm",
                is_alone=True,
                is_dark=True,
                is_aside=True,
            ),
        ]

    @cached_property
    def model(self) -> "CalmModel":
        """The timer: one for all pages, because it goes on wherever the patient is."""
        from app.ui.calm.model import CalmModel

        return CalmModel(self._program.calm, self._program.own_calm)

    @cached_property
    def player(self) -> "Player":
        """What makes sound: one for all pages."""
        from app.ui.sound.player import Player

        return Player(parent=self)

    @cached_property
    def _sound_model(self) -> "SoundModel":
        from app.ui.calm.output_model import OutputModel
        from app.ui.calm.sound_model import SoundModel

        own, changes = self._program.own_calm, self._program.changes
        outputs = OutputModel(own, self.player, changes, self)
        outputs.listened.connect(self.care().listen_there)
        model = SoundModel(own, outputs, changes, self)
        model.listened.connect(self.care().listen)
        model.approached.connect(self.care().get_ready)
        return model

    @cached_property
    def _parts(self) -> "Parts":
        from app.ui.calm.parts import Parts

        program = self._program
        return Parts(program.infusions, program.content, program.clock, self)

    @cached_property
    def _eyes_closed_model(self) -> "EyesClosedModel":
        from app.ui.calm.eyes_closed_model import EyesClosedModel

        program = self._program
        return EyesClosedModel(
            self.model, self._parts, infusions=program.infusions, content=program.content
        )

    @cached_property
    def _start_model(self) -> "StartModel":
        from app.ui.calm.start_model import StartModel

        own, changes = self._program.own_calm, self._program.changes
        return StartModel(self.model, self._parts, own=own, changes=changes, parent=self)

    def _calm(self) -> Page:
        from app.ui.calm.page import CalmPage

        content = self._program.content
        return CalmPage(self._theme, self._start_model, self._sound_model, content)

    def _pattern(self) -> Page:
        from app.ui.calm.pattern_page import PatternPage
        from app.ui.calm.record_model import RecordModel

        program = self._program
        model = RecordModel(
            program.patterns,
            program.patterns.new,
            changes=program.changes,
            undo=self._undo,
            parent=self,
        )
        model.added.connect(self._start_model.choose_pattern)
        return PatternPage(self._theme, model, program.content.breathing)

    def _preset(self) -> Page:
        from app.ui.calm.preset_model import PresetModel
        from app.ui.calm.preset_page import PresetPage

        program = self._program
        model = PresetModel(
            program.presets,
            self._start_model,
            changes=program.changes,
            undo=self._undo,
            parent=self,
        )
        model.added.connect(self._start_model.choose_preset)
        return PresetPage(self._theme, model, program.content.breathing)

    def _running(self) -> Page:
        from app.ui.calm.after import After
        from app.ui.calm.running_page import RunningPage

        program = self._program
        after = After(program.infusions, program.content, program.clock)
        return RunningPage(self._theme, self.model, after)

    def _session_sound(self) -> Page:
        from app.ui.calm.session_sound_page import SessionSoundPage

        return SessionSoundPage(self._theme, self._sound_model)

    def _scripts(self) -> Page:
        from app.ui.calm.scripts_page import ScriptsPage

        return ScriptsPage(self._theme, self._program.content)

    def _script(self) -> Page:
        from app.ui.calm.script_page import ScriptPage

        return ScriptPage(self._theme, self._program.content)

    def _music(self) -> Page:
        from app.ui.calm.music_model import MusicModel
        from app.ui.calm.music_page import MusicPage

        program = self._program
        model = MusicModel(
            program.own_calm,
            self.player,
            parts=self._parts,
            changes=program.changes,
            undo=self._undo,
            parent=self,
        )
        return MusicPage(self._theme, model)

    def _eyes_closed_start(self) -> Page:
        from app.ui.calm.eyes_closed_start_page import EyesClosedStartPage

        return EyesClosedStartPage(self._theme, self._eyes_closed_model, self._sound_model)

    def _eyes_closed(self) -> Page:
        from app.ui.calm.eyes_closed_page import EyesClosedPage

        return EyesClosedPage(self._theme, self._eyes_closed_model)

    def _someone(self) -> Page:
        from app.ui.calm.someone_model import SomeoneModel
        from app.ui.calm.someone_page import SomeonePage

        program = self._program
        model = SomeoneModel(
            preferences=program.preferences,
            infusions=program.infusions,
            calm=self.model,
            clock=program.clock,
            parent=self,
        )
        model.called.connect(self.care().call)
        return SomeonePage(self._theme, model)
