"""Filling in a pack: opening one, checking what is filled in, showing it, and writing it."""

from collections.abc import Mapping
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path
from typing import Final

from msgspec import Struct, field
from msgspec.structs import replace

from app.domain.clinic import ALWAYS_LISTED, Pack
from app.domain.clock import Clock
from app.domain.rules import RuleId
from app.i18n import _
from app.services.clinic_check import Checked, Found, check_data
from app.services.clinic_document import document_of, draft_of, key_of
from app.services.clinic_draft import Draft
from app.services.clinic_raw import shortened
from app.services.clinic_rows import with_ids
from app.services.content import Content
from app.services.documents.files import whole_path
from app.services.problems import reading_failed
from app.services.refusals import Doing, NotDoneError, not_done
from app.services.rule_words import rule_words
from app.storage.clinic_files import CLINIC, MOST_BYTES, read_limited, read_logo
from app.storage.errors import StorageError
from app.storage.kept_packs import new_key
from app.storage.kit_files import put
from app.storage.pack_logos import Known, Logo, logo_named, place_of_logo, put_logo
from app.storage.problems import parse
from app.storage.yaml_door import dump
from app.storage.yaml_values import Document

ENDING: Final = ".yaml"
YEAR: Final = timedelta(days=365)
"""How long a new pack is meant to be in use."""


class Opened(Struct, frozen=True, kw_only=True):
    """A pack that was opened, with the logo beside it if that can be shown.

    ``known`` are the logos that it had where it was opened and saved: they may be replaced. ``key``
    is its own, whatever becomes of what is filled in.
    """

    draft: Draft
    logo: Logo | None = None
    known: Known = {}
    key: str = field(default_factory=new_key)

    def with_logo(self, logo: Logo | None) -> "Opened":
        """Return the pack with *logo*, or without one."""
        name = None if logo is None else logo[0].value
        return replace(self, draft=self.draft.naming_logo(name), logo=logo)

    def with_logo_of(self, other: "Opened") -> "Opened":
        """Return the pack with the logo of *other*, and with the name that is given for it."""
        draft = self.draft.naming_logo(other.draft.document.get("logo"))
        return replace(self, draft=draft, logo=other.logo)

    def knowing(self, known: Known) -> "Opened":
        """Return the pack after its logo was put where *known* says."""
        return replace(self, known={**self.known, **known})


class Saved(Struct, frozen=True, kw_only=True):
    """Where a pack was written, and its logo. ``other_logo`` was there already, and was left."""

    path: Path
    other_logo: str = ""
    known: Known = {}


class Judged(Struct, frozen=True, kw_only=True):
    """What is to be said of a draft: ``wrong`` by the keys of the form, ``elsewhere`` of the rest.

    ``pack`` is there where nothing is wrong.
    """

    wrong: Mapping[str, str]
    elsewhere: tuple[str, ...]
    pack: Pack | None


class ClinicForm:
    """Knows what is built in, and what day it is."""

    def __init__(self, content: Content, clock: Clock) -> None:
        self._content = content
        self._clock = clock

    @property
    def items(self) -> dict[str, str]:
        """The titles of the built-in items that a clinic can hide, by their ids."""
        listed = self._content.general_checklist
        return {item.id: item.title for item in listed if item.id not in ALWAYS_LISTED}

    def why_of(self, item: str) -> str:
        """Return why the built-in *item* is on the list; nothing of one that nobody knows."""
        return next((one.why for one in self._content.general_checklist if one.id == item), "")

    def general(self, rule: RuleId) -> str:
        """Return the words of *rule* where no clinic sets it, its number among them."""
        return rule_words(self._content.general_rules.of(rule))[0]

    def waits(self, rule: RuleId) -> bool:
        """Return whether *rule* holds until the next morning where no clinic says so."""
        return self._content.general_rules.of(rule).next_day

    def empty(self) -> Draft:
        """Return a draft in which nothing is said but its version, and until when it holds."""
        return Draft(texts={"version": "1", "expires": self.usual_end.isoformat()})

    @property
    def usual_end(self) -> date:
        """The day until which a pack of today is meant to be in use."""
        return (self._clock.now() + YEAR).date()

    def open(self, path: Path) -> Opened:
        """Return the pack at *path*, with whatever is wrong in it. Raises NotDoneError."""
        try:
            document = parse(read_limited(path, MOST_BYTES), CLINIC)
        except StorageError as error:
            why = reading_failed(error.code, error.line)
            text = _("This pack cannot be opened. {why}")
            raise NotDoneError(text.format(why=why), error.code) from error
        opened = Opened(draft=draft_of(document))
        name = logo_named(document)
        if name is not None:
            with suppress(StorageError):
                data = read_logo(path, name)
                opened = replace(opened, logo=(name, data)).knowing(
                    {place_of_logo(path, name): data}
                )
        return opened

    def judge(self, opened: Opened) -> Judged:
        """Return what is wrong with *opened*, and the pack that it makes if nothing is."""
        document = self._document(opened.draft)
        try:
            checked = self._check(document)
        except StorageError:  # it is more than any file of the program holds
            return Judged(wrong={}, elsewhere=(_("It is too long."),), pack=None)
        wrong = self._wrong_with_logo(document, opened.logo)
        elsewhere = []
        for one in checked.found:
            key = key_of(one.field, document, opened.draft)
            if key:
                what = one.what.replace(_("Put it in quotes."), _("Type it anew."))
                wrong.setdefault(key, what)
            else:
                elsewhere.append(_without_line(one))
        pack = None if wrong or elsewhere else checked.pack
        return Judged(wrong=wrong, elsewhere=tuple(elsewhere), pack=pack)

    def named(self, opened: Opened) -> Opened:
        """Return the pack with an id for each new item, which stays with it from now on."""
        return replace(opened, draft=self._named(opened.draft))

    def save(self, opened: Opened, path: Path) -> Saved:
        """Write the pack to *path*, and the logo it came with beside it. Raises NotDoneError.

        Its ending is added if that was left out. A logo that this pack is not known to have had
        there stays as it is. May be called on any thread.
        """
        whole = whole_path(path, ENDING)
        logo = opened.logo
        try:
            other = "" if logo is None else put_logo(whole, logo, opened.known)
            put(whole, self.written(opened.draft))
        except StorageError as error:
            raise not_done(Doing.DOCUMENT, error) from error
        known = {} if logo is None or other else {place_of_logo(whole, logo[0]): logo[1]}
        return Saved(path=whole, other_logo=other, known=known)

    def written(self, draft: Draft) -> bytes:
        """Return the file that *draft* makes, of today."""
        return dump({"schema": 1, **self._document(draft)}, CLINIC.comment)

    def _document(self, draft: Draft) -> Document:
        return document_of(self._named(draft), self._clock.now().date())

    def _named(self, draft: Draft) -> Draft:
        return with_ids(draft, [item.id for item in self._content.general_checklist])

    def _wrong_with_logo(self, document: Document, logo: Logo | None) -> dict[str, str]:
        """Return what is wrong where *document* names a logo that nobody holds."""
        name = logo_named(document)
        if name is None or (logo is not None and logo[0] is name):
            return {}
        text = _(
            "The logo {name} is not there, or cannot be shown. Choose a picture, or go on without"
            " a logo."
        )
        return {"logo": text.format(name=name.value)}

    def _check(self, document: Document) -> Checked:
        """Check *document*, cut where it is too long already: somebody is typing."""
        items = [item.id for item in self._content.general_checklist]
        least = {key: shortened(value) for key, value in document.items()}
        return check_data(dump(least, CLINIC.comment), items, self._clock.now().date())


def _without_line(found: Found) -> str:
    """Return what was *found*; lines of a file that is not written yet would lead nowhere."""
    if not found.field:
        return found.what
    return _("{field}: {what}").format(field=found.field, what=found.what)
