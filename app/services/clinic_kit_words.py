"""The pages that lie beside what a clinic hands out: one for patients, one for its own IT."""

from app.domain.clinic import Pack
from app.i18n import _


def for_patients(pack: Pack, setup: str) -> bytes:
    """Return the page beside the Windows program *setup*, on one screen of a plain editor."""
    phone = pack.phones.day.strip()
    call = (
        _("If it does not work, call us: {phone}.").format(phone=phone)
        if phone
        else _("If it does not work, ask us the next time you are here.")
    )
    return _page(
        pack.name,
        "",
        _("Soft Landing helps you in the days around your infusions. It runs on Windows."),
        "",
        _("1. Unpack the zip: right-click it, then choose “Extract all”."),
        _("2. In the new folder, start {setup}.").format(setup=setup),
        _("   Leave the other files beside it. They hold our phone numbers and our rules."),
        _("   Windows may warn you. If the files came from us: “More info”, then “Run anyway”."),
        _("3. Done. You find Soft Landing in the Start menu."),
        "",
        call,
        _("Do not use this for anything urgent: call your local emergency number."),
        "",
        _("What you write stays on your computer. It does not reach us."),
    )


def for_appimage(pack: Pack, program: str) -> bytes:
    """Return the page beside the AppImage *program*."""
    return _page(
        pack.name,
        "",
        _("Keep these files in one folder: the pack is found beside the program."),
        _("Let {program} be run as a program, then start it.").format(program=program),
        _("To do so, right-click it, choose “Properties”, and allow it to run."),
    )


def for_network(pack: Pack) -> bytes:
    """Return the page beside the plain copy of the pack, for the clinic's IT."""
    return _page(
        pack.name,
        "",
        _("For the clinic's own computers with Windows. Put the other files of this folder into"),
        r"    %ProgramData%\Soft Landing",
        _("With Group Policy, go to Preferences, Windows Settings, Files."),
        _("Name each file as the source, and the same name in that folder as the destination."),
        "",
        _("Quiet setup for everybody on a computer, with the .msi:"),
        "    msiexec /i SoftLanding-…-x64.msi /qn CLINICDIR=\\\\server\\share\\",
        _("Quiet setup for one person, with the .exe:"),
        r"    SoftLanding-…-setup.exe /S /CLINIC=\\server\share\clinic.yaml",
        "",
        _("For a newer pack, put the new files in the place of the old ones."),
    )


def _page(*lines: str) -> bytes:
    """Return *lines* as every editor of Windows shows them."""
    return "".join(f"{line.rstrip()}\r\n" for line in lines).encode("utf-8-sig")
