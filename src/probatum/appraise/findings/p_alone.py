"""Brackets that print a p value alone: `A had fewer X (p = 0.01)`, `X (p = 0.4) and Y (p = 0.6) did not differ`.

A side that is not named is implied where the words say which way the named one differs; where a second side is named
and was not understood, nothing is found.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

import msgspec

from probatum.appraise.findings import arms as arm_names
from probatum.appraise.findings import build, called, groups, naming, outcome
from probatum.appraise.findings.arms import PEOPLE
from probatum.appraise.findings.groups import Named
from probatum.appraise.findings.members import Member, Run
from probatum.appraise.findings.mentions import P_SIGN
from probatum.appraise.findings.roles import Kind, Role
from probatum.appraise.findings.sentence import Sentence
from probatum.appraise.findings.sides import Sides
from probatum.appraise.findings.skeleton import Skeleton
from probatum.model import ArmResult, Direction, Finding, Measure
from probatum.text.expressions import expression


def read(
    sentence: Sentence, sk: Skeleton, run: Run, member: Member, role: Role, pair: Sides, named: Sequence[Named]
) -> Finding | None:
    """A finding of a p value alone: between two sides, or of a link; what one group changed by is no comparison."""
    value = sentence.p_value(member.told.p) if member.told.p is not None else None
    if value is None:
        return None
    if role.kind is Kind.FACTOR:
        name = called.target(sentence, role.target) if role.target else ""
        exposure = outcome.exposure(sentence, member.place[0], len(sentence.masked[: member.place[1]].rstrip(" ,:")))
        arms: tuple[ArmResult, ...] = (ArmResult(exposure),) if exposure and "," not in exposure else ()
    else:
        name = called.member_of(sentence, sk, member, role, named)
        arms = arms_of(sentence, _implied(sentence, sk, run, pair, member.way) if role.kind in _COMPARES else pair)
        if role.kind is not Kind.LINK and (len(arms) < 2 or not likely(sentence, pair)):
            moved = _in_time(sentence, sk, run, member, role, pair, name)
            return moved or (_undivided(sentence, run, member, role, name) if pair.first is None else None)
    if not name or not arms or any(a.arm.lower() in name.lower() or name.lower() in a.arm.lower() for a in arms):
        return None
    words = member.way or Direction.UNCLEAR
    return build.finding(
        sentence, name, Measure.P_ONLY, arms=arms, p_value=value, words=words, clause=(run.start, member.cell.end)
    )


_SINCE: Final = expression(
    r"\b(?:from|compared (?:to|with)|versus|relative to|over)\s(?:the\s)?baseline|\bfrom pre|\bpre-?\w* to post|"
    r"\bbefore (?:and|to) after|"
    r"\bover time\b|\bacross (?:the|time)\b|"
    r"\bafter (?:the\s)?(?:treatment|intervention|surgery|training|therapy|operation|program\w*)\b|"
    r"\bpost-?(?:intervention|treatment|operative(?:ly)?|training)\b",
    re.IGNORECASE,
)
"""A change is one in time."""
_AMONG_GROUPS: Final = expression(
    r"\b(?:than|between|groups|arms|placebo|controls?|versus (?!baseline)|"
    r"compared (?:with|to) (?!(?:the )?(?:baseline|before|pre)))\b",
    re.IGNORECASE,
)
_CHANGED: Final = expression(r"\b(?:increased|decreased|improved|rose|fell|declined|dropped|worsened)\b", re.IGNORECASE)


def _in_time(
    sentence: Sentence, sk: Skeleton, run: Run, member: Member, role: Role, pair: Sides, name: str
) -> Finding | None:
    """`X decreased from baseline (p < 0.001)`: what one group changed by, where the words say that it is in time."""
    clause = sk.signs[run.start : run.stop]
    value = sentence.p_value(member.told.p) if member.told.p is not None else None
    changed = role.kind is Kind.SIZE or (
        role.kind is Kind.STATE and _CHANGED.search(sk.signs, role.member[1], member.cell.start)
    )
    if not changed or not name or value is None or pair.second is not None or value.kind:
        return None
    if not _SINCE.search(clause) or _AMONG_GROUPS.search(clause):
        return None
    group = pair.first if pair.first is not None and _GROUP.search(pair.first.name) else None
    return build.finding(
        sentence,
        name,
        Measure.P_ONLY,
        arms=() if group is None else (ArmResult(group.name),),
        p_value=msgspec.structs.replace(value, kind="within"),
        words=member.way or Direction.UNCLEAR,
        clause=(run.start, run.stop),
    )


def _implied(sentence: Sentence, sk: Skeleton, run: Run, pair: Sides, way: Direction | None) -> Sides:
    """Both sides where one is named and the words say which way it differs: the other is left without a name."""
    if pair.first is None or pair.second is not None or way is None or not _GROUP.search(pair.first.name):
        return pair
    if _HELD_TO.search(sk.signs, run.start, run.stop):
        return pair  # a second side is named, and was not understood
    both = groups.half(sentence, pair.first, shown=True)
    return Sides(*both) if both else pair


_COMPARES: Final = frozenset({Kind.OBJECT, Kind.STATE, Kind.BEHIND, Kind.LIKELY, Kind.MORE})
"""Roles in which `lower` holds against somebody; a decrease may be one in time."""
_GROUP: Final = expression(
    rf"(?<![\w-])(?:{PEOPLE}|groups?|arms?|cohorts?|controls)$|^(?:{PEOPLE}|group|arm)\s", re.IGNORECASE
)
_HELD_TO: Final = expression(
    r"\b(?:than|compared|versus|vs|relative to|between|among|across)\b|\bbaseline\b|"
    r"\b(?:was|were)\s(?:\w+ly\s)*(?:reduced|decreased|increased|improved|worsened|prolonged|shortened)\b",
    re.IGNORECASE,
)
"""A second side, or a change, which may be one in time."""
_BOTH: Final = expression(
    r"\bbetween\s(?:the\s)?(?:(?:two|2|both|study|treatment|these|intervention)\s){0,2}(?:groups|arms|treatments)\b|"
    r"\b(?:between|among)\s(?:the\s)?(?:(?:three|3|four|4|treatment|study)\s){0,2}(?:groups|arms|treatments)\b|"
    r"\b(?:in|for) both (?:\w+ )?groups\b|\bno (?:[\w-]+ ){0,3}differences? (?:was|were|in)\b",
    re.IGNORECASE,
)


_DIFFERS: Final = expression(r"\b(?:differ|differed|different|similar|comparable|equivalent)\b", re.IGNORECASE)


def alike(
    sentence: Sentence, sk: Skeleton, run: Run, member: Member, role: Role, named: Sequence[Named]
) -> Finding | None:
    """`X was similar in both groups (9% v 13%, p = 0.4)`: whose figures, is not said; that they do not differ, is."""
    marks = [m for m in sentence.marks if m.sign == P_SIGN and member.cell.start <= m.start < member.cell.end]
    if len(marks) != 1 or len(member.cell.told) != 1 or member.told.estimate is not None:
        return None
    member = member._replace(told=member.told._replace(p=marks[0]))
    name = called.member_of(sentence, sk, member, role, named)
    found = _undivided(sentence, run, member, role, name)
    return found if found is not None and found.significant is False else None


def _undivided(sentence: Sentence, run: Run, member: Member, role: Role, name: str) -> Finding | None:
    """`X (p = 0.4) and Y (p = 0.6) did not differ between groups`: which groups, the study says, or nobody."""
    told = _DIFFERS.search(sentence.masked, run.start, run.stop) or role.kind is Kind.DIFFERENCE
    alike = (Kind.STATE, Kind.BEHIND, Kind.DIFFERENCE)
    differs = role.kind in alike and role.way is None and member.way is None and told
    value = sentence.p_value(member.told.p) if member.told.p is not None else None
    if not differs or not name or value is None or not _BOTH.search(sentence.masked, run.start, run.stop):
        return None
    arms, spans = naming.study_pair(sentence)
    return build.finding(
        sentence,
        name,
        Measure.P_ONLY,
        arms=arms,
        p_value=value,
        clause=(run.start, max(run.stop, member.cell.end)),
        spans=spans,
    )


_SHORT: Final = expression(r"[A-Z][A-Za-z]*[A-Z0-9][A-Za-z0-9/+-]*")


def likely(sentence: Sentence, pair: Sides) -> bool:
    """One of two sides looks like a group or a treatment, or both are known by their short forms."""
    if all(g is not None and _SHORT.fullmatch(g.name) for g in pair):
        return True
    return any(
        g.name.startswith(("with ", "without "))
        or arm_names.arm_like(g.name, sentence.masked[slice(*g.place)], sentence.context)
        for g in pair
        if g is not None
    )


def arms_of(sentence: Sentence, pair: Sides) -> tuple[ArmResult, ...]:
    """The sides as arms without results."""
    if pair.first is None:
        return ()
    told = [pair.first, pair.second] if pair.second is not None else [pair.first]
    return tuple(ArmResult(g.name, control=arm_names.is_control(g.name, sentence.context)) for g in told)
