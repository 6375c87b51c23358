"""Is a difference put down to chance, or set beyond it, in words of the writer's own that the source's test belies?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from probatum.assess.audit import arms, keys, showing
from probatum.assess.audit.case import FILLER, Cited
from probatum.assess.audit.opinion import Opinion, probe
from probatum.assess.audit.source import Source, Unit
from probatum.model import Fault, SectionRole
from probatum.text import statistics
from probatum.text.expressions import caseless, expression

_CHANCE: Final = r"(?:chance|luck|coincidence|random (?:variation|error|noise)|a fluke|the play of chance)"
_BEYOND: Final = caseless(
    rf"\b(?:beyond|outside|more than|greater than|larger than)(?: the| mere| what){{0,2}}(?: play of| limits of"
    rf"| bounds of| reach of)? (?:{_CHANCE}|chance|doubt)\b"
    rf"|\b(?:not|un|hardly|scarcely|in)\s?(?:likely|plausibly) (?:to be )?(?:due to|explained by|down to)"
    rf" (?:mere )?{_CHANCE}\b"
    rf"|\b{_CHANCE}(?: alone)? (?:cannot|could not|can not|does not|is unlikely to|was unlikely to)"
    r" (?:explain|account)\b"
    rf"|\b(?:no|not|hardly) (?:a )?(?:matter of )?{_CHANCE}\b"
    r"|\bstatistically (?:robust|firm|convincing|clear|secure|solid|reliable|compelling|certain)\b"
)
"""What sets a difference beyond chance."""
_WITHIN: Final = caseless(
    rf"\bwithin (?:the |what )?(?:play|bounds|range|limits|reach|realm)(?: of| that)? {_CHANCE}\b"
    rf"|\b(?:could|may|might|can)(?: well| easily| simply| just| still| only){{0,2}} (?:be|have been|reflect)"
    rf"(?: due to| down to| a matter of| the result of| explained by| put down to)? (?:mere |pure )?{_CHANCE}\b"
    rf"|\b(?:compatible|consistent) with (?:mere |pure )?{_CHANCE}\b"
    rf"|\b(?:no|not) more than (?:mere )?{_CHANCE}\b|\bput down to {_CHANCE}\b|\b(?:mere|pure|simple) chance\b"
    rf"|\b{_CHANCE} (?:could|may|might|can)(?: well| easily){{0,2}} (?:explain|account)\b"
    rf"|\b{_CHANCE} (?:was|is|could|can|cannot)(?: not|not)? (?:be )?(?:ruled out|excluded)\b"
    r"|\bstatistically (?:inconclusive|uncertain|unconvincing|indistinguishable|weak|shaky|insecure)\b"
    r"|\bnot statistically (?:robust|firm|convincing|clear|secure|solid|reliable|compelling)\b"
)
"""What puts it down to chance."""
_RULED_OUT: Final = caseless(rf"\b{_CHANCE} (?:was|is|could be|can be|has been) (?:ruled out|excluded)\b")
_REAL: Final = caseless(
    r"\b(?:meaningfully|decisively|unmistakably|demonstrably|convincingly|genuinely|conclusively) (?:more|fewer|less"
    r"|lower|higher|better|worse|longer|shorter|rarer|commoner|greater|smaller|superior|reduced|raised|improved)\b"
)
"""A word that makes more of a difference than that it was seen."""
_OF_THE_TEST: Final = keys.table(
    "chance luck coincidence random variation error noise fluke play bound bounds range limit limits realm reach well "
    "easily simple simply mere pure beyond within outside doubt significant significance insignificant statistical "
    "statistically robust firm convincing clear secure solid reliable compelling certain inconclusive uncertain "
    "unconvincing weak shaky explain explained account accounted due rule ruled exclude excluded compatible consistent "
    "excess difference gap advantage lead benefit gain edge effect seen this that result finding put matter more fewer "
    "less lower higher better worse longer shorter rarer commoner greater smaller superior meaningfully decisively "
    "unmistakably demonstrably convincingly genuinely conclusively reach led lead attain level hazard ratio odds risk "
    "relative rate rates group groups arm arms test threshold favour favoured"
)
"""Words in which a test is judged: they are no part of what was tested."""
_RATIO: Final = caseless(
    r"\b(?:odds|risk|hazard|rate|incidence) ratios?\b|\brelative risks?\b|(?-i:\b(?:OR|RR|HR|IRR)\b)"
)
_DIFFERENCE: Final = caseless(r"\bdifferences?\b|\breductions?\b|\bgains?\b")
_START: Final = expression(r"\bat (?:baseline|entry|enrol\w+|admission)\b", re.IGNORECASE)


def claimed(text: str) -> bool | None:
    """True where a difference is set beyond chance, False where it is put down to it; None where neither is told."""
    if _RULED_OUT.search(text) or _BEYOND.search(text):
        return True
    if _WITHIN.search(text):
        return False
    said = statistics.claims_significance(text)
    if said:
        return said == "significant"
    return True if _REAL.search(text) else None


@probe(
    name="chance",
    order=113,
    purpose="What is put down to chance, or set beyond it, in whatever words, is so by the p value or interval that "
    "the source gives for the same outcome.",
    source="Wasserstein RL, Lazar NA. The ASA statement on p-values (2016), doi:10.1080/00031305.2016.1154108",
)
def chance(case: Cited) -> Opinion | None:
    """Contradicted where every passage of the source on the very outcome was tested with the other result."""
    if len(case.sources) != 1 or case.grades or case.p or case.intervals or len(case.clauses) > _SIMPLE:
        return None
    claim = claimed(case.affirmed)
    if claim is None:
        return None
    tested = list(_tested(case, case.sources[0]))
    if not tested or any(held == claim for _, held in tested):
        return None
    unit = tested[0][0]
    told = "significant at 0.05" if not claim else "not significant at 0.05"
    return Opinion(Fault.SIGNIFICANCE, f"by the source's own test it is {told}", (unit.span,), unit.raw)


_SIMPLE: Final = 2
"""Clauses of a sentence at most: of more it is not known which one is judged."""


def _tested(case: Cited, source: Source) -> Iterator[tuple[Unit, bool]]:
    """Passages that hold every word of what was measured, of the treatments and of the times, with their result."""
    named = frozenset().union(*(a.words for a in case.arms if not a.control), frozenset())
    topic = case.wanted - named - _OF_THE_TEST - FILLER - frozenset().union(*(a.words for a in case.arms), frozenset())
    doses = {a.dose for a in case.arms if a.dose}
    times = [c for c in case.figures if c.kind == "duration"]
    for unit in source.units if topic and topic <= source.keys else ():
        held = source.expanded(unit)
        if (
            not topic <= held
            or not unit.own
            or unit.row
            or (unit.role in _OTHERS and not unit.p)
            or _START.search(unit.text)
        ):
            continue
        if not (unit.section.startswith("abstract") or unit.role is SectionRole.RESULTS):
            continue  # what is discussed may be of other studies
        if (named and not named & held) or any(unit.meeting(c) is None for c in times):
            continue
        if any(d not in unit.lower.replace(" ", "") for d in doses):
            continue
        if any(unit.meeting(c) is None for c in case.results):
            continue
        said = _of_the_clause(unit, source, topic, named)
        if said is not None:
            yield unit, said


def _of_the_clause(unit: Unit, source: Source, topic: frozenset[str], named: frozenset[str]) -> bool | None:
    """The result of the one clause that tells what was measured, where it compares groups; None where a passage tests
    several things, or a group against itself."""
    if _WITHIN_GROUP.search(unit.text):
        return None
    parts = [p for p in showing.clauses(unit.text) if topic <= _spelt(keys.of(p), source)]
    if len(parts) != 1:
        return None
    if len(arms.distinct(arms.read(unit.text, (source,)))) < _TWO and not _BETWEEN.search(unit.text):
        return None
    if len({r for p in showing.clauses(unit.text) if (r := result(p)) is not None}) > 1:
        return None
    return None if _told_apart(parts[0], topic) else result(parts[0])


def _told_apart(text: str, topic: frozenset[str]) -> bool:
    """True where a comma, brackets aside, parts what was measured from its test: the test may be of what follows."""
    tests = [m.start for m in statistics.read_p(text)] or [i.start for i in statistics.read_intervals(text)]
    named = [w.end for w in keys.read(text) if w.key in topic]
    between = _BRACKETED.sub(" ", text[max(named) : tests[0]]) if tests and named and max(named) < tests[0] else ""
    return ", " in between


_BRACKETED: Final = caseless(r"\([^()]{0,200}(?:\)|\Z)")


def _spelt(told: frozenset[str], source: Source) -> frozenset[str]:
    return told.union(*(source.long_forms.get(k, frozenset()) for k in told))


_TWO: Final = 2
_WITHIN_GROUP: Final = caseless(
    r"\bbaseline\b|\bwithin[- ](?:group|the|each|both)\b|\bcompared (?:with|to) (?:before|pre)|\bboth (?:groups|arms)\b"
)
_BETWEEN: Final = caseless(r"\bbetween\b|\bgroups\b|\barms\b|\bversus\b|\bvs\b|\bthan\b|\bplacebo\b|\bcontrols?\b")
_OTHERS: Final = frozenset((SectionRole.BACKGROUND, SectionRole.METHODS, SectionRole.OBJECTIVE))


def result(text: str) -> bool | None:
    """Whether what a clause tells was significant: by its p values, else its interval, else its words; None where
    these disagree or none is there."""
    if len(statistics.read_p(text)) > 1:
        return None  # of several tests it is not known which one is meant
    judged = {
        j for m in statistics.read_p(text) if not m.kind and (j := statistics.judge(m.relation, m.value)) is not None
    }
    if not judged:
        bounds = (i for i in statistics.read_intervals(text) if i.kind == "CI")
        judged = {j for i in bounds if (j := _apart(text, i.low, i.high)) is not None}
    if judged:
        return judged.pop() if len(judged) == 1 else None
    said = statistics.claims_significance(text)
    return said == "significant" if said else None


def _apart(text: str, low: float, high: float) -> bool | None:
    """Whether an interval leaves out no effect; None where it is not told which value that is."""
    if _RATIO.search(text):
        return not low <= 1 <= high
    return not low <= 0 <= high if _DIFFERENCE.search(text) else None
