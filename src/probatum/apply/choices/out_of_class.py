"""Out of a class: what trials found of members that this patient may not have, where the class is asked about.

Of a class the label of one member bars that member alone. Where labels bar all that a trial or review gave, what it
found in others speaks for nothing here, however sure it is; what is left of the class is told.
"""

from __future__ import annotations

from typing import Final

import msgspec

from probatum import vocabulary
from probatum.apply import wording
from probatum.apply.choices import suiting, vetting
from probatum.apply.context import Context
from probatum.apply.drafting import Draft, source_name
from probatum.apply.evidence.given import treatment
from probatum.apply.once import once
from probatum.model import Appraisal, DirectiveAction, Intent, Kind, RecordKind, Section
from probatum.text import words
from probatum.text.expressions import caseless
from probatum.vocabulary.classes import classes_of, members

MOST = 4
_LED = ("bottom_line", "conclusion")
_ADVICE = (RecordKind.LABEL, RecordKind.GUIDELINE)


def say(draft: Draft, context: Context) -> None:
    """Which members of the class labels bar for this patient, first, where nothing has told it yet."""
    told = {span for one in draft.statements for span in one.supports}
    rows = [(name, row) for name in sorted(suiting.members_out(context)) for row in vetting.bars(name, context)[:1]]
    taken = {drug.lower() for drug in context.question.patient.drugs}
    if not rows or context.question.patient.pregnancy or _harm_alone(context):
        return
    if taken and taken <= {name.lower() for name in context.classes}:
        return  # who takes the class and nothing else meets no other medicine in it
    if any(_BARS.search(one.text) for one in draft.statements):
        return  # the class as a whole was told of
    led = Draft(draft.id, "")
    for name, (label, item) in [one for one in rows if one[1][1].span not in told][:MOST]:
        sure = item.action is DirectiveAction.CONTRAINDICATED
        why = f"({source_name(label)}): {wording.lower(item.text.rstrip('. '))}"
        text = f"{name} is {'contraindicated' if sure else 'advised against'} for this patient {why}"
        easy = f"{name} {'must not be used by' if sure else 'is not advised for'} this person {why}"
        led.add(text, Kind.DIRECTIVE, (item.span,), plain=easy)
    draft.open_with(led.statements)


def _harm_alone(context: Context) -> bool:
    """Whether it is asked what harm a class does, and nothing is told of a patient who might be barred from it."""
    patient = context.question.patient
    told = patient.conditions or patient.allergies or patient.drugs or patient.kidney or patient.liver
    return context.question.intent is Intent.HARM and not told


_BARS: Final = caseless(r"\bis (?:contraindicated|advised against) for this p")


def without_studies(section: Section, context: Context) -> Section:
    """The short answer or the conclusion without what studies of such members found; as it is where nothing is left."""
    gone = _studies(context) if section.id in _LED else frozenset[str]()
    kept = tuple(s for s in section.statements if not (s.supports and {span.record for span in s.supports} <= gone))
    if len(kept) == len(section.statements) or not any(s.kind.asserts for s in kept):
        return section
    made = (msgspec.structs.replace(s, id=f"{section.id}.{n}") for n, s in enumerate(kept, 1))
    return msgspec.structs.replace(section, statements=tuple(made))


@once
def _studies(context: Context) -> frozenset[str]:
    """The records of studies that gave such members."""
    out = suiting.members_out(context)
    if not out:
        return frozenset()
    called = [own for name in _whole_classes(out, context) if (own := words.stems(name))]
    return frozenset(
        a.record.id for a in context.appraisals if a.record.kind not in _ADVICE and _gave_only(a, out, called)
    )


def _gave_only(appraisal: Appraisal, out: frozenset[str], called: list[frozenset[str]]) -> bool:
    """Whether what a study tested is one of these, or a class all of which they are."""
    name = treatment(appraisal)
    given = {m.term.label.casefold() for m in vocabulary.load().find(name) if m.term.semantic == "drug"}
    return bool(given) and (given <= out or any(own <= words.stems(name) for own in called))


def _whole_classes(out: frozenset[str], context: Context) -> set[str]:
    """The narrowest classes of these of which every member with a label is one, by all their names."""
    labelled = {item.drug.lower() for label in context.labels for item in label.directives if item.drug}
    found: set[str] = set()
    for kind in {kind for name in out for kind in classes_of(name)[:1]}:
        own = {member.casefold() for member in members(kind)}
        if own & labelled <= out:
            found |= {kind, *(name for name in own if len(name.split()) > 1)}
    return found
