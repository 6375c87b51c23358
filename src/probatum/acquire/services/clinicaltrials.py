"""ClinicalTrials.gov's Data API, version 2.

https://clinicaltrials.gov/data-api/api (parameters query.cond, query.intr, query.term, filter.advanced, pageSize,
pageToken, countTotal) and its Essie expressions, https://clinicaltrials.gov/find-studies/constructing-complex-search-queries.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from probatum.acquire.services import _boolean
from probatum.acquire.services._base import Pace, Page, ServiceError
from probatum.acquire.services._client import Client
from probatum.acquire.services._query import Asked
from probatum.acquire.services._replies import JSON, count, decode, listed, part
from probatum.acquire.syntax import Field, Leaf
from probatum.acquire.syntax.fields import HEADINGS, TEXT
from probatum.model import Identifier
from probatum.text.expressions import expression

BATCH: Final = 50
"""Studies of one page: one with results may have a megabyte and more."""

DAY: Final = 86_400.0
SEARCH_KEPT: Final = 600.0
_AREAS: Final = ("query.cond=", "query.intr=", "query.term=")
_BETWEEN: Final = "; "
_NUMBER: Final = expression(r"NCT\d{8}")


class ClinicalTrials:
    """Registered studies, with results where they were posted.

    Synonyms are the register's own, so preferred names are sent. `since` is by the day a study was last posted.
    """

    name = "clinicaltrials"
    title = "ClinicalTrials.gov"
    purpose = "registered studies, with results where they were posted"
    base = "https://clinicaltrials.gov/api/v2"
    hosts = ("clinicaltrials.gov", "www.clinicaltrials.gov")
    pace = Pace(free=1.0, keyed=1.0, source="none is stated; the crawl delay of https://clinicaltrials.gov/robots.txt")
    keys = ()
    enough = 25

    def write(self, asked: Asked) -> str:
        """Conditions and interventions of a question; a typed query in the search of all fields."""
        if asked.typed:
            told = _boolean.rewrite(asked.read, _leaf) if asked.read else ""
            return f"query.term={told}" if told else ""
        parts = [f"query.cond={_any(asked.conditions[:1])}"] if asked.conditions else []
        parts += [f"query.intr={_any(asked.treatments)}"] if asked.treatments else []
        if not parts and asked.groups:
            parts = [f"query.term={_boolean.join(asked.groups, lambda name: _phrase(name.words))}"]
        return _BETWEEN.join(parts)

    def search(self, client: Client, query: str, *, most: int, since: str = "", cursor: str = "") -> Iterator[Page]:
        """Pages in order of relevance."""
        asked: dict[str, str | int] = dict(_parameters(query))
        if since:
            asked["filter.advanced"] = f"AREA[LastUpdatePostDate]RANGE[{since},MAX]"
        given, token = 0, cursor
        total: int | None = None
        while given < most:
            size = min(BATCH, most - given)
            paged = {**asked, "pageSize": size, "pageToken": token, "countTotal": "true", "format": "json"}
            reply = client.get(self, "/studies", paged, wanted=JSON, keep=SEARCH_KEPT)
            tree = decode(reply.body if reply else b"{}")
            if not isinstance(part(tree, "studies"), list):
                raise ServiceError("P524", service=self.title)
            studies = listed(part(tree, "studies"))
            total = count(part(tree, "totalCount")) if total is None else total
            following = part(tree, "nextPageToken")
            token = following if isinstance(following, str) and studies else ""
            given += len(studies)
            body = reply.body if reply and studies else b""
            yield Page(body, f"{self.title}, search", token, total, len(studies))
            if not token:
                return

    def fetch(self, client: Client, identifiers: Sequence[Identifier]) -> Iterator[Page]:
        """The studies of NCT numbers."""
        for identifier in identifiers:
            if identifier.namespace == "nct" and _NUMBER.fullmatch(identifier.value):
                path = f"/studies/{identifier.value}"
                reply = client.get(self, path, {"format": "json"}, wanted=JSON, keep=DAY, missing=True)
                if reply is not None:
                    yield Page(reply.body, f"{self.title}, {identifier.value}", total=1, records=1)


def _parameters(query: str) -> Iterator[tuple[str, str]]:
    """The parameters that a query of `write` is sent as."""
    for told in query.split(_BETWEEN):
        area = next((a for a in _AREAS if told.startswith(a)), "")
        yield (area.rstrip("=") or "query.term", told.removeprefix(area))


def _phrase(words: str) -> str:
    return '"' + words.replace('"', " ").replace(";", " ").strip() + '"'


def _any(names: Sequence[str]) -> str:
    return " OR ".join(_phrase(name) for name in names)


def _leaf(leaf: Leaf) -> str:
    """A term as an Essie expression; what the register has no field for (authors, journals, dates) is left out."""
    if leaf.field in HEADINGS or leaf.field in TEXT:
        return _phrase(leaf.words.rstrip("*"))
    return leaf.words if leaf.field in (Field.IDENTIFIER, Field.REGISTRATION) else ""


SERVICE = ClinicalTrials()
