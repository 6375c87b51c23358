"""PDF: the text layer in reading order, with page numbers. Opened in a process of its own; see `_pdf_child`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import BinaryIO, Final

from probatum.acquire.formats import _terms
from probatum.acquire.formats._base import Item, Refusal, refuse
from probatum.acquire.formats._document import Described, digest, record, stated_title
from probatum.acquire.formats._pdf_layout import Line, Segment, lines
from probatum.acquire.formats._whole import TooLongError, whole
from probatum.model import Record

BYTES: Final = 256 << 20
"""Largest PDF that is read."""
PAGES: Final = 5_000
"""Most pages of a PDF."""
CHARACTERS: Final = 24_000_000
"""Most characters of a PDF; 5,000 dense pages have about as many."""
_SHOWN: Final = 40


class Pdf:
    """Text layers alone: a page that is only a picture is named and not read. Scripts and forms are not run."""

    name = "pdf"
    purpose = "PDF with a text layer: columns in reading order, page numbers kept; scanned pages are named"

    def recognises(self, head: bytes) -> bool:
        """By `%PDF-` at the start, or within the first kilobyte behind bytes that are no text (ISO 32000-1, H.3)."""
        at = head[:1024].find(b"%PDF-")
        return at == 0 or (at > 0 and not head[:at].strip(b"\xef\xbb\xbf \t\r\n\0"))

    def read(self, stream: BinaryIO, origin: str) -> Iterator[Item]:
        """One record, and a refusal for the pages that were not read."""
        from probatum.acquire.formats import _pdf_process

        try:
            data = whole(stream, BYTES)
        except TooLongError as error:
            yield refuse(origin, "whole file", "P262", limit=f"{error} bytes")
            return
        try:
            found = _Found()
            for message in _pdf_process.messages(data):
                problem = found.take(message, origin)
                if problem is not None:
                    yield problem
                    return
        except _pdf_process.EndedError as error:
            yield refuse(origin, "whole file", "P265", what=error)
            return
        yield from _items(found, data, origin)


class _Found:
    """What the process said of a document."""

    def __init__(self) -> None:
        from probatum.acquire.formats._pdf_text import Sheet

        self.sheet = Sheet
        self.sheets: list[Sheet] = []
        self.title = self.language = ""
        self.pictures: list[str] = []
        self.damaged: list[str] = []
        self.characters = 0

    def take(self, message: object, origin: str) -> Refusal | None:
        """Note a message; a refusal when the document cannot be read at all."""
        from probatum.acquire.formats._pdf_process import Message

        assert isinstance(message, Message)
        if message.error == "password":
            return refuse(origin, "whole file", "P260")
        if message.error:
            return refuse(origin, "whole file", "P261", reason=message.reason)
        if message.pages is not None:
            self.title, self.language = message.title, message.language
            if message.pages > PAGES:
                return refuse(origin, "whole file", "P262", limit=f"{PAGES} pages")
            if message.pages < 1:
                return refuse(origin, "whole file", "P261", reason="it has no pages")
        elif message.state == "picture":
            self.pictures.append(message.label)
        elif message.state in ("damaged", "large"):
            self.damaged.append(message.label)
        elif message.state:
            self.characters += sum(len(segment[0]) for segment in message.segments)
            if self.characters > CHARACTERS:
                return refuse(origin, "whole file", "P262", limit=f"{CHARACTERS} characters")
            upright = [Segment(*segment[:6]) for segment in message.segments if not segment[6]]
            turned = [Segment(*segment[:6]) for segment in message.segments if segment[6]]
            said = (*lines(upright), *(Line(*segment, segment.x0, segment.x1) for segment in turned))
            self.sheets.append(self.sheet(message.label, message.height, said))
        return None


def _items(found: _Found, data: bytes, origin: str) -> Iterator[Item]:
    from probatum.acquire.formats._pdf_text import blocks

    made: Record | None = None
    if any(sheet.lines for sheet in found.sheets):
        body = blocks(found.sheets, _known)
        language = _terms.language_of(found.language) if found.language else "en"
        said = Described(title=stated_title(found.title, body), language=language)
        made = record(body, said, digest(data), FORMAT.name, origin)
    if found.pictures:
        yield refuse(
            origin, "some pages" if made else "whole file", "P264" if made else "P263", pages=_pages(found.pictures)
        )
    if found.damaged:
        yield refuse(origin, "some pages", "P266", pages=_pages(found.damaged))
    if made is not None:
        yield made
    elif not found.pictures and not found.damaged:
        yield refuse(origin, "whole file", "P273")


def _pages(labels: Sequence[str]) -> str:
    """`page 3`, `pages 1, 2, 7`; of many the first forty."""
    more = f" and {len(labels) - _SHOWN:,} more" if len(labels) > _SHOWN else ""
    return f"page{'s' if len(labels) > 1 else ''} {', '.join(labels[:_SHOWN])}{more}"


def _known(word: str) -> bool:
    from probatum import vocabulary

    return vocabulary.load().known(word)


FORMAT = Pdf()
