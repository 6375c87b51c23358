"""Exchanged: of two medicines that were asked about together, one is changed for another: `what if it's B instead`.

What somebody takes stays, and what was to be given beside it goes: whether the two meet is asked again, and not what
the new one does by itself.
"""

from __future__ import annotations

from typing import Final

import msgspec

from probatum.ask.following import cues
from probatum.ask.following.carrying import fragment
from probatum.ask.following.phrases import labels, people_with, tells_whom, treatments
from probatum.model import Concept, FollowUp, FollowUpKind, Intent, Question, Role
from probatum.text.expressions import caseless

_CHANGES: Final = caseless(
    r"^\W*(?:(?:and|but|so|ok(?:ay)?|or|then)\b\W*){0,3}(?:(?:what|how) (?:if|about)|if|or|would|is|could|can|should"
    r"|give)\b"
    r"|\b(?:instead|in its place|rather)\b"
)
"""Words that put another in the place of one of them."""
_IT_IS: Final = caseless(
    r"\b(?:if|about) (?:it|that|this|they|he|she|we|i|the (?:gp|doctor|dr|drug|antibiotic|medicine))(?:['\u2019]?s"
    r"| is| was"
    r"| were| are)?\b|\bits\b"
)
"""Small words that stand for the choice itself."""
_KEEPS: Final = caseless(
    r"\b(?:also|as well|too|on top|added?|adding|plus|both|all three|versus|vs\.?|compared|better)\b"
)
"""Words by which the other stays, or is set against it."""
_PAIR: Final = 2
_FEW: Final = 3
"""Words of a name with its form: `and naproxen tablets`."""


def exchanged(typed: str, text: str, own: Question, last: Question) -> FollowUp | None:
    """`what if its metronidazole instead` after `warfarin patient given fluconazole`: warfarin with metronidazole."""
    drugs = [d for d in treatments(own) if d.semantic == "drug" and d.label not in labels(last)]
    if last.intent is not Intent.INTERACTION or len({d.label for d in drugs}) != 1 or _KEEPS.search(text):
        return None
    bare = fragment(text).lower().startswith(drugs[0].text.lower()) and len(fragment(text).split()) <= _FEW
    if not (bare or _CHANGES.search(text)) or cues.LEANS.search(_IT_IS.sub(" ", text)):
        return None
    kept = _kept(drugs[0], last)
    if kept is None:
        return None
    gone = next(c for c in _pair(last) if c.label != kept.label)
    at = last.read.lower().find(gone.text.lower())
    if at >= 0 and _CLINGS.search(last.read) is None:
        asked = f"{last.read[:at]}{drugs[0].label}{last.read[at + len(gone.text) :]}"
        asked += people_with(last, own.patient, []) if tells_whom(own) else ""
    else:  # how much of the other was given, and what for, is not true of this one
        untreated = msgspec.structs.replace(last, concepts=tuple(_pair(last)))
        people = people_with(untreated, own.patient, [])
        asked = f"Can {kept.label} be taken together with {drugs[0].label}{people}?"
    given = (f"takes {kept.label}",) if kept.label in last.patient.drugs else ()
    return FollowUp(typed, FollowUpKind.TREATMENT, asked, f"{drugs[0].label} in place of {gone.label}", assume=given)


_CLINGS: Final = caseless(r"\d|\bfor\b")
"""An amount, a time or a purpose, which belongs to the medicine that goes."""


def _pair(last: Question) -> list[Concept]:
    """The medicines that were asked about together, each once."""
    named = [
        c for c in last.having(Role.INTERVENTION) if c.semantic == "drug" and c.label not in last.patient.allergies
    ]
    return list({c.label: c for c in named}.values())


def _kept(new: Concept, last: Question) -> Concept | None:
    """Which of the two stays: not the one that is of a kind with the new one, else the one that is taken."""
    pair = _pair(last)
    if len(pair) != _PAIR:
        return None
    kin = [c for c in pair if set(c.broader) & set(new.broader)]
    rest = [c for c in pair if c not in kin] if len(kin) == 1 else []
    taken = [c for c in pair if c.label in last.patient.drugs]
    return rest[0] if rest else taken[0] if len(taken) == 1 else None
