"""The best candidates of an index scored again, part by part.

BM25 adds words up wherever they stand. A record that answers has nearly all telling words of the question (coverage),
and has them together (closeness). Each part is a share of the best candidate's BM25 score, so that a score stays a
BM25 score with bonuses, and a record beyond the candidates never passes one.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import msgspec

from probatum.acquire.ranking.asking import Unit

WORDS: Final = "words"
"""Name of the part that the index gives."""

MOST: Final = 100
"""Candidates that are scored again."""

COVERAGE: Final = 0.5
"""Bonus for all words of the question, as a share of the best BM25 score."""

CLOSENESS: Final = 0.4
"""Bonus for all words of the question within `WINDOW` terms of each other."""

WINDOW: Final = 30
"""Terms of about one or two sentences."""


class Candidate(msgspec.Struct, frozen=True):
    """A record proposed by the index: its BM25 score and its terms in order."""

    score: float
    terms: Sequence[str]


class Part(msgspec.Struct, frozen=True):
    """A part of a score: its name, what it adds, and what it rests on in words."""

    name: str
    score: float
    why: str = ""


class _Found(msgspec.Struct):
    """Of a candidate: where units stand and how much of each (place, unit, share), and the most of each unit."""

    places: list[tuple[int, int, float]]
    most: list[float]


def rerank(
    asked: Sequence[Unit], candidates: Sequence[Candidate], related: Sequence[str] = ()
) -> list[tuple[Part, ...]]:
    """The parts of each candidate's score, in the order given; their sum is the score.

    A question without words leaves the BM25 score alone. `related` are the terms looked for besides (see `relating`).
    """
    best = max((candidate.score for candidate in candidates), default=0.0)
    whole = sum(unit.telling for unit in asked)
    if not whole:
        return [(Part(WORDS, candidate.score),) for candidate in candidates]
    standing = _standing(asked)
    told = "BM25 of the question's words, their stems and roots"
    told += f"; a little, of what the best records share: {', '.join(related)}" if related else ""
    made: list[tuple[Part, ...]] = []
    for candidate in candidates:
        found = _find(standing, len(asked), candidate.terms)
        covered = sum(unit.telling * most for unit, most in zip(asked, found.most, strict=True)) / whole
        close = _closest(asked, found) / whole
        made.append(
            (
                Part(WORDS, candidate.score, told),
                Part("coverage", best * COVERAGE * covered, f"{covered:.0%} of what the question says"),
                Part("closeness", best * CLOSENESS * close, f"{close:.0%} of it within {WINDOW} words"),
            )
        )
    return made


def _standing(asked: Sequence[Unit]) -> dict[str, list[tuple[int, float]]]:
    """Term -> the units it stands for and how much of each."""
    table: dict[str, list[tuple[int, float]]] = {}
    for number, unit in enumerate(asked):
        for term, (_, there) in unit.terms.items():
            table.setdefault(term, []).append((number, there))
    return table


def _find(standing: dict[str, list[tuple[int, float]]], count: int, terms: Sequence[str]) -> _Found:
    most = [0.0] * count
    places = []
    for place, term in [(place, term) for place, term in enumerate(terms) if term in standing]:
        for number, there in standing[term]:
            places.append((place, number, there))
            most[number] = max(most[number], there)
    return _Found(places, most)


def _closest(asked: Sequence[Unit], found: _Found) -> float:
    """The most that stands within one window: the sum of what is telling of each unit in it."""
    inside = [0] * len(asked)
    best = now = 0.0
    first = 0
    for place, number, _ in found.places:
        if not inside[number]:
            now += asked[number].telling * found.most[number]
        inside[number] += 1
        while place - found.places[first][0] > WINDOW:
            gone = found.places[first][1]
            inside[gone] -= 1
            if not inside[gone]:
                now -= asked[gone].telling * found.most[gone]
            first += 1
        best = max(best, now)
    return best
