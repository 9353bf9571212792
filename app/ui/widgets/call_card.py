"""When to call: the same static card for everyone, shown whenever anything is called severe."""

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from app.domain.help import Sentence, WhenToCall
from app.domain.preferences import ClinicPhones
from app.i18n import _
from app.ui.theme.theme import Theme
from app.ui.widgets.bullets import Bullets
from app.ui.widgets.card import Card
from app.ui.widgets.labels import Caption, Heading, Prose


class CallCard(Card):
    """The lists of when to call whom, with the numbers. Nothing in it depends on an answer.

    A page that heads the card itself takes one that is not titled.
    """

    def __init__(
        self,
        theme: Theme,
        lists: WhenToCall,
        parent: QWidget | None = None,
        *,
        is_titled: bool = True,
    ) -> None:
        super().__init__(theme, "soft", parent)
        self._emergency = Heading(theme, 3)
        self._clinic = Heading(theme, 3)
        self._numbers = Prose(theme)
        self._no_answer = Caption(theme)
        if is_titled:
            self.add(Heading(theme, 2, text=_("When to call")))
            self.add(Caption(theme, text=_("The same card for everyone. Nothing is judged.")))
        self.add(self._emergency)
        self.add(_list(theme, lists.emergency))
        self.add(self._clinic)
        self.add(self._numbers)
        self.add(_list(theme, lists.same_day))
        self.add(self._no_answer)
        for sentence in lists.days_after:
            self.add(Caption(theme, text=sentence.text))

    def show_numbers(self, emergency: str, clinic: ClinicPhones) -> None:
        """Show the *emergency* number and the clinic's phones; what is not known is in words."""
        if emergency:
            self._emergency.setText(_("Call {number} now").format(number=emergency))
        else:
            self._emergency.setText(_("Call your local emergency number now"))
        name = clinic.name or _("The clinic")
        self._clinic.setText(_("{clinic}, the same day").format(clinic=name))
        self._numbers.setText(clinic.day)
        self._numbers.setVisible(bool(clinic.day))
        last = emergency or _("your local emergency number")
        if clinic.out_of_hours:
            text = _("No answer? {number}, or {emergency}.")
        else:
            text = _("No answer? Call {emergency}.")
        self._no_answer.setText(text.format(number=clinic.out_of_hours, emergency=last))


def _list(theme: Theme, sentences: Iterable[Sentence]) -> Bullets:
    bullets = Bullets(theme)
    bullets.set_texts(sentence.text for sentence in sentences)
    return bullets
