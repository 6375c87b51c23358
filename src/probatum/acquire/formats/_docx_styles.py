"""What a Word document's styles and lists say: which paragraphs are headings, and how items are marked."""

from __future__ import annotations

import re
from typing import Final

import msgspec
from lxml import etree

from probatum.text.expressions import expression

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HEADING: Final = expression(r"heading (\d)\Z", re.I)
_DEEPEST: Final = 20
"""Styles that rest on one another, at most: they may form a ring."""


def value(element: etree._Element | None, path: str) -> str:
    """The `val` of a child, empty when there is none."""
    found = None if element is None else element.find(path)
    return "" if found is None else found.get(f"{W}val", "")


class Style(msgspec.Struct, frozen=True):
    """A paragraph style as far as it matters here. `level` is a heading's (0 for a title), None for running text."""

    based_on: str = ""
    level: int | None = None
    list_id: str = ""
    list_level: str = ""


class Styles:
    """The paragraph styles by their identifier."""

    def __init__(self, root: etree._Element | None) -> None:
        self.language = ""
        self._styles: dict[str, Style] = {}
        if root is None:
            return
        found = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
        self.language = "" if found is None else found.get(f"{W}val", "")
        for element in root.iter(f"{W}style"):
            self._styles[element.get(f"{W}styleId", "")] = _style(element)

    def level(self, name: str) -> int | None:
        """The heading level of a style, by itself or by what it rests on."""
        return next((style.level for style in self._chain(name) if style.level is not None), None)

    def listed(self, name: str) -> tuple[str, str]:
        """The list and level that a style puts its paragraphs in."""
        return next(((s.list_id, s.list_level) for s in self._chain(name) if s.list_id), ("", ""))

    def _chain(self, name: str) -> list[Style]:
        chain: list[Style] = []
        while name in self._styles and len(chain) < _DEEPEST:
            chain.append(self._styles[name])
            name = chain[-1].based_on
        return chain


def _style(element: etree._Element) -> Style:
    name = value(element, f"{W}name")
    outline = value(element, f"{W}pPr/{W}outlineLvl")
    heading = _HEADING.match(name)
    level: int | None = None
    if name.lower() == "title":
        level = 0
    elif heading is not None:
        level = int(heading[1])
    elif outline.isdigit() and int(outline) < 9:
        level = int(outline) + 1
    numbering = element.find(f"{W}pPr/{W}numPr")
    return Style(value(element, f"{W}basedOn"), level, value(numbering, f"{W}numId"), value(numbering, f"{W}ilvl"))


class Numbering:
    """The marks of list items: Word keeps them apart from the text, and shows them."""

    def __init__(self, root: etree._Element | None) -> None:
        self._bullets: dict[tuple[str, str], bool] = {}
        self._counts: dict[tuple[str, int], int] = {}
        if root is None:
            return
        kinds: dict[str, dict[str, bool]] = {}
        for abstract in root.iter(f"{W}abstractNum"):
            levels = {lvl.get(f"{W}ilvl", ""): value(lvl, f"{W}numFmt") == "bullet" for lvl in abstract.iter(f"{W}lvl")}
            kinds[abstract.get(f"{W}abstractNumId", "")] = levels
        for number in root.iter(f"{W}num"):
            for level, bullet in kinds.get(value(number, f"{W}abstractNumId"), {}).items():
                self._bullets[number.get(f"{W}numId", ""), level] = bullet

    def mark(self, list_id: str, list_level: str) -> str:
        """What stands before the next item of that list: a bullet, or its number."""
        level = int(list_level) if list_level.isdigit() and len(list_level) < 2 else 0
        if self._bullets.get((list_id, str(level)), True):
            return "•"
        for name, deeper in list(self._counts):
            if name == list_id and deeper > level:
                del self._counts[name, deeper]
        count = self._counts[list_id, level] = self._counts.get((list_id, level), 0) + 1
        return f"{count}."
