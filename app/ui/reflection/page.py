"""A reflection: what was hoped for, what came up, what stays, and whether it still holds."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from app.domain.reflection import Reflection
from app.i18n import _
from app.services.content import Content
from app.services.names import infusion_name
from app.ui.dates import day_name, time_name
from app.ui.reflection.about_row import AboutRow
from app.ui.reflection.look_back_card import LookBackCard
from app.ui.reflection.model import ReflectionModel
from app.ui.reflection.writing_card import WritingCard
from app.ui.route import Route
from app.ui.theme.theme import Theme
from app.ui.widgets.buttons import LinkButton
from app.ui.widgets.labels import Caption
from app.ui.widgets.page import Page
from app.ui.widgets.versions_link import VersionsLink


class ReflectionPage(Page):
    """Room for own words. Everything may stay empty, and everything that is typed is kept."""

    def __init__(
        self,
        theme: Theme,
        model: ReflectionModel,
        content: Content,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, column=720, parent=parent)
        self._model = model
        self._content = content
        self._build()
        self._bind()
        self._translate()

    def arrive(self, argument: str) -> None:
        """Begin or open a reflection: ``new``, ``new:infusion`` or ``open:day:id``."""
        self._model.arrive(argument)
        for card in self._cards:
            card.begin()
        self.bar.set_note(_("Saved as you type"))
        self.area.verticalScrollBar().setValue(0)

    def step_aside(self) -> None:
        """Keep what is still being typed."""
        self.leave()

    def leave(self) -> None:
        """Keep what is still being typed."""
        self._model.flush()

    def _build(self) -> None:
        prompts = self._content.prompts
        self._about = AboutRow(self.theme)
        self._look_back = LookBackCard(self.theme)
        self._intention, self._during, self._after = self._cards = tuple(
            WritingCard(self.theme, name, [one.text for one in asked])
            for name, asked in (
                ("intention", prompts.intention),
                ("during", prompts.during),
                ("after", prompts.after),
            )
        )
        self._stays_here = Caption(self.theme)
        self._remove = LinkButton(self.theme)
        self._remove.setObjectName("reflection:remove")
        self._versions = VersionsLink(self.theme)
        above = (self._look_back, *self._cards, self._stays_here, self._about)
        for widget in (*above, self._versions, self._remove):
            self.add(widget)
        self._when_to_call = self.bar.add_link()
        self._when_to_call.setObjectName("reflection:help")
        self._done = self.bar.set_primary("check")
        self._done.setObjectName("reflection:done")

    def _bind(self) -> None:
        self._model.changed.connect(self._show)
        self._model.state_changed.connect(self.bar.set_note)
        self._about.chosen.connect(self._model.say_about)
        self._look_back.holds_said.connect(self._model.say_if_it_holds)
        self._look_back.typed.connect(self._model.say_more)
        self._intention.typed.connect(self._model.hope)
        self._during.typed.connect(self._model.recall)
        self._after.typed.connect(self._model.stay)
        self._versions.wanted.connect(self.route_wanted)
        self._remove.clicked.connect(self._remove_reflection)
        self._when_to_call.clicked.connect(self._open_help)
        self._done.clicked.connect(self._finish)

    def _translate(self) -> None:
        self._intention.set_title(_("What I hoped for"))
        self._during.set_title(_("What came up"))
        self._after.set_title(_("What stays with me"))
        self._stays_here.setText(self._content.about["stays_here"])
        self._remove.setText(_("Remove this reflection"))
        self._when_to_call.setText(_("When to call"))
        self.bar.set_primary("check", _("Done"))
        self._show(self._model.reflection)

    @Slot(Reflection)
    def _show(self, reflection: Reflection) -> None:
        at = reflection.at
        moment = _("{day}, {time}").format(day=day_name(reflection.day), time=time_name(at))
        infusion = self._model.infusion
        caption = f"{infusion_name(infusion)} · {moment}" if infusion is not None else moment
        self.header(_("Reflection"), _("A word, a page or nothing. Write what you like."), caption)
        then = infusion.intention.strip() if infusion is not None else ""
        self._intention.set_aside(
            _("Your intention then: {words}").format(words=then) if then else ""
        )
        self._about.show_choices(self._model.choices, reflection.infusion)
        self._look_back.show_reflection(reflection)
        self._look_back.setVisible(self._model.asks_if_it_holds)
        self._intention.show_words(reflection.intention)
        self._during.show_words(reflection.during)
        self._after.show_words(reflection.after)
        self._versions.show_entry(reflection, self._model.versions)
        self._remove.setVisible(self._model.is_stored)

    @Slot()
    def _remove_reflection(self) -> None:
        self._model.delete()
        self.route_wanted.emit(Route("journal"))

    @Slot()
    def _open_help(self) -> None:
        self.route_wanted.emit(Route("help", "when_to_call"))

    @Slot()
    def _finish(self) -> None:
        self.route_wanted.emit(Route("journal"))
