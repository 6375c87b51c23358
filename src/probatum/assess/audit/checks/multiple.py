"""Do a multiple told in words, and one person in so many, agree with the shares that the source sets apart?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from probatum.assess.audit import keys
from probatum.assess.audit.case import Cited
from probatum.assess.audit.opinion import Opinion, probe
from probatum.assess.audit.opposing import opposing
from probatum.assess.audit.source import Source, Unit
from probatum.model import Fault
from probatum.text import statistics
from probatum.text.expressions import caseless

_WORDS: Final = {
    **dict.fromkeys(("two", "twice", "double", "doubled", "doubling", "halve", "halved", "halving"), 2.0),
    **dict.fromkeys(("three", "thrice", "triple", "tripled", "trebled"), 3.0),
    **dict.fromkeys(("four", "quadrupled"), 4.0),
    **dict(zip(("five", "six", "seven", "eight", "nine", "ten"), range(5, 11), strict=True)),
}
_N: Final = r"(?<![0-9.])[0-9]{1,2}(?:\.[0-9]{1,2})?|two|three|four|five|six|seven|eight|nine|ten"
_TIMES: Final = caseless(
    rf"\b(?:(?P<often>{_N}) times (?:as|more|less|higher|lower|the|rarer|commoner)\b|(?P<fold>{_N})[ -]?fold\b"
    r"|(?P<verb>twice|thrice)(?: as| the)\b|(?P<changed>doubled|trebled|tripled|quadrupled|halved)\b)"
)
_DOSED: Final = caseless(
    r"\b(?:dos(?:e|es|age|ing)|tablets?|times (?:a|per|each|every) (?:day|week))\b|\btimes daily\b"
)
_ROUGH: Final = caseless(r"\b(?:at least|more than|less than|over|up to|nearly|almost|or more)\b")
_LENIENT: Final = 1.45
"""A multiple told in words may lie so many times off: `halved` of a fall by 40%, `about three times` of 2.4."""
_ONE_IN: Final = caseless(
    rf"\b(?:one|1)(?: [a-z]{{3,14}})? (?:in|out of) (?:about |around |roughly |every )?(?P<of>{_N}|[0-9]{{2,3}})\b"
)
_NEEDED: Final = caseless(
    r"\b(?:extra|additional|more|fewer|spar\w{2,5}|prevent\w{0,5}|avoid\w{0,3}|avert\w{0,3}|need\w{0,3}|benefit\w{0,4}|saved?)\b"
)
_SPARE: Final = 0.75
"""What may lie between: `one in eight` is anything from one in 7.25 to one in 8.75."""
_RATIO: Final = caseless(
    r"\b(?:(?:odds|risk|hazard|rate|incidence) ratio|relative risk)(?: of| was|,|:| =){0,2}"
    r" (?P<ratio>[0-9]{1,2}\.[0-9]{1,3})"
)
HELD: Final = 0.6
"""Share of the weight of what is told that a passage must hold to be on the same outcome."""

NEAR: Final = 0.5
"""Share that is enough for a passage that agrees."""


@probe(
    name="multiple",
    order=101,
    purpose="Twice, threefold, halved or one in four agree with the two shares, or the ratio, that the source gives "
    "for the same outcome.",
    source="Gigerenzer G, et al. Helping doctors and patients make sense of health statistics (2007), "
    "doi:10.1111/j.1539-6053.2008.00033.x",
)
def multiple(case: Cited) -> Opinion | None:
    """Number differs where every passage on the same outcome gives two shares, and none of them agrees."""
    if len(case.sources) != 1 or case.grades or case.denies or _DOSED.search(case.text):
        return None
    if (odds := _odds(case)) is not None or not case.topic:
        return odds
    told = _told(case.text)
    if told is None:
        return None
    low, high, many = told
    against = opposing(case, lambda source, unit: _agrees(case, source, unit, (low, high), times=many))
    if against is None:
        return None
    values = list(_ratios(against)) if many else _shares(against)
    right = f"{max(values):.2g} times" if many else " and ".join(f"{v:g}%" for v in values)
    return Opinion(Fault.NUMBER, f"the source's figures come to {right}", (against.span,), right)


_OFTEN: Final = caseless(
    r"\b(?P<n>[0-9]{1,2}\.[0-9]{1,2})[ -]?(?:times|fold)\b(?![^.;]{0,60}\b(?:odds|hazards?|rate)\b)"
)
_ODDS: Final = caseless(r"\b(?:odds ratio|a?OR)\b[^0-9;.]{0,24}(?P<ratio>[0-9]{1,2}\.[0-9]{1,2})")
_APART: Final = 1.15
"""How far a ratio of odds may lie from that of the shares and still be told for it."""


def _odds(case: Cited) -> Opinion | None:
    """A ratio of odds told as how many times as many, where the shares beside it come to another multiple."""
    said = _OFTEN.search(case.text)
    if said is None or "odds" in case.lower:
        return None
    for unit in case.sources[0].units:
        odds = next((m for m in _ODDS.finditer(unit.text) if m["ratio"] == said["n"]), None) if not unit.row else None
        shares = [s for s in _shares(unit) if s > 0] if odds is not None else []
        if odds is None or len(shares) != _PAIR:
            continue
        times = max(shares) / min(shares)
        if not 1 / _APART <= float(said["n"]) / times <= _APART:
            reason = f"{said['n']} is a ratio of odds; the shares come to {times:.2g} times"
            return Opinion(Fault.NUMBER, reason, (unit.span,), f"{times:.2g} times")
    return None


def _told(text: str) -> tuple[float, float, bool] | None:
    """The range that the only multiple, or the only share of one in so many, may lie in; True of a multiple."""
    found = list(_TIMES.finditer(text))
    if len(found) == 1 and not _ROUGH.search(text):
        value = _value(next(filter(None, found[0].groups())))
        return (value / _LENIENT, value * _LENIENT, True) if value > 1 else None
    shares = list(_ONE_IN.finditer(text))
    if found or len(shares) != 1 or _NEEDED.search(text) or _ROUGH.search(text):
        return None
    of = _value(shares[0]["of"])
    return (100 / (of + _SPARE), 100 / (of - _SPARE), False) if of > 1 else None


def _value(told: str) -> float:
    return _WORDS.get(told.lower(), 0.0) or float(told)


def _agrees(case: Cited, source: Source, unit: Unit, within: tuple[float, float], *, times: bool) -> bool | None:
    """Whether a passage on the same outcome has a multiple or share of the range; None where it has no clear pair."""
    held = source.expanded(unit)
    topic = case.topic - keys.of(" ".join(m.group() for m in _TIMES.finditer(case.text)))
    total = sum(source.weight(k) for k in sorted(topic))
    shares = _shares(unit)
    values = list(_ratios(unit)) if times else shares
    share = sum(source.weight(k) for k in sorted(topic & held)) / total if total else 0.0
    if any(within[0] <= v <= within[1] for v in values) and share >= NEAR:
        return True
    return False if len(shares) == _PAIR and share >= HELD else None


_PAIR: Final = 2


def _shares(unit: Unit) -> list[float]:
    """The percentages of a passage, the levels of its intervals aside."""
    levels = {i.level for i in statistics.read_intervals(unit.text)} | {95.0, 90.0, 99.0}
    return [f.value for f in unit.values if f.percent and f.value not in levels][:_MOST]


_MOST: Final = 8


def _ratios(unit: Unit) -> Iterator[float]:
    """Every multiple, not below one, of two shares of a passage, and every ratio that it prints."""
    shares = [s for s in _shares(unit) if s > 0]
    for at, a in enumerate(shares):
        yield from (max(a, b) / min(a, b) for b in shares[at + 1 :])
    for found in _RATIO.finditer(unit.text):
        ratio = float(found["ratio"])
        yield max(ratio, 1 / ratio) if ratio else 0.0
