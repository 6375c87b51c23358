"""Findings of sentences in which no pattern has read any: roles by weights (`weighing`), put together and tested.

Of the phrases that a sentence offers for its figures, the likeliest is the outcome, the next the people or treatments.
What is put together passes the tests of every other finding, and some more: it is made where nothing else was.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from probatum.appraise.findings import alone, brackets, build, clauses, comparison, groups, items, offers, weighing
from probatum.appraise.findings import arms as arm_names
from probatum.appraise.findings.groups import UNNAMED
from probatum.appraise.findings.layouts import Part
from probatum.appraise.findings.offers import Offer
from probatum.appraise.findings.phrase import lower
from probatum.appraise.findings.sentence import Sentence
from probatum.appraise.findings.values import Place
from probatum.appraise.findings.weighing import Anchor
from probatum.model import Direction, Finding, SectionKind
from probatum.text.expressions import expression

LIKELY: Final = 0.15
"""Probability from which a phrase is taken for an arm."""
LEAST: Final = 0.6
"""Probability from which a phrase is taken for an outcome: a finding left out does less harm than a wrong one."""
LONGEST: Final = 900
"""Characters of a sentence that is read."""
_IN_TURN: Final = expression(r"\brespectively\b|\bin that order\b", re.IGNORECASE)
_WITHIN: Final = expression(r"[\w)\]/-]")
_GOES_ON: Final = expression(r"[\w/-]|\s\d(?!\d*[.,]?\d*\s?%)")
_NOT: Final = expression(
    r"\b(?:no|not|none|without|never|neither|nor|absence of|lack of|free (?:of|from)|nobody)\b", re.IGNORECASE
)
_BEFORE: Final = 12
"""Characters before an outcome in which a word may deny it."""
_NOBODY: Final = expression(
    rf"(?:(?:the|all)\s)?{arm_names.PEOPLE}|.*\b(?:treated|assigned|given|receiv(?:ed|ing)|allocated)|"
    r"(?:the\s)?(?:groups?|arms?|2 groups|(?:\w+\s)?(?:regression|model|analys[ei]s)|"
    r".*\b(?:probably|possibly|achieved))",
    re.IGNORECASE,
)
"""What names no arm."""
_OVERALL: Final = expression(r"\boverall\s$", re.IGNORECASE)
_LIVED: Final = expression(r"(?:survival|mortality)\b", re.IGNORECASE)
_OPENS: Final = expression(r"(?:in|among|of|for)\s(?:the\s)?", re.IGNORECASE)
_POPULATION: Final = expression(
    r"\b(?:in|among|as|with|when|using|by|to|at|than|(?<!risk )(?<!odds )(?<!rate )(?<!rates )(?<!need )for)\s"
    r"(?:the\s|an?\s)?$",
    re.IGNORECASE,
)
"""Before a phrase that tells in whom, or when: `was seen in smokers (12% v 3%)`."""
_COMPARATIVE: Final = expression(
    r"^(?:(?:significantly|remarkably)\s)?(?:increased|decreased|reduced|improved|elevated|lower|higher|worse|better|"
    r"poorer|inferior)\s(?=\S{3})",
    re.IGNORECASE,
)
"""What the figures say themselves."""
_THIRD: Final = expression(r"(?:\s?[\[(][^()\[\]]*[\])])?,?\s(?:versus|vs?\.?|and)\s[Ⓥ]")
_LISTED: Final = expression(r"[)\]],?\s(?:and\s)?[^()\[\];.Ⓥ]{0,80}[(\[][^()\[\]Ⓥ]{0,30}$")
_LINKED: Final = expression(r"\bassociat(?:ed|ion)\swith\b", re.IGNORECASE)
_POOR: Final = expression(r"\b(?:inferior|poorer)\b", re.IGNORECASE)
_HELD: Final = expression(r"\b(?:than|relative to|compared|in comparison)\b", re.IGNORECASE)
"""A second side that was not understood."""
_WHO: Final = expression(r"\b(?:who|which|whose|that)\s(?:\w+\s){0,3}$", re.IGNORECASE)


class Choice(NamedTuple):
    """The phrases chosen for a result, with the probabilities of outcome, first and second side."""

    anchor: Anchor
    outcome: Offer
    first: Offer | None
    second: Offer | None
    odds: tuple[float, float, float]


class Sides(NamedTuple):
    """Both sides of a pair of figures, where they are named, and the way in which the words say that they differ."""

    first: str
    second: str
    places: tuple[Place, Place]
    way: Direction
    linked: bool = False
    """Whether the first is said to go with what the figures are of, so that it stays the first of a whole list."""


def read(sentence: Sentence) -> list[Finding]:
    """Findings of a sentence of an abstract in which nothing else was read.

    Estimates are left out: of what they are, and by what, weights were right too seldom.
    """
    if sentence.section.kind is not SectionKind.ABSTRACT or len(sentence.text) > LONGEST:
        return []
    open_ones = [a for a in weighing.anchors(sentence) if a.measure is None and not _settled(sentence, a)]
    chosen = [choose(anchor, *weighing.scored(sentence, anchor)) for anchor in open_ones]
    return list(_apart(assembled(sentence, [c for c in chosen if c is not None and c.odds[0] >= LEAST])))


def _settled(sentence: Sentence, anchor: Anchor) -> bool:
    """Whether no phrase could make a finding of a single figure: nothing needs to be weighed."""
    return anchor.other is None and alone.elsewhere(sentence, anchor.value)


def choose(anchor: Anchor, found: Sequence[Offer], scores: Sequence[Sequence[float]]) -> Choice | None:
    """The likeliest outcome, and the likeliest sides that do not overlap with it. `scores` are log odds of roles."""
    taken: list[Offer] = []
    odds: list[float] = []
    for role in range(len(weighing.ROLES)):
        free = [i for i, offer in enumerate(found) if (not role or not offer.deed) and not _overlaps(offer, taken)]
        if not free:
            break
        best = max(free, key=lambda i: scores[i][role])
        taken.append(found[best])
        odds.append(_logistic(scores[best][role]))
    if not taken:
        return None
    sides = [offer if p >= LIKELY else None for offer, p in zip(taken[1:], odds[1:], strict=True)]
    first, second = [*sides, None, None][:2]
    whole = [*odds, 0.0, 0.0]
    return Choice(anchor, taken[0], first, second, (whole[0], whole[1], whole[2]))


def _logistic(score: float) -> float:
    return 1.0 / (1.0 + math.exp(-max(-60.0, min(60.0, score))))


def _overlaps(one: Offer, taken: Sequence[Offer]) -> bool:
    return any(one.first < other.last and other.first < one.last for other in taken if not other.deed)


def assembled(sentence: Sentence, choices: Sequence[Choice]) -> Iterator[Finding]:
    """The findings of the choices of a sentence, in its order; none of a choice whose parts do not make one."""
    sides: Sides | None = None
    pairs = [c for c in choices if c.anchor.other is not None]
    whom = any(_POPULATION.search(sentence.masked, 0, offers.place(sentence, c.outcome)[0]) for c in pairs)
    for choice in choices:
        anchor = choice.anchor
        name = _named(sentence, choice.outcome)
        if not name or _IN_TURN.search(sentence.masked, anchor.value.end) or _cut(sentence, choice):
            continue
        if _torn_off(sentence.text, anchor.value.start):
            continue
        made: Finding | None = None
        if anchor.other is not None and not whom:
            made, sides = _pair(sentence, choice, name, sides)
        elif anchor.other is None:
            made = alone.finding(
                sentence, anchor.value, choice.outcome, name, _single_arm(sentence, choice.first, anchor.value.start)
            )
        if made is not None:
            yield made


def _named(sentence: Sentence, offer: Offer) -> str:
    """The name of an outcome; `overall survival` is not called `survival`."""
    name = offers.name(sentence, offer)
    whole = _OVERALL.search(sentence.masked, 0, offers.place(sentence, offer)[0])
    return f"overall {name}" if whole is not None and _LIVED.match(name) else name


def _apart(found: Iterator[Finding]) -> Iterator[Finding]:
    """Of figures of one outcome those whose group is known: the others are of groups that were not read."""
    made = list(found)
    for one in made:
        alike = sum(other.outcome == one.outcome and other.measure == one.measure for other in made)
        if alike == 1 or len(one.arms) > 1 or one.arms[0].arm:
            yield one


def _cut(sentence: Sentence, choice: Choice) -> bool:
    """Whether an outcome is cut out of a word (`F-glucose` of `18F-glucose`), or words beside it deny it."""
    start, end = offers.place(sentence, choice.outcome)
    if not choice.outcome.deed and _torn(sentence, (start, end)):
        return True
    at = choice.anchor.value.start
    first, last = (max(0, start - _BEFORE), at) if start < at else (at, end)
    return _NOT.search(sentence.masked, first, start if choice.anchor.other is not None else last) is not None


def _torn_off(text: str, at: int) -> bool:
    """Whether the sentence begins inside a bracket that an earlier one opens."""
    before = text[:at]
    return before.count(")") > before.count("(") or before.count("]") > before.count("[")


def _torn(sentence: Sentence, place: Place) -> bool:
    before = sentence.text[max(0, place[0] - 1) : place[0]]
    return bool(_WITHIN.match(before) or _GOES_ON.match(sentence.text, place[1]))


def _arm(sentence: Sentence, offer: Offer | None) -> str:
    """What a phrase calls an arm; empty where it cannot."""
    if offer is None:
        return ""
    place = offers.place(sentence, offer)
    if alone.SHARED.match(sentence.masked, place[1]):
        return ""  # `A and B`: half of what they got
    name = arm_names.clean(sentence.text[slice(*place)], sentence.context)
    sound = arm_names.valid(name, sentence.masked[slice(*place)]) and not _NOBODY.fullmatch(name)
    return lower(name, sentence) if sound and not _torn(sentence, place) else ""


def _single_arm(sentence: Sentence, offer: Offer | None, at: int) -> str | None:
    """The arm of a single figure at an offset; None where one was chosen that cannot be one."""
    if offer is None:
        return ""
    name = _arm(sentence, offer)
    start, end = offers.place(sentence, offer)
    masked = sentence.masked[start:end]
    if alone.AND_THE.search(sentence.masked, 0, start):
        return None  # `in A and B`: of both
    if end <= at and "Ⓥ" in sentence.masked[end:at] and not _OPENS.fullmatch(sentence.masked, 0, start):
        return None  # another figure stands between them
    return name if name and arm_names.arm_like(name, masked, sentence.context) else None


def _pair(sentence: Sentence, choice: Choice, name: str, before: Sides | None) -> tuple[Finding | None, Sides | None]:
    """A finding of two figures, and its sides for the next of a list. `before`: the sides of the one before it."""
    one, two = choice.anchor.value, choice.anchor.other
    sides = _sides(sentence, choice, before)
    if two is None or sides is None or _THIRD.match(sentence.masked, two.end):
        return None, None
    if one.percent is not two.percent or any(weighing.of_another(sentence, value) for value in (one, two)):
        return None, None  # `33% vs 131 patients`, `SD 20.6 vs 60.3`
    if any(b.one == one.start and b.label is not None for b in brackets.read(sentence)):
        return None, None  # `(girls, 12% v 14%)`: of what its label says
    joined = " and " in sentence.masked[one.end : two.start] and sides.second == UNNAMED
    name = _COMPARATIVE.sub("", name)
    relative = _WHO.search(sentence.masked, 0, offers.place(sentence, choice.outcome)[0])
    if joined or relative or any(side.lower() in name.lower() for side in (sides.first, sides.second)):
        return None, None
    parts = [
        Part(sides.places[0][0], one.end, sides.first, sides.places[0], one),
        Part(sides.places[1][0], two.end, sides.second, sides.places[1], two),
    ]
    if not items.agrees(sentence, parts, sides.way):
        return None, None
    return comparison.told(sentence, parts, two.end, set(), name), sides


def _sides(sentence: Sentence, choice: Choice, before: Sides | None) -> Sides | None:
    """Who is compared: two groups that words of comparison join, else those chosen, else those of the list before."""
    at = choice.anchor.value.start
    start = clauses.clause_start(sentence, at)
    words = sentence.masked[start:at]
    way = build.direction_words(_POOR.sub("lower", words))
    known = groups.compared(sentence, groups.named(sentence), start, len(sentence.masked))
    if known is not None:
        if any(_NOBODY.fullmatch(group.name) for group in known):
            return None
        return Sides(known[0].name, known[1].name, (known[0].place, known[1].place), way)
    linked = _LINKED.search(words)
    if linked is not None and way is Direction.UNCLEAR:
        way = Direction.HIGHER
    first, second = _arm(sentence, choice.first), _arm(sentence, choice.second)
    if not first and before is not None and before.linked and _LISTED.search(sentence.masked, before.places[0][1], at):
        return before._replace(way=before.way if build.direction_words(words) is Direction.UNCLEAR else way)
    likely = arm_names.arm_like(first, first, sentence.context)
    if first and linked is None and not likely:
        return None
    if not first:
        return None if second else _one_named(sentence, choice, start)
    place = (0, 0) if choice.first is None else offers.place(sentence, choice.first)
    if linked is not None and place[1] > start + linked.start():
        return None  # what something is linked to is no side
    if second and second.lower() != first.lower() and choice.second is not None:
        return Sides(first, second, (place, offers.place(sentence, choice.second)), way)
    if way is Direction.UNCLEAR and choice.anchor.other is not None:
        way = build.direction_words(sentence.masked[choice.anchor.other.end :])
    open_side = second or way is Direction.UNCLEAR or _HELD.search(sentence.masked, start)
    return None if open_side else Sides(first, UNNAMED, (place, place), way, linked is not None)


def _one_named(sentence: Sentence, choice: Choice, start: int) -> Sides | None:
    """`X was higher in A (3 v 2)`: the only group that is named, where the words say which way it differs."""
    named = {g.name.lower(): g for g in groups.named(sentence) if g.start >= start}
    end = choice.anchor.other.end if choice.anchor.other is not None else choice.anchor.value.end
    way = build.direction_words(sentence.masked[start : choice.anchor.value.start] + sentence.masked[end:])
    if len(named) != 1 or way is Direction.UNCLEAR or _HELD.search(sentence.masked, start):
        return None
    only = next(iter(named.values()))
    if _NOBODY.fullmatch(only.name):
        return None
    return Sides(only.name, UNNAMED, (only.place, only.place), way)
