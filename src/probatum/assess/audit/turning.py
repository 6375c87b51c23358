"""Which difference between a sentence and the one it repeats changes what is said."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from probatum import vocabulary
from probatum.assess.audit import keys
from probatum.assess.audit.case import FILLER, HEDGED, Cited
from probatum.assess.audit.comparing import BAD, DOWN, GOOD, OPPOSITE, UP
from probatum.assess.audit.repeating import Change, Edit, Repeated, Token
from probatum.assess.audit.working import worked_out
from probatum.model import Fault
from probatum.text import numerals
from probatum.text.expressions import expression

_WAY: Final = expression(
    rf"(?P<down>{DOWN})|(?P<up>(?!worsen)(?:{UP}))|(?P<good>{GOOD})|(?P<bad>{BAD}|worsen(?:ed|s|ing)?"
    r"|deteriorat(?:ed|es|ing|ion))"
)
_NOT: Final = frozenset(
    re.split(
        " ",
        "no not never neither nor without none cannot non failed fails lack lacked absence unlikely nobody nothing "
        "similar comparable same equal alike unchanged insignificant nonsignificant didn't wasn't weren't don't "
        "doesn't isn't aren't unaffected",
    )
)
"""Words that deny, and words in which a denial can be told another way: `did not differ`, `were similar`."""
MEASURES: Final = {
    "kg": ("mass", 1e6), "g": ("mass", 1e3), "mg": ("mass", 1.0), "mcg": ("mass", 1e-3), "\u03bcg": ("mass", 1e-3),
    "ng": ("mass", 1e-6), "grams": ("mass", 1e3), "milligrams": ("mass", 1.0), "micrograms": ("mass", 1e-3),
    "l": ("volume", 1e3), "dl": ("volume", 1e2), "ml": ("volume", 1.0), "\u03bcl": ("volume", 1e-3),
    "m": ("length", 1e3), "cm": ("length", 10.0), "mm": ("length", 1.0), "\u03bcm": ("length", 1e-3),
    "mol": ("amount", 1e6), "mmol": ("amount", 1e3), "\u03bcmol": ("amount", 1.0), "nmol": ("amount", 1e-3),
    "s": ("time", 1 / 86400), "seconds": ("time", 1 / 86400), "sec": ("time", 1 / 86400), "min": ("time", 1 / 1440),
    "minutes": ("time", 1 / 1440), "minute": ("time", 1 / 1440), "h": ("time", 1 / 24), "hours": ("time", 1 / 24),
    "hour": ("time", 1 / 24), "hr": ("time", 1 / 24), "hrs": ("time", 1 / 24), "d": ("time", 1.0), "day": ("time", 1.0),
    "days": ("time", 1.0), "week": ("time", 7.0), "weeks": ("time", 7.0), "wk": ("time", 7.0), "month": ("time", 30.44),
    "months": ("time", 30.44), "year": ("time", 365.25), "years": ("time", 365.25), "yr": ("time", 365.25),
    "iu": ("activity", 1.0), "miu": ("activity", 1e6),
}  # fmt: skip
"""What each unit measures, and how many of one unit it comes to."""
PEOPLE: Final = {
    word: number
    for number, words in enumerate(
        (
            "child children paediatric pediatric boy boys girl girls kids schoolchildren", "adult adults",
            "infant infants newborn newborns neonate neonates babies", "adolescent adolescents teenagers",
            "woman women female females mothers", "man men male males fathers", "elderly older old seniors",
            "young younger", "pregnant", "postmenopausal", "premenopausal", "healthy", "ill", "inpatient inpatients",
            "outpatient outpatients", "smokers", "nonsmokers",
        )
    )
    for word in words.split()
}  # fmt: skip
"""Words for kinds of people, by kind."""
FATES: Final = {
    word: number
    for number, words in enumerate(
        (
            "remission remissions remit remitted", "response responses responder responders responded",
            "relapse relapses relapsed recurrence recurrences recurred", "death deaths died mortality fatality",
            "survival survived survivors", "progression progressed", "cure cures cured",
            "hospitalisation hospitalization hospitalisations hospitalizations admission admissions admitted",
            "disability", "withdrawal withdrawals withdrew",
        )
    )
    for word in words.split()
}  # fmt: skip
"""Words for what becomes of patients, by kind: a response is no remission."""
_SURVIVAL: Final = expression(r"\W?(?:free)?\W?survival\b", re.IGNORECASE)
"""What stands before it says survival without what: `overall survival` is none without progression."""
_RANKS: Final = frozenset(("primary", "secondary"))
_SOURCES: Final = frozenset(("study", "trial", "review", "report", "analysis", "source", "authors", "cohort"))
_TESTED: Final = frozenset(("significant", "significantly", "significance", "inferior", "inferiority"))

_LOOSE: Final = 0.09
"""How far spans of time in other units may lie apart: 12 weeks are told as 3 months, 91 days."""


def turned(case: Cited, repeat: Repeated) -> Change | None:
    """The first difference that matters, in the order number, unit, denial, way, hedge, exchange, name; else None."""
    for judge in (_number, _unit, _denial, _way, _hedge, _exchange, _name):
        found = next((c for c in judge(case, repeat) if c is not None), None)
        if found is not None:
            return found
    return None


def renamed(case: Cited, repeat: Repeated) -> Change | None:
    """The same of a phrase alone: another number or unit, or another name where both are names; else None."""
    for judge in (_number, _unit, _name):
        found = next((c for c in judge(case, repeat) if c is not None), None)
        if found is not None:
            return found if judge is not _name or all(_named(case, repeat, e) for e in repeat.edits) else None
    return None


def _named(case: Cited, repeat: Repeated, edit: Edit) -> bool:
    """True where both name a kind of people, or both a drug, or neither: `glucose control` is told as glycaemic."""
    if {t.low for t in edit.old} & PEOPLE.keys() and {t.low for t in edit.new} & PEOPLE.keys():
        return True
    there = _mentions(repeat.unit.text, edit.old[0].start, edit.old[-1].end)
    here = _mentions(case.text, edit.new[0].start, edit.new[-1].end)
    return bool(there and here) and _drugs(there) == _drugs(here)


def _drugs(mentioned: set[tuple[str, str]]) -> bool:
    return any(kind == "drug" for _, kind in mentioned)


def _text(repeat: Repeated, edit: Edit) -> tuple[str, str]:
    old = repeat.unit.text[edit.old[0].start : edit.old[-1].end] if edit.old else ""
    return old, " ".join(t.low for t in edit.new)


def _values(tokens: Sequence[Token]) -> list[float]:
    """The numbers among tokens, also those in words."""
    made = []
    for token in tokens:
        if token.low[0].isdigit() or token.low[0] == ".":
            made.append(float(token.low.replace(",", "")))
        elif found := numerals.SPELT.fullmatch(token.low):
            made.append(float(numerals.value(found)))
    return made


def _places(value: float) -> int:
    shown = f"{value:.10g}"
    return len(shown.partition(".")[2])


def _number(case: Cited, repeat: Repeated) -> Iterator[Change | None]:
    """A number where the source has another, that is neither it rounded nor it in another unit."""
    for edit in repeat.edits:
        old, new = _values(edit.old), _values(edit.new)
        if not old or not new or len(new) > len(old) or _converted(edit):
            continue
        inside = case.sources and len(old) > len(new) and all(_held(repeat, value) for value in new)
        if inside:
            continue  # words were left out, and what stands there now is another figure of the same passage
        weaker = any(t.low in "<\u2264" for t in edit.new) and not any(t.low in "<\u2264" for t in edit.old)
        for value in new:
            half = 0.5 * 10.0 ** -_places(value) + 1e-9
            if any(abs(value - o) <= half or (weaker and o < value) for o in old):
                continue
            # Who repeats a sentence and changes one number in it has not worked it out: 9 in the place of 7 is no sum.
            summed = repeat.differing > 1 and any(
                f.value == value and worked_out(case, f, [repeat.unit]) for f in case.figures[:1]
            )
            if summed:
                continue
            dosed = any(t.low in MEASURES and MEASURES[t.low][0] != "time" for t in edit.old)
            yield Change(Fault.DOSE if dosed else Fault.NUMBER, *_text(repeat, edit))


def _held(repeat: Repeated, value: float) -> bool:
    return any(figure.value == value for figure in repeat.unit.figures)


def _converted(edit: Edit) -> bool:
    """`3 months` for `12 weeks`."""
    old, new = _measured(edit.old), _measured(edit.new)
    if old is None or new is None or old[0] != new[0]:
        return False
    return abs(old[1] - new[1]) <= (_LOOSE if old[0] == "time" else 1e-6) * max(old[1], new[1])


def _measured(tokens: Sequence[Token]) -> tuple[str, float] | None:
    values = _values(tokens)
    unit = next((MEASURES[t.low] for t in tokens if t.low in MEASURES), None)
    return (unit[0], values[0] * unit[1]) if unit and len(values) == 1 else None


def _unit(case: Cited, repeat: Repeated) -> Iterator[Change | None]:
    """The same number in another unit."""
    for edit in repeat.edits:
        old, new = ([t.low for t in side if t.low in MEASURES] for side in (edit.old, edit.new))
        if len(old) == len(new) == 1 and MEASURES[old[0]] != MEASURES[new[0]] and not _converted(edit):
            timed = MEASURES[old[0]][0] == "time"
            yield Change(Fault.NUMBER if timed else Fault.DOSE, *_text(repeat, edit))


def _denial(case: Cited, repeat: Repeated) -> Iterator[Change | None]:
    """A denial that was dropped, or put where there was none."""
    ranked = _RANKED.search(case.text) is not None
    old = [e for e in repeat.edits if _denies(e.old, ranked)]
    new = [e for e in repeat.edits if _denies(e.new, ranked)]
    if bool(old) != bool(new):
        yield Change(Fault.NEGATION, *_text(repeat, (old or new)[0]))


_RANKED: Final = expression(r"(?:inferior|superior)", re.IGNORECASE)


def _denies(tokens: Sequence[Token], ranked: bool) -> bool:
    """True where a word denies. `The same trial` only says which one, and `non-severe` that is gone as a whole leaves
    nothing affirmed; so does `non-inferiority` unless the sentence speaks of rank (`ranked`)."""
    for at, token in enumerate(tokens, 1):
        behind = tokens[at].low if at < len(tokens) else ""
        idle = (token.low == "same" and behind in _SOURCES) or (
            token.low == "non" and behind and not (behind in _TESTED and (ranked or "inferior" not in behind))
        )
        if token.low in _NOT and not idle:
            return True
    return False


def _ways(tokens: Sequence[Token]) -> set[str]:
    return {found.lastgroup or "" for t in tokens if (found := _WAY.fullmatch(t.low))}


def _way(case: Cited, repeat: Repeated) -> Iterator[Change | None]:
    """Higher for lower, better for worse."""
    for edit in repeat.edits:
        old, new = _ways(edit.old), _ways(edit.new)
        if old and new and not old & new and any(OPPOSITE[w] in new for w in old):
            yield Change(Fault.DIRECTION, *_text(repeat, edit))


def _hedge(case: Cited, repeat: Repeated) -> Iterator[Change | None]:
    """A hedge that was dropped, where nothing hedges in its place."""
    for edit in repeat.edits:
        old, new = _text(repeat, edit)
        if old and HEDGED.search(old) and not HEDGED.search(new) and edit.old[0].start > 0:
            yield Change(Fault.OVERCLAIM, old, new)


def _exchange(case: Cited, repeat: Repeated) -> Iterator[Change | None]:
    """Two names that have changed places."""
    swaps = [(_words(e.old), _words(e.new), e) for e in repeat.edits]
    for at, (old, new, edit) in enumerate(swaps):
        if old and new and old != new and any(o == new and n == old for o, n, _ in swaps[at + 1 :]):
            yield Change(Fault.ARM, *_text(repeat, edit))


def _words(tokens: Sequence[Token]) -> tuple[str, ...]:
    return tuple(t.low for t in tokens if t.low[0].isalpha())


def _name(case: Cited, repeat: Repeated) -> Iterator[Change | None]:
    """Another drug, illness, outcome or kind of people in the place of the source's."""
    for edit in repeat.edits:
        if not edit.old or not edit.new or len(edit.old) > 6 or len(edit.new) > 6:
            continue
        told = _text(repeat, edit)
        lost, put = {t.low for t in edit.old}, {t.low for t in edit.new}
        if lost & _RANKS and put & _RANKS and not lost & put & _RANKS:
            yield Change(Fault.OUTCOME, *told)
        before, after = {PEOPLE[w] for w in lost & PEOPLE.keys()}, {PEOPLE[w] for w in put & PEOPLE.keys()}
        if before and after and not before & after:
            yield Change(Fault.POPULATION, *told)
        before, after = {FATES[w] for w in lost & FATES.keys()}, {FATES[w] for w in put & FATES.keys()}
        of_survival = _SURVIVAL.match(repeat.unit.text, edit.old[-1].end) and _SURVIVAL.match(
            case.text, edit.new[-1].end
        )
        if (before and after and not before & after) or (of_survival and not lost & put):
            yield Change(Fault.OUTCOME, *told)
        yield _other(case, repeat, edit)


def _other(case: Cited, repeat: Repeated, edit: Edit) -> Change | None:
    there = _mentions(repeat.unit.text, edit.old[0].start, edit.old[-1].end)
    here = _mentions(case.text, edit.new[0].start, edit.new[-1].end)
    if not (there or here) or {i for i, _ in there} & {i for i, _ in here}:
        return None
    lost, put = (keys.of(" ".join(t.low for t in side)) - keys.GENERIC - FILLER for side in (edit.old, edit.new))
    put -= repeat.source.design  # `in a randomised trial` says where it was found
    for short, long in repeat.source.long_forms.items():
        lost, put = (side | long if short in side else side for side in (lost, put))
    if not lost or not put or lost & put or _related(there, here):
        return None
    if _conduct(there):
        return None
    kinds = {k for _, k in there}
    category = Fault.ARM if "drug" in kinds else Fault.POPULATION if "condition" in kinds else Fault.OUTCOME
    return Change(category, *_text(repeat, edit))


def _conduct(mentioned: set[tuple[str, str]]) -> bool:
    """True for words on how a study is done (MeSH trees E05, N05, N06 and L: methods, health care, information), which
    may be told in others: `enrolment` for `randomisation`."""
    known = vocabulary.current()
    terms = [known.term(i) for i, _ in mentioned]
    trees = [tree for term in terms if term is not None for tree in term.trees]
    return bool(trees) and all(
        tree.startswith(("E05.318.370", "E05.581", "L", "N05", "N06.850.520.445")) for tree in trees
    )


def _mentions(text: str, start: int, end: int) -> set[tuple[str, str]]:
    """Identifier and kind of the concepts that a stretch of a text names."""
    return {(m.term.id, m.term.semantic) for m in vocabulary.current().find(text) if m.start < end and start < m.end}


def _related(there: set[tuple[str, str]], here: set[tuple[str, str]]) -> bool:
    """True where the sentence names a kind that the source's term belongs to, or, of what is no drug, one of its
    kinds: what was given as fentanyl was an opioid, and was not sufentanil."""
    known = vocabulary.current()
    mine = {i for i, _ in here}
    drugs = all(kind == "drug" for _, kind in (*there, *here))
    return any(
        mine & {t.id for t in known.broader(term)} or (not drugs and mine & {t.id for t in known.narrower(term)})
        for term, _ in there
    )
