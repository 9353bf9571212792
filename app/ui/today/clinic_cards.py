"""What Today shows of the clinic, each built when there is something to show."""

from typing import TYPE_CHECKING

from app.i18n import _
from app.ui.dates import day_with_year
from app.ui.today.model import TodayModel
from app.ui.today.top_cards import TopCards
from app.ui.widgets.accessible import announce
from app.ui.widgets.page import Page

if TYPE_CHECKING:
    from app.ui.today.after_care_card import AfterCareCard
    from app.ui.today.news_card import NewsCard
    from app.ui.today.pack_notice import PackNotice
    from app.ui.widgets.clinic_badge import ClinicBadge
    from app.ui.widgets.labels import Caption


class ClinicCards:
    """Whose pack it is in the head of *page*, what is new of it or wrong with it at the *top*.

    What to do afterwards, and that the pack is old, stand at the end.
    """

    def __init__(self, page: Page, model: TodayModel, top: TopCards) -> None:
        self._page = page
        self._model = model
        self._top = top
        self._badge: ClinicBadge | None = None
        self._news: NewsCard | None = None
        self._refused: PackNotice | None = None
        self._after_care: AfterCareCard | None = None
        self._old: Caption | None = None

    def show_state(self) -> None:
        """Show what there is to show now."""
        self._show_badge()
        self._show_refused()
        self._show_news()
        self._show_after_care()
        self._show_old()

    def _show_badge(self) -> None:
        pack = self._model.pack
        if self._badge is None and pack.name:
            from app.ui.widgets.clinic_badge import ClinicBadge

            self._badge = ClinicBadge(self._page.theme)
            self._page.header_corner(self._badge)
        if self._badge is not None:
            self._badge.setVisible(bool(pack.name))
            self._badge.show_clinic(pack.name, pack.logo)
            self._page.fit_header()

    def _show_news(self) -> None:
        news = self._model.pack.news
        if self._news is None and news:
            from app.ui.today.news_card import NewsCard

            self._news = NewsCard(self._page.theme)
            self._news.read.connect(self._model.read_news)
            self._top.put_last(self._news)
        if self._news is not None:
            was_there = not self._news.isHidden()
            self._news.show_news(news)
            if news and not was_there:
                announce(self._news, self._news.accessibleName())

    def _show_refused(self) -> None:
        refused = self._model.pack.refused
        if self._refused is None and refused:
            from app.ui.today.pack_notice import PackNotice

            self._refused = PackNotice(self._page.theme)
            self._refused.wanted.connect(self._page.route_wanted)
            self._top.put_last(self._refused)
        if self._refused is not None:
            self._refused.show_state(refused, clinic=self._model.pack.name)

    def _show_after_care(self) -> None:
        pack = self._model.pack
        paragraphs = pack.after_care(self._model.today.situation)
        if self._after_care is None and paragraphs:
            from app.ui.today.after_care_card import AfterCareCard

            self._after_care = AfterCareCard(self._page.theme)
            self._page.column.addWidget(self._after_care)
        if self._after_care is not None:
            self._after_care.show_paragraphs(pack.name, paragraphs)

    def _show_old(self) -> None:
        until = self._model.pack.meant_until
        if self._old is None and until is not None:
            from app.ui.widgets.labels import Caption

            self._old = Caption(self._page.theme)
            self._page.column.addWidget(self._old)
        if self._old is not None:
            self._old.setVisible(until is not None)
        if self._old is not None and until is not None:
            said = _(
                "The settings from {clinic} were meant to be used until {day}. Ask your clinic for"
                " a newer version."
            )
            self._old.setText(said.format(clinic=self._model.pack.name, day=day_with_year(until)))
