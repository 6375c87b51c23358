"""The starter library: summaries, in Probatum's own words, of sources on questions that clinicians ask.

One TOML file a source in `records/`; `provenance.tsv` says of each what was read, when and how it was verified, and
`figures.tsv` where every figure was read that the project's collection of facts did not hold. A record of the source
itself replaces its summary as soon as one is added to a library under the same identifier.
"""

from __future__ import annotations

from typing import Any, Final

from probatum.acquire.starter.reading import (
    DATE,
    FORMAT,
    LICENCE,
    Provenance,
    VerifiedFigure,
    figures,
    provenance,
    records,
    version,
)

__all__ = [
    "DATE",
    "EDITION",
    "FORMAT",
    "LICENCE",
    "VERSION",
    "Provenance",
    "VerifiedFigure",
    "figures",
    "provenance",
    "records",
    "version",
]

EDITION: Final = "14e555a16cbe"
"""`VERSION` as this program ships it, so that a library's edition is compared without reading the records. A test holds
it to them."""
VERSION: str
"""First 12 hex digits of the SHA-256 of all record identifiers and versions; computed when it is first asked for."""


def __getattr__(name: str) -> Any:
    if name == "VERSION":
        return version()
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
