"""Whether another treatment is no way out: kept from this patient, of the very limit, or tried in vain."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from probatum import vocabulary
from probatum.apply import fitting, wording
from probatum.apply.choices import as_if, elsewhere, rivals, same_aim
from probatum.apply.context import Context
from probatum.apply.labels import guided_words, kinship
from probatum.apply.patient import bars, for_patient, standings
from probatum.apply.together import replacing
from probatum.apply.together.conflicting import recommendations
from probatum.model import Appraisal, Directive, DirectiveAction
from probatum.text import words
from probatum.text.expressions import caseless

Row = tuple[Appraisal, Directive]


def recommended(name: str, context: Context) -> bool:
    """Whether a guideline that is held recommends a medicine or its class (`a short oral corticosteroid course`)."""
    own = ((name, *kinship.kin(name)),)
    rows = recommendations(context) if context.drugs else ()
    return any(d.action is DirectiveAction.RECOMMENDED and fitting.names_one(d.text, own) for _, d in rows)


def may(name: str, context: Context) -> bool:
    """Whether a treatment may stand in the place of what is asked about: another one, which no allergy rules out."""
    own = {item.drug.lower() for a in context.labels for item in a.directives}
    other = name not in own if context.classes else rivals.other(name, context)  # one member stands in for another
    return other and not rivals.barred(name, context) and not no_way(name, context) and not _only_added(name, context)


def _only_added(name: str, context: Context) -> bool:
    """Whether the label of a treatment is for the illness only on top of another one, whose place it cannot take, or in
    people like whom nobody is told to be: with `resistant` illness, or with thoughts of suicide."""
    used = (d for a in as_if.labels(name, context) for d in a.directives if d.action is DirectiveAction.INDICATED)
    found = [d for d in used if rivals.is_for(d, context)]
    own = [d for _, d in context.directives(DirectiveAction.INDICATED) if context.indicated_for_this(d)]
    added = bool(found) and all(_ADDED.search(d.text) or same_aim.of_some_alone(d.text, context) for d in found)
    return added and not any(_ADDED.search(d.text) for d in own)


_ADDED: Final = caseless(r"\bas an add-on\b|\badded to\b|\badd-on (?:treatment|therapy)\b|\badjunct\w*")


def no_way(name: str, context: Context) -> bool:
    """Whether a treatment was left for the one asked about, is kept from this patient, did nothing in a study that
    answers, or shares what speaks against the one asked about."""
    if name in replacing.replaced(context) or _failed(name, context) or _advised_against(name, context):
        return True
    other = as_if.asked(name, context)
    # Of what is told of the one in pregnancy or breast-feeding nothing holds of another, of which nothing is told.
    # In pregnancy advice for everybody is none: what is for the pregnant has spoken already.
    advised = not context.question.patient.pregnancy and recommended(name, context)
    untold = bool(as_if.labels(name, context)) and bool(standings.untold(other)) and not advised
    return kept_from(other) or untold or rivals.of_fellow(name, context) is not None


def _advised_against(name: str, context: Context) -> bool:
    """Whether a guideline advises against a treatment or its class in the illness for everybody, and none is for it."""
    rows = [d for _, d in (recommendations(context) if context.drugs else ()) if guided_words.named(d.text, name)]
    against = [d for d in rows if d.action is DirectiveAction.NOT_RECOMMENDED and not _QUALIFIED.search(d.text)]
    against = [d for d in against if not (elsewhere.for_others(d.text, context) or fitting.special(d.text))]
    return bool(against) and not any(d.action is DirectiveAction.RECOMMENDED for d in rows)


_QUALIFIED: Final = caseless(
    r"\b(?:as|together|combin\w+|with|except|unless|when|if|only|mild|moderate|severe|first|before|without|plus|who|on"
    r"|after|routine\w*|long|more|longer|above|below|immediate|high|low|initial\w*|alone or)\b"
)
"""Words that bound advice to some people, a degree, a time or a way of use."""


def _failed(name: str, context: Context) -> bool:
    """Whether a study that answers says of the treatment alone, in a clause of its own, that it did nothing."""
    terms = vocabulary.load().lookup(name)[:1]
    names = {name.lower(), *(n.lower() for t in terms for n in (t.label, *t.synonyms))}
    said = (span.quote for a in context.answering for span in (*a.conclusions, *a.results))
    clauses = (part.lower() for text in said for part in _CLAUSE.split(text))
    return any(_NOTHING.match(part[at + len(n) :]) for part in clauses for n in names if (at := part.find(n)) >= 0)


_CLAUSE: Final = caseless(r"[;.] |, (?:and|but|while|whereas) ")


_NOTHING: Final = caseless(
    r"\W{0,2}(?:alone )?(?:did not[.;]?$|(?:was|were) (?:no better than|not better than|not superior to) (?:a )?placebo"
    r"|(?:was|were) (?:ineffective|not effective)|had no effect\b)"
)


def kept_from(context: Context) -> bool:
    """Whether a treatment is barred for the patient, or harms a child that the patient may come to carry."""
    patient = context.question.patient
    may = fitting.may_conceive(patient)
    told = for_patient.told(context) if may or patient.pregnancy else ()
    if for_patient.barred(context) or any(bars.of_the_unborn(item, patient) for _, item in told):
        return True
    return bool(patient.pregnancy) and any(
        fitting.PREGNANT.search(item.text) and _HARMS_UNBORN.search(_UNHARMED.sub(" ", item.text)) for _, item in told
    )


_UNHARMED: Final = caseless(
    r"\b(?:no|not (?:cause|show)|without)(?: (?:evidence|sign|signs|increase|rise|risk)(?: of| in)?)?"
    r"(?: (?:any|fetal|more))? (?:harms?|malform\w*|defects?|loss)\b"
)
"""That nothing was seen: `animal studies showed no harm to the fetus` keeps nobody from it."""

_HARMS_UNBORN: Final = caseless(r"\b(?:malform\w*|defects?|cleft\w*|injur\w*|harms?|toxic\w*|loss|death|avoid\w*)\b")


def names(name: str, because: Sequence[Row]) -> bool:
    """Whether directions are of the other treatment itself, or of its class (`angioedema with an ACE inhibitor`)."""
    if any(wording.stands_in(name.lower(), item.text.lower()) for _, item in because):
        return True
    own = ((name, *kinship.kin(name)),)
    return any(fitting.names_one(item.text, own) for _, item in because)


def shares(name: str, because: Sequence[Row], context: Context) -> bool:
    """Whether the label of another treatment has the very limit, in what it forbids or warns of, or the limit is of
    that treatment."""
    if names(name, because):
        return True
    own = as_if.asked(name, context)
    limits = [alike(_EXCEPTED.sub(" ", item.text)) for _, item in own.directives(*LIMITS)]
    if any(item.action is MEETS for _, item in because):  # so are other medicines that neither may be given with
        limits += [alike(item.text) for _, item in own.directives(MEETS) if bars.FORBIDS.search(item.text)]
    reasons = [alike(item.text, item.drug) for _, item in because]
    return any(reason & limit for reason in reasons for limit in limits)


_EXCEPTED: Final = caseless(r",? \bexcept [^.;]{2,90}")
"""Whom a limit leaves out: it is none for them."""


MEETS: Final = DirectiveAction.INTERACTION


LIMITS: Final = (DirectiveAction.CONTRAINDICATED, DirectiveAction.BOXED_WARNING, DirectiveAction.CAUTION)


def alike(text: str, drug: str = "") -> frozenset[str]:
    """The words of a limit that tell what it is of: no degree, no time, nobody."""
    return words.stems(_OF_NOTHING.sub(" ", text)) - words.stems(drug)


_OF_NOTHING: Final = caseless(
    r"\b(?:contra-?indicated|people|patients?|those|adults?|history|previous|earlier|known|active|severe|serious|major"
    r"|significant|clinically|acute|chronic|disease|disorders?|risk|raised?|raises|use|used|after|within|during|other"
    r"|treatment|therapy|reactions?|hypersensitiv\w*|allerg\w*|anaphyla\w*|such|with|without|any|can|may|cause[sd]?"
    r"|occur(?:red|s)?|should|not|be|medicines?|drugs?|days?|weeks?|months?|years?|hours?|take|taken|takes|who|have"
    r"|had|has|because|events?|failure|impairment|function|death|fatal|life-threatening|stop\w*|start\w*|dose|at"
    r"|least|in|of|the|an?|and|or|to|is|are|by|for|which|that|from|on|it|less|more|above|below|under|over|\d[\d.,]*)\b"
)
