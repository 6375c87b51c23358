"""How far the passages of the sources lean with or against what a sentence says, each by how much of its matter it
holds.

Checks ask for a passage that is surely on the same matter; in a writer's own words few are. Here every clause counts by
the share of the matter it holds, so that `weighing` can weigh what none of them settles alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from math import fsum
from typing import Final, NamedTuple

from probatum.assess.audit import comparing, groups, keys, relating, steps, telling
from probatum.assess.audit.case import FILLER, JUDGING, NEGATED, Cited
from probatum.assess.audit.source import Source, Unit
from probatum.model import SectionRole
from probatum.text import sentences, statistics
from probatum.text.expressions import expression

LEAST: Final = 0.25
"""Share of the matter from which a clause counts."""
_LOOKED_AT: Final = 40
"""Units of a source that are parted into clauses."""
_WAY: Final = expression(
    rf"\b(?:(?P<less>(?:less|fewer|lesser)\s(?:often|frequent(?:ly)?|common(?:ly)?|likely|prevalent|numerous))"
    rf"|(?P<up>{comparing.UP}|heightened|amplified|augmented|boost(?:ed|s)?|enhanc(?:e[sd]?|ing)|escalated|expanded"
    r"|extend(?:ed|s)|multiplied|soared|exceed(?:ed|s|ing)?|above|accelerat(?:ed|es)|widened|accumulated|upward"
    r"|uptrend|oftener|likelier|heavier|thicker|taller|quadrupled|stronger|enlarged|spiked|jumped|advanced"
    r"|out(?:grew|lived|lasted|numbered|weighed|scored|gained))"
    rf"|(?P<down>{comparing.DOWN}|lessen(?:ed|s)?|dampened|blunted|attenuat(?:ed|es)|suppress(?:ed|es)|inhibit(?:ed|s)"
    r"|minimi[sz](?:ed|es)|depress(?:ed|es) the|plummeted|plunged|waned|tapered|contracted|weakened|fainter|below"
    r"|scarcer|lighter|thinner|downward|spar(?:ed|es)|prevent(?:ed|s|ing)?|avert(?:ed|s)|protect(?:ed|s|ive)"
    r"|receded|lagged|trailed|limited)"
    rf"|(?P<good>{comparing.GOOD}|beat|beats|surpass(?:ed|es)|outdid|outdo(?:es|ne)?|outpaced|outshone|ahead of"
    r"|benefi(?:t(?:ed|s)?|cial)|alleviat(?:ed|es)|recovered|healed|gained most|preferable|happier|more effective"
    r"|healthier|stronger effect|won)"
    rf"|(?P<bad>{comparing.BAD}|poorer|impair(?:ed|s|ment)?|exacerbat(?:ed|es)|harmed|damag(?:ed|es)|fared badly"
    r"|less effective|fell behind|lost ground|weaker effect))\b",
    re.IGNORECASE,
)
"""Words for more and less, better and worse, verbs as well as adjectives."""
_TIME: Final = {
    **dict.fromkeys(("sooner", "earlier", "faster", "quicker", "accelerated", "accelerates"), "down"),
    **dict.fromkeys(("later", "slower"), "up"),
}
_NONE: Final = expression(
    rf"{telling.NO_DIFFERENCE.pattern}|\b(?:nor did|neither|none of|fail(?:ed|s|ure) to|lack of (?:\w+ )?(?:effect"
    r"|difference|benefit|association)|in no way|not (?:reach|attain|achieve|show|detect|demonstrat|observ|alter"
    r"|improv|reduc|increas|decreas|associat|relat)\w*|indistinguishable|on (?:a )?par|n\.?s\.?(?=[\s);,.])"
    r"|(?<!twice )(?<!half )(?<!times )as (?:[a-z]+ly )?(?:rare|common|frequent|often|likely|high"
    r"|low|long|short|good|well|bad"
    r"|effective|safe|much|many|large|small)(?:ly)?\b[^.;]{0,60}?\bas|much the same|about (?:as|equally)|(?:the )?same"
    r"|indifferent|matched|parity|little (?:difference|effect|change)|without (?:\w+ )?(?:difference|effect|change)"
    r"|without (?:\w+ly )?(?:increas|rais|reduc|lower|affect|alter|chang|compromis|worsen|impair|influenc|prolong"
    r"|shorten|improv)ing"
    r"|no (?:\w+ ){0,2}(?:superiority|advantage|improvement|reduction|increase|association|relation\w*"
    r"|correlation|influence|impact|gain|separat\w+))\b",
    re.IGNORECASE,
)
"""That there was no difference."""
_SOME: Final = expression(
    r"\b(?:differ(?:ed|s|ent(?:ly)?)|significant(?:ly)?|separated|distinguish\w*|associated|correlated|superior"
    r"|effective|affect(?:ed|s)|influenc(?:ed|es)|alter(?:ed|s)|chang(?:ed|es)|benefit(?:ed|s)?|work(?:ed|s)"
    r"|help(?:ed|s)|diverged|parted)\b",
    re.IGNORECASE,
)
"""That there was one."""


class Lean(NamedTuple):
    """A clause of a source: how much of the matter it holds, and whether it goes with the sentence (1) or against it
    (-1); 0 where it says neither."""

    share: float
    way: float
    denial: float


def measures(case: Cited) -> dict[str, float]:
    """Everything below of one sentence."""
    return {**_leans(case), **_people(case)}


class Said(NamedTuple):
    """What a text tells: which way, of which group (None where it names none), and whether it says there was no
    difference (True) or one (False); None where neither."""

    way: str
    group: int | None
    none: bool | None


@lru_cache(maxsize=16384)
def said(text: str, source: Source) -> Said:
    """What a clause or sentence, folded, tells."""
    bare = comparing.NOT_COMPARED.sub(" ", THAN_NONE.sub(" than otherwise", text))
    none = _NONE.search(bare) is not None or statistics.claims_significance(text) == "not significant"
    judged = [statistics.judge(m.relation, m.value) for m in statistics.read_p(text)]
    none = none or any(j is False for j in judged)
    way = "" if none else _way(bare)
    some = bool(way) or any(judged) or _SOME.search(bare) is not None
    denied = NEGATED.search(bare) is not None
    return Said("" if denied else way, _group(text, source), True if none else False if some and not denied else None)


THAN_NONE: Final = expression(
    r"\sthan (?:with |on |in |under |after |for )?"
    r"(?:none|nothing|neither|no (?:treatment|drug|fluid|therapy|\w+ing))\b",
    re.IGNORECASE,
)
"""Who was given nothing: no denial."""


def _way(text: str) -> str:
    if told := comparing.composed(text):
        return told
    found = list(_WAY.finditer(text))
    ways = {"down" if m.lastgroup == "less" else m.lastgroup or "" for m in found}
    fast = {_TIME[m.group().lower()] for m in found if m.group().lower() in _TIME}
    if len(fast) == 1 and len(ways) == 1:
        return fast.pop()
    if len(ways) > 1 and len(found) > 1:
        last = found[-1].group().lower()
        ways = ways - {"up"} if last in ("more", "greater", "larger", "further") else ways
    return ways.pop() if len(ways) == 1 else ""


def _group(text: str, source: Source) -> int | None:
    """The group of which it is told: the first named; the other of two where it stands behind `than`."""
    named = groups.mentions(text, source)
    if not named:
        return None
    than = _THAN.search(text)
    if than is not None and than.start() < named[0].start and len(groups.of(source)) == 2:
        later = [m for m in named if m.group != named[0].group]
        return later[0].group if later else 1 - named[0].group
    return named[0].group


_THAN: Final = expression(
    r"\b(?:than|compared (?:with|to)|in comparison|versus|vs\.?|relative to|against|over)\b", re.IGNORECASE
)


def _leans(case: Cited) -> dict[str, float]:
    told: list[Lean] = []
    mine: list[Said] = []
    for source in case.sources:
        for topic, own in _claims(case, source):
            mine.append(own)
            told.extend(_of_source(case, source, own, topic))
    says = any(own.way for own in mine)
    if not told:
        return {"lean none": 1.0, "lean says": float(says)}
    told.sort(key=lambda x: -x.share)
    made: dict[str, float] = {"lean says": float(says), "lean says none": float(any(own.none is True for own in mine))}
    for name, values in (("way", [(t.share, t.way) for t in told]), ("denial", [(t.share, t.denial) for t in told])):
        along = max((s * v for s, v in values if v > 0), default=0.0)
        other = max((-s * v for s, v in values if v < 0), default=0.0)
        good = fsum(s * s * v for s, v in values if v > 0)
        bad = fsum(-s * s * v for s, v in values if v < 0)
        made |= {
            f"lean {name} same": along,
            f"lean {name} other": other,
            f"lean {name} best": along - other,
            f"lean {name} lead": (good - bad) / (good + bad + 0.1),
            f"lean {name} unknown": float(not good and not bad),
        }
    return made


def _claims(case: Cited, source: Source) -> Iterator[tuple[frozenset[str], Said]]:
    """What the sentence tells, with its matter; of one whose clauses go different ways each of them with its own:
    `slower to wake, with first flatus later on A`."""
    text = relating.plain(case.text)
    whole = said(text, source)
    if whole.way or whole.none is True:
        yield frozenset(), whole
        return
    clauses = [c for c in _PARTED.split(text) if len(c.split()) > 2]
    found = [(keys.of(c), said(c, source)) for c in clauses] if len(clauses) > 1 else []
    found = [(topic, own) for topic, own in found if own.way]
    for topic, own in found:
        yield topic, own if own.group is not None else own._replace(group=whole.group)
    if not found and whole.none is not None:
        yield frozenset(), whole


_PARTED: Final = expression(r"[,;:]\s|\s(?:while|whereas|and|but)\s", re.IGNORECASE)


def _of_source(case: Cited, source: Source, mine: Said, within: frozenset[str]) -> Iterator[Lean]:
    """Clauses of a source on the matter of the sentence, or on that of its clause of these keys."""
    named = frozenset().union(*(g.whole | g.own for g in groups.of(source)), frozenset())
    topic = (case.wanted - JUDGING - named - source.design) or (case.keys - named - FILLER)
    topic = (topic & within) or topic
    weights = {k: source.weight(k) for k in topic}
    total = fsum(weights.values())
    if not total:
        return
    rough = []
    for at, unit in enumerate(source.units):
        held = unit.label | keys.of(unit.over) if unit.row else source.expanded(unit)
        share = fsum(weights[k] for k in held & topic) / total
        if share >= LEAST and unit.own and unit.role is not SectionRole.METHODS:
            rough.append((share, -at, unit))
    rough.sort(reverse=True, key=lambda r: r[:2])
    for share, _, unit in rough[:_LOOKED_AT]:
        steps.spend(20)
        yield from _of_unit(case, source, mine, unit, share, weights, total)


def _of_unit(
    case: Cited, source: Source, mine: Said, unit: Unit, share: float, weights: Mapping[str, float], total: float
) -> Iterator[Lean]:
    if unit.row:
        for told in relating.of_unit(unit, source):
            yield Lean(share, against(case, source, mine, told.way, told.first), _row_denial(mine, unit))
        if unit.p:
            yield Lean(share, 0.0, _row_denial(mine, unit))
        return
    parts = sentences.clauses(unit.text) or ((0, len(unit.text)),)
    led = False
    for start, end in parts:
        text = unit.text[start:end]
        theirs = said(text, source)
        held = keys.of(text)
        near = fsum(weights[k] for k in held & weights.keys()) / total
        near = max(near, share * _NEXT) if len(parts) > 1 else share
        denial = 0.0
        if mine.none is not None and theirs.none is not None:
            denial = 1.0 if mine.none is theirs.none else -1.0
        way = against(case, source, mine, theirs.way, theirs.group) if theirs.way else 0.0
        led = led or bool(theirs.way)
        if way or denial:
            yield Lean(near, way, denial)
    if mine.way and not led:
        yield from (Lean(share, way, 0.0) for way in _by_figures(case, source, mine, unit) if way)


def _by_figures(case: Cited, source: Source, mine: Said, unit: Unit) -> Iterator[float]:
    """How a sentence without a word of a way leads by its figures: of two groups, or before and after."""
    for told in relating.of_unit(unit, source):
        yield against(case, source, mine, told.way, told.first)
    changed = _BEFORE_AFTER.search(unit.text)
    if changed is not None and float(changed["a"]) != float(changed["b"]):
        group = _group(unit.text, source)
        first = mine.group if mine.group is not None else group
        if first == group:
            yield against(case, source, mine, "up" if float(changed["b"]) > float(changed["a"]) else "down", group)


_DATUM: Final = (
    r"(?<![\w.])(?P<%s>[0-9]{1,6}(?:\.[0-9]{1,4})?)(?:\s?(?:\u00b1|\(|\+/-)\s?[0-9.]{1,8}\)?)?[^.;0-9()]{0,24}?"
)
_BEFORE_AFTER: Final = expression(
    rf"{_DATUM % 'a'}\b(?:before|at (?:baseline|entry|the start)|initially|pre-?[a-z]{{4,12}})\b[^.;0-9()]{{0,40}}?"
    rf"{_DATUM % 'b'}\b(?:after|afterwards|at (?:the end|follow-up)|post-?[a-z]{{4,12}})\b",
    re.IGNORECASE,
)
"""`999 pg/mL before treatment and 168 after it`."""


_NEXT: Final = 0.6
"""How much a clause counts that does not name the matter, of what its sentence holds."""


def _row_denial(mine: Said, unit: Unit) -> float:
    if mine.none is None or not unit.p:
        return 0.0
    judged = [statistics.judge(m.relation, m.value) for m in unit.p]
    none = all(j is False for j in judged)
    some = all(j is True for j in judged)
    return 0.0 if none == some else 1.0 if none is mine.none else -1.0


def against(case: Cited, source: Source, mine: Said, way: str, group: int | None) -> float:
    """1 where a clause lies the way the sentence does, -1 the other; less where a group is not named."""
    if not mine.way or not way:
        return 0.0
    first = mine.group if mine.group is not None else _active(source)
    second = group if group is not None else _active(source)
    sure = 1.0 if mine.group is not None and group is not None else _GUESSED
    if first != second and (len(groups.of(source)) > 2 or first is None or second is None):
        return 0.0
    told = relating.Told(0, 1, way) if first == second else relating.Told(1, 0, way)
    side = relating.side(told, 0, 1, case.text, mine.way)
    return sure if side == mine.way else -sure if side == comparing.OPPOSITE[mine.way] else 0.0


_GUESSED: Final = 0.7


def _active(source: Source) -> int | None:
    """The group that is no control, of two."""
    known = groups.of(source)
    active = [n for n, g in enumerate(known) if not g.control]
    return active[0] if len(known) == 2 and len(active) == 1 else None


_WHOM: Final = expression(
    r"\b(?:in|among|for|of|with|from|to)\s(?:the\s)?([^,.;()]{3,80})|\A\W*([^,.;()]{3,60})\s(?:were|was|are|who|can"
    r"|may|should)\b",
    re.IGNORECASE,
)
_SHUT_OUT: Final = expression(
    r"\bexclu\w+|\bnot eligible|\bineligible|\bwithout\b|\bno (?:history|evidence|prior|previous|known)\b"
    r"|\bfree (?:of|from)\b|\bother than\b",
    re.IGNORECASE,
)
_LET_IN: Final = expression(
    r"\b(?:eligib\w+|includ\w+|inclusion|enrol\w+|recruit\w+|admitted|participants were|patients (?:were|with)"
    r"|subjects|volunteers|diagnos\w+|aged|randomi[sz]ed)\b",
    re.IGNORECASE,
)


def _people(case: Cited) -> dict[str, float]:
    """Of the words for people and their state: how much stands in what the record is about or let in, and whether it
    stands only where people were shut out."""
    told = frozenset().union(*(keys.of(m.group()) for m in _WHOM.finditer(case.text)), frozenset())
    told = (told & case.wanted) - JUDGING
    if not told:
        return {"people none": 1.0}
    front, out, only = frozenset[str](), frozenset[str](), frozenset[str]()
    for source in case.sources:
        front |= source.about
        inside: set[str] = set()
        shut: set[str] = set()
        for unit in source.units:
            if unit.row:
                continue
            held = source.expanded(unit) & told
            if not held:
                continue
            if _SHUT_OUT.search(unit.text):
                shut |= held
            elif _LET_IN.search(unit.text):
                inside |= held
        front |= inside
        out |= shut
        only |= shut - inside - source.about
    weight = {k: max(s.weight(k) for s in case.sources) for k in told}
    total = fsum(weight.values())
    return {
        "people front": _of(told & front, weight, total),
        "people out": _of(told & out, weight, total),
        "people only out": _of(told & only, weight, total),
        "people one out": float(bool(told & only)),
        "people lacking": 1 - _of(told & front, weight, total),
    }


def _of(found: Iterable[str], weight: Mapping[str, float], total: float) -> float:
    return fsum(weight[k] for k in found) / total if total else 0.0
