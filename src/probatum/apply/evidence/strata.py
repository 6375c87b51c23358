"""Strata: a condition that a question sets, held against the part of a study's people that a result is of.

`in people not needing oxygen`, `when the pressure is above 140`, `with a stone`: a result of the opposite part never
answers, and where a study tells of the very part that is asked about, what it found in all of its people does not stand
for that.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from probatum.apply.evidence import likeness
from probatum.apply.quoted import placing
from probatum.model import Concept, Finding, Question, Role, Span
from probatum.text import words
from probatum.text.expressions import caseless


class Limit(NamedTuple):
    """A measure and the values of it that are meant, both ends included but where they are open."""

    what: frozenset[str]
    low: float
    high: float
    above: bool = False
    """Whether the low end itself is left out."""
    under: bool = False
    """Whether the high end itself is left out."""


class Having(NamedTuple):
    """Something that is there, or is not."""

    what: frozenset[str]
    there: bool


Condition = Limit | Having

_NUMBER: Final = r"(?P<value>\d+(?:\.\d+)?)"
_ABOVE: Final = r"above|over|more than|greater than|higher than|exceed(?:s|ing)|>"
_BELOW: Final = r"below|under|less than|lower than|<"
_LIMIT: Final = caseless(
    r"(?P<what>(?:[a-z][a-z-]* ){0,3}?[a-z][\w-]*)(?: (?:is|was|are|of|at|score))*[ =:]{1,3}"
    rf"(?:(?P<above>{_ABOVE})|(?P<least>at least|from|\u2265|>=)"
    rf"|(?P<below>{_BELOW})|(?P<most>at most|up to|\u2264|<=))?"
    rf" ?{_NUMBER}(?![\d.]|-)(?: ?(?:mm ?hg|ml/min[\w/.^ ]{{0,12}}?|mg/g|mmol/l|mg/dl|kg/m2|%|points?))?"
    r"(?: (?:or|and) (?:(?P<up>more|higher|above|over|greater)|(?P<down>less|lower|below|under|fewer)))?"
)
_MORE: Final = r"(?: (?!(?:with|without|in|on|at|of|to|but|and|or|than|was|were)\b)[a-z][\w-]*){0,2}"
_THERE: Final = caseless(
    r"\b(?P<none>(?:but )?not (?:needing|on|requiring|receiving|having|given|in need of)|without|lacking"
    r"|who (?:do|did|does) ?n[o']t (?:need|have|require|receive)|no need (?:of|for))"
    r"\b ?(?:an? |the |any |supplemental |extra )*(?P<what>[a-z][\w-]*"
    rf"{_MORE})|\b(?:with|on|needing|requiring|receiving|who (?:have|need|require|receive))"
    rf" (?:an? |the |any |supplemental )*(?P<held>[a-z][\w-]*{_MORE})"
)
_ENDS: Final = words.stems(
    "with without in on at of to by from than and or was were is are occurred after before when while does do did"
    " has had have lower reduce more less for increase as if"
)
_AT_LARGE: Final = words.stems("a an the any people patients adults those women men children disease need support use")
_SPELLED: Final = {
    "sbp": "systolic blood pressure",
    "bp": "blood pressure",
    "gfr": "egfr",
    "ef": "ejection fraction",
    "lvef": "ejection fraction",
    "acr": "albuminuria",
    "uacr": "albuminuria",
}
_KINDS: Final = tuple(words.stems(kind) for kind in ("oxygen ventilation ventilator intubation respiratory CPAP",))
"""What is done for one need: who is on one of them has that need, and who is without has none of them."""
_OPPOSED: Final = (frozenset(words.stems("systolic")), frozenset(words.stems("diastolic")))


@lru_cache(maxsize=64)
def asked(question: Question) -> tuple[Condition, ...]:
    """The conditions that a question sets, those on what is given or compared left out."""
    treated = placing.given(question.having(Role.INTERVENTION), question.read)
    given = [_stems(c) for c in (*treated, *question.having(Role.COMPARATOR))]
    held = [c for c in read(question.read) if not any(c.what & own for own in given)]
    kidney = read(question.patient.kidney) if question.patient.kidney else ()
    return tuple(dict.fromkeys((*held, *kidney)))


def _stems(concept: Concept) -> frozenset[str]:
    return frozenset(s for name in (concept.text, concept.label) for s in words.stems(name))


@lru_cache(maxsize=4096)
def read(text: str) -> tuple[Condition, ...]:
    """The conditions that a text sets."""
    return (*_limits(text), *_havings(text))


def _limits(text: str) -> tuple[Limit, ...]:
    found: list[Limit] = []
    for one in _LIMIT.finditer(text):
        name = " ".join(_SPELLED.get(word, word) for word in one["what"].lower().split())
        what = words.stems(name) - _ENDS - _AT_LARGE
        value = float(one["value"])
        low = value if one["above"] or one["least"] or one["up"] else float("-inf")
        high = value if one["below"] or one["most"] or one["down"] else float("inf")
        if low == float("-inf") and high == float("inf"):
            low = high = value
        if what:
            found.append(Limit(what, low, high, bool(one["above"]), bool(one["below"])))
    return tuple(found)


def _havings(text: str) -> tuple[Having, ...]:
    found: list[Having] = []
    for one in _THERE.finditer(text):
        said: list[str] = []
        for word in (one["what"] or one["held"]).split():
            stem = words.stems(word)
            if stem & _ENDS:
                break
            said.append(word)
        what = words.stems(" ".join(said)) - _AT_LARGE
        if what:
            found.append(Having(what, not one["none"]))
    return tuple(found)


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    return one <= other or other <= one or any(one & kind and other & kind for kind in _KINDS)


def _of_one_measure(one: Limit, other: Limit) -> bool:
    sides = [{n for n, side in enumerate(_OPPOSED) if side & limit.what} for limit in (one, other)]
    return bool(one.what & other.what) and not (sides[0] and sides[1] and sides[0] != sides[1])


def _judged(wanted: Condition, said: Condition) -> int:
    """1 where what is said of lies within what is wanted or holds it, -1 where the two exclude each other, else 0."""
    if isinstance(wanted, Having) and isinstance(said, Having):
        return (1 if wanted.there == said.there else -1) if _alike(wanted.what, said.what) else 0
    if isinstance(wanted, Having) or isinstance(said, Having) or not _of_one_measure(wanted, said):
        return 0
    if said.low == said.high:
        return 0  # a value in a result is no part of its people
    if _parted(wanted, said) or _parted(said, wanted):
        return -1
    return 1 if said.low <= wanted.low and wanted.high <= said.high else 0


def _parted(lower: Limit, upper: Limit) -> bool:
    """Whether all values of one lie under those of the other."""
    if lower.high == upper.low:
        return lower.under or upper.above
    return lower.high < upper.low


def fit(question: Question, text: str) -> int:
    """How a text stands to the conditions of a question: 1 it is of the very part, -1 of an opposite one, else 0."""
    return meets(asked(question), text)


def meets(wanted: Sequence[Condition], text: str) -> int:
    """The same of conditions that were read."""
    said = read(text)
    found = [_judged(one, other) for one in wanted for other in said]
    return -1 if -1 in found else max(found, default=0)


def parted(question: Question, span: Span, results: Sequence[Span]) -> bool:
    """Whether the part that a result is of is one of several: a limit says so itself; what its people have does where
    another result is of those without it."""
    if any(isinstance(one, Limit) and meets((one,), span.quote) == 1 for one in asked(question)):
        return True
    return any(fit(question, other.quote) == -1 for other in results if other != span)


def _part(finding: Finding) -> str:
    """The words in which a finding tells of which people it is: the head of its sentence, and its outcome's name."""
    return f"{finding.population} ; {finding.outcome}"


def kept(question: Question, findings: Sequence[Finding]) -> list[Finding]:
    """The findings without those of an opposite part and, of an outcome that is told of the very part, without that of
    all people."""
    if not asked(question):
        return list(findings)
    fits = {id(f): fit(question, _part(f)) for f in findings}
    opposed = -1 in fits.values()
    own = [likeness.key(f.outcome).subject for f in findings if fits[id(f)] == 1] if opposed else []
    return [
        f
        for f in findings
        if fits[id(f)] == 1
        or (fits[id(f)] == 0 and not any(likeness.key(f.outcome).subject <= subject for subject in own))
    ]
