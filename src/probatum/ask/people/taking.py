"""Taking: what somebody takes or was measured at belongs to the patient; it is not what is asked about.

`start A on top of B`, `adding A to B` ask about A for somebody who takes B; `A in B on DRUG` asks what helps A; and
nobody is treated with an eGFR.
"""

from __future__ import annotations

import re
from typing import Final

import msgspec

from probatum.ask.people.sufferers import GIVEN, having, with_roles
from probatum.model import Concept, Intent, Question, Role
from probatum.text import watching
from probatum.text.expressions import expression
from probatum.text.results import NO_AGE
from probatum.vocabulary import Vocabulary

_ILL: Final = ("condition", "symptom")
_ON_TOP: Final = expression(
    r"\b(?:on top of|in addition to|added? to|adding [^.?;,]{3,60}? to|as an add-on to) "
    r"(?:an? |the |his |her |their |my )?(?:\w+ ){0,2}?$",
    re.IGNORECASE,
)
"""What stands before a drug to which another is added."""
_LED: Final = expression(r"^(?:adding|to add|the addition of|addition of)\s+", re.IGNORECASE)
_TAIL: Final = expression(r"\s+(?:to|on top of|in addition to)\s+.*$", re.IGNORECASE)
_MEASURES: Final = r"(?:e?GFR|creatinine clearance|CrCl|glomerular filtration rate)"
_MEASURED: Final = expression(
    rf"[\s,]*(?:\b(?:with|and|at|has|having|whose)\s+)?(?:an?\s+)?{_MEASURES}\s+(?:of\s+|is\s+)?[<>]?\s*\d+"
    rf"(?:\s*m[lL]/min\S*)?",
    re.IGNORECASE,
)
_MEASURE: Final = expression(_MEASURES, re.IGNORECASE)
VALUE: Final = expression(
    r"(?: in (?:one|1) second)?\s*(?:(?:is|was|has|of|at|now|levels?|clearance|came back|gone|come|up|down|risen|rose"
    rf"|fallen|fell|dropped|to|score|=|:) ?){{0,5}}[<>-]?{NO_AGE}\d"
    r"|\s*(?:is |was |came back |all )*normal\b",
    re.IGNORECASE,
)
NORMAL: Final = expression(
    r"\b(?:normal|clear|abnormal|raised|latest|last|low|negative|positive|elevated) (?:\w+(?:,| and) ){0,2}$",
    re.IGNORECASE,
)


_IN_BLOOD: Final = expression(
    r"thyrotropin|TSH|creatine|creatinine|potassium|sodium|calcium|magnesium|phosphate|ferritin|iron|glucose|urea|urate"
    r"|cortisol|testosterone|prolactin|vitamin (?:d|b12)|folate",
    re.IGNORECASE,
)
"""What is measured in blood and is also a medicine."""
_TELLING: Final = expression(r"\b(?:rul\w+|exclud\w+|accura\w+|sensitiv\w+|specific\w*|mean|miss)\b", re.IGNORECASE)
"""Words of a question on what a result tells."""


def with_results(concepts: tuple[Concept, ...], text: str) -> tuple[Concept, ...]:
    """The concepts; a test that is told with its result belongs to the patient: `FEV1 45 %`, `normal EEG`."""
    low = text.lower()
    made: list[Concept] = []
    if _TELLING.search(text):
        return concepts
    for concept in concepts:
        at = low.find(concept.text.lower())
        told = at >= 0 and (VALUE.match(text, at + len(concept.text)) or NORMAL.search(text[:at]))
        salt = concept.semantic == "drug" and _IN_BLOOD.fullmatch(concept.text) is not None
        asked = (salt or concept.semantic == "test") and concept.role in (Role.INTERVENTION, Role.COMPARATOR)
        if told and salt:  # what was found in blood is not given beside another
            concept = msgspec.structs.replace(concept, semantic="test")
        made.append(msgspec.structs.replace(concept, role=Role.OTHER) if asked and told else concept)
    return tuple(made)


_WHICH: Final = expression(r"^(?:safer|better|best|preferred|safest)\b[\s,]*", re.IGNORECASE)


def added_to(question: Question, _: Vocabulary) -> Question:
    """`start A on top of B`: B is taken. What adding A does is asked, and not whether the two may meet."""
    drugs = having(question, Role.INTERVENTION, "drug")
    low = question.read.lower()
    taken = [c for c in drugs if _ON_TOP.search(question.read[: max(low.find(c.text.lower()), 0)])]
    left = [c for c in drugs if c not in taken]
    if not taken or not left:
        return question
    words = question.intervention
    if any(c.text.lower() in words.lower() for c in taken):
        words = _TAIL.sub("", _LED.sub("", words))
    intent = Intent.THERAPY if question.intent is Intent.INTERACTION else question.intent
    return msgspec.structs.replace(with_taken(question, taken), intervention=words, intent=intent)


_MET: Final = expression(
    r"(?<!not )\b(?:with|alongside|together with|during|beside)\s+(?:an? |the |his |her |my |a course of |existing )?$",
    re.IGNORECASE,
)


def met(question: Question, _: Vocabulary) -> Question:
    """`A with B: what dose`, `A or B with a course of C`: what stands behind `with` is taken, where no pair is asked
    about."""
    given = having(question, Role.INTERVENTION, "drug")
    others = [c for c in having(question, Role.OTHER, "drug") if c.label not in question.patient.drugs]
    low = question.read.lower()
    taken = [c for c in others if _MET.search(question.read[: max(low.find(c.text.lower()), 0)])]
    if not given or not taken or question.intent is Intent.INTERACTION:
        return question
    return with_taken(question, taken)


def measured(question: Question, _: Vocabulary) -> Question:
    """`with an eGFR of 25, A or B`, `FEV1 40 %, A?` ask about A and B: the figure is the patient's."""
    given, words = having(question, Role.INTERVENTION, "drug", "procedure"), question.intervention.lower()
    if given and any(c.text.lower() == words for c in having(question, Role.OTHER, "test")):
        question = msgspec.structs.replace(question, intervention=" and ".join(c.text for c in given))
    found = [c for c in question.concepts if not c.semantic and _MEASURE.fullmatch(c.text)]
    if not question.patient.kidney or not found:
        return question
    parts = {name: _MEASURED.sub("", getattr(question, name)).strip(" ,") for name in ("intervention", "population")}
    parts["intervention"] = _WHICH.sub("", parts["intervention"])
    changed: dict[Concept, Role] = dict.fromkeys(found, Role.OTHER)
    return msgspec.structs.replace(question, concepts=with_roles(question, changed), **parts)


def in_blood(question: Question, _: Vocabulary) -> Question:
    """The question without a treatment that is a result: `thyrotropin 7.2`."""
    low, given = question.read.lower(), question.having(Role.INTERVENTION)
    told = [c for c in given if _IN_BLOOD.fullmatch(c.text) and _told_with(low, c.text.lower())]
    if not told:
        return question
    left = [c.text for c in given if c not in told and c.semantic in GIVEN]
    words = " and ".join(left) if any(c.text.lower() in question.intervention.lower() for c in told) else ""
    changed: dict[Concept, Role] = dict.fromkeys(told, Role.OTHER)
    return msgspec.structs.replace(
        question, concepts=with_roles(question, changed), intervention=words or (question.intervention if left else "")
    )


def _told_with(low: str, name: str) -> bool:
    """Whether a value stands behind a name."""
    at = low.find(name)
    return at >= 0 and VALUE.match(low, at + len(name)) is not None


CHECKED: Final = expression(
    r"\s+(?:levels?\s+)?(?:should |must |to |needs? to )?(?:be |get )?(?:(?:re-?)?checked|monitored"
    r"|measured|tested)\b",
    re.IGNORECASE,
)


def checked(question: Question, _: Vocabulary) -> Question:
    """`how often should A be checked on B` asks about B: A is what is measured."""
    if not watching.asks(question.read):
        return question
    low, given = question.read.lower(), having(question, Role.INTERVENTION, *GIVEN)
    gone = [c for c in given if CHECKED.match(question.read, low.find(c.text.lower()) + len(c.text))]
    left = [c for c in given if c not in gone]
    left = left or [c for c in having(question, Role.OTHER, "drug") if c.label in question.patient.drugs]
    if not gone or not left:
        return question
    changed: dict[Concept, Role] = dict.fromkeys(gone, Role.OTHER) | dict.fromkeys(left, Role.INTERVENTION)
    words = " and ".join(c.text for c in left)
    return msgspec.structs.replace(question, concepts=with_roles(question, changed), intervention=words)


def ill_and_taking(question: Question, _: Vocabulary) -> Question:
    """`A in B on DRUG`: what helps A in somebody with B who takes the drug."""
    taken = {drug.lower() for drug in question.patient.drugs}
    named = [*having(question, Role.INTERVENTION, *GIVEN), *having(question, Role.OTHER, *GIVEN)]
    drugs = [c for c in named if c.role is Role.INTERVENTION or {c.label.lower(), c.text.lower()} & taken]
    ill = having(question, Role.POPULATION, *_ILL)
    if not drugs or len(ill) < 2 or question.outcome or question.intent is not Intent.THERAPY:
        return question
    first, second = ill[:2]
    terse = re.search(
        rf"^\W*(?:\w+ )?{re.escape(first.text)}\b[\w ]{{0,20}} in [\w ]*{re.escape(second.text)} on [\w ,]+$",
        question.read.strip(" ?."),
        re.IGNORECASE,
    )
    if terse is None or not all({c.label.lower(), c.text.lower()} & taken for c in drugs):
        return question
    made = with_taken(question, drugs)
    concepts = with_roles(made, {first: Role.OUTCOME})
    return msgspec.structs.replace(
        made, concepts=concepts, intervention="", outcome=first.label, population=f"people with {second.label}"
    )


def with_taken(question: Question, taken: list[Concept] | tuple[Concept, ...]) -> Question:
    """The question for somebody who takes these drugs."""
    borne = [c.label for c in taken if c.label not in question.patient.allergies]
    drugs = tuple(dict.fromkeys((*question.patient.drugs, *borne)))
    patient = msgspec.structs.replace(question.patient, drugs=drugs)
    changed: dict[Concept, Role] = dict.fromkeys(taken, Role.OTHER)
    return msgspec.structs.replace(question, patient=patient, concepts=with_roles(question, changed))
