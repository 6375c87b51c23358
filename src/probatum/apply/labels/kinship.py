"""Kinship: the classes that a drug belongs to, by the names that labels call them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from probatum import vocabulary
from probatum.text.expressions import expression
from probatum.vocabulary.classes import classes_of, members

_TOO_WIDE: Final = expression(
    r"compounds?$|hydrocarbons$|organic chemicals|actions|uses$|effects of drugs|^acids?$|amides|amines$|carboxylic"
    r"|mechanisms|proteins$|phenols|alcohols?$|enzyme|peptides$|lactams$"
    r"|^pharmaceutical preparations$|^drug combinations$|^reproductive control agents$",
    re.IGNORECASE,
)


_SHORT: Final = {
    "nonsteroidal anti-inflammatory drugs": ("NSAID", "nonsteroidal anti-inflammatory"),
    "angiotensin-converting enzyme inhibitors": ("ACE inhibitor",),
    "angiotensin receptor blockers": ("ARB", "angiotensin II receptor antagonist"),
    "proton pump inhibitors": ("PPI",),
    "thiazide diuretics": ("thiazide",),
    "selective serotonin reuptake inhibitors": ("SSRI", "SSRIs"),
    "monoamine oxidase inhibitors": ("MAO inhibitor", "MAOI"),
    "serotonin and noradrenaline reuptake inhibitors": ("SNRI", "SNRIs", "serotonin-norepinephrine reuptake inhibitor"),
}
"""Names by which labels call classes besides those of the vocabulary."""


@lru_cache(maxsize=2048)
def kin(drug: str) -> tuple[str, ...]:
    """Classes that a drug belongs to, narrowest first, then those of its use, with their short names; none so wide that
    most drugs are in it."""
    known = vocabulary.load()
    found = [term for term in known.lookup(drug) if term.semantic in ("drug", "other")][:1]
    names: list[str] = []
    # A thesaurus files azithromycin under erythromycin: a fellow of the same class is no class of it.
    called = (drug, *(term.label for term in found))
    fellows = {m.casefold() for name in called for class_ in classes_of(name) for m in members(class_)}
    for term in found:
        above = [*term.broader, *(b.label for b in known.broader(term.id))]
        above = [name for name in above if name.casefold() not in fellows]
        for name in dict.fromkeys(name for name in above if not _TOO_WIDE.search(name) or name == "beta-lactams"):
            names += [name, *(s for t in known.lookup(name)[:1] for s in t.synonyms[:6])]
    names += [name for class_ in classes_of(drug) for name in (class_, *_own_names(class_))]
    names += [short for name in names for short in _SHORT.get(name, ())]
    return tuple(dict.fromkeys(n.lower() for n in names))


def _own_names(class_: str) -> list[str]:
    """Other names of a class that its list holds beside its members: `opioids` of the opioid analgesics."""
    known = vocabulary.load()
    return [m for m in members(class_) if any(t.label.lower() == class_.lower() for t in known.lookup(m)[:1])]


def of_class(drug: str, allergen: str) -> bool:
    """Whether a drug is the allergen, belongs to the class it names, or stands in the same narrowest class."""
    known = vocabulary.load()
    own, other = drug.lower(), allergen.lower()
    if own == other or other in kin(own):
        return True
    near = [terms[0].broader[:1] for name in (own, other) if (terms := known.lookup(name))]
    return len(near) == 2 and bool(near[0]) and near[0] == near[1]
