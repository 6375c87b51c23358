"""Beginning: whether a path leads to a first dose, and the steps that weigh, agree and give it."""

from __future__ import annotations

from typing import Final

from probatum.apply import wording
from probatum.apply.choices import guidance, options
from probatum.apply.context import Context
from probatum.apply.effects import effect_of, leading, worse_off
from probatum.apply.evidence import noninferior
from probatum.apply.labels import starting
from probatum.apply.numbering import Steps
from probatum.apply.patient import for_patient
from probatum.apply.quoted import lead_passage
from probatum.apply.sections import agreeing, between, dose_rows, halts, labelled_dose, unlabelled_dose
from probatum.apply.sections.excluding import said, spans
from probatum.apply.selection import is_proposed
from probatum.model import DirectiveAction, Intent, Kind
from probatum.text.expressions import caseless
from probatum.vocabulary.classes import classes_of, members

MOST_NAMED: Final = 2
LONGEST: Final = 320
"""Characters of a conclusion that a step quotes."""


def moved(context: Context) -> tuple[list[str], list[str]]:
    """Names of the outcomes asked about (or the first, where none was) that moved, and of those that got worse."""
    effects = [(g, effect_of(g, context)) for g in leading(context)]
    moved_ = [(g, e) for g, e in effects if e is not None and e.direction in ("lower", "higher")]
    worse = [g.name for g, e in moved_ if worse_off(g, e, context)]
    better = [g.name for g, _ in moved_ if g.name not in worse]
    # A value in the blood that moves is no gain where what happens to people, told first, did not.
    if effects and effects[0][1] is not None and effects[0][1].direction == "none" and not effects[0][0].asked:
        better = [name for name in better if not _IN_BLOOD.search(name)]
    return better, worse


_IN_BLOOD: Final = caseless(
    r"\b(?:tsh|t[34]|thyroxine|cholesterol|ldl|hdl|triglycerides?|hba1c|glucose|urate|uric acid|ferritin|potassium"
    r"|sodium|calcium|phosphate|creatinine|hormones?|levels?|serum|plasma|antibod\w+)\b"
)
"""What is measured in blood and felt by nobody."""


def wanted(context: Context) -> bool:
    """Whether some outcome moved, and none of them to the worse."""
    better, worse = moved(context)
    return bool(better) and not worse


STARTED: Final = (Intent.THERAPY, Intent.DOSING, Intent.PREVENTION)
"""Kinds of question whose path leads to a first dose."""


def decidable(context: Context) -> bool:
    """Whether anything here says whether to give it: a path of checks before a choice that nothing supports is none."""
    if context.question.intent not in STARTED or for_patient.barred(context) or guidance.rows(context):
        return True
    uses = context.directives(DirectiveAction.INDICATED)
    meant = any(context.indicated_for_this(d) for _, d in uses) or (bool(uses) and not context.use)
    if meant or context.wider_use or any(effect_of(g, context) for g in leading(context)):
        return True
    return noninferior.claim(context) is not None or lead_passage.lead(context) is not None


def start(steps: Steps, context: Context) -> bool:
    """The first dose, as labelled for this use or as studied, only where an effect on the outcome asked about was seen.

    False where no dose is told.
    """
    drug = starting.drug(context)
    # It was chosen since a guideline advises it, or of a class the guideline chooses.
    if chosen_by_guideline(context):
        agreeing.say(steps, context, off_label=context.off_label)
        return unlabelled_dose.say_advised(steps, context)
    if fit := labelled_dose.suited(context):
        _weighed(steps, context)
        agreeing.say(steps, context, off_label=False)
        if not (dose_rows.advised_first(context) and unlabelled_dose.say_advised(steps, context)):
            labelled_dose.say(steps, context, fit)
        return True
    if noninferior.claim(context) is None or any(moved(context)):
        if not any(effect_of(g, context) for g in leading(context)):  # speaks neither for it nor against it
            if unlabelled_dose.advised(context):
                agreeing.say(steps, context, off_label=context.off_label)
                return unlabelled_dose.say_advised(steps, context)
            return _concluded(steps, context, drug) or _as_advised(steps, context)
        _weighed(steps, context)
    _no_worse(steps, context)
    agreeing.say(steps, context, off_label=context.off_label)
    return unlabelled_dose.say(steps, context, drug)


def _no_worse(steps: Steps, context: Context) -> None:
    """Which of two courses a trial found to be no worse, in its own words: it chooses between doses."""
    claim = noninferior.claim(context)
    kinds = {m.lower() for name in context.classes for m in members(name)}
    if claim is not None and any(wording.stands_in(name, claim[1].quote.lower()) for name in kinds):
        return  # what one member did against something else chooses none of its class
    if claim is not None and len(claim[1].quote) <= LONGEST:
        steps.step(f"Choose by this: \u201c{' '.join(claim[1].quote.split())}\u201d", Kind.QUOTED, (claim[1],))


def chosen_by_guideline(context: Context) -> bool:
    """Whether the treatment was chosen since a guideline advises it, or is one of a class with advice on its dose."""
    advised = [d for _, d in unlabelled_dose.advised(context) if d.action is DirectiveAction.RECOMMENDED]
    return bool(is_proposed(context.question) or context.classes) and bool(advised)  # how much is no word on whether


def _weighed(steps: Steps, context: Context) -> None:
    """What got better against what got worse, where both were seen; what got worse, where a label is for this use."""
    better, worse = moved(context)
    if not worse or any(one.text.startswith(between.MINDED) for one in steps.draft.statements):
        return  # that it speaks for the other was weighed before
    price = wording.join(worse[:MOST_NAMED])
    against = f"{wording.join(better[:MOST_NAMED])} against what was found of {price}" if better else price
    steps.step(f"Weigh what was found above of {against}", Kind.NAVIGATION)
    steps.branch("a", f"Not worth it to the patient: do not start; {halts.elsewhere(context)}")
    steps.branch("b", "Worth it: go on")


def counted(use: str) -> bool:
    """Whether what is asked about is an event that is counted: nothing is started `for death`."""
    return _COUNTED_EVENT.match(use) is not None


_COUNTED_EVENT: Final = caseless(
    r"(?:all-cause |cardiovascular )?(?:deaths?|mortality|survival|hospital\w*|recurrences?)\b"
)


def _as_advised(steps: Steps, context: Context) -> bool:
    """Without a study's word: what a guideline recommends of it, which may tell when and how, and no amount."""
    every = [row for row in guidance.rows(context) if row[1].action is DirectiveAction.RECOMMENDED]
    every = [row for row in every if not _of_another(row[1].drug, context)]
    rows = sorted(every, key=lambda row: options.second(row[1].text))[:1]
    if rows:
        steps.step(f"Give it as advised: {said(rows)}", Kind.DIRECTIVE, spans(rows))
    return bool(rows)


def _of_another(drugs: str, context: Context) -> bool:
    """Whether advice is on other medicines than the one asked about, and names that in passing (`for who had no relief
    from A, B`)."""
    names = [name.strip().lower() for name in drugs.split(",") if name.strip()]
    near = {label for drug in context.drugs for label in (drug, *map(str.lower, classes_of(drug)))}
    near |= {member.lower() for drug in context.drugs for member in members(drug)}
    return bool(names) and not near & set(names)


def _concluded(steps: Steps, context: Context, drug: str) -> bool:
    """Where only a conclusion can be quoted, and no effect counted: that conclusion, then the dose."""
    passage = lead_passage.lead(context)
    if passage is None or not any(s.kind.asserts for s in steps.draft.statements):
        return False  # without a label's word there is nothing to decide by either
    agreeing.say(steps, context, off_label=context.off_label)
    return unlabelled_dose.say(steps, context, drug)
