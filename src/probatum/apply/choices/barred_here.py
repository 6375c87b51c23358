"""Barred here: the medicines that guidelines keep from people with what the patient has besides (`in people with
Parkinson's disease, haloperidol should not be used`): no other sentence of theirs may have just these given."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from probatum import vocabulary
from probatum.apply import fitting
from probatum.apply.choices import next_step
from probatum.apply.context import Context
from probatum.apply.labels.kinship import of_class
from probatum.apply.quoted.salience import sentences_in
from probatum.model import Appraisal
from probatum.text import words
from probatum.text.expressions import caseless

_WHOM: Final = caseless(
    r"\b(?:in|for) (?:[\w-]+ )?(?:people|patients|adults|women|men|those) (?:with|on|who have) (?P<has>[^;.]{3,90}?)"
    r"(?:, (?=[\w-]+ )|$)"
)
_INSTEAD: Final = caseless(r"\b(?:in place of|instead of|other than|who cannot have)\b[^,.;]{0,60}")


def medicines(sources: Iterable[Appraisal], context: Context) -> frozenset[str]:
    """Those that a guideline has not given to people with an illness that the question tells, other than that of which
    the guideline itself is."""
    question = context.question
    ill = [(c.label, c.text, *c.synonyms[:8]) for c in question.concepts if c.semantic in ("condition", "symptom")]
    ill += [(name,) for name in question.patient.conditions]
    found: set[str] = set()
    for source in sources:
        titled = words.stems(source.record.title)
        besides = tuple(names for names in ill if not any(words.stems(name) <= titled for name in names if name))
        for one in sentences_in(source.record) if besides else ():
            text = one.span.quote
            whom = _WHOM.search(text) if next_step.bars(text) else None
            if whom is not None and fitting.names_one(whom["has"], besides):
                found |= named(text[whom.end() :])
    return frozenset(found)


def gives(text: str, out: frozenset[str]) -> bool:
    """Whether a sentence has one of these given."""
    return bool(out & named(_INSTEAD.sub(" ", text))) and not next_step.bars(text)


def of_allergy(text: str, allergies: Iterable[str]) -> bool:
    """Whether a sentence has given what the patient is allergic to, or what is akin to it."""
    if next_step.bars(text):
        return False
    given = named(_INSTEAD.sub(" ", _ALLERGIC.sub(" ", text)))
    return any(of_class(name, allergen) for name in given for allergen in allergies)


_ALLERGIC: Final = caseless(r"\b[\w-]+ allerg(?:y|ies)\b|\ballerg(?:y|ic) to [\w-]+")


def named(text: str) -> frozenset[str]:
    """The medicines that a text names."""
    return frozenset(m.term.label.lower() for m in vocabulary.load().find(text) if m.term.semantic == "drug")
