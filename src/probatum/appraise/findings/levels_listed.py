"""Levels one behind the other under one verb: of several times, or of several things.

`survival was 80% at 1 year and 60% at 3 years`; `the prevalence of itch was 2.1%, nits 0.3% and sores 0.1%`. Each
figure must have a time or a name of its own; where one has neither, nothing is found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

import msgspec

from probatum.appraise.findings import build, clauses, groups, outcome
from probatum.appraise.findings.sentence import Sentence
from probatum.appraise.findings.values import Place, Value
from probatum.model import Finding, Measure
from probatum.text.expressions import expression

_ASIDE: Final = r"(?:\s?[\[(]\s?[ⒸⓇⓃⓍ][^()\[\]ⓋⓅ]*+[\])])?"
_AND: Final = r"(?:,\s(?:and\s|but\s)?|\sand\s|;\s(?:and\s)?)"
_WAS: Final = expression(
    r"\s(?:was|were|reached|averaged)\s(?:about\s|approximately\s|found to be\s|an?\s(?:mean|median)\sof\s)?(?=Ⓥ)",
    re.IGNORECASE,
)
_TIMES: Final = expression(rf"Ⓥ+{_ASIDE}\s(?:postoperatively\s)?Ⓣ+(?:{_AND}Ⓥ+{_ASIDE}\sⓉ+){{1,12}}(?![^;.]{{0,30}}Ⓥ)")
_ONE_TIME: Final = expression(rf"(?P<v>Ⓥ+){_ASIDE}\s(?:postoperatively\s)?(?P<t>Ⓣ+)")
_NAME: Final = (
    r"(?:(?!(?:in|for|at|among|with|of|on|by|to|than|and|or|after|respectively|vs|versus|was|were)\b)[\w/'’-]+\s){1,5}"
)
_THINGS: Final = expression(
    rf"Ⓥ+{_ASIDE}(?:{_AND}{_NAME}(?:was\s|were\s)?Ⓥ+{_ASIDE}){{1,12}}(?=\s?[,;.]|\s?$|\s(?:in|at|among|for|from|during|over)\s)"
)
_ONE_THING: Final = expression(rf"{_AND}(?P<np>{_NAME}?)(?:(?:was|were)\s)?(?P<v>Ⓥ+)")
_HEAD: Final = expression(
    r"^(?P<head>(?:the\s)?(?:(?:overall|pooled|estimated|mean|median|crude|cumulative)\s)*"
    r"(?:prevalence|incidence|frequency|rates?|proportion|risk|levels?|concentration)s?\s(?:rates?\s)?of)\s",
    re.IGNORECASE,
)


class Level(NamedTuple):
    """One figure with what it is of, and its time."""

    name: str
    value: Value
    time: str = ""


def read(sentence: Sentence, used: set[int]) -> list[Finding]:
    """Findings of levels that stand one behind the other; none of a sentence that names two groups."""
    made: list[Finding] = []
    for was in _WAS.finditer(sentence.masked):
        start = clauses.skip_lead(sentence.masked, clauses.clause_start(sentence, was.start()), was.start())
        if outcome.has_verb(sentence.masked[start : was.start()]) or "Ⓥ" in sentence.masked[start : was.start()]:
            continue
        name = outcome.phrase(sentence, start, was.start())
        if not name or len({g.name.lower() for g in groups.named(sentence)}) > 1:
            continue
        told = list(_timed(sentence, name, was.end()) or _named(sentence, name, was.end()))
        if len(told) > 1 and _alike(told) and not any(one.value.start in used for one in told):
            used.update(one.value.start for one in told)
            made.extend(_finding(sentence, one, (start, told[-1].value.end)) for one in told)
    return made


def _timed(sentence: Sentence, name: str, start: int) -> list[Level]:
    """The same at several times."""
    run = _TIMES.match(sentence.masked, start)
    found = _ONE_TIME.finditer(sentence.masked, start, run.end()) if run else ()
    return [Level(name, sentence.value(m.start("v")), sentence.text[slice(*m.span("t"))]) for m in found]


def _named(sentence: Sentence, name: str, start: int) -> Iterator[Level]:
    """Several things at once: the second and later ones share the noun that opens the first."""
    run = _THINGS.match(sentence.masked, start)
    if run is None:
        return
    head = _HEAD.match(name)
    yield Level(name, sentence.value(start))
    for item in _ONE_THING.finditer(sentence.masked, start, run.end()):
        place: Place = item.span("np")
        own = "" if outcome.has_verb(item["np"]) else outcome.phrase(sentence, *place)
        if own and head:
            own = f"{head['head']} {own}"
        yield Level(own, sentence.value(item.start("v")))


def _alike(told: Sequence[Level]) -> bool:
    """All have a name, and all are shares, or all have a unit or a spread."""
    if not all(one.name for one in told):
        return False
    shares = {one.value.percent for one in told}
    return shares == {True} or (shares == {False} and all(one.value.unit or one.value.spread for one in told))


def _finding(sentence: Sentence, one: Level, clause: Place) -> Finding:
    result = build.arm(sentence, "", one.value)
    if not one.value.events:
        result = build.without_events(result)
    measure = build.measure_of((one.value,), one.name, sentence)
    unit = one.value.unit or ("%" if one.value.percent else "")
    measure = Measure.OTHER if measure is Measure.COUNT else measure
    found = build.finding(sentence, one.name, measure, arms=(result,), unit=unit, clause=clause)
    return msgspec.structs.replace(found, timepoint=one.time) if one.time else found
