"""Choices apart: treatments between which a question chooses, and which no study sets against each other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from probatum import vocabulary
from probatum.apply import wording
from probatum.apply.context import Context
from probatum.apply.drafting import Draft
from probatum.apply.effects import effect_of, stems_of
from probatum.apply.evidence.arms import choices, inactive, sides
from probatum.apply.evidence.outcomes import OutcomeGroup
from probatum.model import Concept, Kind, Record, Role
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
    if not choices(context.question) or met or _told_together(context, named):
        return
    records = [a.record for a in context.answering]
    nowhere = list(dict.fromkeys(c.label for c in own if c.semantic == "procedure" and _unnamed(c, records)))
    if not _against_unknown(groups):
        draft.add(f"no included study compares {wording.join(list(dict.fromkeys(asked)), 'with')}", Kind.ABSENCE)
    elif nowhere:
        names = wording.join(nowhere, "or")
        text = f"no study that answers here names {names}, so which of them is better is not shown"
        draft.add(text, Kind.ABSENCE, plain=f"None of these studies names {names}, so we cannot say which is better")


def say_of_quoted(draft: Draft, context: Context) -> None:
    """That the sources quoted tell of one choice alone, where they name no other in title or abstract."""
    quoted = {span.record: span.source for s in draft.statements if s.kind is Kind.QUOTED for span in s.supports}
    if not quoted or not choices(context.question):
        return
    own = {c.label: c for c in context.question.having(Role.INTERVENTION) if c.semantic in ("drug", "procedure")}
    missing = [c.label for c in own.values() if _unnamed(c, quoted.values())]
    if len(missing) < len(own) and missing:
        names = wording.join(missing, "or")
        text = f"what is quoted here tells nothing of {names}, so which is better is not shown"
        draft.add(text, Kind.ABSENCE, plain=f"This tells nothing of {names}, so we cannot say which is better")


def _unnamed(choice: Concept, records: Iterable[Record]) -> bool:
    """Whether no record has a name of a choice, or of a member of it, anywhere in its title or abstract."""
    names = [own for name in (*choice.names, *members(choice.label)) if (own := words.stems(name))]
    return not any(own <= stems_of(record) for record in records for own in names)


def _against_unknown(groups: Sequence[OutcomeGroup]) -> bool:
    """Whether a result is against something that is given and that no drug's name tells (`VKA`): it may be the very
    other choice under the name of its class, so that nothing may be denied."""
    known = vocabulary.load()
    others = (sides(item.finding)[1] for group in groups for item in group.items)
    return any(
        other and not inactive(other) and not any(m.term.semantic == "drug" for m in known.find(other))
        for other in others
    )
