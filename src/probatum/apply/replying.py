"""Replying: the first words after a follow-up, where the article itself does not give them.

Why a certainty is what it is; who funded a study and other facts of it; whether a dose, a comparison or a patient was
studied. Each sentence rests on its spans like any other, and what a record does not say is said to be unsaid.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from probatum.apply import for_patient, regimen, wording
from probatum.apply.context import Context
from probatum.apply.drafting import Draft, source_name
from probatum.apply.outcomes import graded_studies
from probatum.apply.reasons import certainty
from probatum.apply.sections.evidence import told_groups
from probatum.model import Appraisal, FollowUp, FollowUpKind, Kind, Section, Sourced, Span, Study
from probatum.text import doses

MOST_STUDIES = 3
MOST_SOURCES = 6
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
        FollowUpKind.STUDIES: _studies,
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
    named = [g for g in groups if g.certainty and re.search(rf"\b{g.certainty.level.value}\b", follow.typed.lower())]
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


def _name(appraisal: Appraisal) -> str:
    record = appraisal.record
    if not record.authors:
        return source_name(appraisal)  # which tells the year
    return f"{record.authors[0].rsplit(' ', 1)[0]} {record.year or ''}".strip()


def _meant(context: Context, follow: FollowUp, cited: tuple[str, ...]) -> tuple[Appraisal, ...]:
    """The studies asked about: by reference number or author, else the leading ones of the last answer."""
    known = {a.record.id: a for a in context.appraisals}
    if follow.study.isdigit() and 0 < int(follow.study) <= len(cited):
        return tuple(known[r] for r in cited[int(follow.study) - 1 : int(follow.study)] if r in known)
    if follow.study:
        named = follow.study.split()
        found = [a for a in context.appraisals if all(part.lower() in _name(a).lower() for part in named)]
        if found:
            return tuple(found[:1])
    several = re.search(r"\b(?:trials|studies|papers|they|them|those)\b", follow.typed, re.IGNORECASE)
    leading = [known[r] for r in cited if r in known and known[r] in context.answering]
    return tuple((leading or list(context.answering))[: MOST_STUDIES if several else 1])


def _study(draft: Draft, context: Context, follow: FollowUp, cited: tuple[str, ...]) -> None:
    """A fact of a study with the characters it was read from; what its record does not say is said to be unsaid."""
    if follow.fact == "sources":
        _sources(draft, context, follow, cited)
        return
    for appraisal in _meant(context, follow, cited):
        text, spans = _fact(appraisal.study, follow.fact)
        if text:
            draft.add(f"{_name(appraisal)}: {text}", Kind.FINDING, spans)
        else:
            what = _FACTS.get(follow.fact, follow.fact)
            draft.add(f"the record of {_name(appraisal)} in the library does not tell its {what}", Kind.ABSENCE)
    if not draft:
        draft.add("the last answer names no study of which this could be said", Kind.ABSENCE)


def _sources(draft: Draft, context: Context, follow: FollowUp, cited: tuple[str, ...]) -> None:
    """The studies that the last answer rests on, each with what it is."""
    known = {a.record.id: a for a in context.appraisals}
    leading = [known[r] for r in cited if r in known and known[r] in context.answering]
    for appraisal in (leading or list(context.answering))[:MOST_SOURCES]:
        lead, spans = wording.design_lead(appraisal.study)
        if spans:
            draft.add(f"{_name(appraisal)}: {lead}", Kind.FINDING, spans)
    if not draft:
        draft.add("the last answer rests on no study of the library", Kind.ABSENCE)


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
    """Which studies gave that dose; none is said, with the doses that were studied."""
    wanted = doses.read(follow.dose)
    if not wanted:
        return
    asked = wanted[0].daily_total or wanted[0].amount
    given: list[tuple[Appraisal, Span, str]] = []
    others: dict[str, Span] = {}
    for appraisal in context.answering:
        for arm in regimen.arms(appraisal.study):
            read = doses.read(arm.dose_per_day or arm.dose)
            if not read or arm.control:
                continue
            if asked in (read[0].daily_total or read[0].amount, read[0].amount):
                given.append((appraisal, arm.span, arm.dose))
            else:
                others.setdefault(arm.dose, arm.span)
    for appraisal, span, dose in given[:MOST_STUDIES]:
        lead, spans = wording.design_lead(appraisal.study)
        draft.add(f"{dose} was studied in {lead}", Kind.FINDING, (span, *spans))
    if not given:
        draft.add(f"no included study gave {follow.dose}; nothing is said of it here", Kind.ABSENCE)
        if others:
            draft.add(f"doses studied: {wording.join(list(others))}", Kind.FINDING, others.values())


def _comparison(draft: Draft, context: Context, follow: FollowUp, cited: tuple[str, ...]) -> None:
    """Whether any included study set the two against each other."""
    other = context.question.comparator.lower()
    mine = context.drugs

    def holds(appraisal: Appraisal, name: str) -> bool:
        return any(name in f"{a.drug} {a.name}".lower() for a in appraisal.study.arms)

    both = [a for a in context.answering if holds(a, other) and any(holds(a, d) for d in mine)]
    if other and mine and not both:
        pair = f"{wording.join(mine)} with {other}"
        draft.add(f"no included study compares {pair}; what each was found to do stands below", Kind.ABSENCE)


def _patient(draft: Draft, context: Context, follow: FollowUp, cited: tuple[str, ...]) -> None:
    """Said where neither a label nor a study of the library speaks of these people."""
    if (
        for_patient.barred(context)
        or for_patient.told(context)
        or any(not a.directness.note for a in context.answering)
    ):
        return
    who = context.population or context.question.population
    draft.add(f"no included study is about {who}; what was found in other people is marked as indirect", Kind.ABSENCE)


def _studies(draft: Draft, context: Context, follow: FollowUp, cited: tuple[str, ...]) -> None:
    """How many sources still speak."""
    left = len(context.answering)
    what = (
        "1 study that answers the question remains" if left == 1 else f"{left} studies that answer the question remain"
    )
    draft.add(what, Kind.NAVIGATION)
