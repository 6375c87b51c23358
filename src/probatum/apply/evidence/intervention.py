"""The intervention that was asked about: whether words of a source name it, and what sort of thing it is."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Set
from functools import lru_cache
from typing import Final

from probatum.model import Appraisal, Question, Role, SectionKind
from probatum.text import doses, words
from probatum.text.expressions import expression

_FORM: Final = expression(r"[a-z]\d{1,2}")
"""A letter with the number of a form, as in vitamin D3."""
_HOW: Final = words.stemmed(
    "low high higher lower standard full half single daily weekly dose dosage oral intravenous topical inhaled early "
    "late immediate delayed short long course term routine regular"
)
"""Words that say how something is given: `low dose aspirin` names aspirin."""
_LASTING: Final = expression(
    r"\b(?:\d+|one|two|three|four|five|six|seven|ten|fourteen)(?:[- ](?:to|or)[- ]\d+)?"
    r"[- ](?:hour|day|week|month|year)s?\b",
    re.IGNORECASE,
)
"""How long something is given."""


def _names(question: Question) -> list[str]:
    return [n for c in question.having(Role.INTERVENTION) for n in c.names]


@lru_cache(maxsize=4096)
def named_in(text: str, question: Question) -> bool:
    """Whether a text names what was asked about."""
    if any(re.search(rf"(?<![\w-]){re.escape(short)}s?(?![\w-])", text) for short in _short(question)):
        return True
    said = set(words.parted(text))
    said |= {s.rstrip("0123456789") for s in said if _FORM.fullmatch(s)}  # vitamin D3 is vitamin D
    return any(own and own <= said for own in map(words.unjoined, _names(question) or [question.intervention]))


def _short(question: Question) -> Iterator[str]:
    """The capitals by which what was asked about was typed: sources use them, too."""
    names = {name.lower() for name in _names(question)}
    for one in question.assumptions:
        if one.what == "abbreviation" and one.to.lower() in names and one.from_.isupper():
            yield one.from_


def spelled_by(stems: Set[str], question: Question) -> bool:
    """Whether stems, those of expanded abbreviations among them, name what was asked about."""
    return any(own and own <= stems for name in _names(question) for own in (words.stems(name), words.unjoined(name)))


def is_of(question: Question, semantics: Collection[str]) -> bool:
    """Whether what is to be given, or one of two between which is chosen, is of one of those sorts: the concepts must
    be at least half of what was named; when it is given (`before surgery`) is no part of that."""
    given = question.intervention
    for dose in reversed(doses.read(given)):  # `methotrexate 10 mg daily` names a drug all the same
        given = given[: dose.start] + given[dose.end :]
    given = _LASTING.sub(" ", given)  # and so does `prednisone for 5 days`
    known = [c for c in question.having(Role.INTERVENTION) if c.semantic in semantics]
    stems = {words.stem(w) for c in known for w in words.content(f"{c.text} {c.label}")}
    wholes = (given, *_OR.split(given)) if _OR.search(given) else (given,)
    return any(_half({words.stem(w) for w in words.content(_WHEN.sub(" ", one))} - _HOW, stems) for one in wholes)


def _half(named: Set[str], stems: Set[str]) -> bool:
    return bool(stems) and bool(named & stems or not named) and 2 * len(named & stems) >= len(named)


_OR: Final = expression(r"\s(?:or|versus|vs\.?)\s", re.IGNORECASE)
_WHEN: Final = expression(r"\b(?:before|after|during|prior to) [^.;,]{2,60}$", re.IGNORECASE)


def by_chance(appraisal: Appraisal) -> bool:
    """Whether chance gave what was studied to some and not to others: in a trial, or in the trials of a review."""
    if appraisal.study.design.randomised:
        return True
    told = (s.text for s in appraisal.record.sections if s.kind in (SectionKind.TITLE, SectionKind.ABSTRACT))
    return appraisal.study.design.synthesis and any(map(_RANDOMISED.search, told))


_RANDOMISED: Final = expression(r"\brandomi[sz]ed\b|\bRCTs?\b|\bcontrolled trials?\b", re.IGNORECASE)
