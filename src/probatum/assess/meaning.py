"""Direction, negation and alignment of clauses: the little grammar that the checks share."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final, NamedTuple

from probatum.assess.case import clauses, stems
from probatum.text.expressions import expression
from probatum.text.normal import fold
from probatum.text.words import content, stem, stemmed

_DOWN: Final = (
    r"reduc(?:e|es|ed|ing|tions?)|decreas\w*|lower(?:s|ed|ing)?|lowest|fewer|less|fell|falls?|fallen|falling"
    r"|declin\w*|drop(?:s|ped)?"
    r"|diminish\w*|smaller|shorter|shorten\w*|attenuat\w*|halved|rarer"
)
_UP: Final = (
    r"increas\w*|higher|highest|more|greater|rose|rises?|risen|rising|elevat\w*"
    r"|longer|larger|raise[sd]?|prolong\w*|doubled|tripled"
)
_GOOD: Final = r"improv(?:e|es|ed|ing)|better|superior\w*|ameliorat\w*"
_BAD: Final = r"worsen\w*|worse|inferior\w*|deteriorat\w*"
_NOT_A_DIRECTION: Final = expression(
    r"\b(?:(?:more|less|fewer|greater|higher|lower|longer|shorter|larger|smaller) than (?:or equal to )?[0-9.]+"
    r"|(?:lower|upper) (?:limbs?|extremit\w+|respiratory|back|limits?|bounds?|quartiles?|tract|abdom\w+|gastro\w+"
    r"|urinary|airway\w*|eyelid\w*|leg\w*)"
    r"|(?:higher|lower|increas\w+|greater|larger|smaller|reduced)[- ]dos\w+|dose (?:reductions?|increases?"
    r"|escalation)|more research|more studies"
    r"|further research|more or less|no more|once more"
    r"|or (?:more|less|fewer|greater|lower|higher|longer|shorter)|(?:mildly )?reduced ejection fraction|more details?"
    r"|(?:non-?)?ST(?:[- ]segment)?[- ]elevat(?:ion|ed)|elevation (?:myocardial infarction|acute coronary syndrome)"
    r"|non-?inferior\w*|falls? prevention"
    r"|(?:number|rate|risk|incidence|frequency|history) of falls|reducing agents?|blood pressure lowering"
    r"|lipid[- ]lowering|glucose[- ]lowering)\b",
    re.IGNORECASE,
)
AXES: Final = (
    ("down", expression(rf"\b(?:{_DOWN})\b", re.IGNORECASE), "up", expression(rf"\b(?:{_UP})\b", re.IGNORECASE)),
    ("better", expression(rf"\b(?:{_GOOD})\b", re.IGNORECASE), "worse", expression(rf"\b(?:{_BAD})\b", re.IGNORECASE)),
)
_ALL_WORDS: Final = expression(rf"\b(?:{_DOWN}|{_UP}|{_GOOD}|{_BAD})\b", re.IGNORECASE)
_COMPARED: Final = expression(
    r"\b(?:than|compared (?:with|to)|versus|vs\.?|v\.?|relative to|in comparison (?:with|to))\s(.{1,80})",
    re.IGNORECASE | re.S,
)
_SAID: Final = expression(
    r"\bno (?:confidence )?(?:interval|p value|figures?|numbers?|further details?)s?(?:\s(?:is|are|was"
    r"|were))?\s?(?:reported|given|stated)?"
    r"|\b(?:not|none|never) (?:yet |otherwise )?(?:reported|given|stated|said|named|known|studied|reviewed"
    r"|assessed here|shown here)"
    r"|\bthis was only an? (?:secondary outcome|post hoc outcome|subgroup result)\b"
    r"|\bnot only\b|\bwhether or not\b|\bno longer\b|\bno later than\b|\bnot on file\b"
    r"|\((?:indirect|not quite what you asked)[^()]{0,300}\)"
    r"|\bnot significant at 0?\.[0-9]+"
    r"|,?\s?although (?:the source|its abstract|the authors)[^.;)]{0,80}",
    re.IGNORECASE,
)
"""What our own sentences say about the report and not about medicine."""
_CUE: Final = expression(
    r"\b(?P<not>not|never|neither|nor|cannot|\w+n't|fail(?:ed|s|ing)? to|unlikely to)\b"
    r"|\b(?P<no>no|without|none|lack(?:ed|s|ing)? (?:of )?|absence of|free of)\b"
    r"|\b(?P<whole>unchanged|unaffected|unaltered|similar(?:ly)?|comparable|equivalent|non-?significan\w+"
    r"|insignifican\w+|ineffective|equal(?! to (?:about )?[0-9]| (?:doses?|parts?|portions?)\b))\b",
    re.IGNORECASE,
)


_BESIDE: Final = expression(r"[0-9]%?\)? with\b")
_SIDE: Final = expression(r"(?<=[0-9%)]) (?:without|with no)\b|(?<= than) with no\b")
"""`3% with A and 1% without it` or `with no A`: beside a figure the word names the other side, it negates nothing."""


class Cue(NamedTuple):
    """A word that negates, and the stems it reaches."""

    word: str
    scope: frozenset[str]


class Clause(NamedTuple):
    """A clause with what the checks compare."""

    text: str
    stems: frozenset[str]
    """Without words of direction and of negation."""
    directions: frozenset[str]
    cues: tuple[Cue, ...]
    compared: frozenset[str]
    """Stems of what it compares with."""
    lead: bool = False
    """True for words before a colon: they name what follows and say nothing by themselves."""

    @property
    def negated(self) -> bool:
        """True when a word of it negates."""
        return bool(self.cues)


GENERIC: Final = stemmed(
    "group groups patient patients people participant participants trial study treatment treated arm arms compared "
    "comparison "
    "week weeks month months day days year years mean median rate rates percent total result results significant "
    "significantly statistically difference differences differ effect effects value values versus baseline ci "
    "interval p "
    "confidence reported found observed showed shown number higher lower double-blind randomised randomized person "
    "control "
    "same source level low high moderate certainty evidence"
)
"""Words that nearly every result sentence holds: they do not say which outcome is meant."""


@lru_cache(maxsize=8192)
def clause(text: str, lead: bool = False) -> Clause:
    """Read one clause."""
    plain = fold(text).text
    own = _SAID.sub(" ", plain)
    bare = _NOT_A_DIRECTION.sub(" ", own)
    found = frozenset(
        name for down, first, up, second in AXES for name, p in ((down, first), (up, second)) if p.search(bare)
    )
    negating = _SIDE.sub(" with ", own) if _BESIDE.search(own) else own
    cues = tuple(_cue(negating, c) for c in _CUE.finditer(negating))
    kept = stems(_CUE.sub(" ", _ALL_WORDS.sub(" ", own)))
    compared = _COMPARED.search(own)
    behind = _behind(compared[1]) if compared else frozenset()
    return Clause(text, frozenset(s for s in kept if not s[0].isdigit()), found, cues, behind, lead)


def _behind(text: str) -> frozenset[str]:
    """The first telling stems of what is compared with."""
    made = [stem(w) for w in content(text) if not w[0].isdigit()]
    return frozenset([s for s in made if s not in GENERIC or s == "control"][:2])


def read(texts: Iterable[str]) -> tuple[Clause, ...]:
    """All clauses of some texts; what is excepted from a denial is a clause of its own."""
    return tuple(clause(own, lead) for text in texts for part, lead in clauses(text) for own in _parted(part))


_EXCEPTED: Final = expression(
    r"\b(?:(?:with the (?:sole |only |single |possible )?exceptions? of|except(?:ing)?(?: for)?|apart from|aside from"
    r"|other than)\s)",
    re.IGNORECASE,
)
_DENIES: Final = expression(
    r"\b(?:no|not|nor|neither|none|similar(?:ly)?|comparable|unchanged|equal|alike|\w+n't)\b", re.IGNORECASE
)


def _parted(part: str) -> tuple[str, ...]:
    """A clause parted where it excepts something from what it denies: `no differences except for itch (p < 0.001)`
    denies nothing of itch, and the figures behind are those of itch alone."""
    found = _EXCEPTED.search(part)
    if found is None:
        return (part,)
    before, behind = part[: found.start()], part[found.end() :]
    if _DENIES.search(before):
        return before, behind
    first = _ITEM.match(behind) if not before.strip(" “\"'") else None
    return (first.group(), behind[first.end() :]) if first else (part,)


_ITEM: Final = expression(r"[^,()]{1,80}(?:\([^()]{0,160}\))?,\s")
"""What is excepted at the head of a clause: `except for itch (p < 0.001), no harm differed`."""


def _cue(text: str, found: re.Match[str]) -> Cue:
    if found["whole"]:
        return Cue(found.group(), stems(text))
    reach = 4 if found["not"] else 3
    reached = re.split(r"[,;:.()]", text[found.end() : found.end() + 120], maxsplit=1)[0]  # not beyond a stop
    ahead = re.findall(r"[^\W_]+(?:-[^\W_]+)*", reached)
    scope = [stem(w) for w in ahead if len(w) > 2][:reach]
    return Cue(found.group(), frozenset(scope))


def shared(left: Clause, right: Clause) -> int:
    """How many telling stems two clauses share."""
    return len((left.stems & right.stems) - GENERIC)


def telling(part: Clause) -> int:
    """How many telling stems a clause has."""
    return len(part.stems - GENERIC)


def best(part: Clause, among: Iterable[Clause]) -> tuple[tuple[Clause, ...], int]:
    """The clauses that share most with `part` (all of equal rank), and how many stems they share."""
    top: list[Clause] = []
    most = 0
    for other in among:
        score = shared(part, other)
        if score > most:
            top, most = [other], score
        elif score == most and score:
            top.append(other)
    return tuple(top), most


def flipped(left: Clause, right: Clause) -> bool:
    """True when the two clauses compare the other way round: `A than B` against `B than A`."""
    if not left.compared or not right.compared:
        return False
    a, b = left.compared, right.compared
    if not a or not b or a & b:
        return False
    return bool(a & (right.stems - right.compared)) and bool(b & (left.stems - left.compared))


EMPTY: Final = stemmed(
    "the was were been have has had with for and that this any other serious between among both all who people "
    "patient patients"
)
"""Stems that a negation reaches without saying anything."""
OUTCOME: Final = stemmed(
    "differ difference differences differed effect change improve reduce increase decrease affect alter benefit"
)
"""What result sentences negate: reaching one of these is reaching the result."""
