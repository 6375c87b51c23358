"""At a place: a part of the body that a question tells of, and for which a guideline calls in help."""

from __future__ import annotations

from typing import Final

from probatum.apply.context import Context
from probatum.model import Appraisal, Role
from probatum.text import words
from probatum.text.expressions import caseless

_PARTS: Final = tuple(
    caseless(rf"\b(?:{names})\b")
    for names in (
        r"eyes?|eyelids?|ocular|ophthalm\w+|(?:peri)?orbit\w*",
        "faces?|facial",
        "hands?|fingers?|thumbs?",
        "f(?:oo|ee)t|toes?",
        r"genitals?|genitalia|perine\w+|groins?",
        r"ears?|mastoid\w*",
        "mouth|throat|airways?",
        "joints?",
        "breasts?|nipples?",
    )
)
"""Names of each part of the body; such as near it is told of as that part."""
_HELP: Final = caseless(
    r"\b(?:urgent(?:ly)?|at once|same[- ]day|emergency)\b[^.;]{0,60}\b(?:advice|refer\w*|admi\w+|assess\w*|seen)\b"
    r"|\b(?:referred|admitted|sent)\b[^.;]{0,60}\b(?:urgent(?:ly)?|at once|same[- ]day|hospital|specialist)\b"
)


def calls_in_help(text: str, appraisal: Appraisal, context: Context) -> bool:
    """Whether a sentence of a guideline on the illness, by its title, has people with it at that part of the body seen
    by somebody else."""
    asked = f"{context.question.typed} {context.question.read}"
    if not any(part.search(asked) and part.search(text) for part in _PARTS) or not _HELP.search(text):
        return False
    titled = words.stems(appraisal.record.title)
    ill = (words.stems(name) for c in context.question.having(Role.POPULATION) for name in c.names)
    return any(own and own <= titled for own in ill)
