"""At its head: the advice that opens with just the case that is told.

Guidelines say for which people and in which case advice holds before they give it (`for women with period pain who
cannot take an NSAID, the choice is A`) or behind it (`A when B is not suitable`). Where every word of that case stands
in the question, the advice answers it, and what holds for the illness at large does not: the sentence whose case tells
most of the question leads.
"""

from __future__ import annotations

from typing import Final

from probatum.apply import fitting
from probatum.apply.children import whom
from probatum.apply.choices import barred_here, cases, elsewhere, guidance, next_step, options, second_line
from probatum.apply.context import Context
from probatum.apply.evidence import phase_asked
from probatum.apply.once import once
from probatum.apply.quoted import sides
from probatum.apply.quoted.admitting import meet
from probatum.apply.quoted.quotable import quotable
from probatum.apply.quoted.salience import Salient
from probatum.apply.selection import is_open, is_proposed
from probatum.model import Concept, Intent, Role
from probatum.text import doses, tried, words
from probatum.text.expressions import caseless
from probatum.vocabulary.classes import classes_of, members

MOST: Final = 2
_ADVISES: Final = caseless(
    r"\b(?:recommend(?:s|ed)?|choices?|the dose of|alternatives?|(?:is|are|may be|can be"
    r"|should be) (?:\w+ )?(?:added|given"
    r"|used|started|considered|offered|tried|replaced|put on|taken)|an option|options|first-line|suggests?|next step)\b"
)


@once
def rows(context: Context) -> tuple[Salient, ...]:
    """The sentences whose case the question tells, those that tell most of it; none where it tells no more than the
    illness."""
    question = context.question
    if question.danger or question.intent not in cases.TREATS or context.combined or doses.read(question.typed):
        return ()
    ill = cases.illness(context)
    denies = cases.denies_in(f"{question.typed} {question.read}")
    if not ill or _answered_otherwise(context, denies):
        return ()
    told = cases.told_in(context)
    found: list[tuple[tuple[float, ...], Salient]] = []
    for one in second_line.sentences(ill, context):
        if (near := _near(one, ill, told, denies=denies, context=context)) > 0:
            found.append(((near, *_place(one.span.quote, context)), one))
    found.sort(key=lambda row: row[0], reverse=True)
    best = [one for place, one in found if place[0] == found[0][0][0]]
    return () if _leads(best, context) else tuple(best[:MOST])


def _answered_otherwise(context: Context, denies: str) -> bool:
    """Whether something else decides what leads: a medicine that is asked about and neither failed nor barred, a
    score, a value, or a count that is wanted."""
    question = context.question
    labelled = any(context.indicated_for_this(item) for label in context.labels for item in label.directives)
    dosed = question.intent is Intent.DOSING and not labelled
    weighed = not (dosed or is_proposed(question) or denies)
    named = bool(question.having(Role.INTERVENTION)) and weighed
    decided = question.patient.values or _SCORED.search(question.typed)
    return bool(named or decided or _COUNTED.search(question.typed))


_PREGNANT: Final = caseless(r"\b(?:pregnan\w*|maternal|antenatal|obstetric\w*|birth)\b")
_SCORED: Final = caseless(r"\b(?:scores?|feverpain|centor|curb-?65|crb-?65|wells|phq-?9|has-?bled|qrisk\w*|abcd2)\b")
_COUNTED: Final = caseless(
    r"\b(?:NNTs?|NNHs?|numbers? needed|how many (?:people|patients|days|weeks|months|years)|how long)\b"
)


def _leads(best: list[Salient], context: Context) -> bool:
    """Whether the advice that would lead is one of these sentences already."""
    open_ = is_open(context.question) or is_proposed(context.question)
    first = (*(options.recommended(context)[:1] if open_ else ()), *guidance.rows(context)[:1])
    return bool(first) and all(any(meet(item.span, one.span) for one in best) for _, item in first)


def _near(one: Salient, ill: list[frozenset[str]], told: frozenset[str], *, denies: str, context: Context) -> float:
    """How many words of a sentence's case the question tells; 0 where it does not tell the whole of it."""
    text = one.span.quote
    if not (_ADVISES.search(text) and quotable(one.span)) or _is_beside(text, ill, context):
        return 0.0
    if context.question.patient.pregnancy and not _PREGNANT.search(f"{one.appraisal.record.title} {text}"):
        return 0.0  # what is advised at large is not advised of the pregnant
    every = cases.cases_of(text, one.appraisal.record.title, ill)
    young = whom.is_child(context.question.patient) and fitting.YOUNG.search(text) is not None
    bare = young or _doses_off_label(text, context)
    held = [case for case in every if (case.stems or bare) and case.stems <= told and case.denies == denies]
    if not held or not _fits(one, ill, context):
        return 0.0
    return max(len(case.stems) for case in held) + 1.0 * bare


def _doses_off_label(text: str, context: Context) -> bool:
    """Whether the dose of a medicine is asked for in an illness that no label of it is for, and a sentence tells it."""
    question = context.question
    if question.intent is not Intent.DOSING or not context.drugs or not context.names_intervention(text):
        return False
    labelled = any(context.indicated_for_this(item) for label in context.labels for item in label.directives)
    return not labelled and _DOSE_OF.search(text) is not None and bool(doses.read(text))


_DOSE_OF: Final = caseless(r"\bdose of\b")


def _is_beside(text: str, ill: list[frozenset[str]], context: Context) -> bool:
    """Whether a sentence is on something besides what is asked: on tests beside a treatment, on which one where it is
    not told to be needed, on a kind of the illness alone, or on keeping it away."""
    checks = _CHECKS.search(text) is not None and "checks" not in sides.asked(context.question.read)
    if checks or guidance.of_needing(text, context) or options.stands_aside(text, context):
        return True
    kept = None if context.question.intent is Intent.PREVENTION else _KEPT_AWAY.search(text)
    return kept is not None and any(own <= words.stems(kept["what"]) for own in ill)


def of_failure(context: Context) -> bool:
    """Whether these sentences tell what is done where something has failed or may not be had."""
    return bool(rows(context) and cases.denies_in(f"{context.question.typed} {context.question.read}"))


def _fits(one: Salient, ill: list[frozenset[str]], context: Context) -> bool:
    """Whether a sentence is for such a patient, and gives what is asked for by name."""
    text, question = one.span.quote, context.question
    if not second_line.is_for(one, ill, context) or elsewhere.for_others(text, context):
        return False
    if barred_here.of_allergy(text, question.patient.allergies) or barred_here.gives(
        text, barred_here.medicines(context.guidelines, context)
    ):
        return False
    if elsewhere.of_some(text, context) or not phase_asked.fits(text, one.appraisal.record.title, question):
        return False
    opening = cases.OPENS.match(text)
    gives, case = (text[opening.end() :], opening["what"]) if opening else (text, "")
    given = () if is_proposed(question) else question.having(Role.INTERVENTION)
    wanted = [
        c for c in given if c.semantic in ("drug", "procedure") and not (cases.denies_in(case) and _names(case, c))
    ]
    return all(_names(gives, c) for c in wanted) and (bool(wanted) or not next_step.bars(text.partition(";")[0]))


def _names(text: str, concept: Concept) -> bool:
    """Whether a text names what is asked about, the class that it is in, or a member of it."""
    said = words.stems(text)
    kin = (*classes_of(concept.label), *members(concept.label))
    names = (concept.text, concept.label, *concept.synonyms[:8], *kin)
    return any((own := words.stems(name)) and own <= said for name in names)


def _place(text: str, context: Context) -> tuple[float, ...]:
    """Of sentences of one case what is given first before what comes later, and with its dose where that is asked."""
    dosed = context.question.intent is Intent.DOSING and bool(doses.read(text))
    later = _SECOND.search(text) is not None
    behind = tried.behind(context.question.typed)
    aged = fitting.age(context.question.patient) is not None and fitting.YOUNG.search(text) is not None
    return float(dosed), float(aged), float(later == behind), float(_FIRST.search(text) is not None)


_CHECKS: Final = caseless(
    r"\b(?:samples?|swabs?|cultures?)\b[^.;]{0,40}\b(?:before|taken|for)\b|\b(?:is|are"
    r"|be) (?:\w+ )?(?:measured|checked|tested"
    r"|monitored|reviewed)\b"
)
_KEPT_AWAY: Final = caseless(r"\bto prevent (?P<what>[^.;,]{3,60})")
_SECOND: Final = caseless(r"\bsecond[- ](?:choices?|line)\b|\balternatives?\b|\bnext step\b|\bfurther choice\b")
_FIRST: Final = caseless(r"\bfirst[- ](?:choices?|line)\b")
