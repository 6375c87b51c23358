"""Operated: a medicine before or after a procedure is asked about in those who have it done: `aspirin after CABG`.

Read as a mere word beside the medicine, the procedure would be met by any trial of it, whoever took part.
"""

from __future__ import annotations

from typing import Final

import msgspec

from probatum.ask.people.sufferers import with_roles
from probatum.model import Intent, Question, Role
from probatum.text.expressions import caseless
from probatum.vocabulary import Vocabulary

_TIMED: Final = caseless(
    r"\b(?P<when>after|following|since|post|before|prior to|pre|during|around)[ -]"
    r"(?:(?:an?|the|his|her|my|their|recent|previous|planned|elective|emergency|major|minor) ){0,3}$"
)
_CUT: Final = caseless(
    r"(?:\w{3,}(?:ectomy|plasty|ostomy|scopy)|\w+ (?:extractions?|replacements?|transplant\w*|implant\w*"
    r"|bypass|repair))$"
)
"""Names of operations of which the vocabulary knows no kind; `surgery` alone is none of them."""
_OF: Final = (Intent.THERAPY, Intent.DOSING, Intent.PREVENTION)


_AGO: Final = (
    r"(?:\d{1,2}|two|three|few|several|couple of)"
    r"(?: ?(?:days?|weeks?|wks?|months?|mths?|years?|yrs?)|/(?:52|12)) ago"
)
_DONE_BEFORE: Final = caseless(
    rf"\b(?:{_AGO},?|(?:in|since) (?:19|20)\d\d,?|had(?: an?| his| her| my)?|s/p|status post)(?: \w+)? $"
)
_DONE_BEHIND: Final = caseless(rf"^(?: \w+){{0,2}},? (?:{_AGO}|(?:in )?(?:19|20)\d\d\b|last (?:week|month|year))")


def _over(question: Question) -> Question:
    """The question about the medicine alone, where the procedure beside it is told as done: `MI 6 weeks ago, PCI. Can
    A be stopped?`"""
    drugs = [c for c in question.having(Role.INTERVENTION) if c.semantic == "drug"]
    acts = [c for c in question.having(Role.INTERVENTION) if c.semantic == "procedure"]
    if not drugs or not acts or question.having(Role.COMPARATOR) or not all(_is_over(c.text, question) for c in acts):
        return question
    return msgspec.structs.replace(
        question,
        concepts=with_roles(question, dict.fromkeys(acts, Role.OTHER)),
        intervention=" and ".join(dict.fromkeys(c.text for c in drugs)),
    )


def _is_over(name: str, question: Question) -> bool:
    """Whether a procedure is told with when it was done."""
    low = question.read.lower()
    at = low.find(name.lower())
    if at < 0:
        return False
    behind = low[at + len(name) : at + len(name) + 60]
    return bool(_DONE_BEFORE.search(low[max(0, at - 60) : at]) or _DONE_BEHIND.match(behind))


_TAKES: Final = caseless(
    r"\b(?:take|taking|takes|give|giving|given|use|using|have|having|start|starting|try|prescribe|prescribing|get)"
    r"(?: (?:any|some|the|oral|her|his|him|them|an?)){0,2} $"
)


def _given_after(question: Question) -> Question:
    """`can a mother take A after a caesarean`: A is asked about, where syntax took the operation for what is given."""
    acts = question.having(Role.INTERVENTION)
    low = question.read.lower()
    timed = all(c.semantic == "procedure" and _TIMED.search(low[: max(0, low.find(c.text.lower()))]) for c in acts)
    taken = {name.lower() for name in question.patient.drugs}
    others = (c for c in question.having(Role.OTHER) if c.semantic == "drug" and c.label.lower() not in taken)
    drugs = [c for c in others if _TAKES.search(low[: max(0, low.find(c.text.lower()))])]
    if not acts or not timed or not drugs or question.having(Role.COMPARATOR):
        return question
    changed = dict.fromkeys(acts, Role.OTHER) | dict.fromkeys(drugs, Role.INTERVENTION)
    named = " and ".join(c.text for c in drugs)
    return msgspec.structs.replace(question, concepts=with_roles(question, changed), intervention=named)


def told(question: Question, _: Vocabulary) -> Question:
    """The question with the procedure as what its people have; itself where others are named, or two are compared."""
    question = _over(_given_after(question))
    drugs = [c for c in question.having(Role.INTERVENTION) if c.semantic == "drug"]
    if question.intent not in _OF or not drugs or question.having(Role.POPULATION) or question.having(Role.COMPARATOR):
        return question
    low = question.read.lower()
    for one in (c for c in question.having(Role.OTHER) if c.semantic == "procedure" or _CUT.search(c.text)):
        found = _TIMED.search(low[: max(0, low.find(one.text.lower()))])
        if found is None:
            continue
        people = question.population or f"people {low[found.start() :].partition(one.text.lower())[0]}{one.text}"
        return msgspec.structs.replace(
            question, concepts=with_roles(question, {one: Role.POPULATION}), population=people
        )
    return question
