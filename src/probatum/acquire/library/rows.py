"""A record as a row: the columns that are filtered and searched, and the record itself, compressed."""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import islice
from typing import Any, Final

import msgspec
import pyarrow as pa

from probatum.acquire.library.query import AUTHOR, TERMS, TEXT
from probatum.acquire.ranking import terms, written_out
from probatum.errors import ProbatumError
from probatum.model import Record, RecordKind, SectionKind
from probatum.text.expressions import expression
from probatum.vocabulary.normal import word_key

FORMAT: Final = 1
"""Version of the row's layout; stands in the first byte of a stored record."""

_EDITION: Final = expression(
    r"\b(?:19|20)\d\d\b|\b(?:\d{1,2}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|revised|updated?|new)\b"
    r"|\b(?:edition|version|update|revision)(?:\s+\d{1,2}(?:\.\d{1,2})?)?\b"
)
_WORD: Final = expression(r"[^\W_]+")

MOST_BODY: Final = 60_000
"""Characters of body text that are searched where a record has no abstract (a label, a book chapter)."""

MOST_AUTHORS: Final = 20
"""Authors of a record whose names are known as names; a consortium has thousands."""

SHORTEST_NAME, LONGEST_NAME = 3, 200
"""Letters of a word of a name, and characters of a whole name."""

REGISTERED: Final = frozenset(
    {
        "title:official", "conditions", "design", "arms", "interventions",
        "registered:primary", "registered:secondary", "registered:other",
    }
)  # fmt: skip
"""Sections of a registry entry that are searched, by their code (see `formats._registry_record`)."""

RECORDS: Final = pa.schema(
    [
        pa.field("id", pa.string(), nullable=False),
        pa.field("version", pa.string(), nullable=False),
        pa.field("kind", pa.string(), nullable=False),
        pa.field("status", pa.string(), nullable=False),
        pa.field("design", pa.string(), nullable=False),
        pa.field("n", pa.int64()),
        pa.field("year", pa.int32()),
        pa.field("date", pa.string(), nullable=False),
        pa.field("summary", pa.bool_(), nullable=False),
        pa.field("mark", pa.uint64(), nullable=False),
        pa.field("mark2", pa.uint64(), nullable=False),
        pa.field(TEXT, pa.string(), nullable=False),
        pa.field(TERMS, pa.string()),
        pa.field("record", pa.binary(), nullable=False),
    ]
)
"""Current records, one row each. `mark` and `mark2` are 128 bits of a hash of id and version: their sums over all rows
make the library's version, whatever the order of rows."""

VERSIONS: Final = pa.schema(
    [
        pa.field("id", pa.string(), nullable=False),
        pa.field("version", pa.string(), nullable=False),
        pa.field("record", pa.binary(), nullable=False),
    ]
)
"""Versions that were replaced or removed."""

NAMES: Final = pa.schema([pa.field("name", pa.string(), nullable=False), pa.field("id", pa.string(), nullable=False)])
"""Identifiers other than the primary one -> id of the record. Written before the record, so none is ever missing; one
that is no longer true is seen when the record is read. A list column with a label index was five times slower to
keep."""

Description = Mapping[str, object]
"""What `describe(record)` may say: `design` (text) and `n` (people studied)."""

HELD: Final = 1024
HELD_BYTES: Final = 32_768
"""Records that stay unpacked, and the size stored up to which they do: searches of one question find the same."""

_SIZE = struct.Struct("<BI")
_CODEC = pa.Codec("zstd", compression_level=3)
_encoder = msgspec.msgpack.Encoder()
_decoder = msgspec.msgpack.Decoder(Record)


def pack(record: Record) -> bytes:
    """The record as stored: layout version, size, zstd-compressed MessagePack."""
    plain = _encoder.encode(record)
    return _SIZE.pack(FORMAT, len(plain)) + bytes(_CODEC.compress(plain, asbytes=True))


def unpack(stored: bytes) -> Record:
    """The record from its stored form. Raises ProbatumError P305 when it cannot be read.

    Of the same bytes it gives the same record, as long as it is held: what was read out of it is found by it.
    """
    return _unpacked_lately(stored) if len(stored) <= HELD_BYTES else _unpacked(stored)


def _unpacked(stored: bytes) -> Record:
    try:
        layout, size = _SIZE.unpack_from(stored)
        if layout != FORMAT:
            raise ProbatumError("P305", reason=f"layout {layout}, this version of Probatum reads {FORMAT}")
        return _decoder.decode(_CODEC.decompress(stored[_SIZE.size :], size, asbytes=True))
    except (struct.error, OSError, ValueError, msgspec.DecodeError) as error:
        raise ProbatumError("P305", reason=error) from error


_unpacked_lately = lru_cache(maxsize=HELD)(_unpacked)


def searched_text(record: Record) -> str:
    """What a search looks at, as one text: title, abstract (else body), MeSH headings and keywords.

    A registry entry is found by what was registered besides: its official title, conditions, arms, interventions and
    outcomes. Who may not take part, and every adverse event, would only lead astray.

    One column, since BM25 weighs a word best over the whole text (SciFact nDCG@10 0.684, title and abstract apart
    0.678).
    """
    parts = (record.title, *searched_parts(record), *record.mesh, *record.keywords)
    return "\n".join(part for part in parts if part)


def searched_terms(text: str, authors: Iterable[str] = ()) -> str:
    """The terms of a searched text, parted by blanks; abbreviations count as the names that the text gives them.

    After them the names of the first authors, marked so that no word of a search finds them: they tell that a word is a
    name.
    """
    named = dict.fromkeys(mark for author in islice(authors, MOST_AUTHORS) for mark in author_terms(author))
    return " ".join([*terms(written_out(text)), *named])


def author_terms(name: str) -> list[str]:
    """The terms that stand for the words of an author's name; none for initials."""
    words = _WORD.findall(name[:LONGEST_NAME])
    return [AUTHOR + word_key(word) for word in words if len(word) >= SHORTEST_NAME]


def searched_parts(record: Record) -> list[str]:
    """Of what a search looks at, the texts: abstract and what was registered, else the body."""
    parts = [s.text for s in record.sections if s.kind is SectionKind.ABSTRACT]
    if record.kind is RecordKind.REGISTRY_ENTRY:
        parts += [s.text for s in record.sections if s.code in REGISTERED]
    return parts or _body(record)


def _body(record: Record) -> list[str]:
    room, parts = MOST_BODY, []
    for section in record.evidence_sections:
        if section.kind is SectionKind.TITLE:
            continue
        taken = (f"{section.heading}\n" if section.heading else "") + section.text
        parts.append(taken[:room])
        room -= len(taken)
        if room <= 0:
            break
    return parts


def families(record: Record) -> list[str]:
    """The name that all editions of a guideline share: its issuer, country and title without editions and years. None
    for another kind of record, and for one whose issuer is not known."""
    if record.kind is not RecordKind.GUIDELINE or not record.issuer:
        return []
    title = " ".join(_WORD.findall(_EDITION.sub(" ", record.title.casefold())))
    basis = "\n".join((record.issuer.casefold().strip(), record.country, title))
    return [f"family:{hashlib.sha256(basis.encode()).hexdigest()[:16]}"] if title else []


def names(record: Record) -> list[str]:
    """All that leads to a record besides its id: further identifiers, and the family of its editions."""
    return other_names(record) + families(record)


def standing_of(record: Record) -> str:
    """The version of a record with the notices that lie over it; the bare version where none do. On which day a notice
    was read does not count."""
    if not record.notices:
        return record.version
    said = [msgspec.structs.replace(notice, read="") for notice in record.notices]
    return f"{record.version}+{hashlib.sha256(msgspec.json.encode(said)).hexdigest()[:12]}"


def marks(record_id: str, version: str) -> tuple[int, int]:
    """128 bits of SHA-256 over id and version, as two integers below 2**64."""
    digest = hashlib.sha256(f"{record_id}@{version}".encode()).digest()
    return int.from_bytes(digest[:8], "big"), int.from_bytes(digest[8:16], "big")


def fingerprint(count: int, mark: int, mark2: int) -> str:
    """12 hex digits for a set of rows from their number and the sums of their marks modulo 2**64."""
    return hashlib.sha256(f"{count}:{mark % 2**64}:{mark2 % 2**64}".encode()).hexdigest()[:12]


def row(record: Record, description: Description | None = None) -> dict[str, Any]:
    """The row of a record: the columns tell of it with the notices that lie over it, what is stored is its own."""
    described = description or {}
    mark, mark2 = marks(record.id, standing_of(record))
    n = described.get("n")
    text = searched_text(record)
    return {
        "id": record.id,
        "version": record.version,
        "kind": record.kind.value,
        "status": record.status.value,
        "design": str(described.get("design") or ""),
        "n": n if isinstance(n, int) else None,
        "year": record.year,
        "date": record.date or "",
        "summary": record.summary,
        "mark": mark,
        "mark2": mark2,
        TEXT: text,
        TERMS: searched_terms(text, record.authors),
        "record": pack(record.own),
    }


def other_names(record: Record) -> list[str]:
    """All identifiers as text but the primary one, each once."""
    return [name for name in dict.fromkeys(map(str, record.identifiers)) if name != record.id]


def has_name(record: Record, name: str) -> bool:
    """True when that is one of the record's identifiers."""
    return name == record.id or name in map(str, record.identifiers)


def table(rows: Iterable[Mapping[str, Any]], schema: pa.Schema = RECORDS) -> pa.Table:
    """Rows as an Arrow table, made by columns: half the time of making it by rows."""
    listed = list(rows)
    return pa.table({name: [each[name] for each in listed] for name in schema.names}, schema=schema)


def version_rows(stored: Sequence[Mapping[str, Any]]) -> pa.Table:
    """Rows for the table of earlier versions, from rows of records."""
    return table(({name: kept[name] for name in VERSIONS.names} for kept in stored), VERSIONS)
