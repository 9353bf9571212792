"""Going from page to page: each is built on its first visit and told when it comes and goes."""

from collections.abc import Callable, Sequence

from msgspec import Struct
from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QStackedWidget

from app.ui.route import Route
from app.ui.widgets.page import Page


class Place(Struct, frozen=True, kw_only=True):
    """Somewhere to go. ``under`` names the sidebar entry that is marked while it is shown.

    ``is_alone`` hides the sidebar, for a page that wants the whole window.
    """

    name: str
    build: Callable[[], Page]
    under: str
    is_alone: bool = False


class Navigation(QObject):
    """Owns which page is shown. Pages only say where they want to go."""

    arrived = Signal(Place)

    def __init__(
        self, stack: QStackedWidget, places: Sequence[Place], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._stack = stack
        self._places = {place.name: place for place in places}
        self._pages: dict[str, Page] = {}
        self._here: Place | None = None

    @property
    def here(self) -> Place | None:
        """Where we are."""
        return self._here

    @property
    def page(self) -> Page | None:
        """The page that is shown."""
        return self._pages.get(self._here.name) if self._here is not None else None

    @Slot(Route)
    def go(self, route: Route) -> None:
        """Leave the page that is shown and go to *route*."""
        place = self._places[route.page]
        if self.page is not None:
            self.page.leave()
        page = self._page(place)
        self._here = place
        page.arrive(route.argument)
        if self._here is not place:
            return  # the page sent us on
        self._stack.setCurrentWidget(page)
        self.arrived.emit(place)

    def leave(self) -> None:
        """Let every page save what it still holds."""
        for page in self._pages.values():
            page.leave()

    def _page(self, place: Place) -> Page:
        if place.name not in self._pages:
            page = place.build()
            page.route_wanted.connect(self.go)
            self._pages[place.name] = page
            self._stack.addWidget(page)
        return self._pages[place.name]
