"""Several trials in one report: a second trial, or an extension of the first, that a report announces, and what holds
for it alone. People, blinding and length of one are not those of the other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from probatum.appraise.counting import OF_PEOPLE, Candidate, Number, best, counts
from probatum.appraise.people import ENROLLED, NOT_COUNTED, RANDOMISED
from probatum.appraise.reading import Sentence
from probatum.model import FurtherTrial, SectionKind, SectionRole, Sourced
from probatum.text.expressions import caseless

_ANNOUNCED: Final = caseless(
    r"\b(?:in|an?|the|one) (?:parallel|second|separate|companion|further|subsequent)"
    r"(?:,? (?!groups?\b)[\w-]{1,25}){0,6}? (?:trial|study)\b"
    r"|\bin parallel, (?:we|an?|the)\b"
    r"|\b(?:extension|extended[- ]treatment|continued[- ]treatment|maintenance|follow-on|rollover)"
    r" (?:study|trial|phase|period|part)\b"
    r"|\b(?:trial|study|part) (?:2|II|B|two)\b|\bre-?randomi[sz]ed\b"
)
_DONE: Final = caseless(r"\b(?:receiv|assign|allocat|random|blind|mask|label|compar|placebo|continu|switch)\w*")
_PLANNED: Final = (SectionRole.METHODS, SectionRole.NONE)
_FEWEST: Final = 4


def announced(said: Sequence[Sentence]) -> tuple[Sentence, ...]:
    """The sentences of an abstract that announce a further trial, behind one that tells of the first."""
    methods = [s for s in said if s.section.kind is SectionKind.ABSTRACT and s.role in _PLANNED]
    found = [n for n, s in enumerate(methods) if _ANNOUNCED.search(s.text) and _DONE.search(s.text)]
    return tuple(methods[n] for n in found if n > 0 and any(_DONE.search(s.text) for s in methods[:n]))


def main(said: Sequence[Sentence], further: Sequence[Sentence]) -> list[Sentence]:
    """The sentences without those that announce a further trial."""
    return [s for s in said if s not in further]


def read(
    further: Sequence[Sentence],
    blinding: Callable[[Sequence[Sentence]], Sourced | None],
    duration: Callable[[Sequence[Sentence]], Sourced | None],
) -> tuple[FurtherTrial, ...]:
    """What each further trial says of itself in the sentence that announces it; what it leaves out is not known."""
    made: list[FurtherTrial] = []
    for sentence in further:
        number = _people(sentence)
        made.append(
            FurtherTrial(
                sentence.span(),
                n=number.value if number else None,
                n_span=number.span(sentence.record) if number else None,
                blinding=blinding([sentence]),
                duration=duration([sentence]),
            )
        )
    return tuple(made)


def within(number: Number, further: Sequence[Sentence]) -> bool:
    """Whether a count stands where a further trial is announced."""
    return any(s.section == number.section and s.start <= number.start < s.end for s in further)


def _people(sentence: Sentence) -> Number | None:
    """The one count of people that the sentence has; of two, each may be that of one arm."""
    found: list[Candidate] = [
        c for c in counts([sentence.section], OF_PEOPLE, _FEWEST) if sentence.start <= c.number.start < sentence.end
    ]
    return best(found, RANDOMISED + ENROLLED, NOT_COUNTED) if len(found) == 1 else None
