"""Is a difference told, in whatever words, where the source says of the very same that there was none?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from math import fsum
from typing import Final, NamedTuple

from probatum.assess.audit import comparing, groups, keys, leaning, relating, showing
from probatum.assess.audit.case import FILLER, HEDGED, JUDGING, Cited
from probatum.assess.audit.checks.negation import NO_CONTRAST
from probatum.assess.audit.checks.tendency import _SETTING, _timed
from probatum.assess.audit.opinion import Opinion, probe
from probatum.assess.audit.repeating import verbatim
from probatum.assess.audit.source import Source, Unit
from probatum.model import Fault, SectionRole
from probatum.text import statistics
from probatum.text.expressions import expression

_DIFFERS: Final = expression(
    r"\b(?:differed|(?:was|were) (?:still |also |clearly |quite )?(?:different|separable|distinct|unlike)"
    r"|set(?:s)? (?:[\w-]+ ){0,6}apart|told (?:[\w-]+ ){0,5}apart|distinguish\w*|separated|diverged|parted company"
    r"|to (?:a |an )?(?:different|differing|varying|unequal) (?:extent|degree)|came apart|depended on"
    r"|varied (?:with|by|between)"
    r"|mattered|made a difference"
    r"|differences? (?:[\w-]+ ){0,6}?(?:was|were) (?:still (?:there|present)|maintained)"
    r"|differences? (?:[\w-]+ ){0,6}?(?:remained|persisted|held))\b",
    re.IGNORECASE,
)
_OF_GROUPS: Final = expression(r"\b(?:set|sets|told) (?:[\w-]+ ){1,6}apart\b", re.IGNORECASE)
"""What names the groups that are set apart: no part of what is measured."""
_BETWEEN: Final = expression(r"\bbetween\b[^,.;]{3,60}?\band\b[^,.;]{3,40}", re.IGNORECASE)
"""What names the two that are set apart: no part of what is measured."""
_AS_GOOD: Final = expression(
    r"\brather than\b|\balone (?:was|were|did|fell|rose|improved)\b|\b(?:just|only|barely|hardly|scarcely|a mere)\b",
    re.IGNORECASE,
)
"""Words for a small difference, and for what is set beside something else without being measured against it."""
_WEAK: Final = expression(r"\bnumerical|\btend(?:ed|ency)\b|\btrend|\bslight|\bnumber of\b", re.IGNORECASE)
"""Words for a difference that was not shown."""
_UNPROVED: Final = expression(
    r"\b(?:more|less|fewer|higher|lower|longer|shorter|greater|better|worse|rarer|commoner),?\s"
    r"(?:but|though|although|albeit|yet|however)\s(?:[a-z]+\s){0,3}?(?:not|never|non-?)\s?(?:[a-z]+\s)?significan\w*",
    re.IGNORECASE,
)
"""`somewhat lower but not significantly`: no difference that was shown."""
_WORDS: Final = keys.table(
    "more less fewer higher lower longer shorter greater better worse rarer commoner sooner later faster slower rose "
    "fell improved improve reduced reduce increased increase decreased decrease eased worsened differed differ "
    "different apart separated set difference improvement reduction also just still again change use extent degree "
    "told made group arm"
)
"""Words in which a difference is told: they are no part of what is measured."""
_ON: Final = 0.7
"""Share of the weight of what is measured that a passage must hold to deny the difference."""
_LEAST: Final = 0.5
"""The same of one that tells a difference."""
_ALONE: Final = 0.6
"""The same of one that denies it where none tells any."""


class _Told(NamedTuple):
    """A clause or row of the source: how much of what is measured it holds, and whether it tells a difference."""

    share: float
    some: bool
    unit: Unit
    tested: bool = False
    """True where the difference was tested, and not only seen."""


@probe(
    name="differing",
    order=132,
    purpose="Groups are told apart on an outcome, in whatever words, only where the passage of the source that is "
    "nearest to it does not say that they did not differ.",
    source="Chapman WW, et al. NegEx (2001), doi:10.1006/jbin.2001.1029",
)
def differing(case: Cited) -> Opinion | None:
    """Contradicted when what the source says of the same outcome denies a difference, and nothing that it says of as
    much of it tells one."""
    if len(case.sources) != 1 or not _sets_apart(case, case.sources[0]):
        return None
    found = sorted(told(case, case.sources[0]), key=lambda t: -t.share)
    along = max((t.share for t in found if t.some), default=0.0)
    against = [t for t in found if not t.some and t.share >= (_ON if along else _ALONE)]
    if not against or along >= against[0].share or verbatim(case):
        return None
    tested = statistics.claims_significance(case.text) == "significant"
    category = Fault.SIGNIFICANCE if tested and not _DIFFERS.search(case.text) else Fault.NEGATION
    return Opinion(
        category, "the source tells no difference in it", tuple(t.unit.span for t in against[:2]), against[0].unit.raw
    )


def measures(case: Cited) -> dict[str, float]:
    """How much of what is measured the clauses hold that go with the sentence, and those that go against it."""
    if len(case.sources) != 1:
        return {"differing none": 1.0}
    mine = leaning.said(relating.plain(case.text), case.sources[0])
    if not mine.way and mine.none is None:
        return {"differing none": 1.0}
    found = tuple(told(case, case.sources[0]))
    denies = mine.none is True
    along = [t.share for t in found if t.some is not denies]
    against = [t.share for t in found if t.some is denies]
    tested = max((t.share for t in found if t.some and t.tested), default=0.0)
    finds = _tested(case.text)
    best, other = max(along, default=0.0), max(against, default=0.0)
    good, bad = (fsum(s**3 for s in shares) for shares in (along, against))
    return {
        "differing says": 1.0,
        "differing denies": float(denies),
        "differing nothing": float(not found),
        "differing along": best,
        "differing against": other,
        "differing lead": best - other,
        "differing mass": (good - bad) / (good + bad + 0.3),
        "differing along alone": best if not other else 0.0,
        "differing against alone": other if not best else 0.0,
        "differing tested": tested if finds else 0.0,
        "differing untested": float(finds and not tested),
        "differing finds against": other if finds else 0.0,
    }


def _sets_apart(case: Cited, source: Source) -> bool:
    """True of a sentence that tells a difference between groups without figures, or calls one significant."""
    tested = statistics.claims_significance(case.text) == "significant"
    denies = case.denies and not leaning.THAN_NONE.search(case.text)
    if denies or case.grades or case.p or HEDGED.search(case.text) or (_shown(case) and not tested):
        return False
    if NO_CONTRAST.search(case.text) or _AS_GOOD.search(case.text):
        return False
    text = relating.plain(case.text)
    mine = leaning.said(text, source)
    if _DIFFERS.search(case.affirmed):
        return mine.none is not True
    named = bool(groups.mentions(text, source)) or comparing.compares(text) or _COMPARATIVE.search(text) is not None
    named = named or _CAUSED.search(text) is not None
    return bool(mine.way) and (named or tested)


_CAUSED: Final = expression(
    r"\A\W*(?P<what>(?!(?:it|this|that|they|patients|both|all|most|people|women|men|children|no)\b)[^,.;:()0-9]{3,60}?)\s"
    r"(?:also |further |even |both |significantly |thereby |markedly ){0,2}"
    r"(?:lowered|raised|reduced|increased|decreased|improved|shortened|prolonged|lengthened|halved|doubled|cut|eased"
    r"|prevented|relieved|worsened|delayed|protected)\s"
    r"(?!(?:more|less|most|least|with|under|after|from|over|during|while|when|among|than|about|only|and|but|again|sooner"
    r"|faster|later|earlier|[a-z]+ly)\b)(?:the|their|his|her|its|both|patients'|against|[a-z-]{3,20})\b",
    re.IGNORECASE,
)
"""What is done to an outcome, with who or what does it first: `earlier removal lowered the caesarean rate`."""
_COMPARATIVE: Final = expression(
    r"\b(?:less|fewer|more|rarer|commoner|better|worse|higher|lower|shorter|longer|greater|smaller|larger|milder|faster"
    r"|slower|sooner)(?: [\w-]+){0,3}? (?:with|after|under|on|in|among|for|by|from)\b"
    r"(?! (?:time|baseline|the (?:end|start)))",
    re.IGNORECASE,
)
"""`less sore after the tube`: more or less than with the other, though that is not named."""


def _shown(case: Cited) -> bool:
    """True where figures of results tell the difference; a number in words (`ten-metre`) is part of a name."""
    return any(not c.word and c.kind != "range" for c in case.results)


_EVENTS: Final = keys.table("adverse event side effect")


def _matter(case: Cited, source: Source) -> tuple[Mapping[str, float], float]:
    """Words of what is measured with their weights, and the weight of all; a word that the source lacks counts half."""
    named = frozenset().union(*(g.whole | g.own for g in groups.of(source)), *(a.words for a in case.arms), frozenset())
    bare = _OF_GROUPS.sub(" ", _BETWEEN.sub(" ", case.affirmed))
    caused = _CAUSED.match(bare)
    if caused is not None and keys.of(bare[caused.end("what") :]) - keys.GENERIC - FILLER - JUDGING - _WORDS:
        bare = bare[caused.end("what") :]
    wanted = keys.of(bare) - keys.GENERIC - FILLER - JUDGING - named - source.design - _WORDS - _SETTING
    wanted = wanted or keys.of(bare) & _EVENTS
    weights = {k: source.weight(k) for k in wanted if k in source.keys}
    lost = fsum(source.weight(k) for k in wanted - weights.keys())
    return weights, fsum(weights.values()) + lost / 2


def told(case: Cited, source: Source) -> Iterator[_Told]:
    """What each clause and row of a source on the matter tells, with how much of the matter it holds."""
    weights, total = _matter(case, source)
    times = [c for c in case.figures if c.kind == "duration" and not _MORE_TIME.match(case.text, c.end)]
    signs = _designated(case, source)
    results = [c for c in case.results if not c.word and c.kind != "range"]
    for unit in source.units if weights else ():
        if signs and not signs <= _signs(unit.text):
            continue
        held = _spelt(unit.label, source) | keys.of(unit.over) if unit.row else source.expanded(unit)
        if not unit.row and (covariates := _COVARIATES.search(unit.text)):
            held -= keys.of(covariates.group()) - keys.of(_COVARIATES.sub(" ", unit.text))
        share = fsum(weights[k] for k in held & weights.keys()) / total
        if len(results) > 1 and all(unit.meeting(c) for c in results):
            share = 1.0  # it is told of these very figures
        if share < _LEAST or not unit.own or unit.role is SectionRole.METHODS:
            continue
        if any(unit.meeting(c) is None for c in times) and _timed(unit):
            continue
        if unit.row:
            said = showing.different(case, unit) if unit.label & weights.keys() else None
            if said is not None:
                yield _Told(share, said, unit, tested=True)
            continue
        if _UNPROVED.search(unit.text):
            yield _Told(share, False, unit)
            continue
        aside = _cites(unit)
        yield from (t for t in _clauses(case, source, unit, share, weights, total) if not (t.some and aside))


_MORE_TIME: Final = expression(r"\W?\s?(?:longer|shorter|more|less|sooner|later|earlier|extra|faster|slower)\b")
"""Behind a span of time that is the difference itself, and not when it was seen: `five months longer`."""
_COVARIATES: Final = expression(
    r"\b(?:adjust\w*|censor\w*|controll\w*|account\w*|stratif\w*|correct\w*|allow\w*) (?:for|by) [^,;.()]{3,120}",
    re.IGNORECASE,
)
"""What a result was adjusted for: it is told of no outcome."""
_BY: Final = expression(
    r"\b(?:differ\w*|vary|varied) (?:\w+ly )?(?:by|according to|depending on)\s(?P<what>[^,.;()]{3,40})", re.IGNORECASE
)


_SIGN: Final = expression(
    r"(?<![\w-])(?P<name>[A-Z][A-Za-z]{0,5})\)?-?(?P<part>[0-9]{1,3}[a-z]?|[\u03b1-\u03c9])(?![\w.,]?\d)(?![\w%])"
    r"|(?i:\b(?P<rank>grade|stage|part|type|class|phase|level) (?P<place>[0-9]|[IVX]{1,4}|[A-D])\b)"
)
"""What tells one of several of a name from the others: `IL-6`, `TNF-\u03b1`, `part III`."""


@lru_cache(maxsize=16384)
def _signs(text: str) -> frozenset[str]:
    """The names with a number or letter of their own that stand in a text."""
    return frozenset(
        f"{m['name'] or m['rank']} {m['part'] or m['place']}".lower() for m in _SIGN.finditer(text.replace(")-", "-"))
    )


def _designated(case: Cited, source: Source) -> frozenset[str]:
    """Those of the sentence that the source has too."""
    mine = _signs(case.text)
    return frozenset(s for s in mine if any(s in _signs(u.text) for u in source.units)) if mine else mine


def _cites(unit: Unit) -> bool:
    """True of what is discussed with a citation at its end, and so is told of another study."""
    return unit.role is SectionRole.CONCLUSIONS and _CITED.search(unit.text) is not None


_CITED: Final = expression(r"\[[0-9][0-9,; \u2013-]{0,20}\]\s?\.?\s*\Z")


def _clauses(
    case: Cited, source: Source, unit: Unit, share: float, weights: Mapping[str, float], total: float
) -> Iterator[_Told]:
    parts = showing.clauses(unit.text)
    signs = _designated(case, source)
    mine = {m.group for m in groups.mentions(relating.plain(case.text), source)}
    for text in parts:
        if signs and not signs <= _signs(text):
            continue
        theirs = {m.group for m in groups.mentions(text, source)}
        if len(theirs) == 1 and not theirs & mine:
            continue  # what is said of another group alone
        by = _BY.search(text)
        if by is not None and not keys.of(by["what"]) & case.keys:
            continue  # `did not differ by race`: other groups than those told of
        held = _spelt(keys.of(text), source)
        near = share if len(parts) == 1 else fsum(weights[k] for k in held & weights.keys()) / total
        said = _says(text, source) if near >= _LEAST else None
        if said is not None:
            yield _Told(near, said, unit, _tested(text))


def _spelt(told: frozenset[str], source: Source) -> frozenset[str]:
    return told.union(*(source.long_forms.get(k, frozenset()) for k in told))


def _says(text: str, source: Source) -> bool | None:
    """True where a clause tells a difference between groups, False where it denies one, None where it does neither or
    both."""
    said = leaning.said(text, source)
    if _START.search(text):
        return None
    if said.none is True:
        return None if _ALSO.search(text) else False
    if said.none is None or _WEAK.search(text):
        return None
    compared = comparing.WORD.search(text) and (groups.mentions(text, source) or comparing.compares(text))
    return True if _tested(text) or compared else None


def _tested(text: str) -> bool:
    judged = (statistics.judge(m.relation, m.value) for m in statistics.read_p(text))
    return statistics.claims_significance(text) == "significant" or any(judged)


_START: Final = expression(
    r"\bat (?:baseline|entry|enrol\w+|admission)\b|\bbaseline (?:characteristics|demographic\w*|values?)\b"
    r"|\bat the (?:beginning|start|outset)\b|\bbefore (?:treatment|randomi[sz]ation|the (?:study|trial|treatment))\b"
    r"|\brandomly (?:assigned|allocated)\b|\bhypothes[ie]s\b"
    r"|\b(?:tested|examined|investigated|assessed|asked|explored|hypothesi[sz]ed|expected) (?:whether|if|that)\b"
    r"|\b(?:age|sex|gender)\b[^.;]{0,30}\bmatched\b",
    re.IGNORECASE,
)
"""What is told of the start, before anybody was treated."""
_ALSO: Final = expression(
    r"\A\W*(?:al)?though\b[^,]{3,200},\s|\b(?:was|were|is|are|had|has) (?:\w+ly )?(?:suppressed|reduced|lower(?:ed)?"
    r"|higher|greater|improved|increased|decreased|better|worse|superior|shorter|longer)\b|\battributed\b"
    r"|\A\W*(?:however,? |but |yet )?(?:the |this |an? )?(?:impaired|reduced|lower|higher|increased|decreased|improved"
    r"|greater|better|worse|prolonged|shorter)\s[^,;.]{3,50}\s(?:did|was|were|had|has|have) not\b",
    re.IGNORECASE,
)
"""A clause that denies one difference and tells another."""
