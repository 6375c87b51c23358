"""JATS full text: one article, or a set as PubMed Central's services give it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO, Final

from lxml import etree

from probatum.acquire.formats import _identity, _terms
from probatum.acquire.formats._base import Item, Refusal, refuse
from probatum.acquire.formats._jats_body import sections_of
from probatum.acquire.formats._jats_text import running
from probatum.acquire.formats._text import flat
from probatum.acquire.formats._xml import Piece, new_parser, parse, pieces, plain_head, root_of
from probatum.model import (
    Identifier,
    Link,
    LinkKind,
    Record,
    RecordKind,
    RecordStatus,
    SectionKind,
    SourceSection,
)
from probatum.text.expressions import expression

_JATS: Final = re.compile(rb"<(?:[\w.-]+:)?(?:front|article-meta|journal-meta)[\s>]|JATS|NLM//DTD|article-type\s*=")
_XLINK: Final = "{http://www.w3.org/1999/xlink}href"
_LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"
_RELATED: Final = {
    "retracted-article": "RetractionOf",
    "retraction-forward": "RetractionIn",
    "partial-retraction": "PartialRetractionOf",
    "corrected-article": "ErratumFor",
    "correction-forward": "ErratumIn",
    "object-of-concern": "ExpressionOfConcernFor",
    "expression-of-concern": "ExpressionOfConcernFor",
    "concern-forward": "ExpressionOfConcernIn",
    "updated-article": "UpdateOf",
    "commentary-article": "CommentOn",
    "commentary": "CommentIn",
}
"""JATS related-article-type -> PubMed's RefType."""
_DATES: Final = ("ppub", "collection", "epub-ppub", "pub", "epub", "epreprint", "preprint")
_REGISTERED: Final = {
    "nct": expression(r"\bNCT\d{8}\b"),
    "isrctn": expression(r"\bISRCTN\s?\d{8}\b"),
    "drks": expression(r"\bDRKS\d{8}\b"),
    "actrn": expression(r"\bACTRN\d{14}\b"),
    "umin": expression(r"\bUMIN\d{9}\b"),
    "eudract": expression(r"\b20\d\d-\d{6}-\d\d\b"),
}


class Jats:
    """JATS (and the older NLM DTDs). Peer reviews and replies within an article are not read."""

    name = "jats"
    purpose = "JATS full text: single articles and PubMed Central sets"

    def recognises(self, head: bytes) -> bool:
        """By the root element, and by a sign that this `article` is a journal's."""
        root = root_of(head)
        if root == "article":
            return _JATS.search(plain_head(head)) is not None
        return root == "pmc-articleset" or (root == "OAI-PMH" and b"<article" in head)

    def read(self, stream: BinaryIO, origin: str) -> Iterator[Item]:
        """One record an article."""
        parser = new_parser()
        for number, piece in enumerate(pieces(stream, origin, ("article",), strict=False), start=1):
            yield piece if isinstance(piece, Refusal) else _item(piece, number, origin, parser)


def _item(piece: Piece, number: int, origin: str, parser: etree.XMLParser) -> Item:
    try:
        article = _bare(parse(piece, parser))
    except etree.XMLSyntaxError as error:
        return refuse(origin, f"byte {piece.offset}", "P205", reason=error.msg or "it is not XML")
    record = article_record(article, origin)
    place = f"record {number}, byte {piece.offset}"
    return record or refuse(origin, place, "P218", missing="no title and no identifier")


def _bare(article: etree._Element) -> etree._Element:
    """The same tree without the default namespace that some repositories put on it."""
    if article.tag.startswith("{"):
        prefix = article.tag[: article.tag.index("}") + 1]
        for element in article.iter():
            if isinstance(element.tag, str) and element.tag.startswith(prefix):
                element.tag = element.tag[len(prefix) :]
    return article


def article_record(article: etree._Element, origin: str) -> Record | None:
    """An article element read into a Record; None when it has neither a title nor an identifier."""
    meta = article.find("front/article-meta")
    journal = article.find("front/journal-meta")
    if meta is None:
        meta = etree.SubElement(article, "article-meta")
    language = article.get(_LANG, "en")[:2].lower()
    title = _titled(meta)
    year, date = _date(meta)
    authors = tuple(name for name in map(_author, meta.findall("contrib-group/contrib")) if name)
    sections = [SourceSection("title", SectionKind.TITLE, title, language=language)] if title else []
    for number, other in enumerate(meta.findall("title-group/trans-title-group/trans-title"), start=1):
        name = "title.translated" if number == 1 else f"title.translated.{number}"
        if text := running(other):
            tongue = (other.getparent().get(_LANG) or "en")[:2].lower()  # type: ignore[union-attr]
            sections.append(SourceSection(name, SectionKind.OTHER, text, "Translated title", language=tongue))
    sections += sections_of(article, language)
    links, standings = _links(meta, sections)
    registered = [link.identifier for link in links if link.kind is LinkKind.REGISTRATION]
    own = _identity.gather(_identifiers(meta))
    if not own and not title:
        return None
    primary = _identity.primary(own, title, year, authors)
    types = _types(article, meta)
    name = _journal(journal)
    kind = _terms.kind_of(types)
    return Record.build(
        id=str(primary),
        identifiers=_identity.gather((*own, *registered)) if own else (primary, *_identity.gather(registered)),
        kind=_terms.kind_by_title(title) if kind is RecordKind.ARTICLE else kind,
        title=title,
        sections=tuple(sections),
        authors=authors,
        journal=name,
        year=year,
        date=date,
        volume=flat(meta.find("volume")),
        issue=flat(meta.find("issue")),
        pages=_pages(meta),
        language=language,
        publication_types=types,
        keywords=tuple(dict.fromkeys(word for word in map(running, meta.findall("kwd-group/kwd")) if word)),
        status=_terms.status_of(standings, types, title, name),
        links=tuple(links),
        licence=_licence(meta),
        format="jats",
        origin=origin,
    )


def _titled(meta: etree._Element) -> str:
    group = meta.find("title-group")
    if group is None:
        return ""
    title = " ".join(running(child) for child in group if child.tag == "article-title")
    under = " ".join(running(child) for child in group if child.tag == "subtitle")
    return f"{title.rstrip(':')}: {under}" if title and under else title or under


def _identifiers(meta: etree._Element) -> Iterator[Identifier | None]:
    for element in meta.findall("article-id"):
        sort, value = element.get("pub-id-type", ""), flat(element)
        if sort == "pmid":
            yield _identity.pmid(value)
        elif sort in ("pmc", "pmcid"):
            yield _identity.pmcid(value)
        elif sort == "doi":
            yield _identity.doi(value)
        elif sort == "pii":
            yield _identity.other("pii", value)


def _author(contrib: etree._Element) -> str:
    if contrib.get("contrib-type", "author") != "author":
        return ""
    collective = contrib.find("collab")
    name = contrib.find("name")
    if name is None:
        name = contrib.find("name-alternatives/name")
    if name is None:
        return running(collective) if collective is not None else flat(contrib.find("string-name"))
    words = re.split(r"[\s.\-]+", flat(name.find("given-names")))
    initials = "".join(word if word.isupper() and len(word) <= 4 else word[0].upper() for word in words if word)
    return " ".join(part for part in (flat(name.find("surname")), initials, flat(name.find("suffix"))) if part)


def _journal(element: etree._Element | None) -> str:
    if element is None:
        return ""
    named = {child.get("journal-id-type", ""): flat(child) for child in element.findall("journal-id")}
    full = flat(element.find("journal-title-group/journal-title")) or flat(element.find("journal-title"))
    return named.get("nlm-ta") or named.get("iso-abbrev") or full


def _date(meta: etree._Element) -> tuple[int | None, str]:
    """Of the issue where there is one, as PubMed dates it; else of the electronic version."""
    found: dict[str, etree._Element] = {}
    for element in meta.findall("pub-date"):
        found.setdefault(element.get("pub-type") or element.get("date-type") or "pub", element)
    for element in (found[sort] for sort in (*_DATES, *found) if sort in found):
        year = _terms.year_in(flat(element.find("year")))
        if year is not None:
            return year, _terms.iso_date(year, flat(element.find("month")), flat(element.find("day")))
    return None, ""


def _pages(meta: etree._Element) -> str:
    first, last = flat(meta.find("fpage")), flat(meta.find("lpage"))
    if first:
        return f"{first}-{last}" if last and last != first else first
    return flat(meta.find("elocation-id"))


def _types(article: etree._Element, meta: etree._Element) -> tuple[str, ...]:
    """The article-type as MeSH names it (else as it stands), then the journal's own headings."""
    sort = article.get("article-type", "")
    names = [_terms.ARTICLE_TYPES.get(sort, sort)]
    for group in meta.findall("article-categories/subj-group"):
        if group.get("subj-group-type", "heading") == "heading":
            names += [flat(subject) for subject in group.findall("subject")]
    return tuple(dict.fromkeys(name for name in names if name))


def _links(meta: etree._Element, sections: list[SourceSection]) -> tuple[list[Link], list[RecordStatus]]:
    links: list[Link] = []
    standings: list[RecordStatus] = []
    for element in meta.findall("related-article"):
        sort = element.get("related-article-type", "")
        href, by = element.get(_XLINK, ""), element.get("ext-link-type", "")
        identifier = _identity.pmid(href) if by == "pubmed" else _identity.doi(href)
        link, standing = _terms.link_of(_RELATED.get(sort, sort), identifier, flat(element) or href)
        links.append(link)
        standings.append(standing)
    # The registration of this trial stands in the abstract's own section for it; elsewhere it may be another's.
    for section in sections:
        if section.kind is SectionKind.ABSTRACT and "regist" in section.heading.lower():
            found = {
                _identity.other(namespace, match[0]): None
                for namespace, pattern in _REGISTERED.items()
                for match in pattern.finditer(section.text)
            }
            links += [Link(LinkKind.REGISTRATION, number) for number in found if number is not None]
    return links, standings


def _licence(meta: etree._Element) -> str:
    """The licence's address, else its words, else the copyright statement."""
    licence = meta.find("permissions/license")
    if licence is None:
        return flat(meta.find("permissions/copyright-statement")) or flat(meta.find("copyright-statement"))
    address = licence.get(_XLINK, "") or flat(licence.find("{http://www.niso.org/schemas/ali/1.0/}license_ref"))
    return address or flat(licence)


FORMAT = Jats()
