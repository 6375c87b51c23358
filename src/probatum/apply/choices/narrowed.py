"""Narrowed: a label's use that is for less than the complaint asked about: for one cause of it, or to keep it away.

`for diarrhoea caused by A` is no first choice for diarrhoea, and what keeps an attack away does nothing for the pain
that is there.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from probatum.apply.choices.option import Option
from probatum.apply.patient import complaint
from probatum.model import Concept, Intent, Question
from probatum.text.expressions import caseless

_CAUSED: Final = r",? (?:that is )?(?:caused by|due to|from|associated with|induced by|after|during|with)\b"
_KINDS: Final = r"\b(?:infectious|bacterial|viral|fungal|travell?ers?['’]?|[\w-]+-(?:associated|induced))"
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
    names = "|".join(sorted((re.escape(name) for name in ill.names if name), key=len, reverse=True))
    every = list(
        re.finditer(rf"(?P<kind>{_KINDS} )?\b(?:{names})\b(?P<cause>{_CAUSED} [\w.' -]+)?", text, re.IGNORECASE)
    )
    told = set(read.lower().split())
    return bool(every) and not any(
        set(f"{found['kind'] or ''} {found['cause'] or ''}".lower().split()) <= told for found in every
    )
