"""HTML that cannot be broken into: a string is escaped unless it was built here."""

from __future__ import annotations

from html import escape
from typing import Final

from probatum.publish.page import visible
from probatum.text.expressions import expression

FIGURE: Final = expression(r"\d[\d.,]* %|\b[pn] [=<>≤≥] [\d.]*\d")
VOID: Final = frozenset({"meta", "br", "hr", "link"})


class Html(str):
    """Markup made by `el` or `join`; everything else is text and gets escaped."""

    __slots__ = ()


def text(words: str) -> Html:
    """`words` as text: escaped, control characters made visible."""
    return words if isinstance(words, Html) else Html(escape(visible(words), quote=True))


def el(name: str, /, *children: str, **attributes: str | bool) -> Html:
    """An element. Children that are not Html are escaped; so are attribute values.

    Attribute names: a trailing underscore is dropped (`class_`), others become hyphens (`aria_label`). True prints the
    bare name, False and "" print nothing.
    """
    made = [name]
    for key, value in attributes.items():
        if value is False or value == "":
            continue
        label = key.rstrip("_").replace("_", "-")
        made.append(label if value is True else f'{label}="{escape(visible(str(value)), quote=True)}"')
    opening = f"<{' '.join(made)}>"
    return Html(opening if name in VOID else f"{opening}{join(*children)}</{name}>")


def join(*children: str) -> Html:
    """Children one after the other, text escaped."""
    return Html("".join(text(child) for child in children))


def unbroken(words: str) -> Html:
    """Text whose figures no line break may cut in two: `95 %`, `p = 0.04`; the style sheet's class `n` holds them."""
    made: list[str] = []
    at = 0
    for found in FIGURE.finditer(words):
        made += [words[at : found.start()], el("span", found[0], class_="n")]
        at = found.end()
    return join(*made, words[at:])


def raw(name: str, content: str) -> Html:
    """A style or script element of our own making; `content` must hold no closing tag."""
    if f"</{name}" in content.lower():
        raise ValueError(f"content of {name} closes it")
    return Html(f"<{name}>{content}</{name}>")
