"""Words of the library near to a misspelt one, or beside the others of a text, found through the full-text index."""

from __future__ import annotations

from collections import Counter
from typing import Any, Final

from probatum.acquire.library.query import TEXT, Query
from probatum.acquire.library.rows import author_terms, unpack
from probatum.acquire.library.store import Store
from probatum.acquire.ranking import terms
from probatum.text.expressions import expression

EDITS: Final = 2
LOOKED_INTO: Final = 8
"""Records in which the near words are looked for."""
EXPANSIONS: Final = 30
"""Terms of the index that may stand for the word."""
TOPIC: Final = 20
"""Records that tell which words belong to a text."""
_WORD: Final = expression(r"[^\W\d_]{4,}")


def near_words(store: Store, word: str) -> tuple[str, ...]:
    """Words of the records within two letters of `word` (lower case), nearest first, then the most frequent.

    The index knows stems, so the records it finds are looked into. About 6 ms at 25,000 records.
    """
    from lancedb.query import MatchQuery
    from rapidfuzz.distance import OSA

    sought = next(iter(terms(word)), word)
    make: Any = MatchQuery  # its generated signature hides that most fields have defaults
    query = make(sought, store.searched, fuzziness=EDITS, max_expansions=EXPANSIONS)
    rows = store.records.search(query, query_type="fts").select(["record", "_score"]).limit(LOOKED_INTO)
    met: Counter[str] = Counter()
    for stored in rows.to_arrow()["record"].to_pylist():
        texts = [section.text for section in unpack(stored).sections]
        met.update({found.group().lower() for text in texts for found in _WORD.finditer(text)})
    near = {w: OSA.distance(word, w, score_cutoff=EDITS) for w in met if abs(len(w) - len(word)) <= EDITS}
    return tuple(sorted((w for w, edits in near.items() if edits <= EDITS), key=lambda w: (near[w], -met[w], w)))


def is_author(store: Store, word: str) -> bool:
    """True when each word of `word` but initials stands in an author's name of one record."""
    marks = author_terms(word)
    return bool(marks) and store.having(marks)


def beside(store: Store, text: str) -> dict[str, float]:
    """Words of the records that a search for the text finds first, each with the share of those records that have it.

    A record counts by the square of its score, so that one that stands out outweighs the rest. About 10 ms at 25,000
    records.
    """
    rows = store.search(Query.of(text), TOPIC, (TEXT,))
    shares: Counter[str] = Counter()
    total = sum(row["_score"] ** 2 for row in rows)
    for row in rows:
        for word in {found.group().lower() for found in _WORD.finditer(row[TEXT])}:
            shares[word] += row["_score"] ** 2 / total
    return dict(shares)
