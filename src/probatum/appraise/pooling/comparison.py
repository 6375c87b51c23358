"""What a finding compares: the arm asked about and its comparator, named alike across studies."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from probatum import vocabulary
from probatum.model import Arm, Finding, Study
from probatum.text import words
from probatum.text.expressions import expression

_CONTROLS: Final = (
    ("placebo", expression(r"\bplacebo|\bdummy\b|\bvehicle\b", re.IGNORECASE)),
    ("sham", expression(r"\bsham\b", re.IGNORECASE)),
    ("usual care", expression(r"\b(?:usual|standard|routine) (?:care|therapy|treatment|management)\b", re.IGNORECASE)),
    (
        "no treatment",
        expression(r"\b(?:no|without|un)[- ]?(?:treat\w*|therapy|intervention)|\bwait\w* list\b", re.IGNORECASE),
    ),
)
_CONTROL: Final = expression(r"\b(?:controls?|comparators?|comparison)\b", re.IGNORECASE)
_DOSE: Final = expression(
    r"\d[\d.,]*\s*(?:mg|g|µg|μg|mcg|ml|iu|units?|%)?(?:\s*(?:/|per )\s*(?:day|d|kg|week|h|hour)s?)*", re.IGNORECASE
)
_GENERIC: Final = frozenset(
    words.stem(word)
    for word in [
        "group",
        "arm",
        "treatment",
        "treated",
        "therapy",
        "patient",
        "patients",
        "participant",
        "intervention",
        "experimental",
        "active",
        "study",
        "drug",
        "dose",
        "daily",
        "twice",
        "once",
        "oral",
        "tablet",
        "capsule",
        "recipient",
        "user",
        "high",
        "low",
        "plus",
        "alone",
    ]
)


class Comparison(NamedTuple):
    """Names for people and keys for grouping. `turned`: the finding names the comparator first."""

    intervention: str
    comparator: str
    key: tuple[str, str]
    turned: bool = False


def compared(study: Study, finding: Finding) -> Comparison | None:
    """What a finding compares, the active arm first; None where it does not say or has more than two arms."""
    if len(finding.arms) > 2:
        return None
    if len(finding.arms) == 2:
        first, second = ((arm.arm, arm.control or bool(_control(arm.arm))) for arm in finding.arms)
        turned = first[1] and not second[1]
        return _named(study, second[0], first[0], True) if turned else _named(study, first[0], second[0], False)
    active = [arm for arm in study.arms if not arm.control]
    controls = [arm for arm in study.arms if arm.control]
    if finding.arms and finding.comparator and finding.arms[0].arm != finding.comparator:
        return _named(study, finding.arms[0].arm, finding.comparator, False)
    if len(active) == 1 and len(controls) == 1:
        return _named(study, active[0].name, controls[0].name, False)
    return None


def _named(study: Study, one: str, other: str, turned: bool) -> Comparison | None:
    intervention, comparator = _name(study, one, False), _name(study, other, True)
    if not intervention or not comparator:
        return None
    key = (_key(intervention), _key(comparator))
    return Comparison(intervention, comparator, key, turned) if key[0] != key[1] else None


def _control(name: str) -> str:
    return next((said for said, sign in _CONTROLS if sign.search(name)), "")


def _name(study: Study, arm: str, second: bool) -> str:
    """The name of an arm without doses and words that every arm has; of an unnamed one, that of the study's own arm."""
    control = _control(arm)
    if control:
        return control
    if _CONTROL.search(arm):
        own = [a for a in study.arms if a.control]
        return _control(own[0].name) or _drug(own[0]) or "control" if len(own) == 1 else "control"
    held = next((a for a in study.arms if a.name.lower() == arm.lower() and a.drug), None)
    bare = " ".join(_DOSE.sub(" ", held.drug if held else arm).split())
    if _stems(bare):
        return bare
    own = [a for a in study.arms if not a.control]
    return _drug(own[0]) if len(own) == 1 and not second else ""


def _drug(arm: Arm) -> str:
    bare = " ".join(_DOSE.sub(" ", arm.drug or arm.name).split())
    return bare if _stems(bare) else ""


def _stems(name: str) -> frozenset[str]:
    return frozenset(words.stem(word) for word in words.content(name)) - _GENERIC


def _key(name: str) -> str:
    """One key for all names of a drug, as the vocabulary knows them; else the words that tell it."""
    terms = vocabulary.current().lookup(name)
    label = terms[0].label if len(terms) == 1 else name
    return " ".join(sorted(_stems(label))) or label.lower()
