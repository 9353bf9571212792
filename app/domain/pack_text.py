"""Words from outside, as clinics write them: short, plain, and nothing but words."""

from typing import Annotated, Final

from msgspec import Meta

_SIGNS: Final = (
    "\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u200b\\u200e\\u200f\\u2028-\\u202e\\u2060-\\u2069\\ufeff"
    "\\ufffe\\uffff"
)
"""Signs that nobody sees, and that can make a text look like another, or that no file keeps."""

_NO_LINK: Final = r"(?![\s\S]*(?:://|[wW]{3}\.|[mM][aA][iI][lL][tT][oO]:|<[A-Za-z!/?]|\]\())"

_END: Final = r"$(?!\n)"
"""The end, and not just before a last line break."""

_SOMETHING: Final = r"(?=[\s\S]*\S)"

PLAIN_LINE: Final = rf"^{_NO_LINK}[^\n{_SIGNS}]*{_END}"
PLAIN_TEXT: Final = f"^{_NO_LINK}[^{_SIGNS}]*$"
SAID_LINE: Final = f"^{_SOMETHING}{PLAIN_LINE[1:]}"
SAID_TEXT: Final = f"^{_SOMETHING}{PLAIN_TEXT[1:]}"

PackLine = Annotated[str, Meta(max_length=120, pattern=PLAIN_LINE)]
"""One line of at most 120 characters, without links and markup."""

NeededLine = Annotated[str, Meta(max_length=120, pattern=SAID_LINE)]
"""The same where something has to be said."""

PackText = Annotated[str, Meta(max_length=600, pattern=PLAIN_TEXT)]
"""A few sentences: at most 600 characters, without links and markup."""

NeededText = Annotated[str, Meta(max_length=600, pattern=SAID_TEXT)]
"""The same where something has to be said."""

PackId = Annotated[str, Meta(pattern="^[a-z][a-z0-9_]{0,39}$(?!\\n)")]
"""A short name for machines: small letters, digits and underscores."""

_DIALED: Final = "[0-9+()/., A-Za-z-]*$(?!\\n)"

PhoneNumber = Annotated[str, Meta(max_length=40, pattern=f"^{_DIALED}")]
"""A phone number as it is dialed, with an extension if there is one; empty if there is none."""

NeededNumber = Annotated[str, Meta(max_length=40, pattern=f"^(?=.*[0-9]){_DIALED}")]
"""The same where there has to be one."""
