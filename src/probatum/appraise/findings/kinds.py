"""What kind of outcome a finding is of: a harm or not, and its place in the study's plan."""

from __future__ import annotations

import re
from typing import Final

from probatum.appraise.findings.sentence import Sentence
from probatum.model import OutcomeRole, SectionKind
from probatum.text.expressions import expression

_HARM: Final = expression(
    r"\b(?:adverse|side[- ]effects?|toxic\w*|complications?|discontinu\w+|withdraw\w+|withdrew|"
    r"dropouts?|drop-?outs?|tolerab\w+|safety|undesirable|(?-i:(?:AE|ADR|ADE)s|(?:SAE|TEAE|TRAE|irAE)s?))\b",
    re.IGNORECASE,
)
_AMONG_HARMS: Final = expression(
    r"\b(?:adverse (?:events?|effects?|reactions?)|side[- ]effects?|toxicit(?:y|ies))\b[^.;:]{0,60}?\s(?:were|was"
    r"|included?)\s(?!(?:\w+ly\s)?(?:reported|seen|observed|found|higher|lower|similar|more|less|fewer|comparable)\b)[^.;]*$",
    re.IGNORECASE,
)
"""A list of harms, before one of its members: `the commonest adverse events were itch (5%) and `."""
_SERIOUS: Final = expression(r"\b(?:serious|life[- ]threatening|fatal)\b", re.IGNORECASE)
_SYMPTOM: Final = expression(
    r"\b(?P<word>hypoglyc\w+|nausea|vomiting|diarrh\w+|dizziness|headaches?|rash|bleeding|"
    r"ha?emorrhages?|tinnitus|neutropenia|thrombocytopenia|ana?emia|pruritus|somnolence|drowsiness|"
    r"sedation|constipation|dyspepsia|flushing|arrhythmias?|hypotension|alopecia|mucositis|"
    r"weight gain|dry mouth|insomnia|tremor)\b",
    re.IGNORECASE,
)
_PRIMARY: Final = expression(r"\bprimary (?:\w+ )?(?:outcomes?|end[- ]?points?|efficacy|measures?)\b", re.IGNORECASE)
_SECONDARY: Final = expression(r"\bsecondary (?:\w+ )?(?:outcomes?|end[- ]?points?|measures?)\b", re.IGNORECASE)
_POST_HOC: Final = expression(r"\bpost[- ]?hoc\b", re.IGNORECASE)
_SUBGROUP: Final = expression(r"\bsub-?group", re.IGNORECASE)


def is_harm(sentence: Sentence, outcome: str) -> bool:
    """Adverse by its place in a label or its name, or a usual side effect that is not what the record is about.

    Of a label, only the sections on adverse reactions are read for results.
    """
    if sentence.section.kind is SectionKind.LABEL:
        return True
    if _DENIED.match(outcome):
        return False
    if _HARM.search(outcome) or _AMONG_HARMS.search(sentence.text[: max(0, sentence.text.lower().find(outcome))]):
        return True
    symptom = None if _RELIEVED.search(outcome) else _SYMPTOM.search(outcome)
    return symptom is not None and symptom["word"].lower()[:6] not in sentence.context.record.title.lower()


_DENIED: Final = expression(r"(?:not|absence of|freedom from)\s", re.IGNORECASE)
"""To be spared a harm is none."""
_RELIEVED: Final = expression(
    r"\b(?:falls?|reductions?|decreases?|improvements?|drops?|relief|absence|freedom|resolution|cessation)"
    r" (?:in|of|from)\b|\b(?:relieved|free of|settled|resolved)\b",
    re.IGNORECASE,
)
"""That a complaint became less is what was wanted, and no harm."""


def is_serious(outcome: str) -> bool:
    """Whether the name of a harm says that it is serious."""
    return _SERIOUS.search(outcome) is not None


def role_of(sentence: Sentence, outcome: str) -> OutcomeRole:
    """Primary, secondary, subgroup or post hoc: from the sentence, or when the study's primary outcome is this one."""
    if _POST_HOC.search(sentence.text):
        return OutcomeRole.POST_HOC
    if _SUBGROUP.search(sentence.text):
        return OutcomeRole.SUBGROUP
    for pattern, role in ((_PRIMARY, OutcomeRole.PRIMARY), (_SECONDARY, OutcomeRole.SECONDARY)):
        match = pattern.search(sentence.text)
        if match is not None and (
            role.value in outcome or outcome[:14] in sentence.text[match.end() : match.end() + 70]
        ):
            return role
    if _SECONDARY.search(sentence.text) and not _PRIMARY.search(sentence.text):
        return OutcomeRole.SECONDARY
    planned = sentence.context.study.primary_outcome
    if planned is not None:
        words = _words(outcome)
        part = _EITHER.search(planned.value) and not _EITHER.search(outcome)  # one of several that are counted as one
        if words and words <= _words(planned.value) and not part:
            return OutcomeRole.PRIMARY
    return OutcomeRole.UNSTATED


_EITHER: Final = expression(r"\bor\b", re.IGNORECASE)
_WORD: Final = expression(r"(?!(?:the|and|for)\b)[a-z-]{3,}")


def _words(outcome: str) -> set[str]:
    """The beginnings of an outcome's words: short ones tell as much (`hip fracture`, `death from any cause`)."""
    return {w[:6] for w in _WORD.findall(outcome.lower())}
