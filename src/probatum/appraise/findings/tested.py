"""Comparisons told by a p value alone: `pain (p = 0.01) and itch (p = 0.02) were lower in A than in B`."""

from __future__ import annotations

import re
from typing import Final

from probatum.appraise.findings import arms as arm_names
from probatum.appraise.findings import build, clauses, naming, outcome
from probatum.appraise.findings.mentions import P_SIGN, Mention
from probatum.appraise.findings.sentence import Sentence
from probatum.appraise.findings.values import Place
from probatum.model import ArmResult, Direction, Finding, Measure, PValue
from probatum.text.expressions import expression

_MORE: Final = r"higher|greater|longer|larger|more frequent|more common|more pronounced|increased|elevated"
_LESS: Final = (
    r"lower|smaller|shorter|less|fewer|less frequent|less common|less pronounced|reduced|decreased|diminished"
)
_CLAIM: Final = (
    r"(?:(?:also|all|both|statistically|significantly|markedly|substantially|slightly|much|considerably)\s)*"
)
_THAN: Final = (
    r"(?:than|(?:when\s|as\s)?compared (?:with|to)|versus|vs\.?)\s(?:(?:that|those)\s)?(?:(?:in|of|with|for|among|on)"
    r"\s)?(?:the\s|those\s)?"
)
_END: Final = r"(?=\s?[,;:(.\[]|\s?$|\s(?:at|after|during|within|over|but|and)\s|\sⓉ)"
_ARM: Final = r"[^ⓋⓅⒸⓂⓇ,;:()]{2,70}?"
_LISTED: Final = expression(
    rf"(?P<list>(?:[^ⓋⓅⒸⓂⓇ;:()]{{3,80}}?\s\(Ⓟ+\),?\s(?:and\s)?+){{1,12}})(?:in\s(?:the\s)?(?P<a0>{_ARM})\s)?(?:was|were)"
    rf"\s{_CLAIM}"
    rf"(?P<way>{_MORE}|{_LESS})(?:\s(?:in|with|for|among)\s(?:the\s)?(?P<a1>{_ARM}))?\s{_THAN}(?P<a2>{_ARM}){_END}",
    re.IGNORECASE,
)
_ITEM: Final = expression(r"(?:^|\),?\s(?:and\s)?)(?P<what>[^()]{3,80}?)\s\((?P<p>Ⓟ+)(?=\))")
_WITHIN: Final = expression(
    rf"(?P<what>[^ⓋⓅⒸⓂⓇ,;:()]{{3,80}})\s(?:in|with|for|among|of)\s(?:the\s)?(?P<a1>{_ARM})\s(?:was|were)\s{_CLAIM}"
    rf"(?P<way>{_MORE}|{_LESS})\s{_THAN}(?P<a2>{_ARM}){_END}",
    re.IGNORECASE,
)
_SHOWED: Final = expression(
    rf"^(?:the\s)?(?P<a1>[^ⓋⓅⒸⓂⓇ,;:()]{{3,70}}?)\s(?:had|have|showed|shows|featured|exhibited|presented|displayed|"
    rf"demonstrated|"
    rf"experienced|reported|required|achieved|revealed)\s(?:an?\s)?{_CLAIM}(?P<way>{_MORE}|{_LESS})"
    rf"\s(?P<what>[^ⓋⓅⒸⓂⓇ,;:()]{{3,80}}?)"
    rf"(?P<p1>\s\(Ⓟ+\))?,?\s{_THAN}(?P<a2>{_ARM}){_END}",
    re.IGNORECASE,
)
_DIFFERED: Final = expression(
    rf"(?P<what>[^ⓋⓅⒸⓂⓇ,;:()]{{3,80}}?)\s(?:differed|(?:was|were)\s(?:statistically\s|also\s)?(?P<sig>significantly)"
    rf"\sdifferent)\s"
    rf"(?P<adv>significantly\s)?between\s(?:the\s)?(?:(?P<a1>{_ARM})\sand\s(?:the\s)?(?P<a2>{_ARM})){_END}",
    re.IGNORECASE,
)
_THERE: Final = expression(
    rf"\bthere (?:was|were)\s(?:an?\s)?(?:statistically\s|highly\s|clear\s)*significant(?:ly)?\s(?:different\s|"
    rf"differences?\s)"
    rf"(?:(?:in|of|for)\s(?:the\s)?(?P<w1>{_ARM})\s)?between\s(?:the\s)?(?:(?:two|2|study|treatment)"
    rf"\s(?:\w+\s)?(?:groups|arms)|"
    rf"(?P<a1>{_ARM})\sand\s(?:the\s)?(?P<a2>{_ARM}))(?:\s(?:in|for|regarding|with regard to|in terms of)\s(?:the\s)?"
    rf"(?P<w2>{_ARM}))?{_END}",
    re.IGNORECASE,
)


def read(sentence: Sentence) -> list[Finding]:
    """Findings of tests between two named arms whose figures are not printed; each rests on its own p value."""
    if not any(m.sign == P_SIGN for m in sentence.marks):
        return []
    if "Ⓥ" in sentence.masked:
        return []
    return _listed(sentence) or _showed(sentence) or _within(sentence) or _differed(sentence) or _there(sentence)


def _listed(sentence: Sentence) -> list[Finding]:
    """`pain (p = 0.01) and itch (p = 0.02) were lower in A than in B`."""
    match = _LISTED.search(sentence.masked)
    first = None if match is None else match.span("a1") if match["a1"] else match.span("a0") if match["a0"] else None
    if match is None or first is None:
        return []
    arms = _pair(sentence, first, match.span("a2"))
    begin = clauses.skip_lead(sentence.masked, match.start("list"), match.end("list"))
    items = list(_ITEM.finditer(sentence.masked[begin : match.end("list")]))
    head = re.match(r"(?:the\s)?changes?\s(?:in|of)\s(?:the\s)?", sentence.masked[begin:], re.IGNORECASE)
    made = []
    for index, item in enumerate(items) if arms else ():
        place = (begin + item.start("what"), begin + item.end("what"))
        name = outcome.phrase(sentence, *place)
        name = f"change in {name}" if head and index and name else name
        p = sentence.mark_at(P_SIGN, begin + item.start("p"))
        if not name or p is None:
            return []
        value = sentence.p_value(p)
        made.append(_made(sentence, name, arms, match["way"], match.span(), value))
    return made


def _made(
    sentence: Sentence, name: str, arms: tuple[ArmResult, ...], way: str, clause: Place, value: PValue | None
) -> Finding:
    return build.finding(
        sentence,
        name,
        Measure.P_ONLY,
        arms=arms,
        p_value=value,
        words=_way(way),
        clause=clause,
    )


def _showed(sentence: Sentence) -> list[Finding]:
    """`A featured a reduced X compared with that in B (p = 0.01)`."""
    match = _SHOWED.match(sentence.masked)
    if match is None or not _group(sentence, match.span("a1")):
        return []
    p = sentence.mark_at(P_SIGN, match.start("p1") + 2) if match["p1"] else build.trailing_p(sentence, match.end())
    return _one(sentence, match, p)


def _within(sentence: Sentence) -> list[Finding]:
    """`The increase in X in A was greater than that in B (p = 0.01)`."""
    match = _WITHIN.search(sentence.masked)
    return [] if match is None else _one(sentence, match, build.trailing_p(sentence, match.end()))


def _differed(sentence: Sentence) -> list[Finding]:
    """`X differed between A and B (p = 0.01)`: which way is not said."""
    match = _DIFFERED.search(sentence.masked)
    return [] if match is None else _one(sentence, match, build.trailing_p(sentence, match.end()))


def _there(sentence: Sentence) -> list[Finding]:
    """`There was a significant difference in X between the two groups (p = 0.01)`."""
    match = _THERE.search(sentence.masked)
    group = "" if match is None else next((g for g in ("w1", "w2") if match[g]), "")
    if match is None or not group:
        return []
    p = build.trailing_p(sentence, match.end())
    name, value = outcome.phrase(sentence, *match.span(group)), sentence.p_value(p) if p else None
    arms = _pair(sentence, match.span("a1"), match.span("a2")) if match["a1"] else naming.study_pair(sentence)[0]
    spans = () if match["a1"] else naming.study_pair(sentence)[1]
    if not name or value is None or outcome.group_phrase(name):
        return []
    return [build.finding(sentence, name, Measure.P_ONLY, arms=arms, p_value=value, clause=match.span(), spans=spans)]


def _one(sentence: Sentence, match: re.Match[str], p: Mention | None) -> list[Finding]:
    arms = _pair(sentence, match.span("a1"), match.span("a2"))
    start = clauses.skip_lead(sentence.masked, *match.span("what"))
    name = outcome.phrase(sentence, start, match.end("what"))
    value = sentence.p_value(p) if p else None
    if not arms or not name or value is None or outcome.has_verb(sentence.masked[start : match.end("what")]):
        return []
    way = match.groupdict().get("way") or ""
    return [_made(sentence, name, arms, way, (match.start(), match.end()), value)]


def _group(sentence: Sentence, place: Place) -> bool:
    masked = sentence.masked[slice(*place)]
    return arm_names.looks_human(masked) or arm_names.arm_like(sentence.text[slice(*place)], masked, sentence.context)


def _pair(sentence: Sentence, one: Place, two: Place) -> tuple[ArmResult, ...]:
    return naming.pair(sentence, naming.group_in(sentence.masked, one), naming.group_in(sentence.masked, two))


def _way(word: str) -> Direction:
    if not word:
        return Direction.UNCLEAR
    return Direction.HIGHER if re.fullmatch(_MORE, word, re.IGNORECASE) else Direction.LOWER
