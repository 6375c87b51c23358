"""Replying: the first words after a follow-up, where the article itself does not give them.

Why a certainty is what it is; who funded a study and other facts of it; whether a dose, a comparison or a patient was
studied. Each sentence rests on its spans like any other, and what a record does not say is said to be unsaid.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

from probatum.apply import designs, wording
from probatum.apply.choices import guidance
from probatum.apply.context import Context
from probatum.apply.drafting import Draft, directives
from probatum.apply.evidence import apart, regimen
from probatum.apply.evidence.outcomes import graded_studies
from probatum.apply.evidence.reasons import certainty
from probatum.apply.patient import for_patient, other_uses
from probatum.apply.replies import resting
from probatum.apply.sections import undosed_organ
from probatum.apply.sections.evidence import told_groups
from probatum.model import (
    Appraisal,
    Arm,
    Concept,
    Directive,
    DirectiveAction,
    FollowUp,
    FollowUpKind,
    Intent,
    Kind,
    RecordKind,
    Section,
    Sourced,
    Span,
    Study,
)
from probatum.text import doses, words
from probatum.text.doses import Dose
from probatum.text.expressions import expression

MOST_STUDIES = 3
_FACTS: Final[dict[str, str]] = {
    "funding": "funding",
    "conflicts": "conflicts of interest",
    "people": "number of people",
    "duration": "duration",
    "blinding": "blinding",
    "setting": "setting",
    "registration": "registration",
    "population": "people studied",
}


def reply(context: Context, follow: FollowUp, cited: tuple[str, ...] = ()) -> Section | None:
    """The section that answers the follow-up itself, or None where the article does. `cited`: record of reference n."""
    rules: dict[FollowUpKind, Callable[[Draft, Context, FollowUp, tuple[str, ...]], None]] = {
        FollowUpKind.CERTAINTY: _certainty,
        FollowUpKind.STUDY: _study,
        FollowUpKind.DOSE: _dose,
        FollowUpKind.COMPARISON: _comparison,
        FollowUpKind.PATIENT: _patient,
        FollowUpKind.STUDIES: resting.left,
        FollowUpKind.TREATMENT: _others,
    }
    rule = rules.get(follow.kind)
    if rule is None:
        return None
    draft = Draft("reply", "Reply to the follow-up")
    rule(draft, context, follow, cited)
    return draft.section("") if len(draft) else None


def _certainty(draft: Draft, context: Context, follow: FollowUp, cited: tuple[str, ...]) -> None:
    """The steps of every certainty of the answer, those of the level that was named first."""
    groups = [g for g in told_groups(context) if g.certainty is not None]
    named = [g for g in groups if g.certainty and _level_in(follow.typed) == g.certainty.level.value]
    overall = [one.level.value for one in dict(context.overall).values()]
    levels = list(dict.fromkeys(g.certainty.level.value for g in groups if g.certainty)) or overall[:1]
    if levels and (wrong := _level_in(follow.typed)) and wrong not in levels:
        draft.add(f"no certainty here is {wrong}: what was graded is {wording.join(levels)}", Kind.NAVIGATION)
    for group in named or groups:
        if group.certainty is not None:
            sentences = [i.finding.sentence for i in group.items]
            certainty(draft, group.certainty, graded_studies(group), sentences, group.name)
    graded = dict(context.overall)
    source = next((a for a in context.answering if a.record.id in graded), None)
    if not groups and source is not None:
        said = [*source.conclusions, *source.results][:1]
        certainty(draft, graded[source.record.id], (source.study,), said, "this answer")
    if not draft:
        draft.add("no certainty was given, since no study of this was found", Kind.ABSENCE)


_LEVEL: Final = expression(r"\b(?P<level>very low|low|moderate|high)\b", re.IGNORECASE)
_WEAK: Final = expression(r"\b(?:weak|poor|unsure|not (?:very )?sure|uncertain)\b", re.IGNORECASE)


def _level_in(text: str) -> str:
    """The level that is named: `why is it so weak` names none."""
    found = _LEVEL.search(text)
    return found["level"].lower() if found and not _WEAK.search(text) else ""


def _meant(context: Context, follow: FollowUp, cited: tuple[str, ...]) -> tuple[Appraisal, ...]:
    """The studies asked about: by reference number or author, else the leading ones of the last answer."""
    known = {a.record.id: a for a in context.appraisals}
    if follow.study.isdigit() and 0 < int(follow.study) <= len(cited):
        return tuple(known[r] for r in cited[int(follow.study) - 1 : int(follow.study)] if r in known)
    if follow.study:
        named = follow.study.split()
        found = [a for a in context.appraisals if all(part.lower() in resting.name(a).lower() for part in named)]
        if found:
            return tuple(found[:1])
    several = re.search(r"\b(?:trials|studies|papers|they|them|those)\b", follow.typed, re.IGNORECASE)
    leading = [known[r] for r in cited if r in known and known[r] in context.answering]
    studies = [known[r] for r in cited if r in known and known[r].record.kind not in _NO_STUDIES]
    return tuple((leading or list(context.answering) or studies)[: MOST_STUDIES if several else 1])


_NO_STUDIES: Final = (RecordKind.LABEL, RecordKind.GUIDELINE)


def _study(draft: Draft, context: Context, follow: FollowUp, cited: tuple[str, ...]) -> None:
    """A fact of a study with the characters it was read from; what its record does not say is said to be unsaid."""
    if follow.fact == "sources":
        resting.sources(draft, context, cited)
        return
    if not context.answering and not follow.study:
        resting.official(draft, context, cited, alone=True)
    for appraisal in _meant(context, follow, cited):
        text, spans = _fact(appraisal.study, follow.fact)
        if text:
            draft.add(f"{resting.name(appraisal)}: {text}", Kind.FINDING, spans)
        else:
            what = _FACTS.get(follow.fact, follow.fact)
            draft.add(f"the record of {resting.name(appraisal)} in the library does not tell its {what}", Kind.ABSENCE)
    if not any(s.kind is not Kind.NAVIGATION for s in draft.statements):
        draft.add("the last answer names no study of which this could be said", Kind.ABSENCE)


def _fact(study: Study, fact: str) -> tuple[str, tuple[Span, ...]]:
    if fact == "people":
        if study.n is None or study.n_span is None:
            return "", ()
        return wording.people(study.n), (study.n_span,)
    sourced = getattr(study, fact, None)
    if not isinstance(sourced, Sourced):
        return "", ()
    return f"{_FACTS[fact]}: {sourced.value}", (sourced.span,)


def _dose(draft: Draft, context: Context, follow: FollowUp, cited: tuple[str, ...]) -> None:
    """Of each dose that is named, which studies gave it and what the label gives it for; where neither is so, that is
    said, with the doses that were studied."""
    wanted = [(follow.typed[d.start : d.end], d) for d in doses.read(follow.typed)] or [
        (follow.dose, d) for d in doses.read(follow.dose)[:1]
    ]
    given, others = _studied(context)
    met = [_on_dose(draft, context, dose, given) for _, dose in wanted[:MOST_DOSES]]
    for (name, _), found in zip(wanted, met, strict=False):
        if not found:
            draft.add(f"no included study gave {name}, and no label of it is held that names it", Kind.ABSENCE)
    if len(wanted) > 1 and all(met) and not _beside(wanted, given):
        names = wording.join([name for name, _ in wanted[:MOST_DOSES]], "with")
        draft.add(f"no included study compares {names}", Kind.ABSENCE)
    if met and not any(met):
        studied = {name: arm for name, arm in others.items() if name}
        if studied:
            draft.add(f"doses studied: {wording.join(list(studied))}", Kind.FINDING, studied.values())


MOST_DOSES: Final = 2


def _beside(wanted: list[tuple[str, Dose]], given: list[tuple[Appraisal, Arm, Dose]]) -> bool:
    """Whether one study gave two of the doses that are named."""
    by_study: dict[str, set[float]] = {}
    for appraisal, _, own in given:
        by_study.setdefault(appraisal.record.id, set()).update({own.amount, own.daily_total or own.amount})
    return any(sum(dose.amount in held for _, dose in wanted) > 1 for held in by_study.values())


def _studied(context: Context) -> tuple[list[tuple[Appraisal, Arm, Dose]], dict[str, Span]]:
    """The doses that the arms of the studies got, and where each is told."""
    given: list[tuple[Appraisal, Arm, Dose]] = []
    told: dict[str, Span] = {}
    for appraisal in context.answering:
        for arm in regimen.arms(appraisal.study):
            read = doses.read(arm.dose_per_day or arm.dose)
            if read and not arm.control:
                given.append((appraisal, arm, read[0]))
                told.setdefault(arm.dose, arm.span)
    return given, told


def _on_dose(draft: Draft, context: Context, dose: Dose, given: list[tuple[Appraisal, Arm, Dose]]) -> bool:
    """Say what studies and labels give a dose; False where none does."""
    asked = dose.daily_total or dose.amount
    alike = [(a, arm, own) for a, arm, own in given if own.unit == dose.unit]
    held = [(a, arm) for a, arm, own in alike if asked in (own.daily_total or own.amount, own.amount)]
    for appraisal, arm in held[:MOST_STUDIES]:
        lead, spans = designs.lead(appraisal.study)
        draft.add(f"{arm.dose} was studied in {lead}", Kind.FINDING, (arm.span, *spans))
    rows = [(a, d) for a, d in context.directives(DirectiveAction.DOSE) if _gives(d.text, asked, dose.unit)]
    own = [row for row in rows if for_patient.concerned(row[1], context)]
    directives(draft, (own or rows)[:1], "dose on the label", "dose on the label")
    return bool(held or rows)


def _gives(text: str, asked: float, unit: str) -> bool:
    """Whether a direction gives an amount, at once or in a day."""
    return any(d.unit == unit and asked in (d.amount, d.daily_total) for d in doses.read(text))


def _comparison(draft: Draft, context: Context, follow: FollowUp, cited: tuple[str, ...]) -> None:
    """Where no source names both: that it is so, and what the label of the other is for and warns of, since the article
    below tells the labels of the first alone."""
    sides = apart.sides_of(context)
    if len(sides) != 2 or apart.together(context, sides):
        return
    mine, other = (wording.spelled(side) for side in sides)
    draft.add(f"no included study compares {mine} with {other}", Kind.ABSENCE)
    label = next((a for a in (*context.other_labels, *context.option_labels) if _is_of(a, sides[1])), None)
    if label is None:
        return
    wanted = words.stems(f"{context.question.population} {context.question.outcome}")
    for action, lead in _OF_THE_OTHER:
        rows = [(label, d) for d in label.directives if d.action is action]
        rows.sort(key=lambda row: -len(words.stems(row[1].text) & wanted))
        grave = action is not DirectiveAction.INDICATED
        directives(draft, rows[:1], lead.format(name=other))
        if grave and rows:
            return


_OF_THE_OTHER: Final = (
    (DirectiveAction.INDICATED, "what {name} is for"),
    (DirectiveAction.BOXED_WARNING, "the gravest warning about {name}"),
    (DirectiveAction.CONTRAINDICATED, "when {name} must not be used"),
    (DirectiveAction.CAUTION, "what care {name} needs"),
)
"""What is told of the label of a treatment that the last one is compared with: its use, then the gravest warning."""


def _is_of(label: Appraisal, side: Concept) -> bool:
    names = {name.lower() for name in side.names}
    return any(d.drug.lower() in names for d in label.directives)


_ON_IT: Final = (
    DirectiveAction.CONTRAINDICATED,
    DirectiveAction.BOXED_WARNING,
    DirectiveAction.NOT_RECOMMENDED,
    DirectiveAction.CAUTION,
    DirectiveAction.DOSE,
    DirectiveAction.SPECIAL_POPULATION,
    DirectiveAction.MONITOR,
)
"""Directions that may turn on what is told of a patient, the gravest first."""
MOST_NEW: Final = 2


def _patient(draft: Draft, context: Context, follow: FollowUp, cited: tuple[str, ...]) -> None:
    """What labels and guidelines say of the illness that was told now; else, where neither a label nor a study of the
    library speaks of these people, that it is so."""
    for concept in _told_now(context, follow):
        rows = [(a, d) for a, d in _on(context, concept) if d.action in _ON_IT]
        rows.sort(key=lambda row: _ON_IT.index(row[1].action))
        named = wording.spelled(concept)
        directives(draft, rows[:MOST_NEW], f"on {named}", f"on {named}")
    if len(draft) or for_patient.barred(context) or for_patient.told(context):
        return
    if any(not a.directness.note for a in context.answering):
        return
    who = context.question.population or context.population
    patient = context.question.patient
    valued = any(sign.isdigit() for sign in f"{patient.kidney}{patient.liver}")
    if valued and context.question.intent is not Intent.DOSING:
        undosed_organ.lead_told(draft, context)  # what is known of everybody says nothing of a dose for such kidneys
    if not who or valued or _VALUE.search(context.question.read):
        return  # somebody with a measured value is no kind of people that a study is about
    draft.add(f"no included study is about {who}; what was found in other people is marked as indirect", Kind.ABSENCE)


_VALUE: Final = expression(r"\b(?:with|and) an? [\w ]{2,30} of \d", re.IGNORECASE)


def _told_now(context: Context, follow: FollowUp) -> list[Concept]:
    """The illnesses that the follow-up itself tells."""
    ill = [c for c in context.question.concepts if c.semantic in ("condition", "symptom")]
    said = words.stems(follow.typed)
    return [c for c in ill if any(n and n <= said for n in map(words.stems, c.names))]


def _on(context: Context, concept: Concept) -> Iterator[tuple[Appraisal, Directive]]:
    """Directions on the treatment asked about that name an illness; what it is meant for is none of them."""
    names = [n for n in map(words.stems, concept.names) if n]
    for appraisal in (*context.labels, *context.guidelines):
        for item in appraisal.directives:
            own = appraisal in context.labels or item.drug.lower() in context.drugs
            said = words.stems(f"{item.population} {item.text}")
            if own and any(name <= said for name in names) and not other_uses.for_other_use(item.text, context):
                yield appraisal, item


def _others(draft: Draft, context: Context, follow: FollowUp, cited: tuple[str, ...]) -> None:
    """Where something else than the last treatment is wanted and the library holds nothing else: that it is so."""
    if not follow.why.startswith(OTHER_THAN):
        return
    last = follow.why.removeprefix(OTHER_THAN)
    own = words.stems(last)
    named = [option.name for option in context.shortlist if not words.stems(option.name) & own]
    advised = any(not words.stems(d.drug) & own for _, d in guidance.rows(context))
    if not named and not advised:
        draft.add(f"no other treatment than {last} was found for this in the library", Kind.ABSENCE)


OTHER_THAN: Final = "other treatments than "
"""How it is said of a follow-up that it wants something else."""
