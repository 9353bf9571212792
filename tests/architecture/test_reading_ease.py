"""Patients read easily what we write: Flesch-Kincaid grade 7 at most, about the age of twelve.

A text is judged as it is read: the sentences of a content file, or of the screens in one folder,
joined in their order; a list of names is read as short sentences. The formula was made for pages
and says nothing of three words alone. So single sentences are judged from eight words on, and up
to grade 9: a harder sentence among easy ones is still understood, a hard page is not.

Left out are citations and the two questionnaires (``QUOTED``), whose words are not ours to change,
the names by which medicines are found, and lines that are no sentences (``NO_SENTENCES``).
"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import textstat
from babel.messages.extract import extract_from_dir

from app.storage.readme import README
from app.storage.yaml_door import load
from tests.support.catalogs import KEYWORDS
from tests.support.source import APP, ROOT

HIGHEST = 7.0
HIGHEST_OF_ONE = 9.0
LONG_ENOUGH = 8
"""From so many words on a sentence is judged by itself."""

SHOWN = 10
"""How many of the hardest sentences a failure tells."""

CONTENT = sorted((ROOT / "resources" / "content" / "en").glob("*.yaml"))
WORDS = ("title", "text", "why")

QUOTED = {"phq_and_gad"}
"""Sources that are quoted word for word: another word would make another questionnaire of it.

Which words those are is held by ``test_questionnaire_wording``; the ones around them are ours.
"""

UNCOUNTED = {"anxiety", "appetite", "confusion", "dizziness", "drowsiness", "nausea", "vomiting"}
"""What a patient is to recognise has no shorter name. These count as words of one syllable."""

NO_SENTENCES = {
    "Atkinson Hyperlegible Next, under the SIL Open Font License 1.1.",
    "{app} {version} · made {day} · general information, version {edition}",
    (
        "{app} {version} · made {day} · general information, version {edition}, not yet reviewed "
        "by a clinician"
    ),
}
"""The name of a licence, and the foot of a printed page: names, numbers and dates in a row."""

FILLED = {"duration": "24 hours", "time": "half past one", "day": "Monday"}
"""What stands in a placeholder when the text is read; everything else is a name."""


@cache
def messages() -> tuple[tuple[str, str], ...]:
    """Return every text to translate, beside the file that it is in, in the order of the source."""
    found = extract_from_dir(APP, keywords=KEYWORDS)
    return tuple(
        (file, text)
        for file, _line, message, _comments, _context in found
        for text in (message if isinstance(message, tuple) else (message,))
    )


def screens() -> dict[str, list[str]]:
    """Return the texts of each folder under ``ui``, and of each other part of the program."""
    texts: dict[str, list[str]] = {}
    for file, text in messages():
        folder = "/".join(Path(file).parts[: 2 if file.startswith("ui/") else 1])
        known = texts.setdefault(folder, [])
        if text not in known and text not in NO_SENTENCES:
            known.append(text)
    return texts


def written(path: Path) -> list[str]:
    """Return the texts of a content file, in their order."""
    return list(_texts(load(path.read_bytes())))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        if value.get("source") not in QUOTED:
            yield from (value[key] for key in WORDS if key in value)
        for one in value.values():
            yield from _texts(one)
    elif isinstance(value, list):
        for one in value:
            yield from _texts(one)


def read(text: str) -> str:
    """Return *text* as it is read: filled in, without signs, ending as a sentence does."""
    filled = re.sub(r"\{(\w+)\}", lambda match: FILLED.get(match[1], "name"), text)
    plain = re.sub(r"[^\w\s.,;:?!'’-]", " ", filled).replace("’", "'")
    easy = re.sub(
        r"[\w'-]+", lambda word: "name" if word[0].lower() in UNCOUNTED else word[0], plain
    )
    return easy if re.search(r"[.?!:]\s*$", easy) else f"{easy.rstrip()}."


def sentences(text: str) -> list[str]:
    """Return the sentences of *text* that are long enough to be judged."""
    found = re.split(r"(?<=[.?!])\s+", text)
    return [one for one in found if len(one.split()) >= LONG_ENOUGH]


def grade(text: str) -> float:
    """Return the Flesch-Kincaid grade of *text*."""
    return float(textstat.flesch_kincaid_grade(read(text)))


def objections(texts: list[str]) -> list[str]:
    """Return what makes *texts* too hard: their grade together, then sentences, the worst first."""
    whole = grade(" ".join(map(read, texts)))
    graded = sorted(((grade(one), one) for text in texts for one in sentences(text)), reverse=True)
    is_easy = whole <= HIGHEST
    shown = [(g, one) for g, one in graded if g > HIGHEST_OF_ONE or not is_easy][:SHOWN]
    together = [] if is_easy else [f"{whole:.1f}  all together"]
    return [*together, *(f"{g:.1f}  {one}" for g, one in shown)]


@pytest.mark.parametrize("path", CONTENT, ids=lambda path: path.name)
def test_what_the_content_says_is_easy_to_read(path: Path) -> None:
    """The file as a whole, and each of its sentences."""
    assert objections(written(path)) == []


def test_what_the_screens_say_is_easy_to_read() -> None:
    """The words of each folder together, and each sentence."""
    found = {folder: objections(texts) for folder, texts in screens().items()}

    assert {folder: worst for folder, worst in found.items() if worst} == {}


def test_what_lies_beside_the_files_is_easy_to_read() -> None:
    """The README of the data folder, for whoever opens it there."""
    assert objections(README.split("\n\n")) == []


@pytest.mark.parametrize(
    ("text", "is_hard"),
    [
        ("Nothing solid and no milk for {duration} before you arrive.", False),
        ("Which did you have: nausea, vomiting, dizziness, anxiety, confusion?", False),
        (
            "Individuals experiencing gastrointestinal difficulties must notify their provider.",
            True,
        ),
    ],
)
def test_the_measure_tells_easy_from_hard(text: str, is_hard: bool) -> None:
    """A measure that finds nothing is tried on what it must find."""
    assert bool(objections([text])) is is_hard


def test_what_is_left_out_is_still_there() -> None:
    """A line that has gone from the screens goes from the list too."""
    assert {text for _file, text in messages()} >= NO_SENTENCES


def test_only_what_is_quoted_is_left_out_of_the_questionnaires() -> None:
    """The words around them are judged like any others."""
    texts = written(next(path for path in CONTENT if path.name == "questionnaires.yaml"))

    assert "Thank you for being honest." in texts
    assert "Not at all" not in texts
