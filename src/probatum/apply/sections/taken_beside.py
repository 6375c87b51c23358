"""What labels say of the medicines that are taken beside what is asked about."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import msgspec

from probatum.apply import fitting, wording
from probatum.apply.context import Context
from probatum.apply.labels.ingredients import ingredient, names_it
from probatum.apply.numbering import Steps
from probatum.apply.sections import excluding, halts
from probatum.model import DirectiveAction, Kind, Patient, RecordKind
from probatum.text.expressions import caseless

_GRAVITY: Final = (
    caseless(r"\bcontra-?indicated|\b(?:must|do) not\b|\blife-threatening|\bfatal\b"),
    caseless(r"\bavoid\w*|\bnot (?:be )?(?:recommended|used|given|taken|combined)\b|\bshould be stopped\b"),
    caseless(r"\b(?:severe|serious)\b"),
    caseless(
        r"\bexceed|\bhalv\w+|\b(?:dose|doses)\b[^.;]{0,60}\b(?:reduced|lowered|adjusted|raised|changed)\b|\bapart\b"
    ),
    caseless(r"\bmonitor\w*|\bmeasured\b|\bchecked\b|\bwatched\b"),
)
"""What is to be done about a pair of medicines, the gravest first."""


_TOGETHER_NEVER: Final = caseless(
    r"\bcontra-?indicated|\bavoid(?:ed)?\b|\bnot (?:be )?(?:recommended|used|given|taken|combined)\b"
)


_IN_PART: Final = caseless(
    r"\bexceed|\bdos(?:e|es|ing)\b|\d ?(?:mg|g|ml)\b|\b(?:unless|if possible|where possible|within)\b"
)
"""What holds of an amount or a time and forbids nothing as such."""


def never_together(row: excluding.Row) -> bool:
    """Whether two medicines are not to be given together, so that no step may go on to the dose of one."""
    return bool(_TOGETHER_NEVER.search(row[1].text)) and not _IN_PART.search(row[1].text)


def _grave(row: excluding.Row) -> int:
    return next((n for n, sign in enumerate(_GRAVITY) if sign.search(row[1].text)), len(_GRAVITY))


def interactions(steps: Steps, context: Context, *, single: bool = False) -> None:
    """What labels say of the medicines that are taken; where none is told, of those that change what is given.
    `single`: it is given once, or for some days."""
    warned = (DirectiveAction.INTERACTION, DirectiveAction.CAUTION, DirectiveAction.BOXED_WARNING)
    every = [*context.directives(*warned), *_of_other_labels(context)]
    taken = _taken(context, [row for row in every if _is_met(row, context)])
    if taken:
        rows = [row for _, row in taken]
        told = excluding.said(rows)
        names = wording.join(_meant(rows, context))
        steps.step(
            f"Mind what is taken already{f' ({names})' if names else ''}: {told}", Kind.DIRECTIVE, excluding.spans(rows)
        )
        if any(never_together(row) for row in rows):
            given = halts.names(context)
            steps.branch("a", f"That has to go on: do not use {given} beside it; {halts.elsewhere(context, rows)}")
            steps.branch("b", "Its prescriber ends it first: go on")
        return
    own = sorted([*context.directives(DirectiveAction.INTERACTION), *_of_other_labels(context)], key=_grave)
    # What forbids it, or changes a dose: what only adds to a risk stands under safety.
    acted = [row for row in own if _grave(row) in _FOR_A_STEP and _ACTS.search(row[1].text)]
    short = [row for row in acted if len(row[1].text.split()) <= SHORT]
    rows = [row for row in short if not fitting.of_others(row[1].text, context.question.patient)][
        : excluding.MOST_PAIRS
    ]
    if not rows or (single and _VACCINES.search(rows[0][1].text)):
        return  # one dose leaves the time of a vaccine as it is
    habit = _HABIT.search(rows[0][1].text)
    asked = f"{wording.lower(habit[0])} and other medicines" if habit else "other medicines"
    asked = "vaccinations" if _VACCINES.search(rows[0][1].text) else asked
    steps.step(f"Ask about {asked}: {excluding.said(rows)}", Kind.DIRECTIVE, excluding.spans(rows))
    if _VACCINES.search(rows[0][1].text):
        steps.branch("a", "One is due: ask when it may be given, and give none meanwhile; go on")
        steps.branch("b", "None is due: go on")
    elif any(never_together(row) for row in rows):
        given = halts.names(context)
        steps.branch("a", f"Taken, and cannot be ended: do not use {given}; {halts.elsewhere(context, rows)}")
        steps.branch("b", "Not taken: go on")
    elif habit:
        steps.branch("a", "It is so, or changes: ask the prescriber which dose then")
        steps.branch("b", "Not so: go on")
    else:
        steps.branch("a", f"Taken, and that cannot be done: {halts.elsewhere(context, rows)}")
        steps.branch("b", "Not taken, or done: go on")


_VACCINES: Final = caseless(r"\bvaccin\w+")
"""What is given once and is not taken."""


_FOR_A_STEP: Final = (0, 1, 3)


SHORT: Final = 40
"""Words of a direction on other medicines that a step holds."""


_ACTS: Final = caseless(
    r"\b(?:should|must|need(?:s|ed)?|avoid\w*|monitor\w*|recommended|reduc\w+ the dose|dose is|limited|not exceed"
    r"|stop\w*|halv\w+|apart)\b"
)
"""A direction that asks for something to be done, and does not tell a risk alone."""


_HABIT: Final = caseless(r"^(?:smoking|alcohol|grapefruit(?: juice)?|caffeine|food|dairy products)\b")
"""What changes the effect of a medicine and is none itself."""


def _taken(context: Context, rows: Sequence[excluding.Row]) -> list[tuple[str, excluding.Row]]:
    """Directions on the medicines that are taken, each medicine once, the gravest first."""
    patient, found = context.question.patient, dict[str, excluding.Row]()
    for row in sorted(rows, key=_grave):
        name = fitting.takes(row[1].text, patient) or (row[1].drug if _has(patient.drugs, row[1].drug) else "")
        if name and name.lower() not in context.drugs:
            found.setdefault(wording.lower(name), row)
    return list(found.items())[: excluding.MOST_PAIRS]


def of_taken(context: Context) -> list[excluding.Row]:
    """What labels say of what is asked about and the medicines that are taken, the gravest first."""
    warned = (DirectiveAction.INTERACTION, DirectiveAction.CAUTION, DirectiveAction.BOXED_WARNING)
    return [row for _, row in _taken(context, [*context.directives(*warned), *_of_other_labels(context)])]


def clashes(context: Context) -> list[tuple[excluding.Row, list[str]]]:
    """Directions that keep it from being given beside medicines that are taken, with those."""
    warned = (DirectiveAction.INTERACTION, DirectiveAction.CAUTION, DirectiveAction.BOXED_WARNING)
    rows = (row for _, row in _taken(context, [*context.directives(*warned), *_of_other_labels(context)]))
    return [(row, names) for row in rows if never_together(row) and (names := _meant([row], context))]


def _meant(rows: Sequence[excluding.Row], context: Context) -> list[str]:
    """Those of the medicines taken that directions speak of, by their name or class."""
    patient = context.question.patient
    each = [(drug, msgspec.structs.replace(patient, drugs=(drug,))) for drug in patient.drugs]
    met = (drug for drug, alone in each if any(fitting.takes(item.text, alone) for _, item in rows))
    return [wording.lower(drug) for drug in met if drug.lower() not in context.drugs]


def _has(drugs: Sequence[str], name: str) -> bool:
    """Whether a medicine is among these, by the name of its label (`lithium carbonate`) or by the vocabulary's own."""
    return not {name.lower(), ingredient(name)}.isdisjoint(drug.lower() for drug in drugs)


def _is_met(row: excluding.Row, context: Context) -> bool:
    """Whether what a label says of its own medicine can be met: that is asked about or taken. What another's says of
    aspirin with it is nothing to who takes aspirin alone."""
    other = row[0].record.kind is RecordKind.LABEL and row[0] not in context.labels
    return not other or not row[1].drug or bool(_has(context.question.patient.drugs, row[1].drug))


def _of_other_labels(context: Context) -> list[excluding.Row]:
    """What the labels of other drugs, and notices on a drug that is taken, say of the one asked about."""
    pairs = (DirectiveAction.INTERACTION, DirectiveAction.CONTRAINDICATED)
    warned = (*pairs, DirectiveAction.BOXED_WARNING, DirectiveAction.CAUTION, DirectiveAction.NOT_RECOMMENDED)
    patient = context.question.patient
    found: list[excluding.Row] = []
    held = {appraisal.record.id for appraisal in (*context.labels, *context.other_labels)}
    looked_up = (a for a in context.option_labels if a.record.id not in held)
    taken = (a for a in looked_up if any(_has(patient.drugs, item.drug) for item in a.directives[:1]))
    for appraisal in (*context.other_labels, *taken, *context.guidelines):
        for item in appraisal.directives:
            theirs = _has(patient.drugs, item.drug) or bool(fitting.takes(item.text, patient))
            named = any(names_it(drug, item.text.lower()) for drug in context.drugs)
            if item.action in pairs and _has(patient.drugs, item.drug):  # it may tell of the class of what is asked
                named = named or bool(fitting.names_taken(item.text, Patient(drugs=context.drugs)))
            if named and item.action in (warned if theirs else pairs):
                found.append((appraisal, item))
    return found
