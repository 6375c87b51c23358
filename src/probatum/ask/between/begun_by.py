"""Begun by another: a medicine that a specialist starts beside one that the patient takes, as notes tell it.

`AF on A, neuro starting B. switch?`, `A 4 mg tds, urologist rx B 500 bd. just halve A?`: who asks has both in hand and
asks what to do about them. What the one does to the other goes before what could be given instead.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from probatum.text.expressions import caseless
from probatum.vocabulary import Mention

_WHO: Final = (
    r"(?:[a-z]{2,12}olog(?:y|ists?)|neuro|cardio|derm|rheum|gastro|psych|ortho|micro|onc|gp|dr|doctor|consultant"
    r"|specialist|dentist|registrar|surgeons?|team|hospital|clinic|out of hours|ooh)"
)
_STARTS: Final = (
    r"(?:(?:has|have|is|are|now|just|wants? to|want|about to|going to|keen to|would like to) ){0,3}"
    r"(?:start(?:s|ed|ing)?|add(?:s|ed|ing)?|rx'?e?d?|prescrib(?:es|ed|ing)|commenc(?:es|ed|ing)|giv(?:es|en|ing)"
    r"|gave|wants?)(?: (?:him|her|them|me|on|with|to|have)){0,3}"
)
_BEGINS: Final = caseless(rf"(?:[,;.+&-]| and| but| now)\s*(?:the |his |her |my )?{_WHO} {_STARTS} $")
"""What stands between the dose of the one and the other."""
_ON: Final = caseless(r"\b(?:on|takes|taking)(?: (?:his|her|my|long[- ]term|regular|the)){0,2} $")
_DOSED: Final = caseless(
    r"\s?\d[\d.,/]{0,6}\s?(?:mg|mcg|micrograms?|g|units?|ml)?\s?(?:po )?(?:od|bd|tds|qds|bid|tid|qid|nocte|mane"
    r"|(?:once |twice )?daily|(?:once|twice) a day)\b"
)
_ASKED: Final = caseless(
    r"\b(?:halve|half|switch|swap|change|stop|hold|cut|reduce|lower|drop|ok(?:ay)?|safe|fine|any better|alternative"
    r"|problems?|issues?|interact\w*|what now|what (?:do|should) (?:i|we) do|carry on|together)\b[^.?]{0,60}\?"
)
"""What is asked of it, behind the medicine that is begun."""
_BEFORE: Final = 40
_FAR: Final = 70


def another(text: str, named: Sequence[Mention]) -> tuple[Mention, Mention] | None:
    """The medicine that is taken and the one that another starts beside it, where it is asked what to do about it."""
    for place in range(1, len(named)):
        taken, new = named[place - 1], named[place]
        between = text[taken.end : new.start]
        if taken.term.label == new.term.label or len(between) > _FAR or not _BEGINS.search(between):
            continue
        own = _ON.search(text[max(0, taken.start - _BEFORE) : taken.start]) or _DOSED.match(text, taken.end)
        if own is not None and _ASKED.search(text, new.end):
            return taken, new
    return None
