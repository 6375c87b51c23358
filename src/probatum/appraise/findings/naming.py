"""The two arms that words name apart from their figures: `between A and B`, `higher in A than in B`."""

from __future__ import annotations

import re
from typing import Final

from probatum.appraise.findings import arms as arm_names
from probatum.appraise.findings import clauses
from probatum.appraise.findings.arms import PEOPLE
from probatum.appraise.findings.sentence import Sentence
from probatum.appraise.findings.values import Place
from probatum.model import Arm, ArmResult, Span
from probatum.text.expressions import expression, made_by

VS: Final = r"(?:versus|vs\.?|(?-i:v\.?)|against|(?:as )?compared (?:with|to)|in comparison (?:with|to|of)|compare to)"


_A2: Final = (
    r"(?P<a2>[^ⓋⓅⒸⓇ,;:()]{2,70}?)(?=\s?[,;:(\[]|\s?$|\s(?:at|after|during|within|over)\s|\sⓉ|"
    r"\s(?:was|were|had|experienced|reported|developed|showed|required|achieved|did|have|has|died)\s)"
)


_VERBS: Final = (
    r"(?:had|was|were|showed|experienced|have|reported|required|spent|achieved|demonstrated|lost|gained|"
    r"developed|received)"
)


_PREPOSED: Final = expression(
    rf"(?<![\w-])(?:in|with|for|among|on|of|after|by|from)\s(?P<a1>(?:(?!\b(?:{_VERBS}|than|"
    rf"compared)\b)[^ⓋⓅⒸⓇ,;:()]){{2,70}}?),?\s(?:than|{VS}|relative to)\s"
    rf"(?!those\b)(?:in\s|with\s|for\s|among\s|on\s|of\s|after\s|that\s(?:in|of|with)\s|those\s(?=who|"
    rf"receiv|treat|given|assign))*{_A2}",
    re.IGNORECASE,
)


_ACTED: Final = (
    r"(?:(?:significantly|markedly|substantially)\s)?(?:reduced|lowered|decreased|increased|improved|prevented|"
    r"shortened|prolonged|"
    r"resulted in|led to|produced|was associated with|were associated with)"
)


_SUBJECT: Final = expression(
    rf"(?P<a1>^[^ⓋⓅⒸⓇ,;:()]{{3,70}}?)\s(?:{_VERBS}|{_ACTED})\s[^ⓋⓅⒸⓇ;:()]{{3,90}}?,?\s(?:than|{VS}|"
    rf"relative to)\s(?:in\s|with\s|for\s|of\s|the\s|those\s(?=in|of|with|who|receiv|treat|given|"
    rf"assign|on))*{_A2}",
    re.IGNORECASE,
)


_PARALLEL: Final = expression(
    rf"(?<![\w-])(?P<prep>in|with|for|among|on|after)\s(?P<a1>(?:(?!\b(?:(?P=prep)|than|had|was|were|"
    rf"compared|versus)\b)[^ⓋⓅⒸⓇ,;:()]){{2,70}}?),?\s(?:(?:than|{VS}|"
    rf"relative to)\s(?:that\s)?(?P=prep)\s|{VS}\s)(?P<a2>[^ⓋⓅⒸⓇ,;:()]{{2,70}}?)(?=\s?[,;:(\[]|\s?$|"
    rf"\s(?:at|after|during|within|over)\s|\sⓉ|\s(?:was|were|had|experienced|reported|developed|showed|"
    rf"required|achieved|did|have|has|died)\s)",
    re.IGNORECASE,
)


BETWEEN: Final = expression(
    r"between\s(?:the\s)?(?P<a1>[^ⓋⓅⒸⓇ,;:()]{2,70}?)\s(?:and|versus|"
    r"vs\.?)\s(?P<a2>[^ⓋⓅⒸⓇ,;:()]{2,70}?)(?=\s?[,;:(\[.]|\s?$|\s(?:in terms|with re|in|at|after|for|"
    r"with|on|were|was|regarding|during)\s|\sⓉ)",
    re.IGNORECASE,
)


_ACTING: Final = expression(
    r"[^()\[\]]{0,60}[\])](?:[^;.()\[\]]|[\[(][^()\[\]]{0,80}[\])]){0,220}?\s(?:(?:was|were)\s(?:\w+ly\s|the\s|more\s|most\s|less\s|"
    r"least\s)*(?:effective|efficacious|beneficial|superior|inferior)\b|had\s(?:an?\s)?(?:\w+\s){0,2}effects?\b)",
    re.IGNORECASE,
)


_LISTS_FACTORS: Final = expression(
    r"\b(?:regimens|factors|predictors|treatments|drugs|agents|variables|interventions|following|determinants)\b[^;]*(?:\bincluding\b|:|\bwere\b)"
    r"[^;]*;",
    re.IGNORECASE,
)


def of_factors(masked: str, start: int) -> bool:
    """`Several drugs lowered X, including A (RR ..); B (RR ..)`: what stands between semicolons is a factor."""
    return masked[:start].rstrip().endswith(";") and _LISTS_FACTORS.search(masked, 0, start) is not None


def acted(masked: str, position: int) -> bool:
    """`A (SMD ...) was more effective`: what stands before the bracket that is open at a position is a treatment."""
    return _ACTING.match(masked, position) is not None


IN_GROUP: Final = expression(
    r"^.*\b(?:in|from|of)\s(?:the\s)?(?=[^ⓋⓅⒸ]*\b(?:groups?|arms?)(?:\s\w)?\s*$)", re.IGNORECASE
)


def trimmed(sentence: Sentence, places: list[Place]) -> list[Place]:
    """`rabeprazole and ranitidine groups`: the shared plural at the end belongs to all and is left out."""
    start, end = places[-1]
    tail = re.search(r"\s(?:groups|arms|recipients|cohorts)$", sentence.masked[start:end])
    return [*places[:-1], (start, start + tail.start())] if tail and tail.start() > 0 else places


_MORE: Final = expression(
    rf"(?:^|[;,]\s)(?:significantly\s)?(?:more|"
    rf"fewer)\s(?P<a1>[^ⓋⓅⒸⓇ,;:()]{{2,50}}?)\sthan\s(?P<a2>[^ⓋⓅⒸⓇ,;:()]{{2,50}}?)\s(?:{PEOPLE})?\s?(?:h"
    rf"ad|experienced|reported|developed|showed|required|achieved|received)\s",
    re.IGNORECASE,
)


_COMPARED_LEAD: Final = expression(
    r"^(?:as )?compared (?:with|to)\s(?P<a2>[^ⓋⓅⒸⓇ,;:()]{2,60}?),\s(?P<a1>[^ⓋⓅⒸⓇ,;:()]{2,70}?)\s(?"
    r":had|were|lost|gained|showed|experienced|reported|spent|required|achieved|significantly|"
    r"produced|reduced|increased|improved|decreased|lowered)\s",
    re.IGNORECASE,
)


def more_than(sentence: Sentence, stop: int) -> tuple[Place, Place] | None:
    """`More A than B patients had X (27% v 18%)`, `Compared with B, A had a longer X (4.8 v 0.8)`."""
    for pattern in (_MORE, _COMPARED_LEAD):
        match = pattern.search(sentence.masked[:stop])
        if match is not None:
            return group_in(sentence.masked, match.span("a1")), group_in(sentence.masked, match.span("a2"))
    return None


_HAD_MORE: Final = expression(
    rf"^[^ⓋⓅⒸⓇ,;:()]{{3,70}}?\s{_VERBS}\s(?:an?\s)?(?:\w+ly\s)*(?:higher|lower|greater|longer|shorter|more|fewer|"
    rf"less|smaller|"
    r"larger|better|worse)\s",
    re.IGNORECASE,
)
"""`Patients with A had a higher rate of X than controls`: the people compared stand first."""


def named_before(sentence: Sentence, stop: int) -> tuple[Place, Place] | None:
    """The two arms that the clause before a bracket compares."""
    start = clauses.clause_start(sentence, stop)
    start = clauses.skip_lead(sentence.masked, start, stop)
    text = sentence.masked[start:stop].rstrip()
    best: re.Match[str] | None = None
    had = _SUBJECT.search(text)
    people = had is not None and _HAD_MORE.match(text) and arm_names.looks_human(had["a1"])
    for pattern in (BETWEEN, _PARALLEL, *((_SUBJECT,) if people else (_PREPOSED, _SUBJECT))):
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
    if made_by(best, _PREPOSED):
        one = _last_noun(text, one)
    elif made_by(best, _SUBJECT) and not (
        arm_names.looks_human(text[slice(*one)]) or arm_names.arm_like(name, text[slice(*one)], sentence.context)
    ):
        return None
    one, two = group_in(text, one), group_in(text, two)
    return (start + one[0], start + one[1]), (start + two[0], start + two[1])


_GROUPS: Final = expression(
    rf"(?<![\w-])(?:groups?|arms?|{PEOPLE}|those|controls?|placebo)(?![\w-])|\bthan\b", re.IGNORECASE
)


def named_earlier(sentence: Sentence, stop: int) -> tuple[Place, Place] | None:
    """`X was similar between A and B, as was Y (12 v 14)`: the arms of an earlier clause, when this one names none."""
    start = clauses.clause_start(sentence, stop)
    opening = max(sentence.masked.rfind(", ", 0, stop), sentence.masked.rfind(" but ", 0, stop), start)
    if _GROUPS.search(sentence.masked[opening:stop]):
        return None
    found = list(BETWEEN.finditer(sentence.masked, 0, opening))
    return (found[0].span("a1"), found[0].span("a2")) if len(found) == 1 else None


def group_in(text: str, place: Place) -> Place:
    """`patients with ARF in the NPPV group` is cut to `NPPV group`."""
    match = IN_GROUP.match(text[place[0] : place[1]])
    return (place[0] + match.end(), place[1]) if match else place


def _last_noun(text: str, place: Place) -> Place:
    """`in serum glucose in the treated group` is cut to what follows the last preposition before a group."""
    inner = text[place[0] : place[1]]
    cut = max(
        (m.end() for m in re.finditer(r"\b(?:in|among|for|with)\s(?=(?:the\s|those\s)?[\w-]+)", inner)), default=0
    )
    return (place[0] + cut, place[1])


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
    two = trimmed(sentence, [one, two])[-1]
    for place in (one, two):
        name = arm_names.clean(sentence.text[place[0] : place[1]], sentence.context)
        if not arm_names.valid(name, sentence.masked[place[0] : place[1]]):
            return ()
        likely = likely or arm_names.arm_like(name, sentence.masked[place[0] : place[1]], sentence.context)
        made.append(ArmResult(name, control=arm_names.is_control(name, sentence.context)))
    return tuple(made) if likely and made[0].arm.lower() != made[1].arm.lower() else ()


_TWO_GROUPS: Final = expression(
    r"\b(?:between|in|for|with|among|across)\s(?:the\s)?(?:two\s|both\s|2\s|study\s|"
    r"treatment\s)*(?:groups|arms|treatments)\b",
    re.IGNORECASE,
)


_WORD: Final = expression(r"[A-Za-z]{3}")
_ODD: Final = expression(
    r"\b(?:times|years?|days?|weeks?|months?)$|^(?:i\.?e|e\.?g|course|matched)\b|\d-year", re.IGNORECASE
)
"""Names that a study's text gave and that name no arm by themselves."""


def study_pair(sentence: Sentence) -> tuple[tuple[ArmResult, ...], tuple[Span, ...]]:
    """The study's two arms where the sentence speaks of `the two groups`, with the characters that name them."""
    return _study_arms(sentence) if _TWO_GROUPS.search(sentence.text) else ((), ())


def study_other(sentence: Sentence) -> tuple[ArmResult | None, tuple[Span, ...]]:
    """The arm of a two-arm study that is no control, where a sentence says only `compared with placebo`."""
    arms, spans = _study_arms(sentence)
    return (arms[0], spans[:1]) if arms and arms[1].control and not arms[0].control else (None, ())


def study_arms(sentence: Sentence) -> tuple[Arm, ...]:
    """The study's two arms when their names name arms, as it lists them; else none."""
    return sentence.context.study.arms if _study_arms(sentence)[0] else ()


def _study_arms(sentence: Sentence) -> tuple[tuple[ArmResult, ...], tuple[Span, ...]]:
    """The study's two arms, the control last, when their names name arms."""
    arms = sentence.context.study.arms
    if len(arms) != 2 or arms[0].name.lower() == arms[1].name.lower():
        return (), ()
    if any(not arm_names.valid(a.name) or not _WORD.search(a.name) or _ODD.search(a.name) for a in arms):
        return (), ()
    ordered = sorted(arms, key=lambda a: a.control)
    return tuple(ArmResult(a.name, control=a.control) for a in ordered), tuple(a.span for a in ordered)
