"""Crossref's REST API: works by DOI or words, and the updates (retractions, corrections, concerns) of a work.

https://www.crossref.org/documentation/retrieve-metadata/rest-api/ (parameters query.bibliographic, filter, rows,
cursor; public and polite pool), and https://doi.org/10.64000/wadve-3tj60 (since December 2025 one list a second in the
public pool, three in the polite one). Updates include those of Retraction Watch.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final
from urllib.parse import quote

import msgspec

from probatum.acquire.formats._updates import standing
from probatum.acquire.services._base import Key, Notice, Pace, Page, ServiceError
from probatum.acquire.services._boolean import leaves
from probatum.acquire.services._client import Client
from probatum.acquire.services._query import Asked
from probatum.acquire.services._replies import JSON, count, decode, listed, part
from probatum.acquire.syntax.fields import HEADINGS, TEXT
from probatum.model import Identifier
from probatum.text import identifiers as identifying

BATCH: Final = 50
DOIS: Final = 20
"""DOIs of one look-up, so that the address stays short."""

DAY: Final = 86_400.0
SEARCH_KEPT: Final = 600.0


class Crossref:
    """Bibliographic data that publishers deposit, and what they say of a work later.

    It looks for words anywhere and orders by likeness, so `most` bounds it, not the number found. `since` is by the day
    a work was registered. With CROSSREF_MAILTO it answers in its polite pool; the address is sent to it.
    """

    name = "crossref"
    title = "Crossref"
    purpose = "bibliographic data of publishers; retractions, corrections, concerns"
    base = "https://api.crossref.org"
    hosts = ("api.crossref.org",)
    pace = Pace(
        free=1.0,
        keyed=3.0,
        source="https://www.crossref.org/documentation/retrieve-metadata/rest-api/access-and-authentication/",
    )
    keys = (Key("CROSSREF_MAILTO", "mailto"),)
    enough = 20

    def write(self, asked: Asked) -> str:
        """Words alone: it knows no operators."""
        typed = [leaf.words for leaf in leaves(asked.read) if leaf.field in TEXT | HEADINGS] if asked.read else []
        words = typed or [group[0].words for group in asked.groups]
        return " ".join(word.rstrip("*") for word in words)

    def search(self, client: Client, query: str, *, most: int, since: str = "", cursor: str = "") -> Iterator[Page]:
        """Pages in order of likeness."""
        asked = {"query.bibliographic": query, **({"filter": f"from-created-date:{since}"} if since else {})}
        mark, given = cursor or "*", 0
        while given < most:
            size = min(BATCH, most - given)
            reply = client.get(self, "/works", {**asked, "rows": size, "cursor": mark}, wanted=JSON, keep=SEARCH_KEPT)
            message = part(decode(reply.body if reply else b"{}"), "message")
            total, items = count(part(message, "total-results")), listed(part(message, "items"))
            if total is None:
                raise ServiceError("P524", service=self.title)
            following = part(message, "next-cursor")
            mark = following if isinstance(following, str) and items else ""
            given += len(items)
            yield Page(reply.body if reply and items else b"", f"{self.title}, works", mark, total, len(items))
            if not mark:
                return

    def fetch(self, client: Client, identifiers: Sequence[Identifier]) -> Iterator[Page]:
        """The works of these DOIs."""
        known = [i.value for i in identifiers if i.namespace == "doi"]
        dois = [doi for doi in known if "," not in doi]  # a comma would part two filters
        for doi in known:
            if "," in doi:
                yield from self._one(client, doi)
        for start in range(0, len(dois), DOIS):
            batch = dois[start : start + DOIS]
            asked = {"filter": ",".join(f"doi:{doi}" for doi in batch), "rows": str(len(batch))}
            reply = client.get(self, "/works", asked, wanted=JSON, keep=DAY)
            items = part(decode(reply.body if reply else b"{}"), "message", "items")
            if not isinstance(items, list):  # no list is no answer, and never "nothing was retracted"
                raise ServiceError("P524", service=self.title)
            yield Page(
                reply.body if reply and items else b"", f"{self.title}, works", total=len(dois), records=len(items)
            )

    def _one(self, client: Client, doi: str) -> Iterator[Page]:
        reply = client.get(self, f"/works/{quote(doi, safe='')}", {}, wanted=JSON, keep=DAY, missing=True)
        if reply is not None:
            work = part(decode(reply.body), "message")
            if not isinstance(work, dict):
                raise ServiceError("P524", service=self.title)
            body = msgspec.json.encode({"status": "ok", "message-type": "work-list", "message": {"items": [work]}})
            yield Page(body, f"{self.title}, works", total=1, records=1)

    def notices(self, client: Client, identifiers: Sequence[Identifier]) -> Iterator[Notice]:
        """What updates say of these DOIs (`updated-by`)."""
        asked = {i for i in identifiers if i.namespace == "doi"}
        for page in self.fetch(client, sorted(asked)):
            for work in listed(part(decode(page.body or b"{}"), "message", "items")):
                of = _doi(part(work, "DOI"))
                if of in asked:
                    yield from _notices(of, listed(part(work, "updated-by")))


def _doi(value: Any) -> Identifier | None:
    found = identifying.parse(f"doi:{value}") if isinstance(value, str) else None
    return found if found is not None and found.namespace == "doi" else None


def _notices(of: Identifier, updates: Sequence[Any]) -> Iterator[Notice]:
    for update in updates:
        told = part(update, "type")
        says = standing(told) if isinstance(told, str) else None
        if says is not None:
            by = part(update, "source")
            note = told.replace("_", " ") + (f", according to {by}" if isinstance(by, str) and len(by) < 60 else "")
            yield Notice(of, says, _doi(part(update, "DOI")), _date(part(update, "updated")), note)


def _date(value: Any) -> str:
    """YYYY, YYYY-MM or YYYY-MM-DD, as far as it is known."""
    parts = listed(part(value, "date-parts"))
    numbers = [n for n in listed(parts[0] if parts else None) if isinstance(n, int) and 0 < n < 3000][:3]
    if numbers and numbers[0] > 1000:
        return "-".join([f"{numbers[0]:04}", *(f"{n:02}" for n in numbers[1:])])
    told = part(value, "date-time")
    return told[:10] if isinstance(told, str) and len(told) >= 10 else ""


SERVICE = Crossref()
