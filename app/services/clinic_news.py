"""What another pack changes for the patient, a sentence for each thing."""

from collections.abc import Iterable, Iterator
from typing import Final

from app.domain.checklist import Item
from app.domain.clinic import Pack
from app.i18n import _
from app.services.content import Content
from app.services.whose_rule import whole_rule

MOST: Final = 40
"""So many sentences at most: who reads on after that opens the pages themselves."""


def news_of(before: Pack | None, after: Pack | None) -> tuple[str, ...]:
    """Return what is otherwise under *after* than under *before*; nothing where nothing is."""
    old, new = Content(), Content()
    old.adapt(before)
    new.adapt(after)
    found = [*_whose(before, after), *_rules(old, new), *_lists(old.checklist, new.checklist)]
    found += [*_phones(before, after), *_rest(before, after)]
    return tuple(found[:MOST])


def _whose(before: Pack | None, after: Pack | None) -> Iterator[str]:
    if after is None and before is not None:
        yield _("Nothing is set by {clinic} any more. General information is shown.").format(
            clinic=before.name
        )
    elif after is not None and (before is None or before.name != after.name):
        yield _("{clinic} sets some things for you now.").format(clinic=after.name)


def _rules(old: Content, new: Content) -> Iterator[str]:
    for before, after in zip(old.rules.rules, new.rules.rules, strict=True):
        if before != after:
            yield whole_rule(after, new)


def _lists(old: Iterable[Item], new: Iterable[Item]) -> Iterator[str]:
    before, after = ({item.id: item for item in some} for some in (old, new))
    for item in after.values():
        if item.id not in before:
            yield _("New on the checklist: {title}").format(title=item.title)
        elif before[item.id].title != item.title:
            yield _("New wording on the checklist: {title}").format(title=item.title)
    for item in before.values():
        if item.id not in after:
            yield _("Not on the checklist any more: {title}").format(title=item.title)


def _phones(before: Pack | None, after: Pack | None) -> Iterator[str]:
    for name, said, gone in (
        ("day", _("Daytime phone: {number}"), _("Not given any more: the daytime phone")),
        (
            "out_of_hours",
            _("Phone out of hours: {number}"),
            _("Not given any more: the phone out of hours"),
        ),
    ):
        old, new = (
            getattr(one.phones, name).strip() if one is not None else "" for one in (before, after)
        )
        if old != new:
            yield said.format(number=new) if new else gone
    lines = [one.crisis_lines if one is not None else () for one in (before, after)]
    known, named = ({line.number for line in some} for some in lines)
    for line in lines[1]:
        if line.number not in known:
            yield _("{name}: {number}").format(name=line.name, number=line.number)
    for line in lines[0]:
        if line.number not in named:
            yield _("Not given any more: {name}, {number}").format(
                name=line.name, number=line.number
            )


def _rest(before: Pack | None, after: Pack | None) -> Iterator[str]:
    for names, said in (
        (("check_ins", "monthly_check_in"), _("The days of the check-ins have changed.")),
        (("questionnaires",), _("The days of the questionnaires have changed.")),
        (("after_care",), _("What to do afterwards has new wording.")),
        (("address", "hours"), _("The clinic's address or hours have changed.")),
    ):
        if _said(before, names) != _said(after, names):
            yield said


def _said(pack: Pack | None, names: Iterable[str]) -> list[object]:
    """Return what *pack* says under *names*, and nothing where it says nothing."""
    values = [getattr(pack, name, None) for name in names]
    return [None if value in ("", ()) else value for value in values]
