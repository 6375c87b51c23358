"""Figures beside their group: `90% of the A group recalled X compared to 21% of the B group`, `4.2 in A, 5.6 in B`.

Every figure of a clause must have a group of its own: where one is left over, the layout was not understood.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from probatum.appraise.findings import befallen, clauses, items, limits, outcome, predicates
from probatum.appraise.findings.arms import PEOPLE
from probatum.appraise.findings.brackets import Bracket
from probatum.appraise.findings.groups import Named
from probatum.appraise.findings.layouts import Group, Part, part_at, sound
from probatum.appraise.findings.mentions import WORD_NUM
from probatum.appraise.findings.sentence import Sentence
from probatum.appraise.findings.values import Value
from probatum.model import Direction
from probatum.text.expressions import expression

_TO: Final = (
    rf"(?:the\s|all\s|those\s|an?\s|\d+\s|Ⓝ+\s|Ⓥ+\s|(?:[\w-]+\s)?{PEOPLE}\s(?:in|of|from|on|with|receiving|given|"
    rf"allocated(?: to)?|"
    rf"assigned to|treated with|randomi[sz]ed to|who received)\s)*"
)
_BEHIND: Final = expression(
    rf"^(?:\s?[\[(]\s?[ⒸⓇⓃ]+\s?[\])])?(?:\s(?!and\b|or\b|was\b|were\b|than\b|vs\b|versus\b|to\b|in\b|of\b|for\b|"
    rf"with\b|among\b)"
    rf"[a-z][\w/-]*){{0,3}}?\s(?:of|in|for|with|among|on|under|per|by|from)\s{_TO}$",
    re.IGNORECASE,
)
"""What may stand between a figure and the group behind it."""
_BEFORE: Final = expression(
    r"^(?:\s(?:group|arm|patients|subjects|participants|treatment|recipients|devices?))?(?:\s?[\[(]\s?(?:(?:mean|"
    r"median|averages?)[\s,:]*)?|\s?[:=]\s?|"
    r",?\s(?:it\s|that\s|this\s)?(?:was|were|averaged|reached)\s)$",
    re.IGNORECASE,
)
"""What may stand between a group and the figure behind it."""
_JOIN: Final = expression(
    r"(?:\b(?:and|versus|vs\.?|v|than|compared|whereas|while|but|to|in contrast|as against)\b|[,;])", re.IGNORECASE
)


_SEEN_IN: Final = expression(
    r"^(?:\sof\s[^ⓋⓅⒸⓂⓇ,;:()]{3,60}?)?\s(?:(?:was|were)\s(?:observed|seen|found|noted|reported|recorded|detected|"
    r"diagnosed)|occurred|"
    r"developed)\sin\s(?:the\s)?$"
)


class Beside(NamedTuple):
    """A figure with its group, and the stretch of both."""

    start: int
    end: int
    value: Value
    group: Named
    ahead: bool
    """The group stands before its figure."""


def read(sentence: Sentence, used: set[int], named: Sequence[Named]) -> Iterator[tuple[Group, str]]:
    """Chains of two and more figures, each beside a group of its own."""
    found = [
        b for value in sentence.values if value.start not in used and (b := _of(sentence, value, named)) is not None
    ]
    exact = [b for b in found if b.value.events and b.value.percent]
    found = [b for b in found if not any(o is not b and o.start <= b.value.start < o.end for o in exact)]
    for chain in (*_opened(sentence, found, used, named), *_chains(sentence, found)):
        if not _whole(sentence, chain) or not _even(chain) or _sizes(sentence, chain):
            continue
        parts = [Part(b.start, b.end, b.group.name, b.group.place, _counted(_sized(sentence, b))) for b in chain]
        name, way = _outcome(sentence, chain, named)
        if sound(sentence, parts, sure=True) and (len(parts) > 2 or items.agrees(sentence, parts, way)):
            yield (parts, chain[-1].end), name


def _sizes(sentence: Sentence, chain: Sequence[Beside]) -> bool:
    """`in the 559 people given A and the 557 given B`: how many there were, no result."""
    return any(
        b.value.counted and not b.value.events and sentence.masked[: b.value.start].lower().endswith("the ")
        for b in chain
    )


def _even(chain: Sequence[Beside]) -> bool:
    """All groups stand on the same side of their figures, or `X in A was 11 months compared with 9 months in B`."""
    sides = [b.ahead for b in chain]
    return len(set(sides)) == 1 or sides == [True, False]


def _sized(sentence: Sentence, one: Beside) -> Value:
    """The figure with the number of people printed before its group: `11 months in 275 patients allocated to A`."""
    size = _size(sentence, one.group)
    if size is None or one.value.denominator is not None or one.value.counted:
        return one.value
    return one.value._replace(denominator=size.figure)


def _counted(value: Value) -> Value:
    """`18 cases` is a count."""
    return value._replace(unit="", counted=True) if value.unit in _EVENTS else value


def _size(sentence: Sentence, group: Named) -> Value | None:
    """The bare number right before a group's name."""
    return next(
        (v for v in sentence.values if v.end in (group.start, group.start - 1) and v.counted and not v.events), None
    )


_LINK: Final = (
    r"(?:(?:patients|subjects|participants|women|men|children|people)\s)?(?:in|on|with|for|of|among|receiving|given|"
    r"allocated(?:\sto)?|assigned\sto|taking)\s(?:the\s)?"
)
_ONE: Final = r"(?:(?!(?:in|of|for|with|than|and|or|to|was|were|compared|versus|vs)\b)[\w/+'-]++|[ⒹⓍ]++)"
NP: Final = rf"{_ONE}(?:\s{_ONE}){{0,4}}?"
WHOM: Final = rf"(?:{NP}|(?:{PEOPLE}|those)\s(?:with|without|receiving|on)\s{NP})"
_TOLD: Final = expression(
    rf"(?<!Ⓥ)(?P<v1>Ⓥ++)\s(?:{_LINK})?(?P<a1>{NP}),?\s(?:versus|vs\.?|(?:as\s)?compared (?:with|"
    rf"to))\s(?P<v2>Ⓥ+)\s(?:{_LINK})?(?P<a2>{NP})(?=\s?[,;:.()\[\]]|\s?$|\sⓉ)",
    re.IGNORECASE,
)
"""`12.7 kg A versus 12.6 kg B`, `(48 of 276 allocated A v 29 of 266 allocated B)`."""


def told(sentence: Sentence, used: set[int], named: Sequence[Named]) -> Iterator[tuple[Group, str]]:
    """Two figures, each followed by its arm; one of the two must be known to be a group."""
    for match in _TOLD.finditer(sentence.masked):
        starts = (match.start("v1"), match.start("v2"))
        if set(starts) & used or any(sentence.value(at).unit in _EVENTS for at in starts):
            continue
        if all(sentence.value(at).counted and not sentence.value(at).events for at in starts):
            continue
        parts = [
            part_at(sentence, match.start(), match.end(), match.span(a), at)
            for a, at in zip(("a1", "a2"), starts, strict=True)
        ]
        known = [part for part in parts if part is not None]
        if not sound(sentence, parts) or any(outcome.has_verb(part.name) for part in known):
            continue
        opening = re.search(r"[\[(]\s?(?:(?:mean|median)s?[\s,:]*)?$", sentence.masked[: match.start()])
        start = clauses.clause_start(sentence, match.start())
        if opening is not None:
            bracket = Bracket(opening.start(), match.end(), *starts, None)
            name, way = items.outcome_of(sentence, bracket, start, named)
        else:
            name, way = items.said(
                sentence, clauses.skip_lead(sentence.masked, start, match.start()), match.start(), named
            )
        if items.agrees(sentence, known, way):
            yield (known, sentence.value(starts[1]).end), name


_AHEAD: Final = expression(
    rf"\s(?:for|in|with|among)\s(?:the\s)?(?P<a1>{NP})\s(?:versus|vs\.?|(?:as\s)?compared (?:with|to)|"
    rf"and)\s(?:(?:for|in|with|among)\s)?(?:the\s)?"
    rf"(?P<a2>{NP})\s(?:was|were|averaged)\s(?P<v1>Ⓥ++)\s(?:versus|vs\.?|and)\s(?P<v2>Ⓥ++)(?!\s(?:for|in|with|"
    rf"among)\s|\s(?:and|versus|"
    rf"vs\.?)\sⓋ|,\sⓋ|\sⓉ+\sand\sⓋ)",
    re.IGNORECASE,
)
"""`survival for A versus B was 48% versus 50%`."""


def ahead(sentence: Sentence, used: set[int], named: Sequence[Named]) -> Iterator[tuple[Group, str]]:
    """Both groups first, then both figures; one of the two must be known to be a group."""
    for match in _AHEAD.finditer(sentence.masked):
        starts = (match.start("v1"), match.start("v2"))
        start = clauses.skip_lead(sentence.masked, clauses.clause_start(sentence, match.start()), match.start())
        if set(starts) & used or outcome.has_verb(sentence.masked[start : match.start()]):
            continue
        parts = [
            part_at(sentence, match.start(), match.end(), match.span(a), at)
            for a, at in zip(("a1", "a2"), starts, strict=True)
        ]
        if sound(sentence, parts):
            yield (
                ([p for p in parts if p], sentence.value(starts[1]).end),
                outcome.phrase(sentence, start, match.start()),
            )


def _of(sentence: Sentence, value: Value, named: Sequence[Named]) -> Beside | None:
    """The group of a figure: the one behind it, else the one before it."""
    after = [g for g in named if g.start >= value.end]
    for group in after[:1]:
        gap = sentence.masked[value.end : group.start]
        beside = gap in (" ", "") and not value.counted
        if _BEHIND.match(gap) or beside or (value.unit in _EVENTS and _SEEN_IN.match(gap)):
            value, end = _exactly(sentence, value, group)
            return Beside(value.start, end, value, group, ahead=False)
        if _OPENING.fullmatch(gap) and sentence.masked[group.end : group.end + 1] in (")", "]"):
            return Beside(value.start, group.end + 1, value, group, ahead=False)
    for group in [g for g in named if g.end <= value.start][-1:]:
        if not _details_before(sentence, group, value) and _BEFORE.match(sentence.masked[group.end : value.start]):
            return _counted_before(sentence, value, group) or Beside(group.start, value.end, value, group, ahead=True)
    return None


_OPENING: Final = expression(r"\s?[\[(]\s?")
_PEOPLE_OF: Final = expression(
    rf"(?:(?P<c>Ⓥ++)|(?<![\w-])(?P<w>{WORD_NUM}))\s(?:of\s)?(?:the\s|all\s)?(?:(?:[\w-]+\s)?{PEOPLE}\s)?"
    r"(?:in|on|from|with|of|receiving|given|assigned to|treated with)\s(?:the\s)?$",
    re.IGNORECASE,
)


def _counted_before(sentence: Sentence, value: Value, group: Named) -> Beside | None:
    """`Six of the patients in the A group (9 percent)`: the count before the group, its share in the bracket behind."""
    count = _PEOPLE_OF.search(sentence.masked, 0, group.start) if value.percent and not value.events else None
    if count is None or not _OPENING.fullmatch(sentence.masked, group.end, value.start):
        return None
    number = sentence.value(count.start("c")) if count["c"] else None
    if number is not None and (number.percent or number.unit or not number.counted):
        return None
    events = count.span("w") if number is None else number.events or number.figure
    of = None if number is None else number.denominator
    end = value.end + (sentence.masked[value.end : value.end + 1] in (")", "]"))
    return Beside(count.start(), end, value._replace(events=events, denominator=of), group, ahead=True)


_COUNTS: Final = expression(r"\s?[\[(]\s?(?P<v>Ⓥ+)\s?[\])]")


def _exactly(sentence: Sentence, value: Value, group: Named) -> tuple[Value, int]:
    """`68% of those given A (107 of 158 patients)`: the share with the numbers in the bracket behind its group."""
    match = _COUNTS.match(sentence.masked, group.end)
    counts = sentence.value(match.start("v")) if match else None
    if match is None or counts is None or counts.percent or not (counts.events and counts.denominator):
        return value, group.end
    return (
        (value._replace(events=counts.events, denominator=counts.denominator), match.end())
        if value.percent
        else (value, group.end)
    )


def _details_before(sentence: Sentence, group: Named, value: Value) -> bool:
    """The bracket behind the group opens a list of what happened in it."""
    return value.counted and bool(_DETAILS.match(sentence.masked[group.end :]))


_OPENS: Final = expression(r"^(?:in|for|among|with|on)\s(?:the\s)?$", re.IGNORECASE)
_THEN: Final = expression(
    r"^(?:\s?[\[(]\s?[ⒸⓇⓃ]+\s?[\])])?,?\s(?:against|versus|vs\.?|(?:as\s)?compared (?:with|"
    r"to)|and)\s(?:only\s)?$"
)


def _opened(
    sentence: Sentence, found: Sequence[Beside], used: set[int], named: Sequence[Named]
) -> Iterator[list[Beside]]:
    """`In A, X was 6% against 1% in B`: the first group opens the clause, the second stands behind its figure."""
    for one, two in pairwise(sentence.values):
        last = next((b for b in found if b.value.start == two.start and not b.ahead), None)
        if last is None or one.start in used or not _THEN.match(sentence.masked[one.end : two.start]):
            continue
        start = clauses.clause_start(sentence, one.start)
        first = next((g for g in named if g.start >= start), None)
        opens = first is not None and _OPENS.match(sentence.masked[start : first.start].strip() + " ")
        if (
            first is None
            or not opens
            or sentence.masked[first.end : first.end + 2] != ", "
            or first.name == last.group.name
        ):
            continue
        yield [Beside(one.start, one.end, one, first, ahead=False), last]


def _chains(sentence: Sentence, found: Sequence[Beside]) -> Iterator[list[Beside]]:
    chain: list[Beside] = []
    for one in found:
        if chain and not _joined(sentence, chain[-1], one):
            if len(chain) > 1:
                yield chain
            chain = []
        chain.append(one)
    if len(chain) > 1:
        yield chain


def _joined(sentence: Sentence, one: Beside, two: Beside) -> bool:
    gap = _without_details(sentence.once(limits.spelled_out)[one.end : two.start])
    return (
        one.group.name.lower() != two.group.name.lower()
        and "Ⓥ" not in gap
        and bool(_JOIN.search(gap))
        and len(gap) < 120
    )


_DETAILS: Final = expression(r"\s?[\[(][^()\[\]]*Ⓥ\s[A-Za-z][^()\[\]]*[\])]")
"""`(3 deaths, 7 strokes)`: what the figure before it consists of."""


def _without_details(masked: str) -> str:
    return _DETAILS.sub("", masked)


def _detail(sentence: Sentence, chain: Sequence[Beside], value: Value) -> bool:
    """A bare count in the brackets behind a figure that has been read."""
    own = {b.value.start for b in chain}
    return (
        value.counted
        and value.start not in own
        and any(m.start() < value.start < m.end() for m in _DETAILS.finditer(sentence.masked))
    )


def _whole(sentence: Sentence, chain: Sequence[Beside]) -> bool:
    """No figure of the clause is left over beside the chain."""
    start, stop = chain[0].start, chain[-1].end
    sizes = {v.start for b in chain if (v := _size(sentence, b.group)) is not None}
    inside = [
        v
        for v in sentence.values
        if start <= v.start < stop
        and (not v.spelled or v.start in {b.value.start for b in chain})
        and v.start not in sizes
        and not _detail(sentence, chain, v)
        and not any(b.start <= v.start < b.end and v.start != b.value.start for b in chain)
    ]
    if len(inside) != len(chain):
        return False
    tail = sentence.masked[stop:].lstrip(")] ")
    tail = " " + tail if tail[:1].isalpha() else tail
    return not re.match(
        r"^(?:\s?[\[(][^()\[\]]*[\])])?\s?(?:,|,?\s(?:and|or|vs\.?|versus|compared with|compared to))\s(?:in\s|"
        r"only\s)?Ⓥ",
        tail,
    )


def _outcome(sentence: Sentence, chain: Sequence[Beside], named: Sequence[Named]) -> tuple[str, Direction | None]:
    size = _size(sentence, chain[0].group)
    first = chain[0].start if size is None else min(chain[0].start, size.start)
    start = clauses.clause_start(sentence, first)
    begin = clauses.skip_lead(sentence.masked, start, first)
    lead = sentence.masked[begin:first].strip(" ,([$€£¥")
    cases = _CASES.match(sentence.masked[chain[0].value.end :])
    if cases is not None and all(b.value.counted or b.value.unit in _EVENTS for b in chain):
        at = chain[0].value.end
        return outcome.phrase(sentence, at + cases.start("np"), at + cases.end("np")), None
    if all(b.value.percent or b.value.counted for b in chain) and _NO_LEAD.fullmatch(lead):
        return _done(sentence, chain), None
    found, way = items.said(sentence, begin, first, named)
    if not found and all(b.value.percent or b.value.events for b in chain):
        found = befallen.befell(sentence, begin, chain[0].value.start)
    return found, way


_EVENTS: Final = ("cases", "episodes", "events")
_CASES: Final = expression(
    r"^\s(?:(?:cases|episodes|events)\s)?of\s(?P<np>[^ⓋⓅⒸⓂⓇ,;:()]{3,60}?)\s(?:(?:was|were)\s(?:observed|seen|"
    r"found|noted|reported|recorded|"
    r"detected|diagnosed)|occurred|developed)\sin\s"
)
"""`18 cases of X were observed in A and 11 in B`."""
_NO_LEAD: Final = expression(
    rf"(?:(?:only|overall|about|approximately|in total|later|similarly|almost|nearly|all|most|both|in|the|and|"
    rf"while|whereas|"
    rf"but|Ⓣ+|{PEOPLE}|of)[\s,]*)*",
    re.IGNORECASE,
)
"""Nothing before the first figure says what was measured: it is what the people did."""


def _done(sentence: Sentence, chain: Sequence[Beside]) -> str:
    """What the people of the figures did: told behind the first group, or once behind the last."""
    for one, two in (*pairwise(chain), (chain[-1], None)):
        name = predicates.named(sentence, one.end, two.start if two else len(sentence.text))
        if name:
            return name
    return outcome.of_event(sentence, chain[-1].end)
