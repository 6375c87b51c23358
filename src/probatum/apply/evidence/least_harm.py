"""Least harm: which member of a class does something least often, which only a comparison of its members answers.

Harms that each label lists, and trials of one member, set none beside another: that no source does is said first.
"""

from __future__ import annotations

from typing import Final

from probatum.apply import wording
from probatum.apply.context import Context
from probatum.apply.drafting import Draft
from probatum.apply.evidence import arms
from probatum.model import Appraisal, Intent, Kind
from probatum.text.expressions import caseless
from probatum.vocabulary.classes import members

_ASKS: Final = caseless(
    r"\b(?:which|what)\b[^?.]{0,50}\b(?:least|lowest|fewest|fewer|less|safest|most|highest)\b"
    r"(?! (?:effective|likely to work))"
    r"|\bwhich (?:one |of them )?(?:is|has) (?:the )?(?:least|lowest|fewest|safest|highest)\b"
)


def say(draft: Draft, context: Context) -> None:
    """Say first that nothing compares the members of the class on a harm, where that is asked and so."""
    question = context.question
    classes = [name for name in context.classes if len(members(name)) > 1]
    if question.intent is not Intent.HARM or len(classes) != 1 or not _ASKS.search(question.typed) or question.danger:
        return
    own = {name.lower() for name in members(classes[0])}
    if any(len(own & _sides(study)) > 1 for study in context.answering):
        return
    what = f" on {wording.lower(context.outcome)}" if context.outcome else ""
    name = wording.lower(classes[0])
    several = name if name.endswith("s") else f"{name}s"
    text = f"no source that is held sets {several} beside each other{what}"
    easy = f"we found no study that sets these medicines beside each other{what}"
    told = Draft(draft.id, "")
    told.add(text, Kind.ABSENCE, plain=easy)
    draft.open_with(told.statements)


def _sides(study: Appraisal) -> frozenset[str]:
    return frozenset(wording.bare(side).lower() for finding in study.findings for side in arms.sides(finding) if side)
