"""Titled: whether a guideline is on anything of the question.

A sentence of a guideline may name in passing what is asked about: advice on bites names people with liver disease, one
on contraception a body mass index. Where the title shares neither a word nor a kind of illness or medicine with what
the question tells, and no more than one sentence names it, the guideline is on something else.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from probatum import vocabulary
from probatum.model import Question, Record
from probatum.text import measured, sentences, words
from probatum.text.expressions import caseless
from probatum.vocabulary.classes import classes_of

_GENERAL: Final = words.stems(
    "guideline guidance guidelines nice nhs uk us in of the and for with by from on adult adults child children "
    "people patient patients management treatment treatments prescribing antimicrobial antibiotic antibiotics "
    "dose doses acute chronic advice prevention diagnosis assessment care use used medicine medicines page first "
    "line choice emergency initial early clinical knowledge summary formulary highland tayside grampian lothian "
    "lanarkshire devon cornwall ayrshire arran forth valley borders fife services recommendation recommendations "
    "society european british american united states kingdom months years age before during after what when how "
    "do "
)
"""Words of titles that tell whose a guideline is, or of what sort, and not of what."""


def is_on(record: Record, question: Question) -> bool:
    """Whether the title of a guideline tells that it is on something of a question, or several of its sentences do."""
    return _says(record.title, question) or _speaks(record, question)


def _says(title: str, question: Question) -> bool:
    """Whether a title shares a word, an illness, a medicine or a kind of them with a question; True where the title, or
    the question, has none."""
    own, kinds = _of_title(title)
    if not own or not _names_what(title, question):
        return True
    stems, labels = _of_question(question)
    if not stems:
        return True
    shared = own & stems
    if shared and shared <= _FORMS and own - _FORMS and not _names_form(title):
        return False  # an abscess of a tooth is none of a leg
    return bool(shared) or bool(kinds & labels)


def _names_what(title: str, question: Question) -> bool:
    """Whether a title names an illness; or medicines, where the question names none: what else it says (`sick day
    rules`, `monitoring`) may be on anything."""
    if _OF_MEDICINES.search(title):
        return False
    found = {m.term.semantic for m in vocabulary.load().find(title)}
    drugs = question.patient.drugs or any(c.semantic == "drug" for c in question.concepts)
    return bool(found & {"condition", "symptom"}) or ("drug" in found and not drugs)


_OF_MEDICINES: Final = caseless(
    r"\b(?:medicines?|drugs?|monitor\w*|safety|interactions?|stop\w*|paus\w*|withh\w+|deprescrib\w+|tests? before)\b"
)
"""Words of titles that are on medicines whatever they are taken for."""


def _speaks(record: Record, question: Question) -> bool:
    """Whether several sentences of a guideline name an illness, a complaint, a test or a medicine of the question, as
    one on Lyme disease does a tick bite: what one sentence names beside others is no matter of its own."""
    asked = [c for c in question.concepts if c.semantic in _MATTERS]
    names = [own for c in asked for n in (c.text, c.label, *c.synonyms[:8]) if (own := words.stems(n)) and own - _FORMS]
    if not names:
        return False
    told = sum(
        any(own <= words.stems(text) for own in names)
        for section in record.evidence_sections
        for start, end in sentences.split(section.text)
        for text in (section.text[start:end],)
    )
    return told >= _SEVERAL


_MATTERS: Final = ("condition", "symptom", "test", "drug")
_SEVERAL: Final = 2


def _names_form(title: str) -> bool:
    """Whether a title is on a form of illness wherever it is: `Rash: when to worry`."""
    found = (m.term for m in vocabulary.load().find(title) if m.term.semantic in ("condition", "symptom"))
    return any(
        words.stems(term.label) & _FORMS for term in found if len(term.label.split()) == 1 or term.label == "skin rash"
    )


_FORMS: Final = words.stems("abscess abscesses rash rashes ulcer ulcers cyst cysts colic lump")
"""Words for forms that illnesses of many places take: what is done for one place is told of no other."""


_WIDEST: Final = words.stems(
    "anti bacterial infective agents infection infections disease diseases drug drugs chemical actions uses "
    "therapeutic pharmacologic signs symptoms pathological conditions processes"
)
"""Words of kinds so wide that a guideline on one of them is on nothing of the other."""


@lru_cache(maxsize=2048)
def _of_title(title: str) -> tuple[frozenset[str], frozenset[str]]:
    found = [m.term for m in vocabulary.load().find(title) if m.term.semantic != "other"]
    own = words.stems(title) | words.parted(title)
    return frozenset(own - _GENERAL), _kinds(tuple((t.label, *t.broader) for t in found))


def _kinds(names: tuple[tuple[str, ...], ...]) -> frozenset[str]:
    told = (name for each in names for name in each)
    return frozenset(name.casefold() for name in told if name and words.stems(name) - _GENERAL - _WIDEST)


@lru_cache(maxsize=256)
def _of_question(question: Question) -> tuple[frozenset[str], frozenset[str]]:
    """The stems of all that a question tells, by every name, and the kinds of what it names."""
    patient = question.patient
    told = (*patient.conditions, *patient.drugs, *patient.allergies, *measured.states(patient.values))
    named = [n for c in question.concepts for n in (c.text, c.label, *c.synonyms, *c.broader)]
    classes = [k for name in (*patient.drugs, *(c.label for c in question.concepts)) for k in classes_of(name)]
    state = f"{patient.pregnancy and 'pregnancy pregnant birth'} {'breast-feeding lactation' * patient.breastfeeding}"
    organs = f"{patient.kidney and 'kidney renal'} {patient.liver and 'liver hepatic cirrhosis'} {patient.age}"
    every = (question.typed, question.read, question.sign, question.outcome, *named, *told, *classes, state, organs)
    stems = frozenset().union(*(words.stems(text) for text in every if text))
    known = (c for c in question.concepts if c.semantic != "other")
    kinds = _kinds(tuple((c.label, *c.broader) for c in known)) | _kinds((tuple(told), tuple(classes)))
    return stems - _GENERAL, kinds
