"""Figures first, then in turn whose they are: `survival was 16 and 28 months with A and B, respectively`.

In a bracket the words may be left out that say so: `mortality was alike (9% vs 10% with A and B, HR 0.9)`. Names behind
`for` that are no groups are part of the outcome: `the prevalence was 9% and 10% for X and Y, respectively`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from probatum.appraise.findings import arms as arm_names
from probatum.appraise.findings import clauses, comparison, outcome, respective
from probatum.appraise.findings.layouts import Part, sound
from probatum.appraise.findings.sentence import Sentence
from probatum.appraise.findings.values import Place, Value
from probatum.model import Finding
from probatum.text.expressions import expression

_ASIDE: Final = r"(?:\s?[\[(]\s?[ⒸⓇⓃ]+\s?[\])])?"
_VALUES: Final = (
    rf"(?P<values>Ⓥ+{_ASIDE}(?:,\sⓋ+{_ASIDE}){{0,4}},?\s(?:and|vs\.?|versus|compared (?:with|to))\sⓋ+{_ASIDE})"
)
_NAMES: Final = (
    r"(?:\s(?:of\s)?(?:the\s)?(?:patients|participants|women|men|children|cases|subjects))?"
    r"\s(?P<prep>in|for|with|among|on|during)\s(?:the\s|patients\s(?:on|with|receiving)\s)?"
    r"(?P<names>[^ⓋⓅⒸⓂⓇ;:()\[\]]{5,160}?)"
)
_AFTER_VERB: Final = expression(
    rf"\s(?:was|were|reached|averaged|occurred in|(?:was|were) (?:seen|observed|found|reported|noted) in)\s"
    rf"{_VALUES}{_NAMES},?\srespectively\b",
    re.IGNORECASE,
)
_IN_BRACKET: Final = expression(
    rf"\s[\[(]{_VALUES}{_NAMES}(?:,?\srespectively)?(?=\s?[;\])]|,\s(?:Ⓟ|[a-z]*\s?(?:HR|OR|RR|hazard|odds|risk|difference)))",
    re.IGNORECASE,
)
_STATE: Final = expression(r"(?:(?:was|were|is|are|did|occurred|remained)\b[^Ⓥ;:()]{0,60})?", re.IGNORECASE)
_JOINT: Final = expression(r",\s(?:and\s|versus\s)?|\s(?:and|versus|vs\.?)\s(?:the\s|with\s|in\s|for\s|those\swith\s)?")
_SHARED: Final = expression(
    r"\s(?P<noun>groups|arms|cohorts|patients|women|men|children|recipients|subjects|participants|users|conditions|phases|"
    r"trials|periods)$",
    re.IGNORECASE,
)
_SHORT: Final = expression(r"[\w+-]*[A-Z]{2,}[\w+/-]*")
"""A name by its letters: `HBP`, `n-DES`."""


def read(sentence: Sentence, used: set[int]) -> list[Finding]:
    """A finding of each such stretch whose figures are free and whose names are as many."""
    made: list[Finding] = []
    for pattern in (_AFTER_VERB, _IN_BRACKET):
        for match in pattern.finditer(sentence.masked):
            values = [v for v in sentence.values if match.start("values") <= v.start < match.end("values")]
            names = _names(sentence, match.span("names"))
            if len(values) != len(names) or len(values) < 2 or any(v.start in used for v in values):
                continue
            name = _outcome(sentence, match.start())
            found = _told(sentence, name, match, values, names) if name else []
            if found:
                used.update(v.start for v in values)
            made.extend(found)
    return made


def _outcome(sentence: Sentence, stop: int) -> str:
    """The subject of the clause that the figures close; empty where more than a state stands between."""
    start = clauses.clause_start(sentence, stop)
    start = clauses.skip_lead(sentence.masked, start, stop)
    place = clauses.subject_place(sentence, start, stop)
    if place is None or "Ⓥ" in sentence.masked[start:stop] or _STATE.fullmatch(sentence.masked, place[1], stop) is None:
        return ""
    return outcome.phrase(sentence, *place)


def _names(sentence: Sentence, place: Place) -> list[Place]:
    """The places of the names of a list."""
    places: list[Place] = []
    begin = place[0]
    for joint in _JOINT.finditer(sentence.masked, *place):
        places.append((begin, joint.start()))
        begin = joint.end()
    return [*places, (begin, place[1])]


def _told(
    sentence: Sentence, name: str, match: re.Match[str], values: Sequence[Value], places: Sequence[Place]
) -> list[Finding]:
    """The comparison of the groups; or, of what are none, one finding of each."""
    texts = [sentence.text[slice(*place)] for place in places]
    shared = _SHARED.search(texts[-1])
    noun = " " + shared["noun"].rstrip("s") if shared is not None else ""
    if shared is not None and shared["noun"] in ("women", "men", "children"):
        noun = " " + shared["noun"]
    bare = [*texts[:-1], texts[-1][: shared.start()] if shared is not None else texts[-1]]
    said = [arm_names.clean(f"{text}{noun}", sentence.context) for text in bare]
    groups = bool(noun) or all(_SHORT.fullmatch(text) for text in bare)
    groups = groups or all(arm_names.arm_like(s, s, sentence.context) for s in said)
    if not all(said) or any(text.endswith("-") or outcome.has_verb(text) for text in texts):
        return []
    if groups and all(arm_names.valid(s) for s in said):
        parts = [Part(v.start, v.end, s, place, v) for v, s, place in zip(values, said, places, strict=True)]
        found = (
            comparison.told(sentence, parts, match.end(), set(), name) if sound(sentence, parts, sure=True) else None
        )
        return [found] if found is not None else []
    if match["prep"].lower() != "for" or len({v.percent for v in values}) > 1:
        return []
    named = [outcome.tidy(f"{name} for {text}", sentence) for text in texts]
    if not all(named):
        return []
    return [respective.one(sentence, n, v) for n, v in zip(named, values, strict=True)]
