"""Repetition: a source's sentence that was quoted once is not quoted again further down, nor a recommendation of a
guideline that the bottom line tells.

A section that is emptied by that says where its sentences stand.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Final

import msgspec

from probatum.model import Kind, Section, Span, Statement
from probatum.text.expressions import caseless

STEPS: Final = "algorithm"
BESIDE: Final = ("alternatives",)
REPLY: Final = "reply"
"""The section that answers a follow-up: what it says is not known is not said again."""
ABOVE: Final = "What was found of this is quoted above."


def once(sections: Iterable[Section]) -> tuple[Section, ...]:
    """The sections without quotations that an earlier section has whole."""
    told: list[Span] = []
    advice: set[str] = set()
    replied: set[str] = set()
    made: list[Section] = []
    for section in sections:
        if section.id == "bottom_line":
            section = msgspec.structs.replace(section, statements=_told_as_effects(section.statements))
        # A step holds what it is about, whatever was quoted before.
        kept = tuple(
            s
            for s in section.statements
            if section.id == STEPS or not (_repeats(s, told) or _same(s, section, advice) or s.text in replied)
        )
        if section.id in BESIDE and not kept:
            kept = section.statements  # what is advised instead is looked for there, and stands alone
        elif section.id in BESIDE:
            made = _staying(made, {s.text for s in section.statements} - {s.text for s in kept})
        if section.statements and not kept:
            section = msgspec.structs.replace(section, empty=ABOVE)
        section = msgspec.structs.replace(section, statements=kept)
        told += [s.supports[0] for s in section.statements if s.kind is Kind.QUOTED and s.supports]
        replied |= {s.text for s in section.statements if section.id == REPLY and s.kind is Kind.ABSENCE}
        advice |= {s.text for s in section.statements if s.kind is Kind.DIRECTIVE}
        made.append(section)
    return tuple(made)


def _staying(sections: Iterable[Section], texts: Collection[str]) -> list[Section]:
    """The sections with these sentences where no length moves them, since a later section tells them no more."""
    made: list[Section] = []
    for section in sections:
        held = (msgspec.structs.replace(s, kept=True) if s.text in texts else s for s in section.statements)
        made.append(msgspec.structs.replace(section, statements=tuple(held)) if texts else section)
    return made


def _told_as_effects(statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """The statements of a short answer without quotations of results that it has told in its own words before."""
    kept: list[Statement] = []
    for one in statements:
        own = one.supports[0] if one.kind is Kind.QUOTED and one.supports else None
        said = {span for s in kept if s.kind is Kind.FINDING for span in s.supports}
        if own is None or own not in said:
            kept.append(one)
    return tuple(kept)


AGAIN: Final = frozenset({"safety", "monitoring"})
"""Sections that say of two medicines what the short answer has said already."""


def directed_once(sections: Iterable[Section]) -> tuple[Section, ...]:
    """The sections without directions that the bottom line has word for word, where they have anything else to tell."""
    parts = tuple(sections)
    told = {s.text for section in parts if section.id == "bottom_line" for s in section.statements}
    made: list[Section] = []
    for section in parts:
        kept = tuple(s for s in section.statements if s.kind is not Kind.DIRECTIVE or s.text not in told)
        fresh = section.id in AGAIN and bool(kept)
        made.append(msgspec.structs.replace(section, statements=kept) if fresh else section)
    return tuple(made)


def told_in_full(sections: Iterable[Section]) -> tuple[Section, ...]:
    """The sections whose cautions and warnings leave out the parts that the short answer has whole, word for word: the
    line stays, and says that they stand there. What bars a treatment is told wherever it is looked for."""
    parts = tuple(sections)
    short = " ".join(
        s.text for one in parts if one.id == "bottom_line" for s in one.statements if s.kind is Kind.DIRECTIVE
    ).casefold()
    return tuple(
        msgspec.structs.replace(one, statements=tuple(_lessened(s, short) for s in one.statements))
        if one.id in AGAIN
        else one
        for one in parts
    )


def _lessened(statement: Statement, short: str) -> Statement:
    lead = _WARNS.match(statement.text)
    if lead is None or statement.kind is not Kind.DIRECTIVE:
        return statement
    parts = statement.text[lead.end() :].rstrip(".").split("; ")
    fresh = [part for part in parts if not (len(part.split()) >= FEWEST and part.casefold() in short)]
    gone = [part for part in parts if part not in fresh]
    easy = _LEAD.match(statement.plain)
    if not gone or (any(map(_FIGURE.search, gone)) and (fresh or (statement.plain and easy is None))):
        return statement  # every reader is told the same figures of a statement
    text = f"{lead[0]}{'; '.join([*fresh, ABOVE_TOO if fresh else TOLD_SHORT])}."
    plain = statement.plain or statement.text
    if not fresh and easy is not None:
        plain = f"{easy[0]}{TOLD_SHORT}"
    return msgspec.structs.replace(statement, text=text, plain=plain)


TOLD_SHORT: Final = "as told in the short answer"
_LEAD: Final = caseless(r"^[^:.]{3,90}: ")
_FIGURE: Final = caseless(r"\d")


_WARNS: Final = caseless(r"^(?:boxed warning|caution|special populations?|on the harm asked about) \([^()]{3,80}\): ")
FEWEST: Final = 10
"""Words of a part from which on it is not said again."""
ABOVE_TOO: Final = "the rest stands in the short answer"


def _same(statement: Statement, section: Section, advice: Collection[str]) -> bool:
    """Whether advice among the evidence or the alternatives was told in the same words: what is safe and dosed is told
    where it is looked for, however often."""
    if section.id in BESIDE and not statement.text.startswith("Guideline"):
        return False  # what is told of each of them is looked for there
    return section.id in ("evidence", *BESIDE) and statement.kind is Kind.DIRECTIVE and statement.text in advice


def _repeats(statement: Statement, told: Iterable[Span]) -> bool:
    if statement.kind is not Kind.QUOTED or not statement.supports:
        return False
    own = statement.supports[0]
    return any(
        (own.record, own.version, own.section) == (other.record, other.version, other.section)
        and other.start <= own.start
        and own.end <= other.end
        for other in told
    )
