"""From the answers of the checks to one verdict, and from verdicts to what may be printed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

import msgspec

from probatum.assess.case import Case, blank_quoted, read
from probatum.assess.registry import checks
from probatum.model import (
    Answer,
    CheckResult,
    EvidenceRow,
    Kind,
    Section,
    Statement,
    Verdict,
    Warning,
)
from probatum.text.expressions import expression

GRAVITY: Final = (
    Verdict.RETRACTED,
    Verdict.SUPERSEDED,
    Verdict.CONTRADICTED,
    Verdict.NUMBER_DIFFERS,
    Verdict.POPULATION_DIFFERS,
    Verdict.NOT_IN_SOURCE,
    Verdict.PARTLY,
)
"""Gravest first: the gravest answer of a check is the verdict."""
SHOWN: Final = frozenset((Verdict.SUPPORTED, Verdict.PARTLY))
"""Verdicts with which a statement that asserts something is printed."""
WITHHELD: Final = "withheld"
_EVIDENCE: Final = frozenset(("numbers", "quotation", "words", "calculation"))
"""Checks of which at least one must have found the statement in its sources."""
_MEDICAL: Final = frozenset(("dose", "percent", "fraction", "p", "level", "range", "spread"))
_ASSERTS: Final = expression(
    r"(?<!whether )(?<!if )\b(?:reduces|reduced|improves|improved|increases|increased|decreases|decreased|causes"
    r"|caused|prevents|prevented|cures|cured"
    r"|(?:is|are|was|were) (?:effective|ineffective|safe|unsafe|superior|contraindicated|recommended"
    r"|not recommended|well tolerated))\b",
    re.IGNORECASE,
)
_LACKS: Final = expression(
    r"\b(?:no|none|not|nothing|never|without|neither|0|zero|lacks?|missing|absent|n't|unknown|only)\b|n't\b",
    re.IGNORECASE,
)
_CONDITION: Final = expression(
    r"\b(?:if|when|whether|where|unless|ask|check|confirm|consider|weigh|until|which|how|did)\b", re.IGNORECASE
)


def check_statement(statement: Statement, *, alpha: float = 0.05, asked: str = "") -> Statement:
    """The statement with what every check said of it and its verdict. Earlier verdicts are made anew.

    `asked` holds the question's own words: a statement that asserts nothing may repeat figures of the question.
    """
    if not statement.kind.asserts and not statement.supports:
        results: tuple[CheckResult, ...] = (_silent(statement, asked),)
        return msgspec.structs.replace(statement, verdict=results[0].verdict, checks=results)
    case = Case(statement, alpha=alpha, asked=asked)
    answered = (check.result(case) for check in checks().values())
    results = tuple(result for result in answered if result is not None)
    return msgspec.structs.replace(statement, verdict=verdict(results), checks=results)


def verdict(results: Sequence[CheckResult]) -> Verdict:
    """One verdict: the gravest; supported only when some check found the statement in its sources."""
    held = {result.verdict for result in results}
    for grave in GRAVITY:
        if grave in held:
            return grave
    found = any(r.check in _EVIDENCE and r.verdict is Verdict.SUPPORTED for r in results)
    return Verdict.SUPPORTED if found else Verdict.NOT_CHECKED


def _silent(statement: Statement, asked: str) -> CheckResult:
    """A statement that asserts nothing must indeed assert nothing: no medical figure, no effect."""
    for text in (statement.text, statement.plain):
        fault = _asserted(statement.kind, text, asked)
        if fault:
            return CheckResult("silence", Verdict.NOT_IN_SOURCE, fault)
    return CheckResult("silence", Verdict.SUPPORTED, "asserts nothing about medicine")


def _asserted(kind: Kind, text: str, asked: str) -> str:
    text = blank_quoted(text)
    if not text.strip():
        return ""
    figures = (q for q in read(text).quantities if q.kind in _MEDICAL and not (q.word and q.denominator is None))
    if any(q.text not in asked for q in figures):
        return "it holds a medical figure and rests on no source"
    if kind is Kind.ABSENCE:
        return "" if _LACKS.search(text) else "it says of nothing that it was not found"
    effect = _ASSERTS.search(text)
    if effect and not _CONDITION.search(text[: effect.start()]) and not _LACKS.search(text):
        return "it asserts an effect and rests on no source"
    return ""


def check(answer: Answer, *, alpha: float = 0.05) -> Answer:
    """The answer with a verdict on every statement; what fails is withheld and named in the warnings.

    A withheld statement is not repeated in its warning: only its section, the check and the reason. A section that
    becomes empty says so. Rows of the evidence table go with a retracted record.
    """
    who = answer.question.patient
    told = (who.age, who.weight, answer.question.sign)  # an alarm says the limit that was passed
    asked = " ".join((answer.question.typed, answer.question.read, *told, *answer.search.queries))
    warnings = [w for w in answer.warnings if w.code != WITHHELD]
    sections: list[Section] = []
    retracted: set[str] = set()
    for section in answer.sections:
        judged = tuple(check_statement(s, alpha=alpha, asked=asked) for s in section.statements)
        kept = tuple(s for s in judged if _printed(s))
        for statement in judged:
            if not _printed(statement):
                warnings.append(_warning(section, statement))
                if statement.verdict is Verdict.RETRACTED:
                    retracted.update(
                        s.record for s in statement.supports if s.source.status.value.startswith("retract")
                    )
        empty = section.empty
        if judged and not kept:
            empty = _emptied(answer, len(judged))
        sections.append(msgspec.structs.replace(section, statements=kept, empty=empty))
    rows: tuple[EvidenceRow, ...] = tuple(r for r in answer.evidence if r.record not in retracted)
    return msgspec.structs.replace(answer, sections=tuple(sections), warnings=tuple(warnings), evidence=rows)


def _printed(statement: Statement) -> bool:
    return statement.verdict in SHOWN


def _warning(section: Section, statement: Statement) -> Warning:
    failed = next((r for r in statement.checks if r.verdict is statement.verdict), None)
    why = f"check {failed.check!r}: {failed.reason}" if failed else "no check found it in its sources"
    return Warning(WITHHELD, f"A statement of “{section.title}” was withheld ({statement.verdict.value}; {why}).")


def _emptied(answer: Answer, count: int) -> str:
    noun = "statement" if count == 1 else "statements"
    return (
        f"Searched {answer.search.library} on {answer.search.as_of}: {count} {noun} drafted for this section did not "
        "pass the checks and stand withheld; the warnings say why."
    )
