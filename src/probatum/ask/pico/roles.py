"""Roles by meaning: what syntax put into a part that a thing of its kind cannot play.

`A in atrial fibrillation: is it as good as B` gives A, not the illness; `A for B - stroke and bleeding` wants to know
of stroke and bleeding; nobody is `people with death`. Each rule looks at kinds of things and at the words between
them, never at which thing it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import reduce
from typing import Final

import msgspec

from probatum.ask import deciding, ruling_out
from probatum.ask.between import manners
from probatum.ask.people import allergies, illnesses, of_the_child, organisms, sufferers, taking
from probatum.ask.people.sufferers import GIVEN, having, with_roles
from probatum.ask.pico import (
    asked,
    behind_a_colon,
    blaming,
    casting,
    controlled,
    endings,
    helped_in,
    illness_asked,
    operated,
    treated_in,
    trimming,
    unneeded,
)
from probatum.ask.pico.frames import PEOPLE
from probatum.ask.words.concepts import make
from probatum.model import Intent, Question, Role
from probatum.text import measured
from probatum.text.expressions import expression
from probatum.vocabulary import Vocabulary

_ILL: Final = ("condition", "symptom")
_ENDPOINT: Final = (
    r"(?:(?:overall|progression-free|disease-free|event-free|long-term) survival|survival"
    r"|(?:all-cause |overall |hospital |in-hospital |cardiovascular |\d+-day )?(?:mortality|death)"
    r"|(?:health-related )?quality of life|recurrence(?: rates?)?|relapse(?: rates?)?|readmissions?"
    r"|hospitali[sz]ations?"
    r"|hospital admissions?|symptom relief)"
)
"""What trials count whatever the illness."""
_LAST: Final = expression(rf"[\s,;:-]({_ENDPOINT})(?: benefits?| reduction| rates?)?\W*$", re.IGNORECASE)
_DIES: Final = expression(r"(?:all-cause |overall )?(?:deaths?|mortality|survival)", re.IGNORECASE)
_DASH: Final = expression(r"\s+[-–—]\s+|\s*,\s+(?:benefits?|effects?) on\s+")
_GOAL: Final = expression(
    r"^(?:prevent(?:ing|ion of)|reduc(?:ing|tion of)|lower(?:ing)?|avoid(?:ing|ance of)|to prevent) "
    r"(?:the )?(?:risk of )?",
    re.IGNORECASE,
)
_GOAL_BEHIND: Final = expression(r"\s+(?:prevention|prophylaxis|reduction|avoidance)$", re.IGNORECASE)


def settled(question: Question, vocabulary: Vocabulary) -> Question:
    """The question with every part played by something that can play it."""
    rules: tuple[Callable[[Question, Vocabulary], Question], ...] = (
        _behind_a_dash,
        behind_a_colon.counted,
        trimming.trimmed,
        organisms.had,
        _goal,
        _formless,
        _prevented,
        of_the_child.feared,
        of_the_child.given_from_birth,
        _treated_with,
        _caused,
        _helped,
        taking.added_to,
        allergies.told,
        deciding.decided,
        manners.compared,
        casting.by_kind,
        _prevented,
        controlled.aimed,
        _taken,
        _counted,
        _last,
        sufferers.died_of,
        _when_given,
        sufferers.people_helped,
        sufferers.described,
        sufferers.ill_twice,
        sufferers.organ,
        sufferers.wearing,
        sufferers.told_beside,
        taking.measured,
        taking.checked,
        taking.ill_and_taking,
        _anything,
        asked.risked,
        asked.blamed,
        asked.without_scraps,
        blaming.blamed,
        illness_asked.had,
        illnesses.settled,
        taking.in_blood,
        ruling_out.result_told,
        endings.harm_last,
        endings.counted_more,
        manners.with_smoking,
        taking.met,
        unneeded.told,
        operated.told,
        helped_in.treated,
        treated_in.told,
    )
    return reduce(lambda one, rule: rule(one, vocabulary), rules, question)


_HOW_GIVEN: Final = expression(r"\s+(?:given|taken|started|begun|administered|infused|injected)\b.*$", re.IGNORECASE)


def _when_given(question: Question, vocabulary: Vocabulary) -> Question:
    """`DRUG given 3 to 4.5 hours after`: how it is given is no part of its name."""
    bare = _HOW_GIVEN.sub("", question.intervention)
    if bare == question.intervention or not any(
        c.text.lower() in bare.lower() for c in having(question, Role.INTERVENTION, *GIVEN)
    ):
        return question
    return msgspec.structs.replace(question, intervention=bare)


def _behind_a_dash(question: Question, vocabulary: Vocabulary) -> Question:
    """`ILLNESS - stroke and bleeding`: what stands behind is what is wanted; an illness before it, who has it."""
    for name in ("outcome", "comparator", "intervention", "population"):
        words = getattr(question, name)
        head, *rest = _DASH.split(words, maxsplit=1)
        if not rest or not head.strip() or not rest[0].strip():
            continue
        tail = rest[0].strip(" ,;")
        before, behind = head.lower(), tail.lower()
        changed = {c: Role.OUTCOME for c in question.concepts if c.text.lower() in behind and c.semantic not in GIVEN}
        whole = [c for c in question.concepts if c.text == words]
        if name == "outcome":
            changed |= {c: Role.POPULATION for c in having(question, Role.OUTCOME, *_ILL) if c.text.lower() in before}
        concepts = tuple(c for c in with_roles(question, changed) if c.text != words)
        if whole:
            named = next((t for m in vocabulary.find(head) if (t := m.term).semantic in GIVEN), None)
            concepts += (make(head.strip(), named, whole[0].role, vocabulary),)
        if not any(c.role is Role.OUTCOME for c in concepts):
            concepts += (make(tail, None, Role.OUTCOME, vocabulary),)
        parts = {name: "" if name == "outcome" else head.strip(), "outcome": tail}
        if name == "outcome" and not question.population:
            parts["population"] = f"people with {head.strip()}"
        return msgspec.structs.replace(question, concepts=concepts, **parts)
    head, *rest = _DASH.split(question.read.rstrip(" ?."), maxsplit=1)
    if not rest or question.outcome or len(rest[0].split()) > MOST_WORDS or _ASKS.search(rest[0]):
        return question
    if any(rest[0].strip().lower().startswith(told.lower()) for _, told in measured.spans(rest[0])):
        return question  # what was measured is told, and is not what is wanted
    return _wanting(question, rest[0].strip(" ,;"), vocabulary)


MOST_WORDS: Final = 5
"""Words of an outcome that stands behind a dash."""
_ASKS: Final = expression(
    r"\b(?:should|can|could|do|does|is|are|what|which|when|how|why|who|i|we|he|she|they|my|any|safe|ok|evidence|dose"
    r"|doses"
    r"|yes|no|best|treatment|management|duration|or|versus|vs)\b",
    re.IGNORECASE,
)
"""Words of another question behind the dash, which wants no outcome."""


def _wanting(question: Question, words: str, vocabulary: Vocabulary) -> Question:
    """The question with these words as its outcome."""
    low = words.lower()
    inside = [c for c in question.concepts if c.text.lower() in low]
    held = [c for c in inside if c.text.lower() == low or c.semantic not in GIVEN]
    concepts = with_roles(question, dict.fromkeys(held, Role.OUTCOME))
    if not any(c.text.lower() == words.lower() for c in held):
        concepts += (make(words, None, Role.OUTCOME, vocabulary),)
    return msgspec.structs.replace(question, outcome=words, concepts=concepts)


def _goal(question: Question, vocabulary: Vocabulary) -> Question:
    """`preventing X` wants to know of X."""
    unknown = any(c.text == question.outcome and not c.id for c in question.concepts)
    words = _GOAL.sub("", _GOAL_BEHIND.sub("", question.outcome) if unknown else question.outcome)
    if words == question.outcome or not words or words.lower() in ("primary", "secondary"):
        return question
    concepts = tuple(
        make(words, None, c.role, vocabulary) if c.text == question.outcome and not c.id else c
        for c in question.concepts
    )
    return msgspec.structs.replace(question, outcome=words, concepts=concepts)


_FORMS: Final = expression(
    r"(?:capsules?|tablets?|pills?|supplements?|injections?|infusions?|drops|creams?|ointments?|sprays?|patch(?:es)?)",
    re.IGNORECASE,
)


def _formless(question: Question, _: Vocabulary) -> Question:
    """`omega-3 capsules` asks about omega-3: every drug has a form, and a form is no drug."""
    forms = [c for c in having(question, Role.INTERVENTION) if _FORMS.fullmatch(c.text)]
    if not forms or len(forms) == len(having(question, Role.INTERVENTION)):
        return question
    return msgspec.structs.replace(question, concepts=with_roles(question, dict.fromkeys(forms, Role.OTHER)))


_TO_PREVENT: Final = expression(
    r"\b(?:prevent(?:s|ing)?|prevention of|avoid(?:s|ing)?|for stopping|stops? (?:you|me|him|her|them"
    r"|people) (?:from )?"
    r"(?:getting|catching|having)) (?:\w+ ){0,2}$",
    re.IGNORECASE,
)


_PREVENTED: Final = expression(
    r"(?: [\w'-]+){0,4}? (?:be |been |being )?(?:prevented|averted|avoided) (?:by|with|through)\b", re.IGNORECASE
)
"""`can ILLNESS be prevented by A`."""
_HAD_BY: Final = expression(r"\b(?:in|with|of|after)(?: [\w-]+){0,2} $", re.IGNORECASE)
"""`can ILLNESS in people with ANOTHER be prevented by A`: the other they have."""
_PREVENTING: Final = expression(
    r"(?<=people with )(?:(?:to )?prevent(?:ing)?|(?:the )?prevention of|(?:to )?avoid(?:ing)?) (?:an? |the )?",
    re.IGNORECASE,
)


def _prevented(question: Question, _: Vocabulary) -> Question:
    """`A in pregnancy prevent ILLNESS`: nobody has yet what is to be prevented."""
    if question.outcome or not having(question, Role.INTERVENTION):
        return question
    for concept in having(question, Role.POPULATION, *_ILL):
        at = question.read.lower().find(concept.text.lower())
        behind = _PREVENTED.match(question.read, at + len(concept.text)) if at >= 0 else None
        behind = behind if at <= 0 or not _HAD_BY.search(question.read[:at]) else None
        if behind or (at > 0 and _TO_PREVENT.search(question.read[:at])):
            people = _PREVENTING.sub("", question.population)
            who = "" if people in (f"people with {concept.label}", f"people with {concept.text}") else None
            parts = {"outcome": concept.text} | ({"population": who} if who is not None else {})
            return msgspec.structs.replace(question, concepts=with_roles(question, {concept: Role.OUTCOME}), **parts)
    return question


_WITH: Final = expression(r"\s+(?:with|by|using)\s+", re.IGNORECASE)


def _treated_with(question: Question, _: Vocabulary) -> Question:
    """`treat ILLNESS with A`: A is given, and nobody is ill with it."""
    head, *rest = _WITH.split(question.population)
    given = [c for c in having(question, Role.POPULATION, "drug", "procedure") if rest and c.text in rest[-1]]
    if question.intervention or not given or not head:
        return question
    changed = dict.fromkeys(given, Role.INTERVENTION)
    who, wanted = head if _PEOPLE.search(head) else f"people with {head}", question.outcome
    ill = next((c for c in question.concepts if c.semantic == "condition" and c.role is not Role.POPULATION), None)
    if _PEOPLE.fullmatch(head) and ill is not None:
        who, wanted, changed[ill] = f"{head} with {ill.text}", "", Role.POPULATION
    concepts = with_roles(question, changed)
    return msgspec.structs.replace(question, intervention=rest[-1], population=who, outcome=wanted, concepts=concepts)


_CAUSED: Final = expression(r"^[\s-]*(?:induced|associated|related|caused|emergent)?[\s-]*", re.IGNORECASE)


def _caused(question: Question, vocabulary: Vocabulary) -> Question:
    """`DRUG sexual dysfunction`: the harm of a drug that is taken is the outcome, where another treatment is asked."""
    given = having(question, Role.INTERVENTION, *GIVEN)
    by = next((c for c in having(question, Role.OUTCOME, "drug") if question.outcome.startswith(c.text)), None)
    harm = _CAUSED.sub("", question.outcome[len(by.text) :]) if by else ""
    if by is None or not given or not harm:
        return question
    term = next(iter(vocabulary.lookup(harm)), None)
    concepts = (*with_roles(question, {by: Role.OTHER}), make(harm, term, Role.OUTCOME, vocabulary))
    drugs = tuple(dict.fromkeys((*question.patient.drugs, by.label)))
    patient = msgspec.structs.replace(question.patient, drugs=drugs)
    return msgspec.structs.replace(question, outcome=harm, concepts=concepts, patient=patient)


def _helped(question: Question, _: Vocabulary) -> Question:
    """`A help teenagers` names A and teenagers: a treatment among the people is what they get."""
    given = list(having(question, Role.POPULATION, *GIVEN))
    at = next(iter(_PEOPLE.finditer(question.population)), None)
    if (
        question.intervention
        or not given
        or at is None
        or not question.population.lower().startswith(given[0].text.lower())
    ):
        return question
    words = max((c.text for c in given), key=len)
    return msgspec.structs.replace(
        question,
        intervention=words,
        population=question.population[at.start() :],
        concepts=with_roles(question, dict.fromkeys(given, Role.INTERVENTION)),
    )


_PEOPLE: Final = expression(rf"\b{PEOPLE}\b", re.IGNORECASE)


def _taken(question: Question, _: Vocabulary) -> Question:
    """Nobody is ill with a drug: `dose of A with B` tells that B is taken, where A is asked about."""
    given = having(question, Role.INTERVENTION, "drug")
    taken = [c for c in having(question, Role.POPULATION, "drug") if question.population == f"people with {c.text}"]
    if not given or not taken:
        return question
    drugs = tuple(dict.fromkeys((*question.patient.drugs, *(c.label for c in taken))))
    ill = next((c for c in question.concepts if c.semantic == "condition" and c.role is Role.OUTCOME), None)
    changed = dict.fromkeys(taken, Role.OTHER)
    parts = {"population": ""}
    if ill is not None and question.intent in (Intent.DOSING, Intent.THERAPY):
        changed[ill] = Role.POPULATION
        parts = {"population": f"people with {ill.text}", "outcome": ""}
    return msgspec.structs.replace(
        question,
        patient=msgspec.structs.replace(question.patient, drugs=drugs),
        concepts=with_roles(question, changed),
        **parts,
    )


def _counted(question: Question, _: Vocabulary) -> Question:
    """Nobody has death: it is what is counted."""
    dies = [c for c in question.having(Role.POPULATION) if _DIES.fullmatch(c.text)]
    if not dies:
        return question
    concepts = with_roles(question, dict.fromkeys(dies, Role.OUTCOME))
    parts = {"outcome": question.outcome or dies[0].text}
    if question.population == f"people with {dies[0].label}":
        parts["population"] = ""
    return msgspec.structs.replace(question, concepts=concepts, **parts)


_ANYTHING: Final = expression(
    r"(?:the )?(?:symptoms?|symptom relief|benefits?|outcomes?|does it work|efficacy|effectiveness)"
    r"|(?:primary|secondary) prevention(?: (?:at|in|over|of|for|under) .*)?",
    re.IGNORECASE,
)


def _anything(question: Question, _: Vocabulary) -> Question:
    """`benefit on symptoms` wants whatever was measured of the illness, `primary prevention at 65` whatever was
    prevented: no outcome is named."""
    if not _ANYTHING.fullmatch(question.outcome.strip(" ,")):
        return question
    held = [c for c in question.having(Role.OUTCOME) if not c.id]
    kept = tuple(c for c in question.concepts if c not in held)
    return msgspec.structs.replace(question, outcome="", concepts=kept)


def _last(question: Question, vocabulary: Vocabulary) -> Question:
    """`A in ILLNESS survival`: an endpoint at the end is the outcome, where none was read; with a treatment, what the
    treatment does to it is asked."""
    found = None if question.outcome else _LAST.search(question.read)
    given = having(question, Role.INTERVENTION) or question.intent is Intent.PROGNOSIS
    if found is None or not question.concepts or not given:
        return question
    words = found[1].lower()
    if words in question.intervention.lower():
        return question
    beside = question.comparator[: len(question.comparator) - len(found[0])].rstrip(" ,;:-")
    if question.comparator.lower().endswith(found[0].strip(" ,;:-.?").lower()) and beside:
        question = msgspec.structs.replace(question, comparator=beside)  # `A vs B mortality`
    elif words in question.comparator.lower():
        return question
    treats = having(question, Role.INTERVENTION, "drug", "procedure") and question.intent is Intent.PROGNOSIS
    intent = Intent.THERAPY if treats else question.intent
    return msgspec.structs.replace(_wanting(question, words, vocabulary), intent=intent)
