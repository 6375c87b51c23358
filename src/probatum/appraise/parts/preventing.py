"""Preventing: a study in people who have not got the illness yet says little of treating those who have it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from probatum.model import Intent, Question, Record, RecordKind, SectionKind, Span, Study
from probatum.text.expressions import caseless

BEFORE: Final = caseless(
    r"\b(?:prevent(?:s|ed|ing|ion|ive)?|prophyla\w+|(?:lower|reduc)(?:e|es|ing|tion of)? (?:the )?(?:risk|incidence) of"
    r"|against|risk of(?: developing)?|incidence of)\b(?:(?!\b(?:in|with|among|after)\b)[^.:;?]){0,40}$"
)
"""What stands before an illness that is to be kept away."""
ASKED: Final = caseless(
    r"\b(?:prevent\w*|prophyla\w+|avoid\w*|risk|stop\w*|protect\w*|chance|reduc\w+|lower\w*|fewer|less|long[- ]term"
    r"|maintenance|recurr\w+|frequent\w*|(?:last|past|per|each|every|a) year)\b"
)
"""Words of a question by which something is to be kept away, or has come again and again."""
_TREATS: Final = caseless(
    r"\b(?:treat\w*|therap\w+|management|recurren\w+|secondary|attacks?|exacerbations?|flares?|relapses?|episodes?"
    r"|progression|complications?|admissions?"
    r"|migraines?|headaches?|epilep\w+|seizures?|gout|angina|asthma|vertigo|cramps?|cystitis|cellulitis)\b"
)
"""Words of a title by which the people have the illness already: what befalls them in it, what is done about it, or an
illness that comes in attacks."""
_WITHIN: Final = 60
_GIVEN: Final = (Intent.THERAPY, Intent.HARM, Intent.DOSING)
"""Questions on what is given to people who have the illness."""


def only_prevents(question: Question, record: Record, study: Study, spans: Iterable[Span]) -> bool:
    """Whether title and people of a study name the illness asked about only as what is to be prevented, where what to
    give to those who have it is asked. An illness that comes in attacks is prevented in people who have it."""
    if question.intent not in _GIVEN or ASKED.search(question.read) or record.kind is RecordKind.GUIDELINE:
        return False
    titled = [s for s in spans if s.source_section.kind is SectionKind.TITLE]
    if not titled or _TREATS.search(record.title) or not all(kept_away(s) for s in titled):
        return False
    people = study.population
    if people is None or people.span.source_section.kind is SectionKind.TITLE:
        return True
    return not any(_has(people.value, s.quote) for s in titled)


_ATTACK: Final = caseless(r"\b(?:acute|flares?|attacks?|exacerbations?|tonight|right now)\b")
_KEEPS_OFF: Final = caseless(
    r"\b(?:prevent(?:s|ed|ing|ion|ive)?|prophyla\w+)\b(?:(?!\b(?:in|with|among|after)\b)[^.:;?]){0,40}"
    r"\b(?:flares?|attacks?|exacerbations?|episodes?)\b"
    r"|\b(?:flares?|attacks?|exacerbations?|episodes?)\b[^.:;?]{0,30}\b(?:prevention|prophylaxis)\b"
    r"|\bprophylaxis required\b"
)
KEEPS_OFF: Final = "to prevent attacks, not to treat one"
"""How it is said that a study kept attacks away, where one is to be ended."""


_ADVICE: Final = (RecordKind.LABEL, RecordKind.GUIDELINE)


def keeps_off(question: Question, record: Record) -> bool:
    """Whether a study's title says that attacks were kept away, where what ends an attack is asked: of that it says
    nothing, though illness and medicine are the same."""
    if ASKED.search(question.read) or not _ATTACK.search(question.read) or record.kind in _ADVICE:
        return False
    return _KEEPS_OFF.search(record.title) is not None


_ENDS: Final = caseless(
    r"\b(?:treatment|management|relief|treating|therapy) (?:of|for) (?:an? )?(?:early )?(?:acute|attacks?|flares?)\b"
    r"|\bfor (?:early )?acute\b"
)
_KEEPING_OFF: Final = caseless(r"\b(?:prevent\w*|prophyla\w+|recurren\w+|relapses?|maintenance|long-term)\b")
ENDS: Final = "to treat an attack, not to prevent one"
"""How it is said that a study ended attacks."""


def ends_one(question: Question, record: Record) -> bool:
    """Whether a study's title says that an attack was treated, or its abstract and nothing in it that attacks were kept
    away, where what keeps attacks away is asked."""
    if question.intent is not Intent.PREVENTION or record.kind in _ADVICE or not _KEEPING_OFF.search(question.read):
        return False
    if _KEEPING_OFF.search(record.title):
        return False
    told = " ".join(s.text for s in record.sections if s.kind is SectionKind.ABSTRACT)
    within = _SOON.search(told) is not None and not _KEEPING_OFF.search(told)
    return _ENDS.search(record.title) is not None or within


_SOON: Final = caseless(
    r"\b(?:at|within|by) (?:\d+|one|two|three|four|six|a few) (?:hours?|minutes?|h|min)\b[^.;]{0,20}"
    r"\b(?:after|post|of)\b[ -](?:the )?(?:dos\w+|treat\w+|administration|intake|injection)"
    r"|\b(?:treated|treating|treatment of) (?:[\w-]+ ){0,4}(?:attacks?|exacerbations?|flares?)\b"
)
"""How a study that names no attack in its title tells that it ended one: by what was so hours after a dose."""


def _has(people: str, illness: str) -> bool:
    """Whether people are told to have an illness, and not to be at risk of it."""
    at = people.lower().find(illness.lower())
    return at >= 0 and BEFORE.search(people[:at]) is None


def kept_away(span: Span) -> bool:
    """Whether an illness stands where it is named as what is to be prevented: `reduction in the incidence of A`."""
    return BEFORE.search(span.source_section.text[max(0, span.start - _WITHIN) : span.start]) is not None
