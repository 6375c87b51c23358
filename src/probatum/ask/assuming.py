"""Assuming: details of the patient and meanings of words that are given beside a question, to correct how it was read.

`pregnant, eGFR 25, takes warfarin` tells of the patient; `spasms=spasticity` says what a word means; `not pregnant`
takes a detail away. What is given goes before what the words of the question say, and is listed with what was assumed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

import msgspec

from probatum.ask.between import meeting, paired
from probatum.ask.people.patient import merged, read_patient
from probatum.ask.words.text import LIMIT, Draft
from probatum.errors import ProbatumError
from probatum.model import Assumption, Patient
from probatum.text.expressions import expression
from probatum.vocabulary import Vocabulary
from probatum.vocabulary.normal import name_key

GIVEN: Final = "given"
"""Sort of assumption under which this is listed."""
WHY: Final = "given with the question"
_PART: Final = expression(r"\s*(?:[,;\n]|\band\b)\s*")
_NOT: Final = expression(r"^(?:not?|without|non-?)\s+", re.IGNORECASE)
_AGE: Final = expression(r"^(?:age[d ]*)?(\d{1,3})(?:\s*(?:years?|yrs?|y))?$", re.IGNORECASE)
_OLDEST: Final = 120
"""Years beyond which a number is no age."""
_WEEKS: Final = expression(r"^\s*(?:at )?\d{1,2}(?:\+\d)? ?(?:weeks?|wks?)\s*$", re.IGNORECASE)
_PREGNANT: Final = expression(r"(?:is )?pregnant", re.IGNORECASE)
_WEEKS_BEHIND: Final = expression(r"\bpregnant,? (?:at )?(\d{1,2}(?:\+\d)?) ?(?:weeks?|wks?)\b", re.IGNORECASE)
_SAID: Final = expression(r"^(?:on|takes?|taking|uses?|using|drugs?:?)\s+", re.IGNORECASE)


class Assumed(msgspec.Struct, frozen=True):
    """What is given beside a question."""

    patient: Patient = Patient()
    without: tuple[str, ...] = ()
    """Fields of `Patient` that are said to be empty."""
    meanings: tuple[tuple[str, str], ...] = ()
    """Pairs of a word of the question and what it means."""
    details: tuple[str, ...] = ()
    """The details as they were given."""


def read_assumed(texts: Iterable[str], vocabulary: Vocabulary) -> Assumed:
    """What several texts give. Raises ProbatumError P415 for a part in which nothing is understood."""
    texts = tuple(texts)
    for text in texts:
        if len(text) > LIMIT:
            raise ProbatumError("P401", length=len(text), limit=LIMIT)
    patient, without, meanings, details = Patient(), [], [], []
    for part in (part for text in texts for part in _with_weeks(_PART.split(text)) if part.strip()):
        word, sign, meaning = (piece.strip() for piece in part.partition("="))
        if sign:
            if not word or not meaning:
                raise ProbatumError("P415", words=part)
            meanings.append((word, meaning))
            continue
        denied = _NOT.match(part)
        told = _detail(part[denied.end() :] if denied else part, vocabulary)
        fields = [name for name in Patient.__struct_fields__ if getattr(told, name)]
        if not fields or not _plausible(part):
            raise ProbatumError("P415", words=part)
        details.append(part.strip())
        if denied:
            without += fields
        else:
            patient = _joined(patient, told)
    if (patient.sex == "male" and patient.pregnancy) or (_MALE.search(" ".join(details)) and patient.pregnancy):
        raise ProbatumError("P415", words="; ".join(details))
    return Assumed(patient, tuple(without), tuple(meanings), tuple(details))


_MALE: Final = expression(r"\b(?:male|man|boy)\b", re.IGNORECASE)
_MEASURE: Final = expression(r"\b(?:e?GFR|CrCl|creatinine(?: clearance)?|weigh(?:s|t)|kg|BMI)\b", re.IGNORECASE)
_NUMBER: Final = expression(r"(?<![\w.])\d{1,3}(?:\.\d{1,3})?(?![\d.])|(?<=creatinine )\d{2,4}\b", re.IGNORECASE)


def _plausible(part: str) -> bool:
    """Whether a detail that names a measure has a number that one can have: `eGFR nan` is none."""
    return _MEASURE.search(part) is None or _NUMBER.search(part) is not None


def _with_weeks(parts: Iterable[str]) -> Iterator[str]:
    """The parts; weeks behind `pregnant` are those of the pregnancy: `pregnant, 9 weeks`."""
    held = ""
    for part in parts:
        if _WEEKS.match(part) and _PREGNANT.fullmatch(held.strip()):
            held = f"{held.strip()} {part.strip()}"
            continue
        if held:
            yield held
        held = part
    if held:
        yield held


def _detail(part: str, vocabulary: Vocabulary) -> Patient:
    """One detail: as a question tells it, else a bare age, a drug that is taken, an illness."""
    part = _WEEKS_BEHIND.sub(r"\1 weeks pregnant", part)
    bare = _AGE.match(part.strip())
    if bare:
        return Patient(age=f"{bare[1]} years") if int(bare[1]) <= _OLDEST else Patient()
    if re.fullmatch(r"(?:an )?adult", part.strip(), re.IGNORECASE):
        return Patient(age="adult")
    told = paired.taking(read_patient(part, vocabulary), meeting.meeting(part, vocabulary))
    if told != Patient():
        return told
    found = [mention.term for mention in vocabulary.find(_SAID.sub("", part))]
    return Patient(
        drugs=tuple(term.label for term in found if term.semantic == "drug"),
        conditions=tuple(term.label for term in found if term.semantic in ("condition", "symptom")),
    )


def _joined(one: Patient, other: Patient) -> Patient:
    """Both details; lists are added to each other, else the later stands."""
    made = merged(one, other)
    lists = ("drugs", "conditions", "allergies")
    return msgspec.structs.replace(
        made, **{name: tuple(dict.fromkeys((*getattr(one, name), *getattr(other, name)))) for name in lists}
    )


def mean(draft: Draft, assumed: Assumed, done: set[str]) -> None:
    """Put the meanings given for words of the question, whole words in any case; `done` gets those that were found."""
    for word, meaning in assumed.meanings:
        found = re.search(rf"(?<!\w){re.escape(word)}(?!\w)", draft.text, re.IGNORECASE)
        if found and word not in done:
            draft.replace(found.start(), found.end(), meaning, GIVEN, WHY)
            draft.settled.append(name_key(meaning))
            done.add(word)


def check(assumed: Assumed, done: set[str], read: str) -> None:
    """Raises ProbatumError P416 for a word that the question does not have."""
    missing = next((word for word, _ in assumed.meanings if word not in done), None)
    if missing is not None:
        raise ProbatumError("P416", word=missing, read=read)


def with_assumed(patient: Patient, assumed: Assumed) -> Patient:
    """The patient with what is given, and without what is said to be absent."""
    made = _joined(patient, assumed.patient)
    empty = Patient()
    return msgspec.structs.replace(made, **{name: getattr(empty, name) for name in assumed.without})


def listed(assumed: Assumed) -> tuple[Assumption, ...]:
    """The details as one assumption, so that they are seen and a follow-up knows them."""
    return (Assumption(GIVEN, "", "; ".join(assumed.details), WHY),) if assumed.details else ()


def given_before(assumptions: Iterable[Assumption]) -> tuple[str, ...]:
    """The texts that were given with an earlier question, from its list of assumptions."""
    held = [a for a in assumptions if a.what == GIVEN]
    return tuple(f"{a.from_}={a.to}" if a.from_ else a.to for a in held)


def medicines(given: Iterable[str]) -> tuple[str, ...]:
    """Those details of what was given that tell of a medicine that is taken: `takes warfarin`."""
    parts = (part.strip() for text in given for part in _PART.split(text))
    return tuple(part for part in parts if _SAID.match(part))
