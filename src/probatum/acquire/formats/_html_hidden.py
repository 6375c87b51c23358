"""What a reader of a web page does not see, as far as the page itself says so: attributes, inline styles, its own style
sheet's simple rules. Style sheets elsewhere are not fetched."""

from __future__ import annotations

import re
from typing import Final

from lxml import etree

from probatum.text.expressions import expression

_NONE: Final = expression(
    r"display:none|visibility:(?:hidden|collapse)|(?:^|;)opacity:0(?:\.0*)?(?:;|$)|font-size:0(?:\.0*)?(?:px|pt|em|rem|%)?(?:;|$|!)"
    r"|(?:left|top|text-indent|margin-left):-\d{4,}|clip-path:inset\((?:50|100)%|clip:rect\((?:0|1px)"
)
_WHITE: Final = r"(?:#fff(?:fff)?|white|rgba?\(255,255,255(?:,1)?\))(?:!important)?(?:;|$)"
_WHITE_TEXT: Final = expression(rf"(?:^|;)color:{_WHITE}")
_BACKGROUND: Final = expression(r"(?:^|;)background(?:-color|-image)?:")
_WHITE_BACKGROUND: Final = expression(rf"(?:^|;)background(?:-color)?:{_WHITE}")
_RULE: Final = expression(r"([^{}@]{1,2000})\{([^{}]{0,5000})\}")
_SIMPLE: Final = expression(r"[.#][\w-]+\Z")
_COMMENT: Final = expression(r"/\*.*?\*/", re.DOTALL)
_SHEET: Final = 500_000
_UNSEEN_CLASSES: Final = frozenset({"sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text"})


class Hidden:
    """Asked of an element whether it is hidden."""

    def __init__(self, root: etree._Element) -> None:
        self._rules: set[str] = set()
        for sheet in root.iter("style"):
            text = _COMMENT.sub("", (sheet.text or "")[:_SHEET])
            for selectors, body in _RULE.findall(text):
                if _NONE.search(_bare(body)):
                    self._rules.update(s.strip() for s in selectors.split(",") if _SIMPLE.match(s.strip()))

    def __call__(self, element: etree._Element) -> bool:
        """Whether the element, and with it all it holds, is not shown."""
        if "hidden" in element.attrib or element.get("aria-hidden", "").strip().lower() == "true":
            return True
        classes = element.get("class", "").split()
        if not _UNSEEN_CLASSES.isdisjoint(classes):
            return True
        if self._rules and not self._rules.isdisjoint([*(f".{c}" for c in classes), f"#{element.get('id', '')}"]):
            return True
        style = _bare(element.get("style", ""))
        if element.get("color"):
            style += f";color:{_bare(element.get('color', ''))}"  # <font color="white">
        return bool(style) and (
            _NONE.search(style) is not None or (_WHITE_TEXT.search(style) is not None and _on_white(element))
        )


def _on_white(element: etree._Element) -> bool:
    """Whether the nearest background that is said is white; a page that says none is white."""
    for above in (element, *element.iterancestors()):
        style = _bare(above.get("style", ""))
        if _BACKGROUND.search(style):
            return _WHITE_BACKGROUND.search(style) is not None
        if above.get("bgcolor"):
            return above.get("bgcolor", "").lower() in ("#ffffff", "#fff", "white")
    return True


def _bare(style: str) -> str:
    return "".join(style.lower().split())[:10_000]
