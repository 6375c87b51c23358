"""An arm's result as a share of the comparator's: `31% of the placebo rate with 300 mg/day (p = 0.047)`."""

from __future__ import annotations

import re
from typing import Final

from probatum.appraise.findings import arms as arm_names
from probatum.appraise.findings import build, clauses, outcome
from probatum.appraise.findings.sentence import Sentence
from probatum.model import ArmResult, Direction, Finding, Measure
from probatum.text.expressions import expression

_REFERENCE: Final = expression(
    r"(?P<v>Ⓥ+)\s(?:of|relative to)\s(?:the\s|that\s)?(?:rate\s|value\s|level\s|mean\s|frequency\s|"
    r"risk\s|severity\s)?(?:on\s|in\s|with\s|for\s|of\s)?(?:the\s)?"
    r"(?P<ref>placebo|controls?|sham|comparator|usual care|vehicle)(?:\s(?P<tail>groups?|arms?|rates?|"
    r"values?|levels?|mean|frequency|treatment|response|recipients))?"
    r"(?P<with>\s(?:with|on|in|for|at|after|receiving|"
    r"among)\s(?P<arm>[^ⓋⓅⒸⓇ,;:()\[\]]{2,60}?)(?=\s?[(,;.\[]|\s?$|\s(?:and|but|versus)\s))?",
    re.IGNORECASE,
)
_NEXT: Final = expression(
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
        start = clauses.clause_start(sentence, match.start())
        made.extend(_add(sentence, name, reference, arm, match.start("v"), position, used, start))
        while True:
            skip = re.match(r"^\s?[\[(]\s?Ⓟ+[^()\[\]]*[\])]", sentence.masked[position:])
            following = _NEXT.match(sentence.masked[position + (skip.end() if skip else 0) :])
            if following is None:
                break
            base = position + (skip.end() if skip else 0)
            place = (base + following.start("arm"), base + following.end("arm"))
            position = base + following.end()
            made.extend(_add(sentence, name, reference, place, base + following.start("v"), position, used, start))
    return made + _listed(sentence, used)


_EQUALS: Final = expression(
    r"[\[(;,]\s?(?P<arm>[^ⓋⓅⒸⓇ,;:()\[\]=]{2,40}?)\s?[=:]\s?(?:(?:mean |median )?(?:rate|mean|"
    r"median|value|level|score|risk|frequency|severity)s?\s?[=:]\s?)?(?P<v>Ⓥ+)\s"
    r"(?:of|relative to)\s(?:the\s|that\s(?:of|with|on)\s)?(?P<ref>placebo|controls?|sham|comparator|"
    r"usual care|vehicle)(?![\w-])",
    re.IGNORECASE,
)
_REDUCTION: Final = expression(
    r"(?<![\w-])(?:reductions?|decreases?|increases?|improvements?|falls?|rises?|changes?)\s(?:in|of)\s(?:the\s)?",
    re.IGNORECASE,
)


def _listed(sentence: Sentence, used: set[int]) -> list[Finding]:
    """`reductions in itch (300 mg = 31% of placebo, p = 0.047; 900 mg = 16% of placebo) and sleep loss (...)`."""
    made: list[Finding] = []
    for match in _EQUALS.finditer(sentence.masked):
        opening = sentence.masked.rfind("(", 0, match.start() + 1)
        if match.start("v") in used or opening < 0 or ")" in sentence.masked[opening : match.start()]:
            continue
        name = _before_bracket(sentence, opening)
        if name:
            reference = sentence.text[slice(*match.span("ref"))]
            begin = clauses.clause_start(sentence, opening)
            made.extend(_add(sentence, name, reference, match.span("arm"), match.start("v"), match.end(), used, begin))
    return made


def _before_bracket(sentence: Sentence, opening: int) -> str:
    """The outcome a bracket belongs to: the member of a list before it, what was reduced, or the subject."""
    item = outcome.list_item(sentence, 0, opening)
    if item is not None:
        return "" if outcome.has_verb(sentence.masked[slice(*item)]) else outcome.phrase(sentence, *item)
    start = clauses.clause_start(sentence, opening)
    heads = list(_REDUCTION.finditer(sentence.masked, start, opening))
    if heads:
        return outcome.phrase(sentence, heads[-1].end(), opening)
    return outcome.subject(sentence, start, opening)


def _add(
    sentence: Sentence,
    name: str,
    reference: str,
    arm: tuple[int, int],
    value_start: int,
    end: int,
    used: set[int],
    begin: int,
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
            clause=(begin, p.end if p else end),
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
