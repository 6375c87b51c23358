"""What a sentence advises: for or against what, before what, for everybody or only for some.

The parts of advice, read alike of every sentence of a text, so that two of them can be set against each other.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from probatum import vocabulary
from probatum.assess.audit import amounts, keys, leads, standing
from probatum.text.expressions import expression

_WHETHER: Final = expression(r"\bwhether or not\b|\bnot only\b|\bif not\b|\bwhy not\b", re.IGNORECASE)
_ALL: Final = expression(
    r"\b(?:every(?:body|one)?|all|any(?:body|one)?|each|routine(?:ly)?|always|whoever|universal\w*)\b", re.IGNORECASE
)
_ONLY: Final = expression(
    r"\b(?:adults|children|women|men|patients|people|those) only\b|\bonly (?:in|within|after|when|if|once|for|as|at"
    r"|by)\b|\breserve\w*|\boutside (?:of )?(?:a )?(?:research"
    r"|trial|stud)"
    r"|\bas a last resort\b|\bnot until\b|\bselected\b",
    re.IGNORECASE,
)
_RATHER: Final = expression(
    r"\b(?:rather than|in preference to|(?<=preferred )to|(?<=preferable )to|instead of|ahead of"
    r"|in place of|(?<=\w )over(?! (?:the age|[0-9]))|before"
    r"|(?<=, )not(?= (?:an?|the|on)\b)|(?<=\w )than)\b",
    re.IGNORECASE,
)
"""What stands between what is preferred and what is not."""
_TURNED: Final = expression(
    r"\b(?:abandon|replace|swap|switch (?:from)?|exchange|give up|drop|leave|move (?:on )?from)\w*\b"
    r"(?P<left>[^.;]{3,90}?)\b(?:in favou?r of|by|with|for|to)\b(?P<right>[^.;]{3,90})",
    re.IGNORECASE,
)
_WITHOUT: Final = expression(
    r"\bwithout (?:any |an? |the )?(?:\w{3,12} of )?(?P<what>[\w-]{4,30})"
    r"|,\s(?:and |but )?not (?P<not>[\w-]{4,30})(?=\s?[,.;]|\s(?:while|until|when|if|for|in|as)\b|\s?\Z)"
    r"|\b(?:leave|leaving) (?:out (?P<left>[\w-]{4,30}(?: [\w-]{4,30})?)"
    r"|(?P<out>(?:[\w-]{2,30} ){1,3})(?:out|aside)\b)",
    re.IGNORECASE,
)
"""What is set aside beside what is advised: `without any X`, `leave X out`."""
_ALONE: Final = expression(
    r"\b(?:alone|by itself|on its own|nothing (?:else|more)|one of the two|(?:not|never|don't) (?:to )?combin\w+"
    r"|not both|separately|singly)\b",
    re.IGNORECASE,
)
_JOINED: Final = expression(
    r"\b(?:along with|together(?: with)?|in addition to|on top of|combin(?:ed?|ing)|added to|side by side"
    r"|at the same time|simultaneously)\b",
    re.IGNORECASE,
)
_LEAD: Final = expression(r"\A\W*(?:if|when|in|for|after|unless|on|at|with)\b[^,]{3,120},\s*", re.IGNORECASE)
_SCOPE: Final = expression(r"\b(?:in|for|among|when|if|after|until|unless|while|during|as|because|since)\b", re.I)
_WAITING: Final = expression(r"\b(?:until|after|once|if|when|unless|in whom|who|whose|not respond\w*)\b", re.IGNORECASE)
_FIRST: Final = expression(
    r"\b(?:before|first|initially|instead of|ahead of|straight away|at once|(?:begin|start|open|lead) with)\b",
    re.IGNORECASE,
)
_LATER: Final = expression(
    r"\buntil [^.;]{2,60}\bfail|\b(?:kept|reserved?|saved?|left|keep|held) for [^.;]{2,80}"
    r"\b(?:fail|refractory|unresponsive|not (?:respond|improv|toler))"
    r"|\b(?:only (?:after|when|if|once)|after|once|not until|as a last resort|second[- ]line|last)\b",
    re.IGNORECASE,
)
EMPTY: Final = keys.table(
    "offer start begin use give add prefer preferred recommend first should must consider choose choice take prescribe "
    "step next patient our we be is anybody everybody everyone every anyone treatment drug whether wish avoid never "
    "combine combined line option straight goes fail failing alone when unless if present therefore remain remains "
    "view nobody put routine routinely matter chosen kept keep tried preference favour favor abandon would ought still "
    "hold held back work "
    "belong belongs leave left "
    "something thing sort worth reason case point need default sensible reasonable good wrong right poor wise mainstay "
    "lean incline side toward towards suggestion recommendation inclination ever "
    "ask suggest advise advised advice stop only within outside discuss need needed clinic somebody disease illness "
    "condition setting situation here such business thing care altogether merely simply little much"
)


class Advice(NamedTuple):
    """The parts of one sentence's advice."""

    way: str
    """for or against."""
    subject: frozenset[str]
    """Keys of all it is about."""
    liked: frozenset[str]
    """Keys of what is put above something else; empty where nothing is."""
    spurned: frozenset[str]
    """Keys of what that is put above, or of what is to be left out."""
    everybody: bool
    restricted: bool
    first: bool
    later: bool
    alone: bool
    joined: bool
    postponed: frozenset[str]
    """Keys of what comes later, without what it waits for."""
    partly: bool = False
    """True where it denies only that it is for everybody: `not routinely`."""
    amounts: tuple[amounts.Amount, ...] = ()
    """How much and for how long."""
    contrasted: frozenset[str] = frozenset()
    """Words of it that set its people or times against others: high, mild, women."""
    matter: frozenset[str] = frozenset()
    """Keys of what it says beside the words of its stand: what of, for whom, when and how."""
    whom: frozenset[str] = frozenset()
    """Keys of the illnesses and people it names."""
    ranked: bool = False
    """True where it speaks of a first or only choice."""


@lru_cache(maxsize=4096)
def read(text: str, *, cites: bool = True) -> Advice | None:
    """The advice of a sentence; None where it gives none. What cites nothing is read for a stand taken, too."""
    bare = _WHETHER.sub(" ", leads.behind(text))
    if not standing.takes(bare, cites=cites):
        return None
    way = standing.way(bare)
    if not way:
        return None
    liked, spurned = _preferred(bare)
    if way == "against" and liked and not _TURNED.search(bare):
        liked, spurned = spurned, liked  # `A should not be chosen before B`
    for found in _WITHOUT.finditer(bare):
        spurned |= keys.of(found["what"] or found["not"] or found["left"] or found["out"]) - EMPTY
    only = _ONLY.search(bare) is not None
    first, later = _FIRST.search(bare) is not None, _LATER.search(bare) is not None
    about = keys.of(bare) - keys.GENERIC - EMPTY
    everybody = not only and _ALL.search(bare) is not None
    waiting = _postponed(bare) if later else frozenset()
    alone, joined = _ALONE.search(bare) is not None, _JOINED.search(_ALONE.sub(" ", bare)) is not None
    return Advice(
        way,
        about,
        liked,
        spurned - liked,
        everybody,
        only,
        first and not later,
        later,
        alone,
        joined,
        waiting,
        _PARTLY.search(bare) is not None,
        amounts.read(bare),
        frozenset(_APART.findall(bare.lower())),
        _matter(bare),
        _whom(bare),
        _RANKED.search(bare) is not None,
    )


def _matter(bare: str) -> frozenset[str]:
    return keys.of(standing.matter(bare)) - keys.GENERIC - EMPTY | {m.group().lower() for m in _MANNER.finditer(bare)}


def _whom(bare: str) -> frozenset[str]:
    """Keys of illnesses and complaints, and of kinds of people."""
    told = [
        bare[m.start : m.end] for m in vocabulary.current().find(bare) if m.term.semantic in ("condition", "symptom")
    ]
    return (keys.of(" ".join(told)) | keys.of(bare) & _KINDS) - keys.GENERIC - EMPTY


_KINDS: Final = keys.table(
    "child children infant newborn toddler adolescent pregnant pregnancy breastfeeding woman man girl boy elderly "
    "older "
    "smoker athlete outpatient inpatient"
)
_MANNER: Final = expression(
    r"\b(?!only|early|really|surely|clearly|merely|simply|therefore|perfectly|fully|mostly)[a-z]{3,12}ly\b",
    re.IGNORECASE,
)
_RANKED: Final = expression(
    r"\b(?:first(?:[- ]line)?(?= (?:choice|drug|step|option|treatment|thing|move|measure|remedy|medicine)|[,.;]|\Z"
    r"| (?:in|for|with|when|to|before|after|where)\b)|straight away|at once|of choice|last|on its own|alone)\b",
    re.IGNORECASE,
)


_CONTRARY: Final = tuple(
    frozenset(pair.split())
    for pair in (
        "high low", "low normal", "high normal", "mild severe", "simple severe", "simple complicated", "men women",
        "adults children", "adult child", "boys girls",
        "acute chronic", "young old", "younger older", "early late", "day night", "morning evening",
        "oral intravenous", "primary secondary", "small large", "new established",
    )
)  # fmt: skip
"""Words under which opposite advice contradicts nothing."""
_APART: Final = expression(rf"\b(?:{'|'.join(sorted(w for pair in _CONTRARY for w in pair))})\b")
_PARTLY: Final = expression(
    r"\b(?:not|never|no|don't|nor|without|against)\s(?:[\w-]+\s){0,5}?(?:routine(?:ly)?|always|automatically|everyone"
    r"|everybody|(?:to|for|in) (?:all|every)|lightly|long[- ]term)\b|\bnot (?:every|all)\b",
    re.IGNORECASE,
)


def _postponed(bare: str) -> frozenset[str]:
    """Keys of what comes later: what stands before its condition, else behind it."""
    ahead = keys.of(_WAITING.split(bare)[0]) - keys.GENERIC - EMPTY
    return ahead or keys.of(bare.rpartition(",")[2]) - keys.GENERIC - EMPTY


def _preferred(bare: str) -> tuple[frozenset[str], frozenset[str]]:
    """What is preferred, and to what."""
    turned = _TURNED.search(bare)
    if turned is not None:
        return _named(turned["right"]), _named(turned["left"])
    found = _RATHER.search(_LEAD.sub("", bare))
    if found is None:
        return frozenset(), frozenset()
    told = _LEAD.sub("", bare)
    ahead, behind = told[: found.start()], told[found.end() :]
    return _named(_SCOPE.split(ahead)[-1] if ahead[:4].lower() in ("for ", "in a") else ahead), _named(
        _SCOPE.split(behind)[0]
    )


def _named(text: str) -> frozenset[str]:
    return keys.of(text) - EMPTY - (keys.GENERIC - _COUNTED)


_COUNTED: Final = keys.table("one two three four double dual triple single")


def opposed(one: Advice, other: Advice, treatments: frozenset[str], topic: frozenset[str] = frozenset()) -> bool:
    """True when two sentences cannot both be followed. `topic`: keys of what the whole text is about."""
    if any(
        pair & one.contrasted and pair & other.contrasted and not pair & one.contrasted & other.contrasted
        for pair in _CONTRARY
    ):
        only = one.restricted or other.restricted
        return only and one.way == other.way == "for" and bool(one.subject & other.subject & treatments)
    if one.liked and other.liked:
        crossed, straight = _shared(one.liked, other.spurned), _shared(one.liked, other.liked)
        back = _shared(one.spurned, other.liked)
        if (crossed and not straight) or (back and crossed):
            return True
    named = one.subject & other.subject & treatments
    alike = same(one.subject, other.subject)
    if one.way != other.way:
        against, favours = (one, other) if one.way == "against" else (other, one)
        if against.partly and not favours.everybody:
            return False
        if against.ranked and not favours.ranked and not favours.everybody:
            return False
        return bool(alike or named) and _within(against, favours, treatments, topic)
    if (alike or named) and one.way == "for" and amounts.apart(one.amounts, other.amounts):
        return True
    for mine, theirs in ((one, other), (other, one)):
        if named and mine.everybody and theirs.restricted:
            return True
        wanted = (theirs.liked or theirs.subject) - theirs.spurned
        if mine.way == "for" and mine.spurned & wanted and (alike or mine.spurned & wanted & treatments):
            return True
        if (alike or len(named) > 1) and mine.alone and theirs.joined:
            return True
        put_off = mine.postponed & (theirs.liked or theirs.subject) if mine.later and theirs.first else frozenset()
        if put_off and (alike or put_off & treatments):
            return True
    return False


def _within(against: Advice, favours: Advice, treatments: frozenset[str], topic: frozenset[str]) -> bool:
    """True where most of what the advice against is about besides the treatment is the other's matter, or the text's:
    `never in pregnancy` takes an exception to what is advised for all, and contradicts nothing."""
    known = favours.subject | favours.matter | topic
    others = [w for w in against.whom - known if not any(k[:_ROOT] == w[:_ROOT] for k in known)]
    if others and not favours.everybody:
        return False
    rest = against.matter - (treatments & favours.subject)
    if favours.everybody and len(rest) <= 1 and len(against.subject & favours.subject) > 1:
        return True  # what is for every one of them is for each
    return not rest or 2 * len(rest & known) > len(rest) - (len(against.subject & favours.subject) > 1)


_ROOT: Final = 6
"""Letters by which `depression` and `depressive` are one."""
SHARED: Final = 0.6
_LONG: Final = 5


def _shared(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one and other) and 2 * len(one & other) >= min(len(one), len(other)) and bool(one & other)


def same(own: frozenset[str], other: frozenset[str]) -> bool:
    """True for two subjects that are one."""
    both = own & other
    return bool(own and other) and (
        (len(both) >= 2 and len(both) >= SHARED * min(len(own), len(other)))
        or (len(both) == 1 and min(len(own), len(other)) == 1 and len(max(both)) > _LONG)
    )
