"""Beside: illnesses that a patient has, and that the medicine asked about is not to treat.

`can I take A if I have had B`, `is A safe in B`, `A in a man with B` tell B of the patient. What the label of A says of
people with B answers that, and not that A is no medicine for B.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from probatum.apply import fitting
from probatum.apply.patient import akin, illnesses
from probatum.apply.patient.akin import Kin, kinship
from probatum.model import Concept, DirectiveAction, Fit, Intent, Role
from probatum.text import measured
from probatum.text.expressions import caseless

if TYPE_CHECKING:
    from probatum.apply.context import Context

_ILL: Final = ("condition", "symptom")
_KINDS: Final = (Intent.THERAPY, Intent.HARM, Intent.INTERACTION, Intent.DOSING)
LIMITS: Final = (
    DirectiveAction.CONTRAINDICATED,
    DirectiveAction.NOT_RECOMMENDED,
    DirectiveAction.BOXED_WARNING,
    DirectiveAction.CAUTION,
)
"""What a label says against a medicine, or of care with it."""
_MAY: Final = caseless(
    r"\b(?:can|may|could|should|allowed|is it (?:ok(?:ay)?|safe|fine|all ?right))\b[^.?;]{0,70}"
    r"\b(?:take|have|use|used|get|give|given|prescribe|prescribed|start|started|on|continue|tolerate)\b"
    r"|\b(?:safe|ok|okay|fine|all ?right|contra-?indicated|allowed|harmful|dangerous|risky|a problem)\b"
)
"""Words that ask leave."""
_TELLS: Final = caseless(
    r"\b(?:if|when|while|have|has|had|having|after|history|previous|prior|who|despite|my|with|got|'ve|since|am|i'?m"
    r""
    r"|(?:safe|ok|okay|fine|contra-?indicated|risky|dangerous|harmful)(?: to (?:use|take|give))? in) "
    r"(?:[\w'-]+ ){0,6}$"
)
"""What stands before an illness that somebody is said to have."""
_PAST: Final = caseless(
    r"\b(?:after|previous|prior|past|earlier|recent|history of|had) "
    r"(?:(?:an?|the|my|his|her|recent|previous|earlier) ){0,4}$"
)
"""What stands before what is over, and is not to be treated."""
_DENIED: Final = caseless(
    r"\b(?:no|never had|never have had|without|free of) (?:(?:any|known|previous|history of) ){0,2}$"
)
"""What stands before what nobody has: `im 68 no heart disease`."""
_SAFE: Final = caseless(r"\b(?:safe|contra-?indicated|harmful|dangerous|risky)\b")
_AIM: Final = caseless(
    r"\b(?:for|against|treat\w*|prevent\w*|reduc\w*|caus\w*|reliev\w*|cur\w+|help\w*|risks? of|chances? of)"
    r" (?:(?!(?:if|when|with|has|have|had|people|patients?|somebody|someone)\b)[\w'-]+ ){0,3}$"
)
"""What stands before an illness that is to be treated or feared."""
_WORKS: Final = caseless(
    r"\b(?:help|treat|work|effective|efficac|improv|benefi|reduc|prevent|cure|reliev|evidence|better|indicat|trial|need"
    r"|necess|worth"
    r"|stud(?:y|ies)\b|good for|role of)\w*"
)
"""Words of a question on what a treatment does for the illness."""
_PARTS: Final = caseless(r"[.?!;]|,? and (?=(?:does|do|how|what|which|will|is it|when)\b)")


def beside(context: Context) -> tuple[Concept, ...]:
    """The illnesses told that the medicine asked about is not to treat; empty where it is a class, one of two choices
    or one of a pair, or where nothing says that they are the patient's."""
    question = context.question
    if question.intent not in _KINDS or context.combined or not context.labels:
        return ()
    if len({a.directives[0].drug.lower() for a in context.labels if a.directives}) > 1 and question.comparator:
        return ()
    return tuple(c for c in _told(context) if _is_beside(c, context))


def asks(read: str) -> bool:
    """Whether a question asks leave, and not what a treatment does."""
    return _MAY.search(read) is not None and _WORKS.search(read) is None


def _told(context: Context) -> list[Concept]:
    """The illnesses that a question tells of somebody."""
    question, had = context.question, {n.lower() for n in context.question.patient.conditions}
    ill = [c for c in question.concepts if c.semantic in _ILL or (c.semantic == "procedure" and _was(c, context))]
    ill = [c for c in ill if not fitting.ALLERGIC.fullmatch(c.label)]  # to what decides, and that is told by itself
    ill = [c for c in ill if not _stands(c, context, _DENIED)]
    if _IS_IT.search(question.read):  # what is felt is put down to the medicine
        ill = [c for c in ill if c.role is not Role.OUTCOME]
    return [c for c in ill if c.role is Role.POPULATION or c.label.lower() in had or _stands(c, context, _TELLS)]


def _was(procedure: Concept, context: Context) -> bool:
    """Whether something was done to the patient, and is not what is asked about."""
    return procedure.role not in (Role.INTERVENTION, Role.COMPARATOR) and _stands(procedure, context, _PAST)


_IS_IT: Final = caseless(
    r"\b(?:is|are|could|can|might) (?:it|this|that|they) (?:be )?(?:an? )?(?:adverse|side[- ]effect)"
)


def _stands(concept: Concept, context: Context, before: re.Pattern[str]) -> bool:
    read = context.question.read
    at = read.lower().find(concept.text.lower())
    return at >= 0 and before.search(read[max(0, at - 60) : at]) is not None


_FEARED: Final = caseless(
    r"\b(?:risks? of|chances? of|dangers? of|caus\w+|leads? to|bring on|worsens?|aggravates?|exacerbates?|give (?:me"
    r"|him|her|you|people))"
    r" (?:(?!(?:if|when|with|has|have|had|people|patients?)\b)[\w'-]+ ){0,3}$"
)
_COMES_OF: Final = caseless(
    r"^(?:\w+ )?(?:with|on|from|due to|caused by|because of|since|after (?:taking|starting)?) ?(?:the |my )?"
    r"(?P<of>[\w -]{3,40})"
)


def feared(concept: Concept, context: Context) -> bool:
    """Whether an illness is one that the medicine may bring: `risk of B with A`, `bleeding on A`."""
    if concept.semantic not in _ILL or is_treated(concept, context):
        return False
    if _stands(concept, context, _FEARED):
        return True
    read = context.question.read
    at = read.lower().find(concept.text.lower())
    behind = _COMES_OF.match(read[at + len(concept.text) :].lstrip()) if at >= 0 else None
    names = [n.lower() for c in context.question.having(Role.INTERVENTION) for n in (c.text, c.label)]
    opens = not re.search(r"\b(?:can|may|could|if|have|has|had|is|safe)\b", read[: max(at, 0)], re.IGNORECASE)
    return behind is not None and opens and any(behind["of"].lower().startswith(name) for name in names)


def _is_beside(concept: Concept, context: Context) -> bool:
    if is_treated(concept, context) or feared(concept, context):
        return False
    if _forbidden(concept, context) and not _stands(concept, context, _PREVENTED) and not _of_another_use(context):
        return True  # what a label forbids in the very illness is no treatment of it, whatever word stands before
    if _stands(concept, context, _AIM):
        return False
    studied = any(a.directness.population.fit is Fit.DIRECT and not a.directness.note for a in context.answering)
    asks = _MAY.search(context.question.read) is not None
    if _works(concept, context) or (studied and not asks):
        return False
    if context.question.intent is Intent.DOSING and _of_another_use(context):
        return False
    if limited(concept, context):
        return True
    if context.question.intent is Intent.DOSING:
        return False  # a dose may be asked for a use that no label names
    told = _stands(concept, context, _TELLS) or _SAFE.search(context.question.read) is not None
    over = _stands(concept, context, _PAST) and concept.semantic != "procedure"
    if over and not asks and _tried_in_its_kind(context):
        return False  # `A 0.5 mg after an infarction` is given for what comes next, where trials gave it for that
    return (over or asks) and (over or told) and not studied and concept.role is not Role.OUTCOME


def _tried_in_its_kind(context: Context) -> bool:
    """Whether a study that answers gave the medicine to people with an illness of that kind."""
    kinds = (Fit.DIRECT, Fit.RELATED)
    return any(
        a.directness.intervention.fit is Fit.DIRECT and a.directness.population.fit in kinds for a in context.answering
    )


_PREVENTED: Final = caseless(
    r"\b(?:prevent\w*|reduc\w*|caus\w*|risks? of|chances? of|lower\w*|rais\w*|increas\w*) (?:\w+ ){0,3}$"
)


def _of_another_use(context: Context) -> bool:
    """Whether a study answers for a use that no label names: what a label for another use forbids does not decide of
    itself whether somebody who may bleed to death is treated, and is told beside it."""
    studied = any(a.directness.population.fit is Fit.DIRECT and not a.directness.note for a in context.answering)
    ill = [c for c in context.question.having(Role.POPULATION) if c.semantic in _ILL]
    return studied and bool(ill) and not any(is_treated(c, context) for c in ill)


def _forbidden(concept: Concept, context: Context) -> bool:
    """Whether a label of what is asked about forbids it in an illness itself, in the state that is told where it names
    one."""
    if concept.role in (Role.INTERVENTION, Role.COMPARATOR):
        return False
    read = context.question.read
    for _, item in context.directives(DirectiveAction.CONTRAINDICATED):
        if kinship(item.text, concept.label) is Kin.SAME:
            states = akin.states(item.text, concept.label)
            if not states or any(is_told(state, read) for state in states):
                return True
    return False


def _works(concept: Concept, context: Context) -> bool:
    """Whether the clause that names an illness asks what a treatment does for it: where somebody is told to have it and
    another one stands before it, that is what is to be helped."""
    if _another_before(concept, context):
        return False
    clauses = _PARTS.split(context.question.read)
    own = [one for one in clauses if concept.text.lower() in one.lower()]
    return any(_WORKS.search(one) for one in own)


def _another_before(concept: Concept, context: Context) -> bool:
    """Whether somebody has an illness beside the one that is asked about (`for A in somebody of 80 with B`)."""
    question = context.question
    if concept.label.lower() not in {name.lower() for name in question.patient.conditions}:
        return False
    low = question.read.lower()
    at = low.find(concept.text.lower())
    wanted = [c for c in question.having(Role.OUTCOME) if c.semantic in _ILL and c is not concept]
    return any(0 <= low.find(c.text.lower()) < at and _stands(c, context, _AIM) for c in wanted)


def is_treated(concept: Concept, context: Context) -> bool:
    """Whether a label of what is asked about is for an illness."""
    texts = [_WITHOUT.sub(" ", item.text) for _, item in context.directives(DirectiveAction.INDICATED)]
    return any(illnesses.meant(text, (concept,)) for text in texts) or bool(illnesses.wider((concept,), texts))


_WITHOUT: Final = caseless(r"\b(?:without|not for|not in) [^.;]{3,80}")
"""Whom an indication leaves out."""


def leaves_out(text: str) -> bool:
    """Whether an indication says for whom the medicine is not."""
    return _WITHOUT.search(text) is not None


def limited(concept: Concept, context: Context) -> bool:
    """Whether a label of what is asked about limits it in an illness, or in what that is a kind of."""
    rows = (item for label in context.labels for item in label.directives if item.action in LIMITS)
    if fitting.of_organ(concept.label, context.question.patient):
        organ = fitting.KIDNEY if fitting.KIDNEY.search(concept.label) else fitting.LIVER
        dosed = (d for _, d in context.directives(DirectiveAction.DOSE, DirectiveAction.SPECIAL_POPULATION))
        return any(organ.search(f"{item.population} {item.text}") for item in (*rows, *dosed))
    return any(kinship(item.text, concept.label) is not Kin.NONE for item in rows)


def only_measured(context: Context) -> bool:
    """Whether all that is ill is what was measured in somebody who takes the medicine: it is told of him, and the
    medicine is for something else."""
    ill = [c for c in context.question.concepts if c.semantic in _ILL]
    states = {state.lower() for state in measured.states(context.question.patient.values)}
    if not ill or not context.labels or not all(c.label.lower() in states for c in ill):
        return False
    return not any(_works(c, context) or is_treated(c, context) or _stands(c, context, _AIM) for c in ill)


def in_such(text: str, context: Context) -> bool:
    """Whether a label's words name an illness that the patient has beside what is treated."""
    return any(kinship(text, concept.label) is Kin.SAME for concept in context.beside)


def in_a_state(text: str, context: Context) -> bool:
    """Whether a label's words name the patient's illness only in a state (`severe`, `recent`) that is not told."""
    every = [akin.states(text, concept.label) for concept in context.beside]
    told = [one for one in every if one]
    if _FROM_MODERATE.search(text) and _MODERATE.search(context.question.read):
        return False  # the lower end of `moderate to severe` is told
    return bool(told) and not any(is_told(state, context.question.read) for one in told for state in one)


_FROM_MODERATE: Final = caseless(r"\bmoderate(?: to |-to-| or |/| and )severe\b")
_MODERATE: Final = caseless(r"\bmoderate(?:ly)?\b")


def is_told(state: str, read: str) -> bool:
    """Whether a question tells a state of an illness, `|` between words for one: by its word, or `recent` by a time."""
    return any(word in read.lower() for word in state.split("|")) or (state == "recent" and bool(_LATELY.search(read)))


_COUNT: Final = r"(?:\d{1,2}|an?|one|two|three|four|five|six|few|several|couple of)"
_LATELY: Final = caseless(
    rf"\b(?:recently|lately|yesterday|just had|(?:last|this) (?:night|week|month)|{_COUNT} (?:days?|weeks?|wks?) ago"
    rf"|(?:an?|one|1|two|2) months? ago|{_COUNT} (?:days?|weeks?) (?:after|post|since))\b"
)
"""How long ago something was, so that it is recent."""


def state_told(text: str, illness: str, context: Context) -> bool:
    """Whether a label's words name an illness in a state (`acute`, `decompensated`) that the question tells of it."""
    words = [word for state in akin.states(text, illness) for word in state.split("|")]
    read = context.question.read.lower()
    names = {c.text.lower() for c in context.question.concepts if c.label == illness}
    at = [(m.start(), m.end()) for name in names for m in re.finditer(re.escape(name), read)]
    near = [read[max(0, start - _BEFORE) : end + _BEHIND] for start, end in at]
    return any(word in one for word in words for one in near)


_BEFORE: Final = 40
_BEHIND: Final = 16
"""Characters beside the name of an illness in which its state is told: `heart failure, acute`."""


def in_some(text: str, context: Context) -> bool:
    """Whether a label's words name a kind of such an illness, which this one may be."""
    return any(kinship(text, concept.label) is Kin.KIND_OF_IT for concept in context.beside)
