"""Shares of one group: `14.9% of the participants had X`, `the commonest events were X (9%)`, `X was common (37%)`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from probatum.appraise.findings import build, clauses, groups, outcome, predicates
from probatum.appraise.findings.arms import PEOPLE
from probatum.appraise.findings.groups import Named
from probatum.appraise.findings.sentence import Sentence
from probatum.appraise.findings.values import Place, Value
from probatum.model import Finding, Measure

_OPENS: Final = re.compile(
    r"(?:^|[;.]\s|,\s(?:and\s|while\s|whereas\s|but\s)?|\sand\s|\sthat\s)(?:(?:overall|moreover|furthermore|"
    r"in total|however|similarly|of these|"
    r"only|almost|nearly|about|approximately|over|as many as|a total of|Ⓣ+)[\s,]*)*$",
    re.IGNORECASE,
)
"""What may stand before a share that is the subject of its clause."""
_OF: Final = re.compile(
    rf"^\s?(?:of\s(?:the\s|all\s|these\s|our\s|those\s)*)?(?:Ⓥ+\s)?(?:[\w-]+\s){{0,3}}?(?P<who>{PEOPLE}|"
    rf"caregivers|providers|cases|samples|tumou?rs|"
    r"lesions|procedures|operations|nurses|doctors|clinicians|parents|practitioners)(?![\w-])"
    r"(?:\s(?:in|with|on|from|receiving|given)\s(?:the\s)?(?P<arm>(?!which\b|whom\b|"
    r"whose\b)[^ⓋⓅⒸⓂⓇ,;:()]{2,50}?))??(?=\s(?:had|have|has|"
    r"was|were|are|[a-z]{3,}ed|underwent|"
    r"lost|took|felt|became|withdrew|always|never|frequently|still|also)\s)",
    re.IGNORECASE,
)
_COMMONEST: Final = re.compile(
    r"\b(?:adverse (?:events?|effects?|reactions?)|side[- ]effects?|complications?|toxicit(?:y|ies)|symptoms?|"
    r"AEs|events|infections|pathogens|"
    r"comorbidities|findings|reasons|causes)\b[^.;()ⓋⓅ]{0,50}?\s(?:were|was|included?|including)\s(?P<list>.*)$",
    re.IGNORECASE,
)
_ITEM: Final = re.compile(
    r"(?:^|[\])],?\s(?:and\s|or\s|followed by\s|,\s)*|"
    r",\s(?:and\s)?)(?P<np>[^()\[\]ⓋⓅⒸⓂ;:,]{3,60}?)\s[\[(](?P<v>Ⓥ+)(?:\s(?:of\s)?(?:the\s)?[a-z]+)?(?=[\])])"
)
_COMMON: Final = re.compile(
    r"^(?P<np>[^ⓋⓅⒸⓂⓇ;:()]{3,90}?)\s(?:was|were)\s(?:very\s|relatively\s|also\s|quite\s)?(?:common|frequent|"
    r"uncommon|infrequent|rare|low|high|moderate|good|"
    r"excellent|similar|prevalent)\s[\[(](?P<v>Ⓥ+)(?=[\])])",
    re.IGNORECASE,
)
_HARMS: Final = re.compile(r"adverse|side[- ]effect|complication|toxicit|AEs", re.IGNORECASE)
_BACKWARD: Final = re.compile(
    r"\b(?:baseline|screening|enrol+ment|characteristics|respon(?:se|d)|questionnaire|survey(?:ed)?)\b", re.IGNORECASE
)


def read(sentence: Sentence, used: set[int]) -> list[Finding]:
    """Findings of shares that no comparison has taken; none in a sentence that compares or lists groups."""
    free = [v for v in sentence.values if v.start not in used and v.percent]
    if not free or _COMPARES.search(sentence.masked):
        return []
    named = groups.named(sentence)
    made = [*_commonest(sentence, used), *_common(sentence, used)]
    for value in free:
        if value.start not in used:
            made.extend(_did(sentence, value, used, named))
    return made


_COMPARES: Final = re.compile(
    r"\b(?:versus|vs|than|compared|respectively|whereas|differ\w*|placebo|both groups)\b", re.IGNORECASE
)


def _did(sentence: Sentence, value: Value, used: set[int], named: tuple[Named, ...]) -> Iterator[Finding]:
    """`14.9% of the participants reported X`."""
    match = _OF.match(sentence.masked[value.end :])
    if match is None or not _OPENS.search(sentence.masked[: value.start]) or _BACKWARD.search(sentence.text):
        return
    end = value.end + match.end()
    name = predicates.named(sentence, end, _next(sentence, end))
    group = _group(sentence, (value.end, end), named)
    if name and (group or not match["arm"]):
        used.add(value.start)
        yield _finding(sentence, name, value, group)


def _next(sentence: Sentence, start: int) -> int:
    """The next figure; what people did ends before it."""
    return min((v.start for v in sentence.values if v.start > start), default=len(sentence.text))


def _group(sentence: Sentence, place: Place, named: tuple[Named, ...]) -> str:
    inside = [g for g in named if place[0] <= g.start < place[1]]
    return inside[0].name if len(inside) == 1 else ""


def _commonest(sentence: Sentence, used: set[int]) -> Iterator[Finding]:
    """`The commonest adverse events were X (9%) and Y (8.5%)`: every member must have its figure."""
    head = _COMMONEST.search(sentence.masked)
    if head is None:
        return
    told = list(_ITEM.finditer(head["list"]))
    if not told or re.match(r"\s?(?:,|and)", head["list"]):
        return
    for item in told:
        at = head.start("list")
        value = sentence.value(at + item.start("v"))
        name = outcome.phrase(sentence, at + item.start("np"), at + item.end("np"))
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


def _finding(sentence: Sentence, name: str, value: Value, group: str, *, harm: bool = False) -> Finding:
    result = build.arm(sentence, group, value)
    start = clauses.clause_start(sentence, value.start)
    end = _next(sentence, value.end)
    return build.finding(sentence, name, Measure.PERCENTAGE, arms=(result,), unit="%", clause=(start, end), harm=harm)
