"""The main text of a web page as blocks.

By the page's own marks (`main`, one `article`), else the body without what is named navigation, banner and the like.
Trafilatura, tried on the same pages, keeps what the page's own style sheet hides and runs raised citation marks into
the words before them (`cramps1`), so that a text would say what its page does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from lxml import etree

from probatum.acquire.formats._document import Block, Sort, table
from probatum.acquire.formats._html_hidden import Hidden
from probatum.acquire.formats._text import closes, raised, squeeze
from probatum.text.expressions import expression

_NEVER: Final = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "iframe",
        "object",
        "embed",
        "applet",
        "svg",
        "canvas",
        "audio",
        "video",
        "map",
        "input",
        "select",
        "textarea",
        "button",
        "option",
        "datalist",
        "dialog",
        "menu",
        "head",
        "title",
        "meta",
        "link",
        "frame",
        "frameset",
        "noframes",
    ]
)
_AROUND: Final = frozenset({"nav", "footer", "aside", "header"})
_ROLES: Final = frozenset(
    [
        "navigation",
        "banner",
        "contentinfo",
        "search",
        "complementary",
        "dialog",
        "alertdialog",
        "menu",
        "menubar",
        "toolbar",
        "form",
    ]
)
_NAMES: Final = expression(
    r"(?:^|[\s_-])(?:cookies?|consent|gdpr|breadcrumbs?|navbar|nav|navigation|menu|sidebar|share|sharing|social|advert\w*"
    r"|ads?|promo|newsletter|subscribe|related|site-?footer|footer|site-?header|pagination|pager|skip-?link|skip|toolbar"
    r"|comments|login)(?:$|[\s_-])",
    re.IGNORECASE,
)
_BLOCKS: Final = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
_HEADINGS: Final = {f"h{n}": n for n in range(1, 7)}
_CONTENT: Final = ("h1", "h2", "h3", "p", "li", "table")
_SPAN: Final = 60
_FIGURES: Final = expression(r"[\d,–-]+\Z")


def blocks(root: etree._Element) -> Iterator[Block]:
    """The blocks of the page's main text, in order."""
    hidden = Hidden(root)
    start, marked = _main(root, hidden)
    yield from _Walk(hidden, marked, root).blocks(start)


def _main(root: etree._Element, hidden: Hidden) -> tuple[etree._Element, bool]:
    """Where the main text stands, and whether the page marks it."""
    seen = [e for e in root.iter("main", "article", "div", "section") if _shown(e, hidden)]
    for found in (
        [e for e in seen if e.tag == "main" or e.get("role", "").lower() == "main"],
        [e for e in seen if e.tag == "article" and next(e.iterancestors("article"), None) is None],
    ):
        if len(found) == 1 and _has_text(found[0]):
            return found[0], True
    body = root.find("body")
    return (root if body is None else body), False


def _shown(element: etree._Element, hidden: Hidden) -> bool:
    return not any(hidden(above) for above in (element, *element.iterancestors()))


def _has_text(element: etree._Element) -> bool:
    return next(element.iter(*_CONTENT), None) is not None or len("".join(element.itertext()).strip()) > 80  # type: ignore[arg-type]


class _Walk:
    def __init__(self, hidden: Hidden, marked: bool, root: etree._Element) -> None:
        self.hidden, self.marked = hidden, marked
        self.heads = {e for e in root.iter("header") if next(e.iter("h1"), None) is not None}

    def left_out(self, element: etree._Element) -> bool:
        """Whether an element is no part of the main text."""
        tag = element.tag
        if not isinstance(tag, str) or tag in _NEVER or self.hidden(element):
            return True
        if tag == "nav" or element.get("role", "").lower() in _ROLES:
            return True
        if tag == "form":
            return next(element.iter(*_CONTENT), None) is None  # some systems put the whole page into a form
        if tag in ("header", "hgroup") and element in self.heads:
            return False
        if tag in _AROUND and not self.marked:
            return tag != "aside" or _mostly_links(element)
        named = f"{element.get('class', '')} {element.get('id', '')}"
        return tag not in ("body", "main", "article", "p", "span", "td", "th", *_HEADINGS) and self._around(
            named, element
        )

    def _around(self, named: str, element: etree._Element) -> bool:
        """By name, unless it holds the page's first heading: whole pages are called `has-sidebar` and the like."""
        return _NAMES.search(named) is not None and next(element.iter("h1", "main", "article"), None) is None

    def blocks(self, element: etree._Element) -> Iterator[Block]:
        """The blocks within an element: running text between block elements is a paragraph."""
        parts: list[str] = [element.text or ""]
        for child in element:
            if self.left_out(child):
                pass
            elif child.tag in _BLOCKS or next(child.iter(*_BLOCKS), None) is not None:
                yield from _paragraph(parts)
                parts.clear()
                yield from self.block(child)
            else:
                self.running(child, parts)
            parts.append(child.tail or "")
        yield from _paragraph(parts)

    def block(self, element: etree._Element) -> Iterator[Block]:
        """One block element."""
        tag = element.tag
        if tag in _HEADINGS:
            if text := self.text(element):
                yield Block(Sort.HEADING, text, _HEADINGS[tag])
        elif tag in ("ul", "ol"):
            yield from self.listed(element)
        elif tag == "table":
            yield from self.table(element)
        elif tag == "pre":
            yield from _paragraph([self.text(element)])
        else:
            yield from self.blocks(element)

    def text(self, element: etree._Element) -> str:
        """All text of an element on one line."""
        parts: list[str] = []
        self.running(element, parts)
        return squeeze("".join(parts))

    def running(self, element: etree._Element, parts: list[str]) -> None:
        """Append an element's text to `parts`; a raised figure stays one."""
        if element.tag in ("br", "wbr"):
            parts.append(" " if element.tag == "br" else "")
            return
        start = len(parts)
        parts.append(element.text or "")
        for child in element:
            if not self.left_out(child):
                apart = " " if child.tag in _BLOCKS else ""
                parts.append(apart)
                self.running(child, parts)
                parts.append(apart)
            parts.append(child.tail or "")
        if element.tag == "sup":
            said = "".join(parts[start:])
            before = next((part for part in reversed(parts[:start]) if part), "")
            if closes(before) and _FIGURES.match(said):
                parts[start:] = [raised(said)]

    def listed(self, element: etree._Element) -> Iterator[Block]:
        """The items of a list with their marks; a list of links alone is navigation."""
        items = [child for child in element if child.tag == "li" and not self.left_out(child)]
        if len(items) > 2 and not self.marked and all(_only_link(item) for item in items):
            return
        first = element.get("start", "1")
        number = int(first) if first.isdigit() and len(first) < 5 else 1
        for item in items:
            mark = f"{number}." if element.tag == "ol" else "•"
            number += 1
            inner = list(self.blocks(item))
            for at, block in enumerate(inner):
                plain = at == 0 and block.sort in (Sort.PARAGRAPH, Sort.ITEM)
                yield Block(Sort.ITEM, f"{mark} {block.text}") if plain else block

    def table(self, element: etree._Element) -> Iterator[Block]:
        """A table of data; a table that only lays the page out is read as its contents."""
        lines = [row for row in element.iter("tr") if next(row.iterancestors("table"), None) is element]
        rows = [[cell for cell in row if cell.tag in ("td", "th") and not self.hidden(cell)] for row in lines]
        caption = element.find("caption")
        if caption is not None and (said := self.text(caption)):
            yield Block(Sort.PARAGRAPH, said)
        laid_out = (
            element.get("role") == "presentation"
            or next(element.iterdescendants("table", "h1", "h2"), None) is not None
        )
        if laid_out or all(len(row) < 2 for row in rows):
            for row in rows:
                for cell in row:
                    yield from self.blocks(cell)
            return
        headers = 0
        while headers < len(rows) and rows[headers] and all(cell.tag == "th" for cell in rows[headers]):
            headers += 1
        yield table(self._grid(rows), headers)

    def _grid(self, rows: list[list[etree._Element]]) -> list[list[str]]:
        """The cells by column: what a cell covers beside and below it is left empty."""
        taken: set[tuple[int, int]] = set()
        grid: list[list[str]] = []
        for number, row in enumerate(rows):
            line: list[str] = []
            for cell in row:
                while (number, len(line)) in taken:
                    line.append("")
                column = len(line)
                across, down = _span(cell, "colspan"), _span(cell, "rowspan")
                line += [self.text(cell), *[""] * (across - 1)]
                taken.update((number + r, column + c) for r in range(1, down) for c in range(across))
            grid.append(line)
        return grid


def _span(cell: etree._Element, name: str) -> int:
    said = cell.get(name, "1").strip()
    return max(1, min(int(said), _SPAN)) if said.isascii() and said.isdigit() and len(said) < 6 else 1


def _mostly_links(element: etree._Element) -> bool:
    whole = len("".join(element.itertext()).strip())  # type: ignore[arg-type]
    linked = "".join("".join(link.itertext()) for link in element.iter("a"))  # type: ignore[arg-type]
    return 2 * len(linked) > whole


def _only_link(item: etree._Element) -> bool:
    whole = "".join("".join(item.itertext()).split())  # type: ignore[arg-type]
    linked = "".join("".join(link.itertext()) for link in item.iter("a"))  # type: ignore[arg-type]
    return bool(whole) and "".join(linked.split()) == whole


def _paragraph(parts: list[str]) -> Iterator[Block]:
    if text := squeeze("".join(parts)):
        yield Block(Sort.PARAGRAPH, text)
