"""Change within an arm or a study: `fell from 5.3 to 3.5`, `decreased by 28%`, `15 points lower`."""

from __future__ import annotations

import re
from typing import Final

from probatum.appraise.findings import arms as arm_names
from probatum.appraise.findings import benefit, build, change_aside, clauses, outcome
from probatum.appraise.findings.moved import ASIDE, DOWN, MEAN, UP, goes_on, moved, moved_way, way_of, within
from probatum.appraise.findings.sentence import Sentence
from probatum.model import ArmResult, Direction, Figure, Finding, Interval, Measure
from probatum.text.expressions import expression

_FROM_TO: Final = expression(
    rf"(?P<verb>(?<![\w-])(?:{UP}|{DOWN}|changed|normali[sz]ed))(?P<adv>\s(?:significantly|markedly|slightly|"
    rf"further|progressively|substantially|gradually|statistically significantly|dramatically))?"
    rf"(?P<arm>\s(?:in|with|on|for)\s[^ⓋⓅⒸⓇ,;:()]{{2,60}}?)?"
    rf"(?:\s(?:after|following|during|over|with)\s(?:the\s)?[^ⓋⓅⒸⓇⓉ,;:()]{{3,40}}?|\sⓉ+)?,?\sfrom\s{MEAN}(?P<v1>Ⓥ+){ASIDE}"
    rf"(?P<u1>\s[^ⓋⓅⒸⓇ;]{{0,40}}?)?,?\sto\s{MEAN}(?P<v2>Ⓥ++)(?!\s(?:of\sage|old)\b){ASIDE}(?P<u2>\s(?:per|a|times)\s[\w-]+)?",
    re.IGNORECASE,
)
_BY: Final = expression(
    rf"(?P<verb>(?<![\w-])(?:was\s|were\s)?(?:{UP}|{DOWN}|lower|higher|shorter|"
    rf"longer))(?:\s(?:significantly|markedly|slightly|on average))?(?P<arm1>\s(?:in|with|on|"
    rf"for)\s[^ⓋⓅⒸⓇ,;:()]{{2,60}}?)?\sby\s(?:a\s(?:mean|median)(?:\sof)?\s|an average of\s|about\s|"
    rf"approximately\s)?(?P<v>Ⓥ+)"
    rf"(?:\s?[\[(]\s?[ⒸⓇ]+[^()\[\]]*[\])])?(?:\s?\([^()ⓅⒸ]{0, 60}\))?(?P<arm2>\s(?:in|with|on|for|"
    rf"among)\s(?P<name>[^ⓋⓅⒸⓇ,;:()]{{2,60}}?)(?=\s?[(,;.\[]|\s?$|\s(?:and|but|compared|versus|from|at|"
    rf"over|after|during)\s|\sⓉ))?",
    re.IGNORECASE,
)
_POINTS: Final = expression(
    r"(?:was|were|averaged)\s(?:on average\s|significantly\s)?(?P<v>Ⓥ+)\s(?P<way>lower|higher|less|"
    r"greater|fewer|more|shorter|longer|better|worse)(?P<scale>\son\s(?:a|an|the)\sⓍ+\s[\w-]+)?(?P<than>\s(?:with|"
    r"on|in|during)\s(?P<arm>[^ⓋⓅⒸⓇ,;:()]{2,50}?)\sthan\s(?:with\s|on\s|in\s|"
    r"during\s)(?P<ref>[^ⓋⓅⒸⓇ,;:()]{2,50}?)(?=\s?[(,;.]|\s?$))?",
    re.IGNORECASE,
)
_WAYS: Final = {"lower": Direction.LOWER, "less": Direction.LOWER, "fewer": Direction.LOWER, "shorter": Direction.LOWER}
_GOOD: Final = {"better": 1, "worse": -1}
"""Words that value a difference: they say whom it favours, and its way only where the outcome's meaning is known."""


_NOUN_FROM: Final = expression(
    rf"(?P<noun>(?<![\w-])(?:reductions?|decreases?|declines?|increases?|improvements?|falls?|rises?|changes?))\sin\s"
    rf"(?:the\s|mean\s|median\s)*(?P<np>[^ⓋⓅⒸⓇ,;:()]{{3,70}}?)(?:\s(?:was|were)\s(?:found|observed|seen|noted))?,?\sfrom\s"
    rf"{MEAN}(?P<v1>Ⓥ+){ASIDE}(?P<u1>\s[^ⓋⓅⒸⓇ;]{{0,40}}?)?,?\sto\s{MEAN}(?P<v2>Ⓥ+){ASIDE}",
    re.IGNORECASE,
)
"""`a significant improvement in X, from 3 before to 5 after`."""
_THEN: Final = r"(?P<{0}>\s(?:[\w-]+\s){{0,2}}?(?:{1}|Ⓣ+)(?:\s(?!and\b|to\b|vs\b|versus\b|but\b)[a-z][\w-]*){{0,2}}?)"
_BEFORE_AFTER: Final = expression(
    rf"\s(?:was|were|averaged)\s{MEAN}(?P<v1>Ⓥ+){ASIDE}"
    + _THEN.format("t1", r"before|pre-?[a-z]+|preoperative(?:ly)?|initially|baseline")
    + rf",?\s(?:and|versus|vs\.?|to|but|(?:as )?compared (?:with|to))\s(?:was\s)?{MEAN}(?P<v2>Ⓥ+){ASIDE}"
    + _THEN.format("t2", r"after|post-?[a-z]+|postoperative(?:ly)?|afterwards"),
    re.IGNORECASE,
)
"""`was 5 before and 3 after`."""


_EARLY: Final = expression(r"before|\bpre|initial|baseline|admission|enrol", re.IGNORECASE)
"""Without such a word the first figure may be the other group's."""


def read(sentence: Sentence, used: set[int]) -> list[Finding]:
    """Findings of change; a value that a comparison has taken is left alone."""
    return [
        *_from_to(sentence, used),
        *_phased(sentence, used, _NOUN_FROM),
        *_phased(sentence, used, _BEFORE_AFTER),
        *change_aside.read(sentence, used),
        *_by(sentence, used),
        *_points(sentence, used),
    ]


def _phased(sentence: Sentence, used: set[int], pattern: re.Pattern[str]) -> list[Finding]:
    """Two results of one group at two times, told by a noun of change or by the words of the times."""
    made: list[Finding] = []
    for match in pattern.finditer(sentence.masked):
        if {match.start("v1"), match.start("v2")} & used or goes_on(sentence, match.end()):
            continue
        if pattern is _NOUN_FROM:
            name = outcome.phrase(sentence, *match.span("np"))
        else:
            start = clauses.skip_lead(sentence.masked, clauses.clause_start(sentence, match.start()), match.start())
            name = outcome.phrase(sentence, start, match.start()) if _first_figure(sentence, start, match) else ""
        result = moved(sentence, match.start("v1"), match.start("v2"), "", match.end()) if name else None
        early = match.span("u1" if pattern is _NOUN_FROM else "t1")
        if result is None or not _EARLY.search(sentence.text[slice(*early)]):
            continue
        used.update((match.start("v1"), match.start("v2")))
        values = [sentence.value(match.start(v)) for v in ("v2", "v1")]
        unit = next((v.unit for v in values if v.unit), "%" if values[0].percent else "")
        p = build.trailing_p(sentence, match.end())
        clause = (clauses.clause_start(sentence, match.start()), p.end if p else match.end())
        found = build.finding(
            sentence, name, Measure.CHANGE, arms=(result,), p=p, unit=unit, clause=clause, words=moved_way(result)
        )
        made.append(within(found))
    return made


def _first_figure(sentence: Sentence, start: int, match: re.Match[str]) -> bool:
    """No figure and no verb stands between the beginning of the clause and its verb."""
    return not outcome.has_verb(sentence.masked[start : match.start()])


def _from_to(sentence: Sentence, used: set[int]) -> list[Finding]:
    made = []
    for match in _FROM_TO.finditer(sentence.masked):
        if {match.start("v1"), match.start("v2")} & used:
            continue
        name = _outcome(sentence, match)
        pairs = _pairs(sentence, match) if name else []
        results = [r for pair in pairs if (r := moved(sentence, *pair)) is not None]
        if not results or len(results) != len(pairs):
            continue
        used.update(s for pair in pairs for s in pair[:2])
        start, end = sentence.value(pairs[0][0]), sentence.value(pairs[0][1])
        unit = end.unit or start.unit or ("%" if end.percent else "") or " ".join((match["u2"] or "").split())
        stop = pairs[-1][3]
        size, interval, stop = _size(sentence, stop, used) if len(results) == 1 else (None, None, stop)
        p = build.trailing_p(sentence, stop)
        when = _WHEN.match(sentence.masked, stop)
        clause = (clauses.clause_start(sentence, match.start()), p.end if p else when.end() if when else stop)
        ways = {moved_way(r) for r in results}
        words = ways.pop() if len(ways) == 1 and len(results) == 1 else Direction.UNCLEAR
        made.append(
            build.finding(
                sentence,
                name,
                Measure.CHANGE,
                arms=tuple(results),
                estimate=size,
                interval=interval,
                p=p,
                unit=unit,
                clause=clause,
                words=words,
            )
        )
    return made


_WHEN: Final = expression(r"\s(?:in\s(?:the\s)?)?Ⓣ+")
"""`from 5 in year 1 to 3 in year 2`: the time of the end."""
_ARM_AFTER = expression(
    r"^(?:\s?[\[(]\s?[ⓅⒸ]+[^()\[\]]*[\])])?\s(?:in|with|on|for|"
    r"among)\s(?P<arm>[^ⓋⓅⒸⓇ,;:()]{2,60}?)(?=\s?[(,;.\[]|\s?$|\s(?:and|but|compared|versus|whereas|at|"
    r"over|after|during)\s|\sⓉ)",
    re.IGNORECASE,
)
_SECOND = expression(
    r"^(?:\s?[\[(]\s?[ⓅⒸ]+[^()\[\]]*[\])])?,?\s(?:and|but|versus|vs\.?|compared with|whereas|"
    r"while)\s(?:it\s(?:fell|rose|increased|"
    r"decreased)\s)?from\s(?P<v1>Ⓥ+)(?:\s[a-z/]+)?\sto\s(?P<v2>Ⓥ+)(?:\s(?:per|a)\s\w+)?\s(?:in|with|"
    r"on|for|among)\s(?P<arm>[^ⓋⓅⒸⓇ,;:()]{2,60}?)(?=\s?[(,;.\[]|\s?$)",
    re.IGNORECASE,
)


_PHASE = expression(r"\bpre-?[a-z]+")
"""`from 19% pre-intervention to 5% in the intervention`: a time, no group."""


def _pairs(sentence: Sentence, match: re.Match[str]) -> list[tuple[int, int, str, int]]:
    """Start and end value, arm and end of each change: one arm, or two that both say their name."""
    end = match.end()
    name = _arm(sentence, match["arm"], match.start("arm"))
    after = None if name else _ARM_AFTER.match(sentence.masked[end:])
    if after is not None:
        name = _arm(sentence, " in " + after["arm"], end + after.start("arm") - 4)
        name = "" if _PHASE.search(match["u1"] or "") and name.lower() in (match["u1"] or "").lower() else name
        end = end + after.end() if name else end
    first = (match.start("v1"), match.start("v2"), name, end)
    second = _SECOND.match(sentence.masked[end:])
    if second is not None and name:
        arm_name = _arm(sentence, " in " + second["arm"], end + second.start("arm") - 4)
        if arm_name:
            return [first, (end + second.start("v1"), end + second.start("v2"), arm_name, end + second.end())]
    if not name and re.match(
        r"^\s(?:[\w/]{1,8}\s)?(?:with|on|in|for|among)\s(?!(?:the\s)?[ⓉⓍ])\w", sentence.masked[end:]
    ):
        return []
    several = re.match(r"^[^;()]{0,8},\s(?:and\s)?[ⓋⓍ]", sentence.masked[end:])
    return [] if several or _chained(sentence, end) or second is not None else [first]


_SIZE = expression(
    r"^\s?[\[(,;]\s?(?:(?:mean\s)?(?:change|difference|reduction|decrease|"
    r"increase)(?:\sof)?[,:=]?\s)?(?P<v>Ⓥ+)(?=\s?[\]),;])"
)


def _size(sentence: Sentence, end: int, used: set[int]) -> tuple[Figure | None, Interval | None, int]:
    """The size of a change in the brackets behind it: `from 5.3 to 3.5 (-1.8; 95% CI -3.0 to -0.6)`."""
    match = _SIZE.match(sentence.masked[end:])
    if match is None:
        mark = build.trailing_interval(sentence, end)
        return None, None, mark.end if mark else end
    value = sentence.value(end + match.start("v"))
    used.add(value.start)
    mark = build.trailing_interval(sentence, value.end)
    return sentence.figure(value.figure), sentence.interval(mark) if mark else None, mark.end if mark else value.end


def _chained(sentence: Sentence, end: int) -> bool:
    """`from 5 to 3 and from 4 to 2 in A and B, respectively`: more than one pair, not readable with certainty."""
    return bool(
        re.match(r"^\s?(?:[\[(][^()\[\]]*[\])])?,?\s(?:and\s|to\s|then\s)(?:from\s|to\s)?Ⓥ", sentence.masked[end:])
    )


def _outcome(sentence: Sentence, match: re.Match[str]) -> str:
    start = clauses.clause_start(sentence, match.start())
    if re.search(r"[A-Za-z]", sentence.masked[start : match.start()]) is None:
        return ""
    place = clauses.subject_place(sentence, start, match.start())
    if place is None:
        return ""
    stop = match.start() if _PARTICIPLE.match(sentence.masked, place[1], match.start()) else place[1]
    return outcome.phrase(sentence, place[0], stop)


_PARTICIPLE: Final = expression(
    r"\s?(?:associated|related|attributed|caused|observed|reported)\s(?:with|to|by|in|during)\b"
)
"""`deaths associated with X increased`: the name goes on, and the verb of the clause is the next one."""


def _arm(sentence: Sentence, text: str | None, start: int) -> str:
    if not text:
        return ""
    lead = re.match(r"^\s(?:in|with|on|for|among)\s(?:the\s)?", text, re.IGNORECASE)
    begin = start + (lead.end() if lead else 0)
    raw = sentence.text[begin : start + len(text)]
    name = arm_names.clean(raw, sentence.context)
    return name if arm_names.valid(name) and arm_names.arm_like(name, text, sentence.context) else ""


def _by(sentence: Sentence, used: set[int]) -> list[Finding]:
    made = []
    for match in _BY.finditer(sentence.masked):
        value = sentence.value(match.start("v"))
        if value.start in used or (value.counted and not value.unit):
            continue
        if re.match(
            r"^\s?(?:[\[(][^()\[\]]*[\])])?,?\s(?:and|vs\.?|versus|or|to)\s(?:by\s)?Ⓥ",
            sentence.masked[match.end("v") :],
        ):
            continue
        if re.search(r"\b(?:versus|vs\.?|compared|whereas|while|and)\b[^;.Ⓥ]*Ⓥ", sentence.masked[match.end() :]):
            continue
        place = clauses.subject_place(sentence, clauses.clause_start(sentence, match.start()), match.start())
        name = outcome.phrase(sentence, *place) if place else ""
        if not name:
            continue
        used.add(value.start)
        arm_name = _arm(
            sentence, match["arm2"] or match["arm1"], match.start("arm2") if match["arm2"] else match.start("arm1")
        )
        mark = build.trailing_interval(sentence, match.end("v"))
        interval = sentence.interval(mark) if mark else None
        end = max(match.end(), mark.end if mark else 0)
        p = build.trailing_p(sentence, end)
        figure = sentence.figure(value.figure)
        measure = Measure.PERCENT_CHANGE if value.percent else Measure.CHANGE
        made.append(
            build.finding(
                sentence,
                name,
                measure,
                arms=(ArmResult(arm_name, value=figure, control=arm_names.is_control(arm_name, sentence.context)),),
                interval=interval,
                p=p,
                unit=value.unit or ("%" if value.percent else ""),
                words=way_of(match["verb"]),
                clause=(clauses.clause_start(sentence, match.start()), p.end if p else end),
            )
        )
    return made


def _points_way(way: str, name: str) -> Direction:
    if way in _GOOD:
        sign = _GOOD[way] * benefit.meaning(name)
        return {1: Direction.HIGHER, -1: Direction.LOWER}.get(sign, Direction.UNCLEAR)
    return _WAYS.get(way, Direction.HIGHER)


def _points(sentence: Sentence, used: set[int]) -> list[Finding]:
    made = []
    for match in _POINTS.finditer(sentence.masked):
        value = sentence.value(match.start("v"))
        if value.start in used or value.counted:
            continue
        place = clauses.subject_place(sentence, clauses.clause_start(sentence, match.start()), match.start())
        name = outcome.phrase(sentence, *place) if place else ""
        if not name:
            continue
        arms: tuple[ArmResult, ...] = ()
        if match["than"]:
            one, two = (arm_names.clean(sentence.text[slice(*match.span(g))], sentence.context) for g in ("arm", "ref"))
            if arm_names.valid(one) and arm_names.valid(two):
                arms = (
                    ArmResult(one, control=arm_names.is_control(one, sentence.context)),
                    ArmResult(two, control=arm_names.is_control(two, sentence.context)),
                )
        used.add(value.start)
        mark = build.trailing_interval(sentence, match.end(), 70)
        p = build.trailing_p(sentence, max(match.end(), mark.end if mark else 0))
        measure = Measure.PERCENT_CHANGE if value.percent else Measure.MEAN_DIFFERENCE
        made.append(
            build.finding(
                sentence,
                name,
                measure,
                arms=arms,
                estimate=sentence.figure(value.figure),
                interval=sentence.interval(mark) if mark else None,
                p=p,
                unit=value.unit or ("%" if value.percent else ""),
                words=_points_way(match["way"].lower(), name),
                good=_GOOD.get(match["way"].lower(), 0),
                clause=(clauses.clause_start(sentence, match.start()), p.end if p else match.end()),
            )
        )
    return made
