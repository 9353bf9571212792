"""One page for a clinic's IT: where a pack goes, quiet setup, how to update it."""

from typing import Final

from app import NAME, __version__
from app.i18n import _
from app.services.documents.model import Document, Paragraph, Point, Points, Section, Tone

_PLACES: Final = (
    r"%ProgramData%\Soft Landing",
    "/Library/Application Support/Soft Landing",
    "/etc/xdg/soft-landing",
)


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
    windows, mac, linux = _PLACES
    everybody = _("For everybody on a computer.")
    points = (
        Point(text=windows, note=_("Windows. {who}").format(who=everybody)),
        Point(text=mac, note=_("macOS. {who}").format(who=everybody)),
        Point(text=linux, note=_("Linux. {who}").format(who=everybody)),
        Point(text=_("Beside the program"), note=_("The setup puts it there.")),
        Point(text=_("Settings, Clinic"), note=_("Where patients open a pack by themselves.")),
        Point(text="soft-landing --clinic clinic.yaml", note=_("For one start.")),
    )
    return Section(
        title=_("Where the file goes"),
        blocks=(
            Points(points=points),
            Paragraph(
                text=_("What stands further down in this list wins, rule by rule."),
                tone=Tone.QUIET,
            ),
        ),
    )


def _setup() -> Section:
    points = (
        Point(text="setup.exe /S", note=_("Without questions, with the pack beside it.")),
        Point(
            text=r"setup.exe /S /CLINIC=S:\clinic.yaml",
            note=_("With a pack from elsewhere."),
        ),
        Point(text=r"setup.exe /S /D=C:\Programs\Soft Landing", note=_("/D= comes last.")),
        Point(
            text="msiexec /i SoftLanding.msi /qn CLINICDIR=S:\\",
            note=_("For everybody, with a pack from elsewhere."),
        ),
        Point(
            text="apt install ./soft-landing.deb ./soft-landing-clinic.deb",
            note=_("Debian and its relatives."),
        ),
    )
    return Section(title=_("Quiet setup"), blocks=(Points(points=points),))


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
    return Section(
        title=_("What a pack can never take away"),
        blocks=(
            Paragraph(
                text=_(
                    "Help now, the numbers of the country, “When to call”, and the line on"
                    " diabetes before fasting. Nothing comes back to you: the program sends"
                    " nothing."
                )
            ),
        ),
    )
