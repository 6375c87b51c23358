"""Record: one source document in one version. Its text is never altered; everything points into it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from enum import StrEnum
from functools import lru_cache

import msgspec


class RecordKind(StrEnum):
    """What sort of document a record is."""

    TRIAL_REPORT = "trial report"
    REVIEW = "review"
    GUIDELINE = "guideline"
    LABEL = "label"
    REGISTRY_ENTRY = "registry entry"
    ARTICLE = "article"
    """A journal article whose sort is not known."""
    BOOK = "book"


class RecordStatus(StrEnum):
    """Standing of a record. Only CURRENT and CORRECTED records are evidence without a warning.

    RETRACTED, RETRACTION_NOTICE and WITHDRAWN records are never evidence.
    """

    CURRENT = "current"
    RETRACTED = "retracted"
    RETRACTION_NOTICE = "retraction notice"
    CORRECTED = "corrected"
    CONCERN = "concern"
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"
    """A label or guideline that its issuer took back without a successor."""


GRAVEST_FIRST = (
    RecordStatus.RETRACTED,
    RecordStatus.RETRACTION_NOTICE,
    RecordStatus.WITHDRAWN,
    RecordStatus.CONCERN,
    RecordStatus.SUPERSEDED,
    RecordStatus.CORRECTED,
    RecordStatus.CURRENT,
)
"""Standings in order of gravity. Of several, the gravest counts: a retracted paper with an erratum is retracted, and an
erratum alone retracts nothing."""

NOT_EVIDENCE = (RecordStatus.RETRACTED, RecordStatus.RETRACTION_NOTICE, RecordStatus.WITHDRAWN)
"""Standings that bar a record from being evidence."""


class SectionKind(StrEnum):
    """What part of a document a section is. REFERENCES is never evidence."""

    TITLE = "title"
    ABSTRACT = "abstract"
    BODY = "body"
    TABLE = "table"
    CAPTION = "caption"
    LABEL = "label"
    """A section of a drug label or guideline; `code` holds the LOINC code where there is one."""
    REFERENCES = "references"
    OTHER = "other"
    """Translated titles and abstracts, plain-language summaries, keywords, acknowledgements, conflicts."""


class SectionRole(StrEnum):
    """Rhetorical role of an abstract or body section (NLM's five categories), or NONE."""

    BACKGROUND = "background"
    OBJECTIVE = "objective"
    METHODS = "methods"
    RESULTS = "results"
    CONCLUSIONS = "conclusions"
    NONE = ""


class LinkKind(StrEnum):
    """How another document stands to this one (PubMed CommentsCorrections and the like)."""

    RETRACTED_BY = "retracted by"
    RETRACTS = "retracts"
    ERRATUM = "erratum"
    """An erratum for this record: the record is corrected, not retracted."""
    ERRATUM_FOR = "erratum for"
    CONCERN = "expression of concern"
    CONCERN_FOR = "expression of concern for"
    SUPERSEDED_BY = "superseded by"
    SUPERSEDES = "supersedes"
    REPUBLISHED = "republished"
    COMMENT = "comment"
    REGISTRATION = "registration"
    PREPRINT = "preprint"
    """The other document is the preprint of this paper."""
    PUBLICATION = "publication"
    """The other document is the paper of this preprint, or a report of the trial that this registry entry registers."""
    OTHER = "other"


class Identifier(msgspec.Struct, frozen=True, order=True):
    """An identifier with its namespace: `pmid:26911633`, `pmcid:PMC7683000`, `doi:10.1002/mus.25031`.

    Namespaces in lower case: pmid, pmcid, doi, nct, isrctn, eudract, isbn, setid (a label), ppr (a preprint in Europe
    PMC), pii, url, probatum.
    The value is normalised by `probatum.text.identifiers` (DOI in lower case, PMCID with its letters).
    """

    namespace: str
    value: str

    def __str__(self) -> str:
        return f"{self.namespace}:{self.value}"


class Link(msgspec.Struct, frozen=True):
    """A link to another document, with its identifier when the source gives one."""

    kind: LinkKind
    identifier: Identifier | None = None
    note: str = ""


class Notice(msgspec.Struct, frozen=True, order=True):
    """What another than the record's own source says of its standing: a list of retractions, a later edition, an
    erratum."""

    status: RecordStatus
    source: str
    """The list by its name, or the record in the library (`pmid:12345678`) that says so."""
    identifier: str = ""
    """The published notice itself, with its namespace, where the source names it."""
    date: str = ""
    """ISO date of the notice, as precise as the source tells it."""
    read: str = ""
    """ISO date on which the source was read."""
    reason: str = ""
    """In the source's words."""

    def __str__(self) -> str:
        """`Retraction Watch: doi:10.1000/x of 2020-05-01, for: Error in Data`."""
        itself = self.identifier if self.identifier != self.source else ""
        dated = f"of {self.date}" if self.date else ""
        named = " ".join(part for part in (itself, dated) if part)
        told = f"{self.source}: {named}" if named else self.source
        return f"{told}, for: {self.reason}" if self.reason else told


class Cell(msgspec.Struct, frozen=True):
    """One table cell: its row and column (from 0), and where its text stands in the section's text."""

    row: int
    column: int
    start: int
    end: int
    header: bool = False
    row_span: int = 1
    column_span: int = 1


class Page(msgspec.Struct, frozen=True):
    """Where a page of a paged source (PDF) begins in a section's text; `label` is the number printed or counted."""

    label: str
    start: int


class SourceSection(msgspec.Struct, frozen=True):
    """A named stretch of a record's text.

    `id` is unique in the record: `title`, `abstract`, `abstract.2`, `body.3`, `table.1`, `references`.
    A table's `text` is its cells joined by tab and newline; `cells` say where each stands.
    """

    id: str
    kind: SectionKind
    text: str
    heading: str = ""
    role: SectionRole = SectionRole.NONE
    code: str = ""
    language: str = "en"
    cells: tuple[Cell, ...] = ()
    pages: tuple[Page, ...] = ()
    """Pages of the source by where they begin in `text`, in order; empty when the source has none."""

    def page_at(self, offset: int) -> str:
        """Label of the page on which the character at `offset` stands; empty when the source has no pages."""
        return next((page.label for page in reversed(self.pages) if page.start <= offset), "")


_ADDED_LATER = (b',"pages":[]', b',"grading":""', b',"edition":""', b',"notices":[]', b',"stated":null')
"""Fields that came after records were first stored. Unset they do not count, so that stored versions stay true. JSON
escapes quotation marks within a text, so these bytes occur nowhere else."""


class Record(msgspec.Struct, frozen=True):
    """One source document in one version. Build it with `Record.build`, which computes the version."""

    id: str
    """The primary identifier as text, e.g. `pmid:26911633`."""
    version: str
    """First 12 hex digits of the SHA-256 of everything the source says (not of when it was fetched)."""
    identifiers: tuple[Identifier, ...]
    kind: RecordKind
    title: str
    sections: tuple[SourceSection, ...]
    authors: tuple[str, ...] = ()
    """Vancouver form: `Weiss MD`; a group by its name."""
    journal: str = ""
    """ISO abbreviation when known, else the full title; for labels and guidelines the issuer."""
    year: int | None = None
    date: str = ""
    """ISO 8601, as precise as the source: `2016`, `2016-04`, `2016-04-26`."""
    volume: str = ""
    issue: str = ""
    pages: str = ""
    language: str = "en"
    publication_types: tuple[str, ...] = ()
    mesh: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    status: RecordStatus = RecordStatus.CURRENT
    links: tuple[Link, ...] = ()
    issuer: str = ""
    """Who issued a guideline or label."""
    country: str = ""
    """ISO 3166 code of the issuer (`US`, `GB`, `EU`), where the record is a guideline or label."""
    licence: str = ""
    summary: bool = False
    """True when the text is Probatum's own summary and not the source's words."""
    format: str = ""
    """Name of the format it was read from."""
    origin: str = ""
    """File or service it came from. Not part of the version."""
    retrieved: str = ""
    """ISO date it was read. Not part of the version."""
    grading: str = ""
    """Scheme in which a guideline grades its recommendations (`GRADE`, `SIGN`), where it says so."""
    edition: str = ""
    """Edition of a guideline, label or book, as it is said: `2nd`, `2024 update`."""
    notices: tuple[Notice, ...] = ()
    """What others say of its standing, the gravest first. Laid over the record by the library; not part of the
    version."""
    stated: RecordStatus | None = None
    """The standing its own source states, where notices have laid another over it. Not part of the version."""

    @classmethod
    def build(cls, **fields: object) -> Record:
        """Make a record and compute its version from its content.

        Raises TypeError for a missing or unknown field, ValueError for two sections of one id.
        """
        draft = cls(**{**fields, "version": ""})  # type: ignore[arg-type]
        ids = [section.id for section in draft.sections]
        if len(ids) != len(set(ids)):
            raise ValueError(f"{draft.id}: two sections share one id: {sorted(ids)}")
        bare = msgspec.structs.replace(draft.own, origin="", retrieved="")
        encoded = msgspec.json.encode(bare)
        for unset in _ADDED_LATER:
            encoded = encoded.replace(unset, b"")
        digest = hashlib.sha256(encoded).hexdigest()[:12]
        return msgspec.structs.replace(draft, version=digest)

    def section(self, section_id: str) -> SourceSection:
        """The section of that id. Raises KeyError naming the sections there are."""
        for section in self.sections:
            if section.id == section_id:
                return section
        known = ", ".join(section.id for section in self.sections)
        raise KeyError(f"{self.id} has no section {section_id!r}; it has: {known}")

    def identifier(self, namespace: str) -> str | None:
        """The value of the first identifier in that namespace, or None."""
        return next((i.value for i in self.identifiers if i.namespace == namespace), None)

    def __hash__(self) -> int:
        """By id and version alone: a record is looked up far more often than two of one version differ."""
        return hash((self.id, self.version))

    @property
    def own(self) -> Record:
        """The record as its source gives it, without what others say of its standing."""
        if not self.notices and self.stated is None:
            return self
        return msgspec.structs.replace(self, status=self.stated or self.status, notices=(), stated=None)

    def under(self, notices: Iterable[Notice]) -> Record:
        """The record with these notices laid over it: its standing is the gravest of its own and theirs."""
        own, laid = self.own, sorted(set(notices), key=lambda n: (GRAVEST_FIRST.index(n.status), n))
        if not laid:
            return own
        gravest = min((own.status, laid[0].status), key=GRAVEST_FIRST.index)
        stated = None if gravest is own.status else own.status
        return msgspec.structs.replace(own, status=gravest, notices=tuple(laid), stated=stated)

    @property
    def evidence_sections(self) -> tuple[SourceSection, ...]:
        """The sections a statement may rest on: all but references, keywords and the like."""
        barred = (SectionKind.REFERENCES, SectionKind.OTHER)
        return tuple(s for s in self.sections if s.kind not in barred)


@lru_cache(maxsize=1)
def record_decoder() -> msgspec.json.Decoder[Record]:
    """A shared decoder for stored records."""
    return msgspec.json.Decoder(Record)
