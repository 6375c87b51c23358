"""What online services say of the standing of documents, laid over the records of a library."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import msgspec

from probatum.acquire.services import Notice, Service, ServiceError, Watching
from probatum.model import Identifier, Record

if TYPE_CHECKING:
    from probatum.acquire.library import Library
    from probatum.acquire.services._client import Client

WATCHING = ("crossref", "openalex")
"""Services that are asked where nothing else is said."""

DOCUMENTS = 20
"""Documents asked about at a time, so that an interrupt or a failure keeps what was told of others."""


class Checked(msgspec.Struct, frozen=True):
    """What one service said of the standing of some documents."""

    title: str
    date: str
    documents: int
    """Documents asked about and answered for."""
    notices: tuple[Notice, ...] = ()
    failed: str = ""
    """Why it was not, or not fully, checked; empty when all went well."""

    @property
    def told(self) -> str:
        """As a search account tells it."""
        if self.failed and not self.documents:
            return f"{self.title}: standing not checked ({self.failed})"
        noun = "notice" if len(self.notices) == 1 else "notices"
        documents = "1 document" if self.documents == 1 else f"{self.documents:,} documents"
        told = f"{self.title}: standing of {documents} checked on {self.date}, {len(self.notices):,} {noun}"
        return f"{told}, the rest not checked ({self.failed})" if self.failed else told


def of_interest(records: Iterable[Record], most: int) -> tuple[Identifier, ...]:
    """The DOIs of records, at most `most`: publishers tell of a document by its DOI."""
    found = dict.fromkeys(i for record in records for i in record.identifiers if i.namespace == "doi")
    return tuple(found)[:most]


def check(
    services: Sequence[Service], client: Client, identifiers: Sequence[Identifier], today: str = ""
) -> tuple[Checked, ...]:
    """Ask services one after the other; a service that fails is "not checked" and the next is asked."""
    date = today or datetime.date.today().isoformat()
    return tuple(_check_one(s, s, client, identifiers, date) for s in services if isinstance(s, Watching))


def _check_one(
    service: Service, watching: Watching, client: Client, identifiers: Sequence[Identifier], date: str
) -> Checked:
    notices: list[Notice] = []
    done = 0
    try:
        for start in range(0, len(identifiers), DOCUMENTS):
            batch = identifiers[start : start + DOCUMENTS]
            notices += watching.notices(client, batch)
            done += len(batch)
    except ServiceError as error:
        return Checked(service.title, date, done, tuple(notices), error.short)
    return Checked(service.title, date, done, tuple(notices))


def lay(library: Library, checked: Iterable[Checked]) -> tuple[str, ...]:
    """Lay what was told over the library's records; the ids of those that stand otherwise now.

    Raises ProbatumError P303 when another process is writing.
    """
    from probatum.acquire import notices
    from probatum.model import Notice as Standing

    changed: dict[str, None] = {}
    for one in checked:
        named = [
            notices.Named(
                n.identifier,
                Standing(n.standing, one.title, identifier=str(n.notice or ""), date=n.date, reason=n.note),
            )
            for n in one.notices
        ]
        if named:
            changed.update(dict.fromkeys(notices.stand(library, named, one.title, one.date).changed))
    return tuple(changed)
