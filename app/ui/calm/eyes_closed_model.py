"""A session with closed eyes: its parts, and the little that is to be seen of it."""

from PySide6.QtCore import QObject, Signal

from app.domain.patterns import COHERENT, QUIET
from app.services.content import Content
from app.services.infusions import Infusions
from app.ui.calm.model import CalmModel
from app.ui.calm.parts import Parts
from app.ui.calm.words import breath_words


class EyesClosedModel(QObject):
    """Starts the session, and follows it while it runs.

    The intention is that of the coming infusion; it is shown, and the breath is said in words,
    only if that is wanted.
    """

    changed = Signal()
    ended = Signal()

    def __init__(
        self,
        calm: CalmModel,
        parts: Parts,
        *,
        infusions: Infusions,
        content: Content,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._calm = calm
        self.parts = parts
        self._infusions = infusions
        self._content = content
        self._intention = ""
        self.shows_intention = False
        self.says_breath = False
        calm.changed.connect(self.changed)
        calm.ended.connect(self.ended)
        parts.changed.connect(self.changed)

    @property
    def intention(self) -> str:
        """The line to be shown; empty if there is none, or it is not wanted."""
        return self._intention if self.shows_intention else ""

    @property
    def words(self) -> str:
        """The intention of the coming infusion, on one line."""
        coming = self._infusions.coming()
        return "" if coming is None else " ".join(coming.intention.split())

    @property
    def infusion_id(self) -> str | None:
        """The id of the coming infusion, whose plan holds the intention."""
        coming = self._infusions.coming()
        return None if coming is None else coming.id

    @property
    def breathing_note(self) -> str:
        """When paced breathing is for."""
        return self._content.breathing.sentence("before_only")

    @property
    def breath_word(self) -> str:
        """What to do with the breath now; empty while it is not wanted or nothing is paced."""
        running = self._calm.running
        if not self.says_breath or running is None or running.paused or not self._calm.is_paced:
            return ""
        return breath_words()[self._calm.breath().phase]

    @property
    def is_silent(self) -> bool:
        """Whether nothing can be heard, as far as was tried."""
        return self._calm.is_silent

    @property
    def is_over(self) -> bool:
        """Whether no session runs."""
        return self._calm.running is None

    def arrive(self) -> None:
        """Look at the clock, and at the intention: not again while the screen is dark."""
        self._calm.look()
        self._intention = self.words

    def start(self) -> None:
        """Begin; quiet, unless the breath is to be said."""
        pattern = COHERENT.id if self.says_breath else QUIET
        self._calm.start(self.parts.plan, pattern=pattern)
