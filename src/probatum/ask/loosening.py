"""Loosening: the same question with fewer words, for where no source answers all of them together.

A detail that no source speaks of must never cost the answer to the rest: what is left is the treatment (or test) and
one illness, put as plainly as a question can be put. What was left out is told, and the patient stays who he is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from probatum.model import Concept, Intent, Question, Role

MOST: Final = 4
"""Ways in which a question is put again."""


class Looser(NamedTuple):
    """A question put again, and the names of what it leaves out."""

    text: str
    left_out: tuple[str, ...]


def looser(question: Question) -> tuple[Looser, ...]:
    """The question put again with less and less of it, at most MOST ways; none where nothing can be left out."""
    made = dict[str, Looser]()
    for given, illness in _pairs(question):
        for text in _put(question, given, illness):
            kept = {c.label for c in (*given, illness) if c}
            left = tuple(dict.fromkeys(c.label for c in _telling(question) if c.label not in kept))
            made.setdefault(text.casefold(), Looser(text, left))
    made.pop(question.read.casefold().strip(" ?"), None)
    return tuple(made.values())[:MOST]


def _telling(question: Question) -> Iterator[Concept]:
    """What an answer should speak of: no drug that is taken anyway, and no bare word."""
    taken = {drug.casefold() for drug in question.patient.drugs}
    for concept in question.concepts:
        if concept.role is Role.OTHER or concept.label.casefold() in taken:
            continue
        if concept.id or concept.semantic:
            yield concept


def _pairs(question: Question) -> Iterator[tuple[tuple[Concept, ...], Concept | None]]:
    """The treatments with each illness, those first that are the likeliest to be what is treated."""
    taken = {drug.casefold() for drug in question.patient.drugs}
    given = tuple(c for c in question.having(Role.INTERVENTION) if c.label.casefold() not in taken)
    low = question.read.casefold()
    named = (c for c in question.concepts if c.role is Role.POPULATION or _is_ill(c))
    ills = sorted(named, key=lambda c: (c.semantic != "condition", low.find(c.text.casefold())))
    tests = tuple(c for c in question.concepts if c.semantic == "test" and c not in given)
    if question.intent is Intent.DIAGNOSIS:
        for test in (*given, *tests):
            yield from (((test,), ill) for ill in ills[:2])
        return
    for ill in ills[:3]:
        yield given, ill
    if not ills and given:
        yield given, None
    for one in given if len(given) > 1 else ():
        yield from (((one,), ill) for ill in ills[:1])


def _is_ill(concept: Concept) -> bool:
    return concept.role is Role.OUTCOME and concept.semantic == "condition"


def _put(question: Question, given: Sequence[Concept], illness: Concept | None) -> Iterator[str]:
    """A treatment and an illness as a plain question of that kind; then as one of treatment."""
    what = " and ".join(c.label for c in given)
    ill = illness.label if illness else ""
    others = " or ".join(c.label for c in question.having(Role.COMPARATOR) if c.id)
    known = next((c.label for c in question.having(Role.OUTCOME) if c.id and c is not illness), "")
    if not what:
        if ill and known:
            yield f"which treatment reduces {known} in {ill}"
        if ill:
            yield f"which treatment is best for {ill}"
        return
    if others and ill:
        yield f"{what} versus {others} for {ill}"
    if framed := _FRAMES.get(question.intent):
        yield framed.format(what=what, ill=ill) if ill else framed.partition(" {ill}")[0].format(what=what)
    if ill and known and question.intent in (Intent.THERAPY, Intent.PREVENTION):
        yield f"does {what} reduce {known} in {ill}"
    if ill and question.intent is not Intent.DIAGNOSIS:
        yield f"{what} for {ill}"


_FRAMES: Final = {
    Intent.DOSING: "dose of {what} for {ill}",
    Intent.HARM: "side effects of {what} in {ill}",
    Intent.PREVENTION: "does {what} prevent {ill}",
    Intent.DIAGNOSIS: "how accurate is {what} for {ill}",
}
