"""What the library answers with."""

from __future__ import annotations

import msgspec

from probatum.acquire.ranking import Part, Passage, Unit, best_passage
from probatum.acquire.ranking.reranking import WORDS
from probatum.model import Record


class Hit(msgspec.Struct, frozen=True):
    """A record found by a search, with its score (higher is better): BM25, and for a search in words its bonuses."""

    record: Record
    score: float
    design: str = ""
    """Study design as the library's filter column has it; empty when it was not described."""
    parts: tuple[Part, ...] = ()
    """What the score is the sum of, where it was scored part by part."""
    asked: tuple[Unit, ...] = ()
    """The words that were looked for."""

    @property
    def words_score(self) -> float:
        """The BM25 score alone, without the bonuses of a search in words."""
        return next((part.score for part in self.parts if part.name == WORDS), self.score)

    @property
    def passage(self) -> Passage | None:
        """Where the record says most of what was asked; None when none of the words stands in it. About 1 ms."""
        return best_passage(self.asked, self.record)

    @property
    def version(self) -> str:
        """Version of the record found."""
        return self.record.version


class AddSummary(msgspec.Struct, frozen=True):
    """What an `add` did so far. All of it is on disk."""

    added: int = 0
    updated: int = 0
    unchanged: int = 0
    deleted: int = 0
    merged: int = 0
    """Works that were found to have one more copy; the copies count as added or updated too."""

    def plus(self, other: AddSummary) -> AddSummary:
        """Both together."""
        return AddSummary(
            added=self.added + other.added,
            updated=self.updated + other.updated,
            unchanged=self.unchanged + other.unchanged,
            deleted=self.deleted + other.deleted,
            merged=self.merged + other.merged,
        )

    @property
    def seen(self) -> int:
        """Records and deletions dealt with."""
        return self.added + self.updated + self.unchanged + self.deleted


class StandSummary(msgspec.Struct, frozen=True):
    """What came of notices that were taken in or back."""

    notices: int
    """Notices that the source holds."""
    new: int
    """Those that the library did not have yet; taken back, all."""
    changed: tuple[str, ...]
    """Ids of the records that stand otherwise now, or for a further reason."""


class LibraryInfo(msgspec.Struct, frozen=True):
    """What a library holds. Counts are of current records; `earlier_versions` counts replaced and removed ones."""

    location: str
    records: int
    earlier_versions: int
    copies: int
    """Copies of records under other identifiers; they are found by those, not by searches."""
    kinds: dict[str, int]
    statuses: dict[str, int]
    designs: dict[str, int]
    years: dict[str, int]
    """Records per year; those without one under the empty string."""
    size_on_disk: int | None
    """Bytes; None on an object store."""
    library_version: str
    """12 hex digits that depend on the records and their versions alone, not on when or in which order they came."""
    summaries: int
    """Starter records in it: Probatum's own summaries."""
    starter_version: str
    """The same kind of fingerprint over the starter records alone; empty when there are none."""
    unindexed: int
    """Records that searches read one by one because the index does not hold them yet."""
    earlier_layout: bool = False
    """True when an earlier version of Probatum indexed it: searches are slower and less exact until the next `add`."""
    encoder: str = ""
    """What made its vectors; empty when it has none."""
    without_vectors: int = 0
    """Records that have none of their present version; `library embed` makes them."""


class Fault(msgspec.Struct, frozen=True):
    """Something `check` found wrong."""

    record: str
    what: str


class CheckReport(msgspec.Struct, frozen=True):
    """What `check` looked at and what it found."""

    records: int
    earlier_versions: int
    copies: int
    faults: tuple[Fault, ...]

    @property
    def sound(self) -> bool:
        """True when nothing is wrong."""
        return not self.faults
