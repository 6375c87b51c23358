"""Effect on: illnesses that stand where it is asked what a treatment does to them.

`what does A do to breast cancer and clots`, read as `effect on ...`: whoever asks has none of them, and what a
guideline says for people who have is not for this person. So they are outcomes, also where a relative had one.
"""

from __future__ import annotations

from typing import Final

import msgspec

from probatum.ask.people.sufferers import with_roles
from probatum.model import Concept, Intent, Question, Role
from probatum.text.expressions import caseless

_ON: Final = caseless(r"\beffects? on (?P<what>[^.?;]{3,80}?)(?= - |[.?;]|$)")
_HAS: Final = caseless(
    r"\b(?:i|he|she|who|patient|with) (?:also )?(?:has|have|had)\b|\b(?:people|patients|men|women) with\b"
)
_KINDS: Final = (Intent.THERAPY, Intent.HARM, Intent.PREVENTION)


def asked(question: Question) -> Question:
    """The question with those illnesses as outcomes; itself where somebody is told to have them."""
    found = _ON.search(question.read)
    if found is None or question.intent not in _KINDS or not question.having(Role.INTERVENTION):
        return question
    what = found["what"].lower()
    people = question.having(Role.POPULATION)
    moved = [c for c in people if c.semantic in ("condition", "symptom") and c.text.lower() in what]
    if not moved or question.outcome or _HAS.search(question.read):
        return question
    changed: dict[Concept, Role] = dict.fromkeys(moved, Role.OUTCOME)
    left = [c.label for c in people if c not in moved]
    return msgspec.structs.replace(
        question,
        concepts=with_roles(question, changed),
        outcome=" and ".join(dict.fromkeys(c.text for c in moved)),
        population=f"people with {' and '.join(left)}" if left else "",
    )
