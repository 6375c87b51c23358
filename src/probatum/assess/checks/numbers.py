"""Does every number of a statement stand in its sources?"""

from __future__ import annotations

import re

from probatum import vocabulary
from probatum.assess.case import Case, Read, key
from probatum.assess.registry import Answer, check
from probatum.model import Verdict
from probatum.text.expressions import expression
from probatum.text.quantities import Quantity
from probatum.text.statistics import PMention

_NAME = expression(
    r"(?<![\w/.])(?=[A-Za-z0-9-]*[A-Za-z])(?=[A-Za-z-]*[0-9])[A-Za-z]+(?:-?[0-9]+[A-Za-z]*)+(?:-[A-Za-z0-9]+)*(?!\w)"
)
_PER = expression(r"\b(?:per|of|in|(?:of|in|for|out of) (?:every|each)|out of)\s*\Z", re.IGNORECASE)
_FALL = expression(
    r"\b(?:lower\w*|less|fewer|fell|fall|falls|drop\w*|declin\w*|decreas\w*|reduc\w*|loss|lost|shorter|smaller|minus"
    r"|below|worse\w*|down|differ\w*|improv\w*|better|change\w*)\b",
    re.IGNORECASE,
)
_ALPHA = expression(r"(?:level|alpha|significan\w*|two-sided|threshold)[^.;]{0,24}\Z", re.IGNORECASE)
_ASIDE = expression(
    r"\((?:indirect|not quite what you asked): [^()]{0,300}\)|\(not studied in [^()]{0,200}\)"
    r"|\bnot for [^():;]{1,200} in particular\b|\bindirectness \([^()]{0,200}\)"
    r"|\bthe evidence is indirect: [^.;]{0,200}"
    r"|[;.] [^();.]{1,200} (?:is|are) not (?:among the indications|named there)\b",
    re.IGNORECASE,
)
_COUNTED = expression(
    r"\s+(?:[a-z-]+ ){0,4}(?:trials?|stud(?:y|ies)|series|reports?|reviews?|meta-analys[ei]s|sources?)\b", re.IGNORECASE
)
"""Sources that are counted by their design: `1 cohort study`, `1 case series`."""
_SOURCES = frozenset(("trials", "studies", "reviews", "sources"))
_PARTS = frozenset(("groups", "arms", ""))
LEVEL, QUANTILE = 95.0, "1.96"
"""Per cent of an interval, and the quantile of the normal distribution that belongs to it."""
_INTERVAL = expression(r"\s?%?\s?CI\b")


@check(
    name="numbers",
    purpose="Every number of the statement stands in its supports, or is the result of its stated calculation.",
    source="Rule: numbers are locked; no figure is shown that was not read or calculated in sight.",
    parameters={"tolerance": "none: 31 is not 31.2"},
)
def numbers(case: Case) -> Answer:
    """Number differs for a number, a p value, an interval, an n/N or a name with digits that the sources lack."""
    if not case.statement.supports:
        return None
    seen = 0
    for claim in case.claims:
        for fault in (_p(case, claim), _intervals(case, claim), _names(case, claim)):
            if fault:
                return Verdict.NUMBER_DIFFERS, fault
        aside = _aside(claim.text)
        for quantity in claim.quantities:
            if quantity.start in aside:
                continue
            seen += 1
            fault = _quantity(case, claim, quantity)
            if fault and not _named(claim, quantity):
                return Verdict.NUMBER_DIFFERS, fault
    return (Verdict.SUPPORTED, f"{seen} figures stand in the supports or in a calculation") if seen else None


def _named(claim: Read, quantity: Quantity) -> bool:
    """Whether a number belongs to a name of the vocabulary (`sodium-glucose cotransporter 2 inhibitors`): whether the
    sources speak of that thing, under whatever name, is asked by the check `subject`."""
    return _of_name(claim, quantity.start, quantity.number_end)


def _of_name(claim: Read, start: int, end: int) -> bool:
    """Whether characters lie in the name of a drug or of a class (`PCSK9 inhibitors`) that the vocabulary knows."""
    return any(
        m.start <= start and end <= m.end and m.term.semantic == "drug" and m.end - m.start > 8
        for m in vocabulary.load().find(claim.text)
    )


def _p(case: Case, claim: Read) -> str:
    known = [(m.relation, m.value) for source in case.sources for m in source.p]
    for mention in claim.p:
        if mention.value is None or (mention.relation, mention.value) in known:
            continue
        if _judged_p(case, claim, mention):
            continue
        return f"{mention.text!r} is not a p value of the supports"
    return ""


def _judged_p(case: Case, claim: Read, mention: PMention) -> bool:
    """`p < 0.05` as the level that was judged against, behind `significant`."""
    level = mention.value == case.alpha and _ALPHA.search(claim.text[: mention.start]) is not None
    # A table may print its p values without `p`: the number itself must then stand there.
    bare = (
        mention.relation == "="
        and not any(s.p for s in case.sources)
        and key(mention.value or 0) in case.source_numbers
    )
    return level or bare


def _intervals(case: Case, claim: Read) -> str:
    known = [(m.low, m.high) for source in case.sources for m in source.intervals]
    for mention in claim.intervals:
        if mention.kind not in ("CI", "CrI") or (mention.low, mention.high) in known:
            continue
        if any(low in (mention.low, mention.high) or high in (mention.low, mention.high) for low, high in known):
            return f"{mention.text!r} is not an interval of the supports"
    return ""


def _names(case: Case, claim: Read) -> str:
    aside = _aside(claim.folded)
    for found in _NAME.finditer(claim.folded):
        if found.start() in aside:
            continue
        name = _bare(found.group().lower())
        if name == "p450" and any("cyp" in text for text in case.context):
            continue
        if not any(name in _bare(text) for text in case.context) and not _of_name(claim, found.start(), found.end()):
            return f"{found.group()!r} is not named in the sources"
    return ""


def _aside(text: str) -> frozenset[int]:
    """The characters that say what the source does not speak of: what is named there stands in no source."""
    return frozenset(at for found in _ASIDE.finditer(text) for at in range(*found.span()))


def _bare(text: str) -> str:
    return text.replace("-", "").replace(" ", "")


def _quantity(case: Case, claim: Read, quantity: Quantity) -> str:
    if quantity.kind == "label":
        return _label(case, claim, quantity)
    if quantity.kind == "fraction":
        return _fraction(case, quantity)
    for number in quantity.numbers:
        if not _holds(case, claim, quantity, number):
            return f"{number:g} does not stand in the supports"
    return ""


def _holds(case: Case, claim: Read, quantity: Quantity, number: float) -> bool:
    value = key(number)
    if value in case.source_numbers or value in case.calculated or value in case.given:
        return True
    if value > 0 and key(-value) in case.source_numbers | case.calculated and _FALL.search(claim.text):
        # `15 points lower` for a printed -15.
        return True
    if quantity.kind == "year":
        return any(f"{number:.0f}" in (str(r.year), r.date[:4]) or f"{number:.0f}" in r.title for r in case.records)
    if 0 < value <= len(case.records) and (
        quantity.unit in _SOURCES or _COUNTED.match(claim.text[quantity.number_end :])
    ):
        return True
    if quantity.word and value == 1 and quantity.kind in ("number", "count", "duration"):
        return True
    if quantity.word and value == 2 and quantity.unit in _PARTS:
        return True
    if value == 1 and quantity.kind == "count" and quantity.unit in _SOURCES:
        return True
    before = claim.text[: quantity.start]
    if quantity.word and value <= 10 and _phrase(case, claim, quantity):
        return True
    if value in (10.0, 100.0, 1000.0) and _PER.search(before):
        return True
    if value == LEVEL and _of_interval(case, claim, quantity):
        return True
    if value == key(case.alpha) and (_ALPHA.search(before) or "significan" in before[-40:]):
        return True
    return _frequency(quantity, claim)


def _of_interval(case: Case, claim: Read, quantity: Quantity) -> bool:
    """Whether a number is the level of an interval whose ends are calculated with the quantile that belongs to it."""
    named = _INTERVAL.match(claim.text[quantity.number_end :])
    return bool(named) and any(QUANTILE in item.expression for item in case.statement.calculation)


def _phrase(case: Case, claim: Read, quantity: Quantity) -> bool:
    """A small number that belongs to a name (`three-drug regimen`, `two courses`): the source says it with its word."""
    following = (
        re.match(r"[\s-]+[A-Za-z]+", claim.folded[quantity.number_end :])
        if len(claim.folded) == len(claim.text)
        else None
    )
    phrase = (quantity.value_text + following.group()).lower() if following else ""
    return bool(phrase) and any(phrase in text for text in case.context)


def _frequency(quantity: Quantity, claim: Read) -> bool:
    """The number of a frequency (`3 times a day`, `every 8 hours`): the units check judges it with its dose."""
    for dose in claim.doses:
        if dose.frequency_per_day is not None and dose.start < quantity.start and quantity.end <= dose.end:
            return quantity.kind in ("number", "duration") and quantity.value != dose.amount
    return False


_ABBREVIATED = 3
"""Letters of a word that a full stop shortens, as `fig.` and `ref.`, and does not end a sentence."""


def _label(case: Case, claim: Read, quantity: Quantity) -> str:
    head = re.search(r"([A-Za-z.]+)\s?[-(]?\Z", claim.text[: quantity.start])
    word = head[1].lower().rstrip(".") if head else ""
    if head and head[1].endswith(".") and len(word) > _ABBREVIATED:
        return ""  # the sentence before ends there: `... of the group. One study found this`
    name = _bare(f"{word} {quantity.value_text.lower()}")
    digits = _bare(f"{word} {quantity.value:g}")
    if word in ("step", "section", "reference", "ref", "table", "figure", "fig", "box"):
        return "" if word in ("step", "section") else _missing(case, name, digits, word, quantity)
    return _missing(case, name, digits, word, quantity)


def _missing(case: Case, name: str, digits: str, word: str, quantity: Quantity) -> str:
    roman = {1: "i", 2: "ii", 3: "iii", 4: "iv", 5: "v"}.get(int(quantity.value), "")
    wanted = [name, digits] + ([_bare(f"{word} {roman}")] if roman else [])
    if any(w in _bare(text) for text in case.context for w in wanted) or key(quantity.value) in case.source_numbers:
        return ""
    return f"'{word} {quantity.value_text}' is not named in the sources"


def _fraction(case: Case, quantity: Quantity) -> str:
    if quantity.denominator is None:
        held = key(quantity.value) in case.source_numbers | case.calculated or quantity.text.lower() in " ".join(
            s.lower for s in case.sources
        )
        return "" if held else f"{quantity.text!r} does not stand in the supports"
    top, whole = key(quantity.value), key(quantity.denominator)
    if quantity.word and quantity.unit in _SOURCES and whole <= len(case.records):
        # `in one of the two trials`: counted over the sources cited.
        return ""
    if whole in (10.0, 100.0, 1000.0):
        percent = key(quantity.value * 100 / quantity.denominator)
        if percent in case.source_numbers or top in case.calculated or percent in case.calculated:
            return ""
    pairs = {(key(q.value), key(q.denominator)) for q in case.source_quantities if q.denominator is not None}
    if (top, whole) in pairs:
        return ""
    if any(top == n for n, _ in pairs):
        return f"{quantity.text!r}: the supports set this number against another total"
    for number in (top, whole):
        if number not in case.source_numbers and number not in case.calculated:
            return f"{number:g} does not stand in the supports"
    return ""
