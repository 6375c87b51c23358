"""Bars: whether one direction rules a treatment out for this patient.

A limit of severe disease bars nobody with the mild, one for another illness nobody with this, one of children no grown
person: what must hold of the patient is read off the direction, and what is not told bars nothing.
"""

from __future__ import annotations

import re
from typing import Final

import msgspec

from probatum import vocabulary
from probatum.apply import fitting
from probatum.apply.context import Context
from probatum.apply.patient import akin, beside, habits, in_clauses, in_words, other_uses
from probatum.apply.together import in_some, other_takers
from probatum.model import Directive, DirectiveAction, Patient, Role
from probatum.text import ancestry, measured
from probatum.text.expressions import expression

FORBIDS: Final = expression(
    r"\b(?:contra-?indicated|(?:should|must|do|may) not (?:be )?(?:used?|given?|taken?|start(?:ed)?|offer(?:ed)?"
    r"|administered)"
    r"|no dose (?:of [\w-]+ )?(?:can|could) be recommended|dos(?:e|ing) recommendations? (?:cannot|could not) be"
    r"|not recommended|recommends? against|(?<!, to )(?<!order to )avoid(?:ed)?\b(?! for)"
    r"|do not (?:use|give|take|offer|start))",
    re.IGNORECASE,
)


_ROUTE: Final = expression(
    r"\b(?:must|should|may) not be (?:given|injected|used|administered|taken)"
    r" (?:into|by|through|via|intra\w+|in an? (?:vein|pump))",
    re.IGNORECASE,
)
"""A direction on the way in which something is given."""


def only_alone(item: Directive, context: Context) -> bool:
    """Whether advice is against something as the only treatment at large, and it is asked for in an attack, in which it
    is given beside others."""
    against = item.action is DirectiveAction.NOT_RECOMMENDED and _ALONE.search(item.text)
    return bool(against) and bool(_ATTACK.search(context.question.typed)) and not _ATTACK.search(item.text)


def in_an_attack(item: Directive, context: Context) -> bool:
    """The same where an attack is told by that word: an acute illness (`acute low back pain`) is none."""
    return only_alone(item, context) and _BY_NAME.search(context.question.typed) is not None


_BY_NAME: Final = expression(r"\b(?:attacks?|exacerbations?|nebs?|nebuli[sz]\w+|emergency)\b", re.IGNORECASE)
_ATTACK: Final = expression(
    r"\b(?:acute(?:ly)?|attacks?|exacerbations?|nebs?|nebuli[sz]\w+|emergency)\b", re.IGNORECASE
)
_REACTION: Final = expression(r"(?:[\w-]+ ){0,2}(?:hypersensitivity|allergy) to [^;,]{3,60}$", re.IGNORECASE)
_ALONE: Final = expression(r"\b(?:alone|monotherapy|on its own|by itself)\b", re.IGNORECASE)


_PARTLY: Final = expression(
    r"\b(?:trimester|half|weeks?|months? of pregnancy|late|early|first|second|third|last)\b", re.IGNORECASE
)
"""A direction for a part of pregnancy, which bars nothing where it is not known how far the pregnancy is."""


SURELY: Final = (DirectiveAction.CONTRAINDICATED, DirectiveAction.NOT_RECOMMENDED)


MAY_FORBID: Final = (
    DirectiveAction.BOXED_WARNING,
    DirectiveAction.SPECIAL_POPULATION,
    DirectiveAction.CAUTION,
    DirectiveAction.DOSE,
    DirectiveAction.INTERACTION,
)


def stopped_at(item: Directive, patient: Patient) -> bool:
    """Whether what was measured lies beyond a limit at which a direction has a treatment stopped."""
    return bool(measured.within(item.text, patient.values) and _STOPPED.search(item.text))


def names_organ(item: Directive, patient: Patient) -> bool:
    """Whether a direction names the kidneys or liver that the patient tells of."""
    own = ((patient.kidney, fitting.KIDNEY), (patient.liver, fitting.LIVER))
    return any(bool(told_) and bool(organ.search(f"{item.population} {item.text}")) for told_, organ in own)


def by_ancestry(item: Directive, patient: Patient) -> bool:
    """Whether a direction is of the people from whom the patient comes."""
    return ancestry.meant(item.text, patient.ancestry)


_GRAVEST: Final = (DirectiveAction.BOXED_WARNING, DirectiveAction.CONTRAINDICATED)


def of_the_unborn(item: Directive, patient: Patient) -> bool:
    """Whether a label warns of pregnancy or forbids a treatment in the whole of it, and the patient may become
    pregnant."""
    return fitting.may_conceive(patient) and harms_unborn(item)


def harms_unborn(item: Directive) -> bool:
    """Whether a label warns gravely of pregnancy or forbids a treatment in the whole of it."""
    said = f"{item.population} {item.text}"
    if _AT_TERM.search(said) or _PARTLY.search(said):
        return False  # then she would know, or it is of a part of it
    malforms = _MALFORMS.search(_UNKNOWN.sub(" ", _UNSEEN.sub(" ", item.text)))
    grave = item.action in _GRAVEST or (item.action in _SHOWN and (FORBIDS.search(item.text) or malforms))
    return bool(grave and fitting.PREGNANT.search(said))


_AT_TERM: Final = expression(r"\b(?:at term|labou?r|delivery)\b", re.IGNORECASE)


_MALFORMS: Final = expression(
    r"\b(?:malform\w*|birth defects?|teratogen\w*|cleft (?:lip|palate)|neural tube|congenital anomal\w*)", re.IGNORECASE
)
"""What may come of it to a child that is not known of yet."""
_UNSEEN: Final = expression(
    r"\b(?:not (?:been )?(?:shown?|found|seen|linked|associated)|no (?:clear |increased? |raised |higher )?(?:evidence"
    r"|increase|risk|link|association))\b[^.;]*",
    re.IGNORECASE,
)
"""What was looked for in children and not found."""
_UNKNOWN: Final = expression(r"\b(?:too few|not enough|too little|insufficient) to [^.;]{0,90}", re.IGNORECASE)
"""What data do not tell, which is no harm that was seen."""


_SHOWN: Final = (DirectiveAction.SPECIAL_POPULATION, DirectiveAction.CAUTION, DirectiveAction.NOT_RECOMMENDED)


_AIM: Final = expression(
    r"^\W*to (?:prevent|treat|lower|reduce|relieve|control|induce) [^,.;]{3,60}, (?=[^.;]*\bcontra-?indicated\b)",
    re.IGNORECASE,
)


def without_aim(item: Directive) -> Directive:
    """A direction without the use that it begins with, which is what the medicine is for and no limit; itself where it
    begins with none."""
    text = _AIM.sub("", item.text)
    return item if text == item.text else msgspec.structs.replace(item, text=text)


def own_part(text: str, context: Context) -> str:
    """A direction without the limits of kidneys that it sets for other illnesses than those asked about."""
    if not context.question.patient.kidney or not fitting.KIDNEY.search(text):
        return text
    return in_clauses.of_illness(text, tuple(context.question.having(Role.POPULATION)))


def rules_out(item: Directive, context: Context) -> bool:
    """Whether a direction bars a treatment for this patient: by its words, and by whom they are of."""
    if (bare := without_aim(item)) is not item:
        return not other_uses.for_other_use(item.text, context) and rules_out(bare, context)
    if item.action in SURELY and habits.of_smokers(item.text):
        return habits.told(item.text, context)
    text = own_part(f"{item.population} {item.text}", context)
    weeks = fitting.weeks_pregnant(context.question.patient)
    if weeks is None and _PARTLY.search(text) and fitting.PREGNANT.search(text):
        return False
    narrowed = own_part(item.text, context) != item.text  # which part of it is for the illness asked about is settled
    if (
        (not narrowed and other_uses.for_other_use(item.text, context))
        or of_a_state(item, context)
        or _came_already(item.text, context)
    ):
        return False
    if other_uses.for_other_aim(item.text, context) or other_uses.of_one_use(item, context):
        return False
    if of_ill_children(item.text, context) or in_words.excepted(item, context):
        return False
    if in_some.of_another_illness(item.text, context) or in_some.of_a_kind(item.text, context):
        return False
    if in_some.of_one_member(item, context):
        return False
    if _ACTIVE_BLEEDING.search(item.text) and not _BLEEDS.search(context.question.typed):
        return False  # bleeding that is asked about or feared is none that goes on
    if _ROUTE.search(item.text):
        return False  # that it is not given into a vein bars no other way
    if only_alone(item, context) or (_REACTION.match(item.text) and not context.question.patient.allergies):
        return False
    patient = context.question.patient
    by_filtration = fitting.KIDNEY.search(item.text) and fitting.filtration(patient.kidney) is not None
    if beside.in_such(item.text, context) and beside.in_a_state(item.text, context) and not by_filtration:
        return False
    if in_clauses.needs_more(item.text, patient, context.question.typed):
        return False
    if of_the_unborn(item, patient) and not fitting.speaks_of(text, patient):
        return False
    if _NEEDING.search(item.text) and not fitting.takes(item.text, patient):
        return False
    if in_words.is_named(item, context):
        return True
    beside_it = fitting.takes(text, patient) or of_kind_taken(item, context)
    if not fitting.certain(text, patient) or (_TAKING.search(text) and not beside_it):
        return False
    if other_takers.with_another(item.text, context) or other_takers.of_some(item, context):
        return False
    if stopped_at(item, patient) or (patient.pregnancy and _ENDED_WHEN_PREGNANT.search(item.text)):
        return True
    if item.action in SURELY:
        return True
    forbids = FORBIDS.search(item.text) if narrowed else in_clauses.forbids(item.text, FORBIDS, patient)
    return item.action in MAY_FORBID and bool(forbids)


_STOPPED: Final = expression(r"\b(?:should be|is) (?:stopped|withheld|interrupted|discontinued)\b", re.IGNORECASE)
"""What is done beyond a limit of what is measured."""


_ENDED_WHEN_PREGNANT: Final = expression(
    r"\b(?:stopped|discontinued|ended|withdrawn)\b[^.;]{0,20}\b(?:as soon as|when|once|if|where)\b[^.;]{0,20}\bpregnan",
    re.IGNORECASE,
)
"""What is to be stopped when a pregnancy is found is not begun in one."""


_KIND: Final = expression(r"\b([\w-]{2,20}) (?:inhibitor|inducer|substrate|agonist|antagonist)s?\b", re.IGNORECASE)


_SUCH_AS: Final = expression(r"^[^.;]{3,120}?,? such as (?P<members>[^.;]{3,120})", re.IGNORECASE)


def without_itself(patient: Patient, item: Directive) -> Patient:
    """The patient without the medicine that a direction is of, which is none that it is taken beside."""
    drugs = tuple(drug for drug in patient.drugs if drug.lower() != item.drug.lower())
    return patient if drugs == patient.drugs else msgspec.structs.replace(patient, drugs=drugs)


def of_kind_taken(item: Directive, context: Context) -> bool:
    """Whether a limit is of those who take a kind of medicine of which its own label counts one that the patient takes
    (`with a P-glycoprotein inhibitor, such as ciclosporin`)."""
    kinds = {k.lower() for k in _KIND.findall(item.text)}
    patient = without_itself(context.question.patient, item)
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


def bleeds_now(text: str, context: Context) -> bool:
    """Whether a limit is of bleeding that goes on, and the question tells that it does."""
    return bool(_ACTIVE_BLEEDING.search(text)) and _BLEEDS_NOW.search(context.question.typed) is not None


_ACTIVE_BLEEDING: Final = expression(r"\bactive\b[^.;,]{0,40}\b(?:bleed\w*|ha?emorrhag\w*)", re.IGNORECASE)


def bleeds(text: str) -> bool:
    """Whether a question tells of bleeding that goes on."""
    return _BLEEDS.search(text) is not None or _BLED.search(text) is not None


def of_bleeding(item: Directive) -> bool:
    """Whether a limit is of bleeding that goes on."""
    return _ACTIVE_BLEEDING.search(item.text) is not None


_BLED: Final = expression(
    r"\b(?:major|severe|massive|life-threatening|big) (?:\w+ )?(?:bleed\w*|ha?emorrhag\w*)|\bICH\b", re.IGNORECASE
)
_BLEEDS: Final = expression(
    r"\b(?:active(?:ly)?|ongoing|still|currently|now|is|are|keeps?|been|started|has|have|had|with an?|acute) "
    r"(?:\w+ ){0,2}(?:bleed\w*|ha?emorrhag\w*)|\bbleed(?:s|ing)? (?:now|ulcer|from|heavily|badly|today|gastric|varices)"
    r"|\b(?:GI|upper|lower|gastrointestinal|rectal|vaginal|gum|nose|brain|intracranial|variceal|peptic) (?:GI )?bleed"
    r"|\bmal?a?ena\b|\bha?ematemesis\b|\bvomiting blood\b|\b(?:black|tarry) (?:stools?|poos?)",
    re.IGNORECASE,
)
"""Words by which bleeding is told that goes on."""


_ILL_CHILDREN: Final = expression(
    r"\b(?:child(?:ren)?|teenagers?|adolescents?|infants?|bab(?:y|ies))(?: (?:and|or) \w+)?"
    r" (?:with|who have|just after|recovering from)\b"
    r"(?P<what>[^.;(]{3,90})",
    re.IGNORECASE,
)


def of_ill_children(text: str, context: Context) -> bool:
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


_NEEDING: Final = expression(
    r"\bwho (?:also )?(?:needs?|requires?) [^.;,]{3,40}|\bfor another (?:reason|indication)\b", re.IGNORECASE
)
"""A limit of those who need something besides, of which a question that tells nothing is none."""


def of_its_takers(item: Directive) -> bool:
    """Whether a limit is of those who take the very medicine already, for something else (`who take A as
    prophylaxis`)."""
    if not item.drug or not _TAKERS.search(item.text):
        return False
    return re.search(rf"{_WHO_TAKE}(?:[\w-]+ )?{re.escape(item.drug)}\b", item.text, re.IGNORECASE) is not None


_WHO_TAKE: Final = r"\bwho (?:already |also )?(?:takes?|uses?|are (?:taking|on)) "
_TAKERS: Final = expression(_WHO_TAKE, re.IGNORECASE)


_STATE: Final = expression(
    r"\buntil\b|\bunless\b|\b(?:more|later) than \d+ (?:hours?|days?|weeks?)\b"
    r"|\bacute\b|\battacks?\b|\brapidly\b|\bworse\b|\bdeteriorat|\bdecompensat|\bstatus asthmaticus|\bemergenc"
    r"|\bunstable\b",
    re.IGNORECASE,
)
"""States of an illness in which a drug that is meant for it may do harm."""


def of_a_state(item: Directive, context: Context) -> bool:
    """Whether a limit is of a state of the very illness that the label is for (`as the first treatment of an acute
    attack`), or of which that asked about is a kind, and the question says nothing of the state: it rules the drug out
    in that state, and not in the illness."""
    patient = context.question.patient
    states = tuple((name,) for name in measured.states(patient.values))
    if states and fitting.names_one(item.text, states):
        return False  # what was measured is the state
    if (patient.pregnancy and fitting.PREGNANT.search(item.text)) or (
        patient.breastfeeding and fitting.FEEDING.search(item.text)
    ):
        return False  # `avoided in pregnancy unless a doctor directs it` is a limit of hers, and none of the illness
    meant = any(context.indicated_for_this(d) for _, d in context.directives(DirectiveAction.INDICATED))
    meant = meant or bool(context.wider_use)
    if not meant or not _STATE.search(item.text) or _STATE.search(context.question.read):
        return False
    return not _of_illness_besides(item, context)


def _of_illness_besides(item: Directive, context: Context) -> bool:
    """Whether a limit names, in no state or in one that is told, an illness of the patient that is not the one that the
    label is for: in a list (`recent infarction and decompensated heart failure`) the state of another is none of it."""
    uses = [d.text for _, d in context.directives(DirectiveAction.INDICATED)]
    for concept in context.question.having(Role.POPULATION):
        if concept.semantic != "condition" or akin.kinship(item.text, concept.label) is not akin.Kin.SAME:
            continue
        if any(akin.kinship(use, concept.label) is akin.Kin.SAME for use in uses):
            continue
        states = akin.states(item.text, concept.label)
        bare = not states and item.action is not DirectiveAction.NOT_RECOMMENDED  # a guideline says of whom it speaks
        if bare or any(beside.is_told(state, context.question.read) for state in states):
            return True
    return False
