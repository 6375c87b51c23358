"""Sums that a writer does over numbers of a source that stand apart: in two sentences, in another unit of measure, over
the sizes of groups.

`working` looks at one passage at a time and at numbers as they are printed. Here a difference may be taken between two
passages on the matter that follow each other (`270 ml ... 160 ml`, told as 110 ml), between hours and told in minutes,
a count be set against the size of its group wherever that is printed, and a dose be added up over its course.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Final

from probatum.assess.audit import figures, keys, steps, sums
from probatum.assess.audit.case import Cited
from probatum.assess.audit.figures import DAYS, Claimed
from probatum.assess.audit.source import Source, Unit
from probatum.text import doses
from probatum.text.expressions import expression

_MASS: Final = {"kg": 1e6, "g": 1e3, "mg": 1.0, "mcg": 1e-3, "\u03bcg": 1e-3, "ng": 1e-6}
_VOLUME: Final = {"l": 1e3, "litres": 1e3, "liters": 1e3, "ml": 1.0, "dl": 100.0, "cc": 1.0}
_NAMED: Final = expression(
    r"(?<![a-zA-Z/])(?P<mass>kg|mg|mcg|\u03bcg|ng|g|grams?|kilograms?)(?![a-zA-Z/])"
    r"|(?<![a-zA-Z/])(?P<volume>m[lL]|d[lL]|L|cc|lit(?:re|er)s?)(?![a-zA-Z/])"
    r"|(?<![a-zA-Z])(?P<time>hours?|hrs?|h|days?|weeks?|months?|years?|minutes?|mins?)(?![a-zA-Z])"
)
_TIME: Final = {"h": "hours", "d": "days", "w": "weeks", "mo": "months", "y": "years", "mi": "minutes"}
_APART: Final = expression(
    r"\b(?:heav|light|tall|fast|slow|quick|old|young|bigg|thick|thinn|strong|weak|mild|cheap|dear|warm|cool|deep|rar"
    r"|common|soon|lat|earli|long|short|high|low|great|small|larg|few)(?:i?er)\b|\b(?:more|less|better|worse|behind"
    r"|ahead|above|below|beyond|edge|lead|benefit|separat\w*|cost)\b",
    re.IGNORECASE,
)
"""Words that announce a difference, beside those of `sums.DIFFERENCE`."""
_LEFT: Final = expression(
    r"\b(?:not|no|lost|left|without|missing|exclud\w*|withdr\w*|dropp\w*|drop-?outs?|remain\w*|rest|fail\w*|never"
    r"|others?|stopp\w*|discontinu\w*|declin\w*|absent)\b",
    re.IGNORECASE,
)
_COURSE: Final = expression(
    r"\b(?:total|in all|altogether|cumulative|planned|thus|makes|amount(?:s|ed|ing)? to|works? out|adds? up|added up"
    r"|sum|per patient|together|whole)\b",
    re.IGNORECASE,
)
_SIZED: Final = expression(r"\b[nN]\s?=\s?\Z")
_PEOPLE: Final = expression(
    r"(?:\s[\w/-]{1,20}){0,2}?\s(?:patients?|participants?|subjects?|people|persons?|individuals?|volunteers?|adults?"
    r"|children|infants?|wom[ae]n|m[ae]n|girls|boys|neonates|newborns|mothers|babies|pregnancies)\b"
    r"|\s(?:who\s)?(?:were|was|had been|could be)?\s?(?:randomi[sz]ed|enrolled|allocated|assigned|included|analy[sz]ed"
    r"|recruited|screened|completed|eligible|evaluable|treated)\b",
    re.IGNORECASE,
)
_BACK: Final = expression(
    r"\A\W*(?:that|this|it|which|these|those|thus|so|hence|put differently|in other words)\b", re.I
)
_MOST_PASSAGES: Final = 60
_MOST_NUMBERS: Final = 16
_COST: Final = 40
_LONGEST_COURSE: Final = 12
_TENFOLD: Final = 10
"""Ten times a dose is likelier a slip of the point than a course of ten."""


@lru_cache(maxsize=128)
def sizes(source: Source) -> frozenset[float]:
    """Numbers of a record that count people: sizes of groups, how many were screened, took part, were analysed."""
    made: set[float] = set()
    for unit in source.units:
        for held, text in ((unit.figures, unit.text), (unit.head_figures, " ".join((unit.above, *unit.head)))):
            for figure in held if "n" in text or "N" in text else ():
                if figure.places or figure.percent:
                    continue
                sized = _SIZED.search(text[max(0, figure.start - 6) : figure.start])
                if sized or _PEOPLE.match(text, figure.end):
                    made.add(figure.value)
    return frozenset(made | ({float(source.people)} if source.people else set()))


def reckoned(case: Cited, claim: Claimed) -> str:
    """The sum over numbers that stand apart which gives a number of the sentence, in words; empty when none is
    found."""
    if claim not in case.reckoned:
        case.reckoned[claim] = _reckoned(case, claim)
    return case.reckoned[claim]


def _reckoned(case: Cited, claim: Claimed) -> str:
    if sums.one_of(claim, case.text):
        apart = (d for source in case.sources for d in _differences(case, claim, source))
        return next((f"100 / ({h})" for h, v in apart if v and figures.same(claim._replace(about=True), 100 / v)), "")
    for source in case.sources:
        how = (
            _of_sizes(case, claim, source)
            or _of_group(case, claim, source)
            or _rest(case, claim, source)
            or _course(case, claim, source)
        )
        how = how or _all_groups(claim, source) or _twice(claim, source) or _by_weight(case, claim, source)
        how = how or _changed(case, claim, source)
        how = how or next((h for h, value in _differences(case, claim, source) if figures.same(claim, value)), "")
        if how:
            return how
    return ""


def _of_sizes(case: Cited, claim: Claimed, source: Source) -> str:
    """So many of so many where both are sizes of groups, which a table may print over its columns alone."""
    both = {c.value for c in case.figures if c.start == claim.start and c.kind == "fraction"}
    return "sizes of groups" if claim.kind == "fraction" and len(both) > 1 and both <= sizes(source) else ""


def _of_group(case: Cited, claim: Claimed, source: Source) -> str:
    """A share: a count of this sentence or the one before it, or of the source on the same matter, against a size."""
    if claim.kind not in ("percent", "fraction"):
        return ""
    if claim.kind == "fraction" and claim.value < 1:
        claim = claim._replace(value=100 * claim.value, places=0)
    told = [c.value for c in case.figures if c.start != claim.start and c.kind != "percent" and not c.places]
    if _BACK.search(case.text):
        told += [c.value for c in case.before if c.kind != "percent" and not c.places]
    steps.spend(_COST * (1 + len(told)))
    totals = sizes(source)
    for count in dict.fromkeys(told):
        for total in totals:
            if 0 < count < total and figures.same(claim, 100 * count / total):
                return f"{count:g} / {total:g} x 100"
            if 0 < total < count and count in totals and figures.same(claim, 100 * total / count):
                return f"{total:g} / {count:g} x 100"
    return _counted(case, claim, source)


def _counted(case: Cited, claim: Claimed, source: Source) -> str:
    """A share that a writer rounds, out of a count which the source prints on just the matter, and a size."""
    topic = case.topic - source.design
    if not topic or not (claim.about or claim.kind == "fraction"):
        return ""
    wanted = claim._replace(about=False, places=0, kind="percent")
    for unit in source.units:
        label = unit.label if unit.row else source.expanded(unit)
        if not unit.own or not topic <= label:
            continue
        steps.spend(_COST)
        for figure in unit.figures[:_MOST_NUMBERS]:
            for total in sizes(source) if not figure.places and not figure.percent else ():
                if 1 < figure.value < total and abs(100 * figure.value / total - wanted.value) <= _ROUGHLY:
                    return f"{figure.value:g} / {total:g} x 100"
    return ""


_ROUGHLY: Final = 2.0
"""Points by which a share that is told roughly may miss."""


def _all_groups(claim: Claimed, source: Source) -> str:
    """The people of all groups whose sizes one passage prints."""
    if claim.places or claim.kind == "percent" or claim.unit not in ("", "patients"):
        return ""
    for unit in source.units:
        told = [f.value for f in unit.figures if _SIZED.search(unit.text[max(0, f.start - 6) : f.start])]
        for count in range(2, min(len(told), _MOST_GROUPS) + 1):
            if sum(told[:count]) == claim.value:
                return " + ".join(f"{n:g}" for n in told[:count])
    return ""


_MOST_GROUPS: Final = 6
_EACH: Final = expression(
    r"\b(?:(?:per|in each|in either|for each|each) (?:\w+ )?(?:arm|group|treatment)|(?:arms|groups) each)\b",
    re.IGNORECASE,
)


def _twice(claim: Claimed, source: Source) -> str:
    """The people of two groups, of whom the source says how many each has: `108 per arm`."""
    if claim.places or claim.kind == "percent" or claim.unit not in ("", "patients") or claim.value % 2:
        return ""
    told = (u for u in source.units if u.figures and not u.row and _EACH.search(u.text))
    found = any(f.value * 2 == claim.value and not f.percent for u in told for f in u.figures)
    return f"2 x {claim.value / 2:g}" if found else ""


_PER_KILO: Final = expression(
    r"(?<![\d.])(?P<amount>[0-9]{1,4}(?:\.[0-9]{1,4})?)\s?(?P<unit>mg|mcg|\u03bcg|g|m[lL]|IU|units?|U|mmol)\s?"
    r"(?:/|[.\u00b7*]|per\s)\s?kg"
)
_WEIGHING: Final = expression(r"\b(?:such|same|that|this|corresponding|said)\b", re.IGNORECASE)


def _by_weight(case: Cited, claim: Claimed, source: Source) -> str:
    """A dose for a weight that the sentence, or the one it points back to, supposes: `15 mL for a child of 15 kg`."""
    if "kg" not in case.text and not _WEIGHING.search(case.text):
        return ""
    weights = [f.value for f in case.figures if f.unit == "kg"]
    weights = weights or [f.value for s in _ahead(case) for f in figures.claimed(s) if f.unit == "kg"]
    told = [f for f in case.figures if f.unit != "kg" and f.unit and f.kind == "dose"]
    for unit in source.units if weights and told else ():
        for found in _PER_KILO.finditer(unit.text):
            for weight in weights:
                dose = weight * float(found["amount"])
                meant = [f for f in told if f.unit.split("/")[0].lower() == found["unit"].lower()]
                if any(figures.same(f, dose) for f in meant) and (claim in meant or claim.value == weight):
                    return f"{found.group()} x {weight:g} kg"
    return ""


def _ahead(case: Cited) -> list[str]:
    """The sentences shortly before this one, the last first."""
    said = [s for s in case.whole.sentences if case.said.n - _BACK_TO <= s.n < case.said.n]
    return [s.plain for s in reversed(said)]


_BACK_TO: Final = 6


def _rest(case: Cited, claim: Claimed, source: Source) -> str:
    """Those who are left over, of two counts of people."""
    if claim.kind == "percent" or claim.places or not _LEFT.search(case.text):
        return ""
    told = [c.value for c in case.figures if c is not claim and c.kind != "percent" and not c.places]
    totals = sizes(source)
    steps.spend(_COST)
    for whole in dict.fromkeys((*told, *case_before(case))):
        if whole in totals and whole - claim.value in totals and whole > claim.value:
            return f"{whole:g} - {whole - claim.value:g}"
    return ""


def case_before(case: Cited) -> list[float]:
    """Whole numbers of the sentence before, where this one points back to it."""
    return [c.value for c in case.before if not c.places] if _BACK.search(case.text) else []


def _course(case: Cited, claim: Claimed, source: Source) -> str:
    """A dose of the source given several times over."""
    if not case.is_dose(claim) or not _COURSE.search(case.text):
        return ""
    unit = claim.unit.split("/")[0].lower()
    steps.spend(_COST)
    for passage in _passages(case, source):
        for dose in doses.read(passage.raw)[:_MOST_NUMBERS]:
            if not claim.unit.lower().startswith(dose.unit.lower()) or not unit or not dose.amount:
                continue
            times = claim.value / dose.amount
            if 1 < times <= _LONGEST_COURSE and round(times) != _TENFOLD and abs(times - round(times)) <= _WHOLE:
                return f"{dose.amount:g} x {round(times)}"
    return ""


_WHOLE: Final = 1e-6


_FROM_TO: Final = expression(
    r"\bfrom (?P<one>[0-9]{1,5}(?:\.[0-9]{1,3})?)(?:\s?(?:\u00b1|\+/-)\s?[0-9.]{1,8}|\s?\([^()]{1,40}\))?"
    r"(?:\s?[a-zA-Z%/\u00b52]{1,12}){0,2}?(?: at baseline| before[\w ]{0,20})? to (?P<two>[0-9]{1,5}(?:\.[0-9]{1,3})?)"
)


@lru_cache(maxsize=128)
def _changes(source: Source) -> tuple[tuple[float, float], ...]:
    """The first and the last of every change that a record tells as `from X to Y`."""
    told = (m for u in source.units if not u.row and " from " in u.text for m in _FROM_TO.finditer(u.text))
    return tuple(dict.fromkeys((float(m["one"]), float(m["two"])) for m in told))


def _changed(case: Cited, claim: Claimed, source: Source) -> str:
    """By how much something changed that the source tells from where to where."""
    if claim.telling < 1:
        return ""
    around = case.text[max(0, claim.start - _AROUND) : claim.end + _AROUND]
    apart = sums.DIFFERENCE.search(around) is not None or _APART.search(around) is not None
    for one, two in _changes(source) if apart else ():
        if claim.kind == "percent" and one and figures.same(claim, 100 * abs(two - one) / one):
            return f"from {one:g} to {two:g}"
        if claim.kind != "percent" and figures.same(claim, abs(two - one)):
            return f"{max(one, two):g} - {min(one, two):g}"
    return _by_column(case, claim, source)


def _by_column(case: Cited, claim: Claimed, source: Source) -> str:
    """How much lower or higher one group is than another in the column on the matter, groups being the rows."""
    around = case.text[max(0, claim.start - _AROUND) : claim.end + _AROUND]
    if claim.kind != "percent" or not sums.RELATIVE.search(around) or not claim.about:
        return ""
    firsts: dict[tuple[str, int], list[float]] = {}
    for unit in source.units:
        if unit.row and unit.head:
            seen: set[int] = set()
            for figure in unit.figures[:_MOST_NUMBERS]:
                at = unit.text.count("\t", 0, figure.start)
                if at and at not in seen and keys.of(unit.column(figure.start)) & case.wanted:
                    firsts.setdefault((unit.section, at), []).append(figure.value)
                seen.add(at)
    for values in firsts.values():
        for one, two in pairwise(values[:_MOST_NUMBERS]):
            high = max(one, two)
            if high and abs(100 * abs(one - two) / high - claim.value) <= _ROUGHLY:
                return f"{one:g} against {two:g}"
    return ""


def _passages(case: Cited, source: Source) -> Sequence[Unit]:
    """The passages on the matter of the sentence, in the order of the record."""
    told = case.topic | frozenset().union(*(a.words for a in case.arms), frozenset())
    near = {id(a.unit) for s, a in case.best if s is source}
    made = [u for u in source.units if u.figures and (id(u) in near or (u.own and told & source.expanded(u)))]
    return made[:_MOST_PASSAGES]


def _differences(case: Cited, claim: Claimed, source: Source) -> Iterator[tuple[str, float]]:
    """Differences of two numbers of one sort, within a passage or between two that follow each other."""
    if not _announced(case, claim):
        return
    # a small whole number is the difference of some two numbers in any long passage: only the best may give it
    passages = _passages(case, source) if claim.telling >= 1 else [a.unit for s, a in case.best[:1] if s is source]
    values = [list(_values(claim, p)) for p in passages]
    for one, two in pairwise([*values, []]):
        steps.spend(_COST)
        both = [*one, *two]
        for at, a in enumerate(both[:_MOST_NUMBERS]):
            for b in both[at + 1 : _MOST_NUMBERS]:
                yield f"{max(a, b):g} - {min(a, b):g}", abs(a - b)


_AROUND: Final = 90
_BESIDE: Final = 34
_GAP: Final = expression(
    r"\b(?:differen\w*|gap|spread|margin|points?|apart|advantage|net|extra|excess)\b", re.IGNORECASE
)


def _announced(case: Cited, claim: Claimed) -> bool:
    """True where words say that a number is a difference; of two figures of a sort, which may be each group's own,
    right beside it."""
    others = [c for c in case.results if c is not claim and c.kind == claim.kind and c.unit == claim.unit]
    if any(c.value != claim.value for c in others):
        near = case.text[max(0, claim.start - _BESIDE) : claim.end + _BESIDE]
        return (_GAP.search(near) or _APART.search(near)) is not None
    around = case.text[max(0, claim.start - _AROUND) : claim.end + _AROUND]
    return (sums.DIFFERENCE.search(around) or _APART.search(around)) is not None


def _values(claim: Claimed, passage: Unit) -> Iterable[float]:
    """The numbers of a passage in the unit of measure of a claim."""
    text = f"{passage.text} {passage.above} {' '.join(passage.head)}" if passage.row else passage.text
    kind, factor = _dimension(claim.unit)
    if not kind:
        percent = claim.kind == "percent" or (not claim.unit and "%" in text)
        return [f.value for f in passage.values if (f.percent or passage.shares) == percent][:_MOST_NUMBERS]
    named = {_scale(kind, m[kind]) for m in _NAMED.finditer(text) if m[kind]}
    return [f.value * n / factor for n in sorted(named) for f in passage.values if not f.percent][:_MOST_NUMBERS]


def _dimension(unit: str) -> tuple[str, float]:
    """What a unit measures, with its size; empty for what is counted, and for rates."""
    if unit in DAYS:
        return "time", DAYS[unit]
    low = unit.lower()
    if low in _MASS:
        return "mass", _MASS[low]
    return ("volume", _VOLUME[low]) if low in _VOLUME else ("", 1.0)


def _scale(kind: str, written: str) -> float:
    low = written.lower()
    if kind == "time":
        return DAYS[_TIME[low[:2] if low[:2] in _TIME else low[0]]]
    if kind == "mass":
        return _MASS["kg" if low.startswith("kilo") else "g" if low.startswith("gram") else low]
    return _VOLUME["l" if low.startswith("lit") else low]
