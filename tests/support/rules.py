"""The general rules as they ship."""

from typing import Final

from app.domain.rules import Rules
from app.services.content import Content

GENERAL: Final[Rules] = Content().rules
