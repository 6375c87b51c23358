"""What a treatment did, in words with a p value: `X reduced Y (p = 0.01)`, `Y was reduced with X (p = 0.02)`."""

from __future__ import annotations

import re
from typing import Final

from probatum.appraise.findings import arms as arm_names
from probatum.appraise.findings import build, clauses, naming, outcome
from probatum.appraise.findings.arms import PEOPLE
from probatum.appraise.findings.mentions import Mention
from probatum.appraise.findings.sentence import Sentence
from probatum.model import ArmResult, Direction, Finding, Measure, Span
from probatum.text.expressions import expression


def read(sentence: Sentence) -> list[Finding]:
    """Findings of one act; only where a p value, or the word `significantly`, says how certain it is."""
    return _more_with(sentence) or _changed(sentence) or _done_with(sentence) or _acted(sentence)


_ACTED: Final = expression(
    r"\s(?P<adv>significantly\s)?(?P<verb>reduced|lowered|decreased|increased|raised|"
    r"improved)\s(?P<what>(?:the\s)?[a-z][^ⓋⓅⒸⓂⓇ,;:()]{3,80}?)"
    r"(?P<after>\ssignificantly)?(?=\s?[,;:(.\[]|\s?$|\s(?:compared|relative|in patients|at|after|"
    r"over|during|when)\s|\sⓉ)",
    re.IGNORECASE,
)
_WAYS: Final = {"reduced": Direction.LOWER, "lowered": Direction.LOWER, "decreased": Direction.LOWER}
_WAYS_UP: Final = {"increased": Direction.HIGHER, "raised": Direction.HIGHER}


def _acted(sentence: Sentence) -> list[Finding]:
    """`X significantly reduced Y (p = 0.01)`: only where a p or the word says how certain it is."""
    match = _ACTED.search(sentence.masked)
    if match is None or "Ⓥ" in sentence.masked:
        return []
    p = build.trailing_p(sentence, match.end())
    exposure = outcome.exposure(sentence, 0, match.start())
    if not (p or match["adv"] or match["after"]) or not exposure or arm_names.looks_human(exposure):
        return []
    if "," in exposure or exposure.endswith((" and", " or")):
        return []
    if clauses.verb_in(sentence, 0, match.start()) is not None or re.match(r"(?:from|by|to|in|with)\s", match["what"]):
        return []
    name = outcome.phrase(sentence, *match.span("what"))
    verb = match["verb"].lower()
    way = _WAYS.get(verb, _WAYS_UP.get(verb, Direction.UNCLEAR))
    clause = (match.start(), p.end if p else match.end())
    arms = (ArmResult(exposure),)
    return [build.finding(sentence, name, Measure.P_ONLY, arms=arms, p=p, words=way, clause=clause)] if name else []


_VERB: Final = (
    r"(?P<verb>decreased|fell|declined|dropped|reduced|lessened|diminished|increased|rose|improved|worsened|"
    r"deteriorated|changed)"
)
_END: Final = r"(?=\s?[,;:(.\[]|\s?$|\s(?:at|after|during|within|over|and|but)\s|\sⓉ)"
_GIVEN: Final = r"(?:with|in|on|by|after|among|for|under|following|receiving)"
_DONE_WITH: Final = expression(
    rf"(?:(?:was|were)\s(?:(?:also|significantly|markedly|substantially|slightly|greatly)\s)*"
    rf"(?P<verb>reduced|lowered|decreased|diminished|shortened|increased|raised|prolonged|improved|lower|higher|"
    rf"shorter|longer)\s"
    rf"|(?<![\w-]){_VERB.replace('verb', 'did')}"
    r"(?:\s(?:significantly|markedly|substantially|slightly|non-?significantly))?\s)"
    rf"(?:(?:with|by|on|after|under|following)\s|(?:in|among)\s(?:the\s)?(?=[^,;()]{{2,50}}\s(?:groups?|arms?)\b))"
    rf"(?P<arm>[^ⓋⓅⒸⓇ,;:()]{{2,60}}?){_END}",
    re.IGNORECASE,
)
_CHANGED: Final = expression(
    rf"(?<![\w-]){_VERB}(?P<adv>\s(?:significantly|markedly|substantially|slightly))?"
    rf"(?:\s{_GIVEN}\s(?P<arm>[^ⓋⓅⒸⓇ,;:()]{{2,60}}?))?,?\s"
    rf"(?:(?:when\s|as\s)?compared (?:with|to)|relative to|versus|vs\.?|from)\s(?:the\s)?"
    rf"(?P<ref>baseline(?: (?:values?|levels?|scores?))?|placebo|[^ⓋⓅⒸⓇ,;:()]{{2,60}}?){_END}",
    re.IGNORECASE,
)
_MORE_WITH: Final = expression(
    rf"(?<![\w-]){_VERB}\s(?P<adv>significantly\s)?(?P<more>more|less|faster|slower|further|"
    rf"to a (?:greater|lesser) extent)"
    rf"(?:\s(?:rapidly|quickly|slowly|strongly|"
    rf"markedly))?\s(?P<p1>\(Ⓟ+\)\s)?{_GIVEN}\s(?P<a1>[^ⓋⓅⒸⓇ,;:()]{{2,60}}?)\s"
    rf"(?P<p2>\(Ⓟ+\)\s)?(?:than|compared (?:with|to)|versus|vs\.?)\s"
    rf"(?:(?:that\s)?{_GIVEN}\s|(?:those|{PEOPLE})\s(?=in|on|with|receiv|given))*"
    rf"(?P<a2>[^ⓋⓅⒸⓇ,;:()]{{2,60}}?){_END}",
    re.IGNORECASE,
)
_IN_BOTH: Final = expression(r"\s(?:both|each|either|all)\s", re.IGNORECASE)
_AND_OTHERS: Final = expression(r"\sand\s(?:the\s)?[^ⓋⓅⒸⓇ,;:()]{2,40}?\s(?:groups|arms)\b", re.IGNORECASE)
"""`was lower in A and B groups`: A is one of them."""
_UPS: Final = frozenset({"increased", "rose", "raised", "prolonged", "higher", "longer"})
_UNSAID: Final = frozenset({"improved", "worsened", "deteriorated", "changed"})


def _moved(verb: str) -> Direction:
    """Lower or higher; unclear for verbs of value (improved), whose scale is not said."""
    bare = verb.lower()
    return Direction.UNCLEAR if bare in _UNSAID else Direction.HIGHER if bare in _UPS else Direction.LOWER


def _subject(sentence: Sentence, stop: int) -> str:
    """The outcome before a verb at `stop`; empty when another verb stands between or it names people."""
    start = clauses.clause_start(sentence, stop)
    if clauses.verb_in(sentence, start, stop) is not None:
        return ""
    return outcome.subject(sentence, start, stop)


def _arm(sentence: Sentence, place: tuple[int, int]) -> ArmResult | None:
    """A place as an arm, when it shows that it is one."""
    place = naming.group_in(sentence.masked, place)
    raw = sentence.masked[slice(*place)]
    name = arm_names.clean(sentence.text[slice(*place)], sentence.context)
    if not arm_names.valid(name, raw) or not arm_names.arm_like(name, raw, sentence.context):
        return None
    return ArmResult(name, control=arm_names.is_control(name, sentence.context))


def _made(
    sentence: Sentence,
    name: str,
    arms: tuple[ArmResult, ...],
    way: Direction,
    place: tuple[int, int],
    p: Mention | None,
    spans: tuple[Span, ...] = (),
) -> list[Finding]:
    clause = (place[0], max(place[1], p.end if p else 0))
    return [build.finding(sentence, name, Measure.P_ONLY, arms=arms, p=p, words=way, clause=clause, spans=spans)]


def _done_with(sentence: Sentence) -> list[Finding]:
    """`The number of attacks was reduced with X (p = 0.024)`."""
    match = _DONE_WITH.search(sentence.masked)
    if match is None or "Ⓥ" in sentence.masked or "not" in sentence.masked[match.start() : match.end()].split():
        return []
    if _IN_BOTH.search(sentence.masked, match.start(), match.end()) or _AND_OTHERS.match(sentence.masked, match.end()):
        return []  # each changed in time: one of them is not lower than the other
    p = build.trailing_p(sentence, match.end())
    arm = _arm(sentence, match.span("arm"))
    name = _subject(sentence, match.start())
    if not name or arm is None or arm.control or not (p or "significantly" in match[0]):
        return []
    return _made(sentence, name, (arm,), _moved(match["verb"] or match["did"]), match.span(), p)


def _changed(sentence: Sentence) -> list[Finding]:
    """`Y decreased significantly with X compared with placebo (p < 0.01)`, `... compared with baseline (p < 0.01)`."""
    match = _CHANGED.search(sentence.masked)
    if match is None or "Ⓥ" in sentence.masked:
        return []
    p = build.trailing_p(sentence, match.end())
    name = _subject(sentence, match.start())
    if not name or not (p or "significantly" in match[0]):
        return []
    arm = _arm(sentence, match.span("arm")) if match["arm"] else None
    if match["arm"] and arm is None:
        return []
    arms: tuple[ArmResult, ...] = (arm,) if arm else ()
    spans: tuple[Span, ...] = ()
    if not match["ref"].lower().startswith("baseline"):
        reference = _arm(sentence, match.span("ref"))
        other, spans = naming.study_other(sentence) if arm is None else (arm, ())
        if reference is None or other is None or other.arm.lower() == reference.arm.lower():
            return []
        if arm is None and not reference.control:
            return []
        arms = (other, reference)
    return _made(sentence, name, arms, _moved(match["verb"]), match.span(), p, spans)


def _more_with(sentence: Sentence) -> list[Finding]:
    """`Y improved more with A than with B (p = 0.03)`: the change is greater, in the direction of the verb."""
    match = _MORE_WITH.search(sentence.masked)
    if match is None or "Ⓥ" in sentence.masked:
        return []
    arms = naming.pair(sentence, naming.group_in(sentence.masked, match.span("a1")), match.span("a2"))
    name = _subject(sentence, match.start())
    if not arms or not name:
        return []
    inner = next((g for g in ("p1", "p2") if match[g]), "")
    p = sentence.mark_at("Ⓟ", match.start(inner) + 1) if inner else build.trailing_p(sentence, match.end())
    way = _moved(match["verb"])
    if match["more"].lower() in ("less", "slower", "to a lesser extent"):
        way = build.flip(way)
    return _made(sentence, name, arms, way, match.span(), p)
