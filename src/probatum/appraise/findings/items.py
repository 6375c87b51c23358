"""Outcomes with their figures in brackets behind them: `nausea (12% v 30%; p = 0.01) and rash (4% v 9%)`.

The bracket says what was found, the words before it of what, and its clause (else the sentence) between whom. Where the
clause says which is higher, the figures must agree with it; else arms or outcome were misread, and nothing is found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from probatum.appraise.findings import brackets, build, clauses, groups, naming, outcome, predicates
from probatum.appraise.findings.arms import PEOPLE
from probatum.appraise.findings.brackets import Bracket
from probatum.appraise.findings.groups import Named
from probatum.appraise.findings.layouts import Group, Part, sound
from probatum.appraise.findings.sentence import Sentence
from probatum.model import Direction
from probatum.text.expressions import expression

_WAY: Final = (
    r"higher|greater|longer|larger|more|increased|elevated|raised|enhanced|prolonged|better|superior|improved|lower|"
    r"smaller|shorter|less|fewer|reduced|decreased|diminished|worse|inferior|poorer|earlier|later|faster|slower|"
    r"similar|"
    r"comparable|different|equal"
)
_CLAIM: Final = (
    r"(?:(?:an?|the|both|also|all|statistically|significantly|significant|markedly|substantially|slightly|much|"
    r"considerably|clinically|non-?significantly|numerically|somewhat|even|relatively|no)\s)*"
)
_COMPARATIVE_LEAD: Final = expression(
    rf"^{_CLAIM}(?:(?:{_WAY})\s{_CLAIM})?(?:(?:rates?|levels?|scores?)\sof\s(?=the\s))?", re.I
)
_OBJECT: Final = expression(
    rf"(?:(?<![\w-])(?:had|has|have|showed|shows|experienced|reported|required|demonstrated|achieved|spent|developed|"
    rf"exhibited|displayed|(?:resulted|results) in|led to|produced|yielded|associated with|revealed|"
    rf"found to have|we (?:observed|found|noted)|there (?:was|"
    rf"were)|with|"
    rf"received|presented(?: with)?|needed|provided|caused|gave|due to|"
    rf"because of)\s){_CLAIM}(?P<way>{_WAY})\s{_CLAIM}(?P<np>[^ⓋⓅⒸⓂⓇ;:()]{{3,90}})$",
    re.IGNORECASE,
)
_SUBJECT: Final = expression(
    rf"^(?P<np>[^ⓋⓅⒸⓂⓇ;:()]{{3,110}}?)\s(?:was|were|is|are|remained|became|appeared|seemed|did|"
    rf"tended to be)\s(?:not\s)?{_CLAIM}"
    rf"(?P<way>{_WAY}|differ|significantly differ)(?:\s(?:frequent|common|pronounced|severe|likely|"
    rf"often))?(?=[\s,]|$)",
    re.IGNORECASE,
)
_VERB_SUBJECT: Final = expression(
    r"^(?P<np>[^ⓋⓅⒸⓂⓇ;:()]{3,110}?)\s(?:(?:also|significantly|markedly)\s)*(?P<way>increased|decreased|improved|"
    r"rose|fell|"
    r"declined|differed|dropped)(?=\s(?:more|less|significantly|markedly|in|with|for|between|among|similarly)\b|"
    r"\s?$)",
    re.IGNORECASE,
)
_DIFFERENCE: Final = expression(
    r"\b(?:differences?|reductions?|increases?|improvements?|decreases?|"
    r"changes?)\s(?:between\s[^ⓋⓅ;:()]{3,80}\s)?(?:in|of|for|regarding|"
    r"with (?:regard|respect) to|in terms of)\s(?:the\s)?(?P<np>[^ⓋⓅⒸⓂⓇ;:()]{3,90}?)(?:\s(?:was|"
    r"were)\s(?:also\s)?(?:found|"
    r"observed|seen|noted))?$",
    re.IGNORECASE,
)
_COMMONEST: Final = expression(
    r"^(?P<np>[^ⓋⓅⒸⓂⓇ;:()]{3,90}?)\s(?:was|were)\s(?:by far\s)?the\s(?:second\s)?(?:most|least)\s(?:common|"
    r"frequent|frequently|commonly|often)\b",
    re.IGNORECASE,
)
"""`X was the most common event (`: the subject, not what it is called."""
_FEWER: Final = expression(
    rf"^(?:an?\s)?(?:\w+ly\s)?(?:fewer|more|less|(?:higher|greater|larger|lower|smaller)\s(?:percentage|proportion|number|"
    rf"share)\sof)\s(?:of\s)?(?:the\s|those\s)?(?:{PEOPLE}\s(?:in|from|with|"
    rf"receiving|given)\s(?:the\s)?)?$",
    re.IGNORECASE,
)
_SEPARATE: Final = expression(
    r"^[\s,;]*(?:(?:and|or|but|as well as|while|whereas|plus|with)\s)?(?:also\s)?", re.IGNORECASE
)
_CUT: Final = expression(
    r"\s(?:than|compared|versus|vs\.?|relative|between|among|during|at|after|before|when|while|whereas|over|within|"
    r"respectively|following)\b|(?:\s\w+ed)?\sby\b|\s?,|\sⓉ",
    re.IGNORECASE,
)
_TO_GROUP: Final = expression(
    rf"\s(?:in|with|for|among|on|of|by|from|to|between|under|receiving)\s(?:both\s)?(?:the\s|those\s|all\s)?"
    rf"(?:{PEOPLE}\s(?:in|of|from)\s(?:the\s)?)?$",
    re.IGNORECASE,
)


_ELSEWHERE: Final = expression(
    r"\b(?:th(?:is|ese|ose|at) (?:latter |former )?(?:groups?|arms?|patients|subjects|women|men|children)|"
    r"the (?:former|latter)|"
    r"at baseline|pre-?operatively|before (?:treatment|surgery|therapy))\b",
    re.IGNORECASE,
)
"""The clause speaks of a group named elsewhere, or of the time before the study."""


def read(sentence: Sentence, used: set[int], named: Sequence[Named]) -> Iterator[tuple[Group, str]]:
    """Each pair in brackets whose two groups and whose outcome are certain."""
    for bracket in brackets.read(sentence):
        if {bracket.one, bracket.two} & used:
            continue
        start = clauses.clause_start(sentence, bracket.start)
        stop = _clause_end(sentence, bracket.end)
        if _ELSEWHERE.search(sentence.text[start:stop]):
            continue
        name, way = outcome_of(sentence, bracket, start, named)
        pair = _groups(sentence, bracket, start, stop, named, way) if name else None
        if pair is None:
            continue
        parts = [
            Part(bracket.start, bracket.end, group.name, group.place, sentence.value(at), source=group.source)
            for group, at in zip(pair, (bracket.one, bracket.two), strict=True)
        ]
        if sound(sentence, parts, sure=True) and agrees(sentence, parts, way):
            yield (parts, sentence.value(bracket.two).end), name


def _clause_end(sentence: Sentence, position: int) -> int:
    """The next semicolon, or a comma with a contrast, outside brackets."""
    depth = 0
    for match in re.finditer(r"[()\[\];]|,\s(?:whereas|while|but)\s", sentence.masked[position:]):
        sign = match[0]
        if sign in "([":
            depth += 1
        elif sign in ")]":
            depth = max(0, depth - 1)
        elif depth == 0:
            return position + match.start()
    return len(sentence.text)


def _groups(
    sentence: Sentence, bracket: Bracket, start: int, stop: int, named: Sequence[Named], way: Direction | None
) -> tuple[Named, Named] | None:
    """Whom the figures of a bracket are of: the groups of its clause, else of the sentence, else of the study."""
    inside = [g for g in named if bracket.start < g.start < bracket.end]
    open_ = [g for g in named if not _in_brackets(sentence.masked, g.start)]
    if inside:
        return _second_inside(sentence, bracket, start, inside, open_)
    begin = clauses.skip_lead(sentence.masked, start, bracket.start)
    here = [g for g in open_ if begin <= g.start < stop]
    found = groups.compared(sentence, open_, begin, stop) or groups.compared(sentence, open_, start, stop)
    if found is None and not here:
        found = groups.compared(sentence, open_, 0, len(sentence.text))
    if found is None and way is not None:
        found = _told_before(sentence, bracket)
    if found is None and len({g.name.lower() for g in here}) == 1 and way is not None:
        differ = (
            sentence.text[slice(*sentence.value(bracket.one).figure)]
            != sentence.text[slice(*sentence.value(bracket.two).figure)]
        )
        around = (
            sentence.masked[start : bracket.start] + " " + re.split(r"[,;]", sentence.masked[bracket.end : stop])[0]
        )
        return None if _IN_TIME.search(around) else groups.half(sentence, here[0], shown=differ)
    return found


def _told_before(sentence: Sentence, bracket: Bracket) -> tuple[Named, Named] | None:
    """`higher in X than in Y (`: names that need not look like groups, since the figures must agree with the words."""
    places = naming.named_before(sentence, bracket.start)
    told = [groups.made(sentence, place) for place in places] if places else []
    if len(told) != 2 or told[0] is None or told[1] is None or told[0].name.lower() == told[1].name.lower():
        return None
    return told[0], told[1]


_IN_TIME: Final = expression(
    r"\b(?:after|before|baseline|pre|post|pre-?\w*operative\w*|post-?\w*operative\w*|post-?treatment|follow-?up|"
    r"initial|compared|than|versus)\b",
    re.IGNORECASE,
)
"""Words with which two figures may be of two times of one group."""


def _second_inside(
    sentence: Sentence, bracket: Bracket, start: int, inside: Sequence[Named], open_: Sequence[Named]
) -> tuple[Named, Named] | None:
    """`X was higher in A (23% vs 17% in B)`: the second figure has its group beside it, the first stands before."""
    after = sentence.masked[sentence.value(bracket.two).end : inside[0].start]
    before = [g for g in open_ if start <= g.start < bracket.start]
    if len(inside) != 1 or not re.fullmatch(r"\s(?:(?:in|for|with|among|of|on)\s(?:the\s)?)?", after) or not before:
        return None
    return (before[-1], inside[0]) if before[-1].name.lower() != inside[0].name.lower() else None


def _in_brackets(masked: str, at: int) -> bool:
    before = masked[:at]
    return before.count("(") > before.count(")") or before.count("[") > before.count("]")


def agrees(sentence: Sentence, parts: Sequence[Part], way: Direction | None) -> bool:
    """The figures go the way that the words say, where the words say one; negative figures are sizes of a loss."""
    one, two = (sentence.figure(part.value.figure) for part in parts)
    if one is None or two is None:
        return False
    if way is None or way is Direction.UNCLEAR or min(one.value, two.value) < 0:
        return True
    if one.value == two.value:
        return True
    return way is (Direction.LOWER if one.value < two.value else Direction.HIGHER)


def outcome_of(
    sentence: Sentence, bracket: Bracket, start: int, named: Sequence[Named]
) -> tuple[str, Direction | None]:
    """The outcome of a bracket and the way that the words beside it say; the way is None where they say none."""
    if bracket.label is not None:
        known = _LABELS.search(sentence.masked[slice(*bracket.label)]) or _repeats(sentence, bracket, start)
        return (outcome.phrase(sentence, *bracket.label) if known else ""), None
    begin = clauses.skip_lead(sentence.masked, start, bracket.start)
    last = _before(sentence, start, bracket.start)
    if last is not None:
        lead = _SEPARATE.match(sentence.masked[last : bracket.start])
        begin = last + (lead.end() if lead else 0)
        name, way = said(sentence, begin, bracket.start, named)
        if name or outcome.has_verb(sentence.masked[begin : bracket.start]):
            return name, way
        first = re.search(r"\s?[\[(]", sentence.masked[start:])
        head = start + first.start() if first else bracket.start
        _, headed = said(sentence, clauses.skip_lead(sentence.masked, start, head), head, named)
        own = _way(sentence.masked[begin : bracket.start])
        return _item(sentence, begin, bracket.start, named), own or headed or _way(sentence.masked[bracket.end :])
    name, way = said(sentence, begin, bracket.start, named)
    return name, way or _behind_way(sentence, bracket.end)


_LABELS: Final = expression(
    r"\b(?:rates?|mortality|deaths?|survival|incidence|prevalence|score|scores|duration|time|length|stay|pain|"
    r"risk|loss|level|levels|pressure|"
    r"weight|response|remission|relapse|recurrence|infections?|bleeding|complications?)\b",
    re.IGNORECASE,
)
"""What a label in brackets may be called, for it to be an outcome: else it may be a subgroup, a unit or a time."""


def _repeats(sentence: Sentence, bracket: Bracket, start: int) -> bool:
    """The label repeats a word of its clause."""
    said = {w.lower()[:6] for w in re.findall(r"[A-Za-z]{5,}", sentence.masked[start : bracket.start])}
    label = sentence.masked[slice(*bracket.label)] if bracket.label else ""
    return any(w.lower()[:6] in said for w in re.findall(r"[A-Za-z]{5,}", label))


def _behind_way(sentence: Sentence, end: int) -> Direction | None:
    """`nausea (1% v 6%) and rash (2% v 4%) were lower with A than with B`."""
    rest = re.search(rf"\s(?:was|were)\s{_CLAIM}(?P<way>{_WAY})\b", sentence.masked[end : _clause_end(sentence, end)])
    return _way(rest["way"]) if rest else None


def _before(sentence: Sentence, start: int, stop: int) -> int | None:
    """Where the bracket with figures before this one ends."""
    for match in reversed(list(re.finditer(r"[\])]", sentence.masked[start:stop]))):
        at = start + match.start()
        opening = max(sentence.masked.rfind("(", start, at), sentence.masked.rfind("[", start, at))
        if opening >= 0 and re.search(r"[ⓋⓅⒸⓂ]", sentence.masked[opening:at]):
            return at + 1
    return None


def said(sentence: Sentence, begin: int, stop: int, named: Sequence[Named]) -> tuple[str, Direction | None]:
    """The outcome in the words from `begin` to a bracket: an object, a subject, what differs, or what people did."""
    ends = re.search(r"(?:\s(?:in|for|with|among|of|on|was|were|by|the))?[\s,:$€£]*$", sentence.masked[begin:stop])
    stop = begin + ends.start() if ends else stop
    told_that = re.match(
        r"[^ⓋⓅⒸⓂ;:()]{0,160}?\b(?:showed|found|revealed|indicated|demonstrated|observed|included) that\s",
        sentence.masked[begin:stop],
    )
    begin += told_that.end() if told_that else 0
    text = _ASIDE.sub(lambda match: "ⓠ" * len(match[0]), sentence.masked[begin:stop])
    common = _COMMONEST.match(text)
    if common is not None:
        return outcome.phrase(sentence, begin + common.start("np"), begin + common.end("np")), None
    thing = _OBJECT.search(text)
    if thing is not None:
        return _item(sentence, begin + thing.start("np"), stop, named), _way(thing["way"])
    people = [g for g in named if begin <= g.start < stop]
    if people and _FEWER.match(sentence.masked[begin : people[0].start]):
        return predicates.named(sentence, people[-1].end, stop), _way(sentence.masked[begin : people[0].start])
    told = _DIFFERENCE.search(text)
    if told is not None and not outcome.has_verb(told["np"]):
        size = re.match(r"(?:differences?|changes?)", told[0], re.IGNORECASE)
        if not size and not _OF_SIZE.search(text[: told.start()]):
            return "", None
        noun = "" if size or "no " in text.lower() else f"{told[0].split()[0].lower().rstrip('s')} in "
        name = _item(sentence, begin + told.start("np"), begin + told.end("np"), named)
        way = build.direction_words(text[: told.start()]) if noun else None
        return (noun + name if name else ""), way
    for pattern in (_SUBJECT, _VERB_SUBJECT):
        subject = pattern.match(text)
        if subject is not None and not outcome.has_verb(subject["np"]):
            place = (begin + subject.start("np"), begin + subject.end("np"))
            return _item(sentence, *place, named), _way(subject["way"])
    if not outcome.has_verb(text):
        return _item(sentence, begin, stop, named), _way(text)
    return "", None


_ASIDE: Final = expression(r"(?<=\s)[\[(][^()\[\]ⓋⓅⒸⓂⓇ]{2,200}[\])](?=[\s,])")
"""`Adverse events (rash, fever) were`: what a bracket adds to a name, without figures."""
_OF_SIZE: Final = expression(
    r"\b(?:greater|larger|smaller|mean|average|median|more|less|similar|no|lower|higher|"
    r"better)\s(?:[\w-]+\s){0,2}$",
    re.IGNORECASE,
)
"""Before `reduction`: the figures are sizes of it. Else they may be what was reduced."""


def _item(sentence: Sentence, begin: int, stop: int, named: Sequence[Named]) -> str:
    """The noun phrase of a stretch, without its comparative and without the group behind it."""
    lead = _COMPARATIVE_LEAD.match(sentence.masked[begin:stop])
    begin += lead.end() if lead else 0
    for group in named:
        if begin <= group.start < stop:
            link = _TO_GROUP.search(sentence.masked[begin : group.start])
            if link is None:
                return ""
            stop = begin + link.start()
            break
    cut = _CUT.search(_ASIDE.sub(lambda match: "ⓠ" * len(match[0]), sentence.masked[begin:stop] + " ")[:-1])
    stop = begin + cut.start() if cut else stop
    return outcome.phrase(sentence, begin, stop)


def _way(words: str) -> Direction | None:
    """Higher or lower; None where the words say neither, or speak of value or time."""
    if re.search(
        r"\b(?:better|worse|superior|inferior|improved|poorer|earlier|later|faster|slower|similar|comparable|no|"
        r"not)\b",
        words,
        re.I,
    ):
        return None
    way = build.direction_words(words)
    return None if way is Direction.UNCLEAR else way
