"""Strengths: two strengths of one medicine that a question sets against each other by name.

`higher dose of A instead of standard prophylaxis` and `low-dose A rather than the usual dose` ask what `high-dose A
versus standard-dose A` asks: which of two strengths does better, and not how much is given.
"""

from __future__ import annotations

from typing import Final

from probatum.ask.words.text import Draft
from probatum.text.expressions import caseless
from probatum.vocabulary import Vocabulary

_STRENGTH: Final = (
    r"(?:higher|high|intermediate|increased|double|full|therapeutic|weight-adjusted|lower|low|reduced|half|standard|usual"
    r"|normal|conventional|regular|prophylactic)"
)
_AGAINST: Final = r"(?:instead of|rather than|versus|vs\.?|over|in place of|compared (?:to|with))"
_PAIR: Final = caseless(
    rf"\b(?P<one>{_STRENGTH})(?: \((?P<more>{_STRENGTH})\))?[ -]doses?(?: of)? (?P<drug>[a-z][\w-]+(?: [a-z][\w-]+)??)"
    rf"(?: prophylaxis| treatment| therapy)? {_AGAINST} (?:the |an? )?(?P<two>{_STRENGTH})"
    r"(?:[ -](?:prophylactic|prophylaxis|thromboprophylaxis|dos(?:e|es|ing|age)|ones?|treatment|therapy)\b){0,3}"
)


def read_strengths(draft: Draft, vocabulary: Vocabulary) -> None:
    """Name the medicine on both sides of the first such pair; the text stays where there is none."""
    found = _PAIR.search(draft.text)
    if found is None:
        return
    named = [m for m in vocabulary.find(found["drug"]) if m.term.semantic == "drug"]
    if len(named) != 1 or (named[0].start, named[0].end) != (0, len(found["drug"])):
        return
    if draft.text[found.end() :].lower().lstrip(" -").startswith(found["drug"].lower()):
        return  # both sides name it already
    one, two = ((found["more"] or found["one"]).lower(), found["two"].lower())
    pair = f"{one}-dose {found['drug']} versus {two}-dose {found['drug']}"
    pair = pair[0].upper() + pair[1:] if found.start() == 0 else pair
    draft.text = f"{draft.text[: found.start()]}{pair}{draft.text[found.end() :]}"
