"""As a pair: two medicines put together for people with an illness, where no source tells what both do for it, and a
label warns gravely of the two.

`A + B in atrial fibrillation` read as a treatment is answered with the dose of A; whether the two go together comes
first. Said so, so that it can be corrected.
"""

from __future__ import annotations

from typing import Final

import msgspec

from probatum import apply
from probatum.apply import wording
from probatum.apply.evidence.arms import choices
from probatum.apply.together import combining, pairs, stances
from probatum.model import Assumption, DirectiveAction, Intent, Question, Role
from probatum.text import illness_days, tried
from probatum.text.expressions import caseless

PAIR: Final = "pair"
"""The kind of the assumption."""
_TWO: Final = 2
_ROUTE: Final = r"(?: ?\d[\d.,]{0,6} ?(?:mg|mcg|micrograms?|g|ml|units?)?| (?:i\.?[mv]\.?|oral|tablets?|injection))?"
_OFTEN: Final = r"(?: (?:od|bd|tds|daily|a day|(?:once|twice) (?:daily|a day)))?"
_JOINED: Final = caseless(rf"{_ROUTE}{_OFTEN} ?(?:\+|&|and|with|plus) ?(?:(?:i\.?[mv]\.?|oral) )?")
"""What stands between two medicines that are put together and nothing else."""
_GRAVE: Final = caseless(
    r"\b(?:severe|serious|fatal|death|life-threatening|respiratory depression|only with (?:great |extreme )?caution"
    r"|deepens?|reserved|close(?:ly)?|serotonin syndrome|seizures?|torsades?|rhabdomyolysis)\b"
)


def told(context: apply.Context) -> Question:
    """The question as one on whether the two go together; itself where it asks something else."""
    question = context.question
    if question.intent is not Intent.THERAPY or question.danger or question.having(Role.COMPARATOR):
        return question
    if choices(question) or not _side_by_side(question) or illness_days.asks(question.read):
        return question  # which of them is held while ill is asked
    if tried.failed(question.typed):
        return question  # both are given already, and what comes behind them is asked
    said = Assumption(PAIR, "", "whether the two go together", "no source here tells what both do for it")
    made = msgspec.structs.replace(
        question, intent=Intent.INTERACTION, assumptions=(*question.assumptions, said), outcome=""
    )
    put = msgspec.structs.replace(context, question=made)
    if any(combining.on_all(made, a) for a in (*context.answering, *context.guidelines)):
        return question
    if _advised(context, made):
        return question
    rows = pairs.rows(put)[:1]
    standing = [pairs.standing(item, put) for _, item in rows]
    grave = [s is not stances.OPEN and (s is not stances.CARE or _GRAVE.search(rows[0][1].text)) for s in standing]
    return made if any(grave) else question


def _side_by_side(question: Question) -> bool:
    """Whether two medicines asked about stand next to each other, with nothing but an amount and a sign between."""
    named = [c for c in question.having(Role.INTERVENTION) if c.semantic == "drug"]
    read = question.read.lower()
    places = sorted((at, at + len(c.text)) for c in named if (at := read.find(c.text.lower())) >= 0)
    if len(places) != _TWO:
        return False
    (_, end), (start, _) = places
    return _JOINED.fullmatch(read[end:start]) is not None


def _advised(context: apply.Context, question: Question) -> bool:
    """Whether a guideline wants the two given together."""
    names = [c.label.lower() for c in question.having(Role.INTERVENTION) if c.semantic == "drug"]
    rows = (d for a in context.guidelines for d in a.directives if d.action is DirectiveAction.RECOMMENDED)
    return any(all(wording.stands_in(name, item.text.lower()) for name in names) for item in rows)
