"""To the point: whether a sentence of a source speaks of the treatment, the problem and what is asked of them."""

from __future__ import annotations

import re
from typing import Final

from probatum.apply import fitting
from probatum.apply.context import Context
from probatum.apply.evidence import arms
from probatum.apply.quoted.choosing import on_outcome, spelled, tells_dose
from probatum.apply.quoted.quotable import allows
from probatum.model import Appraisal, Design, Fit, Intent, Role, Span
from probatum.text import words
from probatum.text.expressions import expression
from probatum.vocabulary.classes import classes_of, members

_EFFECT: Final = expression(
    r"\b(?:effective\w*|efficac\w*|improv\w*|reduc\w*|increas\w*|decreas\w*|benefi\w*|superior\w*|inferior\w*|prolong\w*"
    r"|reliev\w*|shorten\w*|halv\w*|rais(?:ed|es)|eas(?:ed|es)"
    r"|prevent\w*|longer|shorter|lower|higher|better|worse|safe|harm\w*"
    r"|no (?:significant )?(?:difference|effect|evidence|benefit)|not differ|recommend\w*|approved"
    r"|compared (?:with|to) \d[\d.]*|(?:difference|reduction) (?:was|of))\b",
    re.IGNORECASE,
)
"""Words that say what a treatment does."""
_MECHANISM: Final = expression(
    r"\b(?:mechanis\w+|inhibit\w*|bind\w*|receptors?|mediat\w+|pathways?|act(?:s|ing)? (?:by|on|as|through|via)"
    r"|because|due to|through|via|suppress\w*|target\w*|block\w*|activat\w+|induc\w+|express\w+|signal\w*)\b",
    re.IGNORECASE,
)
"""Words that tell how something comes about."""
_CLASSES: Final = expression(
    r"\b[\w-]+ (?:receptor )?(?:inhibitors?|blockers?|agonists?|antagonists?|inducers?)\b", re.IGNORECASE
)
"""Names of classes that bear such a word, and tell nothing by it."""


def tells_how(text: str) -> bool:
    """Whether a text has words of how something comes about, besides the names of classes of medicines."""
    return _MECHANISM.search(_CLASSES.sub(" ", text)) is not None


def found(context: Context, appraisal: Appraisal, span: Span) -> bool:
    """Whether a sentence is a source's result or conclusion on the treatment and the problem."""
    if span not in (*appraisal.conclusions, *appraisal.results) or of_both(context, appraisal, span):
        return False
    if context.treatable and appraisal.study.design is Design.ACCURACY:
        return False  # how well a test tells says nothing of what a treatment does
    return _to_the_point(context, appraisal, span)


def judged(context: Context, appraisal: Appraisal, span: Span) -> bool:
    """The same, where the sentence judges an effect: that a treatment was studied or reported is no answer."""
    return judges(span) and found(context, appraisal, span)


def judges(span: Span) -> bool:
    """Whether a sentence says what a treatment does, or that this is not known."""
    return bool(_EFFECT.search(span.quote) or _OPEN.search(span.quote))


def concluded(context: Context, appraisal: Appraisal, span: Span) -> bool:
    """The same of a conclusion."""
    return span in appraisal.conclusions and judged(context, appraisal, span)


_OPEN: Final = expression(r"\b(?:uncertain|unclear|unknown|not known|insufficient)\b", re.IGNORECASE)


def of_both(context: Context, appraisal: Appraisal, span: Span) -> bool:
    """Whether a result compares arms that both got what was asked about, so that it tells nothing of that."""
    own = [f for f in appraisal.findings if f.sentence == span and len(f.arms) > 1]
    return bool(own) and all(arms.stand(f, context.question).apart for f in own)


def said_in_passing(context: Context, appraisal: Appraisal, span: Span) -> bool:
    """Whether a source that reports no result of its own says what the treatment does to the problem.

    What a study says in passing, in its introduction, is none of its findings."""
    if appraisal.results or appraisal.conclusions or appraisal.findings:
        return False
    problem = not context.question.having(Role.POPULATION) or names_concept(context, span, Role.POPULATION)
    state = _of_the_state(context, f"{appraisal.record.title} {span.quote}")
    judges = bool(_EFFECT.search(span.quote)) or (state and allows(span))
    return (problem or state) and judges and _to_the_point(context, appraisal, span)


def _of_the_state(context: Context, text: str) -> bool:
    """Whether a text speaks of the pregnancy or breast-feeding that is asked about."""
    patient = context.question.patient
    states = ((patient.pregnancy, fitting.PREGNANT), (patient.breastfeeding, fitting.FEEDING))
    return any(told and pattern.search(text) for told, pattern in states)


def _to_the_point(context: Context, appraisal: Appraisal, span: Span) -> bool:
    titled = context.names_intervention(appraisal.record.title)
    named = context.names_intervention(span.quote) or names_concept(context, span, Role.INTERVENTION)
    of_class = _of_class(context, appraisal, span)
    named = named or of_class
    if not named and (context.drug_like or not titled):
        return False
    taken = context.question.patient.drugs
    drugs = [c for c in context.question.concepts if c.semantic == "drug" and c.label not in taken]
    others = [c for c in drugs if c.role not in (Role.COMPARATOR, Role.OTHER)]
    if context.asks_dose and not tells_dose(span):
        return False
    if context.question.intent is Intent.MECHANISM and not tells_how(span.quote):
        return False
    said = spelled(span) | words.parted(appraisal.record.title) | words.parted(span.quote)
    others = [c for c in others if not of_class or c.label.casefold() not in context.drugs]
    if not all(any(n and n <= said for n in map(words.unjoined, (c.text, c.label, *c.synonyms))) for c in others):
        return False
    if context.outcome:
        return on_outcome(context, span, figures=False) or of_the_ill(context, appraisal)
    return appraisal.directness.population.fit in (Fit.DIRECT, Fit.RELATED, Fit.UNSTATED)


WIDEST: Final = 12
"""Members of a class of which a result says something of each: of antibiotics it does not."""


def _of_class(context: Context, appraisal: Appraisal, span: Span) -> bool:
    """Whether a result is told of a narrow class, and its source counts the treatment asked about among it: it is
    quoted in the class's name."""
    kinds = [label for drug in context.drugs for label in classes_of(drug) if len(members(label)) <= WIDEST]
    said = spelled(span)
    fellows = {m.casefold() for label in kinds for m in members(label)} - set(context.drugs)
    if any(own and own <= said for own in map(words.stems, fellows)):
        return False  # what is said of another member is no word on this one
    if not any(own and own <= said for own in map(words.stems, kinds)):
        return False
    told = " ".join(s.quote for s in (*appraisal.conclusions, *appraisal.results))
    return context.names_intervention(f"{appraisal.record.title} {told}")


def of_the_ill(context: Context, appraisal: Appraisal) -> bool:
    """Whether the source is about people who have the illness that is asked about as if it were an outcome."""
    title = words.stems(appraisal.record.title)
    conditions = (c for c in context.question.having(Role.OUTCOME) if c.semantic == "condition")
    names = (words.stems(n) for c in conditions for n in (c.text, c.label, *c.synonyms))
    return context.question.intent is Intent.THERAPY and any(name and name <= title for name in names)


def names_concept(context: Context, span: Span, role: Role) -> bool:
    """Whether a sentence names a concept of that role, by the abbreviations of its record too."""
    said = spelled(span)
    names = (words.stems(n) for c in context.question.having(role) for n in (c.text, c.label, *c.synonyms))
    return any(name and name <= said for name in names)
