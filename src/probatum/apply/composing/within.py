"""Within: the bound of the short answer, held also where `brevity` finds nothing that may go.

Whoever asks five things at once of a patient with four medicines is told so much that matters that no line may go by
its sort alone. A page that nobody reads to its end tells nothing, so the bound holds all the same: each line is weighed
by what it tells beside the others, whole or in fewer words (without its reason, examples that nobody asked about,
further clauses), and those are told that together weigh most. What is not stands further down whole. What opens the
answer always stays; what forbids a treatment, a dose that is asked for and the first effect weigh most.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

import msgspec

from probatum.apply.composing import brevity, order, shortening
from probatum.apply.composing.brevity import Unit, with_gone, words_of
from probatum.apply.composing.narrowing import PAIR
from probatum.apply.context import Context
from probatum.apply.replies import danger
from probatum.apply.replies.left_out import LIMIT
from probatum.apply.room import WORDS
from probatum.apply.sections import at_once
from probatum.model import Kind, RecordKind, Section, Statement
from probatum.text.expressions import caseless

_SHORT: Final = "bottom_line"
_WITH_TAKEN: Final = caseless(
    r"^(?:with the drugs|beside what is) taken \((?:[A-Z]{2} )?label of (?P<one>[^()]{3,60})\)"
)
_SILENT: Final = caseless(
    r"^(?:no (?:label|source|included study|study)\b|nothing (?:that is )?held\b|of (?:the choices|what) )"
)
_OF_TAKEN: Final = caseless(r"^[^:;(]{2,60}, which is taken,")
_BESIDE_ALARM: Final = caseless(r"^on this \(")
_OF_PATIENT: Final = caseless(r"\bfor (?:this|such an?) patient\b|\bin (?:this|such an?) patient\b")
_CHECKS: Final = caseless(r"^(?:checks?\b|to be monitored|monitor\b|what is checked)")
_ASKS_CHECKS: Final = caseless(r"\b(?:monitor\w*|check\w*|recheck|watch\w*|tests?|bloods?|signs?)\b")
_GUIDELINE_DOSE: Final = caseless(r"^guideline dose\b")
_BOXED_HERE: Final = caseless(r"^boxed warning for this p")
_MEASURED: Final = caseless(r"^at what was measured\b|^[^:(]{3,40} is stopped at what\b")
_PART: Final = caseless(
    r"^nothing (?:that is )?held (?:answers|tells)\b|^no source that (?:is held|was found here) (?:tells|prints)\b"
    r"|^no source of the library says whether\b"
)
_BARRED_IN: Final = caseless(r"^[^:;(]{3,60} (?:is|are) contraindicated in\b")
_BOXED: Final = caseless(r"^boxed warning \((?!see )")
_OF_THE_CHILD: Final = caseless(r"\b(?:malform\w*|birth defects?|unborn|fetus|fetal|newborns?)\b")
_NOT_YET: Final = caseless(r"^this limit begins later\b")
_ANTIDOTE: Final = caseless(r"^antidote \(")
_WHEN_AND_HOW_MUCH: Final = caseless(r"^when and how much \(")
_NO_MORE: Final = caseless(r"^no more of it is given\b")
_NO_ANSWER: Final = caseless(r"^(?:nearest\b|no study of this (?:use )?was found; its label\b)")
_ADVISORY: Final = (RecordKind.GUIDELINE, RecordKind.LABEL)
_EFFECTS: Final = (Kind.FINDING, Kind.POOLED, Kind.CALCULATED)

MOST: Final = 130
"""Words of a short answer that cannot be told in `WORDS` without leaving out something that answers or bars."""
MUST: Final = 10_000.0
ASKED: Final = 100.0
"""The dose that is asked for, and a boxed warning for just this patient."""
FIRST: Final = 60.0
"""What forbids, the first effect, the first advice."""
PATIENT: Final = 45.0
FURTHER: Final = 30.0
"""A further effect, further advice, a further dose."""
REST: Final = 25.0
ALARMED: Final = 15.0
LIMITS: Final = 14.0
AGAIN: Final = 10.0
SILENT: Final = 5.0
REPEATED: Final = 11.0
"""How much a line weighs, by its sort."""
_ANSWERS: Final = 40.0
"""How much more the first line weighs that answers."""
_FEWER: Final = 0.975
"""How much of its weight a line keeps each time that it is told in fewer words."""
_PRICE: Final = 0.3
"""What a word costs: of two ways to tell a line the shorter one serves."""
_STUMP: Final = 0.6
"""Share of its words below which a line is a stump."""
_INDIRECT: Final = 0.5
_LATER: Final = 0.97
"""How much less a line weighs than one of its sort before it: composers put first what matters more."""


class _Version(NamedTuple):
    """One way to tell a unit: its lines, its words, and how much that tells."""

    lines: tuple[Statement, ...]
    words: int
    weight: float


def bounded(sections: Sequence[Section], context: Context) -> tuple[Section, ...]:
    """The sections with a short answer of fewer than `WORDS` words where what answers and what bars allows it, else of
    fewer than `MOST`; what went from it stands further down."""
    short = next((one for one in sections if one.id == _SHORT), None)
    if short is None or (long := words_of(short.statements)) < WORDS or _told_whole(context):
        return tuple(sections)
    units = order.units(short.statements)
    kept = _best(units, context, WORDS, AGAIN)
    if not kept and long >= MOST:
        kept = _best(units, context, MOST, MUST)
    if not kept:
        return tuple(sections)
    left = {one.id: one.text for one in kept}
    lost = [one for one in short.statements if left.get(one.id) != one.text]
    numbered = tuple(msgspec.structs.replace(s, id=f"{_SHORT}.{n}") for n, s in enumerate(kept, 1))
    body = [msgspec.structs.replace(one, statements=numbered) if one is short else one for one in sections]
    return tuple(with_gone(body, lost))


def _told_whole(context: Context) -> bool:
    """Whether each line is what was asked for, or is done at once: one side of a medicine, an emergency, an overdose
    with its antidote, when and how much of it."""
    return brevity.is_list(context) or at_once.alone(context) or danger.too_much(context.question)


def _best(units: Sequence[Unit], context: Context, most: int, spared: float) -> list[Statement]:
    """The lines that weigh most together in fewer than `most` words, where only those may be left out that weigh no
    more than `spared`: for each number of words the best choice so far, unit by unit. Empty where nothing fits."""
    told = shortening.told(context)
    best: dict[int, tuple[float, tuple[Statement, ...]]] = {0: (0.0, ())}
    for n, unit in enumerate(units):
        weight = _weight(n, units, context)
        versions = _versions(unit, weight * _LATER**n, told)
        if weight > spared or weight >= MUST:
            versions = [one for one in versions if one.lines]
        if spared < MUST:  # nothing that answers is cut to a stump before lines were left out
            versions = [one for one in versions if not one.lines or one.words >= _STUMP * words_of(unit)]
        following: dict[int, tuple[float, tuple[Statement, ...]]] = {}
        for used, (value, lines) in best.items():
            for one in versions:
                words, worth = used + one.words, value + one.weight - _PRICE * one.words
                if words < most and (words not in following or worth > following[words][0]):
                    following[words] = (worth, (*lines, *one.lines))
        best = following
    return list(max(best.values(), key=lambda one: one[0])[1]) if best else []


def _versions(unit: Unit, weight: float, told: shortening.Told) -> list[_Version]:
    """A unit left out, whole, in fewer and fewer words, and with its first lines alone."""
    made = [_Version((), 0, 0.0), _version(unit, weight)]
    shorter, share = tuple(unit), 1.0
    for shorten in shortening.WAYS:
        fewer = tuple(shortening.shortened(one, shorten, told) for one in shorter)
        if fewer != shorter:
            shorter, share = fewer, share * _FEWER
            made.append(_version(shorter, weight * share))
    for first in shortening.fewer_clauses(shorter[0], told):
        share *= _FEWER
        made.append(_version((first, *shorter[1:]), weight * share))
    for n in range(len(unit) - 1, 0, -1):
        if any(one.kind is Kind.NAVIGATION for one in unit[n:]):
            break  # that a newer edition is held belongs to what the older tells
        share *= _FEWER
        made += [_version(unit[:n], weight * share), _version(shorter[:n], weight * share * _FEWER)]
    return made


def _version(lines: Sequence[Statement], weight: float) -> _Version:
    return _Version(tuple(lines), words_of(lines), weight)


def _weight(at: int, units: Sequence[Unit], context: Context) -> float:
    """How much a unit tells beside those before it."""
    one = units[at][0]
    before = [unit[0] for unit in units[:at]]
    if one.kind is Kind.NAVIGATION or (not at and one.kind is Kind.ABSENCE):
        return MUST  # what opens the answer says of what the rest is
    return _by_sort(one, before, context) + _ANSWERS * (_answers(one) and not any(map(_answers, before)))


def _answers(one: Statement) -> bool:
    """Whether a line answers: one that asserts something, and is no limit and no word on what is not known."""
    aside = LIMIT.match(one.text) or _NO_ANSWER.match(one.text) or _BESIDE_ALARM.match(one.text)
    return one.kind.asserts and not aside and not _SILENT.match(one.text) and not _NOT_YET.match(one.text)


def _by_sort(one: Statement, before: Sequence[Statement], context: Context) -> float:
    if _repeats(one, before):
        return REPEATED
    if _PART.match(one.text):
        return PATIENT  # a part of the question that nothing answers
    if one.kind is Kind.ABSENCE or _SILENT.match(one.text):
        return SILENT
    if _BOXED_HERE.match(one.text):
        return ASKED
    if context.question.patient.pregnancy and _OF_THE_CHILD.search(one.text) and not _NOT_YET.match(one.text):
        return FIRST
    if order.OPENS.search(one.text):
        return FURTHER if any(order.OPENS.search(b.text) and _begins_alike(one, b) for b in before) else FIRST
    if _NO_ANSWER.match(one.text):
        return LIMITS
    if LIMIT.match(one.text):
        return PATIENT if _OF_PATIENT.search(one.text) else FURTHER if _BOXED.match(one.text) else LIMITS
    if _BARRED_IN.match(one.text):
        return PATIENT
    if _BESIDE_ALARM.match(one.text) or _ANTIDOTE.match(one.text):
        return ALARMED
    if _NOT_YET.match(one.text):
        return LIMITS
    if _NO_MORE.match(one.text):
        return MUST
    if _WHEN_AND_HOW_MUCH.match(one.text):
        return ASKED if order.asks_dose(context) else PATIENT
    if _OF_TAKEN.match(one.text):
        return PATIENT
    return _of_sort(one, before, context) * (_INDIRECT if one.directness else 1)


def _of_sort(one: Statement, before: Sequence[Statement], context: Context) -> float:
    """How much a line tells that answers: the first of its sort most."""
    if _CHECKS.match(one.text):
        return PATIENT if _ASKS_CHECKS.search(context.question.typed) else REST
    if order.DOSED.match(one.text):
        again = any(order.DOSED.match(b.text) or _GUIDELINE_DOSE.match(b.text) for b in before if not b.directness)
        return FURTHER if again else ASKED if order.asks_dose(context) else FIRST
    for sort in (_effect, _advice):
        if sort(one):
            return FURTHER if any(map(sort, before)) else FIRST
    if _MEASURED.match(one.text):
        return FIRST
    return PATIENT if _OF_PATIENT.search(one.text) or PAIR.match(one.text) else REST


def _effect(one: Statement) -> bool:
    """Whether a line tells what a study found, in our words or its own."""
    studied = one.kind is Kind.QUOTED and one.supports and one.supports[0].source.kind not in _ADVISORY
    return one.kind in _EFFECTS or bool(studied)


def _advice(one: Statement) -> bool:
    """Whether a line tells what a guideline advises, in our words or its own."""
    quoted = one.kind is Kind.QUOTED and one.supports and one.supports[0].source.kind is RecordKind.GUIDELINE
    return bool(quoted or order.ADVICE.match(one.text))


def _begins_alike(one: Statement, other: Statement) -> bool:
    """Whether two lines begin with the same medicine."""
    return one.text.split(" ", 1)[0] == other.text.split(" ", 1)[0]


def _repeats(one: Statement, before: Sequence[Statement]) -> bool:
    """Whether a line tells of two medicines together of which a line before tells already."""
    pairs = [names for b in before for names in _pairs(b)]
    body = "" if PAIR.match(one.text) else one.text.partition("): ")[2]
    if body and any(b.text.endswith(body) for b in before):
        return True
    if (found := _WITH_TAKEN.match(one.text)) is not None:
        return any(_same(found["one"], name) for names in pairs for name in names)
    own = next(iter(_pairs(one)), None)
    if own is None:
        return False
    alarms = [b.text.lower() for b in before if b.kind is Kind.NAVIGATION]
    if any(all(name in alarm for name in own) for alarm in alarms):
        return True
    return any(all(any(_same(a, b) for b in names) for a in own) for names in pairs)


def _pairs(one: Statement) -> list[tuple[str, str]]:
    found = PAIR.match(one.text)
    return [(found["one"].lower(), found["other"].lower())] if found else []


def _same(one: str, other: str) -> bool:
    return one.lower() in other.lower() or other.lower() in one.lower()
