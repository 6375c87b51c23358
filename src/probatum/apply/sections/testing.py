"""Testing: the path of a test: how its result is read, what follows from it on either side, and how sure that is.

A study of a test tells in its methods at which value it was acted on, and in its results what became of people then.
Where the limit goes by age, and the question tells that, it is worked out.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from probatum.apply import fitting, wording
from probatum.apply.context import Context
from probatum.apply.evidence import post_test
from probatum.apply.numbering import Steps
from probatum.apply.quoted.choosing import of_the_paper
from probatum.model import Appraisal, Calculation, Fit, Kind, Role, Span
from probatum.text import sentences, words
from probatum.text.expressions import caseless

LONGEST: Final = 60
"""Words of a sentence that a step quotes."""
_READ: Final = caseless(
    r"\b(?:below|above|under|over|at least|more than|less than|cut-?offs?|threshold)\b[^;]{0,40}\d"
    r"|\b(?:positive|negative) (?:test|result)\b"
)
_ACTED: Final = caseless(
    r"\b(?:rul\w+ out|exclud\w+|diagnos\w+|confirm\w*|treated|offered|withheld|given|classified|prescri\w+)\b"
)
_RULED_OUT: Final = caseless(r"\b(?:rul\w+ out|exclud(?:ed|es?))\b")
_BECAME: Final = caseless(r"^(?!.*\b(?:sensitivity|specificity)\b).*\d")
_SURE: Final = caseless(r"\b(?:sensitivit\w+|specificit\w+|predictive value|likelihood ratio|accura\w+)\b[^;]{0,160}\d")
_SENSITIVE: Final = caseless(r"\b(?:sensitivit\w+|negative predictive value|negative likelihood ratio|accura\w+)\b")
_SPECIFIC: Final = caseless(r"\b(?:specificit\w+|positive predictive value|positive likelihood ratio)\b")
_BY_AGE: Final = caseless(r"\b(?P<times>\d{1,3}) times the age\b")
_FROM: Final = caseless(r"\bfrom (?P<age>\d{2}) years\b|\bover (?:the age of )?(?P<over>\d{2})\b")


def say(steps: Steps, context: Context) -> None:
    """The steps, as far as studies on the test tell them."""
    held = [a for a in context.answering if _on_the_test(a, context) and _of_the_ill(a, context)]
    every = [span for a in held for span in _sentences(a)]
    used: list[Span] = []
    read = next((s for s in every if _READ.search(s.quote) and _ACTED.search(s.quote) and _short(s)), None)
    if read is not None:
        used.append(read)
        steps.step(f"Read the result as in this study: {_quoted(read)}", Kind.QUOTED, (read,))
        _limit(steps, read, context)
    found = [s for s in _results(held) if s not in used and _short(s)]
    if read is None and not any(_SURE.search(s.quote) for s in found):
        _guided(steps, held, context)
        return
    became = next((s for s in found if _RULED_OUT.search(s.quote) and _BECAME.search(s.quote)), None)
    became = became or next((s for s in found if _BECAME.search(s.quote) and not _SURE.search(s.quote)), None)
    if became is not None:
        used.append(became)
        steps.step(f"Know what came of it: {_quoted(became)}", Kind.QUOTED, (became,))
    asked = words.stems(context.question.read.replace("-", " "))
    sure = [s for s in found if s not in used and _SURE.search(s.quote)]
    sure.sort(key=lambda s: -len(asked & words.stems(s.quote.replace("-", " "))))
    sure = [s for kind in (_SENSITIVE, _SPECIFIC) for s in [one for one in sure if kind.search(one.quote)][:1]]
    sure = list(dict.fromkeys(sure))
    for span in sure:
        steps.step(f"Know how sure it is: {_quoted(span)}", Kind.QUOTED, (span,))
    for after in [made for a in held if (made := post_test.after(a, context)) is not None][:1]:
        steps.step(wording.upper(after.text), Kind.CALCULATED, after.spans, after.calculation)
    if steps.number:
        _follows(steps, [*used, *sure], context)


def _guided(steps: Steps, held: Iterable[Appraisal], context: Context) -> None:
    """Of a trial that let a test guide what is given: that it was done, and what came of it, first what holds most of
    the question."""
    asked = words.stems(context.question.read)
    for appraisal in held:
        done = [s for s in appraisal.conclusions if _short(s)][:1]
        came = [s for s in appraisal.results if _short(s) and _BECAME.search(s.quote) and not of_the_paper(s.quote)]
        came.sort(key=lambda s: -len(asked & words.stems(s.quote)))
        first = f"Test first, as in this {'trial' if appraisal.study.design.randomised else 'study'}"
        for lead, span in zip((first, "Know what came of it"), (*done, *came[:1]), strict=False):
            steps.step(f"{lead}: {_quoted(span)}", Kind.QUOTED, (span,))
        if steps.number:
            return


def _follows(steps: Steps, used: Iterable[Span], context: Context) -> None:
    """Where either result leads."""
    ill = next((c.text for c in context.question.concepts if c.semantic == "condition"), "the illness")
    if any(_RULED_OUT.search(span.quote) for span in used):
        steps.step(f"Decide by the result, and by how probable {ill} was before it", Kind.NAVIGATION)
        steps.branch("a", f"It lies on the side on which {ill} was ruled out there: stop here, and look again if worse")
        steps.branch("b", "It does not, or the suspicion was high from the start: call for the test that settles it")
        return
    steps.step("Decide by the result and by what the patient is like", Kind.NAVIGATION)
    steps.branch("a", "Both point the same way: act on it; stop here")
    steps.branch("b", "They do not: ask a specialist, or look again before acting")


def _limit(steps: Steps, read: Span, context: Context) -> None:
    """The limit for the patient's age, where it goes by age, and on which side of it the result lies."""
    found, years = _BY_AGE.search(read.quote), fitting.age(context.question.patient)
    if found is None or years is None or years.low != years.high:
        return
    begins = _FROM.search(read.quote)
    if begins is not None and years.low < float(begins["age"] or begins["over"]):
        return
    age = f"{years.low:g}"
    limit = Calculation(f"{found['times']} * {age}", f"{float(found['times']) * years.low:g}", "")
    text = f"For {age} years of age, {found[0].lower()} is {limit.result} ({found['times']} x {age})"
    steps.step(text, Kind.CALCULATED, (read,), (limit,))


def _on_the_test(appraisal: Appraisal, context: Context) -> bool:
    """Whether the title of a source names the test that is asked about."""
    tests = [c for c in context.question.concepts if c.semantic == "test" or c.role is Role.INTERVENTION]
    title = words.stems(appraisal.record.title)
    return any(words.stems(name) <= title for c in tests if c.semantic == "test" for name in (c.text, c.label))


def _of_the_ill(appraisal: Appraisal, context: Context) -> bool:
    """Whether a study is about an illness that is asked about, where one is: what a test led to in others is no path
    for these."""
    direct = appraisal.directness
    if any(part.fit in (Fit.DIRECT, Fit.RELATED) for part in (direct.population, direct.outcome)):
        return True
    ill = [c for c in context.question.concepts if c.semantic in ("condition", "symptom")]
    title = words.stems(appraisal.record.title)
    return not ill or any(words.stems(name) <= title for c in ill for name in c.names)


def _sentences(appraisal: Appraisal) -> list[Span]:
    record = appraisal.record
    return [
        Span(record, section.id, start, end)
        for section in record.evidence_sections
        for start, end in sentences.split(section.text[:6_000])
    ]


def _results(held: Iterable[Appraisal]) -> list[Span]:
    return [span for a in held for span in (*a.results, *a.conclusions)]


def _short(span: Span) -> bool:
    return len(span.quote.split()) <= LONGEST


def _quoted(span: Span) -> str:
    return "\u201c" + " ".join(span.quote.split()) + "\u201d"
