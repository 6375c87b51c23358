"""Alternatives: each with its own evidence and certainty; guidelines with country and date; conflicts said."""

from __future__ import annotations

import re
from typing import Final

from probatum import vocabulary
from probatum.apply import wording
from probatum.apply.choices import of_effect, offering, options, other_choice, rivals, telling
from probatum.apply.context import Context
from probatum.apply.drafting import NO_TREATMENT, Draft, source_name
from probatum.apply.evidence import harm_order, named_beside, named_harm, shown_of, tried
from probatum.apply.evidence.given import of_factors_alone, treatment
from probatum.apply.evidence.likeness import is_asked
from probatum.apply.evidence.outcomes import NO_ORGAN
from probatum.apply.labels import poisoned, stopping
from probatum.apply.labels.ingredients import ingredient
from probatum.apply.once import once
from probatum.apply.patient import aimed, complaint, modes, standings
from probatum.apply.quoted.choosing import best_conclusion, on_outcome, silent
from probatum.apply.replies import silence
from probatum.apply.sections import advised_others, begun
from probatum.apply.selection import is_open
from probatum.apply.study_clauses import told
from probatum.model import (
    About,
    Appraisal,
    Concept,
    Design,
    Directive,
    Fit,
    Intent,
    Kind,
    RecordKind,
    RecordStatus,
    Role,
    Section,
    SectionKind,
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
MOST: Final = 5
MOST_WHOLE: Final = 4
"""Other treatments that are told where no outcome was asked about."""
_DOCUMENTS: Final = (RecordKind.LABEL, RecordKind.GUIDELINE, RecordKind.REGISTRY_ENTRY)


def compose(context: Context) -> Section:
    """Where sources disagree, what guidelines advise, then what was found on other treatments of the same problem, and
    what their labels say of each."""
    draft = Draft("alternatives", "Alternatives")
    complaint = named_harm.felt(context)  # what helps against a complaint of a medicine is no other medicine
    if not rivals.sought(context) or context.by_organ or rivals.of_organs(context) or complaint:
        return draft.section(NO_CHOICE)
    if poisoned.asked(context):
        return draft.section(poisoned.NONE)
    if not context.treatable and not is_open(context.question) and not options.recommended(context):
        return draft.section(NO_TREATMENT)
    if standings.stopped(context):
        return draft.section(MENDED_FIRST)
    if stopping.for_nothing(context):
        return draft.section(ENDED)
    telling.say_left_out(draft, context)
    advised_others.say_conflicts(draft, context)
    if context.shortlist:
        _listed(draft, context)
    else:
        _beside(draft, context)
    return draft.section(silence.on_others(context))


def _listed(draft: Draft, context: Context) -> None:
    """Where no treatment was named, the options: each was chosen and held to the patient once, before all sections."""
    offering.others(draft, context)
    advised_others.say(draft, context)
    advised_others.say_later(draft, context)
    advised_others.against(draft, context)


def _beside(draft: Draft, context: Context) -> None:
    """What may stand in the place of the treatment that was named, or was tried where nothing is shown to help."""
    for name in other_choice.names(context):
        telling.say_label(draft, name, context)
    first = not is_open(context.question) and not len(draft)
    if first:  # where sources disagree their advice was told
        advised_others.say(draft, context)
    _studies(draft, context)
    named_beside.say(draft, context)
    if not context.use:
        named_beside.say_successors(draft, context)
    if not first:
        advised_others.say(draft, context)
    advised_others.against(draft, context)
    labelled = {item.drug.lower() for a in context.labels for item in a.directives}  # of these safety tells
    telling.say_safety(draft, context, begun.names(context) & labelled)
    advised_others.say_later(draft, context)
    _of_other_kinds(draft, context)
    telling.say_with_taken(draft, context, offered(context))


ENDED: Final = "Does not apply: it is asked whether the treatment may end, and nothing is sought in its place."
MENDED_FIRST: Final = "Does not apply: nothing is begun in its place before what was measured is put right."
NO_CHOICE: Final = "Does not apply: no treatment is to be chosen here."


def _studies(draft: Draft, context: Context) -> None:
    """What was found on each, what helped before what did not; nothing of what its label rules out for this patient."""
    certainty, told_of = dict(context.alternatives), set[str]()
    current = {treatment(a) for a in studied(context) if a.record.status is not RecordStatus.SUPERSEDED}
    most = MOST_WHOLE if tried.whole(context) and not is_open(context.question) else MOST
    asked = (*context.question.having(Role.OUTCOME), *context.question.having(Role.POPULATION))
    felt = any(c.semantic == "symptom" for c in asked)  # that something does not help a complaint is worth knowing
    for appraisal in studied(context):
        name = tried.better(appraisal.findings) or treatment(appraisal)
        if not rivals.other(name, context) and context.drugs:
            continue  # what did better is what was asked about
        if len(told_of) >= most or (context.drugs and name and rivals.barred(name, context)):
            continue
        if appraisal.record.status is RecordStatus.SUPERSEDED and name in current:
            continue  # its newer version speaks
        if context.drugs and not felt and rivals.kind(name, context) and tried.nothing(context, appraisal):
            continue  # what is of another kind and was not shown to help takes the place of nothing
        if context.drugs and name and rivals.no_way_out(name, context):
            if name not in told_of and telling.say_label(draft, name, context):
                told_of.add(name)
            continue
        if context.drugs and shown_of.given_with(appraisal, name):
            continue
        level = certainty[appraisal.record.id].level.value if appraisal.record.id in certainty else ""
        if context.drugs and name in told_of:
            continue  # one line of each: the surest stands first
        before = len(draft)
        tried.tell(draft, context, appraisal, level, called=name if name != treatment(appraisal) else "")
        if len(draft) > before:
            told_of.add(name or appraisal.record.id)
    for name, appraisal, finding in rivals.compared(context):
        if name not in told_of and not rivals.barred(name, context):
            told_of.add(name)
            if rivals.no_way_out(name, context):
                telling.say_label(draft, name, context)
                continue
            _, text, plain, spans = told(appraisal, [finding], most=1, opening=f"{name} (compared with it directly")
            if text:
                draft.add(text, Kind.FINDING, spans, plain=plain, directness=appraisal.directness.note)


def _of_other_kinds(draft: Draft, context: Context) -> None:
    """Drugs of other kinds whose labels are for the problem, in one sentence: no label says whether in place of what is
    asked about or beside it."""
    if context.off_label and not context.answering and len(context.drugs) > 1:
        return  # of two that are given for something else, what treats the illness beside takes the place of neither
    said = " ".join(one.text for one in draft.statements).lower()
    rows = [row for row in rivals.labelled(context) if rivals.apart(row[1].drug, context)]
    rows = [r for r in rows if r[1].drug.lower() not in said and not rivals.barred(r[1].drug.lower(), context)]
    rows = [r for r in rows if not _given_beside(r[1]) and not rivals.no_way_out(r[1].drug.lower(), context)]
    if not rows:
        return
    told_ = [(f"{d.drug.lower()} ({source_name(a)})", *telling.use(a, context)) for a, d in rows[:MOST_KINDS]]
    said = "; ".join(f"{name} {use}" for name, use, _ in told_)
    easy = ". ".join(f"{wording.upper(name)} {use}" for name, use, _ in told_)
    spans = [span for *_, span in told_]
    # Where others that may take its place are told with what speaks for them, a list of uses adds nothing to choose by.
    named = sum(not one.layer and not _ADVICE.match(one.text) for one in draft.statements)
    layer = 1 if named >= ENOUGH else None
    draft.add(f"of other kinds: {said}", Kind.DIRECTIVE, spans, plain=f"other kinds: {easy}", layer=layer)


MOST_KINDS: Final = 4
ENOUGH: Final = 2
_ADVICE: Final = expression(r"^(?:Guideline|Sources disagree|No label)\b")


def _given_beside(item: Directive) -> bool:
    """Whether a label is for a drug together with another (`with aspirin, for ...`): it takes the place of none."""
    found = vocabulary.load().find(item.text)
    drugs = (m for m in found if m.term.semantic == "drug" and m.term.label.lower() != item.drug.lower())
    return any(_BESIDE.search(item.text[: m.start]) for m in drugs)


_BESIDE: Final = expression(r"\b(?:with|added to|in addition to|on top of) (?:an? |other )?$", re.IGNORECASE)


def offered(context: Context) -> tuple[str, ...]:
    """The treatments that the section names, where the question names none."""
    return tuple(treatment(a) for a in studied(context)) if is_open(context.question) else ()


@once
def studied(context: Context) -> tuple[Appraisal, ...]:
    """Studies and reviews of other treatments that report the outcome asked about, direct ones first."""
    held = context.outcome or context.answering or context.labels or is_open(context.question)
    if not rivals.sought(context) or not held:
        return ()  # where nothing is held on what was asked about, the answer stops
    # What helps against a complaint may help whatever it comes from; what prevents an event in others may not.
    symptom = any(c.semantic == "symptom" for c in context.question.having(Role.OUTCOME))
    wanted = complaint.complaint(context.question)
    people = any(c.semantic == "condition" and c in wanted for c in context.question.having(Role.POPULATION))
    found = [
        a
        for a in context.about(About.QUESTION, About.ALTERNATIVE)
        if a.study.design not in _UNTREATED
        and a.record.kind not in _DOCUMENTS
        and not context.allergenic(a)
        and (a.directness.about is About.ALTERNATIVE or is_open(context.question) or _of_another(context, a))
        and _treats(context, a)
        and _reports(context, a)
        and (symptom or not people or _in_such(context, a))
        and (symptom or not context.drugs or not _in_another(a))
        and not options.of_a_complaint_in_it(a.record.title, context)
    ]
    some = is_open(context.question)
    return tuple(
        sorted(
            found,
            key=lambda a: (
                bool(a.directness.note) or (some and complaint.of_some(a, context.question.read)),
                rivals.kind(treatment(a), context) if context.drugs else 0,
            ),
        )
    )


def _in_such(context: Context, appraisal: Appraisal) -> bool:
    """Whether a study was in people with the illness; one in a wider group tells of no other kind of treatment."""
    fit = appraisal.directness.population.fit
    near = is_open(context.question) or rivals.kind(treatment(appraisal), context) == 0 or _in_wider(context, appraisal)
    return fit is Fit.DIRECT or (fit is Fit.RELATED and near)


def _in_another(appraisal: Appraisal) -> bool:
    """Whether a study was in people of another illness or age, and in no wider group: `in asthma, not COPD`; or in
    people who have none yet."""
    found = appraisal.directness
    if "and not in people who have it" in found.note:
        return True
    return bool(_NOT_THIS.match(found.note))


_NOT_THIS: Final = expression(r"in [^,]+, not ")


def _of_another(context: Context, appraisal: Appraisal) -> bool:
    """Whether a study that answers gave something else than what is asked about: that was only its comparator."""
    name = treatment(appraisal)
    known = any(m.term.semantic in ("drug", "procedure") for m in vocabulary.load().find(name))
    return known and rivals.other(name, context) and not context.names_intervention(name)


def _treats(context: Context, appraisal: Appraisal) -> bool:
    """Whether a source is about treating the very problem: it names a treatment, and its title (or, without one, its
    own conclusion) the problem."""
    if is_open(context.question):
        return complaint.is_on(context.question, appraisal)
    about = appraisal.record.title or " ".join(s.quote for s in (*appraisal.conclusions, *appraisal.results))
    said = words.stems(about)
    joined = aimed.joined(context)
    named = aimed.meant_of_all(about, context) if joined else aimed.named(about, aimed.problem(context))
    named = named or _in_wider(context, appraisal)
    prevents = bool(_PREVENTS.search(about))
    if context.question.intent is Intent.PREVENTION and not prevents:
        return False
    if modes.long_term(context.question.read) and _ATTACK.search(about) and not _ONLY_PREVENTS.search(about):
        return False  # what ends an attack keeps none away
    if context.question.intent is Intent.THERAPY and _ONLY_PREVENTS.search(about):
        return False
    told_ = (about, *(f.outcome for f in appraisal.findings), *(s.quote for s in appraisal.conclusions))
    if not rivals.of_symptom(" ; ".join(told_), context) or not aimed.in_that_case(appraisal, context):
        return False
    name = treatment(appraisal)
    if (context.drugs and _is_test(name)) or of_factors_alone(appraisal, name):
        return False
    tried = any(not arm.control for arm in appraisal.study.arms) or words.stems(name) <= said
    tried = tried and of_effect.told(appraisal, name)
    fits = named and bool(name) and tried and not _blamed(context, name) and not _of_own_class(context, name)
    return fits and (not rivals.another_kind(name, context) or _on_the_illness(context, appraisal))


def _is_test(name: str) -> bool:
    """Whether what was tried is a test, and nothing that is given or done: it stands in the place of no treatment."""
    sorts = {m.term.semantic for m in vocabulary.load().find(name)}
    return "test" in sorts and not sorts & {"drug", "procedure"}


def _in_wider(context: Context, appraisal: Appraisal) -> bool:
    """Whether a study's title names the next wider group than the people asked about."""
    found = appraisal.directness.population
    return found.fit is Fit.RELATED and any(s.source_section.kind is SectionKind.TITLE for s in found.spans)


def _on_the_illness(context: Context, appraisal: Appraisal) -> bool:
    """Whether what a study reports is the illness or complaint itself, and no event that may befall anybody."""
    concepts = (*context.question.having(Role.OUTCOME), *context.question.having(Role.POPULATION))
    ill = [words.stems(n) for c in concepts if c.semantic in ("condition", "symptom") for n in (c.text, c.label)]
    told_ = (*(f.outcome for f in appraisal.findings if not f.harm), *(s.quote for s in appraisal.conclusions[:2]))
    reported = [words.stems(_WHOM.sub(" ", text)) for text in told_]
    complaint_ = any(c.semantic == "symptom" for c in concepts)
    if not complaint_ and context.question.intent is Intent.THERAPY and all(map(_befalls, _illnesses(concepts))):
        return False  # who has had such an event is treated for it; a study that counts new ones prevents
    return complaint_ or any((own - NO_ORGAN) & said for own in ill for said in reported)


def _illnesses(concepts: tuple[Concept, ...]) -> tuple[str, ...]:
    """The names of the illnesses among these."""
    return tuple(c.label for c in concepts if c.semantic == "condition")


def _befalls(label: str) -> bool:
    """Whether an illness is an event that befalls people, and may befall them again."""
    return _EVENT.search(label) is not None


_EVENT: Final = expression(r"\b(?:strokes?|infarctions?|fractures?|embolism|attacks?)\b", re.IGNORECASE)
"""Illnesses that are over with the event, and may befall the same people again."""


_WHOM: Final = expression(r"\b(?:in|among|after|following|with|who had)\b[^,;.]{0,120}", re.IGNORECASE)
"""In whom something was reported, which is no part of what was."""


def _of_own_class(context: Context, name: str) -> bool:
    """Whether a treatment is the class that what is asked about is in: a member's class is no other treatment."""
    classes = {label.casefold() for drug in context.named for label in classes_of(drug)}
    listed = {m.term.label.casefold() for m in vocabulary.current().find(name)} if classes else set()
    own = words.stems(name)
    others = (words.stems(n) for label in classes for n in members(label) if " " in n and not ingredient(n))
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


_ATTACK: Final = expression(r"\bacute\b|\b(?:for|of) (?:an? )?(?:attacks?|exacerbations?|flares?)\b", re.IGNORECASE)
_ONLY_PREVENTS: Final = expression(r"\b(?:prevent(?:ion|ing|ive)?|prophyla\w+|vaccin\w+|maintenance)\b", re.IGNORECASE)
"""Titles on what keeps an illness or its flares away, which treats nobody who has them."""


def _reports(context: Context, appraisal: Appraisal) -> bool:
    if tried.whole(context):
        return bool(tried.main(context, appraisal)) or best_conclusion(appraisal, context.question) is not None
    findings = any(is_asked(context.question, f.outcome) for f in appraisal.findings if not f.harm)
    findings = findings or (tried.ill(context) and bool(tried.main(context, appraisal)))
    if tried.on_complaint(context, appraisal) and best_conclusion(appraisal, context.question) is not None:
        return True
    sentences = (s for s in appraisal.results if not silent(s) and not harm_order.befell(s, appraisal))
    return findings or any(on_outcome(context, s, figures=False) for s in sentences)
