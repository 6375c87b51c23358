"""Elsewhere: advice that opens with an illness, a pregnancy or an age that nobody told of is for others.

`In severe pre-eclampsia, second choices against high blood pressure are A and B` names the illness asked about and is
no advice for a man of sixty. What opens with a kind of the illness asked about (`in cystitis`, of a urinary infection)
is advice on it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from probatum import vocabulary
from probatum.apply import fitting
from probatum.apply.choices import at_a_value
from probatum.apply.choices.nearness import denied
from probatum.apply.context import Context
from probatum.apply.fitting import spared
from probatum.apply.once import once
from probatum.apply.patient import complaint
from probatum.model import Appraisal, Directive, Question, Role
from probatum.text import no_allergy, words
from probatum.text.expressions import caseless
from probatum.text.undoing import UNDONE
from probatum.vocabulary import Term
from probatum.vocabulary.classes import classes_of


def for_others(text: str, context: Context) -> bool:
    """Whether advice is for people whom the patient cannot be, or opens with what nobody told of."""
    question = context.question
    if spared.shuts_out(text, question.patient, _had(context)) or on_another_medicine(text, context):
        return True
    if at_a_value.for_another(text, context) or without_told(text, question.read):
        return True  # what is done at another value, or without what is told
    text = _NOT_SO.sub(" ", text)
    if fitting.of_others(text, question.patient) and not _GROWN.search(text):
        return True
    if of_babies(text, context):
        return True
    opening = _OPENS_IN.match(text)
    if opening is None:
        return False
    said = no_allergy.masked(f"{question.typed} {question.read}")
    allergic = bool(question.patient.allergies) or _ALLERGY.search(said) is not None
    if not allergic and _ALLERGIC.search(opening["what"]):
        return True  # what is given in the place of what is not borne
    if denied(question.read) & words.stems(opening["what"]) - denied(opening["what"]):
        return True  # what is told not to be there
    pregnant = fitting.PREGNANT.search(opening["what"]) and not question.patient.pregnancy
    if pregnant and not fitting.PREGNANT.search(question.read):
        return True
    if not question.patient.kidney and _of_poor_kidneys(opening["what"]):
        return True
    told = f"{question.read} {' '.join(question.patient.drugs)}".lower()
    if any(found["by"].lower() not in told for found in _BROUGHT_ON.finditer(opening["what"])):
        return True  # what another medicine brought on
    return in_untold(text, context)


def of_babies(text: str, context: Context) -> bool:
    """Whether advice opens with babies, and it is grown people who are asked about."""
    return _OF_BABIES.match(text) is not None and _grown_asked(context)


@once
def _grown_asked(context: Context) -> bool:
    """Whether somebody grown is spoken of; or nobody young is, and the illness is one that guidelines treat in adults
    too: what is for babies is for others then."""
    question, own = context.question, fitting.age(context.question.patient)
    if own is not None:
        return own.low >= fitting.CHILD_YEARS
    if fitting.YOUNG.search(question.typed) or _BABY.search(question.typed):
        return False
    ill = question.having(Role.POPULATION)
    return bool(question.patient.pregnancy) or any(
        _IN_ADULTS.match(item.text) and any(complaint.names(item.text, concept) for concept in ill)
        for appraisal in context.guidelines
        for item in appraisal.directives
    )


_BABY: Final = caseless(r"\b(?:bab(?:y|ies)|toddlers?|(?:weeks?|months?)[- ]olds?|nappy|nappies|diapers?)\b")
_IN_ADULTS: Final = caseless(r"(?:in|for) [^,.;:]{2,80}? (?:in|of) adults\b")
_OF_BABIES: Final = caseless(
    r"(?:in|for) (?:[^,.;:]{0,60}? in )?(?:[\w-]+ ){0,2}(?:babies|infants|newborns|neonates)\b(?! (?:and|or)\b)"
)
_ALLERGY: Final = caseless(r"\b(?:allerg\w+|hypersensitiv\w+|anaphyla\w+)\b")
_ALLERGIC: Final = caseless(r"\b(?:with|and) (?:an? )?(?:\w+ ){0,2}(?:allergy|hypersensitivity)\b")


def on_another_medicine(text: str, context: Context) -> bool:
    """Whether advice is to undo medicines, or for who bleeds on some, of which the patient takes none: what reverses
    one anticoagulant is nothing to who bleeds on another."""
    told = {c.label for c in context.question.concepts if c.semantic == "drug"}
    taken = told | {drug.lower() for drug in context.question.patient.drugs}
    taken |= {kind for drug in taken for kind in classes_of(drug)}
    for found in (*UNDONE.finditer(text), *_BLEEDS_ON.finditer(text)):
        undone = {m.term.label for m in vocabulary.load().find(found["what"]) if m.term.semantic == "drug"}
        if undone and taken and not undone & taken:
            return True
    return False


_BLEEDS_ON: Final = caseless(r"\b(?:bleed(?:s|ing)?|ha?emorrhage) (?:on|with) (?P<what>[^,.;]{3,60})")


def of_birth(title: str, question: Question) -> bool:
    """Whether a source is by its title on pregnancy or birth, of which nobody told: who bleeds on a medicine does not
    bleed after birth."""
    told = f"{question.typed} {question.read}"
    return _BIRTH.search(title) is not None and not (question.patient.pregnancy or _BIRTH.search(told))


_BIRTH: Final = caseless(
    rf"{fitting.PREGNANT.pattern}|\b(?:post-?partum|puerper\w+|birth|deliver(?:y|ed)|labour|labor)\b"
)


def without_told(text: str, read: str) -> bool:
    """Whether advice opens with those without a kind of symptoms (`without visual symptoms`) of which one is told
    (`visual loss`)."""
    low = read.lower()
    return any(
        re.search(rf"(?<!no )(?<!without )(?<!normal )\b(?:{_ALIKE.get(kind := found['kind'].lower(), kind)})\b", low)
        for found in _WITHOUT_KIND.finditer(text)
    )


_ALIKE: Final = {"visual": "visual|vision|sight|diplopia|blind(?:ness)?", "respiratory": "respiratory|breathless\\w*"}
"""What else a kind of symptoms is told by."""
_WITHOUT_KIND: Final = caseless(r"\bwithout (?P<kind>[a-z]{4,}) (?:symptoms?|signs?|features|involvement)\b")


def _of_poor_kidneys(what: str) -> bool:
    """Whether advice opens with kidneys that filter too little, in figures."""
    limit = fitting.limit_of(what) if fitting.KIDNEY.search(what) else None
    return limit is not None and limit.high < HEALTHY


HEALTHY: Final = 60.0
"""ml/min, from which on kidneys that nobody told of may be as good."""


def _had(context: Context) -> tuple[tuple[str, ...], ...]:
    """The illnesses that the question tells, each with its names; not what it tells not to be there."""
    absent = denied(context.question.read)
    ill = [c for c in context.question.concepts if c.semantic == "condition" and not words.stems(c.text) <= absent]
    names = [(c.label, c.text, *c.synonyms[:8]) for c in ill]
    return (*names, *((name,) for name in context.question.patient.conditions))


def of_told_cause(text: str, context: Context) -> bool:
    """Whether advice is on what the very cause brought on that the question tells (`opioid-induced constipation`)."""
    told = context.question.typed.lower()
    return any(
        found["by"].lower() in told and re.search(rf"\b{found['by']}\w*[- ](?:induced|associated|related)", told, re.I)
        for found in _BROUGHT_ON.finditer(text)
    )


def by_cause(rows: Sequence[tuple[Appraisal, Directive]], context: Context) -> list[tuple[Appraisal, Directive]]:
    """Recommendations without those of the illness at large, in guidelines that advise on its very cause as well."""
    own = {a.record.id for a, d in rows if of_told_cause(d.text, context)}
    return [(a, d) for a, d in rows if a.record.id not in own or of_told_cause(d.text, context)]


def in_untold(text: str, context: Context) -> bool:
    """Whether advice opens with an illness that the question does not tell (`in chickenpox, A should be avoided`): it
    is none on the treatment at large. A kind of what is told is told."""
    if _TOO_MUCH.search(text) and not _TOO_MUCH.search(context.question.read):
        return True  # what is given against an overdose of it is nothing on giving it
    found = _OPENS_IN.match(text)
    said = _RISK.sub(" ", found["what"]) if found else ""
    ill = _named(said, "condition")
    felt = _named(_SIGN_OF.sub(" ", said), "symptom")
    asked = context.question.concepts
    own = {name.casefold() for c in asked for name in (c.label, *c.broader)}
    own |= {name.casefold() for name in context.question.patient.conditions}
    labels = {c.label.casefold() for c in asked} | {b.casefold() for c in asked for b in c.broader[:NEAREST]}

    def told(terms: Sequence[Term]) -> bool:
        return any(t.label.casefold() in own or labels & {b.casefold() for b in t.broader} for t in terms)

    first, beside, _ = said.partition(" with ")
    within = _named(first, "condition") if beside else []  # `in kidney disease with hypertension`
    return bool(ill) and (not told((*ill, *felt)) or (bool(within) and not told(within)))


def opens_in_another(text: str, context: Context) -> bool:
    """Whether advice opens with an illness that is neither told nor a kind of what is told: one that shares no more
    with it than that both are infections is another."""
    found = _OPENS_IN.match(text)
    ill = _named(_RISK.sub(" ", found["what"]), "condition") if found else []
    labels = {c.label.casefold() for c in context.question.concepts}
    return bool(ill) and not any(labels & {t.label.casefold(), *(b.casefold() for b in t.broader)} for t in ill)


def _named(text: str, semantic: str) -> list[Term]:
    return [match.term for match in vocabulary.load().find(text) if match.term.semantic == semantic]


NEAREST: Final = 2
"""Wider names of an illness by which another is akin to it: cystitis to an infection of the urinary tract."""


def of_a_degree(text: str, context: Context) -> bool:
    """Whether advice opens with a mild form of an illness of which nobody said that it is mild."""
    opening = _OPENS_IN.match(text)
    return opening is not None and bool(_MILD.search(opening["what"])) and not _MILD.search(context.question.read)


def of_some(text: str, context: Context) -> bool:
    """Whether advice opens with people who have an illness, or a kind of one, that the question does not name."""
    opening = _WHO.match(text)
    ill = [m.term for m in vocabulary.load().find(opening["what"]) if m.term.semantic == "condition"] if opening else []
    asked = {c.label.casefold() for c in context.question.concepts}
    asked |= {name.casefold() for name in context.question.patient.conditions}
    return bool(ill) and not any(term.label.casefold() in asked for term in ill)


_WHO: Final = caseless(
    r"^\W*(?:in|for) (?:[\w-]+ ){0,2}(?:people|patients|adults|children|women|men) with (?P<what>[^,;.]{3,120}),"
)
_MILD: Final = caseless(r"\b(?:mild|less severe)\b")
_BROUGHT_ON: Final = caseless(r"\b(?P<by>[a-z]{4,})-(?:induced|associated|related)\b")


_GROWN: Final = caseless(r"\b(?:adults?|from 1[2-8] years)\b")
"""Who is grown is told of besides the young."""
_NOT_SO: Final = caseless(r"\b(?:who (?:are|is) )?(?:not|non)[ -]?(?:pregnant|breast-?feeding)\b")
_SIGN_OF: Final = caseless(r"\b[\w-]+ of (?=[\w-])")
"""The diarrhoea of another illness is no diarrhoea at large."""
_TOO_MUCH: Final = caseless(r"\b(?:over-?dos(?:es?|ed|age)|poisoning|intoxication)\b")
_RISK: Final = caseless(r"\b(?:(?:with|at) )?(?:an? )?(?:(?:low|high|higher|increased|raised) )?risk of [^,;.]{3,40}")
"""What may befall people is not what they have."""
_OPENS_IN: Final = caseless(
    r"^\W*(?:in|during|for|against|to (?:treat|prevent)) "
    r"(?!(?:[\w-]+ )?(?:people|patients|adults|children|women|men|those|infants)\b)"
    r"(?P<what>[^,;.]{3,120}),"
)


def of_a_sort(text: str, context: Context) -> bool:
    """Whether a class is asked about and advice names it only with a word that makes a sort of it (`bulk-forming
    laxatives`) which the question does not have: it is for or against that sort alone."""
    read = context.question.read.lower()
    for name in context.classes:
        called = "|".join(re.escape(one.rstrip("s")) for one in (name, *(c for c in context.named)))
        found = list(re.finditer(rf"(?i)(?:\b(?P<sort>[a-z]{{3,15}}-[a-z]{{4,12}}) )?\b(?:{called})s?\b", text))
        sorts = [one["sort"] for one in found]
        if sorts and all(sorts) and not any(sort.lower() in read for sort in sorts):
            return True
    return False
