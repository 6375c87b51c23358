"""Way of care: what the guideline of the very illness has besides its first choice, told by the words of its sentences.

What points to another illness, how a dose goes down, what is expected by when, and what is given where the first choice
fails or may not be had stand in a guideline mostly as plain sentences, of which few are directions that a reader of
labels knows. A sentence whose words leave its place open has none here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from probatum import vocabulary
from probatum.apply import fitting
from probatum.apply.children import whom
from probatum.apply.choices import elsewhere, next_step, same_aim
from probatum.apply.context import Context
from probatum.apply.labels import guided_words
from probatum.apply.once import once
from probatum.apply.patient import complaint, illnesses, modes, sexes
from probatum.apply.quoted.salience import Salient
from probatum.model import Concept, Intent, Role
from probatum.text.expressions import caseless

MOST: Final = 2
"""Sentences of one sort that are told."""
LONGEST: Final = 50
"""Words of a sentence that a line holds."""
_ANY: Final = caseless(r"\w")
_ILL: Final = ("condition", "symptom")
_TREATS: Final = (Intent.THERAPY, Intent.DOSING)

ANOTHER: Final = caseless(r"\bpoints? to an?(?:other)? (?:\w+ )?(?:cause|diagnosis|illness|disease)\b")
_LESSENED: Final = caseless(r"\bthen \d[^.;]*\bthen \d|\bthen\b[^.;]{0,30}\b(?:less|lower) (?:each|every)\b")
_TIMED: Final = r"(?:\d[\d.]*(?: to \d+)?|one|two|three|four|six) ?(?:hours?|days?|weeks?|months?)"  # a span of time
_JUDGED: Final = caseless(
    rf"\b(?:response|improvement|effect|relief)\b[^.;]{{0,90}}\b(?:is|are) expected\b"
    rf"|\beffect\b[^.;]{{0,40}}\b(?:takes?|shows?|seen)\b[^.;]{{0,20}}{_TIMED}"
    rf"|\b(?:review(?:ed|ing)?|seen again|reassess\w*|assessed)\b[^.;]{{0,70}}\b{_TIMED}"
    rf"|\b(?:trial|tried) (?:of|for) {_TIMED}"
)
_UNFIT: Final = caseless(
    r"\b(?:do(?:es)? not (?:suit|want)|(?:not|neither)(?: \w+){0,4} (?:suitable|tolerated|wanted|at hand)|unsuitable"
    r"|cannot (?:take|have|manage|tolerate|swallow)|contraindicated|with (?:an? )?[\w-]* ?allergy|declined?)\b"
)
_SUITS: Final = caseless(r"\bdo(?:es)? not suit\b")
"""What may be said of what does not help as well as of what is not borne."""
_FAILS: Final = caseless(
    r"\b(?:persists?|persistent|has not improved"
    r"|that (?:\w+ ){1,4}(?:has|have|do|does|did) not (?:improve|control|bring|stop)\w*"
    r"|do(?:es)? not (?:help|work|suffice|improve|control|respond)|without (?:an? |any )?response"
    r"|(?:suit or|work or) \w+)\b"
)
_GIVES: Final = caseless(
    r"\b(?:(?:is|as) the next step|the next step is|(?:second|further|third|other) choices?|the choice (?:is|for)"
    r"|alternatives?|(?:is|are) an option|the second-line (?:treatment|medicine|choice) is"
    r"|recommends?|the dose of|(?:is|are) (?:advised|added|given|recommended)|can be (?:tried|taken|repeated|added)"
    r"|in (?:its|their) place|offers?)\b"
)
_OFFERED: Final = caseless(
    r"\b(?:second|further) choices?\b|\b(?:an|the|are|is) alternatives?\b"
    r"|^[^.;]* next step\b"
)
_SENDS: Final = caseless(r"\b(?:referr?\w*|specialist advice|admission|admitted|search for|referral)\b")


def another_cause(context: Context) -> tuple[Salient, ...]:
    """What points to another illness than the one that is to be treated."""
    return _those(context, lambda text: ANOTHER.search(text) is not None)[:1]


def lessened(context: Context) -> tuple[Salient, ...]:
    """How the dose of what is asked about goes down, step by step."""
    return _those(context, lambda text: _LESSENED.search(text) is not None and _of_own(text, context))[:1]


def judged(context: Context) -> tuple[Salient, ...]:
    """By when what is expected of a treatment, or when it is looked at."""
    return _those(context, lambda text: _JUDGED.search(text) is not None and _of_nothing_else(text, context))[:1]


def when_failed(one: Salient) -> str:
    """The time after which a sentence takes a treatment to have failed; else empty."""
    found = _FAILED_AFTER.search(one.span.quote) if _FAILS.search(one.span.quote) else None
    return found["time"] if found is not None else ""


_FAILED_AFTER: Final = caseless(
    rf"^[^;.]*?\b(?:when|(?:improved|better) (?:\w+ )?after|persists? (?:\w+ )?(?:after|beyond)|after"
    r"|response (?:in|within))\W(?:at least )?"
    rf"(?P<time>{_TIMED})\b"
)


@once
def failed(context: Context) -> tuple[Salient, ...]:
    """What is given where what came before it has not helped, that of just this treatment first."""
    return _sorted([s for s in _later(context) if _fails(s.span.quote)], context)


@once
def later(context: Context) -> tuple[Salient, ...]:
    """What is given in the place of the first choice or behind it, in the order of the guideline."""
    return _later(context)


def _fails(text: str) -> bool:
    """Whether what is given follows a failure, and is not just for those who cannot have what comes first."""
    return bool(_FAILS.search(text) or _SUITS.search(text)) or not _UNFIT.search(text)


def _sorted(found: list[Salient], context: Context) -> tuple[Salient, ...]:
    """Those that follow the very treatment first; what follows another one is not the next step of this."""
    own = [one for one in found if _follows(one.span.quote, context)]
    return tuple((own or [one for one in found if not _follows_another(one.span.quote, context)])[:MOST])


def _later(context: Context) -> tuple[Salient, ...]:
    return _those(context, lambda text: _is_later(text, context))


def _is_later(text: str, context: Context) -> bool:
    """Whether a sentence gives something else than what is asked about where that fails or may not be had."""
    when = _UNFIT.search(text) or _FAILS.search(text) or _OFFERED.search(text)
    if not when or not _GIVES.search(text) or next_step.bars(text) or _SENDS.search(text) or _JUDGED.search(text):
        return False
    if same_aim.of_a_later_step(text, context):
        return False
    given = _given(text)
    return not given or bool(given - _own(context))


def _given(text: str) -> set[str]:
    """The medicines that a sentence gives, without those that its condition names."""
    parts = [part for part in next_step.clauses(text) if not (_UNFIT.search(part) or _FAILS.search(part))]
    found = vocabulary.load().find(" ; ".join(parts))
    return {m.term.label.lower() for m in found if m.term.semantic == "drug"}


def _own(context: Context) -> set[str]:
    return {name.lower() for name in (*context.drugs, *context.named)}


def _conditions(text: str) -> list[str]:
    return [part for part in next_step.clauses(text) if _UNFIT.search(part) or _FAILS.search(part)]


def _follows(text: str, context: Context) -> bool:
    """Whether what fails or may not be had is what is asked about, by its name or its class."""
    return any(guided_words.named(part, drug) for part in _conditions(text) for drug in context.drugs)


def _follows_another(text: str, context: Context) -> bool:
    """Whether what fails or may not be had is another medicine."""
    found = (m for part in _conditions(text) for m in vocabulary.load().find(part))
    return any(m.term.semantic == "drug" for m in found) and bool(context.drugs) and not _follows(text, context)


def _of_own(text: str, context: Context) -> bool:
    return any(guided_words.named(text, drug) for drug in context.drugs)


def _of_nothing_else(text: str, context: Context) -> bool:
    """Whether a sentence names what is asked about, or no medicine at all."""
    drugs = any(m.term.semantic == "drug" for m in vocabulary.load().find(text))
    return not drugs or not context.drugs or _of_own(text, context)


def _own_sentences(context: Context) -> tuple[Salient, ...]:
    """Those of a question on how it is treated."""
    return sentences(context) if context.question.intent in _TREATS else ()


@once
def sentences(context: Context) -> tuple[Salient, ...]:
    """The sentences of guidelines on the very illness that are for such a patient and such a degree of it."""
    question = context.question
    ill = [c for c in (*question.having(Role.POPULATION), *question.having(Role.OUTCOME)) if c.semantic in _ILL]
    ill = [c for c in ill if c not in context.beside]
    if not ill or question.danger:
        return ()
    every = guided_words.sentences(context, _ANY)
    return tuple(one for one in every if _on_it(one, ill) and _fits(one.span.quote, context))


def _those(context: Context, tells: Callable[[str], bool]) -> tuple[Salient, ...]:
    return tuple(one for one in _own_sentences(context) if tells(one.span.quote))


def _on_it(one: Salient, ill: Iterable[Concept]) -> bool:
    """Whether a sentence names the illness, or is of a guideline on it and names no other."""
    if any(complaint.names(one.span.quote, c) for c in ill):
        return True
    named = any(m.term.semantic == "condition" for m in vocabulary.load().find(one.span.quote))
    return not named and any(complaint.names(one.appraisal.record.title, c) for c in ill)


def _fits(text: str, context: Context) -> bool:
    """Whether a sentence is for such a patient, and for the illness in the degree and at the time asked about."""
    question, patient = context.question, context.question.patient
    return (
        len(text.split()) <= LONGEST
        and fitting.of_age(text, patient)
        and sexes.fits(text, patient)
        and not whom.of_adults(text, patient)
        and not fitting.of_others(text, patient)
        and not elsewhere.for_others(text, context)
        and not same_aim.another_degree(text, context)
        and not illnesses.widely_alone(text, question)
        and not modes.another(text, question.read)
        and not of_the_young(text, context)
    )


def of_the_young(text: str, context: Context) -> bool:
    """Whether a sentence is for the young alone and the patient is told to be grown, or nobody young is asked about."""
    if elsewhere.of_babies(text, context):
        return True
    patient = context.question.patient
    young = fitting.YOUNG.search(text) and not fitting.GROWN_TOO.search(text)
    return bool(young and patient.age and not whom.is_child(patient))
