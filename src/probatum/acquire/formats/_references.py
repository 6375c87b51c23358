"""What the exports of reference managers and databases share: names, accession numbers, addresses, pages, dates."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from probatum.acquire.formats import _identity, _terms
from probatum.model import Identifier, RecordKind
from probatum.text.expressions import expression

_PUBMED: Final = expression(
    r"(?:pubmed\.ncbi\.nlm\.nih\.gov/|ncbi\.nlm\.nih\.gov/pubmed/|europepmc\.org/(?:abstract|article)/MED/)(\d{1,8})\b",
    re.IGNORECASE,
)
_PMC: Final = expression(r"/(?:pmc/)?articles/(PMC\d+)\b", re.IGNORECASE)
_SCOPUS: Final = expression(r"[?&]eid=(2-s2\.0-\d+)")
_EMBASE: Final = expression(r"embase\.com/.*[?&]id=(L\d+)", re.IGNORECASE)
_OPEN_URL: Final = expression(r"[?&]id=doi:(10\.[^&\s]+)", re.IGNORECASE)
"""An OpenURL (ANSI/NISO Z39.88) names the work itself."""
_OVID: Final = expression(r"ovid\.com/.*[?&]D=([a-z]+)\d*\b.*&AN=([\w.-]+)", re.IGNORECASE)
_OVIDS: Final = {"med": "MEDLINE", "medl": "MEDLINE", "ppez": "MEDLINE", "prem": "MEDLINE", "psyc": "PsycINFO"}
"""Ovid's short names of databases whose accession numbers are known here."""
_REGISTRY: Final = expression(r"clinicaltrials\.gov/(?:ct2/)?(?:show|study)/(NCT\d{8})\b", re.IGNORECASE)

_PUBMED_NAMES: Final = ("pubmed", "medline")
_PUBMED_OWNERS: Final = frozenset({"nlm", "pip", "nasa", "kie", "hsr", "hmd", "sis", "notnlm", "clml"})
"""Who made a MEDLINE citation (NLM's OWN field). PubMed's import filters put it where the database's provider goes."""

_SPEAKING: Final = (
    # An accession number that says itself what it is, whatever the database is called.
    (expression(r"WOS:(\w{4,20})\Z"), "wos"),
    (expression(r"(2-s2\.0-\d+)\Z"), "scopus"),
    (expression(r"(CN-\d{8})\Z"), "central"),
    (expression(r"(L\d{3,11})\Z"), "embase"),
    (expression(r"MEDLINE:(\d{1,8})\Z"), "pmid"),
    (expression(r"PUBMED\s(\d{1,8})\Z"), "pmid"),
    (expression(r"(PMC\d+)\Z"), "pmcid"),
    (expression(r"(NCT\d{8})\Z"), "nct"),
    (expression(r"(ISRCTN\d{8})\Z"), "isrctn"),
)
_NAMED: Final = (
    # A number that means something only beside its database's name.
    (("psycinfo", "apa psycinfo"), expression(r"(\d{4}-\d{5}-\d{3})\Z"), "psycinfo"),
    (("cinahl",), expression(r"(\d{6,10})\Z"), "cinahl"),
    (("eric",), expression(r"(E[JD]\d{6,8})\Z"), "eric"),
    (("lilacs",), expression(r"(?:lil-)?(\d{5,8})\Z"), "lilacs"),
)
_OF_EMBASE: Final = expression(r"EMBASE\s(\d{7,10})\Z")


def accession(databases: Iterable[str], number: str) -> Identifier | None:
    """What an accession number identifies, given the databases named beside it; None when that is not sure.

    A bare number is a PMID only where PubMed or MEDLINE is named and no other database is: Embase, CENTRAL and the
    reference managers number for themselves. The Cochrane Library's `EMBASE 615978354` is Embase's `L615978354`.
    """
    number = number.strip()
    for form, namespace in _SPEAKING:
        if match := form.match(number):
            return _identity.other(namespace, match[1])
    if match := _OF_EMBASE.match(number):
        return _identity.other("embase", f"L{match[1]}")
    named = [name.strip().lower() for name in databases if name.strip()]
    if named and all(is_pubmed(name) for name in named):
        return _identity.pmid(number) if re.fullmatch(r"\d{1,8}", number) else None
    for names, form, namespace in _NAMED:
        match = form.match(number)
        if match and any(name.startswith(names) for name in named):
            return _identity.other(namespace, match[1])
    return None


def is_pubmed(database: str) -> bool:
    """Whether that is PubMed or MEDLINE, by a name (`Ovid MEDLINE(R) ALL`) or by the maker of its citations (`NLM`)."""
    lower = database.strip().lower()
    return lower in _PUBMED_OWNERS or (any(name in lower for name in _PUBMED_NAMES) and "embase" not in lower)


def in_address(address: str) -> list[Identifier | None]:
    """Identifiers in a web address. A DOI counts in a resolver's address and in an OpenURL alone: elsewhere it may be a
    part's or a parent's."""
    pubmed, pmc, scopus = _PUBMED.search(address), _PMC.search(address), _SCOPUS.search(address)
    opened = _OPEN_URL.search(address)
    embase, ovid = _EMBASE.search(address), _OVID.search(address)
    return [
        _identity.pmid(pubmed[1]) if pubmed else None,
        _identity.pmcid(pmc[1]) if pmc else None,
        _identity.doi(address) if "doi.org/10." in address else None,
        _identity.doi(opened[1]) if opened else None,
        _identity.other("scopus", scopus[1]) if scopus else None,
        _identity.other("embase", embase[1].upper()) if embase else None,
        accession([_OVIDS.get(ovid[1].lower(), "")], ovid[2]) if ovid else None,
    ]


def registered(address: str) -> Identifier | None:
    """The trial whose registry entry stands at an address. Said of an entry's own place alone, not of every link."""
    found = _REGISTRY.search(address)
    return _identity.nct(found[1]) if found else None


def first_of_each(found: Iterable[Identifier | None]) -> tuple[Identifier, ...]:
    """One identifier a namespace, the first; the preferred namespaces come first (see `_identity.gather`)."""
    seen: dict[str, Identifier] = {}
    for identifier in _identity.gather(found):
        seen.setdefault(identifier.namespace, identifier)
    return tuple(seen.values())


def vancouver(name: str) -> str:
    """A name in Vancouver form: `van de Schoot, Rens` -> `van de Schoot R`; `Liu R.` -> `Liu R`; a group as it is."""
    last, comma, given = name.partition(",")
    if not comma:
        surname, _, initials = name.strip().rpartition(" ")
        bare = re.sub(r"[.\- ]", "", initials)
        return f"{surname} {bare}" if surname and "." in initials and bare.isupper() else name.strip()
    given, _, suffix = given.partition(",")
    words = [word for word in re.split(r"[\s.\-]+", given) if word]
    initials = "".join(word if word.isupper() and len(word) <= 4 else word[0].upper() for word in words)
    return " ".join(word for word in (last.strip(), initials, suffix.strip()) if word)


def authors_of(names: Iterable[str]) -> tuple[str, ...]:
    """Names in Vancouver form, each once. `et al.` is nobody's."""
    found = dict.fromkeys(vancouver(name) for name in names)
    return tuple(name for name in found if name and name.rstrip(".").lower() not in ("et al", "anonymous"))


def pages_of(start: str, end: str) -> str:
    """`10-19` of a first and a last page; empty where neither holds a figure (`No Pagination Specified`)."""
    if not any(character.isdigit() for character in start):
        return ""
    return f"{start}-{end}" if end and end != start and any(character.isdigit() for character in end) else start


def exact_date(text: str, year: int) -> str:
    """ISO date of `2020/03/30/`, `2020-03-30` or `2020/03//other`, when it is of that year and names a month."""
    match = re.match(r"(\d{4})[/-](\d{1,2})(?:[/-](\d{1,2}))?(?!\d)", text)
    if match is None or int(match[1]) != year:
        return ""
    return _terms.iso_date(year, match[2], match[3] or "")


def kind_of(is_book: bool, types: Sequence[str], title: str) -> RecordKind:
    """What sort of document it is: a book, else by its publication types, else by what its title calls itself."""
    if is_book:
        return RecordKind.BOOK
    if any("trial registry record" in name.lower() for name in types):
        return RecordKind.REGISTRY_ENTRY
    known = _terms.kind_of(types)
    return _terms.kind_by_title(title) if known is RecordKind.ARTICLE else known
