"""Shares of one group: `19 of 40 (48%) had itch`, `itch was seen in 48%`, `the commonest events were itch (48%)`.

Three layouts of one clause: the share is the subject, the share ends the predicate, or shares stand behind the members
of a list. Where a clause compares groups, another reader's figures are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

import msgspec

from probatum.appraise.findings import (
    adjectival,
    befallen,
    build,
    clauses,
    commonest,
    existing,
    groups,
    outcome,
    predicates,
    share_words,
)
from probatum.appraise.findings.arms import PEOPLE
from probatum.appraise.findings.groups import Named
from probatum.appraise.findings.sentence import Sentence
from probatum.appraise.findings.share_words import AT_ONCE, NOUNS, OF, OF_GROUP, OF_WHOM, OPENS, PLURAL, SEEN_BY, VERBS
from probatum.appraise.findings.values import Place, Value
from probatum.model import Direction, Finding, Measure
from probatum.text.expressions import expression, made_by

COMPARES: Final = expression(
    r"\b(?:versus|vs|than(?!\sⓋ)|compared|respectively|differ\w*|both groups|each group|"
    r"sensitivity|specificity)\b|\sv\s",
    re.IGNORECASE,
)
BACKWARD: Final = expression(
    r"\b(?:baseline|(?:at|after|during|before|for|passed|by)\s(?:the\s|initial\s)?screening|enrol+ment|characteristics|responded|returned|answered|"
    r"recruited|randomi[sz]ed|eligible|invited|variance|explained)\b",
    re.IGNORECASE,
)
_MORE: Final = expression(
    rf"^\s?(?:of\s(?:the\s|all\s|these\s)?(?:[\w-]+\s){{0,2}}?{NOUNS}|(?:[\w-]+\s)?{NOUNS})?(?:\s?[\[(][^()\[\]]*[\])])?"
    r"(?:,?\s(?:and|or|to)\s(?:in\s|by\s|of\s)?Ⓥ|,\sⓋ|[^;.()Ⓥ]{0,50}?,?\s(?:and|but|while|versus|vs\.?)\s(?:only\s)?"
    r"in\s(?:the\s|only\s)?Ⓥ)",
    re.IGNORECASE,
)
"""Another figure follows at once: of another group, or another time."""


def read(sentence: Sentence, used: set[int]) -> list[Finding]:
    """Findings of shares that no comparison has taken."""
    made: list[Finding] = []
    for value in sentence.values:
        if value.start in used or not (value.percent or (value.events and value.denominator)):
            continue
        start, stop = clause(sentence, value)
        among, begin = share_words.among(sentence, value, start)
        if COMPARES.search(sentence.masked, start, stop) or BACKWARD.search(sentence.text, begin, stop):
            continue
        told = next((t for layout in _LAYOUTS if (t := layout(sentence, value, start)) is not None), None)
        if (
            told is None
            or (adjectival.ADJECTIVE.fullmatch(told.name) and told.name not in predicates.EVENTS)
            or SAMPLE.search(told.name)
            or len(_groups_of(sentence, begin, stop)) > 1
        ):
            continue
        if among is not None and told.value.denominator is None:
            told = told._replace(value=told.value._replace(denominator=among.figure), used=(*told.used, among.start))
        if not told.group:
            told = told._replace(group=_opening(sentence, told.start, groups.named(sentence)))
        for one in (told, *_in_turn(sentence, told, used)):
            used.update(one.used)
            begin = one.start if "Ⓥ" in sentence.masked[start : one.start] else start
            made.append(_finding(sentence, one, (begin, _next(sentence, one.value.end))))
    return made


_TURN: Final = expression(
    rf"^(?:\s(?:of\s)?(?:the\s)?(?:[\w-]+\s)?{NOUNS})?(?:\s?[\[(][^()\[\]Ⓥ]*[\])])?(?:,?\sand\s|,\s|;\s)(?:and\s)?(?:an?\s|the\s)?"
    r"(?P<np>(?!in\s|by\s|of\s|at\s)[^ⓋⓅⒸⓂⓇ;:(),]{3,60}?)(?:\s(?:present|seen|found|observed))?\s(?:in|by)\s"
    r"(?:only\s)?(?P<v>Ⓥ+)",
    re.IGNORECASE,
)


def _in_turn(sentence: Sentence, told: Told, used: set[int]) -> Iterator[Told]:
    """`X occurred in 25% of patients, Y in 4% and Z in 2%`: what goes on without a verb."""
    if not _IN.search(sentence.masked[: told.value.start]):
        return
    end = told.value.end
    while (turn := _TURN.match(sentence.masked[end:])) is not None:
        place = (end + turn.start("np"), end + turn.end("np"))
        value = sentence.value(end + turn.start("v"))
        name = "" if outcome.has_verb(turn["np"]) else outcome.phrase(sentence, *place)
        if not name or value.start in used or value.percent != told.value.percent:
            return
        if adjectival.ADJECTIVE.fullmatch(name):
            return
        state = befallen.STATE.match(told.name)
        yield Told(f"{state[0]}{name}" if state else name, value, told.group, (value.start,), place[0])
        end = value.end


_IN: Final = expression(r"\s(?:in|by)\s(?:only\s|about\s|approximately\s)?$", re.IGNORECASE)


SAMPLE: Final = expression(
    r"^being (?:\w+ )*(?:studies|reviews?|reports?|trials|articles|records|procedures|cases|events|patients|women|"
    r"men)\b|"
    r"^being (?:fe)?male",
    re.IGNORECASE,
)
"""What the sample was made up of."""


def _groups_of(sentence: Sentence, start: int, stop: int) -> set[str]:
    """The groups that a clause names, each with a figure of its own."""
    return {g.name.lower() for g in groups.named(sentence) if start <= g.start < stop}


class Told(NamedTuple):
    """A share with what it is of and whose it is."""

    name: str
    value: Value
    group: str
    used: tuple[int, ...]
    start: int
    """Where its own words begin."""
    people: str = ""
    """What the share is of, where that is neither people nor a group."""


_JOINTS: Final = expression(r"[;:]\s|,?\s(?:while|whereas|but|although)\s|\.\s(?=[A-Z])|,\s(?:and|with)\s(?=[^,]*?Ⓥ)")


def clause(sentence: Sentence, value: Value) -> Place:
    """The clause of a value: what stands in it may compare it; a list keeps its members."""
    start, stop = 0, len(sentence.masked)
    for joint in _JOINTS.finditer(sentence.masked):
        if joint.end() <= value.start:
            start = joint.end()
        elif joint.start() >= value.end:
            stop = joint.start()
            break
    return start, stop


def _subject(sentence: Sentence, value: Value, start: int) -> Told | None:
    """`14.9% of the participants reported X`, `389 (12%) were preterm`."""
    if _opens_bracket(sentence, value.start):
        return _beside_people(sentence, value)
    if not OPENS.search(sentence.masked[: value.start]):
        return None
    rest = sentence.masked[value.end :]
    counted = value.denominator is not None and sentence.text[value.end - 1].isalpha()
    match = (SEEN_BY.match(rest) if counted else None) or OF.match(rest) or OF_GROUP.match(rest)
    match = match or AT_ONCE.match(rest)
    if OR_SO.match(rest):
        return None
    if match is None:
        return _of_whom(sentence, value)
    if made_by(match, AT_ONCE) and not value.events and not value.percent:
        return None
    end = value.end + match.end()
    name = predicates.named(sentence, end, _next(sentence, end))
    group = _whose(sentence, value, end, match.groupdict().get("arm"))
    who = sentence.text[slice(value.end, value.end + match.end("who"))] if match.groupdict().get("who") else ""
    who = "" if _PERSONS.search(who) else re.sub(r"^\s?(?:of\s)?(?:(?:the|all|these|our|those)\s)*", "", who)
    if who and one_of_several(sentence, value.start):
        return None
    return Told(name, value, group, (value.start,), value.start, who) if name and group is not None else None


def _of_whom(sentence: Sentence, value: Value) -> Told | None:
    """`41% of patients with X who were given Y relapsed`: of the people told, or of the one group they are."""
    match = OF_WHOM.match(sentence.masked, value.end)
    if match is None or not value.percent or one_of_several(sentence, value.start):
        return None
    name = predicates.named(sentence, match.end(), _next(sentence, match.end()))
    inside = [g for g in groups.named(sentence) if value.end <= g.start < match.end()]
    group = inside[0].name if len(inside) == 1 else _whose(sentence, value, match.end(), None)
    if not name or group is None or len(inside) > 1:
        return None
    who = "" if group else " ".join(sentence.text[slice(*match.span("people"))].split())
    return Told(name, value, group, (value.start,), value.start, "" if _PERSONS.fullmatch(who) else who)


OR_SO: Final = expression(r"\s(?:or|and)\s(?:less|more|fewer|over|above|under|older|younger)\b")
_PERSONS: Final = expression(rf"(?:{PEOPLE}|them|these|those|cases|procedures|operations)$", re.IGNORECASE)
_BEFORE_LAST: Final = expression(r"Ⓥ[\])]?(?P<gap>[^Ⓥ;:.]*?),?\s(?:and|or)\s$|Ⓥ[\])]?(?P<gap2>[^Ⓥ;:.]*?),\s$")


def one_of_several(sentence: Sentence, at: int) -> bool:
    """`46% A, 35% B and 6% C were isolated`: the verb is of all."""
    match = _BEFORE_LAST.search(sentence.masked, 0, at)
    gap = "" if match is None else match["gap"] or match["gap2"] or ""
    return match is not None and not outcome.has_verb(gap)


_PEOPLE: Final = expression(
    rf"(?P<subj>(?P<c>Ⓥ+)\s(?:of\s(?:the\s|these\s|our\s)?)?(?P<who>(?:[\w-]+\s)?(?:{NOUNS}|{PLURAL}))"
    rf"(?:\s(?:with|without|receiving|on)\s[^ⓋⓅⒸⓂⓇ,;:()]{{2,50}})?|(?P<most>most|(?:(?:the|a)\s)?(?:(?:large|vast|great)\s)?"
    rf"majority\sof|(?P<half>(?:almost|nearly|about|approximately|over|more than)\shalf))\s(?:of\s)?"
    rf"(?:(?:the|all|our|these)\s)*(?P<whom>(?:[\w-]+\s)?(?:{NOUNS}|{PLURAL})))\s[\[(]$",
    re.IGNORECASE,
)


_PART: Final = expression(
    r"(?:an?|the)\s(?:[a-z-]+\s)?(?:percentage|proportion|minority|majority|third|quarter)\s[\[(]$", re.IGNORECASE
)
_PART_OF: Final = expression(
    rf"[\])]\sof\s(?:the\s|our\s|all\s)?(?:[\w-]+\s){{0,2}}(?:{NOUNS}|{PLURAL})\s(?={VERBS}\s)", re.IGNORECASE
)
"""`a sizable percentage (18%) of children had itch`."""


def _said_common(sentence: Sentence, value: Value, start: int) -> Told | None:
    """`X was common (37%)`."""
    told = commonest.named(sentence, value, start)
    return None if told is None else Told(told[0], value, "", (value.start,), told[1])


_REPORTED: Final = expression(
    r"[\])]\s(?:occurred|(?:were|was)\s(?:[a-z]+ly\s)?(?:reported|observed|seen|noted|recorded|found|detected|encountered|identified|"
    r"documented|diagnosed|obtained|performed))\b"
)


def _beside_people(sentence: Sentence, value: Value) -> Told | None:
    """`16 patients with itch (12.6%) had nits`: the share stands behind the people."""
    match = _PEOPLE.search(sentence.masked[: value.start])
    if _REPORTED.match(sentence.masked, value.end):
        return None  # `seven infections (4%) were reported`: of which `existing` tells
    follows = re.match(rf"[\])]\s(?={VERBS}\s)", sentence.masked[value.end :])
    if match is None and (part := _PART.search(sentence.masked[: value.start])) is not None:
        match, follows = part, _PART_OF.match(sentence.masked[value.end :])
    if match is None or follows is None or value.events or not OPENS.search(sentence.masked[: match.start()]):
        return None
    end = value.end + follows.end()
    name = predicates.named(sentence, end - 1, _next(sentence, end))
    count = sentence.value(match.start("c")) if match.groupdict().get("c") else None
    figure = sentence.figure(value.figure)
    least = 0 if made_by(match, _PART) else 40 if match["half"] else 50
    if (
        not name
        or figure is None
        or (count is None and figure.value < least)
        or (count is not None and not count.counted)
    ):
        return None
    if count is None:
        whom = match.groupdict().get("whom") or ""
        return Told(name, value, "", (value.start,), match.start(), "" if _PERSONS.search(whom) else whom)
    told = value._replace(events=count.events or count.figure, denominator=count.denominator)
    who = match["who"] if match.groupdict().get("who") and not _PERSONS.search(match["who"]) else ""
    shares = any(v.percent for v in sentence.values if v.end <= match.start())
    if who and shares and one_of_several(sentence, match.start()):
        return None
    return Told(name, told, "", (value.start, count.start), match.start(), who)


_NEXT_CLAUSE: Final = expression(r";\s|,?\s(?:and|but|while|whereas)\s(?=[^,;]*\s(?:was|were|had|occurred|did)\s)")
"""A clause with a verb of its own: who stands in it is of its own figure."""
_IN_THE: Final = expression(r"\bin\s(?:the\s)?$")


def _whose(sentence: Sentence, value: Value, end: int, arm: str | None) -> str | None:
    """The group between a share and its verb, or the one that opens the sentence; None where a phrase names none."""
    named = groups.named(sentence)
    inside = [g for g in named if value.end <= g.start < end]
    if arm:
        return inside[0].name if len(inside) == 1 else None
    stop = _next(sentence, end)
    joint = _NEXT_CLAUSE.search(sentence.masked, end, stop)
    stop = joint.start() if joint else stop
    behind = [g for g in named if end <= g.start < stop and _IN_THE.search(sentence.masked[: g.start])]
    if behind:
        return behind[0].name if len(behind) == 1 else None
    return _opening(sentence, value.start, named)


def _opening(sentence: Sentence, stop: int, named: tuple[Named, ...]) -> str:
    """The group that opens the sentence or its last clause with `in` or `among`; empty where it names none."""
    before = [g for g in named if g.end <= stop]
    if not before:
        return ""
    if len(before) > 1 and _OPENS_CLAUSE.search(sentence.masked, 0, before[-1].start):
        return before[-1].name
    opens = re.match(r"^(?:in|among|of|for)\s(?:the\s)?$", sentence.masked[: named[0].start], re.IGNORECASE)
    return before[0].name if opens and len({g.name.lower() for g in before}) == 1 else ""


_OPENS_CLAUSE: Final = expression(
    r"(?:[;:]\s|,?\s(?:whereas|while|but|and)\s)(?:in|among|of|for)\s(?:the\s)?$", re.IGNORECASE
)
"""`whereas in B`: what follows is of B, and not of the group that the sentence opened with."""


def _opens_bracket(sentence: Sentence, at: int) -> bool:
    before = sentence.masked[:at]
    return before.count("(") > before.count(")") or before.count("[") > before.count("]")


def _next(sentence: Sentence, start: int) -> int:
    """The next figure; what people did ends before it."""
    return min((v.start for v in sentence.values if v.start > start and not v.spelled), default=len(sentence.text))


def _predicate(sentence: Sentence, value: Value, start: int) -> Told | None:
    """`X was seen in 26% of the participants`, `we found X in 34 patients (11%)`."""
    if _MORE.match(sentence.masked[value.end :]):
        return None
    begin = clauses.skip_lead(sentence.masked, start, value.start)
    name = befallen.befell(sentence, begin, value.start)
    if not name:
        return None
    named = groups.named(sentence)
    behind = re.match(
        rf"\s?(?:of\s)?(?:the\s)?(?:[\w-]+\s)?(?:{NOUNS}\s)?(?:in|on|with|receiving|given)\s",
        sentence.masked[value.end :],
    )
    near = [g for g in named if behind and 0 <= g.start - value.end - behind.end() <= 5]
    near = near or [
        g for g in named if sentence.masked[value.end : g.start] in (" of ", " of the ", " ") and g.start > value.end
    ]
    group = near[0].name if len(near) == 1 else _opening(sentence, value.start, named)
    return Told(name, value, group, (value.start,), begin)


_COUNTED: Final = expression(
    rf"(?:^|[;,]\s|\sand\s)(?P<lead>(?:however,?\s|only\s|and\s|of "
    rf"these,?\s)*)(?P<subj>(?P<c>Ⓥ+)(?:\s(?:[\w-]+\s)?{NOUNS})?|"
    rf"(?:most|the majority of|a (?:small|large|minor)\s(?:proportion|number|minority) of|a minority of|many|some|"
    rf"few)\s(?:the\s)?"
    rf"(?:[\w-]+\s){{0,2}}?{NOUNS})\s(?P<pred>{VERBS}\s[^ⓋⓅⒸⓂⓇ;:()]{{3,80}}?)\s[\[(](?:[nN]\s?=\s?)?$",
    re.IGNORECASE,
)


_MOST: Final = expression(r"most|the majority", re.IGNORECASE)


def _behind(sentence: Sentence, value: Value, start: int) -> Told | None:
    """`14 had lymphopenia (7.0%)`, `a small proportion of women were admitted (3.8%)`: the share closes the clause."""
    match = _COUNTED.search(sentence.masked[start : value.start])
    if match is None or not re.match(r"[\])]", sentence.masked[value.end :]):
        return None
    name = predicates.named(sentence, start + match.start("pred") - 1, start + match.end("pred"))
    if not name:
        return None
    begin = start + match.start("subj")
    if match["c"] is None:
        least = 50 if _MOST.match(match["subj"]) else 0
        figure = sentence.figure(value.figure)
        return Told(name, value, "", (value.start,), begin) if figure and figure.value >= least else None
    count = sentence.value(start + match.start("c"))
    if not count.counted or count.events or value.events:
        return None
    return Told(name, value._replace(events=count.figure), "", (value.start, count.start), begin)


def _finding(sentence: Sentence, told: Told, clause: Place) -> Finding:
    result = build.arm(sentence, told.group, told.value)
    measure = Measure.PERCENTAGE if told.value.percent else Measure.COUNT
    unit = "%" if told.value.percent else ""
    made = build.finding(sentence, told.name, measure, arms=(result,), unit=unit, clause=clause, population=told.people)
    return msgspec.structs.replace(made, direction=Direction.UNCLEAR, claimed="")  # of one group there is no difference


def _there(sentence: Sentence, value: Value, start: int) -> Told | None:
    """`there were 6 (3%) infections`."""
    told = existing.read(sentence, value, bool(OPENS.search(sentence.masked[: value.start])))
    return None if told is None else Told(told.name, told.value, "", told.used, told.start)


_LAYOUTS: Final = (_subject, _predicate, _behind, _said_common, _there)
