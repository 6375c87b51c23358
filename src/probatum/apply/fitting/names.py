"""Names: whether a direction names a medicine, an allergen or an illness of the patient's."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from probatum.apply.labels.kinship import kin
from probatum.model import Patient
from probatum.text import measured, words
from probatum.text.expressions import caseless, expression
from probatum.vocabulary import traits

ALLERGY: Final = expression(r"allerg|hypersensitiv|anaphyla", re.IGNORECASE)
ALLERGIC: Final = caseless(r"(?:[\w-]+ ){0,2}(?:hypersensitivit(?:y|ies)|allerg(?:y|ies)|allergic reactions?)")


def allergic(text: str, patient: Patient) -> bool:
    """Whether a direction about allergy names what the patient is allergic to, or its class."""
    return bool(ALLERGY.search(text)) and any(names_any(text, (a, *kin(a))) for a in patient.allergies)


OTHERWISE: Final = caseless(
    r"\b(?:\w+ (?:acid )?deficienc(?:y|ies)|deficienc(?:y|ies) of \w+(?: acid)?)\b"
    r"|,? (?:because|since|as) (?:it|they|the [\w -]{3,40}?) contains? [^;.,]{1,80}"
)
"""A substance that is lacking, which is an illness (`folate deficiency` is not folic acid), and one that the medicine
itself contains: neither is taken."""


@lru_cache(maxsize=4096)
def takes(text: str, patient: Patient) -> str:
    """The drug taken that a direction names, itself, by its class or by what it does; empty for none."""
    bare = OTHERWISE.sub(" ", text)
    return names_taken(text, patient) or next((drug for drug in patient.drugs if traits.told(bare, drug)), "")


_WITHOUT: Final = caseless(r"\b(?:without|no|not taking) [^.,;]{3,60}")


def names_taken(text: str, patient: Patient) -> str:
    """The drug taken that a direction names, itself or by its class; empty for none."""
    text = _WITHOUT.sub(" ", OTHERWISE.sub(" ", text))
    return next((drug for drug in patient.drugs if names_any(text, (drug, *kin(drug)))), "")


def goes_without(text: str, patient: Patient) -> bool:
    """Whether a direction is for people without a medicine that the patient takes."""
    found = _WITHOUT.search(text)
    return found is not None and any(names_any(found[0], (drug, *kin(drug))) for drug in patient.drugs)


def names_one(text: str, conditions: tuple[tuple[str, ...], ...]) -> bool:
    """Whether a text names one of these illnesses, each given with its names."""
    return any(names_any(text, names) for names in conditions)


def _described(names: tuple[str, ...]) -> list[str]:
    """Names of several words with their noun as an adjective: people with a heart valve prosthesis have a prosthetic
    heart valve."""
    return [_NOUN.sub("tic", name) for name in names if " " in name and _NOUN.search(name)]


_NOUN: Final = expression(r"(?<=[a-z]{4})sis$")


@lru_cache(maxsize=8192)
def names_any(text: str, names: tuple[str, ...]) -> bool:
    """Whether a text holds all words of one of the names, or the plain words for it: of hypokalaemia low potassium."""
    said = words.stems(text)
    if any(one and one <= said for one in map(words.stems, (*names, *_described(names)))):
        return True
    simple = [name for one in names for name in measured.plain(one)]
    return bool(simple) and any(words.stems(one) <= words.stems(measured.OF_OTHERS.sub(" ", text)) for one in simple)
