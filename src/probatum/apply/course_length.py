"""Course length: for how long a treatment is given, where that is asked and nothing that is said tells it.

A dose without its length answers half of `how many days of A`; that the other half is in no source is said first.
"""

from __future__ import annotations

from typing import Final

from probatum.apply import wording
from probatum.apply.context import Context
from probatum.apply.drafting import Draft
from probatum.apply.own_words import said
from probatum.model import Intent, Kind
from probatum.text.expressions import caseless

_ASKS: Final = caseless(
    r"\bhow (?:many (?:days|weeks|months)|long)\b"
    r"(?![^?]*\b(?:works?|working|live|survive|lasts?|before|until|till|after|take to|takes? for|effect|fast|wait"
    r"|ago)\b)"
    r"|\bhow long\b[^?]{0,30}\b(?:taken?|given?|continued?|treat(?:ed)?|on)\b[^?]{0,30}\bafter\b"
    r"|\b(?:course|treatment) (?:length|duration)\b|\b(?:length|duration) of (?:the )?(?:course|treatment|therapy)\b"
)
_TELLS: Final = caseless(
    r"\b(?:for|course of|at least|at most|up to) (?:an? )?(?:about |at least |up to |another )?"
    r"(?:\d+|one|two|three|four|five|six|a) (?:(?:to|or|-) (?:\d+) )?(?:days?|weeks?|months?|years?)\b"
    r"|\b\d+-(?:day|week|month|year)s?\b|\b(?:life-?long|for life|indefinite\w*|long[- ]term|short courses?)\b"
)
_OF: Final = (Intent.THERAPY, Intent.DOSING, Intent.PREVENTION)


def say(draft: Draft, context: Context) -> None:
    """Say first that nothing tells it, where it is asked and no sentence of the draft does."""
    question = context.question
    if question.intent not in _OF or question.danger or not context.drug_like or not _ASKS.search(question.typed):
        return
    if any(_TELLS.search(one.text) for one in draft.statements) or not draft.statements:
        return
    what = wording.join([name.lower() for name in context.named])
    text = f"no source that is held tells for how long {what} is given"
    easy = f"we found no text that tells for how long {said(what, question)} is taken"
    told = Draft(draft.id, "")
    told.add(text, Kind.ABSENCE, plain=easy)
    draft.open_with(told.statements)
