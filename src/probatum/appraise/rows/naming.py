"""How well a label names an arm or an outcome: shared words, weighted by how rare they are among the labels."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from probatum.model import Record, SectionKind
from probatum.text import words
from probatum.text.abbreviations import definitions
from probatum.text.expressions import expression

_TOKEN: Final = expression(r"[A-Z]{3,}(?=[a-z]{3,})|[A-Za-zα-ωµμ]+|\d+(?:[.,]\d+)*")
_WORD: Final = expression(r"[A-Za-z0-9][A-Za-z0-9/_-]*[A-Za-z][A-Za-z0-9/_-]*|[A-Za-z]")
_NON: Final = expression(r"\bnon[-‐–]\s?(?=[a-z])", re.IGNORECASE)
"""`non-smokers` is one word, and not smokers."""
_LISTED: Final = expression(
    r"(?:^|[.;,:]\s?|\n|\*\s?)(?P<short>(?=[A-Za-z0-9_-]*[A-Z])[A-Za-z0-9][A-Za-z0-9/_-]{1,9})\s?"
    r"(?:[:=,]|\bis\b|–|—| - |(?<=[A-Z])\s(?=[a-z]))\s?"
    r"(?P<long>[A-Za-z][A-Za-z0-9 /'-]{3,70}?)(?=[;,.:(]|\n|$)"
)
_MEASURED_BY: Final = expression(
    r"(?:^|\n|[.;]\s)(?:The )?(?P<what>[A-Z][\w-]*(?: [\w-]+){0,4}) (?:was|were) (?:\w+ly )?"
    r"(?:assessed|measured|evaluated|scored|rated|quantified|determined) "
    r"(?:by|using|with|on|through|via|by means of) (?:the |an? )?[\w'’ -]{3,80}?"
    r"[\[(](?P<short>[A-Z][A-Za-z]*[A-Z][\w-]{0,8})\b"
)
"""`Pain severity was assessed by visual analogue scale (VAS)`: a scale stands for what it measures."""
_EMPTY: Final = frozenset(
    [
        "group",
        "arm",
        "treatment",
        "patient",
        "subject",
        "participant",
        "mean",
        "sd",
        "n",
        "number",
        "no",
        "value",
        "score",
        "rate",
        "percentage",
        "percent",
        "incidence",
        "level",
        "outcome",
        "measure",
        "total",
        "all",
        "overall",
        "the",
        "use",
        "effect",
        "result",
        "proportion",
        "difference",
        "data",
        "study",
        "day",
        "week",
        "month",
        "year",
        "time",
        "change",
        "increase",
        "decrease",
        "improvement",
        "reduction",
        "improve",
        "reduce",
        "during",
        "between",
        "average",
        "point",
        "frequency",
        "median",
        "sem",
        "se",
        "ci",
        "sum",
        "per",
    ]
)
_NO: Final = expression(r"\W*(?:no|without|wait|non)\b", re.IGNORECASE)
_CONTROL: Final = frozenset(
    [
        "control",
        "placebo",
        "sham",
        "usual",
        "standard",
        "conventional",
        "vehicle",
        "saline",
        "untreated",
        "tau",
        "comparator",
        "routine",
        "dummy",
        "none",
    ]
)


_NOT_GIVEN: Final = frozenset(
    [
        "treatment",
        "intervention",
        "therapy",
        "drug",
        "supplement",
        "supplementation",
        "medication",
        "training",
        "exercise",
        "contact",
        "group",
        "care",
        "continued",
        "further",
        "additional",
        "active",
        "specific",
        "any",
        "vaccine",
        "prophylaxis",
        "surgery",
        "reminder",
        "feedback",
        "arm",
        "condition",
    ]
)
"""What `no` denies in the name of an arm."""


@lru_cache(maxsize=4096)
def tokens(text: str) -> tuple[str, ...]:
    """Stems of the words and the numbers of a text; `SD48W` gives three."""
    found = []
    for match in _TOKEN.finditer(_NON.sub("non", text)):
        token = match.group()
        if token[0].isdigit():
            found.append(token.replace(",", ""))
        elif token.lower() not in words.STOP or token.isupper():
            found.append(words.stem(token.lower()))
    return tuple(found)


def shorts(record: Record) -> dict[str, frozenset[str]]:
    """Short forms in lower case -> the stems of the long forms that the record gives for them."""
    found: dict[str, frozenset[str]] = {}
    for section in record.sections:
        if section.kind is SectionKind.REFERENCES:
            continue
        text = section.text[:40_000]
        pairs = list(definitions(text))
        if section.kind in (SectionKind.CAPTION, SectionKind.TABLE):
            pairs += [(m["short"], m["long"]) for m in _LISTED.finditer(text[:4_000])]
        for short, long in pairs:
            key = short.lower()
            found[key] = found.get(key, frozenset()) | frozenset(tokens(long))
    return {short: long.union(*(found.get(t, ()) for t in sorted(long - {short}))) for short, long in found.items()}


def measures(record: Record) -> dict[str, frozenset[str]]:
    """Short names of scales in lower case -> the stems of what the record measures by them; nothing where it measures
    two things by one."""
    found: dict[str, set[frozenset[str]]] = {}
    for section in record.sections:
        if section.kind in (SectionKind.ABSTRACT, SectionKind.BODY):
            for match in _MEASURED_BY.finditer(section.text[:40_000]):
                found.setdefault(match["short"].lower(), set()).add(frozenset(tokens(match["what"])))
    return {short: next(iter(whats)) for short, whats in found.items() if len(whats) == 1}


class Words:
    """The words of labels with what their abbreviations stand for in this record; each label is read once."""

    def __init__(self, record: Record) -> None:
        """Reads the definitions of the record."""
        self._known, self._measures = shorts(record), measures(record)
        self._long = [(frozenset(tokens(s)), long) for s, long in self._known.items() if 1 < len(long) < 7]
        self._read: dict[str, frozenset[str]] = {}

    def is_short(self, token: str) -> bool:
        """True for a short form that the record explains."""
        return token in self._known

    def of(self, text: str) -> frozenset[str]:
        """Tokens of a text, with those of long forms for its short ones and the other way round."""
        held = self._read.get(text)
        if held is None:
            held = self._read[text] = self._expanded(text)
        return held

    def direct(self, text: str) -> frozenset[str]:
        """Tokens of a text with those of the long forms of its abbreviations; its own definitions go before others."""
        local = {s.lower(): frozenset(tokens(long)) for s, long in definitions(text)}
        found = set(tokens(text))
        for match in _WORD.finditer(text):
            word = match.group().lower()
            if word in local:
                continue
            for form in (word, word.rstrip("s")):
                found |= self._known.get(form, frozenset()) | self._measures.get(form, frozenset())
        return frozenset(found)

    def spelt(self, text: str) -> frozenset[str]:
        """Tokens of a text in which what a short form measures, or else its long form, stands instead of it."""
        found: set[str] = set()
        for match in _WORD.finditer(text):
            short = match.group().lower()
            long = self._measures.get(short) or self._known.get(short)
            found |= {t for t in long if t not in self._known} or long if long else set(tokens(match.group()))
        return frozenset(found)

    def _expanded(self, text: str) -> frozenset[str]:
        plain = self.direct(text)
        return plain.union(*(short for short, long in self._long if long <= plain))


class Weights:
    """How much a word tells: rare among the labels of a record, much; in every label, little."""

    def __init__(self, labels: Iterable[str]) -> None:
        """From the distinct labels of all tables of a record."""
        every = {frozenset(tokens(label)) for label in labels}
        self._count = max(len(every), 1)
        self._sorted: list[str] = []
        self._seen = Counter(token for label in every for token in label)

    def of(self, token: str) -> float:
        """The weight of a word: inverse document frequency, a fifth of it for words that name no outcome or arm."""
        weight = math.log(1 + self._count / (0.5 + self._seen[token]))
        if token in _EMPTY:
            return 0.2 * weight
        return weight

    def __contains__(self, token: object) -> bool:
        """True for a word that the record's labels or sentences use."""
        return isinstance(token, str) and self._seen[token] > 0

    def known(self) -> list[str]:
        """The words that the record's labels and sentences use, in a fixed order."""
        if not self._sorted:
            self._sorted = sorted(t for t in self._seen if t.isalpha())
        return self._sorted

    def share(self, wanted: frozenset[str], held: frozenset[str]) -> float:
        """Weight of the wanted words that are held, as a share of the weight of those wanted; 0 where none are."""
        total = sum(self.of(t) for t in sorted(wanted))
        return sum(self.of(t) for t in sorted(wanted & held)) / total if total else 0.0


def is_empty(token: str) -> bool:
    """True for a word that names no outcome or arm: `score`, `rate`, `mean`."""
    return token in _EMPTY


def is_control(text: str) -> bool:
    """True when a name says control, placebo, usual care, no treatment and the like."""
    said = [t.lower() for t in re.findall(r"[A-Za-z]+", re.sub(r"\(\w{1,6}\)", " ", text))]
    if _CONTROL & set(said):
        return True
    return _NO.match(text) is not None and (set(said[1:]) <= _NOT_GIVEN or "list" in said)
