"""As studied: the path where no label and no guideline gives one, in the words of the study that leads the answer.

Three steps: who was studied, what they were given and for how long, what was looked for. They are quoted, for a study
that held no label's dose is followed only as it was done. Where what was studied did no more than what it was compared
with, there is nothing to follow, and that is said.
"""

from __future__ import annotations

from typing import Final

from probatum.apply import designs
from probatum.apply.context import Context
from probatum.apply.effects import effect_of, leading, worse_off
from probatum.apply.evidence import main_result
from probatum.apply.numbering import Steps
from probatum.apply.patient import for_patient
from probatum.apply.quoted import lead_passage
from probatum.apply.quoted.choosing import of_the_paper
from probatum.apply.quoted.quotable import told_in
from probatum.model import Appraisal, Design, Intent, Kind, Role, Span
from probatum.text import words
from probatum.text.expressions import caseless

LONGEST: Final = 60
"""Words of a sentence that a step quotes."""
_LEAST: Final = 2
"""Steps that make a path."""
NOT_MORE: Final = "What leads the answer shows no benefit to act on, so no step follows from it."
REVIEWED: Final = (
    "What leads the answer is a review, which tells no one dose or course to follow, so there are no steps."
)
_NOT_PEOPLE: Final = (Design.ANIMAL, Design.IN_VITRO)
_ASKS: Final = (Intent.THERAPY, Intent.PREVENTION, Intent.PROGNOSIS)
_NULL: Final = caseless(
    r"\b(?:(?:did|does|do|was|were|is|are|could|can) not\b|not (?:significantly|associated|superior|differ\w*)"
    r"|no (?:\w+ ){0,3}(?:benefits?|effects?|differences?|evidence|improvements?|reductions?|impact|advantages?)"
    r"|fail(?:ed|s)?|similar\w*|comparable|identical|equivalent|worse|insufficient|unclear|uncertain|inconclusive"
    r"|neither)\b"
)
_PEOPLE: Final = (
    r"(?:patients?|participants?|people|women|men|adults|children|infants|neonates|newborns|subjects|individuals"
    r"|adolescents)"
)
_GIVEN: Final = caseless(
    r"\b(?:randomi[sz]ed|randomly|allocated|assigned|received|were given|was given|administered|consisted of"
    r"|treated with|underwent)\b"
)
_WHO: Final = caseless(
    rf"\b(?:includ(?:ed|ing)|eligible|enrolled|recruited|randomi[sz]ed|aged)\b[^.;]{{0,80}}\b{_PEOPLE}\b"
    rf"|\b{_PEOPLE}\b[^.;]{{0,80}}\b(?:included|eligible|enrolled|recruited|aged)\b"
)
_LOOKED: Final = caseless(
    r"\b(?:primary|main|co-primary) (?:efficacy )?(?:out ?comes?|end ?-?points?)\b|\boutcome measures?\b"
)
_HARMED: Final = caseless(
    r"\b(?:adverse (?:events?|effects?|reactions?)|side ?-?effects?|complications?|toxicit(?:y|ies)|serious events)\b"
)
_RESULT: Final = caseless(r"\b95 ?%? ?ci\b|\bp ?[<=>] ?0?[.·]\d|\bcertainty\b|\d ?%")
"""What a result has, and a sentence on what was done has not."""
_NUMBER: Final = caseless(r"\d")


def say(steps: Steps, context: Context, made: str) -> str:
    """The steps; gives what the section says where there are none: why nothing follows, else what was `made` of it."""
    if context.question.intent not in _ASKS or not context.treatable or for_patient.barred(context):
        return made
    led = _led(context)
    if led is None:
        return made
    appraisal, helps = led
    if not helps:
        return NOT_MORE
    if appraisal.study.design.synthesis:
        return REVIEWED
    told = _steps(appraisal, context)
    if len(told) < _LEAST:
        return made
    lead, rests = designs.lead(appraisal.study)
    for n, (what, span) in enumerate(told):
        said = " ".join(span.quote.split())
        steps.step(f"{what}{'' if n else f' ({lead})'}: “{said}”", Kind.QUOTED, (span, *(() if n else rests)))
    return made


def _led(context: Context) -> tuple[Appraisal, bool] | None:
    """The study that leads the answer, if it is of just what was asked, and whether what was given did more there."""
    for group in leading(context):
        effect = effect_of(group, context)
        if effect is None:
            continue
        appraisal = group.items[0].appraisal
        helps = effect.direction in ("lower", "higher") and not worse_off(group, effect, context)
        return None if appraisal.directness.note else (appraisal, helps)
    passage = lead_passage.lead(context)
    if passage is None or passage.appraisal.directness.note or passage.appraisal.study.design in _NOT_PEOPLE:
        return None
    return passage.appraisal, not shows_none(passage.span.quote)


def shows_none(text: str) -> bool:
    """Whether a sentence says of what was given that it did no more: what it says of another outcome or treatment
    behind its first clause takes nothing back."""
    return bool(_NULL.search(_NEXT.split(text)[0]) or _ALIKE.search(text))


_NEXT: Final = caseless(r";|,? (?:but|whereas|while|although)\b")
_ALIKE: Final = caseless(r"\bno (?:\w+ ){0,2}differen(?:ce|ces) between\b|\bnot (?:\w+ ){0,2}differ(?:ent)? between\b")


def _steps(appraisal: Appraisal, context: Context) -> list[tuple[str, Span]]:
    """What each step is about, and the sentence that tells it: none without what was given."""
    found = {*appraisal.results, *appraisal.conclusions}
    spans = [s.span for s in told_in(appraisal.record) if len(s.span.quote.split()) <= LONGEST]
    methods = [s for s in spans if s not in found and not _aims(s) and not _RESULT.search(s.quote)]
    given_names = (n for c in context.question.having(Role.INTERVENTION) for n in (c.text, c.label))
    drug = words.stems(f"{context.question.intervention} {' '.join(given_names)}")
    named = [s for s in methods if _GIVEN.search(s.quote) and (not drug or drug & words.stems(s.quote))]
    given = max(named, default=None, key=lambda s: bool(_NUMBER.search(s.quote)))
    if given is None:
        return []
    told = [("Give it as it was given in the study", given)]
    who = next((s for s in methods if s != given and _WHO.search(s.quote)), None)
    if who is not None:
        told.insert(0, ("Compare the patient with those who were studied", who))
    looked = next((s for s in methods if s not in (given, who) and _LOOKED.search(s.quote)), None)
    if looked is not None:
        told.append(("Look for what was looked for there", looked))
    elif (result := main_result.of(appraisal, context)) is not None:
        told.append(("Expect no more than was found there", result))
    harms = (s for s in spans if s in found and _HARMED.search(s.quote) and _NUMBER.search(s.quote))
    harmed = next((s for s in harms if s not in (given, who)), None)
    if harmed is not None:
        told.append(("Watch for what was seen there", harmed))
    return told


def _aims(span: Span) -> bool:
    """Whether a sentence tells what the paper set out to do, or what was known before."""
    return of_the_paper(span.quote) and not (_GIVEN.search(span.quote) or _LOOKED.search(span.quote))
