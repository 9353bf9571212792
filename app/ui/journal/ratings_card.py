"""How are you now: five ratings from 0 to 10 that start unanswered."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from app.domain.check_in import CheckIn, Rating
from app.i18n import _
from app.services.names import rating_ends, rating_name
from app.ui.theme.theme import Theme
from app.ui.widgets.answers import RatingRow
from app.ui.widgets.card import Card
from app.ui.widgets.labels import Heading


class OneRating(RatingRow):
    """The numbers of one rating, which tell whose they are."""

    rated = Signal(Rating, object)

    def __init__(self, theme: Theme, rating: Rating, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._rating = rating
        low, high = rating_ends(rating)
        self.set_texts(rating_name(rating), _("Not answered"), low, high)
        for number, button in enumerate(self.group.buttons):
            button.setObjectName(f"rating:{rating.value}:{number}")
        self.chosen.connect(self._tell_whose)

    @Slot(object)
    def _tell_whose(self, number: object) -> None:
        self.rated.emit(self._rating, number)


class RatingsCard(Card):
    """Five rows of numbers."""

    rated = Signal(Rating, object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self.add(Heading(theme, 2, text=_("How are you now?")))
        self._rows = {rating: OneRating(theme, rating) for rating in Rating}
        for row in self._rows.values():
            row.rated.connect(self.rated)
            self.add(row)

    def show_check_in(self, check_in: CheckIn) -> None:
        """Show the ratings of *check_in*."""
        for rating, row in self._rows.items():
            row.choose(check_in.ratings.score(rating))
