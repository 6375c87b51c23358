"""What a careful reader would miss in a text: safety of a drug it names, limits of its evidence, reviews it leaves
out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from probatum import vocabulary
from probatum.appraise import design
from probatum.assess.audit import keys, labelling
from probatum.assess.audit.parting import Said
from probatum.assess.audit.resolving import Shelf
from probatum.model import NOT_EVIDENCE, Design, Omission, Record, SourceSection, Span
from probatum.text import sentences
from probatum.text.expressions import expression
from probatum.vocabulary.normal import name_key

FEWEST: Final = 4
"""Sentences from which a text is expected to be whole."""
DRUGS: Final = 5
"""Drugs whose labels are looked up: those named most."""
LOOKED_AT: Final = 6
_BLOCKS: Final = (
    ("34066-1", "boxed warning", expression(r"\bboxed|black[- ]box|\bwarn", re.IGNORECASE)),
    (
        "34070-3",
        "contraindications",
        expression(r"\bcontra-?indicat|\bmust not\b|\bdo not (?:use|give|take)|\bavoid|\bshould not\b", re.IGNORECASE),
    ),
)
"""LOINC code of a section of a label, what it is called, and how a text would speak of it."""
_LIMITS: Final = expression(
    r"\blimit|\bsmall\b|\bshort\b|\bopen-label|\buncertain|\bcertainty|\bbias|\bpilot|\bunderpowered|\bfew "
    r"(?:patients|people|studies|trials)|\bonly \d|\bno (?:head-to-head|long-term)"
    r"|\bnot (?:studied|known|reported)|\bimprecis|\bone (?:trial|study)|\bsingle (?:trial|study)|\bmore "
    r"(?:research|studies)",
    re.IGNORECASE,
)
_REVIEWS: Final = (Design.SYSTEMATIC_REVIEW.value, Design.META_ANALYSIS.value, Design.GUIDELINE.value)


def missing(title: str, said: Sequence[Said], cited: Sequence[Record], shelf: Shelf) -> tuple[Omission, ...]:
    """The omissions of a text, in the order of their weight; none of a text of fewer than FEWEST sentences."""
    if len(said) < FEWEST:
        return ()
    whole = " ".join(s.plain for s in said)
    made = [*_safety(said, shelf), *_left_out(title, cited, shelf)]
    if not _LIMITS.search(whole):
        made.append(Omission("Nothing is said of the limits of the evidence: size, length, risk of bias, certainty."))
    return tuple(made)


def _safety(said: Sequence[Said], shelf: Shelf) -> Iterator[Omission]:
    named: Counter[str] = Counter()
    for sentence in said:
        named.update(
            {
                m.term.label
                for m in vocabulary.current().find(sentence.plain)
                if m.term.semantic == "drug" and m.term.marketed
            }
        )
    for drug, _ in sorted(named.items(), key=lambda pair: (-pair[1], pair[0]))[:DRUGS]:
        label = labelling.label_of(drug, shelf)
        own = [s.plain for s in said if name_key(drug) in name_key(s.plain)]
        for code, name, told in _BLOCKS:
            section = next((s for s in label.sections if s.code == code and s.text.strip()), None) if label else None
            if label is not None and section is not None and not any(told.search(text) for text in own):
                yield Omission(
                    f"The label of {drug} has {name}, and the text does not speak of them.", (_opening(label, section),)
                )


def _opening(record: Record, section: SourceSection) -> Span:
    """The first sentence of a section that is more than its heading."""
    parts = sentences.split(section.text[:5_000])
    start, end = next(((a, b) for a, b in parts if b - a > 30), parts[0])
    return Span(record, section.id, start, end)


def _left_out(title: str, cited: Sequence[Record], shelf: Shelf) -> Iterator[Omission]:
    """Systematic reviews and guidelines of the library on the subject of the title that the text does not cite."""
    subject = keys.of(title) - keys.GENERIC
    if len(subject) < 2:
        return
    known = {r.id for r in cited}
    for record in shelf.search(title, LOOKED_AT):
        if record.id in known or record.status in NOT_EVIDENCE or design.describe(record)["design"] not in _REVIEWS:
            continue
        own = keys.of(record.title)
        if 2 * len(subject & own) >= len(subject) and record.sections:
            section = next((s for s in record.sections if s.text == record.title), record.sections[0])
            yield Omission(
                f"The library holds a {design.describe(record)['design']} on the subject that is not cited: "
                f"{record.id}.",
                (Span(record, section.id, 0, min(len(section.text), 300)),),
            )
