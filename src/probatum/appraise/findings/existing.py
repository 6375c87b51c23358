"""Shares of events that there were: `there were 6 (3%) infections`, `four cases (7%) of rash were seen`.

The count may stand before the share (`seven infections (4%) were reported`). Only what happens to people is read so:
`there were 12 (40%) women` says who they were.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from probatum.appraise.findings import outcome
from probatum.appraise.findings.arms import looks_human
from probatum.appraise.findings.sentence import Sentence
from probatum.appraise.findings.values import Place, Value
from probatum.text.expressions import caseless

_EVENT: Final = caseless(
    r"(?:(?:adverse|serious)\s(?:events?|reactions?|effects?)|side[- ]effects?|toxicit(?:y|ies)|complications?|deaths?|"
    r"infections?|recurrences?|relapses?|failures?|reactions?|re-?operations?|revisions?|re-?admissions?|"
    r"hospitali[sz]ations?|fractures?|dislocations?|leak(?:age)?s?|ha?emorrhages?|bleed(?:ing)?s?|bleeding events?|"
    r"strokes?|thrombos[ei]s|thrombi|embolisms?|infarctions?|ha?ematomas?|seromas?|fistulas?|conversions?|withdrawals?|"
    r"dropouts?|discontinuations?|miscarriages?|abortions?|stillbirths?|falls?|seizures?|exacerbations?|"
    r"injur(?:y|ies)|perforations?|ulcers?|metastas[ei]s|stenos[ei]s|occlusions?|abscess(?:es)?|rejections?|"
    r"intolerances?|malformations?|lacerations?|ruptures?|responses?|remissions?|cures?)$"
)
"""Nouns of what happens to people, at the end of a phrase."""
_OPENING: Final = caseless(
    r"\b(?:there\s(?:was|were|has been|have been)|we\s(?:also\s)?(?:observed|found|noted|recorded|identified|"
    r"encountered|detected|saw|had))\s(?:(?:only|also|a total of|about|approximately)\s)*$"
)
_NP: Final = r"(?P<cases>(?:cases?|episodes?|instances?)\sof\s)?(?P<np>[a-z][^ⓋⓅⒸⓂⓇ,;:.()\[\]]{2,70}?)"
_END: Final = (
    r"(?=\s?[,;:.\[(]|\s?$|\s(?:in|during|after|within|at|among|with|that|which|who|needing|requiring|over|on|and|but|"
    r"due|related|because|from|for|following|associated|attributed|attributable|reported|occurring)\s|\sⓉ)"
)
_SEEN: Final = (
    r"\s(?:occurred|(?:was|were)\s(?:[a-z]+ly\s)?(?:reported|observed|seen|noted|recorded|found|detected|encountered|"
    r"identified|documented|diagnosed))\b"
)
_AHEAD_THERE: Final = caseless(rf"\s{_NP}{_END}")
_AHEAD_SEEN: Final = caseless(rf"\s(?P<of>of\s)?{_NP}{_SEEN}")
_OF_CASES: Final = caseless(rf"\sof\s{_NP}{_END}")
_COUNTED: Final = caseless(rf"(?P<c>Ⓥ+)\s{_NP}\s[\[(]$")
_CLOSES: Final = caseless(r"[\])]")
_CLOSES_SEEN: Final = caseless(rf"[\])]{_SEEN}")
_ENDS_IN_CASES: Final = caseless(r"(?:^|[\s)])cases?\b[^a-z]*$")


class Existing(NamedTuple):
    """What there was, its share with the count, and the values that tell both."""

    name: str
    value: Value
    used: tuple[int, ...]
    start: int


def read(sentence: Sentence, value: Value, opens: bool) -> Existing | None:
    """The event whose share a value is. `opens`: the value opens its clause."""
    before = _COUNTED.search(sentence.masked[: value.start])
    if before is not None:
        return _behind(sentence, value, before.start("c"), before.span("np"), before["cases"])
    if not value.percent or not value.events:
        return None
    there = _OPENING.search(sentence.masked[: value.start]) is not None
    if not (there or opens):
        return None
    rest = sentence.masked[value.end :]
    cases = _ENDS_IN_CASES.search(sentence.text[value.start : value.end]) is not None
    match = (_OF_CASES.match(rest) if cases else _AHEAD_THERE.match(rest)) if there else _AHEAD_SEEN.match(rest)
    if match is None or (not there and bool(match["of"]) is not cases):
        return None
    name = _event(sentence, (value.end + match.start("np"), value.end + match.end("np")), cases or bool(match["cases"]))
    return Existing(name, value, (value.start,), value.start) if name else None


def _behind(sentence: Sentence, value: Value, at: int, place: Place, cases: str | None) -> Existing | None:
    """The count, the event, and its share in the bracket behind it."""
    count = sentence.value(at)
    there = _OPENING.search(sentence.masked[:at]) is not None
    closes = (_CLOSES if there else _CLOSES_SEEN).match(sentence.masked, value.end)
    if closes is None or not count.counted or count.events or value.events or not value.percent:
        return None
    name = _event(sentence, place, bool(cases))
    return Existing(name, value._replace(events=count.figure), (value.start, at), at) if name else None


def _event(sentence: Sentence, place: Place, cases: bool) -> str:
    """The phrase at a place when it is an event, or what there were cases of."""
    words = sentence.masked[slice(*place)]
    if outcome.has_verb(words) or looks_human(words) or not (cases or _EVENT.search(words)):
        return ""
    return outcome.phrase(sentence, *place)
