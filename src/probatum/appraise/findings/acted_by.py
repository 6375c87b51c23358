"""What one treatment changed by how much: `A lowered itch by 9 points (95% CI 4 to 14) compared with no A`.

The group or treatment that acted is the arm; where the words hold it to another, that one is the comparator.
"""

from __future__ import annotations

import re
from typing import Final

import msgspec

from probatum.appraise.findings import arms as arm_names
from probatum.appraise.findings import build, clauses, outcome
from probatum.appraise.findings.sentence import Sentence
from probatum.model import ArmResult, Direction, Finding, Interval, Measure
from probatum.text.expressions import caseless

_DOWN: Final = r"lowered|reduced|decreased|shortened|cut|diminished|lowers|reduces|decreases"
_UP: Final = r"raised|increased|prolonged|extended|lengthened|raises|increases"
_BY: Final = caseless(
    rf"\s(?:significantly\s|also\s|further\s)*(?P<verb>{_DOWN}|{_UP})\s(?:the\s)?"
    r"(?P<what>[^ⓋⓅⒸⓂⓇ,;:()\[\]]{2,70}?)\s"
    r"(?:significantly\s)?by\s(?:an?\s(?:mean|median|average)(?:\sof)?\s|about\s|approximately\s|an estimated\s|up to\s"
    r")?"
    r"(?P<v>Ⓥ+)"
)
_AGAINST: Final = caseless(
    r"(?:\s?[\[(][^()\[\]]*[\])])?(?:\sper\s[a-z]+)?,?\s(?:when\s|as\s)?(?:compared (?:with|to)|versus|vs\.?|relative "
    r"to)\s"
    r"(?P<ref>[^ⓋⓅⒸⓂⓇ,;:()\[\]]{2,60}?)(?=\s?[,;.(\[]|\s?$|\s(?:at|over|after|during|and|but|in)\s|\sⓉ)"
)
_GOES_ON: Final = caseless(
    r"[^;.ⓋⓅⒸ]{0,40}?(?:\s?[\[(][^()\[\]]*[\])])?,?\s(?:(?:and|or|to|versus|vs\.?|while|whereas)\s(?:by\s|from\s|only\s)*Ⓥ|"
    r"more\b|than\b)"
)
"""A further figure: of another group, or of another time."""
_START: Final = caseless(r"\b(?:from|baseline|chance|odds|cost|price)\b")
_NOBODY: Final = caseless(
    r"(?:it|they|this|these|which|that|we|there|and|who|analys[ei]s|model\w*|(?:every|each|an?)\s.*|.*\b(?:increase|"
    r"decrease|reduction|increment|change|rise)\b.*)$"
)
"""A subject that is no treatment: a step of something measured raises another by so much."""


def read(sentence: Sentence, used: set[int]) -> list[Finding]:
    """The changes that a clause says a treatment made."""
    return [found for match in _BY.finditer(sentence.masked) if (found := _one(sentence, match, used)) is not None]


def _one(sentence: Sentence, match: re.Match[str], used: set[int]) -> Finding | None:
    value = sentence.value(match.start("v"))
    if value.start in used or value.counted or value.spread or not (value.percent or value.unit):
        return None
    start = clauses.clause_start(sentence, match.start())
    exposure = outcome.exposure(sentence, start, match.start())
    name = outcome.phrase(sentence, *match.span("what"))
    if not exposure or not name or _NOBODY.match(exposure) or outcome.has_verb(sentence.masked[start : match.start()]):
        return None
    arm = arm_names.clean(exposure, sentence.context)
    if not arm_names.valid(arm) or _START.search(name) or _GOES_ON.match(sentence.masked, value.end):
        return None
    other = _AGAINST.match(sentence.masked, value.end)
    against = arm_names.clean(sentence.text[slice(*other.span("ref"))], sentence.context) if other else ""
    if other is not None and (not arm_names.valid(against) or re.search("baseline|before", against, re.IGNORECASE)):
        return None
    used.add(value.start)
    mark = build.trailing_interval(sentence, value.end)
    mark = mark or (build.trailing_interval(sentence, other.end()) if other else None)
    end = max(other.end() if other else value.end, mark.end if mark else 0)
    limits = sentence.interval(mark) if mark else None
    return _finding(sentence, match, arm, against, name, limits, end)


def _finding(
    sentence: Sentence, match: re.Match[str], arm: str, against: str, name: str, limits: Interval | None, end: int
) -> Finding:
    value = sentence.value(match.start("v"))
    p = build.trailing_p(sentence, end) or build.trailing_p(sentence, value.end)
    down = re.fullmatch(_DOWN, match["verb"], re.IGNORECASE) is not None
    found = build.finding(
        sentence,
        name,
        Measure.PERCENT_CHANGE if value.percent else Measure.CHANGE,
        arms=(ArmResult(arm, sentence.figure(value.figure), control=arm_names.is_control(arm, sentence.context)),),
        interval=limits,
        p=p,
        unit=value.unit or "%",
        words=Direction.LOWER if down else Direction.HIGHER,
        clause=(match.start(), p.end if p else end),
        comparator=against,
    )
    if found.comparator or found.p is None or found.p.kind:
        return found
    return msgspec.structs.replace(found, p=msgspec.structs.replace(found.p, kind="within"))
