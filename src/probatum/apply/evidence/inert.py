"""Inert: what something was compared with that nobody chooses: a dummy, air, nothing, the care that all get."""

from __future__ import annotations

from typing import Final

from probatum.apply.evidence import arms
from probatum.text import words
from probatum.text.expressions import caseless

_INERT: Final = caseless(
    r"\b(?:placebos?|shams?|dumm(?:y|ies)|(?:ambient|room|medical) air|nothing|(?:no|without)(?: further| added)?"
    r" (?:\w+ )?(?:treatments?|therap(?:y|ies)|interventions?|supplements?|prophylaxis)"
    r"|(?:usual|standard|routine) care|care as usual|(?:advice|education|observation|monitoring|care)(?: alone| only)"
    r"|watchful waiting|observation|controls?|saline|untreated)\b|^air$|^(?:no|without) "
)


def is_inert(name: str) -> bool:
    """Whether a name is that of such a thing."""
    return bool(_INERT.search(name)) or arms.inactive(name)


def is_less(name: str, drug: str) -> bool:
    """Whether what was compared is a part of the treatment asked about: then nothing chooses between two, and what is
    asked is whether the rest is added."""
    own, whole = words.stems(name), words.parted(drug)
    return bool(own) and own < words.stems(drug) and own <= whole
