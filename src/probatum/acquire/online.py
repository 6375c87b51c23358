"""From what may be asked to records: services are asked, their replies read, and what came of it is told.

Replies are read by the formats of `acquire.formats`, by content, as files are.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from typing import Final

import msgspec

from probatum.acquire.formats import Deletion, Refusal
from probatum.acquire.reading import read_bytes
from probatum.acquire.services import Linking, Outcome, Page, Service, ServiceError
from probatum.acquire.services._client import Client
from probatum.acquire.services._query import Asked
from probatum.acquire.services._state import Resumable
from probatum.model import Identifier, Record

FOR_AN_ANSWER: Final = ("pubmed", "europepmc", "clinicaltrials", "openfda")
"""Services asked for a reader who waits, where nothing else is said."""


SHOWN: Final = 20
"""Identifiers that are told one by one."""


class Plan(msgspec.Struct, frozen=True):
    """What will be sent to a service: a query, or identifiers whose documents, or neighbours, are wanted."""

    service: Service
    query: str
    """In the service's own words; empty when it cannot serve the question."""
    host: str
    identifiers: tuple[Identifier, ...] = ()
    links: str = ""
    """`related` or `cited-in`: documents so linked to the identifiers are wanted, not their own."""
    keys: tuple[str, ...] = ()
    """Environment variables whose keys or addresses go with it."""

    @property
    def told(self) -> str:
        """What is sent, as it is shown; empty when nothing is."""
        if not self.identifiers:
            return self.query
        more = f" and {len(self.identifiers) - SHOWN:,} more" if len(self.identifiers) > SHOWN else ""
        named = ", ".join(map(str, self.identifiers[:SHOWN])) + more
        return f"{named} ({self.links})" if self.links else named

    def pages(self, client: Client, most: int, since: str, cursor: str) -> Iterator[Page]:
        """The service's replies. Raises ServiceError."""
        if not self.identifiers:
            return self.service.search(client, self.query, most=most, since=since, cursor=cursor)
        wanted: dict[Identifier, None] = dict.fromkeys(self.identifiers)
        if self.links and isinstance(self.service, Linking):
            wanted = {}
            for identifier in self.identifiers:
                wanted.update(dict.fromkeys(self.service.links(client, identifier, self.links, most=most)))
        return self.service.fetch(client, tuple(wanted)[:most])


class Batch(msgspec.Struct, frozen=True):
    """What a page of a service's reply held."""

    records: tuple[Record | Deletion, ...]
    refused: tuple[Refusal, ...]
    page: Page


class Found(msgspec.Struct, frozen=True):
    """What a service gave in all, and what came of asking it."""

    outcome: Outcome
    records: tuple[Record, ...] = ()
    refused: tuple[Refusal, ...] = ()


def plan(services: Sequence[Service], asked: Asked, client: Client) -> tuple[Plan, ...]:
    """What will be sent, for each service."""
    return tuple(Plan(s, s.write(asked), client.host(s), keys=client.keys(s)) for s in services)


SERVES: Final = {
    "pmid": "pubmed",
    "pmcid": "europepmc",
    "doi": "europepmc",
    "nct": "clinicaltrials",
    "setid": "dailymed",
}
"""Namespace -> the service that is asked for a document of it, where nothing else is said."""


def plan_documents(
    services: Sequence[Service], identifiers: Sequence[Identifier], client: Client, links: str = ""
) -> tuple[Plan, ...]:
    """What will be sent for documents known by identifier: each service gets all, or those it serves when several."""
    every = tuple(dict.fromkeys(identifiers))
    mine = {s.name: tuple(i for i in every if SERVES.get(i.namespace) in (s.name, None)) for s in services}
    several = len(services) > 1
    return tuple(
        Plan(s, "", client.host(s), found, links, client.keys(s))
        for s in services
        if (found := mine[s.name] if several else every)
    )


def read(page: Page) -> Batch:
    """The records of a page; what cannot be read is a Refusal."""
    items = [item for _, item in read_bytes(page.body, page.name)] if page.body else []
    kept = tuple(item for item in items if not isinstance(item, Refusal))
    return Batch(kept, tuple(item for item in items if isinstance(item, Refusal)), page)


def batches(planned: Plan, client: Client, *, most: int, since: str = "", cursor: str = "") -> Iterator[Batch]:
    """Pages of a search as they come, at most `most` records, from `cursor` on. Raises ServiceError."""
    given = 0
    for page in planned.pages(client, most, since, cursor):
        batch = read(page)
        over = given + len(batch.records) - most
        if over > 0:
            batch = msgspec.structs.replace(batch, records=batch.records[:-over])
        given += len(batch.records)
        yield batch
        if given >= most:
            return


def ask(
    planned: Sequence[Plan], client: Client, *, most: int | None = None, since: str = "", today: str = ""
) -> tuple[Found, ...]:
    """Ask all services at the same time, at most `most` records of each (else what each says is enough); none fails the
    others.

    An interrupt stops those that have not answered; they are "not checked".
    """
    date = today or datetime.date.today().isoformat()
    with ThreadPoolExecutor(max_workers=max(1, len(planned)), thread_name_prefix="service") as pool:
        running = [pool.submit(_ask_one, one, client, most or one.service.enough, since, date) for one in planned]
        try:
            wait(running)
        except KeyboardInterrupt:
            client.stop.set()  # what has been asked ends with its own time limit
        return tuple(one.result() for one in running)


def _ask_one(planned: Plan, client: Client, most: int, since: str, date: str) -> Found:
    title = planned.service.title
    if not planned.told:
        error = ServiceError("P521", service=title, reason="it names nothing that it holds")
        return Found(Outcome(title, date, failed=error.short))
    records: list[Record] = []
    refused: list[Refusal] = []
    total: int | None = None
    failed = ""
    try:
        for batch in batches(planned, client, most=most, since=since):
            records += [item for item in batch.records if isinstance(item, Record)]
            refused += batch.refused
            total = batch.page.total if total is None else total
    except ServiceError as error:
        failed = error.short
    except (OSError, ValueError, TypeError, LookupError, AttributeError, RuntimeError):
        # A reply, or a service of somebody else's, may be wrong in ways nobody thought of; the answer must come.
        failed = ServiceError("P524", service=title).short
    if refused and not records and not failed:
        failed = ServiceError("P524", service=title).short
    return Found(Outcome(title, date, len(records), total, failed), tuple(records), tuple(refused))


def unkept(outcome: Outcome, reason: str) -> Outcome:
    """The outcome when nothing that a service gave could be used."""
    return msgspec.structs.replace(outcome, records=0, failed=outcome.failed or reason)


Sink = Callable[["Iterable[Record | Deletion]"], object]
"""Where records are kept: `Library.add` with its arguments."""

CHUNK: Final = 2_000
"""Records kept at a time."""

STALE: Final = ("P511", "P513", "P515", "P520", "P524")
"""Errors by which a service may say that it no longer knows the place of an earlier search."""


class Filling:
    """One service's records on their way into a library, as they come.

    What is kept is noted in `state`, so that the same call later goes on where this one stopped.
    """

    def __init__(
        self,
        planned: Plan,
        client: Client,
        keep: Sink,
        state: Resumable,
        progress: Callable[[str, int, int | None], None] = lambda title, done, total: None,
    ) -> None:
        self.planned = planned
        self.client = client
        self.keep = keep
        self.state = state
        self.progress = progress
        self.total: int | None = None
        self.done = 0
        self.refused: list[Refusal] = []
        self._cursor = ""
        self._waiting: list[Record | Deletion] = []

    def run(self, *, most: int, since: str = "", today: str = "") -> Found:
        """Ask until about `most` records are kept. An interrupt keeps what has come, and passes."""
        title, date = self.planned.service.title, today or datetime.date.today().isoformat()
        begun = self.state.begun
        failed = ""
        try:
            try:
                self._go(most, since)
            except ServiceError as error:
                if begun is None or self._cursor or error.code not in STALE:
                    raise
                self.state.forget()  # the place is known no more: from the beginning, what is kept is left alone
                self.client.keeps = False
                self._go(most, since)
        except ServiceError as error:
            self._keep()
            failed = error.short
        except KeyboardInterrupt:
            self._keep()
            raise
        if self.refused and not self.done and not failed:
            failed = ServiceError("P524", service=title).short
        return Found(Outcome(title, date, self.done, self.total, failed), (), tuple(self.refused))

    def _go(self, most: int, since: str) -> None:
        begun = self.state.begun
        self.done, self.total = (begun.done, begun.total) if begun else (0, None)
        left, cursor = most - self.done, begun.cursor if begun else ""
        for batch in batches(self.planned, self.client, most=left, since=since, cursor=cursor) if left > 0 else ():
            self._waiting += batch.records
            self._cursor = batch.page.cursor
            self.refused += batch.refused
            self.total = batch.page.total if self.total is None else self.total
            self.progress(self.planned.service.title, self.done + len(self._waiting), self.total)
            if len(self._waiting) >= CHUNK:
                self._keep()
        self._keep()
        self.state.forget()

    def _keep(self) -> None:
        if self._waiting:
            self.keep(self._waiting)
            self.done += sum(isinstance(item, Record) for item in self._waiting)
            self._waiting = []
        self.state.note(self._cursor, self.done, self.total)
