"""Telling: which sentence of an abstract tells what is asked, and how much of the question the abstract names.

An abstract says what was known, what was asked and how it was looked for with the same words as what was found. Which
of its sentences answers is weighed by how surely it tells of the question (the ranker of `claims.bearing`), by its role
and place, and by the words with which a finding is told. The card of the weights: docs/building/models/telling.md.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from functools import lru_cache
from importlib import resources
from typing import Final

import msgspec

from probatum.appraise import roles, singling
from probatum.appraise.claims.bearing import RANKER, Seen, whole
from probatum.appraise.models import Linear
from probatum.model import Record, SectionRole, Span, Telling, ToldSentence
from probatum.text.expressions import caseless

FEWEST: Final = 8
"""Words below which a sentence is short."""
WHOLE: Final = 5
"""Sentences from which an abstract is whole enough for a place in it to tell anything."""
MIDDLE: Final = 0.5
_ASKS: Final = caseless(
    r"\b(?:remains?|unclear|unknown|controversial|debated?|little is known|hypothesi[sz]\w*|sought|whether|aim(?:ed)?"
    r"|has been (?:proposed|suggested|associated)|is important|we (?:report|present|describe))\b"
)
_METHODS: Final = caseless(
    r"\b(?:were|was) (?:randomi[sz]ed|enrolled|recruited|included|performed|conducted|completed|collected|measured"
    r"|assessed|evaluated|reviewed|analy[sz]ed|withdr\w+|graded|asked|treated|studied)\b"
    r"|\bat baseline\b|\bwithdrew\b|\bmean age\b"
    r"|\b(?:assessments?|outcomes?|end ?points?|(?:outcome )?measures|measurements) (?:included?|comprised|consisted)\b"
)
_FINDS: Final = caseless(
    r"\b(?:significan\w*|higher|lower|reduc\w*|increas\w*|decreas\w*|improv\w*|associat\w*|similar|no difference"
    r"|compar\w*|effective|safe|superior|predict\w*|correlat\w*|fewer|greater|less|more|better|worse)\b"
)
_TESTED: Final = caseless(r"\bp\s?[<=>]|95 ?%|\bCI\b")
_POINTS_BACK: Final = caseless(
    r"^\s*(?:they|these|this|it|those|both|however|moreover|in addition|additionally|furthermore|also)\b"
)
_HOW_MANY: Final = caseless(
    r"\bhow (?:many|much|often|common|likely|long|sensitive|specific|accurate|frequent)\b|\bprevalence\b|\bincidence\b"
    r"|\b(?:what|which) (?:is|are|was|were|percentage|proportion|share) (?:the )?(?:[\w-]+ ){0,3}"
    r"(?:rates?|frequency|proportion|percentage|risks?|sensitivity|specificity|accuracy)\b"
)
"""Words that ask for a number."""
_NUMBER: Final = caseless(r"\d|\b(?:half|third|quarter|most|none|one in|two of|majority)\b")
NUMBERED: Final = 2.0
"""What a sentence without a number loses where one is asked for."""
_ADVISES: Final = caseless(
    r"\b(?:should|needed|need to|further (?:studies|research|work|investigation)|warrant\w*|mandatory|is required"
    r"|feasib\w+|(?:might|may|could) (?:be )?consider\w*|further trials?"
    r"|greater,? (?:\w+ )?efforts?|speculat\w+|may be of clinical importance)\b"
)
_ASKS_ADVICE: Final = caseless(r"\b(?:should|recommend\w*|advis\w*|need(?:ed)?|required?|indicated|feasib\w*)\b")
ADVISED: Final = 1.0
"""What a sentence loses that says what is wanted or can be done, where that is not asked."""


_HANGS: Final = caseless(
    r"^\W*(?:the )?(?:similar|same|comparable|corresponding|opposite|these) (?:\w+ )?"
    r"(?:findings?|results?|associations?|patterns?|trends?|effects?|observations?|differences?)\b"
)
"""Openings of a sentence that says nothing without the one before."""
HUNG: Final = 1.5
"""What such a sentence loses."""


_OPPOSITES: Final = tuple(
    (caseless(one), caseless(other))
    for one, other in (
        (r"\basymptomatic|\bwithout symptoms|\bno symptoms", r"\bsymptomatic|\bwith symptoms"),
        (r"\bchild(?:ren)?\b|\bp(?:a|ae)ediatric|\binfants?\b", r"\badults?\b|\belderly\b"),
        (r"\b(?:women|woman|females?|girls?)\b", r"\b(?:men|man|males?|boys?)\b"),
    )
)
"""People who are no others: what was found in the one side alone is no answer on the other."""
OF_OTHERS: Final = 2.0
"""What a sentence loses that speaks of the other side alone."""


class _Weights(msgspec.Struct, frozen=True):
    intercept: float
    features: dict[str, float]


@lru_cache(maxsize=1)
def weights() -> _Weights:
    """The fitted weights that ship with the package."""
    held = tomllib.loads(resources.files("probatum.appraise").joinpath("telling.toml").read_text("utf-8"))
    return msgspec.convert(held, _Weights)


@lru_cache(maxsize=256)
def read(asked: str, record: Record, outcome: str = "") -> Telling:
    """The sentences of an abstract with how probably each tells what is asked, in log odds, best first, and how much
    of the question the abstract names; `outcome` is what was measured, where the form of the question does not tell.
    Pure; an abstract without words gives nothing."""
    said = roles.read(record)
    seen = beside(asked, [one.text for one in said])
    if not seen.lines:
        return Telling()
    rows = features(seen, [said[at].role for at in seen.at], outcome)
    odds = [_worth(row) - _unlike(asked, line.told.text) for row, line in zip(rows, seen.lines, strict=True)]
    made = [
        ToldSentence(Span(record, one.section.id, one.start, one.end), one.role, round(worth, 4))
        for worth, one in zip(odds, (said[at] for at in seen.at), strict=True)
    ]
    titled = beside(asked, [record.title]).lines if record.title else ()
    named = whole(seen.claim, [*titled, *seen.lines])
    return Telling(
        tuple(sorted(made, key=lambda one: (-one.worth, one.span.start))),
        cover=max(line.cover for line in seen.lines),
        named=named["w cover"],
        asked=len(seen.claim.weights),
        exact=named["w exact"],
    )


def beside(asked: str, texts: Sequence[str]) -> Seen:
    """A question beside texts that name what it asks by any name the vocabulary knows."""
    return singling.with_names(Seen.of(asked, texts))


def features(seen: Seen, parts: Sequence[SectionRole], outcome: str = "") -> list[dict[str, float]]:
    """What is seen of each sentence; `parts` are their roles."""
    measures, singled = seen.measures(), singling.features(seen, parts, outcome)
    ranker = Linear.load(RANKER)
    made = []
    for at, (measure, line, role, own) in enumerate(zip(measures, seen.lines, parts, singled, strict=True), 1):
        text = line.told.text
        made.append(
            {
                "rank": ranker.scores(measure)[0],
                "cover": line.cover,
                "exact": measure.get("exact", 0.0),
                "best": measure.get("best", 0.0),
                "of best": measure.get("of best", 0.0),
                "joint": measure.get("joint", 0.0),
                "p": float(bool(_TESTED.search(text))),
                "asks": float(bool(_ASKS.search(text))),
                "methods": float(bool(_METHODS.search(text))),
                "finds": float(bool(_FINDS.search(text))),
                "points back": float(bool(_POINTS_BACK.match(text))),
                "place": at / len(seen.lines) if len(seen.lines) >= WHOLE else MIDDLE,
                "short": float(len(text.split()) < FEWEST),
                f"role {role.value}": 1.0,
                **own,
            }
        )
    return made


def _worth(row: dict[str, float]) -> float:
    held = weights()
    return held.intercept + sum(held.features.get(name, 0.0) * value for name, value in row.items())


def _unlike(asked: str, text: str) -> float:
    """What a sentence loses that is of another kind than what is asked for: a number, or what was found."""
    lost = NUMBERED if _HOW_MANY.search(asked) and not _NUMBER.search(text) else 0.0
    lost += OF_OTHERS * any(_is_of_others(asked, text, *pair) for pair in _OPPOSITES)
    lost += HUNG * bool(_HANGS.search(text))
    return lost + (ADVISED if _ADVISES.search(text) and not _ASKS_ADVICE.search(asked) else 0.0)


def _is_of_others(asked: str, text: str, one: re.Pattern[str], other: re.Pattern[str]) -> bool:
    """Whether the question is on one side of a pair alone, and a sentence on the other alone."""
    wanted, told = (bool(one.search(asked)), bool(other.search(asked))), (one.search(text), other.search(text))
    if wanted == (True, False):
        return told[1] is not None and told[0] is None
    return wanted == (False, True) and told[0] is not None and told[1] is None
