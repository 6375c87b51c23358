"""Unneeded: of `A for people who do not need B` B is neither asked about nor what A is held against; the dialysis that
tells of somebody's kidneys is no treatment of what is asked about, either."""

from __future__ import annotations

import re
from typing import Final

import msgspec

from probatum.ask.people.sufferers import with_roles
from probatum.model import Question, Role
from probatum.text.expressions import caseless
from probatum.vocabulary import Vocabulary

_NOT_NEEDED: Final = caseless(
    r"\b(?:(?:do|does|did) ?(?:not|n['’]t) (?:need|require|receive|get|have)|not (?:needing|requiring"
    r"|receiving|getting|on)"
    r"|without(?: a)? need (?:for|of)|need(?:s|ed)? no|without)(?: (?:any|supplemental|extra|additional|a|an"
    r"|the)){0,2} $"
)


def told(question: Question, _: Vocabulary) -> Question:
    """The question without what its people do not need among its treatments, where another treatment is named."""
    given = question.having(Role.INTERVENTION)
    kidney = question.patient.kidney.lower()
    dialysed = [c for c in given if c.semantic == "procedure" and c.text.lower() in kidney]
    out = dialysed + [c for c in given if _NOT_NEEDED.search(question.read[: max(0, _at(c.text, question.read))])]
    if not out or len(out) == len(given):
        return question
    kept = " and ".join(dict.fromkeys(c.text for c in given if c not in out))
    return msgspec.structs.replace(
        question, concepts=with_roles(question, dict.fromkeys(out, Role.OTHER)), intervention=kept
    )


def _at(text: str, read: str) -> int:
    found = re.search(rf"\b{re.escape(text)}\b", read, re.IGNORECASE)
    return found.start() if found else -1
