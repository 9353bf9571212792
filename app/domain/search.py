"""Words made comparable: "Uber" and "über" are found by the same letters."""

from unicodedata import combining, normalize


def folded(text: str) -> str:
    """Return *text* without case, accents and ligatures, each gap one space.

    Folding folded text changes nothing.
    """
    words = " ".join(text.split())
    if words.isascii():
        return words.lower()
    letters = normalize("NFKD", normalize("NFKD", words).casefold())
    return " ".join("".join([one for one in letters if not combining(one)]).split())
