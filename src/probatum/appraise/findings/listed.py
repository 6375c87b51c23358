"""Results in brackets behind what they are of, in lists and alone: the cells of `skeleton`, read by their `roles`.

`A had less pain (3 v 5) and itch (4 v 9) than B`, `A reduced falls (RR 0.8; 95% CI 0.7 to 0.9)`, `age (OR 2.1) and
sex (OR 1.4) predicted falls`. Each cell is a member of a run; the run's words say once between whom and which way.
Where words and figures disagree, one of them was misread, and nothing is found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

import msgspec

from probatum.appraise.findings import (
    build,
    called,
    comparison,
    estimate,
    groups,
    items,
    members,
    naming,
    outcome,
    p_alone,
    sides,
    skeleton,
    subjects,
)
from probatum.appraise.findings.groups import Named
from probatum.appraise.findings.layouts import Part, sound
from probatum.appraise.findings.members import Member, Run
from probatum.appraise.findings.mentions import P_SIGN, Mention
from probatum.appraise.findings.roles import Kind, Role
from probatum.appraise.findings.sentence import Sentence
from probatum.appraise.findings.sides import Sides
from probatum.appraise.findings.skeleton import Cell, Skeleton
from probatum.appraise.findings.values import Place, Value
from probatum.model import ArmResult, Direction, Finding, Measure
from probatum.text.expressions import expression

_RATIOS: Final = frozenset({Measure.ODDS_RATIO, Measure.HAZARD_RATIO, Measure.RATE_RATIO, Measure.RISK_RATIO})
_EFFECTS: Final = _RATIOS | {Measure.MEAN_DIFFERENCE, Measure.SMD, Measure.RISK_DIFFERENCE, Measure.CORRELATION}


def read(sentence: Sentence, used: set[int], taken: set[int]) -> list[Finding]:
    """Findings of the cells whose figures no finding has (`taken`); those it reads become `used`."""
    made: list[Finding] = []
    subject: Place | None = None
    sk = skeleton.of(sentence)
    if not sk.cells:
        return made
    for run in members.runs(sk):
        role, subject = members.role_of(sentence, sk, run, subject)
        if role is not None:
            made.extend(_findings(sentence, sk, run, role, taken))
    used |= taken
    return made


def _findings(sentence: Sentence, sk: Skeleton, run: Run, role: Role, taken: set[int]) -> Iterator[Finding]:
    """The findings of a run, member by member."""
    pair = _sides(sentence, sk, run, role)
    named = groups.named(sentence)
    for member in members.read(sentence, sk, run, role):
        told = member.told
        if told.pair is not None:
            found = None if set(told.pair) & taken else _compared(sentence, run, member, role, pair, named)
            found = found or (None if set(told.pair) & taken else p_alone.alike(sentence, sk, run, member, role, named))
        elif told.estimate is not None:
            found = (
                None if told.estimate[1].start in taken else _estimated(sentence, sk, run, member, role, pair, named)
            )
        else:
            found = p_alone.read(sentence, sk, run, member, role, pair, named)
        linked = told.estimate is not None and told.estimate[0] is Measure.CORRELATION
        if found is None and not member.first and told.estimate is not None and not linked:
            taken.add(told.estimate[1].start)  # nobody else knows better what a later member is of
        if found is not None:
            taken.update(told.pair or ())
            taken.update((told.estimate[1].start,) if told.estimate else ())
            yield found


def _sides(sentence: Sentence, sk: Skeleton, run: Run, role: Role) -> Sides:
    """Who is compared in a run: from its lead, its tail, its subject."""
    begin, first, last = run.start, run.cells[0].start, run.cells[-1].end
    signs = sk.signs
    if role.kind in (Kind.STATE, Kind.BEHIND):
        start, stop = role.rest or (last, run.stop)
        told = sides.between(sentence, signs, start, run.stop if len(run.cells) == 1 else stop)
        if told.first is None:
            told = sides.leading(sentence, signs, begin, role.member[0]) if role.way is not None else sides.NOBODY
        if told.first is None:
            one = sides.within(sentence, signs, start, run.stop)
            if one is None and not _IN_SOMEBODY.search(signs, start, max(start, first)):
                one = _opened(sentence, signs, begin, role.member[0])
            if one is None and role.kind is Kind.STATE and role.way is not None:
                one = sides.door(sentence, signs, start, first)
            return Sides(one, sides.opening(sentence, signs, begin, first))
        return told
    if role.kind is Kind.DIFFERENCE:
        for stretch in (role.rest, (last, run.stop), (begin, first), (0, len(signs))):
            told = sides.between(sentence, signs, *stretch) if stretch else sides.NOBODY
            if told.first is not None:
                return told
        told = sides.both(sentence, signs, begin, first)
        return told if told.first is not None else _made_none(sentence, sk, run, role)
    if role.kind is Kind.FACTOR:
        return Sides(None, sides.against(sentence, signs, last, run.stop))
    one = subjects.subject(sentence, sk, role)
    if one is None:
        told = sides.between(sentence, signs, last, run.stop)
        told = told if told.first else sides.between(sentence, signs, role.member[0], first)
        return told if told.first else Sides(sides.within(sentence, signs, role.member[0], run.stop), None)
    aside = subjects.VS_ASIDE.search(sentence.text, one.start, first)
    two = groups.made(sentence, aside.span("b")) if aside else None
    if role.kind is Kind.LIKELY and role.rest is not None:
        two = sides.of_place(sentence, role.rest)
        if two is None:
            return Sides(one, None)
    two = (
        two
        or sides.opening(sentence, signs, begin, first)
        or sides.against(sentence, signs, max(one.end, begin), run.stop)
    )
    if two is not None and (sides.same(one, two) or (role.kind is Kind.LINK and _RATHER.search(signs, 0, two.start))):
        two = None
    return Sides(one, two)


_MAKES: Final = expression(
    r"(?P<who>.{3,120}?)\s(?:(?:may|might|can|could|will|would|probably|possibly|likely|also)\s){0,4}"
    r"(?:(?:results?|resulted|resulting)\sin|leads?\sto|led\sto|makes?|made|showed?|shows|had|have|has)\s"
    r"(?:(?:little|no|to|or|a|an|any|small|significant|important|clinically|statistically|minimal|trivial|slight)[\s,]{0,3}){1,8}"
    r"differences?\s",
    re.IGNORECASE,
)


def _made_none(sentence: Sentence, sk: Skeleton, run: Run, role: Role) -> Sides:
    """`A probably results in little to no difference in X Ⓑ`: who makes the difference stands before the verb."""
    if role.subject is None:
        return sides.NOBODY
    start = role.subject[0]
    said = _MAKES.match(sk.signs[start : role.member[0]])
    if said is None:
        return sides.NOBODY
    one = subjects.subject(sentence, sk, role._replace(subject=(start + said.start("who"), start + said.end("who"))))
    if one is None:
        return sides.NOBODY
    two = sides.opening(sentence, sk.signs, run.start, one.start) or sides.against(
        sentence, sk.signs, one.end, run.stop
    )
    return Sides(one, None if two is not None and sides.same(one, two) else two)


_IN_SOMEBODY: Final = expression(r"\s(?:in|among)\s", re.IGNORECASE)
"""`lower in X`: X was not understood, and nobody stands in for it."""


def _opened(sentence: Sentence, signs: str, begin: int, stop: int) -> Named | None:
    """`In the A group, X Ⓑ was lower`: the group that opens the clause."""
    return sides.within(sentence, signs, begin, stop)


_RATHER: Final = expression(r"\b(?:versus|vs\.?|rather than|over)\s(?:the\s|an?\s)?$", re.IGNORECASE)
"""`linked to a preference for X versus Y`: Y belongs to what was measured."""


def _compared(
    sentence: Sentence, run: Run, member: Member, role: Role, pair: Sides, named: Sequence[Named]
) -> Finding | None:
    """A finding of two groups' figures."""
    assert member.told.pair is not None
    one, two = (sentence.value(at) for at in member.told.pair)
    name = called.member_of(sentence, skeleton.of(sentence), member, role, named)
    one, two = (_sized(value, name) for value in (one, two))
    if not name or role.kind in (Kind.LINK, Kind.FACTOR):
        return None
    way = member.way
    around = skeleton.of(sentence).signs[run.start : run.stop]
    sized = role.kind is Kind.SIZE and (way is None or pair.second is None)  # may be sizes of change, or levels
    both = None if sized else _both(sentence, pair, way, (one, two), around)
    if both is None:
        return None
    parts = [
        Part(member.cell.start, member.cell.end, g.name, g.place, v, source=g.source)
        for g, v in zip(both, (one, two), strict=True)
    ]
    if not sound(sentence, parts, sure=True) or not items.agrees(sentence, parts, way):
        return None
    found = comparison.told(sentence, parts, two.end, set(), name)
    time = build.time_of(sentence, (run.start, run.stop))
    return None if found is None else msgspec.structs.replace(found, timepoint=time)


_COUNTED: Final = expression(
    r"\b(?:numbers?|deaths?|mortality|events?|cases|episodes|infections?|relapses?|complications?|recurrences?|failures?|"
    r"withdrawals?|dropouts?|rates?|incidence|patients|need|use|discontinuations?|reactions?|fractures?|falls?|"
    r"admissions?|readmissions?|hospitali[sz]ations?|operations?|procedures?|strokes?)\b",
    re.IGNORECASE,
)
"""Outcomes of which a bare whole number is a count; of others it is a level or a score."""


def _sized(value: Value, name: str) -> Value:
    """The value as a level where it is no count of what the outcome names."""
    bare = value.counted and not value.events
    return value._replace(counted=False) if bare and not _COUNTED.search(name) else value


def _both(
    sentence: Sentence, pair: Sides, way: Direction | None, values: tuple[Value, Value], around: str
) -> tuple[Named, Named] | None:
    """Both groups: as named, or the study's other arm, or an unnamed one where figures and words agree."""
    if pair.first is None:
        return None
    if pair.second is not None:
        return (pair.first, pair.second) if way is not None or p_alone.likely(sentence, pair) else None
    if way is None:
        return None
    if items._IN_TIME.search(around):
        return None
    differ = len({sentence.text[slice(*value.figure)] for value in values}) == 2
    return groups.half(sentence, pair.first, shown=differ)


def _estimated(
    sentence: Sentence, sk: Skeleton, run: Run, member: Member, role: Role, pair: Sides, named: Sequence[Named]
) -> Finding | None:
    """A finding of an estimate: an outcome with its sides, or one factor of several."""
    assert member.told.estimate is not None
    measure, value = member.told.estimate
    figure = sentence.figure(value.figure)
    if figure is None or measure not in _EFFECTS or not estimate.plausible(measure, value, figure):
        return None
    if value.spread is not None and measure in _RATIOS:
        return None
    if not _agrees(measure, figure.value, member.way):
        return None
    if measure is Measure.CORRELATION and _uncertain(sentence, run, member, value):
        return None
    interval, end = estimate.interval_after(sentence, value)
    if role.kind is Kind.FACTOR:
        name = called.target(sentence, role.target) if role.target else ""
        stop = len(sentence.masked[: member.place[1]].rstrip(" ,:"))
        begin = max(member.place[0], sentence.masked.rfind(", ", member.place[0], stop) + 1)
        exposure = outcome.exposure(sentence, begin, stop)
        arms: tuple[ArmResult, ...] = (ArmResult(exposure),) if exposure and "," not in exposure else ()
    else:
        name = called.member_of(sentence, sk, member, role, named)
        arms = p_alone.arms_of(sentence, pair)
    if not name or not (arms or (role.kind is Kind.DIFFERENCE and naming.study_pair(sentence)[0])):
        return None
    if any(a.arm.lower() in name.lower() or name.lower() in a.arm.lower() for a in arms):
        return None
    people = estimate._IN_PEOPLE.search(sentence.text[: member.cell.start].rstrip(" ([;,"))
    side = {g.name.lower() for g in pair if g is not None}
    return build.finding(
        sentence,
        name,
        measure,
        arms=arms,
        estimate=figure,
        interval=interval,
        p=_p_of(sentence, member.cell, end),
        unit=value.unit or ("%" if value.percent else ""),
        words=member.way or Direction.UNCLEAR,
        clause=(run.start, run.stop),
        population=member.people or (people["who"] if people and people["who"].lower() not in side else ""),
        comparator=pair.second.name if pair.second is not None and len(arms) == 1 else "",
    )


def _uncertain(sentence: Sentence, run: Run, member: Member, value: Value) -> bool:
    """Whether a coefficient is of one of several links, is a range, or is one that `estimate` reads."""
    cell = member.cell
    if member.told.label is not None or sentence.text[value.end : value.end + 1] in ("~", "∼", "-", "–"):
        return True
    if "respectively" in sentence.text[cell.start : cell.end + _BEHIND_CELL]:
        return True
    shared = len(run.cells) > 1 and _NOUN_BEHIND.match(sentence.masked, run.cells[-1].end - 1)
    return bool(shared) or _OF_TWO.search(sentence.masked, run.start, cell.start) is not None


_BEHIND_CELL: Final = 16
_NOUN_BEHIND: Final = expression(r"[)\]]\s(?:[a-z]+\s)?[a-z]{4,}s\s?(?:[.,;]|$)")
"""`level 1 Ⓑ and level 2 Ⓑ subscores`: a noun that all members share."""
_OF_TWO: Final = expression(r"\b(?:correlation|relationship|association)s?\s[^Ⓥ]*?\bbetween\b", re.IGNORECASE)


def _p_of(sentence: Sentence, cell: Cell, end: int) -> Mention | None:
    """The p value of an estimate: behind it or before it, but in its own bracket, and no other there."""
    marks = [m for m in sentence.marks if m.sign == P_SIGN and cell.start <= m.start < cell.end]
    found = build.trailing_p(sentence, end)
    return found if found in marks else marks[0] if len(marks) == 1 and len(cell.told) == 1 else None


def _agrees(measure: Measure, estimate: float, way: Direction | None) -> bool:
    """A ratio below 1 is lower; a difference above 0 may be printed without the sign of a loss."""
    if way is None or way is Direction.UNCLEAR:
        return True
    if measure in _RATIOS:
        return estimate == 1 or (estimate < 1) is (way is Direction.LOWER)
    return way is Direction.LOWER or estimate >= 0
