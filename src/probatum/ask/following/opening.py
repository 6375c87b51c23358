"""Opening: what a follow-up begins with before it says anything, and words by which it leaves the last topic.

`thx. different q: ...` and `my neighbour has hay fever, what works` are new questions, though they name few words.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from probatum.ask.following import cues
from probatum.ask.following.phrases import illnesses, labels, treatments
from probatum.model import FollowUp, FollowUpKind, Question
from probatum.text.expressions import expression

_I: Final = re.IGNORECASE
_THANKS: Final = r"(?:thx|thanks|thank you|ta|cheers|great|right|btw|by the way|well|got it|sorry|oh)"
_POLITE: Final = expression(rf"^\W*(?:{_THANKS}\b\W+){{1,4}}(?=\w)", _I)
_SWITCH: Final = expression(
    rf"^\W*(?:(?:{_THANKS}|ok(?:ay)?|and|also|now|so)\b\W+){{0,4}}(?:(?:a|an|one|the|my) ){{0,2}}"
    r"(?:(?:completely|totally|quite) )?"
    r"(?:(?:different|another|new|other|next|separate|unrelated)"
    r" (?:thing|question|q|qn|topic|subject|matter|pt|patient|person|case|one)\b"
    r"|something else\b|unrelated(?:ly)?\b|chang(?:e|ing) (?:of |the )?(?:topic|subject)\b)\W*(?=\w)",
    _I,
)
"""`right, other thing,`, `next pt:`."""
_SOMEBODY: Final = expression(
    r"[,.;(-]* *\b(?:i'?m )?(?:asking|this is|it'?s|question is)? ?for (?:someone|somebody|another person|a friend)"
    r"(?: else| of mine)?\b\W*$",
    _I,
)
"""`asking for someone else` at the end."""
_RELATIVE: Final = expression(
    r"^\W*(?:and |but |also |ok(?:ay)? )*my (?:little |older |younger |elderly )?"
    r"(?P<who>husband|wife|partner|son|daughter|mum|mom|mother|dad|father|gran|nan|grandma|grandmother|grandad|granddad|grandpa|grandfather|brother|sister"
    r"|neighbou?r|friend|uncle|aunt|auntie|baby|child|kid|toddler|boy|girl|niece|nephew|colleague|boss|boyfriend"
    r"|girlfriend|teenager|cousin)\b",
    _I,
)
_ASKS: Final = expression(r"\?|\b(?:do|does|is|are|can|could|should|shall|what|which|how|will|would|when|any)\b", _I)
_SPELT: Final[tuple[tuple[re.Pattern[str], str], ...]] = (
    (expression(r"\b(she|he|who)['’]?s got\b", _I), r"\1 has"),
    (expression(r"\b(she|he|who|what)['’]?s (?=\w)", _I), r"\1 is "),
    (
        expression(
            r"\b(?:had |has |have |got |gets |have had )?(?:an? )?(?:(?:severe|bad|serious|nasty) )?"
            r"(?:anaphyla(?:xis|ctic reaction|ctic shock)|allergic reaction|hives) (?:to|with|from|after) ",
            _I,
        ),
        "allergic to ",
    ),
)
"""Short spellings, and reactions that are an allergy, as they are read."""
_WEEKS: Final = expression(r"\b\d{1,2}(?:\+\d)? ?(?:weeks?|wks?)\b", _I)


def spelt(typed: str, last: Question) -> str:
    """The follow-up without thanks, as it is read: `shes 38 weeks` of a pregnancy is `she is 38 weeks pregnant`."""
    text = _POLITE.sub("", typed)
    for pattern, instead in _SPELT:
        text = pattern.sub(instead, text)
    pregnant = last.patient.pregnancy not in ("", "not pregnant")
    if pregnant and _WEEKS.search(text) and "pregnan" not in text.lower():
        text = _WEEKS.sub(lambda found: f"{found[0]} pregnant", text, count=1)
    return text


def switched(typed: str, last: Question, read: Callable[[str], Question]) -> FollowUp | None:
    """A new question, where it says so or tells of somebody else's trouble; what leans on the last answer is none."""
    found, away = _SWITCH.match(typed), _SOMEBODY.search(typed)
    if found or away:
        rest = typed[found.end() if found else 0 : away.start() if away else len(typed)]
        own = read(rest)
        if not treatments(own) and (not illnesses(own) or _leans(rest)):
            return None
        return FollowUp(typed, FollowUpKind.NEW, rest, "it says that it is about something else")
    relative = _RELATIVE.match(typed)
    known = relative is not None and re.search(rf"\b{relative['who']}\b", f"{last.typed} {last.read}", _I)
    if relative is None or known or _leans(typed) or not _ASKS.search(typed[relative.end() :]):
        return None
    own = read(typed)
    if not {c.label for c in (*treatments(own), *illnesses(own))} - labels(last):
        return None
    return FollowUp(typed, FollowUpKind.NEW, typed, "it is about another person and another trouble")


_IT: Final = expression(
    r"\b(?:it|its|them|they|the (?:drug|medicine|treatment|dose|answer))\b|\b(?:too|instead|as well)\W*$", _I
)


def _leans(text: str) -> bool:
    return _IT.search(text) is not None and cues.LEANS.search(text) is not None
