"""How patients see what a pack sets."""

from collections.abc import Iterator

from msgspec import Struct

from app.domain.checklist import Item, Stage
from app.domain.clinic import Pack
from app.domain.follow_up import Rung
from app.i18n import _, ngettext
from app.services.clinic_about import about_clinic
from app.services.content import Content
from app.services.names import questionnaire_name, stage_name, time_point_name
from app.services.whose_rule import whole_rule
from app.storage.pack_logos import Logo


class Shown(Struct, frozen=True, kw_only=True):
    """Whose pack it is, how to find the clinic, and each thing that it sets, a text for each."""

    name: str
    logo: bytes | None
    clinic: tuple[str, ...]
    rules: tuple[str, ...]
    items: tuple[str, ...]
    days: tuple[str, ...]
    lines: tuple[str, ...]
    after_care: tuple[str, ...]


def shown(pack: Pack, logo: Logo | None = None) -> Shown:
    """Return how patients see *pack* with its *logo*."""
    content = Content()
    content.adapt(pack)
    rules = [one for one in content.rules.rules if not one.is_general]
    stages = list(Stage)
    items = [item for item in content.checklist if item.clinic]
    items.sort(key=lambda item: stages.index(item.stage))
    return Shown(
        name=pack.name,
        logo=None if logo is None else logo[1],
        clinic=(*_phones(pack), *about_clinic(pack, None).lines),
        rules=tuple(whole_rule(rule, content) for rule in rules),
        items=tuple(map(_item, items)),
        days=tuple(_days(pack)),
        lines=tuple(_lines(pack)),
        after_care=pack.after_care,
    )


def _phones(pack: Pack) -> Iterator[str]:
    for text, number in (
        (_("Daytime phone: {number}"), pack.phones.day),
        (_("Phone out of hours: {number}"), pack.phones.out_of_hours),
    ):
        if number:
            yield text.format(number=number)


def _item(item: Item) -> str:
    """Return when and what, and why on a line of its own."""
    text = _("{stage}: {title}").format(stage=stage_name(item.stage), title=item.title)
    return f"{text}\n{item.why}".strip()


def _days(pack: Pack) -> Iterator[str]:
    yield from map(_rung, pack.check_ins)
    if pack.monthly_check_in is False:
        yield _("No check-in once a month")
    for one in pack.questionnaires:
        text = ngettext("{name}: every {count} day", "{name}: every {count} days", one.every_days)
        yield text.format(name=questionnaire_name(one.name), count=one.every_days)


def _rung(rung: Rung) -> str:
    one_day = _("{check_in}: day {first}")
    text = one_day if rung.first_day == rung.last_day else _("{check_in}: day {first} to {last}")
    name = time_point_name(rung.point)
    return text.format(check_in=name, first=rung.first_day, last=rung.last_day)


def _lines(pack: Pack) -> Iterator[str]:
    for line in pack.crisis_lines:
        text = _("{name}: {number}").format(name=line.name, number=line.number)
        yield f"{text}\n{line.hours}".strip()
