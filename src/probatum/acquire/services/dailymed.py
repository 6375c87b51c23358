"""DailyMed's web services, version 2: labels as the FDA gives them out (SPL).

https://dailymed.nlm.nih.gov/dailymed/app-support-web-services.cfm: /spls (parameters drug_name, published_date with
published_date_comparison, pagesize, page) lists set identifiers, /spls/{SETID}.xml is the document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from probatum.acquire.services._base import Pace, Page, ServiceError
from probatum.acquire.services._client import Client
from probatum.acquire.services._query import Asked
from probatum.acquire.services._replies import JSON, count, decode, listed, part
from probatum.model import Identifier
from probatum.text.expressions import expression

LIST: Final = 100
"""Labels of one page of the list; the most it gives."""

DAY: Final = 86_400.0
SEARCH_KEPT: Final = 600.0
_BETWEEN: Final = "; "
_SETID: Final = expression(r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")


class DailyMed:
    """Labels of drugs sold in the United States, whole, newest first. `since` is by the day DailyMed published them."""

    name = "dailymed"
    title = "DailyMed"
    purpose = "whole labels of drugs sold in the United States (NLM)"
    base = "https://dailymed.nlm.nih.gov/dailymed/services/v2"
    hosts = ("dailymed.nlm.nih.gov",)
    pace = Pace(free=3.0, keyed=3.0, source="none is stated; that of the same library's E-utilities")
    keys = ()
    enough = 5

    def write(self, asked: Asked) -> str:
        """Names of drugs, each looked for by itself."""
        return _BETWEEN.join(asked.drugs)

    def search(self, client: Client, query: str, *, most: int, since: str = "", cursor: str = "") -> Iterator[Page]:
        """One label a page. The cursor is the number of the drug, of the page of its list and of the label on it."""
        drugs = query.split(_BETWEEN)
        first = [int(n) for n in cursor.split(",")] if re.fullmatch(r"\d{1,4},\d{1,6},\d{1,3}", cursor) else [0, 1, 0]
        given, told = 0, 0
        for number in range(first[0], len(drugs)):
            page, at = (first[1], first[2]) if number == first[0] else (1, 0)
            while True:
                listing, total, more = self._list(client, drugs[number], since, page)
                told += total if page == 1 else 0
                if not listing and number == len(drugs) - 1 and not given:
                    yield Page(b"", f"{self.title}, list", total=told)
                for place in range(at, len(listing)):
                    if given == most:
                        return
                    given += 1
                    onward = f"{number},{page},{place + 1}"
                    yield from self._document(client, listing[place], onward, told or None)
                if not more:
                    break
                page, at = page + 1, 0

    def _list(self, client: Client, drug: str, since: str, page: int) -> tuple[list[str], int, bool]:
        """Set identifiers, how many there are in all, and whether another page follows."""
        dates = {"published_date": since, "published_date_comparison": "gte"} if since else {}
        asked: dict[str, str | int] = {"drug_name": drug, "pagesize": LIST, "page": page, **dates}
        reply = client.get(self, "/spls.json", asked, wanted=JSON, keep=SEARCH_KEPT)
        tree = decode(reply.body if reply else b"{}")
        total = count(part(tree, "metadata", "total_elements"))
        found = [part(entry, "setid") for entry in listed(part(tree, "data"))]
        kept = [value for value in found if isinstance(value, str) and _SETID.fullmatch(value)]
        if total is None or len(kept) != len(found):
            raise ServiceError("P524", service=self.title)
        return kept, total, bool(kept) and page * LIST < total

    def _document(self, client: Client, setid: str, onward: str, total: int | None) -> Iterator[Page]:
        reply = client.get(self, f"/spls/{setid}.xml", {}, wanted=("document",), keep=DAY, missing=True)
        yield Page(reply.body if reply else b"", f"{self.title}, {setid}", onward, total, 1)

    def fetch(self, client: Client, identifiers: Sequence[Identifier]) -> Iterator[Page]:
        """The labels of these set identifiers."""
        for identifier in identifiers:
            if identifier.namespace == "setid" and _SETID.fullmatch(identifier.value):
                yield from self._document(client, identifier.value, "", 1)


SERVICE = DailyMed()
