"""Risk of bias in a body of evidence: steps down for what the signals of its reports give reason to doubt.

Guyatt et al. 2011, GRADE guidelines 4, doi:10.1016/j.jclinepi.2010.07.017. The signals are those of `appraise.bias`; a
question on which a report is silent takes no step, but for blinding, and in a review for how well its studies were
done. A doubt counts where the studies it concerns hold
at least half of the people.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from probatum.appraise import bias
from probatum.appraise.certainty import start
from probatum.appraise.certainty.beside import NOTHING, Beside
from probatum.appraise.certainty.body import Body, Reason, in_words, joined, majority
from probatum.appraise.reading import sentences
from probatum.model import (
    BiasSignal,
    CertaintyStep,
    Design,
    Domain,
    Finding,
    OutcomeRole,
    SectionKind,
    SectionRole,
    SignalAnswer,
    Span,
    Study,
)
from probatum.text import words
from probatum.text.expressions import expression

OBJECTIVE = expression(r"\b(?:mortality|deaths?|died|survival|survived|stillbirth|birth ?weight)\b", re.IGNORECASE)
"""Outcomes that do not depend on who knows the treatment."""
UNCONTROLLED = (Design.SINGLE_ARM, Design.CASE_SERIES, Design.CASE_REPORT)
SERIOUS_FROM = 3
"""So many doubts about one body of trials are two steps."""
POOR_STUDIES = expression(
    r"\b(?:most|all|the majority|many|nearly all)\b[^.;]{0,60}\b(?:studies|trials)\b[^.;]{0,60}\b(?:high|serious"
    r"|unclear) risk of bias\b|\bhigh risk of bias in (?:most|all|many)\b|\b(?:studies|trials) were (?:\w+ )?of"
    r" (?:poor|low)(?: methodological)? quality\b|\b(?:poor|low) methodological quality of (?:the )?"
    r"(?:included )?(?:studies|trials)\b",
    re.IGNORECASE,
)
POOR_SHARE = expression(
    r"(?P<share>\d{1,3}(?:\.\d+)?) ?%\)?(?: of)?(?: the| all| these| included){0,2}(?: [\w-]+){0,3}"
    r" (?:studies|trials|RCTs)\b[^.;]{0,40}\b(?:high|serious|unclear|critical)(?: or (?:unclear|high))? risk of bias\b",
    re.IGNORECASE,
)
"""`Six (85%) randomised trials had a high risk of bias`."""
MOST_PERCENT = 50.0
TOLD = expression(
    r"\blow(?:er)? risk of bias\b|\b(?:high|good|fair)(?:er)?(?: methodological)? quality\b|\bbias (?:was|were) low\b"
    r"|\b(?:double|triple|single)?-?(?:blind|mask)(?:ed|ing)?\b|\bplacebo\b|\bsham\b",
    re.IGNORECASE,
)
"""What tells that the studies of a review were judged well done, or that people did not know what they were given."""

Signals = dict[str, dict[str, BiasSignal]]
"""Record -> name of the question -> its signal."""


def risk_of_bias(body: Body, outcome: str, beside: Beside = NOTHING) -> list[CertaintyStep]:
    """At most two steps down for what may have biased the result, with every doubt named."""
    reasons = list(_poor_studies(body, outcome) if body.rank == "synthesis" else _doubts(body, outcome, beside))
    if not reasons:
        return []
    change = -2 if body.rank == "trials" and len(reasons) >= SERIOUS_FROM else -1
    spans = tuple(span for _, spans in reasons for span in spans)[:5]
    return [CertaintyStep(Domain.RISK_OF_BIAS, change, joined([r for r, _ in reasons]), spans)]


def _doubts(body: Body, outcome: str, beside: Beside) -> Iterator[Reason]:
    asked = {s.record: _signals(body, s, beside) for s in body.studies}
    yield from _uncontrolled(body)
    yield from _named(body, asked, ALLOCATION)
    if body.rank == "trials" and not OBJECTIVE.search(outcome):
        yield from _unblinded(body, asked)
    yield from _secondary(body)
    yield from _named(body, asked, REPORTING)
    yield from _lost(body, asked)


def _signals(body: Body, study: Study, beside: Beside) -> dict[str, BiasSignal]:
    """The signals of a study's report by name."""
    record = body.of(study.record)[0].sentence.source
    return {s.key: s for s in bias.signals(record, study, beside.registry.get(study.record))}


ALLOCATION = (
    ("sequence", "allocated people by a rule that can be foreseen", SignalAnswer.NO),
    ("concealment", "did not hide the allocation", SignalAnswer.NO),
    ("baseline", "had groups that differed at the start", SignalAnswer.PROBABLY_NO),
)
"""Name of the question, what is said of a trial that answers so, and the answer that counts."""
REPORTING = (
    ("primary outcome as registered", "called an outcome primary that was registered as secondary", SignalAnswer.NO),
    ("intention to treat", "analysed only those who took the treatment as planned", SignalAnswer.NO),
)


def _named(body: Body, asked: Signals, doubts: Sequence[tuple[str, str, SignalAnswer]]) -> Iterator[Reason]:
    for key, said, answer in doubts:
        which = [s for s in body.studies if key in asked[s.record] and asked[s.record][key].answer is answer]
        if which and majority(body, which):
            spans = tuple(span for s in which for span in asked[s.record][key].spans)
            yield _share(len(which), len(body.studies), said, said), spans


def _uncontrolled(body: Body) -> Iterator[Reason]:
    bare = [s for s in body.studies if s.design in UNCONTROLLED]
    if bare:
        yield "there was no control group", tuple(s.design_span for s in bare if s.design_span)


# --- blinding


def _unblinded(body: Body, asked: Signals) -> Iterator[Reason]:
    """Open trials, trials blinded on one side, and trials that do not say; the first that concerns half the people."""
    total = len(body.studies)
    made = False
    for kind, one, many in (("open", "was not blinded", "were not blinded"),
                            ("single", "was only single-blind", "were only single-blind")):  # fmt: skip
        which = [s for s in body.studies if _blinding(s, asked[s.record]) == kind]
        if which and majority(body, which):
            made = True
            yield _share(len(which), total, one, many), tuple(x for s in which for x in _seen(s, asked[s.record]))
    silent = [s for s in body.studies if _blinding(s, asked[s.record]) == ""]
    if silent and not made and majority(body, silent):
        yield _share(len(silent), total, "does not say who was blinded", "do not say who was blinded"), ()


def _blinding(study: Study, signals: dict[str, BiasSignal]) -> str:
    """`open`, `single`, `blind`, or empty where nothing is said of it."""
    people, team = signals.get("participants blinded"), signals.get("carers blinded")
    if people is not None and people.doubtful:
        return "open"
    if people is not None and people.reassuring:
        return "single" if team is not None and team.answer is SignalAnswer.NO else "blind"
    if study.blinding is None:
        return "single" if _assessed(signals) else ""
    named = {"open-label": "open", "double-blind": "blind", "triple-blind": "blind"}
    return named.get(study.blinding.value, "single")


def _assessed(signals: dict[str, BiasSignal]) -> bool:
    """True when those who measured were blinded, though nothing is said of the people."""
    seen = signals.get("assessors blinded")
    return seen is not None and seen.answer is SignalAnswer.YES


def _seen(study: Study, signals: dict[str, BiasSignal]) -> tuple[Span, ...]:
    people = signals.get("participants blinded")
    if people is not None and people.spans:
        return people.spans
    return (study.blinding.span,) if study.blinding else ()


def _share(part: int, total: int, one: str, many: str) -> str:
    if total == 1:
        return f"the trial {one}"
    if part == total:
        return f"both trials {many}" if total == 2 else f"all {in_words(total)} trials {many}"
    return f"{in_words(part)} of the {in_words(total)} trials {one if part == 1 else many}"


# --- the outcome's place in the plan


LESSER = (OutcomeRole.SECONDARY, OutcomeRole.POST_HOC, OutcomeRole.SUBGROUP)


def _secondary(body: Body) -> Iterator[Reason]:
    """A result that was not what the study was planned to show: secondary, post hoc, or beside a named primary."""
    which = [s for s in body.studies if _lesser(s, body.of(s.record))]
    if not which:
        return
    role = body.of(which[0].record)[0].outcome_role
    names = {OutcomeRole.SUBGROUP: "a subgroup result", OutcomeRole.POST_HOC: "a post hoc outcome"}
    total = len(body.studies)
    where = "" if total == 1 else f" in {in_words(len(which))} of the {in_words(total)} trials"
    where = " in both trials" if len(which) == total == 2 else where
    said = [s.primary_outcome.span for s in which if s.primary_outcome]
    spans = (*said, *(x for s in which for x in body.spans(s.record)[:1]))
    yield f"this was only {names.get(role, 'a secondary outcome')}{where}", spans[:3]


def _lesser(study: Study, findings: tuple[Finding, ...]) -> bool:
    if not findings or any(f.outcome_role is OutcomeRole.PRIMARY for f in findings):
        return False
    if any(f.outcome_role in LESSER for f in findings):
        return all(f.outcome_role in (*LESSER, OutcomeRole.UNSTATED) for f in findings)
    if study.primary_outcome is None:
        return False
    primary = words.stems(study.primary_outcome.value)
    return not any(words.stems(f.outcome) & primary for f in findings)


# --- people lost


def _lost(body: Body, asked: Signals) -> Iterator[Reason]:
    """Outcomes unknown of more than a fifth of the people, or people lost from one arm more than from the other."""
    for key in ("data complete", "lost alike"):
        for study in body.studies:
            signal = asked[study.record].get(key)
            if signal is not None and signal.answer is SignalAnswer.NO:
                said = signal.sentence.rstrip(".")
                where = "" if len(body.studies) == 1 else "in one trial "
                yield where + said[:1].lower() + said[1:], signal.spans
                break


# --- syntheses


def _poor_studies(body: Body, outcome: str) -> Iterator[Reason]:
    """A review that says of most of its studies that they are at high risk of bias or poor; one of trials that tells
    neither how well they were done nor that anybody was blinded, as with a trial that is silent on that."""
    source = body.findings[0].sentence.source
    for sentence in sentences(source):
        match = POOR_STUDIES.search(sentence.text) or _poor_share(sentence.text)
        if match and sentence.role is not SectionRole.BACKGROUND:
            yield "the review finds most of its studies at risk of bias", (sentence.span(*match.span()),)
            return
    if (
        start.of_trials(body.studies[0])
        and not OBJECTIVE.search(outcome)
        and not any(TOLD.search(section.text) for section in source.sections if section.kind in READ_KINDS)
    ):
        yield "the review does not tell the risk of bias or the blinding of its studies", ()


READ_KINDS = (SectionKind.TITLE, SectionKind.ABSTRACT, SectionKind.BODY)


def _poor_share(text: str) -> re.Match[str] | None:
    return next((m for m in POOR_SHARE.finditer(text) if float(m["share"]) >= MOST_PERCENT), None)
