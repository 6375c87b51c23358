"""Standings: what the bars make of a treatment for this patient (contraindicated, stopped, advised against), and how
that is told, with what else is said of such a patient.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from probatum.apply import fitting, wording
from probatum.apply.context import Context
from probatum.apply.drafting import Draft, directives
from probatum.apply.evidence.arms import choices
from probatum.apply.labels import suspected
from probatum.apply.once import once
from probatum.apply.patient import bars, complaint, counted, for_patient, other_uses, sexes
from probatum.apply.together import beside_each_other, beside_limits, other_takers
from probatum.model import Appraisal, Directive, DirectiveAction, Intent, Kind, Patient, Role
from probatum.text import doses
from probatum.text.expressions import expression
from probatum.vocabulary.classes import members

Row = tuple[Appraisal, Directive]

GRANTED: Final = expression(
    r"\b(?:continu\w*|keep (?:on |taking|giving|using)\w*|how long|(?:what|which) (?:starting |maximum )?dos(?:e"
    r"|age)|how much|how often"
    r"|how (?:do|should|can) (?:i|we|she|he|they) (?:give|start|take|use)|restart\w*|resum\w*|increas\w* (?:the )?dose"
    r"|when (?:should|can|do) (?:i|we|she|he) (?:start|give|take)|best time to take)\b",
    re.IGNORECASE,
)
"""Wordings that take it for granted that the treatment is given."""


MOST_BARRED: Final = 2


def untold(context: Context) -> str:
    """That neither a study nor a label speaks of the pregnancy or breast-feeding that is asked about; empty where one
    does, or nothing of the kind is asked: common adverse effects are no answer to that."""
    patient = context.question.patient
    state = "breast-feeding" if patient.breastfeeding else "pregnancy" if patient.pregnancy else ""
    if not state or for_patient.told(context) or for_patient.barred(context) or _advised(context):
        return ""
    sort = fitting.FEEDING if patient.breastfeeding else fitting.PREGNANT
    people = (f"{a.record.title} {a.study.population.value if a.study.population else ''}" for a in context.answering)
    if any(map(sort.search, people)):
        return ""
    if for_patient.to_come(context):  # that a limit begins later is no leave before it
        ends = context.ends or bool(context.halts)  # whoever takes it already is not sent to stop it
        early = f"no source of the library says whether {wording.join(context.named)} may be used"
        return "" if ends else f"{early} this early in the pregnancy"
    return f"no source of the library says whether {wording.join(context.named)} may be used in {state}"


def _advised(context: Context) -> bool:
    """Whether a guideline recommends what is asked about, or one of that class for the illness asked about, in such a
    pregnancy or to such a mother."""
    patient = context.question.patient
    ill = [c for c in context.question.having(Role.POPULATION) if c.semantic in ("condition", "symptom")]
    sort = fitting.PREGNANT if patient.pregnancy else fitting.FEEDING
    asked = {*context.drugs, *(m.casefold() for name in context.drugs for m in members(name))}
    return any(
        item.action is DirectiveAction.RECOMMENDED
        and bool(sort.search(item.text))
        and sexes.fits(item.text, patient)
        and bool(asked & other_takers.drugs_of(item))
        and (not ill or any(complaint.names(f"{appraisal.record.title} {item.text}", c) for c in ill))
        for appraisal in context.guidelines
        for item in appraisal.directives
    )


class Standing(NamedTuple):
    """What a bar makes of a treatment for this patient."""

    text: str
    plain: str


BARRED: Final = Standing("is contraindicated for this patient", "must not be used in this person")


STOPPED: Final = Standing("is stopped at what was measured", "is stopped at what was measured")


AGAINST: Final = Standing("is advised against for this patient", "is not advised for this person")


_STANDINGS: Final = (BARRED, STOPPED, AGAINST)


def standing_of(item: Directive, context: Context) -> Standing:
    """What a bar makes of the treatment: at a value at which a label has it stopped it is not only weighed."""
    if item.action is DirectiveAction.CONTRAINDICATED:
        return BARRED
    return STOPPED if bars.stopped_at(item, context.question.patient) else AGAINST


@once
def stopped(context: Context) -> frozenset[str]:
    """The medicines, in lower case, that a label has stopped at what was measured: neither a dose of theirs nor what
    may be begun in their place is asked before that is mended."""
    rows = (item for _, item in for_patient.barred(context) if standing_of(item, context) is STOPPED)
    return frozenset(name for item in rows for name in other_takers.barred_by(item, context))


def say(draft: Draft, context: Context, most: int, *, grave: bool = False) -> None:
    """What rules the treatment out, named as the question's premise where it was one; then what else is said, with
    `grave` no more than what changes what is given."""
    before = {span for one in draft.statements for span in one.supports}
    barred = [row for row in for_patient.barred(context) if row[1].span not in before]
    if context.question.patient.values:  # that it is stopped stands before that it is not begun
        barred.sort(key=lambda row: standing_of(row[1], context) is AGAINST)
    rows = _of_each(barred, context)
    _say_bars(draft, rows, context)
    left = _besides(draft, rows, context, grave=grave)
    if context.by_members and len({item.drug for label in context.labels for item in label.directives}) > 1:
        # The dose of one member alone would be read as the choice of it; those of all stand under dosing.
        left = [r for r in left if r[1].action is not DirectiveAction.DOSE]
    harm = context.question.intent is Intent.HARM and context.question.having(Role.OUTCOME)
    if harm or suspected.on_it(
        context.question
    ):  # how much others of that age take is no answer to what it may have done
        left = [r for r in left if r[1].action is not DirectiveAction.DOSE]
    boxed = [row for row in left if row[1].action is DirectiveAction.BOXED_WARNING][: bool(rows)]
    stays = [*_unborn(left, context), *_of_organ(left, context)]
    left = (
        _evenly(left, max(0, most - len(rows)), context) or boxed
    )  # the gravest that is said of such a patient has room beside a bar
    left = [*left, *(row for row in stays if row not in left)]
    _say_besides(draft, left, context)
    later = "This limit begins later in the pregnancy, and is not reached yet"
    directives(
        draft, for_patient.to_come(context), later, "This limit begins later in the pregnancy. It is not reached yet"
    )
    counted.say(draft, left, context.question.patient)


def say_dose(draft: Draft, context: Context) -> None:
    """The dose for such a patient, where it is the dose that is asked for: what else is taken bears on it, and nothing
    that is taken rules it out, so that it stands before what the two do together."""
    asks = context.question.intent is Intent.DOSING and not for_patient.barred(context)
    if not asks or beside_limits.rows(context) or not beside_each_other.cautioned(context):
        return
    rows = [row for row in for_patient.told(context) if row[1].action is DirectiveAction.DOSE and dosed_in(row[1])]
    directives(draft, rows, "Dose for this patient", "Dose for this person")
    counted.say(draft, rows, context.question.patient)


def _say_bars(draft: Draft, rows: Sequence[Row], context: Context) -> None:
    """What rules a medicine out, the gravest first, medicine by medicine."""
    granted = GRANTED.search(context.question.read) is not None
    names = dict.fromkeys(whose(row[1], context) for row in rows)
    for standing, name in ((one, name) for one in _STANDINGS for name in names):
        lead, easy = f"{name} {standing.text}", f"{name} {standing.plain}"
        kept = [r for r in rows if whose(r[1], context) == name and standing_of(r[1], context) is standing]
        first = granted and not len(draft)
        directives(
            draft,
            kept,
            f"the question takes for granted that {name} is given, but {lead}" if first else lead,
            f"the question takes it as given that {name} is used. {wording.upper(easy)}" if first else easy,
        )


def _besides(draft: Draft, rows: Sequence[Row], context: Context, *, grave: bool) -> list[Row]:
    """What is said of such a patient besides the bars, as far as it is not told and holds beside them."""
    patient = context.question.patient
    said = {span for one in draft.statements for span in one.supports}
    met = {span.record for one in draft.statements if one.kind is Kind.DIRECTIVE for span in one.supports}
    every = [row for row in for_patient.told(context) if row[1].span not in said]
    # What a label says of the very drug that is taken was told: what it says of others of its class adds nothing.
    left = [r for r in every if r[1].action is not DirectiveAction.INTERACTION or r[0].record.id not in met]
    left = [r for r in left if not beside_each_other.shadowed(r[1], context)]
    if len(draft) and patient.drugs == ():  # of its takers, of whom nobody spoke, beside what is told
        left = [r for r in left if not bars.of_its_takers(r[1])]
    if grave:
        mild = (DirectiveAction.CAUTION, DirectiveAction.MONITOR)  # but for what is to be avoided in such a patient
        left = [r for r in left if r[1].action not in mild or _weighs(r[1], patient)]
    apart = any(bars.names_organ(item, patient) and not fitting.takes(item.text, patient) for _, item in rows)
    held = rows or (_forbidden(context) and not _DOSE.search(context.question.read))
    if held and not apart and not when_it_goes(context):  # what forbids it may have been told of the two before
        # An amount for an age, a weight or kidneys is none for somebody whom something else bars.
        return [r for r in left if not _fitted_amount(r[1])]
    return left


_DOSE: Final = expression(r"\b(?:dos(?:e|es|ing|age)|how much)\b", re.IGNORECASE)
"""Words that ask how much is given, whatever bars it now."""


def _forbidden(context: Context) -> bool:
    return any(item.action is DirectiveAction.CONTRAINDICATED for _, item in for_patient.barred(context))


def _fitted_amount(item: Directive) -> bool:
    return item.action is DirectiveAction.DOSE and bool(dosed_in(item)) and bool(doses.read(item.text))


def _say_besides(draft: Draft, left: Sequence[Row], context: Context) -> None:
    """What else is said of such a patient, sort by sort; a limit of use apart from the doses."""
    for action, lead, easy in for_patient.TELLS:
        rows = [row for row in left if row[1].action is action]
        limits = [
            r for r in rows if action is DirectiveAction.DOSE and bars.FORBIDS.search(r[1].text) and not dosed_in(r[1])
        ]
        directives(draft, [row for row in rows if row not in limits], lead, easy)
        limits = [row for row in limits if not other_uses.for_other_use(row[1].text, context)]
        directives(draft, limits, "Limit of use", "Limit of use")


def when_it_goes(context: Context) -> bool:
    """Whether nothing bars the treatment but a medicine that is taken, and it is asked how much is given or what
    becomes of the two: when that one is left off, the dose for such kidneys holds."""
    asks = context.question.intent in (Intent.DOSING, Intent.INTERACTION)
    patient, held = for_patient.but_asked(context), [item for _, item in for_patient.barred(context)]
    return asks and all(fitting.takes(one.text, patient) or other_takers.of_taken(one, context) for one in held)


@once
def lowered(context: Context) -> tuple[Row, ...]:
    """What labels say of such a patient that lowers the dose and tells no amount: the usual one is none for them."""
    rows = [row for row in for_patient.told(context) if row[1].action is DirectiveAction.DOSE]
    return tuple(row for row in rows if _LOWERED.search(row[1].text) and not doses.read(row[1].text))


_LOWERED: Final = expression(
    r"\b(?:lower|smaller|reduced|lowest) (?:starting |initial |effective )?doses?\b"
    r"|\bdoses? (?:of (?:[\w/-]+ ){1,4}?)?(?:should|must) be (?:halved|reduced|lowered|lower)\b"
    r"|\b(?:half|a quarter of|the low end of) the (?:usual )?doses?\b"
    r"|\b(?:third|half|quarter)(?: to (?:an? |one )?(?:third|half|quarter))? of the (?:usual |normal )?doses?\b"
    r"|\bneeds may be lower\b",
    re.IGNORECASE,
)


def dosed_in(item: Directive) -> bool:
    """Whether a direction tells an amount, or how one is changed."""
    return bool(doses.read(item.text)) or _CHANGED.search(item.text) is not None


_CHANGED: Final = expression(r"\b(?:halved|reduced|lowered|doubled|adjust\w*|need not be changed)\b", re.IGNORECASE)


def _of_each(rows: Sequence[Row], context: Context) -> list[Row]:
    """The bars that are told: the first of each treatment asked about, then the next of the first up to `MOST_BARRED`,
    for of a choice none is told to be open by silence."""
    first: dict[str, Row] = {}
    for row in rows:
        first.setdefault(whose(row[1], context), row)
    own = list(first.values())
    kept = [*own, *(row for row in rows if row not in own)][: max(MOST_BARRED, len(own))]
    return [row for row in rows if row in kept]


def _evenly(left: Sequence[Row], most: int, context: Context) -> list[Row]:
    """The first of them; of a choice what is told of one, with what the labels of the others say of the same sort,
    since a harm that each has would be taken for one of the first alone."""
    kept = list(left[:most])
    if not choices(context.question):
        return kept
    for action in dict.fromkeys(row[1].action for row in kept):
        told_ = {whose(row[1], context) for row in kept if row[1].action is action}
        first: dict[str, Row] = {}
        for row in left:
            if row[1].action is action and whose(row[1], context) not in told_:
                first.setdefault(whose(row[1], context), row)
        kept += first.values()
    return [row for row in left if row in kept]


def _weighs(item: Directive, patient: Patient) -> bool:
    """Whether a caution wants a treatment avoided, or names the very kidneys or liver that the patient tells of."""
    return bool(bars.FORBIDS.search(item.text)) or bars.names_organ(item, patient)


def _of_organ(rows: Sequence[Row], context: Context) -> list[Row]:
    """The first that is said of the kidneys, liver or ancestry that the patient tells of, and beside it the first limit
    of those who take the medicine already: neither stands in the place of the other."""
    patient = context.question.patient
    own = [row for row in rows if bars.names_organ(row[1], patient) or bars.by_ancestry(row[1], patient)]
    limits = [row for row in own if bars.of_its_takers(row[1])]
    return [*limits[:1], *(row for row in own if row not in limits)][: 1 + bool(limits)]


def _unborn(rows: Sequence[Row], context: Context) -> list[Row]:
    """Of each treatment the first that is said of the child of a woman who may conceive: none of it makes way."""
    found: dict[str, Row] = {}
    for row in rows:
        if bars.of_the_unborn(row[1], context.question.patient):
            found.setdefault(row[1].drug.lower(), row)
    return list(found.values())[:MOST_BARRED]


def whose(item: Directive, context: Context) -> str:
    """Which of the treatments asked about a direction is of; all of them where it names none."""
    named = [name for name in for_patient.treatments(context) if name.lower() in other_takers.barred_by(item, context)]
    return wording.join(named or for_patient.treatments(context))


def of_rows(rows: Sequence[Row], context: Context) -> str:
    """The treatments that directions are of, in the order of the question: of two that are named the label of one bars
    that one alone."""
    every = for_patient.treatments(context)
    barred = {name for _, item in rows for name in other_takers.barred_by(item, context)}
    return wording.join([name for name in every if name.lower() in barred] or list(every))


def ruled_out(context: Context) -> bool:
    """Whether a label contraindicates the treatment for this patient, or has it stopped at what was measured."""
    return any(standing_of(item, context) is not AGAINST for _, item in for_patient.barred(context))
