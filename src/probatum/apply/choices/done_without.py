"""Done without: that an illness mostly gets better without what is asked about, where it is asked whether it is needed.

`A needed? dose?` asks two things, and the dose is no answer to the first. Guidelines answer it by the name of the class
(`no antibiotic or a back-up antibiotic`), which no label and no trial of the one medicine does.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import msgspec

from probatum.apply import fitting, wording
from probatum.apply.choices import so_long
from probatum.apply.context import Context
from probatum.apply.drafting import Draft, source_name
from probatum.apply.numbering import Steps
from probatum.apply.patient import complaint, for_patient
from probatum.model import Appraisal, Kind, RecordKind, RecordStatus, Role, Span, Statement
from probatum.text import scores, sentences, words
from probatum.text.expressions import caseless
from probatum.vocabulary.classes import classes_of

_ASKS: Final = caseless(
    r"\b(?:really |actually |even |always )?(?:needed|necessary|required)\b(?! (?:for|to (?:treat )?\d|before|dose))"
    r"|\b(?:do|does|did|would|should|will)\b[^?.;]{1,60}\bneed "
    r"(?!to\b|(?:(?:an?|any|the|more|his|her) )?(?:urine|bloods?|swabs?|samples?|msu|cultures?|scans?|x-?rays?|tests?"
    r"|ecg)\b)"
    r"|\bneeds? (?:an? |any |the )?(?:course of )?"
    r"(?:anti\w+|treatment|steroids?)\b"
    r"|\b(?:(?:he|she|they|pt|patient|mum|mother|dad|father|parents?|family) (?:really |just |still )?"
    r"(?:wants?|expects?)|(?:is |are |keeps? )?(?:asking|pushing) for|asks? for|demand(?:s|ing)?|insist(?:s|ing)? on)"
    r" (?:an? |any |some |more )?(?:course of )?(?P<wished>antibiotics?|antivirals?|steroids?)\b"
)
"""Whoever writes that a patient wishes for a class asks whether it is needed."""
_WITHOUT: Final = caseless(
    r"\b(?:no|without(?: an?)?|back-?up) (?:immediate |routine )?(?P<what>[\w-]+)"
    r"|\bdo(?:es)? not need (?:an? )?(?P<need>[\w-]+)"
)
_RECOMMENDS: Final = caseless(r"\b(?:recommends?|advises? against)\b")
_LONGEST: Final = 60
"""Words of a sentence that leads."""


def told(context: Context) -> tuple[Appraisal, Span] | None:
    """The sentence of a guideline that says so, advice before facts; None where that is not asked, a score that is told
    decides it, or no guideline that is held says it of the illness."""
    typed = context.question.typed
    if not _ASKS.search(typed) or _SCORED.search(typed) or for_patient.barred(context):
        return None
    return min(_rows(context), key=lambda row: _RECOMMENDS.search(row[1].quote) is None, default=None)


def led(draft: Draft, context: Context) -> tuple[Statement, ...]:
    """The statements with that sentence first."""
    row = told(context)
    if row is None or not draft.statements:
        return draft.statements
    before, said = len(draft), " ".join(row[1].quote.split())
    draft.add(f"{source_name(row[0])}: \u201c{said}\u201d", Kind.QUOTED, (row[1],))
    first = [s for s in draft.statements[:before] if s.kind is Kind.NAVIGATION]
    rest = [
        s for s in draft.statements[:before] if s not in first and not any(_meet(one, row[1]) for one in s.supports)
    ]
    every = (*first, *draft.statements[before:], *rest)
    return tuple(msgspec.structs.replace(s, id=f"{draft.id}.{n}") for n, s in enumerate(every, 1))


def _meet(one: Span, other: Span) -> bool:
    """Whether two spans are of one sentence: a direction is read from a part of it."""
    same = (one.record, one.section) == (other.record, other.section)
    return same and one.start < other.end and other.start < one.end


def step(steps: Steps, context: Context) -> None:
    """The step that looks first whether it is given at all."""
    row = told(context)
    if row is None:
        return
    said = " ".join(row[1].quote.split())
    steps.step(f"Look whether it is needed ({source_name(row[0])}): \u201c{said}\u201d", Kind.QUOTED, (row[1],))
    steps.branch(
        "a", f"It is not, or not yet: give no {wording.join(list(context.named), 'or').lower()} now; stop here"
    )
    steps.branch("b", "It is: go on")


_SCORED: Final = caseless(r"\b(?:scores?|FeverPAIN|Centor|CURB-?65|CRB-?65) ?(?:is |of |= ?)?\d")


def _rows(context: Context) -> Iterator[tuple[Appraisal, Span]]:
    ill = [c for c in context.question.having(Role.POPULATION) if c.semantic in ("condition", "symptom")]
    names = {words.stem(n.split()[-1].lower()) for drug in context.named for n in (drug, *classes_of(drug))}
    asked = _ASKS.search(context.question.typed)
    if asked is not None and asked["wished"]:
        names.add(words.stem(asked["wished"].lower()))
    for appraisal in context.guidelines:
        if appraisal.record.kind is not RecordKind.GUIDELINE or appraisal.record.status is RecordStatus.SUPERSEDED:
            continue
        for section in appraisal.record.evidence_sections:
            for start, end in sentences.split(section.text[:10_000]):
                span = Span(appraisal.record, section.id, start, end)
                if _says(span.quote, names, context) and any(complaint.names(span.quote, c) for c in ill):
                    yield appraisal, span


def _says(text: str, names: set[str], context: Context) -> bool:
    """Whether a sentence says of such people that they do without it; one for another score than told does not."""
    found = {words.stem((m["what"] or m["need"]).lower()) for m in _WITHOUT.finditer(text)}
    if not found & names or len(text.split()) > _LONGEST or _by_other_score(text, context):
        return False
    if so_long.of_another_length(text, context.question.read):
        return False
    patient = context.question.patient
    if patient.pregnancy not in ("", "not pregnant") and _OF_OTHERS.search(text):
        return False
    return (
        not fitting.of_others(text, patient) and not scores.another(context.question.typed, text) and not _apart(text)
    )


_OF_OTHERS: Final = caseless(r"\b(?:not |non-?)pregnant\b")


def _by_other_score(text: str, context: Context) -> bool:
    """Whether a sentence is for a score that the question does not name: one that is named without its figure is yet to
    be counted, and the sentence says which count it is for."""
    found = _BY_SCORE.search(text)
    return found is not None and found["name"].lower() not in context.question.typed.lower()


_BY_SCORE: Final = caseless(r"^\W*(?:with|at) an? (?P<name>[\w-]+) score\b")
_APART: Final = caseless(r"\b(?:below|above|under|over) \d+ (?:years|months)\b|\bperforat\w+|\bwhen no immediate\b")


def _apart(text: str) -> bool:
    """Whether it is on some of them alone."""
    return _APART.search(text) is not None
