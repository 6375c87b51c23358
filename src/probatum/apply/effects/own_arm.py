"""Own arm: an effect is told only of a treatment for which an arm of its comparison is named.

`quadruple therapy against triple therapy` tells nothing of a drug that both or one of them may hold; arms that are only
called `treatment` or `10 mg` are those of the treatment which the study is about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from typing import Final

from probatum import vocabulary
from probatum.apply.evidence import arms
from probatum.apply.labels import kinship
from probatum.apply.quoted.choosing import abbreviated
from probatum.model import Finding, Question, Role, Study
from probatum.text import words
from probatum.text.expressions import expression

_NO_NAME: Final = words.stems(
    "intervention treatment treated treating study drug medication medicine active experimental exposed exposure "
    "therapy therapies group groups arm arms dose doses dosage daily twice once weekly monthly intake use users taking "
    "received receiving administered patients people participants subjects children adults women men mothers infants "
    "cases controls high higher low lower early late first second new combined supplementation supplement programme "
    "program test tested index standard full long short term oral intravenous topical regimen strategy other total "
    "after before baseline with without the verum"
)
"""Words of an arm's name that name no treatment."""
_AMOUNT: Final = expression(r"(?<![a-zµμ])\d[\d.,/]*\s?(?:%|[a-zµμ]{1,6}\b)?", re.IGNORECASE)
_ALIKE: Final = 5
"""Letters at the beginning in which other forms of a word agree: `smokers`, `smoking`."""


def told_of(finding: Finding, question: Question, study: Study) -> bool:
    """Whether an arm of a finding is called by what was asked about, or no arm by any treatment at all."""
    names = [name for name in arms.sides(finding) if name]
    if not names:
        return True
    said = [_said(finding, name) for name in names]
    if any(own and own <= stems for own in _asked(question) for stems in said):
        return True
    first = said[0] - _NO_NAME
    if not first or any(_kin(word, first) for word in _loosely(question)):
        return True
    return only(study, said[0]) or any(_member(name, question) for name in names)


def _member(name: str, question: Question) -> bool:
    """Whether an arm got a drug that is of the kind asked about."""
    asked = {n.lower() for c in question.having(Role.INTERVENTION) for n in (c.label, *c.synonyms)}
    drugs = (m.term.label for m in vocabulary.load().find(name) if m.term.semantic == "drug")
    return any(asked & set(kinship.kin(drug)) for drug in drugs)


def _said(finding: Finding, name: str) -> frozenset[str]:
    """The stems of an arm's name, with what its record's abbreviations stand for."""
    return words.parted(_AMOUNT.sub(" ", name)) | abbreviated(finding.sentence.source, name)


def _asked(question: Question) -> Iterator[frozenset[str]]:
    for concept in (*question.having(Role.INTERVENTION), *arms.compared_with(question)):
        yield from map(words.stems, concept.names)


def _loosely(question: Question) -> frozenset[str]:
    """Words of what was asked about that may stand in other forms: not those of drugs, of which many begin alike."""
    own = question.having(Role.INTERVENTION)
    if any(c.semantic == "drug" for c in own):
        return frozenset()
    return words.stems(" ".join((question.intervention, *(n for c in own for n in (c.text, c.label))))) - _NO_NAME


def _kin(word: str, stems: Set[str]) -> bool:
    return any(word == stem or (len(word) >= _ALIKE and stem.startswith(word[:_ALIKE])) for stem in stems)


def only(study: Study, said: Set[str]) -> bool:
    """Whether an arm got the one treatment that its trial tried, whatever name that has."""
    given = {a.drug.lower() for a in study.arms if a.drug and not a.control}
    return len(given) == 1 and words.stems(next(iter(given))) <= said
