"""Question: the words as typed, the words as read, and what was understood."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

import msgspec


class Reader(StrEnum):
    """Who reads. The figures are the same for all of them."""

    DOCTOR = "doctor"
    NURSE = "nurse"
    PHARMACIST = "pharmacist"
    RESEARCHER = "researcher"
    STUDENT = "student"
    PATIENT = "patient"
    CARER = "carer"

    @property
    def plain(self) -> bool:
        """True for readers who get the plain register."""
        return self in (Reader.PATIENT, Reader.CARER)


class Depth(StrEnum):
    """How much of an article is wanted."""

    STANDARD = "standard"
    """What matters most: a bottom line under 90 words, the whole under about 1,000 without references."""
    FULL = "full"
    """Everything that was found."""


class Intent(StrEnum):
    """What kind of question it is; decides the shape of the answer."""

    THERAPY = "therapy"
    DOSING = "dosing"
    HARM = "harm"
    INTERACTION = "interaction"
    DIAGNOSIS = "diagnosis"
    PROGNOSIS = "prognosis"
    PREVENTION = "prevention"
    MECHANISM = "mechanism"


class Role(StrEnum):
    """Part a concept plays in the question (PICO)."""

    POPULATION = "population"
    INTERVENTION = "intervention"
    COMPARATOR = "comparator"
    OUTCOME = "outcome"
    OTHER = "other"


class Assumption(msgspec.Struct, frozen=True, rename={"from_": "from"}):
    """One thing that was corrected or assumed in reading the question, with its reason."""

    what: str
    """Sort: spelling, abbreviation, lay term, near concept, patient, intent, split, treatment (chosen from the
    evidence), use (what a medicine is taken for), harm (a complaint read as one), trial (a name put as a title) and
    others."""
    from_: str
    to: str
    why: str


class Concept(msgspec.Struct, frozen=True, cache_hash=True):
    """A thing the question names, as the vocabulary knows it."""

    text: str
    """The words of the (corrected) question."""
    label: str
    """Preferred name in running text: `amyotrophic lateral sclerosis`, `mexiletine`."""
    role: Role
    semantic: str = ""
    """drug, condition, symptom, procedure, test, or empty."""
    id: str = ""
    """Vocabulary identifier, e.g. `mesh:D000690`, `unii:1U511HHV4Z`; empty for a plain phrase."""
    synonyms: tuple[str, ...] = ()
    """Other names under which sources speak of it, lower case, best first; behind them the members of a drug class."""
    near: tuple[str, ...] = ()
    """Names of near concepts that are not meant (cramp: spasticity, fasciculation)."""
    broader: tuple[str, ...] = ()
    """Labels of the classes it belongs to, nearest first."""

    @property
    def names(self) -> tuple[str, ...]:
        """Every name under which a text may speak of it, the words of the question first; with its British spelling
        where it has another (`generalised`)."""
        own = (self.text, self.label, *self.synonyms)
        british = (name.replace("iz", "is") for name in own if any(end in name for end in _AMERICAN))
        return (*own, *(name for name in british if name not in own))


_AMERICAN: Final = ("ized", "ize ", "izing", "ization")
"""Endings that British sources spell with an s."""


class Patient(msgspec.Struct, frozen=True, cache_hash=True):
    """Details of the patient that the question gives; None or empty when it gives none."""

    age: str = ""
    sex: str = ""
    pregnancy: str = ""
    breastfeeding: bool = False
    kidney: str = ""
    creatinine: str = ""
    """Creatinine in blood as it was told, `140 umol/l` or `1.6 mg/dl`; labels set limits in it."""
    liver: str = ""
    weight: str = ""
    drugs: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()
    allergies: tuple[str, ...] = ()
    values: tuple[str, ...] = ()
    """What was measured, `potassium 5.4`; labels set limits in it."""
    ancestry: str = ""
    """Of which people the patient comes, `Asian`; labels set limits by it."""


class Choice(msgspec.Struct, frozen=True):
    """A word that can be read in several ways; the reader is asked which."""

    typed: str
    options: tuple[str, ...]


class Question(msgspec.Struct, frozen=True, cache_hash=True):
    """A clinical question, read.

    `read` is the question as understood. When `choices` is not empty nothing may be answered until the
    reader has chosen (two drugs whose names are alike are never swapped silently).
    """

    typed: str
    read: str
    assumptions: tuple[Assumption, ...] = ()
    population: str = ""
    intervention: str = ""
    comparator: str = ""
    outcome: str = ""
    intent: Intent = Intent.THERAPY
    patient: Patient = Patient()
    concepts: tuple[Concept, ...] = ()
    terms: tuple[str, ...] = ()
    """Content words of the read question, lower case, in order, no stop words."""
    also: tuple[str, ...] = ()
    """Other readings of misspelt words, nearly as likely as the one taken, lower case. They are looked for at little
    weight and never answered as read."""
    choices: tuple[Choice, ...] = ()
    danger: str = ""
    """`emergency`, `overdose`, `doubled`, `dose`, `stopping`, `self-harm`, or empty."""
    sign: str = ""
    """What the danger is, in words: `fever in a baby under 3 months`; the asker's own stand in quotation marks."""
    country: str = ""
    """ISO code of the country in which it is asked, where that is told; decides whom to call."""

    def having(self, role: Role) -> tuple[Concept, ...]:
        """The concepts that play that part."""
        return tuple(c for c in self.concepts if c.role is role)
