"""Listed: what the labels of a medicine name as its harm and as its uses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from probatum import appraise, vocabulary
from probatum.acquire.library import Library
from probatum.acquire.retrieve import labels_of
from probatum.apply import fitting
from probatum.model import DirectiveAction, Patient, Record
from probatum.text import sentences, words
from probatum.text.expressions import caseless
from probatum.vocabulary.classes import classes_of, members

_ASLEEP: Final = caseless(r"\bfalling asleep\b")
"""Which is no fall."""
LONGEST: Final = 20_000
"""Characters of a part of a label that are looked at."""
MOST: Final = 6
"""Members of a class whose labels are looked for."""
_BRINGS: Final = caseless(
    r"\badverse (?:reactions?|effects?)\b|\bside effects?\b"
    r"|\b(?:can|may|might|could) (?:\w+ )?(?:occur|cause|lead|follow|raise|bring|worsen|be signs?)\b"
    r"|\b(?:has|have) (?:been (?:reported|seen)|occurred|led)\b|\bcauses?\b|\brisks? (?:of|factors? for)\b"
    r"|\bat the first sign"
)


def as_harm(drug: str, names: tuple[str, ...], opened: Library, as_of: str, *, kin: bool = False) -> bool | None:
    """Whether the label of the medicine names the complaint where it tells of harm, and not where it tells its uses;
    None where no label of it, or with `kin` of another of its class, is held."""
    held = _labels(drug, opened, as_of) if kin else iter(labels_of((drug,), opened, as_of=as_of))
    record = next(held, None)
    if record is None or any(fitting.names_one(_ASLEEP.sub("sleep", text), (names,)) for text in _told(record)):
        return None if record is None else False
    every = (
        section.text[start:end]
        for section in record.evidence_sections
        for start, end in sentences.split(section.text[:LONGEST])
    )
    return any(_BRINGS.search(text) and fitting.names_one(text, (names,)) for text in every)


def bars(drug: str, names: tuple[str, ...], opened: Library, as_of: str) -> bool:
    """Whether a label of the medicine bars or warns whoever has the complaint."""
    return any(
        item.action in (DirectiveAction.CONTRAINDICATED, DirectiveAction.CAUTION)
        and fitting.names_one(item.text, (names,))
        for record in labels_of((drug,), opened, as_of=as_of)
        for item in appraise.read(record).directives
    )


def speaks_of(drug: str, other: str, opened: Library, as_of: str) -> bool:
    """Whether a label of the medicine warns of the other, or of its class, beside it."""
    taking = Patient(drugs=(other,))
    return any(
        item.action in _WARNS and fitting.takes(item.text, taking)
        for record in labels_of((drug,), opened, as_of=as_of)
        for item in appraise.read(record).directives
    )


_WARNS: Final = (
    DirectiveAction.CONTRAINDICATED,
    DirectiveAction.BOXED_WARNING,
    DirectiveAction.INTERACTION,
    DirectiveAction.CAUTION,
)


def uses(drug: str, opened: Library, as_of: str) -> list[str]:
    """What labels of the medicine are for, in their words; where none is held, those of others of its class."""
    return next((found for record in _labels(drug, opened, as_of) if (found := _told(record))), [])


def _labels(drug: str, opened: Library, as_of: str) -> Iterator[Record]:
    yield from labels_of((drug,), opened, as_of=as_of)
    others = tuple(m for label in classes_of(drug)[:1] for m in members(label) if m != drug)
    yield from labels_of(others[:MOST], opened, as_of=as_of)


def is_use(drug: str, names: Iterable[str], opened: Library, as_of: str) -> bool:
    """Whether a use of the medicine, or of its class, goes by one of these names."""
    held = words.stems(" ; ".join(uses(drug, opened, as_of)))
    return any(own and own <= held for own in (words.stems(name) for name in names))


def first_use(drug: str, opened: Library, as_of: str) -> str:
    """The first illness that is treated there; empty where none is told, and where all are only kept away: what else
    there is against a risk is not what is given in the illness."""
    found: list[tuple[bool, str]] = []
    for text in uses(drug, opened, as_of):
        ill = (m for m in vocabulary.load().find(text) if m.term.semantic == "condition")
        found += [(_SPARED.search(text[: m.start]) is not None, m.term.label) for m in ill]
    return next((name for kept_away, name in found if not kept_away), "")


def _told(record: Record) -> list[str]:
    return [d.text for d in appraise.read(record).directives if d.action is DirectiveAction.INDICATED]


_SPARED: Final = caseless(r"\b(?:prevent|risks? of|rates? of)\b[^.;]*$")
