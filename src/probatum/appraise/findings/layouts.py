"""How a sentence lays out arms and their results: in chains, in lists, in brackets, before or after the figures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from probatum.appraise.findings import arms as arm_names
from probatum.appraise.findings import chain_ends, side_by_side
from probatum.appraise.findings.arms import PEOPLE
from probatum.appraise.findings.chain_ends import PREP
from probatum.appraise.findings.naming import IN_GROUP, VS, more_than, named_before, named_earlier, trimmed
from probatum.appraise.findings.sentence import Sentence
from probatum.appraise.findings.values import Place, Value
from probatum.model import Span
from probatum.text.expressions import expression

_STOP: Final = (
    r"(?=\s?[,;:.()\[\]ⓋⓅⒸⓂⓇ]|\s?$|\s(?:and|or)\s(?:in\s|to\s|only\s|about\s|just\s)*Ⓥ|\s(?:and|"
    r"or)\s(?:in|for|with|by|of|on|among)\s|"
    rf"\s{VS}\s|\s(?:whereas|while|but|than|respectively|(?<!that )(?<!who )had|were|was|has|have|"
    rf"experienced|developed|reported|achieved|required|died|showed|did|survived|responded|"
    rf"(?<!who )(?<!that )(?:withdrew|completed|met|scored|underwent|remained|became|continued|discontinued|relapsed|"
    rf"recovered|stopped|gained|failed|progressed|attended|returned|dropped out)|"
    rf"(?<!who )(?<!that )(?<!had )received|at|after|during|within|over|(?<!treated )by|to|from)\b|\sⓉ)"
)


_OF_PEOPLE: Final = rf"(?:\sof\s(?:the\s|all\s)?(?:[\w-]+\s)?{PEOPLE}(?=\s(?!with\s){PREP}\s))?"


_UNIT: Final = expression(
    rf"(?P<v>Ⓥ+)(?:\s?[\[(]?Ⓝ+[\])]?|\s?[\[(]\s?[ⒸⓇ]+\s?[\])])?(?P<noun>(?:\s(?!and\b|or\b|vs?\b|"
    rf"versus\b|compared\b|whereas\b|while\b|but\b|when\b|respectively\b|"
    rf"than\b)[a-z][\w/-]*){{0,3}}?){_OF_PEOPLE}\s(?:{PREP}\s|(?=without\s))(?P<arm>[^ⓋⓅⒸⓇ,;:()\[\]]{{2,80}}?(?:\s?"
    rf"\(Ⓝ+\))?){_STOP}",
    re.IGNORECASE,
)


_SUBJECT_UNIT: Final = expression(
    rf"(?P<v>Ⓥ+)\s(?P<arm>(?:(?!and\b|or\b|vs?\b|versus\b|of\b|in\b|with\b|for\b|"
    rf"per\b)[\w-]+\s){{0,3}}?[\w-]*(?:{PEOPLE}|controls|recipients))(?![\w-])",
    re.IGNORECASE,
)


_LINK: Final = expression(
    rf"^\s?(?:[\[(][^()\[\]Ⓥ]*[\])])?\s?[,;]?\s?(?:{VS}|and|but|whereas|while|than|to)?\s?(?:only|"
    rf"about|approximately|just|in|it was|was|with|by|a|the|those|who|patients|that)?\s?(?:only|"
    rf"was)?\s?$",
    re.IGNORECASE,
)


_LIST: Final = expression(
    rf"Ⓥ+(?:\s?[\[(]\s?[ⓃⒸⓇ]+\s?[\])])?(?:,\sⓋ+(?:\s?[\[(]\s?[ⓃⒸⓇ]+\s?[\])])?){{0,4}}(?:,?\s(?:and|"
    rf"{VS})\sⓋ+(?:\s?[\[(]\s?[ⓃⒸⓇ]+\s?[\])])?)",
    re.IGNORECASE,
)


_LIST_ARMS: Final = expression(
    rf"^(?P<early>,?\srespectively,?)?(?:\s(?!and\b|or\b|in\b|for\b|with\b|among\b|vs?\b|versus\b|of\b|"
    rf"on\b)[a-z][\w/-]*){{0,3}}(?:\sof\s(?:the\s)?{PEOPLE})?,?\s(?:in|with|for|on|among|of|"
    rf"receiving)\s(?P<arms>[^ⓋⓅⒸⓇ;:\[\]]{{3,160}}?)(?P<resp>,?\s?respectively)?(?=\s?[;.()\[\]]|"
    rf",?\s?\(?Ⓟ|,\s(?:respectively|p\b|a\s|and\s(?:the|this)|with|which|whereas|while)|\s?$)",
    re.IGNORECASE,
)


_PAIR: Final = expression(
    rf"[\[(]\s?(?:mean[^ⓋⓅ]{{0,20}}?,?\s?|median,?\s?)?(?P<v1>Ⓥ+)(?:\s[a-z/-]+){{0,2}},?\s(?:{VS}|and|"
    rf"to)\s(?P<v2>Ⓥ+)",
    re.IGNORECASE,
)


_BRACKETED: Final = expression(
    r"(?<![\w-])(?:(?:than|versus|vs\.?|and|with|to)\s)?(?:in|with|for|among|on|than|of|to|versus|"
    r"vs\.?|and|by|receiving|given|between)\s(?:the\s)?(?P<arm>[^ⓋⓅⒸⓇ,;:()\[\]]{2,60}?)\s?[\[(]\s?(?:mean,?"
    r"\s|median,?\s|[nN]\s?=\s?)?(?P<v>Ⓥ+)(?=(?:\s(?:per|a|each)\s(?:year|annum))?\s?[\]);,])",
    re.IGNORECASE,
)


_JOINT: Final = expression(
    rf"[^\]);ⓋⓂ]{{0,40}}[\])],?\s(?:(?:was|were)\s(?:\w+ly\s)?(?:higher|lower|greater|longer|shorter|"
    rf"less|more \w+|larger|smaller|different)\s(?:\(Ⓟ+\)\s)?)?(?:{VS}|and|than|or)\s(?:(?:in|with|for|among|on|"
    rf"of|receiving|given|to|by)\s)?(?:the\s|those\s|that\s|patients\s|in\s|with\s|who\s|given\s|"
    rf"receiving\s)*",
    re.IGNORECASE,
)


class Part(NamedTuple):
    """One arm with its value, as a pattern saw them."""

    start: int
    end: int
    name: str
    arm: Place
    value: Value
    noun: str = ""
    source: Span | None = None
    """Where the arm is named, when that is not in the sentence."""


Group = tuple[list[Part], int]
"""The arms of one comparison, and where its figures end."""


def part_at(
    sentence: Sentence, start: int, end: int, arm: Place, value_start: int, noun: str = "", head: str = ""
) -> Part | None:
    """An arm at a place with the value that begins at an offset; None when the place cannot name an arm."""
    cut = IN_GROUP.match(sentence.masked[arm[0] : arm[1]])
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
        respectively = re.match(r"^(?:\s?[\[(]Ⓟ+[\])],?)?[^ⓋⓅ;]{0,110}?respectively", sentence.masked[match.end() :])
        if after is not None and (
            after["resp"]
            or after["early"]
            or respectively
            or len(starts) > 2
            or " and " in after["arms"]
            or " v" in after["arms"]
        ):
            begin = match.end() + after.start("arms")
            places = _split(sentence, begin, match.end() + after.end("arms"), len(starts))
            end = match.end() + after.end()
        elif respectively or len(starts) > 2:
            places = _arms_before(sentence, match.start(), len(starts))
            end = match.end() + (respectively.end() if respectively and "Ⓟ" not in respectively[0] else 0)
        else:
            continue
        places = _after_in(sentence, places)
        head = _shared_head(sentence, places)
        parts = [
            part_at(sentence, match.start(), end, place, s, head=head if index or head in ("with ", "without ") else "")
            for index, (place, s) in enumerate(zip(places, starts, strict=False))
        ]
        sure = bool(places) and _CALLED_GROUPS.match(sentence.masked[places[-1][1] :]) is not None
        if len(places) == len(starts) and sound(sentence, parts, sure=sure):
            groups.append(([p for p in parts if p], end))
    return groups


_CALLED_GROUPS: Final = expression(r"\s(?:groups|arms|cohorts|recipients)\b")
"""The plural behind a list of names, which makes each of them a group."""


def _split(sentence: Sentence, start: int, end: int, count: int) -> list[Place]:
    """A list of arm names split into exactly `count`, else nothing."""
    places: list[Place] = []
    begin = start
    for match in re.finditer(r",\s(?:and\s)?|\sand\s|\s(?:versus|vs\.?|v\.?)\s", sentence.text[start:end]):
        places.append((begin, start + match.start()))
        begin = start + match.end()
    places.append((begin, end))
    places = [p for p in places if sentence.masked[p[0] : p[1]].strip()]
    return trimmed(sentence, places) if len(places) == count else []


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


_OPENING: Final = expression(
    r"^(?:in|for|with|among|of|on)\s(?:the\s)?(?P<arms>[^ⓋⓅⒸⓇ;:(),]{3,150}?(?:,[^ⓋⓅⒸⓇ;:()]{3,60}?)?),\s(?=[^,;:()"
    r"]{3,}$)",
    re.IGNORECASE,
)
"""`In the A and B groups, rash occurred in`: the arms in the opening words."""


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
    opening = None if best else _OPENING.match(text)
    return _split(sentence, *opening.span("arms"), count) if opening else best


def chains(sentence: Sentence, used: set[int]) -> list[Group]:
    """`A in ARM1 and B in ARM2 (and C in ARM3)`."""
    units: list[Part] = []
    for match in _UNIT.finditer(sentence.masked):
        if match.start("v") in used or re.search(
            r"Ⓥ,?\s(?:and|or|to|vs\.?|versus|v)\s$|Ⓥ,\s$", sentence.masked[: match.start()]
        ):
            continue
        part = part_at(sentence, match.start(), match.end(), match.span("arm"), match.start("v"), match["noun"].strip())
        if part is not None:
            units.append(part)
    return _linked(sentence, units)


def subjects(sentence: Sentence, used: set[int]) -> list[Group]:
    """`Twelve (13.6%) X-treated women and seven (10.8%) Y-treated women delivered ...`."""
    units = []
    for match in _SUBJECT_UNIT.finditer(sentence.masked):
        if match.start("v") in used or re.search(r"(?:hundred|thousand)\s$", sentence.masked[: match.start()], re.I):
            continue
        part = part_at(sentence, match.start(), match.end(), match.span("arm"), match.start("v"))
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
        if chain and re.fullmatch(r",\s", gap) and (len(units) > 2 or _alike(chain[-1].value, unit.value)):
            chain.append(unit)
            continue
        _close(sentence, chain, groups)
        chain = [unit]
    _close(sentence, chain, groups)
    return groups


def _alike(one: Value, two: Value) -> bool:
    """`24 weeks for A, 7 weeks for B`: two figures in one unit."""
    return bool(one.unit) and one.unit == two.unit


def _close(sentence: Sentence, chain: list[Part], groups: list[Group]) -> None:
    if (
        len(chain) > 1
        and not chain_ends.headless(sentence, chain[0].start)
        and not chain_ends.cut_short(sentence, chain[-1].end)
        and sound(
            sentence,
            list(chain),
            sure=side_by_side.set_against(sentence, chain) or side_by_side.short_forms(sentence, chain),
        )
    ):
        groups.append((list(chain), chain[-1].end))


_THIRD: Final = expression(
    rf"[^()\[\]]*[\])][^.;Ⓥ()\[\]]{{0,30}}?\s(?:{VS}|than)\s[^.;()\[\]]{{2,40}}[\[(]\s?Ⓥ", re.IGNORECASE
)
"""`in A (3%) and B (5%) versus C (1%)`: both are held to a third, and not to each other."""


_HELD: Final = expression(
    rf"\s(?:than|{VS}|relative to)\s(?:(?:that|those|the)\s)*(?:(?:in|with|for|among|of)\s)?(?:the\s)?"
    r"(?:[\w-]+\s(?:and|or)\s)?$",
    re.IGNORECASE,
)
"""`lower than in A (67%) and B (77%)`: a third is held to both."""
_AFTER_BETWEEN: Final = expression(r".*\bbetween\s(?:the\s)?", re.IGNORECASE)
"""`in total dose between A (12 mg) and B (13 mg)`: A."""


def bracketed(sentence: Sentence, used: set[int]) -> list[Group]:
    """`higher in ARM1 (38%) than in ARM2 (78%)`."""
    units = []
    for match in _BRACKETED.finditer(sentence.masked):
        if match.start("v") not in used:
            inner = _AFTER_BETWEEN.match(match["arm"])
            place = (match.start("arm") + (inner.end() if inner else 0), match.end("arm"))
            part = part_at(sentence, match.start(), match.end(), place, match.start("v"))
            if part is not None and arm_names.arm_like(
                part.name, sentence.masked[part.arm[0] : part.arm[1]], sentence.context
            ):
                units.append(part)
    groups: list[Group] = []
    for one, two in pairwise(units):
        joined = _JOINT.fullmatch(sentence.masked[one.end : two.arm[0]])
        if (
            joined
            and not _THIRD.match(sentence.masked, two.end)
            and not (_HELD.search(sentence.masked, 0, one.arm[0]) and " and " in joined[0])
            and sound(sentence, [one, two])
            and not any(one in g[0] for g in groups)
        ):
            groups.append(([one, two], two.end))
    return groups


_TWO_PAIRS: Final = expression(rf"(?>[^()\[\]]*?Ⓥ,?\s{VS}\sⓋ)[^()\[\]]*?\brespectively\b", re.IGNORECASE)
"""A second pair in the bracket, of another outcome."""


def pairs(sentence: Sentence, used: set[int]) -> list[Group]:
    """`(A v B)` with the arms named before the bracket: `higher in X than in Y`, `between X and Y`, `X v Y`."""
    groups: list[Group] = []
    for match in _PAIR.finditer(sentence.masked):
        if match.start("v1") in used or match.start("v2") in used:
            continue
        if _TWO_PAIRS.match(sentence.masked, match.end()):
            continue
        if re.match(r"^\s?[,;]\s(?:and\s)?Ⓥ|^\s(?:and|to|versus|vs\.?|v\.?)\sⓋ", sentence.masked[match.end() :]):
            continue
        more = more_than(sentence, match.start())
        places = more or named_before(sentence, match.start()) or named_earlier(sentence, match.start())
        if places is None:
            continue
        end = match.end()
        parts = [
            part_at(sentence, match.start(), end, place, match.start(v))
            for place, v in zip(places, ("v1", "v2"), strict=True)
        ]
        if sound(sentence, parts, sure=more is not None):
            groups.append(([p for p in parts if p], end))
    return groups


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


_SUBJECT_FIRST: Final = expression(
    rf"(?<![\w-])(?:in|for|with|among|of|on|after)\s(?P<arm1>(?:(?!\b(?:in|for|with|"
    rf"among|after)\b)[^ⓋⓅⒸⓇ,;:()\[\]]){{2,60}}?)\s(?:was|were|averaged|"
    rf"reached)\s(?P<v1>Ⓥ+)(?:\s?[\[(]\s?[ⓃⒸⓇ]+\s?[\])])?,?\s"
    rf"(?:{VS}|and|but|whereas|while)\s(?:it\s|"
    rf"that\s)?(?:was\s)?(?P<v2>Ⓥ+)(?:\s?[\[(]\s?[ⓃⒸⓇ]+\s?[\])])?\s(?:in|for|with|among|of|"
    rf"on|after)\s(?P<arm2>[^ⓋⓅⒸⓇ,;:()\[\]]{{2,60}}?){_STOP}",
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
            part_at(sentence, match.start(), match.end(), match.span(f"arm{i}"), match.start(f"v{i}")) for i in (1, 2)
        ]
        if sound(sentence, parts):
            groups.append(([p for p in parts if p], match.end()))
    return groups
