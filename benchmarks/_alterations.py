"""One thing changed in a true sentence: the kinds of mistakes that texts on trials make, each a small function.

Each takes the sentence, a source of chance and what else its article speaks of, and gives the changed sentence, or None
where the sentence holds nothing of that kind. Word lists are general; none knows an article.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from random import Random
from typing import Final, NamedTuple

from probatum import vocabulary

_NUMBER: Final = re.compile(r"(?<![\w.,/-])[0-9]+(?:\.[0-9]+)?(?![\w]|[.,][0-9]|-[0-9])")
_P: Final = re.compile(r"\b([Pp]\s?[=<>\u2264]\s?)(0?\.[0-9]+)")
_MARK: Final = re.compile(r"\[[0-9][0-9,;\u2013 -]*\]")
"""A citation inside what is quoted: no result."""
_DOSE: Final = re.compile(
    r"(?<![\w.,/-])([0-9]+(?:\.[0-9]+)?)(?=[\s-]?(?:mg|mcg|\u03bcg|\u00b5g|g|IU|ml|mL)\b(?!/d[lL]))"
)
_MEASURE: Final = re.compile(
    r"(?<=[0-9])([\s-]?)(mg|mcg|\u03bcg|\u00b5g|g|kg|mmol|\u03bcmol|cm|mm|ml|mL|minutes|min|hours|h)\b"
)
_TIME: Final = re.compile(
    r"(?<![\w.,/-])(?:([0-9]{1,3})([\s-])(hour|day|week|month|year)(s?)\b|\b([Dd]ay|[Ww]eek|[Mm]onth)(\s)([0-9]{1,3})\b)"
)
_UNITS: Final = {
    "mg": "g", "mcg": "mg", "\u03bcg": "mg", "\u00b5g": "mg", "g": "mg", "kg": "g", "mmol": "mol", "\u03bcmol": "mmol",
    "cm": "mm", "mm": "cm", "ml": "l", "mL": "L", "minutes": "hours", "min": "h", "hours": "minutes", "h": "min",
}  # fmt: skip
_SPANS: Final = {"hour": "day", "day": "week", "week": "month", "month": "week", "year": "month"}
_NOT_A_RESULT: Final = re.compile(
    r"(?:\b[Pp]\s?[=<>\u2264]\s?|\b(?:Table|Figure|Fig\.?|type|grade|stage|ref\.?|NCT)\s?)\Z"
)
_WAYS: Final = (
    ("higher", "lower"), ("more", "less"), ("greater", "smaller"), ("increased", "decreased"), ("increase", "decrease"),
    ("improved", "worsened"), ("improvement", "worsening"), ("better", "worse"), ("longer", "shorter"),
    ("reduced", "increased"), ("reduction", "increase"), ("fewer", "more"), ("rose", "fell"), ("superior", "inferior"),
    ("less", "more"), ("lower", "higher"), ("smaller", "greater"), ("decreased", "increased"),
    ("decrease", "increase"), ("shorter", "longer"), ("worse", "better"),
)  # fmt: skip
_NEGATIONS: Final = (
    (r"\bdid not differ\b", "differed"),
    (r"\bdid not (change|increase|decrease|improve|reduce|affect|show|result|lead|appear)\b", r"did \1"),
    (r"\b(was|were|is|are|had|has|have|could|can|does|do) not\b", r"\1"),
    (r"\bno (evidence|effect|adverse)", r"an \1"),
    (r"\bNo (evidence|effect|adverse)", r"An \1"),
    (r"\bno (significant|statistically|clinically|serious|difference|change)", r"a \1"),
    (r"\bNo (significant|statistically|clinically|serious|difference|change)", r"A \1"),
    (
        r"(?<!\bno )\A(?!.*\b(?:[Nn]o|[Nn]one|[Nn]ot|[Nn]either|[Nn]or)\b)(.*?\b(?:was|were)) "
        r"(significantly|associated|different|observed|similar|reported|found)\b",
        r"\1 not \2",
    ),
    (r"\bdiffered\b", "did not differ"),
    (r"\bsignificantly (improved|reduced|increased|decreased|lowered)\b", r"did not significantly affect"),
)
_HEDGES: Final = (
    (r"\b(?:may|might|could) (?=[a-z])(?!not\b)", "will "),
    (r"\bsuggest(?:s|ed)?(?: that)?\b", "proves that"),
    (r"\bappear(?:s|ed)? to\b", "will"),
    (r"\bseem(?:s|ed)? to\b", "will"),
    (r"\btended to\b", "did"),
    (r"\b(?:possibly|probably|potentially|perhaps|likely) ", "certainly "),
)
_PEOPLE: Final = (
    ("adults", "children"), ("adult", "paediatric"), ("children", "adults"), ("infants", "adults"), ("women", "men"),
    ("men", "women"), ("elderly", "young"), ("older", "younger"), ("adolescents", "older people"), ("boys", "girls"),
    ("girls", "boys"), ("female", "male"), ("male", "female"), ("mothers", "fathers"), ("pregnant", "non-pregnant"),
    ("postmenopausal", "premenopausal"), ("healthy", "critically ill"), ("outpatients", "inpatients"),
)  # fmt: skip
_OUTCOMES: Final = (
    "mortality", "pain", "nausea", "vomiting", "headache", "fatigue", "quality of life", "blood pressure", "heart rate",
    "body weight", "cholesterol", "depression", "anxiety", "sleep", "bleeding", "hospitalization", "infection",
    "progression-free survival", "overall survival", "HbA1c", "hemoglobin", "fever", "cough", "dizziness", "adherence",
    "body mass index", "triglycerides", "bone mineral density", "response rate", "remission", "relapse", "insomnia",
)  # fmt: skip
_CONTROLS: Final = frozenset(("placebo", "control", "controls", "saline", "sham", "vehicle"))
_APART: Final = re.compile(r"\b(?:than|compared (?:with|to)|versus|vs\.?)\b|[0-9][^.]*\b(?:and|respectively)\b")
_ALIKE: Final = re.compile(
    r"\b(?:no|not|similar|both|neither|comparable|between|either|equal\w*|equivalent|same|random\w*|non-?inferior\w*)\b",
    re.IGNORECASE,
)


class Around(NamedTuple):
    """What a sentence's article speaks of."""

    outcomes: tuple[str, ...]


Alteration = Callable[[str, Random, Around], "str | None"]


def around(text: str) -> Around:
    """The outcomes of the list that a text names."""
    low = text.lower()
    return Around(tuple(o for o in _OUTCOMES if o.lower() in low))


def _put(text: str, start: int, end: int, new: str) -> str:
    return text[:start] + new + text[end:]


def number(text: str, chance: Random, _: Around) -> str | None:
    """One digit of a result: neither a dose, a time, a p value nor a level of confidence."""
    taken = [m.span() for r in (_P, _DOSE, _TIME, _MARK) for m in r.finditer(text)]
    free = [
        m
        for m in _NUMBER.finditer(text)
        if not any(a <= m.start() < b for a, b in taken)
        and m.group() not in ("95", "0", "1", "2", "3")
        and not 1900 <= float(m.group()) <= 2030
        and not _NOT_A_RESULT.search(text[: m.start()])
    ]
    if not free:
        return None
    found = chance.choice(free)
    raw = found.group()
    at = chance.choice([i for i, c in enumerate(raw) if c.isdigit() and (i < len(raw) - 1 or len(raw) == 1)])
    new = chance.choice([d for d in "123456789" if d != raw[at]])
    return _put(text, found.start() + at, found.start() + at + 1, new)


def unit(text: str, chance: Random, _: Around) -> str | None:
    """A unit of mass, length, volume or time."""
    found = list(_MEASURE.finditer(text))
    if not found:
        return None
    one = chance.choice(found)
    return _put(text, one.start(2), one.end(2), _UNITS[one[2]])


def dose(text: str, chance: Random, _: Around) -> str | None:
    """Ten times a dose, or a tenth."""
    found = list(_DOSE.finditer(text))
    if not found:
        return None
    one = chance.choice(found)
    value = float(one[1]) * chance.choice((10, 0.1))
    return _put(text, *one.span(1), f"{value:.6g}")


def p(text: str, chance: Random, _: Around) -> str | None:
    """A p value: ten times, or one on the other side of 0.05."""
    found = [m for m in _P.finditer(text) if float(m[2])]
    if not found:
        return None
    one = chance.choice(found)
    value = float(one[2])
    new = value * 10 if value < 0.1 else value / 10
    return _put(text, *one.span(2), f"{new:.6g}")


def direction(text: str, chance: Random, _: Around) -> str | None:
    """Higher for lower."""
    found = [(m, new) for old, new in _WAYS for m in re.finditer(rf"\b{old}\b", text)]
    found = [(m, new) for m, new in found if not re.match(r"\s(?:than\s[0-9]|or\b|limb|back|detail)", text[m.end() :])]
    if not found:
        return None
    one, new = chance.choice(found)
    return _put(text, *one.span(), new)


def _first(text: str, table: tuple[tuple[str, str], ...]) -> str | None:
    for pattern, new in table:
        made = re.sub(pattern, new, text, count=1)
        if made != text:
            return made
    return None


def negation(text: str, _: Random, __: Around) -> str | None:
    """`Did not differ` becomes `differed`, or the other way round."""
    return _first(text, _NEGATIONS)


def hedge(text: str, _: Random, __: Around) -> str | None:
    """`May` becomes `will`, `suggests` becomes `proves`."""
    return _first(text, _HEDGES)


def arm(text: str, _: Random, __: Around) -> str | None:
    """Two treatments change places, where the sentence sets them apart."""
    if not _APART.search(text) or _ALIKE.search(text):
        return None
    places: dict[str, list[tuple[int, int]]] = {}
    for start, end in _drugs(text):
        places.setdefault(text[start:end].lower(), []).append((start, end))
    for found in re.finditer(r"[A-Za-z]+", text):
        if found.group().lower() in _CONTROLS:
            places.setdefault(found.group().lower().rstrip("s"), []).append(found.span())
    if len(places) != 2:
        return None
    one, two = places
    if len(places[one]) == len(places[two]) == 1 and _listed(text, places[one][0], places[two][0]):
        return None
    swaps = sorted([(*s, two) for s in places[one]] + [(*s, one) for s in places[two]], reverse=True)
    for start, end, new in swaps:
        text = _put(text, start, end, new)
    return text


_ONE_LIST: Final = re.compile(r"(?:\s[\w.-]{1,12})?\s?(?:,|,?\s(?:and|or|plus|with)|/|\+)\s?(?:the\s)?", re.IGNORECASE)


def _listed(text: str, one: tuple[int, int], two: tuple[int, int]) -> bool:
    """True of two names of one list, whose order says nothing: `A, B and the combination`."""
    first, second = sorted((one, two))
    return "respectively" not in text.lower() and _ONE_LIST.fullmatch(text, first[1], second[0]) is not None


def outcome(text: str, chance: Random, near: Around) -> str | None:
    """Another outcome, where it can be one that the article measures too."""
    low = text.lower()
    if re.search(r"\b(?:outcome|end ?point)", low) and re.search(r"\bprimary\b|\bsecondary\b", low):
        if "primary" in low:
            return re.sub(r"\b[Pp]rimary\b", "secondary", text, count=1)
        return re.sub(r"\b[Ss]econdary\b", "primary", text, count=1)
    here = [o for o in _OUTCOMES if re.search(rf"\b{re.escape(o)}\b", text)]
    others = [o for o in near.outcomes if o.lower() not in low] or [o for o in _OUTCOMES if o.lower() not in low]
    if not here:
        return None
    old = chance.choice(here)
    return re.sub(rf"\b{re.escape(old)}\b", chance.choice(others), text)


def population(text: str, chance: Random, _: Around) -> str | None:
    """Other people."""
    found = [(old, new) for old, new in _PEOPLE if re.search(rf"\b{old}\b", text)]
    found = [(old, new) for old, new in found if not re.search(rf"\b{new}\b", text)]
    if not found:
        return None
    old, new = chance.choice(found)
    return re.sub(rf"\b{old}\b", new, text)


def _drugs(text: str) -> list[tuple[int, int]]:
    known = vocabulary.current()
    return [
        (m.start, m.end)
        for m in known.find(text)
        if m.term.semantic == "drug" and m.end - m.start > 5 and known.is_drug(text[m.start : m.end])
    ]


def drug(text: str, chance: Random, _: Around) -> str | None:
    """A drug whose name looks or sounds like it; where none is known, another drug."""
    found = _drugs(text)
    if not found:
        return None
    known = vocabulary.current()
    alike = [(a, b, n) for a, b in found for n in known.sound_alikes(text[a:b]) if n.lower() not in text.lower()]
    if alike:
        start, end, new = chance.choice(alike)
    else:
        start, end = chance.choice(found)
        new = chance.choice(_OTHER_DRUGS)
        if new in text.lower():
            return None
    return re.sub(rf"\b{re.escape(text[start:end])}\b", new, text)


_OTHER_DRUGS: Final = (
    "hydralazine", "lamotrigine", "clomiphene", "prednisolone", "glipizide", "risperidone", "cycloserine",
    "vincristine", "bupropion", "sulfasalazine", "tolazamide", "rabeprazole", "buspirone", "chlorpromazine",
)  # fmt: skip


def time(text: str, chance: Random, _: Around) -> str | None:
    """Another time point or span."""
    found = list(_TIME.finditer(text))
    if not found:
        return None
    one = chance.choice(found)
    if one[3]:
        return _put(text, *one.span(3), _SPANS[one[3]])
    return _put(text, *one.span(7), str(int(one[7]) * 2 + 1))


ALTERATIONS: Final[Mapping[str, Alteration]] = {
    "number": number,
    "unit": unit,
    "dose": dose,
    "p": p,
    "direction": direction,
    "negation": negation,
    "arm": arm,
    "outcome": outcome,
    "population": population,
    "drug": drug,
    "time": time,
    "hedge": hedge,
}
"""Kinds of change within a sentence; that of the citation is made outside it."""
