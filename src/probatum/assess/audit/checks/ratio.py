"""Does a sentence lead the way in which its own ratio lies: `less often` beside an odds ratio of 1.5?"""

from __future__ import annotations

from typing import Final

from probatum.assess.audit import comparing, relating
from probatum.assess.audit.case import HEDGED, Cited
from probatum.assess.audit.opinion import Opinion, probe
from probatum.assess.audit.source import Source, Unit
from probatum.model import Fault
from probatum.text.expressions import caseless, expression

_RATIO: Final = expression(
    r"\b(?P<name>a?OR|RR|HR|IRR|[Oo]dds [Rr]atio|[Rr]isk [Rr]atio|(?:[Ii]ncidence )?[Rr]ate [Rr]atio"
    r"|[Hh]azard [Rr]atio|[Rr]elative [Rr]isk)\b(?:\s\([A-Z]{2,3}\))?(?:\s(?:of|was)\b|\s?[=:,])?\s?"
    r"(?P<point>[0-9]{1,2}\.[0-9]{1,3})(?![0-9])"
)
_LASTS: Final = caseless(
    r"\b(?:tim(?:e|es)|surviv\w*|longer|shorter|sooner|later|faster|slower|earlier|quick\w*|heal\w*|recover\w*|durations?"
    r"|prolong\w*|delay\w*|remission|days|weeks|months|free)\b"
)
"""What comes sooner has the higher hazard: of spans of time a ratio lies the other way."""
_FREQUENT: Final = caseless(
    r"\b(?:(?P<up>(?:more|greater|higher|increased|raised|elevated|doubled|rose))"
    r"|(?P<down>(?:less|fewer|lower|reduced|decreased|lowered|halved|fell|rarer)))\b"
)
_DENIED: Final = caseless(r"\b(?:not|no|never|neither|nor|without|than expected|unless|if)\b")
_ACTS: Final = caseless(
    r"\b(?:prevent\w*|protect\w*|improv\w*|worsen\w*|benefit\w*|harm\w*|eas(?:e|es|ed)|reliev\w*)\b"
)
"""What is done to an outcome: the words before it are of what does it."""
_ATTRIBUTE: Final = caseless(
    r"\b(?:more|greater|higher|increased|raised|elevated|less|fewer|lower|reduced|decreased)[ -]+"
    r"(?:dos(?:es?|ages?)|ages?|baseline|intensity|strength|adherence|body|bmi|weight|income|levels? of)\b"
    r"|\b(?:with|at|of|having|those in) (?:an? )?(?:greater|higher|increased|raised|elevated|lower|reduced|decreased)"
    r" (?:\w+ )?(?:risks?|levels?|scores?|counts?|function|pressure|values?)\b"
)
"""What people or medicines are like, and no frequency."""
_CUT: Final = expression(r";\s|\.\s|,\s(?:while|whereas|but|and)\s|\)")
_NEAR_ONE: Final = 0.03


@probe(
    name="ratio",
    order=108,
    purpose="What is told to be more or less frequent has a ratio above or below one, as the source has it.",
    source="Cochrane Handbook for Systematic Reviews of Interventions, section 6.4 (2023)",
)
def ratio(case: Cited) -> Opinion | None:
    """Contradicted where the words before the only ratio of a sentence lead the other way than it does, and no passage
    of the source that has it says so too."""
    if len(case.sources) != 1 or case.grades or case.quoted or HEDGED.search(case.text):
        return None
    source = case.sources[0]
    for found in _RATIO.finditer(case.text):
        mine = _way(_ahead(case.text, found.start()))
        lies = _lies(float(found["point"]))
        if not mine or not lies or mine == lies:
            continue
        holding = [u for u in source.units if u.own and found["point"] in u.text]
        if holding and not any(_as_told(case, source, u, mine, found["point"]) for u in holding):
            name = f"{found['name']} {found['point']}"
            reason = f"a {name} is {comparing.TOLD[lies]}, and the sentence says {comparing.TOLD[mine]}"
            return Opinion(Fault.DIRECTION, reason, (holding[0].span,), name)
    return None


def _ahead(text: str, place: int) -> str:
    """The part of a text that leads up to a place."""
    cuts = [m.end() for m in _CUT.finditer(text, 0, place)]
    return text[cuts[-1] if cuts else 0 : place]


def _lies(point: float) -> str:
    return "" if abs(point - 1) <= _NEAR_ONE else "up" if point > 1 else "down"


def _way(text: str) -> str:
    """The only way that words of frequency lead; empty where something is denied or lasts."""
    if _DENIED.search(text) or _LASTS.search(text) or _ACTS.search(text):
        return ""
    ways = {m.lastgroup or "" for m in _FREQUENT.finditer(_ATTRIBUTE.sub(" ", text))}
    return ways.pop() if len(ways) == 1 else ""


def _as_told(case: Cited, source: Source, unit: Unit, mine: str, point: str) -> bool:
    """True where a passage that has the ratio says the same in words, or of the groups the other way about."""
    if not unit.row and _way(_ahead(unit.text, unit.text.find(point))) == mine:
        return True
    here, there = relating.read(relating.plain(case.text), source), relating.of_unit(unit, source)
    return bool(here and there) and here[0].first == there[0].second and here[0].way != there[0].way
