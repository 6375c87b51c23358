"""How a sentence lays out arms and their results: in chains, in lists, in brackets, before or after the figures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from probatum.appraise.findings import arms as arm_names
from probatum.appraise.findings import outcome
from probatum.appraise.findings.arms import PEOPLE
from probatum.appraise.findings.sentence import Sentence
from probatum.appraise.findings.values import Place, Value
from probatum.model import ArmResult, Span

_PREP: Final = (
    r"(?:in|with|for|on|among|of|under|receiving|given|taking|treated with|assigned to|randomi[sz]ed to|"
    r"allocated to|who received|who were (?:given|assigned to|in))"
)
_VS: Final = r"(?:versus|vs\.?|v\.?|against|(?:as )?compared (?:with|to)|in comparison (?:with|to|of)|compare to)"
_STOP: Final = (
    r"(?=\s?[,;:.()\[\]ⓋⓅⒸⓂⓇ]|\s?$|\s(?:and|or)\s(?:in\s|to\s|only\s|about\s|just\s)*Ⓥ|\s(?:and|"
    r"or)\s(?:in|for|with|by|of|on|among)\s|"
    rf"\s{_VS}\s|\s(?:whereas|while|but|than|respectively|(?<!that )(?<!who )had|were|was|has|have|"
    rf"experienced|developed|reported|achieved|required|died|showed|did|survived|responded|"
    rf"(?<!who )(?<!that )(?<!had )received|at|after|during|within|over|(?<!treated )by|to|from)\b|\sⓉ)"
)
_OF_PEOPLE: Final = rf"(?:\sof\s(?:the\s|all\s)?(?:[\w-]+\s)?{PEOPLE}(?=\s(?!with\s){_PREP}\s))?"
_UNIT: Final = re.compile(
    rf"(?P<v>Ⓥ+)(?:\s?[\[(]?Ⓝ+[\])]?|\s?[\[(]\s?[ⒸⓇ]+\s?[\])])?(?P<noun>(?:\s(?!and\b|or\b|vs?\b|"
    rf"versus\b|compared\b|whereas\b|while\b|but\b|when\b|respectively\b|"
    rf"than\b)[a-z][\w/-]*){{0,3}}?){_OF_PEOPLE}\s(?:{_PREP}\s)(?P<arm>[^ⓋⓅⒸⓇ,;:()\[\]]{{2,80}}?(?:\s?"
    rf"\(Ⓝ+\))?){_STOP}",
    re.IGNORECASE,
)
_SUBJECT_UNIT: Final = re.compile(
    rf"(?P<v>Ⓥ+)\s(?P<arm>(?:(?!and\b|or\b|vs?\b|versus\b|of\b|in\b|with\b|for\b|"
    rf"per\b)[\w-]+\s){{0,3}}?[\w-]*(?:{PEOPLE}|controls|recipients))(?![\w-])",
    re.IGNORECASE,
)
_LINK: Final = re.compile(
    rf"^\s?(?:[\[(][^()\[\]Ⓥ]*[\])])?\s?[,;]?\s?(?:{_VS}|and|but|whereas|while|than|to)?\s?(?:only|"
    rf"about|approximately|just|in|it was|was|with|by|a|the|those|who|patients|that)?\s?(?:only|"
    rf"was)?\s?$",
    re.IGNORECASE,
)
_LIST: Final = re.compile(
    rf"Ⓥ+(?:\s?[\[(]\s?[ⓃⒸⓇ]+\s?[\])])?(?:,\sⓋ+(?:\s?[\[(]\s?[ⓃⒸⓇ]+\s?[\])])?){{0,4}}(?:,?\s(?:and|"
    rf"{_VS})\sⓋ+(?:\s?[\[(]\s?[ⓃⒸⓇ]+\s?[\])])?)",
    re.IGNORECASE,
)
_LIST_ARMS: Final = re.compile(
    rf"^(?:\s(?!and\b|or\b|in\b|for\b|with\b|among\b|vs?\b|versus\b|of\b|"
    rf"on\b)[a-z][\w/-]*){{0,3}}(?:\sof\s(?:the\s)?{PEOPLE})?,?\s(?:in|with|for|on|among|of|"
    rf"receiving)\s(?P<arms>[^ⓋⓅⒸⓇ;:\[\]]{{3,160}}?)(?P<resp>,?\s?respectively)?(?=\s?[;.()\[\]]|"
    rf",?\s?\(?Ⓟ|,\s(?:respectively|p\b|a\s|and\s(?:the|this)|with|which|whereas|while)|\s?$)",
    re.IGNORECASE,
)
_A2: Final = (
    r"(?P<a2>[^ⓋⓅⒸⓇ,;:()]{2,70}?)(?=\s?[,;:(\[]|\s?$|\s(?:at|after|during|within|over)\s|\sⓉ|"
    r"\s(?:was|were|had|experienced|reported|developed|showed|required|achieved|did|have|has|died)\s)"
)
_VERBS: Final = (
    r"(?:had|was|were|showed|experienced|have|reported|required|spent|achieved|demonstrated|lost|gained|"
    r"developed|received)"
)
_PREPOSED: Final = re.compile(
    rf"(?<![\w-])(?:in|with|for|among|on|of|after|by|from)\s(?P<a1>(?:(?!\b(?:{_VERBS}|than|"
    rf"compared)\b)[^ⓋⓅⒸⓇ,;:()]){{2,70}}?),?\s(?:than|{_VS}|relative to)\s"
    rf"(?!those\b)(?:in\s|with\s|for\s|among\s|on\s|of\s|after\s|that\s(?:in|of|with)\s|those\s(?=who|"
    rf"receiv|treat|given|assign))*{_A2}",
    re.IGNORECASE,
)
_SUBJECT: Final = re.compile(
    rf"(?P<a1>^[^ⓋⓅⒸⓇ,;:()]{{3,70}}?)\s{_VERBS}\s[^ⓋⓅⒸⓇ;:()]{{3,90}}?,?\s(?:than|{_VS}|"
    rf"relative to)\s(?:in\s|with\s|for\s|of\s|the\s|those\s(?=in|of|with|who|receiv|treat|given|"
    rf"assign|on))*{_A2}",
    re.IGNORECASE,
)
_PARALLEL: Final = re.compile(
    rf"(?<![\w-])(?P<prep>in|with|for|among|on|after)\s(?P<a1>(?:(?!\b(?:(?P=prep)|than|had|was|were|"
    rf"compared|versus)\b)[^ⓋⓅⒸⓇ,;:()]){{2,70}}?),?\s(?:(?:than|{_VS}|"
    rf"relative to)\s(?:that\s)?(?P=prep)\s|{_VS}\s)(?P<a2>[^ⓋⓅⒸⓇ,;:()]{{2,70}}?)(?=\s?[,;:(\[]|\s?$|"
    rf"\s(?:at|after|during|within|over)\s|\sⓉ|\s(?:was|were|had|experienced|reported|developed|showed|"
    rf"required|achieved|did|have|has|died)\s)",
    re.IGNORECASE,
)
BETWEEN: Final = re.compile(
    r"between\s(?:the\s)?(?P<a1>[^ⓋⓅⒸⓇ,;:()]{2,70}?)\s(?:and|versus|"
    r"vs\.?)\s(?P<a2>[^ⓋⓅⒸⓇ,;:()]{2,70}?)(?=\s?[,;:(\[.]|\s?$|\s(?:in terms|with re|in|at|after|for|"
    r"with|on|were|was|regarding|during)\s|\sⓉ)",
    re.IGNORECASE,
)
_PAIR: Final = re.compile(
    rf"[\[(]\s?(?:mean[^ⓋⓅ]{{0,20}}?,?\s?|median,?\s?)?(?P<v1>Ⓥ+)(?:\s[a-z/-]+){{0,2}},?\s(?:{_VS}|and|to)\s(?P<v2>Ⓥ+)",
    re.IGNORECASE,
)
_BRACKETED: Final = re.compile(
    r"(?<![\w-])(?:(?:than|versus|vs\.?|and|with|to)\s)?(?:in|with|for|among|on|than|of|to|versus|"
    r"vs\.?|and|by|receiving|given)\s(?:the\s)?(?P<arm>[^ⓋⓅⒸⓇ,;:()\[\]]{2,60}?)\s?[\[(]\s?(?:mean,?"
    r"\s|median,?\s)?(?P<v>Ⓥ+)(?=\s?[\]);,])",
    re.IGNORECASE,
)


_JOINT: Final = re.compile(
    rf"[^\]);ⓋⓂ]{{0,40}}[\])],?\s(?:(?:was|were)\s(?:\w+ly\s)?(?:higher|lower|greater|longer|shorter|"
    rf"less|more \w+|larger|smaller)\s(?:\(Ⓟ+\)\s)?)?(?:{_VS}|and|than|or)\s(?:(?:in|with|for|among|on|"
    rf"of|receiving|given|to|by)\s)?(?:the\s|those\s|that\s|patients\s|in\s|with\s|who\s|given\s|"
    rf"receiving\s)*",
    re.IGNORECASE,
)
_IN_GROUP: Final = re.compile(
    r"^.*\b(?:in|from|of)\s(?:the\s)?(?=[^ⓋⓅⒸ]*\b(?:groups?|arms?)(?:\s\w)?\s*$)", re.IGNORECASE
)


class Part(NamedTuple):
    """One arm with its value, as a pattern saw them."""

    start: int
    end: int
    name: str
    arm: Place
    value: Value
    noun: str = ""


Group = tuple[list[Part], int]
"""The arms of one comparison, and where its figures end."""


def _part(
    sentence: Sentence, start: int, end: int, arm: Place, value_start: int, noun: str = "", head: str = ""
) -> Part | None:
    cut = _IN_GROUP.match(sentence.masked[arm[0] : arm[1]])
    arm = (arm[0] + cut.end(), arm[1]) if cut else arm
    name = head + arm_names.clean(sentence.text[arm[0] : arm[1]], sentence.context)
    if not arm_names.valid(name, sentence.masked[arm[0] : arm[1]]):
        return None
    return Part(start, end, name, arm, sentence.value(value_start), noun)


def lists(sentence: Sentence, used: set[int]) -> list[Group]:
    """`A, B and C in X, Y and Z, respectively`; or the arms before the list."""
    groups: list[Group] = []
    for match in _LIST.finditer(sentence.masked):
        starts = [match.start() + m.start() for m in re.finditer(r"Ⓥ+", match[0])]
        starts = [s for s in starts if s in {v.start for v in sentence.values}]
        after = _LIST_ARMS.match(sentence.masked[match.end() :])
        respectively = re.match(r"^[^ⓋⓅ;]{0,110}?respectively", sentence.masked[match.end() :])
        if after is not None and (
            after["resp"] or respectively or len(starts) > 2 or " and " in after["arms"] or " v" in after["arms"]
        ):
            begin = match.end() + after.start("arms")
            places = _split(sentence, begin, match.end() + after.end("arms"), len(starts))
            end = match.end() + after.end()
        elif respectively or len(starts) > 2:
            places = _arms_before(sentence, match.start(), len(starts))
            end = match.end() + (respectively.end() if respectively else 0)
        else:
            continue
        places = _after_in(sentence, places)
        head = _shared_head(sentence, places)
        parts = [
            _part(sentence, match.start(), end, place, s, head=head if index or head in ("with ", "without ") else "")
            for index, (place, s) in enumerate(zip(places, starts, strict=False))
        ]
        if len(places) == len(starts) and sound(sentence, parts):
            groups.append(([p for p in parts if p], end))
    return groups


def _split(sentence: Sentence, start: int, end: int, count: int) -> list[Place]:
    """A list of arm names split into exactly `count`, else nothing."""
    places: list[Place] = []
    begin = start
    for match in re.finditer(r",\s(?:and\s)?|\sand\s|\s(?:versus|vs\.?|v\.?)\s", sentence.text[start:end]):
        places.append((begin, start + match.start()))
        begin = start + match.end()
    places.append((begin, end))
    places = [p for p in places if sentence.masked[p[0] : p[1]].strip()]
    return _trimmed(sentence, places) if len(places) == count else []


def _trimmed(sentence: Sentence, places: list[Place]) -> list[Place]:
    """`rabeprazole and ranitidine groups`: the shared plural at the end belongs to all and is left out."""
    start, end = places[-1]
    tail = re.search(r"\s(?:groups|arms|recipients|cohorts)$", sentence.masked[start:end])
    return [*places[:-1], (start, start + tail.start())] if tail and tail.start() > 0 else places


def _after_in(sentence: Sentence, places: list[Place]) -> list[Place]:
    """`biopsies in the placebo, raloxifene and estrogen groups`: the first name begins after the preposition."""
    if len(places) < 2 or any(" in " in sentence.masked[s:e] for s, e in places[1:]):
        return places
    start, end = places[0]
    inner = re.match(r"^.*\sin\s(?:the\s)?(?=\S)", sentence.masked[start:end])
    return [(start + inner.end(), end), *places[1:]] if inner else places


def _shared_head(sentence: Sentence, places: list[Place]) -> str:
    """`groups A and B`: the shared plural at the start, as a singular, for those behind the first."""
    if not places:
        return ""
    first = sentence.text[places[0][0] : places[0][1]]
    match = re.match(r"^(?:the\s)?(groups?|arms?|cohorts?|stages?|grades?)\s\S", first, re.IGNORECASE)
    return match[1].rstrip("s") + " " if match else ""


def _arms_before(sentence: Sentence, stop: int, count: int) -> list[Place]:
    """The nearest list of `count` arms before `stop`: `in groups A, B and C were ...`, `between X and Y`."""
    text = sentence.masked[:stop]
    best: list[Place] = []
    for match in re.finditer(
        r"(?<![\w-])(?:in|for|with|among|of|on|between)\s(?P<arms>[^ⓋⓅⒸⓇ;:()]{3,150}?)(?=\s(?:was|"
        r"were|is|are|had|increased|decreased|fell|rose|averaged|improved|declined)\b|\s?[(;,:]\s?$|"
        r"\s?\($)",
        text,
        re.IGNORECASE,
    ):
        places = _split(sentence, match.start("arms"), match.end("arms"), count)
        if places:
            best = places
    return best


def chains(sentence: Sentence, used: set[int]) -> list[Group]:
    """`A in ARM1 and B in ARM2 (and C in ARM3)`."""
    units: list[Part] = []
    for match in _UNIT.finditer(sentence.masked):
        if match.start("v") in used or re.search(
            r"Ⓥ,?\s(?:and|or|to|vs\.?|versus|v)\s$|Ⓥ,\s$", sentence.masked[: match.start()]
        ):
            continue
        part = _part(sentence, match.start(), match.end(), match.span("arm"), match.start("v"), match["noun"].strip())
        if part is not None:
            units.append(part)
    return _linked(sentence, units)


def subjects(sentence: Sentence, used: set[int]) -> list[Group]:
    """`Twelve (13.6%) X-treated women and seven (10.8%) Y-treated women delivered ...`."""
    units = []
    for match in _SUBJECT_UNIT.finditer(sentence.masked):
        if match.start("v") in used or re.search(r"(?:hundred|thousand)\s$", sentence.masked[: match.start()], re.I):
            continue
        part = _part(sentence, match.start(), match.end(), match.span("arm"), match.start("v"))
        if part is not None:
            units.append(part)
    return _linked(sentence, units)


def _linked(sentence: Sentence, units: list[Part]) -> list[Group]:
    groups: list[Group] = []
    chain: list[Part] = []
    for unit in units:
        gap = sentence.masked[chain[-1].end : unit.start] if chain else ""
        if chain and _LINK.match(gap) and gap.strip(" ,;"):
            chain.append(unit)
            continue
        if chain and re.fullmatch(r",\s", gap) and len(units) > 2:
            chain.append(unit)
            continue
        _close(sentence, chain, groups)
        chain = [unit]
    _close(sentence, chain, groups)
    return groups


def _close(sentence: Sentence, chain: list[Part], groups: list[Group]) -> None:
    if len(chain) > 1 and sound(sentence, list(chain)):
        groups.append((list(chain), chain[-1].end))


def bracketed(sentence: Sentence, used: set[int]) -> list[Group]:
    """`higher in ARM1 (38%) than in ARM2 (78%)`."""
    units = []
    for match in _BRACKETED.finditer(sentence.masked):
        if match.start("v") not in used:
            part = _part(sentence, match.start(), match.end(), match.span("arm"), match.start("v"))
            if part is not None and arm_names.arm_like(
                part.name, sentence.masked[part.arm[0] : part.arm[1]], sentence.context
            ):
                units.append(part)
    groups: list[Group] = []
    for one, two in pairwise(units):
        joined = _JOINT.fullmatch(sentence.masked[one.end : two.arm[0]])
        if joined and sound(sentence, [one, two]) and not any(one in g[0] for g in groups):
            groups.append(([one, two], two.end))
    return groups


def pairs(sentence: Sentence, used: set[int]) -> list[Group]:
    """`(A v B)` with the arms named before the bracket: `higher in X than in Y`, `between X and Y`, `X v Y`."""
    groups: list[Group] = []
    for match in _PAIR.finditer(sentence.masked):
        if match.start("v1") in used or match.start("v2") in used:
            continue
        if re.match(r"^\s?[,;]\s(?:and\s)?Ⓥ|^\s(?:and|to)\sⓋ", sentence.masked[match.end() :]):
            continue
        more = _more_than(sentence, match.start())
        places = more or named_before(sentence, match.start())
        if places is None:
            continue
        end = match.end()
        parts = [
            _part(sentence, match.start(), end, place, match.start(v))
            for place, v in zip(places, ("v1", "v2"), strict=True)
        ]
        if sound(sentence, parts, sure=more is not None):
            groups.append(([p for p in parts if p], end))
    return groups


_MORE: Final = re.compile(
    rf"(?:^|[;,]\s)(?:significantly\s)?(?:more|"
    rf"fewer)\s(?P<a1>[^ⓋⓅⒸⓇ,;:()]{{2,50}}?)\sthan\s(?P<a2>[^ⓋⓅⒸⓇ,;:()]{{2,50}}?)\s(?:{PEOPLE})?\s?(?:h"
    rf"ad|experienced|reported|developed|showed|required|achieved|received)\s",
    re.IGNORECASE,
)
_COMPARED_LEAD: Final = re.compile(
    r"^(?:as )?compared (?:with|to)\s(?P<a2>[^ⓋⓅⒸⓇ,;:()]{2,60}?),\s(?P<a1>[^ⓋⓅⒸⓇ,;:()]{2,70}?)\s(?"
    r":had|were|lost|gained|showed|experienced|reported|spent|required|achieved|significantly|"
    r"produced|reduced|increased|improved|decreased|lowered)\s",
    re.IGNORECASE,
)


def _more_than(sentence: Sentence, stop: int) -> tuple[Place, Place] | None:
    """`More A than B patients had X (27% v 18%)`, `Compared with B, A had a longer X (4.8 v 0.8)`."""
    for pattern in (_MORE, _COMPARED_LEAD):
        match = pattern.search(sentence.masked[:stop])
        if match is not None:
            return group_in(sentence.masked, match.span("a1")), group_in(sentence.masked, match.span("a2"))
    return None


def named_before(sentence: Sentence, stop: int) -> tuple[Place, Place] | None:
    """The two arms that the clause before a bracket compares."""
    start = outcome.clause_start(sentence, stop)
    start = outcome.skip_lead(sentence.masked, start, stop)
    text = sentence.masked[start:stop].rstrip()
    best: re.Match[str] | None = None
    for pattern in (BETWEEN, _PARALLEL, _PREPOSED, _SUBJECT):
        at = 0
        while (match := pattern.search(text, at)) is not None:
            best = match
            at = match.start() + 1
        if best is not None:
            break
    if best is None:
        return None
    one, two = best.span("a1"), best.span("a2")
    name = sentence.text[start + one[0] : start + one[1]]
    if best.re is _PREPOSED:
        one = _last_noun(text, one)
    elif best.re is _SUBJECT and not (
        arm_names.looks_human(text[slice(*one)]) or arm_names.arm_like(name, text[slice(*one)], sentence.context)
    ):
        return None
    one, two = group_in(text, one), group_in(text, two)
    return (start + one[0], start + one[1]), (start + two[0], start + two[1])


def group_in(text: str, place: Place) -> Place:
    """`patients with ARF in the NPPV group` is cut to `NPPV group`."""
    match = _IN_GROUP.match(text[place[0] : place[1]])
    return (place[0] + match.end(), place[1]) if match else place


def _last_noun(text: str, place: Place) -> Place:
    """`in serum glucose in the treated group` is cut to what follows the last preposition before a group."""
    inner = text[place[0] : place[1]]
    cut = max(
        (m.end() for m in re.finditer(r"\b(?:in|among|for|with)\s(?=(?:the\s|those\s)?[\w-]+)", inner)), default=0
    )
    return (place[0] + cut, place[1])


def sound(sentence: Sentence, parts: Sequence[Part | None], *, sure: bool = False) -> bool:
    """All arms named, different, of one kind of value, and at least one that shows it is an arm."""
    if len(parts) < 2 or any(p is None for p in parts):
        return False
    known = [p for p in parts if p is not None]
    if len({p.name.lower() for p in known}) < len(known):
        return False
    values = [p.value for p in known]
    if len({v.percent for v in values}) > 1:
        return False
    units = {v.unit for v in values if v.unit}
    if len(units) > 1:
        return False
    likely = [arm_names.arm_like(p.name, sentence.masked[p.arm[0] : p.arm[1]], sentence.context) for p in known]
    return sure or any(likely)


def named_arms(sentence: Sentence, start: int, stop: int) -> tuple[ArmResult, ...]:
    """The two arms that the words before `stop` compare, without results; empty when they are not certain."""
    places = named_before(sentence, stop)
    if places is None or places[0][0] < start:
        return ()
    return pair(sentence, *places)


def pair(sentence: Sentence, one: Place, two: Place) -> tuple[ArmResult, ...]:
    """Two arms without results; empty when a name is not valid, or neither shows that it is an arm."""
    made = []
    likely = False
    two = _trimmed(sentence, [one, two])[-1]
    for place in (one, two):
        name = arm_names.clean(sentence.text[place[0] : place[1]], sentence.context)
        if not arm_names.valid(name, sentence.masked[place[0] : place[1]]):
            return ()
        likely = likely or arm_names.arm_like(name, sentence.masked[place[0] : place[1]], sentence.context)
        made.append(ArmResult(name, control=arm_names.is_control(name, sentence.context)))
    return tuple(made) if likely and made[0].arm.lower() != made[1].arm.lower() else ()


_TWO_GROUPS: Final = re.compile(
    r"\b(?:between|in|for|with|among|across)\s(?:the\s)?(?:two\s|both\s|2\s|study\s|"
    r"treatment\s)*(?:groups|arms|treatments)\b",
    re.IGNORECASE,
)


def study_pair(sentence: Sentence) -> tuple[tuple[ArmResult, ...], tuple[Span, ...]]:
    """The study's two arms where the sentence speaks of `the two groups`, with the characters that name them."""
    arms = sentence.context.study.arms
    if len(arms) != 2 or arms[0].name.lower() == arms[1].name.lower() or not _TWO_GROUPS.search(sentence.text):
        return (), ()
    ordered = sorted(arms, key=lambda a: a.control)
    return tuple(ArmResult(a.name, control=a.control) for a in ordered), tuple(a.span for a in ordered)


_SUBJECT_FIRST: Final = re.compile(
    rf"(?<![\w-])(?:in|for|with|among|of|on)\s(?P<arm1>(?:(?!\b(?:in|for|with|"
    rf"among)\b)[^ⓋⓅⒸⓇ,;:()\[\]]){{2,60}}?)\s(?:was|were|averaged|"
    rf"reached)\s(?P<v1>Ⓥ+)(?:\s?[\[(]\s?[ⓃⒸⓇ]+\s?[\])])?,?\s"
    rf"(?:{_VS}|and|but|whereas|while)\s(?:it\s|"
    rf"that\s)?(?:was\s)?(?P<v2>Ⓥ+)(?:\s?[\[(]\s?[ⓃⒸⓇ]+\s?[\])])?\s(?:in|for|with|among|of|"
    rf"on)\s(?P<arm2>[^ⓋⓅⒸⓇ,;:()\[\]]{{2,60}}?){_STOP}",
    re.IGNORECASE,
)


def subject_first(sentence: Sentence, used: set[int]) -> list[Group]:
    """`The failure rate for A was 60%, compared with 18% for B`."""
    groups: list[Group] = []
    for match in _SUBJECT_FIRST.finditer(sentence.masked):
        if match.start("v1") in used or match.start("v2") in used:
            continue
        if re.match(r"^\s?(?:[\[(][^()\[\]]*[\])])?,?\s(?:and|,)\sⓋ", sentence.masked[match.end() :]):
            continue
        parts = [
            _part(sentence, match.start(), match.end(), match.span(f"arm{i}"), match.start(f"v{i}")) for i in (1, 2)
        ]
        if sound(sentence, parts):
            groups.append(([p for p in parts if p], match.end()))
    return groups
