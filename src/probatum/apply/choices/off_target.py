"""Off target: what is done at a value on the medicine that is dosed by that test, `TSH 12 on A`, `urate 480 on A`.

What the medicine did for people in trials answers nobody who tells such a value. The sentences of guidelines and of the
medicine's own label lead that name what is aimed at, that tell how the dose is moved to the side that is wanted, or
that tell when it is measured again; where a value lies within what is aimed at, nothing is moved.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import inf
from typing import Final

from probatum import vocabulary
from probatum.apply import fitting
from probatum.apply.choices import at_a_value, elsewhere, noted_value, second_line
from probatum.apply.context import Context
from probatum.apply.labels import guided_words, level_told
from probatum.apply.once import once
from probatum.apply.patient import for_patient, sexes
from probatum.apply.quoted.quotable import quotable
from probatum.apply.quoted.salience import Salient, part, sentences_in
from probatum.apply.replies import danger
from probatum.model import Appraisal, Fit, RecordKind, RecordStatus
from probatum.text import measured, noted, words
from probatum.text.expressions import caseless
from probatum.vocabulary.own_tests import Own

MOST: Final = 3
_LEAST: Final = 3.0
"""Below this a sentence tells nothing of the value."""
_WITHIN: Final = 2.5
"""By how much less a sentence may tell than the first."""
MOST_NAMES: Final = 12
AIMED: Final = caseless(
    r"\b(?:targets?|desirable|reference range|at target|is sufficient|best controlled)\b|\brange \d"
)
_MORE: Final = caseless(
    r"\b(?:(?:is|are|be|dose) (?:raised|increased|adjusted|added)|raised (?:by|in|every|to|at)|increased by|adjusted to"
    r"|not controlled|need further|further medicines|not below|until \w+ (?:\w+ ){0,3}(?:target|normal))\b"
)
_LESS: Final = caseless(
    r"\b(?:(?:is|are|be|should be) (?:lowered|reduced|halved|withheld|stopped|paused)|lowered by|reduced by"
    r"|does not suppress|over-?replacement)\b"
)
_AGAIN: Final = caseless(r"\b(?:measured|monitored|checked|measuring|monitoring|serum urate once)\b")
_BEGINS: Final = caseless(
    r"\bstarting dose\b|\bclinical diagnosis\b|\bin acute\b|\bbefore\b[^.;]{0,40}\b(?:is|are) started\b"
    r"|\bis indicated\b"
)
_DOSE: Final = caseless(r"\bdos(?:e|es|age)\b")
_STEPS: Final = caseless(r"\b(?:raised|increased) by\b|\buntil\b")
_OF_STATE: Final = caseless(r"\b(?:impairment|hepatic|renal|older|elderly|from 65|children|pregnan\w+|disease)\b")
_ONCE: Final = caseless(r"\b(?:rises|falls|stays)\b")
"""From when on something is done, which is no aim."""
_BESIDE: Final = caseless(r"\W*to prevent\b")
"""What is given beside it stands behind what is done with it."""
_CALLED: Final = {
    "urate": r"urate|uric acid",
    "HbA1c": r"HbA1c|glycated ha?emoglobin",
    "LDL": r"LDL",
    "systolic pressure": r"blood pressure",
    "haemoglobin": r"ha?emoglobin",
    "ferritin": r"ferritin|ha?emoglobin",
    "TSH": r"TSH|thyrotropin|euthyroid",
    "lithium level": r"serum lithium|lithium levels?",
    "digoxin level": r"serum digoxin|digoxin levels?",
    "phenytoin level": r"level of phenytoin|serum phenytoin|phenytoin levels?",
    "heart rate": r"heart rate",
}
"""How sources name what was measured, where it is not by the test's own name."""


@once
def rows(context: Context) -> tuple[Salient, ...]:
    """The sentences, that tells most first."""
    found = noted_value.own(context.question)
    if found is None or not found.drugs or _told_elsewhere(context):
        return ()
    near = [(_near(one, found, context), one) for one in _sentences(found, context)]
    near = sorted((row for row in near if row[0] >= _LEAST), key=lambda row: -row[0])
    told = [one for score, one in near if score >= near[0][0] - _WITHIN]
    return tuple(told[:MOST])


@once
def told(context: Context) -> tuple[Salient, ...]:
    """What leads: how the dose is moved; else what comes behind it by a guideline, then what is aimed at."""
    own, found = rows(context), noted_value.own(context.question)
    if found is None or not found.drugs or _told_elsewhere(context):
        return ()
    moved = any((_MORE if found.side == found.test.more else _LESS).search(one.span.quote) for one in own)
    if found.side != found.test.more or (moved and noted.ADDS.search(context.question.read) is None):
        return own
    behind = second_line.rows(context)
    spans = {one.span for one in behind}
    return (*behind, *(one for one in own if one.span not in spans))[:MOST]


def _told_elsewhere(context: Context) -> bool:
    """Whether what is told is an alarm in itself, bars the medicine, or is a level at which the next dose is asked."""
    return bool(danger.values(context.question) or for_patient.barred(context) or level_told.asks(context))


def _sentences(found: Own, context: Context) -> Iterator[Salient]:
    """Of guidelines on the illness, then of the labels of what is taken."""
    guided = [a for a in context.guidelines if a.directness.population.fit is not Fit.OTHER]
    labels = [a for a in (*context.labels, *context.further, *context.option_labels) if _of_taken(a, found)]
    for source in {a.record.id: a for a in (*guided, *labels)}.values():
        if source.record.status is RecordStatus.SUPERSEDED:
            continue
        for one in sentences_in(source.record):
            if quotable(one.span):
                yield Salient(source, one.span, 1.0, words.stems(one.span.quote))


def _of_taken(source: Appraisal, found: Own) -> bool:
    """Whether a source is the label of what is taken."""
    names = {n.casefold() for c in found.drugs for n in (c.label, c.text, *c.synonyms[:MOST_NAMES])}
    return source.record.kind is RecordKind.LABEL and any(d.drug.casefold() in names for d in source.directives)


def _near(one: Salient, found: Own, context: Context) -> float:
    """How much a sentence tells of what is done at the value."""
    text, side = one.span.quote, found.side
    called = _calls(found.name).search(text) is not None
    aimed = called and AIMED.search(text) is not None
    if part(one.span) in ("interaction", "use") or _for_others(one, found, context, aimed=aimed):
        return 0.0
    if measured.fits(text, (found.value,)) is False and not (aimed and _ONCE.search(text) is None):
        return 0.0
    guided, drug = one.appraisal.record.kind is RecordKind.GUIDELINE, _names(text, found)
    moved = _MORE if side == found.test.more else _LESS
    moves = bool(side) and moved.search(text) is not None
    moves = moves and (
        called or (moved is _MORE and drug and _DOSE.search(text) is not None and _OF_STATE.search(text) is None)
    )
    again = called and _AGAIN.search(text) is not None
    score = (
        (3.0 if not again else 1.0 if side else 0.0) * aimed
        + 1.0 * (aimed and not side)
        + 3.0 * (called and not aimed and _only_there(text, found))
        + 3.0 * moves
    )
    score += (2.0 if side else 3.0) * again + 0.5 * guided + 0.5 * (drug and called)
    begins = _BEGINS.search(text) is not None and (not side or _STEPS.search(text) is None)
    kept = not side and not aimed and (_MORE.search(text) or _LESS.search(text)) is not None
    return score - 4.0 * begins - 4.0 * kept - 2.0 * (_BESIDE.match(text) is not None)


def _only_there(text: str, found: Own) -> bool:
    """Whether advice is for such a value, and would not be for one that lies as aimed at."""
    test = found.test
    aim = (test.low + test.high) / 2 if test.high < inf else test.low * 1.5
    within = f"{found.value.rpartition(' ')[0]} {aim:g}"
    return (
        bool(found.side) and measured.fits(text, (found.value,)) is True and measured.fits(text, (within,)) is not True
    )


def _names(text: str, found: Own) -> bool:
    """Whether a sentence names what is taken, or its class."""
    return any(guided_words.named(text, c.label) for c in found.drugs)


def _calls(name: str) -> re.Pattern[str]:
    return caseless(rf"\b(?:{_CALLED.get(name, re.escape(name))})\b")


def _for_others(one: Salient, found: Own, context: Context, *, aimed: bool) -> bool:
    """Whether a sentence is for people of whom the question has no word, or on another medicine."""
    text, patient = one.span.quote, context.question.patient
    if not sexes.fits(text, patient) or fitting.of_others(text, patient) or at_a_value.presupposes(text, context):
        return True
    others = {m.term.label for m in vocabulary.load().find(text) if m.term.semantic == "drug"}
    if others and not _names(text, found) and noted.ADDS.search(context.question.read) is None:
        return True
    label = one.appraisal.record.kind is RecordKind.LABEL
    if aimed and label:
        return _names_more(one, context)  # where nothing else is told, what a label aims at holds
    return (elsewhere.for_others(text, context) and not aimed) or of_some(text, context)


def _names_more(one: Salient, context: Context) -> bool:
    """Whether the question names something of which the label speaks elsewhere, and not in this sentence: what is aimed
    at may be another in those who have it."""
    names = {n for c in context.question.concepts if c.semantic in ("drug", "test") for n in (c.text, c.label)}
    known = words.stems(" ".join((*names, one.span.quote)))
    label = frozenset().union(*(words.stems(s.text) for s in one.appraisal.record.evidence_sections))
    told = {words.stem(w) for w in words.content(context.question.typed) if len(w) >= LONG and w.isalpha()}
    return bool((told - known) & label)


LONG: Final = 5
"""Letters of a word that may name something."""


def of_some(text: str, context: Context) -> bool:
    """Whether a sentence opens with people or an occasion of which the question has no word (`for adults with A and B`,
    `for dental treatment`)."""
    opening = _FOR.match(text)
    if opening is None:
        return False
    ill = [n for c in context.question.concepts for n in c.names]
    return not words.stems(opening["whom"]) <= words.stems(" ".join((context.question.read, *ill, _ANYBODY)))


_FOR: Final = caseless(r"\W*(?:for|after|before|during) (?P<whom>[^,;]{3,90}),")
_ANYBODY: Final = "adults people patients with in who the a an of takes take started raised is are"


def speaks(text: str, context: Context) -> bool:
    """Whether a text, on a value by its name, tells anything of it for those who take what is taken: that it falls in
    trials does not."""
    found = noted_value.own(context.question)
    return (
        found is None
        or AIMED.search(text) is not None
        or _AGAIN.search(text) is not None
        or _DOSE.search(text) is not None
    )
