"""The phase asked about: what is of an attack where its long course is asked about, or the other way round, speaks not.

A trial of spironolactone in chronic heart failure was the answer to a lung full of water, and thrombolysis to what is
taken for years after a stroke.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import msgspec

from probatum.model import Appraisal, Question, RecordKind, Role
from probatum.text import phases, words
from probatum.text.expressions import caseless

WHY: Final = "of another phase of the illness"
_ILL: Final = ("condition", "symptom")
_NO_STUDY: Final = (RecordKind.LABEL, RecordKind.GUIDELINE, RecordKind.REGISTRY_ENTRY)
_AGAIN: Final = caseless(r"\b(?:recurren\w+|secondary|prevent\w*|new (?:strokes?|myocardial)|high-risk)\b")
"""What a trial that begins in the attack tells of the time behind it."""


def asked(question: Question) -> str:
    """The phase of the illness that a question is about; empty where it tells none, or several things of an illness."""
    ill = [c for c in question.concepts if c.semantic in _ILL and c.role in (Role.POPULATION, Role.OUTCOME)]
    # A treatment may have been proposed in other words: what was typed tells the phase as well.
    return phases.asked(f"{question.typed} / {question.read}", [name for c in ill for name in (c.text, c.label)])


def fits(text: str, title: str, question: Question) -> bool:
    """Whether a sentence of a source is of the phase asked about, or of none alone."""
    phase = asked(question)
    return not phase or phases.fits(text, title, phase)


def others(
    question: Question, appraisals: Sequence[Appraisal]
) -> tuple[tuple[Appraisal, ...], tuple[tuple[str, str], ...]]:
    """The appraisals without studies of another phase, and without such directions of guidelines; pairs of (record,
    reason) for what is gone."""
    phase = asked(question)
    if not phase:
        return tuple(appraisals), ()
    held = [a.record.title for a in appraisals if a.record.kind is not RecordKind.LABEL]
    titles = {phases.of_text(title) for title in held if _names(title, question)}
    apart = {phases.ACUTE, phases.LONG} <= titles
    gone = [a for a in appraisals if a.record.kind not in _NO_STUDY and _of_another(a, phase, apart=apart)]
    out = {a.record.id for a in gone}
    return (
        tuple(_of_phase(a, phase) for a in appraisals if a.record.id not in out),
        tuple((one, WHY) for one in sorted(out)),
    )


def _names(title: str, question: Question) -> bool:
    """Whether a title names an illness that is asked about: the phases of others tell nothing of it."""
    said = words.stems(title)
    ill = [c for c in question.concepts if c.semantic in _ILL and c.role in (Role.POPULATION, Role.OUTCOME)]
    return any((own := words.stems(name)) and own <= said for c in ill for name in (c.label, c.text))


def _of_another(appraisal: Appraisal, phase: str, *, apart: bool) -> bool:
    """Whether a study is of the other phase, by its title and people; where the illness is told `apart` by its phases,
    a study of an attack says so."""
    study = appraisal.study
    people = study.population.value if study.population is not None else ""
    whom = f"{appraisal.record.title}. {people}"
    own = phases.of_text(whom)
    if phase == phases.ACUTE:
        return own == phases.LONG or (apart and not phases.names(whom, phase))
    told = f"{whom}. {' '.join(f.outcome for f in appraisal.findings)}"
    return own == phases.ACUTE and _AGAIN.search(told) is None


def _of_phase(appraisal: Appraisal, phase: str) -> Appraisal:
    if appraisal.record.kind is not RecordKind.GUIDELINE:
        return appraisal
    title = appraisal.record.title
    kept = tuple(d for d in appraisal.directives if phases.fits(d.text, title, phase))
    return appraisal if len(kept) == len(appraisal.directives) else msgspec.structs.replace(appraisal, directives=kept)
