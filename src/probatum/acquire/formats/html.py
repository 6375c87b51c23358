"""Web pages: the main text alone, with headings, lists and tables in order; what a reader of the page does not see is
left out. What is said in a page is text, whoever it is meant for; nothing in it is acted upon or fetched."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from typing import BinaryIO, Final

from probatum.acquire.formats._base import RECORD_BYTES, RECORD_TAGS, Item, refuse
from probatum.acquire.formats._document import digest, record
from probatum.acquire.formats._whole import TooLongError, whole
from probatum.acquire.formats._xml import bom, plain_head

_START: Final = re.compile(
    rb"(?:\s+|<!--.*?-->|<\?xml[^>]*>)*(?:<!doctype\s+html\b|<(?:html|head|body)[\s>])", re.IGNORECASE | re.DOTALL
)
_CHARSET: Final = re.compile(rb"<meta[^>]{1,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9._:-]{2,40})", re.IGNORECASE)
_DECLARED: Final = re.compile(rb"<\?xml[^>]{1,200}encoding\s*=\s*[\"']([A-Za-z0-9._:-]{2,40})", re.IGNORECASE)


class Html:
    """HTML and XHTML. Scripts, forms, navigation, comments and hidden text are left out."""

    name = "html"
    purpose = "Web pages: the main text with headings, lists and tables; navigation and hidden text left out"

    def recognises(self, head: bytes) -> bool:
        """By the document type or the first element."""
        return _START.match(plain_head(head)) is not None

    def read(self, stream: BinaryIO, origin: str) -> Iterator[Item]:
        """One record."""
        from lxml import etree

        from probatum.acquire.formats import _html_about, _html_text

        try:
            data = whole(stream, RECORD_BYTES)
        except TooLongError as error:
            yield refuse(origin, "whole file", "P210", limit=f"{error} bytes")
            return
        if data.count(b"<") > 2 * RECORD_TAGS:
            yield refuse(origin, "whole file", "P210", limit=f"{RECORD_TAGS} tags")
            return
        try:
            root = _parsed(decoded(data))
            described = _html_about.described(root)
            made = record(list(_html_text.blocks(root)), described, digest(data), self.name, origin)
        except (etree.ParserError, etree.XMLSyntaxError, ValueError, RecursionError) as error:
            yield refuse(origin, "whole file", "P276", reason=str(error)[:200] or "it is not HTML")
            return
        yield made or refuse(origin, "whole file", "P273")


def decoded(data: bytes) -> str:
    """The page's text: by its byte-order mark, else what it declares, else UTF-8, else Windows-1252, as browsers do
    (WHATWG HTML 13.2.3)."""
    encoding, length = bom(data[:4])
    if not encoding:
        found = _DECLARED.match(data.lstrip()[:300]) or _CHARSET.search(data[:4096])
        encoding = found[1].decode() if found else ""
    for name in (encoding, "utf-8"):
        try:
            codec = codecs.lookup(name)
            wide = codec.name.startswith(("utf-16", "utf-32")) and not length
            return data[length:].decode("utf-8" if wide else codec.name)
        except (LookupError, UnicodeError):
            continue
    return data[length:].decode("cp1252", "replace")


def _parsed(text: str):  # type: ignore[no-untyped-def]
    """The tree. Raises ValueError where the parser gave up, so that no half of a page passes for the whole."""
    from lxml import etree

    parser = etree.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, huge_tree=False, encoding="utf-8")
    root = etree.fromstring(text.replace("\0", "\ufffd").encode("utf-8", "replace"), parser)
    stopped = [e.message for e in parser.error_log if e.level_name == "FATAL" or "xcessive depth" in e.message]
    if root is None or stopped:
        raise ValueError(stopped[0].strip() if stopped else "it is empty")
    return root


FORMAT = Html()
