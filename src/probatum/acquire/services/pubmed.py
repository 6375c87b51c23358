"""PubMed, through NCBI's E-utilities: ESearch with the history server, EFetch from it, ELink.

Usage guidelines and parameters: A General Introduction to the E-utilities, https://www.ncbi.nlm.nih.gov/books/NBK25497/
(three requests a second, ten with a key) and The E-utilities In-Depth, https://www.ncbi.nlm.nih.gov/books/NBK25499/.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from typing import Final

import msgspec

from probatum.acquire.services import _boolean
from probatum.acquire.services._base import Key, Pace, Page, ServiceError
from probatum.acquire.services._client import Client
from probatum.acquire.services._query import Asked, Name
from probatum.acquire.services._replies import JSON, count, decode, listed, part
from probatum.model import Identifier

BATCH: Final = 200
"""Records of one EFetch: about 3 MB of XML."""

REACH: Final = 9_999
"""Records of one PubMed search that ESearch and EFetch hand out (NBK25499, under `retmax`)."""

FIRST_DAY: Final = "1900-01-01"
"""Before the first day on which a citation entered Entrez."""

DAY: Final = 86_400.0
SEARCH_KEPT: Final = 600.0
"""Seconds a search is kept: the history it names lives for some hours on the server."""

ARTICLES: Final = ("PubmedArticleSet", "PubmedBookArticleSet")
_TOOL: Final = {"db": "pubmed", "tool": "probatum"}
_LINKS: Final = {"related": "pubmed_pubmed", "cited-in": "pubmed_pubmed_citedin"}


class Place(msgspec.Struct, frozen=True):
    """Where a search stands: in a set of citations on the history server, with stretches of time still to come."""

    environment: str = ""
    key: str = ""
    total: int = 0
    """Citations of this set."""
    start: int = 0
    whole: int = 0
    """Citations of the whole search."""
    stretches: tuple[tuple[str, str], ...] = ()
    """Stretches to come, first and last day, the next one last."""


class PubMed:
    """The citations and abstracts of PubMed.

    `since` is by Entrez date, the day PubMed took a citation in, so that a search run again finds what is new.
    """

    name = "pubmed"
    title = "PubMed"
    purpose = "citations and abstracts of the biomedical literature (NCBI E-utilities)"
    base = "https://eutils.ncbi.nlm.nih.gov/entrez/eutils"
    hosts = ("eutils.ncbi.nlm.nih.gov",)
    pace = Pace(free=3.0, keyed=10.0, source="https://www.ncbi.nlm.nih.gov/books/NBK25497/")
    keys = (Key("NCBI_API_KEY", "api_key"),)
    enough = 50

    def write(self, asked: Asked) -> str:
        """PubMed's syntax: a typed query as it is; from a question, MeSH headings and names in title or abstract."""
        return asked.typed or _boolean.join(asked.groups, _names)

    def search(self, client: Client, query: str, *, most: int, since: str = "", cursor: str = "") -> Iterator[Page]:
        """Pages of BATCH citations in order of relevance.

        Where more than REACH are wanted, the search is run for stretches of time of at most REACH citations each, the
        newest first.
        """
        place = _read_cursor(cursor)
        if place is None:
            whole = self._search(client, query, since, "")
            place = Place(*whole, whole=whole[2])
            if whole[2] == 0:
                yield Page(b"", "PubMed, esearch", total=0)
            if min(whole[2], most) > REACH:
                stretches = ((since or FIRST_DAY, datetime.date.today().isoformat()),)
                place = self._next(client, query, Place(whole=whole[2], stretches=stretches))
        given = 0
        while given < most and place is not None:
            size = min(BATCH, most - given, min(place.total, REACH) - place.start)
            if size <= 0:
                place = self._next(client, query, place)
                continue
            asked = {"WebEnv": place.environment, "query_key": place.key, "retstart": str(place.start)}
            sent = {**_TOOL, **asked, "retmax": str(size), "retmode": "xml"}
            reply = client.get(self, "/efetch.fcgi", sent, wanted=ARTICLES, keep=DAY)
            given += size
            place = msgspec.structs.replace(place, start=place.start + size)
            yield Page(reply.body if reply else b"", "PubMed, efetch", _write_cursor(place), place.whole, size)

    def _next(self, client: Client, query: str, place: Place) -> Place | None:
        """The place at the beginning of the next stretch of time; None when there is none."""
        stretches = list(place.stretches)
        while stretches:
            low, high = stretches.pop()
            environment, key, total = self._search(client, query, low, high)
            if total > REACH and low < high:
                stretches += _halves(low, high)
            elif total:
                return Place(environment, key, total, 0, place.whole, tuple(stretches))
        return None

    def _search(self, client: Client, query: str, low: str, high: str) -> tuple[str, str, int]:
        """Name of the history, number in it, and how many citations there are, taken in from `low` to `high`."""
        asked = {"term": query, "usehistory": "y", "retmax": "0", "retmode": "json", "sort": "relevance"}
        if low:
            upto = high.replace("-", "/") or "3000"
            asked |= {"datetype": "edat", "mindate": low.replace("-", "/"), "maxdate": upto}
        reply = client.get(self, "/esearch.fcgi", {**_TOOL, **asked}, wanted=JSON, keep=SEARCH_KEPT)
        tree = decode(reply.body if reply else b"{}")
        found = part(tree, "esearchresult")
        _refuse(tree)
        _refuse(found)
        total = count(part(found, "count"))
        environment, key = part(found, "webenv"), part(found, "querykey")
        if total is None or (total and not (isinstance(environment, str) and isinstance(key, str))):
            raise ServiceError("P524", service=self.title)
        return str(environment or ""), str(key or ""), total

    def fetch(self, client: Client, identifiers: Sequence[Identifier]) -> Iterator[Page]:
        """The citations of these PMIDs."""
        wanted = list(dict.fromkeys(i.value for i in identifiers if i.namespace == "pmid"))
        for start in range(0, len(wanted), BATCH):
            batch = wanted[start : start + BATCH]
            asked = {"id": ",".join(batch), "retmode": "xml"}
            reply = client.get(self, "/efetch.fcgi", {**_TOOL, **asked}, wanted=ARTICLES, keep=DAY)
            yield Page(reply.body if reply else b"", "PubMed, efetch", total=len(wanted), records=len(batch))

    def links(self, client: Client, identifier: Identifier, kind: str, *, most: int) -> tuple[Identifier, ...]:
        """Citations `related` to this one (by PubMed's own measure) or `cited-in` (in PubMed Central's articles)."""
        if identifier.namespace != "pmid" or kind not in _LINKS:
            return ()
        asked = {"dbfrom": "pubmed", "id": identifier.value, "linkname": _LINKS[kind], "cmd": "neighbor"}
        reply = client.get(self, "/elink.fcgi", {**_TOOL, **asked, "retmode": "json"}, wanted=JSON, keep=DAY)
        tree = decode(reply.body if reply else b"{}")
        _refuse(tree)
        found: dict[str, None] = {}
        for linkset in listed(part(tree, "linksets")):
            for links in listed(part(linkset, "linksetdbs")):
                if part(links, "linkname") == _LINKS[kind]:
                    found.update((str(number), None) for number in listed(part(links, "links")))
        found.pop(identifier.value, None)
        return tuple(Identifier("pmid", number) for number in list(found)[:most] if number.isdecimal())


def _refuse(found: object) -> None:
    """Raise ServiceError P520 for an error in a reply that is otherwise sound."""
    for name in ("ERROR", "error"):
        told = part(found, name)
        if isinstance(told, str) and told.strip():
            raise ServiceError("P520", service=PubMed.title, message=" ".join(told.split())[:200])


def _names(name: Name) -> str:
    """One name: a MeSH heading, or words in title or abstract, their plural too (PubMed does not stem)."""
    if name.mesh:
        return f'"{name.words}"[mh]'
    last = name.words.rsplit(" ", 1)[-1]
    long = len(last) >= (6 if last == name.words else 4)  # PubMed asks for four letters; a short name means much else
    ending = "*" if long and last.isalpha() and not last.endswith("s") else ""
    return f'"{name.words}{ending}"[tiab]'


def _halves(low: str, high: str) -> tuple[tuple[str, str], tuple[str, str]]:
    """A stretch of days as two, the later one last."""
    first, last = datetime.date.fromisoformat(low), datetime.date.fromisoformat(high)
    middle = first + (last - first) // 2
    return (low, middle.isoformat()), ((middle + datetime.timedelta(days=1)).isoformat(), high)


def _write_cursor(place: Place) -> str:
    ended = place.start >= min(place.total, REACH) and not place.stretches
    return "" if ended else msgspec.json.encode(place).decode()


def _read_cursor(cursor: str) -> Place | None:
    try:
        return msgspec.json.decode(cursor, type=Place) if cursor else None
    except msgspec.MsgspecError:
        return None


SERVICE = PubMed()
