"""Turning: whether a follow-up leaves the last answer for something else.

It says so (`thx. different q: ...`), it tells of somebody else's trouble (`my neighbour has hay fever, what works`), or
it is whole by itself: it names a treatment and a problem, or a problem that is new to the talk, and leans on nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from probatum.ask.following import cues
from probatum.ask.following.opening import bare
from probatum.ask.following.phrases import illnesses, labels, tells_whom, treatments
from probatum.model import FollowUp, FollowUpKind, Intent, Question
from probatum.text import words
from probatum.text.expressions import expression

_I: Final = re.IGNORECASE
_SWITCH: Final = expression(
    rf"^\W*(?:(?:{cues.THANKS}|ok(?:ay)?|and|also|now|so)\b\W+){{0,4}}(?:(?:a|an|one|the|my) ){{0,2}}"
    r"(?:(?:completely|totally|quite) )?"
    r"(?:(?:different|another|new|other|next|separate|unrelated)"
    r" (?:thing|question|q|qn|query|topic|subject|matter|pt|patient|person|case|one)\b"
    r"|something else\b|unrelated(?:ly)?\b|chang(?:e|ing) (?:of |the )?(?:topic|subject)\b)\W*(?=\w)",
    _I,
)
"""`right, other thing,`, `next pt:`."""
_AWAY: Final = expression(
    r"[,.;(-]* *\b(?:i'?m )?(?:asking|this is|it'?s|question is)? ?for (?:someone|somebody|another person|a friend)"
    r"(?: else| of mine)?\b\W*$",
    _I,
)
"""`asking for someone else` at the end."""
_SOMEBODY: Final = expression(
    r"^\W*(?:and |but |also |ok(?:ay)? )*my (?:little |older |younger |elderly )?"
    r"(?P<who>husband|wife|partner|boyfriend|girlfriend|m[uo]m|mother|dad|father|son|daughter|baby|child|kid|toddler"
    r"|boy|girl|teenager|gran(?:dad|ny|ma|dma|dpa|dmother|dfather)?|nan|brother|sister|niece|nephew|aunt(?:ie)?|uncle"
    r"|cousin|neighbou?r|friend|mate|boss|colleague)\b",
    _I,
)
_ASKS: Final = expression(r"\?|\b(?:do|does|is|are|can|could|should|shall|what|which|how|will|would|when|any)\b", _I)
_IT: Final = expression(
    r"\b(?P<ill>(?:helps?|treats?|cures?|eases?|stops?|prevents?|clears?|causes?|for|about|with) )?"
    r"(?:(?<!worth )it|its|them|they|the (?:drug|medicine|treatment|dose|answer))\b|\b(?:too|instead|as well)\W*$",
    _I,
)
_OF_ILLNESS: Final = (Intent.DIAGNOSIS, Intent.PROGNOSIS, Intent.MECHANISM, Intent.PREVENTION)
_FOR_ILL: Final = expression(
    r"^\W*(?:the )?(?:best |first[- ]line |safest )?(?:treatments?|medicines?|drugs?|cures?|remed(?:y|ies)"
    r"|management|antibiotics?)"
    r" (?:for|of)\b",
    _I,
)
"""`treatment for threadworm`: a whole question in few words."""
_WHOLE: Final = expression(
    r"^\W*(?:what|how|which|is|are|does|do|can|should|when)\b.*\b(?:treat\w*|manag\w*|help\w*|cure\w*|best|prevent\w*"
    r"|work\w*|safe)\b",
    _I,
)
"""`what is the best treatment for gallstones`: of something else, and not of somebody who has that too."""
_FEW: Final = 3
"""Content words of a detail that is added: `penicillin allergy?`."""


def turned(typed: str, last: Question, read: Callable[[str], Question]) -> FollowUp | None:
    """A new question, where it says so or tells of somebody else's trouble; what leans on the last answer is none."""
    found, away = _SWITCH.match(typed), _AWAY.search(typed)
    if found or away:
        rest = typed[found.end() if found else 0 : away.start() if away else len(typed)]
        own = read(rest)
        if not own.concepts or _leans(rest, own):
            return None
        return FollowUp(typed, FollowUpKind.NEW, rest, "it says that it is about something else")
    if (thanked := _thanked(typed, last, read)) is not None:
        return thanked
    who = _SOMEBODY.match(typed)
    known = who is not None and re.search(rf"\b{who['who']}\b", f"{last.typed} {last.read}", _I)
    if who is None or known or not _ASKS.search(typed[who.end() :]):
        return None
    own = read(typed)
    if _leans(typed, own) or not {c.label for c in (*treatments(own), *illnesses(own))} - labels(last):
        return None
    return FollowUp(typed, FollowUpKind.NEW, typed, "it is about another person and another trouble")


_DONE: Final = expression(r"^\W*(?:ok(?:ay)?\W+)?(?:thx|thanks|thank you|ta|cheers)\b[^\w]{1,4}(?=\w)", _I)
_GIVES: Final = expression(r"\b(?:what|how|which)\b[^?]{0,30}\b(?:give|do|take|use|treat\w*|helps?|dose)\b", _I)


def _thanked(typed: str, last: Question, read: Callable[[str], Question]) -> FollowUp | None:
    """`thx. bee sting, what do I give`: thanks close the matter, and what follows is whole, of nobody spoken of."""
    rest = _DONE.sub("", typed)
    if rest == typed or not _GIVES.search(rest) or _SOMEONE.search(rest):
        return None
    if cues.CONTINUES.search(rest) or cues.LEANING.search(rest) or cues.ELSE.search(rest):
        return None
    own = read(rest)
    named = {c.label for c in (*treatments(own), *illnesses(own))}
    if _leans(rest, own) or not illnesses(own) or named & labels(last):
        return None
    return FollowUp(typed, FollowUpKind.NEW, rest, "the last matter was closed with thanks")


def _leans(text: str, own: Question) -> bool:
    """Whether a small word stands for something that the text itself does not name before it."""
    found = _IT.search(text)
    if found is None:
        return False
    named = [*treatments(own), *(illnesses(own) if found["ill"] else ())]
    before = text[: found.start()].lower()
    return not any(words.stem(word) in before for c in named for word in words.content(c.text)[:1])


_INSTEAD: Final = expression(r"\b(?:instead(?! of)|anything (?:else|different))\b", _I)
"""Words that ask for something in the place of what was spoken of."""


def alone(typed: str, text: str, own: Question, last: Question) -> FollowUp | None:
    """A new question, where it needs nothing of what was said."""
    if (
        cues.OF_STUDY.search(text)
        or cues.CONTINUES.search(text)
        or cues.LEANS.search(text)
        or cues.ELSE.search(text)
        or _INSTEAD.search(text)
    ):
        return None
    drugs, ill = treatments(own), illnesses(own)
    if own.patient.allergies and len(words.content(text)) <= _FEW:
        return None
    new = any(c.label not in labels(last) for c in ill)
    whole = own.intent in _OF_ILLNESS or (_WHOLE.search(text) is not None and not own.patient.allergies)
    if not ((drugs and ill) or (new and _FOR_ILL.search(text)) or (new and not drugs and whole)):
        return None
    return FollowUp(typed, FollowUpKind.NEW, bare(typed), "it names a treatment and a problem of its own")


_ASKED: Final = expression(
    r"^\W*(?:please |hi |hello |ok(?:ay)? )*(?:what(?! (?:if|about|of)\b)|how(?! about\b)|is|are|can|could|may|must"
    r"|should|shall|will|would|does|do|did|why|where|when|which|who)\b",
    _I,
)
"""The opening of a whole question."""
_SOMEONE: Final = expression(
    r"\b(?:he|she|him|her|his|the (?:patient|child|baby|wom[ae]n|m[ae]n|same)|my \w+|instead|other|another)\b", _I
)
"""Words that stand for somebody who was spoken of."""
_HANDLED: Final = expression(
    r"\b(?:stor(?:e|ed|age|ing)|ke(?:pt|ep)|fridge|refrigerat\w*|crush\w*|chew\w*|dissolv\w*|split|dispos\w*"
    r"|throw away|travel\w*|shelf life|go(?:es)? off|expir\w*|freez\w*|frozen|inject(?:ed)?|miss(?:ed)?"
    r"|forg[eo]t\w*)\b",
    _I,
)
"""What is asked of a medicine whatever it is taken for and whoever takes it."""
_BY_ITSELF: Final = (Intent.HARM, Intent.MECHANISM)
_RATED: Final = expression(
    r"\b(?:as (?:good|effective|safe|strong)|\w{3,9}er than|better|safer|faster|quicker|stronger|gentler|cheaper|more"
    r" \w+)\b",
    _I,
)


def complete(typed: str, text: str, own: Question, last: Question) -> FollowUp | None:
    """`can ibuprofen be taken when breastfeeding?`: a whole question on a medicine not spoken of, which tells whom it
    is about or asks what needs no illness. Nothing of the last question fits it, and its own people must stay."""
    drugs = [c for c in treatments(own) if c.semantic == "drug"]
    if not drugs or {c.label for c in drugs} & labels(last) or not _ASKED.match(text) or _SOMEONE.search(text):
        return None
    if cues.OF_STUDY.search(text) or cues.CONTINUES.search(text) or cues.LEANS.search(text) or cues.ELSE.search(text):
        return None
    if cues.COMPARES.search(text) or _RATED.search(text):
        return None
    if not (tells_whom(own) or own.intent in _BY_ITSELF or _HANDLED.search(text)):
        return None
    return FollowUp(typed, FollowUpKind.NEW, bare(typed), "it is a whole question on a medicine of its own")
