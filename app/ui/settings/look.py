"""Settings: theme, text size, motion, language."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from app.domain.preferences import ThemeName
from app.i18n import _
from app.ui.settings.languages import language_name, languages
from app.ui.settings.model import LARGEST, SMALLEST, SettingsModel
from app.ui.settings.section import Section
from app.ui.theme.theme import Theme
from app.ui.widgets.check import ChoiceChip, Segment, Switch
from app.ui.widgets.choice import ChoiceGroup, SegmentRow
from app.ui.widgets.fields import Field
from app.ui.widgets.rows import Row
from app.ui.widgets.stepper import Stepper


class LookSection(Section):
    """How the program looks; every change shows at once."""

    def __init__(self, theme: Theme, model: SettingsModel, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._model = model
        self._build()
        self._bind()
        self.translate()

    def show_values(self) -> None:
        """Show what is kept."""
        look = self._model.look
        self._segments.choose(look.theme)
        self._chips.choose(look.theme)
        self._size.show_value(
            _("{percent} %").format(percent=look.text_percent),
            can_shrink=look.text_percent > SMALLEST,
            can_grow=look.text_percent < LARGEST,
        )
        self._motion.setChecked(look.less_motion)
        self._language.setCurrentIndex(self._language.findData(self._model.language))
        note = _("Shows when you start Soft Landing again.") if self._model.is_language_new else ""
        self._language_row.set_texts(_("Language"), note)

    def set_slim(self, slim: bool) -> None:
        """Show the themes as chips that wrap where a segmented control has no room."""
        self._theme_row.setVisible(not slim)
        self._theme_field.setVisible(slim)

    def translate(self) -> None:
        """Set every text."""
        self.title.setText(_("Look"))
        self._theme_row.set_texts(_("Theme"))
        self._theme_field.set_label(_("Theme"))
        names = {
            ThemeName.SYSTEM: _("System"),
            ThemeName.LIGHT: _("Light"),
            ThemeName.DARK: _("Dark"),
            ThemeName.CONTRAST: _("High contrast"),
        }
        for group in (self._segments, self._chips):
            group.setAccessibleName(_("Theme"))
            for button, name in zip(group.buttons, names.values(), strict=True):
                button.setText(name)
        self._size_row.set_texts(_("Text size"))
        self._size.set_names(_("Smaller text"), _("Larger text"))
        self._motion.setAccessibleName(_("Less motion"))
        self._motion_row.set_texts(
            _("Less motion"), _("The circle stays still; a ring fills instead.")
        )
        self._language.setAccessibleName(_("Language"))
        self.show_values()

    def _build(self) -> None:
        self._segments = SegmentRow(self.theme)
        self._chips = ChoiceGroup(self.theme, must_choose=True)
        for theme in ThemeName:
            segment = self._segments.add(Segment(self.theme), theme)
            segment.setObjectName(f"settings:theme:{theme.value}")
            chip = self._chips.add(ChoiceChip(self.theme), theme)
            chip.setObjectName(f"settings:theme_chip:{theme.value}")
        self._theme_row = Row(self.theme, trailing=self._segments)
        self._theme_field = Field(self.theme, self._chips)
        self._theme_field.hide()
        self._size = Stepper(self.theme, "settings:text", less="smaller", more="larger")
        self._size_row = Row(self.theme, trailing=self._size)
        self._motion = Switch(self.theme)
        self._motion.setObjectName("settings:less_motion")
        self._motion_row = Row(self.theme, trailing=self._motion, stacks=False)
        self._language = QComboBox()
        self._language.setObjectName("settings:language")
        codes = languages()
        for code in codes:
            self._language.addItem(language_name(code), code)
        field = self.wide(Field(self.theme, self._language))
        self._language_row = Row(self.theme, trailing=field)
        themes = QWidget()
        both = QHBoxLayout(themes)
        both.setContentsMargins(0, 0, 0, 0)
        both.addWidget(self._theme_row)
        both.addWidget(self._theme_field)
        for row in (themes, self._size_row, self._motion_row):
            self.add_row(row)
        if len(codes) > 1:
            self.add_row(self._language_row)
        else:
            self._language_row.setParent(self)
            self._language_row.hide()

    def _bind(self) -> None:
        for group in (self._segments, self._chips):
            group.chosen.connect(self._model.choose_theme)
        self._size.stepped.connect(self._model.grow_text)
        self._motion.toggled.connect(self._model.choose_less_motion)
        self._language.activated.connect(self._choose_language)

    @Slot(int)
    def _choose_language(self, place: int) -> None:
        self._model.choose_language(self._language.itemData(place))
