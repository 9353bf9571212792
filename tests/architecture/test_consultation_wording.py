"""The wording of the consultation, line by line: what is asked, and that nothing is claimed."""

import re

import pytest

from app.services.content import Content

CONTENT = Content()
SENTENCES = {
    "on_the_day": ["names"],
    "on_the_day_unnamed": [],
    "by_name": ["about", "names"],
    "mention": ["names"],
    "all_by_name": ["groups"],
    "do_not_stop": [],
}
CLAIM = re.compile(
    r"\b(weaken|stronger|effect|work|danger|safe|avoid|less|more|because|should|must)\w*\b",
    re.IGNORECASE,
)
"""Words of somebody who says what a medicine does, or what is to be done with it."""


def test_the_sentences_have_the_places_that_are_filled() -> None:
    """And there are no others."""
    places = {one.id: re.findall(r"\{(\w+)\}", one.text) for one in CONTENT.ask_list.sentences}

    assert places == SENTENCES


@pytest.mark.parametrize(
    "text",
    [
        *(one.text for one in CONTENT.ask_list.groups),
        *(one.text for one in CONTENT.ask_list.sentences),
        *CONTENT.conditions.values(),
    ],
)
def test_nothing_is_said_of_a_medicine(text: str) -> None:
    """The list asks. It claims nothing."""
    assert not CLAIM.search(text)


def test_the_one_thing_we_do_say_stands_as_it_was_agreed() -> None:
    """Word for word."""
    assert CONTENT.ask_list.sentence("do_not_stop") == (
        "Do not stop a medicine on your own. Not sure? Call now."
    )
