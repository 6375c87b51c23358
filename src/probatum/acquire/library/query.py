"""A search in words: clauses with weights, and filters on what a record is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final

import msgspec

TEXT: Final = "text"
"""The one analysed column."""

MOST_WORDS: Final = 300
"""Words of a clause that are looked for; a longer text is cut (a question pasted with a whole paper)."""

MOST_SYNONYMS: Final = 2
"""Synonyms of a group that are written out for a reader."""


class Clause(msgspec.Struct, frozen=True):
    """Words to look for. A record that has them gets their BM25 scores, times `weight`."""

    words: str
    weight: float = 1.0
    every: bool = False
    """True: only a record that has every one of the words counts."""
    synonym: bool = False
    """A further name of what another clause names; a reader is shown a few of them."""


class Query(msgspec.Struct, frozen=True):
    """A search: every group of `groups` must match by one of its clauses; `wanted` adds to the score; `barred`
    excludes.

    With no groups at least one clause of `wanted` must match.
    """

    wanted: tuple[Clause, ...] = ()
    groups: tuple[tuple[Clause, ...], ...] = ()
    barred: tuple[Clause, ...] = ()

    @classmethod
    def of(cls, words: str) -> Query:
        """A plain search for any of the words."""
        return cls(wanted=(Clause(words),))

    @property
    def empty(self) -> bool:
        """True when there is nothing to look for."""
        return not any(clause.words.strip() for group in (self.wanted, *self.groups) for clause in group)

    def in_words(self) -> str:
        """The query as shown to a reader: `(mexiletine OR mexitil OR 4 more names) AND cramp, preferring: trial`.

        Of synonyms at most two a group are written out; a name whose words stand there already in
        another order or case is left out, as is one made of two names (`ALS - amyotrophic lateral sclerosis`).
        """
        parts = [_shown_group(group) for group in self.groups if group]
        wanted = _listed(self.wanted)
        shown = " AND ".join(parts) + (", preferring: " if parts and wanted else "") + wanted
        if self.barred:
            shown += ", without: " + _listed(self.barred)
        return shown


def plain(text: str) -> str:
    """The words of a text parted by blanks, without case, punctuation and the plural's s."""
    words = "".join(c if c.isalnum() else " " for c in text.casefold()).split()
    return " ".join(w[:-1] if len(w) > 3 and w[-1] == "s" and w[-2] != "s" else w for w in words)


def _shown(clause: Clause) -> str:
    return f'"{clause.words}"' if clause.every and " " in clause.words else clause.words


def _shown_group(group: Sequence[Clause]) -> str:
    shown = _listed(group)
    return f"({shown})" if " OR " in shown else shown


def _listed(clauses: Sequence[Clause]) -> str:
    """Clauses as alternatives: all but synonyms, the first synonyms, and how many more there are."""
    shown: list[str] = []
    seen: set[frozenset[str]] = set()
    synonyms = more = 0
    for clause in sorted(clauses, key=lambda clause: clause.synonym):
        words = frozenset(plain(clause.words).split())
        if words in seen or " - " in clause.words:
            continue
        seen.add(words)
        synonyms += clause.synonym
        if clause.synonym and synonyms > MOST_SYNONYMS:
            more += 1
        else:
            shown.append(_shown(clause))
    if more:
        shown.append(f"{more} more {'name' if more == 1 else 'names'}")
    return " OR ".join(shown)


def compile_query(query: Query) -> Any:
    """The engine's form of a query. The query must not be empty."""
    from lancedb.query import BooleanQuery, Occur

    if not query.groups and not query.barred and len(query.wanted) == 1:
        return _match(query.wanted[0])
    parts = [(Occur.MUST, _any_of(group)) for group in query.groups if group]
    parts += [(Occur.SHOULD, _match(clause)) for clause in query.wanted]
    parts += [(Occur.MUST_NOT, _match(clause)) for clause in query.barred]
    return BooleanQuery(parts)


def _any_of(group: Sequence[Clause]) -> Any:
    from lancedb.query import BooleanQuery, Occur

    if len(group) == 1:
        return _match(group[0])
    return BooleanQuery([(Occur.SHOULD, _match(clause)) for clause in group])


def _match(clause: Clause) -> Any:
    from lancedb import query as lance

    words = " ".join(clause.words.split()[:MOST_WORDS])
    operator = lance.FullTextOperator.AND if clause.every else lance.FullTextOperator.OR
    make: Any = lance.MatchQuery  # its generated signature hides that most fields have defaults
    return make(words, TEXT, boost=clause.weight, operator=operator)


def literal(value: str) -> str:
    """A string as an SQL literal."""
    return "'" + value.replace("'", "''") + "'"


def one_of(column: str, values: str | Iterable[str]) -> str:
    """`column IN (...)`; no values match nothing."""
    wanted = [values] if isinstance(values, str) else list(values)
    if not wanted:
        return "false"
    return f"{column} IN ({', '.join(literal(str(v)) for v in wanted)})"


def where(
    *,
    year: tuple[int | None, int | None] | None = None,
    kind: str | Iterable[str] | None = None,
    design: str | Iterable[str] | None = None,
    status: str | Iterable[str] | None = None,
    as_of: str = "",
) -> str:
    """The filters as one SQL condition, empty when none is given.

    `year` is inclusive at both ends, None leaves an end open; a record without a year passes only when no year is
    asked for. `as_of` (ISO date) leaves out records dated later; a date known to the year or month alone counts from
    its start.
    """
    parts: list[str] = []
    if year is not None:
        low, high = year
        parts += [f"year >= {int(low)}"] if low is not None else []
        parts += [f"year <= {int(high)}"] if high is not None else []
    for column, values in (("kind", kind), ("design", design), ("status", status)):
        if values is not None:
            parts.append(one_of(column, values))
    if as_of:
        # ISO dates compare as text, and a prefix of a date sorts before it
        parts.append(f"(date <= {literal(as_of)} AND (year IS NULL OR year <= {int(as_of[:4])}))")
    return " AND ".join(parts)
