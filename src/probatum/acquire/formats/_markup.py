"""Text with scraps of HTML in it, as services give titles and abstracts: tags out, characters in, headings apart.

Only the tags of text are taken for tags, so that `p<0.05` stays what it is. Entities count once; where a service
escaped its markup a second time (`&lt;i&gt;`), that counts too.
"""

from __future__ import annotations

import html
import re
from typing import Final

from probatum.acquire.formats._text import after_number, raised, squeeze
from probatum.text.expressions import expression

_TAG: Final = expression(
    r"</?(?:jats:)?(?P<name>h[1-6]|p|br|hr|div|span|li|ul|ol|dl|dt|dd|table|tr|td|th|tbody|thead|i|b|u|em|strong|sup|sub|small"
    r"|italic|bold|underline|sc|title|sec|a|font|tt|abstracttext)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_ENTITY: Final = expression(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_HEADING: Final = expression(r"<h([1-6])(?:\s[^<>]*)?>(.*?)</h\1\s*>", re.IGNORECASE | re.DOTALL)
_INLINE: Final = frozenset(
    {
        "i",
        "b",
        "u",
        "em",
        "strong",
        "sup",
        "sub",
        "small",
        "italic",
        "bold",
        "underline",
        "sc",
        "span",
        "a",
        "font",
        "tt",
    }
)
"""Tags that part no words; all others stand for a blank."""


def plain(text: str) -> str:
    """The text without markup, squeezed."""
    return _flat(_escaped(text))


def parted(text: str) -> list[tuple[str, str]]:
    """The text parted at its headings, as (heading, text); text before the first heading has an empty one."""
    text = _escaped(text)
    found: list[tuple[str, str]] = []
    heading, at = "", 0
    for match in _HEADING.finditer(text):
        found.append((heading, _flat(text[at : match.start()])))
        heading, at = _flat(match[2]).rstrip(" :.-"), match.end()
    found.append((heading, _flat(text[at:])))
    return [(heading, said) for heading, said in found if said]


def _escaped(text: str) -> str:
    """Characters for their names: once for all, and once more where markup itself was escaped."""
    once = _ENTITY.sub(lambda match: html.unescape(match[0]), text)
    return _ENTITY.sub(lambda match: html.unescape(match[0]), once) if "&" in once else once


def _flat(text: str) -> str:
    parts: list[str] = []
    at = 0
    high = False
    for match in _TAG.finditer(text):
        _append(parts, text[at : match.start()], high)
        at = match.end()
        name = match["name"].lower()
        if name == "sup":
            high = not match[0].startswith("</")
        elif name not in _INLINE:
            parts.append(" ")
    _append(parts, text[at:], high)
    return squeeze("".join(parts))


def _append(parts: list[str], text: str, high: bool) -> None:
    """A superscript whose flat text would change the number before it is raised, as everywhere (see `_text`)."""
    parts.append(raised(text) if high and after_number(parts, text.strip()) else text)
