"""What the card says that asks for someone: who, why, and since when."""

from datetime import datetime

from PySide6.QtCore import QObject, Signal

from app.domain.clock import Clock
from app.domain.infusion import Infusion, Outcome
from app.i18n import _
from app.services.infusions import Infusions
from app.services.preferences import Preferences
from app.ui.calm.model import CalmModel
from app.ui.dates import time_name


class SomeoneModel(QObject):
    """Knows the name if it was told, and the infusion if there is one today."""

    changed = Signal()
    called = Signal()
    """Somebody nearby is to be called by a sound."""

    def __init__(
        self,
        *,
        preferences: Preferences,
        infusions: Infusions,
        calm: CalmModel,
        clock: Clock,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._infusions = infusions
        self._calm = calm
        self._clock = clock
        self._asked: datetime | None = None
        calm.changed.connect(self.changed)

    def ask(self) -> None:
        """Note that somebody is asked for, from now on, and call."""
        self._asked = self._clock.now()
        self.called.emit()

    def call(self) -> None:
        """Call once more."""
        self.called.emit()

    @property
    def is_silent(self) -> bool:
        """Whether nothing can be heard, as far as was tried."""
        return self._calm.is_silent

    @property
    def where(self) -> str:
        """The clinic, the number of the infusion, and when the session began; as far as known."""
        infusion, session = self._today(), self._calm.running
        clinic = self._preferences.clinic.name.strip()
        parts = [clinic if infusion is None else infusion.place.strip() or clinic]
        if infusion is not None and infusion.number is not None:
            parts.append(_("infusion {number}").format(number=infusion.number))
        if session is not None:
            parts.append(_("started {time}").format(time=time_name(session.started)))
        return " · ".join(part for part in parts if part)

    @property
    def who(self) -> str:
        """The name, and that there is an infusion; either may be missing."""
        name = self._preferences.profile.name.strip()
        has_infusion = self._today() is not None
        if name and has_infusion:
            return _("My name is {name}. I am having an infusion.").format(name=name)
        if name:
            return _("My name is {name}.").format(name=name)
        return _("I am having an infusion.") if has_infusion else ""

    @property
    def since(self) -> str:
        """When somebody was asked for, and how to come."""
        if self._asked is None:
            return ""
        text = _("I asked for someone at {time}. Please speak softly.")
        return text.format(time=time_name(self._asked))

    def _today(self) -> Infusion | None:
        """Return the infusion of today, unless it is cancelled."""
        today = self._clock.now().date()
        found = (one for one in self._infusions.recent() if one.date == today)
        return next((one for one in found if one.outcome is not Outcome.CANCELLED), None)
