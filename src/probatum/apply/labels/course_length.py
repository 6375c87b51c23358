"""Course length: for how long a treatment is given, where that is asked and nothing that is said tells it.

A dose without its length answers half of `how many days of A`: the sentence of a source that tells it leads, else that
none does.
"""

from __future__ import annotations

from typing import Final

from probatum import vocabulary
from probatum.apply import fitting, wording
from probatum.apply.choices import options, same_aim
from probatum.apply.context import Context
from probatum.apply.drafting import Draft
from probatum.apply.patient import for_patient, sexes
from probatum.apply.plainly.own_words import said
from probatum.apply.quoted import by_part
from probatum.apply.quoted.salience import Salient, sentences_in
from probatum.model import Concept, DirectiveAction, Intent, Kind, Role
from probatum.text import opposites, words
from probatum.text.expressions import caseless
from probatum.vocabulary.classes import classes_of

_ASKS: Final = caseless(
    r"\bhow (?:many (?:days|weeks|months|years)|long)\b"
    r"(?![^?]*\b(?:works?|working|live|survive|lasts?|before|until|till|after|take to|takes? for|effect|fast|wait"
    r"|ago|gap|apart|wash-?out|interval)\b)"
    r"|\bhow long\b[^?]{0,30}\b(?:taken?|given?|continued?|treat(?:ed)?|on)\b[^?]{0,30}\bafter\b"
    r"|\b(?:course|treatment) (?:length|duration)\b|\b(?:length|duration) of (?:the )?(?:course|treatment|therapy)\b"
)
_TELLS: Final = caseless(
    r"\b(?:for|course of|at least|at most|up to) (?:an? )?(?:about |at least |up to |another )?"
    r"(?:\d+|one|two|three|four|five|six|a) (?:(?:to|or|-) (?:\d+) )?(?:days?|weeks?|months?|years?)\b"
    r"|\b\d+-(?:day|week|month|year)s?\b|\b(?:life-?long|for life|indefinite\w*|long[- ]term|short courses?)\b"
)
_BARRED: Final = caseless(r"\b(?:contraindicated|advised against) for this patient\b")
"""What a line says of a medicine that this patient may not have: for how long it is given matters no more."""
_OF: Final = (Intent.THERAPY, Intent.DOSING, Intent.PREVENTION)


_ENDS: Final = caseless(r"\b(?:interrupt\w*|stopp?\w*|withh\w+|before (?:surgery|an operation|a procedure)|missed)\b")
NEAREST: Final = 2
"""Classes above an illness that speak for it; two kinds of one class do not speak for each other."""
_ANY: Final = caseless(r"\b(?:other|all|any|every) (?:\w+ )?(?:infections?|uses?|cases?|patients|people)\b")


def _is_of_this(one: Salient, context: Context) -> bool:
    """Whether a sentence is on what is asked about, in the illness asked about where it names one, and on no pause."""
    text = one.span.quote
    if not context.names_intervention(text) or _ENDS.search(text) or opposites.opposite(text, context.question.read):
        return False
    named = [m.term for m in vocabulary.load().find(text) if m.term.semantic == "condition"]
    asked = [c for c in context.question.concepts if c.semantic in ("condition", "symptom")]
    own = {name.lower() for c in asked for name in c.names}
    wider = {name.lower() for c in asked for name in c.broader[:NEAREST]}
    alike = any(t.label.lower() in own | wider or own & {b.lower() for b in t.broader[:NEAREST]} for t in named)
    return not named or alike or not asked or _ANY.search(text) is not None


def _of_its_class(context: Context) -> Salient | None:
    """The sentence of a guideline that tells it of the class of what is asked about, in the very illness."""
    question = context.question
    kinds = [words.stems(kind) for name in context.named for kind in classes_of(name)]
    ill = [own for c in _ill(context) for n in c.names if (own := words.stems(n))]
    if not kinds or not ill:
        return None
    asked = words.stems(question.read)
    found = [
        Salient(source, one.span, 1.0, frozenset(one.stems))
        for source in context.guidelines
        for one in sentences_in(source.record)
        if _TELLS.search(one.span.quote)
        and any(kind <= frozenset(one.stems) for kind in kinds)
        and any(own <= frozenset(one.stems) for own in ill)
        and not _ENDS.search(one.span.quote)
        and not same_aim.another_degree(one.span.quote, context)
        and sexes.fits(one.span.quote, question.patient)
        and fitting.of_age(one.span.quote, question.patient)
    ]
    return max(found, key=lambda one: len(one.stems & asked), default=None)


def _ill(context: Context) -> list[Concept]:
    """The illnesses of the people, or that are treated."""
    question = context.question
    return [c for c in (*question.having(Role.POPULATION), *question.having(Role.OUTCOME)) if c.semantic]


def _drugs_in(text: str) -> list[str]:
    return [m.term.label for m in vocabulary.load().find(text) if m.term.semantic == "drug"]


def told(context: Context) -> Salient | None:
    """The sentence that tells for how long it is given in what is asked about; None where that is not asked, or not
    told."""
    question = context.question
    if question.intent not in _OF or question.danger or not context.drug_like or not _ASKS.search(question.typed):
        return None
    one = by_part.course(context)
    if one is None or not _is_of_this(one, context) or not _TELLS.search(one.span.quote):
        one = _of_its_class(context)
    if one is None:
        return None
    return one if all(options.allowed(name, context) for name in _drugs_in(one.span.quote)) else None


def _forbidden(context: Context) -> bool:
    """Whether a label says that such a patient must not have it."""
    return any(item.action is DirectiveAction.CONTRAINDICATED for _, item in for_patient.barred(context))


def say(draft: Draft, context: Context) -> None:
    """Say first what tells it, or that nothing does, where it is asked and no sentence of the draft tells it."""
    question = context.question
    if question.intent not in _OF or question.danger or not context.drug_like or not _ASKS.search(question.typed):
        return
    if any(_TELLS.search(one.text) for one in draft.statements) or not draft.statements:
        return
    told = Draft(draft.id, "")
    one = by_part.course(context)
    barred = any(_BARRED.search(line.text) for line in draft.statements)
    if barred or (one is not None and not all(options.allowed(name, context) for name in _drugs_in(one.span.quote))):
        return  # of what somebody may not have no length is told, and that none is held is not so
    if one is None or not _is_of_this(one, context) or not _TELLS.search(one.span.quote):
        one = _of_its_class(context) or one
    if one is not None and (_is_of_this(one, context) or one == _of_its_class(context)):
        by_part.tell(told, one)
    elif _forbidden(context):
        return  # for how long somebody has what must not be had is no question any more
    else:
        what = wording.join([name.lower() for name in context.named])
        easy = f"we found no text that tells for how long {said(what, question)} is taken"
        told.add(f"no source that is held tells for how long {what} is given", Kind.ABSENCE, plain=easy)
    draft.open_with(told.statements)
