"""A same-meaning view of a text for matching, with the way back to the characters as they stand.

Sources write one thing in many characters: minus as hyphen, en dash or U+2212, a decimal point as a middle dot, blanks
of six widths, ligatures, soft hyphens. Readers match on the folded text and report offsets of the unaltered one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import Final

import msgspec

from probatum.text.expressions import expression

_ONE_TO_ONE: Final[dict[int, str]] = {
    **dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u2212\ufe58\ufe63\uff0d"), "-"),
    **dict.fromkeys(map(ord, "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"), " "),
    **dict.fromkeys(map(ord, "\u202f\u205f\u3000\u2028\u2029\u0085\x0b\x0c\r"), " "),
    **dict.fromkeys(map(ord, "\u2018\u2019\u201a\u201b\u2032\u02bc\uff07"), "'"),
    **dict.fromkeys(map(ord, "\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb\uff02"), '"'),
    **dict.fromkeys(map(ord, "\u2266\u2a7d\u2264\u22dc"), "\u2264"),
    **dict.fromkeys(map(ord, "\u2267\u2a7e\u2265"), "\u2265"),
    **dict.fromkeys(map(ord, "\u223c\u02dc\uff5e"), "~"),
    ord("\u00b5"): "\u03bc",
    ord("\u2044"): "/",
    ord("\u2215"): "/",
    ord("\u2236"): ":",
    **{0xFF01 + i: chr(0x21 + i) for i in range(94) if 0xFF01 + i not in (0xFF0D, 0xFF07, 0xFF02, 0xFF5E)},
    **{n: shown for n in range(0x1D400, 0x1D800) if (shown := unicodedata.normalize("NFKC", chr(n))).isascii()},
    **{ord(c): str(i) for i, c in enumerate("\u2080\u2081\u2082\u2083\u2084\u2085\u2086\u2087\u2088\u2089")},
}
_GONE: Final = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u202a\u202b\u202c\u202d\u202e\u2061\u2062\u2063\u2064"
_LONGER: Final[dict[str, str]] = {
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
    "\u2026": "...",
    "\u2103": "\u00b0C",
}
_SUPERSCRIPT: Final = "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079"
_RAISED: Final[dict[str, str]] = {
    **{c: str(i) for i, c in enumerate(_SUPERSCRIPT)},
    "\u207b": "-",
    "\u207a": "+",
}
_EVEN: Final = expression(f"[{re.escape(''.join(map(chr, _ONE_TO_ONE)))}]")
_UNEVEN: Final = expression(f"[{_GONE}{''.join(_LONGER)}]|[{''.join(_RAISED)}]+")
_MIDDLE_DOT: Final = expression(r"(?<=[0-9])[\u00b7\u2219\u22c5\u2027\u2022](?=[0-9])")


class Folded(msgspec.Struct, frozen=True):
    """The folded text; `offsets[i]` is where its character i stands in the text as given.

    `offsets` has one entry more than `text`: the last is the length of the text as given. It never falls.
    """

    text: str
    offsets: Sequence[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in the text as given of folded characters `start` to `end` (end excluded, start < end)."""
        return self.offsets[start], self.offsets[end - 1] + 1


def fold(text: str) -> Folded:
    """The folded view of a text: linear time, nothing lost but invisible characters.

    Dashes and minus signs become `-`, blanks of any width a space, curly quotation marks straight, `0·75` becomes
    `0.75`, mathematical letters and digits become plain ones, ligatures are spelt out, soft hyphens and zero-width
    characters go. A superscript becomes its digits, after a `^` unless it follows a letter (`10⁹` -> `10^9`,
    `m²` -> `m2`). `≤` and `≥` stay; case stays.
    """
    if text.isascii():
        return Folded(text.replace("\r", " ") if "\r" in text else text, range(len(text) + 1))
    even = _MIDDLE_DOT.sub(".", _EVEN.sub(_even, text))
    if _UNEVEN.search(even) is None:
        return Folded(even, range(len(text) + 1))
    return _uneven(even)


def _even(found: re.Match[str]) -> str:
    return _ONE_TO_ONE[ord(found.group())]


def _uneven(text: str) -> Folded:
    pieces: list[str] = []
    offsets: list[int] = []
    last = 0
    for found in _UNEVEN.finditer(text):
        start = found.start()
        pieces.append(text[last:start])
        offsets.extend(range(last, start))
        last = found.end()
        for at, char in enumerate(found.group(), start):
            new = _LONGER.get(char) or _RAISED.get(char, "")
            if at == start and char in _RAISED and start and not text[start - 1].isalpha():
                new = "^" + new
            pieces.append(new)
            offsets.extend([at] * len(new))
    pieces.append(text[last:])
    offsets.extend(range(last, len(text) + 1))
    return Folded("".join(pieces), offsets)
