"""Kin: where the library holds no label of a medicine, what that of another of its class says of such a patient.

It is told as just that: whose label it is, and that the medicine asked about is not named there. A class that is asked
about has no label of its own; those of its members that are held speak in its place, a few of them and by name.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from typing import Final

from probatum.apply import fitting, wording
from probatum.apply.choices import as_if
from probatum.apply.context import Context
from probatum.apply.drafting import Draft, source_name
from probatum.apply.evidence.given import given_in
from probatum.apply.labels import barring, same_way
from probatum.apply.labels.ingredients import ingredient
from probatum.apply.patient import bars, fellows, for_patient
from probatum.apply.replies.left_out import AS_CLASS
from probatum.apply.together import in_some, pairs
from probatum.model import Appraisal, Directive, DirectiveAction, Kind, Patient, RecordKind, Role
from probatum.text.expressions import caseless
from probatum.vocabulary.classes import members

Row = tuple[Appraisal, Directive]
MOST: Final = 1
_WARNS: Final = (
    DirectiveAction.BOXED_WARNING,
    DirectiveAction.CONTRAINDICATED,
    DirectiveAction.SPECIAL_POPULATION,
    DirectiveAction.CAUTION,
)
"""Kinds of direction that are told of kin, the gravest first; doses and uses of another medicine are not."""


def wanted(context: Context) -> tuple[str, ...]:
    """The other medicines of the classes of those that are asked about and have no label here, in lower case."""
    if context.combined or context.labels:
        return ()
    own = set(context.drugs)
    every = [m.lower() for name in context.drugs for class_ in pairs.narrow(name) for m in members(class_)]
    return tuple(dict.fromkeys(m for m in (*_of_class(context), *every) if m not in own))


def _of_class(context: Context) -> tuple[str, ...]:
    """The members of the classes asked about, in lower case; of a class so wide that it says little, none."""
    narrow = (members(name) for name in context.drugs if len(members(name)) <= pairs.WIDEST)
    return tuple(dict.fromkeys(m.lower() for held in narrow for m in held))


def held(context: Context) -> tuple[Context, ...]:
    """The question as it would stand for members of the class asked about whose labels are held: those first that are
    for this illness, then those that say something of such a patient. None where a label of what is asked about is."""
    if context.labels or context.combined:
        return ()
    found: dict[str, Context] = {}
    for name in _of_class(context):
        one = as_if.asked(name, context)
        if same_way.kept(one.labels, context) and not fitting.allergic(name, context.question.patient):
            found.setdefault(one.labels[0].record.id, one)
    given = {ingredient(drug) or drug for study in context.answering for drug in given_in(study)}
    return tuple(sorted(found.values(), key=lambda one: _place(one, given)))[:MOST_MEMBERS]


def _place(one: Context, given: Set[str]) -> tuple[bool, bool, bool, bool, bool]:
    """What was typed first, then what was studied, what is barred for this patient last, then what is for this and what
    speaks of them."""
    own = {ingredient(drug) or drug for drug in one.drugs}
    meant = any(one.indicated_for_this(d) for _, d in one.directives(DirectiveAction.INDICATED))
    return (
        one.named[0].lower() not in _typed(one),
        not own & given,
        bool(for_patient.barred(one)),
        not meant,
        not for_patient.told(one),
    )


MOST_MEMBERS: Final = 2
"""Members of a class whose labels speak in its place."""


def say_held(draft: Draft, context: Context) -> tuple[Context, ...]:
    """That a class has no label, and whose labels are told in its place; these, or nothing."""
    found = held(context)
    if found:
        names = wording.join([one.named[0] for one in found])
        asked, labels = wording.join(context.named), "label" if len(found) == 1 else "labels"
        draft.add(
            f"the class asked about ({asked}) has no label of its own; what follows is from the {labels} of {names}, "
            "and others of the class may differ",
            Kind.NAVIGATION,
        )
    return found


def rows(context: Context) -> list[Row]:
    """What the labels of its kin say of the illness or the state of the patient, the gravest first."""
    patient = context.question.patient
    held = [c for c in context.question.concepts if c.role in (Role.POPULATION, Role.OUTCOME)]
    illnesses = tuple((c.label, c.text, *c.synonyms) for c in held if c.semantic == "condition")
    near = set(wanted(context))
    # What the label of its own member says of a class stands before that of a medicine of another class.
    near = {*near}.intersection(_of_class(context)) & {
        d.drug.lower() for a in context.option_labels for d in a.directives
    } or near
    found = [
        (appraisal, item)
        for appraisal in context.option_labels
        if appraisal.record.kind is RecordKind.LABEL
        for item in appraisal.directives
        if item.drug.lower() in near
        and (item.action in _WARNS or _with_taken(item, patient) or _ends_at(item, context))
        if _meets(f"{item.population} {item.text}", patient, illnesses)
        and not in_some.of_another_illness(item.text, context)
    ]
    found = [row for row in found if not _of_the_illness(row, context)]
    own = context.question.patient
    typed = _typed(context)

    def order(row: Row) -> tuple[bool, bool, bool, bool, int]:
        # The label of the very medicine that was typed leads. What is said of what is taken is nearest, and of such
        # kidneys nearer than what is of every old patient.
        place = _WARNS.index(row[1].action) if row[1].action in _WARNS else len(_WARNS)
        other = row[1].drug.lower() not in typed
        beside, at = not _with_taken(row[1], own), not _ends_at(row[1], context)
        return other, beside, at, not bars.names_organ(row[1], own), place

    return sorted(found, key=order) or _gravest(context)


def _typed(context: Context) -> set[str]:
    """The medicines in whose place their class stands."""
    said = (one.from_.lower().split(" and ") for one in context.question.assumptions if one.what == AS_CLASS)
    return {name for names in said for name in names}


def _with_taken(item: Directive, patient: Patient) -> bool:
    """Whether a direction is on what the medicine does beside one that the patient takes."""
    return item.action is DirectiveAction.INTERACTION and bool(fitting.takes(item.text, patient))


def _ends_at(item: Directive, context: Context) -> bool:
    """Whether the label of a member says at such kidneys or such a liver that it is not begun, or may go on: what is
    asked of the class at a value is told there, and not in a warning."""
    if item.drug.lower() not in _of_class(context) or item.action is not DirectiveAction.DOSE:
        return False
    aim = _AIM.search(item.text)
    other = aim is not None and aim[0].lower() not in context.question.read.lower()
    organ = bars.names_organ(item, context.question.patient)
    return organ and not other and _LIMIT.search(item.text) is not None


_AIM: Final = caseless(r"\bfor (?:the )?\w+ control\b")
"""One aim of such a medicine, which the question may not have."""
_LIMIT: Final = caseless(
    r"\b(?:not recommended|should not|must not|should be (?:stopped|avoided)|may (?:be )?continued?)\b"
)


def _gravest(context: Context) -> list[Row]:
    """Of a class that studies tell of the warning on the label of a member that is of what may kill, where one is."""
    if not context.answering:
        return []
    boxed = [r for one in held(context) for r in one.directives(DirectiveAction.BOXED_WARNING)]
    boxed = [r for r in boxed if not fitting.of_others(r[1].text, context.question.patient)]
    boxed = [r for r in boxed if not fitting.special(r[1].text) and _KILLS.search(r[1].text)]
    return sorted(boxed, key=lambda row: _BESIDE.search(row[1].text) is not None)[:1]


_KILLS: Final = caseless(r"\b(?:fatal\w*|deaths?|life-threatening|respiratory depression)\b")
_BESIDE: Final = caseless(r"\b(?:with|together|taken? beside)\b")


def _of_the_illness(row: Row, context: Context) -> bool:
    """Whether a caution is of the very illness that the other medicine is for, and of no patient in particular."""
    patient = context.question.patient
    alone = row[1].action is DirectiveAction.CAUTION and not fitting.speaks_of(row[1].text, patient)
    meant = (d for d in row[0].directives if d.action is DirectiveAction.INDICATED)
    return alone and any(map(context.indicated_for_this, meant))


def _meets(text: str, patient: Patient, illnesses: tuple[tuple[str, ...], ...]) -> bool:
    """Whether a direction is for such a patient, or names their illness: of whose age nothing is told, `older people
    with dementia` may be meant as well."""
    named = any(wording.stands_in(name.lower(), text.lower()) for names in illnesses for name in names)
    return named or fitting.speaks_of(text, patient, illnesses)


def say(draft: Draft, context: Context) -> None:
    """The gravest of them, each with whose label it is. The class stays unnamed: a label need not name its own."""
    own = set(_of_class(context))
    said = " ".join(one.text for one in draft.statements).lower()
    tried = [name for name in own if name in said]  # beside what was found of one member no limit of another stands
    told = any(one.kind.asserts for one in draft.statements)  # where nothing answers, a member's label does not either
    _tell(
        draft,
        context,
        [
            row
            for row in rows(context)
            if (told or row[1].drug.lower() not in own)
            and not (tried and row[1].drug.lower() not in tried and _ends_at(row[1], context))
        ],
    )


def say_fellows(draft: Draft, context: Context) -> None:
    """What labels of others of its class forbid in what the question tells and its own does not speak of."""
    before = len(draft)
    _tell(draft, context, fellows.barred(context))
    if len(draft) > before:
        own = wording.join(context.named)
        draft.add(f"the label of {own} that is held does not speak of {context.population}", Kind.ABSENCE)


def _tell(draft: Draft, context: Context, rows_: Sequence[Row]) -> None:
    told: set[str] = set()
    stands = {span for one in draft.statements for span in one.supports}
    for appraisal, item in rows_:
        drug = item.drug.lower()
        if len(told) < MOST and drug not in told and item.span not in stands:
            told.add(drug)
            kin = "a medicine of that class" if drug in _of_class(context) else "a medicine of the same class"
            kin = "the very medicine asked about" if drug in _typed(context) else kin
            said = _said(item)
            draft.add(
                f"nearest is the {source_name(appraisal)}, {kin}, which {said}",
                Kind.DIRECTIVE,
                (item.span,),
                plain=f"what is nearest is the label of {drug}, {kin}. It {said}",
            )


def _said(item: Directive) -> str:
    """What a label says, as the end of a sentence on it: a caution is often a bare list of illnesses."""
    text = item.text.rstrip(". ")
    if item.action is DirectiveAction.CONTRAINDICATED:
        return f"says that it is {'; '.join(barring.said([text]))}"
    if item.action is DirectiveAction.CAUTION and text[:1].islower():
        return f"calls for care in {text}"
    lead = "has a boxed warning" if item.action is DirectiveAction.BOXED_WARNING else "says"
    return f"{lead}: {wording.lower(text)}"
