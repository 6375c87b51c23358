"""What the vocabulary gives back."""

from __future__ import annotations

import msgspec


class Term(msgspec.Struct, frozen=True):
    """A concept with its names."""

    id: str
    """`mesh:D000690`, `unii:1U511HHV4Z`, `drugbank:DB00379` or `combination:a+b`."""
    label: str
    """Preferred name in running text."""
    semantic: str = "other"
    """drug, condition, symptom, procedure, test or other."""
    synonyms: tuple[str, ...] = ()
    """Other names, the usual ones first."""
    broader: tuple[str, ...] = ()
    """Labels of the classes it belongs to, nearest first."""
    trees: tuple[str, ...] = ()
    """MeSH tree numbers."""
    other_ids: tuple[str, ...] = ()
    documents: int = 0
    """Records of the reference corpus in which the label stands."""
    marketed: bool = False
    """True for drugs that are or were on the US market."""
    source: str = ""
    """The user's vocabulary that it stands in; empty for a term as shipped."""
    own: tuple[str, ...] = ()
    """The names that the user's vocabulary gives it, where it adds to a shipped term; else all of them are."""


class Mention(msgspec.Struct, frozen=True):
    """A term named in a text: characters `start` to `end`."""

    start: int
    end: int
    term: Term
    kind: int = 0
    """How it is named: 0 label, 1 synonym, 2 brand, 3 salt or form."""


class NearGroup(msgspec.Struct, frozen=True):
    """Concepts that are near each other and kept apart."""

    concepts: dict[str, str]
    """Name -> what it is, in one line."""
    vague: tuple[str, ...] = ()
    """Lay words that may mean more than one of them."""
    default: str = ""
    """How a vague word is read when nothing else decides."""
    when: dict[str, tuple[str, ...]] = {}
    """Concept -> names whose presence in the question decides for it."""


class Abbreviation(msgspec.Struct, frozen=True):
    """One meaning of an abbreviation."""

    short: str
    meaning: str
    cues: tuple[str, ...] = ()
    """Words that speak for this meaning."""
    own: bool = False
    """True for meanings from Probatum's own list of those in clinical use."""
