"""Unlabelled dose: where no label tells one for this use, the dose that a guideline advises or that studies gave."""

from __future__ import annotations

from typing import Final

from probatum.apply import fitting, wording
from probatum.apply.choices import guidance, suiting
from probatum.apply.context import Context
from probatum.apply.drafting import Draft
from probatum.apply.evidence import given_on
from probatum.apply.evidence.outcomes import PREVENTS
from probatum.apply.labels import own_dose, starting
from probatum.apply.numbering import Steps
from probatum.apply.patient import by_weight, for_patient, modes, sexes
from probatum.apply.sections import dose_beside, dose_rows, dose_words, dosing, studied_doses
from probatum.apply.sections.excluding import Row, of_somebody, said, spans
from probatum.model import DirectiveAction, Intent, Kind
from probatum.text import doses
from probatum.text.expressions import caseless

_PARTS: Final = caseless(r"/ ?(?:m2|m\^2|m²|kg|week|cycle)|\bcycles?\b")
"""Doses by weight, surface or part of a course."""


def say(steps: Steps, context: Context, drug: str) -> bool:
    """The lowest dose of the trials; without one that was read, the sentence that tells it. True: the path goes on."""
    if context.drug_like and say_advised(steps, context):
        return True
    if _say_lowest(steps, context, drug):
        return True
    if context.drug_like and _quoted_dose(steps, context):
        return True
    own = [r for r in for_patient.told(context) if r[1].action is DirectiveAction.DOSE and doses.read(r[1].text)][:1]
    if own and context.drug_like:
        steps.step(f"Dose as on the label for such a patient: {said(own)}", Kind.DIRECTIVE, spans(own))
    elif not context.drug_like:
        steps.step(f"Proceed with {drug} as in the studies above", Kind.NAVIGATION)
    else:
        _say_from_dosing(steps, context, drug)
    return True


def _say_lowest(steps: Steps, context: Context, drug: str) -> bool:
    """The lowest dose of the trials as it was read, and how that trial went on; False where none was read."""
    begun = starting.first(context)
    if begun is None:
        return False
    _, arm, study = begun
    given = [d for d in starting.doses(context) if d[2] is study]
    several = len(given) > 1
    if several and len({d[1].dose for d in given if _PARTS.search(d[1].dose)}) > 1:
        # Doses by weight or surface belong to parts of a course: none of them is the lowest to begin with.
        listed = wording.join(list(dict.fromkeys(starting.amount(d[1], drug) for d in given)))
        said_ = f"Give {drug} by the plan of this trial, which had {listed}; which is for whom stands in its text"
        steps.step(said_, Kind.FINDING, tuple(d[1].span for d in given))
        return True
    which = f"the {'lowest ' if several else ''}dose {'in' if several else 'of'} this trial"
    kilos, sums = by_weight.of_arm(context, arm)
    given_by = f"{starting.amount(arm, drug)}{kilos}{given_on.way(arm)}"
    steps.step(f"Start {drug} {given_by}, {which}", Kind.FINDING, (arm.span,), sums)
    if (onward := given_on.further(study, arm)) is not None:
        steps.step(f"After that, as in this trial: {given_on.quoted(onward)}", Kind.QUOTED, (onward,))
    return True


def _say_from_dosing(steps: Steps, context: Context, drug: str) -> None:
    """The first short dose that the section on dosing tells and that is its own; else, where to look for one."""
    every = (s for s in dosing.compose(context).statements if s.kind.asserts and _short_dose(s.text))
    told = next((s for s in every if not _of_untold_organ(s.supports[0].quote, context)), None)
    if told is None and any(doses.read(item.text) for _, item in guidance.rows(context)[:1]):
        return  # what is advised stands before with its dose
    if told is not None and not own_dose.stands(told, context):
        told = None
    if told is not None and context.classes and not dose_words.called_so(told.text, context):
        told = None  # the dose of one member is none of its class
    if told is None:
        why = _where_told(context)
        steps.step(f"Take the dose of {drug} from a current label: {why}", Kind.NAVIGATION)
    else:
        steps.step(f"Dose: {wording.lower(told.text.rstrip('. '))}", told.kind, told.supports)


def _where_told(context: Context) -> str:
    """Where a dose of a member stands, if a class is asked about and one is told."""
    told = [one for one in dosing.compose(context).statements if one.kind.asserts] if context.classes else []
    if told and all(one.kind is Kind.DIRECTIVE for one in told):
        return "doses of its members stand under dosing"
    return "what was given in studies stands under dosing" if told else "no source here tells it for this"


def _short_dose(text: str) -> bool:
    return bool(doses.read(text)) and len(text.split()) <= MOST_WORDS


MOST_WORDS: Final = 45
"""Words of a sentence on doses that a step holds whole."""


def advised(context: Context) -> list[Row]:
    """The dose that a guideline advises such a patient, as a list of one or none."""
    patient = context.question.patient
    rows = dose_rows.guideline_doses(context)
    if kept_away(context):  # what ends an attack is no dose to keep it away
        rows = [row for row in rows if PREVENTS.search(row[1].text)]
    rows = [row for row in rows if not _of_untold_organ(row[1].text, context)]
    return sorted(rows, key=lambda row: not sexes.names(row[1].text, patient))[:1]


def _of_untold_organ(text: str, context: Context) -> bool:
    """Whether a dose opens with kidneys or a liver that do not work, of which nobody told: it is no step for others."""
    patient, opening = context.question.patient, _OPENING.match(text)
    if opening is None:
        return False
    kidneys = fitting.KIDNEY.search(opening.group()) and not (patient.kidney or patient.creatinine)
    return bool(kidneys or (fitting.LIVER.search(opening.group()) and not patient.liver))


_OPENING: Final = caseless(r"\W*(?:in|with|for) [^,;]{3,120},")


def kept_away(context: Context) -> bool:
    """Whether something is to be prevented from coming, or from coming again."""
    asked = context.question
    return asked.intent is Intent.PREVENTION or bool(PREVENTS.search(asked.read)) or modes.long_term(asked.read)


def say_advised(steps: Steps, context: Context) -> bool:
    """The same as a step, which goes before the dose of any one trial; False where no guideline tells one."""
    if rows := advised(context):
        lead = dose_beside.led("Dose as advised", rows[0], context)
        steps.step(f"{lead}: {said(rows)}", Kind.DIRECTIVE, spans(rows))
        out = suiting.barred(rows[0][1], context) if context.classes else []
        for letter, (name, bar) in zip("ab", out, strict=False):
            rest = wording.join(suiting.left(rows[0][1], context), "or")
            text = f"Leave out {name} for this patient: {said(of_somebody([bar]))}; give {rest}"
            steps.branch(letter, text, Kind.DIRECTIVE, spans([bar, *rows]))
        beside = suiting.minded(rows[0][1], context) if context.classes else []
        if beside:
            taken = wording.join(list(dict.fromkeys(wording.lower(name) for _, name, _ in beside)))
            pairs = [row for _, _, row in beside]
            steps.step(f"Mind what is taken already ({taken}): {said(pairs)}", Kind.DIRECTIVE, spans(pairs))
    return bool(rows)


def _quoted_dose(steps: Steps, context: Context) -> bool:
    """The dose as a study's own sentence tells it; False where none does."""
    scratch = Draft("dosing", "")
    if studied_doses.quoted(scratch, context):
        one = scratch.statements[0]
        if not own_dose.told(one.supports[0].quote, context):
            return False
        if dose_words.say(steps, context, one.supports[0]):
            return True
        if len(one.text.split()) > MOST_WORDS or (context.classes and not dose_words.called_so(one.text, context)):
            return False
        steps.step(f"Dose as it was studied: {wording.lower(one.text.rstrip('. '))}", Kind.QUOTED, one.supports)
        return True
    reviews = (a for a in context.answering if a.study.design.synthesis)
    told = next((span for a in reviews for span in studied_doses.telling(a, context)), None)
    return told is not None and dose_words.say(steps, context, told)
