"""By allergy: where the labels of a medicine name no allergy to what somebody does not bear, that is said and no more.

Neither that it may be given nor that it may not follows from a label that is silent: what is alike in two medicines is
told by no list of classes alone.
"""

from __future__ import annotations

from typing import Final

from probatum.apply import beside, fitting, for_patient, wording
from probatum.apply.context import Context
from probatum.apply.drafting import Draft
from probatum.model import Intent, Kind, Role
from probatum.text.expressions import caseless

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
