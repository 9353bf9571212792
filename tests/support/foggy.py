"""Somebody drowsy before the window, who waits a moment between two taps."""

from typing import Any

import yaml
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QLabel, QWidget

from app.domain.infusion import Infusion
from app.ui.foggy.page import FoggyPage
from app.ui.foggy.target import Answer, EffectTile
from tests.support.seat import Seat

MOMENT = 0.5
"""Seconds: longer than what is pressed by mistake is ignored for."""


class Drowsy(Seat):
    """Taps what is called so; ``infusion`` is the one that is just over."""

    infusion: Infusion

    def tap(self, *names: str) -> None:
        """Tap one after the other, with a moment before each."""
        for name in names:
            self.clock.advance(seconds=MOMENT)
            self.click(f"foggy:{name}")

    def wait_a_moment(self) -> None:
        """Let a moment go by."""
        self.clock.advance(seconds=MOMENT)

    @property
    def page(self) -> FoggyPage:
        """The page, which is shown."""
        page = self.desktop.window.navigation.page
        assert isinstance(page, FoggyPage)
        return page

    @property
    def question(self) -> str:
        """The question on the screen."""
        label = self.find("foggy:question")
        assert isinstance(label, QLabel)
        return label.text()

    @property
    def targets(self) -> list[QWidget]:
        """The targets on the screen, in their order."""
        found = self.page.findChildren(QWidget)
        return [one for one in found if isinstance(one, Answer | EffectTile) and one.isVisible()]

    def place(self, widget: QWidget) -> QRect:
        """Return where *widget* is in the window."""
        return QRect(widget.mapTo(self.desktop.window, widget.rect().topLeft()), widget.size())

    def check_ins(self) -> list[dict[str, Any]]:
        """Return the check-ins in the journal's files, as another program reads them."""
        self.write_out()
        files = sorted(self.paths.data.glob("journal/*/*.yaml"))
        days = [yaml.safe_load(file.read_text("utf-8")) for file in files]
        return [one for day in days for one in day.get("check_ins", [])]

    @property
    def answers(self) -> dict[str, Any]:
        """The answers of the one check-in there is: all but when it was made and what it is of."""
        (check_in,) = self.check_ins()
        around = {"id", "created", "changed", "at", "time_point", "infusion"}
        return {key: value for key, value in check_in.items() if key not in around}
