"""A difference in the verb: `A lowered itch by 5.8 points (95% CI 2.3 to 9.2) more than B`, `itch fell by 5.8
points with A compared with B`.

Only where both groups are named, and for amounts with a unit of their own: a percentage may be of the other group or
of the start, and is left to the readers that ask which.
"""

from __future__ import annotations

import re
from typing import Final

from probatum.appraise.findings import arms as arm_names
from probatum.appraise.findings import benefit, build, clauses, outcome
from probatum.appraise.findings.sentence import Sentence
from probatum.appraise.findings.values import Place
from probatum.model import ArmResult, Direction, Finding, Measure
from probatum.text.expressions import expression

_DOWN: Final = r"lowered|reduced|decreased|shortened|cut|diminished|fell|declined|dropped"
_UP: Final = r"raised|increased|prolonged|extended|lengthened|rose"
_NAME: Final = r"[^ⓋⓅⒸⓇ,;:()\[\]]{2,60}?"
_BY: Final = (
    r"by\s(?:a\s(?:mean|median)(?:\sof)?\s|an average of\s|about\s|approximately\s)?(?P<v>Ⓥ+)(?:\s(?!in\b|on\b)[a-z]+)?"
)
_BRACKET: Final = r"(?:\s?[\[(](?P<told>[^()\[\]]*)[\])])?"
_STOP: Final = r"(?=\s?[(,;.\[]|\s?$|\s(?:at|over|after|during|and|but)\s|\sⓉ)"
_ACTING: Final = expression(
    rf"(?P<arm>{_NAME})\s(?:significantly\s)?(?P<verb>{_DOWN}|{_UP}|improved|worsened)\s(?P<what>{_NAME})\s"
    rf"{_BY}{_BRACKET},?\s(?:more than|compared (?:with|to)|versus|vs\.?|relative to)\s(?P<ref>{_NAME}){_STOP}",
    re.IGNORECASE,
)
_MOVING: Final = expression(
    rf"(?P<what>{_NAME})\s(?:(?:was|were)\s)?(?:significantly\s)?(?P<verb>{_DOWN}|{_UP}|improved|worsened)\s{_BY}{_BRACKET}\s"
    rf"(?:more\s)?(?:with|in|on)\s(?P<arm>{_NAME}){_BRACKET.replace('told', 'later')},?\s"
    rf"(?:compared (?:with|to)|versus|vs\.?|relative to|than)\s(?:(?:with|in|on)\s)?(?P<ref>{_NAME}){_STOP}",
    re.IGNORECASE,
)


def read(sentence: Sentence, used: set[int]) -> list[Finding]:
    """The difference of a clause; at most one, whose figure nobody has used."""
    for pattern in (_ACTING, _MOVING):
        at = sentence.masked.find("Ⓥ")
        if at < 0:
            return []
        match = pattern.match(
            sentence.masked, clauses.skip_lead(sentence.masked, clauses.clause_start(sentence, at), at)
        )
        made = _finding(sentence, match, used) if match is not None else None
        if made is not None:
            return [made]
    return []


def _finding(sentence: Sentence, match: re.Match[str], used: set[int]) -> Finding | None:
    value = sentence.value(match.start("v"))
    one, two = _arm(sentence, match.span("arm")), _arm(sentence, match.span("ref"))
    name = outcome.phrase(sentence, *match.span("what"))
    own_unit = value.unit and not value.percent and not value.counted
    if value.start in used or not own_unit or one is None or two is None or not name:
        return None
    used.add(value.start)
    ends = [match.end("v"), match.end("arm"), match.end()]
    mark = next((m for end in ends if (m := build.trailing_interval(sentence, end, 12)) is not None), None)
    ends = [mark.end] if mark is not None else ends
    p = next((m for end in ends if (m := build.trailing_p(sentence, end)) is not None), None)
    valued = {"improved": 1, "worsened": -1}.get(match["verb"].lower(), 0)
    return build.finding(
        sentence,
        name,
        Measure.MEAN_DIFFERENCE,
        arms=(one, two),
        estimate=sentence.figure(value.figure),
        interval=sentence.interval(mark) if mark else None,
        p=p,
        unit=value.unit,
        words=_way(match["verb"], valued, name),
        good=valued,
        clause=(match.start(), max(match.end(), p.end if p else 0)),
    )


def _way(verb: str, valued: int, name: str) -> Direction:
    sign = valued * benefit.meaning(name) if valued else -1 if re.fullmatch(_DOWN, verb, re.IGNORECASE) else 1
    return {1: Direction.HIGHER, -1: Direction.LOWER}.get(sign, Direction.UNCLEAR)


def _arm(sentence: Sentence, place: Place) -> ArmResult | None:
    name = arm_names.clean(sentence.text[slice(*place)], sentence.context)
    if not arm_names.valid(name) or not arm_names.arm_like(name, sentence.masked[slice(*place)], sentence.context):
        return None
    return ArmResult(name, control=arm_names.is_control(name, sentence.context))
