"""Whether a sentence of a record can be quoted, and what of its kind it says."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice
from typing import Final

import msgspec

from probatum.apply.naming import is_page
from probatum.apply.quoted.choosing import calls_for_research, of_the_paper
from probatum.model import Record, RecordKind, SectionKind, Span
from probatum.text import sentences
from probatum.text.expressions import caseless, expression

MOST: Final = 160
"""Sentences of a source that are looked at, from its beginning."""


OF_PART: Final = 12
"""Sentences of each further part of a page that are."""
PARTS: Final = 200
"""Parts of a source that are, however many it has."""


LONGEST: Final = 480


FEWEST_WORDS: Final = 5


DOES: Final = expression(
    r"\b(?:effective\w*|efficac\w*|improv\w*|reduc\w*|increas\w*|decreas\w*|benefi\w*|superior\w*|inferior\w*|prolong\w*"
    r"|prevent\w*|longer|shorter|lower|higher|better|worse|no (?:significant )?(?:difference|effect|evidence|benefit)"
    r"|not differ|not improve)\b",
    re.IGNORECASE,
)
"""Words that say what a treatment does."""


POINTS_BACK: Final = expression(
    r"^(?:but|yet|th(?:ey|is|ese|ose|at)|it|its"
    r"|their|such|however|therefore|thus|hence|moreover|furthermore|in addition|also"
    r"|similarly|he|she|his|her"
    r"|(?:similar|comparable|corresponding) (?:findings?|results?|associations?|patterns?|trends?))\b",
    re.IGNORECASE,
)
"""Beginnings that need the sentence before."""


VERB: Final = expression(
    r"\b(?:is|are|was|were|has|have|had|can|may|might|could|will|should|does|do|did|shows?|showed|suggest(?:s|ed)?"
    r"|(?:caus|increas|reduc|improv|decreas|involv|includ|induc|promot|mediat|regulat|requir|measur|provid|produc|activat"
    r"|encod|combin|describ|compris|experienc)(?:e|es|ed)"
    r"|(?:contain|affect|occur|lead|result|act|bind|play|link|help|control|present|develop|depend|inhibit|prevent|treat"
    r"|block|represent|appear|remain|differ|report|form|need|begin|tend|last|express|support|confirm|exert|enhanc|work)"
    r"(?:s|es|ed)?|led|found|became|begins?|began|arises?|arose)\b",
    re.IGNORECASE,
)
"""Finite verbs; what has none is a title or a part of a list."""


ALLOWS: Final = expression(
    r"\b(?:preferred|compatible|acceptable|(?:un)?safe|avoid(?:ed)?|recommend\w*|contra-?indicated|can be (?:used|given"
    r"|taken)|may be (?:used|given|taken)|should (?:not )?be (?:used|given|taken)|no reason (?:not )?to|an option)\b",
    re.IGNORECASE,
)
"""What says whether something may be used."""


_CAPITALS: Final = 0.6
"""Share of its longer words with a capital from which a text is a title."""


class Said(msgspec.Struct, frozen=True):
    """A sentence of a record with its place: the section, and the number among its sentences."""

    span: Span
    place: int


@lru_cache(maxsize=128)
def told_in(record: Record) -> tuple[Said, ...]:
    """The sentences of a record that could be quoted, in order; titles and tables are left out."""
    kept = (SectionKind.ABSTRACT, SectionKind.BODY)
    told: list[Said] = []
    parted = is_page(record)  # it has a part for each side, and the one that is asked about may stand last
    for section in [s for s in record.evidence_sections if s.kind in kept][:PARTS]:
        left = max(MOST - len(told), OF_PART if parted else 0)
        if not left:
            break
        places = islice(sentences.split(section.text), left)
        told += [Said(Span(record, section.id, start, end), place) for place, (start, end) in enumerate(places)]
    return tuple(told)


def introduces(span: Span) -> bool:
    """Whether a list stands behind a sentence that does not end without it: `causes include`, `based on`."""
    behind = span.source_section.text[span.end : span.end + _AHEAD]
    text = span.quote.strip()
    return len(text.split()) > 1 and text[-1].isalpha() | (text[-1] == ":") and _ITEM.match(behind) is not None


_AHEAD: Final = 12
"""Characters behind a sentence in which a list begins."""
_ITEM: Final = expression(r"\s*\n\s*[-•*–]\s+\w")


def does(span: Span) -> bool:
    """Whether a sentence says what a treatment does."""
    return bool(DOES.search(span.quote) or _HALVES.search(span.quote))


def judges(span: Span) -> bool:
    """Whether a sentence judges an effect in words for it: `more frequent than today` alone judges none."""
    return bool(DOES.search(span.quote))


def allows(span: Span) -> bool:
    """Whether a sentence says that something may or may not be used."""
    return bool(ALLOWS.search(span.quote))


_HALVES: Final = expression(r"\b(?:halved|doubled|shortened|relieved|less|fewer|more)\b", re.IGNORECASE)


@lru_cache(maxsize=4096)
def quotable(span: Span) -> bool:
    """Whether a sentence is whole, says something, is short enough to be quoted, and asks nothing."""
    text = span.quote.strip()
    if introduces(span) and is_page(span.source):
        return True
    if not len(text.split()) >= FEWEST_WORDS or len(text) > LONGEST or text.endswith("?"):
        return False
    if _titled(text) or not (text.endswith((".", "!", ")", "”")) or VERB.search(text)):
        return False
    # That a second course is needed is no call for research where a label or a guideline says it.
    directs = span.source.kind in (RecordKind.LABEL, RecordKind.GUIDELINE)
    if directs and _MUST.search(text):
        return True  # whom a study took `must` have something, too: a label directs
    return not of_the_paper(text) and (directs or not calls_for_research(span))


_MUST: Final = caseless(r"\b(?:people|patients|women|men|children) must (?:not )?be \w+ed\b")


def _titled(text: str) -> bool:
    """Whether a text is set like a title: most of its longer words begin with a capital."""
    longer = re.findall(r"[^\W\d_]{4,}", text)[1:]
    return len(longer) > 3 and sum(w[0].isupper() for w in longer) > _CAPITALS * len(longer)
