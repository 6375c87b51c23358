"""A record as matching sees it: what is compared, folded once."""

from __future__ import annotations

import re
from functools import cached_property
from typing import Final

import msgspec

from probatum.acquire.matching.words import Name, Pages, letters, name, numbers, pages, title_words, volume, words
from probatum.model import Record, RecordKind, SectionKind
from probatum.text.expressions import expression

EXACT: Final = ("pmid", "pmcid", "setid", "nct")
"""Namespaces in which one document has one number: two numbers are two documents."""

COUNTED: Final = ("embase", "wos", "scopus", "central", "psycinfo", "cinahl", "lilacs")
"""Numbers of databases that hold some documents twice: one number is one document, two may be one too."""

MOST_AUTHORS: Final = 60
"""Names compared of a list."""

MOST_ABSTRACT: Final = 1_500
"""Characters of an abstract compared."""

_NOTICE: Final = expression(
    r"\s*+\W?(?:(?:publisher'?s?|author'?s?|editor'?s?)\W+)?"
    r"(?P<sort>erratum|errata|corrigend(?:um|a)|correction|corrected|retraction|retracted|withdrawn|addendum|"
    r"expression of concern|comments?|reply|response|author(?:s'?|'?s)? (?:reply|response)|letter|re|in reply)\b"
    r"\s*(?:to|of|on|for|by|from|note|notice|article|letter|in|:|\.|\]|\)|-|\Z)",
    re.IGNORECASE,
)
_NOTICE_TYPES: Final = {
    "published erratum": "erratum",
    "erratum": "erratum",
    "corrigendum": "erratum",
    "correction": "erratum",
    "retraction of publication": "retraction",
    "retraction notice": "retraction",
    "expression of concern": "expression of concern",
    "comment": "comment",
}
_SAME_NOTICE: Final = {
    **dict.fromkeys(("errata", "corrigendum", "corrigenda", "correction", "addendum"), "erratum"),
    **dict.fromkeys(("comments", "reply", "response", "re", "in reply", "letter"), "comment"),
}
_MEETING: Final = expression(
    r"\b(?:(?:conference|meeting|congress) (?:abstract|poster)|poster|abstract report)\b", re.I
)
_FULL: Final = expression(r"\b(?:article|review|trial|case reports?|conference paper)\b", re.IGNORECASE)
_PREPRINT_SERVERS: Final = ("10.1101/", "10.21203/rs.", "10.2139/ssrn.", "10.20944/preprints", "10.31219/osf.io")
_REVISED: Final = expression(r"(10\.1002/14651858\.[a-z]{2}\d{6})(?:\.pub(\d+))?\Z")


class Reference(msgspec.Struct, frozen=True, dict=True):
    """What is compared of a record. `exact` and `doi` may hold several identifiers of a namespace."""

    id: str
    title: tuple[str, ...]
    authors: tuple[Name, ...]
    journal: str
    year: int | None
    volume: str
    issue: str
    pages: Pages
    dois: frozenset[str]
    exact: dict[str, frozenset[str]]
    kind: RecordKind
    notice: str
    """`erratum`, `retraction`, `comment`: a notice about another document; empty for the document itself."""
    meeting: bool | None
    """True for a meeting abstract, False for a full paper, None when the source does not say."""
    preprint: bool
    translated: bool
    """The title is a translation, or the text is not English."""
    abstract: str

    @cached_property
    def letters(self) -> str:
        """The title run together, in one spelling."""
        return letters(self.title)

    @cached_property
    def numbers(self) -> tuple[str, ...]:
        """Numbers in the title."""
        return numbers(self.title)

    @cached_property
    def editions(self) -> dict[str, int]:
        """Reviews by the stem of their DOI, with the number of the edition."""
        found = (_REVISED.match(doi) for doi in sorted(self.dois))
        return {match[1]: int(match[2] or 1) for match in found if match}


def reference(record: Record) -> Reference:
    """What is compared of a record."""
    types = [kind.lower() for kind in record.publication_types]
    exact = {n: frozenset(i.value for i in record.identifiers if i.namespace == n) for n in (*EXACT, *COUNTED)}
    if record.kind is not RecordKind.REGISTRY_ENTRY:
        exact["nct"] = frozenset()  # a trial number names a trial, and many reports share it
    dois = frozenset(i.value for i in record.identifiers if i.namespace == "doi")
    authors = (name(author) for author in record.authors[:MOST_AUTHORS])
    return Reference(
        id=record.id,
        title=tuple(title_words(record.title)),
        authors=tuple(author for author in authors if author is not None),
        journal=record.journal,
        year=record.year,
        volume=volume(record.volume),
        issue=volume(record.issue),
        pages=pages(record.pages),
        dois=dois,
        exact={n: values for n, values in exact.items() if values},
        kind=record.kind,
        notice=_notice(record.title, types),
        meeting=_meeting(record.title, types),
        preprint=any("preprint" in kind for kind in types) or any(doi.startswith(_PREPRINT_SERVERS) for doi in dois),
        translated=record.language != "en" or record.title.lstrip().startswith("["),
        abstract=" ".join(words(_abstract(record)[:MOST_ABSTRACT])),
    )


def _abstract(record: Record) -> str:
    return " ".join(section.text for section in record.sections if section.kind is SectionKind.ABSTRACT)


def _notice(title: str, types: list[str]) -> str:
    found = next((_NOTICE_TYPES[kind] for kind in types if kind in _NOTICE_TYPES), "")
    if found:
        return found
    begins = _NOTICE.match(title)
    if begins is None:
        return ""
    sort = begins["sort"].lower()
    if sort in ("retracted", "withdrawn", "corrected"):
        return ""  # marks put before the title of the document itself
    return _SAME_NOTICE.get(sort, "comment" if sort.startswith("author") else sort)


def _meeting(title: str, types: list[str]) -> bool | None:
    told = "; ".join(types)
    if _MEETING.search(told) or re.search(r"[\[(](?:conference |meeting )?abstract[\])]\W*\Z", title, re.IGNORECASE):
        return True
    return False if _FULL.search(told) else None
