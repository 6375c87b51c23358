"""Characters that hide or disguise: what a text shows and what it holds, made one.

Zero-width and direction marks, soft hyphens, ligatures (all by `text.normal.fold`), and letters of another script that
look like Latin ones within a Latin word or number (Unicode Technical Standard 39, confusables).
"""

from __future__ import annotations

import re
from typing import Final

from probatum.text.expressions import expression
from probatum.text.normal import fold

_ALIKE: Final = str.maketrans(
    "\u0430\u0435\u043e\u0440\u0441\u0445\u0443\u0456\u0458\u0455\u0501\u04bb\u0391\u0392\u0395\u0396\u0397\u0399\u039a"
    "\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7\u03bf\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0425"
    "\u0406\u0408\u0405\u03bd\u0131\u0251\u0261",
    "aeopcxyijsdhABEZHIKMNOPTYXoABEKMHOPCTXIJSviag",
)
_MIXED: Final = expression(r"[^\W_]+(?:-[^\W_]+)*")
_FOREIGN: Final = expression(r"[\u0370-\u03ff\u0400-\u052f\u0131\u0251\u0261]")
_LATIN: Final = expression(r"[A-Za-z0-9]")
_INVISIBLE: Final = expression("[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u00ad\U000e0000-\U000e007f]")
_LETTER_DIGIT: Final = expression(
    r"(?<=[0-9])[OoIl](?=[0-9%])|(?<=[0-9][.,])[OoIl](?=[0-9%])|(?<![\w.,])[Il](?=[0-9]+(?:\.[0-9]+)?\s?%)"
)
_TAGS: Final = expression("[\U000e0000-\U000e007f]")
_COMMAND: Final = expression(
    r"\b(?:ignore|disregard|forget|override)\s(?:all\s|any\s|the\s|your\s|every\s){0,3}(?:previous|prior|above|earlier"
    r"|other|preceding|system)?\s?(?:instructions?|prompts?|rules?|checks?|directions?)"
    r"|\b(?:as|you are) an? (?:ai|language model|llm|assistant)\b|\bsystem prompt\b"
    r"|\b(?:mark|rate|label|report|flag|judge|treat) (?:this|these|all|every|each|the)[^.\n]{0,40} as"
    r" (?:supported|correct|true|verified|safe)\b",
    re.IGNORECASE,
)


def plain(text: str) -> str:
    """The text as a reader takes it: folded, without tag characters, look-alike letters in Latin words made Latin."""
    folded = fold(_TAGS.sub("", text)).text
    if _FOREIGN.search(folded):
        folded = _MIXED.sub(_latin, folded)
    return _LETTER_DIGIT.sub(lambda m: "0" if m.group() in "Oo" else "1", folded)


def _latin(found: re.Match[str]) -> str:
    word = found.group()
    if not _FOREIGN.search(word):
        return word
    turned = word.translate(_ALIKE)
    if _LATIN.search(word):
        return turned
    # A word that is wholly of look-alikes is taken for Latin; real Greek or Cyrillic is left.
    return turned if len(word) > 1 and not _FOREIGN.search(turned) else word


def disguised(text: str) -> int:
    """How many invisible or look-alike characters the text holds."""
    count = len(_INVISIBLE.findall(text))
    for found in _MIXED.finditer(text) if _FOREIGN.search(text) else ():
        word = found.group()
        if _FOREIGN.search(word) and _LATIN.search(word) and word.translate(_ALIKE) != word:
            count += 1
    return count


def commands(text: str) -> tuple[str, ...]:
    """Words addressed to a machine that reads the text, at most three. They are reported and never followed."""
    return tuple(m.group() for m in list(_COMMAND.finditer(plain(text[:500_000])))[:3])
