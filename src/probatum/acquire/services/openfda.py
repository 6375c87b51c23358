"""openFDA's drug labels.

https://open.fda.gov/apis/drug/label/ (fields), https://open.fda.gov/apis/query-parameters/ (search, sort, limit, skip),
https://open.fda.gov/apis/paging/ (skip to 25,000), https://open.fda.gov/apis/authentication/ (240 requests a minute;
1,000 a day without a key, 120,000 with one).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from probatum.acquire.services._base import Key, Pace, Page, ServiceError
from probatum.acquire.services._client import Client
from probatum.acquire.services._query import Asked
from probatum.acquire.services._replies import JSON, count, decode, listed, part
from probatum.model import Identifier

BATCH: Final = 25
"""Labels of one page: one has about 100 kB."""

REACH: Final = 25_000
DAY: Final = 86_400.0
_NAMED_IN: Final = ("openfda.generic_name", "openfda.brand_name", "openfda.substance_name")


class OpenFda:
    """Labels of drugs sold in the United States, newest first. `since` is by the label's effective date."""

    name = "openfda"
    title = "openFDA"
    purpose = "labels of drugs sold in the United States (FDA)"
    base = "https://api.fda.gov"
    hosts = ("api.fda.gov",)
    pace = Pace(free=4.0, keyed=4.0, source="https://open.fda.gov/apis/authentication/")
    keys = (Key("OPENFDA_API_KEY", "api_key"),)
    enough = 5

    def write(self, asked: Asked) -> str:
        """Labels of the drugs that are named."""
        return " OR ".join(f'{field}:"{drug}"' for drug in asked.drugs for field in _NAMED_IN)

    def search(self, client: Client, query: str, *, most: int, since: str = "", cursor: str = "") -> Iterator[Page]:
        """Pages of BATCH labels."""
        wanted = f"({query}) AND effective_time:[{since.replace('-', '')} TO 29991231]" if since else query
        start = int(cursor) if cursor.isdecimal() else 0
        given = 0
        while given < most and start < REACH:
            paged: dict[str, str | int] = {"limit": min(BATCH, most - given), "skip": start}
            asked = {"search": wanted, "sort": "effective_time:desc", **paged}
            reply = client.get(self, "/drug/label.json", asked, wanted=JSON, keep=DAY, missing=True)
            if reply is None:  # it answers 404 when nothing matches
                yield Page(b"", f"{self.title}, labels", total=0)
                return
            tree = decode(reply.body)
            total, results = count(part(tree, "meta", "results", "total")), listed(part(tree, "results"))
            if total is None:
                raise ServiceError("P524", service=self.title)
            start += len(results)
            given += len(results)
            onward = str(start) if results and start < total else ""
            yield Page(reply.body if results else b"", f"{self.title}, labels", onward, total, len(results))
            if not onward:
                return

    def fetch(self, client: Client, identifiers: Sequence[Identifier]) -> Iterator[Page]:
        """The labels of these set identifiers."""
        wanted = [i.value for i in identifiers if i.namespace == "setid"]
        for start in range(0, len(wanted), BATCH):
            query = " OR ".join(f'set_id:"{value}"' for value in wanted[start : start + BATCH])
            yield from self.search(client, query, most=BATCH)


SERVICE = OpenFda()
