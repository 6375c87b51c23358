"""What every format shares: its protocol, and what it yields besides records."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import BinaryIO, Final, Protocol, TypeAlias, runtime_checkable

import msgspec

from probatum.errors import MESSAGES
from probatum.model import Identifier, Record

HEAD_BYTES: Final = 64 * 1024
"""How much of the decompressed input a format sees when it is asked whether it recognises it."""

RECORD_BYTES: Final = 32 * 1024 * 1024
"""Largest single record that is read. The longest real article seen has about 3 MB of XML."""

RECORD_TAGS: Final = 1_000_000
"""Most tags in one XML record. A tree of more would fill memory from few bytes; the largest real ones have 0.1 M."""


class Deletion(msgspec.Struct, frozen=True):
    """The source says that a record no longer exists (PubMed's DeleteCitation)."""

    identifier: Identifier
    origin: str


class Refusal(msgspec.Struct, frozen=True):
    """Something that was not read: in which input, where in it, and why, with the way out.

    `place` is `byte 123`, `line 7`, `record 12 (pmid:1)`, `member x.xml`, or `whole file`.
    """

    origin: str
    place: str
    code: str
    reason: str


Item: TypeAlias = Record | Deletion | Refusal
"""What reading yields."""


class Format(Protocol):
    """An input format. Each stands in a module of its own, as the module's `FORMAT`."""

    @property
    def name(self) -> str:
        """The name it is listed under, lower case."""

    @property
    def purpose(self) -> str:
        """One line that says what it reads."""

    def recognises(self, head: bytes) -> bool:
        """Whether this is the format, judged by the first HEAD_BYTES of the decompressed content alone."""

    def read(self, stream: BinaryIO, origin: str) -> Iterator[Item]:
        """Read a stream from its beginning, in bounded memory.

        A damaged record is a Refusal and the next is read. Whatever error the stream itself raises is passed on,
        after everything complete that came before it was yielded.
        """


@runtime_checkable
class ZipFormat(Format, Protocol):
    """A format whose files are zip archives (Word's, EPUB): recognised by the names in the archive's directory."""

    def recognises_members(self, names: Collection[str]) -> bool:
        """Whether an archive that holds these members is one document of the format. `read` gets the whole archive."""


def refuse(origin: str, place: str, code: str, **fields: object) -> Refusal:
    """A Refusal with the catalogue's message for that code."""
    return Refusal(origin=origin, place=place, code=code, reason=MESSAGES[code].format(**fields))
