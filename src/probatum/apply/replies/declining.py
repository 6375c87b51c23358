"""Answers that are not given: a choice the reader must make first, and requests that would harm."""

from __future__ import annotations

from typing import Final

from probatum.apply.composing.compose import DISCLAIMER, PLAIN_DISCLAIMER, POLICY
from probatum.apply.replies import danger
from probatum.apply.replies.helplines import crisis
from probatum.apply.titling import title_of
from probatum.model import (
    Answer,
    Engine,
    Kind,
    Question,
    Reader,
    ReviewStatus,
    SearchAccount,
    Section,
    Statement,
    Warning,
)

TITLES: Final[tuple[tuple[str, str], ...]] = (
    ("bottom_line", "Bottom line"),
    ("evidence", "What the evidence shows"),
    ("dosing", "Dosing"),
    ("safety", "Safety"),
    ("adverse_effects", "Adverse effects"),
    ("monitoring", "Monitoring"),
    ("alternatives", "Alternatives"),
    ("algorithm", "Clinical algorithm"),
    ("evidence_gaps", "Evidence gaps"),
    ("conclusion", "Conclusion"),
    ("references", "References"),
    ("search", "How this was searched"),
    ("disclaimer", "Disclaimer"),
    ("review", "Review status"),
)
HELP: Final = (
    "This cannot be answered here. If you or somebody near you may come to harm, you are not alone, and talking helps: "
    "{call}."
)


def declined(question: Question, reader: Reader, search: SearchAccount, engine: Engine) -> Answer | None:
    """An answer that asks back or points to help, or None when the question may be answered."""
    if question.danger == "self-harm":
        help_ = HELP.format(call=crisis(question.country))
        return _answer(
            question, reader, search, engine, [help_], "Declined: see the bottom line.", Warning("self-harm", help_)
        )
    if question.choices:
        asked = [
            f"“{c.typed}” can be read as {' or '.join(c.options)}: which is meant? Ask again with that name"
            for c in question.choices
        ]
        alarm = danger.plainly(question) if reader.plain else danger.said(question)
        text = "; ".join(asked) + "."
        return _answer(
            question,
            reader,
            search,
            engine,
            [*([alarm] if alarm else []), *(t + "." for t in asked)],  # help does not wait for a name
            "Not searched: the question must be made clear first.",
            Warning(question.danger, alarm) if alarm else Warning("choose", text),
        )
    return None


def _answer(
    question: Question,
    reader: Reader,
    search: SearchAccount,
    engine: Engine,
    first: list[str],
    empty: str,
    warning: Warning,
) -> Answer:
    disclaimer = PLAIN_DISCLAIMER if reader.plain else DISCLAIMER
    sections = []
    for section_id, name in TITLES:
        texts = first if section_id == "bottom_line" else [disclaimer] if section_id == "disclaimer" else []
        statements = tuple(
            Statement(id=f"{section_id}.{n}", text=text, kind=Kind.NAVIGATION) for n, text in enumerate(texts, 1)
        )
        sections.append(Section(section_id, name, statements, "" if statements else empty))
    return Answer(
        question=question,
        reader=reader,
        title=title_of(question),
        sections=tuple(sections),
        certainty=(),
        evidence=(),
        references=(),
        search=search,
        warnings=(warning,),
        status=ReviewStatus(last_updated=search.as_of, policy=POLICY),
        disclaimer=disclaimer,
        engine=engine,
    )
