"""PubMed XML: efetch replies, baseline and update files, books."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO, Final

from lxml import etree

from probatum.acquire.formats import _citation
from probatum.acquire.formats._base import Deletion, Item, Refusal, refuse
from probatum.acquire.formats._xml import Piece, new_parser, parse, pieces, root_of

_ROOTS: Final = frozenset(
    {"PubmedArticleSet", "PubmedBookArticleSet", "PubmedArticle", "PubmedBookArticle", "DeleteCitation"}
)
_TAGS: Final = ("PubmedArticle", "PubmedBookArticle", "DeleteCitation")


class PubMed:
    """PubMed's XML. See `_citation` for how a citation is read.

    Reference lists are not read: they are other papers' words. A DeleteCitation gives a Deletion for each number.
    """

    name = "pubmed"
    purpose = "PubMed XML: efetch replies, baseline and update files, book articles"

    def recognises(self, head: bytes) -> bool:
        """By the root element."""
        return root_of(head) in _ROOTS

    def read(self, stream: BinaryIO, origin: str) -> Iterator[Item]:
        """Records and deletions in file order; a malformed citation is refused by the byte it begins at."""
        parser = new_parser()
        for number, piece in enumerate(pieces(stream, origin, _TAGS), start=1):
            if isinstance(piece, Refusal):
                yield piece
            else:
                yield from _items(piece, number, origin, parser)


def _items(piece: Piece, number: int, origin: str, parser: etree.XMLParser) -> Iterator[Item]:
    try:
        element = parse(piece, parser)
        if piece.tag == "DeleteCitation":
            for identifier in _citation.deletions(element):
                yield Deletion(identifier, origin)
        elif piece.tag == "PubmedBookArticle":
            yield _citation.book_record(element, origin)
        else:
            yield _citation.article_record(element, origin)
    except etree.XMLSyntaxError as error:
        yield refuse(origin, f"byte {piece.offset}", "P205", reason=_where(error, number))
    except _citation.NoIdentityError as error:
        yield refuse(origin, f"record {number}, byte {piece.offset}", "P218", missing=str(error))


def _where(error: etree.XMLSyntaxError, number: int) -> str:
    return f"{error.msg or 'it is not XML'} (within record {number})"


FORMAT = PubMed()
