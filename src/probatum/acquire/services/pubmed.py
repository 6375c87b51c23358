"""PubMed, through NCBI's E-utilities: ESearch with the history server, EFetch from it, ELink.

Usage guidelines and parameters: A General Introduction to the E-utilities, https://www.ncbi.nlm.nih.gov/books/NBK25497/
(three requests a second, ten with a key) and The E-utilities In-Depth, https://www.ncbi.nlm.nih.gov/books/NBK25499/.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

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

DAY: Final = 86_400.0
SEARCH_KEPT: Final = 600.0
"""Seconds a search is kept: the history it names lives for some hours on the server."""

ARTICLES: Final = ("PubmedArticleSet", "PubmedBookArticleSet")
_TOOL: Final = {"db": "pubmed", "tool": "probatum"}
_LINKS: Final = {"related": "pubmed_pubmed", "cited-in": "pubmed_pubmed_citedin"}


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
        """Pages of BATCH citations in order of relevance, at most REACH in all."""
        environment, key, start, total = _read_cursor(cursor) or self._search(client, query, since)
        end = min(total, start + most, REACH)
        if total == 0:
            yield Page(b"", "PubMed, esearch", total=0)
        while start < end:
            size = min(BATCH, end - start)
            asked = {"WebEnv": environment, "query_key": key, "retstart": str(start), "retmax": str(size)}
            reply = client.get(self, "/efetch.fcgi", {**_TOOL, **asked, "retmode": "xml"}, wanted=ARTICLES, keep=DAY)
            start += size
            onward = _write_cursor(environment, key, start, total) if start < min(total, REACH) else ""
            yield Page(reply.body if reply else b"", "PubMed, efetch", onward, total, size)

    def _search(self, client: Client, query: str, since: str) -> tuple[str, str, int, int]:
        dates = {"datetype": "edat", "mindate": since.replace("-", "/"), "maxdate": "3000"} if since else {}
        asked = {"term": query, "usehistory": "y", "retmax": "0", "retmode": "json", "sort": "relevance", **dates}
        reply = client.get(self, "/esearch.fcgi", {**_TOOL, **asked}, wanted=JSON, keep=SEARCH_KEPT)
        tree = decode(reply.body if reply else b"{}")
        found = part(tree, "esearchresult")
        _refuse(tree)
        _refuse(found)
        total = count(part(found, "count"))
        environment, key = part(found, "webenv"), part(found, "querykey")
        if total is None or (total and not (isinstance(environment, str) and isinstance(key, str))):
            raise ServiceError("P524", service=self.title)
        return str(environment or ""), str(key or ""), 0, total

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


def _write_cursor(environment: str, key: str, start: int, total: int) -> str:
    return "\t".join((environment, key, str(start), str(total)))


def _read_cursor(cursor: str) -> tuple[str, str, int, int] | None:
    parts = cursor.split("\t")
    if len(parts) != 4 or not (parts[2].isdecimal() and parts[3].isdecimal()):
        return None
    return parts[0], parts[1], int(parts[2]), int(parts[3])


SERVICE = PubMed()
