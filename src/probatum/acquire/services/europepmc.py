"""Europe PMC's Articles RESTful API: search with cursorMark, full text of open-access articles.

https://europepmc.org/RestfulWebService (parameters query, resultType, cursorMark, pageSize, format) and its search
syntax, https://europepmc.org/searchsyntax (fields TITLE, TITLE_ABS, ABSTRACT, KW, AUTH, JOURNAL, PUB_TYPE, FIRST_PDATE,
FIRST_IDATE).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from probatum.acquire.services import _boolean
from probatum.acquire.services._base import Pace, Page, ServiceError
from probatum.acquire.services._client import Client
from probatum.acquire.services._query import Asked, Name
from probatum.acquire.services._replies import JSON, count, decode, listed, part
from probatum.acquire.syntax import Field, Leaf
from probatum.acquire.syntax.fields import HEADINGS
from probatum.model import Identifier
from probatum.text.expressions import expression

BATCH: Final = 100
DAY: Final = 86_400.0
SEARCH_KEPT: Final = 600.0
IDENTIFIERS: Final = 25
"""Identifiers of one look-up, so that the address stays short."""

_FIELDS: Final = {
    Field.TITLE: "TITLE",
    Field.ABSTRACT: "ABSTRACT",
    Field.TITLE_ABSTRACT: "TITLE_ABS",
    Field.TEXT_WORD: "TITLE_ABS",
    Field.KEYWORD: "KW",
    Field.AUTHOR: "AUTH",
    Field.JOURNAL: "JOURNAL",
    Field.PUBLICATION_TYPE: "PUB_TYPE",
    Field.LANGUAGE: "LANG",
}
_PMC: Final = expression(r"PMC\d{1,9}")
_PREPRINT: Final = expression(r"(?i)ppr\d+")


class EuropePmc:
    """PubMed's citations, and besides them preprints, books and the full text of open-access articles.

    `since` is by the day Europe PMC first indexed a document.
    """

    name = "europepmc"
    title = "Europe PMC"
    purpose = "citations, preprints and open-access full texts (EMBL-EBI)"
    base = "https://www.ebi.ac.uk/europepmc/webservices/rest"
    hosts = ("www.ebi.ac.uk",)
    pace = Pace(free=5.0, keyed=5.0, source="none is stated; half of the ten a second that its users report")
    keys = ()
    enough = 50

    def write(self, asked: Asked) -> str:
        """Fields of Europe PMC's own; a query with tags that PubMed alone knows cannot be put into them."""
        if asked.typed:
            return _boolean.rewrite(asked.read, _leaf) if asked.read else ""
        return _boolean.join(asked.groups, _name)

    def search(self, client: Client, query: str, *, most: int, since: str = "", cursor: str = "") -> Iterator[Page]:
        """Pages in order of relevance."""
        wanted = f"({query}) AND FIRST_IDATE:[{since} TO 3000-12-31]" if since else query
        mark, given, keep = cursor or "*", 0, SEARCH_KEPT
        while given < most:
            size = min(BATCH, most - given)
            paged: dict[str, str | int] = {"pageSize": size, "cursorMark": mark}
            asked = {"query": wanted, "resultType": "core", "format": "json", **paged}
            reply = client.get(self, "/search", asked, wanted=JSON, keep=keep)
            tree = decode(reply.body if reply else b"{}")
            total, results = count(part(tree, "hitCount")), listed(part(tree, "resultList", "result"))
            if total is None:
                raise ServiceError("P520", service=self.title, message=_message(tree))
            following = part(tree, "nextCursorMark")
            onward = following if isinstance(following, str) and following != mark and results else ""
            given += len(results)
            yield Page(reply.body if reply and results else b"", f"{self.title}, search", onward, total, len(results))
            if not onward:
                return
            mark = onward

    def fetch(self, client: Client, identifiers: Sequence[Identifier]) -> Iterator[Page]:
        """The full text of PMC numbers in open access (JATS), and what is known of PMIDs, DOIs and preprints."""
        for identifier in identifiers:
            if identifier.namespace == "pmcid" and _PMC.fullmatch(identifier.value):
                yield from self.full_text(client, identifier)
        terms = [term for identifier in identifiers if (term := _term(identifier))]
        for start in range(0, len(terms), IDENTIFIERS):
            query = " OR ".join(terms[start : start + IDENTIFIERS])
            yield from self.search(client, query, most=IDENTIFIERS)

    def full_text(self, client: Client, identifier: Identifier) -> Iterator[Page]:
        """The article in JATS, or nothing when it is not in open access."""
        path = f"/{identifier.value}/fullTextXML"
        reply = client.get(self, path, {}, wanted=("article", "errorBean"), keep=DAY, missing=True)
        if reply is not None and b"<errorBean" not in reply.body[:500]:
            yield Page(reply.body, f"{self.title}, {identifier.value}", total=1, records=1)


def _message(tree: object) -> str:
    told = part(tree, "errMsg") or part(tree, "errorMessage") or part(tree, "error")
    return " ".join(told.split())[:200] if isinstance(told, str) and told.strip() else "it does not say why."


def _name(name: Name) -> str:
    return f'{"KW" if name.mesh else "TITLE_ABS"}:"{name.words}"'


def _leaf(leaf: Leaf) -> str:
    if leaf.field is Field.DATE:
        return f"FIRST_PDATE:[{leaf.low or '1000-01-01'} TO {leaf.high or '3000-12-31'}]"
    if leaf.field is Field.PMID:
        return f"(EXT_ID:{leaf.words} AND SRC:MED)" if leaf.words.isdecimal() else ""
    if leaf.field is Field.IDENTIFIER:
        return f'DOI:"{leaf.words}"' if leaf.words.startswith("10.") else f'PMCID:"{leaf.words}"'
    words = leaf.words.replace('"', " ")
    quoted = words if words.endswith("*") and " " not in words else f'"{words}"'
    name = "KW" if leaf.field in HEADINGS else _FIELDS.get(leaf.field, "")
    return f"{name}:{quoted}" if name else quoted


def _term(identifier: Identifier) -> str:
    if identifier.namespace == "pmid":
        return f"(EXT_ID:{identifier.value} AND SRC:MED)"
    if identifier.namespace == "doi":
        return f'DOI:"{identifier.value}"'
    if identifier.namespace == "ppr" and _PREPRINT.fullmatch(identifier.value):
        return f"(EXT_ID:{identifier.value} AND SRC:PPR)"
    return ""


SERVICE = EuropePmc()
