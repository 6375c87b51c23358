"""Untold pairs: that no label tells of what is asked about together with a medicine that is taken, where no label and
no study that answers names both: to say nothing of it would pass for leave."""

from __future__ import annotations

from probatum.apply import wording
from probatum.apply.context import Context
from probatum.apply.drafting import Draft
from probatum.apply.together import pairs
from probatum.model import Kind
from probatum.text import words
from probatum.vocabulary.classes import members


def say(draft: Draft, context: Context) -> None:
    """One sentence on those taken; nothing where the question is on the two, or on no medicine."""
    if len(context.named) != 1 or context.combined or not context.drug_like or not draft:
        return
    asked_for = context.named[0]
    taken = [d for d in context.question.patient.drugs if d.lower() not in context.drugs and not members(d)]
    left = [d for d in taken if next(pairs.told(context, (asked_for, d)), None) is None and not _studied(d, context)]
    if not left:
        return
    them = wording.join(left[: pairs.MOST], "or")
    draft.add(
        f"no label in the library tells of {asked_for} together with {them}; this does not mean that it is safe",
        Kind.ABSENCE,
        plain=f"we found no label that tells of {asked_for} together with {them}. This does not mean that it is safe. "
        "Ask your pharmacist or doctor",
    )


def _studied(drug: str, context: Context) -> bool:
    """Whether a study that answers names a medicine: then people took both in it."""
    stems = words.stems(drug)
    return any(stems <= words.stems(s.text) for a in context.answering for s in a.record.evidence_sections)
