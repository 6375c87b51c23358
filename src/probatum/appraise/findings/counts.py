"""People with an event, in one group: `18 of 20 participants had fewer cramps`, `tinnitus occurred in 2 of 7`."""

from __future__ import annotations

import re
from typing import Final

from probatum.appraise.findings import arms as arm_names
from probatum.appraise.findings import build, clauses, outcome
from probatum.appraise.findings.arms import PEOPLE
from probatum.appraise.findings.sentence import Sentence
from probatum.appraise.findings.values import Value
from probatum.model import ArmResult, Direction, Figure, Finding, Measure, Span
from probatum.text.expressions import expression

_OCCURRED: Final = expression(
    rf"(?:occurred|developed|was (?:observed|seen|found|noted|reported|present|detected|recorded|"
    rf"achieved|diagnosed|experienced|identified)|were (?:observed|seen|found|noted|reported|present|"
    rf"detected|recorded|achieved|diagnosed|experienced|identified))"
    rf"\s(?:in|by)\s(?:only\s|about\s|approximately\s|the\s)?(?P<v>Ⓥ+)(?P<who>(?:\s(?:of\s)?(?:the\s|"
    rf"all\s)?(?:[\w-]+\s)?{PEOPLE})?)(?P<arm>\s(?:in|on|with|receiving|given|"
    rf"taking)\s(?P<name>[^ⓋⓅⒸⓇ,;:()]{{2,60}}?))?(?=\s?[,;.(\[]|\s?$|\sand\s(?!Ⓥ|in\s)|\sⓉ)",
    re.IGNORECASE,
)
_HAD: Final = expression(
    rf"^(?P<lead>[^ⓋⓅⒸⓇ;:]{{0,120}}?)(?P<v>Ⓥ+)(?P<who>\s?(?:of\s)?(?:the\s|these\s|"
    rf"all\s)?(?:[\w-]+\s)?(?:{PEOPLE})?)\s(?=(?:had|developed|experienced|reported|achieved|required|"
    rf"suffered|died|relapsed|responded|survived|withdrew|discontinued)\b)",
    re.IGNORECASE,
)
_NONE: Final = expression(
    r"(?:^|[.;,]\s|there (?:were|was)\s|\band\s)(?P<no>no|zero)\s(?P<what>(?:treatment-related\s|"
    r"drug-related\s|major\s|severe\s|serious\s)*(?:adverse\s(?:events?|effects?|reactions?)|"
    r"side[- ]effects?|deaths?|complications?|toxicit(?:y|ies)|withdrawals?|relapses?|recurrences?|"
    r"infections?|seizures?|bleeding|hypoglyc[a]?emi[ac](?:\sevents?|\sepisodes?)?))"
    r"(?:\s(?:related to|attributable to|due to)\s[\w\s-]{3,40}?)?(?:\s(?:was|were)\s(?:observed|seen|"
    r"reported|noted|recorded|encountered|detected|found)|\soccurred|"
    r"\sdeveloped)?(?:\sin\s(?P<arm>(?:the\s)?[\w\s-]{2,40}?(?:groups?|arms?)))?(?=\s?[,;.]|\s?$|"
    r"\sand\b|\sduring|\sⓉ)",
    re.IGNORECASE,
)
_SERIOUS: Final = expression(
    r"(?:there (?:was|were)\s)?(?P<v>Ⓥ+|(?<![\w-])one)\s(?P<what>(?:treatment-related\s|"
    r"drug-related\s|major\s|severe\s|serious\s)+(?:adverse\s(?:events?|effects?|reactions?)|deaths?|"
    r"complications?))(?:\s(?:occurred|was reported|were reported|was observed|were observed))?"
    r"(?:\s(?:in|on|with|among)\s(?P<arm>[^ⓋⓅⒸⓇ,;:()]{2,50}?))?(?=\s?[(,;.]|\s?$|\s(?:and|but|during|"
    r"that|which|was|were|considered)\b|\sⓉ)",
    re.IGNORECASE,
)


def read(sentence: Sentence, used: set[int]) -> list[Finding]:
    """Findings of counts in one group, and of events that nobody had."""
    made = [*_serious(sentence, used), *_occurred(sentence, used), *_had(sentence, used), *_none(sentence)]
    return made or _mean(sentence, used)


_MEAN: Final = expression(
    r"^(?:the\s)?(?P<kind>mean|median|average)\s[^ⓋⓅⒸⓂⓇ,;:()]{3,90}?\s(?:was|were)\s(?P<v>Ⓥ+)(?=\s?[.,(\[]|\s?$)",
    re.IGNORECASE,
)


def _mean(sentence: Sentence, used: set[int]) -> list[Finding]:
    """`The mean attack frequency was 5.3 attacks per day`: one group, one value in the sentence."""
    match = _MEAN.match(sentence.masked)
    if match is None or len(sentence.values) != 1 or match.start("v") in used:
        return []
    value = sentence.value(match.start("v"))
    place = clauses.subject_place(sentence, 0, match.start("v"))
    name = outcome.phrase(sentence, *place) if place else ""
    if not name or value.counted or not (value.unit or value.percent or value.spread):
        return []
    used.add(value.start)
    result = build.without_events(build.arm(sentence, "", value))
    measure = Measure.MEDIAN if match["kind"].lower() == "median" else Measure.MEAN
    unit = value.unit or ("%" if value.percent else "")
    return [build.finding(sentence, name, measure, arms=(result,), unit=unit)]


def _group(sentence: Sentence, place: tuple[int, int] | None) -> str:
    if place is not None and place[0] >= 0:
        name = arm_names.clean(sentence.text[place[0] : place[1]], sentence.context)
        if arm_names.valid(name):
            return name
    match = re.match(
        r"^(?:in|on|with|among|for)\s(?:the\s)?(?P<arm>[^ⓋⓅⒸⓇ,;:()]{2,60}(?:group|arm)s?|placebo),\s",
        sentence.masked,
        re.IGNORECASE,
    )
    if match is not None:
        name = arm_names.clean(sentence.text[slice(*match.span("arm"))], sentence.context)
        return name if arm_names.valid(name) else ""
    return ""


_RELATIVE: Final = expression(r"^(?:\s?[\[(][^()\[\]]*[\])])?,?\s(?:in whom|who|whose|that|which|where)\b")


_IN_ARM: Final = expression(
    r"\sin\s(?:the\s)?(?P<arm>[\w\s/-]{2,30}?\s(?:group|arm))(?=\s?[,.;(]|"
    r"\s?$)",
    re.IGNORECASE,
)


def _listed(sentence: Sentence, start: int, end: int) -> bool:
    """A value of a list (`10 of 12, 8 of 11 and 10 of 11`) belongs to several groups."""
    after = re.match(r"^\s?(?:[\[(][^()\[\]]*[\])])?,?\s(?:and\s|or\s|vs\.?\s|versus\s)?Ⓥ", sentence.masked[end:])
    before = re.search(r"Ⓥ,?\s(?:and\s|or\s|vs\.?\s|versus\s)?$", sentence.masked[:start])
    return bool(after or before or _RELATIVE.match(sentence.masked[end:]))


def _occurred(sentence: Sentence, used: set[int]) -> list[Finding]:
    made = []
    for match in _OCCURRED.finditer(sentence.masked):
        value = sentence.value(match.start("v"))
        if value.start in used or not (value.percent or value.counted) or _listed(sentence, value.start, match.end()):
            continue
        start = clauses.clause_start(sentence, match.start())
        if clauses.verb_in(sentence, start, match.start()) is not None:
            continue
        place = clauses.subject_place(sentence, start, match.start() + 1)
        name = outcome.phrase(sentence, place[0], min(place[1], match.start())) if place else ""
        if not name or (value.counted and not value.events and not match["who"].strip()):
            continue
        arm = _group(sentence, match.span("name") if match["name"] else None)
        made.append(_count(sentence, name, value, arm, match.end(), used))
    return made


def _had(sentence: Sentence, used: set[int]) -> list[Finding]:
    made = []
    for clause in re.finditer(r"[^;]+", sentence.masked):
        match = _HAD.match(clause[0].lstrip())
        if match is None:
            continue
        base = clause.start() + len(clause[0]) - len(clause[0].lstrip())
        value = sentence.value(base + match.start("v"))
        if (
            value.start in used
            or not ((value.percent and (value.events or value.denominator or match["who"].strip())) or value.events)
            or outcome.VERB.search(match["lead"])
        ):
            continue
        if re.search(r"\b(?:compared|than|versus)\b", clause[0]) or re.match(
            r"had\s(?:\w+ly\s)?\w+ed\b", clause[0].lstrip()[match.end() :]
        ):
            continue
        name = outcome.of_event(sentence, base + match.end() - 1)
        lead = re.search(r"\bhad\s(?:fewer|less|more|lower|higher|better|improved|reduced|increased)\s", clause[0])
        if lead and name:
            name = _with_comparative(clause[0], name)
        if name:
            inside = _IN_ARM.search(clause[0])
            place = (clause.start() + inside.start("arm"), clause.start() + inside.end("arm")) if inside else None
            made.append(_count(sentence, name, value, _group(sentence, place), base + match.end(), used))
    return made


def _with_comparative(clause: str, name: str) -> str:
    match = re.search(r"\bhad\s(?P<c>fewer|less|more|lower|higher|better|improved|reduced|increased)\s", clause)
    return f"{match['c']} {name}" if match else name


def _count(sentence: Sentence, name: str, value: Value, arm: str, end: int, used: set[int]) -> Finding:
    used.add(value.start)
    result = build.arm(sentence, arm, value)
    measure = Measure.PERCENTAGE if value.percent else Measure.COUNT
    unit = "%" if value.percent else ""
    start = clauses.clause_start(sentence, value.start)
    return build.finding(
        sentence,
        name,
        measure,
        arms=(result,),
        p=build.trailing_p(sentence, end),
        unit=unit,
        clause=(start, len(sentence.text)),
    )


def _none(sentence: Sentence) -> list[Finding]:
    """`No serious adverse events occurred`: a count of none; the figure is the word `no`."""
    made = []
    for match in _NONE.finditer(sentence.masked):
        if re.search(r"\b(?:difference|significant|increase|change)", match[0]):
            continue
        name = outcome.tidy(match["what"], sentence)
        if not name:
            continue
        arm = _group(sentence, match.span("arm") if match["arm"] else None)
        figure = sentence.place(match.span("no"))
        made.append(_nobody(sentence, name, arm, figure))
    return made


def _nobody(sentence: Sentence, name: str, arm: str, place: Span) -> Finding:
    figure = Figure(0.0, place.quote, place)
    result = ArmResult(
        arm, value=figure, events=figure, control=bool(arm) and arm_names.is_control(arm, sentence.context)
    )
    return build.finding(
        sentence,
        name,
        Measure.COUNT,
        arms=(result,),
        clause=(place.start - sentence.start, place.end - sentence.start),
        words=Direction.UNCLEAR,
    )


def _serious(sentence: Sentence, used: set[int]) -> list[Finding]:
    made = []
    for match in _SERIOUS.finditer(sentence.masked):
        name = outcome.tidy(match["what"], sentence)
        if not name:
            continue
        arm = _group(sentence, match.span("arm") if match["arm"] else None)
        if match["v"].lower() == "one":
            figure = sentence.figure(match.span("v"))
            result = ArmResult(
                arm, value=figure, events=figure, control=bool(arm) and arm_names.is_control(arm, sentence.context)
            )
            made.append(build.finding(sentence, name, Measure.COUNT, arms=(result,)))
            continue
        value = sentence.value(match.start("v"))
        if value.start not in used and (value.counted or value.percent):
            made.append(_count(sentence, name, value, arm, match.end(), used))
    return made
