"""What is chosen between or added: `..., can't do exercise. A or B, and what first?` asks about A and B.

Treatments with `or` or `versus` between them and nothing but how they are given, one that may be given or left (`A or
just wait`), one that is added or whose evidence is wanted: these are asked about, where syntax found others. What is
told besides belongs to whoever it is about.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final, NamedTuple

import msgspec

from probatum.ask.sufferers import GIVEN, with_roles
from probatum.model import Concept, Intent, Question, Role
from probatum.text.expressions import expression
from probatum.vocabulary import Vocabulary

_HOW: Final = frozenset(
    [
        "mg",
        "mcg",
        "g",
        "ml",
        "daily",
        "od",
        "bd",
        "tds",
        "qds",
        "iv",
        "im",
        "po",
        "sc",
        "oral",
        "orally",
        "topical",
        "inhaled",
        "intravenous",
        "intramuscular",
        "nebulised",
        "nebulized",
        "low",
        "high",
        "full",
        "half",
        "dose",
        "short",
        "long",
        "course",
        "the",
        "a",
        "an",
        "just",
        "with",
        "then",
        "tablet",
        "tablets",
        "cream",
        "gel",
        "drops",
    ]
)
"""Words on how something is given."""
_OR: Final = frozenset(("or", "versus", "vs", "v"))
_LEAVING: Final = frozenset(
    [
        "hold",
        "wait",
        "stop",
        "leave",
        "nothing",
        "not",
        "neither",
        "none",
        "observe",
        "watch",
        "watchful",
        "watching",
        "monitor",
        "omit",
        "withhold",
    ]
)
_IDLE: Final = frozenset(["just", "to", "do", "we", "i", "should", "simply"])
MOST: Final = 9
"""Words between two treatments, of how they are given."""
_TOKEN: Final = expression(r"[\w%/-]+|[,.;:?!()]")
_WANTED: Final = expression(
    r"\b(?:adding|to add|worth (?:adding|trying|giving|starting|using)|(?:evidence|data|role|place|case)"
    r" (?:for|of|on|behind)) (?:an? |the |some |oral |iv )?$",
    re.IGNORECASE,
)
"""What stands before a treatment that is asked about, whatever was given before."""
_TAKEN: Final = expression(r"\b(?:on|takes?|taking|took|given|had|with)\s+(?:an? |the )?$", re.IGNORECASE)
_ILL: Final = ("condition", "symptom")
_ASKED: Final = (Role.INTERVENTION, Role.COMPARATOR)


class _Named(NamedTuple):
    """A treatment where it stands in the question."""

    start: int
    end: int
    concept: Concept


def paired(question: Question, _: Vocabulary) -> Question:
    """The question with the treatments between which it asks for its treatments."""
    chosen = _chosen(question)
    if not chosen or question.intent is Intent.INTERACTION or all(c.role in _ASKED for c in chosen):
        return question
    changed: dict[Concept, Role] = {
        c: Role.POPULATION if c.semantic in _ILL else Role.OTHER for c in question.concepts if c.role in _ASKED
    }
    changed |= dict.fromkeys(chosen, Role.INTERVENTION)
    drugs = tuple(d for d in question.patient.drugs if d not in {c.label for c in chosen})
    concepts = with_roles(question, changed)
    ill = [c.text for c in concepts if c.role is Role.POPULATION and c.semantic in _ILL]
    return msgspec.structs.replace(
        question,
        concepts=concepts,
        intervention=" or ".join(c.text for c in chosen),
        comparator="",
        population=question.population or (f"people with {' and '.join(ill)}" if ill else ""),
        patient=msgspec.structs.replace(question.patient, drugs=drugs),
    )


def _chosen(question: Question) -> list[Concept]:
    """The treatments between which a question asks, or the one it asks of; empty for none."""
    low = question.read.lower()
    held = [
        _Named(at, at + len(c.text), c)
        for c in question.concepts
        if c.semantic not in _ILL and c.id and (at := low.find(c.text.lower())) >= 0
    ]
    named = sorted(held, key=lambda each: each[:2])
    given = [each for each in named if each.concept.semantic in GIVEN]
    for place, (one, two) in enumerate(pairwise(given)):
        if one.end <= two.start and _choice(low[one.end : two.start]):
            first = place
            while first and _in_list(low, given[first - 1], given[first]):
                first -= 1
            return [each.concept for each in given[first : place + 2]]
    left = [each for each in named if _or_not(low[each.end :])]
    wanted = left or [each for each in given if _WANTED.search(low[: each.start])]
    return [wanted[0].concept] if len(wanted) == 1 and len(named) > 1 else []


def _in_list(low: str, one: _Named, two: _Named) -> bool:
    """Whether a treatment is the one before in a list of choices, and not one that somebody takes."""
    return _listed(low[one.end : two.start]) and not _TAKEN.search(low[: one.start])


def _tokens(text: str) -> list[str]:
    """The words and marks of a few words of text."""
    found = (m[0] for m in _TOKEN.finditer(text[:120]))
    return [token for token, _ in zip(found, range(MOST + 1), strict=False)]


def _of_giving(token: str) -> bool:
    return token in _HOW or token[0].isdigit()


def _choice(between: str) -> bool:
    """`20 mg or`, `, or oral`, `versus IM`, `vs.`: nothing but how the two are given, and what joins them."""
    told = [t for t in _tokens(between.replace("vs.", "vs")) if t != ","]
    return 0 < len(told) <= MOST and bool(_OR & set(told)) and all(t in _OR or _of_giving(t) for t in told)


def _listed(between: str) -> bool:
    told = _tokens(between)
    return "," in told and len(told) <= MOST and all(t == "," or _of_giving(t) for t in told)


def _or_not(behind: str) -> bool:
    """`or just wait`: what stands before may be left."""
    told = _tokens(behind)
    at = next((n for n, t in enumerate(told) if t not in (",",) and not _of_giving(t)), len(told))
    if told[at : at + 1] != ["or"]:
        return False
    return next((t for t in told[at + 1 :] if t not in _IDLE), "") in _LEAVING
