"""Does what is said of an outcome that the source names in the same words stand beside it there?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from probatum.assess.audit import figures, keys
from probatum.assess.audit.case import FILLER, NEGATED, Cited
from probatum.assess.audit.checks.finding import ASIDE, CONTRARY, EVENTS, TOLD, claimed, of_other_dose, way
from probatum.assess.audit.figures import Claimed
from probatum.assess.audit.opinion import Opinion, probe
from probatum.assess.audit.source import Source, Unit
from probatum.assess.audit.working import worked_out
from probatum.model import Fault, Finding
from probatum.text.expressions import expression
from probatum.text.normal import fold

_MATTER: Final = 2
"""The words of the outcome are at least one in as many of what the sentence is about, or its figures may be of
something else."""

_OCCURRED: Final = expression(
    r"\ban? (?P<what>[\w-]{2,30}(?: [\w-]{2,30}){1,3}) "
    r"(?:occurred|(?:was|were) (?:reported|observed|seen|recorded|noted))\b",
    re.IGNORECASE,
)
_MEASURED: Final = expression(
    r"\A(?:the )?(?:(?:(?:overall|total|mean|median|cumulative) )*(?:incidences?|rates?|frequency|occurrence|numbers?"
    r"|proportions?|risk) of (?:the )?)?"
)
"""How much or how often, before what is measured."""
_WAS: Final = expression(r"\b(?:was|were|averaged)\s\Z")
_LAST: Final = expression(r"\w+\s\Z")
_FIRST: Final = expression(r"\s\w+")


@probe(
    name="named outcome",
    order=136,
    purpose="Of an outcome that a source names in the same words the figures, the way and whether there was a "
    "difference are those that the source gives for it.",
    source="Chan AW, et al. Empirical evidence for selective reporting of outcomes (2004), "
    "doi:10.1001/jama.291.20.2457",
)
def named_outcome(case: Cited) -> Opinion | None:
    """Contradicted when all findings on the outcome say the contrary; number differs for a figure that no sentence or
    row on it holds."""
    if len(case.sources) != 1 or case.grades or case.quoted:
        return None
    for part in case.parts or (case,):
        found = _happened(part)
        named = _named(part) if claimed(part) or part.figures else []  # findings are costly to read
        if found is None and named:
            found = _gainsaid(part, named) or _elsewhere(part, named) or _at_another_time(part, named)
        if found is not None:
            return found
    return None


def agrees(case: Cited) -> bool:
    """True when a finding on an outcome that is named in the source's words says what the sentence says of it."""
    if len(case.sources) != 1 or case.parts:
        return False
    said = claimed(case)
    named = _named(case) if said else []
    return any(way(case, found, said) == said for found in named) and _elsewhere(case, named) is None


def _named(case: Cited) -> list[Finding]:
    """The findings whose outcome stands in the sentence word for word, whole, and within no longer one."""
    text = _plain(case.text)
    made = []
    for found in case.sources[0].findings:
        outcome = _MEASURED.sub("", _plain(found.outcome))
        told = keys.of(outcome)
        if outcome and ((told - keys.GENERIC) or told & EVENTS) and _whole(outcome, text) and not found.problems:
            if of_other_dose(case, found):
                continue
            made.append((outcome, found))
    return [f for o, f in made if not any(o != longer and o in longer for longer, _ in made)]


def _plain(text: str) -> str:
    """Lower case, without what stands in brackets, blanks as one."""
    return " ".join(fold(ASIDE.sub(" ", text)).text.lower().split())


def _whole(outcome: str, text: str) -> bool:
    """True when words stand in a text without another content word right before or behind them."""
    found = re.search(rf"(?<!\w){re.escape(outcome)}(?!\w)", text)
    if found is None:
        return False
    near = (_LAST.search(text, 0, found.start()), _FIRST.match(text, found.end()))
    return not any(keys.of(word.group()) - keys.GENERIC - FILLER for word in near if word)


def _gainsaid(case: Cited, named: Sequence[Finding]) -> Opinion | None:
    said = claimed(case)
    ways = [(found, way(case, found, said)) for found in named] if said else []
    against = [found for found, lies in ways if lies == CONTRARY.get(said)]
    if not against or any(lies == said for _, lies in ways):
        return None
    category = Fault.NEGATION if said in ("none", "some") else Fault.DIRECTION
    reason = f"of {against[0].outcome} the source {TOLD[CONTRARY[said]]}"
    return Opinion(category, reason, tuple(f.sentence for f in against[:2]))


def _elsewhere(case: Cited, named: Sequence[Finding]) -> Opinion | None:
    """A figure that the source gives, or not, and of something else."""
    source = case.sources[0]
    told = frozenset().union(*(keys.of(f.outcome) - keys.GENERIC for f in named))
    about = keys.of(ASIDE.sub(" ", case.text)) - keys.GENERIC - FILLER - source.design
    about -= frozenset().union(*(a.words for a in case.arms), frozenset())
    asked = [c for c in case.results if c.telling >= 1 and _asked(case, c)] or _lengths(case)
    if not asked or not told or _MATTER * len(told & about) < len(about):
        return None
    units = _on(source, named)
    for claim in asked:
        if any(unit.meeting(claim) for unit in units) or worked_out(case, claim, units):
            continue
        right = next((f for u in units for f in u.values if f.percent == (claim.kind == "percent")), None)
        reason = f"the source does not give {claim.text} of {named[0].outcome}"
        return Opinion(Fault.NUMBER if right else Fault.OUTCOME, reason, tuple(u.span for u in units[:2]))
    return None


def _at_another_time(case: Cited, named: Sequence[Finding]) -> Opinion | None:
    """A time of the outcome that the source tells nowhere of it, where the figures have another there."""
    source = case.sources[0]
    times = [c for c in case.figures if c.kind == "duration" and not c.part and not _inside(case, c)]
    results = [c for c in case.results if c.telling >= 1 and _asked(case, c)]
    if len(times) != 1 or not results:
        return None
    units = _on(source, named)
    for claim in times:
        holding = [u for u in units if any(u.meeting(c) for c in results) and not u.row]
        told = [(u, f) for u in holding for f in u.figures if figures.unit_of_time(f, u.text)]
        if told and not any(u.meeting(claim) for u in holding):
            unit, found = told[0]
            right = f"{unit.text[found.start : found.end]} {figures.unit_of_time(found, unit.text)}"
            return Opinion(Fault.NUMBER, f"the source gives it for {right}, not {claim.text}", (unit.span,), right)
    return None


def _lengths(case: Cited) -> list[Claimed]:
    """Spans of time that are the result: `the median stay was 4 days`."""
    times = [c for c in case.figures if c.kind == "duration" and not c.part and not _inside(case, c)]
    return [c for c in times if _WAS.search(case.text, 0, c.start)]


def _inside(case: Cited, claim: Claimed) -> bool:
    """True for what stands in brackets."""
    return any(m.start() <= claim.start < m.end() for m in ASIDE.finditer(case.text))


def _asked(case: Cited, claim: Claimed) -> bool:
    """True for a figure that may be a result of the outcome: no size of a study, no total, and outside brackets that
    tell of the study."""
    inside = any(m.start() <= claim.start < m.end() and "people" in m.group() for m in ASIDE.finditer(case.text))
    return claim.unit != "patients" and not claim.part and not claim.word and not claim.about and not inside


def _on(source: Source, named: Sequence[Finding]) -> list[Unit]:
    """The units that the findings were read from, those that name the outcome, and what stands right behind these."""
    read = {(s.section, s.start) for f in named for s in (f.sentence, *f.spans)}
    wanted = [keys.of(f.outcome) - keys.GENERIC or keys.of(f.outcome) for f in named]
    made: dict[int, Unit] = {}
    units = source.units
    for unit, behind in pairwise((*units, *units[:1])):
        spans = any(s == unit.section and unit.start <= at < unit.end for s, at in read)
        if spans or any(w <= source.expanded(unit) for w in wanted):
            made[id(unit)] = unit
            if behind.section == unit.section and not unit.row:
                made.setdefault(id(behind), behind)
    return list(made.values())


def _happened(case: Cited) -> Opinion | None:
    """`A serious adverse event was reported`, where every unit of the source that names it says that none was."""
    found = _OCCURRED.search(ASIDE.sub(" ", case.text))
    what = keys.of(found["what"]) if found and not case.denies else frozenset()
    units = [u for u in case.sources[0].units if what and what <= u.keys and not u.row and u.own]
    if not units or not all(NEGATED.search(u.text) for u in units):
        return None
    return Opinion(Fault.NEGATION, "the source says that there was none", tuple(u.span for u in units[:2]))
