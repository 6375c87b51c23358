"""A change whose start and end stand aside: `an increase in X (from 3 to 5)`, or behind what a treatment did to X."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from probatum.appraise.findings import build, clauses, groups, outcome
from probatum.appraise.findings.moved import ASIDE, DOWN, MEAN, UP, goes_on, moved, moved_way, way_of, within
from probatum.appraise.findings.sentence import Sentence
from probatum.model import Direction, Finding, Measure
from probatum.text.expressions import expression

_IN_BRACKETS: Final = expression(
    rf"(?:(?P<noun>(?<![\w-])(?:reductions?|decreases?|declines?|increases?|improvements?|falls?|rises?|changes?))\s(?:in|of)\s"
    rf"(?:the\s|mean\s|median\s)*(?P<np>[^ⓋⓅⒸⓇ,;:()]{{3,70}}?)(?:\s(?:was|were)\s(?:found|observed|seen|noted))?|"
    rf"(?P<verb>(?<![\w-])(?:{UP}|{DOWN}))(?:\s[a-z]+ly)?)"
    rf"(?P<more>\s(?:after|following|during|over|from baseline|at)\s[^ⓋⓅⒸⓇ,;:()]{{2,60}}?|\sⓉ+)?\s[\[(]\s?(?:from\s)?"
    rf"{MEAN}(?P<v1>Ⓥ+){ASIDE}\sto\s{MEAN}(?P<v2>Ⓥ+){ASIDE}(?=[^Ⓥ]*[\])])",
    re.IGNORECASE,
)
"""`an increase in X (from 3 to 5, p = 0.01)`, `X decreased after Y (5 to 3)`."""
_ACTED: Final = expression(
    rf"(?P<verb>(?<![\w-])(?<!was\s)(?<!were\s)(?:reduced|lowered|decreased|increased|improved|raised|shortened))\s(?:the\s|mean\s|"
    rf"median\s|average\s)*(?P<np>(?!(?:in|by|with|from|to|at|on|for|after|over)\b)[^ⓋⓅⒸⓇ,;:()]{{3,70}}?)\sfrom\s"
    rf"{MEAN}(?P<v1>Ⓥ+){ASIDE}\sto\s{MEAN}(?P<v2>Ⓥ+){ASIDE}(?!\s(?:with|in|on|for|among)\b|[^;.Ⓥ]{{0,40}}\sto\sⓋ)",
    re.IGNORECASE,
)
"""`A reduced X from 60 to 52`."""


_NEXT: Final = expression(r"[^()\[\]]*[)\]],?\s(?:and\s)?(?:in\s)?[\w/ -]{3,60}?\s[\[(]\s?from\sⓋ", re.IGNORECASE)


def read(sentence: Sentence, used: set[int]) -> Iterator[Finding]:
    """Start and end of one group in brackets behind what changed, or behind what a treatment changed."""
    for match in (*_IN_BRACKETS.finditer(sentence.masked), *_ACTED.finditer(sentence.masked)):
        starts = (match.start("v1"), match.start("v2"))
        begin = clauses.clause_start(sentence, match.start())
        group = _whose(sentence, begin, match.start("v1"))
        if _NEXT.match(sentence.masked, match.end()):
            continue  # `of A (from 3 to 5) and B (from 2 to 4)`: of each of a list
        if set(starts) & used or group is None or (len(sentence.values) > 2 and goes_on(sentence, match.end())):
            continue
        if match["np"]:
            name = outcome.phrase(sentence, *match.span("np"))
        else:
            place = clauses.subject_place(sentence, begin, match.start())
            name = outcome.phrase(sentence, *place) if place is not None and place[1] >= match.start() - 1 else ""
        result = moved(sentence, *starts, group, match.end()) if name else None
        way = Direction.UNCLEAR if result is None else moved_way(result)
        said = way_of(match["verb"]) if match["verb"] else build.direction_words(match["noun"])
        if result is None or (Direction.UNCLEAR not in (way, said) and way is not said):
            continue
        used.update(starts)
        value = sentence.value(starts[1])
        p = build.trailing_p(sentence, match.end())
        yield within(
            build.finding(
                sentence,
                name,
                Measure.CHANGE,
                arms=(result,),
                p=p,
                unit=value.unit or ("%" if value.percent else ""),
                clause=(begin, p.end if p else match.end()),
                words=way,
            )
        )


def _whose(sentence: Sentence, start: int, stop: int) -> str | None:
    """The one group of a clause; empty where it names none, None where it names several or holds one to another."""
    named = {g.name.lower(): g.name for g in groups.named(sentence) if start <= g.start < stop}
    if len(named) > 1 or _HELD_TO.search(sentence.masked, start):
        return None
    return next(iter(named.values()), "")


_HELD_TO: Final = expression(
    r"\b(?:than|compared|versus|vs|respectively|between|both|differ\w*)\b(?!\s(?:to\s|with\s)?(?:the\s)?(?:baseline|before|pre))",
    re.IGNORECASE,
)
