"""Identifiers of a record, its primary one, and one made up of its content when the source gives none."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Final

from probatum.model import Identifier

_PREFERRED: Final = {name: rank for rank, name in enumerate(("pmid", "pmcid", "doi", "nct"))}
_DOI: Final = re.compile(r"10\.\d{4,9}/\S+")
_NCT: Final = re.compile(r"NCT\d{8}", re.IGNORECASE)
_PMCID: Final = re.compile(r"(?:PMC)?(\d+)(?:\.\d+)?\Z", re.IGNORECASE)


def pmid(text: str) -> Identifier | None:
    """A PubMed number, or None when the text is not one. Leading zeros go."""
    text = text.strip()
    if text.isascii() and text.isdigit() and 0 < len(text) <= 9 and int(text):
        return Identifier("pmid", str(int(text)))
    return None


def pmcid(text: str) -> Identifier | None:
    """A PubMed Central number, with its letters; a version suffix (`.1`) goes."""
    match = _PMCID.match(text.strip())
    return Identifier("pmcid", f"PMC{int(match[1])}") if match else None


def doi(text: str) -> Identifier | None:
    """The first DOI in the text (a resolver's address will do), in lower case."""
    match = _DOI.search(text)
    if match is None:
        return None
    value = match[0].rstrip(".,;:'\"")
    if value.endswith(")") and value.count(")") > value.count("("):
        value = value[:-1]
    return Identifier("doi", value.lower())


def nct(text: str) -> Identifier | None:
    """A ClinicalTrials.gov number."""
    match = _NCT.search(text)
    return Identifier("nct", match[0].upper()) if match else None


def other(namespace: str, text: str) -> Identifier | None:
    """Any other identifier, as it stands."""
    value = " ".join(text.split())
    return Identifier(namespace, value) if value else None


def gather(found: Iterable[Identifier | None]) -> tuple[Identifier, ...]:
    """Those that exist, once each, the preferred namespaces first (pmid, pmcid, doi, nct), else in source order."""
    unique = dict.fromkeys(identifier for identifier in found if identifier is not None)
    return tuple(sorted(unique, key=lambda identifier: _PREFERRED.get(identifier.namespace, len(_PREFERRED))))


def primary(identifiers: Sequence[Identifier], title: str, year: int | None, authors: Sequence[str]) -> Identifier:
    """The identifier a record goes by: the first one, else `probatum:` and a hash of title, year and authors.

    The hash is over letters and digits alone, so that the same reference exported by two programs agrees.
    """
    if identifiers:
        return identifiers[0]
    basis = "\n".join((_bare(title), str(year or ""), *(_bare(author) for author in authors)))
    return Identifier("probatum", hashlib.sha256(basis.encode()).hexdigest()[:16])


def _bare(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text).casefold()
    return "".join(character for character in decomposed if character.isalnum())
