"""Pairs: two medicines that a question puts together, and what the labels of either say of the other or its class.

Where no label says anything, that is said with whose labels the library lacks: silence is not safety.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from probatum import vocabulary
from probatum.apply import fitting, wording
from probatum.apply.arms import choices
from probatum.apply.context import Context
from probatum.apply.drafting import Draft, directives
from probatum.apply.effects import effect_of
from probatum.apply.outcomes import OutcomeGroup
from probatum.model import Appraisal, Directive, DirectiveAction, Intent, Kind, Patient, RecordKind, Role

_WARNS = (
    DirectiveAction.CONTRAINDICATED,
    DirectiveAction.BOXED_WARNING,
    DirectiveAction.INTERACTION,
    DirectiveAction.CAUTION,
)
MOST = 3


def asked(context: Context) -> tuple[str, ...]:
    """The medicines that are put together; empty unless the question is one of interaction and names two or more."""
    named = [c.label for c in context.question.concepts if c.semantic == "drug"]
    named = list(dict.fromkeys((*named, *context.question.patient.drugs)))
    return tuple(named) if context.question.intent is Intent.INTERACTION and len(named) > 1 else ()


def say(draft: Draft, context: Context) -> None:
    """What labels say of the two together, else that none does; nothing where nothing of the kind is asked."""
    names = asked(context)
    if not names:
        return
    rows = list(_told(context, names))[:MOST]
    directives(draft, rows, "Interaction that matters here", "When both are taken")  # its own words name the class
    if not rows:
        lacking = [name for name in names if not _labels(context, name)]
        bare = f"; it holds no label of {wording.join(lacking, 'or')}" if lacking else ""
        both = wording.join(names)
        draft.add(
            f"no label in the library tells of {both} together{bare}; this does not mean that it is safe",
            Kind.ABSENCE,
            plain=f"we found no label that tells of {both} together. This does not mean that it is safe. "
            "Ask your pharmacist or doctor before you take both",
        )


def _labels(context: Context, name: str) -> list[Appraisal]:
    """Labels of a medicine, those of a combination with it included, and those of what a combination is made of."""
    held = [a for a in context.appraisals if a.record.kind is RecordKind.LABEL]
    parts = _parts(name)
    return [a for a in held if any(parts & _parts(d.drug) for d in a.directives if d.drug)]


def _parts(name: str) -> frozenset[str]:
    """A medicine and the drugs it is made of, in lower case."""
    known = vocabulary.load()
    return frozenset({name.lower(), *(base.lower() for base in known.base_of(name))})


def _told(context: Context, names: tuple[str, ...]) -> Iterator[tuple[Appraisal, Directive]]:
    """Directions of the label of one that name another, or its class."""
    for name in names:
        others = Patient(drugs=tuple(other for other in names if other != name))
        for appraisal in _labels(context, name):
            for item in appraisal.directives:
                if item.action in _WARNS and fitting.takes(item.text, others):
                    yield appraisal, item


def say_apart(draft: Draft, context: Context, groups: Sequence[OutcomeGroup]) -> None:
    """That nothing sets the choices of the question against each other, where each was compared with something else."""
    asked = [c.label for c in context.question.having(Role.INTERVENTION) if c.semantic in ("drug", "procedure")]
    effects = [effect for group in groups if (effect := effect_of(group, context))]
    if choices(context.question) and not any(
        effect.stand.other in {wording.lower(n) for n in asked} for effect in effects
    ):
        draft.add(f"no included study compares {wording.join(list(dict.fromkeys(asked)), 'with')}", Kind.ABSENCE)
