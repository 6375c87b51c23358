"""For this patient: what labels and guidelines say of the people asked about, what bars a treatment first.

A question that takes a treatment for granted which is barred for its patient is answered with that premise first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

import msgspec

from probatum import vocabulary
from probatum.apply import (
    akin,
    beside,
    beside_each_other,
    counted,
    criteria,
    fitting,
    in_clauses,
    in_words,
    other_takers,
    other_uses,
    replacing,
    sexes,
    uses,
    wording,
)
from probatum.apply.context import Context
from probatum.apply.drafting import Draft, directives
from probatum.apply.once import once
from probatum.model import Appraisal, Concept, Directive, DirectiveAction, Intent, Kind, Patient, RecordKind, Role
from probatum.text import ages, ancestry, doses, measured, words
from probatum.text.expressions import expression
from probatum.vocabulary.classes import members

Row = tuple[Appraisal, Directive]

_FORBIDS: Final = expression(
    r"\b(?:contra-?indicated|(?:should|must|do|may) not (?:be )?(?:used?|given?|taken?|start(?:ed)?|offer(?:ed)?"
    r"|administered)"
    r"|no dose (?:of [\w-]+ )?(?:can|could) be recommended|dos(?:e|ing) recommendations? (?:cannot|could not) be"
    r"|not recommended|recommends? against|avoid(?:ed)?\b(?! for)|do not (?:use|give|take|offer|start))",
    re.IGNORECASE,
)
_PARTLY: Final = expression(
    r"\b(?:trimester|half|weeks?|months? of pregnancy|late|early|first|second|third|last)\b", re.IGNORECASE
)
"""A direction for a part of pregnancy, which bars nothing where it is not known how far the pregnancy is."""
GRANTED: Final = expression(
    r"\b(?:continu\w*|keep (?:on |taking|giving|using)\w*|how long|(?:what|which) (?:starting |maximum )?dos(?:e"
    r"|age)|how much|how often"
    r"|how (?:do|should|can) (?:i|we|she|he|they) (?:give|start|take|use)|restart\w*|resum\w*|increas\w* (?:the )?dose"
    r"|when (?:should|can|do) (?:i|we|she|he) (?:start|give|take)|best time to take)\b",
    re.IGNORECASE,
)
"""Wordings that take it for granted that the treatment is given."""
_SURELY: Final = (DirectiveAction.CONTRAINDICATED, DirectiveAction.NOT_RECOMMENDED)
_MAY_FORBID: Final = (
    DirectiveAction.BOXED_WARNING,
    DirectiveAction.SPECIAL_POPULATION,
    DirectiveAction.CAUTION,
    DirectiveAction.DOSE,
    DirectiveAction.INTERACTION,
)
_TELLS: Final = (
    (DirectiveAction.CONTRAINDICATED, "Contraindicated", "Must not be used"),
    (DirectiveAction.INTERACTION, "With the drugs taken", "With the medicines taken"),
    (DirectiveAction.BOXED_WARNING, "Boxed warning", "Boxed warning, the strongest kind"),
    (DirectiveAction.STOP, "Where it is taken already", "If it is taken already"),
    (DirectiveAction.SPECIAL_POPULATION, "For this patient", "For this person"),
    (DirectiveAction.DOSE, "Dose for this patient", "Dose for this person"),
    (DirectiveAction.CAUTION, "Caution for this patient", "Needs care in this person"),
    (DirectiveAction.MONITOR, "To be monitored in this patient", "Checks for this person"),
)
"""Action, lead, plain lead; in this order."""
_WITH_ILLNESS: Final = (
    DirectiveAction.CONTRAINDICATED,
    DirectiveAction.NOT_RECOMMENDED,
    DirectiveAction.CAUTION,
    DirectiveAction.BOXED_WARNING,
)
"""Actions for which an illness of the patient counts; doses and checks name the illness that is treated."""
_OF_KINDS: Final = (DirectiveAction.CAUTION, DirectiveAction.CONTRAINDICATED, DirectiveAction.NOT_RECOMMENDED)
MOST_BARRED: Final = 2


@once
def barred(context: Context) -> tuple[Row, ...]:
    """What rules the treatment out for this patient, contraindications of labels first."""
    if context.by_members:
        return ()  # what one member is forbidden in is told of it, and bars nothing of its class
    every = _fitting(context)
    rows = [row for row in every if _bars(row[1], context) and not _dosed_beside(row, every)]
    return tuple(sorted(rows, key=lambda row: _SURELY.index(row[1].action) if row[1].action in _SURELY else 2))


def _dosed_beside(row: Row, every: Sequence[Row]) -> bool:
    """Whether a limit names poor kidneys by a word alone (`severe kidney disease`), and the same label tells a dose for
    kidneys like the patient's in figures: the figures decide."""
    if not fitting.KIDNEY.search(row[1].text) or _FIGURE.search(row[1].text):
        return False
    same = (item for appraisal, item in every if appraisal is row[0] and item.action is DirectiveAction.DOSE)
    return any(_FIGURE.search(item.text) and fitting.KIDNEY.search(item.text) for item in same)


_FIGURE: Final = expression(r"\d")


@once
def told(context: Context) -> tuple[Row, ...]:
    """What else is said of such patients, the gravest first."""
    every = _fitting(context)
    out = {id(item) for _, item in barred(context)} | {id(row[1]) for row in every if _dosed_beside(row, every)}
    order = [action for action, _, _ in _TELLS]
    dose = DirectiveAction.DOSE
    fitting_ = (row for row in every if row[1].action is dose or not _of_a_state(row[1], context))
    if gone := replacing.replaced(context):  # what is left off when the other begins is not taken beside it
        fitting_ = (row for row in fitting_ if not _beside_replaced(row[1], context, gone))
    rows = [row for row in fitting_ if id(row[1]) not in out and row[1].action in order]
    rows = [r for r in rows if r[1].action is not DirectiveAction.STOP or names_organ(r[1], context.question.patient)]
    rows = [row for row in rows if not fitting.undecided(row[1].text, context.question.patient)]
    rows = [row for row in rows if not fitting.goes_without(row[1].text, but_asked(context))]
    rows = _dialysed([row for row in rows if not _outdone(row[1], context)], context)
    rows = other_takers.of_the_very(rows, context)
    # A child of no told age may be too young for what children of some ages take.
    rows = [row for row in rows if row[1].action is not DirectiveAction.DOSE or _surely_of_age(row[1], context)]
    rows = [r for r in rows if r[1].action is not DirectiveAction.DOSE or not uses.for_another_use(r[1], context)]
    if context.unmeant:  # an amount for an age is one for the illnesses of the label; poor kidneys lower each of them
        organ = (fitting.KIDNEY, fitting.LIVER)
        rows = [r for r in rows if r[1].action is not DirectiveAction.DOSE or any(o.search(r[1].text) for o in organ)]
    asks_dose = context.question.intent is Intent.DOSING

    def place(row: Row) -> tuple[bool, int, bool]:
        later = asks_dose and row[1].action not in (DirectiveAction.CONTRAINDICATED, DirectiveAction.DOSE)
        return later, order.index(row[1].action), _HARMS.search(row[1].text) is None

    return tuple(sorted(rows, key=place))


def _outdone(item: Directive, context: Context) -> bool:
    """Whether an amount is for kidneys of which the same label says that they bar the medicine altogether."""
    patient = context.question.patient
    if item.action is not DirectiveAction.DOSE or not names_organ(item, patient):
        return False
    if fitting.filtration(patient.kidney) is None or not fitting.KIDNEY.search(item.text):
        return False  # how poor they are is not known
    bars = [one for _, one in barred(context) if one.drug == item.drug and names_organ(one, patient)]
    return any(not _BEGINS.search(one.text) for one in bars)


_BEGINS: Final = expression(r"\b(?:start|initiat|begin|glucose control)", re.IGNORECASE)
"""What is not begun, or not for one use, may go on or be given for another."""


def _dialysed(rows: list[Row], context: Context) -> list[Row]:
    """For a patient on dialysis of the amounts of a label those that name it, where one does."""
    if not _DIALYSIS.search(context.question.patient.kidney):
        return rows
    own = [row for row in rows if row[1].action is DirectiveAction.DOSE and _DIALYSIS.search(row[1].text)]
    labels = {appraisal.record.id for appraisal, _ in own}
    dose = DirectiveAction.DOSE
    return [r for r in rows if r in own or r[1].action is not dose or r[0].record.id not in labels]


_DIALYSIS: Final = expression(r"dialysis", re.IGNORECASE)


def _beside_replaced(item: Directive, context: Context, gone: frozenset[str]) -> bool:
    """Whether an interaction is with nothing that is taken but what is to be replaced."""
    kept = tuple(drug for drug in but_asked(context).drugs if drug.lower() not in gone)
    patient = msgspec.structs.replace(context.question.patient, drugs=kept)
    of_it = item.action is DirectiveAction.INTERACTION and item.drug.lower() in gone
    return of_it or (item.action is DirectiveAction.INTERACTION and not fitting.takes(item.text, patient))


def _surely_of_age(item: Directive, context: Context) -> bool:
    text = f"{item.population} {item.text}"
    return not fitting.YOUNG.search(text) or fitting.certain(text, context.question.patient)


_HARMS: Final = expression(
    r"\b(?:bleed\w*|ha?emorrhag\w*|fatal|death|severe|serious|life-threatening|toxic\w*|contra-?indicated|avoid\w*)\b",
    re.IGNORECASE,
)
"""Words of what may happen, which stand before advice to ask somebody."""


def untold(context: Context) -> str:
    """That neither a study nor a label speaks of the pregnancy or breast-feeding that is asked about; empty where one
    does, or nothing of the kind is asked: common adverse effects are no answer to that."""
    patient = context.question.patient
    state = "breast-feeding" if patient.breastfeeding else "pregnancy" if patient.pregnancy else ""
    if not state or context.answering or told(context) or barred(context) or _advised(context):
        return ""
    if _to_come(context):
        return ""
    return f"no source of the library says whether {wording.join(context.named)} may be used in {state}"


def _advised(context: Context) -> bool:
    """Whether a guideline recommends what is asked about, or one of that class, in such a pregnancy or to such a
    mother."""
    patient = context.question.patient
    sort = fitting.PREGNANT if patient.pregnancy else fitting.FEEDING
    asked = {*context.drugs, *(m.casefold() for name in context.drugs for m in members(name))}
    return any(
        item.action is DirectiveAction.RECOMMENDED
        and bool(sort.search(item.text))
        and sexes.fits(item.text, patient)
        and bool(asked & other_takers.drugs_of(item))
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
    return STOPPED if _stopped_at(item, context.question.patient) else AGAINST


def _stopped_at(item: Directive, patient: Patient) -> bool:
    return bool(measured.within(item.text, patient.values) and _STOPPED.search(item.text))


def stopped(context: Context) -> frozenset[str]:
    """The medicines, in lower case, that a label has stopped at what was measured: neither a dose of theirs nor what
    may be begun in their place is asked before that is mended."""
    rows = (item for _, item in barred(context) if standing_of(item, context) is STOPPED)
    return frozenset(name for item in rows for name in other_takers.barred_by(item, context))


def say(draft: Draft, context: Context, most: int, *, grave: bool = False) -> None:
    """What rules the treatment out, named as the question's premise where it was one; then what else is said, with
    `grave` no more than what changes what is given."""
    before = {span for one in draft.statements for span in one.supports}
    rows = _of_each([row for row in barred(context) if row[1].span not in before], context)
    granted = GRANTED.search(context.question.read) is not None
    names = dict.fromkeys(_whose(row[1], context) for row in rows)
    for standing, name in ((one, name) for one in _STANDINGS for name in names):
        lead, easy = f"{name} {standing.text}", f"{name} {standing.plain}"
        kept = [r for r in rows if _whose(r[1], context) == name and standing_of(r[1], context) is standing]
        first = granted and not len(draft)
        directives(
            draft,
            kept,
            f"the question takes for granted that {name} is given, but {lead}" if first else lead,
            f"the question takes it as given that {name} is used. {wording.upper(easy)}" if first else easy,
        )
    said = {span for one in draft.statements for span in one.supports}
    met = {span.record for one in draft.statements if one.kind is Kind.DIRECTIVE for span in one.supports}
    every = [row for row in told(context) if row[1].span not in said]
    # What a label says of the very drug that is taken was told: what it says of others of its class adds nothing.
    left = [r for r in every if r[1].action is not DirectiveAction.INTERACTION or r[0].record.id not in met]
    left = [r for r in left if not beside_each_other.shadowed(r[1], context)]
    if grave:
        mild = (DirectiveAction.CAUTION, DirectiveAction.MONITOR)  # but for what is to be avoided in such a patient
        left = [r for r in left if r[1].action not in mild or _weighs(r[1], context.question.patient)]
    apart = any(names_organ(item, context.question.patient) for _, item in rows)
    if rows and not apart and not when_it_goes(context):
        # An amount for an age, a weight or kidneys is none for somebody whom something else bars.
        left = [
            r
            for r in left
            if r[1].action is not DirectiveAction.DOSE or not dosed_in(r[1]) or not doses.read(r[1].text)
        ]
    boxed = [row for row in left if row[1].action is DirectiveAction.BOXED_WARNING][: bool(rows)]
    stays = [*_unborn(left, context), *_of_organ(left, context)]
    left = left[: max(0, most - len(rows))] or boxed  # the gravest that is said of such a patient has room beside a bar
    left = [*left, *(row for row in stays if row not in left)]
    for action, lead, easy in _TELLS:
        rows = [row for row in left if row[1].action is action]
        limits = [
            r for r in rows if action is DirectiveAction.DOSE and _FORBIDS.search(r[1].text) and not dosed_in(r[1])
        ]
        directives(draft, [row for row in rows if row not in limits], lead, easy)
        directives(draft, limits, "Limit of use", "Limit of use")
    later = "Not yet for this patient, but later in the pregnancy"
    directives(draft, _to_come(context), later, "Not yet for this person, but later in the pregnancy")
    counted.say(draft, left, context.question.patient)


def when_it_goes(context: Context) -> bool:
    """Whether nothing bars the treatment but a medicine that is taken, and it is asked how much is given or what
    becomes of the two: when that one is left off, the dose for such kidneys holds."""
    asks = context.question.intent in (Intent.DOSING, Intent.INTERACTION)
    patient, bars = but_asked(context), [item for _, item in barred(context)]
    return asks and all(fitting.takes(one.text, patient) or other_takers.of_taken(one, context) for one in bars)


@once
def lowered(context: Context) -> tuple[Row, ...]:
    """What labels say of such a patient that lowers the dose and tells no amount: the usual one is none for them."""
    rows = [row for row in told(context) if row[1].action is DirectiveAction.DOSE]
    return tuple(row for row in rows if _LOWERED.search(row[1].text) and not doses.read(row[1].text))


_LOWERED: Final = expression(
    r"\b(?:lower|smaller|reduced|lowest) (?:starting |initial |effective )?doses?\b"
    r"|\bdoses? (?:of [\w-]+ )?(?:should|must) be (?:halved|reduced|lowered|lower)\b",
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
        first.setdefault(_whose(row[1], context), row)
    own = list(first.values())
    kept = [*own, *(row for row in rows if row not in own)][: max(MOST_BARRED, len(own))]
    return [row for row in rows if row in kept]


@once
def _to_come(context: Context) -> list[Row]:
    """What keeps a treatment from people further on in a pregnancy than the patient, the limit that comes first."""
    patient = context.question.patient
    rows = [
        (appraisal, item)
        for appraisal, item in _about(context)
        if fitting.later_in_pregnancy(item.text, patient) and item.action in (*_SURELY, *_MAY_FORBID)
    ]

    def order(row: Row) -> tuple[bool, float]:
        return not (row[1].action in _SURELY or _FORBIDS.search(row[1].text)), fitting.begins_in(row[1].text)

    return sorted(rows, key=order)[:1]


def _weighs(item: Directive, patient: Patient) -> bool:
    """Whether a caution wants a treatment avoided, or names the very kidneys or liver that the patient tells of."""
    return bool(_FORBIDS.search(item.text)) or names_organ(item, patient)


def names_organ(item: Directive, patient: Patient) -> bool:
    """Whether a direction names the kidneys or liver that the patient tells of."""
    own = ((patient.kidney, fitting.KIDNEY), (patient.liver, fitting.LIVER))
    return any(bool(told_) and bool(organ.search(f"{item.population} {item.text}")) for told_, organ in own)


def _of_organ(rows: Sequence[Row], context: Context) -> list[Row]:
    """The first that is said of the kidneys, liver or ancestry that the patient tells of."""
    patient = context.question.patient
    return [row for row in rows if names_organ(row[1], patient) or by_ancestry(row[1], patient)][:1]


def by_ancestry(item: Directive, patient: Patient) -> bool:
    """Whether a direction is of the people from whom the patient comes."""
    return ancestry.meant(item.text, patient.ancestry)


def _unborn(rows: Sequence[Row], context: Context) -> list[Row]:
    """Of each treatment the first that is said of the child of a woman who may conceive: none of it makes way."""
    found: dict[str, Row] = {}
    for row in rows:
        if of_the_unborn(row[1], context.question.patient):
            found.setdefault(row[1].drug.lower(), row)
    return list(found.values())[:MOST_BARRED]


def _whose(item: Directive, context: Context) -> str:
    """Which of the treatments asked about a direction is of; all of them where it names none."""
    named = [name for name in treatments(context) if name.lower() in other_takers.barred_by(item, context)]
    return wording.join(named or treatments(context))


def _had(illness: str, context: Context) -> bool:
    """Whether a question of harm tells an illness as one that is there: `is it ok with long QT`."""
    there = rf"(?i)\b(?:in|with|has|have|had) (?:[\w-]+ ){{0,2}}?{re.escape(illness)}"
    return context.question.intent is Intent.HARM and re.search(there, context.question.read) is not None


_GRAVEST: Final = (DirectiveAction.BOXED_WARNING, DirectiveAction.CONTRAINDICATED)


def of_the_unborn(item: Directive, patient: Patient) -> bool:
    """Whether a label warns of pregnancy or forbids a treatment in the whole of it, and the patient may become
    pregnant."""
    said = f"{item.population} {item.text}"
    if _AT_TERM.search(said):
        return False  # then she would know
    whole = item.action in _SHOWN and not _PARTLY.search(said)
    grave = item.action in _GRAVEST or (whole and (_FORBIDS.search(item.text) or _MALFORMS.search(item.text)))
    return fitting.may_conceive(patient) and bool(grave and fitting.PREGNANT.search(said))


_AT_TERM: Final = expression(r"\b(?:at term|labou?r|delivery)\b", re.IGNORECASE)
_MALFORMS: Final = expression(
    r"\b(?:malform\w*|birth defects?|teratogen\w*|cleft (?:lip|palate)|neural tube|congenital anomal\w*)", re.IGNORECASE
)
"""What may come of it to a child that is not known of yet."""


_SHOWN: Final = (DirectiveAction.SPECIAL_POPULATION, DirectiveAction.CAUTION, DirectiveAction.NOT_RECOMMENDED)


def _own_part(text: str, context: Context) -> str:
    """A direction without the limits of kidneys that it sets for other illnesses than those asked about."""
    if not context.question.patient.kidney or not fitting.KIDNEY.search(text):
        return text
    return in_clauses.of_illness(text, tuple(context.question.having(Role.POPULATION)))


def _bars(item: Directive, context: Context) -> bool:
    text = _own_part(f"{item.population} {item.text}", context)
    weeks = fitting.weeks_pregnant(context.question.patient)
    if weeks is None and _PARTLY.search(text) and fitting.PREGNANT.search(text):
        return False
    narrowed = _own_part(item.text, context) != item.text  # which part of it is for the illness asked about is settled
    if (
        (not narrowed and other_uses.for_other_use(item.text, context))
        or _of_a_state(item, context)
        or _came_already(item.text, context)
    ):
        return False
    if other_uses.for_other_aim(item.text, context):
        return False
    if _of_ill_children(item.text, context) or in_words.excepted(item, context):
        return False
    if _ACTIVE_BLEEDING.search(item.text) and not _BLEEDS.search(context.question.typed):
        return False  # bleeding that is asked about or feared is none that goes on
    patient = context.question.patient
    by_filtration = fitting.KIDNEY.search(item.text) and fitting.filtration(patient.kidney) is not None
    if beside.in_such(item.text, context) and beside.in_a_state(item.text, context) and not by_filtration:
        return False
    if in_clauses.needs_more(item.text, patient, context.question.typed):
        return False
    if of_the_unborn(item, patient) and not fitting.speaks_of(text, patient):
        return False
    if in_words.is_named(item, context):
        return True
    beside_it = fitting.takes(text, patient) or _of_kind_taken(item, context)
    if not fitting.certain(text, patient) or (_TAKING.search(text) and not beside_it):
        return False
    if other_takers.with_another(item.text, context) or other_takers.of_some(item, context):
        return False
    if _stopped_at(item, patient):
        return True
    if item.action in _SURELY:
        return True
    forbids = _FORBIDS.search(item.text) if narrowed else in_clauses.forbids(item.text, _FORBIDS, patient)
    return item.action in _MAY_FORBID and bool(forbids)


_STOPPED: Final = expression(r"\b(?:should be|is) (?:stopped|withheld|interrupted|discontinued)\b", re.IGNORECASE)
"""What is done beyond a limit of what is measured."""
_KIND: Final = expression(r"\b([\w-]{2,20}) (?:inhibitor|inducer|substrate|agonist|antagonist)s?\b", re.IGNORECASE)
_SUCH_AS: Final = expression(r"^[^.;]{3,120}?,? such as (?P<members>[^.;]{3,120})", re.IGNORECASE)


def _of_kind_taken(item: Directive, context: Context) -> bool:
    """Whether a limit is of those who take a kind of medicine of which its own label counts one that the patient takes
    (`with a P-glycoprotein inhibitor, such as ciclosporin`)."""
    kinds = {k.lower() for k in _KIND.findall(item.text)}
    patient = context.question.patient
    organ = fitting.KIDNEY.search(item.text) or fitting.LIVER.search(item.text)
    if not kinds or not patient.drugs or (organ and not names_organ(item, patient)):
        return False
    label = next((a for a in context.labels if item in a.directives), None)
    for other in label.directives if label is not None else ():
        for clause in other.text.split(";"):
            found = _SUCH_AS.search(clause.strip())
            named = {k.lower() for k in _KIND.findall(found[0][: found.start("members")])} if found else set()
            if found and named and named <= kinds and fitting.takes(found["members"], patient):
                return True
    return False


_BLEEDS_NOW: Final = expression(
    r"\b(?:bleed\w*|ha?emorrhag\w*|mal?a?ena|ha?ematemesis)\b[^.?;]{0,40}\b(?:now|today|on admission|currently"
    r"|this morning|at present|ongoing|not (?:yet )?stopped)\b"
    r"|\b(?:active(?:ly)?|ongoing|current(?:ly)?|still) (?:\w+ ){0,2}(?:bleed\w*|ha?emorrhag\w*|mal?a?ena)",
    re.IGNORECASE,
)


def _bleeds_now(text: str, context: Context) -> bool:
    """Whether a limit is of bleeding that goes on, and the question tells that it does."""
    return bool(_ACTIVE_BLEEDING.search(text)) and _BLEEDS_NOW.search(context.question.typed) is not None


_ACTIVE_BLEEDING: Final = expression(r"\bactive\b[^.;,]{0,40}\b(?:bleed\w*|ha?emorrhag\w*)", re.IGNORECASE)
_BLEEDS: Final = expression(
    r"\b(?:active(?:ly)?|ongoing|still|currently|now|is|are|keeps?|been|started|has|have|had|with an?|acute) "
    r"(?:\w+ ){0,2}(?:bleed\w*|ha?emorrhag\w*)|\bbleed(?:s|ing)? (?:now|ulcer|from|heavily|badly|today|gastric|varices)"
    r"|\b(?:GI|upper|lower|gastrointestinal|rectal|vaginal|gum|nose|brain|intracranial|variceal|peptic) (?:GI )?bleed"
    r"|\bmal?a?ena\b|\bha?ematemesis\b|\bvomiting blood\b|\b(?:black|tarry) (?:stools?|poos?)",
    re.IGNORECASE,
)
"""Words by which bleeding is told that goes on."""
_ILL_CHILDREN: Final = expression(
    r"\b(?:children|teenagers|adolescents|infants)(?: (?:and|or) \w+)? (?:with|who have|just after|recovering from)\b"
    r"(?P<what>[^.;(]{3,90})",
    re.IGNORECASE,
)


def _of_ill_children(text: str, context: Context) -> bool:
    """Whether a limit is of children with an illness that the question does not tell: it bars no other child."""
    found = _ILL_CHILDREN.search(text)
    if found is None:
        return False
    ill = {m.term.label.lower() for m in vocabulary.load().find(found["what"]) if m.term.semantic == "condition"}
    question = context.question
    told = {c.label.lower() for c in question.concepts} | {n.lower() for n in question.patient.conditions}
    years = fitting.age(question.patient)
    young = years is not None and years.high < _TWENTY  # of whom it is told: symptoms like those of it count, too
    near = young and any(akin.kinship(found["what"], name) is akin.Kin.SAME for name in told)
    return bool(ill) and not ill & told and not near


_TWENTY: Final = 20.0
"""Years below which somebody is a child or a teenager."""
_PRIMARY: Final = expression(
    r"\b(?:primary prevention|to prevent a first|prevent\w* (?:the )?first)\b(?P<what>[^.;]{0,80})", re.IGNORECASE
)


def _came_already(text: str, context: Context) -> bool:
    """Whether advice is on the primary prevention of what this patient has had: after an infarction, what is said of
    preventing a first cardiovascular event says nothing."""
    found = _PRIMARY.search(text)
    if found is None:
        return False
    kept_away = {m.term.label.lower() for m in vocabulary.load().find(found["what"]) if m.term.semantic == "condition"}
    had = (c for c in context.question.having(Role.POPULATION) if c.semantic == "condition")
    return any(kept_away & {c.label.lower(), *(name.lower() for name in c.broader)} for c in had)


_TAKING: Final = expression(
    r"\bwho (?:also )?(?:takes?|are taking|is taking|receives?|use)\b(?! (?:it|this|them)\b)",
    re.IGNORECASE,
)
"""A limit that holds for those who take something besides: it bars nobody else."""
_STATE: Final = expression(
    r"\buntil\b|\bunless\b|\b(?:more|later) than \d+ (?:hours?|days?|weeks?)\b"
    r"|\bacute\b|\battacks?\b|\brapidly\b|\bworse\b|\bdeteriorat|\bdecompensat|\bstatus asthmaticus|\bemergenc"
    r"|\bunstable\b",
    re.IGNORECASE,
)
"""States of an illness in which a drug that is meant for it may do harm."""


def _of_a_state(item: Directive, context: Context) -> bool:
    """Whether a limit is of a state of the very illness that the label is for (`as the first treatment of an acute
    attack`), of which the question says nothing: it rules the drug out in that state, and not in the illness."""
    states = tuple((name,) for name in measured.states(context.question.patient.values))
    if states and fitting.names_one(item.text, states):
        return False  # what was measured is the state
    meant = any(context.indicated_for_this(d) for _, d in context.directives(DirectiveAction.INDICATED))
    return meant and bool(_STATE.search(item.text)) and not _STATE.search(context.question.read)


@once
def _fitting(context: Context) -> tuple[Row, ...]:
    """Directives on the drugs asked about whose words speak of this patient."""
    return tuple(_suited(context))


def _suited(context: Context) -> Iterator[Row]:
    patient = but_asked(context)
    illnesses = tuple((c.label, *c.synonyms) for c in _had_by_people(context))
    states = tuple((name,) for name in measured.states(patient.values))
    illnesses += (*((name,) for name in patient.conditions), *states)
    illnesses += tuple((c.label, *c.synonyms) for c in _outcomes_had(context))
    seen: set[str] = set()
    for appraisal, item in _about(context):
        text = item.text if item.action is not DirectiveAction.SPECIAL_POPULATION else f"{item.population}: {item.text}"
        if item.action is DirectiveAction.DOSE and item.population:
            text = f"{item.population}: {item.text}"
        text = _own_part(text, context)
        named = illnesses if item.action in _WITH_ILLNESS else ()
        if measured.of_another_cause(text):
            named = tuple(names for names in named if names not in states)
        # What a label treats bars nobody: a limit that names it (`hemiplegic migraine`) is on a kind of it.
        if item.action in _OF_KINDS and appraisal.record.kind is RecordKind.LABEL:
            named = tuple(names for names in named if not _treats(appraisal, names))
        if item.action is DirectiveAction.INTERACTION and not (
            fitting.takes(text, patient) or other_takers.of_taken(item, context)
        ):
            continue
        suits = (
            other_takers.of_taken(item, context)
            or fitting.speaks_of(text, patient, named)
            or in_words.is_named(item, context)
            or (item.action in _SURELY and _bleeds_now(text, context))
            or of_the_unborn(item, patient)
            or (item.action in beside.LIMITS and beside.in_such(item.text, context))
            or (item.action in _SURELY and fitting.certain(text, patient) and _of_kind_taken(item, context))
        )
        if suits and text.lower() not in seen and not other_uses.in_others(text, context):
            seen.add(text.lower())
            yield appraisal, item


def _had_by_people(context: Context) -> list[Concept]:
    """The illnesses of the people asked about, without one that the medicine may bring."""
    return [c for c in context.question.having(Role.POPULATION) if not beside.feared(c, context)]


def _outcomes_had(context: Context) -> list[Concept]:
    found = (c for c in context.question.having(Role.OUTCOME) if _had(c.text, context))
    return [c for c in found if not beside.feared(c, context)]


def _treats(label: Appraisal, names: tuple[str, ...]) -> bool:
    """Whether a label is for an illness: what it says of that holds of everybody who gets it."""
    meant = [words.stems(d.text) for d in label.directives if d.action is DirectiveAction.INDICATED]
    return any((own := words.stems(name)) and own <= said for name in names for said in meant)


def treatments(context: Context) -> tuple[str, ...]:
    """The treatments asked about, without drugs that are only said to be taken."""
    taken = {d.lower() for d in context.question.patient.drugs}
    return tuple(d for d in context.drugs if d not in taken) or context.drugs


_ADULTS: Final = expression(
    r"^\W*(?:in |for )?adults?\b(?! and (?:children|adolescents))"
    r"|\bdoses? of [\w/ -]{3,60} in adults\b(?! (?:and|or) (?:in )?(?:children|adolescents))",
    re.IGNORECASE,
)


def concerned(item: Directive, context: Context) -> bool:
    """Whether a dose is for the patient asked about: those of other special people are not, nor an adult's for a child.

    Every dose concerns a patient of whom nothing is told that decides on doses.
    """
    patient = context.question.patient
    years = fitting.age(patient)
    child = years is not None and years.high < fitting.CHILD_YEARS
    if child and _ADULTS.search(item.text) and not fitting.YOUNG.search(item.text):
        return False
    text = item.text if fitting.special(item.text) else f"{item.population}: {item.text}"
    text = text if child else fitting.GROWN_TOO.sub("adults", text)
    text = sexes.NOT_PREGNANT.sub(" ", text)
    if fitting.of_another_weight(text, patient) or fitting.goes_without(item.text, but_asked(context)):
        return False
    if not fitting.special(text):
        # An amount for nobody in particular is for grown-ups, but where it names the years from which it holds.
        if child and (limit := ages.limits(item.text)) is not None and years is not None:
            return years.meets(limit)
        return not child or "/kg" in text or not doses.read(text)
    if patient.creatinine and criteria.CREATININE.search(text):
        return fitting.speaks_of(text, patient)
    told = bool(patient.pregnancy or patient.breastfeeding or patient.kidney or patient.liver or years)
    return not told or fitting.speaks_of(text, patient) or _of_untold_kidneys(text, patient)


def of_some_alone(item: Directive, context: Context) -> bool:
    """Whether a dose is for special people alone, or for those who take another medicine that is not told; one for
    healthy kidneys is for most."""
    text = fitting.GROWN_TOO.sub("adults", sexes.NOT_PREGNANT.sub(" ", f"{item.population}: {item.text}"))
    healthy = fitting.KIDNEY.search(text) and fitting.of_healthy_kidneys(text)
    return (fitting.special(text) and not healthy) or other_takers.with_another(item.text, context)


def _of_untold_kidneys(text: str, patient: Patient) -> bool:
    """Whether a dose is for kidneys alone, of which the question tells nothing: that for healthy ones concerns
    everybody, that for failing ones the old."""
    if patient.kidney or not fitting.KIDNEY.search(text):
        return False
    others = (sort for sort in fitting.SPECIAL if sort is not fitting.KIDNEY)
    years = fitting.age(patient)
    old = years is not None and years.low >= OLD_YEARS
    return not any(sort.search(text) for sort in others) and (old or fitting.of_healthy_kidneys(text))


OLD_YEARS: Final = 65.0
"""From here on kidneys are rarely so good that a dose for failing ones is of no concern."""


def dosed(context: Context) -> bool:
    """Whether a label tells a dose for such a patient, so that the usual dose is none to begin with."""
    doses_ = (item for _, item in told(context) if item.action is DirectiveAction.DOSE)
    return any(not _RELATIVE.search(item.text) for item in doses_)


_RELATIVE: Final = expression(
    r"\b(?:reduc\w+|lower\w*|halv\w+|increas\w+|rais\w+)\b[^.;]{0,25}(?:\bby \d+ ?%|\bby half\b)"
    r"|\bshould be (?:halved|lower(?:ed)?|reduced)\b",
    re.IGNORECASE,
)
"""A part of the usual dose, which has to be told beside it."""


def ruled_out(context: Context) -> bool:
    """Whether a label contraindicates the treatment for this patient, or has it stopped at what was measured."""
    return any(standing_of(item, context) is not AGAINST for _, item in barred(context))


def but_asked(context: Context) -> Patient:
    """The patient without the drugs asked about among those taken."""
    patient = context.question.patient
    return msgspec.structs.replace(patient, drugs=tuple(d for d in patient.drugs if d.lower() not in context.drugs))


def _about(context: Context) -> Iterator[Row]:
    """Directives of the labels of the drugs asked about, what those of medicines that are taken say of them, and those
    of guidelines that name one of them."""
    for appraisal in context.labels:
        yield from ((appraisal, item) for item in appraisal.directives)
    held = {appraisal.record.id for appraisal in context.other_labels}
    further = (a for a in context.option_labels if a.record.id not in held and a not in context.labels)
    for appraisal in (*context.other_labels, *further):
        yield from ((appraisal, item) for item in appraisal.directives if other_takers.of_taken(item, context))
    for appraisal in context.guidelines:
        for item in appraisal.directives:
            if item.action is DirectiveAction.NOT_RECOMMENDED and (
                other_takers.drugs_of(item) & set(context.drugs) or other_takers.of_taken(item, context)
            ):
                yield appraisal, item
