"""Loosening: the same question with fewer words, for where no source answers all of them together.

A detail that no source speaks of must never cost the answer to the rest: what is left is the treatment (or test) and
one illness, put as plainly as a question can be put. What was left out is told, and the patient stays who he is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from probatum.ask.between.amounts import compared
from probatum.ask.people.sufferers import GIVEN, having
from probatum.ask.pico.endings import COUNTED
from probatum.model import Concept, Intent, Question, Role
from probatum.text.expressions import caseless
from probatum.vocabulary.classes import classes_of, members

MOST: Final = 5
"""Ways in which a question is put again."""


class Looser(NamedTuple):
    """A question put again, and the names of what it leaves out."""

    text: str
    left_out: tuple[str, ...]
    member: str = ""
    """The medicine in the place of which its class stands."""
    family: str = ""
    """That class."""


def looser(question: Question) -> tuple[Looser, ...]:
    """The question put again with less and less of it, at most MOST ways; none where nothing can be left out, and none
    of an outlook, which no treatment is."""
    if question.intent is Intent.PROGNOSIS and _OUTLOOK.search(question.read):
        return ()
    if _BENCH.search(question.read):
        return ()
    made = dict[str, Looser]()
    for given, illness in _pairs(question):
        for text in _put(question, given, illness):
            kept = {c.label for c in (*given, illness) if c}
            kept |= {c.label for c in question.having(Role.OUTCOME) if c.label.casefold() in text.casefold()}
            left = tuple(dict.fromkeys(c.label for c in _telling(question) if c.label not in kept))
            made.setdefault(text.casefold(), Looser(text, left))
    made.pop(question.read.casefold().strip(" ?"), None)
    puts = tuple(made.values())[:MOST]
    wanted = {c.label for c in question.having(Role.OUTCOME)}
    # What was studied as a class and answers every word stands before an answer that lacks what was asked for.
    first = next((at for at, put in enumerate(puts) if wanted & set(put.left_out)), len(puts))
    return (*puts[:first], *_in_its_class(question), *puts[first:])


def _in_its_class(question: Question) -> Iterator[Looser]:
    """The same words with the class of each medicine that they name: `A after B` as `the class of A after B`, for
    studies of whichever member was to hand. Two that are set against each other are not alike, nor are amounts."""
    every = having(question, Role.INTERVENTION)
    given = tuple(dict.fromkeys(c for c in every if c.semantic == "drug" or classes_of(c.label)))
    others = set(question.patient.drugs) - {one.label for one in given}
    if not 0 < len(given) <= MOST_OF_CLASSES or question.having(Role.COMPARATOR) or question.intent not in _OF_CLASS:
        return
    if others or not (_ills(question) or question.having(Role.OUTCOME)):
        return
    if compared(question.read) or (len(given) > 1 and _COMPARES.search(question.read)):
        return
    families = [[name for name in classes_of(one.label) if len(members(name)) <= WIDEST] for one in given]
    for chosen in list(zip(*families, strict=False))[:MOST_CLASSES]:
        text = question.read
        for one, family in zip(given, chosen, strict=True):
            text = _in_place(text, one.text, family)
        if text and len(set(chosen)) == len(chosen):
            yield Looser(text, (), " and ".join(one.label for one in given), " and ".join(chosen))


def _in_place(text: str, name: str, family: str) -> str:
    """The text with a class wherever a medicine is named; empty where it is named nowhere."""
    found = re.compile(rf"(?<![\w-]){re.escape(name)}(?![\w-])", re.IGNORECASE)
    return found.sub(lambda _: family, text) if found.search(text) else ""


_OF_CLASS: Final = (Intent.THERAPY, Intent.PREVENTION, Intent.HARM, Intent.PROGNOSIS)
"""Kinds of question in which the members of a class are alike; doses and pairs of medicines are those of each."""
_COMPARES: Final = caseless(r"\b(?:better|best|versus|vs|compar\w+|which|instead|rather than|over|difference|safer)\b")
MOST_CLASSES: Final = 3
MOST_OF_CLASSES: Final = 2
"""Medicines in the place of which classes stand."""
WIDEST: Final = 25
"""Members of a class whose members are alike."""
_BENCH: Final = caseless(r"\b(?:mice|mouse|rats?|dogs?|animals?|cell lines?|in vitro|zebrafish)\b")
"""A question about the bench: what holds of people answers another."""


def _telling(question: Question) -> Iterator[Concept]:
    """What an answer should speak of: no drug that is taken anyway, and no bare word but the
    outcome that is asked about, or what is counted."""
    taken = {drug.casefold() for drug in question.patient.drugs}
    for concept in question.concepts:
        if concept.role is Role.OTHER or concept.label.casefold() in taken:
            continue
        counted = COUNTED.fullmatch(concept.label) or concept.label.casefold() == question.outcome.casefold()
        if concept.id or concept.semantic or (concept.role is Role.OUTCOME and counted):
            yield concept


def _pairs(question: Question) -> Iterator[tuple[tuple[Concept, ...], Concept | None]]:
    """The treatments with each illness, those first that are the likeliest to be what is treated."""
    given, ills = _given(question), _ills(question)
    if question.intent is Intent.DIAGNOSIS:
        tests = (*having(question, Role.INTERVENTION, "test"), *having(question, Role.OTHER, "test"))
        for test in dict.fromkeys(tests):
            yield from (((test,), ill) for ill in ills[:2])
        return
    for ill in ills[:2]:
        yield given, ill
    if len(given) == 1 and not ills:
        yield given, None


def _given(question: Question) -> tuple[Concept, ...]:
    """What is given: what syntax found, where that can be given; else the medicines that are told beside it."""
    taken = {drug.casefold() for drug in question.patient.drugs}
    found = tuple(c for c in having(question, Role.INTERVENTION, *GIVEN) if c.label.casefold() not in taken)
    found = found or tuple(having(question, Role.INTERVENTION, "drug"))
    if found:
        return found
    told = having(question, Role.OTHER, *GIVEN)
    free = tuple(c for c in told if c.label.casefold() not in taken)
    asked = free or (tuple(told) if len(told) == 1 else ())
    return asked if question.having(Role.INTERVENTION) or question.intent in _OF_ONE else ()


_OUTLOOK: Final = caseless(
    r"\b(?:outlook|prognosis|life expectancy|natural history|surviv\w*"
    r"|how long (?:have|has|will|do|does) (?:i|he|she|they))\b"
)
_OF_ONE: Final = (Intent.DOSING, Intent.HARM)
"""Kinds of question that are asked of a medicine that is named, even where it is taken."""


def _ills(question: Question) -> list[Concept]:
    """The illnesses that are told, in the part that syntax gave them or in another; none that a trial counts."""
    low = question.read.casefold()
    parts = (Role.POPULATION, Role.INTERVENTION, Role.OUTCOME)
    told = [c for role in parts for c in having(question, role, "condition", "symptom")]
    told = [
        c for c in told if c.role is Role.POPULATION or (c.semantic == "condition" and not COUNTED.fullmatch(c.label))
    ]
    return sorted(told, key=lambda c: (c.semantic != "condition", low.find(c.text.casefold())))


def _put(question: Question, given: Sequence[Concept], illness: Concept | None) -> Iterator[str]:
    """A treatment and an illness as a plain question of that kind; then as one of treatment."""
    what = (" or " if _offers(question, given) else " and ").join(_name(c) for c in given)
    ill = _name(illness) if illness else ""
    others = " or ".join(c.label for c in question.having(Role.COMPARATOR) if c.id)
    known = next((c.label for c in question.having(Role.OUTCOME) if c is not illness and _known(c)), "")
    if not what and not _WANTS.search(question.read):
        return  # whether an illness is catching asks for no treatment
    if not what:
        if ill and known:
            yield f"which treatment reduces {known} in {ill}"
        if ill:
            yield f"which treatment is best for {ill}"
        return
    if ill and (pair := compared(question.read)):
        yield f"{what} {pair.one} or {pair.two} for {ill}"
    if others and ill:
        yield f"{what} versus {others} for {ill}"
    if ill and known and question.intent in _LINKED:
        yield f"is {what} associated with {known} in {ill}"
    if (framed := _FRAMES.get(question.intent)) and ill:
        yield framed.format(what=what, ill=ill)
    elif of_one := _ALONE.get(question.intent, ""):  # what it prevents is not asked by what it harms
        yield f"{of_one} of {what}"
    if ill and known and question.intent in (Intent.THERAPY, Intent.PREVENTION):
        yield f"does {what} reduce {known} in {ill}"
    if ill and question.intent not in (Intent.DIAGNOSIS, Intent.PREVENTION, Intent.MECHANISM):
        yield f"{what} for {ill}"  # that it helps is no answer to how it works


def _name(concept: Concept) -> str:
    """What a concept is called when the question is put again: its label, or the words of the question where the label
    has brackets, which are not found again in a sentence, so that another concept would be read (`rho(D) immune
    globulin` as immunoglobulins)."""
    return concept.text if "(" in concept.label and concept.text else concept.label


def _offers(question: Question, given: Sequence[Concept]) -> bool:
    """Whether the treatments are offered to choose from (`steroid injection or physiotherapy`), and not together."""
    low = question.read.casefold()
    places = sorted((at, at + len(c.text)) for c in given if (at := low.find(c.text.casefold())) >= 0)
    return any(_OR.search(low[end:start]) for (_, end), (start, _) in pairwise(places))


_OR: Final = caseless(r"\b(?:or|versus|vs|instead of|rather than)\b")


def _known(outcome: Concept) -> bool:
    """Whether an outcome has a name of its own, or is one that trials count: a question without it asks another."""
    return bool(outcome.id) or COUNTED.fullmatch(outcome.label) is not None


_LINKED: Final = (Intent.HARM, Intent.PROGNOSIS)
"""Kinds of question that ask what goes with what."""
_WANTS: Final = caseless(
    r"\b(?:treat\w*|help\w*|manag\w*|drugs?|medicin\w*|medication|therap\w*|give|prescrib\w*|start\w*|best|options?"
    r"|first[- ]line|antibiotics?|tablets?|pills?"
    r"|relie\w+|cure\w*|keeps?|stop\w*|what (?:can|should|to|do)|dos(?:e|ing))\b"
)
"""Words of a question that wants a treatment."""
_ALONE: Final = {Intent.DOSING: "dose", Intent.HARM: "side effects"}
"""What is asked of a treatment without an illness."""
_FRAMES: Final = {
    Intent.DOSING: "dose of {what} for {ill}",
    Intent.HARM: "side effects of {what} in {ill}",
    Intent.PREVENTION: "does {what} prevent {ill}",
    Intent.DIAGNOSIS: "how accurate is {what} for {ill}",
}
