"""The start and the end of a change: its verbs, its way, and the one arm that has both figures."""

from __future__ import annotations

import re
from typing import Final

import msgspec

from probatum.appraise.findings import arms as arm_names
from probatum.appraise.findings.sentence import Sentence
from probatum.model import ArmResult, Direction, Finding

UP: Final = r"increased|rose|improved|went up|climbed|grew|gained"
DOWN: Final = (
    r"decreased|fell|declined|dropped|reduced|was reduced|were reduced|diminished|went down|lowered|"
    r"shortened|worsened|lessened"
)
MEAN: Final = r"(?:an?\s(?:mean|median|average|baseline)(?:\s\(SD\))?(?:\sof|\svalue\sof)?\s)?"
ASIDE: Final = r"(?:\s?[\[(]\s?(?:(?:interquartile range|IQR|range|SD)[\s:(IQR)]{0,8})?[ⒸⓇⓃⓍ]+\s?[\])])?"


def goes_on(sentence: Sentence, end: int) -> bool:
    """A further figure follows without a verb of its own: of a third time, or of another group."""
    return re.match(r"[^;.ⓋⓅ]{0,40}(?:,|\sand|\sto|\sversus|\svs\.?)\s(?:to\s)?Ⓥ", sentence.masked[end:]) is not None


def within(found: Finding) -> Finding:
    """The p value of a change within a group says so."""
    if found.p is None or found.p.kind:
        return found
    return msgspec.structs.replace(found, p=msgspec.structs.replace(found.p, kind="within"))


def way_of(verb: str) -> Direction:
    """Which way a verb says that it went; unclear where it says only that it got better or worse."""
    if re.search(rf"\b(?:{DOWN}|lower|shorter)\b", verb, re.IGNORECASE):
        return Direction.UNCLEAR if re.search("worsened", verb, re.IGNORECASE) else Direction.LOWER
    return Direction.UNCLEAR if re.search("improved|changed", verb, re.IGNORECASE) else Direction.HIGHER


def moved(sentence: Sentence, first: int, last: int, name: str, end: int) -> ArmResult | None:
    """The arm with its start as baseline; None where both figures are not of one kind."""
    one, two = sentence.value(first), sentence.value(last)
    if one.percent != two.percent or (one.unit and two.unit and one.unit != two.unit):
        return None
    value, baseline = sentence.figure(two.figure), sentence.figure(one.figure)
    control = bool(name) and arm_names.is_control(name, sentence.context)
    return ArmResult(
        name, value, baseline, sentence.figure(two.spread), two.spread_kind if two.spread else "", control=control
    )


def moved_way(result: ArmResult) -> Direction:
    """Which way its figures went."""
    if result.value is None or result.baseline is None or result.value.value == result.baseline.value:
        return Direction.UNCLEAR
    return Direction.LOWER if result.value.value < result.baseline.value else Direction.HIGHER
