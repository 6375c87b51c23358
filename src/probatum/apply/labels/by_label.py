"""By label: where no study answers, what the label of the very use says."""

from __future__ import annotations

from typing import Final

from probatum.apply import fitting, wording
from probatum.apply.choices import elsewhere, guidance, telling
from probatum.apply.context import Context
from probatum.apply.drafting import Draft, directives
from probatum.apply.evidence.arms import choices
from probatum.apply.patient import for_patient, uses
from probatum.apply.sections import dose_rows
from probatum.model import About, Appraisal, Directive, DirectiveAction, Fit, Intent, Kind, RecordKind, Role
from probatum.text import ending, words
from probatum.text.expressions import caseless

WIDER: Final = "as a whole"
"""How it is said that a study was in a wider group, which holds the people asked about."""


def due(context: Context) -> bool:
    """Whether a label is for this use where no study was in the people asked about: it says more than effects seen in
    others do."""
    meant = _meant(context)
    named = any(_names_it(row[1].text, context) for row in meant)
    others = all(a.directness.note and _elsewhere(a, named=named) for a in context.answering)
    wanted = context.question.intent is Intent.THERAPY and not _advised(context)
    return wanted and others and bool(meant)


def _advised(context: Context) -> bool:
    """Whether a guideline on the illness asked about speaks of the treatment, or of its class: advice on another aim in
    that illness says nothing of it."""
    held = (a for a in context.guidelines if a.directness.population.fit is Fit.DIRECT)
    said = (
        d for a in held for d in a.directives if not (elsewhere.for_others(d.text, context) or _of_young(d, context))
    )
    return any(telling.of_chosen(d, context) and not ending.tells_way(d.text) for d in said) or bool(
        guidance.rows(context)
    )


def _of_young(item: Directive, context: Context) -> bool:
    """Whether advice is on children, of whom the question says nothing."""
    return fitting.YOUNG.search(item.text) is not None and not context.question.patient.age


def _elsewhere(appraisal: Appraisal, *, named: bool) -> bool:
    """Whether a study was in others; one in a wider group is as near as a label that does not name the illness."""
    held = appraisal.directness
    return held.population.fit in (Fit.RELATED, Fit.OTHER) and (named or WIDER not in held.note)


def _names_it(text: str, context: Context) -> bool:
    """Whether a direction names the illness asked about itself, under any of its names."""
    own = [c for c in context.question.concepts if c.role is Role.POPULATION and c.semantic == "condition"]
    said = words.stems(text)
    names = (words.stems(name) for c in own for name in (c.label, c.text, *c.synonyms))
    return any(name and name <= said for name in names)


def _meant(context: Context) -> list[tuple[Appraisal, Directive]]:
    rows = [row for row in context.directives(DirectiveAction.INDICATED) if context.indicated_for_this(row[1])]
    fit = [row for row in context.dosed_for_this if for_patient.concerned(row[1], context)]
    return rows or [row for row in fit if not uses.for_another_use(row[1], context)] or _of_wider(context)


def _of_wider(context: Context) -> list[tuple[Appraisal, Directive]]:
    """What a label has among its uses of which the illness asked about is a kind: osteoarthritis, where it is of the
    knee."""
    wider = words.stems(context.wider_use)
    own = [words.stems(c.label) for c in context.question.concepts]
    if not wider or not any(wider < stems for stems in own):
        return []
    return [row for row in context.directives(DirectiveAction.INDICATED) if wider <= words.stems(row[1].text)]


def of_another(context: Context) -> list[tuple[Appraisal, Directive]]:
    """What the first label is for, where no study or guideline tells of the use asked about and that label does not
    name it; else nothing."""
    wanted = context.question.intent in (Intent.THERAPY, Intent.PREVENTION) and context.drug_like
    studied = any(a.record.kind not in _ADVICE for a in context.about(About.QUESTION))
    if not wanted or studied or guidance.rows(context) or context.by_members or not context.unmeant:
        return []  # a study in others than this patient is one of this use all the same
    if not context.off_label and context.guidelines:
        return []  # a label for a wide class of illnesses leaves it open, and advice on the illness says more
    first = context.labels[0]
    return [row for row in context.directives(DirectiveAction.INDICATED) if row[0] is first][:MOST_USES]


MOST_USES: Final = 2
_ADVICE: Final = (RecordKind.LABEL, RecordKind.GUIDELINE)


def say_another(draft: Draft, context: Context) -> None:
    """That neither a study nor the label is on the use asked about, and what the label is for."""
    rows = of_another(context)
    lead = "No study of this use was found, and the label does not name it"
    directives(draft, rows, lead, "We found no study of this use, and the official label does not name it")


def say(draft: Draft, context: Context, *, short: bool) -> None:
    """Where no study answers, that a label is for this very use, with its dose; of several to choose between, what each
    label has among its uses."""
    if choices(context.question) and len(context.named) > 1:
        _say_each(draft, context, short=short)
        return
    if short and len(draft):
        told = f"no study of this was found: this is what the label of {wording.join(context.named)} says"
        draft.add(told, Kind.ABSENCE)
        return
    appraisal, item = _meant(context)[0]
    if item.action is DirectiveAction.DOSE:
        directives(draft, [(appraisal, item)], "No study of this was found; its label", "Its label says")
        return
    doses = [row for row in dose_rows.label_doses(context) if row[0] is appraisal]
    doses = [row for row in doses if not uses.for_another_use(row[1], context)][:1]
    near = any(a.record.kind not in _ADVICE for a in context.about(About.QUESTION))  # in others, and told behind it
    lead = "Label" if near else "No study of this was found; its label"
    directives(draft, [(appraisal, item), *doses], lead, "Its label says")


def _say_each(draft: Draft, context: Context, *, short: bool) -> None:
    """That nothing that is held compares the choices, and for each what its label has of this among its uses."""
    if not any(_COMPARES.search(one.text) for one in draft.statements):
        names = wording.join(context.named, "and")
        draft.add(f"no study that compares {names} in this was found", Kind.ABSENCE)
    if short:
        return
    meant: dict[str, tuple[Appraisal, Directive]] = {}
    out = {item.drug.lower() for _, item in for_patient.barred(context)}
    for appraisal, item in _meant(context):
        if item.action is DirectiveAction.INDICATED and item.drug.lower() not in out:
            meant.setdefault(appraisal.record.id, (appraisal, item))
    directives(draft, list(meant.values())[:MOST_USES], "For this", "Used for this")


_COMPARES: Final = caseless(r"^no included study compares\b")
