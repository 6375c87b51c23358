"""Compounds: names that the vocabulary has in pieces only, as `antibiotic-associated diarrhoea`.

What causes an illness there is part of its name: neither the drug alone nor the symptom alone is what is asked about.
"""

from __future__ import annotations

import re
from typing import Final

import msgspec

from probatum.model import Concept
from probatum.text.expressions import expression

_LINK: Final = expression(
    r"^[\s-]*(?:associated|induced|related|resistant|dependent|refractory|sensitive)[\s-]+$", re.I
)
MOST_SYNONYMS: Final = 4


def joined(concepts: tuple[Concept, ...], text: str) -> tuple[Concept, ...]:
    """The concepts with every pair that a word such as `induced` joins made one, in the role of its head, and without
    the form in which a drug is given (`chlorhexidine mouthwash`): that is no second treatment."""
    concepts = tuple(c for c in concepts if not any(_form_of(c, drug, text) for drug in concepts))
    concepts = tuple(c for c in concepts if not _names_a_protein(c, text))
    concepts = tuple(_of_kind(c, concepts, text) for c in concepts if not _is_kind(c, concepts, text))
    made = list(concepts)
    for first in concepts:
        for head in concepts:
            whole = _between(first, head, text)
            if whole and first in made and head in made:
                made[made.index(head)] = _compound(head, whole)
                made.remove(first)
    return tuple(made)


_OF_A_PROTEIN: Final = expression(
    r"[-\u2010\u2011](?:binding|gated|coupled|sensing|regulated|responsive|activated|gating)\b", re.IGNORECASE
)


def _names_a_protein(concept: Concept, text: str) -> bool:
    """Whether a substance stands only in the name of what binds or senses it: nobody is given ATP by asking of an
    `ATP-binding cassette`."""
    if concept.semantic != "drug":
        return False
    ends = [m.end() for m in re.finditer(rf"\b{re.escape(concept.text)}", text, re.IGNORECASE)]
    return bool(ends) and all(_OF_A_PROTEIN.match(text, end) for end in ends)


def _of_kind(concept: Concept, every: tuple[Concept, ...], text: str) -> Concept:
    """The illness with the name of its kind behind it where that was typed: `covid pneumonia` is COVID-19."""
    kind = next((c for c in every if _named_behind(concept, c, text)), None)
    return concept if kind is None else msgspec.structs.replace(concept, text=f"{concept.text} {kind.text}")


def _is_kind(concept: Concept, every: tuple[Concept, ...], text: str) -> bool:
    """Whether a concept is but the kind of the illness right before it."""
    return any(_named_behind(c, concept, text) for c in every)


def _named_behind(ill: Concept, kind: Concept, text: str) -> bool:
    both = all(c.semantic in ("condition", "symptom") for c in (ill, kind))
    return both and kind.label in ill.broader and f"{ill.text} {kind.text}".lower() in text.lower()


_FORM: Final = expression(
    r"(?:mouth ?wash|mouth ?rinse|gargl|lozenge|patch|plaster|inhal|nebuli[sz]|suppositor|pessar|enema"
    r"|(?:eye|ear|nose) drop"
    r"|nasal spray|spray|gel|cream|ointment|lotion|shampoo|infusion|injection|tablet|capsule|syrup|implant)\w*",
    re.IGNORECASE,
)


def _form_of(form: Concept, drug: Concept, text: str) -> bool:
    """Whether a concept is but the form of a drug that is named right before it."""
    if form is drug or drug.semantic != "drug" or _FORM.fullmatch(form.text) is None:
        return False
    return f"{drug.text} {form.text}".lower() in " ".join(text.lower().split())


def _between(first: Concept, head: Concept, text: str) -> str:
    """The words from the one concept to the other where only a link stands between them, else empty."""
    if first is head or head.semantic not in ("condition", "symptom"):
        return ""
    for found in re.finditer(re.escape(first.text), text, re.IGNORECASE):
        after = text.find(head.text, found.end())
        if after >= 0 and _LINK.match(text[found.end() : after]):
            return text[found.start() : after + len(head.text)]
    return ""


def _compound(head: Concept, whole: str) -> Concept:
    lead = whole[: len(whole) - len(head.text)]
    names = dict.fromkeys(f"{lead}{name}".lower() for name in (head.label, *head.synonyms[:MOST_SYNONYMS]))
    label = whole[0].lower() + whole[1:]
    names.pop(label.lower(), None)
    return msgspec.structs.replace(
        head, text=whole, label=label, id="", synonyms=tuple(names), near=(), broader=(head.label, *head.broader)
    )
