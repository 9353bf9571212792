"""How the last infusion was, in the patient's own words, before the next one."""

from PySide6.QtWidgets import QWidget

from app.domain.infusion import Infusion
from app.i18n import _
from app.ui.theme.theme import Theme
from app.ui.widgets.card import Card
from app.ui.widgets.labels import Heading, Prose


class LastTime(Card):
    """Hidden while nothing was said of it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "soft", parent)
        self.setObjectName("prepare:last_time")
        self.body.setSpacing(theme.px(6))
        self._title = Heading(theme, 3)
        self._helped = Prose(theme)
        self._hurt = Prose(theme)
        for widget in (self._title, self._helped, self._hurt):
            self.add(widget)
        self.hide()

    def show_last(self, last: Infusion | None) -> None:
        """Show what was said of *last*."""
        self.setVisible(last is not None)
        if last is None:
            return
        self._title.setText(_("Last time"))
        for label, text in (
            (self._helped, _("What helped: {words}").format(words=last.helped)),
            (self._hurt, _("What was hard: {words}").format(words=last.hurt)),
        ):
            label.setText(text)
        self._helped.setVisible(bool(last.helped))
        self._hurt.setVisible(bool(last.hurt))
