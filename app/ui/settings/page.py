"""Everything that can be set; each change is kept at once."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from app.i18n import _
from app.ui.settings.about import AboutSection
from app.ui.settings.files import FilesSection
from app.ui.settings.look import LookSection
from app.ui.settings.model import SettingsModel
from app.ui.settings.pack_model import PackModel
from app.ui.settings.reminders import RemindersSection
from app.ui.settings.section import Section
from app.ui.settings.you import ClinicSection, YouSection
from app.ui.theme.theme import Theme
from app.ui.widgets.page import SLIM, Page


class SettingsPage(Page):
    """*argument* names a section to go to.

    Sections: ``you``, ``clinic``, ``look``, ``reminders``, ``files``, ``about``.
    """

    def __init__(
        self, theme: Theme, model: SettingsModel, pack: PackModel, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, column=700, parent=parent)
        self._model = model
        self._pack = pack
        self._build()
        self._bind()
        self._translate()

    def arrive(self, argument: str) -> None:
        """Show what is kept now, from the top or from the section named."""
        self._model.refresh()
        self._pack.forget()
        self._show()
        section = self._sections.get(argument)
        if section is not None:
            self.scroll_to(section)
        else:
            self.area.verticalScrollBar().setValue(0)

    def step_aside(self) -> None:
        """Keep what is still being typed."""
        self._model.flush()

    def leave(self) -> None:
        """Keep what was typed."""
        self._model.flush()

    def _build(self) -> None:
        self._look = LookSection(self.theme, self._model)
        self._files = FilesSection(self.theme, self._model)
        self._about = AboutSection(self.theme, self._model)
        self._sections: dict[str, Section] = {
            "you": YouSection(self.theme, self._model),
            "clinic": ClinicSection(self.theme, self._model, self._pack),
            "look": self._look,
            "reminders": RemindersSection(self.theme, self._model),
            "files": self._files,
            "about": self._about,
        }
        for section in self._sections.values():
            self.add(section)

    def _bind(self) -> None:
        self._model.changed.connect(self._show)
        self._pack.changed.connect(self._show)
        self._files.wanted.connect(self.route_wanted)
        self._about.wanted.connect(self.route_wanted)
        self.room_changed.connect(self._fit)

    def _translate(self) -> None:
        self.header(_("Settings"), _("Changes are kept at once."))
        for section in self._sections.values():
            section.translate()

    @Slot()
    def _show(self) -> None:
        for section in self._sections.values():
            section.show_values()

    @Slot()
    def _fit(self) -> None:
        self._look.set_slim(self.room < SLIM)
