"""Parts that several documents share: numbers to call, rules with their sources, the foot."""

from collections.abc import Iterable

from app import NAME, __version__
from app.domain.help import Sentence
from app.domain.rules import Rule
from app.i18n import _, language
from app.services.countries import numbers_in_short
from app.services.documents.model import Block, Fact, Paragraph, Point, Points, Section, Tone
from app.services.documents.visit import Background, Visit
from app.services.review import edition
from app.services.rule_words import rule_words
from app.services.whose_rule import provenance


def file_name(kind: str, visit: Visit | None) -> str:
    """Return a neutral name for a file, without its ending: "appointment-2026-11-30-card"."""
    parts = ["appointment", *([visit.date.isoformat()] if visit is not None else []), kind]
    return "-".join(parts)


def neutral_title() -> str:
    """Return what other programs may show of a document."""
    return _("Appointment")


def lead(visit: Visit | None, background: Background, *, place: bool = True) -> str:
    """Return the day, the place and the clinic's phone, as much of it as is known."""
    parts = [background.spelling.day(visit.date)] if visit is not None else []
    if visit is not None and place:
        parts.append(visit.place)
    parts.append(_clinic_if_new(visit, background))
    return " · ".join(part for part in parts if part)


def _clinic_if_new(visit: Visit | None, background: Background) -> str:
    """Return the clinic's name, unless the place says it already."""
    name = background.clinic.name.strip()
    return "" if visit is not None and name and name in visit.place else name


def phones(background: Background) -> tuple[Fact, ...]:
    """Return the numbers of the clinic and of the country, each under what it is."""
    clinic, help_ = background.clinic, background.help
    facts = [
        Fact(label=_("Clinic, daytime"), value=clinic.day.strip()),
        Fact(label=_("Clinic, out of hours"), value=clinic.out_of_hours.strip()),
    ]
    if help_ is None:
        elsewhere = background.content.crisis_lines.elsewhere
        facts += [
            Fact(label=_("Emergency"), value=elsewhere.emergency),
            Fact(label=_("Crisis lines"), value=elsewhere.website),
        ]
    else:
        first, *others = help_.lines
        notes = (first.note, *(f"{line.number} · {line.note}" for line in others))
        facts += [
            Fact(label=_("Emergency"), value=help_.emergency),
            Fact(label=_("Crisis line"), value=first.number, note="\n".join(notes)),
        ]
    return tuple(fact for fact in facts if fact.value)


def rule_point(rule: Rule, background: Background, words: str = "") -> Point:
    """Return *rule* in its own words, or in *words*, with whose rule it is beside it."""
    text = words or " ".join(rule_words(rule))
    return Point(text=text, note=provenance(rule, background.content))


def when_to_call(background: Background, *, of_them: bool) -> tuple[Section, Section, str]:
    """Return both lists and the sentence on the days after.

    *of_them*: for somebody who looks after the patient.
    """
    content = background.content
    lists = content.when_to_call
    help_ = background.help
    emergency = (
        _("Call the emergency number now")
        if help_ is None
        else _("Call {number} now").format(number=help_.emergency)
    )
    theirs = {"cannot_stay_safe": content.documents["they_cannot_stay_safe"]} if of_them else {}
    phone = background.clinic.out_of_hours.strip()
    no_answer = content.about["no_answer_phone" if phone else "no_answer"]
    return (
        Section(title=emergency, blocks=(_points(lists.emergency, theirs),), is_small=True),
        Section(
            title=_("Call the clinic the same day"),
            blocks=(
                _points(lists.same_day, theirs),
                Paragraph(text=no_answer.replace("{out_of_hours}", phone), tone=Tone.STRONG),
            ),
            is_small=True,
        ),
        content.documents["they_after"]
        if of_them
        else " ".join(one.text for one in lists.days_after),
    )


def when_to_call_in_short(background: Background) -> Section:
    """Return both lists, each as one paragraph, where there is little room."""
    emergency, same_day, days_after = when_to_call(background, of_them=False)
    paragraphs: list[Block] = []
    for part in (emergency, same_day):
        listed = [one for one in part.blocks if isinstance(one, Points)]
        others = [one for one in part.blocks if isinstance(one, Paragraph)]
        text = "; ".join(point.text for block in listed for point in block.points)
        paragraphs.append(Paragraph(text=f"{part.title}:", tone=Tone.STRONG))
        paragraphs.append(Paragraph(text=f"{text}.", tone=Tone.QUIET))
        paragraphs += others
    paragraphs.append(Paragraph(text=days_after, tone=Tone.QUIET))
    return Section(title=_("When to call"), blocks=tuple(paragraphs))


def foot(background: Background, *more: str) -> tuple[str, ...]:
    """Return the foot: program, date, edition of the wording, where numbers come from."""
    about = edition(language())
    text = (
        _("{app} {version} · made {day} · general information, version {edition}")
        if about.is_reviewed
        else _(
            "{app} {version} · made {day} · general information, version {edition}, not yet"
            " reviewed by a clinician"
        )
    )
    first = text.format(
        app=NAME,
        version=__version__,
        day=background.spelling.day(background.made),
        edition=about.version,
    )
    help_ = background.help
    lines = background.content.crisis_lines
    numbers = [numbers_in_short(lines, help_.code if help_ is not None else "")]
    if help_ is not None:
        month = background.made.fromisoformat(f"{help_.checked_against_sources_on}-01")
        numbers.append(
            _("numbers looked up {month}").format(month=background.spelling.month(month))
        )
    return (first, " · ".join(numbers), *more)


def _points(sentences: Iterable[Sentence], instead: dict[str, str]) -> Points:
    return Points(points=tuple(Point(text=instead.get(one.id, one.text)) for one in sentences))
