"""Where an abstract says its aim, before its methods: what tells background from objective.

The same words stand under "background" in one journal and under "objective" in the next. Three things part them: how
the aim is said (an aim that is named, "to assess", "we assessed", "this study"), how the sentences lie around it and
around the first method, and the custom of the journal and of its publisher.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from probatum.text.expressions import expression

AIMS: Final[tuple[tuple[str, re.Pattern[str]], ...]] = (
    (
        "named",
        expression(
            r"\b(?:aims?|aimed|purposes?|objectives?|goals?|sought|hypothesi[sz]\w*|intend\w*|determine whether"
            r"|in order to)\b",
            re.IGNORECASE,
        ),
    ),
    ("to", expression(r"^to [a-z]+", re.IGNORECASE)),
    (
        "we",
        expression(
            r"\b(?:we|here|herein)\b[^.;]{0,40}\b(?:investigat|evaluat|assess|examin|compar|report|describ|present|stud"
            r"|explor|aim|propos|develop|review|test|determin|analy)\w*",
            re.IGNORECASE,
        ),
    ),
    (
        "this",
        expression(
            r"\b(?:this|the present|the current|our)\s+(?:\w+ )?(?:study|paper|article|review|work|trial|analysis"
            r"|report|research)\b",
            re.IGNORECASE,
        ),
    ),
)
"""The ways to say an aim."""
CUES: Final = expression(
    r"\b(?:is|are|was|were|has|have|had|been|may|can|could|should|would|will|did|does|do|remains?|plays?|becomes?"
    r"|suggests?|showed|found|demonstrated|revealed|indicated|observed|increased|decreased|represents?|causes?"
    r"|includes?|occurs?|associated|not|however|although|but|little|few|lack|unknown|unclear|limited|still|only"
    r"|recent|recently|previous|previously|therefore|thus)\b",
    re.IGNORECASE,
)
"""Verbs, whose tense parts what is known from what was done, and the words of a gap in knowledge."""
NOWHERE: Final = 9


class Lay(NamedTuple):
    """Where the aim and the methods of an abstract stand."""

    ways: list[str]
    """How each sentence says an aim; empty where it says none."""
    aim: int
    """The last sentence that says an aim before the methods begin, or `NOWHERE`."""
    methods: int
    """The first sentence of methods, or `NOWHERE`."""
    opens: bool
    """Does the first sentence say an aim?"""

    @classmethod
    def of(cls, said: Sequence[str], methods: Sequence[int]) -> Lay:
        """From the sentences and the places of those that tell methods."""
        ways = ["+".join(name for name, pattern in AIMS if pattern.search(text)) for text in said]
        begin = methods[0] if methods else NOWHERE
        early = [i for i, way in enumerate(ways) if way and i <= begin]
        return cls(ways, early[-1] if early else NOWHERE, begin, bool(ways and ways[0]))

    def side(self, index: int) -> str:
        """On which side of the aim and of the first method the sentence stands."""
        return ("?" if self.aim == NOWHERE else _side(index, self.aim)) + _side(index, self.methods)

    @property
    def way(self) -> str:
        """How the aim is said."""
        return "none" if self.aim == NOWHERE else self.ways[self.aim]


def _side(index: int, other: int) -> str:
    return "<" if index < other else "=" if index == other else ">"


def features(said: Sequence[str], lay: Lay, index: int) -> Iterator[str]:
    """How a sentence and its neighbours say an aim, and where the sentence lies."""
    way, side = lay.ways[index], lay.side(index)
    yield f"way={way}"
    yield f"way={way} at {min(index, 4)}"
    yield f"before way={lay.ways[index - 1] if index else 'start'}"
    yield f"after way={lay.ways[index + 1] if index + 1 < len(said) else 'end'}"
    if index <= lay.methods:
        yield f"lay {min(index, 6)} aim {min(lay.aim, 6)} methods {min(lay.methods, 7)}"
    else:
        yield f"lay {side[0]} past {min(4, index - lay.methods)}"
    yield f"lay {side} opens {lay.opens}"
    yield f"aim {lay.way} {side}"
    yield f"aim {lay.way} {side} first {lay.aim == 0}"
    yield from _cues(said[index], min(index, 3) if index < len(said) - 2 or index < 3 else 4)


def _cues(text: str, where: int) -> Iterator[str]:
    found = list(dict.fromkeys(word.lower() for word in CUES.findall(text)))
    yield f"cue={found[0] if found else ''}"
    for word in found:
        yield f"cue={word} at {where}"


def custom(lay: Lay, index: int, name: str) -> Iterator[str]:
    """The custom of a journal or publisher of that name: on which side of the aim and the methods it begins a part."""
    yield f"{name} {lay.side(index)}"
    yield f"{name} {lay.side(index)} first {lay.aim == 0}"


def publishing(lay: Lay, index: int, publisher: str) -> Iterator[str]:
    """The custom of a publisher, which holds for journals never seen."""
    name = f"publisher={publisher}"
    yield from (name, f"{name} first={min(index, 6)}", f"{name} aim {lay.way} at {min(index, 5)}")
    yield from custom(lay, index, name)
