"""Writing: somebody else, a language model say, puts the sentences of a finished answer into other words.

What it writes is never believed. A sentence is taken over when it is shown to say the same (`assess.rewording`) and its
checks hold anew; otherwise the engine's own sentence stays. Which were taken over, and what they said before, is kept
with each statement.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib.metadata import entry_points
from typing import Final, NamedTuple, Protocol

import msgspec

from probatum.errors import ProbatumError
from probatum.model import Answer, Kind, Reader, Statement, Warning

GROUP: Final = "probatum.writers"
"""Entry point group under which other packages offer a `Writer`."""
OWN: Final = frozenset((Kind.FINDING, Kind.CALCULATED, Kind.POOLED))
"""Kinds that are put into other words: what a source is quoted with, what a label orders and what is not known stay."""
KEPT: Final = frozenset(
    ("danger", "dosing", "safety", "for_patient", "algorithm", "references", "search", "disclaimer")
)
"""Sections that stay word for word: orders, doses and dangers are no matter of style."""
PLAIN: Final = (Reader.PATIENT, Reader.CARER)


class WriterError(Exception):
    """A writer could not be asked; its message says why, for people."""


class Writer(Protocol):
    """Puts sentences into other words."""

    @property
    def name(self) -> str:
        """Who writes, as readers are told: `chat: llama3.1`."""
        ...

    def write(self, written: Sequence[str], reader: Reader) -> Sequence[str]:
        """As many sentences as were given, in their order; empty where one is to stay. Raises WriterError."""
        ...


class _Place(NamedTuple):
    section: int
    statement: int
    text: str


def writer(name: str) -> Writer:
    """The writer of that name: `chat`, or an entry point. Raises ProbatumError P419 for an unknown one, P420, P421."""
    if name == "chat":
        from probatum.pipeline.chatting import Chat

        return Chat.configured()
    found = {point.name: point for point in entry_points(group=GROUP)}
    if name not in found:
        raise ProbatumError("P419", writer=name, known=", ".join(("chat", *sorted(found))))
    made: Writer = found[name].load()()
    return made


def sentences(answer: Answer) -> tuple[str, ...]:
    """What a writer would be given of an answer: sentences of its own, never the question."""
    return tuple(place.text for place in _places(answer))


def reword(answer: Answer, by: Writer) -> Answer:
    """The answer with the sentences in other words that hold; a writer that cannot be asked leaves it as it is, and a
    warning says so."""
    places = tuple(_places(answer))
    if not places:
        return answer
    try:
        offered = by.write([place.text for place in places], answer.reader)
    except WriterError as error:
        return _told(answer, f"{by.name} could not be asked ({error}): every sentence is the engine's own.")
    if len(offered) != len(places):
        told = f"{by.name} gave {len(offered)} sentences for {len(places)}: every sentence is the engine's own."
        return _told(answer, told)
    changed = {p: t.strip() for p, t in zip(places, offered, strict=True) if t.strip() and t.strip() != p.text}
    taken, dropped = _judged(answer, changed, by.name)
    told = f"{by.name} put {len(taken)} of {len(places)} sentences into other words; each passed the same checks."
    if dropped:
        told += f" {dropped} more did not and were dropped."
    return _told(_with(answer, taken), told)


def _places(answer: Answer) -> Iterator[_Place]:
    plain = answer.reader in PLAIN
    for i, section in enumerate(answer.sections):
        if section.id in KEPT:
            continue
        for j, statement in enumerate(section.statements):
            if statement.kind in OWN:
                yield _Place(i, j, (statement.plain if plain else "") or statement.text)


def _judged(answer: Answer, changed: dict[_Place, str], name: str) -> tuple[dict[_Place, Statement], int]:
    """The statements that hold in other words, and how many did not."""
    from probatum.assess import rewording  # imported here: most answers have no writer

    formed = {p: t for p, t in changed.items() if not rewording.shape(p.text, t) and not rewording.meaning(p.text, t)}
    faults = rewording.held([(p.text, t) for p, t in formed.items()])
    taken: dict[_Place, Statement] = {}
    for (place, text), fault in zip(formed.items(), faults, strict=True):
        statement = answer.sections[place.section].statements[place.statement]
        if not fault:
            made, _ = rewording.reworded(statement, text, name, plain=place.text == statement.plain)
            if made is not None:
                taken[place] = made
    return taken, len(changed) - len(taken)


def _with(answer: Answer, taken: dict[_Place, Statement]) -> Answer:
    by_place = {(p.section, p.statement): s for p, s in taken.items()}
    sections = tuple(
        msgspec.structs.replace(
            section, statements=tuple(by_place.get((i, j), s) for j, s in enumerate(section.statements))
        )
        for i, section in enumerate(answer.sections)
    )
    return msgspec.structs.replace(answer, sections=sections)


def _told(answer: Answer, text: str) -> Answer:
    return msgspec.structs.replace(answer, warnings=(*answer.warnings, Warning("worded", text)))
