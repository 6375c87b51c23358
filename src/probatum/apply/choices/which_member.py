"""Which member: `heparin-induced thrombocytopenia, which anticoagulant`, `minor stroke, antiplatelet?` ask which of a
class is given in an illness. Where no advice that was read as such names one, the sentence of a guideline that has a
member given in the very illness leads: neither what bars another, nor what the class did in trials, answers that.
"""

from __future__ import annotations

from typing import Final

from probatum import vocabulary
from probatum.apply import fitting
from probatum.apply.choices import at_what_is_told, elsewhere, guidance, next_step, of_a_kind, options, second_line
from probatum.apply.choices.nearness import OPENS
from probatum.apply.context import Context
from probatum.apply.evidence import phase_asked
from probatum.apply.once import once
from probatum.apply.quoted.salience import Salient
from probatum.model import DirectiveAction, Intent, Patient, Role
from probatum.text import doses, tried, words
from probatum.text.expressions import caseless
from probatum.vocabulary.classes import is_class, members

MOST: Final = 2
WITHIN: Final = 1.0
"""By how much less a sentence may fit than the nearest one."""
_GIVES: Final = caseless(
    r"\b(?:recommends?|suggests?|(?:first|second)? ?choices?|(?:is|are) (?:added|given|started|used)|the dose of"
    r"|the (?:first-line )?treatment is)\b"
)
_FIRST: Final = caseless(r"\bfirst(?:-line)?\b")
_BARE: Final = caseless(r"^(?:es)?\W*\??\W*$")
"""Nothing more behind the class: `minor stroke, antiplatelet?`."""
_OTHERS: Final = caseless(
    r"\bsecond[- ](?:choices?|line)\b"
    r"|\bwho (?:already )?takes?\b|\bstopping\b|\binstead of\b|\brecommends no\b|\bunsuitable\b|\bswitch\b|\bscore to\b"
    r"|\bstable on\b|\b(?:is|are) (?:not suitable|contraindicated)\b"
)
"""What is done with something that is taken, or where the first does not suit."""
_COUNTRY: Final = caseless(r"^in the (?:United Kingdom|United States)(?: of America)?, ")
HEALTHY: Final = 90.0
"""ml/min, which nobody tells of whom nothing else is said."""
AT_A_VALUE: Final = 8.0
"""What a sentence gains that names the state of the kidneys that is told."""


@once
def rows(context: Context) -> tuple[Salient, ...]:
    """The sentences that have a member of the class given to such a patient in the illness, the nearest first; none
    where advice that was read names one already."""
    question = context.question
    wanted = _wanted(context)
    ill = second_line.illness(question)
    if at_what_is_told.rows(context) or _of_need(context):
        return ()  # what is for the score that is told leads, and whether any is needed before which
    if not wanted or not ill or question.danger or question.intent is not Intent.THERAPY:
        return ()
    patient = question.patient
    if patient.pregnancy or patient.breastfeeding:
        return ()  # what may be given then has its own sentences
    if any(drug.lower() not in question.population.lower() for drug in patient.drugs):
        return ()  # each of those that are advised has to be held to what is taken; what brought it on is stopped
    held = [one for one in second_line.sentences(ill, context) if _gives(one, wanted, ill, context)]
    found = sorted(((_near(one.span.quote, context), one) for one in held), key=lambda row: -row[0])
    if not found or _advised(wanted, context, found[0][0] - WITHIN):
        return ()
    return tuple(one for near, one in found if near >= found[0][0] - WITHIN)[:MOST]


def _of_need(context: Context) -> bool:
    """Whether a class that stands bare (`ear ache, antibiotics?`) is asked for where guidelines tell who needs one."""
    question = context.question
    given = [c for c in question.having(Role.INTERVENTION) if is_class(c.label)]
    if len(given) != 1 or of_a_kind.asks_which(question.read, given[0].text):
        return False
    return any(_NEED.search(item.text) for _, item in guidance.rows(context)[:NEEDED])


NEEDED: Final = 3
_NEED: Final = caseless(
    r"\bbenefit (?:more|most)\b|\bneeds? no\b|\bback-?up\b|\bno (?:immediate |routine )?antibiotic\b|\bwithout an\b"
)


def _wanted(context: Context) -> str:
    """The class of which a member is asked for; empty where none is."""
    question = context.question
    asked = [c for c in question.having(Role.INTERVENTION) if is_class(c.label) and members(c.label)]
    if len(asked) == 1 and not question.having(Role.COMPARATOR):
        low, name = question.read.lower(), asked[0].text.lower()
        at = low.find(name)
        noted = low[: max(at, 0)].rstrip().endswith(",") and _BARE.match(low[at + len(name) :])
        if at > 0 and (noted or of_a_kind.asks_which(question.read, name)):
            return asked[0].label
    return of_a_kind.kind(question)


def _advised(wanted: str, context: Context, least: float) -> bool:
    """Whether the advice that would lead has a member given, in a situation that is as near."""
    every = options.recommended(context)[:1] if of_a_kind.kind(context.question) else guidance.rows(context)[:1]
    return any(
        item.action is DirectiveAction.RECOMMENDED
        and _members(item.text, wanted)
        and not next_step.bars(item.text)
        and _near(item.text, context) >= least
        for _, item in every
    )


def _members(text: str, wanted: str) -> frozenset[str]:
    """The members of a class that a text names, and the classes of which every member is one."""
    own = {of_a_kind.known(name) for name in members(wanted)}
    found = (m.term.label for m in vocabulary.load().find(_OF_IT.sub(" ", text)) if m.term.semantic == "drug")
    return frozenset(name.lower() for name in found if of_a_kind.is_one(name, wanted, own))


def _kidneys(text: str, patient: Patient) -> float:
    """What a sentence gains for kidneys like the patient's, and loses for others."""
    limit = fitting.limit_of(text)
    if limit is None or not fitting.KIDNEY.search(text) or (not patient.kidney and limit.high >= HEALTHY):
        return 0.0
    return AT_A_VALUE if patient.kidney and fitting.certain(text, patient) else -AT_A_VALUE


def _gives(one: Salient, wanted: str, ill: list[frozenset[str]], context: Context) -> bool:
    """Whether a sentence has a member of the class given to such a patient."""
    text = one.span.quote
    taken = {drug.lower() for drug in context.question.patient.drugs}
    if not _GIVES.search(text) or _OTHERS.search(text) or not _members(text, wanted) - taken:
        return False
    if not phase_asked.fits(text, one.appraisal.record.title, context.question):
        return False
    return second_line.is_for(one, ill, context) and not elsewhere.for_others(text, context)


_OF_IT: Final = caseless(r"\b[a-z]+-(?:induced|associated|related)\b")
"""What brought an illness on is nothing that is given in it."""


_SECOND: Final = caseless(r"\bsecond choices?\b|\bsecond-line\b|\bnext step\b")
_WHEN: Final = caseless(r"\b(?:when|if) ([^;.]{3,120})")


def _near(text: str, context: Context) -> float:
    """How near a sentence is: by what it shares of the situation, and what it alone presupposes."""
    text = _COUNTRY.sub("", text)
    opening = OPENS.match(text)
    of = words.stems(" ".join((opening["what"] if opening else "", *_WHEN.findall(text))))
    told = words.stems(f"{context.question.typed} {context.question.read}")
    later = _SECOND.search(text) is not None and not tried.behind(context.question.typed)
    near = len(of & told) - 2.0 * later - 0.4 * len(of - told) + _kidneys(text, context.question.patient)
    return near + (_FIRST.search(text) is not None) + 0.3 * bool(doses.read(text))
