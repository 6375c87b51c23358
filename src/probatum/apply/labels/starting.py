"""What the path of an algorithm starts: the treatment by its name, and the doses that its trials gave."""

from __future__ import annotations

from itertools import islice
from typing import Final

import msgspec

from probatum.apply import fitting, wording
from probatum.apply.context import Context
from probatum.apply.effects import effect_of, leading, worse_off
from probatum.apply.evidence import regimen
from probatum.apply.evidence.arms import choices
from probatum.apply.labels import own_dose
from probatum.apply.patient import bars, for_patient, illnesses, standings
from probatum.apply.sections import studied_doses
from probatum.model import Appraisal, Arm, Concept, Directive, DirectiveAction, Intent, Role, Span
from probatum.text import words
from probatum.text.expressions import caseless
from probatum.vocabulary.classes import members


def drug(context: Context) -> str:
    """What the path starts: all that was asked about; of choices, the one of which the first effect is said; of a class
    one of its members."""
    if context.classes and (given := _given(context)):
        return given
    if not choices(context.question):
        return wording.join([wording.article(_one(n)) if n.lower() in context.classes else n for n in context.named])
    told = [(g, effect) for g in leading(context) if (effect := effect_of(g, context)) and effect.stand.who]
    if not told:
        return wording.join(context.named, "or")
    group, effect = told[0]
    others = [n for n in context.named if n.lower() != effect.stand.who.lower()]
    better = effect.stand.other and worse_off(group, effect, context) and len(others) == 1
    return others[0] if better else effect.stand.who


def named_in(context: Context) -> tuple[Span, ...]:
    """Words of a source that name what the path starts: of its label, else of a result."""
    name = drug(context).lower()
    uses = [item.span for label in context.labels for item in label.directives if name in item.text.lower()]
    results = (f.sentence for a in context.answering for f in a.findings)
    return tuple(uses[:1]) or tuple(islice((span for span in results if name in span.quote.lower()), 1))


def _given(context: Context) -> str:
    """The drug that a class is called by, where the trials gave it under that name (`penicillin`); empty where they
    gave other members."""
    arms = (arm for a in context.answering for arm in a.study.arms if arm.drug and arm.dose and not arm.control)
    given = {arm.drug.lower() for arm in arms if studied_doses.is_asked(arm, context)}
    called = {words.stems(c.text) for c in context.question.having(Role.INTERVENTION)}
    return next((name for name in given if words.stems(name) in called), "") if len(given) == 1 else ""


def _one(name: str) -> str:
    """One of a class: `statin`, and of `SGLT2 inhibitors` an inhibitor."""
    return name[:-1] if name.endswith("s") and not name.endswith("ss") else name


def doses(context: Context) -> list[tuple[float, Arm, Appraisal]]:
    """Arms of the intervention in studies that answer, lowest daily total first."""
    found = [
        (studied_doses.daily_total(arm), arm, a)
        for a in context.answering
        if not own_dose.unproven(a) and not _in_another_illness(a, context)
        for arm in regimen.arms(a.study)
        if arm.dose
        and not arm.dose.startswith(regimen.LOADING)
        and not arm.control
        and studied_doses.is_asked(arm, context)
        and (not choices(context.question) or drug(context) in f"{arm.drug} {arm.name}".lower())
    ]
    if context.classes and not _given(context):
        return []  # a dose is of one drug, never of a class
    return sorted(found, key=lambda f: (f[0], -len(f[1].dose)))


def _in_another_illness(appraisal: Appraisal, context: Context) -> bool:
    """Whether a trial was made in people with an illness that the question, which asks to treat a complaint or another
    one, does not tell of: what they were given is no dose to start with."""
    people = appraisal.study.population
    treats = context.question.having(Role.POPULATION) and context.question.intent in _TREATS
    if people is None or not treats:
        return False
    return illnesses.of_others(people.value, context.question, people=True)


_TREATS: Final = (Intent.THERAPY, Intent.DOSING)


def first(context: Context) -> tuple[float, Arm, Appraisal] | None:
    """The lowest dose of the study that leads the answer, of those that tell one."""
    found = doses(context)
    order = {a.record.id: n for n, a in enumerate(context.answering)}
    return min(found, key=lambda f: (order.get(f[2].record.id, len(order)), f[0], -len(f[1].dose)), default=None)


def higher(context: Context) -> list[Arm]:
    """The doses above the one to start with, lowest first, of trials whose results lead the answer."""
    begun = first(context)
    told = {item.finding.record for group in leading(context) for item in group.items}
    given = [(total, arm) for total, arm, study in doses(context) if study.record.id in told]
    return [arm for total, arm in given if begun is not None and begun[0] < total < float("inf")]


def amount(arm: Arm, drug: str) -> str:
    """The dose of an arm without the name of the drug: `10 mg twice daily`."""
    return arm.dose.removeprefix(drug).strip()


def narrowed(context: Context) -> tuple[Context, tuple[tuple[Appraisal, Directive], ...]]:
    """Of several choices the context of the one that the path starts: that which did better, else that named first,
    whatever is ruled out for this patient left out; with what rules the others out, which nobody falls back on."""
    own = [c for c in context.question.having(Role.INTERVENTION) if c.semantic in ("drug", "procedure")]
    own = [c for c in own if not any(o.label in members(c.label) for o in own if o is not c)]  # a class beside a member
    if len(own) < 2:
        return context, ()
    if not choices(context.question):
        return _of_the_problem(context, own), ()
    better = drug(context)
    harms = {concept: _unborn(alone(context, concept, own)) for concept in own}
    unknown = {concept: bool(standings.untold(alone(context, concept, own))) for concept in own}
    # Last what harms an unborn child, where the patient is or may become pregnant; before it what nothing tells of.
    ordered = sorted(own, key=lambda c: (bool(harms[c]), unknown[c], wording.lower(c.label) != better))
    passed = [] if harms[ordered[0]] else [(c, row) for c in own for row in harms[c][-1:]]
    for concept in ordered:
        view = alone(context, concept, own)
        bars = for_patient.barred(view)
        if not bars:
            kept = [(c, row) for c, row in passed if c is not concept]
            later = [c for c in ordered[ordered.index(concept) + 1 :] if all(c is not out for out, _ in kept)]
            kept += [(c, row) for c in later for row in for_patient.barred(alone(context, c, own))[:1]]
            return view, tuple(_by_its_name(c, row) for c, row in kept)
        passed += [(concept, row) for row in bars[:1]]
    return alone(context, ordered[0], own), ()


def _by_its_name(concept: Concept, row: tuple[Appraisal, Directive]) -> tuple[Appraisal, Directive]:
    """What rules a choice out, called by the choice where it is said of a whole class (`NSAIDs should be avoided`)."""
    appraisal, item = row
    if "," not in item.drug or wording.stands_in(concept.label.lower(), item.drug.lower()):
        return row
    return appraisal, msgspec.structs.replace(item, drug=concept.label)


def _unborn(context: Context) -> list[tuple[Appraisal, Directive]]:
    """What labels say of an unborn child to somebody who is or may become pregnant."""
    patient = context.question.patient
    if not (patient.pregnancy or fitting.may_conceive(patient)):
        return []
    return [row for row in for_patient.told(context) if bars.harms_unborn(row[1])]


def _of_the_problem(context: Context, own: list[Concept]) -> Context:
    """Of several drugs without a choice between them that whose label alone is for what is to be treated: the others
    are taken besides."""
    problem = context.question.having(Role.OUTCOME)
    uses = {c.label: [d.text for _, d in alone(context, c, own).directives(DirectiveAction.INDICATED)] for c in own}
    fit = [c for c in own if any(illnesses.meant(text, problem) for text in uses[c.label])]
    if not problem or len(fit) != 1:
        return context
    view = alone(context, fit[0], own)
    others = tuple(c.label for c in own if c is not fit[0])
    kept = tuple(c for c in view.question.concepts if c.role is not Role.COMPARATOR or c.label not in others)
    patient = msgspec.structs.replace(context.question.patient, drugs=(*context.question.patient.drugs, *others))
    question = msgspec.structs.replace(view.question, concepts=kept, patient=patient)
    return msgspec.structs.replace(view, question=question)


def alone(context: Context, one: Concept, own: list[Concept]) -> Context:
    """The context as if one of the choices had been asked about, and compared with the others."""
    compared = tuple(msgspec.structs.replace(c, role=Role.COMPARATOR) for c in own if c is not one)
    kept = tuple(c for c in context.question.concepts if c.role is not Role.INTERVENTION)
    question = msgspec.structs.replace(
        context.question, intervention=one.label, concepts=(one, *compared, *kept), comparator=""
    )
    return msgspec.structs.replace(context, question=question)


_BEGUN: Final = caseless(
    r"\b(?:(?:was|were|has been|have been|been|just|is|already|recently|newly|now|got|i'?ve been|put)\W+(?:\w+\W+){0,2}"
    r"(?:started|commenced|begun|put|on|taking|given)|(?<!be )(?<!get )(?<!to )started|takes|taking|stay(?:ing)? on"
    r"|(?:doctor|gp|clinic) (?:has )?(?:added|prescribed)"
    r"|on long[- ]term|established|continues?|has had|been having)(?: on| with| taking)?\W+(?:\w+\W+){0,2}$"
)
_MAY: Final = caseless(r"\b(?:be|being|get|getting|if|thinking of|consider\w*|about|before|when) (?:\w+ ){0,2}$")


def taken(context: Context) -> bool:
    """Whether the patient takes already what is asked about: `a resident started on A`, `on A for 3 years`."""
    asked = context.question
    own = {name.lower() for name in context.named}
    if own & {drug.lower() for drug in asked.patient.drugs}:
        return True
    low = asked.read.lower()
    for concept in asked.having(Role.INTERVENTION):
        at = low.find(concept.text.lower())
        begun = _BEGUN.search(low[:at]) if at > 0 else None
        if begun is not None and not _MAY.search(low[: begun.start()]):
            return True
    return False
