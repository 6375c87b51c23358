"""openFDA's drug labels in JSON: replies, bulk files, single labels, arrays, and one label a line.

openFDA makes them from structured product labels: each section is a field, its tables are given apart, and the text of
a section holds that of its subsections once more. Here each sentence is read once, under the most exact section. The
other drug endpoints of openFDA hold no label text and are refused by name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import BinaryIO, Final

from lxml import etree

from probatum.acquire.formats import _json, _label_codes, _labels, _spl_products, _spl_text
from probatum.acquire.formats._base import Item, Refusal, refuse
from probatum.acquire.formats._jats_body import Numbered
from probatum.acquire.formats._text import distinct, squeeze
from probatum.acquire.formats._xml import new_parser, plain_head
from probatum.model import SectionKind, SourceSection

_SIGN: Final = re.compile(
    rb'"(?:set_id|openfda|effective_time|spl_set_id|spl_product_data_elements|spl_unclassified_section'
    rb'|indications_and_usage|package_label_principal_display_panel|safetyreportid)"\s*:'
)
_REPLY: Final = (re.compile(rb'"meta"\s*:\s*\{'), re.compile(rb'"results"\s*:'))
_BEGIN: Final = re.compile(rb'\{\s*"[a-z_]{2,60}"\s*:\s*(?:\[\s*"|"|\{)')
_ENDPOINTS: Final = (
    # (a field that only this endpoint has, what it is)
    ("safetyreportid", "a report of adverse events (openFDA's drug/event)"),
    ("term", "a count of values, as openFDA gives for count="),
    ("submissions", "a file of approvals (openFDA's drug/drugsfda)"),
    ("sponsor_name", "a file of approvals (openFDA's drug/drugsfda)"),
    ("recall_number", "a recall (openFDA's drug/enforcement)"),
    ("product_ndc", "an entry of the product directory (openFDA's drug/ndc)"),
    ("generic_bn", "an entry of the shortages list (openFDA's drug/shortages)"),
)
_IDENTITY: Final = frozenset({"id", "set_id", "version", "effective_time", "openfda"})
_TABLE: Final = "_table"
_TITLE_LENGTH: Final = 100
_ALIKE: Final = 20
"""Letters a text must have before it is looked for within another."""
_MOST_ALIKE: Final = 200
"""Texts of one label that are compared with one another."""

Values = dict[str, tuple[str, ...]]


class OpenFda:
    """Labels of openFDA. What `openfda` says is taken where it names this very label; some copies carry another's."""

    name = "openfda"
    purpose = "openFDA's drug labels, in JSON"

    def recognises(self, head: bytes) -> bool:
        """By JSON with a field of a label, or the frame of an openFDA reply."""
        text = plain_head(head)
        if text.lstrip()[:1] not in (b"{", b"["):
            return False
        return _SIGN.search(text) is not None or all(part.search(text) for part in _REPLY)

    def read(self, stream: BinaryIO, origin: str) -> Iterator[Item]:
        """One record a label. Of several results of one other endpoint in a row, one refusal is given."""
        parser = new_parser()
        before = ""
        for one in _json.records(stream, origin, inside=frozenset({"results"}), mark=_BEGIN):
            if isinstance(one, Refusal):
                yield one
                continue
            found, place = one
            sort = _other(found)
            if not sort:
                yield _item(found, place, origin, parser)
            elif sort != before:
                yield refuse(origin, place, "P227", sort=sort)
            before = sort


def _other(found: Mapping[str, object]) -> str:
    """What this is, if it is no label."""
    if isinstance(error := found.get("error"), Mapping):
        return f"an error reply of openFDA ({str(error.get('message', '')).strip()[:100] or 'without a reason'})"
    if "set_id" in found or "id" in found:
        return ""
    return next((sort for field, sort in _ENDPOINTS if field in found), "")


def _item(found: Mapping[str, object], place: str, origin: str, parser: etree.XMLParser) -> Item:
    about = _about(found)
    sort = " ".join(about.get("product_type", ()))
    if _label_codes.ANIMALS in sort.lower():
        return refuse(origin, place, "P228", sort=sort)
    sections = tuple(_sections(found, parser))
    if not sections and not about:
        return refuse(origin, place, "P227", sort="JSON without a field that a label has")
    try:
        return _labels.record(_label(found, about, sections), "openfda", origin)
    except _labels.NamelessError as error:
        return refuse(origin, place, "P218", missing=str(error))


def _label(found: Mapping[str, object], about: Values, sections: tuple[SourceSection, ...]) -> _labels.Label:
    brands, generics = about.get("brand_name", ()), about.get("generic_name", ())
    made = [_spl_products.Product(brand, generics) for brand in brands or generics[:1]]
    elements = " ".join(_texts(found.get("spl_product_data_elements")))
    return _labels.Label(
        set_id=_text(found.get("set_id")),
        document_id=_text(found.get("id")),
        version=_text(found.get("version")),
        day=_text(found.get("effective_time")),
        made_title=_spl_products.title(made) or _cut(elements),
        names=distinct((*brands, *generics, *about.get("substance_name", ()))),
        sections=sections,
        issuer="; ".join(about.get("manufacturer_name", ())[:1]),
        country="US",
        document_type=" ".join(about.get("product_type", ())[:1]),
    )


def _about(found: Mapping[str, object]) -> Values:
    """What `openfda` says, if it is about this label: it names the labels it was made from."""
    about = found.get("openfda")
    if not isinstance(about, Mapping):
        return {}
    values = {str(name): _texts(value) for name, value in about.items()}
    named = [i.lower() for i in (*values.get("spl_set_id", ()), *values.get("spl_id", ()))]
    own = {_text(found.get("set_id")).lower(), _text(found.get("id")).lower()} - {""}
    return values if not named or not own or own & set(named) else {}


def _text(value: object) -> str:
    """A single value, which some copies give as a list of one or as a number."""
    return next(iter(_texts(value)), "") if isinstance(value, list) else str(value or "").strip()


def _texts(value: object) -> tuple[str, ...]:
    values = value if isinstance(value, list) else [value]
    return tuple(text for one in values if isinstance(one, str) and (text := squeeze(one)))


def _cut(text: str) -> str:
    """The beginning of a run of names, to the last whole word."""
    return text if len(text) <= _TITLE_LENGTH else text[:_TITLE_LENGTH].rsplit(" ", 1)[0]


def _sections(found: Mapping[str, object], parser: etree.XMLParser) -> Iterator[SourceSection]:
    """The sections in the order of a label, then those nobody knows; the tables of each behind it."""
    fields = {name: _texts(value) for name, value in found.items() if name not in _IDENTITY}
    texts = {name: values for name, values in fields.items() if values and not _is_table(name, values)}
    tables = {name.removesuffix(_TABLE): values for name, values in fields.items() if _is_table(name, values)}
    numbers = Numbered()
    last = len(_label_codes.HEADINGS)
    for name in sorted({*texts, *tables}, key=lambda name: (_label_codes.ORDER.get(name, last), name)):
        known = _label_codes.BY_FIELD.get(name)
        code = known.code if known else ""
        heading = known.name if known else name.replace("_", " ").capitalize()
        heading = "" if code == _label_codes.UNCLASSIFIED else heading
        for text in texts.get(name, ()):
            for part in _apart(text, name, texts):
                yield SourceSection(numbers.next("label"), _label_codes.kind(code), part, heading, code=code)
        for markup in tables.get(name, ()):
            for table in _tables(markup, parser):
                yield SourceSection(
                    numbers.next("table"), SectionKind.TABLE, table.text, heading, code=code, cells=table.cells
                )


def _is_table(name: str, values: tuple[str, ...]) -> bool:
    return name.endswith(_TABLE) and all(value.startswith("<") for value in values)


def _apart(text: str, name: str, texts: Values) -> list[str]:
    """A text without what other fields say word for word: its parts before, between and behind."""
    others = [value for other, values in texts.items() if other != name for value in values]
    if len(others) > _MOST_ALIKE:
        return [text]
    parts = [text]
    for other in sorted(others, key=lambda value: -len(value)):
        if _ALIKE <= len(other) < len(text):
            parts = [piece for part in parts for piece in part.split(other)]
    return [part.strip() for part in parts if any(character.isalpha() for character in part)]


def _tables(markup: str, parser: etree.XMLParser) -> list[_spl_text.Table]:
    """The tables of a piece of markup. One that is broken is left: its words stand in the section's text."""
    try:
        return _spl_text.narrative(etree.fromstring(f"<text>{markup}</text>", parser))[1]
    except etree.XMLSyntaxError:
        return []


FORMAT = OpenFda()
