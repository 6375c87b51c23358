"""Sections of a JATS article: abstract, body, tables, captions, back matter, references."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from lxml import etree

from probatum.acquire.formats import _terms
from probatum.acquire.formats._jats_text import FLOATS, blocks, reference, running, table_text
from probatum.acquire.formats._text import flat
from probatum.model import SectionKind, SectionRole, SourceSection
from probatum.text.expressions import expression

_LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"
_SEC_TYPES: Final = {
    "intro": SectionRole.BACKGROUND,
    "background": SectionRole.BACKGROUND,
    "methods": SectionRole.METHODS,
    "materials": SectionRole.METHODS,
    "materials|methods": SectionRole.METHODS,
    "materials-methods": SectionRole.METHODS,
    "subjects": SectionRole.METHODS,
    "results": SectionRole.RESULTS,
    "discussion": SectionRole.CONCLUSIONS,
    "conclusions": SectionRole.CONCLUSIONS,
}
_SIDE_ABSTRACTS: Final = frozenset(
    {"graphical", "teaser", "toc", "precis", "plain-language-summary", "key-points", "editor", "web-summary", "video"}
)
_APART: Final = frozenset(
    {"title", "label", "sec", "sec-meta", "ref-list", "fn-group", "app", "ack", "notes", "object-id"}
)


_FORMALITIES: Final = expression(
    r"(?:competing|conflicts?|declarations? of|disclosures?|author|acknowledge?ment|funding|financial|pre-?publication"
    r"|abbreviations|availability|data sharing|supporting information|supplementa|additional files?|consent for|ethic)",
    re.IGNORECASE,
)
"""Headings of what goes with an article and is no evidence: interests, contributions, thanks, files."""


class Numbered:
    """Hands out section ids: `body.1`, `body.2`; the first abstract is `abstract`."""

    def __init__(self) -> None:
        self._counts: dict[str, int] = {}

    def next(self, stem: str, *, bare_first: bool = False) -> str:
        """The next id of that stem."""
        count = self._counts[stem] = self._counts.get(stem, 0) + 1
        return stem if bare_first and count == 1 else f"{stem}.{count}"


def sections_of(article: etree._Element, language: str) -> list[SourceSection]:
    """Everything but the title, in reading order; tables and captions behind the text, references last."""
    numbers = Numbered()
    found: list[SourceSection] = []
    meta = article.find("front/article-meta")
    for child in meta if meta is not None else ():
        if child.tag in ("abstract", "trans-abstract"):
            found += _abstract(child, numbers, language)
    body, back, floats = article.find("body"), article.find("back"), article.find("floats-group")
    if body is not None:
        found += _body(body, numbers, "", SectionRole.NONE, SectionKind.BODY)
    if back is not None:
        found += _back(back, numbers)
    # Part documents (peer reviews, replies) are other people's words: only this article's own parts are read.
    for part in (body, back, floats):
        if part is not None:
            found += _floating(part, numbers)
    if back is not None:
        entries = [text for entry in back.iter("ref") if (text := reference(entry))]
        if entries:
            found.append(SourceSection("references", SectionKind.REFERENCES, "\n".join(entries), "References"))
    return found


def _title(element: etree._Element) -> str:
    return " ".join(running(child) for child in element if child.tag == "title").strip(" :")


def _abstract(element: etree._Element, numbers: Numbered, language: str) -> Iterator[SourceSection]:
    side = element.tag == "trans-abstract" or element.get("abstract-type", "") in _SIDE_ABSTRACTS
    stem, kind = ("other-abstract", SectionKind.OTHER) if side else ("abstract", SectionKind.ABSTRACT)
    tongue = element.get(_LANG, language if not side else "en")[:2].lower()
    heading = _title(element)
    heading = "" if heading.lower().strip(".:") in ("abstract", "summary") else heading
    own = "\n\n".join(text for child in element if child.tag not in _APART for text in _paragraphs(child))
    if own:
        role = SectionRole.NONE if side else _terms.role_of("", heading)
        yield SourceSection(numbers.next(stem, bare_first=True), kind, own, heading, role, language=tongue)
    for part in element.iter("sec"):
        label = _title(part)
        text = "\n\n".join(text for child in part if child.tag not in _APART for text in _paragraphs(child))
        if text:
            role = SectionRole.NONE if side else _terms.role_of(part.get("sec-type", "").upper(), label)
            yield SourceSection(numbers.next(stem, bare_first=True), kind, text, label, role, language=tongue)


def _paragraphs(element: etree._Element) -> Iterator[str]:
    if element.tag in FLOATS:
        return
    if element.tag in ("p", "list", "def-list", "disp-quote", "statement", "verse-group", "speech"):
        yield from blocks(element)
    elif text := running(element):
        yield text


def _body(
    element: etree._Element, numbers: Numbered, path: str, role: SectionRole, kind: SectionKind
) -> Iterator[SourceSection]:
    """One section for the text that stands directly in an element, then those within it; headings give the path."""
    stem = "body" if kind is SectionKind.BODY else "other"
    text = "\n\n".join(text for child in element if child.tag not in _APART for text in _paragraphs(child))
    if text:
        yield SourceSection(
            numbers.next(stem), kind, text, path, role if kind is SectionKind.BODY else SectionRole.NONE
        )
    for child in element:
        if child.tag in ("sec", "app", "boxed-text"):
            title = _title(child) or flat(child.find("label"))
            below = f"{path} > {title}" if path and title else path or title
            formal = not path and _FORMALITIES.match(title) is not None
            yield from _body(child, numbers, below, _role(child, title, role), SectionKind.OTHER if formal else kind)
        elif child.tag == "p":
            for box in child.iter("boxed-text"):
                yield from _body(box, numbers, path, role, kind)


def _role(element: etree._Element, title: str, above: SectionRole) -> SectionRole:
    """The role of the outermost section that has one holds for all within it."""
    if above is not SectionRole.NONE:
        return above
    declared = _SEC_TYPES.get(element.get("sec-type", "").lower())
    return declared or _terms.role_of("", title)


def _back(back: etree._Element, numbers: Numbered) -> Iterator[SourceSection]:
    for child in back:
        if child.tag in ("ref-list", "title", "label") or not isinstance(child.tag, str):
            continue
        if child.tag == "app-group":
            for appendix in child:
                if appendix.tag == "app":
                    title = _title(appendix) or "Appendix"
                    yield from _body(appendix, numbers, title, SectionRole.NONE, SectionKind.BODY)
        elif child.tag == "fn-group":
            notes = [text for note in child if note.tag == "fn" for part in note for text in _paragraphs(part)]
            if notes:
                yield SourceSection(
                    numbers.next("other"), SectionKind.OTHER, "\n\n".join(notes), _title(child) or "Notes"
                )
        else:
            heading = _title(child) or child.tag
            yield from _body(child, numbers, heading, SectionRole.NONE, SectionKind.OTHER)


def _floating(element: etree._Element, numbers: Numbered) -> Iterator[SourceSection]:
    for child in element.iter("table-wrap", "fig", "supplementary-material"):
        label = flat(child.find("label"))
        said = _caption(child)
        heading = f"{label} {said}".strip()
        if child.tag == "table-wrap":
            for table in child.iter("table"):
                text, cells = table_text(table)
                if text.strip():
                    yield SourceSection(numbers.next("table"), SectionKind.TABLE, text, heading, cells=cells)
        notes = [text for foot in child.iter("table-wrap-foot") for part in foot for text in _notes(part)]
        text = "\n\n".join(part for part in (said, *notes) if part)
        if text and child.tag != "supplementary-material":
            yield SourceSection(numbers.next("caption"), SectionKind.CAPTION, text, label)


def _caption(element: etree._Element) -> str:
    caption = element.find("caption")
    return "" if caption is None else " ".join(text for part in caption if (text := running(part)))


def _notes(element: etree._Element) -> Iterator[str]:
    if element.tag in ("fn", "fn-group", "p", "attrib") and (text := " ".join(_note_parts(element))):
        yield text


def _note_parts(element: etree._Element) -> Iterator[str]:
    if element.tag in ("p", "attrib", "label"):
        if text := running(element):
            yield text
        return
    for child in element:
        yield from _note_parts(child)
