"""Keys under which a record and its copies meet, so that no two records need be compared that share none.

Blocking on several keys, each robust to another sort of difference, as Hair et al. 2023 (ASySD,
doi:10.1186/s12915-023-01686-z) do: every identifier; the beginning and the end of the title; the place where it is
printed. A key is a 64-bit hash, so a library keeps about six short numbers a record.
"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import blake2b
from typing import Final

from probatum.acquire.matching.journals import initial
from probatum.acquire.matching.reference import COUNTED
from probatum.acquire.matching.words import letters, pages, title_words, volume
from probatum.model import Record, RecordKind

NAMESPACES: Final = frozenset(("pmcid", "doi", "setid", *COUNTED))
"""Namespaces whose value names one document. A record that has a PMID goes by it, so two never share one."""

REGISTRIES: Final = frozenset(("nct", "isrctn", "eudract"))
"""Namespaces whose value names a trial: a key of its registry entry alone."""

END: Final = 32
"""Letters taken of either end of a title."""

SHORT: Final = 24
"""Letters up to which a title is a key only together with its page and year."""


def keys(record: Record) -> tuple[int, ...]:
    """The keys of a record, each once, below 2**63; none of a summary of Probatum's. About 25 microseconds."""
    if record.summary:
        return ()
    return tuple(dict.fromkeys(map(_hash, _named(record))))


def numbered_apart(one: str, other: str) -> bool:
    """True when the ids of two records alone say that they are two documents: both are PubMed numbers. It spares
    reading either, which matters where most come from PubMed and share pages and endings of titles by chance."""
    return one != other and one.startswith("pmid:") and other.startswith("pmid:")


def _named(record: Record) -> Iterator[str]:
    registered = record.kind is RecordKind.REGISTRY_ENTRY
    for identifier in record.identifiers:
        if identifier.namespace in NAMESPACES or (registered and identifier.namespace in REGISTRIES):
            yield f"{identifier.namespace}:{identifier.value}"
    title = letters(title_words(record.title))
    first = pages(record.pages).first if record.pages else ""
    if len(title) > SHORT:
        yield "begins:" + title[:END]
        yield "ends:" + title[-END:]
    elif title and (first or record.year):
        yield f"short:{title}:{first or record.year}"
    number = volume(record.volume) if record.volume else ""
    if number and first:
        yield f"place:{initial(record.journal)}:{number}:{first}"


def _hash(text: str) -> int:
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "big") >> 1
