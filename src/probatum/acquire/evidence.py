"""Which evidence suits which question, and how much that counts beside the words.

The order of designs by kind of question is that of the Oxford Centre for Evidence-Based Medicine (2011 Levels of
Evidence, https://www.cebm.ox.ac.uk/resources/levels-of-evidence/ocebm-levels-of-evidence); labels and guidelines
come first where a question is about dose or safety. The steps between the levels are ours: they break near ties between
records that hold the question's words alike, and never lift a record that does not hold them.
"""

from __future__ import annotations

from typing import Final

from probatum.model import Design, Intent, RecordStatus

SHARE: Final = 0.02
"""How much of a score the design decides: a record of the best design against one of the worst."""

RECENT: Final = 0.005
"""How much of a score the date decides, over `SPAN` years."""
SPAN: Final = 20

UNSURE: Final = 0.5
"""Suitability of a record whose design is not known."""

STANDING: Final = {RecordStatus.SUPERSEDED: 0.8, RecordStatus.CONCERN: 0.9}
"""What is left of a score under a doubtful standing."""

_SYNTHESES: Final = (Design.META_ANALYSIS, Design.SYSTEMATIC_REVIEW)
_RANDOMISED: Final = (Design.RANDOMISED, Design.CROSSOVER, Design.CLUSTER)
_LABORATORY: Final = (Design.ANIMAL, Design.IN_VITRO)


def _table(*levels: tuple[float, tuple[Design, ...]]) -> dict[Design, float]:
    return {design: value for value, designs in levels for design in designs}


_EFFECT: Final = _table(
    (1.0, (*_SYNTHESES, *_RANDOMISED)),
    (0.9, (Design.GUIDELINE,)),
    (0.7, (Design.LABEL, Design.NON_RANDOMISED)),
    (0.5, (Design.COHORT, Design.SINGLE_ARM)),
    (0.4, (Design.CASE_CONTROL, Design.REVIEW, Design.REGISTRY)),
    (0.2, (Design.CROSS_SECTIONAL, Design.CASE_SERIES, Design.PROTOCOL)),
    (0.1, (Design.CASE_REPORT,)),
    (0.0, _LABORATORY),
)
_SAFETY: Final = _table(
    (1.0, (*_SYNTHESES, Design.LABEL)),
    (0.9, (*_RANDOMISED, Design.COHORT, Design.GUIDELINE)),
    (0.8, (Design.CASE_CONTROL,)),
    (0.6, (Design.NON_RANDOMISED, Design.SINGLE_ARM, Design.CASE_SERIES)),
    (0.4, (Design.CASE_REPORT, Design.CROSS_SECTIONAL, Design.REVIEW, Design.REGISTRY)),
    (0.1, (Design.PROTOCOL,)),
    (0.0, _LABORATORY),
)

SUITS: Final[dict[Intent, dict[Design, float]]] = {
    Intent.THERAPY: _EFFECT,
    Intent.PREVENTION: _EFFECT,
    Intent.HARM: _SAFETY,
    Intent.DOSING: _table(
        (1.0, (Design.LABEL, Design.GUIDELINE)),
        (0.9, (*_SYNTHESES, *_RANDOMISED)),
        (0.6, (Design.NON_RANDOMISED, Design.COHORT, Design.SINGLE_ARM)),
        (0.3, (Design.REVIEW, Design.CASE_SERIES, Design.REGISTRY)),
        (0.1, (Design.CASE_REPORT, Design.PROTOCOL)),
        (0.0, _LABORATORY),
    ),
    Intent.INTERACTION: {**_SAFETY, Design.CASE_REPORT: 0.6, Design.CROSSOVER: 1.0},
    Intent.DIAGNOSIS: _table(
        (1.0, (*_SYNTHESES, Design.ACCURACY)),
        (0.8, (Design.GUIDELINE, Design.CROSS_SECTIONAL, Design.COHORT)),
        (0.5, (*_RANDOMISED, Design.CASE_CONTROL)),
        (0.3, (Design.REVIEW, Design.CASE_SERIES)),
        (0.1, (Design.CASE_REPORT, Design.PROTOCOL)),
        (0.0, _LABORATORY),
    ),
    Intent.PROGNOSIS: _table(
        (1.0, (*_SYNTHESES, Design.COHORT)),
        (0.7, (*_RANDOMISED, Design.GUIDELINE)),
        (0.5, (Design.CASE_CONTROL, Design.CASE_SERIES, Design.SINGLE_ARM)),
        (0.3, (Design.CROSS_SECTIONAL, Design.REVIEW)),
        (0.1, (Design.CASE_REPORT, Design.PROTOCOL)),
        (0.0, _LABORATORY),
    ),
    Intent.MECHANISM: {},
}
"""Suitability of each design for each kind of question, 1 the best; a design not named is as good as an unknown one."""

BEST: Final = 0.9
"""Suitability from which on a design has places of its own among what is retrieved."""


def best_designs(intent: Intent) -> tuple[str, ...]:
    """The designs that suit the question best, as the library names them; empty where none is better than another.

    Guidelines and labels are left out: they have searches of their own.
    """
    own = (Design.GUIDELINE, Design.LABEL)
    return tuple(d.value for d, value in SUITS[intent].items() if value >= BEST and d not in own)


def suitability(intent: Intent, design: str) -> float:
    """How well a design (as the library names it; empty when unknown) suits the kind of question, 0 to 1."""
    known = {d.value: value for d, value in SUITS[intent].items()}
    return known.get(design, UNSURE)


def weighed(score: float, *, intent: Intent, design: str, status: RecordStatus, year: int | None, now: int) -> float:
    """A score of words with what the record is taken into account. `now` is the year the question is asked in."""
    suits = 1 - SHARE * (1 - suitability(intent, design))
    age = min(max(now - year, 0), SPAN) / SPAN if year is not None else 1.0
    return score * suits * (1 - RECENT * age) * STANDING.get(status, 1.0)
