"""Is a result promised to people whom the source did not study?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from probatum.assess.audit import keys, parts, sufferers
from probatum.assess.audit.case import FILLER, NEGATED, Cited
from probatum.assess.audit.checks.applicability import LOOSE as _LOOSE
from probatum.assess.audit.checks.applicability import elsewhere, illnesses, strange
from probatum.assess.audit.opinion import Opinion, probe
from probatum.assess.audit.repeating import verbatim
from probatum.assess.audit.source import Source
from probatum.model import Fault, SectionRole
from probatum.text.expressions import expression

_WHOM: Final = (
    r"(?:patients?|people|persons?|adults?|children|wom[ae]n|m[ae]n|girls|boys|infants?|adolescents?|those|anybody"
    r"|anyone"
    r"|somebody|someone|individuals|users|smokers|mothers|athletes)"
)
_LEADING: Final = expression(
    rf"\A\W*(?:in|for|among|with)\s(?P<led>[^,.;]{{0,40}}?\b{_WHOM}\b[^,.;]{{3,80}}),", re.IGNORECASE
)
"""`In women with polycystic ovaries, ...`: those of whom the sentence is told."""
_PROMISED: Final = expression(
    rf"\A\W*(?P<who>[^,.;]{{0,50}}?\b{_WHOM}\b[^,.;]{{0,80}}?)\s(?:can|may|will|should|could)\s(?:\w+ly\s|also\s"
    r"|likewise\s|equally\s|thus\s|therefore\s|well\s){0,2}(?:expect|count|hope|look|rely|gain|benefit|profit"
    r"|do as well|respond|enjoy|see)\b",
    re.IGNORECASE,
)
"""`Obese people without diabetes can expect the same`: a result that is promised to somebody."""
_LED: Final = expression(
    r"\A\W*(?:in|for|during|after|with|among|against)\s(?P<led>[^,.;]{4,90}),\s(?!p\s?[=<])", re.IGNORECASE
)
"""`In acute gastroenteritis, ...`: what a sentence is told of, though it names nobody."""
_OF_THOSE: Final = expression(
    rf"\b{_WHOM}\s(?:with|who (?:have|had)|having|living with|suffering from|recovering from|who have just had|after)\s"
    r"(?P<ill>[^,.;()]{3,60})",
    re.IGNORECASE,
)
"""`... of patients with multiple sclerosis`, wherever it stands."""
_ILL_ONES: Final = expression(rf"\b(?P<adjective>[a-z]{{4,20}}(?:-[a-z]{{3,12}})?)\s{_WHOM}\b", re.IGNORECASE)
"""`depressed adults`: an illness told as what somebody is like."""
_GROWN: Final = keys.table("adult elderly")
_YOUNG: Final = keys.table("child children infant toddler pediatric adolescent pupil student school teenager newborn")
_WELL: Final = expression(r"\A\W*(?P<well>(?:in |for )?healthy (?:\w+ )?" + _WHOM + r")\b", re.IGNORECASE)
_ADVISED: Final = expression(
    r"\A\W*(?:add|give|offer|use|choose|prescribe|start|try|consider|take|prefer)\b[^.;]{2,80}?\b(?:for|to|in)\s"
    r"(?P<to>[^,.;]{3,80})",
    re.IGNORECASE,
)
_LACKING: Final = expression(r"\b(?:without|free of|not having|who do not have)\s(?P<what>[^,.;]{3,50})", re.IGNORECASE)
_HEALTHY: Final = expression(r"\bhealthy\b", re.IGNORECASE)
SHUT: Final = expression(
    r"\bexclu\w+|\bnot eligible|\bineligible|\b(?:were|was) not (?:included|enrolled|admitted)", re.IGNORECASE
)
SUBGROUP: Final = expression(r"\bsubgroups?\b|\b(?:of|among) (?:these|those|them)\b", re.IGNORECASE)


@probe(
    name="transfer",
    order=97,
    purpose="What is told of people, promised or advised to them, rests on a source that studied such people.",
    source="Guyatt GH, et al. GRADE guidelines 8: indirectness (2011), doi:10.1016/j.jclinepi.2011.04.014",
)
def transfer(case: Cited) -> Opinion | None:
    """Population differs where the people of whom a sentence is told have an illness that its source names nowhere
    among its own people, are healthy where it studied the sick, or lack the very illness that it studied."""
    if len(case.sources) != 1 or SUBGROUP.search(case.text):
        return None
    source = case.sources[0]
    if elsewhere(case, source):
        return strange(source)
    if verbatim(case):
        return None  # of whom it is told, the source says itself
    for whom in told_of(case):
        lacking = _LACKING.search(whom)
        has = whom[: lacking.start()] if lacking else whom
        for names in (*illnesses(has), *_adjectival(has)):
            vague = all(name <= parts.VAGUE for name in names)
            if vague or NEGATED.search(has) or any(_studied(source, name) for name in names):
                continue
            if not sufferers.akin(source, has):
                return _fault(whom)
        title = illnesses(source.record.title)
        theirs = frozenset().union(*(name for names in title for name in names))
        lacked = keys.of(lacking["what"]) - keys.GENERIC - _LOOSE if lacking else frozenset()
        if lacked and lacked <= theirs:
            return _fault(whom)
        if _contrary(has, source, theirs):
            return _fault(whom)
        if not illnesses(has) and _PROMISED.match(case.text) and _strange(has, source):
            return _fault(whom)
        if keys.of(whom) & _GROWN and keys.of(source.record.title) & _YOUNG and not source.about & _GROWN:
            return _fault(whom)
        if (kind := _KINDS.search(has)) and not _of_kind(source, kind.group().lower()):
            return _fault(whom)
        if _HEALTHY.search(has) and title and not keys.table("healthy volunteer") & source.about:
            return _fault(whom)
    return None


def told_of(case: Cited) -> Iterator[str]:
    """The phrases of a sentence that say of whom it is told, or to whom something is promised or advised."""
    yield from _told_of(case.text)
    yield from _before_treatment(case)


def _told_of(text: str) -> Iterator[str]:
    for pattern in (_LEADING, _PROMISED, _WELL, _ADVISED, _LED):
        found = pattern.match(text)
        if found is not None:
            yield found[1]
    for found in (*_OF_THOSE.finditer(text), *_ILL_ONES.finditer(text)):
        if not parts.aside(text[: found.start()]):
            yield found.group() if "adjective" in found.groupdict() else found[1]


_OPENING: Final = expression(r"\A\W*(?:in|for|among|with)\s(?P<led>[^,.;:()]{4,60}?)\s\Z", re.IGNORECASE)


def _before_treatment(case: Cited) -> Iterator[str]:
    """Those of whom a sentence is told that names its treatment right behind them: `In gout zerafine eases ...`."""
    first = min((a.start for a in case.arms), default=0)
    found = _OPENING.match(case.text[:first]) if first else None
    if found is not None and not keys.of(found["led"]) & _COMPARED:
        yield found["led"]


_COMPARED: Final = keys.table("trial study arm group compared versus contrast analysis review table patient")

_STAGES: Final = (
    ("chronic", "acute"),
    ("premenopausal", "postmenopausal"),
    ("inpatient hospitalized", "outpatient ambulatory"),
    ("secondary", "primary"),
    ("bacterial", "viral"),
    ("ischemic", "hemorrhagic"),
)


def _contrary(whom: str, source: Source, theirs: frozenset[str]) -> bool:
    """True where they have the illness of the source's title of the other sort: chronic, where it studied the acute."""
    told, title = keys.of(whom), keys.of(source.record.title)
    if not told & theirs:
        return False
    for left, right in _STAGES:
        for mine, other in ((left, right), (right, left)):
            own, across = keys.table(mine), keys.table(other)
            if told & own and title & across and not title & own and not told & across:
                return True
    return False


_ENDING: Final = expression(r"\A(?P<stem>[a-z]{4,14}?)(?:ed|etic|atic|tic|ic|ive|ous|ese|e)\Z")
_ENDINGS: Final = ("ion", "a", "ity", "y", "sy", "ia", "is", "sis", "itis", "osis", "esity", "ete", "etes", "e")


@lru_cache(maxsize=512)
def _adjectival(whom: str) -> tuple[tuple[frozenset[str], ...], ...]:
    """The illnesses that people are called by: `depressed adults`, `asthmatic children`."""
    made = []
    for found in _ILL_ONES.finditer(whom):
        word = _ENDING.match(found["adjective"].lower())
        for ending in _ENDINGS if word else ():
            named = illnesses(f"{word['stem'] if word else ''}{ending}", ("condition",))
            if named:
                made.append((*named[0], keys.of(found["adjective"])))
                break
    return tuple(made)


_KINDS: Final = expression(
    r"\b(?:pregnant|smokers?|athletes?|students?|veterans?|nursing (?:mothers|homes?)|breast-?feeding|menopausal"
    r"|premenopausal|postmenopausal|newborns?|neonates?|infants?|toddlers?)\b",
    re.IGNORECASE,
)
_NOT_OF_KIND: Final = r"(?:not|non-?|nor|never|no)[ -]?(?:\w+ )?"


@lru_cache(maxsize=512)
def _of_kind(source: Source, kind: str) -> bool:
    """True where a record tells of such people among its own, and not only that they were kept out."""
    wanted = keys.of(kind)
    kept_out = re.compile(rf"\b{_NOT_OF_KIND}{kind[:6]}", re.IGNORECASE)
    told = (u for u in source.units if u.own and u.role not in OF_OTHERS and wanted <= source.expanded(u))
    return any(not SHUT.search(u.text) and not kept_out.search(u.text) for u in told)


def _strange(whom: str, source: Source) -> bool:
    """True where a record has no word of those to whom something is promised."""
    told = keys.of(whom) - keys.GENERIC - FILLER - _ANYBODY
    return len(told) > 1 and not told & (source.keys | source.design)


_ANYBODY: Final = keys.table("somebody someone anybody anyone adult child man woman those user individual mother")


def _studied(source: Source, name: frozenset[str]) -> bool:
    """True where a record names an illness in what it tells of itself, and not only to shut it out."""
    record = source.record
    if any(name <= keys.of(told) for told in (record.title, *record.keywords, *record.mesh)):
        return True
    title = source.title.union(*(long for short, long in source.long_forms.items() if short in source.title))
    if name <= title:
        return True
    told = (u for u in source.units if u.own and u.role not in OF_OTHERS)
    return any(name <= source.expanded(u) and not SHUT.search(u.text) for u in told)


OF_OTHERS: Final = frozenset((SectionRole.BACKGROUND, SectionRole.CONCLUSIONS))
"""Where a record speaks of more people than it studied."""


def _fault(whom: str) -> Opinion:
    return Opinion(
        Fault.APPLICABILITY, f"the source did not study \u201c{whom.strip()}\u201d, and nothing is said of it"
    )
