"""The two sides of a comparison as words name them: `in A than in B`, `between A and B`, `A ... compared with B`.

Sides need not look like groups of people: a drug, a device, a habit may be one. Who uses a side must hold it to
something else: a group's name, or figures that go the way the words say.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from probatum.appraise.findings import groups, outcome
from probatum.appraise.findings.arms import PEOPLE
from probatum.appraise.findings.groups import Named
from probatum.appraise.findings.sentence import Sentence
from probatum.appraise.findings.values import Place
from probatum.text.expressions import expression

_PREP: Final = r"(?:in|with|for|among|on|after|by|of|under|following|within|receiving|given|using|from|undergoing|at)"
_THAN: Final = (
    r"(?:than|(?:when\s|as\s)?compared (?:with|to)|in comparison (?:with|to|of)|versus|vs\.?|relative to|over|"
    r"(?<!vaccinated\s)(?<!immunized\s)(?<!protection\s)(?<!immunity\s)against|"
    r"rather than|as opposed to)"
)
_THOSE: Final = (
    rf"(?:(?:that|those|the|an?|{PEOPLE})\s(?={_PREP}\s|who\s|treated|assigned|randomi|allocated)|{_PREP}\s|the\s|"
    rf"an?\s){{0,4}}"
)
_SIDE: Final = r"[^ⒷⓋⓅⒸⓂⓇ;:,.()]{2,70}?"
_END: Final = (
    r"(?=\s?[,;:.(\[Ⓑⓠ]|\s?$|\s(?:at|after|during|within|over|and|but|when|while|who|was|were|had|did|in \w+ing|"
    r"in patients|in terms|with respect|with regard|for the|in the|regarding|throughout|postoperatively|respectively|"
    r"on)\b|"
    r"(?:(?<=\bgroup)|(?<=\barm))\s(?:for|in)\b|\sⓉ+(?!Ⓣ|\s(?:groups?|arms?)\b))"
)
_BETWEEN: Final = expression(
    rf"\bbetween\s(?:the\s)?(?P<a>{_SIDE})\s(?:and|versus|vs\.?)\s(?:the\s|in\s|those\s(?=with|in)){{0,4}}(?P<b>{_SIDE}){_END}",
    re.IGNORECASE,
)
_ACROSS: Final = expression(
    rf"(?<![\w-]){_PREP}\s(?:both\s)?(?:the\s|an?\s|those\s)*(?P<a>(?:(?!\b(?:than|had|was|were|compared|in|with|for|"
    rf"among)\b)[^ⒷⓋⓅⒸⓂⓇ;:,()]){{2,70}}?)(?:\sⓠ+)?,?\s(?:Ⓑ+,?\s)?{_THAN}\s{_THOSE}(?P<b>{_SIDE}){_END}",
    re.IGNORECASE,
)
_AGAINST: Final = expression(rf"(?<![\w-]){_THAN}\s{_THOSE}(?P<b>{_SIDE}){_END}", re.IGNORECASE)
_OPENS: Final = expression(
    rf"^\s*(?:(?:when|as)\s)?(?:compared (?:with|to)|relative to|in comparison (?:with|to)|versus)\s{_THOSE}"
    rf"(?P<b>[^ⒷⓋⓅⒸⓂⓇ;:,()]{{2,90}}?)(?:\sⓠ+)?,\s",
    re.IGNORECASE,
)
_IN: Final = expression(
    rf"(?<![\w-])(?:in|with|for|among|on|after)\s(?P<a>(?:(?!\b(?:in|with|for|among|on|after|than|was|were|had)\b)"
    rf"[^ⒷⓋⓅⒸⓂⓇ;:,()]){{2,60}}?){_END}",
    re.IGNORECASE,
)
_WITHOUT: Final = expression(r"(?:those|the one)?\s?(?:with|receiving|taking|using)", re.IGNORECASE)
_PLURAL: Final = expression(r"\s(?:groups|arms|cohorts|recipients)$", re.IGNORECASE)


_TWO: Final = expression(
    r"(?:^|\s)(?:the\s)?(?P<a>(?:(?!(?:and|the|that|of|in|for|between)\b)[\w+/-]+\s){1,4})(?:and|versus|vs\.?)\s(?:the\s)?"
    r"(?P<b>(?:(?!(?:and|the)\b)[\w+/-]+\s){1,4}(?:groups|arms|cohorts))\s",
    re.IGNORECASE,
)
"""`The A and B groups`, as the subject of what does not differ."""


class Sides(NamedTuple):
    """Who is compared, in the order in which figures are printed; None where the words do not say."""

    first: Named | None
    second: Named | None


NOBODY: Final = Sides(None, None)


def between(sentence: Sentence, signs: str, start: int, stop: int) -> Sides:
    """`between A and B`, `in A than in B`: both sides in one stretch."""
    for pattern in (_BETWEEN, _ACROSS):
        found = list(pattern.finditer(signs, start, stop))
        for match in reversed(found):
            made = _pair(sentence, signs, match.span("a"), match.span("b"))
            if made is not None:
                return made
    return NOBODY


def both(sentence: Sentence, signs: str, start: int, stop: int) -> Sides:
    """`The A and B groups did not differ`: both sides in the subject."""
    match = _TWO.search(signs, start, stop)
    made = _pair(sentence, signs, (match.start("a"), match.end("a") - 1), match.span("b")) if match else None
    return made or NOBODY


def against(sentence: Sentence, signs: str, start: int, stop: int) -> Named | None:
    """`... than B`, `... compared with B`: the second side alone."""
    for match in _AGAINST.finditer(signs, start, stop):
        if (made := _side(sentence, match.span("b"))) is not None:
            return made
    return None


def opening(sentence: Sentence, signs: str, start: int, stop: int) -> Named | None:
    """`Compared with B, ...`: the second side opens the clause."""
    match = _OPENS.match(signs[start:stop])
    return None if match is None else _side(sentence, (start + match.start("b"), start + match.end("b")))


def within(sentence: Sentence, signs: str, start: int, stop: int) -> Named | None:
    """`higher in A`: the last group that a preposition leads to; it must look like one of two groups."""
    for match in reversed(list(_IN.finditer(signs, start, stop))):
        if _HELD.search(signs, start, match.start()):
            continue  # `lower than with B`: B is what something else is held to
        lead = re.match(r"(?:the|an?|both|those|all)\s", signs[slice(*match.span("a"))], re.IGNORECASE)
        place = (match.start("a") + (lead.end() if lead else 0), match.end("a"))
        if _BARE.fullmatch(sentence.text[slice(*place)]) and re.match(r"\s(?:who|with|that|aged)\b", signs[place[1] :]):
            return None
        if _ONE_OF_TWO.search(sentence.text[slice(*place)]) and not re.match(
            r"both|all", lead[0] if lead else "", re.I
        ):
            return _side(sentence, place)
    return None


_HELD: Final = expression(rf"\b{_THAN}\s(?:(?:that|those|the)\s)?$", re.IGNORECASE)
_LEADS: Final = expression(
    r"\s*(?:with|on|under|using|after)\s(?:the\s|an?\s)?(?P<a>(?:(?!(?:follow|median|mean|respect|regard|adjust)\w*)"
    r"[\w/+-]++\s?){1,5}),\s",
    re.IGNORECASE,
)


def leading(sentence: Sentence, signs: str, start: int, stop: int) -> Sides:
    """`With A, X was lower than with B`: the first side opens the clause, the second stands behind the comparison."""
    lead = _LEADS.match(signs, start, stop)
    two = against(sentence, signs, stop, len(signs)) if lead else None
    one = _side(sentence, lead.span("a")) if lead and two else None
    return Sides(one, two) if one is not None and two is not None and not same(one, two) else NOBODY


_DOOR: Final = expression(
    r"\s(?:in|among|for|with|after|on)\s(?:the\s|those\s(?=with|who)|an?\s)?(?P<a>(?:(?!\b(?:in|than|was|were|had|but|"
    r"and|or|both|all|either|each|any|most|the)\b)[^ⒷⓋⓅⒸⓂⓇⓉ;:,()]){3,60}?)\s?",
    re.IGNORECASE,
)


def door(sentence: Sentence, signs: str, start: int, stop: int) -> Named | None:
    """`X was lower in A Ⓑ`: the one side that stands at the door of the figures, whatever it looks like.

    Only for two figures that go the way the words say: then the first is of whom the words speak.
    """
    match = _DOOR.fullmatch(signs, start, stop)
    return None if match is None or _MOMENT.search(match["a"]) else _side(sentence, match.span("a"))


_MOMENT: Final = expression(
    r"\b(?:time|times|periods?|follow-?up|weeks?|months?|years?|days?|hours?|phases?|sessions?|visits?|baseline|"
    r"admission|discharge|(?:treatment|intervention|surgery|therapy)|analys[ei]s|models?|stud(?:y|ies)|trials?|"
    r"general|total|average|number|terms|frequency|prevalence|incidence|severity|duration)$|^\w+ly\b",
    re.IGNORECASE,
)
"""When something was, or in what respect: not whose it was."""
_BARE: Final = expression(r"women|men|(?:fe)?males|boys|girls|smokers|non-?smokers", re.IGNORECASE)
_ONE_OF_TWO: Final = expression(
    r"^(?:group|arm)\s\w{1,3}$|\b(?:groups?|arms?|cohorts?|recipients|users|controls|placebo|responders|survivors|-treated)$|"
    rf"^(?:women|men|(?:fe)?males|boys|girls|smokers|non-?smokers)$|^(?:{PEOPLE}|those)\s(?:with|who|receiving|given|treated|assigned|taking|on)\s|\w-treated\s",
    re.IGNORECASE,
)


def _pair(sentence: Sentence, signs: str, one: Place, two: Place) -> Sides | None:
    """Both sides; a plural behind the second belongs to both: `between early and late feeding groups`."""
    if _WITHOUT.fullmatch(sentence.text[slice(*one)]) and (
        without := re.match(r"without\s", sentence.text[slice(*two)])
    ):
        rest = sentence.text[two[0] + without.end() : two[1]]
        return Sides(
            Named(two[0] + without.end(), two[1], f"with {rest}"), Named(two[0], two[1], sentence.text[slice(*two)])
        )
    shared = re.search(r"\swith$", sentence.text[slice(*one)])
    if shared and (without := re.match(r"without\s", sentence.text[slice(*two)])):
        head, rest = sentence.text[one[0] : one[1] - 5].strip(), sentence.text[two[0] + without.end() : two[1]]
        return Sides(Named(one[0], one[1], f"{head} with {rest}"), Named(two[0], two[1], f"{head} without {rest}"))
    plural = _PLURAL.search(signs[slice(*two)])
    if plural is not None:
        two = (two[0], two[0] + plural.start())
    first, second = _side(sentence, one), _side(sentence, two)
    if first is None or second is None or same(first, second):
        return None
    if plural is not None:
        noun = " " + plural[0].strip().rstrip("s").lower()
        first, second = (
            g if g.name.lower().endswith(noun) else g._replace(name=g.name + noun) for g in (first, second)
        )
    return Sides(first, second)


_DEFINED: Final = expression(
    rf"(?:{PEOPLE}|those|the ones)\s(?:who|that)\s(?:had|have|underwent|received|used|took|got|were\s(?:given|"
    r"treated with|assigned to|allocated to|randomi[sz]ed to))\s(?:an?\s|the\s)?(?=\S)",
    re.IGNORECASE,
)
"""`those who had X`: X tells them apart."""


def _side(sentence: Sentence, place: Place) -> Named | None:
    lead = re.match(r"(?:(?:the|an?|those|both)\s)+", sentence.text[slice(*place)], re.IGNORECASE)
    defined = _DEFINED.match(sentence.text[slice(*place)])
    lead = defined or lead
    place = (place[0] + (lead.end() if lead else 0), place[1])
    if _NO_SIDE.match(sentence.text[slice(*place)]) or outcome.has_verb(sentence.masked[slice(*place)]):
        return None
    return groups.made(sentence, place)


_NO_SIDE: Final = expression(
    r"(?:baseline|before|after|pre|post|expected|usual|normal|average|reference|previous|other|others|any|every|each|"
    r"either|all|most|zero|\d|(?:the\s)?(?:two|three|both|study|treatment|four)\s(?:\w+\s)?(?:groups|arms|"
    r"treatments|cohorts)|(?:groups?|arms?)(?!\s\w{1,3}(?:$|\s))|time|years?|months?|weeks?|days?|admission|discharge|it|that|this|those|which|whom|"
    r"least|half|one|two|ever|never|counterparts|their|peers|pre-?\w+|post-?\w+|(?!early|elderly)\w+ly)\b(?!-)(?!\s(?:care|treatment|therapy|weight|glucose|users))",
    re.IGNORECASE,
)
"""What can stand behind `than` or `between` and is no side of a comparison."""


_THOSE_WITH: Final = expression(r"(?:those|people|patients)\s(?=(?:with|without|who)\s)", re.IGNORECASE)


def of_place(sentence: Sentence, place: Place) -> Named | None:
    """The side that stands at a place; people with something are called people."""
    text = sentence.text[slice(*place)]
    those = _THOSE_WITH.match(text)
    if those is None:
        return _side(sentence, place)
    if outcome.has_verb(sentence.masked[slice(*place)]) and " who " not in text:
        return None
    return Named(*place, f"people {text[those.end() :]}")


def same(one: Named, two: Named) -> bool:
    """Two names of one group."""
    keys = {re.sub(r"\s(?:groups?|arms?|patients|subjects|participants)$", "", g.name.lower()) for g in (one, two)}
    return len(keys) == 1
