"""Comparisons without figures of effect: `did not differ (p = 0.96)`, `higher in A than in B`, `associated with`."""

from __future__ import annotations

import re
from typing import Final

from probatum.appraise.findings import build, estimate, layouts, outcome
from probatum.appraise.findings.sentence import Sentence
from probatum.model import ArmResult, Direction, Finding, Measure

_MORE: Final = r"higher|greater|longer|larger|more frequent|more common|increased|elevated|better|superior|faster|later"
_LESS: Final = (
    r"lower|smaller|shorter|less|fewer|less frequent|less common|reduced|decreased|diminished|worse|inferior|earlier"
)
_THAN: Final = re.compile(
    rf"(?:was|were|is|are)\s(?P<claim>(?:(?:not|also|statistically|significantly|markedly|substantially|slightly|much|considerably)\s)*)(?P<way>{_MORE}|{_LESS})\s(?:in|with|for|among|on|after|by)\s(?P<a1>[^ⓋⓅⒸⓇ,;:()]{{2,70}}?)\s(?P<p1>\([Ⓟ]+\)\s)?(?:than|compared (?:with|to)|as compared with|versus|vs\.?)\s(?:in\s|with\s|for\s|among\s|on\s|after\s|that in\s|those\s(?=with|in|of|who))*(?P<a2>[^ⓋⓅⒸⓇ,;:()]{{2,70}}?)(?=\s?[,;:(.\[]|\s?$|\s(?:at|after|during|within|over|but|and)\s|\sⓉ)",
    re.IGNORECASE,
)
_NOT_DIFFER: Final = re.compile(
    r"(?:did not (?:\w+\s)?differ|were not (?:\w+\s)?different|was not (?:\w+\s)?different|were (?:\w+ly\s)?(?:similar|comparable)|was (?:\w+ly\s)?(?:similar|comparable)|were unchanged|was unchanged|remained unchanged)(?:\s(?:significantly|statistically))?(?![\w-])",
    re.IGNORECASE,
)
_NO_DIFFERENCE: Final = re.compile(
    r"(?:there (?:was|were)\s|we (?:found|observed|detected)\s|^|[;,]\s(?:but\s|and\s|with\s)?|\bwith\s)no\s(?:(?:statistically|significant|statistical|other|clinically|relevant|major|overall|apparent|important|evidence of(?: an?)?)\s)*differences?(?:\s(?:was|were)\s(?:found|observed|seen|noted|detected))?(?P<rest>\s[^ⓋⒸⓇ;]{4,160}|)",
    re.IGNORECASE,
)
_ASSOCIATED: Final = re.compile(
    r"(?:was|were|is|are)\s(?P<claim>(?:(?:not|also|statistically|significantly|independently|strongly|positively|negatively|inversely|highly)\s)*)(?P<kind>associated|correlated|related)\s(?:with|to)\s(?P<what>[^ⓋⓅⒸⓂⓇ,;:()]{3,90}?)(?=\s?[,;:(.\[]|\s?$|\s(?:at|after|but|among|during)\s|\sand\s(?:\w+ly|not|was|were)\s|(?<!decrease)(?<!increase)(?<!reduction)(?<!improvement)(?<!change)(?<!reductions)(?<!changes)\sin\s|\sⓉ)",
    re.IGNORECASE,
)


def read(sentence: Sentence, found: list[Finding]) -> list[Finding]:
    """Word-only findings of a sentence in which nothing with figures was read for the same outcome."""
    if found:
        return []
    made = [*_than(sentence), *_no_difference(sentence), *_not_differ(sentence)]
    return made or _associated(sentence)


def _subject(sentence: Sentence, stop: int) -> str:
    """The subject of the verb at `stop`; empty when another verb stands between."""
    start = outcome.clause_start(sentence, stop)
    verb = outcome.verb_in(sentence, start, stop)
    return "" if verb is not None else outcome.subject(sentence, start, stop)


def _than(sentence: Sentence) -> list[Finding]:
    made = []
    for match in _THAN.finditer(sentence.masked):
        if "not" in match["claim"].lower() or "Ⓥ" in sentence.masked[: match.start()]:
            continue
        arms = layouts.pair(sentence, match.span("a1"), match.span("a2"))
        name = _subject(sentence, match.start())
        if not arms or not name:
            continue
        way = Direction.HIGHER if re.fullmatch(_MORE, match["way"], re.IGNORECASE) else Direction.LOWER
        if re.fullmatch(r"better|superior|worse|inferior|faster|earlier|later", match["way"], re.IGNORECASE):
            way = Direction.UNCLEAR
        p = sentence.mark_at("Ⓟ", match.start("p1") + 1) if match["p1"] else build.trailing_p(sentence, match.end())
        made.append(
            build.finding(
                sentence,
                name,
                Measure.P_ONLY,
                arms=arms,
                p=p,
                words=way,
                clause=(match.start(), p.end if p else match.end()),
            )
        )
    return made


def _no_difference(sentence: Sentence) -> list[Finding]:
    made = []
    for match in _NO_DIFFERENCE.finditer(sentence.masked):
        stop = match.end()
        start = match.start("rest")
        if re.search(r"\bexcept", sentence.masked[start:]) or _BELIEF.search(sentence.masked[: match.start()]):
            continue
        pair = layouts.BETWEEN.search(sentence.masked, start, stop)
        arms = layouts.pair(sentence, pair.span("a1"), pair.span("a2")) if pair else ()
        name = _difference_in(sentence, start, stop)
        if not name:
            continue
        p = build.trailing_p(sentence, stop) or sentence.first_p(start, stop)
        made.append(
            build.finding(
                sentence,
                name,
                Measure.P_ONLY,
                arms=arms,
                p=p,
                words=Direction.NONE_DETECTED,
                clause=(match.start(), stop),
            )
        )
    return made


_BASELINE: Final = re.compile(r"\b(?:before|prior to) (?:treatment|therapy|surgery|randomi[sz]ation|intervention)\b", re.IGNORECASE)
_BELIEF: Final = re.compile(r"\b(?:believed|thought|felt|agreed|stated|perceived|considered|assumed|said)\b", re.IGNORECASE)


def _difference_in(sentence: Sentence, start: int, stop: int) -> str:
    """`between A and B in X` or `in X between A and B`: X, when it is one outcome and no group."""
    for match in re.finditer(
        r"(?<![\w-])(?:in terms of|with regard to|with respect to|regarding|in|for|on)\s(?P<x>[^ⓋⓅⒸⓇ;:()]{3,120}?)(?=\s(?:between|among|at|after|during|was|were|when|over|with)\b|\s?[(.;]|\s?$|\sⓉ)",
        sentence.masked[start:stop],
        re.IGNORECASE,
    ):
        found = outcome.phrase(sentence, start + match.start("x"), start + match.end("x"))
        if found and not outcome.group_phrase(found):
            return found
    return ""


def _not_differ(sentence: Sentence) -> list[Finding]:
    made = []
    for match in _NOT_DIFFER.finditer(sentence.masked):
        name = _subject(sentence, match.start())
        if not name or _BASELINE.search(sentence.masked[: match.end() + 90]) or "baseline" in sentence.text[: match.end() + 60]:
            continue
        stop = min(len(sentence.text), match.end() + 120)
        pair = layouts.BETWEEN.match(sentence.masked[match.end() : stop].lstrip())
        arms: tuple[ArmResult, ...] = ()
        end = match.end()
        if pair is None and not re.search(
            r"\b(?:groups?|arms?|both|treatments?|placebo|controls?|cohorts?)\b|Ⓟ", sentence.masked
        ):
            continue
        if pair is not None:
            base = (
                match.end()
                + len(sentence.masked[match.end() : stop])
                - len(sentence.masked[match.end() : stop].lstrip())
            )
            arms = layouts.pair(
                sentence,
                (base + pair.start("a1"), base + pair.end("a1")),
                (base + pair.start("a2"), base + pair.end("a2")),
            )
            end = base + pair.end()
        p = build.trailing_p(sentence, end)
        made.append(
            build.finding(
                sentence,
                name,
                Measure.P_ONLY,
                arms=arms,
                p=p,
                words=Direction.NONE_DETECTED,
                clause=(match.start(), p.end if p else end),
            )
        )
    return made


def _associated(sentence: Sentence) -> list[Finding]:
    made = []
    for match in _ASSOCIATED.finditer(sentence.masked):
        start = outcome.clause_start(sentence, match.start())
        exposure = outcome.exposure(sentence, start, match.start())
        if not exposure or outcome.verb_in(sentence, start, match.start()) is not None:
            continue
        listed = outcome.LIST_TAIL.match(sentence.masked[match.end() :])
        cut = sentence.masked[match.end() :].startswith(",")
        if cut and listed is None and re.match(r"^,\s[\w -]{2,40},?\s(?:and|or)\s", sentence.masked[match.end() :]):
            continue
        name = outcome.tidy(sentence.text[match.start("what") : match.end() + (listed.end() if listed else 0)], sentence)
        name = re.sub(r"\sand\s\w+ly\b.*$", "", name)
        if not name or " " not in name and estimate.SHARED_NOUN.match(sentence.masked[match.end() :].lstrip(" (")):
            continue
        claim = match["claim"].lower()
        way = Direction.NONE_DETECTED if "not" in claim else build.direction_words(name)
        if "negatively" in claim or "inversely" in claim:
            way = Direction.LOWER
        elif "positively" in claim:
            way = Direction.HIGHER
        name = re.sub(
            r"^(?:an?\s)?(?:significantly\s)?(?:increased|decreased|reduced|higher|lower|greater|elevated)\s", "", name
        )
        p = build.trailing_p(sentence, match.end())
        made.append(
            build.finding(
                sentence,
                name,
                Measure.P_ONLY,
                arms=(ArmResult(exposure),),
                p=p,
                words=way,
                clause=(match.start(), p.end if p else match.end()),
            )
        )
    return made
