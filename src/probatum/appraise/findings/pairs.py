"""Pairs of figures whose arms stand in or behind the bracket: `(A 12% v B 30%)`, `X (12% v 30%) than B`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from probatum.appraise.findings import arms as arm_names
from probatum.appraise.findings import clauses, naming, outcome
from probatum.appraise.findings.arms import PEOPLE
from probatum.appraise.findings.layouts import Group, Part, part_at, sound
from probatum.appraise.findings.naming import VS
from probatum.appraise.findings.sentence import Sentence
from probatum.appraise.findings.values import Place
from probatum.text.expressions import expression

_NAME: Final = (
    r"(?:(?!(?:and|or|in|for|with|among|of|on|at|by|from|to|versus|vs|v|mean|median|was|were|than|respectively)\b)"
    r"[A-Za-z+][\w/+'-]*|Ⓓ+)(?:\s(?:(?!(?:in|for|with|among|of|at|by|from|to|versus|vs|v|mean|median|was|were|"
    r"than)\b)"
    r"[A-Za-z+][\w/+'-]*|Ⓓ+)){0,3}"
)
_TO: Final = r"\s?(?:[:=]\s?|,\s|\s)(?:(?:mean|median)\s)?"
_AFTER: Final = r"(?:\s?[\[(]\s?[ⓃⒸⓇ]+\s?[\])])?(?:\s[a-z/]{1,12})?"
_LABELLED: Final = expression(
    rf"[\[(]\s?(?P<a1>{_NAME})(?:\s?Ⓝ+)?{_TO}(?P<v1>Ⓥ+){_AFTER}\s?(?:[,;]\s|[,;]?\s{VS}\s|\sand\s)"
    rf"(?P<a2>{_NAME})(?:\s?Ⓝ+)?{_TO}(?P<v2>Ⓥ+){_AFTER}(?=\s?[\]),;.]|\s?$)",
)
_THIRD: Final = expression(rf"^\s?[,;]?\s(?:(?:and|{VS})\s)?{_NAME}{_TO}Ⓥ")
_PAIR: Final = (
    rf"[\[(]\s?(?:(?:mean|median),?\s)?(?P<v1>Ⓥ+)(?:\s[a-z/-]+){{0,2}},?\s{VS}\s(?P<v2>Ⓥ+)"
    r"(?:\s[a-z/-]+){0,2}(?:\s?[,;]?\s?[^()\[\]Ⓥ]{0,60})?[\])]"
)
_PREP: Final = r"(?:in|with|for|among|on|after|of)"
_THOSE: Final = rf"(?:{_PREP}\s|the\s|that\s|(?:those|{PEOPLE})\s(?={_PREP}\s|who\s|receiv|treated|given))*"
_END: Final = r"(?=\s?[,;:(.\[]|\s?$|\s(?:at|after|during|within|over|and|but|when|while)\s|\sⓉ)"
_BEHIND: Final = expression(
    rf"{_PAIR},?\s(?:in\s(?:the\s)?(?P<a1>[^ⓋⓅⒸⓇ,;:()]{{2,50}}?)\s)?"
    rf"(?:than|(?:when\s|as\s)?compared (?:with|to)|relative to|{VS})\s{_THOSE}(?P<a2>[^ⓋⓅⒸⓇ,;:()]{{2,60}}?){_END}",
    re.IGNORECASE,
)
_INSIDE: Final = expression(
    rf"[\[(]\s?(?:(?:mean|median),?\s)?(?P<v1>Ⓥ+)(?:\s[a-z/-]+){{0,2}},?\s{VS}\s(?P<v2>Ⓥ+)\s(?:in|with|for|among)\s"
    r"(?:the\s|those\s)?(?P<a2>[^ⓋⓅⒸⓇ,;:()]{2,60}?)(?=\s?[,;)\]])",
    re.IGNORECASE,
)
_BEFORE: Final = expression(
    r"(?<![\w-])(?:in|among|for|with)\s(?:the\s)?(?P<a1>(?:(?!\b(?:in|among|for|with|and|or|had|have|was|were|showed|"
    r"than)\b)[^ⓋⓅⒸⓇ,;:()]){2,50}?)\s?$",
    re.IGNORECASE,
)
_HAD: Final = expression(
    r"^(?P<a1>[^ⓋⓅⒸⓇ,;:()]{3,70}?)\s(?:had|showed|experienced|reported|demonstrated|required|have|exhibited)\s"
    r"(?:an?\s)?(?:(?:statistically|significantly|significant|markedly)\s)*"
    r"(?:higher|lower|greater|longer|shorter|more|fewer|less|smaller|larger|better|worse)\s",
    re.IGNORECASE,
)


_FACTORS: Final = expression(r"\b(?:factors?|predictors?|variables?|equation|model)\b", re.IGNORECASE)


def labelled(sentence: Sentence, used: set[int]) -> list[Group]:
    """`(A 12% v B 30%)`, `(A: 5.2 v B: 6.3)`: two figures, each behind its own arm; a third figure leaves it alone."""
    groups: list[Group] = []
    for match in _LABELLED.finditer(sentence.masked):
        starts = [match.start("v1"), match.start("v2")]
        if set(starts) & used or _THIRD.match(sentence.masked[match.end() :]):
            continue
        bare = all(_bare(sentence, s) for s in starts)
        clause = sentence.masked[clauses.clause_start(sentence, match.start()) : match.start()]
        if bare or _FACTORS.search(clause):
            continue
        places = [match.span("a1"), match.span("a2")]
        parts = [part_at(sentence, match.start(), match.end(), p, s) for p, s in zip(places, starts, strict=True)]
        if sound(sentence, parts):
            groups.append(([p for p in parts if p], match.end()))
    return groups


def _bare(sentence: Sentence, start: int) -> bool:
    """A whole number alone may be a size, a code or a count: not a result for certain."""
    value = sentence.value(start)
    figure = sentence.text[slice(*value.figure)]
    return not (value.percent or value.unit or value.spread or value.events or re.search(r"[.·]\d", figure))


def behind(sentence: Sentence, used: set[int]) -> list[Group]:
    """`X was higher in A (12% v 30%) than in B`, `A had more X (12% v 30%) than B`, `(12% v 30%) in A than in B`,
    `X among A (12% v 30% among B)`.
    """
    groups: list[Group] = []
    for match in (*_BEHIND.finditer(sentence.masked), *_INSIDE.finditer(sentence.masked)):
        starts = [match.start("v1"), match.start("v2")]
        one = match.span("a1") if match.groupdict().get("a1") else _first(sentence, match.start())
        if (
            set(starts) & used
            or one is None
            or re.search(r"\b(?:other|rather|more|less)$", sentence.masked[slice(*one)])
        ):
            continue
        parts = [
            part_at(sentence, place[0], match.end(), place, start)
            for place, start in zip((one, match.span("a2")), starts, strict=True)
        ]
        if sound(sentence, parts):
            groups.append(([p for p in parts if p], sentence.value(starts[1]).end))
    return groups


_COLON: Final = expression(
    r"(?<![\w-])(?:in|with|among|for)\s(?:the\s)?(?P<a1>[^ⓋⓅⒸⓇ,;:()]{2,50}?)\s"
    rf"(?:than|(?:when\s|as\s)?compared (?:with|to)|relative to|{VS})\s{_THOSE}(?P<a2>[^ⓋⓅⒸⓇ,;:()]{{2,50}}?)"
    rf"(?:\s[a-z]+ed\s[^ⓋⓅⒸⓇ,;:()]{{2,40}})?:\s(?P<v1>Ⓥ+),?\s{VS}\s(?P<v2>Ⓥ+)",
    re.IGNORECASE,
)


def after_colon(sentence: Sentence, used: set[int]) -> list[Group]:
    """`X was higher in A compared with B: 40 of 90 (44%) versus 30 of 91 (33%)`."""
    groups: list[Group] = []
    for match in _COLON.finditer(sentence.masked):
        starts = [match.start("v1"), match.start("v2")]
        if set(starts) & used:
            continue
        parts = [
            part_at(sentence, match.start(), match.end(), match.span(arm), start)
            for arm, start in zip(("a1", "a2"), starts, strict=True)
        ]
        if sound(sentence, parts):
            groups.append(([p for p in parts if p], sentence.value(starts[1]).end))
    return groups


def _first(sentence: Sentence, stop: int) -> Place | None:
    """The arm before a bracket: its last `in A`, else the people of `A had more X (`."""
    start = clauses.skip_lead(sentence.masked, clauses.clause_start(sentence, stop), stop)
    text = sentence.masked[start:stop].rstrip()
    named = _BEFORE.search(text) or _HAD.match(text)
    if named is None:
        return None
    place = naming.group_in(text, named.span("a1"))
    raw = text[slice(*place)]
    name = sentence.text[start + place[0] : start + place[1]]
    if not (arm_names.looks_human(raw) or arm_names.arm_like(name, raw, sentence.context)):
        return None
    return start + place[0], start + place[1]


_EITHER: Final = expression(rf"{_PAIR}", re.IGNORECASE)
_ALREADY: Final = expression(
    r"\b(?:than|versus|vs\.?|compared|between|both|controls?|placebo|before|pre-?|baseline|from)\b", re.IGNORECASE
)


def half_named(sentence: Sentence, used: set[int]) -> list[Group]:
    """`X was lower in A (12% v 30%)` in a trial of A and B: the clause names one of the study's two arms, once."""
    study = naming.study_arms(sentence)
    groups: list[Group] = []
    for match in _EITHER.finditer(sentence.masked) if study else ():
        starts = [match.start("v1"), match.start("v2")]
        begin = clauses.clause_start(sentence, match.start())
        if set(starts) & used or _ALREADY.search(sentence.masked[begin : match.start()]):
            continue
        named = [
            (i, place) for i, arm in enumerate(study) if (place := _mention(sentence, arm.name, begin, match.start()))
        ]
        if len(named) != 1:
            continue
        index, place = named[0]
        other = study[1 - index]
        parts = [
            Part(place[0], match.end(), study[index].name, place, sentence.value(starts[0])),
            Part(place[0], match.end(), other.name, place, sentence.value(starts[1]), source=other.span),
        ]
        if sound(sentence, parts, sure=True):
            groups.append((parts, sentence.value(starts[1]).end))
    return groups


def _mention(sentence: Sentence, name: str, start: int, stop: int) -> Place | None:
    """The only place of an arm's name in a clause."""
    found = list(re.finditer(rf"(?<![\w-]){re.escape(name)}(?![\w-])", sentence.text[start:stop], re.IGNORECASE))
    return (start + found[0].start(), start + found[0].end()) if len(found) == 1 else None


_VALUES: Final = expression(
    rf"[\[(]\s?(?P<v1>Ⓥ+)(?:\s[a-z/-]+){{0,2}},?\s{VS}\s(?P<v2>Ⓥ+)(?=\s?[\]),;])", re.IGNORECASE
)
_OTHERS: Final = expression(r"\b(?:groups?|arms?|placebo|controls?|than|compared|between|baseline)\b", re.IGNORECASE)


def same_arms(sentence: Sentence, used: set[int], named: Sequence[Part], end: int) -> list[Group]:
    """`death (19 of 101 in A v 37 of 111 in B), rash (4 of 101 v 7 of 111)`: later members have the same arms.

    `named` are the arms of the member before, whose figures end at `end`. The list ends where the words name groups.
    """
    groups: list[Group] = []
    for match in _VALUES.finditer(sentence.masked, end):
        gap = sentence.masked[end : match.start()]
        starts = [match.start("v1"), match.start("v2")]
        if set(starts) & used or ";" in gap or _OTHERS.search(gap) or "Ⓥ" in gap or outcome.has_verb(gap):
            break
        parts = [
            Part(match.start(), match.end(), part.name, part.arm, sentence.value(start), source=part.source)
            for part, start in zip(named, starts, strict=True)
        ]
        if not sound(sentence, parts, sure=True):
            break
        end = sentence.value(starts[1]).end
        groups.append((parts, end))
    return groups
