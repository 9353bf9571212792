"""The checklist of the coming infusion, by stage."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from app.domain.checklist import Detail, Item, Stage
from app.domain.infusion import Infusion
from app.i18n import _
from app.services.content import Content
from app.services.names import infusion_name
from app.ui.dates import day_name, wall_time_name
from app.ui.prepare.changes_fold import ChangesFold
from app.ui.prepare.last_time import LastTimeCard
from app.ui.prepare.model import PrepareModel
from app.ui.prepare.rows import Rows
from app.ui.prepare.stage_strip import StageStrip
from app.ui.route import Route
from app.ui.theme.theme import Theme
from app.ui.widgets.card import Card
from app.ui.widgets.page import SLIM, Page
from app.ui.widgets.rows import ActionRow


class PreparePage(Page):
    """Tick, leave out, add and change what belongs to the coming infusion."""

    def __init__(
        self, theme: Theme, model: PrepareModel, content: Content, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, column=720, parent=parent)
        self._model = model
        self._content = content
        self._build()
        self._bind()
        self._translate()

    def arrive(self, argument: str) -> None:
        """Show what is stored; *argument* may name an item whose details are opened."""
        self._model.refresh()
        row = self._rows.open_details(argument) if argument else None
        if row is not None:
            self.scroll_to(row)

    def leave(self) -> None:
        """Save what is still being typed; a time that cannot be read is kept in the notes."""
        unclear = self._rows.take_unclear_time()
        if unclear:
            self._model.note(_("Pick-up time: {time}").format(time=unclear))
        self._model.flush()

    def _build(self) -> None:
        self._all = self.header_link()
        self._all.setObjectName("prepare:all")
        self._edit_plan = self.header_link()
        self._edit_plan.setObjectName("prepare:edit_plan")
        self._strip = StageStrip(self.theme)
        self._rows = Rows(self.theme)
        self._last_time = LastTimeCard(self.theme, self._content.effect_name)
        self.add(self._last_time)
        self.add(self._strip)
        self.add(self._rows)
        self._changes = ChangesFold(self.theme)
        self.add(self._changes)
        self._notes = ActionRow(self.theme, icon="notebook-pen")
        self._notes.setObjectName("prepare:notes")
        notes = Card(self.theme, compact=True)
        notes.add(self._notes)
        notes.add_rule()
        self._print = ActionRow(self.theme, icon="printer")
        self._print.setObjectName("prepare:print")
        notes.add(self._print)
        self.add(notes)
        self._when_to_call = self.bar.add_link()
        self._add_item = self.bar.set_secondary("plus")
        self._add_item.setObjectName("prepare:add")
        self._primary = self.bar.set_primary("wind")
        self._primary.setObjectName("prepare:primary")

    def _bind(self) -> None:
        self._model.changed.connect(self._show)
        self.room_changed.connect(self._show_what_fits)
        self._strip.chosen.connect(self._jump)
        self._rows.ticked.connect(self._model.tick)
        self._rows.reopened.connect(self._model.reopen)
        self._rows.left_out.connect(self._model.leave_out)
        self._rows.edit_wanted.connect(self._edit)
        self._rows.removed.connect(self._model.remove)
        self._rows.restored.connect(self._model.restore_words)
        self._rows.moved.connect(self._model.move)
        self._changes.brought_back.connect(self._model.bring_back)
        self._changes.restored.connect(self._model.restore)
        self._rows.ride_typed.connect(self._model.type_ride)
        self._rows.music_typed.connect(self._model.type_music)
        self._all.clicked.connect(self._open_all)
        self._rows.notes_wanted.connect(self._open_notes_for)
        self._notes.clicked.connect(self._open_notes)
        self._edit_plan.clicked.connect(self._open_plan)
        self._print.clicked.connect(self._open_papers)
        self._when_to_call.clicked.connect(self._open_help)
        self._add_item.clicked.connect(self._open_new_item)
        self._primary.clicked.connect(self._go_on)

    def _translate(self) -> None:
        self._all.setText(_("All infusions"))
        self._edit_plan.setText(_("Edit the plan"))
        self._when_to_call.setText(_("When to call"))
        self._print.set_texts(_("Print or save"), _("For you, for your ride home, for a calendar"))
        self._notes.set_texts(_("Notes for my clinic"), _("Medicines, conditions, questions"))
        self._show()

    @Slot()
    def _show(self) -> None:
        infusion = self._model.infusion
        self._strip.setVisible(infusion is not None)
        self._rows.setVisible(infusion is not None)
        self._add_item.setVisible(infusion is not None)
        self._edit_plan.setVisible(infusion is not None)
        self._last_time.show_last(self._model.last_time)
        if infusion is None:
            self._changes.hide()
            self.header(
                _("Prepare"),
                _("Nothing is planned yet. With a date, your checklist starts here."),
            )
            self.bar.set_primary("calendar", _("Plan an infusion"))
            self._show_what_fits()
            return
        self.header(_("Prepare"), _summary(infusion))
        self._strip.show_counts({stage: len(self._model.open_in(stage)) for stage in Stage})
        self._rows.show_lines(self._model.lines, infusion)
        self._changes.show_changes(self._model.hidden, is_original=self._model.is_original)
        self.bar.set_secondary("plus", _("Add an item"))
        self.bar.set_primary("wind", _("5 calm minutes"))
        self._show_what_fits()

    @Slot()
    def _show_what_fits(self) -> None:
        """Keep the one button that is only here, where there is no room for two."""
        self._primary.setVisible(self._model.infusion is None or self.room >= SLIM)

    @Slot(Stage)
    def _jump(self, stage: Stage) -> None:
        section = self._rows.sections[stage]
        if section.isVisible():
            self.scroll_to(section)

    @Slot(Item)
    def _edit(self, item: Item) -> None:
        self.route_wanted.emit(Route("item", item.id))

    @Slot()
    def _open_new_item(self) -> None:
        self.route_wanted.emit(Route("item"))

    @Slot()
    def _open_all(self) -> None:
        self.route_wanted.emit(Route("infusions"))

    @Slot()
    def _open_plan(self) -> None:
        infusion = self._model.infusion
        self.route_wanted.emit(Route("plan", infusion.id if infusion is not None else ""))

    @Slot()
    def _open_papers(self) -> None:
        self.route_wanted.emit(Route("papers"))

    @Slot()
    def _open_notes(self) -> None:
        self.route_wanted.emit(Route("consultation"))

    @Slot(Item)
    def _open_notes_for(self, item: Item) -> None:
        is_music = item.detail is Detail.MUSIC
        self.route_wanted.emit(Route("music") if is_music else Route("consultation", item.id))

    @Slot()
    def _open_help(self) -> None:
        self.route_wanted.emit(Route("help", "when_to_call"))

    @Slot()
    def _go_on(self) -> None:
        self.route_wanted.emit(Route("plan" if self._model.infusion is None else "calm"))


def _summary(infusion: Infusion) -> str:
    parts = [infusion_name(infusion), day_name(infusion.date)]
    if infusion.arrive is not None:
        parts.append(_("arrive {time}").format(time=wall_time_name(infusion.arrive)))
    return " · ".join(parts)
