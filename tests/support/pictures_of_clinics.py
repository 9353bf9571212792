"""Pictures of the page that clinics fill in: empty, filled in, with faults, and unfolded."""

from PySide6.QtWidgets import QAbstractButton, QLineEdit

from app.ui.for_clinics.logo_field import LogoField
from app.ui.for_clinics.page import ForClinicsPage
from app.ui.route import Route
from app.ui.widgets.fold import FoldButton
from tests.support.pictures import Studio, studio
from tests.support.source import ROOT

SAMPLE = ROOT / "packaging" / "clinic" / "samples" / "nhs-like-service" / "clinic.yaml"


def for_clinics_states(wanted: tuple[str, ...]) -> None:
    """From the first look to a pack in order."""
    with studio(wanted) as room:
        room.take("settings-for-clinics", Route("settings", "about"), end=True)
        room.take("clinic-guide", Route("clinic_guide"))
        room.take("for-clinics-empty", Route("for_clinics"))
        room.take("for-clinics-faults", Route("for_clinics"), _Act(room, "faults"))
        room.take("for-clinics-opened", Route("for_clinics"), _Act(room, "open"))
        room.take("for-clinics-preview", Route("for_clinics"), _Act(room, "open"), end=True)
        room.take("for-clinics-logo", Route("for_clinics"), _Act(room, "logo"))
        for fold in ("rules", "items", "rewords", "hidden", "days", "lines", "after"):
            room.take(f"for-clinics-{fold}", Route("for_clinics"), _Act(room, fold))


class _Act:
    """Does one thing on the page that is shown."""

    def __init__(self, room: Studio, what: str) -> None:
        self._room = room
        self._what = what

    def __call__(self) -> None:
        page = self._room.desktop.window.navigation.page
        assert isinstance(page, ForClinicsPage)
        if self._what == "faults":
            phone = page.findChild(QLineEdit, "for_clinics:phones.day")
            assert phone is not None
            page.model.say("phones.day", "https://call.me")
            phone.setText("https://call.me")
            save = page.findChild(QAbstractButton, "for_clinics:save")
            assert save is not None
            save.click()
            return
        page.model.open(SAMPLE)
        self._room.desktop.undo.dismiss()
        page.model.errand.begin_anew()
        for button in page.findChildren(FoldButton):
            fold = "clinic" if self._what in {"open", "logo"} else self._what
            is_wanted = button.objectName() == f"for_clinics:fold:{fold}"
            if button.is_open is not is_wanted:
                button.click()
            if is_wanted and self._what != "open":
                page.scroll_to(button)
        if self._what == "logo":
            page.model.choose_logo(SAMPLE)
            logo = page.findChild(LogoField)
            assert logo is not None
            page.scroll_to(logo)
