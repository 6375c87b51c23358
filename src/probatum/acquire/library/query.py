"""A search in words: clauses with weights, and filters on what a record is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from typing import Any, Final

import msgspec

from probatum.acquire.ranking import EDITION, Unit, units
from probatum.acquire.ranking.analysis import parts

TEXT: Final = "text"
"""The column of what a search looks at, in the record's own words."""

TERMS: Final = f"terms_{EDITION}"
"""The column that is searched: the terms of the text, parted by blanks (see `ranking.analysis`). The edition of the
analysis stands in its name, so terms that another edition made are never mistaken for these."""

MOST_UNITS: Final = 40
"""Words of a clause that are looked for, the most telling ones of a longer text."""

AUTHOR: Final = "@"
"""Stands before a term that is a word of an author's name."""

EARLIER: Final = ("terms_1",)
"""Columns that earlier editions made and that may still be searched: their terms are these, but for what was added."""

STEPS: Final = 10
"""Steps into which a weight of 1 is divided."""

NOTHING: Final = "-"
"""A term that no text has."""

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


def compile_query(query: Query, column: str = TERMS) -> Any:
    """The engine's form of a query on the terms (or on `TEXT`, in a library of an earlier layout). The query must not
    be empty."""
    from lancedb.query import BooleanQuery, Occur

    if column != TEXT and not query.groups and not query.barred:
        loose = [clause for clause in query.wanted if not clause.every]
        made = [_weighted(loose, column)] if loose else []
        return _any([*made, *(_match(clause, column) for clause in query.wanted if clause.every)])
    match = _match_text if column == TEXT else partial(_match, column=column)
    if not query.groups and not query.barred and len(query.wanted) == 1:
        return match(query.wanted[0])
    made = [(Occur.MUST, _any([match(clause) for clause in group])) for group in query.groups if group]
    made += [(Occur.SHOULD, match(clause)) for clause in query.wanted]
    made += [(Occur.MUST_NOT, match(clause)) for clause in query.barred]
    return BooleanQuery(made)


def exactly(marks: Iterable[str], column: str = TERMS) -> Any:
    """The engine's search for all of some terms, taken as they are."""
    return _term(" ".join(marks), column, 1.0, every=True)


def asked_by(query: Query) -> tuple[Unit, ...]:
    """The words that a search without groups is ranked by, other names left aside; none for another search."""
    return () if query.groups else units(" ".join(clause.words for clause in query.wanted if not clause.synonym))


def _any(alternatives: Sequence[Any]) -> Any:
    from lancedb.query import BooleanQuery, Occur

    if len(alternatives) == 1:
        return alternatives[0]
    return BooleanQuery([(Occur.SHOULD, alternative) for alternative in alternatives])


def _match(clause: Clause, column: str) -> Any:
    """Of the words asked for, each term by its own weight; of a name, the roots of all its words."""
    if clause.every:
        return _any([_term(" ".join(name), column, clause.weight, every=True) for name in roots(clause.words)])
    return _weighted((clause,), column)


def _weighted(clauses: Iterable[Clause], column: str) -> Any:
    """Any of the terms, each by its weight.

    The engine adds a term's score as often as the term is asked for, and is three times as fast on one list of terms
    as on a query for each, so a weight is a number of repetitions.
    """
    asked = [term for term, steps in weights(clauses).items() for _ in range(steps)]
    return _term(" ".join(asked) or NOTHING, column, 1 / STEPS)


def weights(clauses: Iterable[Clause]) -> dict[str, int]:
    """The terms that stand for some words, each with its weight in `STEPS`."""
    held: dict[str, float] = {}
    for clause in clauses:
        for unit in sorted(units(clause.words), key=lambda unit: -unit.telling)[:MOST_UNITS]:
            for term, (weight, _) in unit.terms.items():
                held[term] = max(clause.weight * weight, held.get(term, 0.0))
    return {term: max(1, round(weight * STEPS)) for term, weight in held.items()}


def roots(name: str) -> list[list[str]]:
    """The roots of a name's words: compounds in their parts, and where there are any, as a whole."""
    ways = [list(dict.fromkeys(word[-1] for word in parts(name, whole))) or [NOTHING] for whole in (False, True)]
    return ways if ways[0] != ways[1] else ways[:1]


def _match_text(clause: Clause) -> Any:
    return _term(" ".join(clause.words.split()[:MOST_UNITS]), TEXT, clause.weight, every=clause.every)


def _term(words: str, column: str, weight: float, *, every: bool = False) -> Any:
    from lancedb import query as lance

    operator = lance.FullTextOperator.AND if every else lance.FullTextOperator.OR
    make: Any = lance.MatchQuery  # its generated signature hides that most fields have defaults
    return make(words, column, boost=weight, operator=operator)


def literal(value: str) -> str:
    """A string as an SQL literal."""
    return "'" + value.replace("'", "''") + "'"


def one_of(column: str, values: str | Iterable[str]) -> str:
    """`column IN (...)`; no values match nothing."""
    wanted = [values] if isinstance(values, str) else list(values)
    if not wanted:
        return "false"
    return f"{column} IN ({', '.join(literal(str(v)) for v in wanted)})"


class Filters(msgspec.Struct, frozen=True):
    """What a record must be to be found. `year` is inclusive at both ends, None leaves an end open; a record without a
    year passes only when no year is asked for. `as_of` (ISO date) leaves out records dated later; a date known to the
    year or month alone counts from its start. `more` is a condition in SQL beside."""

    year: tuple[int | None, int | None] | None = None
    kind: tuple[str, ...] | None = None
    design: tuple[str, ...] | None = None
    status: tuple[str, ...] | None = None
    as_of: str = ""
    more: str = ""

    @property
    def sql(self) -> str:
        """The same as one condition in SQL, empty when nothing is asked."""
        parts: list[str] = []
        if self.year is not None:
            low, high = self.year
            parts += [f"year >= {int(low)}"] if low is not None else []
            parts += [f"year <= {int(high)}"] if high is not None else []
        for column, values in (("kind", self.kind), ("design", self.design), ("status", self.status)):
            if values is not None:
                parts.append(one_of(column, values))
        if self.as_of:
            # ISO dates compare as text, and a prefix of a date sorts before it
            parts.append(f"(date <= {literal(self.as_of)} AND (year IS NULL OR year <= {int(self.as_of[:4])}))")
        return " AND ".join([*parts, *([self.more] if self.more else [])])


def where(
    *,
    year: tuple[int | None, int | None] | None = None,
    kind: str | Iterable[str] | None = None,
    design: str | Iterable[str] | None = None,
    status: str | Iterable[str] | None = None,
    as_of: str = "",
    more: str = "",
) -> Filters:
    """The filters; a single value or several of kind, design and status."""

    def listed(values: str | Iterable[str] | None) -> tuple[str, ...] | None:
        return values if values is None else (str(values),) if isinstance(values, str) else tuple(map(str, values))

    return Filters(year, listed(kind), listed(design), listed(status), as_of, more)
