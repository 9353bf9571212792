"""What any entry is called and says, in a row."""

from app.domain.calm_session import CalmSession
from app.domain.check_in import CheckIn
from app.domain.journal import Entry, entry_time
from app.services.content import Content
from app.services.names import check_in_name
from app.ui.dates import time_name
from app.ui.journal.summaries import check_in_summary, said, session_summary, session_title
from app.ui.widgets.entry_row import EntryWords


class EntryTeller:
    """Tells entries with the names that *content* has for effects."""

    def __init__(self, content: Content) -> None:
        self._content = content

    def tell(self, entry: Entry) -> EntryWords:
        """Return title, summary and time of *entry*."""
        time = time_name(entry_time(entry))
        match entry:
            case CheckIn():
                summary = check_in_summary(entry, self._content.effect_name)
                return EntryWords(check_in_name(entry.time_point), summary, time)
            case CalmSession():
                return EntryWords(session_title(entry), session_summary(entry), time)
        return EntryWords(*said(entry), time)
