"""Qualified: a wide illness with words before it that make it another, as `gravel infection`.

The vocabulary knows the wide one only. Taken for that, the question is answered with whatever infection the library
holds. Where a word before it names an organism, a place, another illness, or is a word of medicine that no list has,
and no record of the library holds the two together, what is asked about is an illness of its own that nobody knows.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

import msgspec

from probatum.model import Concept
from probatum.text.expressions import caseless, expression
from probatum.vocabulary import Mention, Vocabulary

Count = Callable[[Sequence[str]], int]
WIDE: Final = 3
"""Kinds that an illness must have in the vocabulary to be a wide one."""
_BEFORE: Final = expression(r"(?:(?<![\w-])[\w-]+(?:'s|\.)? ){1,4}$")
_OF_STATE: Final = caseless(
    r"acute|subacute|chronic|severe|mild|moderate|serious|critical|critically|clinical|symptomatic|asymptomatic"
    r"|recurrent|recurring|persistent|episodic|first|second|third|initial|previous|prior|past|recent|new|old|early|late"
    r"|advanced|active|additional|actual|real|typical|atypical|usual|classical|uncomplicated|complicated|simple|mixed"
    r"|bilateral|unilateral|left|right|both|one-sided|left-sided|right-sided|upper|diffuse|focal|multifocal"
    r"|localised|localized|local|general|generalised|generalized|systemic|total|partial|possible|potential|minor|major"
    r"|bacterial|infectious|infective|primary|secondary|essential|idiopathic|common|ordinary|typical|known|certain"
    r"|suspected|confirmed|untreated|treated|resistant|refractory|stable|unstable|intermittent|occasional|annual"
    r"|seasonal|special|non|medical|surgical|pediatric|paediatric|neonatal|geriatric|adolescent|elderly|female|male"
    r"|pre-existing|existing|newly|terrible|horrible|awful|painful|nasty|bad|massive|fatal|nonfatal|non-fatal|lethal"
    r"|experimental|hospital|hospitalised|hospitalized|residual|proximal|distal|segmental|provoked|unprovoked|subclinical|symptomless|single|multiple|several|overall"
)
"""Words for how an illness is, since when and in whom: it is the same illness with them."""
_ENDING: Final = caseless(r"[a-z]{3,}(?:ic|al|ous|ary|oid|ar|eal|otic|genic)")
"""Adjectives of medicine: `mesenteric`, `venous`, `fungal`."""
_GENUS: Final = expression(r"[A-HJ-Z]\.?")
_EPITHET: Final = expression(r"(?<!\w)(?<!vitamin )(?<!hepatitis )[A-HJ-Z]\.? $")
"""A genus cut short, as of `C difficile`: the word behind it is the species."""
SHORTEST: Final = 4
_ILL: Final = ("condition", "symptom")
_PLACE_OR_LIFE: Final = ("A", "B")
"""MeSH trees of parts of the body and of living things."""


def qualified(
    concepts: tuple[Concept, ...], text: str, vocabulary: Vocabulary, count: Count | None
) -> tuple[Concept, ...]:
    """The concepts with every wide illness that words before it make another as that other, in its own words; without
    words for how an illness is, which name none by themselves (`secondary` in `secondary syphilis`)."""
    concepts = tuple(c for c in concepts if c.semantic not in _ILL or _OF_STATE.fullmatch(c.text) is None)
    if count is None:
        return concepts
    mentions = vocabulary.find(text)
    made = list(concepts)
    for concept in concepts:
        if concept.semantic != "condition" or not concept.id or not _is_wide(concept, vocabulary):
            continue
        place = next((m for m in mentions if text[m.start : m.end] == concept.text), None)
        start = _first(text, place, mentions, vocabulary) if place else -1
        if place is None or start < 0 or (name := text[start : place.end]) == concept.text:
            continue
        if count([name]) or any(count([f"{text[start : place.start]}{other}"]) for other in concept.synonyms[:2]):
            continue
        inside = [c for c in made if c is not concept and c.text.lower() in name[: -len(concept.text)].lower()]
        if any(_held_of(concept, c, count) for c in inside):
            continue
        if any(c.semantic in ("condition", "symptom") and c.text.endswith("ing") for c in inside):
            continue  # `bleeding trauma`: somebody hurt who bleeds
        if " " in concept.text and any(c.semantic == "condition" and c.id for c in inside):
            continue  # `depression heart failure`: typed tersely, somebody has both
        made = [_own(concept, name) if c is concept else c for c in made if c not in inside]
    return tuple(made)


def _held_of(head: Concept, first: Concept, count: Count) -> bool:
    """Whether a record has the two the other way round, `dementia of Parkinson's disease`: it is known as the one in
    somebody who has the other."""
    if first.semantic != "condition" or not first.id:
        return False
    names = (first.label, *first.synonyms, re.sub(r" (?=disease$|syndrome$)", "'s ", first.label))
    return any(count([f"{head.text} {link} {name}"]) for name in names for link in ("of", "in"))


def _is_wide(concept: Concept, vocabulary: Vocabulary) -> bool:
    return len(vocabulary.narrower(concept.id)) >= WIDE


def _first(text: str, place: Mention, mentions: Sequence[Mention], vocabulary: Vocabulary) -> int:
    """Where the name of the illness begins with the words before it that make it another; -1 where none do."""
    found = _BEFORE.search(text[: place.start])
    if found is None:
        return -1
    start = -1
    for word in reversed(list(re.finditer(r"\S+", found[0]))):
        begins, bare = found.start() + word.start(), word[0].rstrip(".").removesuffix("'s")
        inside = next((m for m in mentions if m.start <= begins < m.end), None)
        species = _GENUS.fullmatch(word[0]) is not None and _is_epithet(text[found.start() + word.end() :], vocabulary)
        if not species and not _makes_another(bare, inside, vocabulary):
            if not _OF_STATE.fullmatch(bare) and not _EPITHET.search(text[:begins]):
                break
            continue
        start = inside.start if inside else begins
    return start


def _makes_another(word: str, inside: Mention | None, vocabulary: Vocabulary) -> bool:
    """Whether a word before an illness names what makes it another one."""
    if _OF_STATE.fullmatch(word) or _NO_NAME.fullmatch(word):
        return False
    if inside is not None and inside.term.semantic in _ILL:
        return True
    if inside is not None and inside.term.semantic == "other":
        return any(tree[0] in _PLACE_OR_LIFE for tree in inside.term.trees)
    if inside is not None:
        return False
    return bool(_ENDING.fullmatch(word)) or not _is_english(word.lower(), vocabulary)


_NO_NAME: Final = caseless(
    r"[\w.-]*\d[\w.-]*|m[ae]n|wom[ae]n|boys?|girls?|child(?:ren)?|kids?|infants?|bab(?:y|ies)|adults?|patients?|people"
    r"|persons?|ladi?e?s?y?|gentlem[ae]n|mothers?|fathers?|sons?|daughters?|newborns?|toddlers?|teen(?:ager)?s?"
    r"|(?-i:[A-Z]{2,5})"
)
"""Words that name no illness: figures, people, letters that nobody wrote out (`12kg`, `man`, `MCA`)."""


def _is_epithet(after: str, vocabulary: Vocabulary) -> bool:
    """Whether what follows a letter is a species' own name: no ordinary word, and in small letters."""
    found = _SPECIES.match(after)
    return found is not None and (_LATIN.fullmatch(found[1]) is not None or not _is_english(found[1], vocabulary))


_LATIN: Final = expression(r"[a-z]{4,16}(?:us|is|um|ae|ile|ens|ides|ea)|[a-z]{3,16}[ai]")
_SPECIES: Final = expression(r" ([a-z]{4,20})\b")


def _is_english(word: str, vocabulary: Vocabulary) -> bool:
    """Whether a word, or the one of which it is a form, is an ordinary one."""
    stems = [word, *(word.removesuffix(end) + more for end in ("ing", "ed", "es", "s", "'s") for more in ("", "e"))]
    return len(word) < SHORTEST or any(map(vocabulary.is_english, stems))


def _own(head: Concept, name: str) -> Concept:
    """The illness in its own words: nothing is known of what it is called, or of which others are near."""
    return msgspec.structs.replace(head, text=name, label=name, id="", synonyms=(), near=(), broader=())
