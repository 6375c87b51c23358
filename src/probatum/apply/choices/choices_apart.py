"""Choices apart: treatments between which a question chooses, and which no study sets against each other."""

from __future__ import annotations

from collections.abc import Sequence

from probatum import vocabulary
from probatum.apply import wording
from probatum.apply.context import Context
from probatum.apply.drafting import Draft
from probatum.apply.effects import effect_of
from probatum.apply.evidence.arms import choices, inactive, sides
from probatum.apply.evidence.outcomes import OutcomeGroup
from probatum.model import Kind, Role
from probatum.text import words
from probatum.vocabulary.classes import members


def _told_together(context: Context, names: Sequence[frozenset[str]]) -> bool:
    """Whether what a source that answers found or concluded names all of them: then it compares them somewhere."""
    for appraisal in context.answering:
        for span in (*appraisal.conclusions, *appraisal.results):
            said = words.stems(span.quote)
            if len(names) > 1 and all(own & said for own in names):
                return True
    return False


def say(draft: Draft, context: Context, groups: Sequence[OutcomeGroup]) -> None:
    """That nothing sets the choices of the question against each other, where each was compared with something else."""
    own = [c for c in context.question.having(Role.INTERVENTION) if c.semantic in ("drug", "procedure")]
    asked = [c.label for c in own]
    named = [words.stems(" ".join((c.label, c.text, *members(c.label)))) for c in own]
    others = [words.stems(e.stand.other) for group in groups if (e := effect_of(group, context)) and e.stand.other]
    met = any(other and other <= own for other in others for own in named)  # `alarm` of `bedwetting alarm`
    if choices(context.question) and not (met or _told_together(context, named) or _against_unknown(groups)):
        draft.add(f"no included study compares {wording.join(list(dict.fromkeys(asked)), 'with')}", Kind.ABSENCE)


def _against_unknown(groups: Sequence[OutcomeGroup]) -> bool:
    """Whether a result is against something that is given and that no drug's name tells (`VKA`): it may be the very
    other choice under the name of its class, so that nothing may be denied."""
    known = vocabulary.load()
    others = (sides(item.finding)[1] for group in groups for item in group.items)
    return any(
        other and not inactive(other) and not any(m.term.semantic == "drug" for m in known.find(other))
        for other in others
    )
