"""Two and more arms, each with its result: `A in ARM1 and B in ARM2`, `A v B`, `A, B and C in ..., respectively`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from probatum.appraise.findings import (
    accuracy,
    against_margin,
    apiece,
    beside,
    build,
    clauses,
    compared_name,
    estimate,
    groups,
    had_than,
    items,
    layouts,
    loose,
    outcome,
    pairs,
    showed_more,
    three_cells,
    told_apart,
    without_it,
)
from probatum.appraise.findings.arms import PEOPLE
from probatum.appraise.findings.layouts import Part
from probatum.appraise.findings.mentions import Mention
from probatum.appraise.findings.sentence import Sentence
from probatum.model import ArmResult, Direction, Finding, Measure
from probatum.text.expressions import expression


def read(sentence: Sentence, used: set[int]) -> list[Finding]:
    """Findings of all comparisons of a sentence; each value is used once."""
    found: list[Finding] = []
    tried: set[int] = set()
    for (parts, last), name in _named_readers(sentence, used):
        if (made := told(sentence, parts, last, used, name)) is not None:
            used.update(p.value.start for p in parts)
            found.append(made)
    for reader in (
        layouts.lists,
        layouts.subject_first,
        layouts.chains,
        layouts.subjects,
        layouts.bracketed,
        pairs.labelled,
        pairs.behind,
        pairs.after_colon,
        layouts.pairs,
        pairs.half_named,
    ):
        for parts, last in reader(sentence, used | tried):
            if any(p.value.start in used | tried for p in parts):
                continue
            made = told(sentence, parts, last, used) if _its_own(sentence, reader, parts) else None
            (tried if made is None else used).update(p.value.start for p in parts)
            if made is not None:
                found.extend((made, *_rest_of_list(sentence, parts, used, last)))
    found += _by_groups(sentence, used)
    used |= tried
    return found


def _named_readers(sentence: Sentence, used: set[int]) -> Iterator[tuple[layouts.Group, str]]:
    """Pairs whose reader says what they are of."""
    for reader in (
        had_than.read,
        showed_more.read,
        against_margin.read,
        three_cells.read,
        without_it.read,
        told_apart.read,
    ):
        yield from reader(sentence, used)


def _by_groups(sentence: Sentence, used: set[int]) -> list[Finding]:
    """What the patterns have left: figures in brackets behind their outcome, figures beside the group they are of."""
    if sum(value.start not in used for value in sentence.values) < 2:
        return []
    named = groups.named(sentence)
    found: list[Finding] = []
    for reader in (items.read, beside.read, beside.told, beside.ahead, loose.read, apiece.read):
        for (parts, last), name in reader(sentence, used, named):
            if any(p.value.start in used for p in parts):
                continue
            if not name and not _plain(sentence, parts):
                continue
            made = told(sentence, parts, last, used, name)
            if made is not None and not any("no share of people" in told for told in made.problems):
                used.update(p.value.start for p in parts)
                found.extend((made, *_rest_of_list(sentence, parts, used, last)))
    return found


def _plain(sentence: Sentence, parts: list[Part]) -> bool:
    """Whether one short clause leads to the first figure, so that its subject is what was measured."""
    first = min(min(p.value.start, p.arm[0]) for p in parts)
    start = clauses.skip_lead(sentence.masked, clauses.clause_start(sentence, first), first)
    verb = clauses.verb_in(sentence, start, first)
    return verb is None or ("," not in sentence.masked[verb.start() : first] and first - verb.start() < 60)


def _rest_of_list(sentence: Sentence, parts: list[Part], used: set[int], end: int) -> list[Finding]:
    """The findings of the members of a list behind one whose two arms are known."""
    if len(parts) != 2:
        return []
    made: list[Finding] = []
    for more, last in pairs.same_arms(sentence, used, parts, max(end, *(p.value.end for p in parts))):
        found = told(sentence, more, last, used)
        if found is None:
            break
        used.update(p.value.start for p in more)
        made.append(found)
    return made


_ITEM: Final = expression(r"(?:,|[\])],?)\s(?:and\s|or\s)?(?P<item>[^,()]{3,60})\s[\[(]\s?$")


def _its_own(sentence: Sentence, reader: object, parts: list[Part]) -> bool:
    """Figures in a bracket behind a member of a list belong to that member: the outcome must name it."""
    if reader is not pairs.labelled:
        return True
    first = min(p.arm[0] for p in parts)
    item = _ITEM.search(sentence.masked[:first])
    if item is None or outcome.has_verb(item["item"]):
        return True
    named = compared_name.named(sentence, parts, first, max(p.value.end for p in parts))
    return item["item"].split()[-1].lower() in named.lower()


def told(sentence: Sentence, parts: list[Part], end: int, used: set[int], named: str = "") -> Finding | None:
    """The finding of arms with their figures; None where they do not fit. `named`: the outcome, when known."""
    first = min(p.value.start for p in parts)
    last = max(end, max(p.value.end for p in parts))
    found = _COMPARATIVE.sub("", named or compared_name.named(sentence, parts, first, last))
    if any(p.name.lower() in found.lower() or found.lower().removeprefix("the ") in p.name.lower() for p in parts):
        return None
    if estimate.names_ratio(sentence.masked[max(0, first - 60) : first]):
        return None
    if any(_SIGN_APART.search(sentence.text, 0, p.value.figure[0]) for p in parts):
        return None  # `was - 339`: whether that is a minus is not certain
    if not found or re.search(r"\brang(?:ed|es|ing)\b", sentence.masked[:first]):
        return None
    if (
        re.search(r"(?<!from )(?<!over )(?<!to )(?<!with )\bbaseline\b", sentence.text[:first], re.IGNORECASE)
        or "at baseline" in sentence.text[last : last + 20]
    ):
        return None
    start = clauses.clause_start(sentence, first)
    change = None if named else compared_name.CHANGED.search(sentence.masked, start, first)
    if change is not None:
        if found != outcome.subject(sentence, start, first):
            return None
        found = f"{compared_name.CHANGE_NOUN[change['verb'].lower()]} in {found}"
    acted = None if named or change else _ACTED_BY.search(sentence.masked, start, first)
    if acted is not None:
        if compared_name.SIZE_OF_CHANGE.match(found):
            return None
        change = acted
        found = f"{compared_name.CHANGE_NOUN[acted['verb'].lower()]} in {found}"
    values = tuple(p.value for p in parts)
    results = tuple(build.arm(sentence, p.name, p.value) for p in parts)
    if not all(v.counted for v in values):
        results = tuple(r if v.events else build.without_events(r) for r, v in zip(results, values, strict=True))
    spans = tuple(p.source for p in parts if p.source is not None)
    if compared_name.SIZE_OF_CHANGE.match(found) and any(v.events for v in values):
        return None
    measure = build.measure_of(values, found, sentence)
    if measure is not Measure.COUNT and (change is not None or compared_name.SIZE_OF_CHANGE.match(found)):
        measure = Measure.PERCENT_CHANGE if values[0].percent else Measure.CHANGE
    if measure is Measure.PERCENT_CHANGE and change is None and _OF_PEOPLE.match(sentence.masked, parts[0].value.end):
        measure = Measure.PERCENTAGE
    if (of_test := accuracy.named(found)) is not None:
        measure = of_test
    words = Direction.UNCLEAR
    if len(parts) == 2 and change is None:
        words = build.direction_words(sentence.masked[start:first])
    if _against(sentence, parts, words, start, first):
        return None
    below = all(r.value is not None and r.value.value < 0 for r in results)
    way = words if below else Direction.UNCLEAR  # a greater loss is printed as a smaller number
    if below and compared_name.LOSS.match(found):
        way = _more_loss(results)
    unit = next((v.unit for v in values if v.unit), "%" if values[0].percent else _unit_after(sentence, values[-1].end))
    if values[0].counted and values[0].events:
        unit = ""
    extra = estimate.attached(sentence, last, values[0].percent) if len(parts) == 2 else None
    if extra is None:
        p = build.trailing_p(sentence, last) if len(parts) == 2 else _overall_p(sentence, parts, last)
        if named and sentence.first_p(first, max(p.value.start for p in parts)) is not None:
            p = None  # each figure has a p value of its own: none is of their difference
        return build.finding(
            sentence,
            found,
            measure,
            arms=results,
            p=p,
            unit=unit,
            words=way,
            spans=spans,
            clause=(start, _clause_end(sentence, last)),
        )
    used.add(extra.value.start)
    if extra.measure is Measure.RISK_DIFFERENCE and measure in (Measure.CHANGE, Measure.PERCENT_CHANGE):
        extra = extra._replace(measure=Measure.MEAN_DIFFERENCE)
    return build.finding(
        sentence,
        found,
        extra.measure,
        arms=results,
        estimate=sentence.figure(extra.value.figure),
        interval=extra.interval,
        p=build.trailing_p(sentence, extra.end) or build.trailing_p(sentence, last),
        unit=unit,
        words=way,
        spans=spans,
        clause=(start, _clause_end(sentence, last)),
    )


def _more_loss(results: tuple[ArmResult, ...]) -> Direction:
    """Which way a fall differs that is printed with its sign: -3 is a greater fall than -2."""
    figures = [r.value.value for r in results if r.value is not None]
    if len(figures) != 2 or figures[0] == figures[1]:
        return Direction.UNCLEAR
    return Direction.HIGHER if figures[0] < figures[1] else Direction.LOWER


_OF_PEOPLE: Final = expression(
    rf"\s(?:of\s)?(?:the\s|all\s|those\s)?(?:[\w-]+\s){{0,4}}?(?:{PEOPLE}|those)\b", re.IGNORECASE
)
"""`48% of the children showed improvement`: a share of people, not the size of a change."""
_SIGN_APART: Final = expression(r"\b(?:was|were|is|of|by|to|and|averaged)\s[-−–]\s$", re.IGNORECASE)
_COMPARATIVE: Final = expression(
    r"^(?:significantly\s)?(?:fewer|longer|shorter|lower|higher|greater|larger|smaller)\s(?=\w)", re.IGNORECASE
)
"""What the figures say themselves: no part of an outcome."""
_ACTED_BY = expression(
    r"(?<![\w-])(?P<verb>reduced|decreased|increased|improved)\s[^ⓋⓅⒸⓂⓇ,;:()]{3,70}?\sby\s(?:an?\s(?:mean|median|average)(?:\sof)?\s|"
    r"about\s|approximately\s|only\s)?[\[(]?$",
    re.IGNORECASE,
)
"""`A reduced X by`: the figures that follow, of two groups, are sizes of change in X."""


def _overall_p(sentence: Sentence, parts: list[Part], last: int) -> Mention | None:
    """The p value of three or more arms: only where no arm has its own, and it names no pair."""
    first = min(p.value.start for p in parts)
    own = [m for m in sentence.marks if m.sign == "Ⓟ" and first <= m.start < last]
    mention = build.trailing_p(sentence, last)
    if (
        own
        or mention is None
        or re.match(
            r"^,?\s(?:vs\.?|versus|compared|for|"
            r"v\.?)\s",
            sentence.masked[mention.end :],
        )
    ):
        return None
    return mention


def _against(sentence: Sentence, parts: list[Part], words: Direction, start: int, first: int) -> bool:
    """`higher in A than in B (3 v 5)`: figures against the words mean that the arms were not understood."""
    if len(parts) != 2 or words is Direction.UNCLEAR or parts[0].arm[0] >= first:
        return False
    if not re.search(r"\bthan\b", sentence.masked[start:first]):
        return False
    one, two = (sentence.figure(p.value.figure) for p in parts)
    if one is None or two is None or one.value == two.value or min(one.value, two.value) < 0:
        return False
    return words is not (Direction.LOWER if one.value < two.value else Direction.HIGHER)


def _unit_after(sentence: Sentence, end: int) -> str:
    """Words between the last figure and the end of its bracket: `21.25 intubations per 100 ICU days`."""
    match = re.match(r"^\s(?P<unit>[a-z][a-zⓍ /-]{1,40}?)(?=\s?[,;)\]])", sentence.masked[end:])
    if match is None or re.search(
        r"\b(?:respectively|and|in|for|with|of|on|at|vs|was|were|receiving|given|treated|patients|who|"
        r"taking|group|placebo)\b",
        match["unit"],
    ):
        return ""
    return sentence.text[end + 1 : end + match.end("unit")]


def _clause_end(sentence: Sentence, position: int) -> int:
    match = re.search(
        r";|,\s(?:and|but|whereas|while|although|(?:in|de)creasing|rising|falling)\s", sentence.masked[position:]
    )
    return position + match.start() if match else len(sentence.text)
