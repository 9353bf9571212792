"""Pictures of the widgets in every look, to be looked at by a person.

python -m tests.support.gallery FOLDER [NAME…]
"""

import os
import sys
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication, QWidget

from app.domain.preferences import Look, ThemeName
from app.ui.theme.theme import Theme
from app.ui.widgets.card import Card
from app.ui.widgets.labels import Caption, Heading, Prose
from app.ui.widgets.page import Page

LOOKS = [(theme, percent) for theme in ("light", "dark", "contrast") for percent in (100, 200)]


def frame(theme: Theme) -> QWidget:
    """A page with a header, cards and a bar."""
    page = Page(theme, 720)
    page.header("Prepare", "Infusion 3 of 6 · Monday 30 November · arrive 1:30 PM", "A caption")
    page.header_link("Edit the plan")
    for kind in ("plain", "soft", "note"):
        card = Card(theme, kind)
        card.add(Heading(theme, 2, text="Week before"))
        card.add(Prose(theme, text="Tap what you noticed. Skip anything you like. " * 4))
        card.add_rule()
        card.add(Caption(theme, text="What you do not tap stays unanswered."))
        page.add(card)
    page.bar.add_link("When to call")
    page.bar.set_note("Saved as you tap")
    page.bar.set_secondary("plus", "Add an item")
    page.bar.set_primary("printer", "Print my plan")
    return page


SCENES: dict[str, Callable[[Theme], QWidget]] = {"frame": frame}


def main(arguments: list[str]) -> None:
    """Write the pictures of the scenes named, or of all, into the folder named first."""
    folder, *names = arguments
    Path(folder).mkdir(parents=True, exist_ok=True)
    application = QApplication([])
    theme = Theme()
    for look, percent in LOOKS:
        theme.apply(Look(theme=ThemeName(look), text_percent=percent))
        for name in names or SCENES:
            widget = SCENES[name](theme)
            for width, height in ((1180, 860), (800, 600)):
                widget.resize(width, height)
                widget.show()
                for _ in range(5):
                    application.processEvents()
                widget.grab().save(f"{folder}/{name}-{look}-{percent}-{width}.png")
            widget.close()
            widget.deleteLater()


if __name__ == "__main__":
    main(sys.argv[1:])
