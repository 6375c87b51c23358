"""Shares of one group: `14.9% of the participants had X`, `the commonest events were X (9%)`, `X was common (37%)`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from probatum.appraise.findings import build, clauses, estimate, groups, outcome, predicates
from probatum.appraise.findings.arms import PEOPLE
from probatum.appraise.findings.groups import Named
from probatum.appraise.findings.sentence import Sentence
from probatum.appraise.findings.values import Place, Value
from probatum.model import Finding, Measure
from probatum.text.expressions import expression

_OPENS: Final = expression(
    r"(?:^|[;.]\s|,\s(?:and\s|while\s|whereas\s|but\s)?|\sand\s|\sthat\s)(?:(?:overall|moreover|furthermore|"
    r"in total|however|similarly|of these|"
    r"only|almost|nearly|about|approximately|over|as many as|a total of|Ⓣ++)[\s,]++)*$",
    re.IGNORECASE,
)
"""What may stand before a share that is the subject of its clause."""
_OF: Final = expression(
    rf"^\s?(?:of\s(?:the\s|all\s|these\s|our\s|those\s)*)?(?:Ⓥ+\s)?(?:[\w-]+\s){{0,3}}?(?P<who>{PEOPLE}|"
    rf"caregivers|providers|cases|samples|tumou?rs|"
    r"lesions|procedures|operations|nurses|doctors|clinicians|parents|practitioners)(?![\w-])"
    r"(?:\s(?:in|with|on|from|receiving|given)\s(?:the\s)?(?P<arm>(?!which\b|whom\b|"
    r"whose\b)[^ⓋⓅⒸⓂⓇ,;:()]{2,50}?))??(?=\s(?:had|have|has|"
    r"was|were|are|[a-z]{3,}ed|underwent|"
    r"lost|took|felt|became|withdrew|always|never|frequently|still|also)\s)",
    re.IGNORECASE,
)
_AT_ONCE: Final = expression(
    r"^(?=\s(?:had|have|has|developed|experienced|reported|achieved|required|needed|underwent|died|relapsed|"
    r"survived|responded|withdrew|"
    r"suffered|tested|showed)\b)"
)
"""`488 (16.8%) developed X`: the people are told before."""
_COMMONEST: Final = expression(
    r"\b(?:most (?:common(?:ly)?|frequent(?:ly)?|often)|commonest|leading|"
    r"main)\s(?P<head>[^.;()ⓋⓅ,]{3,70}?)\s(?:were|was|included?)\s"
    r"(?P<list>[^;]*)$|"
    r"\b(?P<harms>adverse (?:events?|effects?|reactions?)|side[- ]effects?|complications?|toxicit(?:y|ies)|"
    r"AEs)\b[^.;()ⓋⓅ]{0,50}?\s"
    r"(?:were|was|included?|including)\s(?P<told>[^;]*)$",
    re.IGNORECASE,
)
_ITEM: Final = expression(
    r"(?:^|[\])],?\s(?:and\s|or\s|followed by\s|,\s)*|"
    r",\s(?:and\s)?)(?P<np>[^()\[\]ⓋⓅⒸⓂ;:,]{3,60}?)\s[\[(](?P<v>Ⓥ+)(?:\s(?:of\s)?(?:the\s)?[a-z]+)?(?=[\])])"
)
_COMMON: Final = expression(
    r"^(?P<np>[^ⓋⓅⒸⓂⓇ;:()]{3,90}?)\s(?:was|were)\s(?:very\s|relatively\s|also\s|quite\s)?(?:common|frequent|"
    r"uncommon|infrequent|rare|low|high|moderate|good|"
    r"excellent|similar|prevalent)\s[\[(](?P<v>Ⓥ+)(?=[\])])",
    re.IGNORECASE,
)
_HARMS: Final = expression(r"adverse|side[- ]effect|complication|toxicit|AEs", re.IGNORECASE)
_BACKWARD: Final = expression(
    r"\b(?:baseline|screening|enrol+ment|characteristics|respon(?:se|d)|questionnaire|survey(?:ed)?)\b", re.IGNORECASE
)


def read(sentence: Sentence, used: set[int]) -> list[Finding]:
    """Findings of shares that no comparison has taken; none in a sentence that compares or lists groups."""
    free = [v for v in sentence.values if v.start not in used and v.percent]
    if not free or _COMPARES.search(sentence.masked):
        return []
    made = [*_commonest(sentence, used), *_common(sentence, used), *_done(sentence, used)]
    for value in free:
        if value.start not in used:
            made.extend(_did(sentence, value, used))
    return made


_COMPARES: Final = expression(
    r"\b(?:versus|vs|than|compared|respectively|whereas|differ\w*|placebo|both groups)\b", re.IGNORECASE
)


def _did(sentence: Sentence, value: Value, used: set[int]) -> Iterator[Finding]:
    """`14.9% of the participants reported X`."""
    match = _OF.match(sentence.masked[value.end :]) or _AT_ONCE.match(sentence.masked[value.end :])
    if match is None or not _OPENS.search(sentence.masked[: value.start]) or _BACKWARD.search(sentence.text):
        return
    named = groups.named(sentence)
    end = value.end + match.end()
    name = predicates.named(sentence, end, _next(sentence, end))
    group = _group(sentence, (value.end, end), named) or _opening(sentence, value.start, named)
    goes_on = " " not in name and _GOES_ON.match(sentence.masked[_next(sentence, end) - 5 :]) is not None
    if group is None or goes_on:
        return
    if name and (group or not match.groupdict().get("arm")):
        used.add(value.start)
        yield _finding(sentence, name, value, group)


_GOES_ON: Final = expression(r".{0,4}\sand\sⓋ|\sand\sⓋ")
"""`17 had definite and 14 probable X`: the noun comes later."""


def _opening(sentence: Sentence, stop: int, named: tuple[Named, ...]) -> str | None:
    """The group that opens the sentence; empty where it names none, None where it names others or several people."""
    if len(_AMONG.findall(sentence.masked)) > 1:
        return None
    if not named:
        return ""
    opens = re.match(r"^(?:in|among|of|for)\s(?:the\s)?$", sentence.masked[: named[0].start], re.IGNORECASE)
    return named[0].name if opens and len(named) == 1 and named[0].end < stop else None


_AMONG: Final = expression(r"\b(?:among|of|in)\sⓋ", re.IGNORECASE)


def _next(sentence: Sentence, start: int) -> int:
    """The next figure; what people did ends before it."""
    return min((v.start for v in sentence.values if v.start > start and not v.spelled), default=len(sentence.text))


def _group(sentence: Sentence, place: Place, named: tuple[Named, ...]) -> str:
    inside = [g for g in named if place[0] <= g.start < place[1]]
    return inside[0].name if len(inside) == 1 else ""


def _commonest(sentence: Sentence, used: set[int]) -> Iterator[Finding]:
    """`The commonest adverse events were X (9%) and Y (8.5%)`: every member must have its figure."""
    head = _COMMONEST.search(sentence.masked)
    if head is None:
        return
    group = "list" if head["list"] is not None else "told"
    listed = list(_ITEM.finditer(head[group]))
    if not listed or re.match(r"\s?(?:,|and)", head[group]) or _BACKWARD.search(sentence.text):
        return
    for item in listed:
        at = head.start(group)
        value = sentence.value(at + item.start("v"))
        name = outcome.phrase(sentence, at + item.start("np"), at + item.end("np"))
        if re.search(r"\swith\s", item["np"]) or estimate.ADJECTIVE.match(name.rpartition("/")[2]):
            continue
        if name and value.percent and value.start not in used and not outcome.has_verb(item["np"]):
            used.add(value.start)
            yield _finding(sentence, name, value, "", harm=_HARMS.search(head[0]) is not None)


def _common(sentence: Sentence, used: set[int]) -> Iterator[Finding]:
    """`X was common (37%)`."""
    start = clauses.skip_lead(sentence.masked, 0, len(sentence.masked))
    match = _COMMON.match(sentence.masked[start:])
    if match is None or outcome.has_verb(match["np"]):
        return
    value = sentence.value(start + match.start("v"))
    name = outcome.phrase(sentence, start, start + match.end("np"))
    if name and value.percent and value.start not in used:
        used.add(value.start)
        yield _finding(sentence, name, value, "")


_DONE: Final = expression(
    rf"^(?P<np>[^ⓋⓅⒸⓂⓇ;:()]{{3,90}}?)\s(?:was|were)\s(?:only\s|also\s)?(?P<verb>used|prescribed|performed|given|"
    rf"administered|discontinued|stopped|"
    rf"reported|observed|seen|found|noted|present|detected|documented|confirmed|diagnosed|identified|recorded|"
    rf"evident|experienced|"
    rf"achieved|required|needed)\s(?:in|by|for)\s(?:only\s|about\s|approximately\s)?(?P<v>Ⓥ+)(?:\sof\s(?:the\s|"
    rf"all\s|these\s)?(?:[\w-]+\s){{0,3}}"
    rf"(?:{PEOPLE}|cases|procedures|treatments|those))?(?=\s?[,.;(]|\s?$|\s(?:during|at|after|within|for|who|"
    rf"with)\b|\sⓉ)",
    re.IGNORECASE,
)
_NOUN_OF: Final = {
    "used": "use of",
    "prescribed": "prescription of",
    "given": "use of",
    "administered": "use of",
    "discontinued": "discontinuation of",
    "stopped": "stopping of",
    "required": "need for",
    "needed": "need for",
}


def _done(sentence: Sentence, used: set[int]) -> Iterator[Finding]:
    """`X was used by 26% of the participants`, `Y was documented in 12 (3%)`; not of one group of several."""
    start = clauses.skip_lead(sentence.masked, 0, len(sentence.masked))
    match = _DONE.match(sentence.masked[start:])
    named = groups.named(sentence) if match else ()
    if match is None or outcome.has_verb(match["np"]) or len(named) > 1:
        return
    value = sentence.value(start + match.start("v"))
    name = outcome.phrase(sentence, start, start + match.end("np"))
    others = re.match(
        r"\s?(?:[\[(][^()]*[\])])?,?\s(?:and|or|,)[^.;]{0,40}Ⓥ|"
        r",\s[^.;Ⓥ]{3,60}\sin\sⓋ",
        sentence.masked[start + match.end() :],
    )
    if name and value.percent and value.start not in used and others is None:
        used.add(value.start)
        noun = _NOUN_OF.get(match["verb"].lower())
        yield _finding(
            sentence,
            f"{noun} {name.removeprefix('the ')}" if noun else name,
            value,
            _group(sentence, (0, len(sentence.text)), named),
        )


def _finding(sentence: Sentence, name: str, value: Value, group: str, *, harm: bool = False) -> Finding:
    result = build.arm(sentence, group, value)
    start = clauses.clause_start(sentence, value.start)
    end = _next(sentence, value.end)
    return build.finding(sentence, name, Measure.PERCENTAGE, arms=(result,), unit="%", clause=(start, end), harm=harm)
