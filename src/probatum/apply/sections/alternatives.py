"""Alternatives: each with its own evidence and certainty; guidelines with country and date; conflicts said."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from probatum import vocabulary
from probatum.apply import complaint, fitting, options, wording
from probatum.apply.choosing import best_conclusion, on_outcome, silent
from probatum.apply.conflicting import conflicts, recommendations
from probatum.apply.context import Context
from probatum.apply.drafting import NO_TREATMENT, Draft, directives, nothing, quote, told
from probatum.apply.likeness import is_asked
from probatum.apply.outcomes import NO_ORGAN, relevant_findings
from probatum.apply.selection import is_open, of_illness
from probatum.apply.standing import unnamed
from probatum.model import (
    About,
    Appraisal,
    Concept,
    Design,
    DirectiveAction,
    Finding,
    Fit,
    Intent,
    Kind,
    OutcomeRole,
    RecordKind,
    RecordStatus,
    Role,
    Section,
)
from probatum.text import words
from probatum.text.expressions import expression
from probatum.vocabulary.classes import classes_of, members

_UNTREATED: Final = (
    Design.ANIMAL,
    Design.IN_VITRO,
    Design.CASE_CONTROL,
    Design.CROSS_SECTIONAL,
    Design.ACCURACY,
    Design.CASE_REPORT,
    Design.PROTOCOL,
)
"""Designs that try no treatment in people, or in one person only."""
MOST: Final = 8
MOST_WHOLE: Final = 4
"""Other treatments that are told where no outcome was asked about."""
MOST_GUIDELINES: Final = 8
_DOCUMENTS: Final = (RecordKind.LABEL, RecordKind.GUIDELINE, RecordKind.REGISTRY_ENTRY)


def compose(context: Context) -> Section:
    """Where sources disagree, then studies of other treatments of the same problem, then guidelines."""
    draft = Draft("alternatives", "Alternatives")
    if not context.treatable and not is_open(context.question) and not options.recommended(context):
        return draft.section(NO_TREATMENT)
    options.say_left_out(draft, context)
    _conflicts(draft, context)
    certainty = dict(context.alternatives)
    current = {treatment(a) for a in studied(context) if a.record.status is not RecordStatus.SUPERSEDED}
    for appraisal in studied(context):
        if len(draft) >= (MOST_WHOLE if _whole(context) and not is_open(context.question) else MOST):
            break
        if appraisal.record.status is RecordStatus.SUPERSEDED and treatment(appraisal) in current:
            continue  # its newer version speaks
        level = certainty[appraisal.record.id].level.value if appraisal.record.id in certainty else ""
        tell(draft, context, appraisal, level)
    _guidelines(draft, context)
    options.say_safety(draft, context)
    options.say_with_taken(draft, context, offered(context))
    asked = wording.join(list(dict.fromkeys(c.label for c in _problem(context)))) or context.population
    asked = asked or "this problem"
    return draft.section(nothing(context, f"other treatments of {asked}"))


def offered(context: Context) -> tuple[str, ...]:
    """The treatments that the section names, where the question names none."""
    return tuple(treatment(a) for a in studied(context)) if is_open(context.question) else ()


def studied(context: Context) -> tuple[Appraisal, ...]:
    """Studies and reviews of other treatments that report the outcome asked about, direct ones first."""
    if (
        context.combined
        or context.asks_dose
        or (not is_open(context.question) and not context.outcome and not context.answering)
    ):
        return ()  # where nothing is held on what was asked about, the answer stops
    about = (About.QUESTION, About.ALTERNATIVE) if is_open(context.question) else (About.ALTERNATIVE,)
    # What helps against a complaint may help whatever it comes from; what prevents an event in others may not.
    symptom = any(c.semantic == "symptom" for c in context.question.having(Role.OUTCOME))
    people = any(c.semantic == "condition" for c in context.question.having(Role.POPULATION))
    found = [
        a
        for a in context.about(*about)
        if a.study.design not in _UNTREATED
        and a.record.kind not in _DOCUMENTS
        and not context.allergenic(a)
        and _treats(context, a)
        and _reports(context, a)
        and (symptom or a.directness.population.fit in (Fit.DIRECT, Fit.RELATED) or not people)
    ]
    some = is_open(context.question)
    return tuple(
        sorted(found, key=lambda a: bool(a.directness.note) or (some and complaint.of_some(a, context.question.read)))
    )


def _treats(context: Context, appraisal: Appraisal) -> bool:
    """Whether a source is about treating the very problem: it names a treatment, and its title (or, without one, its
    own conclusion) the problem."""
    if is_open(context.question):
        return complaint.is_on(context.question, appraisal)
    about = appraisal.record.title or " ".join(s.quote for s in (*appraisal.conclusions, *appraisal.results))
    said = words.stems(about)
    problem = [n for c in _problem(context) if c.semantic != "drug" for n in (c.text, c.label, *c.synonyms)]
    named = any(stems and stems <= said for stems in map(words.stems, problem))
    prevents = bool(_PREVENTS.search(about))
    if context.question.intent is Intent.PREVENTION and not prevents:
        return False
    if context.question.intent is Intent.THERAPY and _ONLY_PREVENTS.search(about):
        return False
    name = treatment(appraisal)
    tried = any(not arm.control for arm in appraisal.study.arms) or words.stems(name) <= said
    fits = named and bool(name) and tried and not _blamed(context, name) and not _of_own_class(context, name)
    return fits and (not _of_another_kind(context, name) or _on_the_illness(context, appraisal))


def _of_another_kind(context: Context, name: str) -> bool:
    """Whether a drug is of other kinds than those asked about, as far as the kinds of both are known: what lowers
    lipids is given beside what keeps blood from clotting, and not in its place."""
    own, asked = set(fitting.kin(name)), {kind for drug in context.named for kind in (drug, *fitting.kin(drug))}
    known = bool(own) and all(fitting.kin(drug) for drug in context.named)
    return known and not {n.lower() for n in asked} & (own | {name.lower()})


def _on_the_illness(context: Context, appraisal: Appraisal) -> bool:
    """Whether what a study reports is the illness or complaint itself, and no event that may befall anybody."""
    concepts = (*context.question.having(Role.OUTCOME), *context.question.having(Role.POPULATION))
    ill = [words.stems(n) for c in concepts if c.semantic in ("condition", "symptom") for n in (c.text, c.label)]
    told_ = (*(f.outcome for f in appraisal.findings if not f.harm), *(s.quote for s in appraisal.conclusions[:2]))
    reported = [words.stems(_WHOM.sub(" ", text)) for text in told_]
    complaint_ = any(c.semantic == "symptom" for c in concepts)
    return complaint_ or any((own - NO_ORGAN) & said for own in ill for said in reported)


_WHOM: Final = expression(r"\b(?:in|among|after|following|with|who had)\b[^,;.]{0,120}", re.IGNORECASE)
"""In whom something was reported, which is no part of what was."""


def _of_own_class(context: Context, name: str) -> bool:
    """Whether a treatment is the class that what is asked about is in: a member's class is no other treatment."""
    classes = {label.casefold() for drug in context.named for label in classes_of(drug)}
    listed = {m.term.label.casefold() for m in vocabulary.current().find(name)} if classes else set()
    own = words.stems(name)
    others = (words.stems(n) for label in classes for n in members(label) if " " in n)
    return bool(classes & listed) or any(stems == own for stems in others)


def _blamed(context: Context, name: str) -> bool:
    """Whether a treatment is what the problem came from (`caused by antidepressants`): more of it is no way out."""
    own = words.stems(name)
    blamed = (*context.question.having(Role.OUTCOME), *context.question.having(Role.POPULATION))
    names = (n for c in blamed if c.semantic == "drug" for n in (c.text, c.label, *c.synonyms, *members(c.label)))
    return any(stems and stems <= own for stems in map(words.stems, names))


_PREVENTS: Final = expression(
    r"\b(?:prevent\w*|prophyla\w*|risk|events?|incident|incidence|outcomes?|vaccin\w*|protect\w*)\b", re.IGNORECASE
)
"""What a study of prevention says it is about; a trial in those who have the illness already does not prevent it."""


_ONLY_PREVENTS: Final = expression(r"\b(?:prevent(?:ion|ing|ive)?|prophyla\w+|vaccin\w+|maintenance)\b", re.IGNORECASE)
"""Titles on what keeps an illness or its flares away, which treats nobody who has them."""


def _problem(context: Context) -> tuple[Concept, ...]:
    """The complaint asked about; where none was, or only what is counted in any illness, the illness."""
    ill = [c for c in context.question.having(Role.POPULATION) if c.semantic == "condition"]
    outcomes = context.question.having(Role.OUTCOME)
    counted = bool(ill) and all(_ENDPOINT.search(c.label) for c in outcomes)
    return tuple(ill) if counted else outcomes or context.question.having(Role.POPULATION)


_ENDPOINT: Final = expression(
    r"^(?:death|mortality|survival|hospitali[sz]ation|admission|quality of life|cardiovascular events?)", re.IGNORECASE
)
"""Outcomes that are counted whatever the illness."""


def _whole(context: Context) -> bool:
    """Whether what other treatments do is told by their first outcome, since none is asked about."""
    return of_illness(context.question) or not context.outcome


def _ill(context: Context) -> bool:
    """Whether the outcome asked about is an illness that people have: what is measured in it tells of its treatment."""
    outcomes = context.question.having(Role.OUTCOME)
    ill = bool(outcomes) and all(c.semantic == "condition" and not _HAPPENS.search(c.label) for c in outcomes)
    return ill and context.question.intent is Intent.THERAPY


_HAPPENS: Final = expression(
    r"\b(?:stroke|infarction|fracture|ha?emorrhage|bleeding|thrombo\w*|embolism|failure|death|kalemia|kalaemia|cancer)",
    re.IGNORECASE,
)
"""Illnesses that befall people who are treated for another."""


def _reports(context: Context, appraisal: Appraisal) -> bool:
    if _whole(context):
        return bool(_main(context, appraisal)) or best_conclusion(appraisal, context.question) is not None
    findings = any(is_asked(context.question, f.outcome) for f in appraisal.findings if not f.harm)
    findings = findings or (_ill(context) and bool(_main(context, appraisal)))
    sentences = (s for s in appraisal.results if not silent(s))
    return findings or any(on_outcome(context, s, figures=False) for s in sentences)


def _main(context: Context, appraisal: Appraisal) -> list[Finding]:
    """What a study found on its first outcome, where none is asked about: the primary one, where it says which."""
    found = [f for f in relevant_findings(context.question, appraisal) if f.arms and not unnamed(f.outcome)]
    found = [f for f in found if f.favours != "harm" or f.outcome_role is OutcomeRole.PRIMARY]
    primary = [f for f in found if f.outcome_role is OutcomeRole.PRIMARY]
    if appraisal.study.design.synthesis and not primary and appraisal.conclusions:
        return []  # a review concludes better than the first of its many figures tells
    return [f for f in primary or found if f.outcome == (primary or found)[0].outcome]


def better(findings: Sequence[Finding]) -> str:
    """The treatment that did better in a comparison of two, as its arm calls it; empty where that is not shown."""
    shown = (f for f in findings if f.favours == "benefit" and f.significant and f.arms and not f.arms[0].control)
    arm = next((f.arms[0].arm for f in shown), "")
    named = [m.term.label for m in vocabulary.load().find(arm) if m.term.semantic == "drug"]
    if len(named) > 1:
        return wording.lower(wording.bare(arm))  # a combination goes by its own name, and not by its comparator's
    return wording.lower(named[0]) if named else ""


def tell(draft: Draft, context: Context, appraisal: Appraisal, level: str) -> None:
    """What a study of one treatment found: on the outcome asked about, else its first; else its conclusion."""
    name = treatment(appraisal)
    if _whole(context):
        findings = _main(context, appraisal)
        name = better(findings) or name
    else:
        findings = [f for f in relevant_findings(context.question, appraisal) if is_asked(context.question, f.outcome)]
        findings = findings or (_main(context, appraisal) if _ill(context) else [])
    opening = f"{name} ({level} certainty" if level else name
    _, text, plain, spans = told(appraisal, findings[:3] if name else (), most=1, opening=opening)
    if text:
        draft.add(text, Kind.FINDING, spans, plain=plain, directness=appraisal.directness.note)
        return
    sentences = [s for s in appraisal.results if on_outcome(context, s, figures=False) and not silent(s)]
    if _whole(context) and (concluded := best_conclusion(appraisal, context.question)) is not None:
        quote(draft, appraisal, concluded, "concludes", opening=name)
        return
    for span in sentences[:1]:
        quote(draft, appraisal, span, opening=name)


_NAMELESS: Final = expression(
    r"(?:the )?(?:active|intervention|treatment|experimental|study drug|\d.*)(?: (?:group|arm|treatment))?",
    re.IGNORECASE,
)
"""What an arm is called that names no treatment."""


def treatment(appraisal: Appraisal) -> str:
    """Name of the treatment a study tested: from its arms, else from its intervention match, else empty."""
    drug = next((a.drug or a.name for a in appraisal.study.arms if not a.control), "")
    drug = "" if _NAMELESS.fullmatch(drug) else drug
    named = appraisal.directness.intervention.words.split(",")[0].strip()
    return wording.lower(drug or (named if vocabulary.load().is_drug(named) else ""))


def _guidelines(draft: Draft, context: Context) -> None:
    told_already = {s for _, _, *items in conflicts(context) for s in (i.span for i in items)}
    every = list(recommendations(context))[:MOST_GUIDELINES]
    rows = [r for r in every if r[1].span not in told_already] or every
    directives(
        draft, [r for r in rows if r[1].action is DirectiveAction.RECOMMENDED], "Guideline", "A guideline", first=2
    )
    directives(
        draft,
        [r for r in rows if r[1].action is DirectiveAction.NOT_RECOMMENDED],
        "Guideline, against",
        "A guideline is against it",
        first=1,
    )


def _conflicts(draft: Draft, context: Context) -> None:
    """Conflicts about any drug."""
    for drug, text, item, against in conflicts(context):
        if drug in context.drugs:
            continue  # the bottom line says it
        draft.add(text, Kind.DIRECTIVE, (item.span, against.span))
