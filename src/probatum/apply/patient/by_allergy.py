"""By allergy: where the labels of a medicine name no allergy to what somebody does not bear, that is said and no more.

Neither that it may be given nor that it may not follows from a label that is silent: what is alike in two medicines is
told by no list of classes alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import msgspec

from probatum.apply import fitting, wording
from probatum.apply.children import whom
from probatum.apply.choices import as_if, options, suiting, vetting
from probatum.apply.context import Context
from probatum.apply.drafting import Draft, directives, source_name
from probatum.apply.patient import beside, for_patient
from probatum.apply.quoted.admitting import meet
from probatum.apply.replies import danger
from probatum.model import Appraisal, Directive, DirectiveAction, Fit, Intent, Kind, Role, Section, Statement
from probatum.text.expressions import caseless
from probatum.vocabulary.classes import members

_GIVING: Final = (Intent.THERAPY, Intent.HARM)
_TERSE: Final = 7
"""Words of a question that names a medicine and an allergy and nothing else."""
_QUESTION: Final = caseless(r"\b(?:what|which|how|when|why|does|do|vs|versus|or|effects?|work\w*|help\w*|evidence)\b")


def asked(context: Context) -> bool:
    """Whether it is asked if somebody with an allergy may have a medicine, and nothing else of it."""
    question = context.question
    if not question.patient.allergies or question.intent not in _GIVING or not context.labels:
        return False
    ill = [c for c in question.concepts if c.semantic in ("condition", "symptom") and c.role is not Role.OTHER]
    if any(not fitting.ALLERGIC.fullmatch(c.label) for c in ill) or context.combined or context.classes:
        return False
    terse = len(question.read.split()) <= _TERSE and not _QUESTION.search(question.read)
    return not context.outcome and (beside.asks(question.read) or terse)


def untold(context: Context) -> tuple[str, ...]:
    """The allergens told of which no label of what is asked about says anything; none where one of them bars it."""
    question = context.question
    told = question.patient.allergies
    if not told or not context.labels or context.by_members or for_patient.barred(context):
        return ()
    if question.intent not in _GIVING or {one.lower() for one in told} & {*context.drugs}:
        return ()
    texts = [item.text for label in context.labels for item in label.directives]
    if any(fitting.allergic(text, question.patient) for text in texts):
        return ()
    return told


def choices(context: Context) -> tuple[tuple[Appraisal, Directive], ...]:
    """What guidelines recommend for the illness to people with an allergy like the patient's, but for adults where he
    is a child, and for what something else of the patient bars: what is left of that is told by `suiting`."""
    patient = context.question.patient
    rows = [row for row in options.recommended(context) if fitting.allergic(row[1].text, patient)]
    rows = [row for row in rows if not whom.for_adults(row[1], patient)]
    return tuple(row for row in rows if not any(vetting.bars(name, context) for name in options.named(row[1])))


def say_choice(draft: Draft, context: Context) -> None:
    """The choice for people with such an allergy, where nothing tells it yet."""
    held = choices(context) if context.question.patient.allergies else ()
    if not any(_tells(s, held) for s in draft.statements):
        directives(draft, held[:1], "Guideline", "A guideline says")


def say_of_class(draft: Draft, context: Context) -> int:
    """Of a class of which some bar somebody with such an allergy: which these are, and which of the others has a label
    for this; how many sentences that took. Where a guideline names the choice, it tells that."""
    if not (context.question.patient.allergies and context.classes) or choices(context) or context.combined:
        return 0
    own = (a for a in context.guidelines if a.directness.population.fit in (Fit.DIRECT, Fit.RELATED))
    advised = (d for a in own for d in a.directives if d.action is DirectiveAction.RECOMMENDED)
    if any(suiting.barred(item, context) for item in advised):
        return 0  # which of those that are advised is barred, and which is left, is told beside the advice
    before = len(draft)
    barred: list[tuple[Appraisal, Directive]] = []
    free: list[tuple[Appraisal, Directive]] = []
    for name in dict.fromkeys(m.lower() for class_ in context.classes for m in members(class_)):
        one = as_if.asked(name, context)
        out = [r for r in one.directives(DirectiveAction.CONTRAINDICATED) if _of_allergy(r[1], context)]
        meant = [r for r in one.directives(DirectiveAction.INDICATED) if one.indicated_for_this(r[1])]
        barred += out[:1]
        meant = [r for r in meant if not _LAST.search(r[1].text)]
        free += meant[:1] if not out and not for_patient.barred(one) else []
    if barred:
        for source, item in barred[:MOST_OUT]:
            name = item.drug.lower()
            said = f"({source_name(source)}): {wording.lower(item.text.rstrip('. '))}"
            draft.add(
                f"{name} is contraindicated for this patient {said}",
                Kind.DIRECTIVE,
                (item.span,),
                plain=f"{name} must not be used in this person {said}",
            )
        directives(draft, free[:MOST_FREE], "A label for this that names no such allergy")
    return len(draft) - before


_LAST: Final = caseless(r"\bno other (?:option|choice|treatment)|\bonly (?:when|where|if)\b|\blast resort\b")
MOST_OUT: Final = 2
MOST_FREE: Final = 1


def _of_allergy(item: Directive, context: Context) -> bool:
    return fitting.allergic(item.text, context.question.patient)


def led(section: Section, context: Context) -> Section:
    """The short answer with the choice for people with such an allergy first, behind a danger and what the allergy
    forbids of the medicine asked about, and behind the amount that was asked for."""
    held = choices(context) if context.question.patient.allergies else ()
    own = [s for s in section.statements if _tells(s, held)]
    if not own:
        return section
    barred = {item.span for _, item in for_patient.barred(context)}
    first = list(section.statements[: bool(danger.said(context.question))])
    first += [s for s in section.statements if s not in first and barred & set(s.supports)]
    doses = [item for _, item in context.directives(DirectiveAction.DOSE)] if context.asks_dose else []
    first += [s for s in section.statements if s not in first and any(d.span in s.supports for d in doses)]
    rest = [s for s in section.statements if s not in first and s not in own]
    ordered = (*first, *(s for s in own if s not in first), *rest)
    numbered = (msgspec.structs.replace(s, id=f"{section.id}.{n}") for n, s in enumerate(ordered, 1))
    return msgspec.structs.replace(section, statements=tuple(numbered))


def _tells(one: Statement, held: Sequence[tuple[Appraisal, Directive]]) -> bool:
    return any(meet(item.span, span) for _, item in held for span in one.supports)


def say(draft: Draft, context: Context) -> int:
    """That no label names such an allergy; how many sentences that took."""
    borne, before = untold(context), len(draft)
    if borne:
        names, which = wording.join(list(context.named)), wording.join(list(borne), "or")
        draft.add(
            f"the label of {names} that is held names no allergy to {which}; this does not mean that it is safe",
            Kind.ABSENCE,
            plain=f"the label of {names} that we hold names no allergy to {which}. This does not mean that it is safe. "
            "Ask your doctor or pharmacist",
        )
    return len(draft) - before
