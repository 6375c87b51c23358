"""Yes or no: a question put to be answered so is answered in words, never more strongly than the evidence carries.

From an effect the word follows its direction, the way the question points, and the certainty: `yes` needs high
certainty, `probably` moderate, `possibly` low; with very low certainty it is not known. From a quotation the reader of
yes/no answers decides (docs/building/models/yes_no.md), and only where the quotation's own words bear it out: a yes
needs a word for what was asked, a no that no difference was found. What is safe is never answered with a word: labels
and studies are told.
"""

from __future__ import annotations

import re
from collections.abc import Set
from typing import Final

from probatum.apply import fitting
from probatum.apply.context import Context
from probatum.apply.effects import Effect
from probatum.apply.evidence import arms, effect_words, likeness, standing
from probatum.apply.evidence.outcomes import OutcomeGroup
from probatum.apply.quoted import covering
from probatum.apply.quoted.choosing import spelled
from probatum.apply.quoted.salience import sentences_in
from probatum.model import Intent, Level, Question, Role, Size, Span
from probatum.text import asking, outcome_asked, sentences, words
from probatum.text.expressions import expression

_POLAR: Final = expression(
    r"(?:^|[.:;,?!] ?)(?:(?:so|and|but|or|if so|then|well|hi|hello),? )*"
    r"(?:is|are|was|were|do|does|did|can|could|should|would|will|has|have|had|may|might|must)(?:n't)?\s"
    r"(?!(?:there )?(?:anything|something|any ))|\byes or no\b",
    re.IGNORECASE,
)
_OPEN: Final = expression(
    r"\b(?:what|which|who|whom|whose|when|where|why|how)\b(?! (?:is|was|are) known)", re.IGNORECASE
)
_WAYS: Final = (
    (
        "lower",
        r"reduc\w*|lower\w*|decreas\w*|prevent\w*|reliev\w*|shorten\w*|slow\w*|lessen\w*|diminish\w*|attenuat\w*"
        r"|protect\w*|alleviat\w*|fewer|less",
    ),
    (
        "higher",
        r"increas\w*|rais\w*|prolong\w*|extend\w*|cause[sd]?|lead(?:s)? to|worsen\w*|induc\w*|trigger\w*"
        r"|enhanc\w*|rise",
    ),
    (
        "good",
        r"help\w*|effective\w*|efficac\w*|improv\w*|benefi\w*|works?|treat\w*|cure[sd]?|useful|good|indicated"
        r"|recommended|should|better|superior|worth\w*",
    ),
)
_PATTERNS: Final = tuple((way, expression(rf"\b(?:{pattern})\b", re.IGNORECASE)) for way, pattern in _WAYS)
UNKNOWN: Final = "it is not known"
_LEVELS: Final = {
    Level.HIGH: ("yes", "no"),
    Level.MODERATE: ("probably", "probably not"),
    Level.LOW: ("possibly", "possibly not"),
    Level.VERY_LOW: (UNKNOWN, UNKNOWN),
}
SURE: Final = 0.8
"""Probability from which the reader's answer is said. Out of fold 80 to 92 in 100 such answers agree with experts."""
_UNSAFE: Final = (Intent.HARM, Intent.INTERACTION, Intent.DOSING)
_NULL: Final = expression(
    r"\b(?:no|not(?! (?:only|just|merely)\b)|neither|nor|without)\b[^.;]{0,60}"
    r"\b(?:differ\w*|effects?|associat\w*|improve\w*|benefit\w*|chang\w*"
    r"|evidence|correlat\w*|relat\w*|reduc\w*|increas\w*)\b",
    re.IGNORECASE,
)


_MOVED: Final = expression(
    r"\b(?:(?:caus|produc|show|ha|experienc)\w*|led to|resulted in|was|were|with) (?:\w+ ){0,2}?"
    r"(?:more|fewer|higher|lower|greater|worse|increased|reduced|longer|shorter)\b"
    r"|\b(?:decreased|reduced|increased|improved|lowered|raised|prolonged|shortened)\b(?! risk of bias)"
    r"|\b(?:had|has|have|found|show(?:ed|s)?) an? (?:\w+ )?significant\b",
    re.IGNORECASE,
)
"""A difference that a sentence tells besides one that it denies."""


def is_asked(question: Question) -> bool:
    """Whether a question wants yes or no."""
    return bool(_POLAR.search(question.read)) and not _OPEN.search(question.read)


_BEGINS: Final = expression(
    r"^\W*(?:is|are|do|does|did|can|could|should|would|will|may|might)(?:n't)?\b", re.IGNORECASE
)


def begins(question: Question) -> bool:
    """Whether a question first wants to know whether a treatment does good, whatever it asks behind that."""
    first = next(iter(asking.clauses(question.read)), question.read)  # behind what is told of the patient
    return bool(_BEGINS.match(first)) and question.intent not in (Intent.HARM, Intent.INTERACTION)


def of_effect(effect: Effect, group: OutcomeGroup, context: Context) -> str:
    """`probably`, `possibly not`, `it is not known`; empty where no word follows, or none was asked for."""
    question, graded = context.question, group.certainty
    if not is_asked(question) or graded is None or question.intent in _UNSAFE:
        return ""
    if context.halts or covering.asks_afterwards(context):
        return ""  # what it does while it is taken says nothing of what comes after
    if _SHOULD.search(question.read) and _left_open(context):
        return ""  # an effect alone is no yes where advice on such people leaves it open
    if arms.choices(question) or (effect.stand.other and not arms.compared_with(question)):
        return ""  # which of two is better, or what did better than another, is no yes
    if not (group.asked or _named(question, words.stems(group.name))):
        return ""  # what it does to something else is no answer on what was asked
    apart = group.asked and likeness.asked(question, group.name).rank > 0
    if group.items and (apart or _later(group)):
        return ""  # neither a composite nor an outcome that no trial was planned for answers yes or no
    yes, no = _LEVELS[graded.level]
    if effect.direction == "mixed":
        return UNKNOWN
    if effect.direction == "none":
        return no if graded.size is Size.TRIVIAL else ""  # `no effect was detected` says it
    met = _lost(effect, group) if _TO_LOSE.search(question.read) else _met(effect, _way(question), group)
    if met is None:
        return ""
    if not effect.causal and graded.level is not Level.VERY_LOW:
        return "an association was found" if met else "the opposite association was found"
    return yes if met else no


def _named(question: Question, said: Set[str]) -> bool:
    """Whether words name the outcome that is asked about, by one of its own words or as a thing that is known; True
    where none is."""
    asked = words.stems(outcome_asked.read(question.read) or question.outcome)
    own = asked - likeness.GENERIC - likeness.DIMENSIONS.keys() or asked
    known = [c for c in question.having(Role.OUTCOME) if c.id]
    return not own or bool(own & said) or any(words.stems(n) <= said for c in known for n in c.names if n)


_SHOULD: Final = expression(r"\b(?:should|must|ought|recommended|advis\w+)\b", re.IGNORECASE)
_INSUFFICIENT: Final = expression(
    r"\b(?:insufficient|too little evidence|not enough evidence|recommends? against|cannot be recommended)\b",
    re.IGNORECASE,
)


def _left_open(context: Context) -> bool:
    """Whether a guideline says of people like the patient that the evidence does not suffice, or advises against it."""
    return any(
        _INSUFFICIENT.search(one.span.quote) and fitting.of_age(one.span.quote, context.question.patient)
        for source in context.guidelines
        for one in sentences_in(source.record)
    )


def _later(group: OutcomeGroup) -> bool:
    """Whether no study of the outcome was planned for it."""
    return all(standing.of(i.finding, i.appraisal.study) in standing.SAID for i in group.items)


def _way(question: Question) -> str:
    """Which way a question points: at less, at more, or at something good of its outcome; empty where unclear."""
    found = ((m.start(), way) for way, pattern in _PATTERNS if (m := pattern.search(question.read)))
    return min(found, default=(0, ""))[1]


_ENDS: Final = expression(
    r"\b(?:time|days|duration) (?:to|until|till) (?:the |complete |full )?"
    r"(?:end|resol\w*|heal\w*|recover\w*|relief|cessation|disappear\w*|clear\w*|improv\w*|cure)\b",
    re.IGNORECASE,
)
"""A time after which something bad is over: the shorter, the better."""


_TO_LOSE: Final = expression(
    r"\b(?:weight|fat)[- ]loss\b|\blos(?:e|es|ing) (?:\w+ ){0,2}?(?:weight|fat)\b", re.IGNORECASE
)
"""What is asked for is less of something, though its name is that of a trouble elsewhere."""
_LOSS: Final = expression(r"\bloss\b", re.IGNORECASE)


def _lost(effect: Effect, group: OutcomeGroup) -> bool | None:
    """Whether weight went down, where that was asked for; None of a loss itself that was not more."""
    if _LOSS.search(group.name):
        return True if effect.direction == "higher" else None
    return effect.direction == "lower" if re.search(r"\b(?:weight|bmi|mass|fat)\b", group.name, re.IGNORECASE) else None


def _met(effect: Effect, way: str, group: OutcomeGroup) -> bool | None:
    """Whether an effect is what the question asked for; None where that cannot be told."""
    if way in ("lower", "higher"):
        return (effect.direction == way) != bool(effect_words.LACKING.match(group.name))
    if way == "good" and _ENDS.search(group.name):
        return effect.direction == "lower"  # whatever the ratio says of how often it ended
    favoured = {i.finding.favours for i in group.items if i.finding.significant is not False and i.finding.favours}
    if way == "good" and favoured in ({"benefit"}, {"harm"}):
        return favoured == {"harm" if effect.stand.turned else "benefit"}
    return None


def of_passage(context: Context, span: Span, level: Level | None) -> str:
    """The word before a quotation: `possibly`, `no difference was detected`, `probably not`; empty in doubt."""
    question = context.question
    if context.settle is None or not is_asked(question) or question.intent in _UNSAFE or context.halts:
        return ""
    told = tuple(span.quote[start:end] for start, end in sentences.split(span.quote))
    answer, chance = context.settle(question.read, told)
    if chance < SURE or answer not in ("yes", "no") or not _named(question, spelled(span)):
        return ""
    null = _NULL.search(span.quote) is not None
    if answer == "no":
        # A guess alone never says no: the quotation itself has to say that nothing was found, and nothing else.
        null = null and not _MOVED.search(_NULL.sub("", span.quote))
        return ("no difference was detected" if level is not None else "no sign of it was found") if null else ""
    if null or not _says(_way(question), span.quote):
        return ""
    return _LEVELS[Level.MODERATE if level in (Level.HIGH, Level.MODERATE) else Level.LOW][0]


def _says(way: str, quote: str) -> bool:
    """Whether a quotation has a word for the way the question points."""
    pattern = dict(_PATTERNS).get(way)
    return pattern is not None and bool(pattern.search(quote))
