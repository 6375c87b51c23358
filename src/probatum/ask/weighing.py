"""Weighing: how much speaks for each treatment and test of a question being what it asks about.

Each reason counts once: the clause that asks, a choice, what syntax takes for given, who takes it already, what was
tried, what is denied, and a result that was only told.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from probatum.ask.between.choosing import choice, listed, or_not
from probatum.ask.people.sufferers import GIVEN
from probatum.ask.people.taking import CHECKED, NORMAL, VALUE
from probatum.ask.people.whom import denied
from probatum.ask.pico.clauses import Clause, clauses
from probatum.model import Concept, Intent, Question, Role
from probatum.text import watching
from probatum.text.expressions import expression
from probatum.vocabulary.classes import members

_ILL: Final = ("condition", "symptom")
_ASKED: Final = (Role.INTERVENTION, Role.COMPARATOR)
_PRONOUN: Final = expression(
    r"\b(?:it|them|these|those|this|that|this one|that one|the (?:tablets?|pills?|drug|medicine|jab|injection))\b",
    re.IGNORECASE,
)
_TAKEN: Final = expression(
    r"\b(?:on|takes?|taking|took|given|had|stays? on|already(?: on)?|with)\s+(?:my |his |her |their |an? |the )?$",
    re.IGNORECASE,
)
_HAD: Final = expression(
    r"\b(?:(?:before|when|while|prior to) (?:starting|commencing|going on|beginning)"
    r"|tried|trying|failed|after|stopped|finished|completed|came off|intoleran\w+ (?:of|to)|can'?t (?:have"
    r"|tolerate)|couldn'?t tolerate|did not tolerate|despite|since|got [\w-]+ (?:with|from|on|w/)|not (?:on"
    r"|keen on))\s+"
    r"(?:the |an? |her |his |my |\d+ [\w-]+ of ){0,2}$",
    re.IGNORECASE,
)
"""What stands before a treatment that was had, or is not wanted."""
_WANTED: Final = expression(
    r"\b(?:adding|to add|worth (?:adding|trying|giving|starting|using)|(?:evidence|data|role|place|case)"
    r" (?:for|of|on|behind)) (?:an? |the |some |oral |iv )?$",
    re.IGNORECASE,
)
"""What stands before a treatment that is asked about, whatever was given before."""
_STORY: Final = expression(
    r"[,.;:?!]\s|\b(?:i|i'm|(?-i:im|Im)|he|she|they|we|my|his|her|asks?|wants?|please|check|started|since|ago|tried"
    r"|been|into"
    r"|does|do|is|are|was|has|have|can|should|will|but|because|when|while|if|make|makes|cause|causes|put|puts|come"
    r"|came|off|get|gets|any|doing|going|doctor|gp|nurse"
    r"|pharmacist|yes|no|not|still|would|just|what|which|how|sensitivity|timings?|until|need|needs|test)\b",
    re.IGNORECASE,
)
"""Words that a treatment's own words do not have."""
_BY_KIND: Final = {"drug": 1.0, "procedure": 0.75, "test": 0.25}
_OF_TESTS: Final = {"drug": 0.0, "procedure": 0.25, "test": 2.0}
_BY_SYNTAX: Final = {Role.INTERVENTION: 4.0, Role.COMPARATOR: 3.0}
_IN_STORY: Final = 2.5
"""Taken off where the words that syntax took for a treatment tell a story."""
_ASKED_THERE: Final = 3.0
_CHOICE: Final = 4.0
_OWN: Final = 5.0
_BEHIND: Final = 3.0
GONE: Final = 20.0
_REACH: Final = 60
_COUNTED: Final = expression(
    r"(?:re-?)?(?:hospitali[sz]ations?|admissions?)|survival|mortality|recovery|discharge", re.IGNORECASE
)
"""Events that trials count; nobody is given them."""


class Named(NamedTuple):
    """A treatment or test where a question names it last, and how much speaks for its being asked about."""

    start: int
    end: int
    concept: Concept
    weight: float = 0.0


def told(words: str) -> bool:
    """Whether words tell a story, and so are no name of what is given."""
    return _STORY.search(words) is not None


def weighed_treatments(question: Question) -> list[Named]:
    """What a question names to be given or done, in the order in which it stands, each with its weight."""
    low, named = question.read.lower(), []
    for concept in question.concepts:
        at = low.rfind(concept.text.lower())
        end = at + len(concept.text)
        if (
            at >= 0
            and concept.semantic not in _ILL
            and not _COUNTED.fullmatch(concept.text)
            and (concept.semantic in GIVEN or or_not(low[end:]))
        ):
            named.append(Named(at, end, concept))
    named.sort(key=lambda each: each[:2])
    asking = _asking(question, named)
    named = [each for each in named if not _stands_for(each, named)]
    paired = _paired(low, named)
    return [each._replace(weight=_weight(question, each, each in asking, each in paired)) for each in named]


def _weight(question: Question, each: Named, asking: bool, paired: bool) -> float:
    """How much speaks for its being asked about; each reason counts once."""
    text, concept = question.read, each.concept
    before = text[max(0, each.start - _REACH) : each.start]
    kinds = _OF_TESTS if question.intent is Intent.DIAGNOSIS else _BY_KIND
    weight = kinds.get(concept.semantic, 0.0)
    if concept.role in _ASKED:
        weight += _BY_SYNTAX[concept.role] - (_IN_STORY if told(getattr(question, concept.role.value)) else 0.0)
    weight += _ASKED_THERE if asking else 0.0
    weight += _CHOICE if paired or _WANTED.search(before) or or_not(text[each.end :].lower()) else 0.0
    weight -= _BEHIND if CHECKED.match(text, each.end) else 0.0
    kind_of = not paired and any(
        concept.label in one.broader for one in question.concepts if one.role is not Role.OTHER
    )
    weight -= _OWN if kind_of else 0.0  # `needs antibiotics, is A ok` asks about A
    weight -= _OWN if _TAKER.match(text, each.end) and not paired else 0.0
    changed = _CHANGED.search(before) is not None
    weight += _ASKED_THERE if changed and concept.label in question.patient.drugs else 0.0
    weight -= _OWN if concept.label in question.patient.drugs and not paired and not changed else 0.0
    weight -= (
        _BEHIND
        if (_TAKEN.search(before) and not paired and not _part_of_it(question, each)) or _HAD.search(before)
        else 0.0
    )
    gone = denied(concept, text) or {concept.label, concept.text.lower()} & {*question.patient.allergies}
    others = any(c.semantic == "drug" and c.label != concept.label for c in question.concepts)
    checked = others and _TO_CHECK.search(before)
    watched = concept.semantic == "test" and watching.asks(text)  # `which blood tests with A` asks about A
    return weight - (GONE if gone or checked or watched or _is_result(question, each) else 0.0)


_CHANGED: Final = expression(
    r"\b(?:re-?start(?:ing)?|stop(?:ping)?|hold(?:ing)?|withhold(?:ing)?|continu(?:e|ing)|carry on with|stay on"
    r"|come off|halv(?:e|ing)|wean(?:ing)?(?: off)?|taper(?:ing)?) (?:taking )?(?:the |my |his |her |their )?$",
    re.IGNORECASE,
)
"""What stands before a drug that is taken, of which it is asked what becomes: `restart A when`."""
_TAKER: Final = expression(r"[ -](?:patients?|pts?|users?|takers?)\b", re.IGNORECASE)
"""`warfarin patient, INR 9`: what somebody takes."""
_TO_CHECK: Final = expression(
    r"\b(?:re-?)?(?:check(?:ing|ed)?|monitor(?:ing)?|measur(?:e|ing)|test(?:ing)?|repeat(?:ing)?) "
    r"(?:the |his |her |my )?(?:serum |blood )?$",
    re.IGNORECASE,
)
"""What stands before that which is measured while something else is given."""


def _part_of_it(question: Question, each: Named) -> bool:
    """`does A with B help`: whether it stands behind a `with` in the words that name what is given."""
    words = question.intervention.lower()
    beside = f"with {each.concept.text.lower()}" in words and not told(words)
    return beside and each.concept.label not in question.patient.drugs


def _stands_for(one: Named, named: Sequence[Named]) -> list[Named]:
    """The members that a class stands for where they are named before it: `A ..., is it the statin`."""
    held = {*members(one.concept.label)}
    return [
        each
        for each in named
        if each.end <= one.start
        and each.concept.label != one.concept.label
        and (each.concept.label in held or one.concept.label in each.concept.broader)
    ]


def _is_result(question: Question, each: Named) -> bool:
    """Whether a figure that was measured stands behind it."""
    if _LEVEL.match(question.read, each.end):
        return True
    if each.concept.semantic == "test" and NORMAL.search(question.read[: each.start]):
        return any(c.semantic == "test" for c in question.concepts if c != each.concept)
    if each.concept.semantic == "test" and question.intent is not Intent.DIAGNOSIS:
        return VALUE.match(question.read, each.end) is not None
    measured = each.concept.semantic != "drug" or _IN_BLOOD.fullmatch(each.concept.text)
    return bool(measured) and _IN_A_ROW.match(question.read, each.end) is not None


_LEVEL: Final = expression(
    r"\s*(?:is |was |levels? )?(?:normal|raised|elevated)\b(?! (?:by|with|after))", re.IGNORECASE
)
"""`TSH normal`: a hormone that was measured."""
_IN_A_ROW: Final = expression(
    r" ?\d+(?:\.\d+)?,? (?:and )?(?:RR|BP|HR|pulse|resps?|sats|SpO2|temp|CRP|WCC|WBC|Hb|creat\w*|Na|K|e?GFR|GCS)\b",
    re.IGNORECASE,
)
"""Figures in a row: `urea 9.1, RR 24, BP 118/70`."""
_IN_BLOOD: Final = expression(
    r"(?:serum |plasma |venous )?(?:urea|sodium|potassium|calcium|magnesium|phosphate|chloride|bicarbonate|HCO3|lactate"
    r"|glucose|albumin|protein|ferritin|iron|urate|uric acid|cortisol|thyrotropin|TSH|creatin(?:e|ine)|oxygen|insulin"
    r"|testosterone|prolactin|folate|vitamin \w+|ammonia|h(?:a)?emoglobin|fibrinogen|bilirubin)",
    re.IGNORECASE,
)
"""Medicines that are also measured; behind any other a figure is how much is given: `levofloxacin 500 eGFR 20`."""


def _asking(question: Question, named: Sequence[Named]) -> list[Named]:
    """The treatments that the clauses which ask name, else the last told before that a pronoun there stands for."""
    text = question.read
    pieces = clauses(text)
    ask = [one for one in pieces if one.marked] or [one for one in pieces if one.opens] or pieces[-1:]
    if len(pieces) < 2:
        return []
    found = [each for each in named if any(one.start <= each.start < one.end for one in ask)]
    found = [each for each in found if not _TAKEN.search(text[: each.start])] or found
    found = [one for each in found for one in (_stands_for(each, named) or [each])]
    if found or not any(_PRONOUN.search(text[one.start : one.end]) for one in ask):
        return found
    before = [each for each in named if each.start < ask[-1].start and each.concept.semantic in GIVEN]
    fresh = [each for each in before if each.concept.label not in question.patient.drugs] or before
    return [each for each in fresh if one_clause(pieces, each, fresh[-1])]


def one_clause(pieces: Sequence[Clause], one: Named, other: Named) -> bool:
    """Whether two stand in one clause."""
    return any(piece.start <= one.start < piece.end and piece.start <= other.start < piece.end for piece in pieces)


def _paired(low: str, named: Sequence[Named]) -> list[Named]:
    """The treatments between which a question asks: with `or` between two, and the list before them."""
    given = [each for each in named if each.concept.semantic in GIVEN]
    for place, (one, two) in enumerate(pairwise(given)):
        if one.end <= two.start and choice(low[one.end : two.start]):
            first = place
            while first and _in_list(low, given[first - 1], given[first]):
                first -= 1
            last = place + 1
            while last + 1 < len(given) and choice(low[given[last].end : given[last + 1].start]):
                last += 1
            return given[first : last + 1]
    return []


def _in_list(low: str, one: Named, two: Named) -> bool:
    """Whether a treatment is the one before in a list of choices, and not one that somebody takes."""
    return listed(low[one.end : two.start]) and not _TAKEN.search(low[: one.start])
