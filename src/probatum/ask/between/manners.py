"""Manners: one treatment given in two ways, `B12 jab or tablets`, `amoxicillin low v high dose`, `A before B`.

What is compared is the treatment in the one way and in the other; a form, a route or a rhythm is no treatment itself.
"""

from __future__ import annotations

import re
from typing import Final

import msgspec

from probatum.ask.people.sufferers import with_roles
from probatum.ask.words.concepts import make
from probatum.ask.words.text import Draft
from probatum.model import Concept, Intent, Question, Role
from probatum.text.expressions import expression
from probatum.vocabulary import Vocabulary

_MANNER: Final = (
    r"(?:(?:very )?(?:low|high|standard|full|half|single|double|loading)(?:[- ]doses?)?|oral(?:ly)?|iv|im|sc|po|pr"
    r"|intravenous(?:ly)?|intramuscular(?:ly)?|subcutaneous(?:ly)?|topical(?:ly)?"
    r"|intra(?:tympanic|nasal|-?articular|vaginal|venous)(?:ly)?|epidural|rectal|vaginal|sublingual|buccal|transdermal"
    r"|nasal|injections?|inj|injected|jabs?"
    r"|tablets?|tabs?|pills?|capsules?|drops?|patch(?:es)?|gels?|creams?|ointments?|lotion|shampoo|liquid|syrup"
    r"|suppositor(?:y|ies)|pessar(?:y|ies)|inhalers?|inhaled|nebuli[sz]e[rd]s?|nebs|spray|foam|powder"
    r"|(?:once |twice )?daily|every day|alternate[- ]days?|every other day|(?:once |twice )?weekly|monthly"
    r"|(?:once|twice|three times) (?:a day|daily|a week)|od|bd|tds|bolus|infusion|continuous|intermittent|regular|prn"
    r"|as needed|when needed|short course|long course|at night|in the morning|mornings?|nights?|bedtime)"
)
_TWO: Final = expression(
    rf"(?<![\w-])(?P<one>{_MANNER}) (?:or|vs\.?|v|versus|compared (?:with|to)|better than) "
    rf"(?:the |an? )?(?P<two>{_MANNER})(?![\w-])(?P<dose>[- ]dose)?",
    re.IGNORECASE,
)
_BARE: Final = expression(r"(?:very )?(?:low|high|standard|full|half|single|double)", re.IGNORECASE)
_TREATS: Final = ("drug", "procedure")


def compared(question: Question, vocabulary: Vocabulary) -> Question:
    """The question with a treatment in two ways as what is compared, where it names one alone."""
    found = _TWO.search(question.read)
    low = question.read.lower()
    named = [c for c in question.concepts if c.semantic in _TREATS and not _FORM.fullmatch(c.text)]
    if found is None or not named:
        return question
    drug = min(named, key=lambda c: (c.semantic != "drug", abs(low.find(c.text.lower()) - found.start())))
    others = [c for c in named if c is not drug and c.role in (Role.INTERVENTION, Role.COMPARATOR)]
    if others or (drug.label in question.patient.drugs and drug.role is Role.OTHER):
        return question
    dose = found["dose"] or ""
    shared = dose or (" dose" if found["two"].lower().endswith("dose") else "")
    one = found["one"] + (shared if _BARE.fullmatch(found["one"]) else "")
    two = found["two"] + dose
    before = low.find(drug.text.lower()) + len(drug.text) > found.end()
    name = _LEADING.sub("", drug.text.lower() if drug.label.islower() else drug.text)
    if not before:  # a name may hold the first way: `iron infusion`
        name = name.removesuffix(f" {one.lower()}")
    words = [f"{way} {name}" if before else f"{name} {way}" for way in (one.lower(), two.lower())]
    asked = [c for c in question.concepts if c.role in (Role.INTERVENTION, Role.COMPARATOR) and c is not drug]
    ill = [c for c in asked if c.semantic in ("condition", "symptom")]
    scraps = [c for c in asked if c not in ill]
    roles = {drug: Role.INTERVENTION} | dict.fromkeys(ill, Role.POPULATION)
    kept = tuple(c for c in with_roles(question, roles) if c.text not in {s.text for s in scraps})
    people = question.population or (f"people with {' and '.join(c.label for c in ill)}" if ill else "")
    concepts = (*kept, make(words[1], None, Role.COMPARATOR, vocabulary))
    outcome = "" if _scrap(question, found[0], drug) else question.outcome
    return msgspec.structs.replace(
        question,
        concepts=concepts,
        intervention=words[0],
        comparator=words[1],
        outcome=outcome,
        population=people,
    )


def with_smoking(question: Question, _: Vocabulary) -> Question:
    """`on A, stopped smoking, does the dose change`: what is asked is A with smoking."""
    smoke = [c for c in question.concepts if _SMOKE.search(c.label)]
    drugs = [c for c in question.concepts if c.semantic == "drug" and c not in smoke]
    if question.intent is not Intent.INTERACTION or not smoke or len(drugs) != 1:
        return question
    both = (drugs[0], smoke[0])
    outcome = [c for c in question.having(Role.OUTCOME) if not c.id]
    kept = tuple(
        c
        for c in with_roles(question, dict.fromkeys(both, Role.INTERVENTION))
        if c.text not in {o.text for o in outcome}
    )
    words = f"{drugs[0].label} and {smoke[0].label}"
    return msgspec.structs.replace(question, concepts=kept, intervention=words, comparator="", outcome="")


_SMOKE: Final = expression(r"\b(?:smoking|tobacco|cigarette)", re.IGNORECASE)
_FORM: Final = expression(_MANNER, re.IGNORECASE)
_LEADING: Final = expression(rf"^{_MANNER} ", re.IGNORECASE)


def _scrap(question: Question, words: str, drug: Concept) -> bool:
    """Whether the outcome is but a piece of what is compared."""
    low = question.outcome.lower()
    return bool(low) and (low in words.lower() or drug.text.lower() in low)


_BEFORE: Final = expression(r"(?P<one>[\w-]+) before (?P<two>[\w-]+)(?= (?:for|in|as|to)\b|[?,.;]|$)", re.IGNORECASE)
_JAB: Final = expression(r"\b(?:jab|shot)(?P<many>s)?\b", re.IGNORECASE)
_ELLIPSIS: Final = expression(
    r"\b(?P<one>[a-z-]{3,20}) (?P<or>or|vs\.?|v|versus|and) (?P<two>[a-z-]{3,20}) (?P<head>[a-z-]{3,20})\b",
    re.IGNORECASE,
)


def read_manners(draft: Draft, vocabulary: Vocabulary) -> None:
    """Write out what two treatments share (`rate or rhythm control`), which of two goes first, and a jab of a drug."""
    for found in reversed(list(_ELLIPSIS.finditer(draft.text))):
        one, two = (f"{found[name]} {found['head']}" for name in ("one", "two"))
        if not vocabulary.lookup(found["one"]) and all(_given(words, vocabulary) for words in (one, two)):
            draft.replace(found.start("one"), found.end("one"), one, "shorthand", "the two share their last word")
    for found in reversed(list(_BEFORE.finditer(draft.text))):
        if all(_drug(found[name], vocabulary) for name in ("one", "two")):
            start, end = found.end("one"), found.start("two")
            draft.replace(start, end, " or ", "shorthand", "which of the two goes first is asked")
    first = next((m.end for m in vocabulary.find(draft.text) if _injected(m.term.semantic, m.term.label)), None)
    for found in reversed(list(_JAB.finditer(draft.text))):
        if first is not None and first < found.start() - 1:
            words = f"injection{found['many'] or ''}"
            draft.replace(found.start(), found.end(), words, "lay term", "a medicine that is injected was named before")


def _injected(semantic: str, label: str) -> bool:
    return semantic == "drug" and "vaccine" not in label.lower() and "toxoid" not in label.lower()


def _given(words: str, vocabulary: Vocabulary) -> bool:
    return any(term.semantic in _TREATS for term in vocabulary.lookup(words)[:1])


def _drug(word: str, vocabulary: Vocabulary) -> bool:
    return any(term.semantic == "drug" for term in vocabulary.lookup(word)[:1])
