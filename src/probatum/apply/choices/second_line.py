"""Second line: what guidelines have given when a treatment that was given did not serve, first in the short answer and
in the path: the first choice once more, or what the one that failed does, answers nobody who asks for the next one.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from probatum import vocabulary
from probatum.apply import fitting
from probatum.apply.children import whom
from probatum.apply.choices import elsewhere, next_step, same_aim
from probatum.apply.context import Context
from probatum.apply.drafting import Draft
from probatum.apply.labels import guided_words
from probatum.apply.labels.guided_words import BY_NAME
from probatum.apply.once import once
from probatum.apply.patient import for_patient
from probatum.apply.quoted import by_part
from probatum.apply.quoted.salience import Salient
from probatum.model import Intent, Kind, RecordKind, Role, Statement
from probatum.text import tried, words
from probatum.text.expressions import caseless

MOST: Final = 2
_TELLS: Final = caseless(r"\w")
_DOES: Final = caseless(
    r"\b(?:recommends?|choices?|options?|alternatives?|next step|second-line|consider(?:ed|ing)?|the dose of"
    r"|(?:is|are|be) (?:given|added|offered|tried)|third-line)\b"
)
_GENERAL: Final = caseless(
    r"\b(?:first (?:of them|one|choice|treatment)|first-line (?:treatment|antiemetics|medicines?)|that has not improved"
    r"|(?:other|these) (?:drugs|medicines|treatments)|without response|second-line|second choices?|not controlled"
    r"|do(?:es)? not (?:work|respond))\b"
)
"""A failure of whatever was given first."""


def due(context: Context) -> bool:
    """Whether a professional asks what comes behind a medicine for an illness, and a guideline tells it."""
    return bool(rows(context))


@once
def rows(context: Context) -> tuple[Salient, ...]:
    """The sentences that tell what follows just what was given, then those that tell what follows any first choice."""
    question = context.question
    if context.reader.plain or question.danger or question.intent not in (Intent.THERAPY, Intent.DOSING):
        return ()
    given = next_step.given(question)
    low = {name.lower() for name in given}
    compared = any(c.label.lower() not in low for c in question.having(Role.COMPARATOR))
    ill = [own for c in question.having(Role.POPULATION) for n in c.names if (own := _stems(n))]
    if compared or not ill or not next_step.asked(question):
        return ()
    fitting_ = [one for one in guided_words.sentences(context, _TELLS) if _fits(one, ill, context)]
    found = [(_near(one, given, context), one) for one in fitting_]
    found = sorted((row for row in found if row[0] > 0), key=lambda row: -row[0])
    return tuple(one for near, one in found if near >= found[0][0] - 1.0)[:MOST]


def _fits(one: Salient, ill: list[frozenset[str]], context: Context) -> bool:
    """Whether a sentence gives something in the illness to such a patient where something did not serve."""
    text, patient = one.span.quote, context.question.patient
    if not (tried.tells_next(text) and _DOES.search(text)) or next_step.bars(text):
        return False
    said = _stems(f"{text} {one.appraisal.record.title}")
    if not any(own <= said for own in ill) or not fitting.of_age(text, patient) or whom.of_adults(text, patient):
        return False
    if fitting.YOUNG.search(text) and not fitting.GROWN_TOO.search(text) and not whom.is_child(patient):
        return False
    titled = _stems(one.appraisal.record.title)
    own = any(each <= titled and (each <= _stems(text) or _opens_with(text, titled)) for each in ill)
    return not (same_aim.another_degree(text, context) or (not own and elsewhere.for_others(text, context)))


_OPENS: Final = caseless(r"^\W*in (?P<what>[^,]{3,80}),")


def _opens_with(text: str, titled: frozenset[str]) -> bool:
    """Whether a sentence opens with what its guideline is of, by another of its names."""
    found = _OPENS.match(text)
    return found is not None and _stems(found["what"]) <= titled | _WHOM


def _stems(text: str) -> frozenset[str]:
    """The stems of a text, in one spelling."""
    return words.stems(_IZE.sub("iz", text))


_IZE: Final = caseless(r"(?<=[a-z]{4})is(?=(?:e[ds]?|ing|ation)\b)")
"""As a thesaurus spells it: `generalized`."""
_WHOM: Final = words.stems("adult child people person women men of in and or")


def _near(one: Salient, given: tuple[str, ...], context: Context) -> float:
    """How near a sentence is: of just what was given, of any first choice; nothing where it gives the same."""
    text, question = one.span.quote, context.question
    failing = [part for part in next_step.clauses(text) if tried.tells_failed(part)]
    if _SEVERAL.search(" ".join(failing)) and len(_distinct(given)) < TWO:
        return 0.0
    if _RAISED.search(" ".join(failing)) and not (_RAISED.search(question.typed) or tried.twice(question.typed)):
        return 0.0
    others = _others(failing, given)
    shared = len(words.stems(" ".join(failing)) & words.stems(f"{question.typed} {question.read}"))
    if next_step.follows(text, given):
        return 4.0 - 1.5 * others + 0.1 * shared
    if others or (given and next_step.done(text, given, question.typed)) or not _GENERAL.search(text):
        return 0.0
    return 2.0 + 0.1 * shared if given or shared >= TWO else 0.0


TWO: Final = 2
_RAISED: Final = caseless(r"\b(?:times the (?:usual|licensed) dose|(?:high|raised|max\w*) (?:dose)?)\b")
_SEVERAL: Final = caseless(r"\b(?:second|third|[23]|two|three) (?!weeks|days|months|doses|years|to\b|or\b)\w+")


def _distinct(given: tuple[str, ...]) -> set[str]:
    """The medicines given, each once however often it is named."""
    return {term.label for name in given for term in vocabulary.load().lookup(name)[:1]}


def _others(failing: list[str], given: tuple[str, ...]) -> bool:
    """Whether what has not served is, or is besides, another medicine than was given."""
    named = [m.term.label for part in failing for m in vocabulary.load().find(part) if m.term.semantic == "drug"]
    return any(not any(guided_words.named(name, drug) for drug in given) for name in named)


def lead(draft: Draft, context: Context, told: Sequence[Salient]) -> None:
    """The sentences that tell it stand first, once; behind them what bars or warns of what they give, and nothing of
    the first choice."""
    led = Draft(draft.id, "")
    for one in told:
        by_part.tell(led, one)
    said = " ".join(one.span.quote for one in told)
    kinds = {a.record.id: a.record.kind for a in (*context.appraisals, *context.option_labels)}
    barred = {item.span for _, item in for_patient.barred(context)}
    given = next_step.given(context.question)

    def stays(one: Statement) -> bool:
        if barred & set(one.supports):
            return True
        labels = bool(one.supports) and all(kinds.get(span.record) is RecordKind.LABEL for span in one.supports)
        drugs = _labelled(one, context) if labels else []
        drugs = [drug for drug in drugs if not any(guided_words.named(name, drug) == BY_NAME for name in given)]
        return any(guided_words.named(said, drug) for drug in drugs)

    alarms = [s for s in draft.statements if s.kind is Kind.NAVIGATION and _ALARM.search(s.text)]
    draft.put((*alarms, *led.statements, *filter(stays, draft.statements)))


_ALARM: Final = caseless(r"\b(?:emergency|critical value|urgent|nobody should)\b")


def _labelled(one: Statement, context: Context) -> list[str]:
    """The medicines of the labels that a statement rests on."""
    records = {span.record for span in one.supports}
    every = (*context.appraisals, *context.option_labels)
    return [d.drug for a in every if a.record.id in records for d in a.directives[:1] if d.drug]
