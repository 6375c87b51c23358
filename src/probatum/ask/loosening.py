"""Loosening: the same question with fewer words, for where no source answers all of them together.

A detail that no source speaks of must never cost the answer to the rest: what is left is the treatment (or test) and
one illness, put as plainly as a question can be put. What was left out is told, and the patient stays who he is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from probatum.ask.amounts import compared
from probatum.ask.endings import COUNTED
from probatum.ask.sufferers import GIVEN, having
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
            left = tuple(dict.fromkeys(c.label for c in _telling(question) if c.label not in kept))
            made.setdefault(text.casefold(), Looser(text, left))
    made.pop(question.read.casefold().strip(" ?"), None)
    return (*tuple(made.values())[:MOST], *_in_its_class(question))


def _in_its_class(question: Question) -> Iterator[Looser]:
    """The same words with the class of the one medicine that they name: `A after B` as `the class of A after B`, for
    trials that gave whichever member was to hand."""
    given = having(question, Role.INTERVENTION, "drug")
    if len(given) != 1 or question.having(Role.COMPARATOR) or question.intent not in _HELPS:
        return
    at = question.read.casefold().find(given[0].text.casefold())
    others = [drug for drug in question.patient.drugs if drug != given[0].label]
    if at < 0 or others or not _ills(question):
        return
    for family in [name for name in classes_of(given[0].label) if len(members(name)) <= WIDEST][:MOST_CLASSES]:
        text = f"{question.read[:at]}{family}{question.read[at + len(given[0].text) :]}"
        yield Looser(text, (), given[0].label, family)


_HELPS: Final = (Intent.THERAPY, Intent.PREVENTION)
MOST_CLASSES: Final = 2
WIDEST: Final = 25
"""Members of a class whose members are alike."""
_BENCH: Final = caseless(r"\b(?:mice|mouse|rats?|dogs?|animals?|cell lines?|in vitro|zebrafish)\b")
"""A question about the bench: what holds of people answers another."""


def _telling(question: Question) -> Iterator[Concept]:
    """What an answer should speak of: no drug that is taken anyway, and no bare word but of what is counted."""
    taken = {drug.casefold() for drug in question.patient.drugs}
    for concept in question.concepts:
        if concept.role is Role.OTHER or concept.label.casefold() in taken:
            continue
        if concept.id or concept.semantic or (concept.role is Role.OUTCOME and COUNTED.fullmatch(concept.label)):
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
    what = " and ".join(c.label for c in given)
    ill = illness.label if illness else ""
    others = " or ".join(c.label for c in question.having(Role.COMPARATOR) if c.id)
    known = next((c.label for c in question.having(Role.OUTCOME) if c.id and c is not illness), "")
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
    if framed := _FRAMES.get(question.intent):
        of_dose = question.intent is Intent.DOSING
        yield framed.format(what=what, ill=ill) if ill else f"{'dose' if of_dose else 'side effects'} of {what}"
    if ill and known and question.intent in (Intent.THERAPY, Intent.PREVENTION):
        yield f"does {what} reduce {known} in {ill}"
    if ill and question.intent not in (Intent.DIAGNOSIS, Intent.PREVENTION):
        yield f"{what} for {ill}"


_WANTS: Final = caseless(
    r"\b(?:treat\w*|help\w*|manag\w*|drugs?|medicin\w*|medication|therap\w*|give|prescrib\w*|start\w*|best|options?"
    r"|first[- ]line|antibiotics?|tablets?|pills?"
    r"|relie\w+|cure\w*|keeps?|stop\w*|what (?:can|should|to|do)|dos(?:e|ing))\b"
)
"""Words of a question that wants a treatment."""
_FRAMES: Final = {
    Intent.DOSING: "dose of {what} for {ill}",
    Intent.HARM: "side effects of {what} in {ill}",
    Intent.PREVENTION: "does {what} prevent {ill}",
    Intent.DIAGNOSIS: "how accurate is {what} for {ill}",
}
