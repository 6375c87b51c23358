"""By two trials: a question that sets two trials side by side by name is put as one on what they gave.

`fourier v odyssey` holds no medicine and no illness, and people seldom write the capitals. Where a held report calls
itself by each of the names, what each gave says what is asked about.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

import msgspec

from probatum import vocabulary
from probatum.acquire.library import Library
from probatum.errors import ProbatumError
from probatum.model import Assumption, Question, Role
from probatum.pipeline import by_trial, put_again
from probatum.text import two_named

_GIVEN: Final = ("drug", "procedure")
_MOST_WORDS: Final = 14
"""Words of a question that names two trials and asks little besides."""


def told(question: Question, opened: Library, read: Callable[[str], Question], as_of: str) -> Question:
    """The question on what both gave; itself where it names what is given, or a name is that of no held report."""
    names = two_named.pair(question.typed) if len(question.typed.split()) <= _MOST_WORDS else None
    if names is None or any(m.term.semantic in _GIVEN for m in vocabulary.load().find(question.typed)):
        return question
    one, two = (_given(tries, opened, read, as_of) for tries in names)
    if one is None or two is None:
        return question
    found = (one, two)
    try:
        made = read(" or ".join(dict.fromkeys(drug for _, drug in found)))
    except ProbatumError:
        return question
    said = (Assumption(by_trial.TRIAL, name, drug, "a report of that name is held") for name, drug in found)
    patient = msgspec.structs.replace(question.patient, kidney="", liver="")  # those of `DAPA-CKD` are nobody's
    return put_again.as_typed(msgspec.structs.replace(question, patient=patient), made, *said)


def _given(
    tries: Sequence[str], opened: Library, read: Callable[[str], Question], as_of: str
) -> tuple[str, str] | None:
    """The first of these names that a held trial has, and what that gave; empty where none is held or names it."""
    for name in dict.fromkeys(tries):
        record = by_trial.called(name, opened, as_of, loose=True)
        if record is None:
            continue
        try:
            titled = read(record.title)
        except ProbatumError:
            continue
        drug = next((c.label for c in titled.having(Role.INTERVENTION) if c.semantic == "drug"), "")
        if drug:
            return name, drug
    return None
