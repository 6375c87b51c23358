"""The library: records, their versions, and a search over them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from probatum.acquire.library import adding, checking, embedding, nearby, searching
from probatum.acquire.library.batching import DeletionLike
from probatum.acquire.library.copies import COPIES, Copy, copy_of, decision
from probatum.acquire.library.describing import described, most_first
from probatum.acquire.library.location import is_uri, resolve
from probatum.acquire.library.lock import writing
from probatum.acquire.library.making import Describe
from probatum.acquire.library.meaning import Meaning
from probatum.acquire.library.query import TEXT, Clause, Filters, Query, asked_by, plain, where
from probatum.acquire.library.relations import Relation, related
from probatum.acquire.library.results import AddSummary, CheckReport, Hit, LibraryInfo, StandSummary
from probatum.acquire.library.rows import has_name, unpack
from probatum.acquire.library.standing import Told, is_record, laid, read
from probatum.acquire.library.store import EVERYTHING, Store
from probatum.errors import ProbatumError
from probatum.model import Record

if TYPE_CHECKING:
    from probatum.acquire.vectors import Encoder

TERM_LOOKED_INTO: Final = 10
"""Records looked into to see whether the library has a word."""

LOOKED_AT: Final = 60
"""Records whose text `count` looks into."""


class Library:
    """Records on disk (or an object store) with a full-text index. Open it with `Library.open`.

    Safe for many readers in many processes while one writes. A reader sees what another process wrote after a second.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._fingerprint: tuple[int, str] | None = None
        self._meaning = Meaning(store.vectors)
        self.readings = store.readings

    @classmethod
    def open(cls, location: str | Path | None = None, *, create: bool = False) -> Library:
        """Open the library at a folder or an object store's URI; see `location.resolve` for the order of places.

        With `create` an empty one is made where there is none. Raises ProbatumError P301 when the place is a file,
        P302 when there is no library, P304 when it cannot be written, P306 when what is there cannot be read.
        """
        place = resolve(location)
        if not is_uri(place) and not Path(place, "records.lance").is_dir():
            if not create:
                raise ProbatumError("P302", location=place)
            _make_folder(place)
            with writing(place):
                return cls(Store.create(place))
        try:
            return cls(Store.open(place))
        except ProbatumError as error:
            if not (create and error.code == "P302"):
                raise
            return cls(Store.create(place))

    @staticmethod
    def exists(location: str | Path | None = None) -> bool:
        """True when there is a library. On an object store this asks the store."""
        try:
            Library.open(location)
        except ProbatumError as error:
            if error.code == "P302":
                return False
            raise
        return True

    @property
    def location(self) -> str:
        """Where it is: an absolute path or a URI."""
        return self._store.location

    # reading

    def __len__(self) -> int:
        return self._store.count()

    def __iter__(self) -> Iterator[Record]:
        return self.records()

    def records(self, condition: str = "") -> Iterator[Record]:
        """All current records that meet an SQL condition (see `query.Filters.sql`), in no particular order."""
        for batch in self._store.batches(("status", "record"), condition=condition):
            yield from read(self._store, batch.to_pylist())

    def matching(self, query: Query, filters: Filters, limit: int) -> list[Hit]:
        """As `search`, by BM25 alone."""
        if query.empty or limit < 1:
            return []
        return searching.matching(self._store, query, filters, limit)

    def get(self, identifier: str, version: str | None = None) -> Record | None:
        """The record with that identifier, in the current version or in the one named; None when there is none.

        `pmid:26911633`, `doi:10.1002/mus.25031`, `nct:NCT01811355`; bare forms and links as `text.identifiers.parse`
        reads them. Where several records share the identifier, the one whose primary identifier it is comes first,
        then by id. The identifier of a copy leads to the record of its work that leads; the copy itself is found by its
        version.
        """
        wanted = _identifier(identifier)
        ids = self._store.named([wanted])
        found = read(self._store, self._store.with_ids(ids, ("status", "record")))
        current = [record for record in found if has_name(record, wanted)]
        current.sort(key=lambda r: (r.id != wanted, r.summary, r.id))
        if version is None:
            return current[0] if current else self._leader(ids, wanted)
        for record in (*current, *(copy.record for copy in self._copies("id", ids))):
            if record.version == version and has_name(record, wanted):
                return record
        for stored in self._store.earlier(ids, ("id", "version", "record")):
            if stored["version"] == version and has_name(record := unpack(stored["record"]), wanted):
                return laid(self._store, [record])[0]
        return None

    def _leader(self, ids: Sequence[str], wanted: str) -> Record | None:
        """The leading record of the work of which a copy has that identifier."""
        copies = sorted(self._copies("id", ids), key=lambda copy: (copy.record.id != wanted, copy.record.id))
        leaders = [copy.leader for copy in copies if has_name(copy.record, wanted)][:1]
        return next(iter(read(self._store, self._store.with_ids(leaders, ("status", "record")))), None)

    def _copies(self, column: str, values: Iterable[str]) -> list[Copy]:
        rows = self._store.copies.having(column, values, COPIES.names)
        return sorted(map(copy_of, rows), key=lambda copy: copy.record.id)

    def copies(self, identifier: str | None = None) -> list[Copy]:
        """The copies of a work beside the record that leads, by id; of all works when none is named."""
        if identifier is None:
            return sorted(map(copy_of, self._store.copies.select("", COPIES.names)), key=_by_leader)
        record = self.get(identifier)
        return self._copies("leader", [record.id]) if record else []

    def related(self, identifier: str) -> list[Relation]:
        """Documents that belong to a record though it does not link them (its preprint, its notices, its registry
        entry), as matching finds them."""
        record = self.get(identifier)
        return related(self._store, record) if record else []

    def versions(self, identifier: str) -> tuple[str, ...]:
        """Versions of a record: the current one first, then earlier ones as they were stored."""
        record = self.get(identifier)
        record_id = record.id if record else _identifier(identifier)
        earlier = [stored["version"] for stored in self._store.earlier([record_id], ("version",))]
        return tuple(dict.fromkeys(([record.version] if record else []) + earlier[::-1]))

    def search(
        self,
        query: Query | str,
        *,
        limit: int = 10,
        year: tuple[int | None, int | None] | None = None,
        kind: str | Iterable[str] | None = None,
        design: str | Iterable[str] | None = None,
        status: str | Iterable[str] | None = None,
        as_of: str = "",
    ) -> list[Hit]:
        """The best `limit` records, best first, ties by id. Filters apply before ranking; see `query.Filters`.

        A string looks for any of its words. An empty query finds nothing. The index ranks by BM25; of a search without
        groups the best records are scored again, part by part (see `searching`).
        """
        wanted = Query.of(query) if isinstance(query, str) else query
        filters = where(year=year, kind=kind, design=design, status=status, as_of=as_of)
        asked = asked_by(wanted)
        if not asked or limit < 1:
            return self.matching(wanted, filters, limit)
        return searching.search(self._store, wanted, asked, filters, limit, self._meaning)

    def has_term(self, word: str) -> bool:
        """True when the text of a record has this very word. About 2 ms.

        The index also finds other words of the same stem, so the records it finds are looked into: `ranolazin` is
        not known because a record speaks of ranolazine.
        """
        wanted = re.compile(rf"\b{re.escape(word)}\b", re.IGNORECASE)
        query = Query(wanted=(Clause(word, every=True),))
        rows = self._store.search(query, TERM_LOOKED_INTO, (TEXT,)) if word.strip() else ()
        return any(wanted.search(row[TEXT]) for row in rows)

    def has_author(self, word: str) -> bool:
        """True when that is a word of an author's name: among the first authors of a record, and no initial."""
        return nearby.is_author(self._store, word)

    def near_words(self, word: str) -> tuple[str, ...]:
        """Words of the records within two letters of `word`, nearest first: what a misspelt word may have meant."""
        return nearby.near_words(self._store, word.lower()) if word.strip() else ()

    def beside(self, text: str) -> dict[str, float]:
        """Words of the records on a text, each with the share (0 to 1) of those records that have it."""
        return nearby.beside(self._store, text) if text.strip() else {}

    def frequency(self, word: str, *, at_most: int = 100) -> int:
        """In how many records the word occurs, counted no further than `at_most`. Stop words count 0."""
        if not word.strip():
            return 0
        return len(self._store.propose(Query(wanted=(Clause(word, every=True),)), EVERYTHING, at_most, ()).found)

    def count(self, names: Sequence[str], *, at_most: int = 50) -> int:
        """How many records name all of these, counted no further than `at_most`; no names count 0.

        A name counts where its words follow one another, whatever their case, punctuation and plural. Looks at the
        `LOOKED_AT` records that hold the words most densely, so a count may be low, never high. About 5 ms.
        """
        phrases = [_phrase(name) for name in dict.fromkeys(names) if plain(name)]
        if not phrases:
            return 0
        groups = tuple((Clause(name, every=True),) for name in dict.fromkeys(names) if plain(name))
        texts = [row[TEXT].lower() for row in self._store.search(Query(groups=groups), LOOKED_AT, (TEXT,))]
        return min(at_most, sum(all(phrase.search(text) for phrase in phrases) for text in texts))

    @property
    def library_version(self) -> str:
        """12 hex digits that depend on the current records and copies, their versions, and who leads whom."""
        now = self._store.table_version
        if self._fingerprint is None or self._fingerprint[0] != now:
            self._fingerprint = (now, self._store.fingerprint()[1])
        return self._fingerprint[1]

    def info(self) -> LibraryInfo:
        """What the library holds."""
        return described(self._store, self.library_version)

    # writing

    def add(
        self,
        items: Iterable[Record | DeletionLike],
        *,
        describe: Describe | None = None,
        on_batch: adding.OnBatch | None = None,
        workers: int = 0,
    ) -> AddSummary:
        """Add records and carry out deletions, in order; a record already there in this version is left alone.

        `describe(record)` gives the columns `design` and `n`, asked in `workers` other processes when there are many
        (see `making.Maker`). `on_batch` gets the running total each time a batch is
        on disk. Which copy of a document stands: see `replacing`. Raises ProbatumError P303 when another process is
        writing.
        """
        with writing(self.location):
            return adding.add(self._store, items, describe, on_batch, workers)

    def embed(
        self, encoder: Encoder, *, anew: bool = False, on_batch: embedding.OnBatch | None = None
    ) -> embedding.Embedded:
        """Give every current record its vectors and search with that encoder; see `embedding.embed`.

        Raises ProbatumError P303 when another process is writing, P362 when another encoder made the vectors there are
        and they are not to be made `anew`.
        """
        with writing(self.location):
            done = embedding.embed(self._store, encoder, anew=anew, on_batch=on_batch)
        self._meaning.use(encoder)
        return done

    @property
    def encoder(self) -> str:
        """Name of the encoder that made the library's vectors; empty when it has none."""
        made_by = self._store.vectors.made_by
        return made_by.name if made_by else ""

    def use(self, encoder: Encoder) -> None:
        """Search with that encoder, which must be the one that made the vectors."""
        self._meaning.use(encoder)

    def add_made(self, made: Iterable[adding.Made], *, on_batch: adding.OnBatch | None = None) -> AddSummary:
        """As `add`, for batches that were read and made into rows elsewhere."""
        with writing(self.location):
            return adding.add_made(self._store, made, on_batch)

    def stand(self, told: Iterable[Told]) -> StandSummary:
        """Take in what is said of documents' standing, for the records here now and for those added later; their text
        and versions stay. Raises ProbatumError P303 when another process is writing."""
        with writing(self.location):
            writer = adding.Writer(self._store)
            listed = list(told)
            new = writer.standings.note(listed)
            if new:
                writer.standings.keep(new)
            changed = writer.settle({one.target for one in new})
            writer.finish()
        return StandSummary(len(listed), len(new), tuple(sorted(changed)))

    def unsay(self, source: str) -> StandSummary:
        """Take back all that a source said; every record stands as it did without it. Raises ProbatumError P303 when
        another process is writing."""
        with writing(self.location):
            writer = adding.Writer(self._store)
            before = sum(stored["source"] == source for stored in self._store.notices.rows())
            changed = writer.settle(writer.standings.forget(source))
            writer.finish()
        return StandSummary(before, before, tuple(sorted(changed)))

    def sources(self) -> dict[str, int]:
        """Who says something of documents' standing, and of how many, the most first. Records that speak of others are
        counted together under the empty string."""
        by = Counter("" if is_record(s["source"]) else s["source"] for s in self._store.notices.rows())
        return most_first(by)

    def remove(self, identifier: str) -> bool:
        """Remove a record; its text stays retrievable by version. False when there is none.

        Of a work with copies this is the one record whose primary identifier is named, else the one that leads; a copy
        takes the place of one that led.
        """
        record_id = self._exactly(identifier)
        if record_id is None:
            return False
        with writing(self.location):
            adding.Writer(self._store).remove([record_id])
        return True

    def split(self, identifier: str) -> list[str]:
        """Part a record from the other copies of its work, for good; the ids it was parted from.

        Raises ProbatumError P307 when there is no such record, P311 when it has no copy.
        """
        record_id = self._found(identifier)
        led_by = [copy.leader for copy in self._copies("id", [record_id])]
        first = led_by[0] if led_by else record_id
        others = {first, *(copy.record.id for copy in self._copies("leader", [first]))} - {record_id}
        if not others:
            raise ProbatumError("P311", identifier=record_id)
        self._decide([(record_id, other) for other in sorted(others)], same=False)
        return sorted(others)

    def merge(self, one: str, other: str) -> Record:
        """Say that two records are copies of one work; the record that leads. Undone by `split`.

        Raises ProbatumError P307 when there is no such record, P312 when both are one already.
        """
        ids = self._found(one), self._found(other)
        if ids[0] == ids[1]:
            raise ProbatumError("P312", one=one, other=other, identifier=ids[0])
        self._decide([ids], same=True)
        found = self.get(ids[0])
        assert found is not None
        return found

    def _decide(self, pairs: Sequence[tuple[str, str]], *, same: bool) -> None:
        with writing(self.location):
            writer = adding.Writer(self._store)
            self._store.decisions.put([decision(*pair, writer.merger.today, same=same) for pair in pairs])
            writer.regroup({record_id for pair in pairs for record_id in pair})
            writer.finish()

    def _exactly(self, identifier: str) -> str | None:
        """Id of the record or copy whose primary identifier that is, else of the record that `get` finds."""
        wanted = _identifier(identifier)
        if self._store.copies.having("id", [wanted], ("id",)):
            return wanted
        record = self.get(wanted)
        return record.id if record else None

    def _found(self, identifier: str) -> str:
        record_id = self._exactly(identifier)
        if record_id is None:
            raise ProbatumError("P307", identifier=identifier, location=self.location)
        return record_id

    def check(self) -> CheckReport:
        """Read everything and recompute every stored hash, identifier, filter column and index count."""
        return checking.check(self._store)


def _by_leader(copy: Copy) -> tuple[str, str]:
    return copy.leader, copy.record.id


def _identifier(text: str) -> str:
    """The identifier in the form records are stored under; text that is none comes back as it is."""
    from probatum.text import identifiers

    parsed = identifiers.parse(text)
    return str(parsed) if parsed is not None else text.strip()


def _phrase(name: str) -> re.Pattern[str]:
    """Finds the words of a name, one after the other, in text in lower case."""
    return re.compile(r"\b" + r"[\W_]+".join(f"{re.escape(word)}s?" for word in plain(name).split()) + r"\b")


def _make_folder(place: str) -> None:
    try:
        Path(place).mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ProbatumError("P304", location=place, reason=error.strerror or error) from error
