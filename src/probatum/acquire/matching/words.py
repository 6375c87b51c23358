"""The forms in which titles, names, journals, pages and volumes are compared.

Databases write one work in many ways: capitals, accents, entities, British and American spelling, Greek letters by sign
or by name, page ranges shortened, surnames before or after given names. What is compared is folded; what is stored
never is. The normalisations are those that Rathbone et al. 2015 (doi:10.1186/2046-4053-4-6), Bramer et al. 2016
(doi:10.3163/1536-5050.104.3.014) and Forbes et al. 2024 (doi:10.1186/s13643-024-02619-9) describe, in our own words.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Sequence
from typing import Final

import msgspec

from probatum.text.expressions import expression

_GREEK: Final = "αβγδεζηθικλμνξοπρστυφχψως"
_GREEK_NAMES: Final = (
    "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma tau upsilon phi chi "
    "psi omega sigma"
)
_STROKED: Final = {
    "ß": "ss",
    "ø": "o",
    "ł": "l",
    "đ": "d",
    "ð": "d",
    "þ": "th",
    "ı": "i",
    "ħ": "h",
    "œ": "oe",
    "æ": "ae",
}
_LETTERS: Final = str.maketrans(_STROKED | dict(zip(_GREEK, _GREEK_NAMES.split(), strict=True)))
_TAG: Final = expression(r"</?[a-zA-Z][^<>]{0,80}>")
_WORD: Final = expression(r"[a-z0-9]+")
_DASHES: Final = expression(r"[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]")
_SPELLING: Final = (("ae", "e"), ("oe", "e"), ("our", "or"), ("z", "s"), ("yse", "yze"), ("ph", "f"))
_ROMAN: Final = {
    "ii": "2",
    "iii": "3",
    "iv": "4",
    "vi": "6",
    "vii": "7",
    "viii": "8",
    "ix": "9",
    "xi": "11",
    "xii": "12",
}
_COUNTED: Final = frozenset(
    ("part", "phase", "type", "stage", "grade", "class", "volume", "chapter", "group", "factor")
)
_SINGLE_ROMAN: Final = {"i": "1", "v": "5", "x": "10"}
_ONE_TO_TEN: Final = "one two three four five six seven eight nine ten"
_NUMBER_WORDS: Final = {word: str(value) for value, word in enumerate(_ONE_TO_TEN.split(), 1)}
_LABEL: Final = expression(
    r"\s*[\[(](?:abstract|conference abstract|meeting abstract|letter|editorial|review|article|comment|corrected|"
    r"erratum|in process citation|see comments?|record supplied by publisher)[\])]\s*\.?\s*\Z",
    re.IGNORECASE,
)

_MARK: Final = expression(r"\A\s*\W?(?:retracted|withdrawn)(?: article| paper)?\W*[:.\])]\s*(?=\w)", re.IGNORECASE)


def fold(text: str) -> str:
    """Lower case without accents, entities, mark-up and typographic signs."""
    if "&" in text:
        text = html.unescape(html.unescape(text))
    if "<" in text:
        text = _TAG.sub("", text)
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", _DASHES.sub("-", text)).casefold()
    bare = "".join(c for c in decomposed if not unicodedata.combining(c))
    return bare.translate(_LETTERS)


def words(text: str) -> list[str]:
    """Its words and numbers, folded."""
    return _WORD.findall(fold(text))


def title_words(title: str) -> list[str]:
    """Words of a title without a database's label at its end, a mark of retraction before it and a leading article."""
    title = _MARK.sub("", title, count=1) if title[:3].strip(" [(").lower()[:1] in ("r", "w") else title
    found = words(_LABEL.sub("", title) if title.rstrip(". ").endswith(("]", ")")) else title)
    return found[1:] if len(found) > 1 and found[0] in ("a", "an", "the") else found


def spelt_alike(text: str) -> str:
    """British and American spelling made one; for comparing only."""
    for one, other in _SPELLING:
        if one in text:
            text = text.replace(one, other)
    return text


def letters(title: Sequence[str]) -> str:
    """Words of a title run together, so that `health care` and `healthcare` agree, in one spelling."""
    return spelt_alike("".join(title))


def numbers(title: Sequence[str]) -> tuple[str, ...]:
    """The numbers of a title, sorted: digits wherever they stand, and Roman numbers (`part II`, `phase 3`)."""
    found: list[str] = []
    before = ""
    for word in title:
        if word.isdigit():
            found.append(word.lstrip("0") or "0")
        elif word in _ROMAN:
            found.append(_ROMAN[word])
        elif before in _COUNTED and word in _SINGLE_ROMAN:
            found.append(_SINGLE_ROMAN[word])
        elif word in _NUMBER_WORDS:
            found.append(_NUMBER_WORDS[word])
        elif not word.isalpha():
            found += [digits.lstrip("0") or "0" for digits in re.findall(r"\d+", word)]
        before = word
    return tuple(sorted(found))


class Pages(msgspec.Struct, frozen=True):
    """First and last page: letters and digits apart. `123-9` ends at 129."""

    first: str = ""
    """Digits of the first page without leading zeros, or of an article number; empty when there is none."""
    mark: str = ""
    """Letters before them (`e`, `s`)."""
    last: str = ""

    @property
    def ranged(self) -> bool:
        """True for a range of pages, False for one page or an article number."""
        return bool(self.last) and self.last != self.first


_PAGE: Final = expression(r"([a-z]{0,12})\W{0,3}0*(\d+)([a-z]?)")


def pages(text: str) -> Pages:
    """Reads `123-9`, `123-129`, `S568-`, `e0187442`, `083-087`, `pp. 12 to 15`; nothing from `no pagination`."""
    plain = re.sub(r"\b(?:pp?|pages?|pg)\b\.?", " ", fold(text)).replace(" to ", "-")
    first = _PAGE.search(plain)
    if first is None:
        return Pages()
    rest = plain[first.end() :]
    last = _PAGE.search(rest) if rest.lstrip().startswith(("-", "/")) else None
    ends = last[2] if last else ""
    if ends and len(ends) < len(first[2]):
        ends = first[2][: len(first[2]) - len(ends)] + ends
    return Pages(first[2], first[1][-3:], ends)


def volume(text: str) -> str:
    """The number of a volume or an issue: `Vol. 39 Suppl 1` -> `39`; letters where there is no number."""
    found = re.search(r"\d+", text)
    if found:
        return found[0].lstrip("0") or "0"
    return "".join(words(text))


_SMALL_PARTS: Final = "van von der den de del della di da dos du la le el al bin ibn jr sr ii iii phd md and et"
_PARTICLES: Final = frozenset(_SMALL_PARTS.split())


class Name(msgspec.Struct, frozen=True):
    """An author as compared: words of two letters or more, the first of them, and the first letters of all."""

    long: frozenset[str]
    first: str

    def same(self, other: Name) -> bool:
        """True when both may be one person: they share a surname, in whatever order the parts stand."""
        shared = self.long & other.long
        if any(len(word) >= 3 for word in shared):
            return True
        return bool(shared & {self.first, other.first})


def name(author: str) -> Name | None:
    """`Weiss MD`, `Weiss, Michael D.`, `Michael D. Weiss`; None when no word is left."""
    folded = fold(author).replace("'", "").replace("\u2019", "")
    parts = [re.sub(r"([aou])e", r"\1", word) for word in _WORD.findall(folded.replace("-", " ")) if word.isalpha()]
    parts = [word for word in parts if word not in _PARTICLES] or parts
    if not parts:
        return None
    full = frozenset(word for word in parts if len(word) >= 2)
    return Name(full or frozenset(parts), parts[0])
