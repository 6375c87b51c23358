"""Settling: the parts that syntax found, set right by what the names in them are.

A drug is given and no outcome, an illness beside it is whom it is about, and of `early versus late X` both are X.
"""

from __future__ import annotations

import re
from typing import Final

from probatum.ask.between.amounts import compared
from probatum.ask.pico.frames import TREATING
from probatum.ask.pico.pico import Part, Pico, part
from probatum.text.expressions import expression
from probatum.vocabulary import Vocabulary

_ABOUT_DISEASE: Final = expression(
    r"\b(?:prevention|risk|incidence|recurrence|mortality|symptoms?|progression|severity|relapse|pain|death"
    r"|attacks?)\b",
    re.IGNORECASE,
)
"""Words that make an outcome out of a disease."""
_PREVENTS: Final = expression(r"\b(?:prevent|prevention|preventing|prophylaxis|avoid)\b", re.IGNORECASE)
"""What is prevented is no illness of the people asked about."""


def _drug_is_given(pico: Pico, text: str, vocabulary: Vocabulary) -> Pico:
    """A drug that syntax took for the outcome, while nothing is given, is what is asked about."""
    if pico.intervention.text or not pico.outcome.text:
        return pico
    for mention in vocabulary.find(text):
        if mention.term.semantic == "drug" and pico.outcome.holds(mention.start, mention.end):
            given = Part(text[mention.start : mention.end], mention.start, mention.end)
            return pico._replace(intervention=given, outcome=_purpose(text, mention.end, pico.outcome.end))
    return pico


_PURPOSE: Final = expression(
    r"^\s+(?:to (?:prevent|reduce|treat|help(?: with)?|lower|improve|stop|avoid|manage|relieve)|against|for)\s+"
    r"(?P<o>.+)$",
    re.IGNORECASE,
)


def _purpose(text: str, start: int, end: int) -> Part:
    """`give aspirin to prevent pre-eclampsia`: what it is given for."""
    found = _PURPOSE.match(text[start:end])
    return part(text, start + found.start("o"), start + found.end("o")) if found else Part()


def _choice(pico: Pico, text: str, vocabulary: Vocabulary) -> Pico:
    """`A or B`: two drugs are both asked about, and an illness behind them is whom it is about; of other things the one
    is compared with the other."""
    if pico.frame != "choice":
        return pico
    pico = _illness_behind(pico, text, vocabulary)
    given = [m for m in vocabulary.find(text) if m.term.semantic in ("drug", "procedure", "test")]
    if not all(any(p.holds(m.start, m.end) for m in given) for p in (pico.intervention, pico.comparator)):
        return pico
    whole = part(text, pico.intervention.start, pico.comparator.end)
    return pico._replace(intervention=whole, comparator=Part())


_MODIFIERS: Final = expression(
    r"^(?:(?:very |more |less )?(?:early|earlier|late|later|immediate|delayed|prompt|high|higher|low|lower|short"
    r"|shorter|long"
    r"|longer|oral|intravenous|iv|topical|inhaled|restrictive|liberal|intensive|standard|continuous|intermittent"
    r"|conservative"
    r"|operative|surgical|open|laparoscopic|routine|selective|single|multiple|once[- ]daily|twice[- ]daily"
    r"|(?:high|low|single|standard|full|half)[- ]dose))(?:[- ](?:dose|course|term|duration|intensity))?$",
    re.IGNORECASE,
)
"""Words that say how, and not what: `early` of `early versus late tracheostomy`."""


def _paired(pico: Pico) -> Pico:
    """`early versus late X`: what is compared is X, both times."""
    given, other = pico.intervention, pico.comparator
    first, _, rest = other.text.partition(" ")
    if not rest or not _MODIFIERS.match(given.text) or not _MODIFIERS.match(first):
        return pico
    return pico._replace(intervention=given._replace(text=f"{given.text} {rest}"))


_GIVEN: Final = ("drug", "procedure", "test")


def _illness_before(pico: Pico, text: str, vocabulary: Vocabulary) -> Pico:
    """`gestational diabetes metformin versus insulin`, `gallstones surgery or wait`: an illness before what is given is
    whom it is about."""
    given = pico.intervention
    inside = [m for m in vocabulary.find(text) if given.text and given.holds(m.start, m.end)]
    if pico.population.text or not inside or inside[0].term.semantic != "condition":
        return pico
    ill = inside[0]
    behind = part(text, ill.end, given.end)
    if text[given.start : ill.start].strip() or not behind.text or _JOINED.match(text[ill.end : given.end]):
        return pico
    if pico.comparator.text or (len(inside) > 1 and inside[1].term.semantic in _GIVEN):
        return pico._replace(population=part(text, ill.start, ill.end), intervention=behind)
    return pico


_JOINED: Final = expression(
    r"\s+(?:and|or|in|with|of|for|on|after|patients?|risks?|symptoms?|severity|screening|vaccin\w+|management"
    r"|recurrence)\b",
    re.IGNORECASE,
)


def _illness_behind(pico: Pico, text: str, vocabulary: Vocabulary) -> Pico:
    """`noradrenaline vs vasopressin septic shock`: an illness behind what is compared is whom it is about."""
    other = pico.comparator
    if pico.population.text or pico.outcome.text or not other.text or other.start < 0:
        return pico
    inside = [m for m in vocabulary.find(text) if other.holds(m.start, m.end)]
    at = next((n for n, m in enumerate(inside) if m.term.semantic in ("condition", "symptom")), 0)
    if not at or inside[at - 1].term.semantic in ("condition", "symptom"):
        return pico
    before, ill = inside[at - 1], inside[at]
    how = _ITS_OWN.match(text[before.end : ill.start])
    end = before.end + (how.end() if how else 0)
    kept, people = part(text, other.start, end), part(text, end, other.end)
    if not kept.text or len(text[end : ill.start].split()) > _FEW or not people.text:
        return pico
    return pico._replace(population=people, comparator=kept)


def _amount_of(pico: Pico, text: str, vocabulary: Vocabulary) -> Pico:
    """`prednisolone 5 or 10 days COPD`, `COPD flare: prednisolone 5 or 10 days`: the drug of which two amounts are
    compared, whatever stands before it."""
    given = pico.intervention
    drug = next((m for m in vocabulary.find(text) if m.term.semantic == "drug"), None)
    if not given.text or drug is None:
        return pico
    named = text[drug.start : drug.end]
    if given.start < 0:
        return pico._replace(intervention=Part(f"{named} {given.text}", drug.start, drug.end))
    pair = compared(text)
    if pair is None or any(m.term.semantic in _GIVEN and given.holds(m.start, m.end) for m in vocabulary.find(text)):
        return pico
    people = pico.population if pico.population.text else part(text, given.start, min(given.end, drug.start))
    return pico._replace(population=people, intervention=Part(f"{named} {pair.one}", drug.start, drug.end))


_ITS_OWN: Final = expression(r"^\s+(?:alone|only|monotherapy|by itself|therapy|treatment)\b", re.IGNORECASE)
"""Words behind a treatment that say how it is given, and nothing of the illness that follows."""
_FEW: Final = 2
"""Words between what is given and the illness behind it: `acute`, `postmenopausal`."""
_NEEDS: Final = expression(r"^.*\b(?:needs?|wants?|requires?|needing|wanting|asks? for)\s+", re.IGNORECASE)


def _needed(pico: Pico, text: str) -> Pico:
    """`67 year old man needs pain relief for X`: who needs it is no treatment."""
    given = pico.intervention
    found = _NEEDS.match(text[given.start : given.end]) if given.text else None
    return pico._replace(intervention=part(text, given.start + found.end(), given.end)) if found else pico


def settle(pico: Pico, text: str, vocabulary: Vocabulary) -> Pico:
    """`X for DISEASE` asks about people with the disease: it is the population, and the outcome is left open."""
    pico = _choice(_drug_is_given(pico, text, vocabulary), text, vocabulary)
    pico = _illness_before(_needed(_paired(_amount_of(pico, text, vocabulary)), text), text, vocabulary)
    pico = _illness_behind(pico, text, vocabulary)
    if pico.population.text or pico.frame not in (*TREATING, "accuracy") or not pico.outcome.text:
        return pico
    piece = pico.outcome
    between = text[pico.intervention.end : piece.start] if pico.intervention.text else ""
    if _ABOUT_DISEASE.search(piece.text) or _PREVENTS.search(between):
        return pico
    inside = [m for m in vocabulary.find(text) if piece.holds(m.start, m.end)]
    if (
        len(inside) == 1
        and inside[0].term.semantic == "condition"
        and len(piece.text) - (inside[0].end - inside[0].start) <= 12
    ):
        given = any(
            m.term.semantic in ("drug", "procedure") and pico.intervention.holds(m.start, m.end)
            for m in vocabulary.find(text)
        )
        if given or not pico.intervention.text or pico.frame == "accuracy":
            return pico._replace(population=piece, outcome=Part())
    return pico
