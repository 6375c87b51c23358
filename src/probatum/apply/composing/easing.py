"""Easing: the plain page as a whole is kept easy to read, by leaving out the hardest of what may be left out.

The bottom line, doses, safety, what is checked, the certainty, harms that were counted and what comes of 100 people
stay, whatever their words.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import msgspec

from probatum.apply import wording
from probatum.apply.drafting import NEAREST
from probatum.model import Kind, Section, Statement
from probatum.text import readability
from probatum.vocabulary import glossary

MOST: Final = 7.2
"""School grade above which the hardest sentences that may go are left to professionals; readers are promised 8."""
_MAY_GO: Final = frozenset({"evidence", "evidence_gaps", "conclusion", "alternatives"})
_QUOTES_MAY_GO: Final = "adverse_effects"
_CERTAINTY: Final = "Certainty for "
_FOUND: Final = "evidence"
SHOWN: Final = 3
"""Results that such a page shows."""
_LEAST: Final = 8.0
"""Grade of a sentence below which leaving it out makes no page easier."""


def eased(sections: Sequence[Section]) -> tuple[Section, ...]:
    """The sections with as many statements kept from the plain register as its grade asks for, the hardest first."""
    shown = {one.id: _words(one) for section in sections for one in section.statements if not one.level}
    hard = sorted(
        ((readability.grade(shown[one.id]), one.id) for section in sections for one in may_go(section)), reverse=True
    )
    gone: set[str] = set()
    for grade, name in hard:
        left = "\n".join(words for other, words in shown.items() if other not in gone)
        if grade < _LEAST or readability.grade(left) <= MOST:
            break
        gone.add(name)
    return tuple(_not_bare(_without(section, gone)) for section in sections)


def _not_bare(section: Section) -> Section:
    """What was found, of which a plain page would show nothing, with its first results that read easily in plain words,
    however hard their sources are."""
    if section.id != _FOUND or any(not one.level for one in section.statements):
        return section
    easy = [s.id for s in section.statements if s.kind is Kind.QUOTED and s.plain and _reads_easily(s.plain)][:SHOWN]
    shown = tuple(msgspec.structs.replace(s, level=0) if s.id in easy else s for s in section.statements)
    return msgspec.structs.replace(section, statements=shown)


def _reads_easily(told: str) -> bool:
    return readability.grade(told) < _LEAST and not glossary.unexplained(told)


def may_go(section: Section) -> list[Statement]:
    """The statements of a section that a plain page may leave to professionals."""
    named = section.id in _MAY_GO
    quotes = section.id == _QUOTES_MAY_GO
    return [
        one
        for one in section.statements
        if not one.level
        and not one.text.startswith((_CERTAINTY, wording.upper(NEAREST)))
        and one.kind is not Kind.CALCULATED
        and (named or (quotes and one.kind is Kind.QUOTED))
    ]


def _words(one: Statement) -> str:
    return one.plain or one.text


def _without(section: Section, gone: set[str]) -> Section:
    kept = tuple(msgspec.structs.replace(s, level=1) if s.id in gone else s for s in section.statements)
    return msgspec.structs.replace(section, statements=kept)
