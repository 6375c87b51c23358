"""OpenAlex: works by DOI, PMID or words, and whether a work is retracted.

https://developers.openalex.org/ (works, filter, search; paging by page up to 10,000 works, cursors ask for a key) and
https://developers.openalex.org/api-reference/authentication (100 requests a second; a free key for more than a few a
day).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from probatum.acquire.services._base import Key, Notice, Pace, Page, ServiceError
from probatum.acquire.services._boolean import join, rewrite
from probatum.acquire.services._client import Client
from probatum.acquire.services._query import Asked
from probatum.acquire.services._replies import JSON, count, decode, listed, part
from probatum.acquire.syntax import Leaf
from probatum.acquire.syntax.fields import HEADINGS, TEXT
from probatum.model import Identifier, RecordStatus
from probatum.text import identifiers as identifying

BATCH: Final = 100
"""Works of one page, the most it gives."""

REACH: Final = 10_000
DAY: Final = 86_400.0
SEARCH_KEPT: Final = 600.0
_FILTERS: Final = {"doi": "doi", "pmid": "pmid"}


class OpenAlex:
    """Works of all fields, with a mark for retracted ones. `since` is by the day of publication."""

    name = "openalex"
    title = "OpenAlex"
    purpose = "works of all fields of science; marks retracted ones"
    base = "https://api.openalex.org"
    hosts = ("api.openalex.org",)
    pace = Pace(free=10.0, keyed=10.0, source="https://developers.openalex.org/api-reference/authentication")
    keys = (Key("OPENALEX_API_KEY", "api_key"), Key("OPENALEX_MAILTO", "mailto"))
    enough = 20

    def write(self, asked: Asked) -> str:
        """Words with operators, looked for in title, abstract and full text."""
        if asked.typed:
            return rewrite(asked.read, _leaf) if asked.read else ""
        return join(asked.groups, lambda name: f'"{name.words}"')

    def search(self, client: Client, query: str, *, most: int, since: str = "", cursor: str = "") -> Iterator[Page]:
        """Pages in order of relevance, at most REACH works."""
        asked = {"search": query, **({"filter": f"from_publication_date:{since}"} if since else {})}
        page, given = int(cursor) if cursor.isdecimal() else 1, 0
        while given < most and page * BATCH <= REACH:
            paged = {**asked, "per_page": str(BATCH), "page": str(page)}
            reply = client.get(self, "/works", paged, wanted=JSON, keep=SEARCH_KEPT)
            tree = decode(reply.body if reply else b"{}")
            total, results = count(part(tree, "meta", "count")), listed(part(tree, "results"))
            if total is None:
                raise ServiceError("P524", service=self.title)
            page += 1
            given += len(results)
            onward = str(page) if results and (page - 1) * BATCH < min(total, REACH) else ""
            body = reply.body if reply and results else b""
            yield Page(body, f"{self.title}, works", onward, total, len(results))
            if not onward:
                return

    def fetch(self, client: Client, identifiers: Sequence[Identifier]) -> Iterator[Page]:
        """The works of these DOIs and PMIDs."""
        for namespace, name in _FILTERS.items():
            values = [i.value for i in identifiers if i.namespace == namespace and not set(i.value) & set("|,")]
            for start in range(0, len(values), BATCH // 2):
                batch = values[start : start + BATCH // 2]
                asked = {"filter": f"{name}:{'|'.join(batch)}", "per_page": str(BATCH)}
                reply = client.get(self, "/works", asked, wanted=JSON, keep=DAY)
                found = part(decode(reply.body if reply else b"{}"), "results")
                if not isinstance(found, list):  # no list is no answer, and never "nothing was retracted"
                    raise ServiceError("P524", service=self.title)
                body = reply.body if reply and found else b""
                yield Page(body, f"{self.title}, works", total=len(values), records=len(found))

    def notices(self, client: Client, identifiers: Sequence[Identifier]) -> Iterator[Notice]:
        """Which of these are marked as retracted (`is_retracted`); it names no notice and no date."""
        asked = set(identifiers)
        for page in self.fetch(client, sorted(asked)):
            for work in listed(part(decode(page.body or b"{}"), "results")):
                if part(work, "is_retracted") is True:
                    for identifier in _identifiers(work):
                        if identifier in asked:
                            yield Notice(
                                identifier, RecordStatus.RETRACTED, None, "", "marked as retracted by OpenAlex"
                            )


def _identifiers(work: object) -> Iterator[Identifier]:
    for namespace in _FILTERS:
        told = part(work, "ids", namespace)
        value = told.rstrip("/").rsplit("/", 1)[-1] if isinstance(told, str) and namespace == "pmid" else told
        found = identifying.parse(f"{namespace}:{value}") if isinstance(value, str) else None
        if namespace == "doi" and isinstance(told, str):
            found = identifying.parse(told)
        if found is not None and found.namespace == namespace:
            yield found


def _leaf(leaf: Leaf) -> str:
    """A term; what is no word of the text (authors, journals, dates) is left out."""
    if leaf.field not in TEXT | HEADINGS:
        return ""
    return '"' + leaf.words.rstrip("*").replace('"', " ") + '"'


SERVICE = OpenAlex()
