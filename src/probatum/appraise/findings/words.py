"""Comparisons without figures of effect: `did not differ (p = 0.96)`, `higher in A than in B`, `associated with`."""

from __future__ import annotations

import re
from typing import Final

from probatum.appraise.findings import acts, adjectival, build, clauses, estimate, naming, outcome, tested
from probatum.appraise.findings import arms as arm_names
from probatum.appraise.findings.sentence import Sentence
from probatum.model import ArmResult, Direction, Finding, Measure
from probatum.text.expressions import expression

_MORE: Final = r"higher|greater|longer|larger|more frequent|more common|increased|elevated|better|superior|faster|later"
_LESS: Final = (
    r"lower|smaller|shorter|less|fewer|less frequent|less common|reduced|decreased|diminished|worse|"
    r"inferior|earlier|slower"
)
_THAN: Final = expression(
    rf"(?:was|were|is|are)\s(?P<claim>(?:(?:not|also|statistically|significantly|markedly|"
    rf"substantially|slightly|much|considerably)\s)*)(?P<way>{_MORE}|{_LESS})\s(?:in|with|for|among|on|"
    rf"after|by)\s(?P<a1>[^ⓋⓅⒸⓇ,;:()]{{2,70}}?)\s(?P<p1>\([Ⓟ]+\)\s)?(?:than|compared (?:with|to)|"
    rf"as compared with|versus|vs\.?)\s(?:in\s|with\s|for\s|among\s|on\s|after\s|that in\s|"
    rf"those\s(?=with|in|of|who))*(?P<a2>[^ⓋⓅⒸⓇ,;:()]{{2,70}}?)(?=\s?[,;:(.\[]|\s?$|\s(?:at|after|"
    rf"during|within|over|but|and)\s|\sⓉ)",
    re.IGNORECASE,
)
_NOT_DIFFER: Final = expression(
    r"(?:did not (?:\w+\s)?differ|were not (?:\w+\s)?different|was not (?:\w+\s)?different|"
    r"were (?:\w+ly\s)?(?:similar|comparable)|was (?:\w+ly\s)?(?:similar|comparable)|were unchanged|"
    r"was unchanged|remained unchanged)(?:\s(?:significantly|statistically))?(?![\w-])",
    re.IGNORECASE,
)
_NO_DIFFERENCE: Final = expression(
    r"(?:there (?:was|were)\s|we (?:found|observed|detected)\s|^|[;,]\s(?:but\s|and\s|with\s)?|"
    r"\bwith\s)no\s(?:(?:statistically|significant|statistical|other|clinically|relevant|major|"
    r"overall|apparent|important|evidence of(?: an?)?)\s)*differences?(?:\s(?:was|were)\s(?:found|"
    r"observed|seen|noted|detected))?(?P<rest>\s[^ⓋⒸⓇ;]{4,240}|)",
    re.IGNORECASE,
)
_ASSOCIATED: Final = expression(
    r"(?:was|were|is|are)\s(?P<claim>(?:(?:not|also|statistically|significantly|independently|"
    r"strongly|positively|negatively|inversely|highly)\s)*)(?P<kind>associated|correlated|"
    r"related)\s(?:with|to)\s(?P<what>[^ⓋⓅⒸⓂⓇ,;:()]{3,90}?)(?=\s?[,;:(.\[]|\s?$|\s(?:at|after|but|"
    r"among|during)\s|\sand\s(?:\w+ly|not|was|were)\s|"
    r"(?<!decrease)(?<!increase)(?<!reduction)(?<!improvement)(?<!change)(?<!reductions)(?<!changes)\s"
    r"in\s|\sⓉ)",
    re.IGNORECASE,
)


def read(sentence: Sentence, found: list[Finding]) -> list[Finding]:
    """Word-only findings of a sentence in which nothing with figures was read for the same outcome."""
    if found:
        return []
    made = tested.read(sentence)
    made = made or [*_than(sentence), *_no_difference(sentence), *_difference_not(sentence), *_not_differ(sentence)]
    made = made or _had(sentence) or _no_effect(sentence) or acts.read(sentence) or _associated(sentence)
    if all(finding.p is None for finding in made) and sentence.says_numbers():
        return []  # its p or interval was not understood: quoted whole, none is said to be missing
    return made


def _subject(sentence: Sentence, stop: int) -> str:
    """The subject of the verb at `stop`; empty when another verb stands between."""
    start = clauses.clause_start(sentence, stop)
    verb = clauses.verb_in(sentence, start, stop)
    return "" if verb is not None else outcome.subject(sentence, start, stop)


_MOST_LISTED: Final = 11


def _listed(sentence: Sentence, stop: int) -> str:
    """`A, B, C and D did not differ (all p > 0.05)`: the list, which `parted` makes a finding of each."""
    start = clauses.clause_start(sentence, stop)
    place = clauses.subject_place(sentence, start, stop)
    whole = place is not None and place[1] >= stop - 1 and "," in sentence.masked[slice(*place)]
    return outcome.phrase(sentence, *place, commas=_MOST_LISTED) if place and whole else ""


def _than(sentence: Sentence) -> list[Finding]:
    made = []
    for match in _THAN.finditer(sentence.masked):
        if "not" in match["claim"].lower() or "Ⓥ" in sentence.masked[: match.start()]:
            continue
        arms = naming.pair(sentence, match.span("a1"), match.span("a2"))
        name = _subject(sentence, match.start())
        if not arms or not name:
            continue
        way = _way(match["way"])
        denied = _BUT_NOT.match(sentence.masked[match.end() :])
        if denied is not None:
            made.append(_none(sentence, name, arms, match.start(), match.end() + denied.end()))
            continue
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


_BUT_NOT: Final = expression(
    r"^,?\s(?:but|although|though|however)[^.;ⓋⒸ]{0,80}?\bnot\b[^.;ⓋⒸ]{0,40}?significan[^.;ⓋⒸⓅ]{0,20}?", re.IGNORECASE
)
_DIFFERENCE_NOT: Final = expression(
    r"(?:^|[.;]\s|,\s(?:and|but)\s)(?:the\s)?differences?\s(?:in|"
    r"of)\s(?P<what>[^ⓋⓅⒸⓇ;:()]{3,90}?)(?P<pair>\sbetween\s[^ⓋⓅⒸⓇ;:()]{3,90}?)?\s(?:was|were|"
    r"did)\snot\s(?:reach\s)?(?:statistical(?:ly)?\s)?significan(?:t|ce)",
    re.IGNORECASE,
)
_HAD: Final = expression(
    rf"^(?P<a1>[^ⓋⓅⒸⓇ,;:()]{{3,70}}?)\s(?:had|showed|experienced|reported|demonstrated|"
    rf"required)\s(?:an?\s)?(?P<claim>(?:statistically\s|significantly\s|markedly\s)*)(?P<way>{_MORE}|"
    rf"{_LESS})\s(?P<what>[^ⓋⓅⒸⓇ,;:()]{{3,80}}?)(?P<p1>\s\(Ⓟ+\))?,?\s(?:when\s)?(?:than|"
    rf"compared (?:with|to)|as compared with|versus)\s(?:those\s(?=in|with|who|of)|in\s|"
    rf"with\s)*(?P<a2>[^ⓋⓅⒸⓇ,;:()]{{2,70}}?)(?=\s?[,;:(.\[]|\s?$|\s(?:at|after|during|within|over|"
    rf"but)\s|\sⓉ)",
    re.IGNORECASE,
)
_NO_EFFECT: Final = expression(
    r"\s(?:did not (?:significantly )?(?:affect|change|alter|influence|improve|reduce|increase|"
    r"decrease)|had no (?:significant |statistically significant |detectable )*(?:effect|impact|"
    r"influence) on)\s(?P<what>[^ⓋⓅⒸⓂⓇ,;:()]{3,80}?)(?=\s?[,;:(.\[]|\s?$|\s(?:at|after|during|but|"
    r"in|compared|relative)\s|\sⓉ)",
    re.IGNORECASE,
)


def _difference_not(sentence: Sentence) -> list[Finding]:
    """`The difference in X between A and B was not significant (p = 0.2)`."""
    made = []
    for match in _DIFFERENCE_NOT.finditer(sentence.masked):
        name = outcome.phrase(sentence, *match.span("what"))
        if not name:
            continue
        pair = naming.BETWEEN.search(sentence.masked, match.start(), match.end())
        arms = naming.pair(sentence, pair.span("a1"), pair.span("a2")) if pair else ()
        made.append(_none(sentence, name, arms, match.start(), match.end()))
    return made


def _none(sentence: Sentence, name: str, arms: tuple[ArmResult, ...], start: int, end: int) -> Finding:
    """A finding of no difference; its p is the next one."""
    p = build.trailing_p(sentence, end)
    stop = p.end if p else end
    arms, spans = (arms, ()) if arms else naming.study_pair(sentence)
    return build.finding(
        sentence, name, Measure.P_ONLY, arms=arms, p=p, words=Direction.NONE_DETECTED, clause=(start, stop), spans=spans
    )


def _had(sentence: Sentence) -> list[Finding]:
    """`A had a significantly shorter X than B (p = 0.02)`."""
    match = _HAD.match(sentence.masked)
    if match is None or "Ⓥ" in sentence.masked:
        return []
    first = match.span("a1")
    if not (
        arm_names.looks_human(match["a1"])
        or arm_names.arm_like(sentence.text[slice(*first)], match["a1"], sentence.context)
    ):
        return []
    arms = naming.pair(sentence, naming.group_in(sentence.masked, first), match.span("a2"))
    name = outcome.phrase(sentence, *match.span("what"))
    if not arms or not name or " and " in name:
        return []
    way = _way(match["way"])
    p = sentence.mark_at("Ⓟ", match.start("p1") + 2) if match["p1"] else build.trailing_p(sentence, match.end())
    clause = (match.start(), max(match.end(), p.end if p else 0))
    return [build.finding(sentence, name, Measure.P_ONLY, arms=arms, p=p, words=way, clause=clause)]


def _way(word: str) -> Direction:
    """Higher or lower; unclear for words of value (better, worse) and of time."""
    if re.fullmatch(r"better|superior|worse|inferior|faster|slower|earlier|later", word, re.IGNORECASE):
        return Direction.UNCLEAR
    return Direction.HIGHER if re.fullmatch(_MORE, word, re.IGNORECASE) else Direction.LOWER


def _no_effect(sentence: Sentence) -> list[Finding]:
    """`X did not affect Y (p = 0.36)`."""
    made = []
    for match in _NO_EFFECT.finditer(sentence.masked):
        start = clauses.clause_start(sentence, match.start())
        if clauses.verb_in(sentence, start, match.start()) is not None:
            continue
        exposure = outcome.exposure(sentence, start, match.start())
        name = outcome.phrase(sentence, *match.span("what"))
        if not exposure or not name or arm_names.is_control(exposure, sentence.context):
            continue
        p = build.trailing_p(sentence, match.end())
        clause = (match.start(), p.end if p else match.end())
        arms = (ArmResult(exposure),)
        made.append(
            build.finding(sentence, name, Measure.P_ONLY, arms=arms, p=p, words=Direction.NONE_DETECTED, clause=clause)
        )
    return made


def _no_difference(sentence: Sentence) -> list[Finding]:
    made = []
    for match in _NO_DIFFERENCE.finditer(sentence.masked):
        stop = match.end()
        start = match.start("rest")
        if re.search(r"\bexcept", sentence.masked[start:]) or _BELIEF.search(sentence.masked[: match.start()]):
            continue
        pair = naming.BETWEEN.search(sentence.masked, start, stop)
        arms = naming.pair(sentence, pair.span("a1"), pair.span("a2")) if pair else ()
        name = _difference_in(sentence, start, stop)
        if not name:
            continue
        p = build.trailing_p(sentence, stop) or sentence.first_p(start, stop)
        arms, spans = (arms, ()) if arms else naming.study_pair(sentence)
        made.append(
            build.finding(
                sentence,
                name,
                Measure.P_ONLY,
                arms=arms,
                p=p,
                words=Direction.NONE_DETECTED,
                clause=(match.start(), stop),
                spans=spans,
            )
        )
    return made


_BASELINE: Final = expression(
    r"\b(?:before|prior to) (?:treatment|therapy|surgery|randomi[sz]ation|intervention)\b", re.IGNORECASE
)
_BELIEF: Final = expression(
    r"\b(?:believed|thought|felt|agreed|stated|perceived|considered|assumed|said)\b", re.IGNORECASE
)


def _difference_in(sentence: Sentence, start: int, stop: int) -> str:
    """`between A and B in X` or `in X between A and B`: X, when it is one outcome and no group."""
    for match in re.finditer(
        r"(?<![\w-])(?:in terms of|with regard to|with respect to|regarding|in|for|"
        r"on)\s(?P<x>[^ⓋⓅⒸⓇ;:()]{3,180}?)(?=\s(?:between|among|at|after|during|was|were|when|over|"
        r"with)\b|\s?[(.;]|\s?$|\s[ⓉⓍ])",
        sentence.masked[start:stop],
        re.IGNORECASE,
    ):
        found = outcome.phrase(sentence, start + match.start("x"), start + match.end("x"), commas=6)
        if found and not outcome.group_phrase(found):
            return found
    return ""


def _not_differ(sentence: Sentence) -> list[Finding]:
    made = []
    for match in _NOT_DIFFER.finditer(sentence.masked):
        name = _subject(sentence, match.start()) or _listed(sentence, match.start())
        if (
            not name
            or _BASELINE.search(sentence.masked[: match.end() + 90])
            or "baseline" in sentence.text[: match.end() + 60]
        ):
            continue
        stop = min(len(sentence.text), match.end() + 120)
        pair = naming.BETWEEN.match(sentence.masked[match.end() : stop].lstrip())
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
            arms = naming.pair(
                sentence,
                (base + pair.start("a1"), base + pair.end("a1")),
                (base + pair.start("a2"), base + pair.end("a2")),
            )
            end = base + pair.end()
        made.append(_none(sentence, name, arms, match.start(), end))
    return made


def _associated(sentence: Sentence) -> list[Finding]:
    made = []
    for match in _ASSOCIATED.finditer(sentence.masked):
        start = clauses.clause_start(sentence, match.start())
        exposure = outcome.exposure(sentence, start, match.start())
        if not exposure or clauses.verb_in(sentence, start, match.start()) is not None:
            continue
        listed = outcome.LIST_TAIL.match(sentence.masked[match.end() :])
        cut = sentence.masked[match.end() :].startswith(",")
        if cut and listed is None and re.match(r"^,\s[\w -]{2,40},?\s(?:and|or)\s", sentence.masked[match.end() :]):
            continue
        name = outcome.tidy(
            sentence.text[match.start("what") : match.end() + (listed.end() if listed else 0)], sentence
        )
        name = re.sub(r"\sand\s\w+ly\b.*$", "", name)
        if not name or (
            adjectival.ADJECTIVE.fullmatch(name)
            and estimate.SHARED_NOUN.match(sentence.masked[match.end() :].lstrip(" ("))
        ):
            continue
        claim = match["claim"].lower()
        way = Direction.NONE_DETECTED if "not" in claim else build.direction_words(name)
        if "negatively" in claim or "inversely" in claim:
            way = Direction.LOWER
        elif "positively" in claim:
            way = Direction.HIGHER
        name = re.sub(
            r"^(?:an?\s)?(?:significantly\s)?(?:increased|decreased|reduced|higher|lower|greater|"
            r"elevated)\s",
            "",
            name,
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
