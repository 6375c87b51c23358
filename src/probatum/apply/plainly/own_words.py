"""Own words: what the asker called by an everyday name is called so on the plain page, and not by its medical name.

Quotations keep the words of their source. The medical name stands under `Words used here` with what it means. A name
that shares a word with the medical one (`leg cramps`, `muscle cramps`) may be narrower, so it is not put in its place.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

import msgspec

from probatum.model import Concept, Question, Section, Statement
from probatum.text import words
from probatum.text.expressions import expression
from probatum.vocabulary import glossary

_LAY: Final = "lay term"
_SAME: Final = "the medical name under which the evidence is found"
"""Why a lay term was read as its medical name, where the two mean the same."""
_KEPT: Final = r"(“[^”]*”)"


def told(sections: Sequence[Section], question: Question) -> tuple[Section, ...]:
    """The sections with the asker's own words in the plain words of their statements."""
    pattern, own = _names(question)
    if pattern is None:
        return tuple(sections)
    return tuple(
        msgspec.structs.replace(section, statements=tuple(_said(one, pattern, own) for one in section.statements))
        for section in sections
    )


def said(text: str, question: Question) -> str:
    """A text with the asker's own words; quotations stay."""
    pattern, own = _names(question)
    return text if pattern is None else _put(text, pattern, own)


def as_asked(question: Question) -> str:
    """The question as read, with everyday names where the asker used them: a medical name in their place may not fit
    the sentence (`a urinary tract infections`), and tells a patient nothing."""
    text = question.read
    for one in reversed(question.assumptions):
        if one.what in (_LAY, "abbreviation") and one.from_ and one.to:
            text = re.sub(rf"(?<![\w-]){re.escape(one.to)}(?![\w-])", lambda _, own=one.from_: own, text, count=1)  # type: ignore[misc]
    return text[:1].upper() + text[1:]


def _names(question: Question) -> tuple[re.Pattern[str] | None, dict[str, str]]:
    """The medical names that the asker called otherwise, and what each was called."""
    read = (a for a in question.assumptions if a.what == _LAY and a.why == _SAME and a.from_ and a.to)
    own = {a.to.lower(): a.from_.lower() for a in read if not words.stems(a.from_) & words.stems(a.to)}
    own |= {c.label.lower(): c.text.lower() for c in question.concepts if _renamed(c)}
    own |= {c.label.lower(): c.text for c in question.concepts if _respelt(c)}
    # `sleepy` is no name of sleepiness, and nobody has `feel sick`
    own = {name: lay for name, lay in own.items() if not (name.endswith("ness") or _STATE.match(lay))}
    if not own:
        return None, own
    listed = "|".join(re.escape(name) for name in sorted(own, key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?:{listed})(?![\w-])", re.IGNORECASE), own


_STATE: Final = expression(
    r"(?:feel|felt|be|get|go|have|can|cant|can't|cannot|am|is|put|gained?)\b|\w+ed$"
    r"|(?:itchy|achy|shaky|sweaty|wheezy|sick|tired|epileptics?|diabetics?|hypertensives?|hypotensive|arthritic|asthmatics?|septic"
    r"|narcoleptic|psoriatic|anorexic|schizophrenic|autistic|(?:an|leuk|hypoglyc)a?emic|neutropenic)$",
    re.IGNORECASE,
)
"""A complaint that is told by a verb, or by how or what somebody is: nobody has `constipated` or `epileptic`."""


@lru_cache(maxsize=1)
def _elsewhere() -> frozenset[str]:
    lines = glossary.data("elsewhere.txt").splitlines()
    return frozenset(line for line in lines if not line.startswith("#"))


def _renamed(concept: Concept) -> bool:
    """Whether a medicine was called by the name that its substance has in another country (`paracetamol`); a brand is
    no such name, since what is told of the substance holds for each of its brands."""
    own = concept.text.lower()
    same = own in _elsewhere() and own in map(str.lower, concept.synonyms)
    return concept.semantic == "drug" and same and own != concept.label.lower()


def _respelt(concept: Concept) -> bool:
    """Whether a name was typed as the label has it but for signs and capitals (`St John's wort`)."""
    typed, label = ("".join(filter(str.isalpha, name)) for name in (concept.text, concept.label))
    capital = concept.text[:1].isupper() and not concept.text.isupper()
    first = concept.text[:1].lower() + concept.text[1:] == concept.label  # it only stood first
    return typed.lower() == label.lower() and capital and not first


def _said(one: Statement, pattern: re.Pattern[str], own: dict[str, str]) -> Statement:
    easy = one.plain or one.text
    put = _put(easy, pattern, own)
    return one if put == easy else msgspec.structs.replace(one, plain=put)


def _put(text: str, pattern: re.Pattern[str], own: dict[str, str]) -> str:
    def instead(found: re.Match[str]) -> str:
        name = own[found[0].lower()]
        return name[:1].upper() + name[1:] if found[0][0].isupper() else name

    or_itself = _or_itself(tuple(sorted(set(own.values()))))
    parts = re.split(_KEPT, text)
    put = (part if part.startswith("“") else named_once(pattern.sub(instead, part)) for part in parts)
    return "".join(part if part.startswith("“") else or_itself.sub(r"\1", part) for part in put)


@lru_cache(maxsize=64)
def _or_itself(names: tuple[str, ...]) -> re.Pattern[str]:
    """`hay fever or hay fever`: two names of one illness that were made the same."""
    listed = "|".join(map(re.escape, names))
    return re.compile(rf"(?<![\w-])({listed}) or \1(?![\w-])", re.IGNORECASE)


_TWICE_NAMED: Final = expression(r"\b([\w-]+) \(\1\)", re.IGNORECASE)
"""`paracetamol (paracetamol)`: a name and another name beside it that were made the same."""


def named_once(text: str) -> str:
    """A text in which no name stands in brackets behind itself."""
    return _TWICE_NAMED.sub(r"\1", text)
