"""Pictures of the widgets in every look, to be looked at by a person.

python -m tests.support.gallery FOLDER [NAME…]
"""

import os
import sys
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.domain.breathing import Breath, Phase, position
from app.domain.patterns import COHERENT
from app.domain.preferences import Look, ThemeName
from app.ui.theme.night import NightTheme
from app.ui.theme.theme import Theme
from app.ui.undo import UndoStack
from app.ui.widgets.answers import RadioRow, RatingRow
from app.ui.widgets.breath import BreathCircle
from app.ui.widgets.buttons import IconButton, PrimaryButton, SecondaryButton
from app.ui.widgets.card import Card
from app.ui.widgets.check import (
    CheckBox,
    Chip,
    ChoiceChip,
    Segment,
    SeverityButton,
    Switch,
    Tile,
)
from app.ui.widgets.choice import ChoiceGroup, SegmentRow
from app.ui.widgets.fields import Field, LongText
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.labels import Caption, Heading, Prose
from app.ui.widgets.nav import Sidebar
from app.ui.widgets.notice import Notice
from app.ui.widgets.page import Page
from app.ui.widgets.rows import ActionRow, Fold, Row
from app.ui.widgets.undo_strip import UndoStrip

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


def with_sidebar(theme: Theme, page: QWidget, here: str) -> QWidget:
    """Put the sidebar beside *page*."""
    window = Window(theme, page)
    for name, icon, text in PLACES:
        window.sidebar.add(name, icon, text)
    window.sidebar.add("help", "phone", "Help now", short="Help", hint="F1")
    window.sidebar.set_current(here)
    return window


class Window(QWidget):
    """A stand-in for the program's window."""

    def __init__(self, theme: Theme, page: QWidget) -> None:
        super().__init__()
        self.sidebar = Sidebar(theme, name="Soft Landing")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.sidebar)
        row.addWidget(page, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the sidebar fit the window."""
        super().resizeEvent(event)
        self.sidebar.fit(self.width())


def check_in(theme: Theme) -> QWidget:
    """The check-in of the mock-ups."""
    page = Page(theme, 760)
    page.header(
        "Next-morning check-in",
        "Tap what you noticed. Skip anything you like.",
        "Infusion 3 · Tuesday 1 December, 9:10 AM",
    )
    card = Card(theme)
    card.add(Heading(theme, 2, text="Which did you notice?"))
    flow = FlowLayout(spacing=theme.px(8))
    for text in EFFECTS.split("|"):
        chip = Chip(theme, text=text)
        chip.setChecked(text in {"Dizziness", "Drowsiness", "Feeling outside your body"})
        flow.addWidget(chip)
    card.body.addLayout(flow)
    card.add(Caption(theme, text="What you do not tap stays unanswered. It is never “none”."))
    page.add(card)
    strong = Card(theme)
    strong.add(Heading(theme, 2, text="How strong was it?"))
    for number, title in enumerate(("Dizziness", "Drowsiness", "Feeling outside your body"), 1):
        row = RadioRow(theme, title=title)
        for tone, word in enumerate(("Mild", "Moderate", "Severe"), 1):
            row.add(SeverityButton(theme, tone, text=word), tone)
        row.group.choose(number)
        strong.add(row)
        if number < 3:
            strong.add_rule()
    page.add(strong)
    ratings = Card(theme)
    ratings.add(Heading(theme, 2, text="How are you now?"))
    for title in ("Mood", "Anxiety"):
        rating = RatingRow(theme)
        rating.set_texts(title, "Not answered", "0 very low", "10 very good")
        ratings.add(rating)
    rating.choose(7)
    page.add(ratings)
    words = Card(theme)
    editor = LongText(theme)
    editor.setPlaceholderText("Anything you want to remember …")
    words.add(Field(theme, editor, label="In your own words"))
    page.add(words)
    page.bar.add_link("When to call")
    page.bar.set_note("Saved as you tap")
    page.bar.set_primary("check", "Done")
    return with_sidebar(theme, page, "journal")


def check_in_low(theme: Theme) -> QWidget:
    """The same; scrolled to its end before its picture is taken."""
    return check_in(theme)


def prepare(theme: Theme) -> QWidget:
    """Tiles, rows with boxes, fields, folds."""
    page = Page(theme, 720)
    page.header("Prepare", "Infusion 3 of 6 · Monday 30 November · arrive 1:30 PM")
    page.header_link("Edit the plan")
    strip = ChoiceGroup(theme, "even", name="Stages")
    for number, name in enumerate(("Week before", "Day before", "Morning", "Clinic", "After")):
        strip.add(Tile(theme, title=name, sub=f"{number + 1} left"), number)
    strip.choose(0)
    page.add(strip)
    page.add(Heading(theme, 2, text="Week before"))
    ride = Card(theme)
    top = QHBoxLayout()
    box, chevron = CheckBox(theme), IconButton(theme, "chevron-up")
    box.setAccessibleName("Someone takes me home")
    chevron.setAccessibleName("Details")
    top.addWidget(box, 0, Qt.AlignmentFlag.AlignTop)
    top.addWidget(Row(theme, title="Someone takes me home", caption="No driving today."), 1)
    top.addWidget(chevron)
    ride.body.addLayout(top)
    fields = QHBoxLayout()
    for label, value in (("Who", "Sam Rivera"), ("Phone", "555-0136"), ("Pick-up", "")):
        field = Field(theme, QLineEdit(value), label=label)
        if not value:
            field.show_error("Write it like 3:15 PM or 15:15.")
        fields.addWidget(field)
    ride.body.addLayout(fields)
    ride.add(CheckBox(theme, text="Sam said yes"))
    page.add(ride)
    fold = Fold(theme, QLabel("inside"))
    fold.set_title("Done (5)")
    fold.set_summary("Medicine list, questions, day off, water, sleep")
    page.add(fold)
    page.bar.add_link("When to call")
    page.bar.set_secondary("plus", "Add an item")
    page.bar.set_primary("printer", "Print my plan")
    return with_sidebar(theme, page, "prepare")


def settings(theme: Theme) -> QWidget:
    """Rows with controls at their end."""
    page = Page(theme, 700)
    page.header("Settings", "Changes are kept at once.")
    you, look = Card(theme), Card(theme)
    you.add(Heading(theme, 2, text="You"))
    name = QLineEdit("Anna")
    name.setMaximumWidth(theme.px(260))
    country = QComboBox()
    country.addItems(["United States", "Canada"])
    you.add(Row(theme, title="First name", caption="Optional.", trailing=name))
    you.add_rule()
    you.add(Field(theme, country, label="Country", caption="Emergency number 911"))
    look.add(Heading(theme, 2, text="Look"))
    segments = SegmentRow(theme, name="Theme")
    for text in ("System", "Light", "Dark", "High contrast"):
        segments.add(Segment(theme, text=text), text)
    segments.choose("Light")
    look.add(Row(theme, title="Theme", trailing=segments))
    look.add_rule()
    for is_on in (False, True):
        switch = Switch(theme)
        switch.setChecked(is_on)
        look.add(Row(theme, "clock", title="Less motion", caption="A ring.", trailing=switch))
        look.add_rule()
    row = ActionRow(theme)
    row.set_texts("Next-morning check-in", "Dizziness mild · 4 of 5 ratings", "9:20 AM")
    look.add(row)
    chips = ChoiceGroup(theme, name="Purpose")
    for text in ("Mood", "Pain", "Both", "Rather not say"):
        chips.add(ChoiceChip(theme, text=text), text)
    chips.choose("Pain")
    look.add(chips)
    page.add(you)
    page.add(look)
    return with_sidebar(theme, page, "settings")


def calm(theme: Theme) -> QWidget:
    """The start of a session: a still circle over rows."""
    page = Page(theme, 720)
    page.header("Calm", "Take five minutes. You can stop at any time.")
    strip = ChoiceGroup(theme, "even", name="How long", must_choose=True)
    for title, sub in (("5 minutes", "Breathing"), ("10 minutes", "Rest"), ("20 minutes", "Rest")):
        strip.add(Tile(theme, title=title, sub=sub), title)
    strip.choose("5 minutes")
    page.add(strip)
    circle = BreathCircle(theme)
    circle.set_words(WORDS)
    page.add(circle)
    card = Card(theme)
    card.add(Row(theme, "wind", title="Breathing", caption="In 5 s, out 5 s. No holds."))
    card.add_rule()
    card.add(Row(theme, "clock", title="Show the time while it runs", trailing=Switch(theme)))
    page.add(card)
    page.bar.set_note("Dizzy, tingly or anxious? Stop and breathe normally.")
    page.bar.set_primary("play", "Start 5 minutes")
    return with_sidebar(theme, page, "calm")


def session(theme: Theme, seconds: float = 3.2) -> QWidget:
    """A session that runs, in the dark."""
    window = QWidget()
    night = NightTheme(theme, window, window)
    window.setAutoFillBackground(True)
    circle = BreathCircle(night)
    circle.set_words(WORDS)
    circle.set_progress(0.34)
    circle.breathe(Still(seconds).breath)
    row = QHBoxLayout()
    row.addWidget(SecondaryButton(night, "phone", text="Help now"))
    row.addWidget(PrimaryButton(night, "pause", text="Pause"))
    column = QVBoxLayout(window)
    column.addWidget(circle, 1)
    column.addLayout(row)
    return window


def session_out(theme: Theme) -> QWidget:
    """The same near the end of an out-breath."""
    return session(theme, 8.6)


def session_reduced(theme: Theme) -> QWidget:
    """The same with less motion."""
    theme.apply(replace(theme.look, less_motion=True))
    return session(theme)


class Still:
    """A breath that does not go on."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds

    def breath(self) -> Breath:
        """Return the breath after so many seconds."""
        return position(COHERENT, self._seconds)


def notice(theme: Theme) -> QWidget:
    """A notice under the header, and the undo strip above the bar."""
    page = Page(theme, 720)
    page.header("Three days until infusion 3", "Monday 30 November, 1:30 PM.", "Friday 27 November")
    card = Notice(theme)
    card.set_texts(
        "One journal file could not be read",
        "It is the day of Tuesday 24 November. Line 12 is not what this program expects.",
        file="journal/2026/2026-11-24.yaml",
        safe="Safe: your other 40 files, and a copy of this one from 24 November.",
        foot="The unreadable file is kept too, under another name.",
    )
    card.set_button("Use the copy")
    card.add_link("Show the file")
    page.add(card)
    stack = UndoStack(page)
    page.insert_strip(UndoStrip(theme, stack))
    stack.push("Eye mask packed: done.", page.update)
    page.bar.add_link("When to call")
    page.bar.set_primary("list-checks", "Go on with preparing")
    return with_sidebar(theme, page, "today")


WORDS = {Phase.IN: "Breathe in", Phase.OUT: "Breathe out"}
PLACES = [
    ("today", "house", "Today"),
    ("prepare", "list-checks", "Prepare"),
    ("calm", "wind", "Calm"),
    ("journal", "notebook-pen", "Journal"),
    ("settings", "settings", "Settings"),
]
EFFECTS = (
    "Nausea|Vomiting|Headache|Dizziness|Anxiety|Drowsiness|Blurred vision|Double vision|"
    "Loss of appetite|Confusion|Trouble sleeping|Muscle movements you did not intend|"
    "Time, color or sound seemed different|Feeling outside your body|A frightening experience|"
    "Something else…|None of these"
)
SCENES: dict[str, Callable[[Theme], QWidget]] = {
    "frame": frame,
    "check-in": check_in,
    "check-in-low": check_in_low,
    "prepare": prepare,
    "settings": settings,
    "calm": calm,
    "session": session,
    "session-out": session_out,
    "session-reduced": session_reduced,
    "notice": notice,
}


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
                if name.endswith("-low"):
                    for area in widget.findChildren(QScrollArea):
                        area.verticalScrollBar().setValue(100_000)
                widget.grab().save(f"{folder}/{name}-{look}-{percent}-{width}.png")
            widget.close()
            widget.deleteLater()


if __name__ == "__main__":
    main(sys.argv[1:])
