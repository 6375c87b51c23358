"""Identifiers of a record, its primary one, and one made up of its content when the source gives none."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Final

from probatum.model import Identifier
from probatum.text.expressions import expression
from probatum.text.identifiers import namespaces, normalise

_PREFERRED: Final = {name: rank for rank, name in enumerate(("pmid", "pmcid", "doi", "nct"))}
_VERSION: Final = expression(r"\.\d{1,3}\Z")
_KNOWN: Final = frozenset(namespaces())


def pmid(text: str) -> Identifier | None:
    """A PubMed number, or None when the text is not one."""
    if text.isascii() and text.isdigit() and text[0] != "0" and len(text) < 10:
        return Identifier("pmid", text)
    return other("pmid", text)


def pmcid(text: str) -> Identifier | None:
    """A PubMed Central number, with its letters; a version suffix (`.1`) goes."""
    return other("pmcid", _VERSION.sub("", text.strip()))


def doi(text: str) -> Identifier | None:
    """A DOI, bare or as a resolver's address."""
    return other("doi", text)


def nct(text: str) -> Identifier | None:
    """A ClinicalTrials.gov number."""
    return other("nct", text)


def other(namespace: str, text: str) -> Identifier | None:
    """An identifier in its one form; in a namespace nobody knows the form of, as it stands. None when it cannot be."""
    value = normalise(namespace, text) if namespace in _KNOWN else " ".join(text.split())
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
