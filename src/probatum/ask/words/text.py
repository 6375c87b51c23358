"""The question's text while it is being read: cleaned once, then changed only by replacements that are remembered."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from typing import Final

from probatum.errors import ProbatumError
from probatum.model import Assumption, Choice
from probatum.text.expressions import expression
from probatum.vocabulary import Vocabulary

LIMIT: Final = 4000
"""Characters of a question that are read; more is a document."""

_BLANKS: Final = expression(r"\s+")
_WORD: Final = expression(r"[^\W_]+")
_REPEATED: Final = expression(r"([?!.,;:])[?!.,;:]*\1")


_GENUS: Final = expression(r"(?<![\w.])(?<!vitamin )(?<!hepatitis )(?<!type )(?<!group )([A-HJ-Z])\. (?=[a-z]{5,}\b)")
"""A genus cut short, as of `C. difficile`: its point ends no sentence."""
_ARTICLE: Final = expression(r"(?<![\w'-])(?P<one>an?|another|this|every|each) $", re.IGNORECASE)
"""What stands before the name of one thing."""
_PLURAL: Final = expression(r"[a-z]{3}(?<![usi])(?<!bete)(?<!abie)(?<!carie)(?<!erpe)(?<!asle)(?<!ump)(?<!ite)s$")


_UNCOUNTED: Final = expression(r"(?:ia|itis|osis|ism|tension|rrhoea|rrhea|pathy)$")
"""Endings of names of illnesses that take no article: `a low platelet count` is thrombocytopenia."""


def _one_of(name: str) -> str:
    """The name of one of several: `a chest infection` is `a respiratory tract infection`, and none of infections."""
    if not _PLURAL.search(name):
        return name
    return f"{name[:-3]}y" if name.endswith("ies") else name[:-1]


_NUMBER: Final = expression(r"(?P<vowel>8\d*|1[18](?!\d))|\d")
"""A number in digits, and whether it is spoken with a vowel first."""


def _article(article: str, name: str) -> str:
    """`a` or `an`, by the name that follows; other words as they are."""
    number = _NUMBER.match(name)
    if article.lower() not in ("a", "an") or not (number or name[:1].islower()) or name[:1] in "uh":
        return article
    if name.startswith("eu"):
        return article
    fitting = "an" if (number is not None and number["vowel"]) or name[0] in "aeio" else "a"
    return fitting.capitalize() if article[0].isupper() else fitting


@dataclass
class Draft:
    """What is known so far: the text as read, and what was assumed on the way."""

    text: str
    assumptions: list[Assumption] = field(default_factory=list)
    choices: list[Choice] = field(default_factory=list)
    also: list[str] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    """Medical names that stand for words left in the text: (words of the text, name)."""
    settled: list[str] = field(default_factory=list)
    """Near concepts that were decided on, so that no later step reads them again."""

    def replace(self, start: int, end: int, new: str, what: str, why: str, *, typed: str = "") -> None:
        """Put `new` for the characters and remember it as an assumption."""
        old, before = self.text[start:end], _ARTICLE.search(self.text[:start])
        if before is not None and old != new:
            new = _one_of(new)
        if start == 0 and new[:1].islower() and old[:1].isupper():
            self.text = new[:1].upper() + new[1:] + self.text[end:]
        else:
            self.text = self.text[:start] + new + self.text[end:]
        if before is not None and _UNCOUNTED.search(new) and before["one"].lower() in ("a", "an"):
            self.text = self.text[: before.start("one")] + self.text[before.end() :]
        elif before is not None and (fitting := _article(before["one"], new)) != before["one"]:
            self.text = self.text[: before.start("one")] + fitting + self.text[before.end("one") :]
        self.assume(what, typed or old, new, why)

    def assume(self, what: str, from_: str, to: str, why: str) -> None:
        """Remember an assumption once."""
        made = Assumption(what, from_, to, why)
        if made not in self.assumptions:
            self.assumptions.append(made)


def clean(typed: str, vocabulary: Vocabulary) -> str:
    """The question on one line, without control characters; shouted text in lower case.

    Raises ProbatumError P401 when it is too long, P402 when it has no words.
    """
    if len(typed) > LIMIT:
        raise ProbatumError("P401", length=len(typed), limit=LIMIT)
    text = unicodedata.normalize("NFC", typed)
    text = "".join(" " if _invisible(c) else c for c in text).replace("’", "'").replace("`", "'")
    text = _REPEATED.sub(r"\1", _BLANKS.sub(" ", text)).strip(" \"'")
    text = _GENUS.sub(r"\1 ", text)
    if not any(c.isalpha() for c in text):
        raise ProbatumError("P402", typed=typed[:80])
    words = _WORD.findall(text)
    if text.isupper() and (len(words) > 2 or any(len(w) > 8 for w in words)):
        text = _WORD.sub(lambda m: _calm(m.group(), vocabulary), text)
    first = words[0] if words else ""
    if text.startswith(first) and first[:1].islower() and any(c.isupper() for c in first[1:]):
        return text  # `eGFR`, `pH` and `mRNA` open a sentence as they are
    return text[:1].upper() + text[1:]


def _invisible(character: str) -> bool:
    return unicodedata.category(character) in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp")


def _calm(word: str, vocabulary: Vocabulary) -> str:
    """A shouted word in lower case, unless it is an abbreviation and no English word."""
    lower = word.lower()
    if (
        len(word) <= 6
        and not vocabulary.is_english(lower)
        and any(a.short == word for a in vocabulary.abbreviations(word))
    ):
        return word
    return lower
