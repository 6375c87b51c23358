"""Where it hurts: `pain under my heel` is heel pain, the name under which the evidence stands.

Read as pain anywhere it would be answered by whatever treats any pain. A pain of a limb is called by its part; another
one only where the vocabulary has a name for it.
"""

from __future__ import annotations

from typing import Final

from probatum.ask.words.text import Draft
from probatum.text.expressions import caseless
from probatum.vocabulary import Vocabulary

_AT: Final = caseless(
    r"\b(?:pains?|aches?|aching|soreness) (?:in|under(?:neath)?|beneath|behind|at|on|a?round|inside|over|of)"
    r"(?: the (?:back|bottom|underside|sole|side|sides|front|inside|outside|top) of)?"
    r" (?:my|his|her|their|our|the|one|both) (?:(?:left|right|own) )?(?P<part>[a-z]{3,10})\b"
    r"(?! (?:and|or|joint|blade)\b)"
)
_LIMB: Final = "A01.378"
"""Where MeSH has the parts of arms and legs."""


def read_where(draft: Draft, vocabulary: Vocabulary) -> None:
    """Give pain that is told with its place the name of that pain."""
    found = _AT.search(draft.text)
    if found is None:
        return
    part = found["part"].lower()
    limb = next((t.label for t in vocabulary.lookup(part) if any(tree.startswith(_LIMB) for tree in t.trees)), "")
    if limb:
        name = f"{limb} pain"
    elif any(term.semantic in ("condition", "symptom") for term in vocabulary.lookup(f"{part} pain")):
        name = f"{part} pain"
    else:
        return
    draft.replace(found.start(), found.end(), name, "lay term", "the name of pain in that place")
