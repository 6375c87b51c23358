"""Several outcomes of one group in one list: `response and relapse rates were 40% and 12%, respectively`."""

from __future__ import annotations

import re
from typing import Final

from probatum.appraise.findings import accuracy, build, clauses, groups, outcome
from probatum.appraise.findings.sentence import Sentence
from probatum.appraise.findings.values import Place, Value
from probatum.model import Finding, Measure
from probatum.text.expressions import expression

_LIMITS: Final = r"(?:\s?[\[(]\s?[ⒸⓇ]+\s?[\])])?"
_LIST: Final = expression(
    rf"^(?P<names>[^ⓋⓅⒸⓂⓇ;:()]{{8,200}}?)\s(?:was|"
    rf"were)\s(?P<values>Ⓥ+{_LIMITS}(?:,\sⓋ+{_LIMITS}){{0,4}},?\sand\sⓋ+{_LIMITS}),?\srespectively"
    rf"(?=\s?[.;]|\s?$)",
    re.IGNORECASE,
)
_JOINT: Final = expression(r",\s(?:and\s)?|\sand\s")
_HEAD: Final = expression(
    r"\b(?:rates?|mortality|survival|incidences?|prevalence|scores?|duration|time|length|levels?|loss|volume|"
    r"dose|pressure|"
    r"proportions?|frequency|probability|index|OS|PFS|DFS|ORR|DCR)\b"
)
_BASELINE: Final = expression(
    r"\b(?:ages?|baseline|sensitivit\w+|specificit\w+|predictive|accuracy|AUC|years?|"
    r"months?|weeks?|group|arm|groups)\b",
    re.IGNORECASE,
)


def read(sentence: Sentence, used: set[int]) -> list[Finding]:
    """A finding for each outcome of a list that has as many names as figures; none where groups or times are listed."""
    if "respectively" not in sentence.text:
        return []
    start = clauses.skip_lead(sentence.masked, 0, len(sentence.masked))
    match = _LIST.match(sentence.masked[start:])
    if match is None or _BASELINE.search(match["names"]) or groups.named(sentence):
        return []
    values = [v for v in sentence.values if start + match.start("values") <= v.start < start + match.end("values")]
    places = _split(sentence, start, start + match.end("names"))
    names = [outcome.phrase(sentence, *place) for place in places]
    if (
        len(values) != len(names)
        or not all(n and _HEAD.search(n) for n in names)
        or any(v.start in used for v in values)
    ):
        return []
    used.update(v.start for v in values)
    return [_one(sentence, name, value) for name, value in zip(names, values, strict=True)]


def _split(sentence: Sentence, start: int, stop: int) -> list[Place]:
    places: list[Place] = []
    begin = start
    for match in _JOINT.finditer(sentence.masked, start, stop):
        places.append((begin, match.start()))
        begin = match.end()
    return [*places, (begin, stop)]


def _one(sentence: Sentence, name: str, value: Value) -> Finding:
    result = build.arm(sentence, "", value)
    if not value.events:
        result = build.without_events(result)
    measure = accuracy.named(name) or build.measure_of((value,), name, sentence)
    unit = value.unit or ("%" if value.percent else "")
    measure = Measure.OTHER if measure is Measure.COUNT else measure
    return build.finding(sentence, name, measure, arms=(result,), unit=unit, clause=(value.start, value.end))
