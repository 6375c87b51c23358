"""Allergens: to what a text says somebody is allergic, in whatever order it says so.

`allergic to A and B`, `A allergy`, `A allergic`, `allergies: A`, `can't have A, allergy` all tell the same; what is
told so is nothing that is taken or asked about.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from probatum.ask.words.text import Draft
from probatum.text import no_allergy
from probatum.text.expressions import caseless
from probatum.vocabulary import Mention, Vocabulary
from probatum.vocabulary.classes import is_class

_TO: Final = caseless(
    r"\b(?:allerg(?:ic|y|ies)(?: reactions?)?(?: to|:| ?=| -)|hypersensitiv(?:e|ity) to|known allerg(?:y|ies):?)"
    r" ?(?:(?:the|an?|any|all|some|both|taking|drug|medicine) ){0,2}"
)
_BEHIND: Final = caseless(
    r"(?:[ -](?:drugs?|antibiotics?|medic\w+|tablets?))?[ -]['\"(]?(?:is )?allerg(?:y|ies|ic)\b(?! to\b)"
)
"""`A allergy`, and not `A, allergic to B`."""
_NOT_HAD: Final = caseless(
    r"\b(?:can'?t|cannot|can not|must not|mustn'?t|not to|unable to) (?:have|take|tolerate) (?:an? )?$"
)
_BY_IT: Final = caseless(
    r"(?:,| -| \(|:|\.)? ?(?:because|due to|as|since|bc|coz|cos|he'?s|she'?s|i'?m|is|an?|of)?"
    r"(?: (?:of|he'?s|she'?s|i'?m|an?|is|the|known)){0,2} ?allerg(?:y|ic|ies)\b(?! to\b)"
)
_WORD: Final = caseless(r"\ballerg\w+")
_JOIN: Final = caseless(r",? ?(?:and|or|&|/|\+) ?(?:the |an? |any |other )?")
_LISTED: Final = caseless(r",? ?(?:and|or|&|/|\+|,) ?(?:the |an? |any |other )?")
"""The same in `allergies: A, B`, where a comma begins nothing else."""
_NO_ALLERGEN: Final = frozenset(("food", "skin", "drug", "nasal", "seasonal", "severe", "have", "anti", "medicine"))
_SEMANTIC: Final = ("drug", "other")
_REACH: Final = 40


_REACTED: Final = caseless(
    r" ?(?:(?:caused|gave (?:me|him|her|them)|=|->|-) ?)?(?:an? )?(?:bad |severe |proper |previous )?"
    r"(?P<what>(?:skin )?rash|hives|urticaria|anaphyla\w+|angio-?o?edema|(?:allergic |hypersensitivity )?reaction)"
    r"(?= ?(?:[,.;:)](?!\d)|$)| (?:as an? |when (?:i|he|she)\b|in (?:the past|childhood|(?:19|20)\d\d)|years ago"
    r"|\d+ (?:years?|months?) ago|before\b|previously\b|once\b|now\b|but\b|so\b|and (?:now|needs?|has|have)\b|-))"
)
"""Behind the name of a medicine, in a clause of its own: the reaction to it that somebody had."""
_SWELLS: Final = caseless(r"angio")
_OPENS: Final = caseless(
    r"(?:^|[,.;:(] ?(?:and |but )?|\b(?:had|has|have|previous|prior|past|known|history of|hx of|h/o|pmh:?) (?:an? )?)$"
)
_REACTION: Final = caseless(
    r"rash|exanthema|hives|urticaria|wheal|anaphyla|angio-?o?edema|reaction|hypersensitiv|allerg"
)


def read_reactions(draft: Draft, vocabulary: Vocabulary) -> None:
    """Write `erysipelas, amoxicillin anaphylaxis` with the allergy that the reaction was: the medicine is no treatment
    of what is there now. A reaction that stands alone, or is asked about, stays what is asked."""
    mentions = vocabulary.find(draft.text)
    ill = [m for m in mentions if m.term.semantic in ("condition", "symptom")]
    for mention in reversed([m for m in mentions if m.term.semantic == "drug"]):
        found = _REACTED.match(draft.text, mention.end)
        if found is None or not _OPENS.search(draft.text[: mention.start]):
            continue
        if is_class(mention.term.label) and _SWELLS.match(found["what"]):
            continue  # a class may bring that on in other ways than by allergy, and its labels say so
        away = (mention.start, found.end())
        said = (f"{m.term.label} {draft.text[m.start : m.end]}" for m in ill if not _within(m, away))
        if any(not _REACTION.search(one) for one in said):
            why = "short for an allergy to this medicine"
            draft.replace(mention.end, found.end(), f" allergy ({found['what'].lower()})", "shorthand", why)


def _within(mention: Mention, place: tuple[int, int]) -> bool:
    return place[0] <= mention.start < place[1]


class Allergen(NamedTuple):
    """Its name, and the piece of the text that tells of the allergy to it."""

    label: str
    start: int
    end: int


def told(text: str, vocabulary: Vocabulary) -> tuple[Allergen, ...]:
    """What the text tells an allergy to, each with its place."""
    bare = _WORD.sub(lambda found: "x" * len(found[0]), text)  # `A allergy` is a name of its own
    mentions = [m for m in vocabulary.find(bare) if m.term.semantic in _SEMANTIC and _may_be(text, m)]
    found: list[Allergen] = []
    for sign in _TO.finditer(text):
        at = sign.end()
        while (one := next((m for m in mentions if m.start == at), None)) is not None:
            found.append(Allergen(one.term.label, one.start, one.end))
            join = (_LISTED if sign[0].rstrip().endswith(":") else _JOIN).match(text, one.end)
            at = join.end() if join else -1
    for mention in mentions:
        behind = _BEHIND.match(text, mention.end)
        if behind is None and _NOT_HAD.search(text[max(0, mention.start - _REACH) : mention.start]):
            behind = _BY_IT.match(text, mention.end)
        if behind is not None:
            found.append(Allergen(mention.term.label, mention.start, mention.end))
    return tuple(dict.fromkeys(found))


def had(text: str, vocabulary: Vocabulary) -> tuple[Allergen, ...]:
    """What the text tells an allergy to that somebody has: `not allergic to A` tells none."""
    return tuple(one for one in told(text, vocabulary) if not no_allergy.denied(text, one.start, one.end))


def masked(text: str, held: tuple[Allergen, ...]) -> str:
    """The text, as long as before, without what is not borne: none of it is taken."""
    for one in held:
        text = text[: one.start] + "x" * (one.end - one.start) + text[one.end :]
    return text


def _may_be(text: str, mention: Mention) -> bool:
    return text[mention.start : mention.end].lower() not in _NO_ALLERGEN
