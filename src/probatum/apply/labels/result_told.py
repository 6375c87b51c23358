"""Result told: where somebody tells a result of a test and asks what it means, sources that speak of that measure lead,
and what they do not tell is said: what a medicine did in trials is no meaning of a result."""

from __future__ import annotations

from typing import Final

from probatum.apply.context import Context
from probatum.apply.drafting import Draft, directives
from probatum.apply.numbering import Steps
from probatum.apply.once import once
from probatum.apply.patient import for_patient
from probatum.apply.quoted import by_part
from probatum.apply.quoted.admitting import meet
from probatum.apply.quoted.quotable import quotable
from probatum.apply.quoted.salience import Salient, part, sentences_in
from probatum.apply.replies import danger
from probatum.model import Intent, Kind
from probatum.text import measured, resulted, words
from probatum.text.expressions import caseless
from probatum.vocabulary.wants import timed

MOST: Final = 2
_KINDS: Final = (Intent.THERAPY, Intent.DIAGNOSIS, Intent.DOSING, Intent.HARM)
_BOUND: Final = caseless(
    r"\b(?:target|range|desirable|desired|below|above|or more|or less|over|under)\b[^.;]{0,40}\d|\d to \d"
)
_OF_SOME: Final = caseless(
    r"\b(?:pregnan\w+|trimester|children|change (?:from|to|of)|before (?:an?|the) |started|starting)\b"
)


def asked(context: Context) -> bool:
    """Whether a result is told that is no state with a name by itself: what labels say of such a state is told before
    (see `by_value`)."""
    question = context.question
    if (
        question.intent not in _KINDS
        or question.danger
        or context.combined
        or question.comparator
        or timed(question.typed)
    ):
        return False
    if danger.valued(question, short=True) or measured.states(question.patient.values) or for_patient.barred(context):
        return False
    return resulted.told(question.typed) is not None


@once
def rows(context: Context) -> tuple[Salient, ...]:
    """Sentences of labels and guidelines that name what was measured: those that set a bound first."""
    result = resulted.told(context.question.typed)
    if result is None:
        return ()
    made: list[tuple[tuple[bool, int], Salient]] = []
    for source in (*context.labels, *context.guidelines):
        for one in sentences_in(source.record):
            text = one.span.quote
            if result.named.search(text) is None or not quotable(one.span):
                continue
            if part(one.span) in ("interaction", "use") or _OF_SOME.search(text):
                continue
            made.append(((_BOUND.search(text) is None, len(made)), Salient(source, one.span, 1.0, words.stems(text))))
    made.sort(key=lambda row: row[0])
    return tuple(one for _, one in made[:MOST])


def say(draft: Draft, context: Context) -> None:
    """What they say of it, and that nothing which is held tells what this result means for this person."""
    result = resulted.told(context.question.typed)
    for one in rows(context):
        own = [(one.appraisal, item) for item in one.appraisal.directives if meet(item.span, one.span)]
        if own:
            directives(draft, own[:1], "On what was measured", "On the result that you tell of")
        else:
            by_part.tell(draft, one)
    if result is not None:
        draft.add(
            f"no source that is held tells what this result ({result.name} {result.value}) means for this patient",
            Kind.ABSENCE,
            plain="we found nothing that tells what this result means for this person. Whoever had it measured knows "
            "which result is aimed at. Ask them today if it is new or far from the last one",
        )


def steps_of(steps: Steps, context: Context) -> bool:
    """For patients and carers whom they ask; False where nothing of the kind is told."""
    if not asked(context):
        return False
    steps.step("Ask whoever had it measured what the result means, and which result is aimed at", Kind.NAVIGATION)
    if context.question.patient.drugs or context.labels:
        text = "Ask whether the dose stays as it is, and change nothing before that; call today if you feel unwell"
        steps.step(text, Kind.NAVIGATION)
    steps.step("Ask when it is measured again", Kind.NAVIGATION)
    return True
