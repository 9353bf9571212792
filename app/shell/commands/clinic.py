"""``soft-landing clinic check FILE`` and ``clinic kit FILE``: before a clinic's pack goes out."""

import json
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from app.i18n import _, ngettext

if TYPE_CHECKING:
    from app.services.clinic_check import Checked


def help_text() -> str:
    """Return what the list of commands says of it."""
    return _("for clinics: check a pack, and make what you hand out")


def arguments(parser: ArgumentParser) -> None:
    """Add what it takes."""
    from app.shell.commands.without_window import add_json

    kinds = parser.add_subparsers(dest="kind", metavar=_("WHAT"), required=True)
    check = kinds.add_parser("check", help=_("say everything that is wrong with a pack"))
    check.add_argument("pack", type=Path, metavar=_("FILE"), help=_("the pack, clinic.yaml"))
    add_json(check)
    kit = kinds.add_parser("kit", help=_("put a pack and the installers together, to hand out"))
    kit.add_argument("pack", type=Path, metavar=_("FILE"), help=_("the pack, clinic.yaml"))
    kit.add_argument(
        "--installers",
        type=Path,
        required=True,
        metavar=_("DIR"),
        help=_("the folder with the installers of Soft Landing, as they came"),
    )
    kit.add_argument(
        "--out", type=Path, required=True, metavar=_("DIR"), help=_("the folder to write to")
    )
    add_json(kit)


def run(options: Namespace) -> int:
    """Check a pack, and make a kit of one that is fine.

    Returns 0 when nothing is wrong and nothing is missing, 1 when something is, and 2 for a pack
    that cannot be read, or of which no kit can be made.
    """
    from app.services.clinic_check import check_pack
    from app.services.content import Content
    from app.services.system_clock import SystemClock
    from app.shell.commands.without_window import refused

    items = [item.id for item in Content().general_checklist]
    checked = check_pack(options.pack, items, SystemClock().now().date())
    if checked.unread is not None:
        return refused(options, _unread(options.pack, checked), checked.unread.value)
    return _kit(options, checked) if options.kind == "kit" else _check(options, checked)


def _check(options: Namespace, checked: "Checked") -> int:
    from app.shell.commands import FINE, FOUND_SOMETHING

    if options.json:
        print(json.dumps(_for_machines(checked), indent=2))
    else:
        print("\n".join(_for_people(options.pack, checked)))
    return FINE if checked.is_fine else FOUND_SOMETHING


def _kit(options: Namespace, checked: "Checked") -> int:
    from app.services.clinic_kit import make_kit
    from app.services.copy_words import printable
    from app.services.refusals import Doing, not_done
    from app.shell.commands import FINE, FOUND_SOMETHING
    from app.shell.commands.without_window import refused, told
    from app.storage.errors import ErrorCode, StorageError

    if not checked.is_fine:
        said = [*_for_people(options.pack, checked), _("No kit was made.")]
        return refused(options, "\n".join(said), ErrorCode.BAD_VALUE.value)
    try:
        kit = make_kit(options.pack, options.installers, options.out)
    except StorageError as error:
        place = printable(str(error.path or options.out))
        sentence = f"{place}: {not_done(Doing.KIT, error).sentence}"
        return refused(options, sentence, error.code.value)
    made = [str(path) for path in kit.made]
    facts = {"made": made, "missing": list(kit.missing), "notes": [*checked.notes, *kit.notes]}
    sentences = [*map(printable, made), *kit.missing, *checked.notes, *kit.notes]
    told(options, sentences, facts)
    return FOUND_SOMETHING if kit.missing else FINE


def _unread(pack: Path, checked: "Checked") -> str:
    from app.services.copy_words import printable
    from app.storage.errors import ErrorCode

    if checked.unread is ErrorCode.MISSING:
        return _("There is no file at {path}.").format(path=printable(str(pack)))
    return f"{printable(str(pack))}: {checked.found[0].sentence}"


def _for_people(pack: Path, checked: "Checked") -> list[str]:
    from app.services.copy_words import printable

    name = printable(str(pack))
    said = [f"{name}: {one.sentence}" for one in checked.found]
    said += [f"{name}: {note}" for note in checked.notes]
    if checked.is_fine and checked.pack is not None:
        text = _("Everything is right: {clinic}, version {version}, until {day}.")
        said.append(
            text.format(
                clinic=printable(checked.pack.name),
                version=checked.pack.version,
                day=checked.pack.expires.isoformat(),
            )
        )
        return said
    count = len(checked.found)
    text = ngettext("{count} thing to put right.", "{count} things to put right.", count)
    return [*said, text.format(count=count)]


def _for_machines(checked: "Checked") -> dict[str, object]:
    from app.services.copy_words import printable

    pack = checked.pack
    return {
        "found": [
            {"line": one.line, "field": one.field, "what": one.what} for one in checked.found
        ],
        "notes": list(checked.notes),
        "name": None if pack is None else printable(pack.name),
        "version": None if pack is None else pack.version,
        "expires": None if pack is None else pack.expires.isoformat(),
    }
