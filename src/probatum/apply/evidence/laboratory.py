"""Laboratory: what was tried in animals or cells says nothing of people where a study in people is held.

Where none is, it stays, and is said to be no study in people.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from probatum.model import About, Appraisal, Design, Intent, Question, RecordKind, Role, SectionKind
from probatum.text import aspects
from probatum.text.expressions import expression

WHY: Final = "studied in animals or cells, where studies in people are held"
_ABOUT_PEOPLE: Final = (Intent.THERAPY, Intent.PREVENTION, Intent.DOSING, Intent.HARM, Intent.INTERACTION)
_ANIMALS: Final = expression(
    r"\b(?:animals?|mice|mouse|murine|rats?|rabbits?|dogs?|canine|cats?|feline|horses?|equine|cattle|cows?|pigs?|porcine"
    r"|poultry|chickens?|fish|zebrafish|veterinary|puppy|puppies|kittens?|cell lines?|cells|in vitro|in silico)\b",
    re.IGNORECASE,
)
"""Words of a question that does not ask of people."""
_BENCH: Final = expression(
    r"\b(?:in vitro|in silico|cell lines?|molecular docking|binding affinity|kcal/mol|IC ?50|knock-?out|wild-type"
    r"|mice|mouse|murine|rats|zebrafish|HPLC|nanoparticles?|cytotoxic\w*)\b",
    re.IGNORECASE,
)
_PEOPLE: Final = expression(
    r"\b(?:patients?|participants?|volunteers?|adults|children|women|men|people|individuals|randomi[sz]ed|cohort"
    r"|trials?|reviewe?d?)\b",
    re.IGNORECASE,
)
_OF_A_THING: Final = (aspects.DESCRIPTION, aspects.KIND, "mechanism", "role", "genes")
"""Sides of a thing that the bench tells as well as the ward."""
_NAMED: Final = 2
"""Words of the bench that make a record without a design one of the bench."""


def left_out(
    question: Question, appraisals: Sequence[Appraisal]
) -> tuple[tuple[Appraisal, ...], tuple[tuple[str, str], ...]]:
    """The appraisals without those of the bench, where a study in people answers; pairs of (record, reason) for the
    others."""
    about = question.intent in _ABOUT_PEOPLE and question.having(Role.INTERVENTION)
    told = aspects.asked(question.read) in _OF_A_THING
    if not about or told or _ANIMALS.search(question.read):
        return tuple(appraisals), ()
    bench = {a.record.id for a in appraisals if of_bench(a)}
    if not any(_answers(a) and a.record.id not in bench for a in appraisals):
        return tuple(appraisals), ()
    return tuple(a for a in appraisals if a.record.id not in bench), tuple((one, WHY) for one in sorted(bench))


def of_bench(appraisal: Appraisal) -> bool:
    """Whether a source tried something in animals or cells and in nobody."""
    if appraisal.study.design in (Design.ANIMAL, Design.IN_VITRO):
        return True
    if appraisal.study.design is not Design.OTHER or appraisal.record.kind in _DOCUMENTS:
        return False
    kept = (SectionKind.TITLE, SectionKind.ABSTRACT)
    text = " ".join(s.text for s in appraisal.record.sections if s.kind in kept)
    return len({m[0].lower() for m in _BENCH.finditer(text)}) >= _NAMED and not _PEOPLE.search(text)


_DOCUMENTS: Final = (RecordKind.LABEL, RecordKind.GUIDELINE, RecordKind.REGISTRY_ENTRY)


def _answers(appraisal: Appraisal) -> bool:
    return appraisal.directness.about is About.QUESTION and appraisal.record.kind not in _DOCUMENTS
