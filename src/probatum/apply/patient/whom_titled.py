"""Whom titled: how a title says in whom, or after what, something is given.

Nobody is `in operation` or `in thyrotropin`: what is done stands behind the word that the question has before it, and a
value that is measured names no people.
"""

from __future__ import annotations

import re
from typing import Final

from probatum.apply import wording
from probatum.apply.context import Context
from probatum.model import Concept, Role
from probatum.text.expressions import caseless

_WHEN: Final = (
    r"\b(?P<when>after|before|during|following|around|undergoing)\s+(?P<article>an?\s+)?(?:the |his |her |my )?"
)
_DONE: Final = caseless(
    r"\b(?:operations?|surger(?:y|ies)|\w+(?:ectomy|plasty|otomy|ostomy|scopy)|repair|replacement|transplant\w*|deliver\w+"
    r"|section|birth|procedures?|chemotherapy|radiotherapy|biops\w+)$"
)
_PEOPLE: Final = caseless(r"^(?:people|patients|persons) with ")
_MOST: Final = 60


def whom(context: Context) -> str:
    """The people of a title: empty where only a value is named, as the question says it where a part of the body would
    stand beside an illness."""
    people = context.question.having(Role.POPULATION)
    if people and all(c.semantic == "test" for c in people):
        return ""
    said = context.question.population
    bare = [c for c in people if not c.semantic]
    if said and bare and len(bare) < len(people) and len(said) <= _MOST:
        return wording.lower(_PEOPLE.sub("", said))
    return context.population


def placed(context: Context, who: str) -> str:
    """`in people with gout`, `after an operation`, `during endoscopy`: the people with the word before them."""
    done = _DONE.search(who) is not None or _procedure(context.question.having(Role.POPULATION), who)
    for name in (who, *(c.text for c in context.question.having(Role.POPULATION))) if done else ():
        found = re.search(f"{_WHEN}(?:[\\w-]+ ){{0,2}}?{re.escape(name)}", context.question.read, re.IGNORECASE)
        if found is not None:
            when = "in" if found["when"].lower() == "undergoing" else found["when"].lower()
            return f"{when} {(found['article'] or '').lower()}{who}"
    return f"in {who}"


def _procedure(people: tuple[Concept, ...], who: str) -> bool:
    return any(c.semantic == "procedure" and who in (c.text.lower(), wording.spelled(c)) for c in people)
