"""Going from page to page: each is built on its first visit and told when it comes and goes."""

from collections.abc import Callable, Sequence

from msgspec import Struct
from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget
from shiboken6 import isValid

from app.ui.route import BACK, Route
from app.ui.widgets.page import Page


class Place(Struct, frozen=True, kw_only=True):
    """Somewhere to go. ``under`` names the sidebar entry that is marked while it is shown.

    ``is_alone`` hides the sidebar, for a page that wants the whole window; one that ``is_dark``
    has the whole screen, and nothing else is shown there. From a place that ``is_aside`` BACK
    leads to the page before, which waits meanwhile as it is.
    """

    name: str
    build: Callable[[], Page]
    under: str
    is_alone: bool = False
    is_dark: bool = False
    is_aside: bool = False


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
        self._waiting: list[tuple[Place, QWidget | None]] = []
        """The places that wait, each with what had the keyboard there; the last was left last."""

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
        if route == BACK:
            self._go_back()
            return
        place = self._places[route.page]
        if place.is_aside and self._here not in (None, place):
            self._let_wait()
        elif self.page is not None:
            self.page.leave()
        if not place.is_aside:
            self._wait_no_more()
        page = self._page(place)
        self._here = place
        if self._waiting:
            page.know_way_back(self._waiting[-1][0].name)
        page.arrive(route.argument)
        if self._here is not place:
            return  # the page sent us on
        has_keyboard = self._stack.isAncestorOf(QApplication.focusWidget() or self._stack)
        self._stack.setCurrentWidget(page)
        if has_keyboard:
            page.take_keyboard()
        self.arrived.emit(place)

    def _let_wait(self) -> None:
        """Let the page that is shown be, with every half-typed word, until it is come back to."""
        if self._here is not None and self.page is not None:
            self._waiting.append((self._here, self.page.focusWidget()))
            self.page.step_aside()

    def _wait_no_more(self) -> None:
        waiting, self._waiting = self._waiting, []
        for place, _focus in waiting:
            self._pages[place.name].leave()

    def _go_back(self) -> None:
        if not self._waiting:
            return
        if self.page is not None:
            self.page.leave()
        self._here, focus = self._waiting.pop()
        page = self._pages[self._here.name]
        self._stack.setCurrentWidget(page)
        if focus is not None and isValid(focus):
            focus.setFocus(Qt.FocusReason.OtherFocusReason)
        page.come_back()
        self.arrived.emit(self._here)

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
