"""What an index can do for an expression: a query and a condition that every record which meets it also meets."""

from __future__ import annotations

from typing import Final

import msgspec

from probatum.acquire.library import Clause
from probatum.acquire.library.query import TEXT as TEXT_COLUMN
from probatum.acquire.library.query import literal, where
from probatum.acquire.syntax.fields import HEADINGS, TEXT, Field
from probatum.acquire.syntax.headings import Headings
from probatum.acquire.syntax.matching import words_of
from probatum.acquire.syntax.nodes import And, Expression, Leaf, Not, Or
from probatum.text.expressions import expression

Groups = tuple[tuple[Clause, ...], ...]

MOST_CLAUSES: Final = 200
"""Alternatives of one group; a heading with more narrower ones is not looked for by words."""

_LIKE: Final = expression(r"[a-z0-9]{3,}")
_ACCENTED: Final = expression(r"[acdeilnorstuyz]")
"""Letters that bear accents in names of people and places."""
OTHER_NAME: Final = 0.4
"""Weight of a concept's other names against the words typed."""


class Narrowed(msgspec.Struct, frozen=True):
    """`groups` (each must match by one of its clauses) and `condition` (SQL), both empty where nothing can be said."""

    groups: Groups = ()
    condition: str = ""


def narrowed(expression: Expression, headings: Headings) -> Narrowed:
    """A superset of the expression's records, in the index's terms."""
    match expression:
        case And(parts):
            every = [narrowed(part, headings) for part in parts]
            conditions = [n.condition for n in every if n.condition]
            return Narrowed(tuple(g for n in every for g in n.groups), " AND ".join(conditions))
        case Or(parts):
            return _any([narrowed(part, headings) for part in parts])
        case Not(wanted, _):
            return narrowed(wanted, headings)
        case Leaf():
            return _leaf(expression, headings)


def _any(parts: list[Narrowed]) -> Narrowed:
    """Of alternatives: one group made of one group of each, if each has one; conditions alike."""
    groups: Groups = ()
    if all(part.groups for part in parts):
        smallest = [min(part.groups, key=len) for part in parts]
        merged = tuple(dict.fromkeys(clause for group in smallest for clause in group))
        groups = (merged,) if len(merged) <= MOST_CLAUSES else ()
    if all(part.condition for part in parts):
        return Narrowed(groups, "(" + " OR ".join(f"({part.condition})" for part in parts) + ")")
    return Narrowed(groups)


def _leaf(leaf: Leaf, headings: Headings) -> Narrowed:
    if leaf.field is Field.DATE:
        low, high = (int(end[:4]) if end else None for end in (leaf.low, leaf.high))
        return Narrowed(condition=where(year=(low, high)).sql)
    if leaf.field in HEADINGS:
        return Narrowed(_heading(leaf, headings))
    if leaf.field not in TEXT:
        return Narrowed()
    words = words_of(leaf.words)
    names = headings.names(leaf)
    whole = [word for word in words if not word.endswith("*")]
    if names or len(whole) == len(words):
        typed = Clause(" ".join(whole), every=True)
        others = (Clause(name, OTHER_NAME, every=True, synonym=True) for name in names)
        return Narrowed(((typed, *others),)) if whole else Narrowed()
    groups: Groups = ((Clause(" ".join(whole), every=True),),) if whole else ()
    stems = [found[0] for word in words if word.endswith("*") and (found := _LIKE.fullmatch(word[:-1]))]
    return Narrowed(groups, " AND ".join(map(_holds, stems)))


def _holds(stem: str) -> str:
    """The condition that a text has the stem, accented or not."""
    text, accented = f"lower({TEXT_COLUMN})", _ACCENTED.sub("_", stem)
    bare = f"{text} LIKE {literal(f'%{stem}%')}"
    folded = (
        f"octet_length({TEXT_COLUMN}) <> character_length({TEXT_COLUMN}) AND {text} LIKE {literal(f'%{accented}%')}"
    )
    return f"({bare} OR ({folded}))"


def _heading(leaf: Leaf, headings: Headings) -> Groups:
    term = headings.term(leaf.words)
    names = [leaf.words.split("/", 1)[0]]
    if term is not None:
        below = headings.narrower(term) if leaf.field is Field.MESH else ()
        names += [name for one in (term, *below) for name in (one.label, *one.synonyms)]
    clauses = tuple(Clause(name, every=True) for name in dict.fromkeys(names))
    return (clauses,) if len(clauses) <= MOST_CLAUSES else ()
