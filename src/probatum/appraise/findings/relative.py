"""An arm's result as a share of the comparator's: `31% of the placebo rate with 300 mg/day (p = 0.047)`."""

from __future__ import annotations

import re
from typing import Final

from probatum.appraise.findings import arms as arm_names
from probatum.appraise.findings import build, clauses, outcome
from probatum.appraise.findings.sentence import Sentence
from probatum.model import ArmResult, Direction, Finding, Measure

_REFERENCE: Final = re.compile(
    r"(?P<v>Ⓥ+)\s(?:of|relative to)\s(?:the\s|that\s)?(?:rate\s|value\s|level\s|mean\s|frequency\s|"
    r"risk\s|severity\s)?(?:on\s|in\s|with\s|for\s|of\s)?(?:the\s)?"
    r"(?P<ref>placebo|controls?|sham|comparator|usual care|vehicle)(?:\s(?P<tail>groups?|arms?|rates?|"
    r"values?|levels?|mean|frequency|treatment|response|recipients))?"
    r"(?P<with>\s(?:with|on|in|for|at|after|receiving|"
    r"among)\s(?P<arm>[^ⓋⓅⒸⓇ,;:()\[\]]{2,60}?)(?=\s?[(,;.\[]|\s?$|\s(?:and|but|versus)\s))?",
    re.IGNORECASE,
)
_NEXT: Final = re.compile(
    r"^,?\s?(?:and|but|versus|vs\.?)\s(?:to\s|by\s|only\s)?(?P<v>Ⓥ+)(?:\s(?:of|"
    r"relative to)\s[^ⓋⓅⒸⓇ,;()]{3,40}?)?\s(?:with|on|in|for|at|after|receiving|"
    r"among)\s(?P<arm>[^ⓋⓅⒸⓇ,;:()\[\]]{2,60}?)(?=\s?[(,;.\[]|\s?$)",
    re.IGNORECASE,
)


def read(sentence: Sentence, used: set[int]) -> list[Finding]:
    """One finding for each arm that is given as a share of the comparator."""
    made: list[Finding] = []
    for match in _REFERENCE.finditer(sentence.masked):
        if match.start("v") in used or not sentence.value(match.start("v")).percent:
            continue
        name = _outcome(sentence, match.start())
        if not name:
            continue
        reference = sentence.text[match.start("ref") : match.end("ref")]
        arm = match.span("arm") if match["arm"] else _arm_before(sentence, match.start())
        if arm is None:
            continue
        position = match.end()
        made.extend(_add(sentence, name, reference, arm, match.start("v"), position, used))
        while True:
            skip = re.match(r"^\s?[\[(]\s?Ⓟ+[^()\[\]]*[\])]", sentence.masked[position:])
            following = _NEXT.match(sentence.masked[position + (skip.end() if skip else 0) :])
            if following is None:
                break
            base = position + (skip.end() if skip else 0)
            place = (base + following.start("arm"), base + following.end("arm"))
            position = base + following.end()
            made.extend(_add(sentence, name, reference, place, base + following.start("v"), position, used))
    return made


def _add(
    sentence: Sentence, name: str, reference: str, arm: tuple[int, int], value_start: int, end: int, used: set[int]
) -> list[Finding]:
    value = sentence.value(value_start)
    arm_name = arm_names.clean(sentence.text[arm[0] : arm[1]], sentence.context)
    if not value.percent or not arm_names.valid(arm_name, sentence.masked[arm[0] : arm[1]]):
        return []
    used.add(value_start)
    result = build.arm(sentence, arm_name, value)
    share = 0.0 if result.value is None else result.value.value
    words = Direction.LOWER if share < 100 else Direction.HIGHER if share > 100 else Direction.UNCLEAR
    p = build.trailing_p(sentence, end)
    return [
        build.finding(
            sentence,
            name,
            Measure.RELATIVE,
            arms=(result, ArmResult(reference, control=True)),
            p=p,
            unit="%",
            words=words,
            comparator=reference,
            clause=(value_start, p.end if p else end),
        )
    ]


def _outcome(sentence: Sentence, position: int) -> str:
    return outcome.subject(sentence, clauses.clause_start(sentence, position), position)


def _arm_before(sentence: Sentence, position: int) -> tuple[int, int] | None:
    """`With 300 mg/day, the cramp rate was 31% of the placebo rate`."""
    match = re.match(
        r"^(?:with|on|in|for|at)\s(?P<arm>[^ⓋⓅⒸⓇ,;:()]{2,60}),\s", sentence.masked[:position], re.IGNORECASE
    )
    return match.span("arm") if match else None
