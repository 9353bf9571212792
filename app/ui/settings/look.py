"""Settings: theme, text size, motion, language."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from app.domain.preferences import ThemeName
from app.i18n import _
from app.ui.settings.languages import language_name, languages
from app.ui.settings.model import LARGEST, SMALLEST, SettingsModel
from app.ui.settings.section import Section
from app.ui.theme.theme import Theme
from app.ui.widgets.buttons import IconButton
from app.ui.widgets.check import ChoiceChip, Segment, Switch
from app.ui.widgets.choice import ChoiceGroup, SegmentRow
from app.ui.widgets.fields import Field
from app.ui.widgets.labels import Words
from app.ui.widgets.rows import Row


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
        self._size.setText(_("{percent} %").format(percent=look.text_percent))
        self._smaller.setEnabled(look.text_percent > SMALLEST)
        self._larger.setEnabled(look.text_percent < LARGEST)
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
        self._smaller.setAccessibleName(_("Smaller text"))
        self._larger.setAccessibleName(_("Larger text"))
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
        self._size_row = Row(self.theme, trailing=self._build_size())
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

    def _build_size(self) -> QWidget:
        self._smaller = IconButton(self.theme, "minus", framed=True)
        self._smaller.setObjectName("settings:text:smaller")
        self._larger = IconButton(self.theme, "plus", framed=True)
        self._larger.setObjectName("settings:text:larger")
        self._size = Words(self.theme, strong=True, tabular=True, wraps=False)
        self._size.setObjectName("settings:text:percent")
        self._size.setAlignment(Qt.AlignmentFlag.AlignCenter)
        size = QWidget()
        row = QHBoxLayout(size)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self.theme.px(12))
        for widget in (self._smaller, self._size, self._larger):
            row.addWidget(widget)
        return size

    def _bind(self) -> None:
        for group in (self._segments, self._chips):
            group.chosen.connect(self._model.choose_theme)
        self._smaller.clicked.connect(self._shrink)
        self._larger.clicked.connect(self._grow)
        self._motion.toggled.connect(self._model.choose_less_motion)
        self._language.activated.connect(self._choose_language)

    @Slot()
    def _shrink(self) -> None:
        self._model.grow_text(-1)
        self._keep_focus(self._smaller, self._larger)

    @Slot()
    def _grow(self) -> None:
        self._model.grow_text(1)
        self._keep_focus(self._larger, self._smaller)

    def _keep_focus(self, pressed: IconButton, other: IconButton) -> None:
        """Do not throw the focus far away when the last step was taken."""
        if not pressed.isEnabled():
            other.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot(int)
    def _choose_language(self, place: int) -> None:
        self._model.choose_language(self._language.itemData(place))
