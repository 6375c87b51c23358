"""Is each figure given to the arm that has it?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from probatum.assess.audit import arms
from probatum.assess.audit.arms import Arm
from probatum.assess.audit.case import NEGATED, Cited
from probatum.assess.audit.figures import Claimed, Figure, meets
from probatum.assess.audit.opinion import Opinion, probe
from probatum.assess.audit.source import Source, Unit
from probatum.model import Fault
from probatum.text.expressions import expression

_COMPARATOR = expression(
    r"\b(?:compared (?:with|to)|comparison (?:with|to)|versus|vs\.?|relative to|than|against|over)(?:\s(?:the"
    r"|that|those|in|with|on|of"
    r"|for|group|patients|treatment|receiving|given)){0,4}\s\Z",
    re.IGNORECASE,
)
"""What stands before the treatment that is compared with."""
_LACKING = expression(r"\bwithout (?:it|them|the|any)\b", re.IGNORECASE)
_AGED = expression(r"\bage[ds]?\s(?:[a-z]+\s){0,2}(?:[0-9]{1,3}\s(?:to|and|or|-)\s)?\Z", re.IGNORECASE)
"""What stands before an age: it is a result of no treatment."""
Bound = tuple[Claimed, int]
_BEFORE = expression(
    r"\s?(?:%|[a-zA-Z/]{1,8})?\s?(?:\([^()]{0,40}\)\s?)?(?:of|in|on|with|for|after|under|given|among|from"
    r"|by)\s(?:the\s|those\s|patients\s|people\s|women\s|men\s|children\s|on\s|given\s|with\s|in\s){0,4}\Z"
)


@probe(
    name="arm",
    order=98,
    purpose="Each figure belongs to the arm it is given to.",
    source="Rule: right figures in the wrong arms say the opposite of the result.",
)
def arm(case: Cited) -> Opinion | None:
    """Contradicted when a unit of the source holds both figures and gives them to the arms the other way round."""
    pairs = bound(case)
    if _LACKING.search(case.text):
        return None  # `without it` is a group that has no name of its own
    if len(pairs) < 2:
        return _other_alone(case)
    against: list[Unit] = []
    for source, found in case.best:
        verdict = _unit(case, pairs, source, found.unit)
        if verdict is True:
            return None
        if verdict is False and (found.words >= 0.15 or len(found.met) > 2):
            against.append(found.unit)
    if not against:
        return None
    first, second = pairs[0], pairs[1]
    one, other = case.treatments[first[1]], case.treatments[second[1]]
    told = f"the source gives {first[0].text} to {other.name} and {second[0].text} to {one.name}"
    return Opinion(
        Fault.ARM,
        told,
        tuple(u.span for u in against[:2]),
        f"{one.name}: {second[0].text}; {other.name}: {first[0].text}",
    )


_IN_ARM = expression(
    r"(?:\b(?:in|on|under|with|among|receiv\w+|given|by"
    r"|(?:assigned|allocated|randomi[sz]ed)(?: to)?|treated with|taking)\s(?:the\s|those\s|patients\s"
    r"|people\s|\w+\s){0,3}\Z)",
    re.IGNORECASE,
)


def _other_alone(case: Cited) -> Opinion | None:
    """What is said of one treatment alone, where the source says it of another alone: `the one death was on A`."""
    if len(case.treatments) != 1 or not case.topic or case.compared or NEGATED.search(case.text):
        return None
    mine = case.treatments[0]
    if not mine.words or not _IN_ARM.search(case.text[max(0, mine.start - 40) : mine.start]):
        return None
    of_others: list[tuple[Unit, str]] = []
    for source in case.sources:
        for unit in source.units:
            if unit.row or not unit.own or not case.topic <= source.expanded(unit):
                continue
            if arms.places(mine, unit, source) or not all(unit.meeting(c) for c in case.results):
                if arms.places(mine, unit, source):
                    return None
                continue
            named = [a for a in arms.read(unit.text, (source,)) if a.words & arms.names(source)]
            apart = {a.words for a in named}
            placed = named and _IN_ARM.search(unit.text[max(0, named[0].start - 40) : named[0].start])
            if len(apart) == 1 and placed:
                of_others.append((unit, named[0].name))
    if not of_others:
        return None
    unit, name = of_others[0]
    return Opinion(Fault.ARM, f"the source says it of {name}, not of {mine.name}", (unit.span,), name)


def bound(case: Cited) -> list[Bound]:
    """Figures of the sentence with the treatment each is given to: comparable figures and treatments in like number,
    in the order of both (`54% with A and 29% with B`; `A and B, 54% and 29% respectively`)."""
    named: list[tuple[int, int]] = []
    for place, number in case.mentions:
        if not named or named[-1][1] != number:
            named.append((place, number))
    kinds: dict[str, list[Claimed]] = {}
    for claim in case.results:
        if claim.part not in ("of", "high") and not _AGED.search(case.text, max(0, claim.start - 30), claim.start):
            kinds.setdefault("%" if claim.kind == "percent" else "", []).append(claim)
    spans = [
        c for c in case.figures if c.kind == "duration" and case.text[c.start : c.start + 1].isdigit() and not c.part
    ]
    lasting = spans if len(spans) == 2 and spans[0].unit == spans[1].unit else []
    for claims in (kinds.get("%", []), kinds.get("", []), lasting):
        if len(claims) < 2:
            continue
        near = _beside(case, claims, case.mentions)
        if len(near) >= 2 and len({n for _, n in near}) == len(near):
            return near
        order = list(dict.fromkeys(n for _, n in named))
        opened = case.text.rfind("(", 0, claims[0].start)
        bracketed = opened >= 0 and ")" not in case.text[opened : claims[-1].start]
        if len(near) == 1 and len(claims) == len(order) == 2 and not bracketed:
            known, number = near[0]
            rest = next(c for c in claims if c is not known)
            left = next(n for n in order if n != number)
            return [(known, number), (rest, left)] if known.start < rest.start else [(rest, left), (known, number)]
        if len(claims) == len(order) == 2 or (len(claims) > 2 and len(order) == 2 and _follow(claims, named)):
            return [(claims[0], order[0]), (claims[1], order[1])]
    return []


def _follow(claims: list[Claimed], named: list[tuple[int, int]]) -> bool:
    """True when the first two figures stand together and the rest is what is worked out of them: none of the rest is
    given to a treatment that is named behind the two (`A (33%) and B (59%) against placebo (5% and 17%)`)."""
    first, second, *rest = claims
    later = [place for place, _ in named if place >= second.end]
    return second.start - first.end < 70 and not any(place < c.start for place in later for c in rest)


def _beside(case: Cited, claims: list[Claimed], named: Sequence[tuple[int, int]]) -> list[Bound]:
    """Figures whose treatment stands right beside them: `29% with A`, `A (29%)`."""
    made: list[Bound] = []
    for claim in claims:
        for place, number in named:
            between = case.text[claim.end : place] if place > claim.end else ""
            behind = case.text[place : claim.start] if place < claim.start else ""
            joined = place > claim.end and len(between) < 40 and _BEFORE.match(f"{between}") is not None
            bracket = (
                place < claim.start
                and re.search(r"\A[\w./-]+(?:\s[\w./-]+){0,4}\s?\([^()]{0,12}\Z", behind) is not None
            )
            if joined or bracket:
                made.append((claim, number))
                break
    return made


def _unit(case: Cited, pairs: list[Bound], source: Source, unit: Unit) -> bool | None:
    """True when a unit gives the figures as claimed, False the other way round, None when it does not say."""
    (one, first), (two, second) = pairs[0], pairs[1]
    if abs(one.value - two.value) < 1e-9:
        return None
    left, right = case.treatments[first], case.treatments[second]
    found_one = [f for f in unit.figures if meets(one, f, unit.text)]
    found_two = [f for f in unit.figures if meets(two, f, unit.text)]
    if not found_one or not found_two:
        return None
    if unit.row:
        return _columns(source, unit, left, right, found_one, found_two)
    return _order(source, unit, left, right, found_one, found_two)


def _columns(source: Source, unit: Unit, left: Arm, right: Arm, ones: list[Figure], twos: list[Figure]) -> bool | None:
    straight = any(arms.located(left, unit.column(f.start), source) for f in ones) and any(
        arms.located(right, unit.column(f.start), source) for f in twos
    )
    crossed = any(arms.located(right, unit.column(f.start), source) for f in ones) and any(
        arms.located(left, unit.column(f.start), source) for f in twos
    )
    if straight:
        return True
    return False if crossed else None


def _order(source: Source, unit: Unit, left: Arm, right: Arm, ones: list[Figure], twos: list[Figure]) -> bool | None:
    """Figures and treatments of a sentence are paired in order; of several mentions those nearest the figures count."""
    lefts, rights = arms.places(left, unit, source), arms.places(right, unit, source)
    one, two = min(((a, b) for a in ones for b in twos), key=lambda p: abs(p[0].start - p[1].start))
    if one.start == two.start or not (lefts or rights):
        return None
    if "respectively" in unit.lower and len([f for f in unit.values if f.percent == one.percent]) > _SEVERAL:
        return None  # a list of more than two, of which only two treatments are known
    if not lefts or not rights:
        return _alone(unit.text, one, two, lefts, rights)
    if abs(one.start - two.start) > 12 and "respectively" not in unit.lower:
        close = _adjacent(unit.text, one, lefts, rights)
        close = close if close is not None else _adjacent(unit.text, two, rights, lefts)
        if close is not None:
            return close
    stop = _stop(unit.text, max(one.start, two.start))
    near = [
        (abs(a - one.start) + abs(b - two.start), a, b) for a in lefts for b in rights if a != b and max(a, b) <= stop
    ]
    cross = [
        (abs(a - two.start) + abs(b - one.start), a, b) for a in lefts for b in rights if a != b and max(a, b) <= stop
    ]
    if not near:
        return None
    _, a, b = min(min(near), min(cross))
    low, high = sorted((one.start, two.start))
    if max(a, b) < low or min(a, b) > high:
        # Both names stand on one side of the figures: the one behind `compared with` is told second.
        left_second, right_second = (_COMPARATOR.search(unit.text[max(0, p - 40) : p]) is not None for p in (a, b))
        if left_second != right_second:
            return right_second == (one.start < two.start)
    return (a < b) == (one.start < two.start)


_AGAINST = expression(
    r"\s?(?:%|[a-zA-Z\u03bc/]{1,8}){0,2}\s?(?:\([^()]{0,40}\)\s?)?(?:vs\.?|versus|compared (?:with|to)|against|v)\s\Z"
)
"""What stands between the figures of a treatment and of the one it is set against: `less with A (2% vs. 6%)`."""
_NEAR_BEFORE = 60
_SEVERAL = 2


def _alone(text: str, one: Figure, two: Figure, lefts: tuple[int, ...], rights: tuple[int, ...]) -> bool | None:
    """Of `less with A (2% vs. 6%)` the first figure is A's, though the other treatment is not named."""
    early, late = sorted((one, two), key=lambda f: f.start)
    near = [p for p in (*lefts, *rights) if 0 <= early.start - p <= _NEAR_BEFORE]
    if not near or not _AGAINST.fullmatch(text[early.end : late.start]):
        return None
    return (early is one) == bool(lefts)


_BEHIND = expression(
    r"\s?(?:%|[a-zA-Z\u03bc/]{1,8})?\s?(?:\([^()]{0,40}\)\s?)?(?:in|with|on|for|of|after|under|among)\s(?:the\s"
    r"|those\s|patients\s|people\s|IV\s){0,3}\Z"
)


def _adjacent(text: str, figure: Figure, own: tuple[int, ...], other: tuple[int, ...]) -> bool | None:
    """True when the figure's own treatment stands right behind it (`85.5 in HIP`), False when the other one does."""
    for place in sorted({*own, *other}):
        if 0 < place - figure.end < 50 and _BEHIND.match(text[figure.end : place]):
            return place in own
    return None


def _stop(text: str, place: int) -> int:
    """Where the part of a sentence ends that speaks of the figure at `place`."""
    found = re.search(r";\s|\.\s|,\s(?:while|whereas|but)\s", text[place:])
    return place + found.start() if found else len(text)
