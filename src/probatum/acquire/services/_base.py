"""What every online service shares: its protocol, a page of replies, its pace, and what came of asking it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final, Protocol, runtime_checkable

import msgspec

from probatum.errors import ProbatumError
from probatum.model import Identifier, RecordStatus

if TYPE_CHECKING:
    from probatum.acquire.services._client import Client
    from probatum.acquire.services._query import Asked


class Pace(msgspec.Struct, frozen=True):
    """How many requests a second a service allows, and where it says so."""

    free: float
    """Requests a second without a key."""
    keyed: float
    """Requests a second with the key (or address) of `Service.key`."""
    source: str
    """Address of the page that states it, or the words "none is stated" with the reason for the figure taken."""


class Key(msgspec.Struct, frozen=True):
    """What identifies a caller: read from the environment alone, sent as a parameter, never stored or told."""

    variable: str
    """Environment variable it stands in."""
    parameter: str
    """Parameter it is sent as."""


class Page(msgspec.Struct, frozen=True):
    """One reply of a search or a look-up: bytes as the service sent them, for a reader of `acquire.formats`."""

    body: bytes
    name: str
    """Where it came from, as the origin of its records: `PubMed, efetch`."""
    cursor: str = ""
    """Where the next page begins, in the service's own terms; empty at the end."""
    total: int | None = None
    """How many records the service has for the query."""
    records: int = 0
    """How many records the page is to hold."""


class Notice(msgspec.Struct, frozen=True):
    """What a service says of the standing of a document."""

    identifier: Identifier
    standing: RecordStatus
    notice: Identifier | None
    """The document that says so (retraction notice, erratum), when it is named."""
    date: str = ""
    note: str = ""


@runtime_checkable
class Service(Protocol):
    """An online service. Each stands in a module of its own, as the module's `SERVICE`."""

    @property
    def name(self) -> str:
        """The name it is chosen by, lower case: `pubmed`."""

    @property
    def title(self) -> str:
        """The name people know it by: `PubMed`."""

    @property
    def purpose(self) -> str:
        """One line that says what it offers."""

    @property
    def base(self) -> str:
        """The HTTPS address that the paths of its requests stand under."""

    @property
    def hosts(self) -> tuple[str, ...]:
        """The hosts it is reached at: that of `base`, and those that redirects may lead to."""

    @property
    def pace(self) -> Pace:
        """How fast it may be asked."""

    @property
    def keys(self) -> tuple[Key, ...]:
        """Keys and addresses it takes."""

    @property
    def enough(self) -> int:
        """Records that serve a reader who waits for an answer."""

    def write(self, asked: Asked) -> str:
        """What is asked, in this service's own query language; empty when it cannot serve it."""

    def search(self, client: Client, query: str, *, most: int, since: str = "", cursor: str = "") -> Iterator[Page]:
        """Pages for a query, best or newest first, until about `most` records are there.

        `since` (YYYY-MM-DD) leaves out what the service had before. `cursor`, of a page of an earlier search for the
        same query, goes on behind it. Raises ServiceError.
        """

    def fetch(self, client: Client, identifiers: Sequence[Identifier]) -> Iterator[Page]:
        """Pages with the documents of these identifiers, of those kinds that the service knows. Raises ServiceError."""


@runtime_checkable
class Linking(Protocol):
    """A service that knows what a document is related to and what cites it."""

    def links(self, client: Client, identifier: Identifier, kind: str, *, most: int) -> tuple[Identifier, ...]:
        """Documents `related` to this one, or `cited-in` (those that cite it), nearest first. Raises ServiceError."""


@runtime_checkable
class Watching(Protocol):
    """A service that knows of retractions, corrections and concerns."""

    def notices(self, client: Client, identifiers: Sequence[Identifier]) -> Iterator[Notice]:
        """Everything it says of the standing of these documents; nothing for those it does not know.

        Raises ServiceError.
        """


_SHORT: Final[dict[str, str]] = {
    "P510": "timed out",
    "P511": "its server answered HTTP {status}",
    "P512": "it asks to wait {seconds} s",
    "P513": "it sent {found} instead of {wanted}",
    "P514": "its reply is too large",
    "P515": "its reply was cut short or damaged",
    "P516": "it redirects elsewhere",
    "P517": "its address is not on the public internet",
    "P518": "its name was not found",
    "P519": "no connection",
    "P520": "it answered with an error",
    "P521": "nothing could be sent",
    "P523": "interrupted",
    "P524": "its reply could not be read",
}


class ServiceError(ProbatumError):
    """A service could not be asked or did not answer as it should. What was asked and any key stand in no message."""

    @property
    def short(self) -> str:
        """The reason in a few words, as a search account gives it."""
        return _SHORT[self.code].format(**self.fields)


class Outcome(msgspec.Struct, frozen=True):
    """What came of asking a service."""

    title: str
    date: str
    """The day it was asked (YYYY-MM-DD)."""
    records: int = 0
    """Records it gave."""
    total: int | None = None
    """Records it has for the query, when it says."""
    failed: str = ""
    """Why it was not, or not fully, checked; empty when all went well."""

    @property
    def told(self) -> str:
        """As a search account tells it. A service that failed is "not checked", never "nothing found"."""
        if self.failed and not self.records:
            return f"{self.title}: not checked ({self.failed})"
        count = (
            f"{self.records:,} of {self.total:,}" if self.total and self.total > self.records else f"{self.records:,}"
        )
        noun = "record" if self.records == 1 else "records"
        told = f"{self.title}: {count} {noun} on {self.date}"
        return f"{told}, the rest not checked ({self.failed})" if self.failed else told
