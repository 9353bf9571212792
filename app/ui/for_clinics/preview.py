"""How patients see what is filled in."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.i18n import _
from app.services.clinic_shown import Shown
from app.ui.theme.theme import Theme
from app.ui.widgets.bullets import Bullets
from app.ui.widgets.card import Card
from app.ui.widgets.clinic_badge import LOGO_HIGH, LOGO_WIDE
from app.ui.widgets.labels import Caption, Heading
from app.ui.widgets.logo import Logo


class PreviewCard(Card):
    """What a pack says: whose it is and how to reach them, rules, items, days, numbers, after-care.

    Built-in items that it leaves off the checklist are not in it.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "soft", parent)
        self._title = Heading(theme, 2)
        self._note = Caption(theme)
        self._name = Heading(theme, 3)
        self._clinic = QWidget()
        self._logo = Logo(theme, height=LOGO_HIGH, width=LOGO_WIDE, parent=self._clinic)
        row = QHBoxLayout(self._clinic)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(10))
        row.addWidget(self._logo, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._name, 1, Qt.AlignmentFlag.AlignVCenter)
        self.add(self._title)
        self.add(self._note)
        self.add(self._clinic)
        self._lists = []
        for _part in range(6):
            heading, bullets = Heading(theme, 3), Bullets(theme)
            self.add(heading)
            self.add(bullets)
            self._lists.append((heading, bullets))

    def show_preview(self, shown: Shown | None, *, is_so_now: bool) -> None:
        """Show *shown*; what is filled in now may have a fault, and then it is from before that."""
        self._title.setText(_("How patients see it"))
        note = ""
        if shown is None:
            note = _("Fill in the name and who is responsible to see it.")
        elif not is_so_now:
            note = _("As it was before what has to be put right.")
        self._note.setText(note)
        self._note.setVisible(bool(note))
        self._name.setText("" if shown is None else shown.name)
        self._logo.show_logo(shown.logo if shown else None, shown.name if shown else "")
        self._clinic.setVisible(shown is not None)
        parts = (
            ("", shown.clinic if shown else ()),
            (_("Your rules"), shown.rules if shown else ()),
            (_("On the checklist"), shown.items if shown else ()),
            (_("Check-ins and questionnaires"), shown.days if shown else ()),
            (_("More numbers in Help now"), shown.lines if shown else ()),
            (_("Afterwards"), shown.after_care if shown else ()),
        )
        for (heading, bullets), (title, texts) in zip(self._lists, parts, strict=True):
            heading.setText(title)
            heading.setVisible(bool(title and texts))
            bullets.set_texts(texts)
            bullets.setVisible(bool(texts))
