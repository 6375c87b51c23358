"""The library: a folder (or object-store URI) of records with versions, full-text index and filters.

`Library.open(location, create=True)`, then `add`, `get`, `search`, `info`, `embed`, `remove`, `check`.
"""

from probatum.acquire.library.copies import Copy
from probatum.acquire.library.embedding import Embedded
from probatum.acquire.library.library import Library
from probatum.acquire.library.location import resolve
from probatum.acquire.library.query import Clause, Query
from probatum.acquire.library.relations import Relation
from probatum.acquire.library.results import AddSummary, CheckReport, Fault, Hit, LibraryInfo, StandSummary
from probatum.acquire.library.standing import Told

__all__ = [
    "AddSummary",
    "CheckReport",
    "Clause",
    "Copy",
    "Embedded",
    "Fault",
    "Hit",
    "Library",
    "LibraryInfo",
    "Query",
    "Relation",
    "StandSummary",
    "Told",
    "resolve",
]
