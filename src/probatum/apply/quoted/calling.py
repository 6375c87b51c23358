"""Calling: when a doctor is to be called with an illness, asked of no treatment: by which signs, and what guidelines
say of referral and of looking again."""

from __future__ import annotations

from typing import Final

from probatum.apply import wording
from probatum.apply.context import Context
from probatum.apply.drafting import Draft
from probatum.apply.numbering import Steps
from probatum.apply.once import once
from probatum.apply.patient import sexes
from probatum.apply.quoted import by_part
from probatum.apply.quoted.quotable import quotable
from probatum.apply.quoted.salience import Salient, sentences_in
from probatum.model import Concept, Intent, Kind, Role
from probatum.text import words
from probatum.text.expressions import caseless
from probatum.vocabulary import signs

MOST: Final = 2
_KINDS: Final = (Intent.THERAPY, Intent.DIAGNOSIS, Intent.PROGNOSIS, Intent.HARM)
_WHO: Final = r"(?:(?:i|we|he|she|they|you|one|mum|dad|my \w+) )?"
_ASKS: Final = caseless(
    rf"\bwhen (?:(?:should|do|does|to|would|must|shall|is it time to) )?{_WHO}(?:(?:need|have) to |start to |be )?"
    r"(?:call|see|ring|phone|contact|worr(?:y|ied)|seek|go (?:to|and see)|get (?:help|worried|seen)"
    r"|take (?:him|her|them)|visit|consult)\b"
    r"|\b(?:should|do) (?:i|we) (?:need to )?(?:see|call|ring|go to) (?:an? |the |my )?"
    r"(?:doctor|gp|nurse|hospital|a&e|111)\b"
)
_TELLS: Final = caseless(
    r"\b(?:refer(?:red|ral|ring)?|emergency|admission|admitted|reassess\w*|worsens?|hospital|urgent(?:ly)?|seek(?:ing)?"
    r"|looked at again|red flags?)\b"
)


def asked(context: Context) -> bool:
    """Whether that is asked, of an illness and of no medicine."""
    question = context.question
    given = (*question.having(Role.INTERVENTION), *question.having(Role.COMPARATOR))
    free = not question.danger and question.intent in _KINDS and not any(c.semantic == "drug" for c in given)
    return free and not question.patient.drugs and bool(_ills(context)) and _ASKS.search(question.typed) is not None


def _ills(context: Context) -> list[Concept]:
    return [c for c in context.question.concepts if c.semantic in ("condition", "symptom") and c.id]


@once
def told(context: Context) -> tuple[Salient, ...]:
    """What guidelines on the illness say of it."""
    made: list[Salient] = []
    for source in context.guidelines:
        for one in sentences_in(source.record):
            text = one.span.quote
            if _TELLS.search(text) and quotable(one.span) and sexes.fits(text, context.question.patient):
                made.append(Salient(source, one.span, 1.0, words.stems(text)))
    return tuple(made[:MOST])


def _seen(context: Context) -> tuple[str, str]:
    """The illness, and by what it is seen that it takes a bad turn."""
    every = ((wording.spelled(c), signs.of_illness(c.label)) for c in _ills(context))
    return next(((name, seen) for name, seen in every if seen), (wording.spelled(_ills(context)[0]), ""))


def say(draft: Draft, context: Context) -> None:
    """The signs, then what guidelines say; that nothing tells it, where nothing does."""
    ill, seen = _seen(context)
    if seen:
        draft.add(
            f"help is sought at once with {ill} if there is any of these: {seen}",
            Kind.NAVIGATION,
            plain=f"call a doctor at once, or the emergency number if it is bad, if there is any of these with {ill}: "
            f"{seen}",
        )
    for one in told(context):
        by_part.tell(draft, one)
    if not (seen or told(context)):
        draft.add(
            f"no source that is held tells when help is to be sought with {ill}",
            Kind.ABSENCE,
            plain=f"we found nothing that tells when to call a doctor with {ill}. Call one today if it gets worse, or "
            "you are very worried",
        )


def steps_of(steps: Steps, context: Context) -> bool:
    """For patients and carers whom they call; False where that is not asked."""
    if not asked(context):
        return False
    if _seen(context)[1]:
        steps.step("Call for help at once if one of the signs is there that are told on this page", Kind.NAVIGATION)
    else:
        steps.step("Call a doctor today if it gets worse, or if you are very worried", Kind.NAVIGATION)
    steps.step("Else: ask a pharmacist or doctor how it is treated, and when to call again", Kind.NAVIGATION)
    return True
