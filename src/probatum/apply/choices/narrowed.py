"""Narrowed: a label's use that is for less than the complaint asked about: for one cause of it, or to keep it away.

`for diarrhoea caused by A` is no first choice for diarrhoea, and what keeps an attack away does nothing for the pain
that is there.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from probatum import vocabulary
from probatum.apply.choices.option import Option
from probatum.apply.patient import complaint
from probatum.model import Concept, Intent, Question
from probatum.text import words
from probatum.text.expressions import caseless

_CAUSED: Final = caseless(
    r",? (?:that is )?(?:caused by|due to|from|associated with|induced by|after|during|with) (?P<by>[\w.' -]+)"
)
_KINDS: Final = caseless(
    r"\b(?P<kind>infectious|bacterial|viral|fungal|candidal|parasitic|am(?:o)?ebic|tuberculous|streptococcal|staphylococcal"
    r"|gonococcal|chlamydial|allergic|post-?herpetic|post-?operative|post-?partum|travell?ers?['’]?"
    r"|[\w-]+-(?:associated|induced)) $"
)
_PREVENTS: Final = caseless(r"\bto prevent\b|\bprophylaxis\b|\bprevention\b")


def is_narrow(option: Option, question: Question) -> bool:
    """Whether an option of which only a label tells is for one cause or kind of the complaint that is not told."""
    if option.use is None or option.studies or option.advice:
        return False
    return any(_of_cause(option.use[1].text, c, question.read) for c in complaint.complaint(question))


def only_prevents(option: Option, question: Question) -> bool:
    """Whether an option of which only a label tells keeps away what is felt now."""
    if option.use is None or option.studies or option.advice or question.intent is Intent.PREVENTION:
        return False
    felt = [c for c in complaint.complaint(question) if c.semantic == "symptom"]
    return bool(felt) and not _PREVENTS.search(question.read) and _PREVENTS.search(option.use[1].text) is not None


@lru_cache(maxsize=2048)
def _of_cause(text: str, ill: Concept, read: str) -> bool:
    """Whether a text narrows every mention of an illness, by words that a question does not have."""
    label, told = ill.label.casefold(), words.stems(read)
    found = [
        m for m in vocabulary.load().find(text) if m.term.id == ill.id or label in map(str.casefold, m.term.broader)
    ]
    kinds = (words.stems(text[m.start : m.end]) if m.term.id != ill.id else frozenset[str]() for m in found)
    every = [kind | _narrows(text, m.start, m.end) for m, kind in zip(found, kinds, strict=True)]
    return bool(every) and all(more - told for more in every)


def _narrows(text: str, start: int, end: int) -> frozenset[str]:
    """The words that narrow an illness which stands there to a kind or a cause."""
    kind, cause = _KINDS.search(text[:start]), _CAUSED.match(text, end)
    return words.stems(f"{kind['kind'] if kind else ''} {cause['by'] if cause else ''}")
