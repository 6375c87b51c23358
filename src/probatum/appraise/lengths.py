"""How long a study lasted: the time that its methods give for it, and none that is of a first dose or of one arm."""

from __future__ import annotations

import re
from collections.abc import Sequence

from probatum.appraise.numbers import NUMBER, whole
from probatum.appraise.reading import Sentence
from probatum.model import SectionRole, Sourced
from probatum.text.expressions import caseless

UNIT = r"(?:days?|weeks?|wks?|wk|months?|mo|years?|yr|yrs|hours?)"
DURATION = (
    caseless(
        rf"(?<![.,·])(?<!within )(?<!at most )(?<!every )(?<!each )(?<!per )\b(?P<v>(?:{NUMBER})[- ]{UNIT})[-, ]+"
        rf"(?:(?!were|was|who)[\w-]+,? ){{0,5}}?(?:trial|study|treatment|therapy"
        rf"|period|course|intervention|programme?|double|random|open|crossover|cross-over|placebo|follow)"
    ),
    caseless(
        rf"(?:\b(?:for|during|lasting|lasted)|(?<! g )(?<!mg )(?<!ml )(?<!units )\bover)"
        rf"(?: up to| a period of| a total of| a further| another| an additional| the)?"
        rf" (?:(?:\d{{1,3}},? ){{1,4}}(?:or|and) )?(?P<v>(?:{NUMBER})(?: |-){UNIT})"
        rf"\b(?! (?:or|before|prior|of age|ago|every|of each|per|out of|in each|a week))"
    ),
    caseless(rf"(?<![.,·])\b(?P<v>(?:{NUMBER}) {UNIT}) of (?:treatment|therapy|intervention|follow)"),
)
NOT_DURATION = caseless(
    r"\b(?:inclusion|eligib\w+|history of|at least|aged|previous|prior|duration of (?:disease|illness|symptoms)"
    r"|had been|who had|wash-?out|run-?in|age of|years old|recalls?|recalled|diar(?:y|ies)|(?:food|diet\w*) records?"
    r"|urine|samples?|accelerometers?|hospitali[sz]ed|(?:adjusted|titrated|increased|infused)(?: up| down)? over"
    r"|(?:hours?|minutes?) into a vein|held|stored|kept|incubat\w+|cultur\w+|fasted|worn|shelf)\b"
)


def find(said: Sequence[Sentence]) -> Sourced | None:
    """How long a study lasted, from its methods: the treatment, else the time that people were followed."""
    planned = [s for s in said if s.role in (SectionRole.METHODS, SectionRole.NONE, SectionRole.OBJECTIVE)]
    for pattern in DURATION:
        for sentence in planned:
            for match in pattern.finditer(sentence.text):
                if made := _length(sentence, match):
                    return made
    return None


_LISTED = caseless(r"(?:\d{1,3},? ){1,4}(?:or|and) $")
"""The other lengths of `for 3, 6 or 12 months`."""
_HOURS = caseless(r"hours?$")
_SESSION = caseless(
    r"\b(?:sessions?|class(?:es)?|lessons?|per (?:week|day)|(?:a|each|every) (?:week|day)|days? ?/ ?week"
    r"|weekly|times (?:a|per|each)"
    r"|(?:twice|once|thrice) (?:a|per|each))\b"
)
"""Words beside hours that make them those of one session."""
_MEASURED_AT = caseless(r"\b(?:at|after|on|baseline,?(?: and)?)(?: the)? $")
_PHASE = caseless(
    r",? (?:and )?(?:then|followed by|thereafter|after which)\b[^.;,]{0,25}?\d ?(?:mg|g|µg|μg|mcg|ml|IU|units?)\b"
    r"| or (?:for )?\d"
)
"""Behind a time that is only that of a first dose, or of one arm."""
_OTHER_ARM = caseless(rf"\b(?:{NUMBER})[- ]{UNIT} (?:or|versus|vs\.?|v) (?:for )?$|\bafter \d{{1,3}} (?:to|or) $")


def _length(sentence: Sentence, match: re.Match[str]) -> Sourced | None:
    """The time that a study lasted, as it is written; None for that of a first dose or of one arm alone."""
    text, (start, end) = sentence.text, match.span("v")
    around = text[max(0, start - 40) : match.end() + 30]
    before = text[max(0, start - 30) : start]
    if NOT_DURATION.search(around) or _PHASE.match(text, end) or _OTHER_ARM.search(before):
        return None
    if _HOURS.search(match["v"]) and _SESSION.search(text[max(0, start - 80) : match.end() + 80]):
        return None
    listed = _LISTED.search(before)
    if listed and _MEASURED_AT.search(text[:start][: -len(listed[0])]):
        listed = None  # `at 4, 8 and 12 weeks`: when it was measured; it lasted until the last
    start -= len(listed[0]) if listed else 0
    value = match["v"].strip()
    value = f"{listed[0]}{_plural(value)}" if listed else _plural(value)
    return Sourced(value, sentence.span(*tight(text, start, end)))


def _plural(duration: str) -> str:
    """`12-week` -> `12 weeks`."""
    number, _, unit = duration.replace("-", " ").rpartition(" ")
    return f"{number} {unit}" if unit.endswith("s") or whole(number) == 1 else f"{number} {unit}s"


def tight(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch without the blanks at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
