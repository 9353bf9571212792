"""One page for a clinic's IT: where a pack goes, quiet setup, how to update it."""

from collections.abc import Iterable

from app import NAME, __version__
from app.i18n import _
from app.services.documents.model import Document, Paragraph, Point, Points, Section, Tone


def clinic_guide() -> Document:
    """Return the page; nothing of the patient is in it."""
    return Document(
        name="soft-landing-for-clinics",
        neutral_title=NAME,
        title=_("For the clinic's IT"),
        lead=_("A pack is one file, clinic.yaml, with a logo beside it if you like."),
        body=(_places(), _setup(), _update(), _never()),
        foot=(f"{NAME} {__version__}",),
    )


def _places() -> Section:
    places = _named(
        (
            (_("Windows, for everybody on a computer"), r"%ProgramData%\Soft Landing"),
            (_("macOS, for everybody"), "/Library/Application Support/Soft Landing"),
            (_("Linux, for everybody"), "/etc/xdg/soft-landing"),
            (_("For those who run this program"), _("beside it, where the setup puts it")),
            (_("For one patient"), _("Settings, Clinic, open a pack")),
            (_("For one start"), "soft-landing --clinic clinic.yaml"),
        )
    )
    wins = _("What stands further down in this list wins, rule by rule.")
    return Section(
        title=_("Where the file goes"),
        blocks=(places, Paragraph(text=wins, tone=Tone.QUIET)),
    )


def _setup() -> Section:
    switches = _named(
        (
            (_("For one person, with the pack beside it"), "SoftLanding-…-setup.exe /S"),
            (
                _("With a pack from elsewhere"),
                r"SoftLanding-…-setup.exe /S /CLINIC=S:\clinic.yaml",
            ),
            (
                _("Into another folder, named last"),
                r"SoftLanding-…-setup.exe /S /D=C:\Programs\Soft Landing",
            ),
            (_("For everybody on a computer"), "msiexec /i SoftLanding-…-x64.msi /qn"),
            (
                _("For everybody, with a pack from elsewhere"),
                "msiexec /i SoftLanding-…-x64.msi /qn CLINICDIR=S:\\",
            ),
            (
                _("Debian and its relatives"),
                "apt install ./soft-landing*.deb",
            ),
        )
    )
    return Section(title=_("Quiet setup"), blocks=(switches,))


def _update() -> Section:
    said = (
        _("Count the version up, and set a new end."),
        _("Check it: soft-landing clinic check clinic.yaml"),
        _("Put the new file in the place of the old one. Patients are told once what changed."),
        _("A pack with a fault is not used at all. Then general rules are shown."),
        _("After its end a pack is still used. Patients are told to ask for a newer one."),
    )
    return Section(
        title=_("A newer pack"), blocks=(Points(points=tuple(Point(text=one) for one in said)),)
    )


def _never() -> Section:
    said = _(
        "Help now, the numbers of the country, “When to call”, and the line on diabetes before"
        " fasting. Nothing comes back to you: the program sends nothing."
    )
    return Section(title=_("What a pack can never take away"), blocks=(Paragraph(text=said),))


def _named(rows: Iterable[tuple[str, str]]) -> Points:
    return Points(
        points=tuple(
            Point(text=_("{what}: {how}").format(what=what, how=how)) for what, how in rows
        )
    )
