"""Main result: the sentence of a source that tells, with its figures, what its conclusion rests on.

A conclusion says that gravel was rarer; how much rarer, in whom and how surely stands in one sentence of its results.
That of the outcome which the study calls its primary one counts first, then that of the outcome asked about, then the
one that speaks of what the conclusion speaks of. What was counted at the beginning, and what was found in a part of the
people, is none.
"""

from __future__ import annotations

from typing import Final

from probatum.apply.context import Context
from probatum.apply.evidence.flow import is_flow
from probatum.apply.quoted.choosing import methodical, on_outcome, spelled
from probatum.apply.quoted.quotable import quotable
from probatum.model import Appraisal, Intent, OutcomeRole, Span
from probatum.text import words
from probatum.text.expressions import caseless

LONGEST: Final = 70
"""Words of a result that is quoted beside its conclusion."""
LEAST: Final = 1.5
_MEASURED: Final = caseless(
    r"\b(?:95 ?%? ?ci\b|confidence intervals?|p ?[<=>≤] ?0?[.·]\d|(?:hr|or|rr|smd|md|wmd|auc)\b[^a-z]{0,6}-?\d"
    r"|(?:odds|hazard|risk|rate) ratios?\b|(?:vs\.?|versus|compared (?:with|to)|against) [^.;]{0,40}\d"
    r"|sensitivit(?:y|ies)\b[^.;]{0,60}\d|specificit(?:y|ies)\b[^.;]{0,60}\d|cut-?offs?\b[^.;]{0,60}\d"
    r"|predictive values?(?: (?:was|were|of))? \d"
    r"|\d ?%[^.;]{0,60}\b(?:group|arm|controls?|placebo)\b)"
)
"""A comparison with its figures."""
_POOLED: Final = caseless(
    r"\bpooled (?:[\w-]+ ){0,6}?(?:rates?|prevalences?|proportions?|incidences?)\b[^;]{0,80}?\d ?%"
)
"""What many studies without a comparison found together."""
_INTERVAL: Final = caseless(r"\b95 ?%? ?ci\b|confidence intervals?")
_PRIMARY: Final = caseless(r"\bprimary (?:out ?comes?|end ?-?points?|efficacy|analys[ie]s)\b|\bmain outcomes?\b")
_COMPARES: Final = caseless(
    r"\b(?:than|vs\.?|versus|compared|between (?:the )?(?:two )?(?:groups|arms)|controls?|placebo)\b"
)
_PART: Final = caseless(
    r"\bsub-?groups?\b|\bsensitivity anal|\bin (?:those|patients|people|women|men) (?:aged|with a|younger|older)\b"
    r"|^(?:for|among|in) [^,;]{0,60}\b(?:at|under|over|aged|undertaken|whose|who|younger|older)\b"
    r"|\bmeta-?regress|\bheterogeneity\b|\bpublication bias\b|\bbaseline\b|\bmulti-?variate\b|\bcorrelat\w+"
)
_ACCURACY: Final = caseless(r"\b(?:sensitivit(?:y|ies)|specificit(?:y|ies)|cut-?offs?|predictive values?|npv|ppv)\b")
_COMMON: Final = words.stems(
    "patients group groups study treatment outcome outcomes result results effect effects significant significantly"
    " compared difference people women men children trial months weeks days years"
    " reduced increased decreased improved better lower higher more less than"
)


def of(appraisal: Appraisal, context: Context, said: Span | None = None) -> Span | None:
    """The main result of a source beside what was `said` of it; None where no sentence is one."""
    others = [s for s in appraisal.results if said is None or not within(s, said)]
    primary = _outcome(appraisal)
    fit = [s for s in others if quotable(s) and len(s.quote.split()) <= LONGEST]
    told = (f for f in appraisal.findings if len(f.arms) > 1)
    both = {f.sentence for f in told if all(a.value is not None or a.events is not None for a in f.arms[:2])}
    fit = [
        s for s in fit if measured(s) or s in both or (primary and primary <= spelled(s) and _COUNTED.search(s.quote))
    ]
    fit = [s for s in fit if not (is_flow(s) or methodical(s.quote))]
    first = appraisal.results[:1]  # what a study found is mostly told before what it found besides
    scored = [(_score(appraisal, context, s, said) - n / 2 + (s in first), -n, s) for n, s in enumerate(fit)]
    best = max(scored, default=None, key=lambda one: one[:2])
    return best[2] if best is not None and best[0] >= LEAST else None


def measured(span: Span) -> bool:
    """Whether a sentence sets something against something else in figures, or tells how well a test does."""
    return bool(_MEASURED.search(span.quote) or _POOLED.search(span.quote))


def within(span: Span, said: Span) -> bool:
    """Whether two passages of a source share words."""
    return span.section == said.section and span.start < said.end and said.start < span.end


def _score(appraisal: Appraisal, context: Context, span: Span, said: Span | None) -> float:
    """How probably a sentence tells the main result, and how completely."""
    text, own = span.quote, spelled(span) - _COMMON
    primary = _outcome(appraisal)
    given = words.stems(context.question.intervention)
    told = (spelled(said) - _COMMON - given if said is not None else set()) & (own - given)
    composite = said is not None and _COMPOSITE.search(said.quote) is not None
    score = 3.0 * bool(_PRIMARY.search(text)) + float(min(len(told), 1 if composite else 4))
    share = len(primary & own) / len(primary) if primary else 0.0
    score += 3.0 * share if share >= WHOLE or not _several(appraisal) else 0.0
    score += 3.0 * bool(context.outcome and on_outcome(context, span))
    score += 2.0 * bool(_POOLED.search(text)) + bool(_COMPARES.search(text)) + bool(_INTERVAL.search(text))
    if context.question.intent is Intent.DIAGNOSIS or (said is not None and _ACCURACY.search(said.quote)):
        score += 2.0 * min(len({m[0].lower()[:5] for m in _ACCURACY.finditer(text)}), 3)
    harms = context.question.intent is not Intent.HARM and _HARMS.search(text) is not None
    own_findings = [f for f in appraisal.findings if f.sentence == span]
    score += 4.0 * any(f.outcome_role is OutcomeRole.PRIMARY for f in own_findings)
    if said is not None and _CLAIMS.search(said.quote) and own_findings:
        score -= 2.0 * all(f.significant is False for f in own_findings)  # what was claimed does not rest on that
    parts = _PARTS & spelled(said) if said is not None else frozenset()
    score += 2.0 * bool(parts and parts <= spelled(span))  # what holds of a part of them rests on figures of that part
    return score - 3.0 * bool(_PART.search(text)) - 3.0 * harms


def _several(appraisal: Appraisal) -> bool:
    """Whether the primary outcome counts several things as one, of which one alone is not it."""
    named = appraisal.study.primary_outcome
    return named is not None and _EITHER.search(named.span.quote) is not None


_EITHER: Final = caseless(r"\bor\b")
_COMPOSITE: Final = caseless(r"\bcomposite\b")
WHOLE: Final = 0.8
"""Share of the words of a composite that a sentence must hold to be on it."""


def _outcome(appraisal: Appraisal) -> frozenset[str]:
    """Stems of the outcome that a study calls its primary one, without what defines it."""
    named = appraisal.study.primary_outcome
    if named is None:
        return frozenset()
    return words.stems(_DEFINED.split(named.span.quote)[0]) - _COMMON


_PARTS: Final = words.stems("women men girls boys children adults elderly older younger premenopausal postmenopausal")
_CLAIMS: Final = caseless(
    r"\b(?<!not )(?:lowered|reduced|improved|prevented|raised|increased|shortened|relieved|associated with)\b"
)
"""A conclusion that claims an effect."""
_DEFINED: Final = caseless(
    r"\s*\(|,? (?:which was |as )?defined\b|\bmeasured\b| at \w+ (?:days?|weeks?|months?|years?)\b"
)
_COUNTED: Final = caseless(r"\d.{0,120}\b(?:groups?|arms?|controls?|placebo|than|versus|vs)\b")
_HARMS: Final = caseless(r"\badverse (?:events?|effects?|reactions?)\b|\bside ?-?effects?\b|\btoxicit(?:y|ies)\b")
