"""Web of Science's two-letter fields, the same in its tagged text and in its tables."""

from __future__ import annotations

from typing import Final

TAGS: Final[dict[str, str]] = {
    "TI": "title",
    "FT": "translated",
    "AB": "abstract",
    "AU": "author",
    "BA": "author",
    "AF": "author_full",
    "CA": "author",
    "GP": "author",
    "SO": "journal",
    "JI": "journal_short",
    "J9": "journal_short",
    "PY": "year",
    "PD": "date",
    "VL": "volume",
    "IS": "issue",
    "BP": "first_page",
    "EP": "last_page",
    "AR": "article_number",
    "DI": "doi",
    "D2": "doi",
    "PM": "pmid",
    "UT": "number",
    "BN": "isbn",
    "DT": "type",
    "DE": "keyword",
    "ID": "keyword",
    "LA": "language",
    "PU": "publisher",
}
"""Tag -> field of `_reference_record`. `JI` is the ISO abbreviation, and goes before `J9`, a code in capitals."""

LISTED: Final = frozenset({"DE", "ID"})
"""Tags whose value is a list parted by semicolons."""

BOOKS: Final = frozenset({"B", "S"})
"""Publication types (PT) that are books or stand in a series of them."""
