"""What a web page says of itself: meta elements (Highwire, Dublin Core, Open Graph) and JSON-LD."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, Final

from lxml import etree

from probatum.acquire.formats import _identity, _terms
from probatum.acquire.formats._document import Described
from probatum.acquire.formats._text import squeeze
from probatum.model import Identifier
from probatum.text.expressions import expression

_TITLES: Final = ("citation_title", "dc.title", "dcterms.title", "og:title")
_DATES: Final = (
    "citation_publication_date", "citation_date", "dcterms.issued", "dc.date.issued", "dcterms.date", "dc.date",
    "article:published_time", "date",
)  # fmt: skip
_PUBLISHERS: Final = ("dcterms.publisher", "dc.publisher", "citation_publisher", "og:site_name")
_DATE: Final = expression(r"\s*([12]\d{3})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?(?![\d])")
_WEB: Final = expression(r"https?://[^\s<>\"'`\\]{3,2000}\Z")
_LD_BYTES: Final = 1_000_000
_NODES: Final = 5_000
_TYPES: Final = expression(r"Article|WebPage|Guideline|Report|Book|Medical|CreativeWork|TechArticle|BlogPosting")
_LONGEST: Final = 1_000


def described(root: etree._Element) -> Described:
    """Title, language, date, publisher, authors, identifiers and licence, each as the page states it, else absent."""
    meta = _meta(root)
    data = next(_linked(root), {})
    language = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
    return Described(
        title=_first(meta, _TITLES) or _words(data.get("headline")) or _heading(root) or _title(root),
        language=_terms.language_of(language) if re.fullmatch(r"[A-Za-z]{2,3}(?:-\w{1,8})*", language) else "en",
        date=_date(_first(meta, _DATES)) or _date(_words(data.get("datePublished"))),
        publisher=_first(meta, _PUBLISHERS) or _name(data.get("publisher")),
        authors=tuple(dict.fromkeys(_author(name) for name in meta.get("citation_author", ())))[:100],
        identifiers=_identifiers(root, meta),
        licence=_link(root, "license") or _words(data.get("license")),
    )


def _meta(root: etree._Element) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for element in root.iter("meta"):
        name = (element.get("name") or element.get("property") or "").strip().lower()
        content = squeeze(element.get("content", ""))[:_LONGEST]
        if name and content:
            found.setdefault(name, []).append(content)
    return found


def _first(meta: dict[str, list[str]], names: tuple[str, ...]) -> str:
    return next((meta[name][0] for name in names if name in meta), "")


def _linked(root: etree._Element) -> Iterator[dict[str, Any]]:
    """The descriptions of the page in its JSON-LD."""
    for script in root.iter("script"):
        if script.get("type", "").lower() != "application/ld+json" or len(script.text or "") > _LD_BYTES:
            continue
        try:
            waiting = [json.loads(script.text or "")]
        except (ValueError, RecursionError):
            continue  # a damaged description says nothing
        count = 0
        while waiting and count < _NODES:
            count += 1
            node = waiting.pop(0)
            if isinstance(node, list):
                waiting += node
            elif isinstance(node, dict):
                kinds = node.get("@type")
                if _TYPES.search(" ".join(map(str, kinds)) if isinstance(kinds, list) else str(kinds)):
                    yield node
                waiting += [value for key, value in node.items() if key in ("@graph", "mainEntity")]


def _words(value: object) -> str:
    return squeeze(value)[:_LONGEST] if isinstance(value, str) else ""


def _name(value: object) -> str:
    if isinstance(value, list):
        value = value[0] if value else ""
    return _words(value.get("name")) if isinstance(value, dict) else _words(value)


def _heading(root: etree._Element) -> str:
    """The only heading of the first rank."""
    found = [squeeze("".join(e.itertext())) for e in root.iter("h1")]  # type: ignore[arg-type]
    shown = [text for text in found if text]
    return shown[0][:_LONGEST] if len(shown) == 1 else ""


def _title(root: etree._Element) -> str:
    found = root.find("head/title")
    text = squeeze("".join(found.itertext())) if found is not None else ""  # type: ignore[arg-type]
    return re.split(r"\s+[|–—·»]\s+", text)[0][:_LONGEST]


def _date(said: str) -> str:
    found = _DATE.match(said)
    return _terms.iso_date(int(found[1]), found[2] or "", found[3] or "") if found else ""


def _author(name: str) -> str:
    """`Weiss, Michael D` in Vancouver form; anything else as it stands."""
    last, comma, first = name.partition(",")
    initials = "".join(word[0] for word in re.findall(r"\w+", first))
    return f"{last.strip()} {initials}" if comma and initials else name


def _link(root: etree._Element, relation: str) -> str:
    for element in root.iter("link", "a"):
        if relation in element.get("rel", "").lower().split() and _WEB.match(element.get("href", "").strip()):
            return element.get("href", "").strip()
    return ""


def _identifiers(root: etree._Element, meta: dict[str, list[str]]) -> tuple[Identifier, ...]:
    """The page's own identifiers, and its canonical address."""
    address = _link(root, "canonical") or _first(meta, ("og:url",))
    return _identity.gather(
        (
            _identity.pmid(_first(meta, ("citation_pmid",))),
            _identity.doi(_first(meta, ("citation_doi", "dc.identifier", "dcterms.identifier", "prism.doi"))),
            Identifier("url", address) if _WEB.match(address) else None,
        )
    )
