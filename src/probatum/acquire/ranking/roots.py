"""The root that derived forms of one word share: `metastasis`, `metastatic` -> `metasta`.

Forms that differ in number, tense or spelling are one word already (`text.words.stem`, `vocabulary.normal`). Roots go
further and are therefore worth less than the word itself: they join words that are derived from each other by the
suffixes of medical English. Roots of fewer than five letters are not made, and words listed as apart keep their own.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

SHORTEST: Final = 5
"""Letters a root has at least."""

ROUNDS: Final = 2
"""Suffixes taken off one after the other: `reliabilities` -> `reliable` -> `reli`."""


def listed(text: str) -> tuple[str, ...]:
    """The words of a list."""
    return tuple(text.split())


# of diseases and their adjectives; of acts, actors and what acts; of states; of what is about or like something
SUFFIXES: Final = frozenset(
    listed(
        "asis ases atic atically osis oses otic otically ostic ostically itis itic ysis yses ytic emia emic "
        "ation ational ative ator atory ate ated ating ion ional ive ively or ory "
        "ent ence ency ant ance ancy ment "
        "al ally ic ical ically ics ous ously ity y ia ary an ist ism "
        "able ability ible ibility ful less ness ly ise ize ised ized isation ization ed ing er e"
    )
)
LONGEST: Final = max(map(len, SUFFIXES))

APART: Final = frozenset(
    listed(
        "action active activity actor adverse adversity animal animation arterial arteritis author authority "
        "capable capacity circumstance commission commune communication community confidence confident "
        "confidential conservation conversion determinant emergence emergency exercise experience experiment "
        "experimental extension extensive extent formal formation formative general generate generation generic "
        "import importance important informal information informative instance instant intensity intensive intent "
        "intention international major majority margin marginal minister minor minority nation national native "
        "natural nature negation negative operation operational operative operator organism organization organize "
        "patent patience patient police policy position positive probability probable probe ratio ration rational "
        "relation relationship relative resident residual secretary secretion secretory sensation sensitive "
        "sensory server service several severe severity station stationary substance substantial terminal "
        "termination transient transit transition universal universe university"
    )
)
"""Words whose suffix makes another word: each is its own root."""

FAMILY: Final = {
    "diagnose": "diagn",
    "prognose": "progn",
    "surgery": "surgi",
    "surgical": "surgi",
    "therapy": "therap",
    "obese": "obesit",
}
"""Roots that no suffix leads to."""


@lru_cache(maxsize=262_144)
def root(word: str) -> str:
    """The root of a word in lower case that is brought to its stem; the word itself where it has none."""
    if word in APART or not word.isalpha():
        return word
    if word in FAMILY:
        return FAMILY[word]
    made = word
    for _ in range(ROUNDS):
        longest = min(LONGEST, len(made) - SHORTEST)
        length = next((n for n in range(longest, 0, -1) if made[-n:] in SUFFIXES), 0)
        if not length:
            break
        made = made[:-length]
    return made
