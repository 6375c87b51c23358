"""No answer: studies that are found and tell nothing of what is asked.

What every arm of a trial got did nothing that the trial shows; what a treatment brought on is not treated by it; what
the patient does not bear, or what only concerns a breast-fed child, is no answer to who asks of something else; nor is
what other treatments did, nor one that brought on what is to be treated.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from probatum import vocabulary
from probatum.apply.evidence import harm_order
from probatum.apply.evidence.arms import compared_with, drugs_named, got_by_all
from probatum.apply.evidence.given import given_in
from probatum.apply.labels import kinship
from probatum.model import Appraisal, Direction, Finding, Fit, Intent, Question, Role
from probatum.text import routes, words
from probatum.text.expressions import expression
from probatum.vocabulary.classes import members

_PROPOSED: Final = "treatment"
"""What an assumption is called that chose the treatment of a question which names none."""
_OF_EFFECT: Final = (Intent.HARM, Intent.THERAPY, Intent.PREVENTION)
_FEEDING: Final = expression(
    r"\b(?:lactat\w+|breast-?fe\w+|breast milk|nursing (?:infants?|mothers?))\b", re.IGNORECASE
)


def tells_nothing(appraisal: Appraisal, question: Question) -> bool:
    """Whether a study is one of these."""
    if question.intent is Intent.HARM and otherwise(appraisal):
        return True
    if question.intent in _OF_EFFECT and given_to_all(appraisal, question):
        return True
    return of_feeding(appraisal, question) or brought_on(appraisal, question)


def gave_allergen(question: Question, appraisal: Appraisal) -> bool:
    """Whether a study gave what the patient is allergic to, though no medicine was asked about by name. What a trial
    gave in one arm it holds the other to; a review may tell of others besides."""
    allergens = question.patient.allergies
    named = [c.label.lower() for c in question.having(Role.INTERVENTION)] or [question.intervention.lower()]
    chosen = any(made.what == _PROPOSED for made in question.assumptions)
    if not allergens or (any(named) and not any(members(name) for name in named) and not chosen):
        return False
    borne = [any(kinship.of_class(drug, one) for one in allergens) for drug in given_in(appraisal)]
    if appraisal.study.design.synthesis:
        return bool(borne) and all(borne)
    told = (appraisal.record.title, *(span.quote for span in appraisal.conclusions))
    return any(borne) or any(_names_one(text, allergens) for text in told)


@lru_cache(maxsize=2048)
def _names_one(text: str, allergens: tuple[str, ...]) -> bool:
    """Whether a text names a drug that is one of the allergens or of its class."""
    named = (m.term.label for m in vocabulary.load().find(text) if m.term.semantic == "drug")
    return any(kinship.of_class(drug, one) for drug in named for one in allergens)


def brought_on(appraisal: Appraisal, question: Question) -> bool:
    """Whether a study names the complaint, for which a treatment is sought and none is named, only among what befell
    those whom it treated for something else."""
    ill = [c for c in question.concepts if c.semantic in ("condition", "symptom") and c.role is not Role.OTHER]
    if question.having(Role.INTERVENTION) or question.intent is not Intent.THERAPY or not ill:
        return False
    people = appraisal.study.population.value if appraisal.study.population else ""
    told = (
        appraisal.record.title,
        people,
        *(span.quote for span in appraisal.conclusions),
        *(f.outcome for f in appraisal.findings if not f.harm),
    )
    said = [words.stems(text) for text in told]
    names = [words.stems(n) for c in ill for n in (*c.names, *c.near)]
    if any(name and name <= stems for name in names for stems in said):
        return False
    spans = [s for s in appraisal.results if any(n and n <= words.stems(s.quote) for n in names)]
    return bool(spans) and all(harm_order.befell(span, appraisal) for span in spans)


def raised(question: Question, appraisal: Appraisal) -> bool:
    """Whether a study tells of the problem as a harm alone, more frequent with what it gave: aspirin is none for
    bleeding. One in people who have the problem tells of a treatment of it, whatever else befell them."""
    wanted = question.having(Role.OUTCOME) or question.having(Role.POPULATION)
    names = [own for concept in wanted for name in concept.names if (own := words.stems(name))]
    people = words.stems(appraisal.study.population.value) if appraisal.study.population else frozenset[str]()
    if any(name <= people for name in names):
        return False
    told = [(f, words.stems(f"{f.outcome} {f.sentence.quote}")) for f in appraisal.findings]
    said = [f for f, stems in told if any(name <= stems for name in names)]
    return all(f.harm for f in said) and any(f.direction is Direction.HIGHER for f in said)


def of_feeding(appraisal: Appraisal, question: Question) -> bool:
    """Whether a source is on what a medicine does to a breast-fed child, of which nobody asks."""
    patient = question.patient
    asked = patient.breastfeeding or patient.pregnancy or _FEEDING.search(question.read)
    return not asked and _FEEDING.search(appraisal.record.title) is not None


def given_to_all(appraisal: Appraisal, question: Question) -> bool:
    """Whether every arm of a study got what was asked about, so that it tells neither an effect nor a harm of it."""
    compared = [f for f in appraisal.findings if len(f.arms) > 1]
    own = {n.lower() for c in question.having(Role.INTERVENTION) for n in (c.label, c.text)}
    given = [drugs_named(f"{arm.name}; {arm.drug}") for arm in appraisal.study.arms]
    shared = [own & drugs for drugs in given]
    if len(given) > 1 and all(shared) and len(set(map(frozenset, shared))) == 1 and len({g - own for g in given}) > 1:
        return True
    return bool(compared) and all(got_by_all(f, question) for f in compared)


def otherwise(appraisal: Appraisal) -> bool:
    """Whether a study gave it by another way and in another illness: its harms are not those asked about."""
    return routes.GIVEN in appraisal.directness.note and appraisal.directness.population.fit is not Fit.DIRECT


def of_another(question: Question, appraisal: Appraisal, finding: Finding) -> bool:
    """Whether a result is of other treatments than those asked about, so that it says nothing of them: people who take
    a statin may be studied for something else."""
    asked = [c for c in question.having(Role.INTERVENTION) if c.semantic in ("drug", "procedure")]
    given = [arm.drug for arm in appraisal.study.arms if arm.drug and not arm.control]
    by_drug = _names_drug(finding)
    if not asked or not (given or by_drug):
        return False
    compared = [*(a.arm for a in finding.arms), finding.comparator, finding.sentence.quote]
    if not by_drug:  # `the treatment group`: the study says what that got
        compared += [*given, appraisal.record.title]
    said = words.parted(" ; ".join(compared))
    names = (n for c in (*asked, *compared_with(question)) for n in (*c.names, *members(c.label)))
    return not any(own and own <= said for own in map(words.stems, names))


def gave_another(question: Question, appraisal: Appraisal) -> bool:
    """Whether a study tried other treatments than the one asked about, which its people only took besides."""
    told = [f for f in appraisal.findings if len(f.arms) > 1 and not f.harm]
    return bool(told) and all(of_another(question, appraisal, f) for f in told) and not _headed(question, appraisal)


def _headed(question: Question, appraisal: Appraisal) -> bool:
    """Whether a study's title, or what it concludes, names what was asked about: the groups of a trial of two drugs in
    one may be called by the first of them."""
    heads = [words.parted(text) for text in (appraisal.record.title, *(s.quote for s in appraisal.conclusions))]
    names = (n for c in question.having(Role.INTERVENTION) for n in (*c.names, *members(c.label)))
    return any(own and own <= head for own in map(words.stems, names) for head in heads)


def _names_drug(finding: Finding) -> bool:
    """Whether the arm that was treated is called by its drug."""
    treated = next((a.arm for a in finding.arms if a.arm and not a.control), "")
    return any(m.term.semantic == "drug" for m in vocabulary.load().find(treated))
