"""How the last infusion was, as the patient said it, before the next one."""

from collections.abc import Callable

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from app.domain.last_time import LastTime
from app.i18n import _
from app.services.names import infusion_name
from app.ui.dates import day_name
from app.ui.prepare.last_time_words import counted, cut, is_much, lines
from app.ui.theme.theme import Theme
from app.ui.widgets.bullets import Bullets
from app.ui.widgets.buttons import LinkButton
from app.ui.widgets.card import Card
from app.ui.widgets.labels import Caption, Heading, Prose


class LastTimeCard(Card):
    """Hidden while nothing was said of it. *name_of* gives the name of an effect by its id."""

    def __init__(
        self, theme: Theme, name_of: Callable[[str], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, "soft", parent)
        self.setObjectName("prepare:last_time")
        self._name_of = name_of
        self._last: LastTime | None = None
        self._shows_all = False
        self.body.setSpacing(theme.px(6))
        self._which = Caption(theme)
        self._helped, self._hurt = Prose(theme), Prose(theme)
        self._counted, self._effects = Prose(theme), Bullets(theme)
        self._hoped, self._stays = Prose(theme), Prose(theme)
        self._more = LinkButton(theme, on_soft=True)
        self._more.setObjectName("prepare:last_time:more")
        said = (self._helped, self._hurt, self._counted, self._effects, self._hoped, self._stays)
        title = Heading(theme, 3, text=_("Last time"))
        for widget in (title, self._which, *said, self._more):
            self.add(widget)
        self._more.clicked.connect(self._turn)
        self.hide()

    def show_last(self, last: LastTime | None) -> None:
        """Show what was said of the *last* infusion, in short; or nothing."""
        if last == self._last:
            return
        self._last, self._shows_all = last, False
        self.setVisible(last is not None)
        if last is not None:
            self._show(last)

    def _show(self, last: LastTime) -> None:
        name, day = infusion_name(last.infusion), day_name(last.infusion.date)
        self._which.setText(f"{name} · {day}")
        for label, sentence, words in (
            (self._helped, _("What helped: {words}"), last.infusion.helped),
            (self._hurt, _("What was hard: {words}"), last.infusion.hurt),
            (self._hoped, _("What you hoped for: {words}"), last.hoped),
            (self._stays, _("What stays with you: {words}"), last.stays),
        ):
            label.setText(sentence.format(words=cut(words, shows_all=self._shows_all)))
            label.setVisible(bool(words.strip()))
        if last.stays and not self._shows_all:
            self._hoped.hide()
        self._show_effects(last)
        self._more.setText(_("Show less") if self._shows_all else _("Show all of it"))
        self._more.setVisible(is_much(last))

    def _show_effects(self, last: LastTime) -> None:
        """Show the effects below each other, or in short one after the other."""
        shown = lines(last, self._name_of, shows_all=self._shows_all)
        self._effects.set_texts(shown if self._shows_all else ())
        self._effects.setVisible(self._shows_all and bool(shown))
        after = "" if self._shows_all else " · ".join(shown)
        self._counted.setText(f"{counted(last)} {after}".rstrip())
        self._counted.setVisible(bool(last.check_ins))

    @Slot()
    def _turn(self) -> None:
        self._shows_all = not self._shows_all
        if self._last is not None:
            self._show(self._last)
