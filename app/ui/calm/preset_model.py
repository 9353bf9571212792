"""A session of the patient's own while it is written."""

from functools import partial

from PySide6.QtCore import QObject

from app.domain.calm_choices import CalmChoices, Preset
from app.services.calm_records import OwnPresets
from app.services.changes import Changes
from app.ui.calm.parts import Parts
from app.ui.calm.record_model import RecordModel
from app.ui.calm.start_model import StartModel
from app.ui.undo import UndoStack


class PresetModel(RecordModel[Preset]):
    """A new one begins as what is chosen on the page that starts sessions."""

    def __init__(
        self,
        presets: OwnPresets,
        start: StartModel,
        *,
        changes: Changes,
        undo: UndoStack,
        parent: QObject | None = None,
    ) -> None:
        self._start = start
        begin = partial(start.as_preset, presets)
        super().__init__(presets, begin, changes=changes, undo=undo, parent=parent)

    @property
    def choices(self) -> CalmChoices:
        """Everything of the patient's own, the patterns among it."""
        return self._start.choices

    @property
    def parts(self) -> Parts:
        """The parts of the day of an infusion, as they are usual."""
        return self._start.parts
