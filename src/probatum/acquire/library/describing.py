"""What a library holds, counted."""

from __future__ import annotations

from collections import Counter

from probatum.acquire.library import embedding
from probatum.acquire.library.location import size_on_disk
from probatum.acquire.library.query import TERMS
from probatum.acquire.library.results import LibraryInfo
from probatum.acquire.library.store import Store


def described(store: Store, library_version: str) -> LibraryInfo:
    """Counts of everything in the tables."""
    made_by = store.vectors.made_by
    encoder = made_by.name if made_by else ""
    columns = store.columns(("kind", "status", "design", "year"))
    counts = {n: Counter(columns[n].to_pylist()) for n in columns.column_names}
    summaries, starter = store.fingerprint("summary")
    return LibraryInfo(
        location=store.location,
        records=columns.num_rows,
        earlier_versions=int(store.versions.count_rows()),
        copies=store.copies.count(),
        kinds=most_first(counts["kind"]),
        statuses=most_first(counts["status"]),
        designs=most_first(counts["design"]),
        years={str(y if y is not None else ""): n for y, n in sorted(counts["year"].items(), key=_year_first)},
        size_on_disk=size_on_disk(store.location),
        library_version=library_version,
        summaries=summaries,
        starter_version=starter if summaries else "",
        unindexed=store.unindexed(),
        earlier_layout=store.searched != TERMS,
        encoder=encoder,
        without_vectors=embedding.lacking(store) if encoder else 0,
    )


def most_first(counts: Counter[str]) -> dict[str, int]:
    """Counts, the highest first, then by name."""
    return dict(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))


def _year_first(pair: tuple[int | None, int]) -> int:
    return pair[0] if pair[0] is not None else 0
