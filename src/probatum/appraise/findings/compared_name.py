"""What two compared figures are of: an event, the subject of the clause, what a test showed, what befell people."""

from __future__ import annotations

import re
from typing import Final

from probatum.appraise.findings import befallen, clauses, outcome, predicates, who_did
from probatum.appraise.findings.arms import looks_human
from probatum.appraise.findings.layouts import Part
from probatum.appraise.findings.sentence import Sentence
from probatum.text.expressions import expression

CHANGE_NOUN = {
    "fell": "fall",
    "decreased": "decrease",
    "declined": "decline",
    "dropped": "drop",
    "reduced": "reduction",
    "rose": "rise",
    "increased": "increase",
    "improved": "improvement",
    "worsened": "worsening",
    "changed": "change",
}
SIZE_OF_CHANGE = expression(
    r"^(?:the\s)?(?:mean\s|median\s|average\s|percentage\s)*(?:reduction|increase|decrease|"
    r"improvement|change|rise|fall|decline|gain|drop|loss)s?\s(?:in|of|from)\b(?!\s(?:management|treatment|therapy|diagnosis|regimen)\b)",
    re.IGNORECASE,
)
LOSS = expression(
    r"(?:the\s)?(?:mean\s|median\s|average\s|percentage\s)*(?:reduction|decrease|fall|decline|drop|loss)s?\s(?:in|of)\b",
    re.IGNORECASE,
)
"""A size of change that says which way: of two with a minus sign, the lower figure is the greater fall."""
HEAD_OF_CHANGE = expression(
    r"(?<![\w-])(?P<noun>reductions?|increases?|decreases?|improvements?|changes?|falls?|"
    r"declines?)\sin\s[^ⓋⓂ()]{3,60}\s?[\[(]",
    re.IGNORECASE,
)
CHANGED = expression(
    r"(?<![\w-])(?<!not )(?:was\s|were\s)?(?P<verb>fell|decreased|declined|dropped|reduced|rose|increased|"
    r"improved|worsened|changed)"
    r"(?:\s(?:significantly|markedly|slightly|from baseline|on average))*\s(?:by\s)?(?:a\s(?:mean|"
    r"median)\s(?:of\s)?|an average of\s|about\s|approximately\s)?[\[(]?$",
    re.IGNORECASE,
)
"""A verb of change right before the first figure: the figures are sizes of change, not levels."""


def named(sentence: Sentence, parts: list[Part], first: int, last: int) -> str:
    """The outcome of a comparison; what people lost or gained is said to be a loss or a gain."""
    name = _told(sentence, parts, first, last) or _before_bracket(sentence, parts, first)
    name = name or _befell(sentence, parts, first, last)
    name = name or who_did.named(sentence, clauses.clause_start(sentence, first), first)
    moved = re.search(r"\b(lost|gained)\s", sentence.masked[clauses.clause_start(sentence, first) : first])
    if name and moved and not SIZE_OF_CHANGE.match(name):
        return f"loss of {name}" if moved[1] == "lost" else f"gain in {name}"
    return name


def _befell(sentence: Sentence, parts: list[Part], first: int, last: int) -> str:
    """What befell the people of two figures that stand before their arms: `X was replaced in 3% of A and 5% of B`."""
    if not all(p.value.percent or p.value.counted or p.value.events for p in parts) or parts[0].arm[0] < first:
        return ""
    start = clauses.clause_start(sentence, first)
    begin = clauses.skip_lead(sentence.masked, start, first)
    if begin >= first:
        return predicates.named(sentence, last, len(sentence.masked))
    return befallen.befell(sentence, begin, first)


_HEAD_OF_LIST: Final = expression(
    r"(?:(?<![\w-])(?:were|was|are|included?|including|affect(?:ed)?|such as|rates? of|incidence of)\s)"
    r"(?:the\s)?"
    r"(?P<np>(?:(?!\b(?:in|of|for|with|than|and|the|who|patients)\b(?!-))[\w-]+\s){0,4}[\w-]+)\s?[\[(]\s?$",
    re.IGNORECASE,
)


_DIFFERED_IN: Final = expression(
    r"\b(?:no|not|without)\s[^ⓋⓅⒸⓂⓇ;:()]{0,60}?\bdifferences?\s(?:(?:was|were)\s(?:\w+\s)?)?(?:in|for|of)\s(?:the\s)?(?P<np>[^ⓋⓅⒸⓂⓇ,;:()]{3,70}?)\s?[\[(]\s?$",
    re.IGNORECASE,
)
"""`No differences were seen in X (A: 5, B: 6)`."""


_UNDIFFERED: Final = expression(r"\bno\s[^ⓋⓅⒸⓂⓇ;:()]{0,60}?\bdifferences?\b", re.IGNORECASE)


def _before_bracket(sentence: Sentence, parts: list[Part], first: int) -> str:
    """The noun right before a bracket that holds both arms: `the most common were rash (9% in A v 1% in B)`."""
    opens = min(first, *(p.arm[0] for p in parts))
    differed = _DIFFERED_IN.search(sentence.masked, max(0, opens - 200), opens)
    if differed is not None and not outcome.has_verb(differed["np"]):
        return outcome.phrase(sentence, *differed.span("np"))
    if _UNDIFFERED.search(sentence.masked, 0, opens) and sentence.masked[:opens].rstrip().endswith(("(", "[")):
        start = clauses.clause_start(sentence, opens)
        item = outcome.list_item(sentence, start, len(sentence.masked[:opens].rstrip()) - 1)
        if item is not None and not outcome.has_verb(sentence.masked[slice(*item)]):
            return outcome.phrase(sentence, *item)
    if not all(p.value.percent or p.value.events for p in parts):
        return ""
    match = _HEAD_OF_LIST.search(sentence.masked[: min(first, *(p.arm[0] for p in parts))])
    return "" if match is None or outcome.has_verb(match["np"]) else outcome.phrase(sentence, *match.span("np"))


def _told(sentence: Sentence, parts: list[Part], first: int, last: int) -> str:
    """The outcome of a comparison: the events after the number, the clause's subject, or what the arms did."""
    noun = outcome.before_verb(parts[0].noun)
    start = clauses.clause_start(sentence, first)
    lead = sentence.masked[clauses.skip_lead(sentence.masked, start, first) : first].strip().lower()
    if noun and looks_human(noun) and _SAMPLED.search(sentence.masked, start, first):
        return ""
    if noun and all(p.value.counted for p in parts) and not looks_human(noun):
        return "" if _counted_before(sentence, noun, first) else outcome.tidy(noun, sentence)
    if not lead or lead in ("overall", "about"):
        return outcome.of_event(sentence, last)
    before_arm = _before_arm(sentence, parts[0], start, first)
    named = outcome.phrase(sentence, *before_arm) if before_arm is not None else ""
    if named:
        return named
    told = _REPORTED_IN.search(sentence.masked, start, first) or _DETECTED.match(sentence.masked[:first], start)
    if told is not None and not outcome.has_verb(told["np"]):
        return outcome.phrase(sentence, *told.span("np"))
    opened = re.search(r"[\[(]\s?(?:mean|median)?[\s,:]{0,2}$", sentence.masked[start:first])
    item = outcome.list_item(sentence, start, start + opened.start()) if opened else None
    if item is not None and not outcome.has_verb(sentence.masked[slice(*item)]):
        name = outcome.phrase(sentence, *item)
        head = HEAD_OF_CHANGE.search(sentence.masked[start : item[0]])
        return f"{head['noun'].lower()} in {name}" if name and head and not SIZE_OF_CHANGE.match(name) else name
    if item is not None:
        start = item[0]
    if (brought := _BROUGHT.search(sentence.masked, start, first)) is not None:
        return outcome.phrase(sentence, *brought.span("np"))
    if re.search(
        r"\b(?:(?:was|were|is|are) (?:\w+ly )?(?:associated with|related to)|resulted in|led to)\b",
        sentence.masked[start:first],
    ):
        return ""
    found = outcome.between(sentence, first, last, start, keep_change=True)
    if all(p.value.percent or p.value.events for p in parts) and not CHANGED.search(sentence.masked, start, first):
        return outcome.occurring(sentence, found, start, first)
    return found


_SAMPLED: Final = expression(
    r"\b(?:available|included|enrolled|recruited|randomi[sz]ed|assigned|allocated|analy[sz]ed|studied|evaluated|eligible|"
    r"screened|collected|obtained|missing)\b",
    re.IGNORECASE,
)
"""How many people there were, and no event."""
_REPORTED_IN: Final = expression(
    r"\b(?:was|were)\s(?:the\s)?(?P<np>[a-z][^,;:()ⓋⓅⒸ]{2,60}),\s(?:which\s(?:was\s|were\s)?)?(?:reported|observed|seen|noted|occurring|"
    r"occurred|found|experienced|recorded)\s(?:in|by)\s(?:only\s)?$",
    re.IGNORECASE,
)
"""`The commonest event was X, reported in 17 with A and 28 with B`: X."""
_DETECTED: Final = expression(
    r"\s?[^ⓋⓅⒸⓂⓇ,;:()]{2,60}?\s(?:detected|showed|revealed|identified|disclosed|demonstrated|confirmed)\s(?:an?\s|the\s)?"
    r"(?P<np>(?!no\s|that\s)[a-z][^ⓋⓅⒸⓂⓇ,;:()]{2,60}?)\sin\s(?:only\s)?$",
    re.IGNORECASE,
)
"""`The scan detected X in 17 with A and 16 with B`: X."""


def _counted_before(sentence: Sentence, noun: str, first: int) -> bool:
    """`200 pupils took part, with 74 pupils in A and 65 in B`: how many there were."""
    head = re.escape(noun.split()[-1])
    return re.search(rf"Ⓥ\s(?:[\w-]+\s){{0,2}}{head}\b", sentence.masked[:first], re.IGNORECASE) is not None


_BROUGHT: Final = expression(
    r"\b(?:led|lead|resulted)\s(?:to|in)\s(?:an?\s)?(?:(?:statistically|significantly|significant|clinically)\s)*"
    r"(?:(?:increases?|reductions?|decreases?|improvements?|rise|fall)\sin|more|less|fewer|greater|higher|lower|better|worse"
    r"|longer|shorter|larger|smaller)\s(?:the\s)?(?P<np>[^ⓋⓅⒸⓂⓇ,;:()]{3,80}?)\s?[\[(][^()\[\]Ⓥ]{0,40}$",
    re.IGNORECASE,
)
"""`A led to less pain (A 3.1, B 5.2)`: pain."""


def _before_arm(sentence: Sentence, part: Part, start: int, first: int) -> tuple[int, int] | None:
    """`The rate in the A group (93%)`, `the rate for A was 60%`: the outcome ends before the arm's preposition."""
    if not start < part.arm[0] < first:
        return None
    begin = clauses.skip_lead(sentence.masked, start, part.arm[0])
    before = sentence.masked[begin : part.arm[0]]
    cut = re.search(r"\s(?:in|for|with|among|of|on|after)\s(?:the\s)?(?:[\w-]+\s(?:in|of|from)\s(?:the\s)?)?$", before)
    if cut is None or outcome.has_verb(before):
        return None
    return begin, begin + cut.start()
