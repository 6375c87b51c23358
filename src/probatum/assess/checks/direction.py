"""Does an effect go the way the source says?"""

from __future__ import annotations

import re
from functools import lru_cache

from probatum.assess import meaning
from probatum.assess.case import Case
from probatum.assess.meaning import Clause
from probatum.assess.registry import Answer, check
from probatum.model import Verdict
from probatum.text.expressions import expression

_OPPOSITE = {"down": "up", "up": "down", "better": "worse", "worse": "better"}
_NUMBER = r"([-+\u2212]?[0-9]+(?:\.[0-9]+)?)"
_FROM_TO = expression(
    rf"\b(?:(?P<down>fell|falls?|fallen|decreas\w+|reduc\w+|declin\w+|dropp?\w*|lower\w*)|(?P<up>rose|rises?|risen"
    rf"|increas\w+|grew|raised))\b"
    rf"[^.;()]{{0,60}}?\bfrom {_NUMBER}[^0-9.;()]{{0,20}} to {_NUMBER}",
    re.IGNORECASE,
)
_SHARE = expression(
    r"\b(?:(?P<down>fell|decreas\w+|reduced|lowered)|(?P<up>rose|increased"
    r"|raised)) to (?P<share>[0-9]{1,4}(?:\.[0-9]+)?)\s?% of (?:the |that |its )?"
    r"(?:\w+ )?(?:placebo|control|comparator|baseline)",
    re.IGNORECASE,
)
_PAIRS = (
    (expression(r"\bindicated\b", re.I), expression(r"\bcontra-?indicated\b|\bnot indicated\b", re.I)),
    (
        expression(r"\brecommended\b", re.I),
        expression(r"\b(?:not|never|n't) (?:be |been )?(?:routinely )?recommended\b|\brecommend\w* against\b", re.I),
    ),
    (expression(r"\beffective\b", re.I), expression(r"\bineffective\b|\bnot effective\b", re.I)),
    (expression(r"\bsafe\b", re.I), expression(r"\bunsafe\b|\bnot safe\b", re.I)),
    (expression(r"\binhibit\w*", re.I), expression(r"\binduc(?:e|es|ed|er|ers|ing)\b", re.I)),
    (expression(r"\b(?:stop|discontinue)\b", re.I), expression(r"\b(?:continue|keep taking)\b", re.I)),
)
"""Pairs of opposites: what is said and what would contradict it."""


@check(
    name="direction",
    purpose="Higher and lower, better and worse, indicated and contraindicated go the way the source says.",
    source="Lehman E, et al. Inferring which medical treatments work from reports of clinical trials (2019), "
    "doi:10.18653/v1/N19-1371",
)
def direction(case: Case) -> Answer:
    """Contradicted when the clause of the source that fits best says only the opposite, or `fell from 3 to 5`."""
    if not case.statement.supports or case.verbatim:
        return None
    sources = meaning.read(case.quotes)
    asked = False
    for text in case.texts:
        fault = _from_to(text) or _opposites(text, case)
        if fault:
            return Verdict.CONTRADICTED, fault
        for part in meaning.read((text,)):
            if not part.directions:
                continue
            asked = True
            fault = _against(part, sources)
            if fault:
                return Verdict.CONTRADICTED, fault
    return (Verdict.SUPPORTED, "no support says the opposite") if asked else None


_AIM = expression(r"^\W*to (?P<way>lower|reduce|raise|increase|improve|prevent) [^,;.]{3,80},", re.IGNORECASE)
"""What something is given for, before how it is given: `to lower cardiovascular risk, 10 mg once daily`."""


def _same_aim(part: Clause, sources: tuple[Clause, ...]) -> bool:
    """Whether a sentence opens with an aim and a source opens with one of that way: its figures say which it is of,
    where other words for the aim are nearer to another sentence."""
    aim = _AIM.match(part.text)
    if aim is None:
        return False
    others = (_AIM.match(source.text) for source in sources)
    return any(other is not None and other["way"].lower() == aim["way"].lower() for other in others)


def _against(part: Clause, sources: tuple[Clause, ...]) -> str:
    if _same_aim(part, sources):
        return ""
    for said in part.directions:
        other = _OPPOSITE[said]
        if other in part.directions:
            continue
        rivals = [s for s in sources if {said, other} & s.directions]
        fitting, score = meaning.best(part, rivals)
        if score == 0 or any(_says(part, s, said) for s in fitting):
            continue
        return f"the statement says {said} where the source says {other}"
    return ""


def _says(part: Clause, source: Clause, said: str) -> bool:
    if {said, _OPPOSITE[said]} <= source.directions:
        return True
    same = said in source.directions
    return same != meaning.flipped(part, source)


def _from_to(text: str) -> str:
    if " to " not in text:
        return ""
    for found in _FROM_TO.finditer(text):
        start, end = (float(n.replace("\u2212", "-")) for n in found.groups()[-2:])
        if (found["down"] and abs(end) >= abs(start)) or (found["up"] and abs(end) <= abs(start)):
            return "the words and the figures go opposite ways"
    for found in _SHARE.finditer(text):
        if (found["up"] and float(found["share"]) < 100) or (found["down"] and float(found["share"]) > 100):
            return "the words and the share of the comparator go opposite ways"
    return ""


@lru_cache(maxsize=8192)
def _sides(text: str) -> tuple[tuple[bool, bool], ...]:
    """For each pair of opposites, whether the text says the word itself and whether it says the contrary."""
    return tuple(
        (plain.search(contrary.sub(" ", text)) is not None, contrary.search(text) is not None)
        for plain, contrary in _PAIRS
    )


def _opposites(text: str, case: Case) -> str:
    sources = [_sides(s) for s in case.surroundings]
    for at, (says, denies) in enumerate(_sides(text)):
        if says == denies:
            continue
        source_says, source_denies = any(s[at][0] for s in sources), any(s[at][1] for s in sources)
        if (says and source_denies and not source_says) or (denies and source_says and not source_denies):
            return "the source says the opposite word"
    return ""
