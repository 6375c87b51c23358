"""Named beside: other treatments of the same illness that the sources which answer name with the one asked about.

A review that says what A and B do, asked of A, tells of B as well, though no study of B alone is held.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from probatum import vocabulary
from probatum.apply import designs, wording
from probatum.apply.choices import rivals, telling
from probatum.apply.context import Context
from probatum.apply.drafting import Draft, source_name
from probatum.model import Appraisal, Directive, DirectiveAction, Kind, RecordStatus, Span
from probatum.text import words
from probatum.text.expressions import caseless
from probatum.vocabulary.classes import members

LONGEST: Final = 45
"""Words of a sentence that tells of another treatment."""
MOST: Final = 2
_AGAINST: Final = caseless(r"\b(?:versus|vs\.?|than|compared (?:with|to)|against|inferior to|superior to|or)\b")
_BLANK: Final = caseless(r"\b(?:placebos?|sham|vehicle|water|controls?)\b")
_GIVEN: Final = caseless(r"(?:^\W*|\b(?:with|versus|vs\.?|than|and|or|against|by|of) |, )$")
"""What stands before a treatment that is named, and not before what is measured: `raised potassium`."""
TOGETHER: Final = caseless(
    r"\b(?:plus|added to|on top of|in addition to|background|taking|combined with|starting|initiating|initiation of)\b"
    r"|\b(?:when|while|once|after|before) [\w, -]{3,40}? (?:is|are|was|were) (?:started|begun|initiated|taken)\b"
)
"""That what is named was given with the treatment, and not in its place."""


def say(draft: Draft, context: Context) -> None:
    """Each such treatment that the section does not tell of yet, with the sentence that names it."""
    told = " ".join(s.text for s in draft.statements).lower()
    count = 0
    for names, appraisal, span in _found(context):
        fresh = [n for n in names if n not in told and not rivals.barred(n, context)]
        fresh = [n for n in fresh if not rivals.no_way_out(n, context)]
        if not fresh or count == MOST:
            continue
        said = wording.lower(" ".join(span.quote.split()).rstrip(". "))
        lead, spans = designs.brief(appraisal.study)
        where = lead or source_name(appraisal)
        text = f"{wording.join(fresh)} (named with it in a {where}): {said}"
        draft.add(text, Kind.FINDING, (span, *spans), directness=appraisal.directness.note)
        told += f" {text.lower()}"
        count += 1


def say_successors(draft: Draft, context: Context) -> None:
    """The medicines whose own labels are for those in whom the one asked about does not suffice or cannot be taken: no
    illness need be told for that."""
    for appraisal in context.other_labels:
        rows = [d for d in appraisal.directives if d.action is DirectiveAction.INDICATED and _follows(d, context)]
        name = rows[0].drug.lower() if rows else ""
        if name and name not in " ".join(s.text for s in draft.statements).lower():
            telling.say_label(draft, name, context)


def _follows(item: Directive, context: Context) -> bool:
    found = _FAILS.search(item.text)
    return found is not None and context.names_intervention(found["what"]) and item.drug.lower() not in context.drugs


_FAILS: Final = caseless(
    r"\b(?:whom|which|when|where|after|if) (?P<what>[\w-]+(?: [\w-]+){0,2}?) (?:(?:does|do|did) not suffice"
    r"|(?:is|are|was) (?:not (?:tolerated|advisable|enough|suitable)|contra-?indicated|unsuitable)|has failed|failed)\b"
)


def _found(context: Context) -> Iterator[tuple[list[str], Appraisal, Span]]:
    if not rivals.sought(context) or not context.drugs:
        return
    for appraisal in context.answering:
        if appraisal.record.status is RecordStatus.SUPERSEDED:
            continue
        for span in (*appraisal.results, *appraisal.conclusions):
            said = span.quote
            if len(said.split()) > LONGEST or TOGETHER.search(said) or not context.names_intervention(said):
                continue
            names = [
                n for n in _others(said, context) if rivals.kind(n, context) == 0 or _set_against(said, n, context)
            ]
            if names:
                yield names, appraisal, span


def _set_against(said: str, name: str, context: Context) -> bool:
    """Whether a sentence sets a treatment of another kind against the one asked about, in so many words."""
    return any(
        context.names_intervention(part) and words.stems(name) <= words.stems(part)
        for part in said.split(";")
        if _AGAINST.search(part)
    )


def _others(said: str, context: Context) -> list[str]:
    """The drugs that a sentence names besides those asked about, in lower case."""
    every_ = vocabulary.load().find(said)
    found = (m.term.label.lower() for m in every_ if m.term.semantic == "drug" and _GIVEN.search(said[: m.start]))
    every = dict.fromkeys(n for n in found if not _BLANK.search(n) and not context.names_intervention(n))
    return [n for n in every if rivals.other(n, context) and not members(n)]
