"""Describing: the sentence in which a source says what something is, or what it says of the question at all.

A question such as `what is X?` is answered by a description, which stands in a source's introduction as often as in its
results. Where a source that bears on the question states neither a result nor a conclusion that can be quoted, its
sentence nearest to the question speaks for it, so that nothing that was found stays unsaid.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from probatum import vocabulary
from probatum.apply.selection import known
from probatum.model import Appraisal, Question, Record, SectionKind, Span
from probatum.text import sentences, words

ENOUGH: Final = 0.5
"""Share of the question's words, rarer ones counting more, that a sentence must hold to speak for its source."""
LONGEST: Final = 400
FEWEST_WORDS: Final = 5
MOST: Final = 80
"""Sentences of a source that are looked at, from its beginning."""
SOURCES: Final = 5
"""Sources among which a description is looked for."""
_ASKED: Final = re.compile(
    r"^\W*(?:(?:so|and|exactly),? )*(?:what(?:'s| is| are)(?: \(are\))?(?: exactly)?|what exactly (?:is|are)|describe"
    r"|define|explain(?: what)?)\s+(?P<subject>[^?.;]+?)(?:\s+(?:is|are))?\s*[?.]*\s*$",
    re.IGNORECASE,
)
_OF: Final = re.compile(
    r"\b(?:of|for|between|by|with|to|in|on|from|role|cause|symptom|treatment|outlook|effect|dose|best)s?\b",
    re.IGNORECASE,
)
"""Words that make a question ask for something about its subject, and not what it is."""
_IS: Final = re.compile(
    r"\s(?:is|are|refers? to|means|consists? of|comprises?|describes?)\s(?:characteri[sz]ed|defined|caused|known|made"
    r"|an?|the|one|any|rare|common|membrane|severe|small|large|acute|chronic|usually)\b",
    re.IGNORECASE,
)
_OWN: Final = re.compile(
    r"^\W*(?:(?:we|our|here|this|these|the (?:present|aim|purpose|objective))\b"
    r"|to (?:\w+ly )?(?:study|investigate|determine|assess|evaluate|examine|explore|describe"
    r"|compare|analy[sz]e|identify|test|review|report|find)\b)",
    re.IGNORECASE,
)
"""Beginnings of sentences about the paper and its aim."""


def subject(question: Question) -> frozenset[str]:
    """The stems of what a question asks to be described (`what is X?`, `describe X`); empty for other questions."""
    found = _ASKED.match(question.read)
    if found is None or _OF.search(found["subject"]):
        return frozenset()
    return words.stems(found["subject"])


def description(appraisal: Appraisal, question: Question) -> Span | None:
    """The first sentence in which the source says what the question's subject is: `X is a ...`."""
    wanted = subject(question)
    for span in _spans(appraisal.record) if wanted else ():
        verb = _IS.search(span.quote)
        if verb and wanted <= words.stems(span.quote[: verb.start()]) and not _OWN.search(span.quote):
            return span
    return None


def nearest(appraisal: Appraisal, question: Question) -> Span | None:
    """The sentence that shares most with the question, if it shares enough; None where a treatment is weighed, since
    there only results count."""
    if known(question):
        return None
    weigh = vocabulary.load().weight
    weights = {words.stem(w): weigh(w) for w in question.terms}
    total = sum(weights.values())
    best, most = None, ENOUGH * total
    for span in _spans(appraisal.record) if total else ():
        shared = sum(weights.get(stem, 0.0) for stem in words.stems(span.quote))
        if shared >= most and (best is None or shared > most) and not _OWN.search(span.quote):
            best, most = span, shared
    return best


@lru_cache(maxsize=64)
def _spans(record: Record) -> tuple[Span, ...]:
    """The sentences of a record in order, titles and tables left out, none too long to quote."""
    kept = (SectionKind.ABSTRACT, SectionKind.BODY)
    made = (
        Span(record, section.id, start, end)
        for section in record.evidence_sections
        if section.kind in kept
        for start, end in sentences.split(section.text)
        if end - start <= LONGEST
        and len(section.text[start:end].split()) >= FEWEST_WORDS
        and section.text[start:end].rstrip()[-1:] != "?"
    )
    return tuple(span for span, _ in zip(made, range(MOST), strict=False))
