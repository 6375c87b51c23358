"""Sexes: whether advice is for people of the patient's sex, since what holds for women is not told of a man."""

from __future__ import annotations

from typing import Final

from probatum.apply import fitting
from probatum.model import Patient
from probatum.text.expressions import caseless

_NAMES: Final = {
    "female": caseless(r"\b(?:women|woman|girls?|females?|mothers?)\b"),
    "male": caseless(r"\b(?:men|man|boys?|males?)\b"),
}
NOT_PREGNANT: Final = caseless(r"\b(?:not|non-?) ?pregnant\b")
_PREGNANT: Final = caseless(r"\b(?<!not )(?<!non-)pregnan(?:t|cy)\b")


_PREGNANT_WOMEN: Final = caseless(
    r"\b(?<!not )(?<!non-)pregnant (?:women|woman|people|patients?|adults)\b|\b(?:women|woman) who are pregnant\b"
    r"|\b(?:in|during|for) pregnancy\b"
)


def fits(text: str, patient: Patient) -> bool:
    """Whether what a text says of men and women leaves room for the patient; True where either tells none."""
    if _GROWN.search(text) and not _YOUNG.search(text) and _is_child(patient):
        return False
    text = _BRACKETED.sub(" ", text)
    named = {sex for sex, pattern in _NAMES.items() if pattern.search(text)}
    if patient.pregnancy and NOT_PREGNANT.search(text) and not _PREGNANT.search(text):
        return False
    aside = _PREGNANT_WOMEN.search(text.partition("; ")[0]) is None  # `A for adults; in pregnancy B` is for all adults
    if not patient.pregnancy and not aside and (told := _PREGNANT_WOMEN.sub(" ", text)) != text:
        named = {sex for sex, pattern in _NAMES.items() if pattern.search(told)}
        if not named or (patient.sex in _NAMES and patient.sex not in named):
            return False  # of women it speaks of the pregnant alone
    own = _own(patient)
    return not own or not named or own in named


_BRACKETED: Final = caseless(r"\((?:in|during|for) pregnancy[^()]{0,40}\)")
"""What of several things is for the pregnant: `A, B or (in pregnancy) C` leaves A and B to everybody."""
_GROWN: Final = caseless(r"\b(?:in|for) (?:\w+ ){0,2}(?:women|men)\b")
_YOUNG: Final = caseless(
    r"\b(?:child\w*|infants?|bab(?:y|ies)|girls?|boys?|adolescents?|all ages|newborns?|neonates?)\b"
)
_CHILD_YEARS: Final = 10.0
"""Up to there nobody is a woman or a man."""


def _is_child(patient: Patient) -> bool:
    years = fitting.age(patient)
    return years is not None and years.high < _CHILD_YEARS


def of_their_own(title: str, patient: Patient) -> bool:
    """Whether a title names people of the patient's sex, or of none."""
    named = {sex for sex, pattern in _NAMES.items() if pattern.search(title)}
    return not _own(patient) or not named or _own(patient) in named


def of_one_alone(text: str) -> str:
    """The one sex that a text names; empty where it names both, or none."""
    named = [sex for sex, pattern in _NAMES.items() if pattern.search(text)]
    return named[0] if len(named) == 1 else ""


def names(text: str, patient: Patient) -> bool:
    """Whether a text names the patient's own sex."""
    own = _own(patient)
    return bool(own) and _NAMES[own].search(text) is not None


def _own(patient: Patient) -> str:
    return "female" if patient.pregnancy else patient.sex if patient.sex in _NAMES else ""
