"""Structured Product Labeling: United States drug labels in XML, as DailyMed and the FDA give them out.

A label goes by its set id, which all its versions share; the document id names this version. Sections keep their LOINC
code; an unclassified subsection has the code of the section it stands in, and its heading is the path to it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO, Final

from lxml import etree

from probatum.acquire.formats import _label_codes, _labels, _spl_products
from probatum.acquire.formats._base import Item, Refusal, refuse
from probatum.acquire.formats._jats_body import Numbered
from probatum.acquire.formats._spl_text import Table, bare, narrative
from probatum.acquire.formats._text import flat
from probatum.acquire.formats._xml import Piece, new_parser, parse, pieces, plain_head, root_of
from probatum.model import SectionKind, SourceSection

_COUNTRIES: Final = {"USA": "US", "CAN": "CA"}
_LOINC: Final = "2.16.840.1.113883.6.1"


class Spl:
    """SPL labels for people. Indexing and registration files hold no label and are refused; so are labels for animals.

    A label whose every product is marked as no longer marketed, on a day not after the label's own, is withdrawn.
    """

    name = "spl"
    purpose = "Structured Product Labeling: drug labels of DailyMed and the FDA, in XML"

    def recognises(self, head: bytes) -> bool:
        """By the root element `document` and the namespace of HL7 version 3."""
        return root_of(head) == "document" and b"urn:hl7-org:v3" in plain_head(head)

    def read(self, stream: BinaryIO, origin: str) -> Iterator[Item]:
        """One record a document."""
        parser = new_parser()
        number = 0
        for number, piece in enumerate(pieces(stream, origin, ("document",), strict=False), start=1):
            yield piece if isinstance(piece, Refusal) else _item(piece, number, origin, parser)
        if not number:
            yield refuse(origin, "byte 0", "P205", reason="there is no <document> element without a prefix in it")


def _item(piece: Piece, number: int, origin: str, parser: etree.XMLParser) -> Item:
    place = f"record {number}, byte {piece.offset}"
    try:
        root = bare(parse(piece, parser))
    except etree.XMLSyntaxError as error:
        return refuse(origin, f"byte {piece.offset}", "P205", reason=error.msg or "it is not XML")
    sort = _shown(root.find("code")) or "a document that does not say of what sort it is"
    if _label_codes.ANIMALS in sort.lower():
        return refuse(origin, place, "P228", sort=sort)
    products = _spl_products.products(root)
    sections = tuple(_sections(root, products))
    if not products and not sections:
        return refuse(origin, place, "P227", sort=sort)
    try:
        return _labels.record(_label(root, products, sections), "spl", origin)
    except _labels.NamelessError as error:
        return refuse(origin, place, "P218", missing=str(error))


def _label(
    root: etree._Element, products: list[_spl_products.Product], sections: tuple[SourceSection, ...]
) -> _labels.Label:
    day = _value(root, "effectiveTime", "value")[:8]
    return _labels.Label(
        set_id=_value(root, "setId", "root"),
        document_id=_value(root, "id", "root"),
        version=_value(root, "versionNumber", "value"),
        day=day,
        title=_title(root.find("title")),
        made_title=_spl_products.title(products),
        names=_spl_products.names(products),
        sections=sections,
        issuer=flat(root.find("author/assignedEntity/representedOrganization/name")),
        country=_country(root),
        document_type=_shown(root.find("code")),
        language=_value(root, "languageCode", "code")[:2].lower() or "en",
        off_market=_spl_products.off_market(products, day),
    )


def _shown(code: etree._Element | None) -> str:
    return "" if code is None else " ".join(code.get("displayName", "").split())


def _value(root: etree._Element, tag: str, name: str) -> str:
    element = root.find(tag)
    return "" if element is None else element.get(name, "").strip()


def _title(element: etree._Element | None) -> str:
    """The title's lines. A break in it is a line end, unlike one in running text."""
    if element is None:
        return ""
    parts = [element.text or ""]
    for child in element.iter():
        if child is not element:
            parts.append("\n" if child.tag == "br" else child.text or "")
            parts.append(child.tail or "")
    return "\n".join(" ".join(line.split()) for line in "".join(parts).split("\n")).strip()


def _country(root: etree._Element) -> str:
    """Of the authority that approved a product; where none is named, the FDA is known by its codes for documents."""
    for code in root.iterfind(".//territorialAuthority/territory/code"):
        return _COUNTRIES.get(code.get("code", ""), "")
    code_system = root.find("code")
    return "US" if code_system is not None and code_system.get("codeSystem") == _LOINC else ""


def _sections(root: etree._Element, products: list[_spl_products.Product]) -> Iterator[SourceSection]:
    """The sections in the label's order, each followed by its tables and its subsections; the products first."""
    numbers = Numbered()
    if products:
        text, cells = _spl_products.table(products)
        name = _label_codes.BY_CODE[_label_codes.PRODUCTS].name
        yield SourceSection("products", SectionKind.TABLE, text, name, code=_label_codes.PRODUCTS, cells=cells)
    for section in root.iterfind("component/structuredBody/component/section"):
        yield from _section(section, "", "", numbers)


def _section(section: etree._Element, path: str, above: str, numbers: Numbered) -> Iterator[SourceSection]:
    code = _code(section, path, above)
    known = _label_codes.BY_CODE.get(code)
    heading = flat(section.find("title"))
    if not heading and not path and known is not None and code != _label_codes.UNCLASSIFIED:
        heading = known.name
    below = f"{path} > {heading}" if path and heading else path or heading
    yield from _parts(section.find("text"), code, below, numbers)
    for highlight in section.iterfind("excerpt/highlight/text"):
        # The highlights tell in short what the full text tells.
        text, tables = narrative(highlight)
        said = "\n\n".join([text, *(table.text for table in tables)]).strip()
        if said:
            name = f"Highlights > {below}" if below else "Highlights"
            yield SourceSection(numbers.next("highlights"), SectionKind.OTHER, said, name, code=code)
    for component in section.iterfind("component/section"):
        yield from _section(component, below, code, numbers)


def _code(section: etree._Element, path: str, above: str) -> str:
    """The section's own LOINC code; that of the section above for one that is unclassified, or a box that is print."""
    code = section.find("code")
    own = "" if code is None else code.get("code", "")
    nested = bool(path or above)
    if nested and own == _label_codes.BOXED and above not in _label_codes.WARNINGS:
        return above
    return above or own if own in ("", _label_codes.UNCLASSIFIED) else own


def _parts(element: etree._Element | None, code: str, heading: str, numbers: Numbered) -> Iterator[SourceSection]:
    text, tables = narrative(element)
    if text:
        yield SourceSection(numbers.next("label"), _label_codes.kind(code), text, heading, code=code)
    for table in tables:
        yield from _table(table, code, heading, numbers)


def _table(table: Table, code: str, heading: str, numbers: Numbered) -> Iterator[SourceSection]:
    if table.text.strip():
        name = " > ".join(part for part in (heading, table.caption) if part)
        yield SourceSection(numbers.next("table"), SectionKind.TABLE, table.text, name, code=code, cells=table.cells)
    if table.notes:
        notes = "\n\n".join(table.notes)
        yield SourceSection(numbers.next("caption"), SectionKind.CAPTION, notes, heading, code=code)


FORMAT = Spl()
