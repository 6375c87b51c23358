"""Text out of XML elements: the characters of the source, with markup left out and nothing made up.

Runs of blanks, tabs and line ends count as one blank (XML is wrapped freely). No other character is touched, with
one exception: a superscript whose plain text would print another number is written in Unicode's superscript digits.
`10<sup>-5</sup>` is `10⁻⁵`, since `10-5` is another figure; `m<sup>2</sup>` stays `m2`. For the same reason a MathML
fraction keeps its stroke.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from lxml import etree

from probatum.text.expressions import expression

MATHML: Final = "{http://www.w3.org/1998/Math/MathML}"
_BLANKS: Final = expression(r"[ \t\r\n]+")
_RAISED: Final = str.maketrans("0123456789+-−–‐=()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻⁻⁼⁽⁾")
_RAISABLE: Final = expression(r"[+\-−–‐]?[0-9]+(?:[+\-−–‐,][0-9]*)*\Z")
_SPECIAL: Final = ("sup", f"{MATHML}msup", f"{MATHML}mfrac")


def squeeze(text: str) -> str:
    """Runs of blanks, tabs and line ends as one blank; none at either end. Other white space is kept."""
    if "  " in text or not text.isprintable():
        text = _BLANKS.sub(" ", text)
    return text.strip(" ")


def flat(element: etree._Element | None) -> str:
    """All text in an element, squeezed; empty for None."""
    if element is None:
        return ""
    if len(element) == 0:
        return squeeze(element.text or "")
    if next(element.iter(*_SPECIAL), None) is None:
        return squeeze(_joined(element))
    parts: list[str] = []
    collect(element, parts)
    return squeeze("".join(parts))


def distinct(names: Iterable[str]) -> tuple[str, ...]:
    """Names that differ in more than case, as they are first written; empty ones left out."""
    kept: dict[str, str] = {}
    for name in names:
        if name:
            kept.setdefault(name.casefold(), name)
    return tuple(kept.values())


def raised(text: str) -> str:
    """Digits and signs as Unicode superscripts: `-5` -> `⁻⁵`."""
    return text.translate(_RAISED)


def closes(before: str) -> bool:
    """Whether a figure raised right behind this text keeps its height: behind a letter, a figure, or what closes (a
    bracket, a sign of per cent, a stop), where it is the number of a citation and no part of what stands there."""
    return before[-1:].isalnum() or before[-1:] in _CLOSING


_CLOSING: Final = tuple(")]%.,;:\"'\u2019\u201d")


def after_number(parts: list[str], text: str) -> bool:
    """Whether raised text, written flat behind these parts, would read as part of a number."""
    before = next((part for part in reversed(parts) if part), "")
    return before[-1:].isdigit() and _RAISABLE.match(text) is not None


def collect(element: etree._Element, parts: list[str]) -> None:
    """Append the element's text to `parts`, superscripts and fractions kept apart from the figures beside them."""
    name = element.tag
    if name == f"{MATHML}mfrac" and len(element) == 2:
        parts.append(f"{_operand(element[0])}/{_operand(element[1])}")
        return
    if name == "sup" or (name == f"{MATHML}msup" and len(element) == 2):
        base, script = (None, element) if name == "sup" else (element[0], element[1])
        if base is not None:
            collect(base, parts)
        text = _joined(script)
        parts.append(raised(text) if after_number(parts, text.strip()) else text)
        return
    if element.text:
        parts.append(element.text)
    for child in element:
        if isinstance(child.tag, str):
            collect(child, parts)
        if child.tail:
            parts.append(child.tail)


def _joined(element: etree._Element) -> str:
    # The stubs allow bytes, which lxml never gives for a parsed document.
    return "".join(element.itertext())  # type: ignore[arg-type]


def _operand(element: etree._Element) -> str:
    text = flat(element)
    return text if re.fullmatch(r"\w+(?:\.\w+)?", text) else f"({text})"
